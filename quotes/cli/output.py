"""Where output goes: data to stdout, whole and plain in a pipe; messages to stderr."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from quotes.show.formats import FORMATS
from quotes.show.view import View

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

ENDLESS = 1_000_000  # columns of a pipe: no line of a table is cut or broken


def emit(view: View, form: str) -> None:
    """Print a view on stdout, for people (`table`) or in one of `quotes.show.formats`."""
    if form == "table":
        show(view.screen())
    else:
        for part in FORMATS[form](view):
            sys.stdout.write(part)


def show(screen: RenderableType, stream: IO[str] | None = None) -> None:
    """Print on stdout or another stream; if it is no terminal, without the blanks that fill columns."""
    stream = stream or sys.stdout
    made = console(stream)
    if made.is_terminal:
        made.print(screen)
        return
    with made.capture() as captured:
        made.print(screen)
    for line in captured.get().removesuffix("\n").split("\n"):
        stream.write(line.rstrip() + "\n")


def console(stream: IO[str]) -> Console:
    """Return a console for the stream that prints text as it is: no markup, no highlighting."""
    from rich.console import Console

    made = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not made.is_terminal:
        made.width = ENDLESS
    return made


@dataclass(frozen=True)
class Messages:
    """What is said on stderr beside the data; errors are always said."""

    quiet: bool = False
    verbose: bool = False

    def say(self, text: str) -> None:
        """Say something that is not data."""
        if not self.quiet:
            self.error(text)

    def detail(self, text: str) -> None:
        """Say something only to those who asked for more."""
        if self.verbose:
            self.error(text)

    def error(self, text: str) -> None:
        """Say what went wrong, in one line and after the data printed so far."""
        from quotes.show.plain import visible

        sys.stdout.flush()
        print(visible(text), file=sys.stderr)

    def can_move(self) -> bool:
        """Return whether a progress bar can be drawn on stderr, and is wanted."""
        return not self.quiet and sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
