"""What is shown, as text and as styles, at the widths that people use."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.console import Console, RenderableType

from quotes.identity import RoleUse, SpeakerEntry, speaker_entries
from quotes.model import Article, Quote
from quotes.records import read_quote
from quotes.show import lists, markdown
from quotes.show.article import ArticleView
from quotes.show.explanation import Explanation
from quotes.show.extraction import Extraction
from quotes.show.formats import FORMATS
from quotes.show.marked import Mark, Marked
from quotes.show.passage import QuoteView, surroundings
from quotes.show.plain import doubt, flow, spoken, visible
from quotes.show.speaker import SpeakerView, role_lines
from quotes.show.statements import COLUMNS, Statements
from quotes.show.view import View
from tests.conftest import ADA, ARTICLE, DIRECT, INDIRECT, MIXED, QUOTES, TEXT, UNSURE

ARTICLES = {ARTICLE.id: ARTICLE}
ENTRY: SpeakerEntry = speaker_entries(ARTICLES, QUOTES)[0]
PAGE = SpeakerView(ENTRY, Statements(QUOTES[:3], ARTICLES, by=False))
VIEWS: dict[str, View] = {
    "speaker": PAGE,
    "article": ArticleView(ARTICLE, QUOTES),
    "quote": QuoteView(DIRECT, ARTICLE),
    "explanation": Explanation(UNSURE, ARTICLE),
    "extraction": Extraction(((ARTICLE, QUOTES),)),
    "speakers": lists.speakers([ENTRY]),
    "articles": lists.articles([ARTICLE], {ARTICLE.id: 4}),
}


def seen(thing: RenderableType, *, width: int = 80, terminal: bool = True, styles: bool = False) -> str:
    """Return what a terminal, or a pipe, of this width would get."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if styles else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(thing)
    return captured.get()


def written(view: View, form: str) -> str:
    return "".join(FORMATS[form](view))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = seen(VIEWS[name].screen(), width=width).splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_words_are_never_cut_in_a_terminal(width: int) -> None:
    shown = " ".join(seen(PAGE.screen(), width=width).split())
    for quote in QUOTES[:3]:
        assert spoken(quote) in shown


def test_a_pipe_gets_each_statement_in_one_line() -> None:
    long = replace(DIRECT, text="word " * 500 + "end")
    shown = seen(Statements((long,), ARTICLES).screen(), width=100_000, terminal=False)
    assert next(line for line in shown.splitlines() if "end”" in line).count("word") == 500


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param(
            DIRECT, "“The ferry [the old one] will not sail,”", id="direct: marks; brackets are no markup"
        ),
        pytest.param(
            INDIRECT, "denied ▸ she had raised the fares", id="indirect: no marks, and what turns its sense"
        ),
        pytest.param(MIXED, "called ▸ critics “gulls” and “idlers”", id="mixed: the marks of the article"),
        pytest.param(
            replace(DIRECT, text="No […] more [/]"), "“No […] more [/]”", id="what Rich would read as markup"
        ),
        pytest.param(
            replace(DIRECT, text="One\nline.\n\nTwo."), "“One line.", id="paragraphs keep their breaks"
        ),
        pytest.param(
            replace(DIRECT, text="Hi \x1b[31m you"), "“Hi ␛[31m you”", id="no command reaches the terminal"
        ),
        pytest.param(UNSURE, "unknown", id="an unsure speaker is nobody"),
        pytest.param(UNSURE, "doubtful: Bram Lind or Ada Okonjo?", id="the candidates are named"),
        pytest.param(replace(DIRECT, confidence=0.3), "doubtful", id="a rule that is often wrong"),
        pytest.param(replace(DIRECT, status="rejected"), "rejected", id="what a person decided"),
        pytest.param(DIRECT, DIRECT.id[:8], id="the id"),
    ],
)
def test_statement(quote: Quote, expected: str) -> None:
    assert expected in seen(Statements((quote,), ARTICLES).screen(), width=100)


def test_an_indirect_quote_never_gets_marks() -> None:
    for form in ("md", "csv"):
        assert "“she had" not in written(Statements((INDIRECT,), ARTICLES), form)
    assert "“she had" not in seen(Statements((INDIRECT,), ARTICLES).screen())


def test_speaker_page() -> None:
    assert seen(PAGE.screen(), width=70) == (
        "Ada Okonjo   person\n"
        "harbour master  2026-03-02 · The Harbour Post\n"
        "3 quotes in 1 article\n"
        "\n"
        "2026-03-02  Ferry stays [in port]\n"
        "            The Harbour Post · Cleo Dorn · " + ARTICLE.id[:8] + "\n"
        "  direct    “The ferry [the old one] will not sail,”  " + DIRECT.id[:8] + "\n"
        "  indirect  denied ▸ she had raised the fares  " + INDIRECT.id[:8] + "\n"
        "  mixed     called ▸ critics “gulls” and “idlers”  " + MIXED.id[:8] + "\n"
    )


def test_roles_are_a_history() -> None:
    uses = [
        RoleUse("mayor", "2024-01-02", "Gazette", "a"),
        RoleUse("Mayor", "2025-05-01", "Wire", "b"),
        RoleUse("former mayor", "2026-03-04", None, "c"),
        RoleUse("diver", None, None, "d"),
    ]
    assert [line.plain for line in role_lines(uses)] == [
        "former mayor  2026-03-04",
        "mayor  2024-01-02 to 2025-05-01 · Gazette, Wire",
        "diver",
    ]


def test_a_role_that_many_outlets_print_names_three() -> None:
    uses = [RoleUse("mayor", "2026-01-01", f"Post {number}", "a") for number in range(5)]
    assert role_lines(uses)[0].plain == "mayor  2026-01-01 · Post 0, Post 1, Post 2 and 2 more"


def test_article_in_a_pipe_has_brackets_and_a_legend() -> None:
    shown = seen(ArticleView(ARTICLE, QUOTES).screen(), width=10_000, terminal=False)
    assert "⟦“The ferry [the old one] will not sail,”⟧¹ said Ada Okonjo, the harbour master." in shown
    assert "\nA row over fares\n" in shown
    assert "4 quotes from 1 speaker" in shown
    assert f"  ⁴  direct · {UNSURE.id[:8]} · doubtful: Bram Lind or Ada Okonjo?" in shown


def test_article_in_a_terminal_has_colours_instead() -> None:
    shown = seen(ArticleView(ARTICLE, QUOTES).screen(), styles=True)
    assert "⟦" not in shown
    assert "\x1b[4;36m“The ferry [the old one] will not sail,”" in shown


def test_quote_in_its_paragraph() -> None:
    shown = seen(QuoteView(INDIRECT, ARTICLE).screen(), width=1000, terminal=False)
    assert "⟦source: Ms Okonjo⟧ ⟦cue: denied⟧ that ⟦words: she had raised the fares⟧." in shown
    assert "We pay twice" not in shown


def test_explanation() -> None:
    shown = seen(Explanation(UNSURE, ARTICLE).screen())
    for part in (
        "closing tag",
        "1. a step [of two]",
        "2. another",
        "Bram Lind or Ada Okonjo",
        "0.40",
        "unknown",
    ):
        assert part in shown


@pytest.mark.parametrize(
    "name", [name for name in VIEWS if name not in ("extraction", "speakers", "articles")]
)
def test_json_holds_the_records(name: str) -> None:
    records = [json.loads(line) for line in written(VIEWS[name], "jsonl").splitlines()]
    assert all(read_quote(record) in QUOTES for record in records)
    assert json.loads(written(VIEWS[name], "json"))


@pytest.mark.parametrize("name", VIEWS)
def test_csv_is_a_rectangle(name: str) -> None:
    rows = list(csv.reader(io.StringIO(written(VIEWS[name], "csv"))))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 1


def test_csv_of_quotes() -> None:
    row = next(csv.DictReader(io.StringIO(written(PAGE, "csv"))))
    assert tuple(row) == COLUMNS
    assert (row["text"], row["cue"], row["headline"]) == (DIRECT.text, "said", ARTICLE.title)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We [the council] will […] pay", id="brackets"),
        pytest.param("*not* _this_ `time` <b>or</b> &amp; a|b \\ ~~x~~", id="marks of Markdown"),
        pytest.param("[a](b) ![c](d) [e][f] [g]: h", id="links"),
        pytest.param("1. First", id="a number that would begin a list"),
        pytest.param("- dash", id="a dash that would begin a list"),
        pytest.param("# hash", id="a heading"),
        pytest.param("=== rule", id="an underline"),
    ],
)
def test_markdown_shows_the_text_as_it_is(text: str) -> None:
    assert _as_read(markdown.escape(text)) == text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), max_size=40))
def test_markdown_of_any_word(text: str) -> None:
    assert _as_read(markdown.escape(f"x{text}")) == f"x{text}"


def _as_read(source: str) -> str:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return "".join(child.content for child in tokens[1].children or [])


@given(st.text(max_size=200))
def test_visible_keeps_the_offsets(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 220), st.integers(0, 220)), max_size=5))
def test_marking_never_loses_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = tuple(Mark((min(pair), max(pair)), "bold", "⟦", "⟧", "¹") for pair in spans)
    marked = Marked(text, marks).rendered(brackets=True).plain
    for sign in "⟦⟧¹":
        marked = marked.replace(sign, "")
    assert marked.replace("## ", "") == visible(text).translate(str.maketrans("", "", "⟦⟧¹")).replace(
        "## ", ""
    )


@given(st.text(max_size=100))
def test_any_text_can_be_shown(text: str) -> None:
    article = Article(text, title=text, outlet=text, id="0" * 12)
    quote = replace(
        DIRECT, text=text, article=article.id, content=((0, len(text)),), because=(text,), candidates=(text,)
    )
    for view in (ArticleView(article, (quote,)), Explanation(quote, article)):
        assert seen(view.screen())
        for form in FORMATS:
            assert written(view, form)


def test_a_passage_is_the_paragraphs_that_hold_it() -> None:
    start, end = surroundings(TEXT, INDIRECT)
    assert TEXT[start:end].startswith("Ms Okonjo denied")
    assert TEXT[start:end].endswith("“idlers”.")


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (DIRECT, ""),
        (replace(DIRECT, confidence=0.2), "doubtful"),
        (replace(DIRECT, speaker=None), ""),
        (UNSURE, "doubtful: Bram Lind or Ada Okonjo?"),
    ],
    ids=["sure", "weak rule", "nobody is named", "two candidates"],
)
def test_doubt(quote: Quote, expected: str) -> None:
    assert doubt(quote) == expected


def test_flow_of_nothing() -> None:
    assert flow(" \n\n ") == ""


def test_other_names_are_told() -> None:
    entry = replace(ENTRY, aliases=("Okonjo", "Ada N. Okonjo", "The Gull"))
    assert "also Ada N. Okonjo, The Gull" in seen(SpeakerView(entry, Statements((), {})).screen())
    assert ADA.name in seen(lists.speakers([entry]).screen())


@pytest.mark.parametrize(("width", "outlet"), [(80, False), (99, False), (100, True), (200, True)])
def test_a_headline_is_worth_more_than_an_outlet(width: int, outlet: bool) -> None:
    title = "Council votes to close the old ferry pier in May"
    shown = seen(lists.articles([replace(ARTICLE, title=title)], {}).screen(), width=width)
    assert title in shown
    assert ("The Harbour Post" in shown) == outlet
