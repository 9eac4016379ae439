"""The gold sets: the project's own, always; PolNeAR, where somebody has put it beside the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench import gold
from bench.gold import GoldArticle, GoldQuote
from tests import cases_loader
from tests.golden import to_jsonl

BESIDE = Path(__file__).parent.parent.parent / "shared" / "eval"
DEV = "polnear_dev"
OWN = ("golden", "cases")

Sets = dict[str, tuple[GoldArticle, ...]]


def own() -> Sets:
    """Return the project's whole articles and its single sentences."""
    return {"golden": gold.parse(to_jsonl.lines()), "cases": tuple(_cases())}


def present(folder: Path = BESIDE) -> Sets:
    """Return the project's own sets, and the development part of PolNeAR if it is in `folder`."""
    path = folder / f"{DEV}.jsonl"
    return own() | ({DEV: gold.read(path)} if path.exists() else {})


def _cases() -> Iterator[GoldArticle]:
    for case in cases_loader.every_case():
        marked = (
            GoldQuote(one.content, one.cue, one.source, gold.kind_of(case.text, one.content))
            for one in case.quotes
        )
        yield GoldArticle(case.name, case.text, tuple(marked))
