"""Replacing a file as a whole, so that no reader and no crash ever finds half of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: Iterable[bytes], *, backup: Path | None = None) -> None:
    """Put data, in portions, in the place of a file, as a whole, and keep the former file as `backup`.

    Only one process at a time may do this to a path. Raises OSError, and then the file holds what
    it held.
    """
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        _write_through(temporary, data)
        if backup is not None and path.exists():
            _keep(path, backup)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write_through(path: Path, data: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path, backup: Path) -> None:
    """Make `backup` another name of the file, or a copy where files cannot have two names."""
    link = backup.with_name(f"{backup.name}.tmp")
    link.unlink(missing_ok=True)
    try:
        try:
            os.link(path, link)
        except OSError:
            _write_through(link, [path.read_bytes()])
        link.replace(backup)
    finally:
        link.unlink(missing_ok=True)  # is also still there if both were names of one file already


def _sync_folder(folder: Path) -> None:
    """Make a replacement outlast a power cut, where folders can be synced (not on Windows).

    If they cannot, the file is still whole: as before the replacement, or as after it.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
