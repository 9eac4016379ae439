"""Saved pages: what is article, and each of its characters."""

# ruff: noqa: E501 - a case a line
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.readers import read_bytes
from quotes.readers.html import read_html

FIRST = (
    "Easthaven will rebuild its harbour wall by the autumn, the mayor, Petra Lindqvist, said on Tuesday after months "
    "of argument over who should pay for it."
)
LAST = (
    "Work starts in May, and the harbour master, Ole Brandt, says that he expects delays for every boat that uses the "
    "inner basin until the end of August."
)
MIDDLE = (
    "Bram Holt, 61, a skipper, said nobody had asked the fishermen, whose boats lie in the inner basin and cannot "
    "leave it at low water."
)
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Site"}, {"@type": ["NewsArticle"], "headline": "Harbour wall &amp; mayor",
"author": [{"@type": "Person", "name": "Ines Okoro"}, {"name": "Bo Cho"}], "datePublished": "2024-03-05T09:30:00Z",
"publisher": {"name": "The Harbour Gazette"}, "mainEntityOfPage": {"@id": "https://hg.example/wall"}}]}</script>"""


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>The wall | The Beacon</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
        f"<article><h1>The wall</h1><p>{FIRST}</p>\n{body}\n<p>{MIDDLE}</p><p>{LAST}</p></article>"
        "<footer><p>© 2024 The Beacon. All rights reserved.</p></footer></body></html>"
    )


def between(text: str) -> str:
    """Return what was read between the first and the last paragraphs."""
    assert text.startswith(FIRST)
    assert text.endswith(f"{MIDDLE}\n\n{LAST}")
    return text[len(FIRST) : -len(f"{MIDDLE}\n\n{LAST}")].strip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p>“We [the council] paid,” she <em>said</em>.</p>", "“We [the council] paid,” she said.", id="inline"),
        pytest.param("<p>A  wall\n of&nbsp;stone &mdash; and &#8220;mud&#8221;.</p>", "A wall of\u00a0stone — and “mud”.", id="spaces as in a browser"),
        pytest.param("<p>He said: &#147;No.&#148;</p>", "He said: “No.”", id="references to cp1252"),
        pytest.param("<p>She added: <q>It is what it is</q>, and left.</p>", "She added: “It is what it is”, and left.", id="marks of <q>"),
        pytest.param("<p><q>She said <q>no</q> to me</q>, he said.</p>", "“She said ‘no’ to me”, he said.", id="nested <q>"),
        pytest.param("<p><q>“No”</q>, he said.</p>", "“No”, he said.", id="a <q> with marks of its own"),
        pytest.param("<p>“Nobody asked us,”<br>said the skipper.</p>", "“Nobody asked us,” said the skipper.", id="a line break inside a sentence"),
        pytest.param("<p>The first thing.<br><br>The second.</p>", "The first thing.\n\nThe second.", id="breaks between paragraphs"),
        pytest.param("<h2>‘Nobody asked us’</h2>", "## ‘Nobody asked us’", id="a heading"),
        pytest.param("<p><strong>A winter of storms</strong></p>", "## A winter of storms", id="a bold heading"),
        pytest.param("<p>Yes.</p><p>No.</p>", "Yes.\n\nNo.", id="short paragraphs"),
        pytest.param("<ul><li>One thing, she said.</li><li>Another.</li></ul>", "One thing, she said.\n\nAnother.", id="list items"),
        pytest.param("<blockquote><p>The works shall be completed without closing the harbour to any vessel.</p></blockquote>", "> The works shall be completed without closing the harbour to any vessel.", id="a quotation that the body does not repeat"),
        pytest.param("<blockquote><p>nobody had asked the fishermen</p></blockquote>", "", id="a pull-quote"),
        pytest.param("<aside class='pull'><p>“nobody had asked the fishermen”</p><cite>Bram Holt</cite></aside>", "", id="a pull-quote with its source"),
        pytest.param("<div class='pullquote'>nobody had asked the fishermen</div>", "", id="a pull-quote by its class"),
        pytest.param("<figure><img src='a.jpg'><figcaption>The wall on Monday, as seen from the sea by the crew of a boat.</figcaption></figure>", "", id="a caption"),
        pytest.param("<p class='wp-caption-text'>The wall on Monday, as seen from the sea by the crew.</p>", "", id="a caption by its class"),
        pytest.param("<div class='related-links'><h3>Related</h3><p><a href='#'>Storm takes the roof off a chapel in Easthaven</a></p></div>", "", id="a related box"),
        pytest.param("<p><a href='#'>READ MORE: Storm takes the roof off a chapel</a></p>", "", id="a related line"),
        pytest.param("<div class='newsletter'><p>Sign up for our newsletter and get the news first, every day.</p></div>", "", id="a newsletter"),
        pytest.param("<p>Advertisement</p>", "", id="an advert"),
        pytest.param("<script>var x = 'No, he said.'</script><style>p {}</style>", "", id="scripts"),
        pytest.param("<p style='display: none'>A hidden line of words, he said.</p>", "", id="hidden text"),
        pytest.param("<p>One <!-- two -->three.</p>", "One three.", id="comments"),
    ],
)  # fmt: skip
def test_body(body: str, text: str) -> None:
    assert between(read_html(page(body)).text) == text


def test_facts_of_json_ld() -> None:
    article = read_html(page("<time datetime='2024-03-05'>Tuesday 5 March 2024</time>", JSON_LD))
    assert between(article.text) == ""
    assert (article.title, article.author) == ("Harbour wall & mayor", "Ines Okoro and Bo Cho")
    assert (article.date, article.date_printed) == ("2024-03-05", "Tuesday 5 March 2024")
    assert (article.outlet, article.url) == ("The Harbour Gazette", "https://hg.example/wall")


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        pytest.param("<meta property='og:title' content='A wall'>", {"title": "A wall"}, id="OpenGraph title"),
        pytest.param("", {"title": "The wall"}, id="else the h1"),
        pytest.param("<meta property='og:site_name' content='The Beacon'>", {"outlet": "The Beacon"}, id="site name"),
        pytest.param("<meta name='author' content='By Ann Lee'>", {"author": "Ann Lee"}, id="author"),
        pytest.param("<meta property='article:author' content='https://x.example/ann'>", {"author": None}, id="an address is no author"),
        pytest.param("<meta property='article:published_time' content='2024-03-05T09:30Z'>", {"date": "2024-03-05", "date_printed": "2024-03-05T09:30Z"}, id="date"),
        pytest.param("<!-- saved from url=(0022)https://b.example/wall -->", {"url": "https://b.example/wall", "outlet": "b.example"}, id="what a browser writes into a page that it saves"),
        pytest.param("<!--\n Page saved with SingleFile \n url: https://b.example/wall \n saved date: Mon Mar 02 2026\n-->", {"url": "https://b.example/wall"}, id="what SingleFile writes"),
        pytest.param("<link rel='canonical' href='https://b.example/wall'>", {"url": "https://b.example/wall", "outlet": "b.example"}, id="canonical address"),
        pytest.param("<script type='application/ld+json'>{oops</script>", {"title": "The wall"}, id="broken JSON-LD"),
        pytest.param("<script type='application/ld+json'>[1, null, {\"@type\": 7}]</script>", {"title": "The wall"}, id="odd JSON-LD"),
    ],
)  # fmt: skip
def test_facts(head: str, facts: dict[str, str | None]) -> None:
    article = read_html(page("", head))
    assert {name: getattr(article, name) for name in facts} == facts


def test_a_byline_in_the_page() -> None:
    article = read_html(
        page("<p class='byline'>By <a href='#'>Ann Lee</a></p><p class='dateline'>5 March 2024</p>")
    )
    assert between(article.text) == ""
    assert (article.author, article.date, article.date_printed) == ("Ann Lee", "2024-03-05", "5 March 2024")


def test_a_page_too_short_to_judge() -> None:
    assert (
        read_html("<html><body><h1>The wall</h1><p>“No,” said Holt.</p></body></html>").text
        == "“No,” said Holt."
    )


def test_a_page_that_scripts_build() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "“No,” said Holt."}</script>'
    assert (
        read_html(f"<html><head>{head}</head><body><div id='app'></div></body></html>").text
        == "“No,” said Holt."
    )


@pytest.mark.parametrize(
    ("charset", "used"), [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("koi8-r", "koi8-r")]
)  # fmt: skip
def test_the_declared_encoding_is_used(charset: str, used: str) -> None:
    source = (
        page("<p>“Café” — he said.</p>") if used == "cp1252" else page("<p>Said Жук.</p>").replace("© ", "")
    )
    data = source.replace("utf-8", charset).encode(used)
    (article,) = read_bytes(data, name="wall.html")
    assert article.encoding == used
    assert between(article.text) == ("“Café” — he said." if used == "cp1252" else "Said Жук.")


TAGS = st.sampled_from(
    "<p> </p> <q> </q> <br> <li> <b> </b> <div> </div> <blockquote> <aside> <h2> </h2> <!-- --> <pre> &amp; <a> “No” he"
    " <table> <tr> <td> <script> <svg> </svg> <title> <body> </html> <form> said. <p".split(" ")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=5)), max_size=25))
def test_any_page_is_read(parts: list[str]) -> None:
    read_html("<html>" + "".join(parts))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text("abcé’“”–[],; \u00a0", min_size=1, max_size=30)
        .map(str.strip)
        .filter(lambda word: word and "  " not in word),
        min_size=1,
        max_size=5,
    )
)
def test_every_character_is_kept(words: list[str]) -> None:
    body = [f"Then, on that long day, the mayor {word} said so to all of them, twice." for word in words]
    text = read_html(page("".join(f"<p>{line}</p>" for line in body))).text
    assert between(text) == "\n\n".join(body)
