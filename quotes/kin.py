"""Kin of somebody named: "her mother" is Ann Lee, where Eve Lee was printed as Ann Lee's daughter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotes.discourse import Discourse
from quotes.names import SINGULAR, key
from quotes.namesakes import young_and_old
from quotes.nouns import folded, noun_gender
from quotes.person import Person
from quotes.phrases import Phrase
from quotes.role import Role, head
from quotes.weighing import weigh

_INVERSE = {
    "mother": "daughter son child",
    "father": "daughter son child",
    "mom": "daughter son",
    "dad": "daughter son",
    "mum": "daughter son",
    "son": "mother father",
    "daughter": "mother father",
    "wife": "husband",
    "husband": "wife",
    "widow": "husband",
    "brother": "brother sister",
    "sister": "brother sister",
}
_SAME = {"mother": "mom mum", "mom": "mother", "mum": "mother", "father": "dad", "dad": "father"}
_PARENTS = frozenset("father dad mother mom mum".split())
_SPOUSES = frozenset("wife ex-wife widow husband ex-husband widower".split())
_PAIR = re.compile(r"\b(my|our|his|her) (?:late )?parents,? (?=[A-Z])", re.I)
_BY_AGE = re.compile(r"the (?P<age>younger|older|elder) (?:brother|sister)", re.I)
_NAMES = 60  # characters of the two names after that
_BYLINE = re.compile(r"^By ([A-Z][^\n,]{3,40})$", re.M)
_HEAD = 600  # characters in which a byline stands
_LAST = 8  # bearers of a kin role that are looked at: the latest
_CLEAR = 1.5  # by how much the owner of "his" is ahead of the next


class Relative(NamedTuple):
    """Who "his wife" is, by which step of a chain, and why."""

    who: int
    step: str
    why: str


def kin(discourse: Discourse, phrase: Phrase, at: int) -> Relative | None:
    """Return the one person who is the kin of whom "his", "her" or "my" at `at` means.

    Kin that is printed of somebody comes first; a surname alone is a guess, and said to be one.
    """
    noun, owner = phrase.head, phrase.core.split()[0].lower()
    if noun not in folded("kin") or phrase.plural or len(phrase.core.split()) > 3:
        return None
    if owner in ("my", "our"):
        own = (person for person, role in _bearers(discourse, noun) if _is_own(role))
        printed = {*own} or {*_parent(discourse, noun, None)}
        guessed = _of_the_writer(discourse, noun)
    elif owner in SINGULAR:
        whose = possessor(discourse, owner, at)
        if whose is None:
            return None
        printed = {*_of(discourse, noun, whose)} or {*_parent(discourse, noun, whose)}
        guessed = _spouse(discourse, noun, whose)
    else:
        return _of_two(discourse, phrase, at)
    if printed:
        return (
            Relative(printed.pop(), "description", "by kin printed of that person")
            if len(printed) == 1
            else None
        )
    one = next(guessed, None)
    return (
        None if one is None else Relative(one, "kin by surname", "who alone fits among those of the surname")
    )


def _of_two(discourse: Discourse, phrase: Phrase, at: int) -> Relative | None:
    """Who "the younger brother" is: of the two of one surname named last, by their ages."""
    aged = _BY_AGE.fullmatch(phrase.text)
    last: dict[str, Person] = {}
    for mark in reversed(discourse.scene.before(at) if aged else ()):
        person = discourse.person(mark.id)
        if person.gender() not in (None, noun_gender(phrase.head)):
            continue
        other = last.setdefault(person.key[-1], person)
        if aged and other is not person:
            pair = young_and_old(person, other)
            who = pair and pair[aged["age"].lower() != "younger"]
            return Relative(who.id, "age", "by age, of two of one surname") if who else None
    return None


def _is_own(role: Role) -> bool:
    return role.text.lower().startswith(("my ", "our "))


def _of_the_writer(discourse: Discourse, noun: str) -> Iterator[int]:
    """Yield the only man or woman beside the writer who bears the writer's surname, for "my father"."""
    byline = _BYLINE.search(discourse.text, 0, _HEAD) if noun in _PARENTS else None
    if byline is None:
        return
    writer, gender = key(tuple(byline[1].split())), noun_gender(noun)
    bearers = map(discourse.person, discourse.people.bearing(writer[-1]))
    fits = [one.id for one in bearers if one.surely and one.key != writer and one.gender() == gender]
    if len(fits) == 1:
        yield fits[0]


def _parent(discourse: Discourse, noun: str, whose: int | None) -> Iterator[int]:
    """Yield the man or the woman of "his parents, James and Olive Lee"; `whose` is none for "my parents"."""
    for found in _pairs(discourse) if noun in _PARENTS else ():
        owner = found[1].lower()
        theirs = possessor(discourse, owner, found.start()) if owner in SINGULAR else None
        if (owner in SINGULAR) != (whose is not None) or theirs != whose:
            continue
        both = discourse.people.within(found.end(), found.end() + _NAMES)[:2]
        apart = [discourse.text[one.mention.end : two.mention.lead] for one, two in pairwise(both)]
        if apart == [" and "]:
            named = [one.id for one in both if one.id is not None]
            yield from (i for i in named if discourse.person(i).gender() == noun_gender(noun))


def _pairs(discourse: Discourse) -> tuple[re.Match[str], ...]:
    if discourse.parents is None:
        discourse.parents = tuple(_PAIR.finditer(discourse.text))[-_LAST:]
    return discourse.parents


def _spouse(discourse: Discourse, noun: str, whose: int) -> Iterator[int]:
    """Yield the one woman, or man, beside somebody who bears the same surname, for "his wife"."""
    person = discourse.person(whose)
    if noun not in _SPOUSES or len(person.key) < 2 or person.gender() == noun_gender(noun):
        return
    family = map(discourse.person, discourse.people.bearing(person.key[-1]))
    fits = [
        one for one in family if one.id != whose and one.surely and one.gender() in (None, noun_gender(noun))
    ]
    if len(fits) == 1 and fits[0].gender() and not _is_other_kin(fits[0]):
        yield fits[0].id


def _is_other_kin(person: Person) -> bool:
    heads = {head(role.text) for role in person.roles}
    return any(noun in folded("kin") and noun not in _SPOUSES for noun in heads)


def _of(discourse: Discourse, noun: str, whose: int) -> Iterator[int]:
    """Yield who is printed as the `noun` of somebody, or whose kin that somebody is printed as."""
    for person, role in _bearers(discourse, noun):
        if person != whose and _owner(discourse, role, person) == whose:
            yield person
    for role in discourse.person(whose).roles:
        if head(role.text) in _INVERSE.get(noun, "").split():
            other = _owner(discourse, role, whose)
            if other is not None and discourse.person(other).gender() in (None, noun_gender(noun)):
                yield other


def _bearers(discourse: Discourse, noun: str) -> Iterator[tuple[int, Role]]:
    nouns = {noun, *_SAME.get(noun, "").split()}
    numbers = (number for each in nouns for number in discourse.people.by_head.get(each, ())[-_LAST:])
    for number in dict.fromkeys(numbers):
        for role in discourse.person(number).titles.values():
            if head(role.text) in nouns:
                yield number, role


def _owner(discourse: Discourse, role: Role, bearer: int) -> int | None:
    """Whose kin a role says: Ray's niece; his wife, by who stands before it."""
    first = role.text.split()[0].lower()
    if first in SINGULAR:
        return possessor(discourse, first, role.start)
    inside = discourse.people.within(role.start, role.end)
    others = [number for number in inside[0].ids if number != bearer] if inside else []
    return others[0] if len(others) == 1 else None


def possessor(discourse: Discourse, word: str, at: int) -> int | None:
    """Whom his or her means, if somebody is clearly ahead."""
    before = discourse.spoke if discourse.spoke and discourse.spoke[1] < at else None
    ranked = weigh(discourse.scene, at, gender=SINGULAR[word], speaker=before)
    if not ranked or (len(ranked) > 1 and ranked[0].score < _CLEAR * ranked[1].score):
        return None
    return ranked[0].id
