"""Headlines and subheads, where any word may be in capitals and so is no sign of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.model import Paragraph, Span

_LONG_WORD = re.compile(r"[^\W\d_](?<!\w\w)[^\W\d_]{3,}")  # a letter first: the scan then skips to one
_SHORT_WORD = re.compile(r"\b[a-z]{3,4}\b(?!['’])")
_SMALL = frozenset(
    "and are but for from has have her his into its nor off onto our over per than that the their then"
    " via was what when who why will with yet you your".split()
)
_LONGEST = 200
# More words of four small letters than are a tenth of the long words that fit.
_SMALL_WORDS = re.compile(rf"(?>(?:[^ ]*+ )+?[a-z]{{4}}){{{_LONGEST // 40}}}")
_ENDS = ".!?\"”'’):,;—"


def headlines(text: str, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """Return the spans of headings, marked or by their looks, in text order."""
    found = (block for block in paragraphs if block.kind == "heading" or _looks_like_one(text, block))
    return [(block.start, block.end) for block in found]


def _looks_like_one(text: str, block: Paragraph) -> bool:
    """Say whether a short paragraph has no full stop, or nearly all its long words in capitals."""
    length = block.end - block.start
    if not 0 < length <= _LONGEST:
        return False
    if length < 120 and text[block.end - 1] not in _ENDS:
        return True
    if _SMALL_WORDS.match(text, block.start, block.end):
        return False
    words = _LONG_WORD.findall(text, block.start, block.end)
    capitals = sum([word[0].isupper() for word in words])
    return len(words) > 4 and capitals > 0.9 * len(words) and not _is_prose(text, block)


def _is_prose(text: str, block: Paragraph) -> bool:
    """Say whether a sentence is full of names, and has a short word in small letters as no headline has.

    >>> text = "Sen. Paul Dreyer and Sen. Mark Osprey met Gov. Anna Sayre of Vermont on Monday."
    >>> _looks_like_one(text, Paragraph(0, len(text), "body"))
    False
    """
    if text[block.end - 1] != ".":
        return False
    return any(word[0] not in _SMALL for word in _SHORT_WORD.finditer(text, block.start, block.end))
