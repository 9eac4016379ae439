"""Measure how often each step of a chain to a speaker is right, and write what `quotes.answers` reads.

    python -m bench.calibrate_steps GOLD.jsonl            print the shares, and how good they are
    python -m bench.calibrate_steps GOLD.jsonl --write    and write quotes/lexicon/steps.txt

The sources that people marked are resolved, so that nothing depends on what the extractor finds. Articles
with marked speakers count, and the project's golden articles are counted with GOLD. A chain is right when it
gives the marked name; for a source that is no named person, when it names no person.

A chain is as sure as the product of its steps, so the shares of all steps are fitted together: those under
which what was seen is likeliest, each drawn to a cautious guess as by a few answers more. What was seen fewer
than ten times is hardly more than that guess, and its line says so.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log, prod
from pathlib import Path

from bench import gold, sets
from bench.gold import GoldArticle, GoldQuote
from bench.matching import same_name
from quotes import lexicon
from quotes.marks import find_quotations
from quotes.model import Attribution, Resolution
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.speakers import resolve

OUT = Path(__file__).parent.parent / "quotes" / "lexicon" / "steps.txt"
GUESS, WEIGHT = 0.8, 4.0  # what is thought of a step before it is seen, and how many answers that counts for
FEW, ROUNDS = 10, 12
_SHARES = tuple(n / 200 for n in range(20, 200))  # from 0.1 to 0.995

Steps = tuple[str, ...]
Seen = tuple[Steps, bool]


def observe(articles: Iterable[GoldArticle]) -> Iterator[Seen]:
    """Yield the chain of each marked source that was resolved, and whether it is right."""
    for article in articles:
        if any(quote.speaker_type for quote in article.quotes):
            for quote, found in _resolved(article):
                if quote.source and quote.speaker and found.speaker:
                    yield found.steps, _is_right(quote, found)


def _resolved(article: GoldArticle) -> Iterator[tuple[GoldQuote, Resolution]]:
    text = article.text
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    ordered = sorted(article.quotes, key=lambda quote: quote.inner)
    marked = tuple(map(_attribution, ordered))
    first = sum(not quote.inner for quote in ordered)
    found = resolve(text, paragraphs, sentences, quotations, marked[:first], marked[first:])
    return zip(ordered, found, strict=True)


def _attribution(quote: GoldQuote) -> Attribution:
    return Attribution(quote.content, quote.cue, quote.source, quote.kind, "said", "gold", 0)


def _is_right(quote: GoldQuote, found: Resolution) -> bool:
    if found.speaker is None:
        return False
    if quote.by_name:
        return same_name(found.speaker.name, quote.speaker)
    return not (found.speaker.named and found.speaker.type == "person")


def fit(seen: Sequence[Seen]) -> dict[str, float]:
    """Return the shares of the steps under which the chains are likeliest to be right where they were."""
    counts = Counter(seen)
    names = sorted({step for steps, _ in counts for step in steps})
    shares = dict.fromkeys(names, GUESS)
    own = {name: {chain: n for chain, n in counts.items() if name in chain[0]} for name in names}
    for _ in range(ROUNDS):
        for name in names:
            shares[name] = max(
                _SHARES, key=lambda share: _likelihood(own[name], shares | {name: share}, share)
            )
    return shares


def _likelihood(counts: Mapping[Seen, int], shares: Mapping[str, float], share: float) -> float:
    """The logarithm of how likely it is that the chains are right and wrong as counted, with the guess."""
    drawn = WEIGHT * (GUESS * log(share) + (1 - GUESS) * log(1 - share))
    for (steps, right), n in counts.items():
        sure = prod(shares[step] for step in steps)
        drawn += n * log(sure if right else 1 - sure)
    return drawn


def table(seen: Sequence[Seen], known: Mapping[str, str]) -> str:
    """Return the lines of the file: every known or seen step, its share, how often it was seen."""
    shares, counts = fit(seen), Counter(step for steps, _ in seen for step in steps)
    rows = []
    for step in sorted({*known, *shares}):
        n = counts[step]
        share = shares[step] if n else float(known[step].partition("#")[0])
        rows.append(f"{step}\t{share:.3g}\t# n {n}{'' if n >= FEW else ': a cautious guess'}")
    return "\n".join(rows) + "\n"


def header(name: str, articles: int, seen: Sequence[Seen]) -> str:
    """Return the comment that says how the file was made, and from what."""
    right = sum(so for _, so in seen)
    return f"""\
# Generated by `python -m bench.calibrate_steps {name}.jsonl --write`; do not edit.
# How sure each step of a chain from a source to a speaker is: step, tab, share of right answers, tab, how
# many were seen. Measured on {name} and the project's golden articles, with the gold source spans given:
# {articles} articles, {len(seen)} chains, {100 * right / len(seen):.1f} % of them right.
# A chain is as sure as the product of its steps; the shares were fitted together, each drawn to {GUESS}
# as by {WEIGHT:.0f} answers more.
"""


def main(arguments: Sequence[str] | None = None, *, say: Callable[[str], None] = print) -> None:
    parser = argparse.ArgumentParser(
        prog="bench.calibrate_steps", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {OUT.name}")
    asked = parser.parse_args(arguments)
    articles = (*gold.read(asked.gold), *sets.own()["golden"])
    marked = [article for article in articles if any(quote.speaker_type for quote in article.quotes)]
    seen = list(observe(marked))
    text = header(asked.gold.stem, len(marked), seen) + table(seen, lexicon.table("steps"))
    say(text.rstrip())
    if asked.write:
        OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
