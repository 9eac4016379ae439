"""Does what is stored agree with the texts? Proof that every quote is verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Quote, Span

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the library that does not agree: what has the id, and what is wrong with it."""

    id: str
    what: str


def quote_problems(quote: Quote, text: str) -> Iterator[Problem]:
    """Yield what is wrong with the places of a quote in its article's text, or with its words."""
    if not quote.content:
        yield Problem(quote.id, "has no content")
    for name in ("content", "cue", "source"):
        outside = [span for span in getattr(quote, name) if not _is_inside(span, text)]
        yield from (Problem(quote.id, f"{name} {list(span)} is not in the text") for span in outside)
    if all(_is_inside(span, text) for span in quote.content) and not _agrees(quote, text):
        yield Problem(quote.id, "its words are not those at its place in the text")


def _is_inside(span: Span, text: str) -> bool:
    start, end = span
    return 0 <= start < end <= len(text)


def _agrees(quote: Quote, text: str) -> bool:
    """Return whether a quote's words are those of its content, but for "that" before a part."""
    said = _WORD.findall(quote.text)
    printed = [_WORD.findall(text[start:end]) for start, end in sorted(quote.content)]
    return _fits(said, printed)


def _fits(said: Sequence[str], printed: Sequence[Sequence[str]]) -> bool:
    return said == [word for part in printed for word in part]
