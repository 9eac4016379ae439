"""How long it takes to question a library of very many speakers.

    python -m bench.speakers [--speakers 100000]

The speakers are made up: some have a twin whose name is spelled otherwise, some are known by a
surname alone. `suggestions`, `who` and `merge` are measured on the library in a temporary folder.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.startup import run
from bench.timing import best, seconds
from quotes.ids import article_id, quote_id
from quotes.library import Library
from quotes.model import Article, Quote, Speaker

PER_ARTICLE = 20
SYLLABLES = "ba cor de fan gri ha il jo ka len mo nu or pet ros sti tam ul ven wes yor zel".split()
FIRST = "Ann Bill William Bob Robert Kate Katherine Omar Ines Ivan Alik Alyk Nadia Nadja Svetlana".split()
TRADES = "mayor baker teacher doctor farmer driver".split()
ENDINGS = (("enko", "enka"), ("sky", "skyy"), ("ov", "ow"), ("son", "sson"), ("er", "er"))


def people(seed: int = 7) -> Iterator[Speaker]:
    """Yield made-up speakers without end; one in five has a twin, and one in ten a surname alone."""
    dice = random.Random(seed)
    while True:
        stem = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 3, 3)))).title()
        ending, other = dice.choice(ENDINGS)
        role = f"{dice.choice(TRADES)} of {dice.choice(SYLLABLES).title()}ton"
        first = dice.choice(FIRST)
        names = [f"{first} {stem}{ending}"]
        if dice.random() < 0.2:
            names.append(f"{first} {stem}{other}")
        if dice.random() < 0.1:
            names.append(f"{stem}{ending}")
        for name in names:
            age = dice.randint(20, 80) if dice.random() < 0.1 else None
            yield Speaker(name, "person", name, True, role, (role,), age)


def articles(number: int) -> Iterator[tuple[Article, list[Quote]]]:
    """Yield made-up articles that quote so many different speakers."""
    crowd, seen = people(), set[str]()
    for place in count():
        if len(seen) >= number:
            return
        speakers = list(islice(crowd, PER_ARTICLE))
        seen.update(each.name if " " in each.name else f"{each.name} {place}" for each in speakers)
        lines = [f"“Statement {place} of {line},” said {each.name}." for line, each in enumerate(speakers)]
        text = "\n\n".join(lines)
        date = f"{2000 + place % 25}-{place % 12 + 1:02}-{place % 28 + 1:02}"
        article = Article(text, title=f"Article {place}", date=date, outlet="The Sound", id=article_id(text))
        yield article, list(_quotes(article, lines, speakers))


def _quotes(article: Article, lines: list[str], speakers: list[Speaker]) -> Iterator[Quote]:
    start = 0
    for paragraph, (line, speaker) in enumerate(zip(lines, speakers, strict=True)):
        end = start + line.index("”") + 1
        source = ((end + 6, end + 6 + len(speaker.name)),)
        content = ((start, end),)
        yield Quote(
            id=quote_id(article.id, content, source),
            article=article.id,
            kind="direct",
            act="said",
            text=article.text[start + 1 : end - 1],
            content=content,
            cue=((end + 1, end + 5),),
            source=source,
            speaker=speaker,
            paragraph=paragraph,
            rule="bench",
        )
        start += len(line) + 2


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.speakers", description=__doc__.splitlines()[0])
    parser.add_argument("--speakers", type=int, default=100_000)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        place = Path(folder)
        with Library.open(place) as library:
            print(f"added in {seconds(partial(library.add_all, articles(asked.speakers))):.1f} s")
            known = library.speakers()
            print(f"{len(known):,} speakers, {sum(entry.quotes for entry in known):,} quotes,"
                  f" {(place / 'quotes.json').stat().st_size / 1e6:.0f} MB")  # fmt: skip
            start = perf_counter()
            found = library.suggestions()
            print(f"suggestions       {perf_counter() - start:6.2f} s  ({len(found):,})")
            start = perf_counter()
            doubles = library.doubles()
            print(f"doubles           {perf_counter() - start:6.2f} s  ({len(doubles):,})")
            name = known[len(known) // 2].name
            print(f"find a name       {best(3, partial(library.find_speakers, name))[0]:6.2f} s")
            first = found[0]
            merging = partial(library.merge, first.one.id, first.others[0].id)
            print(f"merge             {seconds(merging):6.2f} s")
            print(f"undo              {seconds(library.undo):6.2f} s")
        for words in (("who", name), ("speakers", "--suggest", "--limit", "20")):
            print(f"quotes {' '.join(words):30}{best(2, partial(run, words, folder))[0]:6.2f} s")


if __name__ == "__main__":
    main()
