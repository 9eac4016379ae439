"""Where sentences end. A case is written with a bar where one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.marks import find_quotations
from quotes.model import Sentence
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences

PIECES = st.lists(
    st.sampled_from(
        [*".!?…\"“”’') (", " Mr.", "U.S. ", " Lee", " said", " go", "\n\n", ". A", "... ", ".b", "1.5"]
    ),
    max_size=50,
).map("".join)


def sentences(text: str) -> tuple[Sentence, ...]:
    paragraphs = find_paragraphs(text)
    return find_sentences(text, paragraphs, find_quotations(text, paragraphs))


def with_bars(text: str) -> str:
    return " | ".join(text[sentence.start : sentence.end] for sentence in sentences(text))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Lee left. | Roe stayed! | Why? | Nobody knows… | It rained.", id="stops"),
        pytest.param("Lee left.", id="one"),
        pytest.param("Lee left with no stop at all", id="no stop"),
        pytest.param("Is it so?! | It is.", id="two stops"),
        pytest.param("Lee left (with Roe.) | It rained.", id="a bracket after the stop"),
        pytest.param("Lee left. | (Roe stayed.) | It rained.", id="a sentence in brackets"),
        pytest.param(
            "“Why?” I asked. | “Go!” I told them.", id="I is a capital and begins no sentence there"
        ),
        pytest.param("“Why?” | I asked him to go.", id="but here it does"),
        pytest.param("Lee left. | 27 people stayed.", id="a figure begins one"),
        pytest.param("Lee left. | “We stay,” said Roe.", id="a mark begins one"),
        pytest.param("Lee left. | Éva stayed.", id="a capital beyond ASCII"),
        pytest.param("Lee paid $3.5 million for it.", id="decimal"),
        pytest.param("See example.org for more of it.", id="an address"),
        pytest.param("Lee left ... and came back.", id="ellipsis within"),
        pytest.param("Lee left ... | Roe stayed.", id="ellipsis at the end"),
        pytest.param("Lee left . . . and came back.", id="spaced ellipsis"),
        pytest.param("Jolly! magazine said so.", id="a mark in a name"),
    ],
)
def test_stops(marked: str) -> None:
    assert with_bars(marked.replace(" | ", " ")) == marked


def test_a_lost_space_ends_a_sentence() -> None:
    assert with_bars("It fell in the night.Roe saw it.") == "It fell in the night. | Roe saw it."


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Mr. Lee met Dr. Roe, Gov. Poe and Sens. Coe and Doe.", id="titles"),
        pytest.param("Gen. J. K. Lee met St. Mary's Rev. Q. Roe.", id="initials and titles"),
        pytest.param("The U.S. Senate met at 5 p.m. Monday.", id="before a name"),
        pytest.param("Lee said the U.S. “clearly” needed a plan.", id="before a mark and a small letter"),
        pytest.param("Lee left the U.S. | She went to Rome.", id="before a word that begins sentences"),
        pytest.param("They met at 5 p.m. | The town slept.", id="an hour at the end"),
        pytest.param("Lee works at Acme Inc. in Rome.", id="a firm, small letter after"),
        pytest.param("Lee works at Acme Inc. | It makes bells.", id="a firm at the end"),
        pytest.param("Acme Inc. Chairman Lee left.", id="a firm before a title"),
        pytest.param("Lee Jr. went to Springfield, Ill. | He came back.", id="states"),
        pytest.param("It is No. 5 on Jan. 3, see p. 7.", id="before figures"),
        pytest.param("Lee said no. | Roe said yes.", id="no, the word"),
        pytest.param("She has a Ph.D. in law.", id="degrees"),
        pytest.param("The S.&P. 500 fell.", id="an ampersand"),
        pytest.param("Rep. Lee (D-N.Y.) left.", id="party and state"),
        pytest.param("MARROW BAY, Pa. — The mayor left.", id="dateline with a dash"),
        pytest.param("MARROW BAY, N.H. (AP) — The mayor left.", id="dateline with an agency"),
        pytest.param("Lee v. Roe was heard, i.e. it was read, etc. by noon.", id="small letters"),
        pytest.param("Lee left the U.S. | “We stay,” said Roe.", id="before a mark"),
    ],
)
def test_abbreviations(marked: str) -> None:
    assert with_bars(marked.replace(" | ", " ")) == marked


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("“Why?” she asked. | Nobody knew.", id="small letter after the mark"),
        pytest.param("“Go!” Mr. Lee said. | They went.", id="a name and a verb"),
        pytest.param("“Go!” the mayor of Marrow Bay shouted.", id="a phrase and a verb"),
        pytest.param("“Go!” said Lee. | They went.", id="a verb and a name"),
        pytest.param("“Is it so?” Ann Lee, a plumber, asked on Monday.", id="an aside before the verb"),
        pytest.param("“Go!” | Lee walked away.", id="a verb that reports nothing"),
        pytest.param("“Go!” | He said it twice.", id="a pronoun in capitals"),
        pytest.param("“We go.” | Then he left.", id="no tag"),
        pytest.param("“We go.” Lee said. | They went.", id="a full stop for a comma"),
        pytest.param("“We go.” | Lee said the bridge was closed.", id="an indirect quote after it"),
        pytest.param("“A is. B is,” he said. | “C is. D is.”", id="sentences within a passage"),
        pytest.param("Lee said: “A is. B is.” | Roe left.", id="the tag first"),
        pytest.param("Lee said, “A is. B is,” and left.", id="a passage within a sentence"),
        pytest.param("He called it “odd.” | She called it “Mr. Roe’s day.”", id="ends with a passage"),
        pytest.param("‘It’s so. It is,’ he said. | ‘Is it?’ she asked.", id="single marks"),
        pytest.param("“He said ‘Go. Now.’ and left,” she said.", id="nested"),
        pytest.param("Lee left “the end of it. | Roe stayed. | It rained.", id="a mark that nothing closes"),
        pytest.param("“A is. B is, he said. | “No,” she said.", id="a lost mark before a tag"),
    ],
)
def test_quotations(marked: str) -> None:
    assert with_bars(marked.replace(" | ", " ")) == marked


def test_sentences_end_with_their_paragraphs() -> None:
    text = "“We go. We stay.\n\n“We win,” Lee said. She left."
    assert [(text[s.start : s.end], s.paragraph) for s in sentences(text)] == [
        ("“We go. We stay.", 0),
        ("“We win,” Lee said.", 1),
        ("She left.", 1),
    ]


@given(st.one_of(st.text(), PIECES))
def test_nothing_is_lost(text: str) -> None:
    paragraphs = find_paragraphs(text)
    found = find_sentences(text, paragraphs, find_quotations(text, paragraphs))
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        for sentence in (sentence for sentence in found if sentence.paragraph == number):
            assert not text[at : sentence.start].strip()
            assert sentence.start < sentence.end
            at = sentence.end
        assert at == paragraph.end
