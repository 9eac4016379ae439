"""Sentences with their quotes tagged, against the extractor: content, cue and source exactly."""

from __future__ import annotations

import pytest

from tests.cases_loader import KNOWN_FAILURES, TABLES, Case, cases, found, parse, show, untag

EVERY = [(table, case) for table in TABLES for case in cases(table)]
FAILING = cases(KNOWN_FAILURES)


@pytest.mark.parametrize("case", [case for _, case in EVERY], ids=[f"{t}: {c.reason}" for t, c in EVERY])
def test_case(case: Case) -> None:
    assert show(case.text, found(case.text)) == show(case.text, case.quotes)
    assert found(case.text) == case.quotes


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("case", FAILING, ids=[case.reason for case in FAILING])
def test_known_failure(case: Case) -> None:
    assert found(case.text) == case.quotes


def test_no_reason_stands_twice() -> None:
    reasons = [(table, case.reason) for table, case in EVERY]
    assert len(reasons) == len(set(reasons))


def test_negatives_have_no_tags() -> None:
    assert not [case.line for table, case in EVERY if (table == "negative") is bool(case.quotes)]


def test_a_tag_may_serve_two_quotes() -> None:
    case = parse("two | <s1,2>Lee</s1,2> <c1>said</c1> <q1>no</q1> and <c2>left</c2> <q2>it</q2>")
    assert [quote.source for quote in case.quotes] == [((0, 3),), ((0, 3),)]


@pytest.mark.parametrize("line", ["no bar at all", "unclosed | <q>no"])
def test_a_line_that_does_not_parse_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"no ' \| '|unclosed"):
        parse(line)


def test_untag_leaves_the_text_alone() -> None:
    assert untag("a <b> & “c”") == ("a <b> & “c”", {})
