"""Which files are meant: paths, folders and globs into a sorted row of sources."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.errors import ReadError
from quotes.readers.fetch import is_address

ENDINGS = frozenset((".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"))

Source = Path | str


def find(paths: Iterable[Source]) -> Iterator[Source]:
    """Yield each file that `paths` mean, once: in the order given, sorted inside folders and globs.

    Folders are searched to the bottom for the known endings, hidden files left out. Web addresses
    and "-" are passed on as they are, and so is a path that is missing: reading it says so.
    Raises ReadError for a folder or glob without articles and for a folder that cannot be opened.
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
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on names with NULs in some versions
        return _in_folder(Path(path))
    if glob.has_magic(str(path)) and not os.path.lexists(path):
        return _in_glob(str(path))
    return (Path(path),)


def _in_folder(folder: Path) -> list[Source]:
    found: list[Source] = []
    for top, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(top, name) for name in sorted(names) if _is_article(name))
    if not found:
        endings = " ".join(sorted(ENDINGS))
        raise ReadError(f"{folder}: no articles in this folder; it needs files that end in {endings}")
    return sorted(found, key=str)


def _is_article(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.casefold() in ENDINGS


def _in_glob(pattern: str) -> list[Source]:
    found = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    if not found:
        raise ReadError(f"{pattern}: no file matches; check the pattern and the folder that you are in")
    return [source for path in found for source in (_in_folder(path) if path.is_dir() else (path,))]


def _refuse(error: OSError) -> None:
    raise ReadError(
        f"{error.filename}: the folder cannot be opened ({error.strerror}); "
        "change its permissions and try again"
    ) from error
