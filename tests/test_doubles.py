"""Who may be two people of one name: what is asked, why, and what is not."""

from __future__ import annotations

import pytest

from quotes.deciding.doubles import doubles
from quotes.library import Library
from quotes.model import Speaker
from tests.library_builders import fill, speaker
from tests.suggesting import aged, articles


@pytest.mark.parametrize(
    ("uses", "reason"),
    [
        pytest.param(
            [aged("Ian Cole", 34), aged("Ian Cole", 61)],
            "the ages do not fit: born about 1976 and about 1949",
            id="ages",
        ),
        pytest.param(
            [speaker("Ian Cole", "goalkeeper of Ashby"), speaker("Ian Cole", "bishop in Vale")],
            "roles without a word in common: goalkeeper of Ashby; bishop in Vale",
            id="roles, places and outlets",
        ),
        pytest.param(
            [speaker("Ian Cole", role) for role in ("goalkeeper", "bishop", "goalkeeper", "bishop")],
            "the roles change 3 times, and back",
            id="roles that alternate",
        ),
        pytest.param(
            [speaker("Ian Cole", role) for role in ("mayor of Ashby", "senator from Ostria") * 2],
            "the roles name different things: Ashby; Ostria",
            id="offices of two places that alternate",
        ),
        pytest.param(
            [speaker("Ian Cole", "Rep.", "D-Calif."), speaker("Ian Cole", "pastor of Vale Church")],
            "the roles name different things: Calif; Vale Church",
            id="a state behind a party",
        ),
        pytest.param(
            [*(speaker("Ian Cole", "boxer") for _ in range(3)), *(aged("Ian Cole", a) for a in (34, 61))],
            "the ages do not fit: born about 1976 and about 1949",
            id="ages in some of the articles",
        ),
    ],
)
def test_who_may_be_two(uses: list[Speaker], reason: str) -> None:
    together = [(use, speaker(f"Bo Cho{number}")) for number, use in enumerate(uses)]
    (found,) = doubles(fill(Library.in_memory(), articles(*together)).speakers())
    assert (found.entry.name, reason in found.speaks_for) == ("Ian Cole", True)
    assert found.article_ids


@pytest.mark.parametrize(
    "uses",
    [
        pytest.param([speaker("Ian Cole", "mayor"), speaker("Ian Cole", "former mayor")], id="a former role"),
        pytest.param([speaker("Ian Cole", "mayor"), speaker("Ian Cole", "senator")], id="a career"),
        pytest.param(
            [speaker("Ian Cole", role) for role in ("boxer", "his older brother") * 2], id="somebody's kin"
        ),
        pytest.param([speaker("Ian Cole", role) for role in ("boxer", "Dr.") * 2], id="an honorific"),
        pytest.param(
            [speaker("Ian Cole", role) for role in ("Reps.", "Congressman of Vale", "Rep.", "congressman")],
            id="two words for one office",
        ),
        pytest.param(
            [
                speaker("Ian Cole", "director of the Vale Survey Centre"),
                speaker("Ian Cole", "VSC pollster"),
            ],
            id="a body and its first letters",
        ),
        pytest.param(
            [speaker("Ian Cole", "mayor of Ashby"), speaker("Ian Cole", "governor of Ostria")],
            id="one office after the other",
        ),
        pytest.param(
            [
                speaker("Ian Cole", role)
                for role in ("House speaker", "congressman", "speaker", "congressman")
            ],
            id="two names of one office",
        ),
        pytest.param(
            [speaker("Ian Cole", role) for role in ("senator", "presidential hopeful", "senator", "nominee")],
            id="a candidate who has an office",
        ),
        pytest.param(
            [
                speaker("Ian Cole", role)
                for role in ("ex-head of Lumen", "bishop in Vale", "former head of Lumen")
            ],
            id="what somebody was",
        ),
        pytest.param(
            [*(speaker("Ian Cole", "mayor") for _ in range(60)), aged("Ian Cole", 34), aged("Ian Cole", 61)],
            id="an age that slipped in",
        ),
        pytest.param([aged("Ian Cole", 40), aged("Ian Cole", 40)], id="a birthday"),
        pytest.param([speaker("Ian Cole", "goalkeeper of Ashby"), speaker("Ian Cole")], id="no role"),
        pytest.param(
            [
                *(speaker("Ian Cole", "goalkeeper of Ashby") for _ in range(7)),
                speaker("Ian Cole", "bishop in Vale"),
            ],
            id="a slip in one of many articles",
        ),
    ],
)
def test_who_is_one(uses: list[Speaker]) -> None:
    assert doubles(fill(Library.in_memory(), articles(*uses)).speakers()) == ()


def test_what_is_split_is_not_asked_about_again() -> None:
    library = fill(Library.in_memory(), articles(aged("Ian Cole", 34), aged("Ian Cole", 61)))
    (found,) = library.doubles()
    library.split(found.entry.id, *found.article_ids)
    assert library.doubles() == ()
    assert [entry.quotes for entry in library.speakers()] == [1, 1]


def test_two_of_one_name_who_were_split_are_not_asked_about() -> None:
    roles = ("boxer", "judge", "boxer", "judge")
    library = fill(Library.in_memory(), articles(*(speaker("Ian Cole", role) for role in roles)))
    (found,) = library.doubles()
    library.split(found.entry.id, *found.article_ids)
    assert library.suggestions() == ()
    first, second = library.speakers()
    library.merge(first.id, second.id)
    assert len(library.speakers()) == 1
