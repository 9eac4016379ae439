"""The library that a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.library import Library


def open_library(folder: Path | None, *, create: bool = False) -> Library:
    """Return the library in the folder, or in the user's data folder.

    Raises StorageError if it cannot be read, or is not there and `create` is false.
    """
    from quotes.library import Library

    return Library.open(folder or default_folder(), create=create)


def default_folder() -> Path:
    """Return the folder of the library that is used when none is named."""
    from platformdirs import user_data_path

    return user_data_path("quotes", appauthor=False)
