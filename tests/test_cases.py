"""Sentences with their quotes tagged, against the extractor: content, cue and source exactly."""

from __future__ import annotations

import pytest

from tests.cases_loader import Case, every_case, found, known_failures, parse, show, untag

CASES = every_case()
KNOWN_FAILURES = frozenset(known_failures())


def case_or_known_failure(case: Case) -> object:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    return pytest.param(case, id=case.name, marks=[known] if case.name in KNOWN_FAILURES else [])


@pytest.mark.parametrize("case", [case_or_known_failure(case) for case in CASES])
def test_case(case: Case) -> None:
    assert show(case.text, found(case.text)) == show(case.text, case.quotes)
    assert found(case.text) == case.quotes


def test_no_name_stands_twice() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


def test_known_failures_are_cases() -> None:
    assert {case.name for case in CASES} >= KNOWN_FAILURES


def test_only_negatives_have_no_tags() -> None:
    assert not [case for case in CASES if case.name.startswith("negative") is bool(case.quotes)]


def test_a_tag_may_serve_two_quotes() -> None:
    case = parse("two | <s1,2>Lee</s1,2> <c1>said</c1> <q1>no</q1> and <c2>left</c2> <q2>it</q2>", "")
    assert [quote.source for quote in case.quotes] == [((0, 3),), ((0, 3),)]


@pytest.mark.parametrize("line", ["no bar at all", "unclosed | <q>no"])
def test_a_line_that_does_not_parse_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"no ' \| '|unclosed"):
        parse(line, "")


def test_untag_leaves_the_text_alone() -> None:
    assert untag("a <b> & “c”") == ("a <b> & “c”", {})
