"""`quotes who`: everything that a speaker said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import (
    About,
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

if TYPE_CHECKING:
    from quotes.cli.choosing import Asked


def who(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A surname, a full name, a part of it, or an id.")
    ],
    kind: KindAsked = None,
    act: ActAsked = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    about: About = None,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show everything that a speaker said.

    First the roles, then each statement with its kind, article and id.

    Case and diacritics do not matter. If the name may be several speakers they are listed to
    choose from, and the exit code is 2; if nothing is found it is 3. An indirect quote stands
    without quotation marks, after the words that report it. In each article what was said comes
    first; thoughts and findings follow, and say that they are. What an earlier article has word for
    word, as of a wire, is only counted. At the end stand the ids of quotes that may be theirs, where
    the article leaves the speaker open.

    \b
    Examples:
      quotes who Okonjo
      quotes who Ada Okonjo --kind direct --since 2026-03
      quotes who Okonjo --about "harbour tax" --format csv
    """
    from quotes.cli.choosing import choose_speaker, unsure
    from quotes.deciding.doubles import doubles
    from quotes.errors import NotFoundError
    from quotes.show.speaker import SpeakerView
    from quotes.show.statements import Statements

    asked: Asked = {
        "kind": kind, "act": act, "since": since, "until": until, "outlet": outlet, "about": about,
        "min_confidence": min_confidence,
    }  # fmt: skip
    with open_library(db) as library:
        entry = choose_speaker(library, " ".join(name))
        found = library.quotes(speaker=entry.id, limit=limit, **asked)
        if not found:
            raise NotFoundError(f"{entry.name} is quoted, but nothing like this; ask with fewer options")
        said = Statements.once(found, library.articles_of(found), by=False)
        double = next(iter(doubles([entry])), None)
        view = SpeakerView(entry, said, unsure(library, entry, asked), double)
    Messages(quiet, verbose).detail(f"{entry.name}: id {entry.id}")
    emit(view, form)
