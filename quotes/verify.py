"""Does what is stored agree with the texts? Proof that every quote is verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import dumps

from quotes.model import Quote, Span
from quotes.tables import Row

_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_EDGES = "\"“”„«»‹›‘’‚'`´" + _SPACES
_THAT = re.compile(r"that\b", re.IGNORECASE)
_GAP = " […] "
_ANEW = "quotes update makes the speakers anew"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the library that does not agree: what has the id, and what is wrong with it."""

    id: str
    what: str


def quote_problems(quote: Quote, text: str) -> Iterator[Problem]:
    """Yield what is wrong with the places of a quote in its article's text, or with its words."""
    if not quote.content:
        yield Problem(quote.id, "has no content")
    yield from place_problems(quote, text)
    if all(_is_inside(span, text) for span in quote.content) and not _agrees(quote, text):
        yield Problem(quote.id, "its words are not those at its place in the text")


def place_problems(quote: Quote, text: str) -> Iterator[Problem]:
    """Yield which places of a quote are none in its article's text."""
    for name in ("content", "cue", "source"):
        outside = [span for span in getattr(quote, name) if not _is_inside(span, text)]
        yield from (Problem(quote.id, f"{name} {list(span)} is not in the text") for span in outside)


def speaker_problems(stored: Iterable[Row], expected: Iterable[Row]) -> Iterator[Problem]:
    """Yield which rows of speakers are not what quotes and decisions make of them."""
    rows, made = ({row["id"]: dumps(row, sort_keys=True) for row in each} for each in (stored, expected))
    for speaker in sorted(rows.keys() | made.keys()):
        if speaker not in rows:
            yield Problem(speaker, f"is missing among the speakers, though quotes are theirs; {_ANEW}")
        elif speaker not in made:
            yield Problem(speaker, f"is among the speakers, though no quote is theirs; {_ANEW}")
        elif rows[speaker] != made[speaker]:
            yield Problem(speaker, f"is not the speaker that quotes and decisions make of them; {_ANEW}")


def _is_inside(span: Span, text: str) -> bool:
    start, end = span
    return 0 <= start < end <= len(text)


def _agrees(quote: Quote, text: str) -> bool:
    """Return whether the quote's words are those of its content, but for marks and "that" at the edge.

    Inside a part each character counts, white space too.
    """
    printed = [piece for start, end in quote.content for piece in text[start:end].split(_GAP)]
    said = quote.text.split(_GAP)
    return len(said) == len(printed) and all(map(_same, said, printed))


def _same(said: str, printed: str) -> bool:
    words, place = _bare(said), _bare(printed)
    return words in (place, _bare(_THAT.sub("", place, count=1)) if _THAT.match(place) else place)


def _bare(part: str) -> str:
    """Return a part without the marks and white space around it."""
    return part.strip(_EDGES)
