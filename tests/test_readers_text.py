"""Plain text: its lines, its headline and byline, and what is not part of it."""

# ruff: noqa: E501 - a case a line
from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Article
from quotes.readers.text import read_text

FIRST = (
    "Easthaven will rebuild its harbour wall by the autumn, the mayor, Petra Lindqvist, said on Tuesday "
    "after months of argument over who should pay for it."
)
SECOND = (
    "“We [the council] will not wait for another winter,” she told reporters at the well-known chapel. "
    "“The sea – and it is a patient sea – won’t wait either.”"
)
THIRD = (
    "Bram Holt, 61, a skipper, said nobody had asked the fishermen, whose boats lie in the inner basin "
    "and cannot leave it at low water."
)
BODY = (FIRST, SECOND, THIRD)
TEXT = "\n\n".join(BODY)


def wrapped(width: int, between: str = "\n\n", indent: str = "") -> str:
    return between.join(textwrap.fill(part, width, initial_indent=indent) for part in BODY)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(TEXT, id="blank lines between paragraphs"),
        pytest.param("\n".join(BODY), id="one paragraph a line"),
        pytest.param("\r\n\r\n".join(BODY) + "\r\n", id="line ends of Windows"),
        pytest.param("\u2029".join(BODY), id="paragraph separators"),
        pytest.param(" \n\n\n\t\n\n ".join(BODY), id="blank lines with spaces in them"),
        pytest.param(wrapped(70), id="wrapped at 70 columns"),
        pytest.param(wrapped(45), id="wrapped narrowly"),
        pytest.param(wrapped(72, between="\n", indent="    "), id="wrapped, paragraphs told by indents"),
        pytest.param(wrapped(72, between="\n"), id="wrapped, paragraphs told by short lines"),
        pytest.param(textwrap.indent(wrapped(64), "  "), id="wrapped and indented"),
    ],
)
def test_paragraphs_come_out_whole(source: str) -> None:
    assert read_text(source).text == TEXT


@pytest.mark.parametrize("width", range(40, 110, 7))
def test_unwrapping_undoes_any_usual_width(width: int) -> None:
    assert read_text(wrapped(width)).text == TEXT


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Q: Why now?\nA: Because of the storms.", None, id="an interview keeps its lines"),
        pytest.param("HOLT: Nobody asked us.\nLINDQVIST: We wrote to you.", None, id="so does a transcript"),
        pytest.param(
            "He gave three reasons:\n- the cost,\n- the time,\n- the weather.",
            None,
            id="list items keep theirs",
        ),
        pytest.param(
            FIRST + "  Two spaces\u00a0stay.", FIRST + "  Two spaces\u00a0stay.", id="spaces inside lines"
        ),
    ],
)
def test_lines_that_stay_lines(source: str, expected: str | None) -> None:
    assert read_text(source).text == (expected or source.replace("\n", "\n\n"))


FULL = f"""Harbour wall to be rebuilt, mayor says

By Ines Okoro, Staff Writer
The Harbour Gazette
Published: 5 March 2024, 9:30 a.m.
Updated: 6 March 2024

Share this article
{FIRST}

Related: Storm takes the roof off a chapel

{SECOND}

‘Nobody asked us’

{THIRD}

Sign up for our newsletter

https://www.harbourgazette.example/news/wall
© 2024 The Harbour Gazette. All rights reserved.
"""


def test_everything_around_the_text_is_told_from_it() -> None:
    article = read_text(FULL)
    assert article.text == "\n\n".join((FIRST, SECOND, "## ‘Nobody asked us’", THIRD))
    assert article == Article(
        text=article.text,
        title="Harbour wall to be rebuilt, mayor says",
        author="Ines Okoro",
        date="2024-03-05",
        date_printed="5 March 2024, 9:30 a.m.",
        outlet="The Harbour Gazette",
        url="https://www.harbourgazette.example/news/wall",
    )


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        pytest.param("Wall to be rebuilt\nBy Ann Lee", {"title": "Wall to be rebuilt", "author": "Ann Lee"}, id="two lines"),
        pytest.param("Wall to be rebuilt\n\nAnn Lee\n5 March 2024", {"author": "Ann Lee"}, id="a bare name over the date"),
        pytest.param("POLITICS\n\nWall to be rebuilt", {"title": "Wall to be rebuilt"}, id="a section above the title"),
        pytest.param("Mayor: “No delay”", {"title": "Mayor: “No delay”"}, id="a quotation as title"),
        pytest.param("Will the wall hold?\n\nBy Ann Lee", {"author": "Ann Lee"}, id="a question stays where it is"),
        pytest.param("Title: The wall\nAuthor: Ann Lee\nDate: 2024-03-05\nOutlet: The Beacon", {
            "title": "The wall", "author": "Ann Lee", "date": "2024-03-05", "outlet": "The Beacon"}, id="keyed lines"),
        pytest.param("The wall\nURL: https://beacon.example/a?b=1", {
            "url": "https://beacon.example/a?b=1", "outlet": "beacon.example"}, id="outlet from the host"),
        pytest.param("The wall\nhttps://www.beacon.example/2024/03/05/wall", {
            "date": "2024-03-05", "date_printed": None}, id="date from the address"),
        pytest.param("The wall\nPublished 5 Mar 2024 | Updated 7 Mar 2024", {"date": "2024-03-05"}, id="published wins"),
        pytest.param("The wall\nUpdated 7 Mar 2024\nPublished 5 Mar 2024", {"date": "2024-03-05"}, id="in any order"),
        pytest.param("The wall\nLast updated on 7 Mar 2024", {"date": "2024-03-07"}, id="updated is better than none"),
        pytest.param("The wall\nAnn Lee at Town Quay\n5 March 2024", {"author": "Ann Lee"}, id="a name with its place"),
        pytest.param("The wall\nAnn Lee and Bo Cho\n5 March 2024", {"author": "Ann Lee and Bo Cho"}, id="two names"),
        pytest.param("The wall\nAnn Lee, Courts Correspondent", {"author": "Ann Lee"}, id="a name with its job"),
        pytest.param("The wall that the council built in a week fell on Monday in the rain, twice\nBy our science correspondent", {"title": "The wall that the council built in a week fell on Monday in the rain, twice", "author": "By our science correspondent"}, id="a job alone below a long headline"),
        pytest.param("The wall\nBy Ann Lee, Local Democracy Reporter", {"author": "Ann Lee", "outlet": None}, id="a job that sounds like a paper"),
        pytest.param("The wall\nStaff Reporter", {"author": "Staff Reporter", "outlet": None}, id="a job alone that does"),
        pytest.param("The wall\nOur Special Correspondent", {"author": "Our Special Correspondent"}, id="a job alone"),
        pytest.param("The wall\nInterview by Ann Lee", {"author": "Ann Lee"}, id="interview by"),
        pytest.param("THE WALL\n\nFOR IMMEDIATE RELEASE\n\nMay 12, 2022", {
            "author": None, "date": "2022-05-12", "title": "THE WALL"}, id="a press release has no author"),
        pytest.param("The wall\nEasthaven, July 30, 2023, Updated 10:42 pm IST", {
            "date": "2023-07-30", "date_printed": "July 30, 2023"}, id="a place before the date"),
        pytest.param("The wall\nPosted Tue 8 Mar 2022 at 6:04am, updated Tue 8 Mar 2022 at 11:31am", {
            "date_printed": "Tue 8 Mar 2022 at 6:04am"}, id="no comma at the end of a date"),
        pytest.param("The wall\n\nEMBARGOED UNTIL 00:01 GMT, WEDNESDAY 12 OCTOBER 2022", {
            "date": "2022-10-12", "title": "The wall"}, id="an embargo"),
        pytest.param("The wall\nTuesday 21 May 2013, 10:02 a.m. (excerpt)", {"date": "2013-05-21"}, id="an excerpt"),
        pytest.param("The wall\nRolling coverage by Ann Lee and Bo Cho", {
            "author": "Ann Lee and Bo Cho"}, id="live coverage"),
        pytest.param("The wall\nThe Port Easthaven Ledger\nhttps://ledger.example/1", {
            "outlet": "The Port Easthaven Ledger"}, id="an outlet's name goes before its host"),
    ],
)  # fmt: skip
def test_head(head: str, facts: dict[str, str | None]) -> None:
    article = read_text(f"{head}\n\n{TEXT}")
    assert article.text.endswith(TEXT)
    assert {name: getattr(article, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("dateline", "facts"),
    [
        ("EASTHAVEN (Reuters) - ", {"outlet": "Reuters", "date": None}),
        (
            "EASTHAVEN, March 5, 2024 (AP) — ",
            {"outlet": "AP", "date": "2024-03-05", "date_printed": "March 5, 2024"},
        ),
        (
            "EASTHAVEN, March 5, 2024 (Harbour Newswire) - ",
            {"outlet": "Harbour Newswire", "date": "2024-03-05"},
        ),
        ("PETRA LINDQVIST (The mayor) - ", {"outlet": None, "date": None}),
        ("EASTHAVEN, March 5 (AFP) – ", {"outlet": "AFP", "date": None, "date_printed": "March 5"}),
    ],
)
def test_a_dateline_tells_and_stays(dateline: str, facts: dict[str, str | None]) -> None:
    article = read_text(dateline + TEXT)
    assert article.text == dateline + TEXT
    assert {name: getattr(article, name) for name in facts} == facts


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Read more: Storm takes the roof off a chapel",
        "READ ALSO: Storm takes the roof off a chapel",
        "Related article: ‘Nobody asked us’, says skipper",
        "More on this story",
        "Share this",
        "Facebook Twitter WhatsApp",
        "Follow us on Twitter",
        "Follow Ines Okoro on Twitter @inesokoro",
        "Sign up for our daily newsletter.",
        "Subscribe to our newsletter to get the news of the harbour first",
        "Copyright 2024 The Harbour Gazette",
        "© The Harbour Gazette",
        "Photo: Tom Reed / Easthaven Press Agency",
        "The wall in January. Photograph: Tom Reed/Reuters",
        "(Photo by Tom Reed)",
        "Tom Reed / Getty Images",
        "The skipper says the bar stays open. (Supplied: Kira Holt)",
        "Neighbours link arms on the quay. (Iona Bray/Northern Light)",
        "Holt at home. Portrait by Ines Vrba for The Beacon",
        "More interviews: ‘Nobody asked me’ — a skipper on forty years at sea",
        "Follow us on social media for more from the quay",
        "Support local news. Subscribe to the Beacon for $1 a week.",
        "The Beacon is funded by its readers. Donate at beacon.example/give",
        "Like this story? Get “Tide Lines,” our weekly letter.",
        'Get the latest: search "Easthaven" on our app',
        "Our Standards: The Beacon Code of Conduct",
        "(With inputs from agencies)",
        "This article was amended on 5 March 2024 to correct a name.",
        "Ann Lee and Bo Cho contributed to this report.",
        "FOR IMMEDIATE RELEASE",
        "Contact: Kira Holt, 555-0100, press@easthaven.example",
        "Key events",
        "Last updated 2 hours ago",
        "Updated at 10.42 GMT",
        "4 min read",
        "12 comments",
        "Tags: harbour, council",
        "###",
        "-30-",
        "* * *",
    ],
)
def test_clutter_is_dropped(line: str) -> None:
    assert read_text(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}").text == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Related to this is the question of who owns the quay, the harbour master said.",
        "“Share this with your neighbours,” the leaflet says.",
        "Follow the money, Holt said, and you will find the council.",
        "Read my lips: no new wall, said Holt.",
        "By then the wall had fallen into the sea.",
        "On March 5, 2024 the wall fell into the sea.",
        "Advertisement revenue paid for the wall, she said.",
        "Copyright was not discussed, she said. Nor was the price.",
        "Photographs of the wall were shown to the council.",
        "“The wall is safe.” (He laughs)",
        "The wall is safe, says Holt (Independent/Harbour).",
        "Support for local news has fallen, the report said.",
        "Residents can donate at the town hall, she said.",
        "“Donate at harbour.example/give,” she told the meeting.",
        "The report was published on Tuesday and corrected on Friday.",
        "Contact with the skipper was lost at 10.42am, the coastguard said.",
        "With reporting from the quay came the first doubts, he said.",
        "“No.” — Bram Holt, skipper",
        '"Yes, and soon." -Mayor Petra Lindqvist',
        "See https://harbour.example for the plans.",
        "1,200.",
        "“Yes.”",
        "No.",
    ],
)
def test_sentences_that_begin_like_clutter_stay(line: str) -> None:
    assert read_text(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{line}\n\n{SECOND}"


def test_what_stands_between_headline_and_body_is_a_heading() -> None:
    text = read_text(f"The wall\n\nA skipper on storms and councils\n\nBy Ann Lee\n\n{TEXT}").text
    assert text == f"## A skipper on storms and councils\n\n{TEXT}"


def test_the_times_of_a_live_blog_are_set_apart() -> None:
    text = read_text(f"The wall live\n\n10.42 {FIRST}\n\n10.15am GMT {SECOND}").text
    assert text == f"## 10.42\n\n{FIRST}\n\n## 10.15am GMT\n\n{SECOND}"


@pytest.mark.parametrize(
    "first",
    ["9.30am Mass was cancelled, the priest said.", "10.42 seconds, the judge said, is no time at all."],
    ids=["one time", "a number"],
)
def test_a_sentence_that_begins_with_a_time_stays(first: str) -> None:
    assert read_text(f"The wall\n\n{first}\n\n{TEXT}").text == f"{first}\n\n{TEXT}"


def test_the_outlet_of_a_copyright_line() -> None:
    assert read_text(f"The wall\n\n{TEXT}\n\n(c) The Harbour Echo").outlet == "The Harbour Echo"
    assert read_text(f"The wall\n\n{TEXT}\n\nCopyright 2024 Ann Lee").outlet is None


def test_an_address_that_another_line_introduces_is_not_the_articles() -> None:
    text = f"{TEXT}\n\nHelp for skippers:\n\nhttps://help.example"
    article = read_text(text)
    assert (article.text, article.url) == (text, None)


@pytest.mark.parametrize(
    ("line", "subhead"),
    [
        pytest.param('The sign reads: "No chips"', False, id="a sign is read out"),
        ("A winter of storms", True),
        ("‘Nobody asked us’", True),
        ("He gave three reasons:", False),
        ("Q: Why now", False),
        ("- the cost", False),
        ("What comes next?", False),
        ("10.42am", True),
        ("10:42 GMT", True),
        ("9 a.m.", True),
        ("10:15 GMT Ferries cancelled", True),
        ('"We will not wait." -Mayor Petra Lindqvist', False),
    ],
)
def test_subheads(line: str, subhead: bool) -> None:
    text = read_text(f"{FIRST}\n\n{line}\n\n{THIRD}").text
    assert (f"## {line}" in text, line in text) == (subhead, True)


SENTENCES = st.lists(
    st.text("abcdeé’“”–—[](),;*_&<>\u00a0 ", min_size=1, max_size=40).filter(str.strip).map(
        lambda words: f"Then, on that long and windy day, the mayor {words.strip()} said so to all of them, twice."
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@given(SENTENCES, st.sampled_from(["\n\n", "\n", "\r\n\r\n"]))
def test_every_character_of_the_body_is_kept(paragraphs: list[str], between: str) -> None:
    assert read_text(between.join(paragraphs)).text == "\n\n".join(paragraphs)


@given(SENTENCES, st.integers(30, 100))
def test_wrapping_costs_no_character_but_space(paragraphs: list[str], width: int) -> None:
    source = "\n\n".join(textwrap.fill(part, width, break_long_words=False) for part in paragraphs)
    article = read_text(source)
    read = (article.title or "") + article.text.replace("## ", "")
    assert "".join(read.split()) == "".join("".join(paragraphs).split())


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_text(text)
