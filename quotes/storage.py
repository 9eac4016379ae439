"""Where the library is kept: a TinyDB file and a folder of texts, or memory.

This is the only module that knows TinyDB and files. A change is all or nothing: it reads, changes
and writes under one lock, and the file is replaced as a whole, so that a killed process, a full
disk or a second writer leave the library as it was before the change or as it is after it.
"""

from __future__ import annotations

import errno
import os
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage

from quotes.atomic import replace_file
from quotes.errors import StorageError
from quotes.ids import article_id
from quotes.tables import (
    FORMAT,
    Row,
    Tables,
    decode,
    empty,
    encode,
    fault_in,
    fault_of,
    format_of,
    no_collection,
    parse,
    portions,
)

WAIT_SECONDS = 30.0

_PERMISSION = "check the permissions or choose another folder"
_ADVICE = {
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.EROFS: _PERMISSION,
    errno.ENOTDIR: "a file stands where a folder should, move it away or choose another folder",
    errno.EEXIST: "a file stands where a folder should, move it away or choose another folder",
    errno.EISDIR: "a folder stands where a file should, move it away",
    errno.EFBIG: "free some space and try again",
    errno.ENOSPC: "free some space and try again",
    errno.EDQUOT: "free some space and try again",
}
_IN_THE_WAY = (errno.EEXIST, errno.EISDIR)  # where the file matters that could not be made


class _Buffer(Storage):
    """Holds the tables between the operations of one change, and knows whether there were any.

    TinyDB puts a new table in the place of one that it changes, so the former tables stay as they
    are as long as no row is updated in place; Change offers nothing that does.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.changed = False

    def read(self) -> Tables:  # type: ignore[override]
        return self.tables

    def write(self, data: Tables) -> None:  # type: ignore[override]
        self.tables = data
        self.changed = True


class Change:
    """A change under way: the tables as they will be written, if nothing fails before."""

    def __init__(self, buffer: _Buffer) -> None:
        """Work on tables that are still in memory."""
        self._buffer = buffer
        self._database = TinyDB(storage=lambda: buffer)
        self.texts: dict[str, str] = {}
        self.dropped: list[str] = []

    def put_text(self, article: str, text: str) -> None:
        """Keep a text under its id; it is written before the tables, which speak of it."""
        self.texts[article] = text

    def drop_text(self, article: str) -> None:
        """Forget a text; that is done after the tables, which no longer speak of it, are written."""
        self.dropped.append(article)

    @property
    def tables(self) -> Tables:
        """The tables as they will be written, not to be changed."""
        return self._buffer.tables

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table in the order in which they came; they are not to be changed."""
        return list(self._buffer.tables[table].values())

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows at the end of a table."""
        self._database.table(table).insert_multiple(rows)

    def remove(self, table: str, field: str, value: str) -> None:
        """Take away the rows whose `field` has this value."""
        self._database.table(table).remove(where(field) == value)

    def replace(self, table: str, rows: Iterable[Row]) -> None:
        """Put these rows in the place of all that the table holds."""
        self._database.table(table).truncate()
        self.insert(table, rows)


class Store(ABC):
    """The tables and the texts of one library, whatever they are kept in."""

    def __init__(self) -> None:
        """Begin without having seen anything."""
        self._seen: tuple[object, Tables] = (None, {})

    def read(self) -> Tables:
        """Return the tables, which are not to be changed; they are parsed again only when they are new.

        Raises StorageError.
        """
        stamp = self._stamp()
        if stamp is None or stamp != self._seen[0]:
            self._seen = (stamp, self._fresh())
        return self._seen[1]

    @abstractmethod
    def text(self, article: str) -> str:
        """Return the text of the article with this id, code point for code point.

        Raises StorageError if it is missing or is not what was stored.
        """

    @contextmanager
    def change(self) -> Iterator[Change]:
        """Give a Change to work on; what it did is written once, at the end, if nothing was raised.

        Raises StorageError if the tables cannot be locked, read or written.
        """
        with self._lock(), no_collection():
            before = self.read()
            buffer = _Buffer(dict(before))
            change = Change(buffer)
            yield change
            try:
                self._put_texts(change.texts)
                if buffer.changed:
                    self._write(buffer.tables)
            except StorageError:  # texts that nothing speaks of would only fill the disk
                self._drop_texts(change.texts.keys() - {row["id"] for row in before["articles"].values()})
                raise
            if buffer.changed:
                self._seen = (self._stamp(), buffer.tables)
            self._drop_texts(change.dropped)

    @abstractmethod
    def _stamp(self) -> object:
        """Return something that changes with the tables, or None while there are none."""

    @abstractmethod
    def _lock(self) -> AbstractContextManager[Any]: ...

    @abstractmethod
    def _fresh(self) -> Tables:
        """Return the tables as they are kept now."""

    @abstractmethod
    def _write(self, tables: Tables) -> None: ...

    @abstractmethod
    def _put_texts(self, texts: Mapping[str, str]) -> None: ...

    @abstractmethod
    def _drop_texts(self, articles: Iterable[str]) -> None: ...


class MemoryStore(Store):
    """A library that lasts as long as this object."""

    def __init__(self, tables: Tables | None = None) -> None:
        """Begin with these tables, or empty."""
        super().__init__()
        self._tables = empty() if tables is None else tables
        self._texts: dict[str, str] = {}

    def text(self, article: str) -> str:
        """Return a text. Raises StorageError if it is missing."""
        if article not in self._texts:
            raise StorageError(f"the text of article {article} is missing: add the article again")
        return self._texts[article]

    def _stamp(self) -> object:
        return None

    def _lock(self) -> AbstractContextManager[Any]:
        return nullcontext()

    def _fresh(self) -> Tables:
        return self._tables

    def _write(self, tables: Tables) -> None:
        self._tables = tables

    def _put_texts(self, texts: Mapping[str, str]) -> None:
        self._texts |= texts

    def _drop_texts(self, articles: Iterable[str]) -> None:
        for article in articles:
            self._texts.pop(article, None)


class ReadStore(MemoryStore):
    """The texts of another store, and tables for reading alone: every change is refused."""

    def __init__(self, store: Store, tables: Tables, refusal: StorageError) -> None:
        """Give these tables, and the texts of `store`; a change raises `refusal`."""
        super().__init__(tables)
        self._store = store
        self._refusal = refusal

    def text(self, article: str) -> str:
        """Return a text of the other store. Raises StorageError as that does."""
        return self._store.text(article)

    def _lock(self) -> AbstractContextManager[Any]:
        raise self._refusal


class AtomicJSONStorage(Storage):
    """A TinyDB storage that replaces its file as a whole and keeps the state before as `.bak`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Keep the tables in the file at `path`, in whatever folder a link to it leads to."""
        self.path = Path(os.path.realpath(path))
        self.backup = self.path.with_name(f"{self.path.name}.bak")

    def read(self) -> Tables | None:  # type: ignore[override]
        """Return the tables, or None if there is no file yet. Raises OSError or StorageError."""
        try:
            return parse(self.path.read_bytes(), self.damaged)
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError) as error:
            raise self.damaged(str(error)) from None

    def write(self, data: Tables) -> None:  # type: ignore[override]
        """Replace the file. Raises OSError, and then the file is as it was."""
        replace_file(self.path, portions(data), backup=self.backup)

    def damaged(self, fault: str) -> StorageError:
        """Return the error that says what is wrong with the file, and what can be done about it."""
        try:
            backup = self.backup.read_bytes() if self.backup.exists() else None
        except OSError:
            backup = None
        if backup is None:
            advice = "there is no backup, move the file away and add the articles again"
        elif fault_in(backup) is None:
            advice = f"the last good state is in {self.backup}, copy it to {self.path.name} to go back to it"
        else:
            advice = f"{self.backup} is damaged too, move both away and add the articles again"
        return StorageError(f"{self.path} is damaged ({fault}); nothing was changed: {advice}")


class FileStore(Store):
    """A library in a folder: `quotes.json`, its backup, its lock, and `texts/`."""

    def __init__(self, folder: Path, *, wait: float = WAIT_SECONDS) -> None:
        """Use a folder, which the first change makes; wait at most so many seconds for other writers."""
        super().__init__()
        self.folder = folder
        self.path = folder / "quotes.json"
        self._storage = AtomicJSONStorage(self.path)
        self._texts = folder / "texts"
        self._wait = wait

    def exists(self) -> bool:
        """Return whether the folder holds a library. Raises StorageError if that cannot be seen."""
        with self._explained("read", self.folder):
            return self.path.exists() or self._storage.backup.exists()

    def text(self, article: str) -> str:
        """Return a text, checked against its id. Raises StorageError."""
        path = self._text_path(article)
        with self._explained("read", path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                raise StorageError(f"{path} is missing: add the article again") from None
        if not _is_text_of(article, data):
            raise StorageError(f"{path} is not the text that was stored: add the article again")
        return decode(data)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / "quotes.json.lock", timeout=self._wait)
        with self._explained("write to", self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire()
            except Timeout:
                raise StorageError(f"{self.folder} is in use by another writer: try again later") from None
        try:
            yield
        finally:
            lock.release()

    def _fresh(self) -> Tables:
        with self._explained("read", self.path):
            tables = self._storage.read()
        if tables is None:
            if self._storage.backup.exists():
                raise self._storage.damaged("it is gone")
            return empty()
        self._check(tables)
        return empty() | tables

    def _write(self, tables: Tables) -> None:
        with self._explained("write", self.path):
            self._storage.write(tables)

    def _put_texts(self, texts: Mapping[str, str]) -> None:
        """Write a file for each text that is not there already."""
        with self._explained("write", self._texts):
            self._texts.mkdir(parents=True, exist_ok=True)
            for article, text in texts.items():
                self._put_text(article, encode(text))

    def _drop_texts(self, articles: Iterable[str]) -> None:
        """Delete files; one that cannot be deleted is left, as nothing speaks of it."""
        for article in articles:
            with suppress(OSError):
                self._text_path(article).unlink(missing_ok=True)

    def _check(self, tables: Tables) -> None:
        fault = fault_of(tables)
        if fault:
            raise self._storage.damaged(fault)
        found = format_of(tables)
        if found > FORMAT:
            raise StorageError(
                f"{self.path} has format {found}, and this version of quotes knows up to {FORMAT}:"
                " install a newer version of quotes"
            )

    def _stamp(self) -> object:
        with self._explained("read", self.path):
            try:
                state = self._storage.path.stat()
            except FileNotFoundError:
                return None
        return state.st_ino, state.st_mtime_ns, state.st_size

    def _text_path(self, article: str) -> Path:
        return self._texts / f"{article}.txt"

    def _put_text(self, article: str, data: bytes) -> None:
        path = self._text_path(article)
        there = path.read_bytes() if path.exists() else None
        if there == data:
            return
        if there is not None and _is_text_of(article, there):
            raise StorageError(f"{path} holds another text with the same id: change a word to add this one")
        replace_file(path, [data])

    @contextmanager
    def _explained(self, action: str, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            if error.errno in _IN_THE_WAY:
                path = error.filename2 or error.filename or path
            advice = _ADVICE.get(error.errno or 0, "see to that and try again")
            result = "" if action == "read" else "nothing was changed, "
            raise StorageError(f"cannot {action} {path} ({reason}): {result}{advice}") from error


def _is_text_of(article: str, data: bytes) -> bool:
    """Return whether these bytes are the text from which the article's id was made."""
    try:
        return article_id(decode(data)) == article
    except ValueError:
        return False
