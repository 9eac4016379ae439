"""PolNeAR as published, in brat's standoff format, turned into a gold file.

    python -m bench.polnear FOLDER > polnear.jsonl

For each X.ann below FOLDER the text is X.txt beside it, or the file of that name elsewhere below FOLDER.
A line T… of an .ann file is a span (`T1<TAB>Source 0 7<TAB>Ann Lee`, in pieces `Content 0 5;9 12`), a line
E… an attribution of spans (`E1<TAB>Attribution:T2 Source:T1 Cue:T2 Content:T3`). Where there are relations
instead (`R1<TAB>attribution Arg1:T1 Arg2:T2`), what is tied to one cue is one attribution, with the sources
tied to its content; without a cue, what is tied to one content. Other lines are notes. Ranges that touch,
or that only white space parts, are one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bench.gold import Spans, kind_of

_ROLES = ("source", "cue", "content")
_SPAN = re.compile(r"(T\d+)\t(\w+) ([\d ;]+)(?:\t|$)")
_ARGUMENT = re.compile(r"\w+:(T\d+)")

Record = dict[str, object]


@dataclass(slots=True)
class _Notes:
    """An .ann file: the role and the ranges of each span, and which spans each event or relation names."""

    spans: dict[str, tuple[str, Spans]] = field(default_factory=dict)
    events: list[list[str]] = field(default_factory=list)
    relations: list[list[str]] = field(default_factory=list)


def convert(name: str, text: str, annotations: str) -> Record:
    """Return an article of a gold file; spans are half open, in code points.

    >>> notes = "T1\\tSource 0 3\\nT2\\tCue 4 8\\nT3\\tContent 9 17\\nE1\\tAttribution:T2 Source:T1 Cue:T2 Content:T3"
    >>> convert("a", "Lee said it leaks.", notes)["quotes"]
    [{'source': [(0, 3)], 'cue': [(4, 8)], 'content': [(9, 17)], 'kind': 'indirect'}]
    """  # noqa: E501
    notes = _read(annotations)
    groups = notes.events or list(_tied(notes))
    quotes = (_quote(text, notes, group) for group in groups)
    return {"id": name, "text": text, "quotes": sorted(filter(None, quotes), key=_content)}


def _content(quote: Record) -> Spans:
    return cast(Spans, quote["content"])


def _read(annotations: str) -> _Notes:
    notes = _Notes()
    for line in annotations.splitlines():
        span = _SPAN.match(line)
        if span and span[2].lower() in _ROLES:
            ranges = (piece.split() for piece in span[3].split(";"))
            notes.spans[span[1]] = (span[2].lower(), tuple((int(start), int(end)) for start, end in ranges))
        elif line[:1] in ("E", "R"):
            named = list(dict.fromkeys(_ARGUMENT.findall(line)))
            (notes.events if line[0] == "E" else notes.relations).append(named)
    return notes


def _tied(notes: _Notes) -> Iterator[list[str]]:
    """Yield, for each cue and then for each content that no cue has, the spans that relations tie to it."""
    done = set[str]()
    for role in ("cue", "content"):
        for name, (own, _) in notes.spans.items():
            if own == role and name not in done:
                tied = _partners(notes, name, _ROLES)
                contents = [other for other in tied if notes.spans[other][0] == "content"]
                done.update(tied)
                if tied:
                    sources = (
                        other for content in contents for other in _partners(notes, content, ("source",))
                    )
                    yield list(dict.fromkeys([name, *tied, *sources]))


def _partners(notes: _Notes, name: str, roles: Iterable[str]) -> list[str]:
    named = (other for relation in notes.relations if name in relation for other in relation)
    return [other for other in named if other != name and notes.spans.get(other, ("",))[0] in roles]


def _quote(text: str, notes: _Notes, names: Iterable[str]) -> Record | None:
    ranges: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
    for name in names:
        role, own = notes.spans.get(name, ("", ()))
        if role:
            ranges[role] += own
    if not ranges["content"]:
        return None
    spans = {role: list(_joined(text, own)) for role, own in ranges.items()}
    return {**spans, "kind": kind_of(text, tuple(spans["content"]))}


def _joined(text: str, ranges: list[tuple[int, int]]) -> Spans:
    out: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges)):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def articles(folder: Path) -> Iterator[Record]:
    """Yield the articles below a folder, in order of their names.

    Raises FileNotFoundError when the text of an .ann file is missing.
    """
    texts = {path.stem: path for path in folder.rglob("*.txt")}
    for path in sorted(folder.rglob("*.ann")):
        beside = path.with_suffix(".txt")
        source = beside if beside.exists() else texts.get(path.stem)
        if source is None:
            raise FileNotFoundError(f"no text for {path.name}: put {path.stem}.txt below {folder}")
        yield convert(path.stem, _text(source), _text(path))


def _text(path: Path) -> str:
    """Read a file as it is: brat counts a carriage return as a character."""
    return path.read_bytes().decode("utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Write the gold file of a folder to stdout; return the exit code."""
    parser = argparse.ArgumentParser(prog="bench.polnear", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    records = list(articles(parser.parse_args(arguments).folder))
    sys.stdout.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if not records:
        print("no .ann file below that folder", file=sys.stderr)
    return 0 if records else 1


if __name__ == "__main__":
    sys.exit(main())
