"""What there is to compare of a speaker: the words of the name, the roles, the ages, the company."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType

from quotes import lexicon
from quotes.deciding.keys import key_of_name, name_in
from quotes.deciding.likeness import initials
from quotes.identity import AgeUse, SpeakerEntry
from quotes.names import suffix
from quotes.query import bare_name, core_name, fold, stands_alone, words
from quotes.role import head

_LEGAL = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc llp gmbh ag sa group holdings".split()
)
_SMALL = frozenset("of the for and in on to at a an de la du des del".split())
_SORTS = frozenset("brigade corps department force forces service".split())
_INITIALS = re.compile(r"\A[A-Z]{2,3}(?= \w+[a-z])")  # JK Moor, and not AL MOOR
_QUALIFIER = re.compile(r"(?<=\S)\s+\([^()]*\)\Z")
_LITTLE = frozenset("of the for and in on at to a an former ex then now who is was".split())
_SPELLED: Mapping[str, str] = MappingProxyType(
    {"dep": "deputy", "det": "detective", "gov": "governor", "lt": "lieutenant", "pres": "president"}
    | {"prof": "professor", "sen": "senator", "sens": "senator", "sgt": "sergeant"}
    | dict.fromkeys(("rep", "reps", "congressman", "congresswoman"), "representative")
)
_PARTY = re.compile(r"\b[RDI]-(?=[A-Z])")  # before a state, R-Ky.
_POSSESSIVE = re.compile(r"(?<=\w)[’']s\b|(?<=s)[’'](?!\w)")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


def _apart(initials: re.Match[str]) -> str:
    return " ".join(initials[0])


def _suffix(name: str) -> str | None:
    return suffix(tuple(name.split()))


@dataclass(frozen=True)
class Profile:
    """What there is to compare of a speaker.

    `quoted` are the ids of those who are quoted in each of their articles, `namesakes` how many have
    the surname, or are bodies with the same first letters.
    """

    entry: SpeakerEntry
    quoted: tuple[Collection[str], ...] = ()
    namesakes: int = 0

    @cached_property
    def company(self) -> frozenset[str]:
        """The ids of those who are quoted in the same articles."""
        return frozenset(each for article in self.quoted for each in article) - {self.entry.id}

    @cached_property
    def called(self) -> str:
        """The name without what a person put behind it in brackets: Ian Cole (baker)."""
        return _QUALIFIER.sub("", self.entry.name)

    @cached_property
    def name(self) -> tuple[str, ...]:
        """The folded words of the name, without titles, initials and what follows it."""
        if not self.is_person:
            return tuple(name_in(key_of_name(self.entry.name, self.entry.type)).split())
        parts = core_name(bare_name(_INITIALS.sub(_apart, self.called)))
        if self.is_bare and len(parts) > 1 and parts[0] in lexicon.words("name_particles"):
            return parts[-1:]
        return parts[:-1] if len(parts) > 2 and _suffix(self.called) else parts

    @cached_property
    def is_person(self) -> bool:
        """Whether it is somebody, as far as is known."""
        return self.entry.type in ("person", "unknown")

    @cached_property
    def is_bare(self) -> bool:
        """Whether it is somebody of whom one name alone is printed."""
        return self.is_person and stands_alone(self.called)

    @cached_property
    def suffix(self) -> str | None:
        """What tells father and son apart, in any of the names."""
        return next(filter(None, map(_suffix, (self.called, *self.entry.former))), None)

    @cached_property
    def legal(self) -> tuple[str, ...]:
        """The name of a body without its legal form."""
        kept = self.name
        while len(kept) > 1 and kept[-1] in _LEGAL:
            kept = kept[:-1]
        return kept

    @cached_property
    def proper(self) -> tuple[str, ...]:
        """The name of a body without what many leave out behind it: Vale Police Department."""
        return self.legal[:-1] if len(self.legal) > 2 and self.legal[-1] in _SORTS else self.legal

    @cached_property
    def letters(self) -> str:
        """What an acronym of a body would be: nothing if there are words in it that no name has."""
        printed = (word[0] for word in re.findall(r"\w+", self.entry.name) if fold(word) not in _SMALL)
        proper = len(self.name) > 1 and all(letter.isupper() for letter in printed)
        return initials(self.name) if proper else ""

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

    >>> list(names_in("R-N.Y.")), list(names_in("Mayor of Port Ellery")), list(names_in("Chief Minister"))
    (['NY'], ['Port', 'Ellery'], [])
    """
    for found in _CAPITALISED.findall(_PARTY.sub("", _POSSESSIVE.sub("", role)).replace(".", "")):
        if fold(found) not in _of_no_name():
            yield found


@cache
def _of_no_name() -> frozenset[str]:
    """Words of roles that are capitalised in some papers: offices, what one is in charge of, and my."""
    lists = ("address", "offices", "role_nouns", "portfolios", "politics")
    common = frozenset("chief deputy former his her its my our their".split())
    return common.union(lexicon.table("titles"), *map(lexicon.words, lists))


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
