"""`quotes merge`: several speakers are one."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages


def merge(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="Whose name stays: a name or an id.")],
    others: Annotated[list[str], typer.Argument(metavar="OTHER", help="Who is the same: a name or an id.")],
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make one speaker of several, called as the first.

    It holds for all articles, those that come later too. What each article printed stays with its
    quotes, and nothing is lost: quotes undo takes it back, and so does quotes unmerge.

    \b
    Examples:
      quotes merge Zelensky Zelenskyy
      quotes merge 9f3a61c2 5b4b868b --reason "the same man, by his age"
    """
    from quotes.cli.choosing import choose_speaker
    from quotes.cli.deciding import speaker_now, tell

    with open_library(db) as library:
        kept, *joining = (choose_speaker(library, name).id for name in (keep, *others))
        decision = library.merge(kept, *joining, by=by, reason=reason)
        tell(decision, form, Messages(quiet, verbose), f"one speaker: {speaker_now(library, kept)}")
