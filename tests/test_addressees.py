"""Who was told: objects, passives, phrases with "to" and "with"; and where nobody is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging import attributions, printed


def told(text: str) -> list[str]:
    """Return the addressees of the first quote in a text, as printed."""
    found = attributions(text)
    return printed(text, found[0].addressee) if found else []


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Lee told Tom Farrow that the roof leaks.", "Tom Farrow", "the object before the clause"),
        ('"It leaks," Lee told her.', "her", "the object after a tag"),
        ("“It leaks,” Lee told the council.", "the council", "a body"),
        ('Lee told the Luden Times: "It leaks."', "the Luden Times", "before a colon"),
        ("Lee told police and the coroner that it leaked.", "police and the coroner", "two"),
        ("Lee asked the auditor about the missing receipts.", "the auditor", "who was asked"),
        ("Doctors urged parents to keep children indoors.", "parents", "in the content too"),
        ("Residents were warned that the dam could fail.", "Residents", "the subject of a passive"),
        ("Lee wrote to the minister that the roof leaks.", "the minister", "a phrase with to"),
        ("Lee put it to Tom that the roof leaks.", "Tom", "what is put to somebody"),
        ("In an email to staff, Lee wrote that it leaked.", "staff", "an email"),
        ('Lee said to Tom, "It leaks."', "Tom", "a phrase before the words"),
        ('"It leaks," Lee said in an interview with Radio Luden on Sunday.', "Radio Luden", "no day"),
        ("Speaking to reporters in Luden, Lee said it leaked.", "reporters", "before the subject"),
        ("In a letter to the minister, Lee said it leaked.", "the minister", "a letter"),
    ],
)
def test_who_was_told(text: str, expected: str, why: str) -> None:
    assert told(text) == [expected], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Lee said that the roof leaks.", "nobody is named"),
        ("Lee said Tom Farrow left.", "the subject of the clause"),
        ("Lee said that he had spoken to Tom.", "inside the content"),
        ("Lee returned to the hall and said that it leaked.", "no speech goes to a hall"),
        ("Lee thinks that the roof leaks.", "a thought is told to nobody"),
    ],
)
def test_nobody_was_told(text: str, why: str) -> None:
    assert told(text) == [], why


@given(st.lists(st.sampled_from("Lee told said asked to with that reporters her , “ ” . about the".split())))
def test_an_addressee_is_no_part_of_source_or_cue(words: list[str]) -> None:
    for each in attributions(" ".join(words)):
        for start, end in each.addressee:
            assert all(end <= a or b <= start for a, b in (*each.cue, *each.source))
