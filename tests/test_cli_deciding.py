"""The commands by which people decide: what they say, what they refuse, and that undo takes it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.library import Library
from quotes.model import Article
from tests.conftest import ADA, ARTICLE, DIRECT, INDIRECT, UNSURE, Run

UNDO = "Undo with: quotes undo\n"


@pytest.fixture
def two(run: Run, folder: Path) -> Run:
    """Return `run` on a library in which another article quotes Adah Okonjo."""
    from quotes import extract

    text = "“No boat leaves,” said Adah Okonjo, the harbour master.\n\n“None at all,” said Bo Cho."
    with Library.open(folder) as library:
        library.add(Article(text, title="No boat", date="2026-04-01"), extract(text))
    return run


def test_merge_and_undo(two: Run, folder: Path) -> None:
    before = (folder / "quotes.json").read_bytes()
    ran = two("merge", "Ada Okonjo", "Adah Okonjo", "--reason", "a slip", "--by", "dv")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("one speaker: Ada Okonjo (")
    assert ran.err.endswith("): 4 quotes in 2 articles\n" + UNDO)
    assert two("who", "Adah").out.startswith("Ada Okonjo   person\n")
    log = json.loads(two("log", "-f", "json").out)
    assert [(each["kind"], each["about"], each["by"], each["reason"], each["idle"]) for each in log] == [
        ("merge", "Adah Okonjo → Ada Okonjo", "dv", "a slip", False)
    ]
    assert two("undo").err == "1 decision undone, 0 left\n"
    assert (folder / "quotes.json").read_bytes() == before


def test_unmerge_rename_alias_split(two: Run) -> None:
    two("merge", "Ada Okonjo", "Adah Okonjo")
    assert two("unmerge", "Adah Okonjo").err == f"two speakers: Adah Okonjo is not Ada Okonjo\n{UNDO}"
    assert two("rename", "Adah", "Dame Adah Okonjo-Bell").err.startswith("now called Dame Adah Okonjo-Bell (")
    assert two("alias", "Cho", "Bo Choe").err.startswith("Bo Choe is Bo Cho (")
    ran = two("split", "Ada Okonjo", DIRECT.id[:6], "--name", "Ada Okonjo (mother)")
    assert ran.err.startswith("two speakers: Ada Okonjo (")
    assert "; Ada Okonjo (mother) (" in ran.err
    assert two("undo", "5").err == "5 decisions undone, 0 left\n"


def test_edit(run: Run) -> None:
    ran = run(
        "edit", UNSURE.id[:6], "--speaker", "Lind", "--role", "baker", "--note", "on tape", "-f", "json"
    )
    assert ran.err == f"corrected: direct, Bram Lind, baker\n{UNDO}"
    assert json.loads(ran.out)[0]["about"] == "“We pay twice.”: speaker Bram Lind; role baker; note on tape"
    assert "“We pay twice.”" in run("who", "Lind").out
    assert "corrected" in run("show", UNSURE.id).out
    shown = json.loads(run("show", UNSURE.id, "-f", "json").out)
    assert (shown["status"], shown["note"], shown["speaker"]["role"]) == ("corrected", "on tape", "baker")


def test_the_name_of_who_was_corrected_away_is_no_name_of_who_said_it(two: Run) -> None:
    (cho,) = json.loads(two("who", "Bo Cho", "-f", "json").out)["quotes"]
    two("edit", cho["id"], "--speaker", "Adah Okonjo")
    assert json.loads(two("show", cho["id"], "-f", "json").out)["speaker"]["as_printed"] == "Bo Cho"
    assert "Cho" not in two("who", "Adah Okonjo").out
    assert two("who", "Bo Cho").code == 3


def test_reject(run: Run) -> None:
    assert run("reject", INDIRECT.id).err == f"rejected: it is nobody's now\n{UNDO}"
    assert INDIRECT.id[:8] not in run("who", "Okonjo").out
    assert "rejected" in run("show", ARTICLE.id).out
    assert INDIRECT.id not in run("export", "-").out
    assert INDIRECT.id in run("export", "-", "--status", "rejected").out


def test_log(run: Run) -> None:
    assert run("log").code == 3
    run("reject", DIRECT.id)
    run("edit", INDIRECT.id, "--note", "one")
    run("remove", ARTICLE.id)
    ran = run("log", "--limit", "1")
    assert ran.err == "1 of 2 decisions, 2 idle\n"
    assert "edit" in ran.out
    assert "idle" in ran.out
    assert "reject" not in ran.out


def test_undo_of_nothing(run: Run) -> None:
    told = (3, "", "quotes: nothing was decided yet that could be undone\n")
    assert run("undo") == run("undo", "--dry-run") == told
    assert run("log").code == 3


def test_undo_of_more_than_there_is(run: Run) -> None:
    run("reject", DIRECT.id)
    told = (2, "", "quotes: there is 1 decision to undo; quotes log lists the decisions\n")
    assert run("undo", "2") == run("undo", "2", "--dry-run") == told


def test_undo_dry_run(run: Run) -> None:
    run("reject", DIRECT.id)
    ran = run("undo", "--dry-run")
    assert "reject" in ran.out
    assert ran.err == "not undone, only looked\n"
    assert len(json.loads(run("log", "-f", "json").out)) == 1


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (["merge", "Okonjo", ADA.name], 2, f"quotes: {ADA.name} ("),
        (["merge", "", "Okonjo"], 2, "'' is no name: give a name or an id"),
        (["merge", "Okonjo", "Okonyo"], 3, "nobody called 'Okonyo' is quoted in this library; did you mean"),
        (["merge", "Okonjo"], 2, ""),
        (["unmerge", "Okonjo"], 2, "Ada Okonjo was merged with nobody"),
        (["edit", DIRECT.id], 2, "nothing to change"),
        (["edit", "ffffffff", "--note", "x"], 3, "no quote has an id that begins with 'ffffffff'"),
        (["edit", DIRECT.id, "--kind", "loud"], 2, ""),
        (["split", "Okonjo", UNSURE.id], 3, "no article or quote of Ada Okonjo has an id"),
    ],
    ids=[
        "oneself",
        "no name",
        "nobody",
        "one",
        "not merged",
        "no change",
        "no quote",
        "no kind",
        "not theirs",
    ],
)
def test_what_is_refused_is_one_line(run: Run, command: list[str], code: int, message: str) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (code, "")
    if message:
        assert ran.err.startswith("quotes: ")
        assert ran.err.count("\n") == 1
        assert message in ran.err


def test_somebody_new_is_said_as_it_may_be_a_slip(run: Run) -> None:
    ran = run("edit", UNSURE.id, "--speaker", "Ada Okonyo")
    assert "\nAda Okonyo says nothing else in this library; did you mean Ada Okonjo?\nUndo with" in ran.err
    assert "nothing else" not in run("edit", UNSURE.id, "--speaker", "Okonjo").err
    assert "nothing else" not in run("edit", UNSURE.id, "--speaker", "").err
