"""Who said what, extracted from news articles by rules.

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


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
