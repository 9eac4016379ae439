"""`quotes articles`: what is in the library."""

from __future__ import annotations

from collections import Counter

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Outlet, Quiet, Since, Until, Verbose
from quotes.cli.output import Messages, emit


def articles(
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
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
        every = library.articles()
        numbers = Counter(quote.article for quote in library.quotes() if quote.status != "rejected")
    known = [each for each in every if asked.fits_article(date=each.date, outlet=each.outlet)]
    if not every:
        raise NotFoundError("no article found; quotes add PATH adds articles to this library")
    if not known:
        which = f"no article of that time and outlet, of {len(every):,} in all"
        raise NotFoundError(f"{which}; ask with fewer options")
    emit(listing(known, numbers), form)
    total = sum(numbers[article.id] for article in known)
    Messages(quiet, verbose).say(f"{count(len(known), 'article')}, {count(total, 'quote')}")
