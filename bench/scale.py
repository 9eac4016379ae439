"""Whether the time of `quotes.extract` grows with the size of a text and no faster.

    python -m bench.scale                     all cases
    python -m bench.scale marks line          some of them

Each case runs at a quarter of its size and in full, each time in a process of its own. `growth` is
the time per character in full over that at a quarter: about 1 where time is linear, 4 where it is
quadratic. Memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bench import timing
from bench.texts import PARAGRAPH, repeated

MB = 1_000_000
SYLLABLES = "ba de ki lo mu na pe ri so tu".split()


def _person(number: int) -> str:
    """Return a paragraph about somebody of whom no other paragraph speaks."""
    name = "".join(SYLLABLES[int(digit)] for digit in f"{number:05}").title()
    return f"“No,” said Ann {name}, a baker. {name} said that the oven was cold. She left.\n\n"


CASES: Mapping[str, Callable[[float], str]] = MappingProxyType(
    {
        "article": lambda part: repeated(PARAGRAPH, int(10 * MB * part)),
        "line": lambda part: repeated(PARAGRAPH.replace("\n", " "), int(5 * MB * part)),
        "marks": lambda part: "He said “no and went. " * int(10_000 * part),
        "marks-bare": lambda part: '"' * int(10_000 * part),
        "marks-single": lambda part: "'tis so, ’n’ he said ‘no " * int(10_000 * part),
        "marks-paragraphs": lambda part: "“And so, he said.\n\n" * int(10_000 * part),
        "nested": lambda part: "“he said ‘" * int(10_000 * part),
        "a": lambda part: "a " * int(100_000 * part),
        "names": lambda part: "Ann Lee " * int(50_000 * part),
        "pronouns": lambda part: "Ann Lee met Bo Day. She said no. He said yes. " * int(5_000 * part),
        "people": lambda part: "".join(map(_person, range(int(20_000 * part)))),
        "cues": lambda part: "said " * int(50_000 * part),
        "word": lambda part: "a" * int(1 * MB * part),
        "spaces": lambda part: " " * int(1 * MB * part),
        "lines": lambda part: "\n" * int(1 * MB * part),
        "commas": lambda part: "," * int(200_000 * part),
    }
)


def child(case: str, part: float) -> None:
    """Measure one case here and print its figures as JSON."""
    import resource

    import quotes

    text = CASES[case](part)
    quotes.extract(PARAGRAPH)  # word lists are loaded once
    time = timing.seconds(lambda: quotes.extract(text))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in kB, on macOS in bytes
    print(json.dumps([len(text), time, peak / (MB if sys.platform == "darwin" else 1000)]))


def measure(case: str, part: float, limit: float) -> tuple[int, float, float]:
    """Return the code points, the seconds and the megabytes of a case, run in its own process.

    Raises RuntimeError if it fails or takes longer than the limit.
    """
    command = [sys.executable, "-m", "bench.scale", case, "--part", str(part)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"over {limit:.0f} s at {part:.0%} of its size") from None
    if done.returncode:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr[-1000:]}")
    size, time, peak = json.loads(done.stdout)
    return size, time, peak


def line(case: str, limit: float) -> str:
    """Return the line of a case in the table."""
    try:
        small, full = measure(case, 0.25, limit), measure(case, 1, limit)
    except RuntimeError as error:
        return f"{case:18}{error}"
    rates = [1e6 * time / size for size, time, _ in (small, full)]
    return f"{case:18}{full[0]:12,}{full[1]:9.2f}{rates[1]:9.2f}{rates[1] / rates[0]:8.2f}{full[2]:7.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.scale", description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--limit", type=float, default=120, help="seconds that a run may take (120)")
    parser.add_argument("--part", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        child(asked.cases[0], asked.part)
        return
    unknown = set(asked.cases) - set(CASES)
    if unknown:
        parser.error(f"no case is called {', '.join(sorted(unknown))}; there are {', '.join(CASES)}")
    print(f"{'case':18}{'characters':>12}{'seconds':>9}{'µs/char':>9}{'growth':>8}{'MB':>7}")
    for case in asked.cases or CASES:
        print(line(case, asked.limit), flush=True)


if __name__ == "__main__":
    main()
