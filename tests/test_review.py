"""`quotes review`: a key a quote, from a pipe and in a real terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.library import Library
from quotes.show.review import Candidate, candidates, done
from tests.conftest import ARTICLE, DIRECT, INDIRECT, MIXED, QUOTES, UNSURE, Run
from tests.test_cli_process import COMMAND, environment, heed_ctrl_c

DOUBTFUL = replace(INDIRECT, confidence=0.5)


@pytest.fixture
def doubtful(folder: Path, run: Run) -> Run:
    """Return `run` on a library with two doubtful quotes: INDIRECT, by confidence, and UNSURE."""
    with Library.open(folder) as library:
        library.remove(ARTICLE.id)
        library.add(ARTICLE, (DIRECT, DOUBTFUL, MIXED, UNSURE))
    return run


def statuses(folder: Path) -> dict[str, str]:
    with Library.open(folder) as library:
        return {quote.id: quote.status for quote in library.quotes()}


def keys(*pressed: str) -> str:
    return "".join(f"{key}\n" for key in pressed)


def test_accept_and_pick(doubtful: Run, folder: Path) -> None:
    ran = doubtful("review", stdin=keys("a", "1"))
    assert ran.code == 0
    assert ran.err == "1 confirmed, 1 corrected; no doubtful quote left\n"
    assert "1 of 2" in ran.out
    assert "⟦source: Ms Okonjo⟧ ⟦cue: denied⟧ that ⟦words: she had raised the fares⟧." in ran.out
    with Library.open(folder) as library:
        assert library.quote(INDIRECT.id).status == "confirmed"
        picked = library.quote(UNSURE.id)
        assert picked.speaker is not None
        assert (picked.speaker.name, picked.status) == ("Bram Lind", "corrected")
    assert doubtful("review").code == 3


def test_a_name_reject_and_why(doubtful: Run, folder: Path) -> None:
    ran = doubtful("review", "--by", "dv", stdin=keys("w", "r", "n", "Cleo Dorn"))
    assert ran.err == "1 corrected, 1 rejected; no doubtful quote left\n"
    assert "a step [of two]" in ran.out
    assert statuses(folder)[INDIRECT.id] == "rejected"
    with Library.open(folder) as library:
        assert [decision.by for decision in library.log()] == ["dv", "dv"]
        (entry,) = library.find_speakers("Dorn")
        assert entry.quote_ids == (UNSURE.id,)


def test_a_name_from_a_pipe_has_a_line_of_its_own(doubtful: Run) -> None:
    ran = doubtful("review", stdin=keys("n", "Cleo Dorn", "q"))
    assert "who said it (empty to go back): \n→ " in ran.out


def test_it_goes_on_where_it_stopped(doubtful: Run, folder: Path) -> None:
    assert doubtful("review", stdin=keys("s", "q")).err == (
        "1 skipped; 1 doubtful quote left; quotes review goes on\n"
    )
    assert "1 of 1" in doubtful("review", stdin=keys("q")).out
    assert "she had raised" in doubtful("review", "--skipped", stdin=keys("a")).out
    assert statuses(folder)[INDIRECT.id] == "confirmed"


def test_undo_takes_back_the_last_key_and_no_more(doubtful: Run, folder: Path) -> None:
    doubtful("edit", DIRECT.id, "--note", "before")
    ran = doubtful("review", stdin=keys("u", "r", "u", "a", "q"))
    assert "nothing to undo here" in ran.out
    assert ran.out.count("1 of 2") == 2
    assert ran.err == "1 confirmed; 1 doubtful quote left; quotes review goes on\n"
    assert len(doubtful("log", "-f", "csv").out.splitlines()) == 3


@pytest.mark.parametrize(
    "pressed",
    [keys("x", "", "9", "A?", "q"), keys("n", "", "q"), "", "n", keys("2", "q")],
    ids=["unknown keys", "no name", "no input", "no name and no input", "no such candidate"],
)
def test_what_decides_nothing(doubtful: Run, folder: Path, pressed: str) -> None:
    before = (folder / "quotes.json").read_bytes()
    ran = doubtful("review", "--below", "0", stdin=pressed)
    assert ran.code == 0 or "2" in pressed
    if "2" not in pressed:
        assert ran.err == "nothing decided; 1 doubtful quote left; quotes review goes on\n"
        assert (folder / "quotes.json").read_bytes() == before


def test_a_key_that_is_none_is_said(doubtful: Run) -> None:
    assert "→ 'x' is none of the keys:" in doubtful("review", stdin=keys("x", "q")).out


def test_a_name_that_nobody_has_is_said_as_it_may_be_a_slip(doubtful: Run) -> None:
    ran = doubtful("review", stdin=keys("n", "Ada Okonyo", "u", "q"))
    assert (
        "→ Ada Okonyo says nothing else in this library; did you mean Ada Okonjo? u takes it back" in ran.out
    )
    assert "→ undone" in ran.out


def test_nobody_cannot_be_accepted(doubtful: Run) -> None:
    ran = doubtful("review", "--below", "0", stdin=keys("a", "q"))
    assert "there is no speaker to accept" in ran.out


def test_a_name_that_several_have_is_asked_again(doubtful: Run, folder: Path) -> None:
    from quotes import extract
    from quotes.model import Article

    text = "“No,” said Femi Okonjo. “Yes,” said Bo Okonjo."
    with Library.open(folder) as library:
        library.reject(DIRECT.id)
        library.reject(MIXED.id)
        library.reject(INDIRECT.id)
        library.add(Article(text), extract(text))
    ran = doubtful("review", "--below", "0", stdin=keys("n", "Okonjo", "s"))
    assert "'Okonjo' may be " in ran.out
    assert "1 skipped" in ran.err


def test_of_one_speaker_and_below_a_confidence(doubtful: Run) -> None:
    assert "1 of 4" in doubtful("review", "--below", "0.99", stdin="q").out
    assert "1 of 1" in doubtful("review", "--speaker", "Okonjo", "--below", "0.1", stdin="q").out
    assert doubtful("review", "--speaker", "Nobody").code == 3


def test_candidates_are_numbered_with_roles() -> None:
    assert candidates(UNSURE, QUOTES) == (Candidate("Bram Lind"), Candidate("Ada Okonjo", "harbour master"))
    assert candidates(DIRECT, QUOTES) == ()


def test_what_was_done() -> None:
    assert done(0, 0, 0, 0, 2) == "nothing decided; 2 doubtful quotes left; quotes review goes on"


# --- in a real terminal ----------------------------------------------------------------------------


class Terminal:
    """A review in a terminal of its own."""

    def __init__(self, folder: Path, columns: int = 60, **more: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.leader, self.follower = pty.openpty()
        fcntl.ioctl(self.follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.before = termios.tcgetattr(self.follower)
        self.process = subprocess.Popen(
            [*COMMAND, "review"],
            stdin=self.follower,
            stdout=self.follower,
            stderr=self.follower,
            env=environment(folder, **({"TERM": "xterm-256color"} | more)),
            start_new_session=True,
            preexec_fn=self._own_terminal,
        )
        self.shown = ""

    def _own_terminal(self) -> None:
        import fcntl
        import termios

        fcntl.ioctl(self.follower, termios.TIOCSCTTY, 0)
        heed_ctrl_c()

    def wait_for(self, text: str, *, times: int = 1, seconds: float = 20) -> None:
        import select

        end = time.monotonic() + seconds
        while self.shown.count(text) < times:
            assert time.monotonic() < end, f"{text!r} is not in {self.shown!r}"
            if select.select([self.leader], [], [], 0.1)[0]:
                self.shown += os.read(self.leader, 65536).decode("utf-8", "replace")

    def press(self, key: str) -> None:
        os.write(self.leader, key.encode())

    def ended(self) -> int:
        return self.process.wait(timeout=20)

    def is_as_before(self) -> bool:
        import termios

        return termios.tcgetattr(self.follower) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.leader)
        os.close(self.follower)


@pytest.fixture
def terminal(doubtful: Run, folder: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    made = Terminal(folder, **getattr(request, "param", {}))
    yield made
    made.close()


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@needs_terminal
def test_single_keys(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for("quit")
    terminal.press("\x1b[A")  # an arrow is no key
    terminal.wait_for("quit", times=2)
    terminal.press("a")
    terminal.wait_for("2 of 2")
    terminal.wait_for("quit", times=3)
    terminal.press("n")
    terminal.wait_for("who said it")
    terminal.press("Cleo Dörn\n")
    terminal.wait_for("no doubtful quote left")
    assert terminal.ended() == 0
    assert terminal.is_as_before()
    with Library.open(folder) as library:
        assert [entry.name for entry in library.find_speakers("Dörn")] == ["Cleo Dörn"]


@needs_terminal
def test_ctrl_c_keeps_what_was_decided_and_restores_the_terminal(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for("quit")
    terminal.press("a")
    terminal.wait_for("quit", times=2)
    terminal.press("\x03")
    terminal.wait_for("1 confirmed; 1 doubtful quote left")
    assert terminal.ended() == 130
    assert terminal.is_as_before()
    assert statuses(folder)[INDIRECT.id] == "confirmed"


@needs_terminal
@pytest.mark.parametrize(
    "terminal", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], indirect=True, ids=["no colour", "dumb"]
)
def test_without_colours(terminal: Terminal) -> None:
    terminal.wait_for("quit")
    assert not re.search(r"\x1b\[(?:\d+;)*3\d", terminal.shown)
    lines = re.sub(r"\x1b\[[\d;]*m", "", terminal.shown).splitlines()
    assert max(map(len, lines)) <= 80, "what a dumb terminal is taken for"
    terminal.press("\x04")
    assert terminal.ended() == 0
