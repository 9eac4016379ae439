"""What people decide about speakers: what each decision does, and what the log says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.errors import QueryError
from quotes.library import Library
from tests.decided import BORDER, BREAD, EVERYBODY, GRAIN, SHUT, alone, names, one, opened, said
from tests.library_builders import fill, made, speaker


@pytest.fixture(params=["memory", "file", "large"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    return opened(request.param, tmp_path, monkeypatch)


def test_nobody_is_merged_on_a_likeness(library: Library) -> None:
    assert names(library) == EVERYBODY


class TestMerge:
    def test_two_are_one_called_as_the_first(self, library: Library) -> None:
        library.merge("Lukashenka", "Lukashenko", reason="one man")
        entry = one(library, "Lukashenko")
        assert (entry.name, entry.quotes, entry.articles) == ("Alyk Lukashenka", 2, 2)
        assert entry.aliases == ("Alik Lukashenko",)
        assert [(use.role, use.date) for use in entry.roles] == [
            ("president", "2026-01-01"),
            ("president", "2026-02-01"),
        ]

    def test_quotes_are_shown_under_the_name_that_was_kept_and_as_printed(self, library: Library) -> None:
        library.merge("Lukashenka", "Lukashenko")
        whose = library.quote(GRAIN.id).speaker
        assert whose is not None
        assert (whose.name, whose.as_printed, whose.role) == (
            "Alyk Lukashenka",
            "Alik Lukashenko",
            "president",
        )

    def test_the_id_is_that_of_whom_is_kept(self, library: Library) -> None:
        kept = one(library, "Lukashenka").id
        library.merge("Lukashenka", "Lukashenko")
        assert one(library, "Lukashenka").id == kept

    def test_it_holds_for_articles_that_come_later(self, library: Library) -> None:
        library.merge("Lukashenka", "Lukashenko")
        fill(library, [made(("The grain is here", speaker("Alik Lukashenko")), date="2026-04-01")])
        assert one(library, "Lukashenko").quotes == 3

    def test_several_at_once_and_one_after_the_other(self, library: Library) -> None:
        library.merge("Ann Lee", alone(library).id, "Harbour Board")
        library.merge("Lukashenko", "Ann Lee")
        assert one(library, "Lukashenko").quotes == 5
        library.unmerge("Ann Lee")
        assert (one(library, "Lukashenko").quotes, one(library, "Ann Lee").quotes) == (1, 4)

    def test_it_survives_the_article_of_whom_is_kept(self, library: Library) -> None:
        library.merge("Lukashenka", "Lukashenko")
        kept = one(library, "Lukashenka").id
        library.remove(BORDER.id)
        assert one(library, "Lukashenko").id == kept
        fill(library, [BORDER])
        assert one(library, "Lukashenko").quotes == 2

    def test_initials_that_come_later_part_nobody_who_was_merged(self, library: Library) -> None:
        fill(library, [made(("So it is", speaker("Ann B. Lee")), date="2026-04-01")])
        library.merge("Harbour Board", "Ann Lee")
        assert one(library, "Harbour Board").quotes == 4
        fill(library, [made(("Or not", speaker("Ann C. Lee")), date="2026-05-01")])
        assert one(library, "Harbour Board").quotes == 4
        assert "Ann C. Lee" in names(library)

    def test_unmerge(self, library: Library) -> None:
        before = library.speakers()
        library.merge("Lukashenka", "Lukashenko")
        library.unmerge("Lukashenko")
        assert library.speakers() == before

    def test_unmerge_by_whom_was_kept_if_there_is_one_other(self, library: Library) -> None:
        library.merge("Lukashenka", "Lukashenko")
        library.unmerge("Lukashenka")
        assert names(library) == EVERYBODY

    @pytest.mark.parametrize("asked", [("Lukashenko", "Lukashenka"), ("Lukashenka", "Lukashenko")])
    def test_unmerge_of_two_in_either_order(self, library: Library, asked: tuple[str, str]) -> None:
        library.merge("Lukashenka", "Lukashenko")
        assert library.unmerge(*asked).about == "Alik Lukashenko is not Alyk Lukashenka"
        assert names(library) == EVERYBODY

    def test_two_that_were_never_one_can_be_told_apart(self, library: Library) -> None:
        decision = library.unmerge("Lukashenka", "Lukashenko", reason="father and son")
        assert decision.about == "Alyk Lukashenka is not Alik Lukashenko"
        assert names(library) == EVERYBODY
        with pytest.raises(QueryError, match="Alik Lukashenko and Alyk Lukashenka were told apart already"):
            library.unmerge("Lukashenko", "Lukashenka")


class TestSplit:
    def test_an_article_is_another_person(self, library: Library) -> None:
        library.split("Ann Lee", BORDER.id[:6], called="Ann Lee (baker)")
        assert said(library, "Ann Lee (baker)") == {"I sell bread"}
        assert [use.role for use in one(library, "Ann Lee (baker)").roles] == ["baker"]
        assert said(library, "Ann Lee") == {"We were not asked"}

    def test_without_a_name_they_are_told_apart_by_id(self, library: Library) -> None:
        before = one(library, "Ann Lee").id
        library.split("Ann Lee", BREAD.id)
        both = library.find_speakers("Ann Lee")
        assert [entry.name for entry in both] == ["Ann Lee", "Ann Lee"]
        assert {entry.id for entry in both} > {before}

    def test_who_comes_later_is_the_one_who_was_there(self, library: Library) -> None:
        library.split("Ann Lee", BORDER.id, called="The other Lee")
        fill(library, [made(("Still here", speaker("Ann Lee")), date="2026-04-01")])
        assert said(library, "Ann Lee") == {"We were not asked", "Still here"}

    def test_it_is_taken_back_by_a_merge(self, library: Library) -> None:
        library.split("Ann Lee", BORDER.id, called="The other Lee")
        library.merge("Ann Lee", "The other Lee")
        assert one(library, "Ann Lee").quotes == 2
        library.split("Ann Lee", BORDER.id, called="The baker")
        assert said(library, "The baker") == {"I sell bread"}

    def test_a_quote_that_is_given_back_stays(self, library: Library) -> None:
        library.split("Ann Lee", BORDER.id, called="The other Lee")
        library.edit(BREAD.id, speaker=next(e for e in library.speakers() if e.name == "Ann Lee").id)
        assert said(library, "Ann Lee") == {"We were not asked", "I sell bread"}


class TestNames:
    def test_rename(self, library: Library) -> None:
        library.rename("Lukashenka", "Alyaksandr Lukashenka")
        entry = one(library, "Alyaksandr")
        assert (entry.name, entry.aliases) == ("Alyaksandr Lukashenka", ("Alyk Lukashenka",))
        whose = library.quote(SHUT.id).speaker
        assert whose is not None
        assert (whose.name, whose.as_printed) == ("Alyaksandr Lukashenka", "Alyk Lukashenka")

    def test_alias_of_a_full_name_holds_for_articles_that_come_later(self, library: Library) -> None:
        library.alias("Lukashenko", "Al Lukash")
        assert one(library, "Al Lukash").name == "Alik Lukashenko"
        fill(library, [made(("Hello", speaker("Al Lukash")), date="2026-04-01")])
        assert one(library, "Lukashenko").quotes == 2

    def test_an_alias_is_taken_back(self, library: Library) -> None:
        library.alias("Lukashenko", "Al Lukash")
        library.unmerge("Al Lukash", "Lukashenko")
        assert library.find_speakers("Al Lukash") == ()

    def test_alias_of_one_name_means_it_everywhere(self, library: Library) -> None:
        library.alias("Ann Lee", "Lee")
        fill(library, [made(("Hello", speaker("Lee")), date="2026-04-01")])
        assert one(library, "Ann Lee").quotes == 4
        library.unmerge("Lee")
        assert one(library, "Ann Lee").quotes == 2


def test_who_was_given_a_name_is_parted_by_that_name(library: Library) -> None:
    library.split("Ann Lee", BORDER.id, called="Ann the Baker")
    library.merge("Lukashenko", "Ann the Baker")
    assert library.unmerge("Ann the Baker").about == "Ann the Baker is not Alik Lukashenko"
    library.rename("Harbour Board", "The Board")
    library.merge("Lukashenko", "The Board")
    assert library.unmerge("the board").about == "The Board is not Alik Lukashenko"
    assert said(library, "Ann the Baker") == {"I sell bread"}
    assert said(library, "Harbour Board") == {"No comment"}


@pytest.mark.parametrize("called", ["F.B.I.", "FBI", "fbi"])
def test_letters_with_points_are_those_without(called: str) -> None:
    offices = [
        made((words, speaker(name, sort="organization"))) for words, name in (("A", "FBI"), ("B", "F.B.I."))
    ]
    library = fill(Library.in_memory(), (*offices, made(("C", speaker("Bureau", sort="organization")))))
    assert sorted(entry.quotes for entry in library.speakers()) == [1, 2]
    library.merge("Bureau", called)
    assert library.unmerge(called).about == "F.B.I. is not Bureau"
    assert sorted(entry.quotes for entry in library.speakers()) == [1, 2]


def test_a_body_is_meant_by_its_name_though_another_is_called_so() -> None:
    bureau = speaker("Bureau of Fish", sort="organization", printed="the BF")
    letters = speaker("BF", sort="organization")
    library = fill(Library.in_memory(), (made(("A", bureau)), made(("B", letters))))
    assert library.merge("Bureau of Fish", "BF").about == "BF → Bureau of Fish"
    assert len(library.speakers()) == 1


def test_the_log_says_what_when_by_whom_and_why(library: Library) -> None:
    merge = library.merge("Lukashenka", "Lukashenko", by="dv", reason="one man")
    reject = library.reject(GRAIN.id)
    assert library.log() == (merge, reject)
    assert [(each.kind, each.about, each.by, each.reason) for each in library.log()] == [
        ("merge", "Alik Lukashenko → Alyk Lukashenka", "dv", "one man"),
        ("reject", "“The grain will come,”", "", ""),
    ]
    assert merge.time.startswith("20")
    assert merge.id != reject.id


def test_only_what_is_meant_is_undone(library: Library) -> None:
    mine = library.reject(GRAIN.id)
    library.reject(SHUT.id)
    with pytest.raises(QueryError, match="somebody else decided something since"):
        library.undo(only=mine.id)
    assert [each.about for each in library.undo(2)] == [
        "“The border is shut,”",
        "“The grain will come,”",
    ]
