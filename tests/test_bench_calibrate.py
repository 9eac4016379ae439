"""Calibration: weights are drawn to zero where little was seen, and what is stated comes true."""

from __future__ import annotations

import pytest

from bench.calibrate import Seen, fit, loss_left_out, observe, stated, table
from bench.gold import GoldArticle, GoldQuote
from bench.scoring import compare
from quotes.model import Quote, Span

COMMON = ("r|that|say", "r|that", "r", "word say", "all")
UNCOMMON = ("r|that|quip", "r|that", "r", "word quip", "all")
UNSEEN = ("r|that|zork", "r|that", "r", "word zork", "all")


def seen(right: int, wrong: int, made: tuple[str, ...] = COMMON, form: str = "plain") -> list[Seen]:
    return [Seen(f"{form} {made[0]} {n % 10}", (*made, form), n < right) for n in range(right + wrong)]


def sure_of(rows: list[Seen], made: tuple[str, ...], form: str = "plain") -> float:
    return stated(fit(rows), Seen("new", (*made, form), True))


def test_many_are_believed_and_few_follow_the_rest() -> None:
    rows = seen(180, 20) + seen(0, 2, UNCOMMON)
    assert sure_of(rows, COMMON) == pytest.approx(0.9, abs=0.02)
    assert 0.5 < sure_of(rows, UNCOMMON) < 0.85


def test_what_was_never_seen_is_as_sure_as_its_frame() -> None:
    rows = seen(180, 20) + seen(20, 180, ("r|to|say", "r|to", "r", "word say", "all"))
    assert sure_of(rows, UNSEEN) > 0.7 > 0.3 > sure_of(rows, ("r|to|zork", "r|to", *UNSEEN[2:]))


def test_a_word_counts_in_other_frames_too() -> None:
    rows = seen(90, 10) + seen(50, 50, UNCOMMON) + seen(70, 30, ("r|to|go", "r|to", "r", "word go", "all"))
    said, quipped = (
        sure_of(rows, (f"r|to|{word}", "r|to", "r", f"word {word}", "all")) for word in ("say", "quip")
    )
    assert said > quipped


def test_rare_words_share_a_weight() -> None:
    once = [(f"r|that|{n}", "r|that", "r", f"word {n}", "all") for n in range(40)]
    rows = seen(180, 20) + [row for made in once for row in seen(0, 1, made)]
    assert sure_of(rows, UNSEEN) < 0.2 < 0.8 < sure_of(rows, COMMON)


def test_forms_move_the_share_until_stated_is_observed() -> None:
    rows = seen(270, 30, form="name") + seen(150, 150, form="you")
    assert sure_of(rows, COMMON, "name") == pytest.approx(0.9, abs=0.03)
    assert sure_of(rows, COMMON, "you") == pytest.approx(0.5, abs=0.03)


def test_the_loss_is_of_articles_that_were_not_seen() -> None:
    told = [Seen(str(n), (f"r|that|{n}", "r|that", "r", f"word {n}", "all"), n % 2 == 0) for n in range(50)]
    assert loss_left_out([row for row in told for _ in range(4)]) > 0.6


def test_the_table_is_sorted_and_leaves_single_words_out() -> None:
    rows = seen(18, 2) + seen(1, 0, UNCOMMON)
    lines = [line.split("\t")[0] for line in table(rows, fit(rows)).splitlines()]
    assert lines == sorted(lines)
    assert ("r|that|say" in lines, "r|that|quip" in lines, "rare" in lines) == (True, False, True)


def quote(content: Span, source: tuple[Span, ...], rule: str) -> Quote:
    return Quote("0", "0", "direct", "said", "", (content,), (), source, None, 0, rule)


@pytest.mark.parametrize(
    ("source", "found", "right"),
    [
        pytest.param(((60, 63),), quote((0, 10), ((60, 63),), "r"), True, id="right"),
        pytest.param(((60, 63),), quote((0, 10), ((80, 83),), "r"), False, id="another source"),
        pytest.param(((60, 63),), quote((30, 40), ((60, 63),), "r"), False, id="other words"),
        pytest.param((), quote((0, 10), (), "r"), True, id="nobody is printed"),
        pytest.param(((60, 63),), quote((0, 10), (), "r"), False, id="the source was not found"),
    ],
)
def test_what_counts_as_right(source: tuple[Span, ...], found: Quote, right: bool) -> None:
    article = GoldArticle("a", "x" * 100, (GoldQuote(((0, 10),), (), source, "direct"),))
    assert [one.right for one in observe([compare(article, [found])])] == [right]


def test_a_quotation_without_a_tag_has_the_source_before_it() -> None:
    gold = tuple(GoldQuote((content,), (), ((60, 63),), "direct") for content in ((0, 10), (20, 30)))
    found = [quote((0, 10), ((60, 63),), "r"), quote((20, 30), (), "floating")]
    assert [one.right for one in observe([compare(GoldArticle("a", "x" * 100, gold), found)])] == [True, True]
