"""Who said what, extracted from news articles by rules.

`extract` finds the quotes in a text; a `Library` keeps them, and answers who said what.

    import quotes

    for quote in quotes.extract(text):
        print(quote.speaker.name if quote.speaker else "unknown", quote.kind, quote.text)

    with quotes.Library.open("library") as library:
        library.add(quotes.Article(text, outlet="The Pier", date="2026-03-02"), quotes.extract(text))
        library.quotes(who="Halloran", kind="direct", since="2026")

The public names are loaded when they are first used, so that a command starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.errors import QuotesError
    from quotes.library import Library
    from quotes.model import Article, Quote, Speaker
    from quotes.pipeline import extract

__all__ = ["Article", "Library", "Quote", "QuotesError", "Speaker", "extract"]
__version__ = "0.1.0"

_HOMES = {"Article": "model", "Quote": "model", "Speaker": "model", "QuotesError": "errors",
          "Library": "library", "extract": "pipeline"}  # fmt: skip


if not TYPE_CHECKING:  # else a type checker would take any name for a public one

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the names that a prompt offers, those too that are not loaded yet."""
    return sorted({*globals(), *__all__})
