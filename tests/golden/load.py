"""The hand-made annotations of `seeds/`: exact strings, turned into spans of the text a reader returns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quotes.model import Act, Kind, Span, SpeakerType
from quotes.readers import read_path

HERE = Path(__file__).parent
UNNAMED = frozenset("a an the one two her his its their both about".split())
SEEDS = HERE.parent.parent / "seeds"


@dataclass(frozen=True, slots=True)
class Gold:
    """A quote that a careful reader lists. `source` and `cue` are none where nothing is printed."""

    kind: Kind
    act: Act
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    type: SpeakerType
    roles: tuple[str, ...]
    candidates: tuple[str, ...]
    optional: bool
    inner: bool = False  # inside the words of another

    @property
    def named(self) -> bool:
        """Whether the speaker has a name, or is a phrase such as "a homeless man"."""
        first = (self.speaker or "a").split()[0]
        return first[0].isupper() and first.casefold() not in UNNAMED


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A seed article, its quotes, and the strings in marks that are no quotes."""

    stem: str
    text: str
    quotes: tuple[Gold, ...]
    negatives: tuple[str, ...]


def stems() -> list[str]:
    """The names of the annotated articles, in order."""
    return sorted({path.stem for path in HERE.glob("*.json")} - {"floors", "problems"})


@cache
def load(stem: str) -> GoldArticle:
    """Read a seed article and its annotations; raise ValueError when a string is not in the text."""
    (path,) = SEEDS.glob(f"{stem}.*")
    (article,) = read_path(path)
    notes = json.loads((HERE / f"{stem}.json").read_text(encoding="utf-8"))
    quotes = tuple(locate(article.text, note) for note in notes["quotes"])
    return GoldArticle(stem, article.text, quotes, tuple(notes["not"]))


def locate(text: str, note: dict[str, Any]) -> Gold:
    """Find the strings of one annotation in the text.

    `near` is a snippet before the content, `cue_near` and `source_near` are snippets right before
    those; without them the content is its first occurrence, the others the nearest to it.
    """
    content = _find_content(text, note["content"], _after(text, note.get("near", "")))
    return Gold(
        kind=note["kind"],
        act=note.get("act", "said"),
        content=content,
        cue=_find_nearest(text, note["cue"], content, note.get("cue_near")),
        source=_find_nearest(text, note["source"], content, note.get("source_near")),
        speaker=note["speaker"],
        type=note["type"],
        roles=tuple(note.get("roles", [])),
        candidates=tuple(note.get("candidates", [])),
        optional=note.get("optional", False),
        inner=note.get("inner", False),
    )


def _after(text: str, snippet: str) -> int:
    at = text.find(snippet)
    if at < 0:
        raise ValueError(f"not in the article: {snippet!r}")
    return at + len(snippet)


def _find_content(text: str, parts: list[str], start: int) -> tuple[Span, ...]:
    spans = []
    for part in parts:
        at = _find(text, part, start)
        if at is None:
            raise ValueError(f"content not in the article: {part!r}")
        start = at + len(part)
        spans.append((at, start))
    return tuple(spans)


def _find_nearest(text: str, wanted: str, content: tuple[Span, ...], near: str | None) -> Span | None:
    if not wanted:
        return None
    if near is not None:
        at = _after(text, near)
        places = [at] if text.startswith(wanted, at) else []
    else:
        places = [at for at in _places(text, wanted) if not _inside(at, content)]
    if not places:
        raise ValueError(f"not in the article: {wanted!r}")
    at = min(places, key=lambda at: _distance((at, at + len(wanted)), content))
    return at, at + len(wanted)


def _places(text: str, wanted: str) -> list[int]:
    """Every place where `wanted` stands as words of its own."""
    places, at = [], _find(text, wanted, 0)
    while at is not None:
        places.append(at)
        at = _find(text, wanted, at + 1)
    return places


def _find(text: str, wanted: str, start: int) -> int | None:
    at = text.find(wanted, start)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(wanted) :][:1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (after.isalnum() and wanted[-1].isalnum()):
            return at
        at = text.find(wanted, at + 1)
    return None


def _inside(at: int, content: tuple[Span, ...]) -> bool:
    return any(start <= at < end for start, end in content)


def _distance(span: Span, content: tuple[Span, ...]) -> int:
    return min(max(start - span[1], span[0] - end, 0) for start, end in content)
