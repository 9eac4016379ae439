"""A text with passages marked in place; what is marked is never reworded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, zip_longest
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from quotes.model import Span
from quotes.show.layout import paragraph
from quotes.show.plain import visible

_HEADING = re.compile(r"(?m)^## .*$")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Mark:
    """A passage, its style, and what stands around it where styles cannot be seen.

    `note` stands after the passage always.
    """

    span: Span
    style: str
    opening: str = ""
    closing: str = ""
    note: str = ""


class Edit(NamedTuple):
    """What replaces the characters from `start` to `end`; `order` decides at the same place."""

    start: int
    end: int
    order: int
    text: Text


@dataclass(frozen=True)
class Marked:
    """A part of a text with its marks."""

    text: str
    marks: tuple[Mark, ...]
    start: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the text, with brackets around the passages where the console has no styles."""
        yield paragraph(self.rendered(brackets=console.color_system is None))

    def rendered(self, *, brackets: bool) -> Text:
        """Return the text with its marks, its subheads in bold."""
        text = Text(visible(self.text))
        for mark in self.marks:
            text.stylize(mark.style, *self._inside(mark.span))
        for heading in _HEADING.finditer(text.plain):
            text.stylize("bold", heading.start(), heading.end())
        return _edited(text, [*self._hashes(text), *self._insertions(brackets=brackets)])

    def _hashes(self, text: Text) -> Iterator[Edit]:
        for heading in _HEADING.finditer(text.plain):
            yield Edit(heading.start(), heading.start() + 3, 0, Text())

    def _insertions(self, *, brackets: bool) -> Iterator[Edit]:
        """Yield what stands around the marks; at one place, what closes comes before what opens."""
        for mark in self.marks:
            start, end = self._inside(mark.span)
            if brackets and mark.closing:
                yield Edit(end, end, 1, Text(mark.closing, style=mark.style))
            if mark.note:
                yield Edit(end, end, 2, Text(mark.note, style=mark.style))
            if brackets and mark.opening:
                yield Edit(start, start, 3, Text(mark.opening, style=mark.style))

    def _inside(self, span: Span) -> Span:
        start, end = (min(max(at - self.start, 0), len(self.text)) for at in span)
        return start, end


def superscript(number: int) -> str:
    """Return a number as a footnote mark.

    >>> superscript(12)
    '¹²'
    """
    return str(number).translate(_SUPERSCRIPTS)


def _edited(text: Text, edits: Iterable[Edit]) -> Text:
    ordered = sorted(edits, key=lambda edit: edit[:3])
    places = accumulate(chain.from_iterable((edit.start, edit.end) for edit in ordered), max)
    kept = text.divide(places)[::2]  # what lies between a start and its end is replaced
    result = Text()
    for piece, edit in zip_longest(kept, ordered):
        result.append_text(piece)
        if edit:
            result.append_text(edit.text)
    return result
