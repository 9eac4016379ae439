"""`quotes alias`: another name of a speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def alias(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A speaker's name or id.")],
    other: Annotated[str, typer.Argument(metavar="ALIAS", help="What they are called as well.")],
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what a speaker is called as well.

    Whoever is called so, in any article, those that come later too, is then this speaker. A name
    alone, as in the second example, means it wherever no more than that is printed.

    \b
    Examples:
      quotes alias "Volodymyr Zelensky" "Vladimir Zelensky"
      quotes alias "Edson Arantes" Pelé
    """
    from quotes.cli.choosing import choose_speaker
    from quotes.cli.deciding import speaker_now, tell

    with open_library(db) as library:
        entry = choose_speaker(library, name)
        decision = library.alias(entry.id, other, by=by, reason=reason)
        now = f"{other} is {speaker_now(library, entry.id)}"
        tell(decision, form, Messages(quiet, verbose), now)
