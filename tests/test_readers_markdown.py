"""Markdown: rendered to its words, front matter and footers told from the text."""

# ruff: noqa: E501 - a case a line
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.readers.markdown import looks_like_markdown, read_markdown

FIRST = "Easthaven will rebuild its harbour wall by the autumn, the mayor, Petra Lindqvist, said on Tuesday."
SECOND = "Bram Holt, 61, a skipper, said nobody had asked the fishermen, whose boats lie in the inner basin."

CLIPPED = f"""

# Harbour Wall To Be Rebuilt

By [Ines Okoro for EPN](#)

March 5, 2024



The mayor at the wall. **Tom Reed / Easthaven News Agency**

{FIRST}

**Related article:** [Storm Takes Roof off Chapel](#)

“We will not wait,” she [told](https://x.example) *reporters*.

### **'Nobody asked us'**

{SECOND}

Original url:

<https://www.harbourgazette.example/2024/03/05/wall-a7>"""


def test_a_clipped_page() -> None:
    article = read_markdown(CLIPPED)
    assert article.text == "\n\n".join(
        (FIRST, "“We will not wait,” she told reporters.", "## 'Nobody asked us'", SECOND)
    )
    assert (article.title, article.author) == ("Harbour Wall To Be Rebuilt", "Ines Okoro for EPN")
    assert (article.date, article.date_printed) == ("2024-03-05", "March 5, 2024")
    assert article.url == "https://www.harbourgazette.example/2024/03/05/wall-a7"
    assert article.outlet == "harbourgazette.example"


@pytest.mark.parametrize(
    ("front", "facts"),
    [
        pytest.param(
            'title: "The wall: a story"\nauthor: Ann Lee\ndate: 2024-03-05\noutlet: The Beacon\nurl: https://b.example/1',
            {"title": "The wall: a story", "author": "Ann Lee", "date": "2024-03-05", "outlet": "The Beacon",
             "url": "https://b.example/1"},
            id="plain keys",
        ),
        pytest.param("authors:\n  - Ann Lee\n  - Bo Cho", {"author": "Ann Lee and Bo Cho"}, id="a list of names"),
        pytest.param("authors: [Ann Lee, 'Bo Cho']", {"author": "Ann Lee and Bo Cho"}, id="a list on one line"),
        pytest.param("title: 'Mayor: it''s safe'", {"title": "Mayor: it's safe"}, id="a doubled mark"),
        pytest.param("layout: post\ntitle: The wall", {"title": "The wall"}, id="keys of no meaning here"),
    ],
)  # fmt: skip
def test_front_matter(front: str, facts: dict[str, str]) -> None:
    article = read_markdown(f"---\n{front}\n---\n\n# The wall\n\n{FIRST}\n\n{SECOND}\n")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert {name: getattr(article, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("He *said* **no** to `it`.", "He said no to it.", id="emphasis goes, words stay"),
        pytest.param("We [the council] paid.", "We [the council] paid.", id="brackets are no link"),
        pytest.param("[Laughs]: No.", "[Laughs]: No.", id="an aside is no reference"),
        pytest.param("The [wall][1] fell.\n\n[1]: https://x.example", "The wall fell.", id="a reference is one"),
        pytest.param("The f**king wall and the s**t sea.", "The f**king wall and the s**t sea.", id="censored words"),
        pytest.param("He said <inaudible> twice.", "He said <inaudible> twice.", id="a note like a tag"),
        pytest.param("<inaudible> he said twice.", "<inaudible> he said twice.", id="the same in front"),
        pytest.param("He <b>did</b> say.<br>It was so.", "He did say.\n\nIt was so.", id="HTML in a line"),
        pytest.param("Salt &amp; sea \\[sic\\].", "Salt & sea [sic].", id="escapes"),
        pytest.param("“A\u00a0wall – 5 * 3 m — isn’t.”", "“A\u00a0wall – 5 * 3 m — isn’t.”", id="other characters"),
        pytest.param("1986. A great year.", "1986. A great year.", id="a year is no list number"),
        pytest.param("- One thing.\n- Another.", "One thing.\n\nAnother.", id="items are paragraphs"),
        pytest.param("1. One thing.\n2. Another.", "1. One thing.\n\n2. Another.", id="numbers are words"),
        pytest.param("    An indented line of speech.", "An indented line of speech.", id="an indent is no code"),
        pytest.param("The wall fell.\n---\nIt rose.", "The wall fell.\n\nIt rose.", id="a rule under a sentence"),
        pytest.param("<!-- a note -->\n\nThe wall fell.", "The wall fell.", id="comments go"),
        pytest.param("The wall fell.\n\n<!-- and then", "The wall fell.\n\n<!-- and then", id="an open comment stays"),
        pytest.param("Yes.\n\n![alt](wall.jpg)\n\nNo.", "Yes.\n\nNo.", id="pictures go"),
        pytest.param("**Q: Why now?**\n\nStorms.", "Q: Why now?\n\nStorms.", id="a bold question is no subhead"),
        pytest.param(
            "**Why?**\n\nA.\n\n**Who?**\n\nB.\n\n**You paid.**\n\nC.\n\n**When?**\n\nD.",
            "**Why?**\n\nA.\n\n**Who?**\n\nB.\n\n**You paid.**\n\nC.\n\n**When?**\n\nD.",
            id="bold type stays where it alone says who asks",
        ),
        pytest.param("A.\n\n**What went wrong**\n\nB.", "A.\n\n## What went wrong\n\nB.", id="a bold line is one"),
        pytest.param("A.\n\nWhat now\n--------\n\nB.", "A.\n\n## What now\n\nB.", id="an underlined heading"),
        pytest.param("A.\n\n> The works shall end.\n\nB.", "A.\n\n> The works shall end.\n\nB.", id="a quotation"),
        pytest.param("A.\n\n|a|b|\n|-|-|\n|c|d|", "A.\n\na | b\n\nc | d", id="rows of a table"),
        pytest.param("A.\n\n|a|\n|-|\n||\n|c|", "A.\n\na\n\nc", id="a row without words"),
    ],
)  # fmt: skip
def test_words(source: str, text: str) -> None:
    assert read_markdown(f"# T\n\n{FIRST}\n\n{source}\n").text == f"{FIRST}\n\n{text}"


def test_a_pull_quote_counts_once() -> None:
    body = f"{FIRST}\n\n“We will not wait for another winter,” she said."
    assert read_markdown(f"# T\n\n{body}\n\n> “We will not wait for another winter”\n").text == body


def test_lines_without_blank_lines_are_paragraphs() -> None:
    article = read_markdown(f"# T\n{FIRST}\n“No,” said [Holt](#).\n{SECOND}\n")
    assert article.text == f"{FIRST}\n\n“No,” said Holt.\n\n{SECOND}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# The wall", True),
        ("A [link](https://x.example) here.", True),
        ("**Bold** words.", True),
        ("---\ntitle: The wall\n---\nText.", True),
        ("We [the council] (all of us) will pay.", False),
        ("It is #1 and 5 ** 2 * 3.", False),
        ("The f**king wall and the s**t sea.", False),
        ("---\nText between rules.\n---", False),
        ("- A dash\n- in a letter", False),
    ],
)
def test_looks_like_markdown(text: str, expected: bool) -> None:
    assert looks_like_markdown(text) is expected


@given(st.text("ab.*_`[]()<>!#-+&\\|~\n “”:/"))
def test_any_text_is_read(text: str) -> None:
    read_markdown(text)


@given(st.lists(st.text("abc’“”–[](),; \u00a0", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_character_that_is_no_mark_up_is_kept(words: list[str]) -> None:
    body = [
        f"Then the mayor {word.strip()} said so to all of them, twice." for word in words if "](" not in word
    ]
    assert read_markdown("\n\n".join(["# T", *body])).text == "\n\n".join(body)


def test_a_blank_line_inside_a_paragraph_is_no_paragraph() -> None:
    assert read_markdown(f"# T\n\n{FIRST}\\\n\u00a0\\\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        pytest.param("*The wall in January, as seen from the quay.*", False, id="italics below a picture"),
        pytest.param("The wall in January. (Supplied: Kira Holt)", False, id="a credit in brackets"),
        pytest.param(
            "*Hours later* the wall fell, the coastguard said.", True, id="a sentence with italics in it"
        ),
        pytest.param("The wall fell on Tuesday, the coastguard said.", True, id="a paragraph"),
    ],
)
def test_below_a_picture(below: str, kept: bool) -> None:
    text = read_markdown(f"# The wall\n\n![The wall](wall.jpg)\n\n{below}\n\n{FIRST}\n\n{SECOND}").text
    assert text.endswith(f"{FIRST}\n\n{SECOND}")
    assert (text != f"{FIRST}\n\n{SECOND}") == kept


def test_italics_without_a_picture_stay() -> None:
    assert (
        "Nobody knows why." in read_markdown(f"# The wall\n\n{FIRST}\n\n*Nobody knows why.*\n\n{SECOND}").text
    )
