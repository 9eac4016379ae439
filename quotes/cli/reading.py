"""Articles from the paths of a command line; what cannot be read comes as its error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from quotes.errors import ReadError
from quotes.ids import article_id

if TYPE_CHECKING:
    from quotes.cli.output import Messages
    from quotes.model import Article, Quote

Extracted: TypeAlias = "tuple[Article, tuple[Quote, ...]]"

FEW = 5  # sources that need no progress bar


def sources(paths: Iterable[str]) -> Iterator[str | ReadError]:
    """Yield each file that the paths mean, or the error of a path."""
    from quotes.readers import find

    for path in paths:
        try:
            yield from map(str, find([path]))
        except ReadError as error:
            yield error


def read(source: str | ReadError) -> Iterator[Article | ReadError]:
    """Yield the articles of a source, "-" being stdin, or the error that ends them."""
    from quotes.readers import read_path

    if isinstance(source, ReadError):
        yield source
    elif source == "-":
        yield from read_data(sys.stdin.buffer.read())
    else:
        yield from _caught(read_path(source))


def read_data(data: bytes) -> Iterator[Article | ReadError]:
    """Yield the articles in what came from stdin, or the error that ends them."""
    from quotes.readers import read_bytes

    yield from _caught(read_bytes(data, name="standard input"))


def _caught(articles: Iterator[Article]) -> Iterator[Article | ReadError]:
    try:
        yield from articles
    except ReadError as error:
        yield error


def extract_all(paths: Iterable[str], messages: Messages) -> tuple[list[Extracted], int]:
    """Return the articles with their quotes, and the number of those that could not be read.

    Each of the latter is reported; for more than a few sources there is a progress bar on stderr.
    """
    from quotes.pipeline import extract

    done: list[Extracted] = []
    failed = 0
    for source in _tracked(list(dict.fromkeys(sources(paths))), messages):
        for found in read(source):
            if isinstance(found, ReadError):
                failed += 1
                messages.error(f"quotes: {found}")
            else:
                messages.detail(f"{found.path}: {len(found.text):,} characters, read as {found.encoding}")
                done.append((replace(found, id=article_id(found.text)), extract(found.text)))
    return done, failed


def _tracked(found: Sequence[str | ReadError], messages: Messages) -> Iterator[str | ReadError]:
    if len(found) <= FEW or not messages.can_move():
        yield from found
        return
    from rich.progress import Progress

    from quotes.cli.output import console

    with Progress(console=console(sys.stderr), transient=True) as progress:
        yield from progress.track(found, description="reading")
