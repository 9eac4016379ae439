"""The project's own scorer, case by case; and where the field's scorer is present, both agree."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench import sets
from bench.gold import GoldArticle, GoldQuote, Instance, digest, kind_of, parse
from bench.matching import common, match, merged, same_name, same_role, same_source
from bench.reliability import buckets
from bench.scoring import FOUND, FOUND_WELL, MISSED, WRONG_SOURCE, WRONG_SPEAKER, compare, figures, run
from bench.spans import chunks, project
from quotes.model import Quote, Span, Speaker
from quotes.records import quote_record

Spans = tuple[Span, ...]
LEE = Speaker("Ann Lee", "person", "Lee", role="plumber", roles=("plumber",))


def extracted(content: Spans, cue: Spans = (), source: Spans = (), speaker: Speaker | None = None) -> Quote:
    return Quote("0", "0", "direct", "said", "", content, cue, source, speaker, 0, "a rule")


def marked(content: Spans, cue: Spans = (), source: Spans = (), speaker: str | None = None) -> GoldQuote:
    return GoldQuote(content, cue, source, "direct", speaker, "person" if speaker else None, ("the plumber",))


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        pytest.param([((0, 10),)], [((0, 10),)], {0: 0}, id="the same"),
        pytest.param([((0, 10),)], [((0, 3),)], {}, id="three tenths are not more than three tenths"),
        pytest.param([((0, 10),)], [((0, 4),)], {0: 0}, id="four tenths are"),
        pytest.param([((0, 10),)], [((0, 4),), ((2, 9),)], {0: 1}, id="the one that covers most"),
        pytest.param([((0, 10),), ((2, 8),)], [((0, 10),)], {0: 0}, id="each extracted quote is used once"),
        pytest.param([((0, 5), (20, 25))], [((20, 25),)], {0: 0}, id="one of two parts"),
        pytest.param([((0, 10),)], [((0, 99),)], {0: 0}, id="too long does no harm"),
        pytest.param([((0, 10),)], [], {}, id="nothing found"),
    ],
)
def test_match(gold: list[Spans], found: list[Spans], pairs: dict[int, int]) -> None:
    assert match([marked(one) for one in gold], [extracted(one) for one in found], 0.3) == pairs


def test_common_counts_characters() -> None:
    assert common(merged(((0, 5), (3, 9))), merged(((4, 6), (8, 20)))) == 3


@pytest.mark.parametrize(
    ("gold", "source", "same"),
    [
        pytest.param(((0, 3),), ((2, 9),), True, id="they overlap"),
        pytest.param(((0, 3),), ((3, 9),), False, id="they touch"),
        pytest.param((), (), True, id="neither is printed"),
        pytest.param((), ((3, 9),), False, id="none is marked"),
    ],
)
def test_same_source(gold: Spans, source: Spans, same: bool) -> None:
    assert same_source(marked(((0, 1),), source=gold), source) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Ann Lee", "ann lee", True, id="case"),
        pytest.param("Sen. Ann Q. Lee Jr.", "Ann Lee", True, id="titles and initials"),
        pytest.param("Ann Lee’s", "Ann Lee", True, id="possessive"),
        pytest.param("Ann Lee", "Bo Lee", False, id="another first name"),
        pytest.param("Lee", "Ann Lee", False, id="a surname is not the full name"),
        pytest.param(None, "Ann Lee", False, id="nobody"),
        pytest.param("Mr.", "Mr.", False, id="nothing but a title"),
    ],
)
def test_same_name(one: str | None, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_same_role_needs_half_of_the_shorter() -> None:
    assert same_role("mayor", "the mayor of Wexcombe")
    assert not same_role("", "mayor")


@pytest.mark.parametrize(
    ("found", "grade"),
    [
        pytest.param([], MISSED, id="missed"),
        pytest.param(
            [extracted(((0, 10),), source=((50, 53),), speaker=LEE)], WRONG_SOURCE, id="another source"
        ),
        pytest.param([extracted(((0, 10),), source=((20, 23),))], WRONG_SPEAKER, id="nobody is named"),
        pytest.param([extracted(((0, 5),), source=((20, 23),), speaker=LEE)], FOUND, id="half of it"),
        pytest.param([extracted(((0, 9),), source=((20, 23),), speaker=LEE)], FOUND_WELL, id="nearly all"),
    ],
)
def test_grades(found: list[Quote], grade: int) -> None:
    article = GoldArticle("a", "x" * 60, (marked(((0, 10),), source=((20, 23),), speaker="Ann Lee"),))
    assert compare(article, found).grades == (grade,)


def test_an_alarm_is_what_nobody_marked() -> None:
    article = GoldArticle("a", "x" * 60, (marked(((0, 10),)),))
    result = compare(article, [extracted(((0, 10),)), extracted(((30, 40),))])
    assert [quote.content for quote in result.alarms] == [((30, 40),)]
    assert figures([result])["quotes >0.3 P"] == 50.0


def test_spans_without_tokens_are_compared_as_they_are() -> None:
    article = GoldArticle("a", "x" * 60, (marked(((0, 10),), cue=((11, 15),)),))
    measured = figures([compare(article, [extracted(((0, 10),), cue=((11, 16),))])])
    assert (measured["span content F1"], measured["span cue F1"]) == (100.0, 0.0)


TOKENS = Instance(
    ((0, 3), (4, 8), None, (9, 12), (13, 18)), ("B-source", "B-cue", "O", "B-content", "I-content")
)


def test_projection_labels_whole_tokens() -> None:
    quote = extracted(((9, 18),), cue=((4, 8),), source=((0, 3),))
    assert project([quote], TOKENS) == list(TOKENS.labels)
    assert project([extracted(((9, 17),))], TOKENS)[3:] == ["B-content", "O"]


def test_projection_has_one_layer() -> None:
    outer, inner = extracted(((4, 18),)), extracted(((9, 12),), cue=((13, 18),))
    assert chunks(project([inner, outer], TOKENS)) == {("content", 1, 2), ("content", 3, 5)}


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        pytest.param("“It leaks,” he said.", ((0, 11),), "direct", id="all in marks"),
        pytest.param("a “sieve”", ((0, 9),), "mixed", id="in part"),
        pytest.param("it leaks", ((0, 8),), "indirect", id="no marks"),
        pytest.param("it didn't leak", ((0, 14),), "indirect", id="an apostrophe is no mark"),
        pytest.param("‘It leaks,’", ((0, 11),), "direct", id="British"),
    ],
)
def test_kind_of(text: str, content: Spans, kind: str) -> None:
    assert kind_of(text, content) == kind


def test_a_digest_changes_with_the_gold() -> None:
    line = '{"id": "a", "text": "Lee said no.", "quotes": [{"content": [[9, 11]], "kind": "indirect"}]}'
    assert digest(parse([line])) == digest(parse([line, ""]))
    assert digest(parse([line])) != digest(parse([line.replace("11", "12")]))


def test_buckets_hold_the_edges() -> None:
    assert [(one.low, one.n) for one in buckets([(0.5, True), (0.49, False), (1.0, True)])] == [
        (0.0, 1),
        (0.5, 1),
        (0.95, 1),
    ]


# --- agreement with the field's scorer ---

SCORER = sets.BESIDE / "score.py"
DEV = sets.BESIDE / f"{sets.DEV}.jsonl"


def field_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def theirs(gold: Sequence[dict[str, Any]], results: Sequence[Any]) -> dict[str, Any]:
    predicted = {
        one.article.id: {"quotes": json.loads(json.dumps([quote_record(quote) for quote in one.found]))}
        for one in results
    }
    scores: dict[str, Any] = field_scorer().score(gold, predicted)[0]
    return scores


@pytest.mark.skipif(not (SCORER.exists() and DEV.exists()), reason="the corpus is not part of the project")
def test_the_figures_are_those_of_the_fields_scorer() -> None:
    lines = DEV.read_text(encoding="utf-8").splitlines()
    results = run(parse(lines))
    scores, own = theirs([json.loads(line) for line in lines], results), figures(results)
    pairs = {
        f"span {name} {f}": value for name, row in scores["span exact"].items() for f, value in row.items()
    }
    for least in (">0.3", ">0.8"):
        row = scores[f"quotes {least}"]
        pairs |= {f"quotes {least} {name}": row[name] for name in ("P", "R", "F1")}
        pairs |= {f"{name} overlaps {least}": row[f"{name} overlaps"] for name in ("source", "cue")}
    pairs |= {f"{kind} R": float(row.split()[0]) for kind, row in scores["recall by kind"].items()}
    pairs |= {"speaker": scores["speaker"]["right when found"], "role P": scores["role"]["P"]}
    pairs |= {"speaker end to end": scores["speaker"]["end to end"], "role R": scores["role"]["R"]}
    assert {name: own[name] for name in pairs} == pytest.approx(pairs, abs=0.11)


def test_paths_are_beside_the_project() -> None:
    assert sets.BESIDE.parent.parent == Path(__file__).parent.parent.parent
