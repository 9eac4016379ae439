"""Articles from the paths of a command line; what cannot be read comes as its error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quotes.errors import ReadError
from quotes.ids import article_id

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

    from quotes.cli.output import Messages
    from quotes.model import Article, Quote

Extracted: TypeAlias = "tuple[Article, tuple[Quote, ...]]"

FEW = 5  # sources that need no progress bar
LONG = 500_000  # bytes of all sources together that take a while, few as they may be
BATCH = 100  # articles; each batch that is added writes the library as a whole
BATCH_TEXT = 5_000_000  # characters, from which on a batch is added though it has fewer


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


class Reading:
    """The articles that some paths mean, each with its quotes, as soon as they are read.

    What cannot be read is reported and counted in `failed`; for more than a few sources there is
    a progress bar on stderr.
    """

    def __init__(self, paths: Iterable[str], messages: Messages) -> None:
        """Find the sources; they are read by going through this object, once."""
        self.failed = 0
        self._messages = messages
        self._sources = list(dict.fromkeys(sources(paths)))

    def __iter__(self) -> Iterator[Extracted]:
        """Yield each article and its quotes."""
        from quotes.pipeline import extract

        for source in _tracked(self._sources, self._messages):
            for found in read(source):
                if isinstance(found, ReadError):
                    self.failed += 1
                    self._messages.error(f"quotes: {found}")
                else:
                    self._messages.detail(
                        f"{found.path}: {len(found.text):,} characters, read as {found.encoding}"
                    )
                    yield replace(found, id=article_id(found.text)), extract(found.text)


def batches(found: Iterable[Extracted], size: int = BATCH) -> Iterator[list[Extracted]]:
    """Yield what was found in lists of `size`, or fewer long ones; on Ctrl-C, first what there is so far."""
    batch: list[Extracted] = []
    length = 0
    try:
        for article, quotes in found:
            batch.append((article, quotes))
            length += len(article.text)
            if len(batch) == size or length >= BATCH_TEXT:
                yield batch
                batch, length = [], 0
    except KeyboardInterrupt:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _tracked(found: Sequence[str | ReadError], messages: Messages) -> Iterator[str | ReadError]:
    if not messages.can_move() or (len(found) <= FEW and sum(map(_size, found)) < LONG):
        yield from found
        return
    from rich.progress import Progress

    from quotes.cli.output import console

    several = len(found) > 1
    with Progress(*_columns(several), console=console(sys.stderr), transient=True) as progress:
        task = progress.add_task("reading", total=len(found) if several else None)
        for source in found:
            progress.update(task, description=_described(source))
            yield source
            progress.advance(task)


def _columns(several: bool) -> Iterator[ProgressColumn]:
    """Yield what a progress bar shows: how far it is, and for how long; one source alone only pulses."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn

    yield TextColumn("{task.description}", markup=False)
    yield BarColumn()
    if several:
        yield MofNCompleteColumn()
    yield TimeElapsedColumn()


def _described(source: str | ReadError) -> str:
    """Return what is being read, if that takes a while."""
    from quotes.show.plain import visible

    size = _size(source)
    if size < LONG:
        return "reading"
    return visible(f"reading {Path(str(source)).name}, {size / 1_000_000:.1f} MB")


def _size(source: str | ReadError) -> int:
    """Return the bytes of a source, 0 if that cannot be told before it is read."""
    try:
        return 0 if isinstance(source, ReadError) else Path(source).stat().st_size
    except (OSError, ValueError):
        return 0
