"""`quotes search`: what anybody said about something."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import (
    ActAsked,
    As,
    Db,
    Format,
    KindAsked,
    Limit,
    MinConfidence,
    Outlet,
    Quiet,
    Since,
    Until,
    Verbose,
)
from quotes.cli.output import Messages, emit


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What it is about.")],
    kind: KindAsked = None,
    act: ActAsked = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what anybody said about something.

    All the words stand in the quote or in the paragraph around it, in any order; case, diacritics
    and a plural do not matter. Each quote is shown with who said it, article by article. For one
    speaker, ask quotes who NAME --about WORDS.

    \b
    Examples:
      quotes search harbour tax
      quotes search ferry --kind direct --since 2026-03 --format csv
    """
    from quotes.errors import NotFoundError, QueryError
    from quotes.query import words as words_of
    from quotes.show.statements import Statements

    about = " ".join(words)
    if not words_of(about):
        raise QueryError(f"{about!r} is nothing to look for: give a word")
    with open_library(db) as library:
        asked = library.quotes(
            kind=kind, act=act, since=since, until=until, outlet=outlet, about=about,
            min_confidence=min_confidence,
        )  # fmt: skip
        found = [quote for quote in asked if quote.status != "rejected"]
        if not found:
            raise NotFoundError(f"nobody is quoted about {about!r}; ask with fewer words or options")
        view = Statements.once(tuple(found[:limit]), library.articles_of(found[:limit]))
    emit(view, form)
    Messages(quiet, verbose).say(view.summary(of=len(found)))
