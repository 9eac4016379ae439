"""Epithets: the mayor, The Republican, the 34-year-old, the New York businessman."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotes.affiliations import LETTERS, PARTIES, is_home, parties, region
from quotes.answers import Answer, nobody
from quotes.choices import choose
from quotes.courtroom import players
from quotes.discourse import Discourse, Unnamed
from quotes.kin import kin, possessor
from quotes.model import Span
from quotes.names import fold
from quotes.nouns import folded, is_place, role_nouns, synonyms, titles
from quotes.person import Person
from quotes.phrases import Phrase, take_apart
from quotes.role import Role, head, role_at
from quotes.topics import at_hand, under_discussion
from quotes.weighing import Candidate

_OWNER = re.compile(r"([^\W\d_]\w+)['’]s?[ \u00a0]")
_POSSESSIVE = re.compile(r"\b([Hh]is|[Hh]er) \Z")
_OWNED = re.compile(r"['’]s?\Z")
_DETERMINERS = frozenset("the this that its his her their our my your".split())
_OF_A_PLACE = frozenset(
    "duke duchess prince princess earl countess marquess bishop archbishop king queen".split()
)
_PLACE = re.compile(r" of [A-Z][\w’' -]*\Z")
_THE = re.compile(r"\A[Tt]he ")
_LAWMAKERS = frozenset("senator representative congressman congresswoman lawmaker legislator".split())
_OF_WHAT = re.compile(r"\w{4,}")
_TEMPORAL = frozenset("former then acting interim deputy senior chief outgoing current".split())
_NO_MINISTERS = frozenset("club company general permanent press private union".split())  # secretaries
_RANKS = frozenset("shadow deputy vice assistant associate junior under".split())
_BEARERS = 12  # people with one role noun that are looked at: the latest
_LISTED = 5  # candidates that are listed
_AHEAD = 300  # characters after an epithet in which its person may first be named; more in a headline
_LEDE = 600  # characters in which an article may speak of somebody whom it names later
_SOON = 2000  # characters after which that name may first be printed
_OFTEN = 3  # mentions of somebody whom the article is about
_DOCTORS = frozenset({"the doctor", "the physician"})
_CHILDREN = frozenset(["boy", "girl"])
_ORDINALS = {"first": 0, "second": 1, "third": 2}
_LONGEST = 60  # characters of an epithet that are kept as a role


def epithet(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Answer:
    """Resolve a definite description of a person at `at`; `own` are the words that the source says."""
    said = f'"{phrase.core}"'
    if phrase.age is not None:
        return _by_age(discourse, phrase, at, own)
    relative = kin(discourse, phrase, at)
    if relative is not None:
        return _called(discourse, phrase, at, [Candidate(relative.who, 1.0)], relative.step, relative.why)
    again = _same_unnamed(discourse, phrase, at)
    if again is not None:
        return again
    fits = [one for one in _bearers(discourse, phrase, at) if not _is_subject(discourse, one.id, at)]
    if len(fits) > 1 and fits[0].score <= fits[1].score * 1.4:
        alike = [one for one in fits if fits[0].score <= one.score * 1.4]
        meant = at_hand(discourse, alike, at)
        if meant is None:
            return nobody(f"{said} fits several", candidates=discourse.names(fits))
        fits = [meant, *(one for one in fits if one != meant)]
    if fits and (other := _may_be_abroad(discourse, phrase, fits[0].id, at)):
        return nobody(f"{said} may be {other}", candidates=(*discourse.names(fits[:1]), other))
    if fits:
        step = "description" if len(fits) == 1 else "description, best of several"
        return _called(discourse, phrase, at, fits, step, "by a role printed of that person")
    in_court = players(discourse, phrase.head, at)
    if len(in_court) == 1:
        return _called(
            discourse, phrase, at, [Candidate(in_court[0], 1.0)], "description", "by the part played in court"
        )
    healer = _doctor(discourse, phrase, at)
    if healer is not None:
        return _called(discourse, phrase, at, [healer], "description", "who is a Dr. and has just spoken")
    teens = _minors(discourse, phrase, at, own)
    if len(teens) == 1:
        return _called(discourse, phrase, at, teens, "age", "the only one of that age")
    if teens and phrase.head not in _CHILDREN:
        return choose(discourse, teens, f"{said} is somebody from 13 to 19", "most prominent of that age")
    office = phrase.head in titles() or phrase.head in folded("offices")
    told = office and discourse.text.endswith(_TO_WHOM, 0, at)  # he wrote to the Foreign Secretary
    another = told or discourse.scene.quoted(at)
    discussed = None if another else under_discussion(discourse, phrase, at, own)
    if discussed is not None:
        return _called(discourse, phrase, at, [discussed.who], "description of the topic", discussed.why)
    if phrase.head in _OF_A_PLACE and _PLACE.match(phrase.text, len(phrase.core)):
        name = _THE.sub("", phrase.text)
        return Answer(
            name=name, type="person", named=True, steps=("full name",), because=(f'"{name}" is a title',)
        )
    return Answer(name=phrase.text, type="person", steps=("description without a name",),
                  because=(f"{said} is a person without a name",))  # fmt: skip


_TO_WHOM = (" told ", " to ", " asked ", " urged ", " warned ")


def _is_subject(discourse: Discourse, number: int, at: int) -> bool:
    """Say whether somebody tells those whom an epithet is for: Minister Lee wrote to the minister."""
    if not discourse.text.endswith(_TO_WHOM, 0, at):
        return False
    here = discourse.scene.sentence(at)
    marks = (mark for mark in discourse.scene.before(at) if mark.sentence == here and not mark.quoted)
    return any(mark.id == number and mark.weight > 1.0 for mark in marks)


def _may_be_abroad(discourse: Discourse, phrase: Phrase, number: int, at: int) -> str:
    """The name of who was just named, without a role: Lee met Ray. The French president … may be Ray.

    That is so where the one who fits is printed as a president, and not as one of that nation.
    """
    nation = parties({fold(word) for word in phrase.core.split()[1:-1]}) - PARTIES
    titles_of = (set(wording.split()) for wording in discourse.person(number).titles)
    if not nation or any(parties(words) & nation for words in titles_of):
        return ""
    last = next((mark for mark in reversed(discourse.scene.before(at)) if not mark.quoted), None)
    if last is None or last.id == number or discourse.scene.sentence(at) - last.sentence > 1:
        return ""
    other = discourse.person(last.id)
    return other.name if other.surely and not other.roles else ""


def named_later(discourse: Discourse, phrase: Phrase, at: int) -> Answer | None:
    """Resolve "a judge" in the first lines of an article by the one judge who is named soon after.

    That is how news begins: the office first, the name in a later paragraph. None where somebody of that
    office was named before, where two are named, or where the noun says too little.
    """
    if phrase.shape != "a" or phrase.plural:
        return None
    if at > _LEDE or phrase.head not in folded("offices"):
        return _introduced(discourse, phrase, at)
    gender = role_nouns().get(phrase.head)
    nouns = (phrase.head, *synonyms().get(phrase.head, ()))
    named = {person.id for person in _with_role(discourse, phrase, nouns, at) if person.surely}
    if len(named) != 1:
        return None
    person = discourse.person(named.pop())
    if not at < person.first < at + _SOON or (gender and person.gender() not in (None, gender)):
        return None
    return _called(discourse, phrase, at, [Candidate(person.id, 1.0)], "description", "named soon after")


def _introduced(discourse: Discourse, phrase: Phrase, at: int) -> Answer | None:
    """Resolve "a guard" by "The guard, Wayne Purdy," a little later, if one guard alone is named so."""
    found = set()
    for number in discourse.people.by_head.get(phrase.head, ())[-_BEARERS:]:
        person = discourse.person(number)
        first = person.roles[0] if person.roles else None
        if first and at < first.start <= person.first < at + _SOON and head(first.text) == phrase.head:
            before = discourse.text[max(0, first.start - 4) : first.start].lower()
            if before == "the " and person.first - first.end <= len(", "):
                found.add(number)
    if len(found) != 1 or phrase.text[:2].lower() not in ("a ", "an"):
        return None
    why = "named soon after"
    return _called(discourse, phrase, at, [Candidate(found.pop(), 1.0)], "description", why)


def _called(
    discourse: Discourse, phrase: Phrase, at: int, fits: list[Candidate], step: str, why: str
) -> Answer:
    """The first of the fitting people, who from now on has the epithet as a role."""
    person = discourse.person(fits[0].id)
    _describe(discourse, phrase, at, person)
    because = f'"{phrase.core}" is {person.name}, {why}'
    return Answer(person.id, steps=(step,), because=(because,), candidates=discourse.names(fits[1:]))


def _describe(discourse: Discourse, phrase: Phrase, at: int, person: Person) -> None:
    """Give a person an epithet as a role, if it says more than an age."""
    whole = phrase.text if len(phrase.text) < _LONGEST and "," not in phrase.text else phrase.core
    role = role_at(discourse.text, at, at + len(whole))
    if role and not role.text.isupper() and not role.text.endswith("-old"):
        discourse.people.add_role(person, role)


def _same_unnamed(discourse: Discourse, phrase: Phrase, at: int) -> Answer | None:
    """A person without a name who has spoken and is called by the same noun again (the first official)."""
    last = _stranger(discourse, phrase, at)
    if last is None:
        return None
    because = (f'"{phrase.core}" goes on from {last.answer.name}',)
    return Answer(name=last.answer.name, type="person", named=last.answer.named, steps=("unnamed person",),
                  because=because)  # fmt: skip


def _stranger(discourse: Discourse, phrase: Phrase, at: int) -> Unnamed | None:
    """The one without a name whom "the official", "the first official" or "the lawyer" can mean."""
    words = phrase.core.lower().split()
    last = discourse.unnamed
    if phrase.text.startswith(" who ", len(phrase.core)):
        return None  # "the nurse who had stayed" is told from the one who spoke
    again = last is not None and take_apart(last.answer.name).head == phrase.head
    if last and again and len(words) == 2 and at - last.at <= _SOON:
        return last
    strangers = discourse.strangers.get(phrase.head, ())
    known = [one for one in strangers if at - one.at <= _SOON and len(one.answer.name) <= _LONGEST]
    ordinal = _ORDINALS.get(words[1]) if len(words) == 3 else None
    if ordinal is not None and phrase.shape == "the":
        return known[ordinal] if ordinal < len(known) else None
    named = len(words) > 2 or discourse.people.by_head.get(phrase.head)
    return None if named or len(known) != 1 or words[0] != "the" else known[0]


# --- by age ---


def _by_age(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Answer:
    """The person of that age, else the most prominent person whose age is not printed."""
    last = discourse.unnamed
    if last and at - last.at <= _SOON and take_apart(last.answer.name).age == phrase.age:
        return last.answer.then("continues", f'"{phrase.core}" goes on from {last.answer.name}')
    near = discourse.weigh(at, role_nouns().get(phrase.head), own)
    near = sorted((_prominent(discourse, one) for one in near), key=lambda one: -one.score)
    for one in near:
        person = discourse.person(one.id)
        if person.age == phrase.age:
            because = f'"{phrase.core}": {person.name} is {phrase.age}'
            _describe(discourse, phrase, at, person)
            return Answer(one.id, steps=("age",), because=(because,))
    ageless = [one for one in near if discourse.person(one.id).age is None]
    because = f'"{phrase.core}": nobody\'s printed age'
    if not ageless:
        return Answer(name=phrase.text, type="person", steps=("description without a name",),
                      because=(because, f'"{phrase.core}" is a person without a name'))  # fmt: skip
    meant = _without_age(discourse, [one.id for one in ageless], at)
    if meant is None:
        return nobody(because, candidates=discourse.names(ageless[:_LISTED]))
    discourse.person(meant).age = phrase.age
    _describe(discourse, phrase, at, discourse.person(meant))
    why = f"{discourse.person(meant).name}, whose age is not printed, is the one spoken of"
    return Answer(meant, steps=("age not printed",), because=(because, why))


def _without_age(discourse: Discourse, ageless: Sequence[int], at: int) -> int | None:
    """Who of those without a printed age is meant: who is in the paragraph, who spoke last, or the topic."""
    here = [number for number in ageless if _is_in_paragraph(discourse, number, at)]
    if here or len(ageless) < 2:
        return here[0] if len(here) == 1 else ageless[0] if ageless and not here else None
    spoke = discourse.speaking(at)
    if spoke in ageless:
        return spoke
    named = sorted(ageless, key=lambda number: -len(discourse.person(number).places))
    often, next_often = (len(discourse.person(number).places) for number in named[:2])
    return named[0] if often >= max(_OFTEN, 2 * next_often) else None


def _is_in_paragraph(discourse: Discourse, number: int, at: int) -> bool:
    """Say whether a person is named before `at` in its paragraph, outside quotation marks."""
    return any(mark.id == number for mark in discourse.scene.in_paragraph(at))


def _doctor(discourse: Discourse, phrase: Phrase, at: int) -> Candidate | None:
    """The one who spoke last, or is alone in the paragraph, if that is a Dr. and "the doctor" is said."""
    if phrase.core.lower() not in _DOCTORS:
        return None
    here = {mark.id for mark in discourse.scene.in_paragraph(at)}
    number = here.pop() if len(here) == 1 else None if here else discourse.speaking(at)
    doctors = discourse.people.by_head.get("dr", ())
    return Candidate(number, 1.0) if number is not None and number in doctors else None


def _prominent(discourse: Discourse, candidate: Candidate) -> Candidate:
    """Weigh a candidate by how often the article names the person."""
    named = len(discourse.person(candidate.id).places)
    return Candidate(candidate.id, candidate.score * (1 + 0.2 * min(named, 6)))


def _minors(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> list[Candidate]:
    """The people before `at` whose printed age makes them teenagers, or "the boy", best first."""
    if phrase.head in _CHILDREN and phrase.core == phrase.text and phrase.core.count(" ") == 1:
        ages, gender = range(4, 17), role_nouns().get(phrase.head)
    elif phrase.head in ("teenager", "teen"):
        ages, gender = range(13, 20), None
    else:
        return []
    return [one for one in discourse.weigh(at, gender, own) if (discourse.person(one.id).age or 0) in ages]


# --- by role ---


def by_role(discourse: Discourse, phrase: Phrase, at: int) -> int | None:
    """The one person clearly meant by a role that is printed."""
    fits = _bearers(discourse, phrase, at)
    clear = fits and (len(fits) == 1 or fits[0].score > 1.4 * fits[1].score)
    return fits[0].id if clear else None


def _bearers(discourse: Discourse, phrase: Phrase, at: int) -> list[Candidate]:
    """The people printed with this role, best first: by shared words, then by nearness."""
    nouns = (phrase.head, *synonyms().get(phrase.head, ()))
    modifiers = {fold(_OWNED.sub("", word)) for word in phrase.core.split()[:-1]} - _DETERMINERS
    letters = {LETTERS[word] for word in parties(modifiers) if word in LETTERS}
    home = region(phrase)
    told = {fold(word) for word in _OF_WHAT.findall(phrase.text, len(phrase.core))}
    owner = _OWNER.match(phrase.core)
    gender = role_nouns().get(phrase.head)
    ahead = at + (_AHEAD if at > 200 else 5 * _AHEAD)
    fits = []
    for person in _with_role(discourse, phrase, nouns, at):
        if not person.surely or not person.places or person.places[0] > ahead:
            continue
        if gender and person.gender() not in (None, gender):
            continue
        if owner and not _belongs(discourse, person, nouns, fold(owner[1])):
            continue
        at_home = is_home(person, home)
        if at_home is False or (letters and person.party and person.party not in letters):
            continue
        known = any(told & set(wording.split()) for wording in person.titles)
        if told and not known and phrase.shape == "bare" and _is_of_something(person, nouns):
            continue  # Head of the charity Open Door is not the head of news
        meant = nouns if known or not told else nouns[:1]  # the leader of a choir is no chairman of a club
        score = (_fit(person, meant, modifiers) + (at_home or 0)) * _nearness(person, at)
        if score > 0.25:
            fits.append(Candidate(person.id, score))
    return sorted(fits, key=lambda candidate: -candidate.score)


def _is_of_something(person: Person, nouns: tuple[str, ...]) -> bool:
    return any(" of " in role.text and head(role.text) in nouns for role in person.titles.values())


def _belongs(discourse: Discourse, person: Person, nouns: tuple[str, ...], owner: str) -> bool:
    """Say whether "Lee's lawyer" can be somebody printed as Lee's, or as his lawyer, the surgeon's lawyer."""
    if any(owner in wording for wording in person.titles):
        return True
    for role in (role for role in person.roles if head(role.text) in nouns):
        owned = _OWNER.match(role.text)
        if owned and owned[1].islower():
            return True
        before = _POSSESSIVE.search(discourse.text, max(0, role.start - 6), role.start)
        whose = possessor(discourse, before[1].lower(), before.start()) if before else None
        if whose is not None and owner in discourse.person(whose).key:
            return True
    return False


def _with_role(discourse: Discourse, phrase: Phrase, nouns: tuple[str, ...], at: int) -> Iterator[Person]:
    """Everybody once who is known by one of the nouns, or by the party in brackets."""
    ids = [i for noun in nouns for i in discourse.people.by_head.get(noun, ())[-_BEARERS:]]
    party = LETTERS.get(phrase.head)
    if party:
        ids += [mark.id for mark in discourse.scene.before(at) if discourse.person(mark.id).party == party]
    elif phrase.head in _LAWMAKERS and (home := region(phrase)):
        ids += [mark.id for mark in discourse.scene.before(at) if is_home(discourse.person(mark.id), home)]
    return (discourse.person(i) for i in dict.fromkeys(ids))


def _fit(person: Person, nouns: tuple[str, ...], modifiers: set[str]) -> float:
    """How well a person's roles go with an epithet, from 0; a party in brackets fits too."""
    fits = [_fit_of(role, nouns, modifiers) for role in person.titles.values()]
    by_party = person.party is not None and (nouns[0] in LETTERS or nouns[0] in _LAWMAKERS)
    return max((*fits, 1.0 - 0.2 * len(modifiers) if by_party else 0.0))


def _fit_of(role: Role, nouns: tuple[str, ...], modifiers: set[str]) -> float:
    """Shared modifiers count for a role; "former" must be printed; another party rules it out."""
    noun = head(role.text)
    words = {fold(word) for word in re.findall(r"[\w.-]+", role.text)} | {noun}
    stands_for = titles()[noun][1] if noun in titles() else ()
    if not (words | set(stands_for)).intersection(nouns):
        return 0.0
    if nouns[0] == "minister" and noun == "secretary" and words & _NO_MINISTERS:
        return 0.0
    party, other = parties(words), parties(modifiers)
    if party and other and not party & other:
        return 0.0
    shared = len(modifiers & words) + len(party & other)
    own = [word for word in words if not parties({word})]  # the GOP senator is a senator
    if modifiers and not shared and len(own) > 1 and not words & _TEMPORAL:
        elsewhere = any(map(is_place, modifiers)) and any(map(is_place, words))
        if elsewhere or nouns[0] not in (noun, *stands_for):
            return 0.0  # the Ohio governor is no governor of Utah, the Tory nominee no candidate for mayor
        return 0.3  # the county secretary is not the union secretary
    score = 1.0 + shared - 0.3 * len(modifiers - words)
    if words & _RANKS != modifiers & _RANKS:
        score *= 0.5  # the shadow chancellor is not the chancellor
    if ("former" in words) != ("former" in modifiers):
        score *= 0.3 if "former" in modifiers else 0.5
    return score


def _nearness(person: Person, at: int) -> float:
    """How near the last mention before `at` is: a paragraph or less counts full."""
    last = bisect_left(person.places, at) - 1
    distance = at - person.places[last] if last >= 0 else 3000
    return 1.0 if distance < 500 else 0.7 if distance < 1500 else 0.5
