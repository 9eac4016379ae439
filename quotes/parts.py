"""The parts of quotations that run over paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from itertools import pairwise

from quotes.model import Quotation, Span


class Parts:
    """The parts of quotations that run over paragraphs, and which of them has a tag of its own."""

    def __init__(self, quotations: Iterable[Quotation], drafted: Container[int]) -> None:
        """Take those of `quotations` with several parts; `drafted` is where content of its own begins."""
        runs = [q.parts for q in quotations if q.depth == 0 and len(q.parts) > 1]
        self._following = {one: other for parts in runs for one, other in pairwise(parts)}
        self._parts = sorted(part for parts in runs for part in parts)
        self._drafted = drafted

    def after(self, span: Span) -> tuple[Span, ...]:
        """Return the parts that follow the last one in `span`, up to one that has a tag of its own."""
        if not self._parts:
            return ()
        found, part = [], self.run_on(span)
        while part and part[0] not in self._drafted:
            found.append(part)
            part = self._following.get(part)
        return tuple(found)

    def run_on(self, span: Span) -> Span | None:
        """Return the part in a later paragraph that goes on from the last one in `span`."""
        at = bisect_left(self._parts, (span[1], 0)) - 1
        return self._following.get(self._parts[at]) if at >= 0 and self._parts[at][0] >= span[0] else None
