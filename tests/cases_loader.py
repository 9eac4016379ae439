"""Tables of sentences with their quotes tagged: `reason | <s>Lee</s> <c>said</c> <q>the roof leaks</q>.`

Tags are `<s>` source, `<c>` cue and `<q>` content; `<q2>` belongs to the second quote of a text and
`<s1,2>` serves two. `¶` is a paragraph break, `#` opens a comment line. The sentences stay in their
tables; `known-failures.txt` names those that fail today.

    python -m tests.cases_loader                 take the cases that pass out of known-failures.txt
    python -m tests.cases_loader --allow-new     and put those that fail into it (say why in the commit)

Both print what was gained and lost.
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
KNOWN_FAILURES = HERE / "known-failures.txt"

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
    """One line of a table; its name is `table: reason`, its `quotes` are in text order."""

    name: str
    text: str
    quotes: tuple[Expected, ...]


def cases(table: str) -> list[Case]:
    """Read a table; raise ValueError on a line that does not parse."""
    lines = (HERE / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [parse(line, table) for line in lines if line and not line.startswith("#")]


def every_case() -> list[Case]:
    return [case for table in TABLES for case in cases(table)]


def parse(line: str, table: str) -> Case:
    """Split a line and take its tags out.

    >>> parse("bare | <s>Lee</s> <c>said</c> <q>no</q>.", "synthetic").quotes
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
    return Case(f"{table}: {reason}", text, tuple(sorted(quotes, key=lambda quote: quote.content)))


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


def passes(case: Case) -> bool:
    return found(case.text) == case.quotes


def known_failures() -> list[str]:
    """The names of the cases that are known to fail, in order."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def update(*, allow_new: bool) -> None:
    """Rewrite the list of known failures: what passes leaves it, what fails enters only if allowed."""
    known = set(known_failures())
    failing = [case.name for case in every_case() if not passes(case)]
    for name in failing:
        print(f"{'fails ' if name in known else 'LOST  '} {name}")
    for name in sorted(known - set(failing)):
        print(f"gained {name}")
    kept = [name for name in failing if allow_new or name in known]
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    KNOWN_FAILURES.write_text("\n".join(comments + kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    update(allow_new="--allow-new" in sys.argv)
