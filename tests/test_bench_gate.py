"""The gate holds today, and it would notice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bench import sets
from bench.accuracy import main
from bench.gate import HERE, accept, judge
from bench.gold import GoldArticle, GoldQuote
from bench.report import filled, renew
from bench.scoring import Result, compare, run
from quotes.model import Quote, Span

GOLD = cache(sets.present)
measured = cache(lambda name: run(GOLD()[name]))


@pytest.mark.parametrize("name", [*sets.OWN, sets.DEV])
def test_no_figure_is_below_its_floor(name: str) -> None:
    if name not in GOLD():
        pytest.skip("the corpus is not part of the project")
    verdict = judge(name, measured(name))
    changes = [f"LOST {line}" for line in verdict.lost[:20]]
    assert not verdict.failures, "\n".join([*verdict.failures, *changes])


@pytest.mark.parametrize("path", sorted(HERE.iterdir()), ids=lambda path: path.name)
def test_the_accepted_state_holds_no_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        assert all(len(one["gold"]) == 16 for one in json.loads(text).values())
    else:
        assert {part for line in text.splitlines() for part in line.split() if not is_code(part)} == set()


def is_code(part: str) -> bool:
    return part == "-" or set(part) <= set("0123456789abcdef")


# --- on made-up articles ---


def gold(*content: Span) -> GoldArticle:
    return GoldArticle("made up", "x" * 100, tuple(GoldQuote((one,), (), (), "direct") for one in content))


def results(article: GoldArticle, *content: Span) -> list[Result]:
    found = [Quote("0", "0", "direct", "said", "", (one,), (), (), None, 0, "a rule") for one in content]
    return [compare(article, found)]


ALL: Sequence[Span] = ((0, 10), (20, 30), (40, 50))
ARTICLE = gold(*ALL)


def test_without_floors_it_fails(tmp_path: Path) -> None:
    assert "no floors yet" in judge("new", results(ARTICLE), folder=tmp_path).failures[0]


def test_what_was_accepted_passes(tmp_path: Path) -> None:
    accept("made", results(ARTICLE, *ALL), lower=False, folder=tmp_path)
    verdict = judge("made", results(ARTICLE, *ALL), folder=tmp_path)
    assert (verdict.failures, verdict.gained, verdict.lost) == ((), (), ())


def test_a_loss_is_shown_and_fails(tmp_path: Path) -> None:
    accept("made", results(ARTICLE, *ALL), lower=False, folder=tmp_path)
    verdict = judge("made", results(ARTICLE, (0, 10), (20, 30), (60, 70)), folder=tmp_path)
    assert any("direct R is 66.7, its floor is 100" in line for line in verdict.failures)
    assert [line.split(":")[0] for line in verdict.lost] == ["false alarm", "found well -> missed"]


def test_a_gain_is_shown(tmp_path: Path) -> None:
    accept("made", results(ARTICLE, (0, 10), (60, 70)), lower=False, folder=tmp_path)
    verdict = judge("made", results(ARTICLE, (0, 10), (20, 26)), folder=tmp_path)
    assert [line.split(":")[0] for line in verdict.gained] == ["missed -> found", "no false alarm any more"]


def test_floors_rise_and_fall_only_when_told(tmp_path: Path) -> None:
    accept("made", results(ARTICLE, *ALL), lower=False, folder=tmp_path)
    accept("made", results(ARTICLE, (0, 10)), lower=False, folder=tmp_path)
    assert judge("made", results(ARTICLE, (0, 10)), folder=tmp_path).failures
    accept("made", results(ARTICLE, (0, 10)), lower=True, folder=tmp_path)
    assert not judge("made", results(ARTICLE, (0, 10)), folder=tmp_path).failures


def test_other_gold_needs_new_floors(tmp_path: Path) -> None:
    accept("made", results(ARTICLE, *ALL), lower=False, folder=tmp_path)
    other = replace(ARTICLE, text="y" * 100)
    assert "is not the gold set" in judge("made", results(other, *ALL), folder=tmp_path).failures[0]


# --- the command ---

LINES = '{"id": "a", "text": "Lee said it leaks.", "quotes": [{"content": [[9, 17]], "kind": "indirect"}]}'


def test_a_gold_file_without_floors_is_only_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "elsewhere.jsonl"
    path.write_text(LINES, encoding="utf-8")
    assert main([str(path), "--errors", "3"]) == 0
    out = capsys.readouterr().out
    assert "elsewhere: 1 articles, 1 quotes, 1 extracted" in out
    assert "quotes >0.3 F1 100.0" in out


# --- the tables of the documents ---


def test_a_table_that_was_not_measured_stays() -> None:
    text = "<!-- table a -->\nold\n<!-- end of table -->\n<!-- table b -->\nold\n<!-- end of table -->"
    assert filled(text, {"b": ["new", "rows"]}) == text.replace(
        "-- table b -->\nold", "-- table b -->\nnew\nrows"
    )


def test_a_rerun_renews_a_document(tmp_path: Path) -> None:
    document = tmp_path / "accuracy.md"
    document.write_text("<!-- table kinds of made -->\n<!-- end of table -->\n", encoding="utf-8")
    for _ in range(2):
        renew({"made": results(ARTICLE, *ALL)}, [document])
    assert document.read_text(encoding="utf-8").count("| direct | 3 | 100.0 | 100.0 | 100.0 |") == 1


def test_the_published_document_has_its_tables() -> None:
    text = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert "-->\n<!-- end of table -->" not in text
