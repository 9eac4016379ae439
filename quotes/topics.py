"""Who is under discussion, whom an epithet means where nobody is printed with its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotes.affiliations import is_foreign, is_home, of_another, parties, region
from quotes.discourse import Discourse
from quotes.model import Span
from quotes.names import fold
from quotes.nouns import folded, is_people, role_nouns, titles
from quotes.person import Person
from quotes.phrases import Phrase
from quotes.role import head
from quotes.weighing import Candidate

_SEVERAL = frozenset("or and both two three four five six seven eight nine ten many few".split())
_A_NOUN = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)((?: [\w-]+){1,4})")
_STAFF = frozenset("chairman chairwoman manager pollster director chief".split())
_BEFORE = 600  # characters before an epithet in which "a judge" without a name may stand
_OFTEN = 3  # mentions of somebody whom the article is about
_FROM = re.compile(r" (?:from|of) ([A-Z]\w+(?: [A-Z]\w+)?)\Z")  # the Republican from Alabama
_PARENT = re.compile(  # the mother of two
    r"the (?:(?:single|working|young|married|divorced) )?"
    r"(?:mother|father|mom|mum|dad|grandmother|grandfather)(?: |-)of(?: |-)"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)",
    re.I,
)
_HEADS = frozenset("president chairman chairwoman chair director chief secretary treasurer".split())
_OF_ANOTHER = ("Told of", "Informed of")  # what somebody else has said
_GOES_ON = 4  # sentences in which somebody who spoke may be called by another role
_TELLING = 4  # words of an epithet that tells much: the former top aide


class Discussed(NamedTuple):
    """Somebody whom an epithet means, and why."""

    who: Candidate
    why: str


def under_discussion(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Discussed | None:
    """Return whom an epithet means that no printed role explains: the topic, the famous, who spoke last."""
    if any(discourse.people.count(fold(word)) for word in phrase.core.split()[1:] if word[0].isupper()):
        return None  # the Lee adviser is nobody named so far
    topic = _topic(discourse, phrase, at, own)
    here = _of_the_paragraph(discourse, phrase, at) if topic is None else None
    if here is not None:
        return Discussed(here, "alone in the paragraph")
    if topic is None and (topic := _famous(discourse, phrase, at, own)):
        discourse.famous.add(topic.id)
    if topic is not None:
        return Discussed(topic, "the person under discussion")
    spoke = _who_spoke(discourse, phrase, at, own)
    return Discussed(spoke, "who has just spoken") if spoke else None


def _topic(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Candidate | None:
    """The one person under discussion, whom alone an epithet with a name in it can mean."""
    modified = any(word[0].isupper() for word in phrase.core.split()[1:])
    if _is_office(phrase) or not modified or phrase.core.isupper() or phrase.core[:4].lower() != "the ":
        return None
    if phrase.head in folded("nameless") or "’s " in phrase.core or "'s " in phrase.core:
        return None
    party = parties({fold(word) for word in phrase.core.split()[1:]})
    ranked = discourse.weigh(at, role_nouns().get(phrase.head), own)
    home = region(phrase)
    named = _named_in(discourse, own)
    ranked = [one for one in ranked if one.id not in named and _may_be(discourse.person(one.id), party, home)]
    if phrase.head in folded("bids"):
        people = ((one, discourse.person(one.id)) for one in ranked)
        ranked = [one for one, person in people if _runs(person) and not _works_for_somebody(person)]
    if said := _FROM.match(phrase.text, len(phrase.core)):
        ranked = [one for one in ranked if is_home(discourse.person(one.id), fold(said[1]))]
    if not ranked or (len(ranked) > 1 and ranked[1].score > 0.5 * ranked[0].score):
        return None
    return ranked[0] if discourse.person(ranked[0].id).surely else None


def _is_office(phrase: Phrase) -> bool:
    """Say whether an epithet is an office in capitals: the Foreign Secretary, the Taoiseach."""
    last = phrase.core.rpartition(" ")[2]
    return last[:1].isupper() and not last.isupper() and not is_people(last)


def _of_the_paragraph(discourse: Discourse, phrase: Phrase, at: int) -> Candidate | None:
    """The one person named in the paragraph, or who speaks on, whom "the Swede" or "the winger" calls anew.

    Such words stand for a name that was just printed; "the mayor" may be somebody who comes up now.
    """
    words = phrase.core.lower().split()
    parent = phrase.shape == "the" and _PARENT.fullmatch(phrase.text) is not None
    anew = phrase.head in folded("renaming_nouns") or is_people(phrase.head) or words[1:2] == ["former"]
    if not (parent or (anew and _is_bare_epithet(phrase))):
        return None
    if _is_introduced(discourse.text, phrase.head, at):
        return None
    here = {mark.id for mark in discourse.scene.in_paragraph(at) if discourse.person(mark.id).surely}
    gender = role_nouns().get(phrase.head)
    goes_on = _begins_paragraph(discourse, at) and not is_people(phrase.head)
    spoke = discourse.speaking(at) if parent or goes_on else None
    here = here or ({spoke} if spoke is not None else here)
    person = discourse.person(here.pop()) if len(here) == 1 else None
    if person is None or (gender and person.gender() not in (None, gender)):
        return None
    return None if is_foreign(person, parties({fold(word) for word in words})) else Candidate(person.id, 1.0)


def _begins_paragraph(discourse: Discourse, at: int) -> bool:
    """Say whether an epithet tags the words with which a paragraph begins: ¶"No," said the actor."""
    spoke = discourse.spoke
    return spoke is not None and discourse.scene.paragraph(at) - discourse.scene.paragraph(spoke[1]) == 1


def _may_be(person: Person, party: set[str], home: str) -> bool:
    """Say whether nothing in an epithet is against a person: another party, another state."""
    return not of_another(person, party) and is_home(person, home) is not False


def _named_in(discourse: Discourse, own: Sequence[Span]) -> set[int | None]:
    """Who is named in the words that a source says: the nominee who defends Lee is not Lee."""
    named = (one for start, end in own for one in discourse.people.within(start, end))
    return {one.id for one in named if not discourse.scene.quoted(one.mention.start)}


def _works_for_somebody(person: Person) -> bool:
    """Say whether a role is printed that goes with somebody else's bid: the campaign manager."""
    heads = {head(role.text) for role in person.roles}
    return not heads.isdisjoint(folded("nameless") | _STAFF)


def _famous(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Candidate | None:
    """The one person whom an article names again and again, as known to everybody, without a role.

    That is whom "the retired neurosurgeon" means where nobody is introduced as one.
    """
    if not _is_bare_epithet(phrase) or _is_introduced(discourse.text, phrase.head, at):
        return None
    party, named = parties({fold(word) for word in phrase.core.split()[1:]}), _named_in(discourse, own)
    people = (
        (one, discourse.person(one.id)) for one in discourse.weigh(at, role_nouns().get(phrase.head), own)
    )
    ranked = [
        one for one, person in people if person.surely and one.id not in named and _may_be(person, party, "")
    ]
    hero = _ahead(ranked)
    person = discourse.person(hero.id) if hero else None
    if person and discourse.scene.protagonist(person.gender()) == person.id and not _holds_office(person):
        return hero
    return _ahead([one for one in ranked if _needs_no_introduction(discourse, one.id)])


def at_hand(discourse: Discourse, alike: Sequence[Candidate], at: int) -> Candidate | None:
    """Who of several is meant: the one who alone is named in the sentence, or who spoke last."""
    scene, ids = discourse.scene, {one.id for one in alike}
    here = scene.sentence(at)
    marks = [mark for mark in scene.before(at) if mark.id in ids and mark.sentence == here]
    named = {mark.id for mark in marks if not mark.quoted and mark.weight >= 1.0}
    number = named.pop() if len(named) == 1 else None if named else discourse.speaking(at)
    return next((one for one in alike if one.id == number), None)


def _who_spoke(discourse: Discourse, phrase: Phrase, at: int, own: Sequence[Span]) -> Candidate | None:
    """Who spoke last, where words in marks go on without anybody else having come up: the old miner added."""
    number = discourse.speaking(at)
    if discourse.text.startswith(_OF_ANOTHER, discourse.scene.sentence_start(at)):
        return None
    if number is None or discourse.spoke is None or not own or not discourse.scene.quoted(own[0][0]):
        return None
    person, words = discourse.person(number), phrase.core.lower().split()
    away = discourse.scene.sentence(at) - discourse.scene.sentence(discourse.spoke[1])
    several = (
        _is_office(phrase) or not _SEVERAL.isdisjoint(words) or words[0] != "the" or phrase.core.isupper()
    )
    tells = len(words) >= _TELLING or any(word[0].isupper() for word in phrase.core.split()[1:])
    nameless = phrase.head in folded("nameless") and not tells
    if not 0 <= away <= _GOES_ON or several or nameless or not person.surely:
        return None
    elsewhere = discourse.scene.paragraph(at) != discourse.scene.paragraph(discourse.spoke[1])
    named = elsewhere and any(mark.id == number for mark in discourse.scene.in_paragraph(at))
    if person.roles and elsewhere and not (tells or named):
        return None  # “Every word,” the reporter Bo Ray said. ¶ “God forgive me,” said the owner.
    gender = role_nouns().get(phrase.head)
    party = parties({fold(word) for word in words[1:]})
    if (gender and person.gender() not in (None, gender)) or of_another(person, party):
        return None
    if phrase.head in folded("bids") and not _runs(person):
        return None
    return None if _is_introduced(discourse.text, phrase.head, at) else Candidate(number, 1.0)


def _runs(person: Person) -> bool:
    """Say whether somebody may be a nominee: not who only heads or works for something, as far as printed."""
    others = (role.text for role in person.roles if " of " not in role.text or head(role.text) not in _HEADS)
    free = any(head(text) not in folded("nameless") for text in others)
    return free or not person.roles or person.party is not None


def _holds_office(person: Person) -> bool:
    nouns = {head(role.text) for role in person.roles}
    return any(noun in titles() or noun in folded("offices") for noun in nouns)


def _ahead(ranked: Sequence[Candidate]) -> Candidate | None:
    """The best candidate, if it is clearly ahead of the next."""
    if not ranked or ranked[0].score < 1.0:
        return None
    return ranked[0] if len(ranked) == 1 or ranked[0].score > 1.4 * ranked[1].score else None


def _is_introduced(text: str, noun: str, at: int) -> bool:
    """Say whether "a judge" without a name stands a little before "the judge"."""
    before = text[max(0, at - _BEFORE) : at]
    return any(noun in found[1].lower().split() for found in _A_NOUN.finditer(before))


def _is_bare_epithet(phrase: Phrase) -> bool:
    """Say whether a phrase is "the" with a noun for somebody of standing: the former senator."""
    whole = phrase.text == phrase.core or phrase.text[len(phrase.core) :].lower() == " of state"
    words = phrase.core.lower().split()
    one = words[0] == "the" and _SEVERAL.isdisjoint(words) and not phrase.core.isupper()
    return whole and one and len(words) < 6 and phrase.head not in folded("nameless")


def _needs_no_introduction(discourse: Discourse, number: int) -> bool:
    """Say whether somebody without a printed role is among those named most, and most of the family."""
    person = discourse.person(number)
    known = number in discourse.famous or not person.roles
    if not known or len(person.places) < _OFTEN:
        return False
    family = discourse.people.bearing(person.key[-1])
    return all(len(discourse.person(other).places) <= len(person.places) for other in family)
