"""The tables of a library: which there are, what their rows must have, and how they become bytes."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import islice, starmap
from typing import Any

from quotes.errors import StorageError
from quotes.schema import row_fault

FORMAT = 4  # a higher one makes the tables anew that are derived from others
TABLES = ("articles", "quotes", "speakers", "decisions", "meta")

Row = dict[str, Any]
Tables = dict[str, Mapping[str, Row]]
Blame = Callable[[str], StorageError]  # makes an error of what is wrong

LARGE = 300_000  # bytes of a table from which on only those rows that are asked for are parsed
_LAZY = (("quotes", "speakers"), ("speakers", "decisions"))  # and the table that comes after it
_ID = b'{"id":"'
_PORTION = 1000  # rows that become bytes at a time
_FEW = 20  # ids that are looked for one by one
_JOINING = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")


class Rows(Mapping[str, Row]):
    """The rows of a large table, each a line of JSON, parsed when they are needed.

    Whoever asks for one speaker among a hundred thousand waits for that one alone. Asking for all
    parses all, once. Raises StorageError if a row is damaged.
    """

    def __init__(self, name: str, lines: bytes, blame: Blame) -> None:
        """Hold the lines of a table, which are joined by commas."""
        self.lines = lines
        self._name = name
        self._blame = blame
        self._rows: dict[str, Row] | None = None

    def __getitem__(self, key: str) -> Row:
        """Return a row."""
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in order."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._all())

    def ids(self, prefix: str) -> Iterator[str]:
        """Yield the ids that begin so, in the order of the rows."""
        ids = map(_id_of, self._beginning(_ID + encode(prefix)))
        return (each for each in ids if each.startswith(prefix))

    def having(self, ids: Collection[str]) -> Iterator[Row]:
        """Yield the rows with these ids, in the order of the ids."""
        if len(ids) > _FEW:
            return self._where(self._by_id[each] for each in ids if each in self._by_id)
        return self._where(line for each in ids for line in self._beginning(_ID + encode(each) + b'"'))

    def _beginning(self, text: bytes) -> Iterator[bytes]:
        """Yield the lines in which the row begins so: what asks for a few need not look at each line."""
        at = self.lines.find(text)
        while at >= 0:
            start = self.lines.rfind(b"\n", 0, at) + 1
            end = self.lines.find(b"\n", at)
            line = self.lines[start : end if end >= 0 else None]
            if line.find(_ID) == at - start:
                yield line
            at = self.lines.find(text, end) if end >= 0 else -1

    def holding(self, text: bytes, without: bytes | None = None) -> Iterator[Row]:
        """Yield the rows whose JSON holds this, and not that."""
        if text not in self.lines:
            return iter(())
        lines = (line for line in self._split if text in line)
        return self._where(line for line in lines if without is None or without not in line)

    def naming(self, words: Collection[str]) -> Iterator[Row]:
        """Yield at least the rows in which one of these folded words stands."""
        folded = self.lines.translate(_JOINING, b"'`")
        plain = folded.isascii()
        places = set() if plain else {n for n, low in enumerate(folded.split(b"\n")) if not low.isascii()}
        places.update(place for word in words for place in _holding(folded, encode(word)))
        return self._where(self._split[place] for place in sorted(places))

    @cached_property
    def _split(self) -> list[bytes]:
        return self.lines.split(b"\n")

    @cached_property
    def _by_id(self) -> dict[str, bytes]:
        return {_id_of(line): line for line in self._split}

    def _where(self, lines: Iterable[bytes]) -> Iterator[Row]:
        for line in lines:
            yield from self._parsed(line.removesuffix(b",")).values()

    def _all(self) -> dict[str, Row]:
        if self._rows is None:
            self._rows = self._parsed(self.lines)
        return self._rows

    def _parsed(self, lines: bytes) -> dict[str, Row]:
        try:
            with no_collection():
                rows: dict[str, Row] = json.loads(decode(b"{%b}" % lines))
        except (ValueError, RecursionError) as error:
            raise self._blame(f"table {self._name}{_row_of(error)}") from None
        if fault := table_fault(self._name, rows):
            raise self._blame(fault)
        return rows


def _row_of(error: Exception) -> str:
    """Return in which row the JSON is wrong, if that can be told, and what is wrong."""
    if not isinstance(error, json.JSONDecodeError):
        return f": {error}"
    row = error.doc.split("\n")[error.lineno - 1].removeprefix("{").partition(":")[0]
    return f", row {row}: {error.msg}"


def _id_of(line: bytes) -> str:
    start = line.find(_ID) + len(_ID)
    return line[start : line.find(b'"', start)].decode()


def _holding(lines: bytes, text: bytes) -> Iterator[int]:
    """Yield the numbers of the lines that hold a text."""
    at = number = 0
    while (found := lines.find(text, at)) >= 0:
        number += lines.count(b"\n", at, found)
        yield number
        at = lines.find(b"\n", found) + 1
        if not at:
            return
        number += 1


def empty() -> Tables:
    """Return the tables of a library that holds nothing yet."""
    return {table: {} for table in TABLES} | {"meta": {"1": {"format": FORMAT}}}


def format_of(tables: Tables) -> int:
    """Return the number of the format in which the tables were written, 0 if they do not say."""
    numbers = [row.get("format") for row in tables.get("meta", {}).values() if isinstance(row, dict)]
    return max((number for number in numbers if isinstance(number, int) and number > 0), default=0)


def fault_of(tables: object) -> str | None:
    """Return what is wrong with parsed tables, but for rows that are not parsed yet, or None."""
    fault = _shape_fault(tables)
    if fault or not isinstance(tables, dict) or (found := format_of(tables)) > FORMAT:
        return fault  # a newer format is refused
    remade = "speakers" if found < FORMAT else None
    loaded = ((name, rows) for name, rows in tables.items() if not isinstance(rows, Rows) and name != remade)
    return next(filter(None, starmap(table_fault, loaded)), None)


def _shape_fault(tables: object) -> str | None:
    if not isinstance(tables, dict) or not isinstance(tables.get("meta"), dict):
        return "not a library of quotes"
    for name, rows in tables.items():
        if isinstance(rows, Rows):
            continue
        if not isinstance(rows, dict):
            return f"table {name} is not a table"
    return None if format_of(tables) else "no format number"


def table_fault(name: str, rows: Mapping[str, Row]) -> str | None:
    """Return what is wrong with the rows of a table, the first fault of all, or None."""
    faults = _faults(name, rows)
    first = next(faults, None)
    if first is None:
        return None
    others = sum(1 for _ in faults)
    more = f", and {others:,} more row{'s' * (others > 1)}" if others else ""
    return f'table {name}, row "{first[0]}": {first[1]}{more}'


def _faults(name: str, rows: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """Yield which rows are damaged, and what is wrong with each."""
    owners = dict[object, str]()
    for key, row in rows.items():
        if not isinstance(row, dict):
            yield key, "it is not a row"
        elif fault := row_fault(name, row):
            yield key, fault
        elif not key.isdecimal():
            yield key, "it has no number"
        elif (owner := owners.setdefault(row.get("id", key), key)) != key:
            yield key, f'row "{owner}" has the same id'


def fault_in(data: bytes) -> str | None:
    """Return what is wrong with the bytes of a library, all rows included, or None."""
    try:
        return fault_of(_loaded(data))
    except (ValueError, RecursionError) as error:
        return str(error)


def serialize(tables: Mapping[str, Mapping[str, Row]]) -> bytes:
    """Return tables as JSON in UTF-8, a row a line; lone surrogates pass through.

    A change of a row is then a change of a line, for whoever keeps the file under version control.
    """
    return b"".join(portions(tables))


def portions(tables: Mapping[str, Mapping[str, Row]]) -> Iterator[bytes]:
    """Yield what `serialize` returns piece by piece: of a large library nobody needs to hold all."""
    start = "{\n"
    for name, rows in tables.items():
        yield encode(f"{start}{_dumps(name)}:{{\n")
        yield from _lines(rows)
        start = "\n},\n"
    yield b"\n}\n}\n" if tables else b"{\n\n}\n"


def _lines(rows: Mapping[str, Row]) -> Iterator[bytes]:
    if isinstance(rows, Rows):
        yield rows.lines
        return
    lines = (f"{_dumps(key)}:{_dumps(row)}" for key, row in rows.items())
    start = ""
    while some := ",\n".join(islice(lines, _PORTION)):
        yield encode(start + some)
        start = ",\n"


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def damaged(fault: str) -> StorageError:
    """Return the error that says what is wrong with a library, wherever that is."""
    return StorageError(f"quotes.json is damaged ({fault}): go back to its backup")


def parse(data: bytes, blame: Blame = damaged) -> Tables:
    """Return the tables that `serialize` wrote. Raises ValueError if this is not JSON.

    A row that is parsed only later, and is damaged, raises what `blame` makes of that.
    """
    cuts = [(name, *_place(data, name, after)) for name, after in _LAZY]
    large = [(name, start, end) for name, start, end in cuts if 0 <= start < end - LARGE]
    rest, at = [], 0
    for _, start, end in large:
        rest.append(data[at:start])
        at = end
    tables = _loaded(b"".join([*rest, data[at:]])) if large else {}
    if _shape_fault(tables) or format_of(tables) < FORMAT:  # all of what is older is made anew
        return _loaded(data)
    return tables | {name: Rows(name, data[start:end], blame) for name, start, end in large}


def _place(data: bytes, name: str, after: str) -> tuple[int, int]:
    """Return from where to where the rows of a table stand; the start is -1 if that cannot be told."""
    mark = f'\n"{name}":{{\n'.encode()
    start = data.find(mark)
    end = data.find(f'\n}},\n"{after}":{{'.encode(), max(start, 0))
    return (start + len(mark) if start >= 0 else -1), end


def _loaded(data: bytes) -> Tables:
    with no_collection():
        tables: Tables = json.loads(decode(data))
    return tables


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at what is all still in use.

    That takes as long as the parsing itself.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def encode(text: str) -> bytes:
    """Return a text as bytes from which `decode` gives back each code point, newlines included."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    r"""Return the text of bytes. Raises ValueError if they are not UTF-8.

    >>> decode(encode("a\r\nb\ud800"))
    'a\r\nb\ud800'
    """
    return data.decode("utf-8", "surrogatepass")
