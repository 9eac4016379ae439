"""What the readers hand to each other: an article as a row of blocks, before they are sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "para", "item", "quote", "aside"]

_TERMINAL = ".!?…:;,"
CLOSERS = "\"'”’»)]*_"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, block quotation or box; `text` may still hold line breaks.

    `level` is that of a heading. `linked` is true when there is nothing but link text, `bold`
    when all is bold, and `credit` is a bold end of a block that begins in plain type. `legend` is
    true for what stands in italics right below a picture.
    """

    kind: BlockKind
    text: str
    level: int = 0
    linked: bool = False
    bold: bool = False
    credit: str = ""
    legend: bool = False


class Run(NamedTuple):
    """A piece of inline text in one type."""

    text: str
    bold: bool = False
    linked: bool = False
    italic: bool = False


def from_runs(kind: BlockKind, runs: Sequence[Run], *, level: int = 0) -> Block | None:
    """Make a block of its runs, or None when there is no text in them."""
    text = "".join(run.text for run in runs).strip()
    if not text:
        return None
    inked = [run for run in runs if run.text.strip()]
    bold = all(run.bold for run in inked)
    credit = "" if bold else _bold_end(inked)
    return Block(kind, text, level, all(run.linked for run in inked), bold, credit)


def _bold_end(runs: Sequence[Run]) -> str:
    end: list[str] = []
    for run in reversed(runs):
        if not run.bold:
            break
        end.append(run.text)
    return "".join(reversed(end)).strip()


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences, lead-ins and clauses do, closing marks left aside.

    >>> ends_sentence('“Yes,” she said.'), ends_sentence("Wall to be rebuilt")
    (True, False)
    """
    return text.rstrip().rstrip(CLOSERS).endswith(tuple(_TERMINAL))


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without marks, for comparing blocks.

    >>> words_of("“Don’t,” she said.")
    ['don', 't', 'she', 'said']
    """
    return re.findall(r"[^\W_]+", text.casefold())


class Shingles:
    """The runs of up to four words of some texts, for asking how much of another text is in them."""

    SIZE = 4

    def __init__(self, texts: Iterable[str]) -> None:
        """Collect the shingles of `texts`, text by text."""
        self._known: set[tuple[str, ...]] = set()
        for text in texts:
            words = words_of(text)
            for size in range(1, self.SIZE + 1):
                self._known.update(_shingles(words, size))

    def share(self, text: str) -> float:
        """Return how much of `text` is known, from 0 to 1; 0 for a text without words."""
        words = words_of(text)
        if not words:
            return 0.0
        asked = _shingles(words, min(self.SIZE, len(words)))
        return sum(shingle in self._known for shingle in asked) / len(asked)


def _shingles(words: list[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(size)), strict=False))
