"""What can go wrong around a command: one clear line, the documented code, and a library that is whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.cli import reading
from quotes.errors import ReadError
from quotes.ids import article_id
from quotes.library import Library
from quotes.model import Article
from quotes.readers import find
from tests.conftest import Run
from tests.test_cli_process import COMMAND, call, environment, heed_ctrl_c

unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files or streams")


def story(number: object) -> str:
    return f"“Pump {number} leaks,” said Eli Tamm, a plumber.\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.md", b" \n\n\t\n", "the file is empty"),
        ("nulls.txt", b"A\0B" * 99, "this is a binary file"),
        ("paper.txt", b"%PDF-1.7 and more", "this is a PDF"),
        ("lines.jsonl", b'{"text": "Rain."}\n{"text":', "lines.jsonl, line 2: no valid JSON"),
        ("page.html", b"<html><body></body></html>", "no article text found"),
    ],
)
def test_files_that_cannot_be_read(run: Run, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    ran = run("add", tmp_path / name, "-q")
    assert ran.code == 1
    assert reason in ran.err
    assert ran.err.count("\n") == 1
    assert run("verify").code == 0


def test_bad_lines_are_said_and_the_rest_of_the_file_added(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"text": story(1)}), '{"text":', "[]", '{"id": 4}', json.dumps({"text": story(5)})]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    ran = run("add", tmp_path / "lines.jsonl")
    assert ran.code == 1
    assert "lines.jsonl, line 2: no valid JSON" in ran.err
    assert "(2 more cannot be read either)\n2 articles added; 2 quotes" in ran.err
    listed = run("articles").out
    assert "lines.jsonl, line 1 " in listed
    assert "lines.jsonl, line 5 " in listed


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "an empty path"),
        ("gone.txt", "no such file; check the path"),
        ("www.easthaven.example", "no such file; an address begins so: https://www.easthaven.example"),
        ("easthaven.example/pier", "an address begins so: https://easthaven.example/pier"),
        ("*.zzz", "no file matches"),
        ("ftp://easthaven.example/a", "ftp:// is not fetched"),
        (".", "no articles in this folder"),
    ],
)
def test_paths_that_lead_nowhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    (tmp_path / "nothing").mkdir()
    monkeypatch.chdir(tmp_path / "nothing")
    ran = run("add", path, "-q")
    assert (ran.code, ran.out) == (1, "")
    assert reason in ran.err
    assert ran.err.count("\n") == 1


@unix
def test_a_dead_link_is_said_and_the_rest_of_the_folder_added(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dead.txt").symlink_to("gone.txt")
    (folder / "story.txt").write_text(story(1), "utf-8")
    os.mkfifo(folder / "pipe.txt")  # reading it would wait for ever
    ran = run("add", folder)
    assert ran.code == 1
    assert "dead.txt: a link to a file that is not there" in ran.err
    assert "1 article added" in ran.err


def test_a_folder_that_is_closed_does_not_hide_its_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Rain.", "utf-8")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", scandir)
    found = find([tmp_path])
    assert next(found) == tmp_path / "a.txt"
    with pytest.raises(ReadError, match="closed: the folder cannot be opened"):
        next(found)


ODD_NAMES = [
    b"two words.txt",
    b"new\nline.txt",
    b"-dash.txt",
    b"b\xff\xfed.txt",
    b"[x]*.txt",
    b"esc\x1b[31m.txt",
]


@unix
@pytest.mark.parametrize("name", ODD_NAMES, ids=repr)
def test_odd_names_of_files(run: Run, tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    try:
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text(story(name), "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    ran = run("add", folder)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert len(ran.out.splitlines()) == 2
    assert run("articles", "-f", "json").code == 0
    assert run("verify").code == 0


def test_what_was_read_before_ctrl_c_is_added(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import quotes.pipeline

    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(story(number), "utf-8")
    real = quotes.pipeline.extract

    def extract(text: str) -> object:
        if "Pump 3" in text:
            raise KeyboardInterrupt
        return real(text)

    monkeypatch.setattr(quotes.pipeline, "extract", extract)
    monkeypatch.setattr(reading.batches, "__defaults__", (2,))
    ran = run("add", *(tmp_path / f"{number}.txt" for number in range(5)))
    assert ran.code == 130
    assert "3 articles added" in ran.err
    assert "the same command adds the rest" in ran.err
    with Library.open(folder) as library:
        assert {article.id for article in library.articles()} > {
            article_id(story(n).strip()) for n in range(3)
        }
        assert library.verify() == []


def test_batches() -> None:
    pairs = [(Article(str(number)), ()) for number in range(5)]
    assert [len(batch) for batch in reading.batches(pairs, 2)] == [2, 2, 1]
    assert list(reading.batches([], 2)) == []


def test_long_articles_make_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH_TEXT", 25)
    pairs = [(Article(10 * str(number)), ()) for number in range(7)]
    assert [len(batch) for batch in reading.batches(pairs)] == [3, 3, 1]


@unix
def test_ctrl_c_in_the_middle_of_many(folder: Path, tmp_path: Path) -> None:
    """The articles come through a pipe that never ends, so that the process is still at work."""
    lines = b"".join(b'{"text": "Rain fell on day %d."}\n' % number for number in range(300))
    source = tmp_path / "pipe.jsonl"
    os.mkfifo(source)
    first = tmp_path / "first.jsonl"
    first.write_bytes(lines)
    with (
        subprocess.Popen(
            [*COMMAND, "add", str(first), str(source)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(folder),
            preexec_fn=heed_ctrl_c,
        ) as process,
        source.open("wb"),
    ):  # opens when the process reaches it
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"300 articles added" in told
    assert b"Traceback" not in told
    with Library.open(folder) as library:
        assert len(library.articles()) == 301
        assert library.verify() == []


@unix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(folder: Path, tmp_path: Path, closed: str) -> None:
    (tmp_path / "story.txt").write_text(story(1), "utf-8")
    command = f'"$@" add {tmp_path / "story.txt"} {closed}'
    ran = subprocess.run(
        ["sh", "-c", command, "sh", *COMMAND], capture_output=True, env=environment(folder), check=False
    )
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    with Library.open(folder) as library:
        assert len(library.articles()) == 2
        assert library.verify() == []


@unix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["who", "Okonjo"], ["export", "-"], ["articles", "-f", "jsonl"]])
def test_output_that_cannot_be_written(folder: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(folder), check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"quotes: output: No space left")
    assert ran.stderr.count(b"\n") == 1


LIMITED = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"


@unix
def test_no_room_for_the_library(folder: Path, tmp_path: Path) -> None:
    lines = b"".join(
        b'{"text": "\\u201cIt rains,\\u201d said Eli Tamm on day %d."}\n' % n for n in range(200)
    )
    (tmp_path / "many.jsonl").write_bytes(lines)
    before = {path.name: path.read_bytes() for path in folder.rglob("*.*")}
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED + "from quotes.cli.main import main; main()", "add", "many.jsonl"],
        cwd=tmp_path,
        capture_output=True,
        env=environment(folder),
        check=False,
    )
    assert ran.returncode == 1
    assert b"cannot write" in ran.stderr
    assert ran.stderr.count(b"\n") == 1
    assert {path.name: path.read_bytes() for path in folder.rglob("*.*")} == before, "no text stays behind"
    assert call(folder, "verify").returncode == 0


def test_two_commands_add_at_once(folder: Path, tmp_path: Path) -> None:
    for name in "ab":
        lines = (b'{"text": "Rain fell on day %s %d."}\n' % (name.encode(), n) for n in range(150))
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(lines))
    running = [
        subprocess.Popen(
            [*COMMAND, "add", "-q", str(tmp_path / f"{name}.jsonl")],
            stdout=subprocess.DEVNULL,
            env=environment(folder),
        )
        for name in "ab"
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    with Library.open(folder) as library:
        assert len(library.articles()) == 301
        assert library.verify() == []


def test_a_library_that_lost_its_file_names_the_backup(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(story(1), "utf-8")
    assert run("add", tmp_path / "story.txt").code == 0
    (folder / "quotes.json").unlink()
    for command in (("who", "Okonjo"), ("add", tmp_path / "story.txt"), ("verify",)):
        ran = run(*command)
        assert ran.code == 1
        assert "is damaged (it is gone)" in ran.err
        assert "quotes.json.bak" in ran.err
    assert not (folder / "quotes.json").exists()


def test_a_text_that_is_gone(run: Run, folder: Path) -> None:
    next((folder / "texts").iterdir()).unlink()
    ran = run("who", "Okonjo")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("is missing: add the article again\n")
    assert run("verify").code == 1


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_long_input_of_one_kind(run: Run, form: str) -> None:
    text = "Eli Tamm said “no. " * 10_000
    assert run("extract", "-f", form, "-", stdin=text).code == 0
