"""`quotes verify`: does every quote stand in its article, word for word?"""

from __future__ import annotations

import typer

from quotes.cli.exits import CANNOT
from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def verify(db: Db = None, form: As = Format.table, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Prove that every quote stands in its article.

    What does not agree is listed, and the exit code is then 1.

    \b
    Examples:
      quotes verify
    """
    from quotes.show.lists import problems
    from quotes.show.plain import count

    with open_library(db) as library:
        found = library.verify()
        quotes, articles = len(library.quotes()), len(library.articles())
    messages = Messages(quiet, verbose)
    if found or form != Format.table:
        emit(problems(found), form)
    checked = f"{count(quotes, 'quote')} in {count(articles, 'article')}"
    messages.say(
        f"{checked}: {count(len(found), 'problem')}" if found else f"{checked}: all stand as printed"
    )
    raise typer.Exit(CANNOT if found else 0)
