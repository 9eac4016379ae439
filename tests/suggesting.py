"""Articles by people whose names are to be compared."""

from __future__ import annotations

from quotes.deciding.suggest import Suggestion, suggestions
from quotes.library import Library
from quotes.model import Speaker
from tests.library_builders import Made, fill, made


def articles(*speakers: Speaker | tuple[Speaker, ...]) -> list[Made]:
    """Make an article a month, each with one speaker or several."""
    together = [each if isinstance(each, tuple) else (each,) for each in speakers]
    return [
        made(
            *((f"This is statement {number} {place}", each) for place, each in enumerate(several)),
            date=f"20{number // 12 + 10}-{number % 12 + 1:02}-01",
            outlet=f"Outlet {number}",
        )
        for number, several in enumerate(together)
    ]


def suggested(*speakers: Speaker | tuple[Speaker, ...]) -> tuple[Suggestion, ...]:
    return suggestions(fill(Library.in_memory(), articles(*speakers)).speakers())


def aged(name: str, age: int, *roles: str) -> Speaker:
    return Speaker(name, "person", name, True, roles[0] if roles else None, roles, age)
