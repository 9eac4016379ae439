"""Which files are meant: paths, folders and globs into a sorted row of sources."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from quotes.errors import ReadError
from quotes.readers.fetch import is_address

ENDINGS = frozenset((".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"))

Source = Path | str
_SCHEME = re.compile(r"[a-z][a-z0-9+]+://")


def find(paths: Iterable[Source]) -> Iterator[Source]:
    """Yield each file that `paths` mean, once: in the order given, sorted inside folders and globs.

    Folders are searched to the bottom for the known endings, hidden files left out. Web addresses
    and "-" are passed on as they are, and so is a path that is missing: reading it says so.
    Raises ReadError for a folder or glob without articles, and for a folder that cannot be opened
    after the files that stand beside it.
    """
    seen: set[str] = set()
    for path in paths:
        for source in _meant(path):
            if str(source) not in seen:
                seen.add(str(source))
                yield source


def _meant(path: Source) -> Iterable[Source]:
    if path == "-" or is_address(path):
        return (path,)
    if found := _SCHEME.match(str(path)):
        raise ReadError(f"{path}: {found[0]} is not fetched; save the page and add the file")
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on names with NULs in some versions
        return _in_folder(Path(path))
    if glob.has_magic(str(path)) and not os.path.lexists(path):
        return _in_glob(str(path))
    return (Path(path),) if str(path) else _refuse_nothing()


def _in_folder(folder: Path) -> Iterator[Source]:
    found: list[Path] = []
    closed: list[OSError] = []
    for top, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(top, name) for name in sorted(names) if _is_article(top, name))
    yield from sorted(found, key=str)
    if closed:
        _refuse(closed)
    if not found:
        endings = " ".join(sorted(ENDINGS))
        raise ReadError(f"{folder}: no articles in this folder; it needs files that end in {endings}")


def _is_article(folder: str, name: str) -> bool:
    """Tell whether a file is to be read; what is no file, such as a pipe, would never end."""
    if name.startswith(".") or Path(name).suffix.casefold() not in ENDINGS:
        return False
    path = Path(folder, name)
    return path.is_file() or path.is_symlink()  # reading a dead link says so


def _in_glob(pattern: str) -> list[Source]:
    found = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    if not found:
        raise ReadError(f"{pattern}: no file matches; check the pattern and the folder that you are in")
    return [source for path in found for source in (_in_folder(path) if path.is_dir() else (path,))]


def _refuse(errors: Sequence[OSError]) -> NoReturn:
    first = errors[0]
    more = f", nor can {len(errors) - 1} more" if len(errors) > 1 else ""
    raise ReadError(
        f"{first.filename}: the folder cannot be opened ({first.strerror}){more}; "
        "change its permissions and try again"
    ) from first


def _refuse_nothing() -> NoReturn:
    raise ReadError("an empty path; name a file, a folder, an address, or - for standard input")
