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
from quotes.names import is_first_name, same_first_name

_NAMES = 262144
_OPENINGS = ("eiy", "ou", "ckq", "gq", "cs", "sz")  # first letters with which one name may be spelled
_SILENT = re.compile("(?<!^)[aeiouvwy]+(?:h$)?|(?<!^)j$")


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
    >>> sounds_alike("gaddur", "qaddur"), sounds_alike("yevgeny", "evgeny")
    (True, True)
    >>> sounds_alike("lee", "lane"), sounds_alike("joan", "john"), sounds_alike("hill", "gill")
    (False, False, False)
    """
    if sound(one) != sound(other) or min(len(one), len(other)) < 3:
        return False
    return len(sound(one)) > 3 or _may_open(one[0], other[0])


def _may_open(one: str, other: str) -> bool:
    return one == other or any(one in letters and other in letters for letters in _OPENINGS)


def usual(word: str) -> str:
    """Return the usual spelling of a folded name that other languages spell with other sounds.

    >>> usual("georgios"), usual("chiang"), usual("ann")
    ('george', 'jiang', 'ann')
    """
    return lexicon.table("name_spellings").get(word, word)


def is_one_name(one: str, other: str) -> bool:
    """Return whether two folded names are one in two languages or scripts, where their sounds differ.

    >>> is_one_name("julia", "yulia"), is_one_name("julia", "julia"), is_one_name("ann", "anna")
    (True, False, False)
    """
    return one != other and usual(one) == usual(other)


def is_misprint(one: str, other: str) -> bool:
    """Return whether two folded first names differ in a letter, and one of them is no known name.

    >>> is_misprint("jon", "joh"), is_misprint("jon", "joan"), is_misprint("jon", "john")
    (True, False, False)
    """
    known = is_first_name(one) and is_first_name(other)
    return not known and min(len(one), len(other)) > 2 and edits(one, other) == 1


@lru_cache(maxsize=_NAMES)
def run_together(name: tuple[str, ...]) -> str:
    """Return the words of a name as one word, each in its usual spelling.

    >>> run_together(("pak", "ji", "hun")), run_together(("ann", "lee"))
    ('parkjihun', 'annlee')
    """
    return "".join(map(usual, name))


def orders(name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a name as it stands, with its last word first, and with its first word last.

    >>> orders(("park", "ji", "hoon"))
    (('park', 'ji', 'hoon'), ('hoon', 'park', 'ji'), ('ji', 'hoon', 'park'))
    """
    return name, (name[-1], *name[:-1]), (*name[1:], name[0])


def is_spelled_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names sound alike when their words are run together, in any usual order.

    >>> is_spelled_apart(("abdulrahman", "nasser"), ("abd", "al", "rahman", "nasir"))
    True
    >>> is_spelled_apart(("park", "ji", "hoon"), ("jihun", "pak"))
    True
    >>> is_spelled_apart(("kim", "jong", "vo"), ("kim", "jongra"))
    False
    >>> is_spelled_apart(("viktor", "szabados"), ("szabados", "victor"))
    True
    >>> is_spelled_apart(("paul", "moran"), ("marian", "paul"))
    False
    """
    whole, as_many = run_together(one), len(one) == len(other)
    most = len(whole) // (8 if as_many else 5)
    runs = map(run_together, orders(other)[as_many:])
    return any(sound(whole) == sound(run) and edits(whole, run) <= most for run in runs)


def stands_within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether the shorter of two names is the longer one with words left out.

    Left out may be what comes before or after it, and anything behind the first name.

    >>> stands_within(("ana", "lopez"), ("ana", "maria", "lopez", "rivas"))
    True
    >>> stands_within(("maria", "rivas"), ("ana", "maria", "lopez", "rivas"))
    False
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == len(longer):
        return False
    rest = iter(longer)
    in_order = shorter[0] == longer[0] and all(word in rest for word in shorter)
    return in_order or longer[-len(shorter) :] == shorter


def stands_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether a name of two words is a longer one without its middle, the family name first.

    >>> stands_turned(("minh", "nguyen"), ("nguyen", "van", "minh"))
    True
    """
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 2 < len(longer) and shorter == (longer[-1], longer[0])


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


def one_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names of bodies differ in the spelling of one longer word.

    >>> one_spelling(("health", "organization"), ("health", "organisation"))
    True
    >>> one_spelling(("vale", "trust"), ("dale", "trust"))
    False
    """
    if len(one) != len(other):
        return False
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return (
        len(unlike) == 1
        and min(map(len, unlike[0])) > 4
        and edits(*unlike[0]) < 3
        and (sounds_alike(*unlike[0]) or edits(*unlike[0]) == 1)
    )


def initials(words: tuple[str, ...]) -> str:
    """Return the first letters of words, as an acronym has them.

    >>> initials(("world", "health", "organization"))
    'who'
    """
    return "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "in", "on"))
