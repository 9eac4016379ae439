"""`quotes edit`: what is right about a quote."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.choosing import with_hint
from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Kind, Quiet, Reason, Status, Verbose
from quotes.cli.output import Messages


def edit(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A quote's id, or its first digits.")],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who said it: a name or an id; empty for nobody known.")
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Their role in this article; empty for none.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="Its kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="What you found out; else it is corrected.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note for the sheet.")] = None,
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Correct a quote: its speaker, role, kind or status.

    A name is looked for in the article first, then in the library; else it is somebody new, and that
    is said. The words and their place cannot be changed: they are the article's.

    \b
    Examples:
      quotes edit 5b4b868b --speaker Okonjo
      quotes edit 5b4b868b --status confirmed --note "on tape, 12:40"
      quotes edit 5b4b868b --role "former mayor" --reason "she left in May"
    """
    from quotes.cli.deciding import slip, tell
    from quotes.show.plain import who

    with open_library(db) as library, with_hint(library, identifier):
        decision = library.edit(
            identifier, speaker=speaker, role=role, kind=kind, status=status, note=note, by=by, reason=reason
        )  # fmt: skip
        (quote,) = library.decided_on(decision)
        doubt = slip(library, quote) if speaker else ""
    role_now = f", {quote.speaker.role}" if quote.speaker and quote.speaker.role else ""
    now = f"{quote.status}: {quote.kind}, {who(quote.speaker)}{role_now}"
    tell(decision, form, Messages(quiet, verbose), "\n".join(filter(None, (now, doubt))))
