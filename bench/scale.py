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


def measure(case: str, part: float) -> tuple[int, float, float]:
    """Return the code points, the seconds and the megabytes of a case, run in its own process."""
    command = [sys.executable, "-m", "bench.scale", case, "--part", str(part)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{case}: exit {done.returncode}\n{done.stderr[-2000:]}")
    size, time, peak = json.loads(done.stdout)
    return size, time, peak


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.scale", description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
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
        small, size = measure(case, 0.25), measure(case, 1)
        growth = (size[1] / size[0]) / (small[1] / small[0])
        print(
            f"{case:18}{size[0]:12,}{size[1]:9.2f}{1e6 * size[1] / size[0]:9.2f}{growth:8.2f}{size[2]:7.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
