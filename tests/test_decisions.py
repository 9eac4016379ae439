"""What people decide: what each decision does, what is refused, and that all can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotes.deciding.decisions import decision_row, read_decision
from quotes.deciding.regrouping import all_rows
from quotes.errors import NotFoundError, QueryError
from quotes.identity import SpeakerEntry
from quotes.library import Library
from quotes.lookup import rulings_of
from quotes.model import Quote
from quotes.storage import MemoryStore
from quotes.tables import parse, serialize
from tests.library_builders import Made, Rereading, fill, made, new_library, speaker

SORVIA = made(
    ("The grain will come", speaker("Alik Lukashenko", "president")),
    ("We were not asked", speaker("Ann Lee", "mayor")),
    title="Grain",
    date="2026-01-01",
    outlet="Wire",
)
BORDER = made(
    ("The border is shut", speaker("Alyk Lukashenka", "president")),
    ("I sell bread", speaker("Ann Lee", "baker")),
    title="Border",
    date="2026-02-01",
    outlet="Gazette",
)
COUNCIL = made(
    ("The taxes stay", speaker("Lee")),
    ("They may go", None),
    ("No comment", speaker("Harbour Board", sort="organization")),
    ("It was dark", speaker("a neighbour", named=False)),
    title="Council",
    date="2026-03-01",
)
ALL = (SORVIA, BORDER, COUNCIL)
GRAIN, ASKED = SORVIA.quotes
SHUT, BREAD = BORDER.quotes
TAXES, MAY_GO, NO_COMMENT, DARK = (
    replace(quote, candidates=("Lee", "Ian Cole")) if quote.speaker is None else quote
    for quote in COUNCIL.quotes
)


def ticking() -> Any:
    ticks = iter(range(10_000))
    return lambda: f"2026-05-01T10:{next(ticks):04}"


@pytest.fixture(params=["memory", "file", "large"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    council = replace(COUNCIL, quotes=(TAXES, MAY_GO, NO_COMMENT, DARK))
    if request.param == "large":
        monkeypatch.setattr("quotes.tables.LARGE", -1)
        return fill(Rereading.open(tmp_path / "library"), (SORVIA, BORDER, council))
    return fill(new_library(request.param, tmp_path), (SORVIA, BORDER, council))


def names(library: Library) -> list[str]:
    return sorted(entry.name for entry in library.speakers())


def said(library: Library, name: str) -> set[str]:
    return {quote.text.rstrip(",") for quote in library.quotes(who=name)}


def one(library: Library, name: str) -> SpeakerEntry:
    (entry,) = library.find_speakers(name)
    return entry


def alone(library: Library) -> SpeakerEntry:
    return next(entry for entry in library.speakers() if entry.name == "Lee")


EVERYBODY = ["Alik Lukashenko", "Alyk Lukashenka", "Ann Lee", "Harbour Board", "Lee", "a neighbour"]


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


REFUSED = [
    pytest.param(
        lambda it: it.merge("Ann Lee", "ann lee"),
        "Ann Lee (d4594c3d) is one speaker already: name each once",
        id="with themselves",
    ),
    pytest.param(
        lambda it: it.merge("Ann Lee"), "a merge needs two speakers: quotes merge KEEP OTHER", id="one"
    ),
    pytest.param(
        lambda it: it.merge("Lukashenko", "Bo Cho"),
        "nobody called 'Bo Cho' is quoted in this library; quotes speakers lists all",
        id="nobody",
    ),
    pytest.param(
        lambda it: it.unmerge("Ann Lee"),
        "Ann Lee was merged with nobody; quotes log lists the decisions",
        id="not merged",
    ),
    pytest.param(
        lambda it: it.unmerge("Ann Lee", "ann lee"),
        "'Ann Lee' and 'ann lee' are both Ann Lee, by name: quotes split takes them apart",
        id="one by name",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee", SORVIA.id, BORDER.id),
        "that is all that Ann Lee says: leave something, or use quotes rename",
        id="all of it",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee", GRAIN.id),
        f"no article or quote of Ann Lee has an id that begins with '{GRAIN.id}'",
        id="nothing of theirs",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee"),
        "say what is not by Ann Lee: quotes split NAME ID, an article's or a quote's",
        id="nothing",
    ),
    pytest.param(
        lambda it: it.rename("Ann Lee", "Ann Lee"), "Ann Lee is called so already", id="the same name"
    ),
    pytest.param(
        lambda it: it.rename("Ann Lee", " … "), "' … ' is no name: give one with letters", id="no name"
    ),
    pytest.param(
        lambda it: it.rename("Lukashenka", "alik lukashenko"),
        "Alik Lukashenko (03c7a3c0) is another speaker: quotes merge makes them one",
        id="the name of another",
    ),
    pytest.param(
        lambda it: it.alias("Lukashenka", "Alik Lukashenko"),
        "Alik Lukashenko (03c7a3c0) is another speaker: quotes merge makes them one",
        id="an alias that is the name of another",
    ),
    pytest.param(
        lambda it: it.alias("Ann Lee", "Ann Lee"), "Ann Lee is known as Ann Lee already", id="a known name"
    ),
    pytest.param(lambda it: it.merge("Ann Lee", " "), "' ' is no name: give a name or an id", id="blank"),
    pytest.param(
        lambda it: it.edit(MAY_GO.id),
        "nothing to change: give a speaker, role, kind, status or note",
        id="no change",
    ),
    pytest.param(
        lambda it: it.edit(MAY_GO.id, role="clerk"),
        f"quote {MAY_GO.id[:8]} has no speaker to have a role: give the speaker too",
        id="a role of nobody",
    ),
    pytest.param(
        lambda it: it.edit(GRAIN.id, kind="loud"),
        "kind 'loud' does not exist: choose direct, indirect, mixed",
        id="a kind",
    ),
    pytest.param(
        lambda it: it.edit(GRAIN.id, status="true"),
        "status 'true' does not exist: choose unchecked, confirmed, corrected, rejected, needs-source",
        id="a status",
    ),
    pytest.param(lambda it: it.reject("ffff"), "no quote has an id that begins with 'ffff'", id="no quote"),
    pytest.param(
        lambda it: it.undo(), "there is no decision to undo; quotes log lists the decisions", id="undo"
    ),
    pytest.param(lambda it: it.undo(0), "0 steps are none: give 1 or more", id="no steps"),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED)
def test_what_is_refused_changes_nothing(library: Library, ask: Any, message: str) -> None:
    with pytest.raises((QueryError, NotFoundError)) as caught:
        ask(library)
    assert str(caught.value) == message
    assert library.log() == ()


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


def test_a_name_that_several_have_is_asked_back(library: Library) -> None:
    with pytest.raises(QueryError) as caught:
        library.merge("Lukashenko", "Lee")
    ids = one(library, "Ann Lee").id[:8], alone(library).id[:8]
    assert str(caught.value) == (
        f"'Lee' may be 2 speakers: Ann Lee ({ids[0]}), Lee ({ids[1]}); say the full name or the id"
    )


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


def test_a_library_is_byte_for_byte_as_before(tmp_path: Path) -> None:
    articles = [
        made(
            (f"This is statement {number}", speaker(f"Ann Lee{number}son")),
            (f"And this {number}", speaker(f"Ann Lee{number}sson")),
            date="2026-01-01",
        )
        for number in range(50)
    ]
    with Library.open(tmp_path) as library:
        fill(library, articles)
        before = (tmp_path / "quotes.json").read_bytes()
        for number in range(50):
            library.merge(f"Ann Lee{number}son", f"Ann Lee{number}sson")
        assert len(library.speakers()) == 50
        library.undo(50)
    assert (tmp_path / "quotes.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "quotes.json",
        "quotes.json.bak",
        "quotes.json.lock",
        "texts",
    ]


# --- any sequence of decisions ---------------------------------------------------------------------

PEOPLE = ("Ann Lee", "Ann B. Lee", "Ann C. Lee", "Lee", "Ana Leigh", "Bo Cho", "Board", "a nurse")


def _speaker(name: str) -> Any:
    return speaker(name, sort="organization" if name == "Board" else "person", named=name != "a nurse")


CROWD = tuple(
    made(
        *(
            (f"Line {line} of {number}", _speaker(PEOPLE[(number + step * line) % len(PEOPLE)]))
            for line in range(3)
        ),
        (f"Nobody {number}", None),
        date=f"2026-01-{number + 1:02}",
        title=f"Article {number}",
    )
    for number, step in enumerate((1, 2, 3, 5, 7, 1, 4))
)
IDS = [quote.id for article in CROWD for quote in article.quotes]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "merge",
                "unmerge",
                "part",
                "split",
                "rename",
                "alias",
                "speaker",
                "reject",
                "note",
                "skip",
                "undo",
            ]
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=12,
)


def _state(store: MemoryStore) -> bytes:
    return serialize(store.read())


def _take(library: Library, step: tuple[str, int, int]) -> None:
    """Take a step, and check that it has done what it says."""
    what, first, second = step
    known = library.speakers()
    one, two = known[first % len(known)], known[second % len(known)]
    quote = library.quote(IDS[second % len(IDS)])
    if what == "merge":
        library.merge(one.id, two.id)
        (entry,) = library.find_speakers(one.id)
        assert {*entry.quote_ids} == {*one.quote_ids, *two.quote_ids}
        assert (entry.id, entry.name) == (one.id, one.name)
    elif what == "unmerge":
        library.unmerge(one.id)
        assert len(library.speakers()) >= len(known), "or more, unless there is nothing left to part"
    elif what == "part":
        library.unmerge(one.id, two.id)
        assert library.speakers() == known
    elif what == "split":
        library.split(one.id, one.quote_ids[second % one.quotes], called=f"Part {len(library.log())}")
        (entry,) = library.find_speakers(f"Part {len(library.log()) - 1}")
        assert entry.quote_ids == (one.quote_ids[second % one.quotes],)
    elif what == "rename":
        library.rename(one.id, f"Renamed {second}")
        assert {*library.find_speakers(f"Renamed {second}")[0].quote_ids} == {*one.quote_ids}
    elif what == "alias":
        library.alias(one.id, PEOPLE[second % len(PEOPLE)])
        (entry,) = (entry for entry in library.speakers() if entry.id == one.id)
        assert {*entry.quote_ids} >= {*one.quote_ids}
    elif what == "speaker":
        library.edit(quote.id, speaker=one.id)
        if quote.status != "rejected":
            (entry,) = (entry for entry in library.speakers() if quote.id in entry.quote_ids)
            # Or of whom they are one with since: the last Ann B. Lee is gone, so Ann C. Lee is Ann Lee.
            assert entry.id == one.id or {*one.quote_ids} <= {*entry.quote_ids}
    elif what == "reject":
        library.reject(quote.id)
        assert all(quote.id not in entry.quote_ids for entry in library.speakers())
    elif what == "note":
        library.edit(quote.id, note=f"note {first}")
    elif what == "skip":
        library.skip(quote.id)
    else:
        library.undo(1 + first % 3)


@example(
    [("merge", 9, 36), ("speaker", 0, 17), ("merge", 6, 0)]
)  # a name stays whose owner says nothing more
@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_any_sequence_of_decisions_is_consistent_and_can_be_undone(steps: list[tuple[str, int, int]]) -> None:
    store = MemoryStore()
    library = fill(Library(store, clock=ticking()), CROWD)
    states = [_state(store)]
    for step in steps:
        try:
            _take(library, step)
        except QueryError:
            assert _state(store) == states[-1]
        else:
            made = len(library.log())
            assert made < len(states) or made == len(states)
            if made < len(states):
                assert _state(store) == states[made]
            states[made:] = [_state(store)]
        _holds_together(library)
        tables = store.read()
        assert list(tables["speakers"].values()) == all_rows(tables, rulings_of(tables)), "as made anew"
    if library.log():
        library.undo(len(library.log()))
    assert _state(store) == states[0]


def _holds_together(library: Library) -> None:
    """Each quote with a speaker that was not rejected is of one speaker, under one name."""
    owned = [quote for entry in library.speakers() for quote in entry.quote_ids]
    assert len(owned) == len({*owned})
    quotes = {quote.id: quote for quote in library.quotes()}
    assert {*owned} == {quote.id for quote in quotes.values() if quote.speaker and quote.status != "rejected"}
    for entry in library.speakers():
        if entry.decided:
            assert {_name(quotes[quote]) for quote in entry.quote_ids} == {entry.name}


def _name(quote: Quote) -> str:
    assert quote.speaker is not None
    return quote.speaker.name


@given(STEPS, st.permutations(CROWD), st.integers(0, len(CROWD)))
@settings(deadline=None, max_examples=40)
def test_who_is_who_does_not_depend_on_the_order_of_the_articles(
    steps: list[tuple[str, int, int]], order: list[Made], later: int
) -> None:
    library = fill(Library.in_memory(clock=ticking()), CROWD)
    for step in steps:
        if step[0] != "undo":
            try:
                _take(library, step)
            except QueryError:
                continue
    store = MemoryStore()
    with store.change() as change:
        change.insert("decisions", [decision_row(decision) for decision in library.log()])
    other = fill(fill(Library(store), order[:later]), order[later:])
    assert other.speakers() == library.speakers()
    assert other.quotes() == library.quotes()


@example([3, 4, [("merge", 1, 4)], 0, 2, 6])  # Ann B. Lee is Ann Lee, and so Bo Cho, once the others are gone
@given(st.lists(st.one_of(STEPS.map(lambda steps: steps[:1]), st.integers(0, len(CROWD) - 1)), max_size=14))
@settings(deadline=None, max_examples=60)
def test_decisions_hold_while_articles_come_and_go(moves: list[Any]) -> None:
    store = MemoryStore()
    library = fill(Library(store, clock=ticking()), CROWD)
    for move in moves:
        if isinstance(move, int):
            if any(article.id == CROWD[move].id for article in library.articles()):
                if len(library.articles()) > 1:
                    library.remove(CROWD[move].id)
            else:
                fill(library, [CROWD[move]])
        for step in move if isinstance(move, list) else ():
            try:
                _take(library, step)
            except (QueryError, NotFoundError):
                continue
        tables = store.read()
        assert list(tables["speakers"].values()) == all_rows(tables, rulings_of(tables))
    for article in CROWD:
        fill(library, [article])
    all_there = fill(Library.in_memory(), CROWD)
    if library.log():
        library.undo(len(library.log()))
    assert library.speakers() == all_there.speakers()


@given(STEPS)
@settings(deadline=None, max_examples=30)
def test_a_decision_comes_back_from_its_row(steps: list[tuple[str, int, int]]) -> None:
    library = fill(Library.in_memory(clock=ticking()), CROWD)
    for step in steps:
        try:
            _take(library, step)
        except QueryError:
            continue
    rows = {str(number): decision_row(each) for number, each in enumerate(library.log())}
    back = parse(serialize({"decisions": rows}))["decisions"]
    assert tuple(map(read_decision, back.values())) == library.log()
