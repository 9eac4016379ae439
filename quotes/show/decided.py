"""What people decided, as a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from quotes.deciding.decisions import Decision
from quotes.ids import short
from quotes.show.listing import Column, Listing

_COLUMNS = (
    Column("", "dim", number=True),
    Column("when (UTC)", "cyan", whole=True),
    Column("decision", "bold", whole=True),
    Column("about"),
    Column("by", extra=True),
    Column("reason", "italic"),
    Column("state", "yellow", whole=True),
    Column("id", "dim", whole=True, extra=True),
)
_FIELDS = ("id", "time", "kind", "about", "by", "reason", "idle")


def decided(decisions: Iterable[Decision], idle: Collection[Decision] = ()) -> Listing:
    """Return the list of decisions, the last first; `idle` are those that hold for nothing at present."""
    decisions = tuple(decisions)
    rows = tuple(
        (number, _when(each), each.kind, each.about, each.by, each.reason, _state(each, idle), short(each.id))
        for number, each in enumerate(decisions, 1)
    )
    shown = [n for n, column in enumerate(_COLUMNS) if column.name in _ALWAYS or any(row[n] for row in rows)]
    items = tuple(
        {name: getattr(each, name) for name in _FIELDS[:-1]} | {"idle": each in idle} for each in decisions
    )
    columns = tuple(_COLUMNS[n] for n in shown)
    return Listing(columns, tuple(tuple(row[n] for n in shown) for row in rows), _FIELDS, items)


_ALWAYS = ("", "when (UTC)", "decision", "about", "id")


def _when(decision: Decision) -> str:
    return decision.time[:16].replace("T", " ")


def _state(decision: Decision, idle: Collection[Decision]) -> str:
    return "idle" if decision in idle else ""
