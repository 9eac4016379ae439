"""What a question matches: tables of names, dates and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import QueryError
from quotes.query import Filter, context, fold, has_words, in_period, match_names, may_name, words

ANY = st.text(st.characters(codec=None))

NAMES = {
    "olga": ["Olga M. Nesteruk", "Olga Nesteruk"],
    "petr": ["Petr Nesteruk"],
    "ann": ["Ann Lee"],
    "lee": ["Lee"],
    "gray": ["Lee Gray"],
    "zoe": ["Zoë O’Brien-Łuk"],
    "kim-un": ["Kim Jong Vo"],
    "kim-il": ["Kim Jong Ra"],
    "board": ["Harbour Board"],
    "dean": ["Dean Cole"],
    "cole": ["Marcia Cole"],
    "pope": ["Pope Lucian"],
    "rory": ["Rory Ashdown", "Shorty", "Secretary of State Rory Ashdown"],
    "man": ["a homeless man"],
    "jr": ["Martin Vale Jr."],
    "sr": ["Martin Vale"],
}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param("Nesteruk", "olga petr", id="a surname finds all who bear it"),
        pytest.param("nesteruk", "olga petr", id="case does not matter"),
        pytest.param("Olga Nesteruk", "olga", id="a full name, whatever the middle initial"),
        pytest.param("Olga Q. Nesteruk", "olga", id="a wrong initial does not hide the only answer"),
        pytest.param("Olga", "olga", id="a first name"),
        pytest.param("Ann Lee", "ann", id="the same full name wins over a part"),
        pytest.param("Lee", "ann lee gray", id="one word is no full name; surnames come before first names"),
        pytest.param("Mr. Lee", "ann lee gray", id="an honorific and a surname"),
        pytest.param("Dr Ann Lee", "ann", id="an honorific and a full name"),
        pytest.param("Prime Minister Lee", "ann lee gray", id="a title of two words"),
        pytest.param("zoe obrien luk", "zoe", id="diacritics, apostrophes and hyphens do not matter"),
        pytest.param("O'Brien", "zoe", id="part of a double name"),
        pytest.param("Zoë", "zoe", id="diacritics as printed"),
        pytest.param("ŁUK", "zoe", id="letters that Unicode does not take apart"),
        pytest.param("Kim Jong Vo", "kim-un", id="names alike are not the same"),
        pytest.param("Kim", "kim-un kim-il", id="a family name that stands first"),
        pytest.param("kim-jong", "kim-un kim-il", id="two parts, with a hyphen"),
        pytest.param("harbour board", "board", id="an organization"),
        pytest.param("Board", "board", id="part of an organization"),
        pytest.param("Dean Cole", "dean", id="what may be a title is a name first"),
        pytest.param("Professor Cole", "dean cole", id="a title is no part of the name"),
        pytest.param("Pope Lucian", "pope", id="a title that is part of the name"),
        pytest.param("shorty", "rory", id="an alias"),
        pytest.param("Secretary", "", id="a part of an alias may be a role"),
        pytest.param("homeless man", "man", id="a source without a name"),
        pytest.param("Martin Vale", "sr", id="father and son are two"),
        pytest.param("Vale", "sr jr", id="both bear the surname"),
        pytest.param("Neste", "olga petr", id="the beginning of a word, if nothing else answers"),
        pytest.param("Ann L", "", id="a beginning of one letter is none"),
        pytest.param("Bo", "", id="a beginning of two letters is none"),
        pytest.param("esteruk", "", id="the middle of a word is nothing"),
        pytest.param("Gray Lee", "", id="parts in another order are another name"),
        pytest.param("", "", id="nothing asks for nobody"),
        pytest.param("?!", "", id="neither do marks"),
        pytest.param("Mr.", "", id="nor a title alone"),
    ],
)
def test_names_that_answer(wanted: str, expected: str) -> None:
    assert match_names(wanted, NAMES) == expected.split()


@given(ANY, ANY)
def test_any_name_can_be_asked(wanted: str, name: str) -> None:
    assert match_names(wanted, {"one": [name, wanted]}) in ([], ["one"])


@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_printed_name_finds_itself_in_any_case(name: str) -> None:
    assert match_names(name.upper(), {"one": [name]}) == ["one"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ünal", "unal", id="composed"),
        pytest.param("U\u0308nal", "unal", id="decomposed"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("Đorđević", "dordevic", id="strokes"),
        pytest.param("ÆØÅ", "aeoa", id="nordic letters"),
        pytest.param("İnci", "inci", id="dotted capital"),
        pytest.param("D’Arcy", "darcy", id="apostrophe"),
        pytest.param("\ud800", "\ud800", id="a lone surrogate is left alone"),
        pytest.param("Ольга", "ольга", id="other scripts have case too"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(ANY)
def test_words_of_any_text(text: str) -> None:
    assert all(words(text))


@pytest.mark.parametrize(
    ("date", "since", "until", "expected"),
    [
        pytest.param("2026-08-14", "2026-08", None, True, id="a month begins the period"),
        pytest.param("2026-07-31", "2026-08", None, False, id="the day before"),
        pytest.param("2026-08-31", None, "2026-08", True, id="a month is in with all its days"),
        pytest.param("2026-09-01", None, "2026-08", False, id="the day after"),
        pytest.param("2026-08-14", "2026-08-14", "2026-08-14", True, id="both ends are in"),
        pytest.param("2026-08-14", "2026", "2026", True, id="a year"),
        pytest.param("2026", "2026-08", None, True, id="a year may hold the day"),
        pytest.param("2025", "2026-08", None, False, id="a year that cannot"),
        pytest.param("2026-08", None, "2026-08-01", True, id="a month may hold its first day"),
        pytest.param(None, "1900", None, False, id="no date is in no period"),
        pytest.param(None, None, None, True, id="nothing is asked"),
    ],
)
def test_periods(date: str | None, since: str | None, until: str | None, expected: bool) -> None:
    assert in_period(date, since, until) is expected


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2026-13",
        "2026-02-30",
        "26",
        "2026-8",
        "2026/08/14",
        "",
        "0000",
        "2026-08-14T10:00",
        "٢٠٢٦",
    ],
)
@pytest.mark.parametrize("name", ["since", "until"])
def test_what_is_no_date(name: str, value: str) -> None:
    with pytest.raises(QueryError) as caught:
        Filter.of(since=value) if name == "since" else Filter.of(until=value)
    assert str(caught.value) == f"date {value!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"


@pytest.mark.parametrize(
    ("since", "until", "some"),
    [
        ("2022", "2021", False),
        ("2026-03-02", "2026-03-01", False),
        ("2026-03", "2026", True),
        ("2026", "2026-03", True),
    ],
)
def test_a_period_has_a_day(since: str, until: str, some: bool) -> None:
    if some:
        assert Filter.of(since=since, until=until).since == since
        return
    with pytest.raises(QueryError, match=f"no day is since {since} and until {until}: change one of them"):
        Filter.of(since=since, until=until)


def test_what_is_no_kind() -> None:
    with pytest.raises(QueryError) as caught:
        Filter.of(kind="straight")
    assert str(caught.value) == "kind 'straight' does not exist: choose direct, indirect, mixed"


@pytest.mark.parametrize(
    ("outlet", "printed", "expected"),
    [
        pytest.param("gazette", "The Harbour Gazette", True, id="a part of the name"),
        pytest.param("Harbour Gazette", "The Harbour Gazette", True, id="two parts"),
        pytest.param("gaz", "The Harbour Gazette", False, id="no part of a word"),
        pytest.param("gazette", None, False, id="no outlet is known"),
        pytest.param(None, None, True, id="nothing is asked"),
    ],
)
def test_outlets(outlet: str | None, printed: str | None, expected: bool) -> None:
    assert Filter.of(outlet=outlet).fits_article(date=None, outlet=printed) is expected


@pytest.mark.parametrize(
    ("about", "text", "expected"),
    [
        pytest.param("tax", "A new Tax.", True, id="case and marks do not matter"),
        pytest.param("tax roads", "Taxes for the road", True, id="plural and singular"),
        pytest.param("tax", "A taxi came", False, id="another word that begins so"),
        pytest.param("tax school", "A new tax", False, id="all the words"),
        pytest.param("cafe", "The café", True, id="diacritics"),
        pytest.param("s", "The bus", False, id="a letter is a word"),
        pytest.param("", "The bus", True, id="nothing is asked"),
    ],
)
def test_words_asked_about(about: str, text: str, expected: bool) -> None:
    assert has_words(words(about), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\n\nTwo X three.\n\nFour.", "Two X three.", id="its paragraph"),
        pytest.param(
            "One.\r\n \r\nTwo X three.\r\n\r\nFour.", "\nTwo X three.\r", id="blank lines with other ends"
        ),
        pytest.param("X", "X", id="alone"),
        pytest.param("a" * 5000 + "X", "a" * 1000 + "X", id="no more than a thousand on each side"),
    ],
)
def test_context(text: str, expected: str) -> None:
    at = text.index("X")
    assert context(text, at, at + 1).replace("\r", "").strip("\n") == expected.replace("\r", "").strip("\n")


@pytest.mark.parametrize(
    ("wanted", "candidate", "expected"),
    [
        pytest.param("Ann Lee", "Ann Lee", True, id="the same"),
        pytest.param("ann b. lée", "Mayor Ann Lee", True, id="case, diacritics, title, initial"),
        pytest.param("Lee", "Ann Lee", True, id="a surname"),
        pytest.param("Ann", "Ann Lee", False, id="a first name"),
        pytest.param("Ann Lee", "Ann Lee-Jones", False, id="a part of a name"),
        pytest.param("Ann Lee", "Lee", False, id="less than asked for"),
        pytest.param("", "Ann Lee", False, id="nothing"),
    ],
)
def test_names_of_candidates(wanted: str, candidate: str, expected: bool) -> None:
    assert may_name(wanted, candidate) is expected
