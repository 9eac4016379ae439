"""Measure how often each rule is right, and write what `quotes.confidence` reads.

    python -m bench.calibrate GOLD.jsonl            print how good the figures are
    python -m bench.calibrate GOLD.jsonl --write    and write quotes/lexicon/confidence.txt

The project's golden articles are counted with GOLD: transcripts, statements and credits are all but missing
in the news that others have marked. An attribution is right when it is one that people marked (a gold quote
of whose content it covers more than 0.3 is matched with it, one to one) and its source is the marked one:
they overlap, or neither is printed. A quotation without a tag has the source of the one before it.

Small counts are shrunk, by empirical Bayes: of n attributions by a rule, in a frame, by a word, r of them
right, the share is (r + K * p) / (n + K), where p is the share of the rule and the frame; that one is shrunk
in the same way to the rule's, and the rule's to the share of all. A word that is hardly ever seen has the
share of the rare words of its frame, which is lower than that of the words that fill it. The log odds of
that share are multiplied by one factor, the spread, and what an attribution looks like (see
`quotes.confidence.forms`) shifts them: one shift a form, so that stated and observed agree among the
attributions that have it, with a ridge that keeps rare forms near zero. K, the spread and the shifts are
fitted together, as in logistic regression, on shares that leave the attribution's own article out: so they
know how little a rare word tells.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from bench import gold, sets
from bench.matching import same_source
from bench.scoring import Result, run
from quotes.confidence import cells, forms, odds, sure
from quotes.model import Quote, Span

OUT = Path(__file__).parent.parent / "quotes" / "lexicon" / "confidence.txt"
STRENGTHS = (2, 5, 10, 20, 40)  # the K that are tried
FEWEST = 3  # a word that is rarer has the share of its frame's rare words
RARE = 6  # words that were seen less often
_WORD = 4  # how many cells a word has: its own, its frame's, its rule's, and all
RIDGE, ROUNDS = 5.0, 12
_LIMIT = 0.995  # no share is surer than this, or less sure than the rest

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """An extracted attribution, and whether it is right."""

    article: str
    cells: Cells
    forms: tuple[str, ...]
    right: bool


class Counts:
    """How many attributions of each cell were seen and how many of them were right."""

    def __init__(self, rows: Iterable[Seen], words: Counter[str] | None = None) -> None:
        """Count what was seen; `words` says how often each word was seen in all, if these are not all."""
        seen = list(rows)
        words = words or Counter(one.cells[0] for one in seen)
        self.all, self.right = Counter[str](), Counter[str]()
        for one in seen:
            rare = (_rare(one.cells),) if words[one.cells[0]] < RARE else ()
            self.all.update((*one.cells, *rare))
            if one.right:
                self.right.update((*one.cells, *rare))

    def share(self, wanted: Cells, strength: float, without: Counts | None = None) -> float:
        """Return the shrunk share of the narrowest cell, `without` the counts of one article.

        A cell that is all there is of the wider one tells nothing more and is not counted again.
        """
        share, wider = 0.5, -1
        left = self.all[wanted[0]] - (without.all[wanted[0]] if without else 0)
        if len(wanted) == _WORD and left < FEWEST:
            wanted = (_rare(wanted), *wanted[1:])
        for cell in reversed(wanted):
            if self.all[cell] == wider:
                continue
            wider = self.all[cell]
            n = self.all[cell] - (without.all[cell] if without else 0)
            r = self.right[cell] - (without.right[cell] if without else 0)
            share = (r + strength * share) / (n + strength)
        return min(max(share, 1 - _LIMIT), _LIMIT)


def _rare(wanted: Cells) -> str:
    """The cell of all rare words of a frame: they are less often right than those that fill the frame."""
    return f"{wanted[1]}|*"


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted: K, the spread, the shifts, and the loss on articles that were left out."""

    strength: float
    spread: float
    shifts: dict[str, float]
    loss: float


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
            yield Seen(article.id, cells(quote), forms(article.text, quote), right)


def can_be_judged(result: Result, quote: Quote) -> bool:
    """Say whether people would have marked a quote: not inside another's, where gold is one deep."""
    return quote.outer is None or any(marked.inner for marked in result.article.quotes)


def sources(result: Result) -> Iterator[tuple[Span, ...]]:
    """Yield the source of each quote; a quotation without a tag has that of the one before it."""
    last: tuple[Span, ...] = ()
    for quote in result.found:
        last = quote.source if quote.source or quote.rule != "floating" else last
        yield last


def fit(seen: Sequence[Seen]) -> Fit:
    """Fit the shifts with each K, and return the fit that does best on what was left out."""
    counts = Counts(seen)
    articles = defaultdict[str, list[Seen]](list)
    for one in seen:
        articles[one.article].append(one)
    own = {name: Counts(rows, counts.all) for name, rows in articles.items()}

    def base(strength: float) -> list[float]:
        return [odds(counts.share(one.cells, strength, own[one.article])) for one in seen]

    return min((_fit(seen, strength, base(strength)) for strength in STRENGTHS), key=lambda one: one.loss)


def _fit(seen: Sequence[Seen], strength: float, base: Sequence[float]) -> Fit:
    right = [one.right for one in seen]
    members = defaultdict[str, list[int]](list)
    for i, one in enumerate(seen):
        for form in one.forms:
            members[form].append(i)
    stated, spread, shifts = list(base), 1.0, dict.fromkeys(members, 0.0)
    everyone, ones = range(len(seen)), [1.0] * len(seen)
    for _ in range(ROUNDS):
        spread += _move(stated, right, everyone, base, 1.0 - spread)
        for form, rows in members.items():
            shifts[form] += _move(stated, right, rows, ones, -shifts[form])
    return Fit(strength, spread, shifts, _loss(stated, right))


def _move(
    stated: list[float], right: Sequence[bool], rows: Sequence[int], weight: Sequence[float], pull: float
) -> float:
    """Add a multiple of their weight to the log odds of `rows`, by a step of Newton's method; return it."""
    shares = [sure(stated[i]) for i in rows]
    slope = sum((right[i] - p) * weight[i] for i, p in zip(rows, shares, strict=True)) + RIDGE * pull
    bend = sum(p * (1 - p) * weight[i] ** 2 for i, p in zip(rows, shares, strict=True)) + RIDGE
    step = slope / bend
    for i in rows:
        stated[i] += step * weight[i]
    return step


def _loss(stated: Sequence[float], right: Sequence[bool]) -> float:
    """The mean logarithm of the share that was given to what is so."""
    shares = map(sure, stated)
    return -sum(log(p if so else 1 - p) for p, so in zip(shares, right, strict=True)) / len(right)


def table(seen: Sequence[Seen], fitted: Fit) -> str:
    """Return the lines of the generated file, without its header."""
    counts = Counts(seen)
    chains = {one.cells[n]: one.cells[n:] for one in seen for n in range(_WORD)}
    chains |= {one.cells[1]: (_rare(one.cells), *one.cells[1:]) for one in seen}  # for words without a line
    rows = [
        f"{cell}\t{_spread(counts.share(chain, fitted.strength), fitted):.3f}\t{counts.all[cell]}"
        for cell, chain in chains.items()
        if counts.all[cell] >= FEWEST or cell.count("|") < 2
    ]
    forms_seen = Counter(form for one in seen for form in one.forms)
    rows += [f"{form}\t{shift:+.2f}\t{forms_seen[form]}" for form, shift in fitted.shifts.items()]
    return "\n".join(sorted(rows)) + "\n"


def _spread(share: float, fitted: Fit) -> float:
    return sure(fitted.spread * odds(share))


def header(name: str, articles: int, seen: Sequence[Seen], fitted: Fit) -> str:
    """Return the comment that says how the file was made, and from what."""
    return f"""\
# Generated by `python -m bench.calibrate {name}.jsonl --write`; do not edit.
# How often attributions are right: cell, tab, share, tab, how many were seen. A cell is rule|frame|word,
# rule|frame, rule, or all. Lines with a sign are shifts in log odds by what an attribution looks like.
# Measured on {name} and the project's golden articles: {articles} articles, {len(seen)} extracted
# quotes, {_percent(seen):.1f} % of them right.
# Right: it covers more than 0.3 of a gold content, one to one, and its source overlaps the gold source.
# Shrunk: (right + K * share of the wider cell) / (seen + K), K = {fitted.strength}; then log odds times
# {fitted.spread:.2f}. Both, and the shifts, were fitted on shares that leave the own article out;
# log loss there {fitted.loss:.4f}. Words seen fewer than {FEWEST} times have that of their frame's
# rare words, which is its line.
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
    fitted = fit(seen)
    text = header(asked.gold.stem, len(articles), seen, fitted)
    say(text.rstrip())
    if asked.write:
        OUT.write_text(text + table(seen, fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
