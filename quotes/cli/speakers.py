"""`quotes speakers`: who is quoted, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Limit, Quiet, Verbose
from quotes.cli.output import Messages, emit

if TYPE_CHECKING:
    from quotes.library import Library


def speakers(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Only those whom the name may mean.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Ask who may be one speaker, and who may be two.")
    ] = False,
    limit: Limit = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the speakers, those with most quotes first.

    With --suggest, the likeliest first: those whose names are alike, and those whose articles tell
    of two people, with what speaks for and against it. Nobody is merged or split by that; the
    command for it stands below. quotes unmerge A B says that two are not one.

    \b
    Examples:
      quotes speakers --limit 20
      quotes speakers Okonjo
      quotes speakers --suggest
      quotes speakers --format csv > speakers.csv
    """
    from quotes.cli.choosing import nobody
    from quotes.errors import NotFoundError
    from quotes.show.lists import speakers as listing
    from quotes.show.plain import count

    with open_library(db) as library:
        everybody = library.speakers()
        found = library.find_speakers(" ".join(name)) if name else everybody
        if suggest and found:
            ids = {entry.id for entry in found} if name else None
            _suggest(library, ids, limit, form, Messages(quiet, verbose))
            return
    if name and not found:
        raise NotFoundError(nobody(" ".join(name), everybody))
    if not found:
        raise NotFoundError("no speaker found; quotes add PATH adds articles to this library")
    emit(listing(found[:limit]), form)
    Messages(quiet, verbose).say(_shown(len(found), limit, count(len(found), "speaker")))


def _suggest(
    library: Library, ids: set[str] | None, limit: int | None, form: Format, messages: Messages
) -> None:
    """Print the questions about these speakers, or about all."""
    from quotes.errors import NotFoundError
    from quotes.show.plain import count
    from quotes.show.suggested import Suggestions

    one = [
        each
        for each in library.suggestions()
        if ids is None or ids & {each.one.id, *(other.id for other in each.others)}
    ]
    two = [each for each in library.doubles() if ids is None or each.entry.id in ids]
    if not one and not two:
        raise NotFoundError("nothing to suggest: no names are alike, and no speaker seems to be two")
    rest = None if limit is None else max(0, limit - len(one))
    emit(Suggestions(tuple(one[:limit]), tuple(two[:rest])), form)
    total = len(one) + len(two)
    messages.say(_shown(total, limit, count(total, "suggestion")))


def _shown(found: int, limit: int | None, total: str) -> str:
    return f"{limit} of {total}" if limit and limit < found else total
