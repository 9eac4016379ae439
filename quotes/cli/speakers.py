"""`quotes speakers`: who is quoted, and how much."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def speakers(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Only those whom the name may mean.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many speakers.")] = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the speakers, those with most quotes first.

    \b
    Examples:
      quotes speakers --limit 20
      quotes speakers Okonjo
      quotes speakers --format csv > speakers.csv
    """
    from quotes.errors import NotFoundError
    from quotes.show.lists import speakers as listing
    from quotes.show.plain import count

    with open_library(db) as library:
        found = library.find_speakers(" ".join(name)) if name else library.speakers()
    if not found:
        raise NotFoundError("no speaker found; quotes add PATH adds articles to this library")
    emit(listing(found[:limit]), form)
    Messages(quiet, verbose).say(_shown(len(found), limit, count(len(found), "speaker")))


def _shown(found: int, limit: int | None, total: str) -> str:
    return f"{limit} of {total}" if limit and limit < found else total
