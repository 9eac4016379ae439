"""What people decide about a quote: what an edit does, and what it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.library import Library
from tests.decided import ASKED, BREAD, GRAIN, MAY_GO, SHUT, TAXES, names, one, opened, said
from tests.library_builders import fill, made, speaker


@pytest.fixture(params=["memory", "file", "large"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    return opened(request.param, tmp_path, monkeypatch)


class TestEdit:
    def test_a_speaker_of_the_article(self, library: Library) -> None:
        library.edit(MAY_GO.id[:6], speaker="Lee", note="heard it myself", by="dv")
        quote = library.quote(MAY_GO.id)
        assert quote.speaker == replace(speaker("Lee"), as_printed="Somebody")
        assert (quote.status, quote.note, quote.checker) == ("corrected", "heard it myself", "dv")
        assert quote.checked is not None
        assert said(library, "Lee") == {"The taxes stay", "They may go", "We were not asked", "I sell bread"}
        assert sorted(entry.quotes for entry in library.find_speakers("Lee")) == [2, 2]

    def test_a_speaker_of_the_library(self, library: Library) -> None:
        library.edit(MAY_GO.id, speaker="Alik Lukashenko")
        assert said(library, "Lukashenko") == {"The grain will come", "They may go"}

    def test_a_candidate_by_surname(self, library: Library) -> None:
        library.edit(MAY_GO.id, speaker="cole")
        assert said(library, "Ian Cole") == {"They may go"}

    def test_somebody_new(self, library: Library) -> None:
        library.edit(MAY_GO.id, speaker="Bo  Cho", role="clerk")
        entry = one(library, "Bo Cho")
        assert (entry.type, [use.role for use in entry.roles]) == ("person", ["clerk"])

    def test_nobody(self, library: Library) -> None:
        library.edit(TAXES.id, speaker="")
        assert library.quote(TAXES.id).speaker is None
        assert "Lee" not in names(library)

    def test_a_role(self, library: Library) -> None:
        library.edit(ASKED.id, role="deputy mayor")
        whose = library.quote(ASKED.id).speaker
        assert whose is not None
        assert (whose.role, whose.roles) == ("deputy mayor", ("deputy mayor",))
        assert [use.role for use in one(library, "Ann Lee").roles] == ["deputy mayor", "baker"]

    def test_no_role(self, library: Library) -> None:
        library.edit(ASKED.id, role="")
        assert [use.role for use in one(library, "Ann Lee").roles] == ["baker"]

    def test_a_kind_is_what_is_asked_for(self, library: Library) -> None:
        library.edit(ASKED.id, kind="mixed")
        assert [quote.id for quote in library.quotes(kind="mixed")] == [ASKED.id]
        assert library.quote(ASKED.id).status == "corrected"

    def test_a_note_alone_corrects_nothing(self, library: Library) -> None:
        library.edit(ASKED.id, note="call her")
        assert (library.quote(ASKED.id).status, library.quote(ASKED.id).note) == ("unchecked", "call her")

    def test_one_edit_lies_on_the_other(self, library: Library) -> None:
        library.edit(ASKED.id, role="clerk", note="one")
        library.edit(ASKED.id, status="confirmed")
        library.edit(ASKED.id, note="two")
        quote = library.quote(ASKED.id)
        assert quote.speaker is not None
        assert (quote.speaker.role, quote.status, quote.note) == ("clerk", "confirmed", "two")

    def test_another_speaker_has_another_role(self, library: Library) -> None:
        library.edit(ASKED.id, role="clerk")
        library.edit(ASKED.id, speaker="Lukashenko")
        whose = library.quote(ASKED.id).speaker
        assert whose is not None
        assert (whose.name, whose.role) == ("Alik Lukashenko", "president")

    def test_what_is_rejected_is_nobodys(self, library: Library) -> None:
        library.reject(GRAIN.id, reason="a headline")
        assert "Alik Lukashenko" not in names(library)
        assert library.quotes(status="rejected") == (library.quote(GRAIN.id),)
        library.edit(GRAIN.id, status="confirmed")
        assert said(library, "Lukashenko") == {"The grain will come"}


def test_the_steps_to_the_speaker_end_with_what_a_person_decided(library: Library) -> None:
    library.edit(GRAIN.id, speaker="Ann Lee", role="baker", by="dv")
    library.edit(SHUT.id, role="")
    library.edit(BREAD.id, speaker="")
    assert [library.quote(quote.id).because[-1] for quote in (GRAIN, SHUT, BREAD)] == [
        f"a person decided{by}, {time[:10]}: {what}"
        for (by, what), time in zip(
            ((" (dv)", "speaker Ann Lee, role baker"), ("", "no role"), ("", "speaker not known")),
            (decision.time for decision in library.log()),
            strict=True,
        )
    ]


def test_a_name_means_the_person_in_an_edit_too(library: Library) -> None:
    body, person = speaker("Ian Cole", sort="organization"), speaker("Ian Cole")
    fill(library, [made((f"I am {each.type}", each)) for each in (body, person)])
    library.edit(MAY_GO.id, speaker="Ian Cole")
    laid = library.quote(MAY_GO.id).speaker
    assert laid is not None
    assert (laid.name, laid.type) == ("Ian Cole", "person")
