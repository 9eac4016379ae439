"""Lines over which a quotation runs, in a text of one sentence a line with no blank lines between.

A paragraph that goes on quoting opens with a mark anew; a line that does not is no paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.model import Span

# The mark first, so that the scan skips from mark to mark.
_OPENING = re.compile(r"[\"“«‘'](?=\S)(?<![\w.,!?;:].)(?:(?<=[\"“«])|(?=[A-Z]))")
_SINGLE = r"(?<=[.,?!…]){}(?!\w)"
_CLOSINGS = {
    '"': re.compile(r'(?<=\S)"(?!\w)'),
    "“": re.compile("”"),
    "«": re.compile("»"),
    "‘": re.compile(_SINGLE.format("’")),
    "'": re.compile(_SINGLE.format("'")),
}
_LONGEST = 12  # lines of a quotation


def run_on(text: str, lines: Sequence[Span], after_blank: Sequence[bool]) -> Iterator[Span]:
    """Yield the lines of a text as paragraphs, those as one over which a quotation runs."""
    number = 0
    while number < len(lines):
        last = number
        while (further := _closed_in(text, lines, after_blank, last)) is not None:
            last = further
        yield lines[number][0], lines[last][1]
        number = last + 1


def _closed_in(text: str, lines: Sequence[Span], after_blank: Sequence[bool], number: int) -> int | None:
    """Return the line in which a quotation ends that is open at the end of a line, if there is one."""
    alone = number + 1 == len(lines) or after_blank[number + 1]
    mark = None if alone else _left_open(text, lines[number])
    if mark is None:
        return None
    for later in range(number + 1, min(number + 1 + _LONGEST, len(lines))):
        start, end = lines[later]
        if after_blank[later] or text[start] in _CLOSINGS:
            return None
        closing = _CLOSINGS[mark].search(text, start, end)
        opening = text.find(mark, start, closing.start() if closing else end)
        if opening >= 0:
            return None
        if closing:
            return later
    return None


def _left_open(text: str, line: Span) -> str | None:
    """Return the mark that opens a quotation in a line and is not closed in it."""
    at, end = line
    while found := _OPENING.search(text, at, end):
        closing = _CLOSINGS[found[0]].search(text, found.end(), end)
        if closing is None:
            return found[0]
        at = closing.end()
    return None
