"""Tables of sentences with their quotes tagged: `reason | <s>Lee</s> <c>said</c> <q>the roof leaks</q>.`

Tags are `<s>` source, `<c>` cue and `<q>` content; `<q2>` belongs to the second quote of a text and
`<s1,2>` serves two. `¶` is a paragraph break, `#` opens a comment line. In `known-failures.txt` a
line begins with the table it comes from: `synthetic: reason | …`.

    python -m tests.cases_loader sort

moves the lines that fail to known-failures.txt and those that pass back to the end of their table.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import quotes
from quotes.model import Span

HERE = Path(__file__).parent / "cases"
TABLES = ("in-the-wild", "synthetic", "negative")
KNOWN_FAILURES = "known-failures"

_TAG = re.compile(r"<(/?)([scq])([\d,]*)>")
_LETTERS = {"s": "source", "c": "cue", "q": "content"}

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """The spans of one quote."""

    content: Spans = ()
    cue: Spans = ()
    source: Spans = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a table; `quotes` in text order."""

    reason: str
    text: str
    quotes: tuple[Expected, ...]
    line: str


def cases(table: str) -> list[Case]:
    """Read a table; raise ValueError on a line that does not parse."""
    lines = (HERE / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]


def parse(line: str) -> Case:
    """Split a line and take its tags out.

    >>> parse("bare | <s>Lee</s> <c>said</c> <q>no</q>.").quotes
    (Expected(content=((9, 11),), cue=((4, 8),), source=((0, 3),)),)
    """
    reason, bar, tagged = line.partition(" | ")
    if not bar:
        raise ValueError(f"no ' | ' in the case: {line!r}")
    text, spans = untag(tagged.replace("¶", "\n\n"))
    numbers = sorted({number for number, _ in spans})
    quotes = [
        Expected(**{name: tuple(spans.get((number, letter), ())) for letter, name in _LETTERS.items()})
        for number in numbers
    ]
    return Case(reason, text, tuple(sorted(quotes, key=lambda quote: quote.content)), line)


def untag(tagged: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    """Return the text without tags, and the spans by number and letter."""
    spans: dict[tuple[int, str], list[Span]] = {}
    opened: dict[tuple[str, str], int] = {}
    text, at = "", 0
    for tag in _TAG.finditer(tagged):
        text += tagged[at : tag.start()]
        at = tag.end()
        closing, letter, numbers = tag.groups()
        if not closing:
            opened[letter, numbers] = len(text)
            continue
        span = (opened.pop((letter, numbers)), len(text))
        for number in numbers.split(","):
            spans.setdefault((int(number or 1), letter), []).append(span)
    if opened:
        raise ValueError(f"unclosed tags {sorted(opened)} in {tagged!r}")
    return text + tagged[at:], spans


def found(text: str) -> tuple[Expected, ...]:
    """What the extractor says of a text, nested quotes left out."""
    outer = [quote for quote in quotes.extract(text) if quote.outer is None]
    rows = [Expected(quote.content, quote.cue, quote.source) for quote in outer]
    return tuple(sorted(rows, key=lambda row: row.content))


def show(text: str, rows: tuple[Expected, ...]) -> str:
    """Quotes as lines of <source> [cue] content, to compare by eye."""
    return "\n".join(
        f"<{_words(text, row.source)}> [{_words(text, row.cue)}] {_words(text, row.content)}" for row in rows
    )


def _words(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def sort() -> None:
    """Move every line to the table where it belongs today."""
    homes = {case.line: table for table in TABLES for case in cases(table)}
    for case in cases(KNOWN_FAILURES):
        table, _, line = case.line.partition(": ")
        homes[line] = table
    failing = {line for line in homes if not passes(parse(line))}
    for table in TABLES:
        _rewrite(table, [line for line, home in homes.items() if home == table and line not in failing])
    _rewrite(KNOWN_FAILURES, [f"{home}: {line}" for line, home in homes.items() if line in failing])


def passes(case: Case) -> bool:
    return found(case.text) == case.quotes


def _rewrite(table: str, wanted: list[str]) -> None:
    """Keep comments and order, drop the lines that left, append those that came."""
    path = HERE / f"{table}.txt"
    old = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in old if not line or line.startswith("#") or line in set(wanted)]
    new = [line for line in wanted if line not in set(old)]
    path.write_text("\n".join(kept + new) + "\n", encoding="utf-8")


if __name__ == "__main__" and sys.argv[1:] == ["sort"]:
    sort()
