"""A small library to decide about, and what to ask of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotes.identity import SpeakerEntry
from quotes.library import Library
from tests.library_builders import Rereading, fill, made, new_library, speaker

SORVIA = made(
    ("The grain will come", speaker("Alik Lukashenko", "president")),
    ("We were not asked", speaker("Ann Lee", "mayor")),
    title="Grain",
    date="2026-01-01",
    outlet="Wire",
)

BORDER = made(
    ("The border is shut", speaker("Alyk Lukashenka", "president")),
    ("I sell bread", speaker("Ann Lee", "baker")),
    title="Border",
    date="2026-02-01",
    outlet="Gazette",
)

COUNCIL = made(
    ("The taxes stay", speaker("Lee")),
    ("They may go", None),
    ("No comment", speaker("Harbour Board", sort="organization")),
    ("It was dark", speaker("a neighbour", named=False)),
    title="Council",
    date="2026-03-01",
)

ALL = (SORVIA, BORDER, COUNCIL)

GRAIN, ASKED = SORVIA.quotes

SHUT, BREAD = BORDER.quotes

TAXES, MAY_GO, NO_COMMENT, DARK = (
    replace(quote, candidates=("Lee", "Ian Cole")) if quote.speaker is None else quote
    for quote in COUNCIL.quotes
)
EVERYBODY = ["Alik Lukashenko", "Alyk Lukashenka", "Ann Lee", "Harbour Board", "Lee", "a neighbour"]


def ticking() -> Any:
    ticks = iter(range(10_000))
    return lambda: f"2026-05-01T10:{next(ticks):04}"


def names(library: Library) -> list[str]:
    return sorted(entry.name for entry in library.speakers())


def said(library: Library, name: str) -> set[str]:
    return {quote.text.rstrip(",") for quote in library.quotes(who=name)}


def one(library: Library, name: str) -> SpeakerEntry:
    (entry,) = library.find_speakers(name)
    return entry


def alone(library: Library) -> SpeakerEntry:
    return next(entry for entry in library.speakers() if entry.name == "Lee")


def opened(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return the library in memory, in a file, or in one so large that its tables are parsed when asked."""
    council = replace(COUNCIL, quotes=(TAXES, MAY_GO, NO_COMMENT, DARK))
    if kind == "large":
        monkeypatch.setattr("quotes.tables.LARGE", -1)
        return fill(Rereading.open(folder / "library"), (SORVIA, BORDER, council))
    return fill(new_library(kind, folder), (SORVIA, BORDER, council))
