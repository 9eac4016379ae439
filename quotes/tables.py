"""The tables of a library: which there are, what their rows must have, and how they become bytes."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FORMAT = 1
TABLES = ("articles", "quotes", "speakers", "decisions", "meta")
COLUMNS = {
    "articles": {"id", "date", "outlet"},
    "quotes": {"id", "article", "kind", "act", "speaker", "candidates"},
    "speakers": {"id", "name", "aliases", "quote_ids"},
}

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]


def empty() -> Tables:
    """Return the tables of a library that holds nothing yet."""
    return {table: {} for table in TABLES} | {"meta": {"1": {"format": FORMAT}}}


def format_of(tables: Tables) -> int:
    """Return the number of the format in which the tables were written, 0 if they do not say."""
    numbers = [row.get("format", 0) for row in tables.get("meta", {}).values()]
    return max((number for number in numbers if isinstance(number, int)), default=0)


def shape_fault(tables: object) -> str | None:
    """Return what is wrong with the shape of parsed tables, or None."""
    if not isinstance(tables, dict) or not isinstance(tables.get("meta"), dict):
        return "not a library of quotes"
    for name, rows in tables.items():
        if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
            return f"table {name!r} is not a table"
        columns = COLUMNS.get(name, set())
        if not all(columns <= row.keys() for row in rows.values()):
            return f"table {name!r} has a row without one of {', '.join(sorted(columns))}"
    if format_of(tables) < 1:
        return "no format number"
    return None


def serialize(tables: Tables) -> bytes:
    """Return tables as compact JSON in UTF-8; lone surrogates pass through."""
    return encode(json.dumps(tables, ensure_ascii=False, separators=(",", ":")))


def parse(data: bytes) -> Tables:
    """Return the tables that `serialize` wrote. Raises ValueError if this is not JSON."""
    with no_collection():
        tables: Tables = json.loads(decode(data))
    return tables


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at what is all still in use.

    That takes as long as the parsing itself.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def encode(text: str) -> bytes:
    """Return a text as bytes from which `decode` gives back each code point, newlines included."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    r"""Return the text of bytes. Raises ValueError if they are not UTF-8.

    >>> decode(encode("a\r\nb\ud800"))
    'a\r\nb\ud800'
    """
    return data.decode("utf-8", "surrogatepass")
