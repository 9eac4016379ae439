"""How lines are laid out: at most as wide as one reads well, never cut, never padded in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

READABLE = 92
NARROW = 20
COLOURS = ("cyan", "magenta", "green", "blue", "yellow", "red")
MARGIN = "  "


@dataclass(frozen=True)
class Hanging:
    """A text whose first line follows `label` and whose other lines are indented as far."""

    text: Text
    label: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, wrapped to a readable width in a terminal and whole in a pipe."""
        label, width = self.label, readable(console, options)
        if label.cell_len and width - label.cell_len < NARROW:
            yield label
            label = Text(MARGIN)
        indent = label.cell_len
        for number, line in enumerate(self.text.wrap(console, max(1, width - indent), overflow="fold")):
            line.rstrip()
            yield Text.assemble(label if number == 0 else " " * indent, line)


def readable(console: Console, options: ConsoleOptions) -> int:
    """Return the width of a line of prose: all there is in a pipe, less in a wide terminal."""
    return min(options.max_width, READABLE) if console.is_terminal else options.max_width


def paragraph(text: Text) -> Hanging:
    """Return a text wrapped at the left margin."""
    return Hanging(text, Text())


def fields(pairs: Iterable[tuple[str, Text | str]], *, margin: str = MARGIN) -> Iterable[Hanging]:
    """Yield one line per pair that has a value: a dim label and the value beside it."""
    filled = [(label, Text(value) if isinstance(value, str) else value) for label, value in pairs if value]
    width = max((len(label) for label, _ in filled), default=0) + 2
    for label, value in filled:
        yield Hanging(value, Text(f"{margin}{label:<{width}}", style="dim"))


def grid(*, header: bool = True) -> Table:
    """Return an empty table without lines, whose cells wrap and are never cut."""
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=header, header_style="bold")


def colour(number: int) -> str:
    """Return the colour of the speaker with this number; colours come round again."""
    return COLOURS[number % len(COLOURS)]


def joined(parts: Iterable[Text | str], separator: str = " · ") -> Text:
    """Return the parts that are not empty in one line."""
    return Text(separator, style="dim").join(Text(p) if isinstance(p, str) else p for p in parts if p)
