"""The console entry point: turns whatever can go wrong into one line and an exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path
from traceback import print_exception

from quotes.cli.exits import CANNOT, DONE, INTERRUPTED, MISUSE, NOTHING_FOUND

SELDOM = 50_000  # new objects between two looks for garbage: records hold no cycles, so there is little


def main() -> None:
    """Run the command line and exit with its code.

    0 done, 1 cannot, 2 misuse (also: an id or a name that is not precise enough, a wrong date),
    3 nothing found, 130 Ctrl-C. A reader that closes the pipe ends the command without a word.
    """
    gc.set_threshold(SELDOM)
    _prepare_streams()
    try:
        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def run() -> int:
    """Run the command that `sys.argv` names and return its exit code."""
    try:
        from quotes.cli.app import app

        app(prog_name="quotes")
    except Exception as error:
        return _fail(error)
    return DONE


def _prepare_streams() -> None:
    """Speak UTF-8 everywhere and die silently with the pipe, as other Unix tools do.

    A stream that is closed becomes the null device: else the next file that is opened, perhaps the
    library, would take its number and be written to.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - till the end
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(error: Exception) -> int:
    from quotes.cli.output import tell
    from quotes.errors import QuotesError

    sys.stdout.flush()
    if {"-v", "--verbose"} & set(sys.argv) and not isinstance(error, QuotesError | OSError):
        print_exception(error)
    tell(f"quotes: {message(error)}")
    return code(error)


def message(error: Exception) -> str:
    """Return an error as one line for a person."""
    from quotes.errors import QuotesError
    from quotes.show.plain import visible

    if isinstance(error, QuotesError):
        return visible(" ".join(str(error).splitlines()))
    if isinstance(error, OSError):
        return visible(f"{error.filename or 'output'}: {error.strerror or error}")
    kind = type(error).__name__
    return visible(
        " ".join(f"a fault of this program ({kind}: {error}); say it again with -v and report it".split())
    )


def code(error: Exception) -> int:
    """Return the exit code that an error stands for."""
    from quotes.errors import NotFoundError, QueryError

    if isinstance(error, NotFoundError):
        return NOTHING_FOUND
    return MISUSE if isinstance(error, QueryError) else CANNOT
