"""Exact spans, counted on the tokens of the published benchmark: one label a token, one layer deep."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bench.gold import Instance, Spans
from quotes.model import Quote

NAMES = ("source", "cue", "content")
Chunk = tuple[str, int, int]  # name, and tokens, half open


def chunks(labels: Iterable[str]) -> set[Chunk]:
    """Read labels (B-cue, I-cue, O) as spans of tokens.

    >>> sorted(chunks(["B-cue", "I-cue", "O", "B-source", "B-source"]))
    [('cue', 0, 2), ('source', 3, 4), ('source', 4, 5)]
    """
    out, start, name = set[Chunk](), 0, ""
    for i, label in enumerate((*labels, "O")):
        if name and label != f"I-{name}":
            out.add((name, start, i))
            name = ""
        if label.startswith("B-"):
            start, name = i, label[2:]
    return out


def project(quotes: Sequence[Quote], instance: Instance) -> list[str]:
    """Return the labels that extracted quotes give to the tokens of an instance.

    Of quotes inside each other the one with the longest content counts; a token has one label.
    """
    labels = ["O"] * len(instance.tokens)
    places = [(token[0], token[1], i) for i, token in enumerate(instance.tokens) if token]
    for quote in sorted(quotes, key=lambda one: -_size(one.content)):
        parts = [
            (name, tokens)
            for name in ("content", "cue", "source")
            for span in sorted(getattr(quote, name))
            if (tokens := _within(places, *span))
        ]
        _label(labels, parts)
    return labels


def _label(labels: list[str], parts: list[tuple[str, list[int]]]) -> None:
    flat = [i for _, tokens in parts for i in tokens]
    if sum(labels[i] != "O" for i in flat) > len(flat) / 2:
        return
    for name, tokens in parts:
        free = [i for i in tokens if labels[i] == "O"]
        for n, i in enumerate(free):
            labels[i] = f"{'I' if n and free[n - 1] == i - 1 else 'B'}-{name}"


def _within(places: list[tuple[int, int, int]], start: int, end: int) -> list[int]:
    out = []
    for at in range(bisect_left(places, (start,)), len(places)):
        if places[at][0] >= end:
            break
        if places[at][1] <= end:
            out.append(places[at][2])
    return out


def exact(gold: Spans, found: Spans) -> tuple[int, int, int]:
    """Where there are no tokens: how many spans are right, wrong and missing."""
    a, b = set(gold), set(found)
    return len(a & b), len(b - a), len(a - b)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
