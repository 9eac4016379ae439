"""Short articles about speakers against what a careful reader says of them; see speakers/README.md."""

from __future__ import annotations

import pytest

from tests.speakers.check import Check
from tests.speakers.load import known_failures
from tests.speakers.report import every_check

CHECKS = every_check()
KNOWN_FAILURES = frozenset(known_failures())


def check_or_known_failure(check: Check) -> object:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    return pytest.param(check, id=check.name, marks=[known] if check.name in KNOWN_FAILURES else [])


@pytest.mark.parametrize("check", [check_or_known_failure(check) for check in CHECKS])
def test_article_about_speakers(check: Check) -> None:
    assert not check.problem, f"{check.problem} {check.because}"


def test_known_failures_are_checks() -> None:
    assert {check.name for check in CHECKS} >= KNOWN_FAILURES


def test_no_check_stands_twice() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len(set(names))
