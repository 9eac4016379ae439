"""`quotes export`: a quote sheet."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.choosing import Asked, choose_speaker
from quotes.cli.opening import open_library
from quotes.cli.options import (
    About,
    ActAsked,
    Db,
    KindAsked,
    MinConfidence,
    Outlet,
    Quiet,
    Since,
    Status,
    Until,
    Verbose,
)
from quotes.cli.output import Messages

if TYPE_CHECKING:
    from quotes.identity import SpeakerEntry
    from quotes.model import Article
    from quotes.sheets import Row


class Sheet(StrEnum):
    """The formats of a quote sheet."""

    csv = "csv"
    md = "md"
    html = "html"
    json = "json"
    xlsx = "xlsx"


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; - is stdout.")],
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only this speaker.")] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only this article.")] = None,
    kind: KindAsked = None,
    act: ActAsked = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    about: About = None,
    form: Annotated[
        Sheet | None, typer.Option("--format", "-f", help="The format; by the ending of OUT if not given.")
    ] = None,
    min_confidence: MinConfidence = None,
    status: Annotated[
        Status | None, typer.Option(help="Only these; what was rejected is left out otherwise.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")] = False,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a quote sheet: Excel, CSV, HTML, Markdown or JSON.

    There is a row per quote, with speaker, role, context, article and status.

    The format follows the ending of OUT: .xlsx, .csv, .html, .md or .json.

    \b
    Examples:
      quotes export sheet.xlsx
      quotes export --who Okonjo okonjo.html
      quotes export --about "harbour tax" --since 2026-03 tax.csv
      quotes export --article 9f3a61c2 --format csv - | head
    """
    from quotes import sheets
    from quotes.errors import NotFoundError
    from quotes.show.plain import count

    asked: Asked = {
        "kind": kind, "act": act, "since": since, "until": until, "outlet": outlet, "about": about,
        "min_confidence": min_confidence,
    }  # fmt: skip
    with open_library(db) as library:
        speaker = choose_speaker(library, who) if who is not None else None
        known = library.article(article) if article else None
        found = library.quotes(
            speaker=speaker.id if speaker else None,
            article=known.id if known else None,
            status=status,
            **asked,
        )
        quotes = tuple(quote for quote in found if status or quote.status != "rejected")
        if not quotes:
            raise NotFoundError("no quote to export; quotes speakers lists all who are quoted")
        rows = sheets.rows_of(quotes, library.articles_of(quotes))
    title = _title(speaker, known, about)
    if out == "-":
        _to_stdout(rows, form or Sheet.csv, title)
    else:
        sheets.write(rows, out, format=form, title=title, force=force)
    Messages(quiet, verbose).say(
        f"{count(len(rows), 'quote')} written to {'stdout' if out == '-' else Path(out)}"
    )


def _title(speaker: SpeakerEntry | None, article: Article | None, about: str | None) -> str:
    from quotes.show.plain import headline

    parts = (speaker.name if speaker else "", headline(article) if article else "", about)
    return ": ".join(["Quotes", *filter(None, parts)])


def _to_stdout(rows: tuple[Row, ...], form: Sheet, title: str) -> None:
    from quotes import sheets

    if form is Sheet.xlsx and sys.stdout.isatty():
        raise typer.BadParameter("an Excel file is nothing for a terminal; name a file, or pipe it on")
    sys.stdout.flush()
    sys.stdout.buffer.write(sheets.render(rows, form, title=title))
