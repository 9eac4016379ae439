"""Ids are hashes of content; a prefix of one stands for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import NotFoundError, QueryError, QuotesError
from quotes.ids import article_id, match_id, quote_id, short
from quotes.model import Span

IDS = ["abcd11112222", "abcd33334444", "beef00001111"]
TEXTS = st.text(st.characters(codec=None))


@given(TEXTS)
def test_any_text_has_an_id_of_twelve_hexadecimal_digits(text: str) -> None:
    assert len(article_id(text)) == 12
    assert set(article_id(text)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("A\nB", "A\r\nB", id="newlines are part of the text"),
        pytest.param("\u00e9", "e\u0301", id="composed and decomposed are different code points"),
        pytest.param("\ud800", "\ud801", id="lone surrogates count"),
        pytest.param("", " ", id="spaces count"),
    ],
)
def test_different_texts_have_different_ids(one: str, other: str) -> None:
    assert article_id(one) != article_id(other)


@pytest.mark.parametrize(
    ("content", "source"),
    [
        pytest.param([(0, 9)], [(1, 2)], id="the source's place counts"),
        pytest.param([(0, 10)], [], id="the content's place counts"),
        pytest.param([(0, 9), (1, 2)], [], id="a part is not a source"),
        pytest.param([(0, 4), (5, 9)], [], id="two parts are not one"),
    ],
)
def test_another_place_is_another_quote(content: list[Span], source: list[Span]) -> None:
    assert quote_id("abcd11112222", content, source) != quote_id("abcd11112222", [(0, 9)])


def test_the_article_counts_in_the_id_of_a_quote() -> None:
    assert quote_id("a", [(0, 9)]) != quote_id("b", [(0, 9)])


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        pytest.param("beef", "beef00001111", id="four digits are enough"),
        pytest.param("abcd1", "abcd11112222", id="as many as make it unique"),
        pytest.param("abcd33334444", "abcd33334444", id="all of it"),
        pytest.param(" BEEF0 ", "beef00001111", id="case and outer spaces do not matter"),
    ],
)
def test_a_unique_prefix_stands_for_its_id(prefix: str, expected: str) -> None:
    assert match_id(prefix, IDS) == expected


@pytest.mark.parametrize(
    ("prefix", "error", "message"),
    [
        pytest.param("bee", QueryError, "id 'bee' is too short: give at least 4 digits of it", id="short"),
        pytest.param("", QueryError, "id '' is too short: give at least 4 digits of it", id="empty"),
        pytest.param(
            "abcd",
            QueryError,
            "id 'abcd' is not unique: abcd11112222, abcd33334444; give more digits",
            id="several",
        ),
        pytest.param("ffff", NotFoundError, "no quote has an id that begins with 'ffff'", id="none"),
    ],
)
def test_a_prefix_that_names_nothing_says_why(prefix: str, error: type[QuotesError], message: str) -> None:
    with pytest.raises(error) as caught:
        match_id(prefix, IDS, thing="quote")
    assert str(caught.value) == message


def test_tables_show_eight_digits() -> None:
    assert short("abcd11112222") == "abcd1111"
