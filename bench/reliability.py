"""Is confidence true? In buckets of what is stated, how many of the quotes are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.calibrate import can_be_judged, sources
from bench.gold import GoldQuote
from bench.matching import same_name, same_source
from bench.scoring import Result
from quotes.confidence import certainty
from quotes.model import Quote

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
FEW = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)  # for the articles with gold speakers, which are a third of all

Judged = tuple[float, bool]  # what is stated, and whether it is so


@dataclass(frozen=True, slots=True)
class Bucket:
    """The quotes that state from `low` to below `high`: how many, stated and observed on average."""

    low: float
    high: float
    n: int
    stated: float
    observed: float

    @property
    def gap(self) -> float:
        """How many points more is observed than stated."""
        return 100 * (self.observed - self.stated)


def buckets(judged: Iterable[Judged], edges: Sequence[float] = EDGES) -> list[Bucket]:
    """Sort what is stated into buckets; empty ones are left out.

    >>> [(b.n, b.stated, b.observed) for b in buckets([(0.92, True), (0.93, False), (0.2, False)])]
    [(1, 0.2, 0.0), (2, 0.925, 0.5)]
    """
    rows = list(judged)
    out = []
    for low, high in pairwise(edges):
        inside = [(p, right) for p, right in rows if low <= p < high or p == high == edges[-1]]
        if inside:
            n = len(inside)
            out.append(Bucket(low, high, n, sum(p for p, _ in inside) / n, sum(r for _, r in inside) / n))
    return out


def attributions(results: Iterable[Result]) -> Iterator[Judged]:
    """Yield, for every extracted quote, how sure its words and its source are, and whether they are right."""
    for result in results:
        right = _is_right(result)
        for j, quote in enumerate(result.found):
            if can_be_judged(result, quote):
                yield certainty(result.article.text, quote), right(j)


def speakers(results: Iterable[Result]) -> Iterator[Judged]:
    """Yield, for right attributions whose gold speaker is a named person, the chain's confidence.

    Where the tool names nobody it claims nothing, and the quote does not count.
    """
    for result in results:
        marked, right = _marked(result), _is_right(result)
        for j, quote in enumerate(result.found):
            if right(j) and marked[j].by_name and quote.speaker:
                stated = quote.confidence / certainty(result.article.text, quote)
                yield min(stated, 1.0), same_name(quote.speaker.name, marked[j].speaker)


def whole(results: Iterable[Result]) -> Iterator[Judged]:
    """Yield the confidence of quotes of articles with gold speakers, and whether everything is right.

    A person's name must be the marked one. The name that gold gives to a group or a body is made by hand, so
    there it only counts that no person is named; where the tool names nobody it claims nothing of a speaker.
    """
    for result in results:
        if any(quote.speaker_type for quote in result.article.quotes):
            marked, right = _marked(result), _is_right(result)
            for j, quote in enumerate(result.found):
                if not can_be_judged(result, quote):
                    continue
                yield quote.confidence, right(j) and _speaker_fits(quote, marked[j])


def _speaker_fits(quote: Quote, gold: GoldQuote) -> bool:
    if quote.speaker is None:
        return True
    if gold.by_name:
        return same_name(quote.speaker.name, gold.speaker)
    return not (quote.speaker.named and quote.speaker.type == "person")


def _marked(result: Result) -> dict[int, GoldQuote]:
    return {j: result.article.quotes[i] for i, j in result.pairs.items()}


def _is_right(result: Result) -> Callable[[int], bool]:
    marked, printed = _marked(result), list(sources(result))
    return lambda j: j in marked and same_source(marked[j], printed[j])
