"""`quotes remove`: take an article and its quotes out of the library."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.choosing import with_hint
from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def remove(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="An article's id, or its first digits.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be removed.")] = False,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take an article and its quotes out.

    What people decided about its quotes is kept, and holds again when the article is added again.

    \b
    Examples:
      quotes remove 9f3a61c2
      quotes remove 9f3a61c2 --dry-run
    """
    from quotes.show.lists import articles as listing

    messages = Messages(quiet, verbose)
    with open_library(db) as library, with_hint(library, identifier):
        article = library.article(identifier)
        quotes = len(library.quotes(article=article.id))
        if not dry_run:
            library.remove(article.id)
    emit(listing([article], {article.id: quotes}), form)
    messages.say("not removed, only looked" if dry_run else "removed")
