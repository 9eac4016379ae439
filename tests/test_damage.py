"""A library that somebody changed by hand: what is wrong, and where, is said; nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.library import Library
from quotes.tables import fault_in, serialize
from tests.conftest import DIRECT, INDIRECT, Run

Damage = Callable[[dict[str, Any]], object]


@pytest.fixture(params=["small", "large"])
def path(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a library with a decision, of which all is parsed at once, or what is asked for."""
    with Library.open(folder) as library:
        library.edit(INDIRECT.id, status="confirmed")
    if request.param == "large":
        monkeypatch.setattr("quotes.tables.LARGE", -1)
    return folder / "quotes.json"


def put(table: str, column: str, value: object) -> Damage:
    return lambda tables: tables[table]["1"].update({column: value})


def lose(table: str, column: str) -> Damage:
    return lambda tables: tables[table]["1"].pop(column)


def row(table: str, value: object, number: str = "1") -> Damage:
    return lambda tables: tables[table].update({number: value})


def again(table: str) -> Damage:
    return lambda tables: tables[table].update({"99": tables[table]["1"]})


DAMAGES = [
    pytest.param(put("quotes", "id", 7), 'table quotes, row "1": id cannot be 7', id="a number as an id"),
    pytest.param(put("articles", "id", "../up"), 'id cannot be "../up"', id="an id that is a path"),
    pytest.param(lose("speakers", "decided"), "decided is missing", id="a column that is missing"),
    pytest.param(put("quotes", "colour", "red"), "colour is no column of it", id="a column too many"),
    pytest.param(put("quotes", "kind", "shouted"), 'kind cannot be "shouted"', id="no kind"),
    pytest.param(put("quotes", "act", "sang"), 'act cannot be "sang"', id="no act"),
    pytest.param(put("quotes", "status", "fine"), 'status cannot be "fine"', id="no status"),
    pytest.param(put("quotes", "confidence", 1.5), "confidence cannot be 1.5", id="no share"),
    pytest.param(put("quotes", "content", {}), "content cannot be {}", id="a dict for a list"),
    pytest.param(put("quotes", "cue", [[1, None]]), "cue cannot be [[1, null]]", id="half a place"),
    pytest.param(put("quotes", "speaker", {"name": "Ada"}), "speaker cannot be", id="half a speaker"),
    pytest.param(put("speakers", "keys", ["ann"]), 'keys cannot be ["ann"]', id="no key"),
    pytest.param(put("speakers", "keys", []), "keys cannot be []", id="nobody's key"),
    pytest.param(put("speakers", "roles", [["cook"]]), 'roles cannot be [["cook"]]', id="no role"),
    pytest.param(put("articles", "date", 2026), "date cannot be 2026", id="a number as a date"),
    pytest.param(put("decisions", "kind", "marry"), 'kind cannot be "marry"', id="no decision"),
    pytest.param(put("decisions", "ruling", {"quote": 7}), "in its ruling quote cannot be 7", id="no ruling"),
    pytest.param(row("quotes", []), 'table quotes, row "1": it is not a row', id="a list for a row"),
    pytest.param(row("speakers", None), 'table speakers, row "1": it is not a row', id="null for a row"),
    pytest.param(again("quotes"), 'row "99": row "1" has the same id', id="a row twice"),
    pytest.param(row("decisions", {}, "x"), 'table decisions, row "x": ', id="a row without a number"),
]


@pytest.mark.parametrize(("damage", "fault"), DAMAGES)
def test_a_damaged_row(run: Run, path: Path, damage: Damage, fault: str) -> None:
    backup = path.with_name("quotes.json.bak")
    tables = json.loads(path.read_bytes())
    damage(tables)
    path.write_bytes(serialize(tables))
    damaged = path.read_bytes()
    for command in (["verify"], ["speakers"], ["update"], ["merge", "Ada Okonjo", "Bram Lind"]):
        ran = run(*command)
        if command == ["verify"] or "is damaged" in ran.err:
            assert (ran.code, ran.out) == (1, "")
            assert fault in ran.err
            assert ran.err.endswith(
                f"the last good state is in {backup}, copy it to quotes.json to go back to it\n"
            )
            assert ran.err.count("\n") == 1
        assert "a fault of this program" not in ran.err
    assert path.read_bytes() == damaged


def test_many_damaged_rows_are_counted(run: Run, path: Path) -> None:
    tables = json.loads(path.read_bytes())
    for quote in tables["quotes"].values():
        quote["kind"] = "shouted"
    path.write_bytes(serialize(tables))
    assert 'table quotes, row "1": kind cannot be "shouted", and 3 more rows)' in run("verify").err


def test_a_backup_that_is_damaged_too_is_not_called_good(run: Run, path: Path) -> None:
    backup = path.with_name("quotes.json.bak")
    for each in (path, backup):
        each.write_bytes(each.read_bytes().replace(b'"act":"said"', b'"act":"sang"'))
    assert f"{backup} is damaged too, move both away and add the articles again" in run("verify").err


@pytest.mark.parametrize("name", ["content", "cue", "source"])
def test_a_place_beyond_the_text(run: Run, path: Path, name: str) -> None:
    tables = json.loads(path.read_bytes())
    next(row for row in tables["quotes"].values() if row["id"] == DIRECT.id)[name] = [[0, 9999]]
    path.write_bytes(serialize(tables))
    fault = f"quote {DIRECT.id}: {name} [0, 9999] is not in the text"
    for command in (
        "who Okonjo",
        "search ferry",
        "export -",
        "explain {}",
        "show {}",
        "edit {} --speaker Li",
    ):
        ran = run(*command.format(DIRECT.id).split())
        assert (ran.code, ran.out) == (1, "")
        assert fault in ran.err
    ran = run("verify")
    assert ran.code == 1
    assert f"{name} [0, 9999] is not in the text" in ran.out


def gone(table: str) -> Damage:
    return lambda tables: tables[table].pop("1")


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        pytest.param(gone("articles"), "its article", id="an article that is gone"),
        pytest.param(gone("speakers"), "is missing among the speakers", id="a speaker who is gone"),
        pytest.param(gone("quotes"), "is not the speaker that quotes", id="a quote that is gone"),
        pytest.param(put("speakers", "name", "Ida"), "is not the speaker that quotes", id="another name"),
        pytest.param(put("speakers", "id", 12 * "0"), "though no quote is theirs", id="another id"),
    ],
)
def test_tables_that_contradict_each_other(run: Run, path: Path, damage: Damage, problem: str) -> None:
    tables = json.loads(path.read_bytes())
    damage(tables)
    path.write_bytes(serialize(tables))
    ran = run("verify")
    assert ran.code == 1
    assert problem in ran.out
    for command in (
        "who Okonjo",
        "speakers",
        "show {0.id}",
        "explain {0.id}",
        "update",
        "remove {0.article}",
    ):
        assert "a fault of this program" not in run(*command.format(DIRECT).split()).err


@pytest.mark.parametrize(
    "damage", [gone("speakers"), put("speakers", "name", "Ida"), put("speakers", "id", 12 * "0")]
)
def test_an_update_makes_speakers_anew(run: Run, path: Path, damage: Damage) -> None:
    run("update")
    whole = path.read_bytes()
    tables = json.loads(whole)
    damage(tables)
    path.write_bytes(serialize(tables))
    assert "quotes update makes the speakers anew" in run("verify").out
    assert run("update", "--dry-run").code == 0
    assert run("verify").code == 1
    assert "made anew" in run("update").err
    assert run("verify").code == 0
    assert json.loads(path.read_bytes())["speakers"] == json.loads(whole)["speakers"]


def test_what_the_program_writes_is_whole(path: Path) -> None:
    assert fault_in(path.read_bytes()) is None
