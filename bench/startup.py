"""How long a person waits for a command.

    python -m bench.startup [--quotes 10000] [--rounds 7]

`who` is asked of a library of made-up quotes in a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import timing
from quotes.ids import article_id, quote_id
from quotes.library import Library
from quotes.model import Article, Quote, Speaker

PER_ARTICLE = 20
FIRST = "Ann Bo Cara Dov Esi Finn Gita Hugo Ines Joon".split()
LAST = "Abara Brandt Castell Dunmore Eklund Farouk Grieg Halloran Iwata Jansen".split()
PEOPLE = ("Ngozi Okonjo", *(f"{first} {last}" for first in FIRST for last in LAST))
ROLE = "planner in Port Ellery"
COMMANDS = (
    ("--version",),
    ("--help",),
    ("who", "Okonjo"),
    ("who", "Ines Halloran", "--about", "fault"),
    ("speakers",),
)


def make_article(number: int) -> tuple[Article, tuple[Quote, ...]]:
    """Return a made-up article and its quotes, each in a paragraph of its own."""
    people = [PEOPLE[(number * 7 + line) % len(PEOPLE)] for line in range(PER_ARTICLE)]
    lines = [
        f"“The plan of day {number} has fault number {line},” said {name}, a {ROLE}."
        for line, name in enumerate(people)
    ]
    text = "\n\n".join(lines)
    date = f"{2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    article = Article(text=text, title=f"Plan {number}", date=date, outlet="The Sound", id=article_id(text))
    starts = [sum(len(line) + 2 for line in lines[:count]) for count in range(PER_ARTICLE)]
    pairs = zip(starts, people, strict=True)
    return article, tuple(make_quote(article, start, name, at) for at, (start, name) in enumerate(pairs))


def make_quote(article: Article, start: int, name: str, paragraph: int) -> Quote:
    """Return the quote that a line, which begins at `start`, holds."""
    mark = article.text.index("”", start)
    source = article.text.index(name, mark)
    content, sources = ((start, mark + 1),), ((source, article.text.index(".", source)),)
    return Quote(
        id=quote_id(article.id, content, sources),
        article=article.id,
        kind="direct",
        act="said",
        text=article.text[start + 1 : mark],
        content=content,
        cue=((mark + 2, mark + 6),),
        source=sources,
        speaker=Speaker(name, "person", name, role=ROLE, roles=(ROLE,)),
        paragraph=paragraph,
        rule="bench",
    )


def fill(folder: Path, quotes: int) -> None:
    """Make a library of that many quotes."""
    with Library.open(folder) as library:
        library.add_all(make_article(number) for number in range(quotes // PER_ARTICLE))


def run(words: Sequence[str], folder: str) -> None:
    """Run the command as a person does, in a process of its own."""
    script = Path(sys.executable).with_name("quotes")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "quotes"]
    environment = os.environ | {"QUOTES_DB": folder}
    subprocess.run([*program, *words], stdout=subprocess.DEVNULL, env=environment, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.startup", description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        fill(Path(folder), asked.quotes)
        times = timing.best(asked.rounds, *(partial(run, words, folder) for words in COMMANDS))
    print(f"best of {asked.rounds}; a library of {asked.quotes:,} quotes")
    for words, time in zip(COMMANDS, times, strict=True):
        print(f"quotes {' '.join(words):32}{time:6.2f} s")


if __name__ == "__main__":
    main()
