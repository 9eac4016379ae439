"""Where output goes: data to stdout, whole and plain in a pipe; messages to stderr."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from itertools import chain
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


def tell(message: str) -> None:
    """Print a message on stderr, after the data printed so far; a terminal breaks no word of it."""
    sys.stdout.flush()
    width = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 0
    print(fitted(message, width), file=sys.stderr)


def fitted(message: str, width: int) -> str:
    """Return the message in lines of so many columns, broken between words; 0 leaves it as it is.

    >>> fitted("no such file; check the path", 15).splitlines()
    ['no such file;', 'check the path']
    """
    from textwrap import wrap

    if not width:
        return message
    lines = (
        wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in message.split("\n")
    )
    return "\n".join(chain.from_iterable(lines))


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

        tell(visible(text))

    def can_move(self) -> bool:
        """Return whether a progress bar can be drawn on stderr, and is wanted."""
        return not self.quiet and sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
