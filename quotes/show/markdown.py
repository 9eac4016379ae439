"""Text as Markdown: whatever it holds, a Markdown reader shows it as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotes.show.plain import flow
from quotes.show.view import Row

_SPECIAL = re.compile(r"[\\`*_<&|~]|(?<=\])[(:\[]")
_AT_LINE_START = re.compile(r"(?m)^(?:[#>=+-]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    r"""Return `text` with a backslash before what Markdown would read as its own.

    >>> escape("We [the council] will pay [...] *now*")
    'We [the council] will pay [...] \\*now\\*'
    >>> escape("1. Pay"), escape("- Pay")
    ('1\\. Pay', '\\- Pay')
    """
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _AT_LINE_START.sub(_guard, text)


def link(text: str, url: str | None) -> str:
    """Return `text` as a link, or as it is when there is no address.

    >>> link("Bridge closed", "https://news.example/a_(b)")
    '[Bridge closed](<https://news.example/a_(b)>)'
    """
    shown = escape(text)
    if not url or not url.startswith(("http://", "https://")) or set("<>\n\\") & set(url):
        return shown
    return f"[{shown.replace('[', chr(92) + '[').replace(']', chr(92) + ']')}](<{url}>)"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table, the header first."""
    for number, row in enumerate(rows):
        cells = [_cell(value) for value in row]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "|" + " --- |" * len(cells)


def _cell(value: object) -> str:
    return "" if value is None else escape(flow(str(value)).replace("\n", " "))


def _guard(mark: re.Match[str]) -> str:
    return mark[0] + "\\" if mark[0].isdigit() else "\\" + mark[0]
