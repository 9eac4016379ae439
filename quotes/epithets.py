"""Epithets: the mayor, The Republican, the 34-year-old, the New York businessman."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotes.answers import Answer, nobody
from quotes.courtroom import players
from quotes.discourse import Discourse
from quotes.model import Span
from quotes.names import fold
from quotes.nouns import folded, is_people, role_nouns, synonyms, titles
from quotes.person import Person
from quotes.phrases import Phrase, take_apart
from quotes.pronouns import choose
from quotes.roles import Role, head, role_at
from quotes.salience import Candidate

_OWNER = re.compile(r"([^\W\d_]\w+)['’]s?[ \u00a0]")
_OWNED = re.compile(r"['’]s?\Z")
_DETERMINERS = frozenset("the this that its his her their our my your".split())
_OF_A_PLACE = frozenset(
    "duke duchess prince princess earl countess marquess bishop archbishop king queen".split()
)
_PLACE = re.compile(r" of [A-Z][\w’' -]*\Z")
_THE = re.compile(r"\A[Tt]he ")
_PARTIES = {"republican": "R", "democrat": "D", "independent": "I"}
_SAME_PARTY = {"gop": "republican", "democratic": "democrat", "labor": "labour"}
_TEMPORAL = frozenset("former then acting interim deputy senior chief outgoing current".split())
_BEARERS = 12  # people with one role noun that are looked at: the latest
_AHEAD = 300  # characters after an epithet in which its person may first be named; more in a headline
_LEDE = 600  # characters in which an article may speak of somebody whom it names later
_SOON = 2000  # characters after which that name may first be printed
_LONGEST = 60  # characters of an epithet that are kept as a role


def epithet(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Answer:
    """Resolve a definite description of a person at `at`; `own` are the words that the source says."""
    said = f'"{phrase.core}"'
    if phrase.age is not None:
        return _by_age(discourse, phrase, at, own)
    again = _same_unnamed(discourse, phrase, at)
    if again is not None:
        return again
    fits = _bearers(discourse, phrase, at)
    if len(fits) > 1 and fits[0].score <= fits[1].score * 1.4:
        return nobody(f"{said} fits several", candidates=discourse.names(fits))
    if fits:
        step = "description" if len(fits) == 1 else "description, best of several"
        return _called(discourse, phrase, at, fits, step, "by a role printed of that person")
    in_court = players(discourse, phrase.head, at)
    if len(in_court) == 1:
        return _called(
            discourse, phrase, at, [Candidate(in_court[0], 1.0)], "description", "by the part played in court"
        )
    teens = _teenagers(discourse, at, own) if phrase.head in ("teenager", "teen") else []
    if len(teens) == 1:
        return _called(discourse, phrase, at, teens, "age", "the only one from 13 to 19")
    if teens:
        return choose(discourse, teens, f"{said} is somebody from 13 to 19", "most prominent of that age")
    topic = _topic(discourse, phrase, at, own)
    if topic is not None:
        return _called(
            discourse, phrase, at, [topic], "description of the topic", "the person under discussion"
        )
    if phrase.head in _OF_A_PLACE and _PLACE.match(phrase.text, len(phrase.core)):
        name = _THE.sub("", phrase.text)
        return Answer(
            name=name, type="person", named=True, steps=("full name",), because=(f'"{name}" is a title',)
        )
    return Answer(name=phrase.text, type="person", steps=("description without a name",),
                  because=(f"{said} is a person without a name",))  # fmt: skip


def named_later(discourse: Discourse, phrase: Phrase, at: int) -> Answer | None:
    """Resolve "a judge" in the first lines of an article by the one judge who is named soon after.

    That is how news begins: the office first, the name in a later paragraph. None where somebody of that
    office was named before, where two are named, or where the noun says too little.
    """
    if at > _LEDE or phrase.shape != "a" or phrase.plural or phrase.head not in folded("offices"):
        return None
    gender = role_nouns().get(phrase.head)
    nouns = (phrase.head, *synonyms().get(phrase.head, ()))
    named = {person.id for person in _with_role(discourse, phrase, nouns, at) if person.surely}
    if len(named) != 1:
        return None
    person = discourse.person(named.pop())
    if not at < person.first < at + _SOON or (gender and person.gender() not in (None, gender)):
        return None
    return _called(discourse, phrase, at, [Candidate(person.id, 1.0)], "description", "named soon after")


def _called(
    discourse: Discourse, phrase: Phrase, at: int, fits: list[Candidate], step: str, why: str
) -> Answer:
    """The first of the fitting people, who from now on has the epithet as a role."""
    person = discourse.person(fits[0].id)
    role = role_at(discourse.text, at, at + len(phrase.text if len(phrase.text) < _LONGEST else phrase.core))
    if role and not role.text.isupper():
        discourse.people.add_role(person, role)
    because = f'"{phrase.core}" is {person.name}, {why}'
    return Answer(person.id, steps=(step,), because=(because,), candidates=discourse.names(fits[1:]))


def _same_unnamed(discourse: Discourse, phrase: Phrase, at: int) -> Answer | None:
    """A person without a name who has just spoken and is called by the same noun again (the official)."""
    last = discourse.unnamed
    if last is None or at - last.at > 2000 or len(phrase.core.split()) > 2:
        return None
    if take_apart(last.answer.name).head != phrase.head:
        return None
    because = (f'"{phrase.core}" goes on from {last.answer.name}',)
    return Answer(name=last.answer.name, type="person", named=last.answer.named, steps=("unnamed person",),
                  because=because)  # fmt: skip


# --- by age ---


def _by_age(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Answer:
    """The person of that age, else the most prominent person whose age is not printed."""
    near = discourse.weigh(at, role_nouns().get(phrase.head), own)
    near = sorted((_prominent(discourse, one) for one in near), key=lambda one: -one.score)
    for one in near:
        person = discourse.person(one.id)
        if person.age == phrase.age:
            because = f'"{phrase.core}": {person.name} is {phrase.age}'
            return Answer(one.id, steps=("age",), because=(because,))
    ageless = [
        one for one in near if discourse.person(one.id).age is None and discourse.person(one.id).surely
    ]
    answer = choose(discourse, ageless, f'"{phrase.core}": nobody\'s printed age', "most prominent person")
    return answer.then("age not printed", "no other age is printed") if answer.person is not None else answer


def _prominent(discourse: Discourse, candidate: Candidate) -> Candidate:
    """Weigh a candidate by how often the article names the person."""
    named = len(discourse.person(candidate.id).places)
    return Candidate(candidate.id, candidate.score * (1 + 0.2 * min(named, 6)))


def _teenagers(discourse: Discourse, at: int, own: Sequence[Span]) -> list[Candidate]:
    """The people before `at` whose printed age is from 13 to 19, best first."""
    return [
        one for one in discourse.weigh(at, None, own) if (discourse.person(one.id).age or 0) in range(13, 20)
    ]


# --- by role ---


def _bearers(discourse: Discourse, phrase: Phrase, at: int) -> list[Candidate]:
    """The people printed with this role, best first: by shared words, then by nearness."""
    nouns = (phrase.head, *synonyms().get(phrase.head, ()))
    modifiers = {fold(_OWNED.sub("", word)) for word in phrase.core.split()[:-1]} - _DETERMINERS
    owner = _OWNER.match(phrase.core)
    gender = role_nouns().get(phrase.head)
    ahead = at + (_AHEAD if at > 200 else 5 * _AHEAD)
    fits = []
    for person in _with_role(discourse, phrase, nouns, at):
        if not person.surely or not person.places or person.places[0] > ahead:
            continue
        if gender and person.gender() not in (None, gender):
            continue
        if owner and not any(fold(owner[1]) in wording for wording in person.titles):
            continue
        score = _fit(person, nouns, modifiers) * _nearness(person, at)
        if score > 0.25:
            fits.append(Candidate(person.id, score))
    return sorted(fits, key=lambda candidate: -candidate.score)


def _with_role(discourse: Discourse, phrase: Phrase, nouns: tuple[str, ...], at: int) -> Iterator[Person]:
    """Everybody once who is known by one of the nouns, or by the party in brackets."""
    ids = [i for noun in nouns for i in discourse.people.by_head.get(noun, ())[-_BEARERS:]]
    party = _PARTIES.get(phrase.head)
    if party:
        ids += [mark.id for mark in discourse.scene.before(at) if discourse.person(mark.id).party == party]
    return (discourse.person(i) for i in dict.fromkeys(ids))


def _fit(person: Person, nouns: tuple[str, ...], modifiers: set[str]) -> float:
    """How well a person's roles go with an epithet, from 0; a party in brackets fits too."""
    fits = [_fit_of(role, nouns, modifiers) for role in person.titles.values()]
    by_party = 1.0 - 0.2 * len(modifiers) if person.party else 0.0
    return max((*fits, by_party))


def _fit_of(role: Role, nouns: tuple[str, ...], modifiers: set[str]) -> float:
    """Shared modifiers count for a role; "former" must be printed; another party rules it out."""
    words = {fold(word) for word in re.findall(r"[\w.-]+", role.text)}
    noun = head(role.text)
    stands_for = titles()[noun][1] if noun in titles() else ()
    if not (words | set(stands_for)).intersection(nouns):
        return 0.0
    party, other = _parties(words), _parties(modifiers)
    if party and other and not party & other:
        return 0.0
    shared = len(modifiers & words) + len(party & other)
    if modifiers and not shared and len(words) > 1 and not words & _TEMPORAL:
        return 0.3  # the county secretary is not the union secretary
    score = 1.0 + shared - 0.3 * len(modifiers - words)
    return score * 0.5 if ("former" in words) != ("former" in modifiers) else score


def _parties(words: set[str]) -> set[str]:
    """The words of nation, faith and party, with the party's adjective as its noun."""
    return {_SAME_PARTY.get(word, word) for word in words if is_people(word)}


def _nearness(person: Person, at: int) -> float:
    """How near the last mention before `at` is: a paragraph or less counts full."""
    last = bisect_left(person.places, at) - 1
    distance = at - person.places[last] if last >= 0 else 3000
    return 1.0 if distance < 500 else 0.7 if distance < 1500 else 0.5


# --- by topic ---


def _topic(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Candidate | None:
    """The one person under discussion, whom alone an epithet with a name in it can mean."""
    modified = any(word[0].isupper() for word in phrase.core.split()[1:])
    if not modified or phrase.core.isupper() or phrase.core[:4].lower() != "the ":
        return None
    party = _parties({fold(word) for word in phrase.core.split()[1:]})
    ranked = discourse.weigh(at, role_nouns().get(phrase.head), own)
    ranked = [one for one in ranked if not _of_another(discourse.person(one.id), party)]
    if not ranked or (len(ranked) > 1 and ranked[1].score > 0.5 * ranked[0].score):
        return None
    return ranked[0] if discourse.person(ranked[0].id).surely else None


def _of_another(person: Person, party: set[str]) -> bool:
    """Say whether a person's roles name a party or nation, and none of those asked for."""
    own = {word for wording in person.titles for word in _parties(set(wording.split()))}
    return bool(party and own) and not party & own
