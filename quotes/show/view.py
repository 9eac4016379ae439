"""What every command shows: one answer that can be put in each format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import RenderableType

Row = Sequence[object]


class View(Protocol):
    """An answer. Making one costs little; the work is done by the method that is asked for."""

    def screen(self) -> RenderableType:
        """Return what a person reads in a terminal."""

    def document(self) -> object:
        """Return the whole answer for JSON."""

    def records(self) -> Iterable[object]:
        """Return the answer piece by piece for JSON Lines."""

    def rows(self) -> Iterable[Row]:
        """Return the header and the rows for CSV."""

    def markdown(self) -> Iterable[str]:
        """Return the lines of a Markdown text."""
