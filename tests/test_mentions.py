"""Mentions: what the capitalised phrases of a text are read as."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.mentions import Mention, find_mentions

PEOPLE = [
    ("Ann Lee spoke.", "Ann Lee", "", "a full name"),
    ("Yesterday Ann Lee spoke.", "Ann Lee", "", "a common word before it"),
    ("Mr. Okoro spoke.", "Okoro", "Mr.", "an honorific with a stop"),
    ("Mr Okoro spoke.", "Okoro", "Mr", "an honorific without a stop"),
    ("Foreign Minister Ann Lee spoke.", "Ann Lee", "Foreign Minister", "an office"),
    (
        "U.S. Secretary of State Ann Lee spoke.",
        "Ann Lee",
        "U.S. Secretary of State",
        "an office of something",
    ),
    ("Leader of the Opposition Ann Lee spoke.", "Ann Lee", "Leader of the Opposition", "an office of the"),
    ("Republican Ann Lee spoke.", "Ann Lee", "Republican", "a party"),
    ("Dame Ann Lee spoke.", "Ann Lee", "Dame", "Dame"),
    ("Bohdan van der Berg spoke.", "Bohdan van der Berg", "", "particles"),
    ("Omar al-Rashid spoke.", "Omar al-Rashid", "", "an Arabic article"),
    ("Nur bin Said spoke.", "Nur bin Said", "", "bin"),
    ('Robert C. "Bobby" Moyo Jr. spoke.', 'Robert C. "Bobby" Moyo Jr.', "", "a nickname and a suffix"),
    ("Robert Moyo, Jr., spoke.", "Robert Moyo, Jr.", "", "a suffix after a comma"),
    ("Anne-Marie O’Dowd spoke.", "Anne-Marie O’Dowd", "", "a hyphen and a curly apostrophe"),
    ("Ann Lee KC spoke.", "Ann Lee", "", "letters after the name"),
    (
        "Virginia State President Doris Crewe spoke.",
        "Doris Crewe",
        "Virginia State President",
        "a place in a title",
    ),
    ("Alhaji Musa Danlami spoke.", "Musa Danlami", "Alhaji", "a Nigerian honorific"),
    ("Shri Rohan Pillai spoke.", "Rohan Pillai", "Shri", "an Indian honorific"),
    ("Ms Nguyễn Thảo spoke.", "Nguyễn Thảo", "Ms", "letters of Vietnamese"),
    ("The nurse April Lee spoke.", "April Lee", "", "a month that is a first name"),
]


@pytest.mark.parametrize(("text", "name", "title", "reason"), PEOPLE, ids=[case[3] for case in PEOPLE])
def test_a_person(text: str, name: str, title: str, reason: str) -> None:
    (mention,) = [one for one in find_mentions(text) if one.kind == "person"]
    assert (text[mention.start : mention.end], mention.title) == (name, title)


KINDS = [
    ("The Harbour Committee met.", ["body"], "a body by its last word"),
    ("the White House", ["body"], "a body by its first word"),
    ("the Attorney General", ["office"], "an office alone"),
    ("the Foreign Minister", ["office"], "another"),
    ("Okoro spoke", ["word"], "a bare word"),
    ("as al-Rashid spoke", ["word"], "a bare word with an Arabic article"),
    ("WALLACE: no", ["word"], "a word in capitals"),
    ("The", [], "a common word"),
    ("In Monday’s But", [], "common words only"),
    ("In April Lee spoke, late last June Lee did", ["word", "word"], "months before a surname"),
    ("", [], "nothing"),
    ("Debating The Donkey", ["word", "word"], "the title of a work falls apart"),
]


@pytest.mark.parametrize(("text", "kinds", "reason"), KINDS, ids=[case[2] for case in KINDS])
def test_other_kinds(text: str, kinds: list[str], reason: str) -> None:
    assert [mention.kind for mention in find_mentions(text)] == kinds


def test_a_possessive_mark_is_not_part_of_the_name() -> None:
    (mention,) = find_mentions("Ann Lee’s aide")
    assert mention.words == ("Ann", "Lee")
    assert mention.possessive


def test_a_name_may_be_broken_over_a_line_but_not_over_paragraphs() -> None:
    assert [m.words for m in find_mentions("said Ann\nLee")] == [("Ann", "Lee")]
    assert [m.words for m in find_mentions("said Ann\n\nLee")] == [("Ann",), ("Lee",)]


@given(st.text(alphabet="AbÉ .,’'\"-\n()\u00a0Mr"))
def test_mentions_are_in_order_and_apart_and_inside_the_text(text: str) -> None:
    mentions: list[Mention] = list(find_mentions(text))
    edges = [edge for mention in mentions for edge in (mention.lead, mention.start, mention.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize("unit", ["A ", "Ann Lee ", "Secretary of ", "Mr. ", "The ", "A’s ", "van der "])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        """Processor time, the best of three: eight times the text may take 8 times as long, not 64."""
        text = unit * size
        return min(_timed(text) for _ in range(3))

    assert seconds(40_000) < 32 * max(seconds(5_000), 0.002)


def _timed(text: str) -> float:
    start = time.process_time()
    for _ in find_mentions(text):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("surname", ["al-Rashid", "Al-Rashid", "el-Rashid"])
def test_a_surname_keeps_its_arabic_article(surname: str) -> None:
    (mention,) = find_mentions(f"He and {surname} said so.")
    assert (mention.words, mention.key) == ((surname,), (surname.lower(),))
