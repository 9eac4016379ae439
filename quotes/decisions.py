"""What people decided about quotes: kept apart from what extraction says, and replayed over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from quotes.errors import QueryError
from quotes.model import Status


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody decided something: at an ISO time, of a kind, on a thing's id, with a reason.

    The only kind so far is "status": its target is a quote and its value a status. A decision
    stays when its target is removed, and holds again when the target comes back.
    """

    time: str
    kind: str
    target: str
    value: str
    reason: str = ""


def check(decision: Decision) -> None:
    """Raise QueryError if nobody can decide this."""
    if decision.kind != "status":
        raise QueryError(f"decision {decision.kind!r} does not exist: choose status")
    if decision.value not in get_args(Status):
        raise QueryError(f"status {decision.value!r} does not exist: choose {', '.join(get_args(Status))}")


def statuses(decisions: Iterable[Decision]) -> dict[str, Status]:
    """Return the status of each quote that has one by decision; the last decision holds.

    >>> one, two = (Decision("2026", "status", "a1", value) for value in ("rejected", "confirmed"))
    >>> statuses([one, two])
    {'a1': 'confirmed'}
    """
    by_value: dict[str, Status] = {status: status for status in get_args(Status)}
    return {
        decision.target: by_value[decision.value]
        for decision in decisions
        if decision.kind == "status" and decision.value in by_value
    }
