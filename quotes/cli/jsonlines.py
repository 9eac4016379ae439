"""JSON Lines in, one document a line, its text untouched: how other programs feed `extract`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

from quotes.cli.reading import read, read_data
from quotes.errors import ReadError
from quotes.ids import article_id

_BOM = b"\xef\xbb\xbf"


class Document(NamedTuple):
    """A text and what its line calls it."""

    id: object
    text: str


def answer(document: Document) -> str:
    """Return the line of JSON that answers a document: its id and its quotes."""
    from quotes.pipeline import extract
    from quotes.records import quote_record
    from quotes.show.formats import dumps

    quotes = [quote_record(quote) for quote in extract(document.text)]
    return dumps({"id": document.id, "quotes": quotes}) + "\n"


def documents_in(source: str | ReadError) -> Iterator[Document | ReadError]:
    """Yield the documents of a source, and errors of articles; raises ReadError for a bad line."""
    with _opened(source) as stream:
        head = list(_head(stream))
        if head and is_object(head[-1]):
            yield from documents(chain(head, stream), name="standard input" if source == "-" else str(source))
            return
        rest = b"".join(head) + stream.read() if source == "-" else None
    for found in read(source) if rest is None else read_data(rest):
        yield found if isinstance(found, ReadError) else Document(article_id(found.text), found.text)


def _opened(source: str | ReadError) -> AbstractContextManager[IO[bytes]]:
    """Open what can be opened here; whatever is wrong with the rest, the readers say it."""
    if source == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return nullcontext(BytesIO()) if isinstance(source, ReadError) else Path(source).open("rb")
    except (OSError, ValueError):
        return nullcontext(BytesIO())


def _head(stream: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines up to the first that is not empty."""
    for line in stream:
        yield line
        if line.removeprefix(_BOM).strip():
            return


def is_object(line: bytes) -> bool:
    """Return whether a line begins as an object of JSON does.

    >>> is_object(b'{"id": 1, "text": "No."}'), is_object(b"{sic} was printed")
    (True, False)
    """
    head = line.removeprefix(_BOM).lstrip()
    return head[:1] == b"{" and head[1:].lstrip()[:1] in (b'"', b"}")


def documents(lines: Iterable[bytes], *, name: str) -> Iterator[Document]:
    """Yield a document per line, empty lines left out, as soon as the line is there.

    Raises ReadError with the number of a line that is no object with an "id" and a "text".
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(line, f"{name}, line {number}")


def _document(line: bytes, place: str) -> Document:
    try:
        record = json.loads(line.removeprefix(_BOM))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", None) or "not UTF-8, or nested too deeply"
        raise ReadError(f"{place}: no valid JSON ({reason}); write one JSON object a line") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadError(f'{place}: no text; write {{"id": "…", "text": "…"}} on each line')
    text = record["text"]
    return Document(record.get("id", article_id(text)), text)
