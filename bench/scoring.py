"""How much of what people marked is found: the figures, and how each single quote fared.

Two protocols of the field. *Exact spans*: micro F1 of source, cue and content spans on the gold tokens, as
in CofeNet (COLING 2022); where a set has no tokens, on the spans themselves. *Quotes*: as in the Gender Gap
Tracker, a gold quote is found when one extracted quote covers more than 0.3 (or 0.8) of its content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import quotes
from bench import spans
from bench.gold import GoldArticle, GoldQuote
from bench.matching import match, overlap, same_name, same_role, same_source
from quotes.model import Quote

ROUGHLY, WELL = 0.3, 0.8
KINDS = ("direct", "mixed", "indirect")
# How a gold quote fared, from bad to good.
MISSED, WRONG_SOURCE, WRONG_SPEAKER, FOUND, FOUND_WELL = range(5)
GRADES = ("missed", "wrong source", "wrong speaker", "found", "found well")

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Result:
    """One article: what was extracted, which gold quote is which of them, and the counts."""

    article: GoldArticle
    found: tuple[Quote, ...]
    pairs: dict[int, int]
    grades: tuple[int, ...]
    counts: Counter[str]

    @property
    def alarms(self) -> tuple[Quote, ...]:
        """The extracted quotes that nobody marked."""
        matched = set(self.pairs.values())
        return tuple(quote for j, quote in enumerate(self.found) if j not in matched)


def run(articles: Iterable[GoldArticle]) -> list[Result]:
    """Extract the quotes of each article and compare."""
    return [compare(article, quotes.extract(article.text)) for article in articles]


def compare(article: GoldArticle, found: Sequence[Quote]) -> Result:
    """Compare what was extracted from one article with what people marked in it."""
    gold = article.quotes
    pairs, well = match(gold, found, ROUGHLY), match(gold, found, WELL)
    own = [found[pairs[i]] if i in pairs else None for i in range(len(gold))]
    counts = Counter(gold=len(gold), found=len(found))
    counts.update(_exact(article, found))
    for least, matched in ((ROUGHLY, pairs), (WELL, well)):
        counts.update(_sources(gold, found, matched, f">{least}"))
    for i, quote in enumerate(gold):
        counts.update(_kind_and_speaker(quote, own[i]))
    counts.update(f"found {quote.kind}" for quote in found)
    counts.update(f"right {found[j].kind}" for j in pairs.values())
    grades = tuple(_grade(quote, own[i], well=i in well) for i, quote in enumerate(gold))
    return Result(article, tuple(found), pairs, grades, counts)


def figures(results: Sequence[Result]) -> Figures:
    """Return the figures in per cent, to one decimal; what cannot be measured on a set is left out."""
    c = sum((result.counts for result in results), Counter[str]())
    out: Figures = {}
    for name in spans.NAMES:
        tp, fp, fn = (c[f"{name} {outcome}"] for outcome in ("tp", "fp", "fn"))
        _prf(out, f"span {name}", tp, tp + fp, tp + fn)
    for least in (f">{ROUGHLY}", f">{WELL}"):
        _prf(out, f"quotes {least}", c[f"{least} tp"], c["found"], c["gold"])
        for name in ("source", "cue"):
            _share(out, f"{name} overlaps {least}", c[f"{least} {name}"], c[f"{least} {name} n"])
    for kind in KINDS:
        _share(out, f"{kind} R", c[f"hit {kind}"], c[f"gold {kind}"])
        _share(out, f"{kind} P", c[f"right {kind}"], c[f"found {kind}"])
    _share(out, "speaker", c["speaker"], c["speaker n"])
    _share(out, "speaker end to end", c["speaker"], c["speaker all"])
    _share(out, "role P", c["role right"], c["role given"])
    _share(out, "role R", c["role met"], c["role printed"])
    return out


def mark(quote: Quote) -> str:
    """Return four hexadecimal digits that stand for an extracted quote of an article."""
    return sha256(repr(quote.content).encode()).hexdigest()[:4]


def _exact(article: GoldArticle, found: Sequence[Quote]) -> Counter[str]:
    counts = Counter[str]()
    for instance in article.instances:
        gold, own = spans.chunks(instance.labels), spans.chunks(spans.project(found, instance))
        for outcome, part in (("tp", gold & own), ("fp", own - gold), ("fn", gold - own)):
            counts.update(f"{chunk[0]} {outcome}" for chunk in part)
    if article.instances:
        return counts
    for name in spans.NAMES:
        tp, fp, fn = spans.exact(_all(article.quotes, name), _all(found, name))
        counts.update({f"{name} tp": tp, f"{name} fp": fp, f"{name} fn": fn})
    return counts


def _all(rows: Iterable[GoldQuote | Quote], name: str) -> tuple[tuple[int, int], ...]:
    return tuple(span for row in rows for span in getattr(row, name))


def _sources(
    gold: Sequence[GoldQuote], found: Sequence[Quote], pairs: dict[int, int], label: str
) -> Counter[str]:
    counts = Counter({f"{label} tp": len(pairs)})
    for i, j in pairs.items():
        for name in ("source", "cue"):
            marked = getattr(gold[i], name)
            if marked:
                counts[f"{label} {name} n"] += 1
                counts[f"{label} {name}"] += overlap(marked, getattr(found[j], name))
    return counts


def _kind_and_speaker(gold: GoldQuote, found: Quote | None) -> Counter[str]:
    counts = Counter({f"gold {gold.kind}": 1, f"hit {gold.kind}": int(found is not None)})
    if not gold.by_name:
        return counts
    counts["speaker all"] += 1
    if found is None:
        return counts
    counts["speaker n"] += 1
    if found.speaker is None or not same_name(found.speaker.name, gold.speaker):
        return counts
    counts["speaker"] += 1
    roles = found.speaker.roles or tuple(filter(None, (found.speaker.role,)))
    met = [role for role in roles if any(same_role(role, printed) for printed in gold.roles)]
    counts.update({"role given": len(roles), "role right": len(met)})
    counts.update({"role printed": bool(gold.roles), "role met": bool(met)})
    return counts


def _grade(gold: GoldQuote, found: Quote | None, *, well: bool) -> int:
    if found is None:
        return MISSED
    if not same_source(gold, found.source):
        return WRONG_SOURCE
    if gold.by_name and not (found.speaker and same_name(found.speaker.name, gold.speaker)):
        return WRONG_SPEAKER
    return FOUND_WELL if well else FOUND


def _prf(out: Figures, name: str, right: int, found: int, gold: int) -> None:
    if gold or found:
        _share(out, f"{name} P", right, found)
        _share(out, f"{name} R", right, gold)
        _share(out, f"{name} F1", 2 * right, found + gold)


def _share(out: Figures, name: str, part: int, whole: int) -> None:
    if whole:
        out[name] = round(100 * part / whole, 1)
