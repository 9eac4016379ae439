"""Gold articles: texts in which people have marked who said what, and how a set of them is recognised again.

A gold file has one article a line: {"id", "text", "quotes": [{"content", "cue", "source", "kind", "speaker"?,
"speaker_type"?, "roles"?, "inner"?}], "instances"?: [{"tokens", "labels"}]}. Spans are half open, in code
points. An instance is a sentence as published: its tokens, none where a token is not in the text, and a
label each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from quotes.model import Kind, Span

Spans = tuple[Span, ...]
_MARKED = re.compile(r"[\"“”«»„]|``|''|(?<!\w)[‘'](?=\w)")
_OPENS, _CLOSES = "\"“„«»‘'`", "\"”“»«’'"


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One attribution as people marked it; `speaker_type` is none where nobody marked the speaker.

    `inner` ones stand inside the words of another; only the project's own articles mark them.
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    speaker: str | None = None
    speaker_type: str | None = None
    roles: tuple[str, ...] = ()
    inner: bool = False

    @property
    def by_name(self) -> bool:
        """Whether the speaker is a person with a name."""
        return self.speaker_type == "person" and self.speaker not in (None, "", "AUTHOR")


@dataclass(frozen=True, slots=True)
class Instance:
    """A sentence of the published benchmark."""

    tokens: tuple[Span | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text and the attributions that people marked in it."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]
    instances: tuple[Instance, ...] = ()


def read(path: Path) -> tuple[GoldArticle, ...]:
    """Read a gold file; raises OSError, or ValueError or KeyError where it is none."""
    return parse(path.read_text(encoding="utf-8").splitlines())


def parse(lines: Iterable[str]) -> tuple[GoldArticle, ...]:
    """Read the lines of a gold file."""
    return tuple(_article(json.loads(line)) for line in lines if line.strip())


def digest(articles: Iterable[GoldArticle]) -> str:
    """Return what changes when anything in a gold set does: 16 hexadecimal digits."""
    hashed = sha256()
    for article in articles:
        hashed.update(repr(article).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()[:16]


def kind_of(text: str, content: Spans) -> Kind:
    """Say by its marks what kind a content is.

    >>> [kind_of(text, ((0, len(text)),)) for text in ('"It leaks."', 'it "leaks"', "it leaks")]
    ['direct', 'mixed', 'indirect']
    """
    parts = [text[start:end] for start, end in content]
    if not any(_MARKED.search(part) for part in parts):
        return "indirect"
    return "direct" if all(part[0] in _OPENS and part[-1] in _CLOSES + ".,;" for part in parts) else "mixed"


def _article(record: dict[str, Any]) -> GoldArticle:
    return GoldArticle(
        record["id"],
        record["text"],
        tuple(_quote(quote) for quote in record["quotes"] if quote.get("content")),
        tuple(
            Instance(tuple(token and (token[0], token[1]) for token in one["tokens"]), tuple(one["labels"]))
            for one in record.get("instances", ())
        ),
    )


def _quote(record: dict[str, Any]) -> GoldQuote:
    return GoldQuote(
        content=_spans(record["content"]),
        cue=_spans(record.get("cue")),
        source=_spans(record.get("source")),
        kind=record.get("kind", "indirect"),
        speaker=record.get("speaker"),
        speaker_type=record.get("speaker_type"),
        roles=tuple(record.get("roles") or ()),
        inner=record.get("inner", False),
    )


def _spans(pairs: Iterable[Iterable[int]] | None) -> Spans:
    return tuple(sorted((int(start), int(end)) for start, end in pairs or ()))
