"""Quotes inside quotes: kept, under the outer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import extract

CASES = [
    pytest.param(
        "“They don’t care about politics,” Ann Lee said of the families, according to a pool report.",
        [("They don’t care about politics,", "Ann Lee")],
        id="what somebody said, by the words of a report",
    ),
    pytest.param(
        "Graham Tull denies it. One of the complainants said Tull had told him it was “our secret”.",
        [("it was “our secret”", "Graham Tull")],
        id="a paraphrase in which somebody else is said to have said words in marks",
    ),
    pytest.param(
        "Roe blamed the media for Lee’s claim that the mayor “founded the gang”.",
        [("the mayor “founded the gang”", "Lee")],
        id="somebody's claim inside a paraphrase",
    ),
    pytest.param(
        "Ann Lee's statement:\n\n> Tom Ord told me: “You are finished here.” I did not answer him.",
        [("You are finished here.", "Tom Ord")],
        id="what somebody said inside a block quotation",
    ),
    pytest.param(
        "Ann Lee denied that Tom Roe had told her “pay me or leave the town”.",
        [],
        id="what is denied was not said",
    ),
    pytest.param(
        "Ann Lee asked whether Tom Roe had said the dam was “a total disaster”.",
        [],
        id="nor what is only asked",
    ),
    pytest.param(
        "Ann Lee said she would “never” sign and that he would say “no” to it.",
        [],
        id="a pronoun inside a paraphrase is mostly the speaker",
    ),
    pytest.param(
        "Ann Lee said Roe had told her that he was tired of it all.",
        [],
        id="nothing in marks",
    ),
    pytest.param(
        "“He told me, ‘Go home and stay there,’” Ann Lee said.",
        [("Go home and stay there,", None)],
        id="a pronoun inside somebody's words is nobody that the article names",
    ),
    pytest.param(
        "\"Bo Day told me, 'I will not sign it,' and then he left,\" said Ann Lee, a nurse.",
        [("I will not sign it,", "Bo Day")],
        id="straight marks",
    ),
    pytest.param(
        "‘My brother said: “We are closed for good.” So I left,’ said Mr Pell.",
        [("We are closed for good.", "My brother")],
        id="British: double marks inside single ones",
    ),
    pytest.param(
        "Bo Day told the court: “I said to him, ‘Mind that wall.’ He laughed and said, ‘Mind it yourself.’” "
        "Mr Day was in tears. He left with Al Roe.",
        [("Mind that wall.", "Bo Day"), ("Mind it yourself.", None)],
        id="he is not the one in whose words he stands",
    ),
    pytest.param(
        "Bo Day was angry. “The then chief executive told me, ‘Bo, you have my word.’ She’s gone,” he said.",
        [("Bo, you have my word.", "The then chief executive")],
        id="nor is the chief executive",
    ),
    pytest.param(
        "\"I asked what he wanted. He said, 'Danger.' They call him 'Boss.'\" Ann Lee said.",
        [("Danger.", None)],
        id="one word is speech after said, and a nickname after called",
    ),
    pytest.param("“It is a ‘dead duck’ to them,” she said.", [], id="a scare quote inside is none"),
    pytest.param("“Nothing,” she said.", [], id="nothing inside"),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_inner_quotes(text: str, inner: list[tuple[str, str | None]]) -> None:
    quotes = extract(text)
    found = [(each.text, each.speaker and each.speaker.name) for each in quotes if each.outer]
    assert found == inner
    assert {each.outer for each in quotes if each.outer} <= {each.id for each in quotes if not each.outer}


def test_inner_quotes_follow_their_outer_one() -> None:
    text = "“He told me, ‘Go home and stay there,’” Ann Lee said. “My boss said: ‘Not on my watch.’”"
    starts = [each.content[0][0] for each in extract(text)]
    assert starts == sorted(starts)
    assert [bool(each.outer) for each in extract(text)] == [False, True, True]


@given(st.text(alphabet="“”‘’\"' .,:abs\n", max_size=60).map(lambda text: f"“He said {text}” Ann Lee said."))
def test_any_marks_are_read(text: str) -> None:
    for each in extract(text):
        assert all(0 <= start < end <= len(text) for start, end in each.content)
