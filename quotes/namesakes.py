"""Whom of several bearers of a name a mention means, by what is printed beside it or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotes import names
from quotes.names import suffix
from quotes.nouns import folded, is_common_word
from quotes.person import Person
from quotes.role import head

_GENERATION = re.compile(r"\b(?:(?P<young>younger|junior)|older|elder|senior) \Z", re.I)
_SIBLING = re.compile(r"\b(?:(?P<old>older|elder|big)|younger|little|kid) (?:brother|sister)\b")
_CHILDREN = frozenset("son daughter grandson granddaughter nephew niece".split())
_REACH = 20  # characters before a surname in which "the younger" stands
_AGED = re.compile(r", (\d{1,3})(?=[,.;])")


def of_age(text: str, people: Sequence[Person], ids: tuple[int, ...], end: int) -> tuple[int, ...]:
    """Of several bearers, those of the age printed at `end`, or else of no printed age: Lee, 51, said."""
    aged = _AGED.match(text, end)
    ages = (int(aged[1]), None) if aged else ()
    fits = (tuple(i for i in ids if people[i].age == age) for age in ages)
    return next(filter(None, fits), ids)


def by_generation(text: str, people: Sequence[Person], ids: tuple[int, ...], lead: int) -> tuple[int, ...]:
    """The younger Kell: by the ages printed of the two, by Sr. and Jr., or by who is the other's child."""
    word = _GENERATION.search(text, max(0, lead - _REACH), lead) if text.endswith("r ", 0, lead) else None
    if word is None or len(ids) != 2:
        return ids
    pair = young_and_old(people[ids[0]], people[ids[1]])
    return (pair[not word["young"]].id,) if pair else ids


def young_and_old(one: Person, other: Person) -> tuple[Person, Person] | None:
    """Put the younger of two of a family first, if it is printed who that is."""
    first, second = _generation(one), _generation(other)
    return None if first == second else (one, other) if first < second else (other, one)


def _generation(person: Person) -> tuple[int, int]:
    """What grows with age, as far as it is printed: no child and no junior, then the age."""
    child = suffix(person.words) == "jr" or any(head(role.text) in _CHILDREN for role in person.roles)
    sibling = next(filter(None, (_SIBLING.search(role.text) for role in person.roles)), None)
    if sibling:
        return 2 if sibling["old"] else 0, person.age or 0
    return 0 if child else 1, person.age or 0


def family(people: Sequence[Person], ids: Sequence[int]) -> tuple[Person, ...]:
    """The one named first, and then the others, if they are introduced as kin; nobody if they are not."""
    first, *others = sorted((people[i] for i in ids), key=lambda person: person.first)
    return (first, *others) if not is_printed_as_kin(first) and all(map(is_printed_as_kin, others)) else ()


def head_of_family(text: str, members: Sequence[Person], at: int) -> int | None:
    """Whom a surname goes back to: the first of a family whose others were named in other paragraphs."""
    if not members:
        return None
    last = ((other, bisect_left(other.places, at) - 1) for other in members[1:])
    places = [other.places[i] for other, i in last if i >= 0]
    return members[0].id if all(text.find("\n\n", place, at) >= 0 for place in places) else None


def is_printed_as_kin(person: Person) -> bool:
    """Say whether somebody was introduced as kin of somebody else: his wife, Jane Marsh."""
    return any(head(role.text) in folded("kin") for role in person.roles)


def likeliest(people: Sequence[Person], ids: tuple[int, ...], at: int) -> tuple[int, ...]:
    """Of several bearers, prefer the one printed before; then the one who alone owns the bare surname."""
    if len(ids) < 2:
        return ids
    before = tuple(i for i in ids if people[i].first < at)
    if len(before) == 1:
        return before
    if not before:  # a headline: the one of whom the article speaks
        most, other = sorted(ids, key=lambda i: -len(people[i].places))[:2]
        return (most,) if len(people[most].places) > 2 * len(people[other].places) else ids
    owners = tuple(i for i in before if people[i].bare)
    return owners if len(owners) == 1 else before


def may_be_no_name(person: Person) -> bool:
    """Say whether the first word of a name may only begin a sentence: Debating Lee."""
    first = person.words[0]
    return len(person.words) == 2 and is_common_word(first) and not names.is_first_name(first)
