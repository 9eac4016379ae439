"""A quote sheet as JSON: an array of objects, one for each row, nothing left out or changed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from quotes.sheets.rows import FIELDS, Row, cells

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(rows: Sequence[Row], *, title: str = "") -> bytes:
    """Return the sheet as indented UTF-8; the keys are the fields of `Row`. It has no title."""
    records = [dict(zip(FIELDS, cells(row), strict=True)) for row in rows]
    text = json.dumps(records, ensure_ascii=False, indent=2)
    # UTF-8 has no lone surrogates, JSON escapes do.
    return (_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()
