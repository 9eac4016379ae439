"""Texts to measure with: of files, or made up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"

PARAGRAPH = """\
“The pumps failed at four in the morning,” said Ines Halloran, a harbour master in Port Ellery. \
“Nobody was told.” Her deputy, Tom Abara, 44, said that the board had been warned twice since March. \
According to the harbour board, the repairs would cost $3.2 million. Halloran called the estimate “a fantasy”.

"""


def read(paths: Iterable[str]) -> list[str]:
    """Return the texts of the files, or of the sample articles if none are named.

    A file that ends in .jsonl holds one object a line, with its text under "text".
    """
    files = [Path(path) for path in paths] or sorted(path for path in SEEDS.iterdir() if path.is_file())
    return [text for file in files for text in _texts(file)]


def _texts(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        yield text
        return
    for line in text.splitlines():
        if line.strip():
            yield json.loads(line)["text"]


def repeated(text: str, size: int) -> str:
    """Return the text over and over, `size` code points of it."""
    return (text * (size // len(text) + 1))[:size]
