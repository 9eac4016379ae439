"""Whole articles of our own against what a careful reader lists in them; see golden/README.md."""

from __future__ import annotations

import json
from functools import cache

import pytest

from tests.golden.compare import Comparison
from tests.golden.load import load, stems
from tests.golden.report import floors, known_problems, run
from tests.golden.to_jsonl import lines

ARTICLES = stems()
NEGATIVES = [(stem, string) for stem in ARTICLES for string in load(stem).negatives]

# Strings in marks that come out although they should not, and why. Strict: take a line out when it passes.
KNOWN_NEGATIVES: dict[tuple[str, str], str] = {
    ("takeover-brewer", "Last orders for the family brewer?"): "the title of a letter below the article",
}

comparison = cache(run)


@pytest.mark.parametrize("stem", ARTICLES)
def test_annotations_stand_in_the_text(stem: str) -> None:
    article = load(stem)
    assert article.quotes
    for gold in article.quotes:
        assert all(start < end <= len(article.text) for start, end in gold.content)
        assert gold.optional or gold.speaker or gold.candidates or gold.source is None


@pytest.mark.parametrize("stem", ARTICLES)
def test_figures_stay_above_their_floors(stem: str) -> None:
    result, least = comparison(stem), dict(floors()[stem])
    most_wrong = least.pop("wrong names")
    figures = result.figures()
    low = {name: (figures[name], floor) for name, floor in least.items() if figures[name] < floor}
    if result.wrong_names() > most_wrong:
        low["wrong names"] = (result.wrong_names(), most_wrong)
    assert not low, f"{low}\n{gains_and_losses(stem, result)}"


def gains_and_losses(stem: str, result: Comparison) -> str:
    before, now = known_problems(stem), result.problems()
    lost = [f"lost    {line}" for line in now if line not in before]
    return "\n".join(lost + [f"gained  {line}" for line in before if line not in now])


@pytest.mark.parametrize(
    ("stem", "string"),
    [
        pytest.param(*case, marks=pytest.mark.xfail(reason=KNOWN_NEGATIVES[case], strict=True))
        if case in KNOWN_NEGATIVES
        else case
        for case in NEGATIVES
    ],
)
def test_no_quote(stem: str, string: str) -> None:
    assert string not in comparison(stem).violations()


@pytest.mark.parametrize("line", lines(), ids=ARTICLES)
def test_gold_for_the_scorer_reads_back(line: str) -> None:
    article = json.loads(line)
    for quote in article["quotes"]:
        assert all(article["text"][start:end].strip() for start, end in quote["content"])
