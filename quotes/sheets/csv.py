"""A quote sheet as CSV that opens right in Excel, LibreOffice and Google Sheets.

UTF-8 with a byte order mark (without it, Excel shows ’ as â€™), every cell in quotes, lines ended
by CR LF as RFC 4180 has it.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula. Such a cell gets an
apostrophe in front. `unguard` takes it away again: a cell that begins with apostrophes and then
such a character loses one apostrophe; every other cell is as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from quotes.sheets.rows import HEADINGS, Cell, Row, cells
from quotes.sheets.visible import visible

# Wide forms count: Excel in East Asian locales reads them alike. So do white space and line breaks
# in front, which some programs trim.
_FORMULA = re.compile("'*(?:\\s*[=+\\-@＝＋－＠]|[\t\r\n])")


def render(rows: Sequence[Row], *, title: str = "") -> bytes:
    """Return the sheet: one line of headings, then one record for each row. It has no title."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_plain(cell) for cell in cells(row)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def guard(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula.

    >>> guard("=1+1"), guard("'=1+1"), guard("'Tis so")
    ("'=1+1", "''=1+1", "'Tis so")
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell as it was before `guard`.

    >>> unguard("'=1+1"), unguard("'Tis so")
    ('=1+1', "'Tis so")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, str):
        return guard(visible(cell))
    return "" if cell is None else cell
