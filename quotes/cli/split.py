"""`quotes split`: one name, two people."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that two people have, or its id.")],
    ids: Annotated[
        list[str], typer.Argument(metavar="ID", help="What the other one says: ids of articles or quotes.")
    ],
    called: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the other one.")
    ] = None,
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take two people of the same name apart.

    What is said in these articles, or these quotes, is the other one's from then on. Articles that
    come later go to the first. Without --name both keep the name, and their ids tell them apart.

    \b
    Examples:
      quotes split "John Cole" 9f3a61c2 --name "John Cole (baker)"
      quotes split "John Cole" 9f3a61c2 5b4b868b
    """
    from quotes.cli.choosing import choose_speaker
    from quotes.cli.deciding import line, tell

    with open_library(db) as library:
        entry = choose_speaker(library, name)
        known = {each.id for each in library.speakers()} - {entry.id}
        decision = library.split(entry.id, *ids, called=called, by=by, reason=reason)
        both = [each for each in library.speakers() if each.id not in known]
    now = "; ".join(map(line, both))
    tell(decision, form, Messages(quiet, verbose), f"two speakers: {now}")
