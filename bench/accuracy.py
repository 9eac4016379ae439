"""How much of what a gold file marks `quotes extract` finds, by the scorer that is given.

    python -m bench.accuracy GOLD.jsonl --scorer score.py [-- --errors 40]

A gold file has one article a line: {"id", "text", "quotes": [{"content", "cue", "source", …}]}, spans
in code points. A scorer is a Python program that is called with the gold file and a file of
predictions, one {"id", "quotes"} a line, and prints its figures; what follows `--` goes to it as it is.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory


def inputs(gold: Path) -> Iterator[str]:
    """Yield what the extractor may see of each article: its id and its text."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        if line.strip():
            article = json.loads(line)
            yield json.dumps({"id": article["id"], "text": article["text"]}) + "\n"


def predict(gold: Path, out: Path) -> None:
    """Write what the command extracts, as a user would call it."""
    command = [sys.executable, "-m", "quotes", "extract", "--format", "jsonl", "-"]
    with out.open("wb") as file:
        subprocess.run(command, input="".join(inputs(gold)).encode(), stdout=file, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.accuracy", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="a program: SCORER GOLD PREDICTIONS")
    parser.add_argument("rest", nargs="*", help="options for the scorer, after --")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        predict(asked.gold, predictions)
        command = [sys.executable, str(asked.scorer), str(asked.gold), str(predictions), *asked.rest]
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
