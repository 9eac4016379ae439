"""Keys from a terminal, one at a time; from a pipe, lines instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

END = ""  # there is no more input
NONE = "\n"  # a key that says nothing


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str:
        """Return the next key, lower case, or END."""

    def line(self, prompt: str) -> str:
        """Return a line that is typed, without outer blanks; empty also if there is no more input."""


@contextmanager
def open_keys() -> Iterator[Keys]:
    """Give the keys of stdin; the terminal is as before when that ends, by Ctrl-C too."""
    if not sys.stdin.isatty():
        yield Piped()
    elif os.name == "nt":
        yield Windows()
    else:
        with _unbuffered():
            yield Terminal()


class Piped:
    """Lines of a pipe: the first letter of each is a key."""

    def key(self) -> str:
        """Return the next key."""
        line = sys.stdin.readline()
        return (line.strip()[:1].lower() or NONE) if line else END

    def line(self, prompt: str) -> str:
        """Return the next line; a pipe shows none, so its end is put there."""
        answer = _asked(prompt)
        sys.stdout.write("\n")
        return answer


class Terminal:
    """A terminal that hands over each key as it is pressed, and does not show it."""

    def key(self) -> str:
        """Return the next key; an arrow or another special key says nothing."""
        sent = os.read(sys.stdin.fileno(), 1)
        if sent in (b"", b"\x04"):  # Ctrl-D
            return END
        if sent == b"\x1b":
            self._drop_rest()
            return NONE
        return sent.decode("ascii", "replace").lower()

    def line(self, prompt: str) -> str:
        """Return a line that is typed and shown as in other programs."""
        with _as_usual():
            return _asked(prompt)

    def _drop_rest(self) -> None:
        """Take what an arrow sends after its escape, which is there at once."""
        import select

        while select.select([sys.stdin], [], [], 0.02)[0]:
            os.read(sys.stdin.fileno(), 1)


class Windows:
    """A console of Windows, which has keys of its own."""

    def key(self) -> str:
        """Return the next key."""
        import msvcrt

        key: str = msvcrt.getwch()  # type: ignore[attr-defined]
        if key in ("\x00", "\xe0"):  # a special key: its second half follows
            msvcrt.getwch()  # type: ignore[attr-defined]
            return NONE
        if key == "\x03":
            raise KeyboardInterrupt
        return END if key in ("\x04", "\x1a") else key.lower()

    def line(self, prompt: str) -> str:
        """Return a line that is typed."""
        return _asked(prompt)


def _asked(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    return sys.stdin.readline().strip()


@contextmanager
def _unbuffered() -> Iterator[None]:
    """Have each key at once and not shown, until the block ends."""
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


@contextmanager
def _as_usual() -> Iterator[None]:
    """Have lines, edited and shown, until the block ends."""
    import termios

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    lines = [*before[:3], before[3] | termios.ICANON | termios.ECHO, *before[4:]]
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, lines)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
