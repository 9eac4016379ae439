"""`quotes add`: read articles, find their quotes, keep both."""

from __future__ import annotations

from collections import Counter
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
    from quotes.model import Article, Quote

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

    messages = Messages(quiet, verbose)
    stated = _stated(title=title, author=author, date=date, outlet=outlet, url=url)
    reading = Reading(paths, messages)
    found = _one(reading) if title or url else reading
    pairs = ((replace(article, **stated), quotes) for article, quotes in found)
    results: list[Added] = []
    kept: dict[str, list[str]] = {}
    try:
        for given, result in _tried(pairs) if dry_run else _added(pairs, db):
            results.append(result)
            if facts := _told_otherwise(given, result):
                kept[short(result.article.id)] = facts
    except BaseException as error:  # Ctrl-C or a full disk: what was added stays, and is told
        if results:
            _tell(results, form, messages, failed=reading.failed, dry_run=dry_run)
        if isinstance(error, KeyboardInterrupt):
            messages.say("interrupted; the same command adds the rest")
        raise
    _tell(results, form, messages, failed=reading.failed, dry_run=dry_run)
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


def _tried(pairs: Iterable[Extracted]) -> Iterator[tuple[Article, Added]]:
    from quotes.library import Added

    return ((article, Added(article, quotes, new=False)) for article, quotes in pairs)


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


def _tell(results: Sequence[Added], form: Format, messages: Messages, *, failed: int, dry_run: bool) -> None:
    from quotes.show import lists

    if results or form is not Format.table:
        emit(lists.added(results, dry_run=dry_run), form)
    messages.say(_summary(results, failed, dry_run=dry_run))


def _summary(results: Sequence[Added], failed: int, *, dry_run: bool) -> str:
    """Return what was done in one line, and what to try next in another."""
    from quotes.show.lists import speaker_count
    from quotes.show.plain import count

    fresh = [result for result in results if result.new or dry_run]
    quotes = [quote for result in fresh for quote in result.quotes]
    parts = [
        f"{count(len(fresh), 'article')} {'found, not added' if dry_run else 'added'}",
        f"{count(len(quotes), 'quote')} from {count(speaker_count(quotes), 'speaker')}" if fresh else "",
        f"{len(results) - len(fresh)} already there" if len(results) > len(fresh) else "",
        f"{failed} not read" if failed else "",
    ]
    hint = "" if dry_run else _hint(quotes)
    return "; ".join(part for part in parts if part) + hint


def _hint(quotes: Iterable[Quote]) -> str:
    """Return a question worth asking: the named person with most quotes."""
    names = Counter(
        quote.speaker.name
        for quote in quotes
        if quote.speaker and quote.speaker.named and quote.speaker.type == "person"
    )
    return "\nMost quoted: {0}. Try: quotes who {0}".format(names.most_common(1)[0][0]) if names else ""
