"""One quote where it stands: its paragraph with source, cue and content marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.ids import short
from quotes.model import Article, Quote, Span
from quotes.records import Record, quote_record
from quotes.show.layout import fields, joined
from quotes.show.marked import Mark, Marked
from quotes.show.plain import cue_of, doubt, flow, headline, who
from quotes.show.statements import (
    COLUMNS,
    article_heading,
    article_markdown,
    named,
    quote_markdown,
    quote_row,
)
from quotes.show.view import Row

Pair = tuple[str, Text | str]


@dataclass(frozen=True)
class QuoteView:
    """A quote in its paragraph."""

    quote: Quote
    article: Article

    def screen(self) -> RenderableType:
        """Return the article's name, the marked paragraph and what was read from it."""
        start, end = surroundings(self.article.text, self.quote)
        marked = Marked(self.article.text[start:end], tuple(marks(self.quote)), start)
        head = article_heading(self.article)
        return Group(head, Text(), marked, Text(), *fields(facts(self.quote, self.article)))

    def document(self) -> Record:
        """Return the quote's record."""
        return quote_record(self.quote)

    def records(self) -> Iterator[Record]:
        """Yield the quote's record."""
        yield quote_record(self.quote)

    def rows(self) -> Iterator[Row]:
        """Yield the header and the quote's row."""
        yield COLUMNS
        yield quote_row(self.quote, self.article)

    def markdown(self) -> Iterator[str]:
        """Yield the article's name and the quote."""
        yield f"### {article_markdown(self.article)}"
        yield ""
        yield quote_markdown(self.quote, self.article, by=True)


def surroundings(text: str, quote: Quote) -> Span:
    r"""Return the span of the paragraph, or of the paragraphs, that hold all parts of the quote."""
    spans = [*quote.content, *quote.cue, *quote.source]
    first = min((start for start, _ in spans), default=0)
    last = max((end for _, end in spans), default=0)
    start = text.rfind("\n\n", 0, first) + 2
    end = text.find("\n\n", last)
    return (start if start > 1 else 0), (end if end >= 0 else len(text))


def facts(quote: Quote, article: Article) -> Iterator[Pair]:
    """Yield what was read from the text: a label and a value, the value empty if there is none."""
    speaker = quote.speaker
    where = ", ".join(f"{start}–{end}" for start, end in quote.content)
    yield "speaker", joined([named(quote), Text(doubt(quote), style="yellow")])
    yield "type", _type(quote)
    yield "as printed", flow(speaker.as_printed) if speaker and speaker.as_printed != speaker.name else ""
    yield "addressee", who(quote.addressee) if quote.addressee else ""
    yield "cue", cue_of(quote, article)
    yield "kind", f"{quote.kind} ({quote.act})"
    yield "inside", short(quote.outer) if quote.outer else ""
    yield "status", " · ".join(filter(None, (quote.status, flow(quote.checker), (quote.checked or "")[:10])))
    yield "note", flow(quote.note)
    yield "article", headline(article)
    yield "where", f"paragraph {quote.paragraph + 1}, characters {where}"
    yield "id", quote.id


def _type(quote: Quote) -> str:
    if quote.speaker is None:
        return ""
    return quote.speaker.type + ("" if quote.speaker.named else ", not named")


class Parts(Protocol):
    """What has content, a cue and a source: a quote, or an example of a rule."""

    @property
    def content(self) -> tuple[Span, ...]:
        """The spans of what was said."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """The spans of the reporting words."""

    @property
    def source(self) -> tuple[Span, ...]:
        """The spans of who said it."""


def marks(parts: Parts) -> Iterator[Mark]:
    """Yield a mark for each part of a quote: its words, its cue, its source."""
    styled = (("words", parts.content, "green underline"), ("cue", parts.cue, "magenta italic"))
    for label, spans, style in (*styled, ("source", parts.source, "cyan bold")):
        for span in spans:
            yield Mark(span, style, f"⟦{label}: ", "⟧")
