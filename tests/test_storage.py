"""What is on the disk: before or after a change, and never half of it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from quotes.errors import StorageError
from quotes.library import Library
from quotes.storage import AtomicJSONStorage, FileStore
from quotes.tables import FORMAT, decode, empty, encode, parse, serialize
from tests.library_builders import made, speaker

ROOT = Path(__file__).parent.parent
FIRST = made(("The bridge is safe", speaker("Ann Lee", "engineer")), title="First", date="2026-01-01")
SECOND = made(("The bridge is closed", speaker("Ann Lee", "engineer")), title="Second", date="2026-01-02")
# The calls by which a change reaches the disk.
STEPS = ("fsync", "replace", "link", "open", "mkdir")


def add(folder: Path, *articles: Any) -> None:
    for each in articles:
        Library.open(folder).add(each.article, each.quotes)


def state(folder: Path) -> tuple[list[str | None], int, int]:
    library = Library.open(folder)
    assert library.verify() == []
    return [article.title for article in library.articles()], len(library.quotes()), len(library.speakers())


BEFORE = (["First"], 1, 1)
AFTER = (["First", "Second"], 2, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add(tmp_path / "library", FIRST)
    return tmp_path / "library"


def after_calls(count: int, original: Callable[..., Any], act: Callable[[], NoReturn]) -> Callable[..., Any]:
    """Return a function that acts instead of being called once more than `count` times."""
    calls = iter(range(count))

    def call(*args: Any, **options: Any) -> Any:
        if next(calls, None) is None:
            act()
        return original(*args, **options)

    return call


def no_space() -> NoReturn:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("count", range(4))
@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_at_any_step(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, count: int
) -> None:
    place = Path if step == "open" else os
    failing = writing_only if step == "open" else after_calls
    with monkeypatch.context() as patch:
        patch.setattr(place, step, failing(count, getattr(place, step), no_space))
        failed = fails(lambda: add(folder, SECOND))
    assert state(folder) == (BEFORE if failed else AFTER)
    assert len(list((folder / "texts").iterdir())) == len(state(folder)[0])
    add(folder, SECOND)
    assert state(folder) == AFTER
    assert not list(folder.rglob("*.tmp"))


def writing_only(count: int, original: Callable[..., Any], act: Callable[[], NoReturn]) -> Callable[..., Any]:
    """Do as `after_calls`, but let pass and do not count what opens a file for reading."""
    failing = after_calls(count, original, act)
    return lambda path, mode="r", *args, **options: (
        failing(path, mode, *args, **options) if "w" in mode else original(path, mode, *args, **options)
    )


def fails(work: Callable[[], None]) -> bool:
    try:
        work()
    except StorageError as error:
        return str(error).endswith(
            "No space left on device): nothing was changed, free some space and try again"
        )
    return False


KILLED = """
import os, sys
from pathlib import Path
from tests.test_storage import SECOND, add, after_calls
step, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
setattr(os, step, after_calls(count, getattr(os, step), lambda: os._exit(9)))
add(folder, SECOND)
"""


def start(code: str, *args: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("step", "count", "expected"),
    [
        pytest.param("fsync", 0, BEFORE, id="while the text is written"),
        pytest.param("replace", 0, BEFORE, id="before the text is in its place"),
        pytest.param("fsync", 2, BEFORE, id="while the tables are written"),
        pytest.param("link", 0, BEFORE, id="before the backup is made"),
        pytest.param("replace", 1, BEFORE, id="before the backup is in its place"),
        pytest.param("replace", 2, BEFORE, id="before the tables are in their place"),
        pytest.param("fsync", 3, AFTER, id="after they are in their place"),
    ],
)
def test_a_process_killed_at_any_step(folder: Path, step: str, count: int, expected: object) -> None:
    process = start(KILLED, step, count, folder)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (9, "")
    assert state(folder) == expected
    add(folder, SECOND)
    assert state(folder) == AFTER


WRITER = """
import sys
from pathlib import Path
from tests.library_builders import made, speaker
from tests.test_storage import add
for number in range(int(sys.argv[3])):
    add(Path(sys.argv[1]), made((f"{sys.argv[2]} counts to {number}", speaker("Ann Lee"))))
    print(number, flush=True)
"""


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [start(WRITER, tmp_path, name, 10) for name in ("One", "Two")]
    assert [writer.communicate()[1] for writer in writers] == ["", ""]
    library = Library.open(tmp_path)
    said = {f"{name} counts to {number}," for name in ("One", "Two") for number in range(10)}
    assert {quote.text for quote in library.quotes()} == said
    assert library.verify() == []


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    writer = start(WRITER, tmp_path, "One", 10_000)
    assert writer.stdout is not None
    reported = [writer.stdout.readline() for _ in range(5)]
    writer.kill()
    writer.communicate()
    library = Library.open(tmp_path)
    assert len(library.articles()) >= len(reported)
    assert library.verify() == []


def test_a_library_in_use_is_waited_for(folder: Path) -> None:
    with (
        FileStore(folder).change(),
        pytest.raises(StorageError) as caught,
        FileStore(folder, wait=0.1).change(),
    ):
        pass
    assert str(caught.value) == f"{folder} is in use by another writer: try again later"


def change_and_fail(store: FileStore) -> NoReturn:
    with store.change() as change:
        change.insert("articles", [{"id": "a", "date": None, "outlet": None}])
        change.put_text("a", "A text.")
        raise ZeroDivisionError


def test_a_change_that_fails_writes_nothing(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        change_and_fail(FileStore(folder))
    assert state(folder) == BEFORE
    assert len(list((folder / "texts").iterdir())) == 1


def test_where_files_cannot_have_two_names_the_backup_is_a_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "quotes.json").read_bytes()
    monkeypatch.setattr(os, "link", lambda *_: no_space())
    add(folder, SECOND)
    assert (folder / "quotes.json.bak").read_bytes() == before


def test_the_backup_is_the_state_before(folder: Path) -> None:
    before = (folder / "quotes.json").read_bytes()
    add(folder, SECOND)
    assert (folder / "quotes.json.bak").read_bytes() == before


def test_adding_again_writes_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.suffix != ".lock"}
    add(folder, FIRST)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.suffix != ".lock"} == before


def test_the_file_is_a_tinydb_file(folder: Path) -> None:
    with TinyDB(folder / "quotes.json", encoding="utf-8") as database:
        assert database.tables() == {"articles", "quotes", "speakers", "decisions", "meta"}
        assert database.table("quotes").search(where("text") == "The bridge is safe,")
        assert database.table("meta").all() == [{"format": FORMAT}]


def test_the_storage_serves_tinydb(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "any.json", storage=AtomicJSONStorage) as database:
        database.insert({"name": "Zoë"})
    with TinyDB(tmp_path / "any.json", storage=AtomicJSONStorage) as database:
        assert database.all() == [{"name": "Zoë"}]


def test_a_link_to_the_file_stays_a_link(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere.json"
    (folder / "quotes.json").rename(elsewhere)
    (folder / "quotes.json").symlink_to(elsewhere)
    add(folder, SECOND)
    assert (folder / "quotes.json").is_symlink()
    assert state(folder) == AFTER


def damage_cases() -> Iterator[Any]:
    good = empty() | {"meta": {"1": {"format": 1}}}
    yield pytest.param(b"", id="empty")
    yield pytest.param(serialize(good)[:-5], id="cut off")
    yield pytest.param(b"\xff\xfe\x00", id="not UTF-8")
    yield pytest.param(b"[" * 100_000, id="too deep")
    yield pytest.param(b"[1, 2]", id="not tables")
    yield pytest.param(b'{"_default": {"1": {"name": "Ann"}}}', id="the TinyDB file of something else")
    yield pytest.param(serialize(good | {"quotes": {"1": {"id": "x"}}}), id="a quote without its article")
    yield pytest.param(json.dumps(good | {"quotes": []}).encode(), id="a table that is none")
    yield pytest.param(serialize(good | {"meta": {"1": {"version": 1}}}), id="no format number")


@pytest.mark.parametrize("data", [*damage_cases()])
def test_a_broken_file_is_named_with_its_backup_and_not_touched(folder: Path, data: bytes) -> None:
    add(folder, SECOND)
    path, backup = folder / "quotes.json", folder / "quotes.json.bak"
    kept = backup.read_bytes()
    path.write_bytes(data)
    library = Library(FileStore(folder))
    for work in (library.quotes, library.verify, lambda: add(folder, FIRST), lambda: Library.open(folder)):
        with pytest.raises(StorageError) as caught:
            work()
        message = str(caught.value)
        assert message.startswith(f"{path} is damaged (")
        assert message.endswith(
            f"); nothing was changed: the last good state is in {backup},"
            " copy it to quotes.json to go back to it"
        )
        assert "\n" not in message
    assert (path.read_bytes(), backup.read_bytes()) == (data, kept)


def test_a_broken_file_without_a_backup(folder: Path) -> None:
    (folder / "quotes.json").write_bytes(b"{")
    with pytest.raises(
        StorageError, match="there is no backup, move the file away and add the articles again"
    ):
        Library.open(folder)


def test_a_row_that_is_no_record(folder: Path) -> None:
    tables = parse((folder / "quotes.json").read_bytes())
    next(iter(tables["quotes"].values()))["content"] = None
    (folder / "quotes.json").write_bytes(serialize(tables))
    with pytest.raises(StorageError, match=r'table quotes, row "1": content cannot be null\)'):
        Library.open(folder).quotes()


def test_a_row_a_line(folder: Path) -> None:
    lines = (folder / "quotes.json").read_text("utf-8").splitlines()
    assert sum(line.startswith('"1":{"id":') for line in lines) == 2
    assert json.loads("\n".join(lines))["meta"] == {"1": {"format": FORMAT}}


@pytest.mark.parametrize("damage", [(b'"rule":', b'"rule"'), (b'"act":', b'"axt":')], ids=["JSON", "column"])
def test_a_damaged_row_of_a_large_file_is_found_when_it_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: tuple[bytes, bytes]
) -> None:
    monkeypatch.setattr("quotes.tables.LARGE", -1)
    path = folder / "quotes.json"
    damaged = path.read_bytes().replace(*damage)
    path.write_bytes(damaged)
    library = Library.open(folder)
    for work in (library.quotes, lambda: library.quotes(who="Lee"), lambda: add(folder, SECOND)):
        with pytest.raises(StorageError, match=r'is damaged \(table quotes, row "1": .*\)'):
            work()
    assert path.read_bytes() == damaged


def test_an_older_format_is_renewed(folder: Path) -> None:
    path = folder / "quotes.json"
    now = path.read_bytes()
    tables = parse(now)
    kept = ("id", "name", "type", "named", "aliases", "words", "quote_ids", "article_ids", "roles")
    rows = {key: {name: row[name] for name in kept} for key, row in tables["speakers"].items()}
    path.write_bytes(serialize(tables | {"speakers": rows, "meta": {"1": {"format": 1}}}))
    assert [entry.name for entry in Library.open(folder).speakers()] == ["Ann Lee"]
    assert path.read_bytes() == now


def test_an_older_format_is_read_where_nothing_can_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "quotes.json"
    tables = parse(path.read_bytes())
    path.write_bytes(serialize(tables | {"speakers": {}, "meta": {"1": {"format": 1}}}))
    older = path.read_bytes()

    def read_only(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", read_only)
    library = Library.open(folder)
    assert [entry.name for entry in library.speakers()] == ["Ann Lee"]
    assert library.verify() == []
    with pytest.raises(StorageError, match="Read-only file system"):
        library.rename("Ann Lee", "Bea Lee")
    assert path.read_bytes() == older


def test_a_newer_format(folder: Path) -> None:
    path = folder / "quotes.json"
    path.write_bytes(serialize(empty() | {"meta": {"1": {"format": FORMAT + 1}}}))
    with pytest.raises(StorageError) as caught:
        Library.open(folder)
    assert str(caught.value) == (
        f"{path} has format {FORMAT + 1}, and this version of quotes knows up to {FORMAT}:"
        " install a newer version of quotes"
    )


def test_a_table_that_is_missing_is_empty(folder: Path) -> None:
    tables = parse((folder / "quotes.json").read_bytes())
    del tables["decisions"]
    (folder / "quotes.json").write_bytes(serialize(tables))
    assert state(folder) == BEFORE


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot read "):
        Library.open(tmp_path / "library")


def test_a_folder_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: Any, **__: Any) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(StorageError) as caught:
        add(folder, SECOND)
    assert str(caught.value) == (
        f"cannot read {folder / 'quotes.json'} (Permission denied):"
        " check the permissions or choose another folder"
    )


@pytest.mark.parametrize("name", ["quotes.json.bak", "quotes.json.tmp", "quotes.json.lock"])
def test_a_folder_where_a_file_should_be_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    before = (folder / "quotes.json").read_bytes()
    with pytest.raises(
        StorageError, match=f"{name} .*: nothing was changed, a folder stands where a file should"
    ):
        add(folder, SECOND)
    assert (folder / "quotes.json").read_bytes() == before


def test_opening_a_library_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    assert Library.open(tmp_path / "library").quotes() == ()
    assert not (tmp_path / "library").exists()


def test_a_library_that_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Library.open(tmp_path / "library", create=False)
    assert str(caught.value) == f"there is no library in {tmp_path / 'library'}: quotes add PATH makes one"


@pytest.mark.parametrize("damage", [b"Something else.", b"\xff"])
def test_a_text_that_was_changed_is_found_and_comes_back_when_added_again(
    folder: Path, damage: bytes
) -> None:
    path = folder / "texts" / f"{FIRST.id}.txt"
    path.write_bytes(damage)
    library = Library.open(folder)
    assert [problem.id for problem in library.verify()] == [FIRST.id]
    with pytest.raises(StorageError, match="is not the text that was stored: add the article again"):
        library.article(FIRST.id)
    assert not library.add(FIRST.article, FIRST.quotes).new
    assert library.verify() == []


def test_another_text_with_the_same_id_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.storage.article_id", lambda text: FIRST.id)
    with (
        pytest.raises(StorageError, match="holds another text with the same id"),
        FileStore(folder).change() as c,
    ):
        c.put_text(FIRST.id, "Another text.")


@given(st.text(st.characters(codec=None)))
def test_texts_come_back_code_point_for_code_point(text: str) -> None:
    assert decode(encode(text)) == text


@given(st.dictionaries(st.text(), st.text(st.characters(codec=None))))
def test_tables_come_back_code_point_for_code_point(row: dict[str, str]) -> None:
    tables = {"quotes": {"1": row}}
    assert parse(serialize(tables)) == tables
