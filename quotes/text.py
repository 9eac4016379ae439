"""Views of a text that have its length, so that an offset means the same in each."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import lookup

from quotes.model import Span


def _characters(*names: str) -> tuple[str, ...]:
    return tuple(lookup(name) for name in names)


_DOUBLE = _characters(
    "LEFT DOUBLE QUOTATION MARK",
    "RIGHT DOUBLE QUOTATION MARK",
    "DOUBLE LOW-9 QUOTATION MARK",
    "DOUBLE HIGH-REVERSED-9 QUOTATION MARK",
    "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK",
    "RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK",
    "FULLWIDTH QUOTATION MARK",
    "DOUBLE PRIME",
)
_SINGLE = _characters(
    "LEFT SINGLE QUOTATION MARK",
    "RIGHT SINGLE QUOTATION MARK",
    "SINGLE LOW-9 QUOTATION MARK",
    "SINGLE HIGH-REVERSED-9 QUOTATION MARK",
    "SINGLE LEFT-POINTING ANGLE QUOTATION MARK",
    "SINGLE RIGHT-POINTING ANGLE QUOTATION MARK",
    "MODIFIER LETTER APOSTROPHE",
    "ACUTE ACCENT",
    "PRIME",
)
_SPACE = _characters(
    "NO-BREAK SPACE",
    "FIGURE SPACE",
    "THIN SPACE",
    "HAIR SPACE",
    "EN SPACE",
    "EM SPACE",
    "NARROW NO-BREAK SPACE",
    "IDEOGRAPHIC SPACE",
    "ZERO WIDTH SPACE",
    "ZERO WIDTH NO-BREAK SPACE",
    "LEFT-TO-RIGHT MARK",
    "RIGHT-TO-LEFT MARK",
    "LEFT-TO-RIGHT EMBEDDING",
    "POP DIRECTIONAL FORMATTING",
)
_HYPHEN = _characters("HYPHEN", "NON-BREAKING HYPHEN")
_DASH = _characters("HORIZONTAL BAR", "TWO-EM DASH")

_FOLDS = (
    *((mark, '"') for mark in _DOUBLE),
    *((mark, "'") for mark in _SINGLE),
    *((space, " ") for space in _SPACE),
    *((hyphen, "-") for hyphen in _HYPHEN),
    *((dash, lookup("EM DASH")) for dash in _DASH),
)


def fold(text: str) -> str:
    """Return `text` with straight marks, plain spaces and plain hyphens, one code point for one.

    >>> fold("“Don’t”\\N{NO-BREAK SPACE}go")
    '"Don\\'t" go'
    """
    if text.isascii():
        return text
    # A search for an absent character is far cheaper than a look at every character.
    for character, plain in _FOLDS:
        text = text.replace(character, plain)
    return text


def mask(text: str, spans: Iterable[Span], filler: str = "_") -> str:
    """Return `text` with every code point of `spans` (half open, any order) replaced by `filler`.

    >>> mask('Lee said "no" twice.', [(9, 13)])
    'Lee said ____ twice.'

    Raises ValueError when `filler` is not one code point.
    """
    if len(filler) != 1:
        raise ValueError(f"filler must be one code point, not {filler!r}")
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            pieces += text[at:start], filler * (end - start)
            at = end
    pieces.append(text[at:])
    return "".join(pieces)
