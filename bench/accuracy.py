"""How much of what people have marked is found, and whether that is less than it was: the gate.

    python -m bench.accuracy                     the project's own gold, and PolNeAR where it is present
    python -m bench.accuracy GOLD.jsonl …        these gold files instead (`bench.polnear` makes them)
    options: --accept    make this the accepted state; floors rise to the figures measured
             --lower     with --accept: floors may fall too (say why in the commit)
             --errors N  print N misses and N false alarms of each set
             --docs      renew the tables in docs/accuracy.md and the README

It prints the figures, how true the confidence is, and each case gained or lost since the accepted state. It
exits with 1 when a figure is below its floor, or when a gold set is not the one that the floors belong to.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import gate, gold, report, sets
from bench.reliability import EDGES, FEW, attributions, buckets, speakers, whole
from bench.scoring import MISSED, Result, figures, run

_SHOWN = 40  # gains and losses of a set that are printed
_CLAIMS = (
    ("words and source", attributions, EDGES),
    ("speaker, if those are right", speakers, FEW),
    ("all", whole, FEW),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print and judge; return the exit code."""
    asked = _parser().parse_args(arguments)
    measured = {name: run(articles) for name, articles in _sets(asked.gold).items()}
    failures: list[str] = []
    for name, results in measured.items():
        verdict = gate.judge(name, results)
        if gate.is_held(name) or not asked.gold:
            failures += verdict.failures
        print("\n".join([*_figures(name, results), *_changes(verdict), *_errors(results, asked.errors)]))
        if asked.accept:
            gate.accept(name, results, lower=asked.lower)
    if asked.docs:
        report.renew(measured)
    if asked.accept:
        return 0
    print("\n".join(f"BELOW THE FLOOR  {line}" for line in failures) or "\nno figure is below its floor")
    return 1 if failures else 0


def _parser() -> argparse.ArgumentParser:
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(prog="bench.accuracy", description=first, epilog=rest)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("gold", type=Path, nargs="*")
    for option in ("accept", "lower", "docs"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    return parser


def _sets(files: Sequence[Path]) -> sets.Sets:
    return {path.stem: gold.read(path) for path in files} if files else sets.present()


def _figures(name: str, results: Sequence[Result]) -> Iterator[str]:
    quotes = sum(len(result.article.quotes) for result in results)
    found = sum(len(result.found) for result in results)
    yield f"\n## {name}: {len(results)} articles, {quotes} quotes, {found} extracted"
    measured = figures(results)
    for start in ("span", "quotes", "source", "cue", "direct", "mixed", "indirect", "speaker", "role"):
        part = {figure: value for figure, value in measured.items() if figure.split()[0] == start}
        if part:
            yield "   ".join(f"{figure} {value}" for figure, value in part.items())
    if name not in sets.OWN:
        yield from _reliability(results)


def _reliability(results: Sequence[Result]) -> Iterator[str]:
    for title, judge, edges in _CLAIMS:
        for bucket in buckets(judge(results), edges):
            yield (
                f"confidence, {title:28} {bucket.low:.2f}-{bucket.high:.2f}  {bucket.n:5} quotes"
                f"  stated {bucket.stated:.3f}  observed {bucket.observed:.3f}  {bucket.gap:+.1f}"
            )


def _changes(verdict: gate.Verdict) -> Iterator[str]:
    for title, lines in (("gained", verdict.gained), ("LOST", verdict.lost)):
        yield f"{title}: {len(lines)} since the accepted state"
        yield from (f"  {title:6} {line}" for line in lines[:_SHOWN])


def _errors(results: Sequence[Result], wanted: int) -> Iterator[str]:
    missed = [
        gate.show(result.article, quote)
        for result in results
        for quote, grade in zip(result.article.quotes, result.grades, strict=True)
        if grade == MISSED
    ]
    alarms = [f"{gate.show(one.article, quote)} ({quote.rule})" for one in results for quote in one.alarms]
    chosen = random.Random(0)
    for title, lines in (("missed", missed), ("false alarm", alarms)):
        for line in chosen.sample(lines, min(wanted, len(lines))):
            yield f"{title}: {line}"


if __name__ == "__main__":
    sys.exit(main())
