"""A view as JSON, JSON Lines, CSV or Markdown: text for other programs, nothing cut or changed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from quotes.show.view import Row, View

_SURROGATE = re.compile("[\ud800-\udfff]")

Writer = Callable[[View], Iterable[str]]


def dumps(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON, with letters as they are, but for those that UTF-8 does not have."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() else _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def as_json(view: View) -> Iterator[str]:
    """Yield the whole answer as one JSON document."""
    yield dumps(view.document(), indent=1) + "\n"


def as_jsonl(view: View) -> Iterator[str]:
    """Yield one line of JSON per record."""
    for record in view.records():
        yield dumps(record) + "\n"


def as_csv(view: View) -> Iterator[str]:
    """Yield one line of CSV per row, the header first."""
    for row in view.rows():
        yield csv_line(row)


def as_markdown(view: View) -> Iterator[str]:
    """Yield the lines of a Markdown text."""
    for line in view.markdown():
        yield line + "\n"


def csv_line(row: Row) -> str:
    r"""Return one line of CSV; nothing is an empty cell.

    >>> csv_line(["a, b", None, 3])
    '"a, b",,3\n'
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(["" if cell is None else cell for cell in row])
    return line.getvalue()


FORMATS: Mapping[str, Writer] = MappingProxyType(
    {"json": as_json, "jsonl": as_jsonl, "csv": as_csv, "md": as_markdown}
)
