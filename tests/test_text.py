"""Views of a text keep its length; what they change is what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text import fold, mask

SPANS = st.lists(st.tuples(st.integers(-5, 80), st.integers(-5, 80)), max_size=8)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("“It’s ‘so’”", "\"It's 'so'\"", id="curly marks"),
        pytest.param("„so“ «so» ‹so›", '"so" "so" \'so\'', id="marks of other languages"),
        pytest.param("5\N{NO-BREAK SPACE}p.m.", "5 p.m.", id="no-break space"),
        pytest.param("co\N{NON-BREAKING HYPHEN}op", "co-op", id="no-break hyphen"),
        pytest.param("a — b – c", "a — b – c", id="dashes stay: they say more than a hyphen"),
        pytest.param("a\tb\nc", "a\tb\nc", id="line ends and tabs stay"),
        pytest.param("naïve 😀 é", "naïve 😀 é", id="letters and emoji stay"),
        pytest.param("", "", id="empty"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_keeps_the_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("spans", "masked"),
    [
        pytest.param([], "abcdef", id="none"),
        pytest.param([(1, 3)], "a__def", id="half open"),
        pytest.param([(4, 6), (0, 1)], "_bcd__", id="any order"),
        pytest.param([(1, 4), (2, 5)], "a____f", id="overlapping"),
        pytest.param([(-3, 1), (5, 99)], "_bcde_", id="beyond the text"),
        pytest.param([(3, 3), (4, 2)], "abcdef", id="empty and backward"),
    ],
)
def test_mask(spans: list[tuple[int, int]], masked: str) -> None:
    assert mask("abcdef", spans) == masked


@given(st.text(max_size=60), SPANS)
def test_mask_changes_the_spans_alone(text: str, spans: list[tuple[int, int]]) -> None:
    masked = mask(text, spans, "\N{REPLACEMENT CHARACTER}")
    inside = {place for start, end in spans for place in range(start, end)}
    expected = ["\N{REPLACEMENT CHARACTER}" if at in inside else letter for at, letter in enumerate(text)]
    assert masked == "".join(expected)


def test_mask_wants_one_code_point() -> None:
    with pytest.raises(ValueError, match="one code point"):
        mask("abc", [(0, 1)], "")
