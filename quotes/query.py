"""What a question asks for: pure functions that match names, dates, outlets and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Self, get_args
from unicodedata import normalize

from quotes import lexicon
from quotes.errors import QueryError
from quotes.model import Act, Kind, Status

# Combining marks of the scripts that names in the news are printed in.
_DIACRITICS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
# Letters that Unicode does not take apart, and the apostrophes, which join: O’Brien is OBrien, Muʿin Muin.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("'’‘ʼ`´ʿʾ", "")
)
_WORD = re.compile(r"\w+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)

SHORTEST_PREFIX = 3
CONTEXT = 1000
DOUBTFUL = 0.6  # below this measured precision a reader is warned


class Rank(IntEnum):
    """How well a name answers a question, best first."""

    FULL = 0
    SURNAME = 1
    PART = 2
    PREFIX = 3
    NONE = 4


def fold(text: str) -> str:
    """Return the text without case, diacritics and apostrophes, for comparing only.

    >>> fold("Zoë O’Brien-Łuk")
    'zoe obrien-luk'
    """
    if not text.isascii():
        text = _DIACRITICS.sub("", normalize("NFKD", text).casefold())
    return text.lower().translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text.

    >>> words("Mr. Kim Jong-un")
    ('mr', 'kim', 'jong', 'un')
    """
    return tuple(_WORD.findall(fold(text)))


def bare_name(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without the titles before it, if more than titles is there.

    >>> bare_name("Prime Minister Ann Lee"), bare_name("Sir")
    (('ann', 'lee'), ('sir',))
    """
    parts, titles = words(name), lexicon.words("address")
    first = next((index for index, part in enumerate(parts) if part not in titles), 0)
    return parts[first:]


def stands_alone(name: str) -> bool:
    """Return whether a name is one name and no more, whatever its title, hyphens and particles.

    >>> stands_alone("Mr. Vega-Ortiz"), stands_alone("al-Karim"), stands_alone("van der Berg")
    (True, True, True)
    >>> stands_alone("Kim Jong-vo"), stands_alone("Al Karim"), stands_alone("ask.example")
    (False, False, False)
    """
    printed = name.split()
    titles, particles = lexicon.words("address"), lexicon.words("name_particles")
    while len(printed) > 1 and (fold(printed[0]).rstrip(".") in titles or printed[0] in particles):
        printed = printed[1:]
    return len(printed) < 2 and "." not in name.rstrip(".").rpartition(" ")[2]


def core_name(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name without its middle initials.

    >>> core_name(("ann", "b", "lee"))
    ('ann', 'lee')
    """
    return tuple(part for index, part in enumerate(parts) if not _is_middle_initial(parts, index))


def with_initials_joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name with the initials that it begins with as one: J. K. is JK.

    >>> with_initials_joined(("j", "k", "moor")), with_initials_joined(("ann", "b", "lee"))
    (('jk', 'moor'), ('ann', 'b', 'lee'))
    """
    run = next((place for place, part in enumerate(parts) if len(part) > 1), 0)
    return ("".join(parts[:run]), *parts[run:]) if run > 1 else parts


def middle_initials(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the middle initials among the words of a name.

    >>> middle_initials(("ann", "b", "lee"))
    ('b',)
    """
    return tuple(part for index, part in enumerate(parts) if _is_middle_initial(parts, index))


def _is_middle_initial(parts: Sequence[str], index: int) -> bool:
    return 0 < index < len(parts) - 1 and len(parts[index]) == 1


def match_names(wanted: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the keys whose names answer `wanted`, best first, else in the order given.

    Each key comes with a name and its aliases. A full name that is the same wins over all that
    is partial; the beginning of a word counts only if nothing else does. One word is never a full
    name, so a surname finds all who bear it.

    >>> match_names("lee", {"1": ["Ann Lee"], "2": ["Lee Gray"], "3": ["Leeds Council"]})
    ['1', '2']
    """
    asked = questions(wanted)
    ranks = {key: _rank(asked, *known) for key, known in names.items() if _may_answer(asked, " ".join(known))}
    best = min(ranks.values(), default=Rank.NONE)
    limit = Rank.PART if best == Rank.SURNAME else best
    found = (key for key, rank in ranks.items() if rank <= limit and rank < Rank.NONE)
    return sorted(found, key=ranks.__getitem__)


def questions(wanted: str) -> list[tuple[str, ...]]:
    """Return the names that may be asked for: as it stands, and without titles, since Dean may be both.

    Initials that it begins with may be printed as one word or as several.

    >>> questions("Mayor Ann Lee"), questions("J.K. Moor")
    ([('mayor', 'ann', 'lee'), ('ann', 'lee')], [('j', 'k', 'moor'), ('jk', 'moor')])
    """
    asked = words(wanted), bare_name(wanted)
    joined = map(with_initials_joined, asked)
    parted = (each for each in asked if len(each) > 1 and len(each[0]) == 2)
    every = (*asked, *joined, *((*each[0], *each[1:]) for each in parted))
    return [question for question in dict.fromkeys(every) if question]


def may_name(wanted: str, candidate: str) -> bool:
    """Return whether a candidate is called `wanted`: by the whole name, or by the surname alone.

    >>> may_name("lee", "Mayor Ann Lee"), may_name("Ann Lee", "Ann Lee-Jones")
    (True, False)
    """
    asked, known = core_name(bare_name(wanted)), core_name(bare_name(candidate))
    return bool(asked) and (asked == known or (len(asked) == 1 and asked == known[-1:]))


def _may_answer(asked: Iterable[tuple[str, ...]], names: str) -> bool:
    """Sort out, cheaply, names that have not even the letters of the last word asked for."""
    folded = fold(names)
    return any(question[-1] in folded for question in asked)


def _rank(asked: Iterable[tuple[str, ...]], name: str, *aliases: str) -> Rank:
    """Rank a name by its best answer.

    An alias answers as a whole only: its parts may be a role, as in "Secretary of State Ann Lee".
    """
    parts = words(name)
    rank = min((_rank_words(question, parts) for question in asked), default=Rank.NONE)
    if rank > Rank.SURNAME and any(bare_name(alias) in asked or words(alias) in asked for alias in aliases):
        return Rank.SURNAME
    return rank


def _rank_words(question: tuple[str, ...], name: tuple[str, ...]) -> Rank:
    if not _in_order(question, name, prefix=True):
        return Rank.FULL if _same_core(question, name) else Rank.NONE
    if _same_core(question, name):
        return Rank.FULL
    if name[-len(question) :] == question:
        return Rank.SURNAME
    if _in_order(question, name):
        return Rank.PART
    return Rank.PREFIX if all(len(word) >= SHORTEST_PREFIX for word in question) else Rank.NONE


def _same_core(question: tuple[str, ...], name: tuple[str, ...]) -> bool:
    core = core_name(question)
    return len(core) > 1 and core in (core_name(name), core_name(bare_name(" ".join(name))))


def _in_order(wanted: Sequence[str], name: Iterable[str], *, prefix: bool = False) -> bool:
    """Return whether the wanted words stand in the name in this order, perhaps with others between."""
    rest = iter(name)
    return all(any(part == word or (prefix and part.startswith(word)) for part in rest) for word in wanted)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of quotes and their articles; a field that is empty asks nothing."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    act: str | None = None
    min_confidence: float | None = None
    status: str | None = None

    @classmethod
    def of(
        cls,
        *,
        kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        about: str | None = None,
        act: str | None = None,
        min_confidence: float | None = None,
        status: str | None = None,
    ) -> Self:
        """Return a filter as a person words it.

        Dates are YYYY, YYYY-MM or YYYY-MM-DD and stand for all their days. Raises QueryError on
        anything else, on a kind, act or status that does not exist, and on a confidence that is not
        from 0 to 1.
        """
        check("kind", kind, get_args(Kind))
        check("act", act, get_args(Act))
        check("status", status, get_args(Status))
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise QueryError(f"confidence {min_confidence:g} is not from 0 to 1: try 0.8")
        period = (_date(since), _date(until))
        if period[1] and not in_period(period[1], period[0], None):
            raise QueryError(f"no day is since {since} and until {until}: change one of them")
        return cls(kind, *period, words(outlet or ""), words(about or ""), act, min_confidence, status)

    def fits_form(self, *, act: str, confidence: float) -> bool:
        """Return whether a quote of this act and confidence may answer."""
        return self.act in (None, act) and confidence >= (self.min_confidence or 0)

    def fits_decided(self, *, kind: str, status: str) -> bool:
        """Return whether a quote may answer that is of this kind and status after all decisions."""
        return self.kind in (None, kind) and self.status in (None, status)

    def fits_article(self, *, date: str | None, outlet: str | None) -> bool:
        """Return whether an article of this date and outlet may answer."""
        return in_period(date, self.since, self.until) and (
            not self.outlet or _in_order(self.outlet, words(outlet or ""))
        )

    def fits_words(self, *texts: str) -> bool:
        """Return whether all words asked about stand somewhere in the texts."""
        return not self.about or has_words(self.about, *texts)


def in_period(date: str | None, since: str | None, until: str | None) -> bool:
    """Return whether some day of `date` is in the period, ends included.

    Each is ISO and may lack its day or month; None leaves an end open, but no date is in no period.

    >>> in_period("2026-08-14", "2026-08", "2026"), in_period("2026", None, "2025-12")
    (True, False)
    """
    if since is None and until is None:
        return True
    if date is None:
        return False
    return (since is None or date[: len(since)] >= since[: len(date)]) and (
        until is None or date[: len(until)] <= until[: len(date)]
    )


def has_words(wanted: Collection[str], *texts: str) -> bool:
    """Return whether each wanted folded word, or its plural or singular, stands in one of the texts.

    >>> has_words(("tax", "cafes"), "A new tax", "on each café")
    True
    """
    found = {word for text in texts for word in words(text)}
    return all(not found.isdisjoint(_forms(word)) for word in wanted)


def _forms(word: str) -> tuple[str, ...]:
    return word, f"{word}s", f"{word}es", word.removesuffix("s"), word.removesuffix("es")


def check(field: str, value: str | None, allowed: Sequence[str]) -> None:
    """Raise QueryError if the value of a field is none that there is."""
    if value is not None and value not in allowed:
        raise QueryError(f"{field} {value!r} does not exist: choose {', '.join(allowed)}")


def _date(value: str | None) -> str | None:
    if value is None:
        return None
    match = _ISO.fullmatch(value.strip())
    if match is None or not _exists(*match.groups(default="01")):
        raise QueryError(f"date {value!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    return match[0]


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def context(text: str, start: int, end: int) -> str:
    r"""Return a passage with the rest of its paragraphs, up to 1,000 code points on each side.

    >>> context("One.\n\nTwo and three.\n\nFour.", 10, 13)
    'Two and three.'
    """
    before = _BLANK_LINE.split(text[max(0, start - CONTEXT) : start])[-1]
    after = _BLANK_LINE.split(text[end : end + CONTEXT], maxsplit=1)[0]
    return before + text[start:end] + after
