"""Copies: what several articles have word for word is one statement, and is counted as one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes import extract
from quotes.library import Library
from quotes.model import Article
from tests.conftest import Run

WIRE = "“The old pump will not last the winter,” said Eli Tamm, a plumber. Tamm denied any blame.\n"
COPY = "“The old pump will not last the winter”, said Eli Tamm, a plumber.\n\nTamm denied any blame.\n"
LATER = "Eli Tamm denied any blame. “I warned them in good time,” Tamm said.\n"


@pytest.fixture
def papers(run: Run, folder: Path) -> Run:
    """Return `run` on a library with a wire story, a copy of it that is set otherwise, and another."""
    with Library.open(folder) as library:
        for number, text in enumerate((WIRE, COPY, LATER), 1):
            article = Article(
                text, title=f"Pump {number}", date=f"2026-05-0{number}", outlet=f"Paper {number}"
            )
            library.add(article, extract(text))
    return run


def test_who_shows_a_copy_once_and_says_where_it_is(papers: Run) -> None:
    told = papers("who", "Tamm").out
    assert "6 quotes in 3 articles · 2 of them again\n" in told
    assert told.count("will not last the winter") == 1
    assert told.count("any blame") == 2, "a short denial may be made twice"
    first = json.loads(papers("who", "Tamm", "-f", "json").out)["articles"][0]["id"]
    assert f"  again     2 quotes, word for word as in {first[:8]}\n" in told
    assert f"- again: 2 quotes, word for word as in {first[:8]}" in papers("who", "Tamm", "-f", "md").out


def test_programs_get_every_copy(papers: Run) -> None:
    assert len(papers("who", "Tamm", "-f", "jsonl").out.splitlines()) == 6
    assert len(papers("search", "pump", "-f", "jsonl").out.splitlines()) == 3


def test_a_sheet_says_which_row_has_the_same_words(papers: Run) -> None:
    rows = json.loads(papers("export", "-", "-f", "json", "--who", "Tamm").out)
    assert [(row["number"], row["note"]) for row in rows if row["note"]] == [
        (3, "word for word as number 1"),
        (4, "word for word as number 2"),
    ]


def test_search_shows_a_copy_once(papers: Run) -> None:
    assert papers("search", "pump", "winter").out.count("will not last the winter") == 1


def test_a_copy_counts_once_among_the_speakers(papers: Run) -> None:
    header, row = papers("speakers", "Tamm").out.splitlines()
    assert header.split() == ["speaker", "role", "type", "quotes", "again", "articles", "words", "id"]
    assert row.split()[:-1] == ["Eli", "Tamm", "plumber", "person", "6", "2", "3", "18"]
    assert "again" not in papers("speakers", "Okonjo").out


def test_what_somebody_decided_about_a_copy_is_seen(papers: Run) -> None:
    copy = json.loads(papers("who", "Tamm", "-f", "json").out)["quotes"][2]["id"]
    papers("edit", copy, "--status", "confirmed", "--note", "on tape")
    told = papers("who", "Tamm").out
    assert "confirmed · on tape" in told
    assert "1 of them again" in told
