"""Tokens: what is one word, what is two, and that nothing of a text is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Span
from quotes.tokens import Tokens, tokenize

TEXTS = st.text(max_size=200) | st.text(
    alphabet="aZé9 .,'’“”\"-–—&/\n\t()$%…\u200b\u0301\U0001f600", max_size=200
)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("He won't go.", ["He", "won't", "go", "."], "a negation stays whole"),
        ("Lee's dog", ["Lee", "'s", "dog"], "a possessive is a clitic"),
        ("Lee’s dog", ["Lee", "'s", "dog"], "curly apostrophes become straight"),
        ("they'd say I'm", ["they", "'d", "say", "I", "'m"], "verbs as clitics"),
        ("workers' hall", ["workers", "'", "hall"], "a plural possessive is a mark of its own"),
        ("O'Hara", ["O'Hara"], "an apostrophe inside a name"),
        ("the U.S. said", ["the", "U.S.", "said"], "initials with full stops are one word"),
        ("J.K. Rao", ["J.K.", "Rao"], "two initials"),
        ("at 9 a.m. on", ["at", "9", "a.m.", "on"], "a.m. is one word"),
        ("Mr. Rao", ["Mr", ".", "Rao"], "a title's full stop is a mark"),
        ("a 27-year-old", ["a", "27-year-old"], "hyphens join"),
        ("R&D and/or", ["R&D", "and/or"], "ampersand and slash join"),
        ("₹1,200.50 crore", ["₹", "1,200.50", "crore"], "numbers with commas and points"),
        ("said, 3, 4", ["said", ",", "3", ",", "4"], "a comma before a space is a mark"),
        ("no -- never", ["no", "--", "never"], "two hyphens are one dash"),
        ("well...", ["well", "..."], "dots in a row are one mark"),
        ("a\n \nb", ["a", "\n \n", "b"], "a break between paragraphs is one token"),
        ("naïve Öcalan", ["naïve", "Öcalan"], "letters of all scripts"),
        ("“No,”", ["“", "No", ",", "”"], "quotation marks stand alone"),
        ("snake_case", ["snake", "case"], "an underscore is no letter"),
        ("", [], "nothing"),
    ],
)  # fmt: skip
def test_words(text: str, words: list[str], why: str) -> None:
    assert tokenize(text).words == words, why


def spans(tokens: Tokens) -> list[Span]:
    return [tokens.span(at, at + 1) for at in range(len(tokens.words))]


@given(TEXTS)
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.lower)
    for word, lower, (start, end) in zip(tokens.words, tokens.lower, spans(tokens), strict=True):
        assert text[start:end].replace("’", "'") == word
        assert word.lower() == lower
        assert start < end


@given(TEXTS)
def test_tokens_are_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans(tokens)))


@given(TEXTS)
def test_tokens_cover_the_text(text: str) -> None:
    """Between tokens is only white space, and underscores, which are neither letters nor marks."""
    tokens = tokenize(text)
    edges = pairwise([(0, 0), *spans(tokens), (len(text), len(text))])
    assert all(re.fullmatch(r"[\s_]*", text[one[1] : other[0]]) for one, other in edges)


@given(TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_within_is_from_the_one_offset_to_the_other(text: str, start: int, length: int) -> None:
    tokens = tokenize(text)
    assert tokens.within(start, start + length) == (tokens.at(start), tokens.at(start + length))


@given(TEXTS, st.integers(0, 200))
def test_at_is_the_first_token_from_there_on(text: str, offset: int) -> None:
    tokens = tokenize(text)
    at = tokens.at(offset)
    assert all(start < offset for start in tokens.starts[:at])
    assert all(start >= offset for start in tokens.starts[at:])


def test_span_goes_from_the_first_to_the_last() -> None:
    text = "Ms Lee  said no"
    assert text[slice(*tokenize(text).span(1, 3))] == "Lee  said"
