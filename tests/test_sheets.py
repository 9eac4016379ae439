"""Every sheet, read back by another library, gives the quotes that went in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from quotes import sheets
from quotes.model import Article, Quote, Span, Speaker
from quotes.sheets import FORMATS, HEADINGS, Row, SheetError, rows_of
from quotes.sheets.csv import guard, unguard
from quotes.sheets.rows import CONTEXT, FIELDS, by_speaker, cells, context
from quotes.sheets.visible import visible
from quotes.sheets.xlsx import CELL, split

TEXT = """The ferry will stop in May, said Ines Halloran, the harbour master.

“We have no crew,” she said. “None.”
"""


def span(words: str, *, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return start, start + len(words)


ARTICLE = Article(
    text=TEXT,
    title="Ferry to stop",
    author="Tom Abara",
    date="2026-03-02",
    outlet="The Sound",
    url="https://sound.example/ferry?a=1&b=2",
    accessed="2026-03-04T10:00:00",
    id="a1b2c3d4e5f6",
)
INES = Speaker("Ines Halloran", "person", "Ines Halloran", role="harbour master", age=51)
INDIRECT = Quote(
    id="0000aaaa1111",
    article=ARTICLE.id,
    kind="indirect",
    act="said",
    text="The ferry will stop in May",
    content=(span("The ferry will stop in May"),),
    cue=(span("said"),),
    source=(span("Ines Halloran, the harbour master"),),
    speaker=INES,
    paragraph=0,
    rule="said-inverted",
    confidence=0.91,
)
DIRECT = replace(
    INDIRECT,
    id="0000bbbb2222",
    kind="direct",
    text="We have no crew, […] None.",
    content=(span("“We have no crew,”"), span("“None.”")),
    cue=(span("said", after=TEXT.index("she")),),
    speaker=replace(INES, as_printed="she", role=None),
    paragraph=1,
)
UNSURE = replace(
    DIRECT,
    id="0000cccc3333",
    text="None.",
    content=(span("“None.”"),),
    speaker=None,
    candidates=("Ines Halloran", "Ona Brandt"),
    outer="0000bbbb2222",
)


def make_row(quote: str, **fields: Any) -> Row:
    made = rows_of([replace(INDIRECT, text=quote)], {ARTICLE.id: ARTICLE})[0]
    return replace(made, **fields)


def read_csv(data: bytes) -> list[str]:
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [unguard(line["verbatim quote"]) for line in table]


def read_json(data: bytes) -> list[str]:
    return [visible(record["quote"]) for record in json.loads(data)]


def read_xlsx(data: bytes) -> list[str]:
    sheet = load_workbook(io.BytesIO(data))["Quotes"]
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    quote = HEADINGS.index("verbatim quote")
    parts = groupby(lines, key=lambda line: line[0])
    texts = ("".join(str(line[quote] or "") for line in found) for _, found in parts)
    return [text.replace("_x000D_", "\r") for text in texts]  # openpyxl leaves this escape as it is


def read_html(data: bytes) -> list[str]:
    page = lxml_html.fromstring(data)
    return [block.text or "" for block in page.iterfind(".//blockquote")]


def read_md(data: bytes) -> list[str]:
    table = md_tables(data)[0]
    at = table[0].index("verbatim quote")
    return [line[at] for line in table[1:]]


def md_tables(data: bytes) -> list[list[list[str]]]:
    tables: list[list[list[str]]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(data.decode()):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level == 4:
            assert all(child.type == "text" for child in token.children or []), token.content
            tables[-1][-1].append("".join(child.content for child in token.children or []))
    return tables


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "csv": read_csv,
    "json": read_json,
    "xlsx": read_xlsx,
    "html": read_html,
    "md": read_md,
}

HARD = [
    ("=1+1", "a formula"),
    ("-2 degrees", "a minus at the beginning"),
    ("'=1+1", "an apostrophe before a formula"),
    ("''Tis so", "apostrophes before a letter"),
    (" =HYPERLINK(1)", "a formula after a space"),
    ("https://sound.example/" + "x" * 2100, "an address longer than Excel's limit for links"),
    ("a|b \\| c\\", "pipes and backslashes"),
    ("*a* _b_ `c` [d](e) ~~f~~", "Markdown"),
    ("<script>alert('x')</script> &amp; &#33;", "HTML"),
    ("a\nb\r\nc\rd\n\ne", "line breaks of all kinds"),
    ("  two  spaces\t ", "spaces at the ends and inside"),
    ("\N{NO-BREAK SPACE}a\u2028b\u0085c\u200b", "rare spaces"),
    ("😀 “naïve” ’ Łódź 한국 שלום", "letters beyond ASCII"),
    ("_x0041_ _x000A_", "what Excel takes for an escaped character"),
    ("a\x00b\x01c\x1f\x7f\x85\ud800\uffff", "control characters, a lone surrogate"),
    ("1", "a number"),
    ("2026-03-02", "a date"),
    ("", "nothing"),
    ("TRUE", "a truth value"),
    ("#N/A", "an error value of Excel"),
    ("<!-- a --> ]]> {b} {{c}} %s", "templates and comments"),
    ('"a", "b"', "straight marks and commas"),
    ("# a", "a heading"),
    ("We [the council] […] will pay", "square brackets"),
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("quote", [case[0] for case in HARD], ids=[case[1] for case in HARD])
def test_a_hard_quote_reads_back(name: str, quote: str) -> None:
    rows = [make_row(quote), make_row("The next.", number=2)]
    assert READERS[name](sheets.render(rows, name)) == [visible(quote), "The next."]


HARD_CHARACTERS = st.sampled_from("=+-@'\"|\\<>&*_`[]\r\n\t 𝄞\x00")
QUOTES = st.lists(st.text(st.one_of(st.characters(), HARD_CHARACTERS)), min_size=1, max_size=4)


@pytest.mark.parametrize("name", FORMATS)
@given(quotes=QUOTES)
@example(quotes=["\ud800", "\\|", "\n"])
def test_any_quotes_read_back(name: str, quotes: list[str]) -> None:
    rows = [make_row(quote, number=number) for number, quote in enumerate(quotes, 1)]
    assert READERS[name](sheets.render(rows, name)) == [visible(quote) for quote in quotes]


@pytest.mark.parametrize("name", FORMATS)
def test_texts_of_people_cannot_break_out_of_any_column(name: str) -> None:
    bad = "=1|</blockquote><script>\"'\n"
    columns = {field: bad for field in FIELDS if isinstance(getattr(make_row(""), field), str)}
    del columns["quote"]
    row = make_row(bad, **columns | {"kind": "direct", "status": "unchecked"})
    assert READERS[name](sheets.render([row], name, title=bad)) == [bad]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_rows_give_the_same_bytes(name: str) -> None:
    rows = sample()
    assert sheets.render(rows, name) == sheets.render(rows, name)


@pytest.mark.parametrize("name", FORMATS)
def test_no_rows_make_an_empty_sheet(name: str) -> None:
    assert READERS[name](sheets.render([], name)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_indirect_quote_never_stands_in_quotation_marks(name: str) -> None:
    data = sheets.render([make_row("The ferry will stop", before="", after="")], name)
    if name == "xlsx":
        assert read_xlsx(data) == ["The ferry will stop"]
        return
    around = data.decode("utf-8-sig").split("The ferry will stop")
    syntax = '"' if name in ("csv", "json") else " "  # what the format itself puts around a text
    assert [around[0][-2:].strip(syntax)[-1:] in "“‘'\"«„", around[1][:1] in "”’'»"] == [False, False]


def test_marks_of_the_style_sheet_are_for_direct_quotes_alone() -> None:
    data = sheets.render(sample(), "html").decode()
    assert [line for line in data.splitlines() if "content:" in line] == [
        '.direct > blockquote::before { content: "“"; }',
        '.direct > blockquote::after { content: "”"; }',
    ]


# rows


def sample() -> Sequence[Row]:
    return rows_of([UNSURE, DIRECT, INDIRECT], {ARTICLE.id: ARTICLE})


def test_rows_hold_the_columns_of_a_quote_sheet() -> None:
    first = sample()[0]
    assert dict(zip(HEADINGS, cells(first), strict=True)) == {
        "number": 1,
        "speaker": "Ines Halloran",
        "name as printed": "Ines Halloran",
        "role as printed": "harbour master",
        "age": 51,
        "verbatim quote": "The ferry will stop in May",
        "kind": "indirect",
        "cue": "said",
        "paragraph": 1,
        "context before": "",
        "context after": ", said Ines Halloran, the harbour master. ¶ “We have no crew,” she said. “None.”",
        "headline": "Ferry to stop",
        "outlet": "The Sound",
        "byline": "Tom Abara",
        "date": "2026-03-02",
        "URL": "https://sound.example/ferry?a=1&b=2",
        "accessed": "2026-03-04T10:00:00",
        "confidence": 0.91,
        "rule": "said-inverted",
        "status": "unchecked",
        "checker": "",
        "date checked": "",
        "note": "",
        "act": "said",
        "id": "0000aaaa1111",
        "article": "a1b2c3d4e5f6",
    }


def test_rows_stand_by_date_article_and_position() -> None:
    later = replace(ARTICLE, id="000", date="2026-05-01")
    undated = replace(ARTICLE, id="00", date=None)
    quotes = [replace(INDIRECT, article="00"), replace(INDIRECT, article="000"), DIRECT, INDIRECT]
    rows = rows_of(quotes, {article.id: article for article in (ARTICLE, later, undated)})
    assert [(row.number, row.article, row.kind) for row in rows] == [
        (1, ARTICLE.id, "indirect"),
        (2, ARTICLE.id, "direct"),
        (3, "000", "indirect"),
        (4, "00", "indirect"),
    ]


def test_an_unsure_speaker_is_empty_and_the_note_names_who_it_may_be() -> None:
    row = next(row for row in sample() if row.id == UNSURE.id)
    assert (row.speaker, row.age) == ("", None)
    assert row.note == "speaker not sure: Ines Halloran or Ona Brandt; inside quote 0000bbbb2222"


def test_speakers_stand_in_alphabetical_order_and_none_comes_last() -> None:
    rows = [make_row("x", speaker=name) for name in ("zoe", "", "Ann", "Zoe", "Ann")]
    assert [(name, len(found)) for name, found in by_speaker(rows).items()] == [
        ("Ann", 2),
        ("Zoe", 1),
        ("zoe", 1),
        ("", 1),
    ]


CONTEXTS = [
    ("a b c", ((2, 3),), ("a", "c"), "short"),
    ("b", ((0, 1),), ("", ""), "nothing around"),
    ("b", (), ("", ""), "no content"),
    (
        "ab " * 99 + "X" + " cd" * 99,
        ((297, 298),),
        ("…" + "ab " * 52, "cd " * 51 + "cd"),
        "cut between words",
    ),
    ("a" * 500 + "X" + "b" * 500, ((500, 501),), ("…" + "a" * CONTEXT, "b" * CONTEXT), "no space"),
]


@pytest.mark.parametrize(
    ("text", "content", "expected"), [case[:3] for case in CONTEXTS], ids=[case[3] for case in CONTEXTS]
)
def test_context(text: str, content: tuple[tuple[int, int], ...], expected: tuple[str, str]) -> None:
    before, after = context(text, content)
    assert (before, after.removesuffix("…")) == (expected[0].strip(), expected[1])


# csv


@given(st.text(st.one_of(st.characters(), st.sampled_from("='@ \t"))))
def test_guard_is_reversible(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\t", "\r", "\n", "＝", "'="])
def test_no_csv_cell_begins_like_a_formula(start: str) -> None:
    assert guard(f"{start}1").startswith("'")


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_with_crlf() -> None:
    data = sheets.render(sample(), "csv")
    assert data.startswith(b'\xef\xbb\xbf"number","speaker"')
    assert data.count(b"\r\n") == 4


# xlsx


def test_a_text_too_long_for_a_cell_goes_on_below() -> None:
    words = "seventeen words 😀 " * 5000
    data = sheets.render([make_row(words), make_row("next", number=2)], "xlsx")
    assert read_xlsx(data) == [words, "next"]
    lines = list(load_workbook(io.BytesIO(data))["Quotes"].iter_rows(values_only=True))
    note, number = HEADINGS.index("note"), HEADINGS.index("number")
    assert [(line[number], line[note]) for line in lines[1:]] == [
        (1, "[part 1 of 3 of number 1]"),
        (1, "[part 2 of 3 of number 1]"),
        (1, "[part 3 of 3 of number 1]"),
        (2, None),
    ]


@given(st.text(st.sampled_from("ab 😀\n"), max_size=60), st.integers(2, 20))
def test_pieces_of_a_long_text(text: str, size: int) -> None:
    pieces = list(split(text, size))
    assert "".join(pieces) == text
    assert max(len(piece.encode("utf-16-le")) // 2 for piece in pieces) <= size <= CELL


def test_the_workbook_holds_text_as_text_and_numbers_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(sheets.render([make_row("=1+1")], "xlsx")))["Quotes"]
    types = {heading: sheet.cell(2, at).data_type for at, heading in enumerate(HEADINGS, 1)}
    assert {heading for heading, kind in types.items() if kind == "n" and heading in ("number", "age")} == {
        "number",
        "age",
    }
    assert (types["verbatim quote"], types["URL"], sheet.cell(2, HEADINGS.index("URL") + 1).hyperlink) == (
        "s",
        "s",
        None,
    )


def test_the_workbook_has_a_frozen_header_and_a_sheet_by_speaker() -> None:
    book = load_workbook(io.BytesIO(sheets.render(sample(), "xlsx")))
    assert book.sheetnames == ["Quotes", "By speaker"]
    assert book["Quotes"].freeze_panes == "C2"
    assert [line[0] for line in book["By speaker"].iter_rows(values_only=True)] == [
        "speaker",
        "Ines Halloran",
        "Ines Halloran",
        None,
    ]
    assert book.properties.created.year == 2000


# html and md


def test_the_page_stands_alone() -> None:
    page = lxml_html.fromstring(sheets.render(sample(), "html", title="Ferry <quotes>"))
    assert page.findtext(".//title") == "Ferry <quotes>"
    assert not page.xpath("//link | //script | //img | //@src")
    assert "@media print" in str(page.findtext(".//style"))
    assert page.xpath("//a/@href") == [ARTICLE.url, "#q1", "#q2", "#q3"]


def test_html_counts_names_and_leaves_no_line_empty() -> None:
    rows = [make_row("x", speaker="A spokesman", article=article) for article in ("a", "b")]
    page = lxml_html.fromstring(sheets.render(rows, "html"))
    assert page.findtext(".//p[@class='soft']") == "2 quotes · 1 name · 2 articles"
    assert [p for p in page.findall(".//p[@class='facts']") if not p.xpath("string()")] == []
    (note,) = page.findall(".//section[@id='speakers']/p")
    assert "share a line" in str(note.xpath("string()"))


def test_the_page_links_no_address_but_of_the_web() -> None:
    page = lxml_html.fromstring(sheets.render([make_row("x", url="javascript:alert(1)")], "html"))
    assert page.xpath("//a/@href") == ["#q1"]


def test_markdown_has_a_table_by_speaker() -> None:
    assert md_tables(sheets.render(sample(), "md"))[1] == [
        ["speaker", "role as printed", "numbers"],
        ["Ines Halloran", "harbour master", "1, 2"],
        ["not known", "", "3"],
    ]


# write


def test_write_takes_the_format_from_the_ending(tmp_path: Path) -> None:
    for name in FORMATS:
        path = sheets.write(sample(), tmp_path / f"sheet.{name}")
        assert path.read_bytes() == sheets.render(sample(), name)
    assert len(list(tmp_path.iterdir())) == len(FORMATS)


def test_write_never_overwrites_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("mine")
    with pytest.raises(SheetError) as error:
        sheets.write(sample(), path)
    assert str(error.value) == f"{path}: exists already; give another name, or --force to overwrite it"
    assert path.read_text() == "mine"
    sheets.write(sample(), path, force=True)
    assert path.read_bytes() == sheets.render(sample(), "csv")
    assert list(tmp_path.iterdir()) == [path]


def test_write_leaves_what_appears_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("mine")
    monkeypatch.setattr(Path, "exists", lambda self: False)
    with pytest.raises(SheetError, match="exists already"):
        sheets.write(sample(), path)
    assert path.read_text() == "mine"


REFUSED = [
    ("folder.csv", None, "is not a plain file", "a folder of that name"),
    ("no/sheet.csv", None, "cannot be written (No such file or directory); check the folder", "no folder"),
    ("sheet.doc", None, "no sheet format ends in 'doc'; use one of csv", "another ending"),
    ("sheet.docx", None, "json, xlsx (Word opens html)", "a document of Word"),
    ("sheet", None, "the name has no ending that tells the format; use one of csv", "no ending"),
    ("sheet.csv", "doc", "no sheet format is called 'doc'", "another format"),
]


@pytest.mark.parametrize(
    ("name", "form", "message"), [case[:3] for case in REFUSED], ids=[case[3] for case in REFUSED]
)
def test_write_refuses(tmp_path: Path, name: str, form: str | None, message: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(SheetError) as error:
        sheets.write(sample(), tmp_path / name, format=form, force=True)
    assert message in str(error.value)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SheetError, match="No space left"):
        sheets.write(sample(), path, force=True)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["mine"]
