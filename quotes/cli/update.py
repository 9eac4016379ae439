"""`quotes update`: extract all articles anew."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit

if TYPE_CHECKING:
    from quotes.model import Quote


def update(
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would change.")] = False,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Extract all articles anew, by the rules of this version.

    Shows what is new, gone, or read otherwise. A quote whose words stand where they stood keeps its
    id, and every decision stays; one whose quote is gone is listed, and holds again if it returns.

    \b
    Examples:
      quotes update --dry-run
      quotes update --format json > changes.json
    """
    from quotes.show.renewed import UpdateView

    messages = Messages(quiet, verbose)
    try:
        with open_library(db) as library, _extracting(len(library.articles()), messages) as extract:
            view = UpdateView(library.update(extract, dry_run=dry_run))
    except KeyboardInterrupt:
        messages.say("interrupted; the library is whole, and the same command begins anew")
        raise
    if view.update.renewals or form is not Format.table:
        emit(view, form)
    messages.say(view.summary() + ("; not written, only looked" if dry_run else ""))


@contextmanager
def _extracting(articles: int, messages: Messages) -> Iterator[Callable[[str], tuple[Quote, ...]]]:
    """Give `extract`, with a progress bar where one can be seen."""
    from quotes.pipeline import extract

    if not messages.can_move():
        yield extract
        return
    from rich.progress import Progress

    from quotes.cli.output import console

    with Progress(console=console(sys.stderr), transient=True) as progress:
        task = progress.add_task("extracting", total=articles)

        def extract_one(text: str) -> tuple[Quote, ...]:
            found = extract(text)
            progress.advance(task)
            return found

        yield extract_one
