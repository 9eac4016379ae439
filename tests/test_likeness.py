"""How like two names are: their sounds, their letters, their usual spellings."""

from __future__ import annotations

import pytest

from quotes import lexicon
from quotes.deciding.likeness import edits, sound, sounds_alike


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("lukashenko", "lukashenka", True, id="Russian and Belarusian"),
        pytest.param("lukashenko", "lukaschenko", True, id="German"),
        pytest.param("zelensky", "zelenskyy", True, id="Ukrainian"),
        pytest.param("zelensky", "selenskyj", True, id="German, of a Ukrainian one"),
        pytest.param("tikhanovskaya", "tsikhanouskaya", True, id="more than a letter"),
        pytest.param("mohammed", "muhammad", True, id="vowels and doubled letters"),
        pytest.param("aleksandr", "alyaksandr", True, id="a first name"),
        pytest.param("alexander", "aleksandr", True, id="x and ks"),
        pytest.param("yusuf", "youssef", True, id="a long vowel"),
        pytest.param("smith", "smyth", True, id="an English one"),
        pytest.param("gaddur", "qaddur", True, id="Arabic, and another letter first"),
        pytest.param("qaddur", "kadhur", True, id="Arabic, an emphatic one"),
        pytest.param("yevgeny", "evgeny", True, id="a vowel that Russian opens with"),
        pytest.param("joan", "john", False, id="other sounds"),
        pytest.param("hill", "gill", False, id="short, and another letter first"),
        pytest.param("cole", "cohen", False, id="l and n"),
        pytest.param("sarah", "sara", True, id="an h that nobody hears"),
        pytest.param("schmidt", "schmitt", True, id="a German one"),
        pytest.param("thomson", "thompson", True, id="a p that nobody hears"),
        pytest.param("ilvo", "ulvo", False, id="another vowel first"),
        pytest.param("lee", "li", False, id="too short to tell"),
    ],
)
def test_sounds(one: str, other: str, expected: bool) -> None:
    assert sounds_alike(one, other) == sounds_alike(other, one) == expected


def test_edits_are_as_many_either_way() -> None:
    assert edits("tikhanovskaya", "tsikhanouskaya") == edits("tsikhanouskaya", "tikhanovskaya") == 2
    assert edits("", "") == 0


@pytest.mark.parametrize("name", ["sounds", "name_spellings"])
def test_spellings_are_sorted_and_folded(name: str) -> None:
    rows = [row.partition("\t") for row in lexicon.entries(name)]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(row[0].isascii() and row[0].islower() and row[2] for row in rows)


def test_a_usual_spelling_has_no_other() -> None:
    spellings = lexicon.table("name_spellings")
    assert spellings.keys().isdisjoint(spellings.values())


def test_sound_takes_any_word() -> None:
    assert [sound(word) for word in ("", "a", "y", "’")] == ["", "a", "a", "’"]
