"""Articles and quotes made by hand, whose spans fit their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quotes.ids import article_id, quote_id
from quotes.library import Library
from quotes.model import Article, Quote, Speaker, SpeakerType


@dataclass(frozen=True)
class Made:
    """An article and its quotes, as `Library.add` takes them."""

    article: Article
    quotes: tuple[Quote, ...]

    @property
    def id(self) -> str:
        return article_id(self.article.text)


def speaker(
    name: str, *roles: str, sort: SpeakerType = "person", printed: str | None = None, named: bool = True
) -> Speaker:
    return Speaker(name, sort, printed or name, named, roles[0] if roles else None, roles)


def made(*lines: tuple[str, Speaker | None], **fields: Any) -> Made:
    """Make an article of one paragraph a line: `words` in curly marks, said by the speaker's mention."""
    tellers = [(words, whom, whom.as_printed if whom else "Somebody") for words, whom in lines]
    text = "\n\n".join(f"“{words},” said {printed} in the hall." for words, _, printed in tellers)
    own, quotes, end = article_id(text), [], 0
    for paragraph, (words, whom, printed) in enumerate(tellers):
        start = text.index(f"“{words},”", end)
        end = start + len(words) + 3
        quotes.append(_quote(own, words, whom, (start, end), len(printed), paragraph))
    return Made(Article(text=text, **fields), tuple(quotes))


def _quote(
    article: str, words: str, whom: Speaker | None, place: tuple[int, int], printed: int, paragraph: int
) -> Quote:
    end = place[1]
    source = ((end + 6, end + 6 + printed),)
    return Quote(
        id=quote_id(article, [place], source),
        article=article,
        kind="direct",
        act="said",
        text=f"{words},",
        content=(place,),
        cue=((end + 1, end + 5),),
        source=source,
        speaker=whom,
        paragraph=paragraph,
        rule="content-cue-source",
        because=("the mark is followed by a cue",),
        confidence=0.9,
    )


def with_kinds(given: Made, kinds: Sequence[Any]) -> Made:
    """Give the quotes of an article these kinds."""
    quotes = (replace(quote, kind=kind) for quote, kind in zip(given.quotes, kinds, strict=True))
    return replace(given, quotes=tuple(quotes))


def fill(library: Library, articles: Iterable[Made]) -> Library:
    library.add_all((each.article, each.quotes) for each in articles)
    return library


def new_library(kind: str, folder: Path) -> Library:
    return Library.in_memory() if kind == "memory" else Library.open(folder / "library")


class Rereading(Library):
    """A library that reads its file again whenever it is asked something."""

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_"):
            object.__getattribute__(self, "_store")._seen = (None, {})
        return object.__getattribute__(self, name)
