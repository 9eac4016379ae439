"""`quotes speakers --suggest`: the questions, and the commands that answer them."""

from __future__ import annotations

import json

import pytest

from quotes.library import Library
from tests.conftest import Run
from tests.library_builders import fill, speaker
from tests.suggesting import aged, articles


class TestCommand:
    @pytest.fixture
    def many(self, run: Run, folder: object) -> Run:
        from pathlib import Path

        assert isinstance(folder, Path)
        cole = (aged("Ian Cole", 34), aged("Ian Cole", 61))
        with Library.open(folder) as library:
            fill(library, articles(speaker("Bill Tranter"), speaker("William Tranter"), *cole))
        return run

    def test_table(self, many: Run) -> None:
        ran = many("speakers", "--suggest")
        assert ran.err == "2 suggestions\n"
        first, second = ran.out.split("\n\n")
        assert "Tranter (1 quote)  =  " in first
        assert "  for       the same surname, Tranter\n" in first
        assert "Ian Cole (2 quotes)  =  two people?" in second
        assert "  if so     quotes split " in second

    def test_who_says_that_it_may_be_two(self, many: Run) -> None:
        ran = many("who", "Cole")
        assert (
            "perhaps two people: the ages do not fit: born about 1976 and about 1949; see quotes" in ran.out
        )
        assert json.loads(many("who", "Cole", "-f", "json").out)["perhaps_two"]
        assert "perhaps two people" in many("who", "Cole", "-f", "md").out

    def test_the_command_that_is_shown_does_it(self, many: Run) -> None:
        for record in json.loads(many("speakers", "--suggest", "-f", "json").out):
            words = record["command"].split()[1:]
            assert many(*words).code == 0
        assert many("speakers", "--suggest").code == 3
        assert many("undo", "2").code == 0
        assert many("speakers", "--suggest").err == "2 suggestions\n"

    def test_of_one_speaker_and_formats(self, many: Run) -> None:
        assert many("speakers", "--suggest", "Cole").err == "1 suggestion\n"
        assert many("speakers", "--suggest", "--limit", "1").err == "1 of 2 suggestions\n"
        for form in ("csv", "md", "jsonl"):
            assert "Tranter" in many("speakers", "--suggest", "-f", form).out

    def test_nothing(self, run: Run) -> None:
        assert run("speakers", "--suggest") == (
            3,
            "",
            "quotes: nothing to suggest: no names are alike, and no speaker seems to be two\n",
        )
