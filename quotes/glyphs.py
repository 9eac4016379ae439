"""Characters that can be quotation marks, and what each can be where it stands.

Most of the characters that look like marks in a news text are apostrophes. They are left out here,
or handed on as doubtful where only the marks around them can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from quotes.lexicon import words
from quotes.model import Span

Family = Literal["double", "single", "angle", "half angle"]
Side = Literal["open", "close", "either"]

# Each mark is looked for by itself, which is much faster than a class of all. Word-inner apostrophes
# are dropped inside the expression because they are nine of ten. Of three marks that end words the
# inner one comes first.
_AS_MARK = (
    r"(?:(?<=[^\s'(\[]')(?=''(?![^\W_']))|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’|(?<![^\W_]['‘’`´](?=[^\W_])))"
)
_MARKS = {
    **{mark: re.compile(mark) for mark in '"“”„‟＂«»‹›‚‛'},
    **{mark: re.compile(mark + _AS_MARK) for mark in "'‘’`´"},
}
_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(["\"", "“", "”", "„", "‟", "＂", "''", "``", "‘‘", "’’"], "double"),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛", "`", "´"], "single"),
    **dict.fromkeys(["«", "»"], "angle"),
    **dict.fromkeys(["‹", "›"], "half angle"),
}  # fmt: skip
_OPENERS = frozenset(["“", "„", "‟", "``", "‘‘", "«", "‹", "‘", "‚", "‛"])
_CLOSERS = frozenset(["”", "’’", "»", "›"])

_BEFORE_OPEN = frozenset("([{<-–—―/=*_|~>\u200b\u200e\u200f\u202a\u202d\u2060\u2066\ufeff")
_AFTER_CLOSE = frozenset(",;:!?)]}")
_ELLIPSIS = re.compile(r"\s(?:…|\.\.\.)\s")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d)?$")
_ELIDED = re.compile(r"(\d0s\b)|(\d\d\b)(?![.,:]\d|\s?%|\s(?:per\s?cent|million|billion))|([^\W\d_]+)")
_POSSESSIVE = re.compile(r"\s+[^\W_]")
_CLIPPED = ("in", "an", "ol", "th", "wi", " o")


class Glyph(NamedTuple):
    """A mark at `start:end` that can open or close a passage, or either.

    `weak` says that it may be an apostrophe: as a closing mark a plural possessive, as an opening
    mark a lost beginning (`'em`).
    """

    start: int
    end: int
    family: Family
    side: Side
    weak: bool


def find_marks(text: str) -> list[Span]:
    """Return where the characters stand that can be quotation marks, in order."""
    present = (pattern for mark, pattern in _MARKS.items() if mark in text)
    return sorted(found.span() for pattern in present for found in pattern.finditer(text))


def find_glyphs(text: str, span: Span, marks: Iterable[Span]) -> Iterator[Glyph]:
    """Yield the possible quotation marks among those within `span`, which bounds what each stands beside."""
    last: Glyph | None = None
    for mark in marks:
        glyph = _glyph(text, span, mark, last)
        if glyph:
            yield glyph
            last = glyph


def _glyph(text: str, span: Span, at: Span, last: Glyph | None) -> Glyph | None:
    mark = text[at[0] : at[1]]
    family = _FAMILIES[mark]
    before = text[at[0] - 1] if at[0] > span[0] else " "
    if mark == "“" and before.isspace():
        return Glyph(*at, "double", "open", weak=False)
    if mark == "”" and (before.isalpha() or before in ",.?!"):
        return Glyph(*at, "double", "close", weak=False)
    after = text[at[1]] if at[1] < span[1] else " "
    beside_opener = last is not None and last.end == at[0] and last.side == "open"
    opens = _can_open(text, at, before, after) or (beside_opener and not after.isspace())
    closes = not beside_opener and _can_close(before, after)
    if family == "single":
        return _single(text, at, opens=opens, closes=closes)
    if family == "double" and before.isdigit() and _FEET.search(text, max(span[0], at[0] - 8), at[0]):
        return None
    side = _side(mark, before, after, opens=opens, closes=closes)
    return Glyph(at[0], at[1], family, side, before.isdigit())


def _can_open(text: str, at: Span, before: str, after: str) -> bool:
    if not (before.isspace() or before in _BEFORE_OPEN) or after in _AFTER_CLOSE:
        return False
    if after.isspace():  # ” … and the bridge fell,” said Lee
        return bool(_ELLIPSIS.match(text, at[1]))
    return after != "." or text.startswith("..", at[1])


def _can_close(before: str, after: str) -> bool:
    return not before.isspace() and before not in "([{" and not after.isalnum()


def _side(mark: str, before: str, after: str, *, opens: bool, closes: bool) -> Side:
    if mark in _OPENERS:
        return "either" if closes and not opens else "open"
    if mark in _CLOSERS:
        return "either" if opens and not closes else "close"
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _single(text: str, at: Span, *, opens: bool, closes: bool) -> Glyph | None:
    mark = text[at[0]]
    if mark in "‚‛":
        return Glyph(*at, "single", "open", weak=False)
    if opens and not (closes and mark == "’"):
        elided = _is_elided(text, at[1])
        if elided is None:
            return None
        return Glyph(*at, "single", "open", weak=elided or mark in "’´")
    if closes and text[max(at[0] - 2, 0) : at[0]].lower() not in ("'n", "’n", "‘n"):
        return Glyph(*at, "single", "close", weak=_is_doubtful(text, at))
    return None


def _is_elided(text: str, at: int) -> bool | None:
    """Return whether the word at `at` may have lost its beginning; None for a decade, sure to have."""
    found = _ELIDED.match(text, at)
    if not found:
        return False
    if found[1]:
        return None
    return bool(found[2]) or found[3].lower() in words("elisions")


def _is_doubtful(text: str, at: Span) -> bool:
    """Return whether a closing single mark may be a possessive (`workers' union`) or a lost end."""
    before = text[at[0] - 1]
    if not before.isalnum():
        return False
    plural = before in "sSzx" and bool(_POSSESSIVE.match(text, at[1]))
    return plural or text[max(at[0] - 2, 0) : at[0]].lower() in _CLIPPED or before.isdigit()
