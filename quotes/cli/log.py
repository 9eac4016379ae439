"""`quotes log`: what people decided."""

from __future__ import annotations

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Limit, Quiet, Verbose
from quotes.cli.output import Messages, emit


def log(
    limit: Limit = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List what people decided, the last first.

    The number before a decision is that of the steps by which quotes undo takes it back. One that
    is idle holds for nothing at present: its quote or its speaker is not in the library any more.

    \b
    Examples:
      quotes log
      quotes log --format csv > decisions.csv
    """
    from quotes.errors import NotFoundError
    from quotes.show.decided import decided
    from quotes.show.plain import count

    with open_library(db) as library:
        made = library.log()[::-1]
        idle = library.idle()
    if not made:
        raise NotFoundError("nothing was decided yet; quotes review shows what is worth it")
    emit(decided(made[:limit], idle), form)
    said = f"{count(len(made), 'decision')}" + (f", {len(idle):,} idle" if idle else "")
    Messages(quiet, verbose).say(f"{limit} of {said}" if limit and limit < len(made) else said)
