"""`quotes add`: read articles, find their quotes, keep both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.exits import CANNOT, DONE
from quotes.cli.opening import open_library
from quotes.cli.options import As, Db, Format, Quiet, Verbose
from quotes.cli.output import Messages, emit

if TYPE_CHECKING:
    from quotes.cli.reading import Extracted
    from quotes.library import Added
    from quotes.model import Article
    from quotes.show.added import Tally

FACTS = ("title", "author", "date", "outlet", "url")


def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, addresses; - is stdin.")
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="State the headline, for one article.")
    ] = None,
    author: Annotated[str | None, typer.Option(metavar="NAME", help="State the author.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="State the date: YYYY-MM-DD, YYYY-MM or YYYY.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="State the outlet.")] = None,
    url: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="State the address, for one article.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would be found; add nothing.")
    ] = False,
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Add articles, and find who said what in them.

    Text, Markdown, saved web pages and JSON Lines are told apart by their content. Adding an
    article twice changes nothing; to give it another date or outlet, remove it first. What cannot
    be read is reported and left out; the rest is added, and the exit code is 1.

    \b
    Examples:
      quotes add articles/
      quotes add page.html --outlet "The Harbour Post" --date 2026-03-02
      pbpaste | quotes add -
    """
    from quotes.cli.reading import Reading
    from quotes.ids import short
    from quotes.show.added import Tally

    messages = Messages(quiet, verbose)
    stated = _stated(title=title, author=author, date=date, outlet=outlet, url=url)
    reading = Reading(paths, messages)
    found = _one(reading) if title or url else reading
    pairs = ((replace(article, **stated), quotes) for article, quotes in found)
    tally = Tally(dry_run=dry_run)
    kept: dict[str, list[str]] = {}
    try:
        for given, result in _tried(pairs, db) if dry_run else _added(pairs, db):
            tally.take(result)
            if facts := _told_otherwise(given, result):
                kept[short(result.article.id)] = facts
    except BaseException as error:  # Ctrl-C or a full disk: what was added stays, and is told
        if tally:
            _tell(tally, form, messages, reading.failed)
        if isinstance(error, KeyboardInterrupt):
            messages.say("interrupted" if dry_run else "interrupted; the same command adds the rest")
        raise
    _tell(tally, form, messages, reading.failed)
    if kept:
        messages.say(_unchanged(kept))
    raise typer.Exit(CANNOT if reading.failed else DONE)


def _stated(*, date: str | None, **facts: str | None) -> dict[str, Any]:
    """Return what the options state; raises QueryError for what is no date."""
    from quotes.query import Filter

    dated = {"date": Filter.of(since=date).since, "date_printed": date} if date else {}
    return dated | {name: fact for name, fact in facts.items() if fact}


def _one(reading: Iterable[Extracted]) -> Iterable[Extracted]:
    """Return what was read if that is one article at most; raises typer.BadParameter if it is more."""
    found = list(reading)
    if len(found) > 1:
        raise typer.BadParameter(f"--title and --url are for one article, and here are {len(found)}")
    return found


def _added(pairs: Iterable[Extracted], db: Path | None) -> Iterator[tuple[Article, Added]]:
    from quotes.cli.reading import batches

    with open_library(db, create=True) as library:
        for batch in batches(pairs):
            yield from zip((article for article, _ in batch), library.add_all(batch), strict=True)


def _tried(pairs: Iterable[Extracted], db: Path | None) -> Iterator[tuple[Article, Added]]:
    """Yield what adding would do; what is in the library already is as it is there."""
    from quotes.library import Added

    with open_library(db, create=True) as library:
        known = {article.id: article for article in library.articles()}
        for article, quotes in pairs:
            if article.id not in known:
                yield article, Added(article, quotes, new=True)
                known[article.id] = article
            else:
                yield article, Added(known[article.id], quotes, new=False)


def _told_otherwise(given: Article, result: Added) -> list[str]:
    """Return which facts of an article that was there already are given otherwise now."""
    now = ((name, getattr(given, name), getattr(result.article, name)) for name in FACTS)
    return [name for name, fact, stored in now if fact and fact != stored and not result.new]


def _unchanged(kept: Mapping[str, Sequence[str]]) -> str:
    """Return which articles keep which facts as they were, and how to change them."""
    first, *more = kept
    which = f"{first} and {len(more):,} more keep their" if more else f"{first} keeps its"
    names = " and ".join(name for name in FACTS if any(name in facts for facts in kept.values()))
    return f"{which} {names} of before; to change that: quotes remove {first}, and add it again"


def _tell(tally: Tally, form: Format, messages: Messages, failed: int) -> None:
    if tally or form is not Format.table:
        emit(tally.listing(), form)
    messages.say(tally.summary(failed))
