"""The library's interface: each test runs in memory and on file."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import NotFoundError, QueryError, QuotesError
from quotes.library import Library
from quotes.model import Article, Quote
from tests.library_builders import Made, Rereading, fill, made, new_library, speaker, with_kinds

LEE, COLE, BOARD = (
    speaker("Ann Lee", "mayor"),
    speaker("Ian Cole", "engineer"),
    speaker("Harbour Board", sort="group"),
)
BRIDGE = with_kinds(
    made(
        ("The bridge is safe", LEE),
        ("The steel is old", COLE),
        ("We will repair it", LEE),
        title="The bridge",
        date="2026-08-14",
        outlet="The Harbour Gazette",
    ),
    ["direct", "indirect", "mixed"],
)
TAX = made(("Taxes stay", LEE), ("They do not", None), title="Taxes", date="2026-09-01", outlet="Vale Wire")
OLD = made(("We are founded", BOARD), title="Founded")
ALL = (OLD, TAX, BRIDGE)


def test_the_public_names() -> None:
    """A prompt offers them before they are loaded, and a folder may be a plain string."""
    import quotes

    assert {"Article", "Library", "Quote", "QuotesError", "Speaker", "extract"} <= {*dir(quotes)}
    with pytest.raises(AttributeError, match="has no attribute 'parse'"):
        _ = quotes.parse  # type: ignore[attr-defined]


def test_a_folder_may_be_a_string(tmp_path: Path) -> None:
    with Library.open(str(tmp_path / "library")) as library:
        fill(library, [TAX])
    assert len(Library.open(tmp_path / "library").articles()) == 1
    with pytest.raises(QuotesError, match="there is no library in"):
        Library.open(str(tmp_path / "none"), create=False)


@pytest.fixture(params=["memory", "file", "large"])
def empty(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library in memory, in a file, or in one that is read as very large ones are."""
    if request.param == "large":
        monkeypatch.setattr("quotes.tables.LARGE", -1)
        return Rereading.open(tmp_path / "library")
    return new_library(request.param, tmp_path)


@pytest.fixture
def library(empty: Library) -> Library:
    return fill(empty, ALL)


def titles(library: Library) -> list[str | None]:
    return [article.title for article in library.articles()]


def texts(quotes: tuple[Quote, ...]) -> list[str]:
    return [quote.text for quote in quotes]


def test_what_is_added_comes_back(empty: Library) -> None:
    added = empty.add(BRIDGE.article, BRIDGE.quotes)
    assert added.new
    assert added.quotes == BRIDGE.quotes == empty.quotes()
    assert added.article == empty.article(BRIDGE.id)
    assert added.article.accessed is not None
    assert added.article == replace(BRIDGE.article, id=BRIDGE.id, accessed=added.article.accessed)


def test_the_time_of_access_that_is_given_is_kept(empty: Library) -> None:
    article = replace(TAX.article, accessed="2026-09-02T10:00:00+00:00")
    assert empty.add(article, ()).article.accessed == article.accessed


def test_adding_again_changes_nothing(library: Library) -> None:
    before = library.articles(), library.quotes(), library.speakers()
    again = library.add(replace(BRIDGE.article, title="Another title"), BRIDGE.quotes[:1])
    assert not again.new
    assert (again.article.title, again.quotes) == ("The bridge", BRIDGE.quotes)
    assert (library.articles(), library.quotes(), library.speakers()) == before


def test_many_are_added_in_order_and_the_same_text_once(empty: Library) -> None:
    added = empty.add_all((each.article, each.quotes) for each in (TAX, BRIDGE, TAX))
    assert [(answer.article.title, answer.new) for answer in added] == [
        ("Taxes", True),
        ("The bridge", True),
        ("Taxes", False),
    ]
    assert added[0].article.text == TAX.article.text
    assert titles(empty) == ["The bridge", "Taxes"]


def test_of_the_same_text_twice_the_first_is_kept(empty: Library) -> None:
    first, second = (replace(TAX.article, title=title) for title in ("First", "Second"))
    assert [added.article.title for added in empty.add_all([(first, TAX.quotes), (second, ())])] == [
        "First"
    ] * 2
    assert len(empty.quotes()) == 2


def test_nothing_may_be_added(empty: Library) -> None:
    assert empty.add_all([]) == []
    assert (empty.quotes(), empty.articles(), empty.speakers()) == ((), (), ())


def test_a_quote_of_another_article_is_refused(empty: Library) -> None:
    with pytest.raises(ValueError, match=f"quote {TAX.quotes[0].id} does not belong to article {BRIDGE.id}"):
        empty.add_all([(OLD.article, OLD.quotes), (BRIDGE.article, TAX.quotes)])
    assert empty.articles() == ()


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_code_point_for_code_point(text: str) -> None:
    library = Library.in_memory()
    added = library.add(Article(text=text, title=text), ())
    assert (library.article(added.article.id).text, library.articles()[0].title) == (text, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One.\r\n\r\nTwo.\rThree.\n", id="every kind of newline"),
        pytest.param("\ufeffOne.\x00\x0b\x85\u2028Two.", id="a mark of byte order and controls"),
        pytest.param("\ud83d\ude00 \udc80", id="lone surrogates, also side by side"),
        pytest.param("e\u0301 😀", id="a combining mark and an emoji"),
        pytest.param("", id="no text"),
    ],
)
def test_a_text_comes_back_code_point_for_code_point(empty: Library, text: str) -> None:
    added = empty.add(Article(text=text), ())
    assert empty.article(added.article.id).text == text
    assert empty.verify() == []


def test_records_are_frozen(library: Library) -> None:
    for record in (
        library.articles()[0],
        library.quotes()[0],
        library.speakers()[0],
        library.speakers()[0].roles[0],
    ):
        with pytest.raises(FrozenInstanceError):
            setattr(record, fields(record)[0].name, "x")
        assert hash(record) is not None


def test_articles_come_by_date_without_their_texts(library: Library) -> None:
    assert titles(library) == ["The bridge", "Taxes", "Founded"]
    assert {article.text for article in library.articles()} == {""}


def test_the_order_does_not_depend_on_the_order_of_adding(empty: Library, library: Library) -> None:
    other = fill(Library.in_memory(), reversed(ALL))
    assert other.quotes() == library.quotes()
    assert [article.id for article in other.articles()] == [article.id for article in library.articles()]
    assert other.speakers() == library.speakers()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(
            {},
            "The bridge is safe|The steel is old|We will repair it|Taxes stay|They do not|We are founded",
            id="all, by date, article and position",
        ),
        pytest.param({"who": "lee"}, "The bridge is safe|We will repair it|Taxes stay", id="who"),
        pytest.param({"who": "Mayor Lee", "kind": "mixed"}, "We will repair it", id="who, with a kind"),
        pytest.param({"who": "nobody"}, "", id="nobody of this name"),
        pytest.param({"kind": "indirect"}, "The steel is old", id="kind"),
        pytest.param({"since": "2026-09"}, "Taxes stay|They do not", id="since a month"),
        pytest.param(
            {"until": "2026-08", "who": "lee"}, "The bridge is safe|We will repair it", id="until a month"
        ),
        pytest.param(
            {"since": "2026", "until": "2026-08-14", "who": "cole"}, "The steel is old", id="a period"
        ),
        pytest.param({"since": "2027"}, "", id="after all"),
        pytest.param({"outlet": "gazette", "kind": "direct"}, "The bridge is safe", id="outlet"),
        pytest.param({"outlet": "Times"}, "", id="another outlet"),
        pytest.param({"about": "tax"}, "Taxes stay", id="words in the quote"),
        pytest.param({"about": "hall cole"}, "The steel is old", id="words in the paragraph"),
        pytest.param({"about": "steel safe"}, "", id="words of two paragraphs"),
        pytest.param({"limit": 2}, "The bridge is safe|The steel is old", id="the first ones"),
        pytest.param({"limit": 0}, "", id="none of them"),
        pytest.param(
            {"about": "hall", "limit": 1, "who": "board"}, "We are founded", id="several things at once"
        ),
        pytest.param({"article": TAX.id[:6]}, "Taxes stay|They do not", id="an article"),
    ],
)
def test_questions(library: Library, asked: dict[str, Any], expected: str) -> None:
    assert texts(library.quotes(**asked)) == [f"{words}," for words in expected.split("|") if words]


@pytest.mark.parametrize(
    ("asked", "error", "message"),
    [
        pytest.param(
            {"since": "August"},
            QueryError,
            "date 'August' is not a date: write YYYY, YYYY-MM or YYYY-MM-DD",
            id="a date",
        ),
        pytest.param(
            {"kind": "quoted"},
            QueryError,
            "kind 'quoted' does not exist: choose direct, indirect, mixed",
            id="a kind",
        ),
        pytest.param(
            {"act": "sung"},
            QueryError,
            "act 'sung' does not exist: choose said, thought, found",
            id="an act",
        ),
        pytest.param(
            {"limit": -1}, QueryError, "limit -1 is less than nothing: give 0 or more", id="a limit"
        ),
        pytest.param(
            {"article": "ffffffff"},
            NotFoundError,
            "no article has an id that begins with 'ffffffff'",
            id="an article that is not there",
        ),
        pytest.param(
            {"speaker": "abc"},
            QueryError,
            "id 'abc' is too short: give at least 4 digits of it",
            id="an id that is too short",
        ),
    ],
)
def test_questions_that_cannot_be_asked(
    library: Library, asked: dict[str, Any], error: type[QuotesError], message: str
) -> None:
    with pytest.raises(error) as caught:
        library.quotes(**asked)
    assert str(caught.value) == message


def test_one_of_several_speakers_is_chosen_by_id(empty: Library) -> None:
    fill(empty, [BRIDGE, made(("No comment", speaker("Bo Lee")))])
    ann, bo = empty.find_speakers("Lee")
    assert (ann.name, bo.name) == ("Ann Lee", "Bo Lee")
    assert texts(empty.quotes(speaker=bo.id[:6])) == ["No comment,"]
    assert texts(empty.quotes(who="lee", speaker=bo.id)) == ["No comment,"]
    assert empty.find_speakers(bo.id[:8]) == (bo,)
    assert len(empty.quotes(who="lee")) == 3


def test_speakers_across_articles(library: Library) -> None:
    found = [(entry.name, entry.type, entry.quotes, entry.articles) for entry in library.speakers()]
    assert found == [
        ("Ann Lee", "person", 3, 2),
        ("Harbour Board", "group", 1, 1),
        ("Ian Cole", "person", 1, 1),
    ]
    (lee,) = library.find_speakers("Ann Lee")
    assert [(use.role, use.date, use.outlet) for use in lee.roles] == [
        ("mayor", "2026-08-14", "The Harbour Gazette"),
        ("mayor", "2026-09-01", "Vale Wire"),
    ]


def test_an_id_finds_its_article_or_quote(library: Library) -> None:
    quote = BRIDGE.quotes[1]
    assert library.quote(quote.id[:7]) == library.find(quote.id) == quote
    assert library.article(BRIDGE.id[:7]) == library.find(BRIDGE.id)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        pytest.param(Library.quote, "no quote has an id that begins with 'ffffffff'", id="quote"),
        pytest.param(Library.article, "no article has an id that begins with 'ffffffff'", id="article"),
        pytest.param(Library.find, "no article or quote has an id that begins with 'ffffffff'", id="find"),
        pytest.param(Library.remove, "no article has an id that begins with 'ffffffff'", id="remove"),
    ],
)
def test_an_id_that_nothing_has(library: Library, ask: Any, message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        ask(library, "ffffffff")
    assert str(caught.value) == message


def test_an_article_is_removed_with_its_quotes_and_speakers(library: Library) -> None:
    removed = library.remove(BRIDGE.id[:8])
    assert removed.title == "The bridge"
    assert titles(library) == ["Taxes", "Founded"]
    assert texts(library.quotes(who="cole")) == []
    assert [entry.name for entry in library.speakers()] == ["Ann Lee", "Harbour Board"]
    assert library.verify() == []
    with pytest.raises(NotFoundError):
        library.article(BRIDGE.id)


def test_what_was_removed_can_be_added_again(library: Library) -> None:
    library.remove(BRIDGE.id)
    assert library.add(BRIDGE.article, BRIDGE.quotes).new
    assert library.article(BRIDGE.id).text == BRIDGE.article.text


def test_no_decision_is_lost_when_an_article_is_added_again(library: Library) -> None:
    quote = BRIDGE.quotes[0]
    library.edit(quote.id, status="needs-source")
    assert library.add(BRIDGE.article, BRIDGE.quotes).quotes[0].status == "needs-source"
    library.remove(BRIDGE.id)
    assert library.add(BRIDGE.article, BRIDGE.quotes).quotes[0].status == "needs-source"


def test_all_is_well(library: Library) -> None:
    assert library.verify() == []


def broken(**changes: Any) -> Made:
    return replace(OLD, quotes=(replace(OLD.quotes[0], **changes),))


AGREE = "its words are not those at its place in the text"


@pytest.mark.parametrize(
    ("article", "what"),
    [
        pytest.param(
            broken(content=((0, 9999),)), "content [0, 9999] is not in the text", id="behind the end"
        ),
        pytest.param(broken(content=()), "has no content", id="no content"),
        pytest.param(broken(cue=((5, 5),)), "cue [5, 5] is not in the text", id="an empty cue"),
        pytest.param(
            broken(source=((-1, 5),)), "source [-1, 5] is not in the text", id="before the beginning"
        ),
        pytest.param(broken(text="We are found,"), AGREE, id="a letter less"),
        pytest.param(broken(text="We  are founded,"), AGREE, id="a space more"),
        pytest.param(broken(text="We […] founded,"), AGREE, id="a part less"),
        pytest.param(broken(text="We were founded,"), AGREE, id="another word"),
    ],
)
def test_what_does_not_agree_with_the_text_is_found(empty: Library, article: Made, what: str) -> None:
    fill(empty, [article])
    found = [(problem.id, problem.what) for problem in empty.verify()]
    assert (OLD.quotes[0].id, what) in found


@pytest.mark.parametrize(
    ("text", "content", "words"),
    [
        pytest.param("She said that it rains.", ((9, 22),), "it rains", id="that"),
        pytest.param("She said that it rains.", ((9, 22),), "that it rains", id="that may stay"),
        pytest.param(
            "“It rains,” she said. “Hard.”", ((0, 11), (22, 29)), "It rains, […] Hard.", id="two parts"
        ),
        pytest.param("It ' rains' ", ((3, 12),), "rains", id="marks and spaces around"),
        pytest.param("“We […] rain,” she said.", ((0, 14),), "We […] rain,", id="a gap that is printed"),
        pytest.param("“Rain”\r\n “and snow”", ((0, 19),), "Rain”\r\n “and snow", id="marks within stay"),
    ],
)
def test_what_agrees_with_the_text(
    empty: Library, text: str, content: tuple[tuple[int, int], ...], words: str
) -> None:
    article = Article(text=text)
    own = empty.add(article, ()).article.id
    empty.remove(own)
    quote = replace(OLD.quotes[0], article=own, text=words, content=content, cue=(), source=())
    empty.add(article, [quote])
    assert empty.verify() == []


def test_a_library_is_a_context_manager(library: Library) -> None:
    with library as same:
        assert same is library


def test_what_one_object_adds_another_sees(tmp_path: Path) -> None:
    one, two = Library.open(tmp_path), Library.open(tmp_path)
    assert two.quotes() == ()
    fill(one, ALL)
    assert two.quotes() == one.quotes()
    one.remove(TAX.id)
    assert two.quotes() == one.quotes()


def test_a_loaded_library_does_not_change_under_its_reader(library: Library) -> None:
    before = library.quotes()
    library.remove(TAX.id)
    assert len(before) == 6


def test_quotes_that_may_be_of_somebody(empty: Library) -> None:
    article = made(("It may rain", None), ("It rains", speaker("Bo Cho")), ("It will rain", None))
    open_ones = (
        replace(article.quotes[0], candidates=("Ann Lee", "Bo Cho")),
        article.quotes[1],
        replace(article.quotes[2], candidates=("Ann Lee-Jones",), act="thought"),
    )
    library = fill(empty, [replace(article, quotes=open_ones)])
    assert library.quotes(candidate="Lee") == open_ones[:1]
    assert library.quotes(candidate="Bo Cho") == open_ones[:1]
    assert library.quotes(candidate="Bo Cho", act="thought") == ()
    assert library.quotes(act="thought") == open_ones[2:]


def test_quotes_that_are_sure_enough(empty: Library) -> None:
    article = made(("It may rain", speaker("Bo Cho")), ("It rains", speaker("Bo Cho")))
    doubtful, sure = (replace(article.quotes[0], confidence=0.59), replace(article.quotes[1], confidence=0.9))
    library = fill(empty, [replace(article, quotes=(doubtful, sure))])
    assert library.quotes(min_confidence=0.9) == (sure,)
    assert library.quotes(min_confidence=0.0) == (doubtful, sure)
    with pytest.raises(QueryError, match="not from 0 to 1"):
        library.quotes(min_confidence=7)


def test_doubtful_quotes_of_a_speaker(empty: Library) -> None:
    article = made(("It floats", LEE), ("It sinks", COLE))
    library = fill(
        empty, [replace(article, quotes=tuple(replace(q, confidence=0.3) for q in article.quotes))]
    )
    (lee,) = library.find_speakers("Lee")
    assert [quote.text for quote in library.doubtful(speaker=lee.id)] == ["It floats,"]
    with pytest.raises(NotFoundError, match="no speaker has an id that begins with"):
        library.doubtful(speaker="ffffffff")
