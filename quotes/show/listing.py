"""A list of like things: a table on the screen, and the same columns as CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from quotes.show import markdown
from quotes.show.plain import flow
from quotes.show.view import Row

NARROW, MIDDLING = 75, 100  # columns of a terminal


@dataclass(frozen=True)
class Column:
    """A column's name and how its cells are shown.

    A `whole` one is always shown whole, a `line` may be cut where the terminal is narrow so that
    each row takes one line, and one is left out where there are fewer columns than it is `wanting`.
    In a pipe all are whole. A `rare` one is left out wherever all its cells are empty.
    """

    name: str
    style: str = ""
    number: bool = False
    whole: bool = False
    line: bool = False
    wanting: int = 0
    rare: bool = False


@dataclass(frozen=True)
class Listing:
    """Cells under columns for people; for programs, the records with these `fields`."""

    columns: tuple[Column, ...]
    cells: tuple[Row, ...]
    fields: tuple[str, ...]
    items: tuple[dict[str, object], ...]

    def screen(self) -> RenderableType:
        """Return a table that adapts to the width of the terminal."""
        return _Table(self)

    def document(self) -> list[dict[str, object]]:
        """Return all records."""
        return list(self.items)

    def records(self) -> Iterator[dict[str, object]]:
        """Yield a record per row."""
        return iter(self.items)

    def rows(self) -> Iterator[Row]:
        """Yield the names of the fields, and their values in each record."""
        yield self.fields
        for item in self.items:
            yield [_cell(item[name]) for name in self.fields]

    def markdown(self) -> Iterator[str]:
        """Yield the lines of a table."""
        shown, names = self.shown(), [column.name for column in self.columns]
        return markdown.table([[row[n] for n in shown] for row in (names, *self.cells)])

    def shown(self, width: int | None = None) -> list[int]:
        """Return the numbers of the columns that people see, in a terminal of this width or anywhere."""
        return [
            number
            for number, column in enumerate(self.columns)
            if (width is None or width >= column.wanting)
            and (not column.rare or any(row[number] for row in self.cells))
        ]


@dataclass(frozen=True)
class _Table:
    listing: Listing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        shown = self.listing.shown(options.max_width)
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold underline")
        for number in shown:
            _add_column(table, self.listing.columns[number])
        for row in self.listing.cells:
            table.add_row(*(_text(row[number], self.listing.columns[number]) for number in shown))
        yield table


def _add_column(table: Table, column: Column) -> None:
    justify: JustifyMethod = "right" if column.number else "left"
    whole = column.whole or column.number
    table.add_column(column.name, style=column.style, justify=justify, no_wrap=whole, overflow="fold")


def _text(cell: object, column: Column) -> Text:
    """Return a cell; one that may be cut says so itself, since Rich narrows only columns that wrap."""
    return Text(_shown(cell), no_wrap=column.line or None, overflow="ellipsis" if column.line else None)


def _shown(cell: object) -> str:
    if isinstance(cell, int):
        return f"{cell:,}"
    return "" if cell is None else flow(str(cell))


def _cell(value: object) -> object:
    """Return a value as one cell of CSV: a list is joined with semicolons, each part once."""
    if not isinstance(value, list | tuple):
        return value
    parts = (next(iter(part.values()), "") if isinstance(part, dict) else part for part in value)
    return "; ".join(dict.fromkeys(map(str, parts)))
