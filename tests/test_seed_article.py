"""The wire article that lies beside the project, and what a careful reader lists in it.

Its sentences are not ours, so the expectations in `seed_article.json` hold none: a statement is its kind,
its speaker, and the hash of its content's words (more than one where readers differ on where it ends).
`tolerated` are contents on which readers differ whether they are statements; they may come out or not.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import quotes
from quotes.model import Article, Quote, Speaker
from quotes.readers import read_path

HERE = Path(__file__).parent
EXPECTED: dict[str, Any] = json.loads((HERE / "seed_article.json").read_text(encoding="utf-8"))
STATEMENTS: dict[str, dict[str, Any]] = EXPECTED["statements"]
PATH = HERE.parent.parent / "shared" / "seeds" / f"{EXPECTED['stem']}.txt"
OPENERS = frozenset("of that to whether".split())

# Statements that do not come out right, and why. Strict: take a line out when it passes.
KNOWN_FAILURES: dict[str, str] = {}

pytestmark = pytest.mark.skipif(not PATH.exists(), reason="the article does not lie beside the project")


def fingerprint(text: str) -> str:
    """The hash of the words, without marks and without the word that opens an indirect quote.

    >>> fingerprint('that "Rain" is likely') == fingerprint("rain is likely")
    True
    """
    words = re.findall(r"\w+", text.casefold())
    while words and words[0] in OPENERS:
        words = words[1:]
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def or_known_failure(name: str) -> object:
    known = pytest.mark.xfail(reason=KNOWN_FAILURES.get(name, ""), strict=True)
    return pytest.param(name, marks=[known] if name in KNOWN_FAILURES else [])


@cache
def listed() -> tuple[tuple[str, Quote], ...]:
    """What the extractor lists, nested quotes left out, each with its fingerprint."""
    outer = [quote for quote in quotes.extract(_article().text) if quote.outer is None]
    return tuple((fingerprint(_words(quote)), quote) for quote in outer)


@cache
def _article() -> Article:
    (article,) = read_path(PATH)
    return article


def _words(quote: Quote) -> str:
    return " ".join(_article().text[start:end] for start, end in quote.content)


def _without_article(name: str) -> str:
    return re.sub(r"^(the|a|an) ", "", name.casefold())


def same_speaker(speaker: Speaker | None, expected: dict[str, Any]) -> bool:
    """Whether name and type are right, and the role where one is printed."""
    if speaker is None or speaker.type != expected["type"]:
        return False
    roles = expected.get("roles")
    same_name = _without_article(speaker.name) == _without_article(expected["speaker"])
    return same_name and (not roles or speaker.role in roles)


@pytest.mark.parametrize("name", [or_known_failure(name) for name in STATEMENTS])
def test_statement(name: str) -> None:
    expected = STATEMENTS[name]
    found = [quote for content, quote in listed() if content in expected["content"]]
    assert len(found) == 1
    assert found[0].kind == expected["kind"]
    assert same_speaker(found[0].speaker, expected), found[0].speaker


@pytest.mark.parametrize("name", [or_known_failure("nothing else")])
def test_all_that_is_listed_is_expected(name: str) -> None:
    contents = [entry["content"] for entry in STATEMENTS.values()] + list(EXPECTED["tolerated"].values())
    expected = {content for several in contents for content in several}
    assert [_words(quote) for content, quote in listed() if content not in expected] == [], name


def test_known_failures_have_a_test() -> None:
    assert {"nothing else", *STATEMENTS} >= KNOWN_FAILURES.keys()
