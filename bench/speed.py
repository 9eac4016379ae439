"""How fast `quotes.extract` reads, beside the bare tokenizer of spaCy in the same run.

    python -m bench.speed                     the sample articles
    python -m bench.speed FILE...             texts, or JSON Lines with a "text" in each

Prints characters per second, the best of several rounds in turns, in one process.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bench import texts, timing

Reader = Callable[[str], object]


def tokenizer() -> Reader | None:
    """Return spaCy's English tokenizer, or None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    language = spacy.blank("en")
    language.max_length = 10**9
    make: Reader = language.make_doc
    return make


def measure(articles: list[str], readers: list[Reader], *, rounds: int) -> list[float]:
    """Return the characters per second of each reader, article by article."""

    def work(reader: Reader) -> Callable[[], object]:
        return lambda: [reader(article) for article in articles]

    total = sum(map(len, articles))
    return [total / time for time in timing.best(rounds, *map(work, readers))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.speed", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    import quotes

    articles = texts.read(asked.files)
    spacy = tokenizer()
    rates = measure(articles, [quotes.extract, *([spacy] if spacy else [])], rounds=asked.rounds)
    print(f"{len(articles)} texts, {sum(map(len, articles)):,} characters, best of {asked.rounds}")
    print(f"quotes.extract       {rates[0]:12,.0f} characters a second")
    if not spacy:
        print("spacy.blank('en')    not installed: pip install -e '.[bench]'")
        return
    print(f"spacy.blank('en')    {rates[1]:12,.0f} characters a second")
    print(f"ratio                {rates[0] / rates[1]:12.2f}")


if __name__ == "__main__":
    main()
