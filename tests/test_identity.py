"""Who is one speaker across articles, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.identity import RoleUse, SpeakerEntry, entry_row, read_entry, speaker_entries
from quotes.model import Speaker
from quotes.records import article_record
from tests.library_builders import Made, made, speaker


def entries(*articles: Made) -> tuple[SpeakerEntry, ...]:
    stored = {each.id: replace(each.article, id=each.id) for each in articles}
    return speaker_entries(stored, [quote for each in articles for quote in each.quotes])


def said_by(*speakers: Speaker) -> tuple[Made, ...]:
    """Make an article for each speaker, one a day."""
    return tuple(
        made((f"This is statement {day}", each), date=f"2026-01-{day:02}", outlet="Gazette")
        for day, each in enumerate(speakers, 1)
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Ann Lee", "Ann Lee"], 1, id="the same name"),
        pytest.param(["Ann Lee", "ANN LEE"], 1, id="case"),
        pytest.param(["Zoë Łuk", "Zoe Luk"], 1, id="diacritics"),
        pytest.param(["Kim Jong-vo", "Kim Jong Vo"], 1, id="hyphens"),
        pytest.param(["Tim O’Brien", "Tim OBrien"], 1, id="apostrophes"),
        pytest.param(["Muʿin Saʾd", "Muin Sad"], 1, id="the signs of Arabic letters"),
        pytest.param(["Ann B. Lee", "Ann Lee"], 1, id="a middle initial"),
        pytest.param(["Sir Ian Cole", "Ian Cole"], 1, id="a title"),
        pytest.param(["J.K. Moor", "J. K. Moor", "JK Moor"], 1, id="initials as printed"),
        pytest.param(["J.K. Moor", "J. Moor"], 2, id="one initial is not two"),
        pytest.param(["George W. Vale", "George H. W. Vale"], 2, id="initials that contradict each other"),
        pytest.param(["George W. Vale", "George H. Vale", "George Vale"], 3, id="and then nobody knows"),
        pytest.param(["Kim Jong Vo", "Kim Jong Ra"], 2, id="names alike"),
        pytest.param(["John Cole", "Joan Cole"], 2, id="one letter"),
        pytest.param(["Martin Vale", "Martin Vale Jr."], 2, id="father and son"),
        pytest.param(["Ann Lee", "Lee"], 2, id="a surname is not the full name"),
        pytest.param(["Lee", "Lee"], 2, id="nor the surname of another article"),
        pytest.param(["Mr. Lee", "Mr. Lee"], 2, id="nor with a title"),
        pytest.param(["Vega-Ortiz", "Vega-Ortiz"], 2, id="nor one with a hyphen"),
        pytest.param(["al-Karim", "Mr. al-Karim"], 2, id="nor with an Arabic article"),
        pytest.param(["van der Berg", "van der Berg"], 2, id="nor with particles"),
        pytest.param(["Ann van der Berg", "Ann Van der Berg"], 1, id="a full name with particles"),
        pytest.param(["Zelenko", "Zelenkoy"], 2, id="spellings are for a person to merge"),
    ],
)
def test_people_by_name(names: list[str], expected: int) -> None:
    found = entries(*said_by(*map(speaker, names)))
    assert len(found) == expected
    assert sum(entry.quotes for entry in found) == len(names)


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        pytest.param(
            [
                speaker("The Harbour Board", sort="organization"),
                speaker("Harbour Board", sort="organization"),
            ],
            1,
            id="an organization with and without the",
        ),
        pytest.param(
            [speaker("Ministry", sort="organization"), speaker("Ministry", sort="organization")],
            1,
            id="an organization of one word",
        ),
        pytest.param(
            [speaker("Vale Morgan", sort="organization"), speaker("Vale Morgan")],
            2,
            id="a bank that is called like a person",
        ),
        pytest.param(
            [speaker("Ann Lee", sort="unknown"), speaker("Ann Lee")], 1, id="an unknown is who has the name"
        ),
        pytest.param(
            [speaker("a neighbour", named=False), speaker("a neighbour", named=False)],
            2,
            id="sources without a name are not merged",
        ),
        pytest.param(
            [speaker("Ann Lee", named=False), speaker("Ann Lee")],
            2,
            id="a phrase without a name is not a name",
        ),
    ],
)
def test_other_sources(speakers: list[Speaker], expected: int) -> None:
    assert len(entries(*said_by(*speakers))) == expected


def test_an_unnamed_source_is_counted_once_an_article() -> None:
    (entry,) = entries(
        made(
            ("It was dark", speaker("a neighbour", named=False)),
            ("It was cold", speaker("a neighbour", named=False)),
        )
    )
    assert (entry.name, entry.named, entry.quotes, entry.articles) == ("a neighbour", False, 2, 1)


def test_quotes_without_a_speaker_are_nobodys() -> None:
    assert entries(made(("It was dark", None))) == ()


def test_quotes_without_an_article_are_nobodys() -> None:
    (article,) = said_by(speaker("Ann Lee"))
    assert speaker_entries({}, article.quotes) == ()


def test_roles_are_a_history() -> None:
    articles = said_by(
        speaker("Ann Lee", "mayor", "economist"),
        speaker("Ann Lee", "Mayor"),
        speaker("Ann Lee", "former mayor"),
    )
    (entry,) = entries(*reversed(articles))
    assert [(use.role, use.date) for use in entry.roles] == [
        ("mayor", "2026-01-01"),
        ("economist", "2026-01-01"),
        ("Mayor", "2026-01-02"),
        ("former mayor", "2026-01-03"),
    ]
    assert entry.roles[0] == RoleUse("mayor", "2026-01-01", "Gazette", articles[0].id)


def test_a_role_is_listed_once_an_article() -> None:
    lee = speaker("Ann Lee", "mayor")
    (entry,) = entries(made(("It was dark", lee), ("It was cold", lee)))
    assert [use.role for use in entry.roles] == ["mayor"]


def test_what_an_entry_counts() -> None:
    lee = speaker("Ann Lee")
    dated = made(("It was very dark", lee), ("It was cold", lee), date="2026-03")
    undated = made(("And wet", lee))
    (entry,) = entries(undated, dated)
    assert (entry.quotes, entry.articles, entry.words) == (3, 2, 9)
    assert (entry.first, entry.last) == ("2026-03", "2026-03")
    assert entry.article_ids == (dated.id, undated.id)
    assert entry.quote_ids == tuple(quote.id for quote in (*dated.quotes, *undated.quotes))


@pytest.mark.parametrize(
    ("speakers", "name", "aliases"),
    [
        pytest.param(
            [speaker("Zoë Luk"), speaker("Zoë Luk"), speaker("Zoe Luk")],
            "Zoë Luk",
            ("Zoe Luk",),
            id="most often",
        ),
        pytest.param(
            [speaker("Ann Lee"), speaker("Ann B. Lee")], "Ann B. Lee", ("Ann Lee",), id="else the longest"
        ),
        pytest.param([speaker("Ann Lee", printed="Lee")], "Ann Lee", ("Lee",), id="a proper mention"),
        pytest.param([speaker("Ann Lee", printed="She")], "Ann Lee", (), id="a pronoun"),
        pytest.param([speaker("Ann Lee", printed="the mayor")], "Ann Lee", (), id="a common noun"),
        pytest.param([speaker("Ann Lee", printed="Mayor Ann Lee")], "Ann Lee", (), id="the name with a role"),
        pytest.param(
            [speaker("Harbour Board", sort="organization", printed="the HB")],
            "Harbour Board",
            ("HB",),
            id="without an article",
        ),
        pytest.param([speaker("Ann Lee", printed="")], "Ann Lee", (), id="no mention"),
    ],
)
def test_names_and_aliases(speakers: list[Speaker], name: str, aliases: tuple[str, ...]) -> None:
    (entry,) = entries(*said_by(*speakers))
    assert (entry.name, entry.aliases) == (name, aliases)


def test_the_type_is_the_one_that_is_known() -> None:
    (entry,) = entries(
        *said_by(speaker("Ann Lee", sort="unknown"), speaker("Ann Lee", sort="unknown"), speaker("Ann Lee"))
    )
    assert entry.type == "person"


def test_an_entry_has_the_same_id_whatever_else_is_there() -> None:
    one, two, three = said_by(speaker("Ann Lee"), speaker("ANN LEE"), speaker("Ian Cole"))
    assert entries(one)[0].id == entries(three, two)[0].id == entries(one, two, three)[0].id


def test_those_with_most_quotes_come_first_then_by_name() -> None:
    articles = said_by(*(speaker(name) for name in ("Ian Cole", "Ann Lee", "Zoë Luk", "Zoë Luk")))
    assert [entry.name for entry in entries(*articles)] == ["Zoë Luk", "Ann Lee", "Ian Cole"]
    assert entries(*articles) == entries(*reversed(articles))


def test_an_entry_comes_back_from_its_row() -> None:
    articles = said_by(speaker("Ann Lee", "mayor"), speaker("Ann B. Lee"))
    (entry,) = entries(*articles)
    rows = {each.id: article_record(each.article) for each in articles}
    assert read_entry(entry_row(entry), rows) == entry
