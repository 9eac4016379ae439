"""What people decided, as a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from quotes.deciding.decisions import Decision
from quotes.ids import short
from quotes.show.listing import NARROW, Column, Listing

_COLUMNS = (
    Column("", "dim", number=True),
    Column("when (UTC)", "cyan", whole=True),
    Column("decision", "bold", whole=True),
    Column("about"),
    Column("by", wanting=NARROW, rare=True),
    Column("reason", "italic", rare=True),
    Column("state", "yellow", whole=True, rare=True),
    Column("id", "dim", whole=True, wanting=NARROW),
)
_FIELDS = ("id", "time", "kind", "about", "by", "reason", "idle")


def decided(decisions: Iterable[Decision], idle: Collection[Decision] = ()) -> Listing:
    """Return the list of decisions, the last first; `idle` are those that hold for nothing at present."""
    decisions = tuple(decisions)
    rows = tuple(
        (number, _when(each), each.kind, each.about, each.by, each.reason, _state(each, idle), short(each.id))
        for number, each in enumerate(decisions, 1)
    )
    items = tuple(
        {name: getattr(each, name) for name in _FIELDS[:-1]} | {"idle": each in idle} for each in decisions
    )
    return Listing(_COLUMNS, rows, _FIELDS, items)


def _when(decision: Decision) -> str:
    return decision.time[:16].replace("T", " ")


def _state(decision: Decision, idle: Collection[Decision]) -> str:
    return "idle" if decision in idle else ""
