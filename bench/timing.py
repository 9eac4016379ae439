"""Stop watches."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def best(times: int, *works: Callable[[], object]) -> list[float]:
    """Return the shortest time of each, taken in turns, so that a busy machine slows all alike."""
    rounds = [[seconds(work) for work in works] for _ in range(times)]
    return [min(column) for column in zip(*rounds, strict=True)]
