"""The documents are true: what they name exists, and what exists is in them."""

from __future__ import annotations

import doctest
import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from quotes.cli.app import app
from quotes.deciding.namefile import read_names, write_names
from quotes.identity import SpeakerEntry
from quotes.model import Article, Quote, Speaker
from quotes.sheets.rows import FIELDS
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
COMMANDS: dict[str, typer.core.TyperCommand] = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code(text: str) -> list[str]:
    """Return the lines of the fenced blocks and the inline code of a document."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", text)


CALLS = sorted(
    {
        call.strip()
        for document in DOCUMENTS
        for line in code(document.read_text(encoding="utf-8"))
        for call in re.findall(r"(?:^|\| )quotes ([^#|]+)", line)
        if not call.startswith("COMMAND")
    }
)


@pytest.mark.parametrize("call", CALLS)
def test_a_command_that_is_shown_exists(call: str) -> None:
    words = call.split()
    if words[0].startswith("--"):
        return
    options = {name for option in COMMANDS[words[0]].params for name in option.opts} | {"--help"}
    assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"\nquotes {command} " in read("README.md") or f"\nquotes {command}\n" in read("README.md")


def test_the_readme_shows_every_exit_code() -> None:
    assert "0 done, 1 cannot, 2 misuse, 3 nothing found" in read("README.md")


def test_the_python_of_the_readme_runs() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 0) == (0, True)


def test_the_readme_shows_what_the_command_prints(run: Run, tmp_path: Path) -> None:
    shown = re.search(r"<!-- quotes (who .*?) -->\n```\n(.*?)```", read("README.md"), re.DOTALL)
    assert shown is not None
    library = ("--db", tmp_path / "samples")
    run("add", ROOT / "seeds", *library)
    assert run(*shown[1].split(), *library).out == shown[2]


def test_the_commands_of_the_readme_run_as_they_stand(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = read("README.md").split("\n## Use\n")[1].split("```")[1]
    calls = [
        shlex.split(line, comments=True)[1:] for line in block.splitlines() if line.startswith("quotes ")
    ]
    assert len(calls) == 12
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTES_DB", "samples")
    for call in calls:
        ran = run(*call)
        assert (call, ran.code) == (call, 0), ran.err
        assert ran.out or call[0] in ("export", "update", "verify")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_make_targets_and_links_and_files_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([\w-]+):", read("Makefile")))
    assert {call for line in code(text) for call in re.findall(r"^make ([\w-]+)", line)} <= targets
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    files = re.findall(r"`((?:quotes|tests|bench|docs|seeds)/[\w./-]*)`", text)
    modules = [f"tests/{name}.py" for name in re.findall(r"`(test_\w+)`", text)]
    places = [document.parent / link for link in links] + [ROOT / name for name in [*files, *modules]]
    assert [str(place) for place in places if not place.exists()] == []


def section(title: str) -> list[str]:
    """Return the names in the first column of the table under a heading of docs/record.md."""
    part = read("docs/record.md").split(f"\n## {title}\n")[1].split("\n## ")[0]
    cells = re.findall(r"(?m)^\| (`[\w`, ]+`) \|", part)
    return [name for cell in cells for name in re.findall(r"\w+", cell)]


def test_the_format_of_a_record_has_every_field() -> None:
    for record in (Quote, Speaker, SpeakerEntry, Article):
        assert set(section(record.__name__)) == {field.name for field in fields(record)}
    assert tuple(section("A quote sheet")) == FIELDS
    assert tuple(section("Decisions")) == ("id", "time", "kind", "about", "by", "reason", "idle")


def test_the_file_of_names_that_is_shown_is_one() -> None:
    shown = re.search(r"```toml\n(.*?)```", read("docs/record.md"), re.DOTALL)
    assert shown is not None
    (name,) = read_names(shown[1].encode(), "docs/record.md")
    assert write_names([name]).endswith(shown[1])
