"""Steps of a chain to a speaker: their shares are fitted together, and rare ones stay near the guess."""

from __future__ import annotations

import pytest

from bench.calibrate_steps import GUESS, Seen, fit, observe, table
from bench.gold import GoldArticle, GoldQuote

TEXT = "Ann Lee came. Lee said it leaks."


def seen(right: int, wrong: int, *steps: str) -> list[Seen]:
    return [(steps, True)] * right + [(steps, False)] * wrong


def test_a_step_that_is_seen_often_has_its_share() -> None:
    assert fit(seen(270, 30, "surname"))["surname"] == pytest.approx(0.9, abs=0.01)


def test_a_step_that_is_rare_stays_near_the_guess() -> None:
    assert fit(seen(1, 0, "age"))["age"] == pytest.approx(GUESS, abs=0.05)


def test_a_chain_is_as_sure_as_its_steps_together() -> None:
    shares = fit(seen(270, 30, "pronoun") + seen(144, 56, "pronoun", "continues"))
    assert shares["pronoun"] * shares["continues"] == pytest.approx(0.72, abs=0.03)
    assert shares["continues"] < shares["pronoun"]


def test_no_step_is_certain() -> None:
    assert fit(seen(5000, 0, "full name"))["full name"] < 1


def test_a_step_that_was_not_seen_keeps_what_was_known_of_it() -> None:
    lines = table(seen(20, 0, "surname"), {"age": "0.9\t# n 0", "surname": "0.5\t# n 1"}).splitlines()
    assert lines[0] == "age\t0.9\t# n 0: a cautious guess"
    assert lines[1].endswith("# n 20")


@pytest.mark.parametrize(("speaker", "right"), [("Ann Lee", True), ("Eve Day", False)])
def test_what_people_marked_is_resolved_and_compared(speaker: str, right: bool) -> None:
    quote = GoldQuote(((23, 31),), ((18, 22),), ((14, 17),), "indirect", speaker, "person")
    assert list(observe([GoldArticle("0", TEXT, (quote,))])) == [(("surname",), right)]


def test_articles_without_marked_speakers_do_not_count() -> None:
    quote = GoldQuote(((23, 31),), ((18, 22),), ((14, 17),), "indirect")
    assert list(observe([GoldArticle("0", TEXT, (quote,))])) == []
