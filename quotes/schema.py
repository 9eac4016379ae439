"""What a row of the library may hold, as its record declares it; what holds anything else is damaged.

People can open the file, and so can programs that know nothing of it. A row is checked once, when
it is read, so that nothing behind has to doubt it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from json import dumps
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from quotes.deciding.decisions import KINDS
from quotes.deciding.keys import Key, is_key
from quotes.identity import EntryRow
from quotes.model import Article, Quote, Span

Fits = Callable[[Any], Any]

_SHOWN = 40  # characters of a value that cannot be
_IDS = ("id", "article")
_NEEDED = frozenset({"because", "confidence", "candidates", "addressee", "roles"})  # in spite of a default


class Columns(NamedTuple):
    """What fits into each column, and which of them must be there."""

    fits: Mapping[str, Fits]
    needed: frozenset[str]

    def hold(self, row: Any) -> bool:
        """Return whether this is a row of these columns."""
        return type(row) is dict and self.fault(row) is None

    def fault(self, row: Mapping[str, Any]) -> str | None:
        """Return what is wrong with a row, or None."""
        fits = self.fits
        for name, value in row.items():
            if name not in fits:
                return f"{name} is no column of it"
            if not fits[name](value):
                return f"{name} cannot be {_shown(value)}"
        if not self.needed <= row.keys():
            return f"{min(self.needed - row.keys())} is missing"
        return None


def row_fault(table: str, row: Mapping[str, Any]) -> str | None:
    """Return what is wrong with a row of a table, or None.

    >>> row_fault("articles", {"id": "299817c23512", "url": 7})
    'url cannot be 7'
    >>> row_fault("decisions", {"id": "299817c23512", "kind": "marry"})
    'kind cannot be "marry"'
    """
    if table == "articles":
        return _articles().fault(row)
    if table == "quotes":
        return _quotes().fault(row)
    if table == "speakers":
        return _speakers().fault(row)
    return _decision_fault(row) if table == "decisions" else None


@cache
def _quotes() -> Columns:
    return _with_ids(_of(Quote))


@cache
def _articles() -> Columns:
    columns = _with_ids(_of(Article))
    fits = {name: fits for name, fits in columns.fits.items() if name != "text"}
    return Columns(fits, frozenset({"id", "date", "outlet"}))


@cache
def _speakers() -> Columns:
    hints = get_type_hints(EntryRow, include_extras=True)
    fits = {name: _fits(hint) for name, hint in hints.items()}
    are_keys = fits["keys"]
    fits["keys"] = lambda keys: keys and are_keys(keys)  # nobody is without one
    return _with_ids(Columns(fits, frozenset(hints)))


def _decision_fault(row: Mapping[str, Any]) -> str | None:
    if fault := _decisions().fault(row):
        return fault
    fault = _ruling(row["kind"]).fault(row["ruling"])
    return f"in its ruling {fault}" if fault else None


@cache
def _ruling(kind: str) -> Columns:
    return _of(KINDS[kind])


@cache
def _decisions() -> Columns:
    texts: dict[str, Fits] = dict.fromkeys(("time", "about", "by", "reason"), _is_text)
    fits = texts | {"id": _is_id, "kind": lambda kind: _is_text(kind) and kind in KINDS, "ruling": _is_row}
    return Columns(fits, frozenset(fits))


def _with_ids(columns: Columns) -> Columns:
    return columns._replace(fits={**columns.fits} | {name: _is_id for name in _IDS if name in columns.fits})


def _of(record: type[Any]) -> Columns:
    """Return the columns of a record: its fields."""
    hints = get_type_hints(record, include_extras=True)
    needed = (each.name for each in fields(record) if _is_needed(each))
    return Columns({name: _fits(hint) for name, hint in hints.items()}, frozenset(needed))


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING or field.name in _NEEDED


def _fits(hint: Any) -> Fits:
    """Return what says whether a value, as JSON holds it, is of a type."""
    if hint == Span:
        return _is_span
    if is_dataclass(hint) and isinstance(hint, type):
        return _of(hint).hold
    arguments = get_args(hint)
    origin = get_origin(hint)
    if origin is Literal:
        allowed = frozenset(arguments)
        return lambda value: type(value) is str and value in allowed
    if NoneType in arguments:
        (one,) = (_fits(each) for each in arguments if each is not NoneType)
        return lambda value: value is None or one(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        each = _fits(arguments[0])
        return lambda value: type(value) is list and all(map(each, value))
    if origin is tuple:
        parts = tuple(map(_fits, arguments))
        return lambda value: (
            type(value) is list
            and len(value) == len(parts)
            and all(fits(part) for fits, part in zip(parts, value, strict=True))
        )
    return _PLAIN[hint]


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_row(value: object) -> bool:
    return type(value) is dict


def _is_number(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_share(value: object) -> bool:
    return type(value) in (int, float) and 0 <= value <= 1  # type: ignore[operator]


def _is_span(value: object) -> bool:
    """Return whether this is a span; whether it is in the text, the text must say."""
    return type(value) is list and len(value) == 2 and type(value[0]) is type(value[1]) is int


def _is_id(value: object, looks: Callable[[str], object] = re.compile("[0-9a-f]{12}").fullmatch) -> bool:
    return type(value) is str and looks(value) is not None


_PLAIN: Mapping[Any, Fits] = {
    str: _is_text,
    Key: lambda value: type(value) is str and is_key(value),
    bool: lambda value: type(value) is bool,
    int: _is_number,
    float: _is_share,
}


def _shown(value: object) -> str:
    text = dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
