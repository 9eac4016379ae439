"""`quotes show`: an article with its quotes marked, or a quote in its paragraph."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.choosing import with_hint
from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def show(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="An article's or a quote's id, or its first digits.")
    ],
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show an article with its quotes marked, or one quote.

    The quotes of an article are marked in place, a colour per speaker.

    The numbers after the quotes lead to the list at the end. A quote is shown in its paragraph,
    with its source, cue and words marked. In a pipe, brackets stand for the colours.

    \b
    Examples:
      quotes show 9f3a61c2
      quotes show 9f3a61c2 | less
    """
    from quotes.model import Article
    from quotes.show.article import ArticleView
    from quotes.show.passage import QuoteView

    with open_library(db) as library, with_hint(library, identifier):
        found = library.find(identifier)
        if isinstance(found, Article):
            quotes = library.quotes(article=found.id)
            emit(ArticleView(library.articles_of(quotes).get(found.id, found), quotes), form)
        else:
            emit(QuoteView(found, library.articles_of([found])[found.article]), form)
    Messages(quiet, verbose).detail(f"id {found.id}")
