"""Word lists: one entry a line, sorted, `#` begins a comment. Loaded once, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def entries(name: str) -> Iterator[str]:
    """Yield the entries of the list `name` without comments and blank lines."""
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of the list `name` as a set."""
    return frozenset(entries(name))


@cache
def table(name: str) -> MappingProxyType[str, str]:
    """Return the list `name` as a mapping: what stands before the first tab to the rest."""
    rows = (entry.partition("\t") for entry in entries(name))
    return MappingProxyType({key.strip(): rest.strip() for key, _, rest in rows})
