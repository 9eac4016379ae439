"""Where paragraphs end and which of them are prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Block
from quotes.paragraphs import find_paragraphs

PROSE = "The council of Marrow Bay voted on Tuesday to close the old bridge for good."
MORE = "It had stood there for ninety years, and few in the town had asked for the vote."
ALPHABET = st.sampled_from([*"aB .:\n\t\r#-“”\"'*1", "By ", "Q: ", "ANN: ", "\n\n", "\u2028", "Photo: "])


def blocks(text: str) -> list[str]:
    return [text[paragraph.start : paragraph.end] for paragraph in find_paragraphs(text)]


def kind_of(line: str, *, before: str = PROSE, after: str = MORE) -> Block:
    """Return the kind of `line` between two paragraphs of prose."""
    return find_paragraphs(f"{before}\n\n{line}\n\n{after}")[1].kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="blank lines"),
        pytest.param("One is.\nTwo is.\nThree is.", ["One is.", "Two is.", "Three is."], id="one a line"),
        pytest.param("One.\n\n\n  \nTwo.\nThree.", ["One.", "Two.", "Three."], id="both at once"),
        pytest.param("  One.  \r\n\r\n\tTwo.\r\n", ["One.", "Two."], id="white space is outside"),
        pytest.param(
            "“We left.\nIt was cold,” Lee said.\nRoe stayed.",
            ["“We left.\nIt was cold,” Lee said.", "Roe stayed."],
            id="a quotation runs over lines",
        ),
        pytest.param(
            '"We left.\nIt was cold.\nIt rained," Lee said. "We\nwent back."\nRoe stayed.',
            ['"We left.\nIt was cold.\nIt rained," Lee said. "We\nwent back."', "Roe stayed."],
            id="and so does the next one",
        ),
        pytest.param(
            "“We left.\n“It was cold,” Lee said.",
            ["“We left.", "“It was cold,” Lee said."],
            id="a mark on each: they are paragraphs",
        ),
        pytest.param(
            '"We left, Lee said.\nRoe called it "cold".',
            ['"We left, Lee said.', 'Roe called it "cold".'],
            id="a stray mark joins nothing",
        ),
        pytest.param(
            "“We left.\n\nIt was cold,” Lee said.",
            ["“We left.", "It was cold,” Lee said."],
            id="nor does a quotation over a blank line",
        ),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n", [], id="nothing but white space"),
        pytest.param(
            "The bridge is old and it has\nbeen closed for many a year\nby now.\n\nNobody goes there.",
            ["The bridge is old and it has\nbeen closed for many a year\nby now.", "Nobody goes there."],
            id="hard-wrapped, with blank lines",
        ),
        pytest.param(
            "   The bridge is old and has been\nclosed for many a year by now, it is.\n"
            "   Nobody ever goes there now but\nfor the two who paint it.",
            [
                "The bridge is old and has been\nclosed for many a year by now, it is.",
                "Nobody ever goes there now but\nfor the two who paint it.",
            ],
            id="hard-wrapped, with indents",
        ),
        pytest.param(
            "The bridge is old and it has\nbeen closed.\nNobody goes there but the ones\nwho paint it.",
            ["The bridge is old and it has\nbeen closed.", "Nobody goes there but the ones\nwho paint it."],
            id="hard-wrapped, with short last lines",
        ),
        pytest.param(
            "Floods in Ost\n\nThe dam broke at dawn.\nNobody was hurt.\n\n"
            '"We ran.\nWe all ran," said Lee.\n\nIt rains.',
            [
                "Floods in Ost",
                "The dam broke at dawn.\nNobody was hurt.",
                '"We ran.\nWe all ran," said Lee.',
                "It rains.",
            ],
            id="a sentence on each line, and blank lines between the paragraphs",
        ),
        pytest.param(
            "Floods in Ost\n\nBy Ann Lee\n\nThe dam broke at dawn.\nNobody was hurt.\nLee ran.\nIt rains.",
            [
                "Floods in Ost",
                "By Ann Lee",
                "The dam broke at dawn.",
                "Nobody was hurt.",
                "Lee ran.",
                "It rains.",
            ],
            id="blank lines here and there, but none in the body",
        ),
        pytest.param(
            "- milk\n- eggs\n- bread", ["- milk", "- eggs", "- bread"], id="a list is not hard-wrapped"
        ),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("## A bridge too old", "heading", id="Markdown subhead"),
        pytest.param("### **‘We are afraid’**", "heading", id="a quotation as a subhead"),
        pytest.param("A bridge too old", "heading", id="a short line that is no sentence"),
        pytest.param("‘We are afraid’", "heading", id="the same in marks"),
        pytest.param("“We are afraid,” Lee said.", "body", id="a quotation"),
        pytest.param("– milk and eggs", "body", id="a list item"),
        pytest.param("She left.", "body", id="a short sentence"),
        pytest.param("By Ann Lee", "furniture", id="byline"),
        pytest.param("By Ann Lee and Bob Roe, Marrow Bay Herald", "furniture", id="byline of two"),
        pytest.param("By [Ann Lee for the Herald](#)", "furniture", id="byline with a link"),
        pytest.param("By noon the bridge was closed.", "body", id="a sentence that begins with by"),
        pytest.param("From Mayor Lee:", "body", id="a tag line of a press release"),
        pytest.param("August 16, 2031", "furniture", id="date"),
        pytest.param("Published 4 March 2031 at 10:15 GMT", "furniture", id="date of publication"),
        pytest.param("March 4 was when the bridge was closed.", "body", id="a sentence with a date"),
        pytest.param("**Related article:** [Bridge to stay closed](#)", "furniture", id="related article"),
        pytest.param("Read more: Why the bridge matters", "furniture", id="read more"),
        pytest.param("Read the vote as a warning, the mayor told the council.", "body", id="read, as a verb"),
        pytest.param("RELATED: The bridge in pictures", "furniture", id="capitals"),
        pytest.param("Sign up for our morning newsletter.", "furniture", id="newsletter"),
        pytest.param("Share this", "furniture", id="buttons"),
        pytest.param("Advertisement", "furniture", id="advert"),
        pytest.param("(Reporting by Ann Lee; Editing by Bob Roe)", "furniture", id="agency credits"),
        pytest.param("Ann Lee contributed to this report.", "furniture", id="thanks"),
        pytest.param("Lee contributed $500 to the bridge fund.", "body", id="contributed, otherwise"),
        pytest.param("© 2031 Marrow Bay Herald. All rights reserved.", "furniture", id="copyright"),
        pytest.param("Original url:", "furniture", id="footer"),
        pytest.param("<https://example.org/2031/bridge>", "furniture", id="address"),
        pytest.param("* * *", "furniture", id="rule"),
        pytest.param("The bridge at dawn. (Photo by Ann Lee)", "furniture", id="caption, credit in brackets"),
        pytest.param(
            "The bridge. **Ann Lee / Herald Pictures**", "furniture", id="caption, credit with slash"
        ),
        pytest.param("The bridge at dawn | Getty Images", "furniture", id="caption, agency"),
        pytest.param("JUDGE: Where were you that night?", "turn", id="a speaker in capitals"),
        pytest.param("UPDATE: The bridge is open again.", "body", id="capitals that name nobody"),
        pytest.param("Note: The bridge is open again.", "body", id="a label that names nobody"),
        pytest.param("Smith: I was at home.", "body", id="one label in small letters is too little"),
    ],
)
def test_kind(line: str, kind: Block) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        pytest.param("Town Votes To Close Its Bridge", "heading", id="Title Case"),
        pytest.param(
            "Town Votes To Close Its Bridge.", "heading", id="Title Case, and a stop for the corpus"
        ),
        pytest.param("Town votes to close its old bridge", "heading", id="no final stop"),
        pytest.param("Town votes to close its old bridge.", "body", id="a sentence: in doubt, body"),
        pytest.param("“We go,” Lee said", "heading", id="a headline with a quotation"),
        pytest.param("MARROW BAY: The council voted on Tuesday.", "body", id="a dateline is no turn"),
    ],
)
def test_first_paragraph(first: str, kind: Block) -> None:
    assert find_paragraphs(f"{first}\n\n{PROSE}\n\n{MORE}")[0].kind == kind


def test_a_text_of_one_line_is_no_headline() -> None:
    assert find_paragraphs("Lee said no")[0].kind == "body"


def test_a_name_below_a_quotation_is_no_subhead() -> None:
    quoted = "“The bridge is the last of its kind on this coast, and it should stay where it is.”"
    assert kind_of("Ann Lee, mayor", before=quoted) == "body"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Q: Why now?\n\nA: Because it fell.", id="question and answer"),
        pytest.param("Q. Why now?\n\nA. It fell.", id="with full stops"),
        pytest.param("Lee: Why now?\nRoe: It fell.\nLee: I see.", id="a name that comes back"),
        pytest.param("Ann Lee: Why now?\n\nBob Roe: It fell.", id="two full names"),
        pytest.param("LEE: Why now?\n\nROE: It fell.", id="two in capitals"),
        pytest.param("LEE (North Marrow): Why now?\n\nROE (the chair): It fell.", id="with brackets"),
        pytest.param("LEE, Ann: Why now?\n\nROE, Sir Bo (chair): It fell.\n\nLEE: Oh.", id="surname first"),
        pytest.param("**Herald:** Why now?\n\n**Ann Lee:** It fell.\n\n**Herald:** Oh.", id="in bold type"),
    ],
)
def test_turns(text: str) -> None:
    assert {paragraph.kind for paragraph in find_paragraphs(text)} == {"turn"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "The Long Way Home: It rained.\n\nPeace At Last: It stopped.", {"body"}, id="headings that run on"
        ),
        pytest.param(
            "The Judge: Why now?\n\nAnn Lee: It fell.\n\nThe Judge: Oh.",
            {"turn"},
            id="an office that comes back",
        ),
    ],
)
def test_labels_that_open_as_no_name_does(text: str, kinds: set[Block]) -> None:
    assert {paragraph.kind for paragraph in find_paragraphs(text)} == kinds


@given(st.one_of(st.text(), st.lists(ALPHABET, max_size=60).map("".join)))
def test_paragraphs_are_the_text_but_for_white_space(text: str) -> None:
    paragraphs = find_paragraphs(text)
    at = 0
    for paragraph in paragraphs:
        assert not text[at : paragraph.start].strip()
        assert text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end] != ""
        at = paragraph.end
    assert not text[at:].strip()
