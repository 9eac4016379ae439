"""The real command in a process of its own: streams, signals and exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLE

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "quotes")


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("FORCE_COLOR", "NO_COLOR", "COLUMNS")
    }
    return kept | {"QUOTES_DB": str(folder), "PYTHONPATH": str(ROOT)} | more


def call(
    folder: Path, *arguments: str, stdin: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, env=environment(folder, **more), check=False
    )


def heed_ctrl_c() -> None:
    """Before a command begins: a shell starts what runs in the background with Ctrl-C ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_who(folder: Path) -> None:
    ran = call(folder, "who", "Okonjo", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "“The ferry [the old one] will not sail,”" in ran.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code", "start"),
    [
        (["who", "Nobody"], 3, b"quotes: nobody called 'Nobody'"),
        (["show", "ffffffff"], 3, b"quotes: no article or quote"),
        (["who", "Okonjo", "--since", "soon"], 2, b"quotes: date 'soon'"),
        (["add", "missing.txt"], 1, b"quotes: missing.txt: no such file"),
        (["nonsense"], 2, b"Usage: quotes"),
    ],
    ids=["nobody", "no such id", "no date", "no file", "no command"],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int, start: bytes) -> None:
    ran = call(folder, *arguments)
    assert (ran.returncode, ran.stdout) == (code, b"")
    assert ran.stderr.startswith(start)
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
def test_a_closed_pipe_is_silent(folder: Path) -> None:
    line = b'{"id": 1, "text": "Rain."}\n'
    with subprocess.Popen(
        [*COMMAND, "extract", "-f", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(line)
        process.stdin.flush()
        assert process.stdout.readline() == b'{"id": 1, "quotes": []}\n', "answered before the input ends"
        process.stdout.close()
        process.stdin.write(line)
        process.stdin.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows signals otherwise")
def test_ctrl_c(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "-f", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder),
        preexec_fn=heed_ctrl_c,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": 1, "text": "Rain."}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("more", "coloured", "styled"),
    [({}, True, True), ({"NO_COLOR": "1"}, False, True), ({"TERM": "dumb"}, False, False)],
    ids=["terminal", "NO_COLOR", "dumb"],
)
def test_colours_in_a_terminal(folder: Path, more: dict[str, str], coloured: bool, styled: bool) -> None:
    import pty

    leader, follower = pty.openpty()
    settings = environment(folder, **({"TERM": "xterm-256color", "COLUMNS": "80"} | more))
    subprocess.run([*COMMAND, "show", ARTICLE.id], stdout=follower, env=settings, check=True)
    os.close(follower)
    shown = b""
    while chunk := _read(leader):
        shown += chunk
    os.close(leader)
    assert (b"36m" in shown) == coloured
    assert (b"\x1b[" in shown) == styled
    assert ("⟦".encode() in shown) == (not styled)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("columns", [40, 0], ids=["narrow", "a terminal that does not know its size"])
def test_a_terminal_breaks_no_word_of_a_message(folder: Path, columns: int) -> None:
    import fcntl
    import pty
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    subprocess.run([*COMMAND, "who", "Nobody"], stderr=follower, env=environment(folder), check=False)
    os.close(follower)
    told = _read(leader).decode()
    os.close(leader)
    lines = [
        "quotes: nobody called 'Nobody' is quoted",
        "in this library; quotes speakers lists",
        "all who are quoted",
    ]
    assert told.splitlines() == (lines if columns else [" ".join(lines)])


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""
