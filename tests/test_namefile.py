"""A file of names: what is read, what is refused, and that it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.deciding.decisions import Name
from quotes.deciding.namefile import contradictions, read_names, write_names
from quotes.errors import QueryError, ReadError
from quotes.library import Library
from quotes.model import SpeakerType
from quotes.query import words
from tests.conftest import UNSURE, Run
from tests.library_builders import fill, made, speaker

FILE = """
[[speaker]]
name = "Volodymyr Zelensky"
aliases = ["Vladimir Zelensky", "Volodymyr  Zelenskyy", "Volodymyr Zelensky"]
wikidata = "Q3874799"

[[speaker]]
name = "Harbour Board"
kind = "organization"
"""
ZELENSKY = Name("Volodymyr Zelensky", ("Vladimir Zelensky", "Volodymyr Zelenskyy"), "person", "Q3874799")
BOARD = Name("Harbour Board", (), "organization")


def read(text: str) -> tuple[Name, ...]:
    return read_names(text.encode(), "names.toml")


def test_a_file() -> None:
    assert read(FILE) == (ZELENSKY, BOARD)
    assert read("\ufeff" + FILE) == read(FILE)
    assert read("") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[[speaker]", "names.toml: no valid TOML", id="no TOML"),
        pytest.param("[[person]]\nname = 'A'", "only [[speaker]] tables belong here (person)", id="a table"),
        pytest.param("speaker = 1", "only [[speaker]] tables belong here", id="no table"),
        pytest.param("[[speaker]]\nname = '…'", 'speaker 1: no name: write name = "…"', id="no letters"),
        pytest.param(
            "[[speaker]]\nname = 'Lee'\nalias = 'A'", "unknown (alias): there are name,", id="field"
        ),
        pytest.param(
            "[[speaker]]\nname = 'Ann Lee'\naliases = 'A'", "aliases are no list of names", id="no list"
        ),
        pytest.param("[[speaker]]\nname = 'Ann Lee'\nkind = 'dog'", "kind 'dog' does not exist", id="a kind"),
        pytest.param("[[speaker]]\nname = 'Ann Lee'\nwikidata = 7", "wikidata 7 is no id", id="an id"),
        pytest.param("[[speaker]]\n[[speaker]]", 'write name = "…"; speaker 2: no name', id="all of it"),
        pytest.param(
            "[[speaker]]\nname = 'Ann Lee'\n[[speaker]]\nname = 'Bo Lee'\naliases = ['ann lee']",
            "names.toml contradicts itself: 'Ann Lee' is a name of 'Ann Lee' and of 'Bo Lee'",
            id="a name of two",
        ),
        pytest.param(
            "[[speaker]]\nname = 'Ann Lee'\nwikidata = 'Q1'\n[[speaker]]\nname = 'Bo Lee'\nwikidata = 'Q1'",
            "Q1 is the id of 'Ann Lee' and of 'Bo Lee'",
            id="an id of two",
        ),
    ],
)
def test_what_is_refused_is_one_line_with_all_faults(text: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8() -> None:
    with pytest.raises(ReadError, match="not UTF-8"):
        read_names("[[speaker]]\nname = 'Zoë'".encode("latin-1"), "names.toml")


def test_a_person_and_a_bank_may_have_one_name() -> None:
    assert list(contradictions([Name("Vale Morgan"), Name("Vale Morgan", (), "organization")])) == []


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: bool(words(text)))
KINDS: st.SearchStrategy[SpeakerType] = st.sampled_from(["person", "organization", "group"])


@given(st.lists(st.builds(Name, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), KINDS, st.none()), max_size=4))
def test_a_file_comes_back(names: list[Name]) -> None:
    clean = [
        Name(" ".join(n.name.split()), tuple(dict.fromkeys(" ".join(a.split()) for a in n.aliases)), n.kind)
        for n in names
    ]
    clean = [Name(n.name, tuple(a for a in n.aliases if a != n.name), n.kind) for n in clean]
    if list(contradictions(clean)):
        return
    assert sorted(read(write_names(clean)), key=repr) == sorted(clean, key=repr)


SPEAKERS = (
    speaker("Volodymyr Zelensky"),
    speaker("Vladimir Zelensky"),
    speaker("Volodymyr Zelenskyy"),
    speaker("Harbour Board", sort="organization"),
    speaker("Pelé"),
    speaker("Pelé"),
    speaker("Ann Lee"),
)
ARTICLES = [
    made((f"Statement {day}", each), date=f"2026-01-{day:02}") for day, each in enumerate(SPEAKERS, 1)
]


@pytest.fixture
def library() -> Library:
    return fill(Library.in_memory(), ARTICLES)


def counted(library: Library) -> dict[str, int]:
    return {entry.name: entry.quotes for entry in library.speakers()}


def test_speakers_are_called_as_a_file_says(library: Library) -> None:
    decision = library.import_names([ZELENSKY, BOARD, Name("Pelé", ("Edson Arantes",))])
    assert decision is not None
    assert decision.about == "3 speakers with 3 aliases"
    assert counted(library) == {"Volodymyr Zelensky": 3, "Harbour Board": 1, "Pelé": 2, "Ann Lee": 1}
    (entry,) = library.find_speakers("Zelenskyy")
    assert entry.wikidata == "Q3874799"
    fill(library, [made(("More", speaker("Edson Arantes")), date="2026-02-01")])
    assert counted(library)["Pelé"] == 3
    library.undo()
    assert counted(library)["Volodymyr Zelensky"] == 1


def test_a_file_takes_the_place_of_the_one_before(library: Library) -> None:
    library.import_names([ZELENSKY])
    library.import_names([Name("Volodymyr Zelensky", ("Vladimir Zelensky",))])
    assert counted(library)["Volodymyr Zelensky"] == 2
    assert library.import_names([Name("Volodymyr Zelensky", ("Vladimir Zelensky",))]) is None
    assert len(library.log()) == 2
    library.undo()
    assert counted(library)["Volodymyr Zelensky"] == 3


def test_a_file_does_not_undo_what_was_decided_by_hand(library: Library) -> None:
    library.merge("Ann Lee", "Harbour Board")
    library.unmerge("Vladimir Zelensky", "Volodymyr Zelenskyy")
    with pytest.raises(QueryError) as caught:
        library.import_names([ZELENSKY, BOARD, Name("Ann Lee")])
    assert str(caught.value) == (
        "the file contradicts what was decided here: 'Vladimir Zelensky' and 'Volodymyr Zelenskyy' were told"
        " apart (quotes merge, or no alias); 'Harbour Board' and 'Ann Lee' were merged (quotes unmerge, or"
        " make one an alias of the other)"
    )
    assert len(library.log()) == 2


def test_what_was_decided_can_be_exported_and_imported_elsewhere(library: Library) -> None:
    library.merge("Volodymyr Zelenskyy", "Vladimir Zelensky", "Volodymyr Zelensky")
    library.rename("Harbour Board", "Port Ellery Harbour Board")
    library.alias("Ann Lee", "Annie Lee")
    names = library.names()
    assert [(name.name, name.aliases) for name in names] == [
        ("Volodymyr Zelenskyy", ("Vladimir Zelensky", "Volodymyr Zelensky")),
        ("Ann Lee", ("Annie Lee",)),
        ("Port Ellery Harbour Board", ("Harbour Board",)),
    ]
    other = fill(Library.in_memory(), ARTICLES)
    other.import_names(read(write_names(names)))
    assert counted(other) == counted(library)
    assert sorted(other.names(), key=repr) == sorted(names, key=repr)


def test_what_holds_for_single_articles_is_not_exported(library: Library) -> None:
    fill(library, [made(("More", speaker("Ann Lee")), ("Less", speaker("Lee")), date="2026-02-01")])
    alone = next(entry for entry in library.speakers() if entry.name == "Lee")
    library.merge("Ann Lee", alone.id)
    library.split("Ann Lee", ARTICLES[-1].id, called="Ann Lee (baker)")
    assert [(name.name, name.aliases) for name in library.names()] == [("Ann Lee", ())]


@given(
    st.lists(
        st.tuples(st.sampled_from(["merge", "rename", "alias"]), st.integers(0, 9), st.integers(0, 9)),
        max_size=6,
    )
)
@settings(deadline=None, max_examples=40)
def test_an_export_never_contradicts_itself_or_its_library(steps: list[tuple[str, int, int]]) -> None:
    library = fill(Library.in_memory(), ARTICLES)
    for what, first, second in steps:
        known = library.speakers()
        one, two = known[first % len(known)], known[second % len(known)]
        try:
            if what == "merge":
                library.merge(one.id, two.id)
            elif what == "rename":
                library.rename(one.id, f"Name {second}")
            else:
                library.alias(one.id, f"Alias {second}")
        except QueryError:
            continue
    names = read(write_names(library.names()))
    library.check_names(names)


class TestCommand:
    def test_export_and_import(self, run: Run, tmp_path: Path) -> None:
        out = tmp_path / "names.toml"
        assert run("names", "export", out).code == 3
        run("rename", "Okonjo", "Dame Ada Okonjo")
        assert run("names", "export", out).err == f"1 speaker written to {out}\n"
        assert run("names", "export", out).code == 1
        run("undo")
        ran = run("names", "import", out, "--dry-run")
        assert ran.err == "1 speaker with 1 alias: nothing contradicts; not imported, only looked\n"
        assert run("names", "import", out).err == "1 speaker with 1 alias\nUndo with: quotes undo\n"
        assert run("names", "import", out).err == "1 speaker with 1 alias: nothing new\n"
        assert run("who", "Okonjo").out.startswith("Dame Ada Okonjo   person\n")
        assert run("names", "export", "-").out == out.read_text("utf-8")

    @pytest.mark.parametrize(
        ("file", "said"),
        [
            pytest.param(
                "", "0 speakers with 0 aliases; takes back 2 names of the file before:"
                " Ada Okonjo, Bram Lind (Ada Okonjo)", id="empty"
            ),
            pytest.param(
                '[[speaker]]\nname = "Ada Okonjo"\n', "1 speaker with 0 aliases; takes back 1 name of the"
                " file before: Bram Lind (Ada Okonjo)", id="without an alias"
            ),
        ],
    )  # fmt: skip
    def test_what_a_file_takes_back_is_said(self, run: Run, file: str, said: str) -> None:
        assert run("edit", UNSURE.id, "--speaker", "Bram Lind").code == 0
        first = run(
            "names", "import", "-", stdin='[[speaker]]\nname = "Ada Okonjo"\naliases = ["Bram Lind"]\n'
        )
        assert first.err.startswith("1 speaker with 1 alias; 1 speaker merged\n")
        looked = run("names", "import", "-", "--dry-run", stdin=file)
        assert looked.err == f"{said}: nothing contradicts; not imported, only looked\n"
        assert (
            run("names", "import", "-", stdin=file).err
            == f"{said}; 1 speaker parted\nUndo with: quotes undo\n"
        )
        assert said in run("log").out
        assert run("who", "Bram Lind").out.startswith("Bram Lind   person\n")

    def test_all(self, run: Run) -> None:
        assert 'name = "Ada Okonjo"' in run("names", "export", "--all", "-").out

    def test_a_file_that_cannot_be_read(self, run: Run, tmp_path: Path) -> None:
        ran = run("names", "import", tmp_path / "gone.toml")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith("gone.toml: no such file or directory; check the name\n")

    def test_stdin(self, run: Run) -> None:
        ran = run("names", "import", "-", stdin='[[speaker]]\nname = "Ada Okonjo"\naliases = ["Adah"]\n')
        assert ran.code == 0
        assert run("who", "Adah").out.startswith("Ada Okonjo   person\n")
