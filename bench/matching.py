"""Which extracted quote is which gold quote, and when two sources, names or roles are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bench.gold import GoldQuote, Spans
from quotes.model import Quote

_TITLES = frozenset(
    "mr mrs ms miss dr sen rep gov president sir dame lord lady prof professor the gen lt col capt sgt judge"
    " justice senator congressman congresswoman secretary jr sr ii iii".split()
)
_SMALL = frozenset("a an the of for at in and who is his her their".split())


def match(gold: Sequence[GoldQuote], found: Sequence[Quote], least: float) -> dict[int, int]:
    """Pair each gold quote, in their order, with the free extracted one that covers most of its content.

    Both are indexes; a pair covers more than `least`, a share of the gold content's characters.
    """
    pairs: dict[int, int] = {}
    free = dict(enumerate(merged(quote.content) for quote in found))
    for i, quote in enumerate(gold):
        content = merged(quote.content)
        size = sum(end - start for start, end in content)
        best, share = None, least
        for j, other in free.items():
            if other[-1][1] <= content[0][0] or other[0][0] >= content[-1][1]:
                continue
            covered = common(content, other) / size
            if covered > share:
                best, share = j, covered
        if best is not None:
            pairs[i] = best
            del free[best]
    return pairs


def merged(spans: Spans) -> Spans:
    """Return the same characters as spans that neither overlap nor touch.

    >>> merged(((5, 9), (0, 3), (2, 5)))
    ((0, 9),)
    """
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def common(one: Spans, other: Spans) -> int:
    """Return how many characters two lists of merged spans share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def overlap(one: Spans, other: Spans) -> bool:
    """Say whether two lists of spans share a character."""
    return common(one, other) > 0


def same_source(gold: GoldQuote, source: Spans) -> bool:
    """Say whether a source is the marked one: they overlap, or neither is printed."""
    return overlap(gold.source, source) if gold.source else not source


def same_name(one: str | None, other: str | None) -> bool:
    """Say whether two names are one person's: the same words, or the same first and last.

    >>> same_name("Mr. Ann B. Lee", "Ann Lee"), same_name("Lee", "Ann Lee")
    (True, False)
    """
    a, b = _name(one or ""), _name(other or "")
    if not a or not b:
        return False
    return a == b or (len(a) > 1 and len(b) > 1 and (a[0], a[-1]) == (b[0], b[-1]))


def _name(name: str) -> tuple[str, ...]:
    words = (word.strip(".,'’\"“”").casefold() for word in re.sub(r"['’]s$", "", name).split())
    return tuple(w for w in words if w and w not in _TITLES and not re.fullmatch(r"[a-z]", w))


def same_role(one: str, other: str) -> bool:
    """Say whether two roles share most of their words.

    >>> same_role("mayor of Wexcombe", "the Wexcombe mayor"), same_role("mayor", "baker")
    (True, False)
    """
    a, b = _role(one), _role(other)
    shared = len(a & b)
    return shared > 0 and shared >= 0.5 * min(len(a), len(b)) and shared >= 0.34 * len(a | b)


def _role(role: str) -> set[str]:
    return set(re.findall(r"[\w$%.-]+", role.casefold().replace(".", ""))) - _SMALL
