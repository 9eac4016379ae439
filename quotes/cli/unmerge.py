"""`quotes unmerge`: two that were merged are two again."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def unmerge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who is somebody else.")],
    other: Annotated[str | None, typer.Argument(metavar="OTHER", help="Whom they are not.")] = None,
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say that two speakers are two, and part them.

    They are not suggested as one again. If they are one by name, quotes split takes them apart.

    \b
    Examples:
      quotes unmerge Zelenskyy
      quotes unmerge "Ian Cole" "Iain Cole"
    """
    from quotes.cli.deciding import tell

    with open_library(db) as library:
        decision = library.unmerge(name, other, by=by, reason=reason)
    tell(decision, form, Messages(quiet, verbose), f"two speakers: {decision.about}")
