"""`quotes explain`: why this is a quote, and of whom."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.choosing import with_hint
from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def explain(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A quote's id, or its first digits.")],
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say why this is a quote, and whose.

    Shows its sentence, the rule that found it with an example, what led to its speaker, step by step,
    and who else was possible.

    The confidence is how often the rule and the steps are right on articles checked by hand.

    \b
    Examples:
      quotes explain 9f3a61c2
    """
    from quotes.rules import named
    from quotes.show.explanation import Explanation

    with open_library(db) as library, with_hint(library, identifier):
        quote = library.quote(identifier)
        emit(Explanation(quote, library.articles_of([quote])[quote.article], named(quote.rule)), form)
    Messages(quiet, verbose).detail(f"id {quote.id}")
