"""What speaks for two speakers being one, and what against: reasons, each a line that a person can check.

The weights are set by hand, for ranking what a person looks at; they are no probabilities, and no
sum of them ever merges anybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from quotes import lexicon
from quotes.deciding.likeness import edits, first_names_fit, initials, sounds_alike
from quotes.identity import AgeUse, SpeakerEntry
from quotes.names import first_name_gender, suffix
from quotes.query import bare_name, core_name, fold, middle_initials, words
from quotes.role import head

# Above 0 it speaks for one, below for two.
WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "same full name": 46,
        "same words": 40,
        "same but for its legal form": 40,
        "within": 36,
        "acronym": 34,
        "surname": 30,
        "body within": 25,
        "surname sounds": 20,
        "first name": 20,
        "first name sounds": 14,
        "short form": 14,
        "initial": 6,
        "role": 20,
        "role like": 10,
        "role head": 5,
        "named in roles": 6,
        "age": 15,
        "company": 4,
        "type": -10,
        "no common role": -8,
        "common surname": -4,
        "first names differ": -30,
        "surnames differ": -30,
        "gender": -25,
        "initials": -40,
        "suffix": -40,
        "suffix of one": -20,
        "ages": -40,
        "same article": -40,
    }
)
MOST_COMPANY = 3  # people quoted beside both that are counted
MOST_NAMESAKES = 6
LETTERS = 3  # a surname of fewer tells nothing by its sound

_LEGAL = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc llp gmbh ag sa group holdings".split()
)
_LITTLE = frozenset("of the for and in on at to a an former ex then now who is was".split())
_SPELLED: Mapping[str, str] = MappingProxyType(
    {"dep": "deputy", "det": "detective", "gov": "governor", "lt": "lieutenant", "pres": "president"}
    | {"prof": "professor", "rep": "representative", "sen": "senator", "sgt": "sergeant"}
)
_POSSESSIVE = re.compile(r"(?<=\w)[’']s\b|(?<=s)[’'](?!\w)")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


class Reason(NamedTuple):
    """What speaks for one speaker or, if it is below 0, for two; `text` says it to a person."""

    weight: int
    text: str


@dataclass(frozen=True)
class Profile:
    """What there is to compare of a speaker.

    `quoted` are the ids of those who are quoted in each of their articles, `namesakes` how many have
    the surname.
    """

    entry: SpeakerEntry
    quoted: tuple[Collection[str], ...] = ()
    namesakes: int = 0

    @cached_property
    def company(self) -> frozenset[str]:
        """The ids of those who are quoted in the same articles."""
        return frozenset(each for article in self.quoted for each in article) - {self.entry.id}

    @cached_property
    def name(self) -> tuple[str, ...]:
        """The folded words of the name, without titles, initials and what follows it."""
        if not self.is_person:
            return tuple(word for word in words(self.entry.name) if word != "the")
        parts = core_name(bare_name(self.entry.name))
        return parts[:-1] if len(parts) > 2 and self.suffix else parts

    @property
    def is_person(self) -> bool:
        """Whether it is somebody, as far as is known."""
        return self.entry.type in ("person", "unknown")

    @property
    def is_bare(self) -> bool:
        """Whether it is somebody of whom one name alone is printed."""
        return self.is_person and len(self.name) < 2

    @property
    def suffix(self) -> str | None:
        """What tells father and son apart."""
        return suffix(tuple(self.entry.name.split()))

    @cached_property
    def legal(self) -> tuple[str, ...]:
        """The name of a body without its legal form."""
        kept = self.name
        while len(kept) > 1 and kept[-1] in _LEGAL:
            kept = kept[:-1]
        return kept

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """The roles, folded, and how they are printed."""
        printed = dict.fromkeys(use.role for use in self.entry.roles)
        return {" ".join(map(spelled, words(role))): role for role in printed}

    @cached_property
    def heads(self) -> frozenset[str]:
        """The head nouns of the roles."""
        return frozenset(spelled(head(role)) for role in self.roles.values()) - {""}

    @cached_property
    def named_in_roles(self) -> Mapping[str, str]:
        """What the roles name: places, bodies, parties; folded, and as printed."""
        return {fold(name): name for role in self.roles.values() for name in names_in(role)}

    @cached_property
    def born(self) -> tuple[int, int] | None:
        """The years in which somebody of these ages may have been born, or None if none fits all."""
        return birth_years(self.entry.ages)


def names_in(role: str) -> Iterator[str]:
    """Yield the proper names in a role.

    >>> list(names_in("Mayor of Port Ellery")), list(names_in("Chief Minister"))
    (['Port', 'Ellery'], [])
    """
    offices = lexicon.words("titles") | lexicon.words("offices") | lexicon.words("role_nouns")
    for found in _CAPITALISED.findall(_POSSESSIVE.sub("", role)):
        if fold(found) not in offices and found not in ("Chief", "Deputy", "Former", "General", "House"):
            yield found


def spelled(word: str) -> str:
    """Return a folded word of a role as it is when it is spelled out.

    >>> spelled("sen"), spelled("mayor")
    ('senator', 'mayor')
    """
    return _SPELLED.get(word, word)


@lru_cache(maxsize=65536)
def role_words(role: str) -> frozenset[str]:
    """Return the words of a role that say something.

    >>> sorted(role_words("former mayor of Vale")) == sorted(role_words("Vale’s mayor"))
    True
    """
    return frozenset(map(spelled, words(_POSSESSIVE.sub("", role)))) - _LITTLE


def birth_years(ages: Collection[AgeUse]) -> tuple[int, int] | None:
    """Return the first and last year in which somebody of these ages may have been born.

    None if no age is dated. Where the ages do not fit each other the first is after the last.

    >>> birth_years([AgeUse(34, "2026-05-01", "a"), AgeUse(30, "2021", "b")])
    (1991, 1991)
    """
    dated = [int(use.date[:4]) - use.age for use in ages if use.date]
    return (max(year - 1 for year in dated), min(dated)) if dated else None


def may_be_one(one: Profile, other: Profile) -> bool:
    """Return whether two are worth comparing: not if neither first name nor surname fit.

    Whatever else they share: brothers are mayors too.
    """
    if not (one.is_person and other.is_person) or one.is_bare or other.is_bare:
        return True
    if sorted(one.name) == sorted(other.name) or (len(one.name) != len(other.name) and _within(one, other)):
        return True
    mine, theirs = one.name, other.name
    return _fit(mine[0], theirs[0]) and (mine[-1] == theirs[-1] or sounds_alike(mine[-1], theirs[-1]))


def _fit(mine: str, theirs: str) -> bool:
    return mine == theirs or first_names_fit(mine, theirs) or sounds_alike(mine, theirs)


def reasons(one: Profile, other: Profile) -> Iterator[Reason]:
    """Yield what speaks for and against two speakers being one."""
    if one.is_person and other.is_person:
        yield from _of_people(one, other)
    elif not one.is_person and not other.is_person:
        yield from _of_bodies(one, other)
    else:
        yield _reason("type", f"one is read as {one.entry.type}, the other as {other.entry.type}")
        if one.name == other.name:
            yield _reason("same full name" if len(one.name) > 1 else "same words", "the same name")
    yield from _of_roles(one, other)
    yield from _of_company(one, other)


def _of_people(one: Profile, other: Profile) -> Iterator[Reason]:
    if sorted(one.name) == sorted(other.name) and one.name != other.name:
        yield _reason("same words", "the same words in another order")
    elif len(one.name) != len(other.name) and min(len(one.name), len(other.name)) > 1 and _within(one, other):
        yield _reason("within", "one name stands within the other")
    else:
        yield from _of_surnames(one, other)
        if min(len(one.name), len(other.name)) > 1:
            yield from _of_first_names(one.name[0], other.name[0])
    if one.suffix != other.suffix and len(one.name) > 1 and len(other.name) > 1:
        sort = "suffix" if one.suffix and other.suffix else "suffix of one"
        yield _reason(sort, f"one is {_printed(one if one.suffix else other)}, the other is not")
    told = (middle_initials(bare_name(one.entry.name)), middle_initials(bare_name(other.entry.name)))
    if all(told) and told[0] != told[1]:
        yield _reason("initials", f"the initials differ: {' '.join(told[0])}, {' '.join(told[1])}".upper())
    yield from _of_ages(one, other)


def _within(one: Profile, other: Profile) -> bool:
    shorter, longer = sorted((one.name, other.name), key=len)
    return (
        longer[-len(shorter) :] == shorter
        or longer[: len(shorter)] == shorter
        or ((longer[0], longer[-1]) == (shorter[0], shorter[-1]))
    )


def _of_surnames(one: Profile, other: Profile) -> Iterator[Reason]:
    mine, theirs = one.name[-1], other.name[-1]
    if mine == theirs:
        yield _reason("surname", f"the same surname, {_printed(one)}")
    elif sounds_alike(mine, theirs) and edits(mine, theirs) <= max(2, len(mine) // 3):
        yield _reason("surname sounds", f"surnames that sound alike: {_printed(one)}, {_printed(other)}")
    else:
        yield _reason("surnames differ", f"the surnames differ: {_printed(one)}, {_printed(other)}")
    namesakes = max(one.namesakes, other.namesakes) if min(len(one.name), len(other.name)) == 1 else 0
    if namesakes > 1:
        weight = WEIGHTS["common surname"] * (min(namesakes, MOST_NAMESAKES) - 1)
        yield Reason(weight, f"{namesakes} speakers have this surname")


def _of_first_names(mine: str, theirs: str) -> Iterator[Reason]:
    if mine == theirs:
        yield _reason("first name", f"the same first name, {mine.title()}")
    elif 1 in (len(mine), len(theirs)) and mine[0] == theirs[0]:
        yield _reason("initial", f"the initial fits: {mine.title()}, {theirs.title()}")
    elif first_names_fit(mine, theirs):
        yield _reason(
            "short form", f"one first name may be short for the other: {mine.title()}, {theirs.title()}"
        )
    elif sounds_alike(mine, theirs):
        yield _reason("first name sounds", f"first names that sound alike: {mine.title()}, {theirs.title()}")
    else:
        yield _reason("first names differ", f"the first names differ: {mine.title()}, {theirs.title()}")
    genders = {first_name_gender(mine), first_name_gender(theirs)}
    if genders == {"m", "f"}:
        yield _reason("gender", "a man's first name and a woman's")


def _of_bodies(one: Profile, other: Profile) -> Iterator[Reason]:
    shorter, longer = sorted((one, other), key=lambda profile: len(profile.name))
    if one.legal == other.legal:
        yield _reason("same but for its legal form", "the same but for its legal form")
    elif len(shorter.name) == 1 and len(longer.name) > 1 and shorter.name[0] == initials(longer.name):
        yield _reason("acronym", f"{shorter.entry.name} are the first letters of {longer.entry.name}")
    elif len(shorter.name) > 1 and " ".join(shorter.name) in " ".join(longer.name):
        yield _reason("body within", "one name stands within the other")


def _of_ages(one: Profile, other: Profile) -> Iterator[Reason]:
    if one.born is None or other.born is None or not (one.entry.ages and other.entry.ages):
        return
    first, last = max(one.born[0], other.born[0]), min(one.born[1], other.born[1])
    if first <= last:
        yield _reason("age", f"the ages fit: born in {first}" + (f" or {last}" if last > first else ""))
    elif first > last + 1:
        yield _reason("ages", f"the ages do not fit: born about {one.born[1]} and about {other.born[1]}")


def _of_roles(one: Profile, other: Profile) -> Iterator[Reason]:
    if not one.roles or not other.roles:
        return
    same = [role for folded, role in one.roles.items() if folded in other.roles]
    alike = [] if same else _alike(one, other)
    heads = one.heads & other.heads
    named = [name for folded, name in one.named_in_roles.items() if folded in other.named_in_roles]
    if same:
        yield _reason("role", f"the same role: {same[0]}")
    elif alike:
        yield _reason("role like", f"roles alike: {alike[0]}; {alike[1]}")
    elif heads:
        yield _reason("role head", f"both are called {min(heads)}")
    if named and not same:
        yield _reason("named in roles", f"both roles name {' '.join(named)}")
    if not (same or alike or heads or named):
        yield _reason(
            "no common role",
            f"no role in common: {next(iter(one.roles.values()))}; {next(iter(other.roles.values()))}",
        )


def _alike(one: Profile, other: Profile) -> list[str]:
    """Return a role of each that have two words in common, one of them the head."""
    for mine in one.roles.values():
        for theirs in other.roles.values():
            common = role_words(mine) & role_words(theirs)
            if len(common) > 1 and head(mine) == head(theirs):
                return [mine, theirs]
    return []


def _of_company(one: Profile, other: Profile) -> Iterator[Reason]:
    both = set(one.entry.article_ids) & set(other.entry.article_ids)
    if both:
        yield _reason("same article", f"{len(both)} article{'s' * (len(both) > 1)} quote both")
        return
    common = len(one.company & other.company)
    if common:
        weight = WEIGHTS["company"] * min(common, MOST_COMPANY)
        yield Reason(weight, f"{common} other speaker{'s are' if common > 1 else ' is'} quoted beside both")


def _printed(profile: Profile) -> str:
    return profile.entry.name.split()[-1]


def _reason(kind: str, text: str) -> Reason:
    return Reason(WEIGHTS[kind], text)
