"""What a new extraction of an article changes: quotes keep their ids where their words stand as before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from quotes.deciding.decisions import Decision
from quotes.model import Article, Quote

# What a reader sees of a quote; the rest is how sure it is, and why.
SEEN = (
    "text",
    "content",
    "kind",
    "act",
    "speaker",
    "cue",
    "source",
    "addressee",
    "candidates",
    "outer",
    "paragraph",
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A quote before and after; `what` are the fields that differ."""

    before: Quote
    after: Quote
    what: tuple[str, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        """Return those of the fields that a reader sees."""
        return tuple(name for name in self.what if name in SEEN)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of the quotes of an article; `quotes` are all that it has now."""

    article: Article
    quotes: tuple[Quote, ...]
    new: tuple[Quote, ...]
    gone: tuple[Quote, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.new or self.gone or self.changed)

    def instead(self, gone: Quote) -> Quote | None:
        """Return the new quote that has the most words of one that is gone, if it has any."""
        shared = ((_overlap(gone, quote), quote.id, quote) for quote in self.new)
        most, _, quote = max(shared, default=(0, "", None), key=lambda each: each[:2])
        return quote if most else None


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: the articles that differ, and the decisions that hold for nothing since.

    `speakers` is how many were not what the quotes before it make of them, as where the file was
    changed by hand.
    """

    articles: int
    renewals: tuple[Renewal, ...]
    idle: tuple[Decision, ...]
    speakers: int = 0


def renewal(article: Article, before: Sequence[Quote], after: Iterable[Quote]) -> Renewal:
    """Return what changes when the quotes of an article are those found now."""
    now = _with_ids_of(before, tuple(after))
    old, new = ({quote.id: quote for quote in quotes} for quotes in (before, now))
    differing = (Changed(old[key], new[key], _differences(old[key], new[key])) for key in new if key in old)
    return Renewal(
        article,
        now,
        new=tuple(quote for quote in now if quote.id not in old),
        gone=tuple(quote for quote in before if quote.id not in new),
        changed=tuple(change for change in differing if change.what),
    )


def _with_ids_of(before: Sequence[Quote], after: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotes with the ids they had, where the words stand at the same place.

    An id is made of the words' place and the source's, so that a better source would make another.
    """
    found = {quote.id for quote in after}
    kept = {quote.id for quote in before}
    lost = _by_content(quote for quote in before if quote.id not in found)
    fresh = _by_content(quote for quote in after if quote.id not in kept)
    ids = {quote.id: lost[place].id for place, quote in fresh.items() if place in lost}
    return tuple(
        replace(quote, id=ids.get(quote.id, quote.id), outer=ids.get(quote.outer or "", quote.outer))
        for quote in after
    )


def _by_content(quotes: Iterable[Quote]) -> Mapping[object, Quote]:
    """Return quotes by the place of their words, without those that share one."""
    found: dict[object, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.content, []).append(quote)
    return {place: same[0] for place, same in found.items() if len(same) == 1}


def _overlap(one: Quote, other: Quote) -> int:
    """Return how many code points two quotes share."""
    pairs = ((a, b) for a in one.content for b in other.content)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a, b in pairs)


def _differences(before: Quote, after: Quote) -> tuple[str, ...]:
    return tuple(
        field.name for field in fields(Quote) if getattr(before, field.name) != getattr(after, field.name)
    )
