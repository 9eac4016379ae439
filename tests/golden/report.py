"""Every difference between the golden articles and the extractor, and the floors.

    python -m tests.golden.report            print figures and differences
    python -m tests.golden.report --raise    write floors.json and problems.json; floors only go up
    python -m tests.golden.report --lower    the same, and floors may go down (say why in the commit)

The test holds the extractor to the floors, and says what was gained and lost against problems.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

import quotes
from tests.golden.compare import Comparison, compare
from tests.golden.load import HERE, load, stems

FLOORS = HERE / "floors.json"
PROBLEMS = HERE / "problems.json"


def run(stem: str) -> Comparison:
    article = load(stem)
    return compare(article, quotes.extract(article.text))


def floors() -> dict[str, dict[str, int]]:
    """By article: the least per cent of each figure, and the most `wrong names`."""
    return cast(dict[str, dict[str, int]], json.loads(FLOORS.read_text(encoding="utf-8")))


def known_problems(stem: str) -> list[str]:
    return cast(list[str], json.loads(PROBLEMS.read_text(encoding="utf-8")).get(stem, []))


def raised(old: dict[str, int], comparison: Comparison, *, lower: bool) -> dict[str, int]:
    new = comparison.figures() | {"wrong names": comparison.wrong_names()}
    if lower or not old:
        return new
    worst = {name: max(value, old[name]) for name, value in new.items()}
    return worst | {"wrong names": min(new["wrong names"], old["wrong names"])}


def write(comparisons: dict[str, Comparison], *, lower: bool) -> None:
    old = floors()
    new = {stem: raised(old.get(stem, {}), one, lower=lower) for stem, one in comparisons.items()}
    _dump(FLOORS, new)
    _dump(PROBLEMS, {stem: one.problems() for stem, one in comparisons.items()})


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main(options: list[str]) -> None:
    comparisons = {stem: run(stem) for stem in stems()}
    for stem, comparison in comparisons.items():
        print(f"\n## {stem}: {comparison.precision_recall()} {comparison.figures()}")
        print("\n".join(comparison.problems()))
    if options:
        write(comparisons, lower="--lower" in options)


if __name__ == "__main__":
    main(sys.argv[1:])
