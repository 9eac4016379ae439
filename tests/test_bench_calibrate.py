"""Calibration: shares are shrunk, forms shift them, and what is stated comes true."""

from __future__ import annotations

import pytest

from bench.calibrate import Counts, Seen, fit, observe, table
from bench.gold import GoldArticle, GoldQuote
from bench.scoring import compare
from quotes.confidence import odds, sure
from quotes.model import Quote, Span

COMMON = ("r|that|say", "r|that", "r", "all")
RARE = ("r|that|quip", "r|that", "r", "all")


def seen(right: int, wrong: int, cells: tuple[str, ...] = COMMON, form: str = "plain") -> list[Seen]:
    return [Seen(f"{form} {cells[0]} {n % 10}", cells, (form,), n < right) for n in range(right + wrong)]


def test_many_are_believed_and_few_follow_the_rest() -> None:
    counts = Counts(seen(180, 20) + seen(0, 1, RARE))
    assert counts.share(COMMON, 5) == pytest.approx(0.9, abs=0.01)
    assert 0.7 < counts.share(RARE, 5) < 0.8


def test_what_was_never_seen_has_the_share_of_the_wider_cell() -> None:
    counts = Counts(seen(180, 20))
    assert counts.share(("r|that|zork", *COMMON[1:]), 5) == pytest.approx(counts.share(COMMON[1:], 5))


def test_an_article_can_be_left_out() -> None:
    rows = seen(9, 1)
    alone = Counts(row for row in rows if not row.right)
    assert Counts(rows).share(COMMON, 5, alone) > Counts(rows).share(COMMON, 5)


def test_no_share_is_certain() -> None:
    assert Counts(seen(5000, 0)).share(COMMON, 5) < 1 > 0 < Counts(seen(0, 5000)).share(COMMON, 5)


def test_forms_shift_the_share_until_stated_is_observed() -> None:
    rows = seen(270, 30, form="name") + seen(150, 150, form="you")
    fitted, counts = fit(rows), Counts(rows)
    for form, observed in (("name", 0.9), ("you", 0.5)):
        base = fitted.spread * odds(counts.share(COMMON, fitted.strength))
        assert sure(base + fitted.shifts[form]) == pytest.approx(observed, abs=0.03)


def test_the_table_is_sorted_and_leaves_rare_words_out() -> None:
    rows = seen(18, 2) + seen(1, 1, RARE)
    lines = [line.split("\t")[0] for line in table(rows, fit(rows)).splitlines()]
    assert lines == sorted(lines)
    assert ("r|that|say" in lines, "r|that|quip" in lines) == (True, False)


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
