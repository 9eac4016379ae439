"""The tables of docs/accuracy.md and the README: measured figures between markers, renewed by a rerun.

A table stands between `<!-- table NAME -->` and `<!-- end of table -->`; what cannot be measured today,
because its gold set is not there, stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench import sets
from bench.mistakes import alarm_classes, by_rule, miss_classes
from bench.reliability import FEW, Bucket, attributions, buckets, whole
from bench.scoring import KINDS, Figures, Result, figures

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "docs" / "accuracy.md", ROOT / "README.md")

Measured = Mapping[str, Sequence[Result]]

_SPANS = ("span source F1", "span cue F1", "span content F1")
_QUOTES = ("quotes >0.3 F1", "quotes >0.8 F1")
# Published, or measured by others with the same protocol, on PolNeAR: F1 of exact spans, then of quotes.
_BESIDE = (
    ("rules (CofeNet paper)", "10.7", "22.8", "5.6", "", ""),
    ("CoreNLP (CofeNet paper)", "13.9", "", "17.5", "", ""),
    ("textacy on CoreNLP parses", "25.7", "30.6", "28.4", "30.8", "17.3"),
    ("Gender Gap Tracker on CoreNLP parses", "50.5", "45.6", "27.7", "54.5", "40.0"),
    ("CRF, trained (CofeNet paper)", "50.6", "53.4", "28.6", "", ""),
    ("BiLSTM-CRF, trained (CofeNet paper)", "69.6", "66.7", "59.0", "", ""),
    ("BERT and Cofe, trained, on a GPU (CofeNet paper)", "83.2", "75.3", "72.9", "", ""),
    ("two people against each other (295 pairs)", "77.7", "70.5", "68.4", "83.9", "80.0"),
)
_SHORT = ("Gender Gap", "BiLSTM", "BERT", "two people")


def renew(measured: Measured, documents: Sequence[Path] = DOCUMENTS) -> None:
    """Put the tables of what was measured between their markers in each document."""
    tables = dict(_tables(measured))
    for path in documents:
        text = path.read_text(encoding="utf-8")
        path.write_text(filled(text, tables), encoding="utf-8")


def filled(text: str, tables: Mapping[str, Sequence[str]]) -> str:
    """Return a document with the tables between their markers.

    >>> filled("<!-- table a -->\\nold\\n<!-- end of table -->", {"a": ["new"]})
    '<!-- table a -->\\nnew\\n<!-- end of table -->'
    """

    def put(found: re.Match[str]) -> str:
        lines = tables.get(found[2])
        return found[0] if lines is None else "\n".join([found[1], *lines, found[3]])

    return re.sub(r"(<!-- table ([\w -]+?) -->)\n.*?(<!-- end of table -->)", put, text, flags=re.DOTALL)


def _tables(measured: Measured) -> Iterator[tuple[str, list[str]]]:
    for name, results in measured.items():
        yield f"kinds of {name}", list(_kinds(results))
        yield f"figures of {name}", list(_all_figures(figures(results)))
    if sets.DEV in measured:
        results = measured[sets.DEV]
        yield "field", list(_field(figures(results), short=False))
        yield "accuracy", list(_field(figures(results), short=True))
        yield "reliability", list(_reliability(buckets(attributions(results))))
        yield "whole reliability", list(_reliability(buckets(whole(results), FEW)))
        yield "misses", list(_classes(miss_classes(results), "of the quotes missed"))
        yield "false alarms", list(_classes(alarm_classes(results), "of the false alarms"))
        yield "rules", list(_rules(results))


def _field(own: Figures, *, short: bool) -> Iterator[str]:
    yield from _head("F1", "source", "cue", "content", "quotes >0.3", ">0.8")
    for row in _BESIDE:
        if not short or row[0].startswith(_SHORT):
            yield _row(*row)
    ours = (own.get(name, 0.0) for name in (*_SPANS, *_QUOTES))
    yield _row("**quotes: rules, no model, no parser**", *(f"**{figure}**" for figure in ours))


def _kinds(results: Sequence[Result]) -> Iterator[str]:
    own = figures(results)
    marked = Counter[str](quote.kind for result in results for quote in result.article.quotes)
    yield from _head("kind", "quotes", "precision", "recall", "F1")
    for kind in KINDS:
        p, r = own.get(f"{kind} P", 0.0), own.get(f"{kind} R", 0.0)
        yield _row(kind, str(marked[kind]), str(p), str(r), f"{2 * p * r / (p + r) if p + r else 0.0:.1f}")


def _all_figures(own: Figures) -> Iterator[str]:
    yield from _head("", "precision", "recall", "F1")
    for name in ("span source", "span cue", "span content", "quotes >0.3", "quotes >0.8"):
        if f"{name} F1" in own:
            yield _row(name, *(str(own.get(f"{name} {figure}", "")) for figure in ("P", "R", "F1")))
    if "role P" in own:
        yield _row("role of the speaker", str(own["role P"]), str(own.get("role R", "")), "")
    right = (
        ("source overlaps", "source overlaps >0.3"),
        ("cue overlaps", "cue overlaps >0.3"),
        ("right name of a person", "speaker"),
    )
    for name, figure in right:
        if figure in own:
            yield _row(f"{name}, of those found", str(own[figure]), "", "")


def _reliability(rows: Sequence[Bucket]) -> Iterator[str]:
    yield from _head("stated", "quotes", "stated on average, %", "right, %", "difference")
    for one in rows:
        shares = (f"{100 * one.stated:.1f}", f"{100 * one.observed:.1f}", f"{one.gap:+.1f}")
        yield _row(f"{one.low:.2f} to {one.high:.2f}", str(one.n), *shares)


def _classes(counts: Counter[str], what: str) -> Iterator[str]:
    yield from _head("class", "number", f"% {what}")
    for name, n in counts.most_common():
        yield _row(name, str(n), f"{100 * n / counts.total():.0f}")


def _rules(results: Sequence[Result]) -> Iterator[str]:
    yield from _head("rule", "extracted", "nobody marked it", "precision, %")
    for name, found, alarms in by_rule(results)[:12]:
        yield _row(name, str(found), str(alarms), f"{100 * (found - alarms) / found:.0f}")


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row("---", *("--:" for _ in names[1:]))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
