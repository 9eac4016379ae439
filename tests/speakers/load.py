"""The articles about speakers, with what a careful reader says of each quote; see README.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
KNOWN_FAILURES = HERE / "known-failures.txt"

_QUOTE = re.compile(
    r"> (?P<words>.+?) = "
    r"(?:\?(?P<candidates>.*)|(?P<names>.+?)(?: \((?P<types>[a-z/]+)\))?(?: -> (?P<told>.+))?)"
)
_PERSON = re.compile(r"@ (?P<name>.+?): (?P<roles>.+)")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says the words at `at`: one of `names`, or nobody where a reader cannot tell."""

    words: str
    at: int
    names: tuple[str, ...]
    types: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """What an article calls one of its speakers; `optional` roles need not come out."""

    name: str
    roles: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its quotes in the order of the table, and what it calls its speakers."""

    name: str
    text: str
    said: tuple[Said, ...]
    described: tuple[Described, ...]


def stories() -> list[Story]:
    """Read all tables; raise ValueError on a line that does not parse or words that are not there once."""
    tables = sorted(path for path in HERE.glob("*.txt") if path != KNOWN_FAILURES)
    return [
        _story(path.stem, block)
        for path in tables
        for block in path.read_text(encoding="utf-8").split("## ")
        if block.strip()
    ]


def _story(table: str, block: str) -> Story:
    title, _, rest = block.partition("\n")
    lines = rest.rstrip().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("> "))
    text = "\n".join(lines[:first]).strip()
    notes = lines[first:]
    said = tuple(_said(text, line) for line in notes if line.startswith("> "))
    described = tuple(_described(line) for line in notes if not line.startswith("> "))
    return Story(f"{table}: {title.strip()}", text, said, described)


def _said(text: str, line: str) -> Said:
    found = _QUOTE.fullmatch(line)
    if found is None or text.count(found["words"]) != 1:
        raise ValueError(f"no such quote, or more than one: {line!r}")
    at = text.index(found["words"])
    if found["candidates"] is not None:
        return Said(found["words"], at, (), (), _listed(found["candidates"], ";"))
    types = _listed(found["types"] or "person", "/")
    return Said(found["words"], at, _listed(found["names"], " / "), types, told=found["told"])


def _described(line: str) -> Described:
    found = _PERSON.fullmatch(line)
    if found is None:
        raise ValueError(f"not a quote and not a person: {line!r}")
    words = _listed(found["roles"], ";")
    ages = [int(word) for word in words if word.isdigit()]
    roles = tuple(word for word in words if word[0] != "(" and not word.isdigit())
    optional = tuple(word.strip("()") for word in words if word[0] == "(")
    return Described(found["name"], roles, optional, ages[0] if ages else None)


def _listed(words: str, mark: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(mark) if word.strip())


def known_failures() -> list[str]:
    """The names of the checks that are known to fail, in order."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
