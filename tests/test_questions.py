"""Interviews without labels: who asks and who answers is told by the layout alone."""

from __future__ import annotations

import pytest

import quotes
from tests.runs_helpers import Row, rows

BOLD = "**Who taught you?**¶My aunt.¶**She is strict.**¶She is.¶**Are you?**¶I hope not.¶**Why?**¶I am."
PLAIN = (
    "Where did you grow up?¶On my boat.¶I got off it at nine.¶Do you miss it?¶No.¶Would you go back?¶I would."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BOLD,
            [
                ("asked", "", "", ["Who taught you?"]),
                ("answer", "", "", ["My aunt"]),
                ("asked", "", "", ["She is strict"]),
                ("answer", "", "", ["She is"]),
                ("asked", "", "", ["Are you?"]),
                ("answer", "", "", ["I hope not"]),
                ("asked", "", "", ["Why?"]),
                ("answer", "", "", ["I am"]),
            ],
            id="what is bold is asked, a question or not",
        ),
        pytest.param(
            PLAIN,
            [
                ("asked", "", "", ["Where did you grow up?"]),
                ("answer", "", "", ["On my boat", "I got off it at nine"]),
                ("asked", "", "", ["Do you miss it?"]),
                ("answer", "", "", ["No"]),
                ("asked", "", "", ["Would you go back?"]),
                ("answer", "", "", ["I would"]),
            ],
            id="in plain type",
        ),
        pytest.param(
            "Will it be cold?¶It will, the office says.¶Will it rain?¶It may.¶And at sea?¶Stay at home.",
            [("closing tag", "the office", "says", ["It will"])],
            id="nobody is asked and nobody says I: questions and answers for the reader",
        ),
        pytest.param(
            "Do you know why?¶I do.¶We paid.¶It fell.¶It burned.¶Do you mind?¶I do.¶Ask.¶No.¶Do you?¶I do.",
            [],
            id="a column that asks here and there",
        ),
    ],
)
def test_answers(text: str, expected: list[Row]) -> None:
    assert rows(text.replace("¶", "\n\n")) == expected


@pytest.mark.parametrize(
    ("text", "rows_of_answers"),
    [
        pytest.param(
            PLAIN.replace("I got off it", "They say your mother steered"),
            ["On my boat"],
            id="in plain type, a paragraph to you that is no question may be the other's",
        ),
        pytest.param(
            PLAIN + "¶Ann Lee plays in Hull in May.", ["On my boat", "I got off it at nine"], id="an end note"
        ),
    ],
)
def test_answers_end(text: str, rows_of_answers: list[str]) -> None:
    found = rows(text.replace("¶", "\n\n"))
    assert ("answer", "", "", rows_of_answers) in found
    answers = [part for rule, _, _, parts in found for part in parts if rule == "answer"]
    assert not any("Lee" in part or "They" in part for part in answers)


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        pytest.param("Ann Lee lives on a boat.\n\n", "Ann Lee", id="who the article is about"),
        pytest.param(
            "Zyxa Ool lives on a boat.\n\n“No,” she says.\n\n", "Zyxa Ool", id="named first, spoke last"
        ),
        pytest.param("Zyxa Ool lives on a boat.\n\n", None, id="perhaps the name of a place"),
        pytest.param("", None, id="nobody is named"),
    ],
)
def test_who_answers(above: str, speaker: str | None) -> None:
    answers = [each for each in quotes.extract(above + PLAIN.replace("¶", "\n\n")) if each.rule == "answer"]
    assert {each.speaker.name if each.speaker else None for each in answers} == {speaker}
