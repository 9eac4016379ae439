"""`quotes undo`: take back the last decisions."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def undo(
    steps: Annotated[int, typer.Argument(min=1, metavar="STEPS", help="How many decisions.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be undone.")] = False,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take back the last decisions, as if they had never been made.

    quotes log lists them. What was added or updated in the meantime stays.

    \b
    Examples:
      quotes undo
      quotes undo 3 --dry-run
    """
    from quotes.show.decided import decided
    from quotes.show.plain import count

    with open_library(db) as library:
        undone = library.last(steps) if dry_run else library.undo(steps)
        rest = len(library.log())
    emit(decided(undone), form)
    messages = Messages(quiet, verbose)
    if dry_run:
        messages.say("not undone, only looked")
    else:
        messages.say(f"{count(len(undone), 'decision')} undone, {rest:,} left")
