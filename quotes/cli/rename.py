"""`quotes rename`: the name under which a speaker is shown."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A speaker's name or id.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The name to show.")],
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show a speaker under another name.

    The former name still finds them, and each quote keeps the name as printed.

    \b
    Examples:
      quotes rename "THE CHAIR" "Dame Lena Ochs"
    """
    from quotes.cli.choosing import choose_speaker
    from quotes.cli.deciding import speaker_now, tell

    with open_library(db) as library:
        entry = choose_speaker(library, name)
        decision = library.rename(entry.id, new, by=by, reason=reason)
        tell(decision, form, Messages(quiet, verbose), f"now called {speaker_now(library, entry.id)}")
