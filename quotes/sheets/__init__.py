"""Quote sheets: rows made from quotes, and one file for each format they are written in."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from uuid import uuid4

from quotes.atomic import replace_file
from quotes.errors import QueryError, QuotesError
from quotes.sheets.rows import HEADINGS, Row, row, rows_of

__all__ = [
    "FORMATS",
    "HEADINGS",
    "FormatError",
    "Row",
    "SheetError",
    "format_of",
    "render",
    "row",
    "rows_of",
    "write",
    "write_file",
]

FORMATS = ("csv", "md", "html", "json", "xlsx")
_WORD = frozenset(("doc", "docx", "odt", "rtf"))
_ENDINGS = {"markdown": "md", "htm": "html"}


class SheetError(QuotesError):
    """A sheet could not be written; what stood at its path is as it was."""


class FormatError(SheetError, QueryError):
    """A format of a sheet was asked for that does not exist."""


def format_of(path: Path | str) -> str:
    """Return the format that the ending of a path asks for.

    Raises FormatError for an ending that is none of `FORMATS`.

    >>> format_of("sheet.XLSX"), format_of("sheet.htm")
    ('xlsx', 'html')
    """
    ending = Path(path).suffix.lower().lstrip(".")
    name = _ENDINGS.get(ending, ending)
    if name not in FORMATS:
        word = " (Word opens html)" if name in _WORD else ""
        what = (
            f"no sheet format ends in {ending!r}"
            if ending
            else "the name has no ending that tells the format"
        )
        raise FormatError(f"{path}: {what}; use one of {', '.join(FORMATS)}{word}")
    return name


def render(rows: Sequence[Row], format: str, *, title: str = "Quotes") -> bytes:  # noqa: A002
    """Return the rows as a file of one of `FORMATS`; the same rows always give the same bytes.

    Raises FormatError for another format, and SheetError if the rows are more than an Excel sheet holds.
    """
    if format not in FORMATS:
        raise FormatError(f"no sheet format is called {format!r}; use one of {', '.join(FORMATS)}")
    data: bytes = import_module(f"quotes.sheets.{format}").render(rows, title=title)
    return data


def write(
    rows: Sequence[Row],
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002
    title: str = "Quotes",
    force: bool = False,
) -> Path:
    """Write the rows to a file, whole or not at all, and return its path.

    The format is that of the path's ending, unless `format` says otherwise. Raises SheetError if
    something stands at the path and `force` is not given, if that is not a plain file, or if the
    folder is missing or may not be written to.
    """
    place = Path(path)
    _refuse(place, force=force)
    return write_file(render(rows, format or format_of(place), title=title), place, force=force)


def write_file(data: bytes, path: Path | str, *, force: bool = False) -> Path:
    """Write a file, whole or not at all, and return its path.

    Raises SheetError if something stands there and `force` is not given, or if it cannot be written.
    """
    place = Path(path)
    _refuse(place, force=force)
    try:
        _place(data, place.resolve(), force=force)
    except FileExistsError:
        raise SheetError(_exists(place)) from None
    except OSError as error:
        reason = error.strerror or error
        raise SheetError(
            f"{place}: cannot be written ({reason}); check the folder, or name another"
        ) from None
    return place


def _refuse(place: Path, *, force: bool) -> None:
    if place.exists() and not place.is_file():
        raise SheetError(f"{place}: is not a plain file; give the name of a file to write")
    if place.exists() and not force:
        raise SheetError(_exists(place))


def _exists(place: Path) -> str:
    return f"{place}: exists already; give another name, or --force to overwrite it"


def _place(data: bytes, place: Path, *, force: bool) -> None:
    """Write beside the place, then move there: a reader sees the old file or the whole new one."""
    beside = place.with_name(f".{uuid4().hex}")
    try:
        replace_file(beside, [data])
        if force:
            beside.replace(place)
        else:
            _link(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _link(beside: Path, place: Path) -> None:
    """Give a file its name, unless something has taken that name in the meantime."""
    try:
        place.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if place.exists():
            raise FileExistsError(place) from None
        beside.replace(place)
