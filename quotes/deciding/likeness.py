"""How like two names are: their sounds, whatever the spelling, and their letters.

Likeness is good for asking a person and for nothing else: no two people are made one by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from quotes import lexicon
from quotes.names import same_first_name

_NAMES = 262144
_SILENT = re.compile("(?<!^)[aeiouvwy]+|(?<!^)j$")


@cache
def _spellings() -> re.Pattern[str]:
    longest_first = sorted(lexicon.table("sounds"), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(longest_first))


@lru_cache(maxsize=_NAMES)
def sound(word: str) -> str:
    """Return what a folded word sounds like: the same for all spellings of a name, and for some others.

    >>> sound("lukashenko") == sound("lukashenka") == sound("lukaschenko")
    True
    >>> sound("tikhanovskaya") == sound("tsikhanouskaya"), sound("zelensky") == sound("zelenskyy")
    (True, True)
    >>> sound("lee") == sound("cole")
    False
    """
    opened = "a" + word[1:] if word[:1] in ("a", "e", "i", "o", "u", "y") else word
    heard = _SILENT.sub("", opened)
    spelled = _spellings().sub(lambda letters: lexicon.table("sounds")[letters[0]], heard)
    return re.sub(r"(.)\1+", r"\1", spelled)


def edits(one: str, other: str, most: int = 4) -> int:
    """Return how many letters must be put in, taken out or changed to make one word the other.

    More than `most` count as one more than `most`.

    >>> edits("zelensky", "zelenskyy"), edits("lee", "cole"), edits("lee", "montgomery")
    (1, 3, 5)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, facing in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != facing)),
            )
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def sounds_alike(one: str, other: str) -> bool:
    """Return whether two folded words may be one name spelled in two ways.

    >>> sounds_alike("lukashenko", "lukashenka"), sounds_alike("vladimir", "volodymyr")
    (True, True)
    >>> sounds_alike("lee", "lane"), sounds_alike("joan", "john"), sounds_alike("hill", "gill")
    (False, False, False)
    """
    if sound(one) != sound(other) or min(len(one), len(other)) < 3:
        return False
    return one[0] == other[0] or len(sound(one)) > 3


def first_names_fit(one: str, other: str) -> bool:
    """Return whether two folded first names differ, and yet one may be short for the other.

    >>> first_names_fit("bill", "william"), first_names_fit("b", "bill"), first_names_fit("ann", "ann")
    (True, True, False)
    """
    return one != other and same_first_name(one, other)


@cache
def _full_forms() -> Mapping[str, frozenset[str]]:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for row in lexicon.entries("short_names"):
        short, _, full = row.partition("\t")
        forms[short].add(full)
    return MappingProxyType({short: frozenset(full) for short, full in forms.items()})


def full_forms(name: str) -> frozenset[str]:
    """Return the folded first names for which a folded one may be short.

    >>> sorted(full_forms("alec")), full_forms("ann")
    (['alexander'], frozenset())
    """
    return _full_forms().get(name, frozenset())


def initials(words: tuple[str, ...]) -> str:
    """Return the first letters of words, as an acronym has them.

    >>> initials(("world", "health", "organization"))
    'who'
    """
    return "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "in", "on"))
