"""A quote sheet as Markdown: a table of all columns, then a short one by speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotes.sheets.rows import HEADINGS, Cell, Row, by_speaker, cells, roles
from quotes.sheets.visible import visible

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~&]")
_BREAK = re.compile(r"[\t\r\n]+")


def render(rows: Sequence[Row], *, title: str = "Quotes") -> bytes:
    """Return the sheet under a heading; a cell reads back as it was, line breaks included."""
    speakers = [
        (name or "not known", roles(found), ", ".join(str(row.number) for row in found))
        for name, found in by_speaker(rows).items()
    ]
    parts = (
        f"# {escape(title)}",
        _table(HEADINGS, map(cells, rows)),
        "## By speaker",
        _table(("speaker", "role as printed", "numbers"), speakers),
    )
    return ("\n\n".join(parts) + "\n").encode()


def escape(text: str) -> str:
    """Return the text so that Markdown shows it as it is, on one line.

    Spaces at the ends, tabs and line breaks, which a table cell would lose, become character
    references.

    >>> print(escape("a|b *c*\\nd "))
    a\\|b \\*c\\*&#10;d&#32;
    """
    escaped = _ACTIVE.sub(r"\\\g<0>", visible(text))
    left = len(escaped) - len(escaped.lstrip())
    right = max(left, len(escaped.rstrip()))
    inner = _BREAK.sub(lambda match: _references(match[0]), escaped[left:right])
    return _references(escaped[:left]) + inner + _references(escaped[right:])


def _references(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def _table(headings: Sequence[str], lines: Iterable[Sequence[Cell]]) -> str:
    rule = "|".join(["", *("---" for _ in headings), ""])
    return "\n".join([_line(headings), rule, *map(_line, lines)])


def _line(values: Sequence[Cell]) -> str:
    return "| " + " | ".join("" if value is None else escape(str(value)) for value in values) + " |"
