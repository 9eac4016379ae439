"""Speakers who are no person: councils, companies, groups, and who speaks for them."""

from __future__ import annotations

import pytest

from tests.resolving import last_name, resolved

BODIES = [
    (
        "<s>The World Harbour Union (WHU)</s> spoke. <s>The WHU</s> agreed.",
        "World Harbour Union",
        "an acronym",
    ),
    (
        "<s>The Harbour Committee</s> spoke. <s>The committee</s> agreed.",
        "Harbour Committee",
        "its head noun",
    ),
    ("<s>The Harbour Committee</s> spoke. <s>It</s> agreed.", "Harbour Committee", "it"),
    (
        "<s>The Union of Teachers (UTX)</s> spoke. <s>UTX</s> agreed.",
        "Union of Teachers",
        "as it is introduced",
    ),
    ("It owes Kent Bank money. <s>The bank</s> agreed.", "Kent Bank", "a body that has not spoken"),
    ("<s>The Harbor Cats</s> spoke.", "Harbor Cats", "a team"),
    ("She told the <s>Marlow Courier</s> so.", "Marlow Courier", "a paper is no courier"),
    ("<s>Two bakers</s> spoke. <s>They</s> agreed.", "Two bakers", "they"),
]


@pytest.mark.parametrize(("tagged", "name", "reason"), BODIES, ids=[case[2] for case in BODIES])
def test_bodies_and_groups_go_on(tagged: str, name: str, reason: str) -> None:
    assert last_name(tagged) == name


BODY_ROLES = [
    ("<s>Brewer Hart & Lyle</s> spoke.", "Hart & Lyle", "Brewer", "a trade that begins the sentence"),
    ("It owns the pub chain Pepper Hill. <s>Pepper Hill</s> left.", "Pepper Hill", "pub chain", "in passing"),
    ("<s>Pepper Hill</s> spoke.", "Pepper Hill", None, "nothing is said of it"),
]


@pytest.mark.parametrize(("tagged", "name", "role", "reason"), BODY_ROLES, ids=[c[3] for c in BODY_ROLES])
def test_roles_of_bodies(tagged: str, name: str, role: str | None, reason: str) -> None:
    speaker = resolved(tagged)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == (name, role)


def test_the_company_is_the_one_that_spoke() -> None:
    assert last_name("<s>Hart & Lyle</s> grew. <s>The FTSE 250 company</s> spoke.") == "Hart & Lyle"
    assert last_name("<s>Hart Grid Corp</s> grew. <s>The maker of batteries</s> spoke.") == "Hart Grid Corp"


def test_a_kremlin_spokesman_is_not_the_kremlin() -> None:
    answers = resolved(
        "<s>The Kremlin</s> spoke. <s>A Kremlin spokesman</s> spoke. "
        "<s>Ann Lee, the Kremlin spokeswoman,</s> spoke."
    )
    assert [one.speaker.name for one in answers if one.speaker] == [
        "Kremlin",
        "A Kremlin spokesman",
        "Ann Lee",
    ]
