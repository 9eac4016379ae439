"""What holds for `extract` on any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import Quote, extract
from tests.cases_loader import every_case

WORDS = (
    "said says that to is was who which and but , . ; : - — ( ) [ ] “ ” \" ' ‘ ’ « » Lee Ann Bo Mr. the a"
    " his her she he told called claim denied according asked whether not allegedly it Monday 34 % Police"
    " mayor report Q: JUDGE:"
).split()
NEWS_LIKE = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=40).map(" ".join)
ANY = st.text(max_size=80)
ODD = [
    pytest.param("", id="nothing"),
    pytest.param("“" * 500, id="opening marks"),
    pytest.param('"' * 501, id="an odd number of straight marks"),
    pytest.param("said " * 500, id="a verb alone"),
    pytest.param("\ud800 said “no” \x00", id="a lone surrogate and a zero byte"),
    pytest.param("He said that", id="nothing follows"),
    pytest.param("According to", id="no source follows"),
    pytest.param(
        "it says his called which allegedly - claims Mr. her. She.",
        id="a dash that brings another's words at once",
    ),
    pytest.param("been said 's’s \u2028 ’ é had", id="a passive and nothing but marks"),
    pytest.param("So, said Lee", id="nothing after the source"),
    pytest.param("🙂 “No,” said Ann Lee. 🙂", id="emoji: offsets are code points"),
]


def assert_sound(text: str, quotes: tuple[Quote, ...]) -> None:
    assert len({each.id for each in quotes}) == len(quotes)
    for each in quotes:
        assert each.content
        for spans in (each.content, each.cue, each.source):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert list(spans) == sorted(spans)
        assert 0 <= each.confidence <= 1
        assert each.speaker is None or each.speaker.name
        assert each.rule


@given(st.one_of(NEWS_LIKE, ANY))
def test_any_text_is_read_soundly_and_alike_each_time(text: str) -> None:
    quotes = extract(text)
    assert_sound(text, quotes)
    assert extract(text) == quotes


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(text: str) -> None:
    assert_sound(text, extract(text))


def test_cases_that_end_after_any_word() -> None:
    for case in every_case():
        for end in (place.start() for place in re.finditer(" ", case.text)):
            assert_sound(case.text[:end], extract(case.text[:end]))


@pytest.mark.parametrize("text", [None, b"It leaks.", ["It leaks."]])
def test_what_is_no_text(text: object) -> None:
    with pytest.raises(TypeError, match="a text is a str, and this is"):
        extract(text)  # type: ignore[arg-type]


def test_offsets_count_code_points() -> None:
    text = "🙂 “No,” said Ann Lee."
    [quote] = extract(text)
    assert [text[start:end] for start, end in (*quote.content, *quote.source)] == ["“No,”", "Ann Lee"]


def test_one_stray_mark_costs_one_quote_at_most() -> None:
    paragraph = "“We have no crew,” said Ines Halloran.\n\n"
    whole = extract(paragraph * 3)
    broken = extract(paragraph + "“We have no boat, said Ines Halloran.\n\n" + paragraph * 2)
    assert len(whole) == 3
    # By the convention of the news the unclosed quotation may go on in the next paragraph, not further.
    assert sum(quote.text == "We have no crew," for quote in broken) >= 2
