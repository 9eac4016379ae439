"""The options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How data is printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"


class Kind(StrEnum):
    """The kinds of quotes."""

    direct = "direct"
    indirect = "indirect"
    mixed = "mixed"


class Act(StrEnum):
    """What somebody did: say it, think it, or find it out."""

    said = "said"
    thought = "thought"
    found = "found"


def _library(context: typer.Context, folder: Path | None) -> Path | None:
    """Return the folder that is named after the command, else before it, else by the environment."""
    source = context.get_parameter_source("db")
    if context.parent is None or (source and source.name == "COMMANDLINE"):
        return folder
    return context.parent.params.get("db") or folder


def _named(folder: str) -> Path:
    """Return a folder; an empty name, as of a variable that is not set, would be the folder one is in."""
    if not folder:
        raise typer.BadParameter("name the folder of the library")
    return Path(folder)


Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        envvar="QUOTES_DB",
        metavar="FOLDER",
        parser=_named,
        callback=_library,
        help="The library; your data folder by default.",
    ),
]
As = Annotated[Format, typer.Option("--format", "-f", help="How to print the data.")]
MinConfidence = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="SHARE", help="Leave out what is less sure than this, 0 to 1."),
]
KindAsked = Annotated[Kind | None, typer.Option("--kind", help="Only quotes of this kind.")]
ActAsked = Annotated[Act | None, typer.Option("--act", help="Only what was said, thought or found.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only from this outlet.")]
About = Annotated[str | None, typer.Option(metavar="WORDS", help="Only with these words in or around it.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="NUMBER", help="At most so many.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages, only data and errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done.")]
By = Annotated[
    str, typer.Option("--by", envvar="QUOTES_BY", metavar="NAME", help="Who decides; for the log and sheets.")
]
Reason = Annotated[str, typer.Option("--reason", "-m", metavar="TEXT", help="Why; for the log.")]


class Status(StrEnum):
    """What a person found out about a quote."""

    unchecked = "unchecked"
    confirmed = "confirmed"
    corrected = "corrected"
    rejected = "rejected"
    needs_source = "needs-source"
