"""Articles and quotes made by hand, so that what is shown does not depend on the extractor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from quotes.cli.main import code, message
from quotes.ids import article_id, quote_id
from quotes.library import Library
from quotes.model import Article, Kind, Quote, Span, Speaker


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

TEXT = """\
“The ferry [the old one] will not sail,” said Ada Okonjo, the harbour master.

## A row over fares

Ms Okonjo denied that she had raised the fares. She called critics “gulls” and “idlers”.

Bram Lind, a baker, said: “We pay twice.”
"""
MASTER, BAKER = "harbour master", "baker"
ADA = Speaker("Ada Okonjo", "person", f"Ada Okonjo, the {MASTER}", role=MASTER, roles=(MASTER,))
BRAM = Speaker("Bram Lind", "person", "Bram Lind, a baker", role=BAKER, roles=(BAKER,))
ARTICLE = Article(
    TEXT,
    title="Ferry stays [in port]",
    author="Cleo Dorn",
    date="2026-03-02",
    outlet="The Harbour Post",
    id=article_id(TEXT),
)


def span(words: str, text: str = TEXT) -> Span:
    """Return where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def made(kind: Kind, content: str, cue: str, source: str, speaker: Speaker | None) -> Quote:
    """Return a quote of ARTICLE; `text` is the content, without marks if it is direct."""
    spans = (span(content),)
    return Quote(
        id=quote_id(ARTICLE.id, spans, (span(source),)),
        article=ARTICLE.id,
        kind=kind,
        act="said",
        text=content.strip("“”") if kind == "direct" else content,
        content=spans,
        cue=(span(cue),),
        source=(span(source),),
        speaker=speaker,
        paragraph=TEXT[: spans[0][0]].count("\n\n"),
        rule="closing tag",
        because=("a step [of two]", "another"),
        confidence=0.97,
    )


DIRECT = made("direct", "“The ferry [the old one] will not sail,”", "said", ADA.as_printed, ADA)
INDIRECT = made("indirect", "she had raised the fares", "denied", "Ms Okonjo", ADA)
MIXED = made("mixed", "critics “gulls” and “idlers”", "called", "She", ADA)
UNSURE = replace(
    made("direct", "“We pay twice.”", "said:", "Bram Lind, a baker", BRAM),
    speaker=None,
    candidates=("Bram Lind", "Ada Okonjo"),
    confidence=0.4,
)
QUOTES = (DIRECT, INDIRECT, MIXED, UNSURE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a library that holds ARTICLE and QUOTES."""
    with Library.open(tmp_path / "library") as library:
        library.add(ARTICLE, QUOTES)
    return tmp_path / "library"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on that library, as in a pipe."""
    monkeypatch.setenv("QUOTES_DB", str(folder))
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Ran:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        error = result.exception
        if isinstance(error, Exception):
            return Ran(code(error), result.stdout, f"{result.stderr}quotes: {message(error)}\n")
        return Ran(result.exit_code, result.stdout, result.stderr)

    return call
