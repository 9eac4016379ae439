"""An article with its quotes marked in place, a colour per speaker, and a legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.ids import short
from quotes.model import Article, Quote
from quotes.records import Record, article_record, quote_record
from quotes.show.layout import Hanging, colour, fields, joined
from quotes.show.marked import Mark, Marked, superscript
from quotes.show.plain import act_of, count, doubt, flow, headline, who
from quotes.show.statements import COLUMNS, article_markdown, decided, quote_markdown, quote_row
from quotes.show.view import Row


@dataclass(frozen=True)
class ArticleView:
    """An article and the quotes in it, in text order."""

    article: Article
    quotes: tuple[Quote, ...]

    def screen(self) -> RenderableType:
        """Return the head, the marked text and the legend, which ends up nearest to the prompt."""
        head = Hanging(Text(headline(self.article), style="bold"), Text())
        marked = Marked(self.article.text, tuple(self._marks()))
        return Group(head, *article_fields(self.article), Text(), marked, Text(), *self._legend())

    def document(self) -> Record:
        """Return the article with its text and its quotes."""
        return article_record(self.article) | {"text": self.article.text, "quotes": list(self.records())}

    def records(self) -> Iterator[Record]:
        """Yield a record per quote."""
        return map(quote_record, self.quotes)

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per quote."""
        yield COLUMNS
        for quote in self.quotes:
            yield quote_row(quote, self.article)

    def markdown(self) -> Iterator[str]:
        """Yield the headline and an item per quote."""
        yield f"## {article_markdown(self.article)}"
        yield ""
        for quote in self.quotes:
            yield quote_markdown(quote, self.article, by=True)

    def _marks(self) -> Iterator[Mark]:
        for number, quote in enumerate(self.quotes, 1):
            style = self._style(quote)
            for part, span in enumerate(quote.content, 1):
                note = superscript(number) if part == len(quote.content) else ""
                yield Mark(span, style + " underline", "⟦", "⟧", note)
            for span in quote.source:
                yield Mark(span, style + " bold")

    def _legend(self) -> Iterator[RenderableType]:
        speakers = len(self._numbers) - (None in self._numbers)
        yield Text(f"{count(len(self.quotes), 'quote')} from {count(speakers, 'speaker')}", style="bold")
        for said in self._by_speaker().values():
            yield Text()
            yield _speaker_line(said[0][1], self._style(said[0][1]))
            yield from (_legend_line(number, quote) for number, quote in said)

    def _by_speaker(self) -> dict[str | None, list[tuple[int, Quote]]]:
        said: dict[str | None, list[tuple[int, Quote]]] = {name: [] for name in self._numbers}
        for number, quote in enumerate(self.quotes, 1):
            said[_name(quote)].append((number, quote))
        return said

    def _style(self, quote: Quote) -> str:
        name = _name(quote)
        return "bright_black" if name is None else colour(self._numbers[name])

    @cached_property
    def _numbers(self) -> dict[str | None, int]:
        """The speakers, numbered in the order of their first words."""
        names = dict.fromkeys(_name(quote) for quote in self.quotes)
        return {name: number for number, name in enumerate(names)}


def article_fields(article: Article) -> Iterator[RenderableType]:
    """Yield what is known of an article, a line each."""
    dates = (article.date or "", article.date_printed if article.date_printed != article.date else "")
    yield from fields(
        [
            ("author", flow(article.author or "")),
            ("date", " · ".join(flow(date) for date in dates if date)),
            ("outlet", flow(article.outlet or "")),
            ("url", flow(article.url or "")),
            ("file", flow(article.path or "")),
            ("id", article.id),
        ],
        margin="",
    )


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def _speaker_line(quote: Quote, style: str) -> Hanging:
    speaker = quote.speaker
    roles = ", ".join(flow(role) for role in speaker.roles) if speaker else ""
    return Hanging(Text.assemble((who(speaker), style + " bold"), f"  {roles}" if roles else ""), Text())


def _legend_line(number: int, quote: Quote) -> Hanging:
    style = "dim" if quote.kind == "indirect" else ""
    kind, identifier = Text(quote.kind, style=style), Text(short(quote.id), style="dim")
    parts = joined(
        (
            kind,
            Text(act_of(quote), style="italic"),
            identifier,
            decided(quote),
            Text(doubt(quote), style="yellow"),
        )
    )
    return Hanging(parts, Text(f"  {superscript(number):<3}"))
