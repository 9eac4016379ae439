"""What is missed and what is found wrongly, in classes, so that the largest can be worked on first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.gold import GoldQuote
from bench.matching import common, merged, overlap
from bench.scoring import MISSED, Result
from quotes.lexemes import index
from quotes.model import Quote

_ACTS = {"said": "speech", "thought": "a thought or a stance", "found": "a finding"}


def miss_classes(results: Sequence[Result]) -> Counter[str]:
    """Count the gold quotes that were missed, by what stands at their place instead."""
    return Counter(_miss(result, quote) for result in results for quote in _missed(result))


def alarm_classes(results: Sequence[Result]) -> Counter[str]:
    """Count the extracted quotes that nobody marked, by what people marked at their place."""
    return Counter(_alarm(result, quote) for result in results for quote in result.alarms)


def by_rule(results: Sequence[Result]) -> list[tuple[str, int, int]]:
    """Return each rule with how often it fired and how often nobody marked that, most false alarms first."""
    found = Counter(quote.rule for result in results for quote in result.found)
    alarms = Counter(quote.rule for result in results for quote in result.alarms)
    return sorted(((rule, n, alarms[rule]) for rule, n in found.items()), key=lambda row: (-row[2], row[0]))


def _missed(result: Result) -> Iterator[GoldQuote]:
    for quote, grade in zip(result.article.quotes, result.grades, strict=True):
        if grade == MISSED:
            yield quote


def _miss(result: Result, gold: GoldQuote) -> str:
    at_cue = [quote for quote in result.found if overlap(gold.cue, quote.cue)]
    if at_cue:
        return "cue found, with other words as its content"
    if any(_within(gold, quote) for quote in result.found):
        return "inside the words of another quote"
    if not _is_listed(result.article.text, gold):
        return "no word of the cue is in a list"
    return "cue listed, its construction not recognised" if gold.source else "no source printed"


def _within(gold: GoldQuote, quote: Quote) -> bool:
    content = merged(gold.content)
    size = sum(end - start for start, end in content)
    return common(content, merged(quote.content)) > 0.5 * size


def _is_listed(text: str, gold: GoldQuote) -> bool:
    printed = re.findall(r"\w+", " ".join(text[start:end] for start, end in gold.cue).lower())
    return any(word in index().words or word in index().phrases for word in printed)


def _alarm(result: Result, quote: Quote) -> str:
    gold = result.article.quotes
    if any(overlap(one.cue, quote.cue) for one in gold):
        return "a marked cue, with other words as its content"
    if any(overlap(one.content, quote.cue) for one in gold):
        return "inside the words of a marked quote"
    return f"{_ACTS[quote.act]} that nobody marked"
