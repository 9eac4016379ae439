"""Names: how they are read and when two of them may be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.names import (
    first_name_gender,
    fold,
    is_first_name,
    key,
    nickname,
    same_first_name,
    same_name,
    suffix,
)

SAME = [
    ("Ann Lee", "Ann Marie Lee", True, "a middle name more"),
    ("Ann Lee", "A. Lee", True, "an initial"),
    ("Ann B. Lee", "Ann Beth Lee", True, "an initial in the middle"),
    ("Ann B. Lee", "Ann C. Lee", False, "two people: the middle initials differ"),
    ("George W. Marsh", "George H.W. Marsh", False, "father and son"),
    ("Bill Okafor", "William Okafor", True, "a short form"),
    ("Ann Lee", "Joan Lee", False, "another first name"),
    ("Ann Lee", "Ann Li", False, "another surname"),
    ("Kim Jong Un", "Kim Jong Il", False, "East Asian order: the last part tells them apart"),
    ("Suu Thida", "Ma San Suu Thida", True, "the end of a long name"),
    ("José Muñoz", "Jose Munoz", True, "diacritics do not count"),
    ("Ursula van der Berg", "Ursula Berg", True, "particles may be left out"),
]


@pytest.mark.parametrize(("one", "other", "same", "reason"), SAME, ids=[case[3] for case in SAME])
def test_same_name(one: str, other: str, same: bool, reason: str) -> None:
    left, right = key(tuple(one.split())), key(tuple(other.split()))
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize(
    ("word", "folded"),
    [("O’Brien", "o'brien"), ("Ågren", "agren"), ("J.D.", "jd"), ("Straße", "strasse"), ("", "")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (("Robert", "C.", '"Bobby"', "Moyo"), "bobby"),
        (("Robert", "(Bobby)", "Moyo"), "bobby"),
        (("Robert", "Moyo"), None),
    ],
)
def test_nickname(name: tuple[str, ...], expected: str | None) -> None:
    assert nickname(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [(("John", "Moyo", "Jr."), "jr"), (("Charles", "III"), "iii"), (("Jr.",), None)]
)
def test_suffix(name: tuple[str, ...], expected: str | None) -> None:
    assert suffix(name) == expected


@pytest.mark.parametrize(
    ("word", "gender"), [("Olga", "f"), ("Étienne", "m"), ("Kim", None), ("Xyzzy", None), ("Aoife", "f")]
)
def test_the_gender_of_a_first_name_is_a_hint(word: str, gender: str | None) -> None:
    assert first_name_gender(word) == gender


def test_a_name_of_both_genders_is_still_a_first_name() -> None:
    assert is_first_name("Kim")
    assert not is_first_name("Committee")


WORDS = st.lists(st.text(min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=4).map(tuple)


@given(WORDS)
def test_a_name_is_the_same_as_itself(words: tuple[str, ...]) -> None:
    its_key = key(words)
    if its_key and all(its_key):
        assert same_name(its_key, its_key)


@given(st.text(max_size=6), st.text(max_size=6))
def test_same_first_name_is_symmetric(one: str, other: str) -> None:
    assert same_first_name(one, other) == same_first_name(other, one)


@given(st.text())
def test_fold_is_idempotent_on_case(word: str) -> None:
    assert fold(fold(word)) == fold(word)
