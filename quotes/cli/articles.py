"""`quotes articles`: what is in the library."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def articles(
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only from this outlet.")] = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the articles by date, with the number of their quotes.

    \b
    Examples:
      quotes articles
      quotes articles --since 2026-03 --outlet Post
    """
    from quotes.errors import NotFoundError
    from quotes.query import Filter
    from quotes.show.lists import articles as listing
    from quotes.show.plain import count

    asked = Filter.of(since=since, until=until, outlet=outlet)
    with open_library(db) as library:
        known = [a for a in library.articles() if asked.fits_article(date=a.date, outlet=a.outlet)]
        numbers = Counter(quote.article for quote in library.quotes() if quote.status != "rejected")
    if not known:
        raise NotFoundError("no article found; quotes add PATH adds articles to this library")
    emit(listing(known, numbers), form)
    total = sum(numbers[article.id] for article in known)
    Messages(quiet, verbose).say(f"{count(len(known), 'article')}, {count(total, 'quote')}")
