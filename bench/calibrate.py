"""Measure how often each rule is right, and write what `quotes.confidence` reads.

    python -m bench.calibrate GOLD.jsonl            print how good the figures are
    python -m bench.calibrate GOLD.jsonl --write    and write quotes/lexicon/confidence.txt

The project's golden articles are counted with GOLD: transcripts, statements and credits are all but missing
in the news that others have marked. An attribution is right when it is one that people marked (a gold quote
of whose content it covers more than 0.3 is matched with it, one to one) and its source is the marked one:
they overlap, or neither is printed. A quotation without a tag has the source of the one before it.

The file holds the weights of a logistic regression with one feature for each thing that made an attribution
(its rule, the frame in that rule, the word in that frame, and the word in any rule) and each thing that it
looks like (see `quotes.looks`). A ridge draws all weights but the first to zero, so a word that was seen
twice hardly moves what its frame says: shrinkage as by empirical Bayes, for all figures at once. A word that
is hardly ever seen in its frame has the weight of the rare ones instead, which are less often right.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path

from bench import gold, sets
from bench.matching import same_source
from bench.scoring import Result, run
from quotes.confidence import RARE, cells, sure
from quotes.looks import forms
from quotes.model import Quote, Span

OUT = Path(__file__).parent.parent / "quotes" / "lexicon" / "confidence.txt"
FEWEST = 2  # what is rarer has no weight of its own
RIDGE, ROUNDS = 5.0, 15  # of 2 to 12 the least log loss on articles left out, and a slope next to 1
FOLDS = 5
_ALL = "all"

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """An extracted attribution: what made it and what it looks like, the narrowest first; is it right."""

    article: str
    features: tuple[str, ...]
    right: bool


def observe(results: Iterable[Result]) -> Iterator[Seen]:
    """Yield each extracted quote of the results as seen: right or not."""
    for result in results:
        yield from _of_article(result)


def _of_article(result: Result) -> Iterator[Seen]:
    article = result.article
    marked = {j: article.quotes[i] for i, j in result.pairs.items()}
    for j, (quote, source) in enumerate(zip(result.found, sources(result), strict=True)):
        right = j in marked and same_source(marked[j], source)
        if can_be_judged(result, quote):
            yield Seen(article.id, (*cells(quote), *forms(article.text, quote)), right)


def can_be_judged(result: Result, quote: Quote) -> bool:
    """Say whether people would have marked a quote: not inside another's, where gold is one deep."""
    return quote.outer is None or any(marked.inner for marked in result.article.quotes)


def sources(result: Result) -> Iterator[tuple[Span, ...]]:
    """Yield the source of each quote; a quotation without a tag has that of the one before it."""
    last: tuple[Span, ...] = ()
    for quote in result.found:
        last = quote.source if quote.source or quote.rule != "floating" else last
        yield last


def fit(seen: Iterable[Seen]) -> Weights:
    """Return the weight of each feature, by Newton's method, one feature after the other."""
    rows = _without_rare(list(seen))
    members = defaultdict[str, list[int]](list)
    for i, one in enumerate(rows):
        for feature in one.features:
            members[feature].append(i)
    stated, right = [0.0] * len(rows), [one.right for one in rows]
    weights = dict.fromkeys(sorted(members, key=lambda name: -len(members[name])), 0.0)
    for _ in range(ROUNDS):
        for name in weights:
            ridge = 0.0 if name == _ALL else RIDGE
            step = _step([(stated[i], right[i]) for i in members[name]], weights[name], ridge)
            weights[name] += step
            for i in members[name]:
                stated[i] += step
    return weights


def _without_rare(rows: Sequence[Seen]) -> list[Seen]:
    """The rows with the features that were seen often enough; a rare word in its frame is "rare"."""
    counts = Counter(feature for one in rows for feature in one.features)

    def known(one: Seen) -> tuple[str, ...]:
        own = () if counts[one.features[0]] >= FEWEST else (RARE,)
        return (*(feature for feature in one.features if counts[feature] >= FEWEST), *own)

    return [replace(one, features=known(one)) for one in rows]


def _step(rows: Iterable[tuple[float, bool]], weight: float, ridge: float) -> float:
    """How far a weight moves to make what its rows state agree with what is so."""
    slope, bend = -ridge * weight, ridge + _LEAST
    for stated, right in rows:
        share = sure(stated)
        slope += right - share
        bend += share * (1 - share)
    return slope / bend


_LEAST = 1e-9


def stated(weights: Weights, one: Seen) -> float:
    """Return how sure the weights are of what was seen."""
    own = () if one.features[0] in weights else (RARE,)
    return sure(sum(weights.get(feature, 0.0) for feature in (*one.features, *own)))


def loss_left_out(seen: Sequence[Seen]) -> float:
    """Return the mean log loss on articles of which the weights know nothing."""
    places = {article: n % FOLDS for n, article in enumerate(sorted({one.article for one in seen}))}
    total = 0.0
    for fold in range(FOLDS):
        weights = fit(one for one in seen if places[one.article] != fold)
        for one in seen:
            if places[one.article] == fold:
                share = stated(weights, one)
                total -= log(share if one.right else 1 - share)
    return total / len(seen)


def table(seen: Sequence[Seen], weights: Weights) -> str:
    """Return the lines of the generated file, without its header."""
    counts = Counter(feature for one in _without_rare(seen) for feature in one.features)
    return "".join(f"{name}\t{weights[name]:+.3f}\t{counts[name]}\n" for name in sorted(weights))


def header(name: str, articles: int, seen: Sequence[Seen]) -> str:
    """Return the comment that says how the file was made, and from what."""
    return f"""\
# Generated by `python -m bench.calibrate {name}.jsonl --write`; do not edit.
# How sure attributions are: a feature, tab, its weight in log odds, tab, how many attributions had it. What
# made an attribution: rule|frame|word, rule|frame, rule, the word in any rule, all. The rest is what it looks
# like. The weights of all its features are added; "rare" is for words without a line in their frame.
# Measured on {name} and the project's golden articles: {articles} articles, {len(seen)} extracted
# quotes, {_percent(seen):.1f} % of them right.
# Right: it covers more than 0.3 of a gold content, one to one, and its source overlaps the gold source.
# A logistic regression with a ridge of {RIDGE:g}; log loss on articles that it had not seen:
# {loss_left_out(seen):.4f}.
"""


def _percent(seen: Sequence[Seen]) -> float:
    return 100 * sum(one.right for one in seen) / len(seen)


def main(arguments: Sequence[str] | None = None, *, say: Callable[[str], None] = print) -> None:
    parser = argparse.ArgumentParser(prog="bench.calibrate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {OUT.name}")
    asked = parser.parse_args(arguments)
    articles = (*gold.read(asked.gold), *sets.own()["golden"])
    seen = list(observe(run(articles)))
    text = header(asked.gold.stem, len(articles), seen)
    say(text.rstrip())
    if asked.write:
        OUT.write_text(text + table(seen, fit(seen)), encoding="utf-8")


if __name__ == "__main__":
    main()
