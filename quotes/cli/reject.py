"""`quotes reject`: this is no quote."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.choosing import with_hint
from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def reject(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A quote's id, or its first digits.")],
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say that something is no quote.

    It is nobody's from then on, and in no sheet but one of rejected quotes; quotes show still marks it.

    \b
    Examples:
      quotes reject 5b4b868b --reason "the title of a film"
    """
    from quotes.cli.deciding import tell

    with open_library(db) as library, with_hint(library, identifier):
        decision = library.reject(identifier, by=by, reason=reason)
    tell(decision, form, Messages(quiet, verbose), "rejected: it is nobody's now")
