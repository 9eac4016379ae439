"""`quotes extract`: print the quotes of texts; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from quotes.cli.exits import CANNOT, DONE
from quotes.cli.options import As, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, addresses; - is stdin.")
    ],
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the quotes of articles; store nothing.

    With --format jsonl there is one line {"id", "quotes"} per article. JSON Lines of {"id",
    "text"} are then answered line by line, in order, with their ids, and a bad line ends the
    command with its number.

    \b
    Examples:
      quotes extract article.md
      quotes extract --format jsonl - < texts.jsonl
    """
    messages = Messages(quiet, verbose)
    failed = _lines(paths, messages) if form is Format.jsonl else _view(paths, form, messages)
    raise typer.Exit(CANNOT if failed else DONE)


def _lines(paths: Sequence[str], messages: Messages) -> int:
    """Print a line per document as soon as it is read; return how many could not be."""
    from quotes.cli.jsonlines import answer, documents_in
    from quotes.cli.reading import sources
    from quotes.errors import ReadError

    failed = 0
    for source in sources(paths):
        for found in documents_in(source):
            if isinstance(found, ReadError):
                failed += 1
                messages.error(f"quotes: {found}")
            else:
                sys.stdout.write(answer(found))
                sys.stdout.flush()
    return failed


def _view(paths: Sequence[str], form: Format, messages: Messages) -> int:
    from quotes.cli.reading import Reading
    from quotes.show.extraction import Extraction

    reading = Reading(paths, messages)
    view = Extraction(tuple(reading))
    if view.quotes or form is not Format.table:
        emit(view, form)
    if view.found or form is not Format.table:
        messages.say(view.summary())
    return reading.failed
