"""`quotes who`: whose quotes, in which order, and what is not sure."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.library import Library
from quotes.model import Article
from tests.conftest import ARTICLE, DIRECT, INDIRECT, MIXED, QUOTES, UNSURE, Run
from tests.library_builders import Made, fill, made, speaker


@pytest.mark.parametrize("name", [["okonjo"], ["Ada", "Okonjo"], ["ÁDA OKONJÓ"], ["Oko"]])
def test_names(run: Run, name: list[str]) -> None:
    ran = run("who", *name)
    assert ran.code == 0
    assert ran.out.startswith(
        "Ada Okonjo   person\nharbour master  2026-03-02 · The Harbour Post\n3 quotes in 1 article\n"
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(["--kind", "mixed"], [MIXED], id="kind"),
        pytest.param(["--since", "2026-03"], [DIRECT, INDIRECT, MIXED], id="since a month"),
        pytest.param(["--until", "2026-03-02"], [DIRECT, INDIRECT, MIXED], id="until the day"),
        pytest.param(["--outlet", "harbour"], [DIRECT, INDIRECT, MIXED], id="a part of the outlet"),
        pytest.param(["--limit", "1"], [DIRECT], id="limit"),
        pytest.param(["--about", "gulls"], [MIXED, INDIRECT], id="words around it"),
    ],
)
def test_options(run: Run, options: list[str], expected: list[object]) -> None:
    ids = [json.loads(line)["id"] for line in run("who", "Okonjo", "-f", "jsonl", *options).out.splitlines()]
    assert set(ids) == {quote.id for quote in QUOTES if quote in expected}


def test_json_has_the_speaker_and_the_articles(run: Run) -> None:
    told = json.loads(run("who", "Okonjo", "-f", "json").out)
    assert told["speaker"]["name"] == "Ada Okonjo"
    assert [article["id"] for article in told["articles"]] == [ARTICLE.id]
    assert len(told["quotes"]) == 3


def test_the_person_is_meant_whose_full_name_was_once_read_as_a_body(run: Run, folder: Path) -> None:
    with Library.open(folder) as library:
        library.add_all((it.article, it.quotes) for it in (body("Ada Okonjo"), body("Okonjo")))
    assert run("who", "Ada Okonjo").out.startswith("Ada Okonjo   person\n")
    ran = run("who", "Okonjo")
    assert (ran.code, ran.out) == (2, "")
    assert [line for line in ran.err.splitlines() if line.endswith(" ")] == []


def body(name: str) -> Made:
    return made((f"We are {name}", speaker(name, sort="organization")))


@pytest.mark.parametrize(
    "command", [["who", "Okonyo"], ["speakers", "Okonyo"], ["speakers", "Okonyo", "--suggest"]]
)
def test_who_is_almost_called_so(run: Run, command: list[str]) -> None:
    told = "quotes: nobody called 'Okonyo' is quoted in this library; did you mean Ada Okonjo?\n"
    assert run(*command) == (3, "", told)


@pytest.mark.parametrize("command", [["who", "Harbour", "Master"], ["speakers", "harbour master"]])
def test_a_role_is_no_name_but_says_whose_it_is(run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith("is quoted in this library; that is the role of Ada Okonjo\n")


def test_a_name_comes_before_phrases_that_contain_it(run: Run, folder: Path) -> None:
    phrases = [speaker("a Lumen report", sort="document", named=False), speaker("some in Lumen", named=False)]
    with Library.open(folder) as library:
        fill(library, (body("Lumen"), *(made((f"So it is {n}", each)) for n, each in enumerate(phrases))))
        assert len(library.find_speakers("lumen")) == 3
    assert run("who", "lumen").out.startswith("Lumen   organization\n")


@pytest.mark.parametrize("command", [["who", ""], ["export", "-", "--who", " "], ["review", "--speaker", ""]])
def test_no_name_is_not_everybody(run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(" is no name: give a name or an id\n")


def test_what_may_be_theirs_is_named_at_the_end(run: Run) -> None:
    line = f"1 more may be theirs (speaker not sure): {UNSURE.id[:8]}"
    assert run("who", "Okonjo").out.endswith(f"\n\n{line}\n")
    assert run("who", "Okonjo", "-f", "md").out.endswith(f"{line}\n")
    told = json.loads(run("who", "Okonjo", "-f", "json").out)
    assert [quote["id"] for quote in told["unsure"]] == [UNSURE.id]
    assert UNSURE.id[:8] not in run("who", "Okonjo", "--kind", "mixed").out


def test_somebody_who_is_only_a_candidate(run: Run) -> None:
    ran = run("who", "Lind")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"quotes: nothing is surely by 'Lind', but 1 quote is perhaps: {UNSURE.id[:8]}; see quotes show ID\n"
    )


def test_speech_comes_before_thoughts_which_are_marked(run: Run, folder: Path) -> None:
    thought = replace(DIRECT, act="thought")
    with Library.open(folder) as library:
        library.remove(ARTICLE.id)
        library.add(ARTICLE, (thought, INDIRECT, MIXED))
    lines = run("who", "Okonjo").out.splitlines()
    assert lines[-1].endswith(f"thought · {DIRECT.id[:8]}")
    assert "thought" not in "".join(lines[:-1])
    only = run("who", "Okonjo", "--act", "thought").out
    assert "1 quote in 1 article · of 3 in all" in only
    assert run("who", "Okonjo", "--act", "found").code == 3


def test_people_count_paragraphs_from_1(run: Run) -> None:
    rows = csv.DictReader(io.StringIO(run("who", "Okonjo", "-f", "csv").out))
    sheet = csv.DictReader(io.StringIO(run("export", "-", "--who", "Okonjo").out.removeprefix("\ufeff")))
    numbers = [str(quote.paragraph + 1) for quote in QUOTES if quote is not UNSURE]
    assert sorted(row["paragraph"] for row in rows) == sorted(numbers)
    assert sorted(row["paragraph"] for row in sheet) == sorted(numbers)


def test_nobody(run: Run) -> None:
    expected = "quotes: nobody called 'Okonyo' is quoted in this library; did you mean Ada Okonjo?\n"
    assert run("who", "Okonyo") == (3, "", expected)


def test_nothing_like_this(run: Run) -> None:
    ran = run("who", "Okonjo", "--since", "2030")
    assert ran == (3, "", "quotes: Ada Okonjo is quoted, but nothing like this; ask with fewer options\n")


@pytest.mark.parametrize(
    "options",
    [["--since", "soon"], ["--kind", "loud"], ["--act", "sung"], ["--limit", "0"], ["--colour"]],
    ids=["no date", "no kind", "no act", "no limit", "no option"],
)
def test_misuse(run: Run, options: list[str]) -> None:
    ran = run("who", "Okonjo", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_several_are_listed_to_choose_from(run: Run, folder: Path) -> None:
    text = "“No,” said Femi Okonjo."
    with Library.open(folder) as library:
        from quotes import extract

        library.add(Article(text), extract(text))
    ran = run("who", "Okonjo")
    assert (ran.code, ran.out) == (2, "")
    assert "Ada Okonjo" in ran.err
    assert "Femi Okonjo" in ran.err
    chosen = ran.err.split()[-1]
    assert run("who", chosen).code == 0
