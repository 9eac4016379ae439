"""A quote sheet as an Excel workbook: the quotes by article, and a second sheet by speaker.

Text is always stored as text, never as a formula, a number or a link. Excel holds 32,767
characters in a cell, counted in UTF-16; a longer text goes on in rows of its own right below, with
the same number and id, and its note says so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, zip_longest
from typing import Any

from quotes.errors import QuotesError
from quotes.sheets.rows import FIELDS, HEADINGS, STATUSES, Cell, Row, by_speaker, cells
from quotes.sheets.visible import visible

CELL = 32_000  # a little under Excel's limit, for the note on a row that goes on
ROWS = 1_048_576
_CREATED = datetime(2000, 1, 1)  # fixed: the same rows give the same bytes
_REPEATED = ("number", "id")
_WIDTHS = {
    "number": 8,
    "speaker": 24,
    "as_printed": 24,
    "role": 28,
    "age": 6,
    "quote": 70,
    "cue": 16,
    "paragraph": 10,
    "before": 40,
    "after": 40,
    "headline": 36,
    "url": 30,
    "note": 36,
}
_WIDTH = 14
_SPEAKER_COLUMNS = (
    "speaker",
    "role",
    "kind",
    "quote",
    "date",
    "outlet",
    "headline",
    "number",
    "status",
    "note",
    "id",
)


def render(rows: Sequence[Row], *, title: str = "Quotes") -> bytes:
    """Return the workbook. Raises QuotesError if the rows are more than a sheet of Excel holds."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": visible(title)[:255], "created": _CREATED})
    _fill(book, "Quotes", FIELDS, rows)
    _fill(book, "By speaker", _SPEAKER_COLUMNS, chain.from_iterable(by_speaker(rows).values()))
    book.close()
    return out.getvalue()


def _fill(book: Any, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    sheet = book.add_worksheet(name)
    lines = [line for row in rows for line in _lines(row, columns)]
    if len(lines) >= ROWS:
        raise QuotesError(f"{len(lines)} rows are more than an Excel sheet holds: export csv or json instead")
    headings = dict(zip(FIELDS, HEADINGS, strict=True))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    _write(sheet, 0, [headings[column] for column in columns], head)
    for at, line in enumerate(lines, 1):
        _write(sheet, at, line, body)
    _lay_out(sheet, columns, len(lines))


def _write(sheet: Any, at: int, line: Sequence[Cell], form: Any) -> None:
    for column, value in enumerate(line):
        if isinstance(value, str) and value:
            sheet.write_string(at, column, value, form)
        elif isinstance(value, int | float):
            sheet.write_number(at, column, value, form)


def _lay_out(sheet: Any, columns: Sequence[str], rows: int) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS.get(column, _WIDTH))
    sheet.freeze_panes(1, 2 if columns[0] == "number" else 1)
    sheet.autofilter(0, 0, rows, len(columns) - 1)
    status = columns.index("status")
    if rows:
        sheet.data_validation(1, status, rows, status, {"validate": "list", "source": list(STATUSES)})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lines(row: Row, columns: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield the row as one line, or as several when a text is too long for a cell."""
    values = dict(zip(FIELDS, cells(row), strict=True))
    parts = list(zip_longest(*(_parts(values[column]) for column in columns)))
    for count, part in enumerate(parts):
        line = dict(zip(columns, part, strict=True))
        if len(parts) > 1:
            line |= {column: values[column] for column in _REPEATED}
            long = f"[part {count + 1} of {len(parts)} of number {row.number}]"
            line["note"] = f"{line['note'] or ''} {long}".strip()
        yield [line[column] for column in columns]


def _parts(value: Cell) -> list[Cell]:
    """Cut a text into pieces that a cell holds; put together they are the text again."""
    if not isinstance(value, str) or len(value) * 2 <= CELL:
        return [visible(value) if isinstance(value, str) else value]
    return list(split(visible(value), CELL))


def split(text: str, size: int) -> Iterator[str]:
    """Yield pieces of at most `size` UTF-16 units, cut after white space where there is some.

    >>> list(split("one two three", 6))
    ['one ', 'two ', 'three']
    """
    start = space = used = 0
    for at, character in enumerate(text):
        width = _units(character)
        while used + width > size:
            end = space if space > start else at
            yield text[start:end]
            start, used = end, _units(text[end:at])
        used += width
        if character.isspace():
            space = at + 1
    yield text[start:]


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
