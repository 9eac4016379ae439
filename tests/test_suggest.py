"""Who may be one speaker: what is asked, why, and what is not."""

from __future__ import annotations

import random

import pytest

from quotes import lexicon
from quotes.deciding.doubles import doubles
from quotes.deciding.evidence import WEIGHTS
from quotes.deciding.suggest import CROWD, suggestions
from quotes.identity import speaker_entries
from quotes.library import Library
from quotes.model import Speaker
from tests.library_builders import fill, speaker
from tests.suggesting import aged, articles, suggested


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param(
            speaker("Alik Lukashenko", "president"),
            speaker("Alyk Lukashenka", "president"),
            "surnames that sound alike: Lukashenko, Lukashenka",
            id="transliterations",
        ),
        pytest.param(
            speaker("Vladimir Zelensky"),
            speaker("Volodymyr Zelenskyy"),
            "first names that sound alike: Vladimir, Volodymyr",
            id="transliterations of both names",
        ),
        pytest.param(
            speaker("Svetlana Tikhanovskaya"),
            speaker("Sviatlana Tsikhanouskaya"),
            "surnames that sound alike: Tikhanovskaya, Tsikhanouskaya",
            id="transliterations that look different",
        ),
        pytest.param(
            speaker("Bill Tranter"),
            speaker("William Tranter"),
            "one first name may be short for the other: Bill, William",
            id="a short form",
        ),
        pytest.param(
            speaker("A. Lee", "mayor"), speaker("Ann Lee", "mayor"), "the initial fits: A, Ann", id="initials"
        ),
        pytest.param(
            speaker("JK Moor", "author"),
            speaker("James Keith Moor", "author"),
            "the initial fits: J, James",
            id="two initials",
        ),
        pytest.param(
            speaker("Lee", "mayor of Vale"),
            speaker("Ann Lee", "mayor of Vale"),
            "the same role: mayor of Vale",
            id="a surname with the same role",
        ),
        pytest.param(
            speaker("al-Karim", "minister"),
            speaker("Omar al-Karim", "minister"),
            "the same surname, al-Karim",
            id="a surname with its article",
        ),
        pytest.param(
            speaker("Vega-Ortiz", "mayor"),
            speaker("Ann Vega-Ortiz", "mayor"),
            "the same surname, Vega-Ortiz",
            id="a surname of two",
        ),
        pytest.param(
            speaker("Lee", "Sen."),
            speaker("Ann Lee", "senator"),
            "the same role: senator",
            id="a role in short",
        ),
        pytest.param(
            speaker("Suu Kyi Mra"),
            speaker("Aung Suu Kyi Mra"),
            "one name stands within the other",
            id="a longer name",
        ),
        pytest.param(
            speaker("Joe Vale", "Vice President"),
            speaker("Joseph R. Vale Jr.", "vice president"),
            "the same role: Vice President",
            id="what some outlets leave out",
        ),
        pytest.param(
            speaker("Ada Okonjo"),
            speaker("Ada Okonjo", sort="organization"),
            "the same name",
            id="a person who was read as a body",
        ),
        pytest.param(
            speaker("Xi Jinvo"),
            speaker("Jinvo Xi"),
            "the same words in another order",
            id="the family name first",
        ),
        pytest.param(
            speaker("Ji-hoon Vark"),
            speaker("Vark Jihoon"),
            "the same letters, in one word or in several",
            id="given names in one word, and the family name first",
        ),
        pytest.param(
            speaker("Abdul Rahman Nasser"),
            speaker("Abd al-Rahman Nasir"),
            "names that sound alike when their words are run together",
            id="an article that is a word",
        ),
        pytest.param(
            speaker("Chiang Wei-min", "mayor"),
            speaker("Jiang Weimin", "mayor"),
            "names that sound alike when their words are run together",
            id="another way to write Chinese",
        ),
        pytest.param(
            speaker("Nguyen Van Minh"),
            speaker("Minh Nguyen"),
            "one name stands within the other, the family name first",
            id="without the middle name, and turned",
        ),
        pytest.param(
            speaker("José Luis Ortega y Blanco"),
            speaker("Jose Ortega"),
            "one name stands within the other",
            id="two surnames used short",
        ),
        pytest.param(
            speaker("Julia Marchenko", "pianist"),
            speaker("Yulia Marchenko", "pianist"),
            "two spellings of one first name: Julia, Yulia",
            id="a first name of another language",
        ),
        pytest.param(
            speaker("Jon Mossveld", "secretary of state"),
            speaker("Joh Mossveld", "secretary of state"),
            "first names a letter apart: Jon, Joh",
            id="a misprint",
        ),
        pytest.param(
            speaker("Joe Vale", "mayor"),
            speaker("Joe Vale Jr.", "mayor"),
            "the same surname, Vale",
            id="the surname, and not what follows it",
        ),
        pytest.param(
            speaker("W.F.O.", sort="organization"),
            speaker("World Fever Organization", sort="organization"),
            "W.F.O. are the first letters of World Fever Organization",
            id="an acronym with full stops",
        ),
        pytest.param(
            speaker("Harbour Organisation", sort="organization"),
            speaker("Harbour Organization", sort="organization"),
            "the same but for the spelling of a word",
            id="a British spelling",
        ),
        pytest.param(
            speaker("Ellery Police", sort="organization"),
            speaker("Ellery Police Department", sort="organization"),
            "the same but for Department",
            id="what kind of body it is",
        ),
        pytest.param(
            speaker("Lumen Grid", sort="organization"),
            speaker("Lumen Grid Corp", sort="organization"),
            "the same but for its legal form",
            id="a legal form",
        ),
        pytest.param(
            speaker("VHO", sort="organization"),
            speaker("Vale Health Organization", sort="organization"),
            "VHO are the first letters of Vale Health Organization",
            id="an acronym",
        ),
    ],
)
def test_who_may_be_one(one: Speaker, other: Speaker, reason: str) -> None:
    (found,) = suggested(one, other)
    words = {*reason.replace(",", "").split()}
    assert any({*told.replace(",", "").split()} == words for told in found.speaks_for), "in either order"
    assert {found.one.name, *(each.name for each in found.others)} == {one.name, other.name}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(speaker("Kim Jong Vo", "leader"), speaker("Kim Jong Ra", "leader"), id="names alike"),
        pytest.param(speaker("John Cole"), speaker("Joan Cole"), id="a man and a woman"),
        pytest.param(
            speaker("Martin Vale Sr.", "pastor"), speaker("Martin Vale Jr.", "pastor"), id="father and son"
        ),
        pytest.param(speaker("Martin Vale"), speaker("Martin Vale Jr."), id="perhaps father and son"),
        pytest.param(speaker("March"), speaker("March", sort="organization"), id="a word that is both"),
        pytest.param(speaker("Ann B. Lee", "mayor"), speaker("Anna C. Lee", "mayor"), id="initials"),
        pytest.param(speaker("Ann Lee"), speaker("Lee"), id="a surname and no more"),
        pytest.param(speaker("Vega-Ortiz", "mayor"), speaker("Ann Ortiz", "mayor"), id="half of a surname"),
        pytest.param(speaker("a neighbour", named=False), speaker("neighbour", named=False), id="no names"),
        pytest.param(
            speaker("Paul Ryan", "mayor"), speaker("Ron Paul", "mayor"), id="a first name and a surname"
        ),
        pytest.param(
            speaker("Jon Moss", "mayor"), speaker("John Moss", "doctor"), id="two first names, two roles"
        ),
        pytest.param(
            speaker("Katherine Venhastienko", "mayor"),
            speaker("Katherine Hastienko", "mayor"),
            id="surnames of which one is longer",
        ),
        pytest.param(
            speaker("The Vale campaign", sort="organization"),
            speaker("V.C.", sort="organization"),
            id="first letters of what is no proper name",
        ),
        pytest.param(speaker("Nina Ray", "mayor"), speaker("Nina Roy", "mayor"), id="short surnames"),
        pytest.param(speaker("Hemlata Rao", "minister"), speaker("Priyanka Rao", "minister"), id="a family"),
        pytest.param(
            speaker("Harrow & Finch", sort="organization"),
            speaker("Alasdair Finch"),
            id="a firm and its owner",
        ),
    ],
)
def test_who_is_not_asked_about(one: Speaker, other: Speaker) -> None:
    assert suggested(one, other) == ()


def test_a_junior_may_be_printed_without_it() -> None:
    (found,) = suggested(speaker("Joe Vale", "mayor"), speaker("Joe Vale Jr.", "mayor"))
    assert found.speaks_against == ("one is Jr., the other is not",)


def test_an_acronym_that_an_article_prints_speaks_for() -> None:
    authority = speaker("Coastal Fisheries Authority", sort="organization", printed="the CFA")
    letters = speaker("CFA", sort="organization")
    (found,) = suggested(authority, (letters, letters))
    assert found.one.name == "Coastal Fisheries Authority", "though it has fewer quotes"
    assert "an article calls Coastal Fisheries Authority CFA" in found.speaks_for


def test_letters_that_two_bodies_share_speak_against() -> None:
    bodies = ("CFA", "Coastal Fisheries Authority", "Central Football Association")
    found = suggested(*(speaker(name, sort="organization") for name in bodies))
    assert [each.speaks_against for each in found] == [("2 bodies have these first letters",)] * 2


def test_ages_speak_for_and_against() -> None:
    (found,) = suggested(aged("Bill Cole", 40), aged("William Cole", 40))
    assert "the ages fit: born in 1969 or 1970" not in found.speaks_against
    assert any(reason.startswith("the ages fit: born in ") for reason in found.speaks_for)
    assert suggested(aged("Bill Cole", 40), aged("William Cole", 61)) == ()


def test_two_in_one_article_are_two() -> None:
    cho = speaker("Bo Cho")
    found = suggested((speaker("Alik Lukashenko", "president"), speaker("Alyk Lukashenka", "president")), cho)
    assert found == ()


def test_company_speaks_for_one() -> None:
    beside = speaker("Bo Cho"), speaker("Ian Moor")
    (found,) = suggested((speaker("Bill Tranter"), *beside), (speaker("William Tranter"), *beside))
    assert "2 other speakers are quoted beside both" in found.speaks_for


def test_a_surname_that_stands_alone_in_many_articles_is_one_question() -> None:
    (found,) = suggested(speaker("Ann Lee", "mayor"), *(speaker("Lee", "mayor") for _ in range(5)))
    assert (found.one.name, len(found.others)) == ("Ann Lee", 5)


def test_the_likeliest_come_first_and_the_reasons_by_weight() -> None:
    weak, strong = (speaker("Bo Shaw"), speaker("Beau Shaw")), (speaker("Ann Moor", "mayor"),)
    found = suggested(
        *weak, *strong, speaker("Annie Moor", "mayor"), speaker("Bob Grey"), speaker("Robert Grey")
    )
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert found[0].one.name in ("Ann Moor", "Annie Moor")


def test_whoever_was_merged_is_compared_under_all_names() -> None:
    school = "headteacher of Vale School"
    names = ("Helen Brody", "Helen Brody-Marsh", "Helen Marsh")
    library = fill(Library.in_memory(), articles(*(speaker(name, school) for name in names)))
    assert len(library.suggestions()) == 2
    library.merge("Helen Brody", "Helen Brody-Marsh")
    (found,) = library.suggestions()
    assert (found.one.name, found.others[0].name) == ("Helen Brody", "Helen Marsh")
    library.merge(found.one.id, found.others[0].id)
    assert library.suggestions() == ()


def test_a_junior_by_any_name_is_not_the_father() -> None:
    names = ("Robert Quill Jr.", "Robert Quill", "Robert Quill Sr.")
    for kept, joined in (names[:2], names[1::-1]):
        library = fill(Library.in_memory(), articles(*(speaker(name, "mayor") for name in names)))
        assert len(library.suggestions()) == 2
        library.merge(
            *(entry.id for name in (kept, joined) for entry in library.speakers() if entry.name == name)
        )
        assert library.suggestions() == ()


def test_those_who_were_told_apart_are_not_asked_about_again() -> None:
    library = fill(Library.in_memory(), articles(speaker("Bill Tranter"), speaker("William Tranter")))
    assert len(library.suggestions()) == 1
    library.unmerge("Bill Tranter", "William Tranter")
    assert library.suggestions() == ()
    library.undo()
    assert len(library.suggestions()) == 1


def test_merging_what_is_suggested_leaves_nothing_to_suggest() -> None:
    library = fill(
        Library.in_memory(),
        articles(
            *(
                speaker(name)
                for name in ("Bill Tranter", "William Tranter", "Vladimir Olenko", "Volodymyr Olenka")
            )
        ),
    )
    for each in library.suggestions():
        library.merge(each.one.id, *(other.id for other in each.others))
    assert library.suggestions() == ()
    assert len(library.speakers()) == 2


def test_a_surname_that_a_crowd_has_is_not_compared() -> None:
    first = [name.title() for name in sorted(lexicon.words("first_names_female"))][::5][: CROWD + 1]
    found = suggested(*(speaker(f"{name} Lee", "mayor") for name in first), speaker("Lee", "mayor"))
    assert len(first) > CROWD
    assert all("Lee" not in (each.one.name, each.others[0].name) for each in found)


def test_the_order_of_speakers_does_not_matter() -> None:
    names = "Bill Tranter|William Tranter|Tranter|Ann Lee|Anna Lee|Lee|Lumen|Lumen Corp|Alik Vosk|Alyk Voska"
    entries = list(fill(Library.in_memory(), articles(*map(speaker, names.split("|")))).speakers())
    expected = suggestions(entries)
    random.Random(1).shuffle(entries)
    assert suggestions(entries) == expected


def test_what_a_person_put_behind_a_name_is_no_surname() -> None:
    roles = ("boxer", "judge", "boxer", "judge")
    people = (*(speaker("Bill Cole", role) for role in roles), speaker("William Cole", "judge"))
    library = fill(Library.in_memory(), articles(*people))
    (found,) = library.doubles()
    library.split(found.entry.id, *found.article_ids, called="Bill Cole (judge)")
    best = library.suggestions()[0]
    assert best.one.name == "Bill Cole (judge)"
    assert "the same surname, Cole" in best.speaks_for


def test_every_weight_is_used_and_every_use_is_weighed() -> None:
    from pathlib import Path

    import quotes.deciding.evidence

    source = Path(quotes.deciding.evidence.__file__).read_text("utf-8")
    for kind in WEIGHTS:
        assert source.count(f'"{kind}"') > 1, kind


def test_nobody_has_no_suggestions() -> None:
    assert (suggestions(()), doubles(())) == ((), ())
    assert speaker_entries({}, ()) == ()
