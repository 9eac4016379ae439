"""The library that a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.library import Library
    from quotes.model import Article, Quote


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


def articles_of(library: Library, quotes: Iterable[Quote]) -> dict[str, Article]:
    """Return the articles of the quotes, with their texts, by id."""
    return {key: library.article(key) for key in dict.fromkeys(quote.article for quote in quotes)}
