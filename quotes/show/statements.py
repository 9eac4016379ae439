"""Statements: what was said, how, and where it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Self

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quotes.copies import copies
from quotes.ids import short
from quotes.model import Article, Quote, Speaker
from quotes.records import Record, quote_record
from quotes.show import markdown
from quotes.show.layout import MARGIN, Hanging, joined
from quotes.show.lists import speaker_count
from quotes.show.plain import act_of, count, cue_of, doubt, flow, headline, place, spoken, told_in, who
from quotes.show.view import Row

Articles = Mapping[str, Article]

PLAIN_CUES = frozenset(("say", "says", "said", "told", "tells", "according to", ":", "said:", "says:"))
SPEAKER = ("speaker", "type", "role", "age", "as_printed")
WORDS = ("kind", "act", "cue", "text")
ARTICLE = ("date", "headline", "outlet", "url")
FOUND = ("article", "paragraph", "confidence", "rule", "status", "candidates", "outer", "note")
COLUMNS = ("id", *SPEAKER, *WORDS, *ARTICLE, *FOUND)


@dataclass(frozen=True)
class Statement:
    """One quote: its kind in the margin, the words, and after them its id and any doubt."""

    quote: Quote
    article: Article | None
    by: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines of the statement."""
        style = {"direct": "bold", "mixed": "", "indirect": "dim"}[self.quote.kind]
        label = Text.assemble(MARGIN, (f"{self.quote.kind:<10}", style))
        yield Hanging(self.text(), label)

    def text(self) -> Text:
        """Return the words with what a reader must know to use them.

        The cue comes before a paraphrase: "denied", "accused" turn its sense round.
        """
        cue = cue_of(self.quote, self.article)
        paraphrase = self.quote.kind != "direct"
        shown = Text()
        if self.by:
            shown.append_text(named(self.quote)).append("  ")
        if cue and paraphrase:
            shown.append(cue, style="italic").append(" ▸ ", style="dim")
        shown.append(spoken(self.quote))
        telling = "" if paraphrase or cue in PLAIN_CUES else cue
        return shown.append("  ").append_text(joined(self._notes(telling)))

    def _notes(self, cue: str) -> Iterator[Text]:
        yield Text(cue, style="dim italic")
        yield Text(act_of(self.quote), style="italic")
        yield Text(short(self.quote.id), style="dim")
        yield Text(told_in(self.quote), style="italic")
        yield decided(self.quote)
        yield Text(doubt(self.quote), style="yellow")


def decided(quote: Quote) -> Text:
    """Return what people decided about a quote, and noted, in one line."""
    status = "" if quote.status == "unchecked" else quote.status
    return joined([Text(status, style="bold"), Text(flow(quote.note), style="italic")])


def named(quote: Quote) -> Text:
    """Return who said it and in which role, in one line."""
    speaker = quote.speaker
    text = Text(who(speaker), style="bold" if speaker else "yellow")
    return text if not (speaker and speaker.role) else Text.assemble(text, f", {flow(speaker.role)}")


def article_heading(article: Article | None) -> RenderableType:
    """Return the lines that name an article: date, headline, outlet, author, id."""
    date = (article.date if article else None) or "undated"
    title = Hanging(Text(headline(article), style="bold"), Text.assemble((f"{date:<12}", "cyan")))
    return Group(title, Hanging(Text(place(article), style="dim"), Text(" " * 12)))


def by_article(quotes: Iterable[Quote], articles: Articles, *, by: bool, copied: Mapping[str, str]) -> Group:
    """Return the statements under the article that each is printed in.

    `by` names the speakers. Without, under one speaker, thoughts and findings come after speech.
    What is `copied` from an article before is only counted.
    """
    parts: list[RenderableType] = []
    for identifier, group in groupby(quotes, key=lambda quote: quote.article):
        article, printed = articles.get(identifier), list(group)
        own = [quote for quote in printed if quote.id not in copied]
        parts += [*([Text()] if parts else []), article_heading(article)]
        parts += [Statement(quote, article, by=by) for quote in (own if by else speech_first(own))]
        label = Text.assemble(MARGIN, (f"{'again':<10}", "dim"))
        parts += [Hanging(Text(line, style="dim"), label) for line in copy_lines(printed, copied)]
    return Group(*parts)


def copy_lines(quotes: Iterable[Quote], copied: Mapping[str, str]) -> Iterator[str]:
    """Yield, for each article that these quotes are copied from, how many are."""
    homes = Counter(copied[quote.id] for quote in quotes if quote.id in copied)
    for home, number in homes.items():
        yield f"{count(number, 'quote')}, word for word as in {short(home)}"


def speech_first(quotes: Iterable[Quote]) -> list[Quote]:
    """Return what was said in the order given, then what was thought or found."""
    return sorted(quotes, key=lambda quote: quote.act != "said")


def quote_row(quote: Quote, article: Article | None) -> Row:
    """Return the cells of a quote in the order of COLUMNS; people count paragraphs from 1."""
    said = (quote.kind, quote.act, cue_of(quote, article), quote.text)
    printed = (article.date, article.title, article.outlet, article.url) if article else (None,) * 4
    found = (quote.confidence, quote.rule, quote.status, "; ".join(quote.candidates), quote.outer, quote.note)
    return (
        quote.id,
        *_speaker_cells(quote.speaker),
        *said,
        *printed,
        quote.article,
        quote.paragraph + 1,
        *found,
    )


def _speaker_cells(speaker: Speaker | None) -> Row:
    if speaker is None:
        return (None,) * len(SPEAKER)
    return (speaker.name, speaker.type, speaker.role, speaker.age, speaker.as_printed)


def quote_markdown(quote: Quote, article: Article | None, *, by: bool = False) -> str:
    """Return a quote as one item of a Markdown list."""
    escape = markdown.escape
    cue = cue_of(quote, article)
    lead = f"{escape(cue)}: " if cue and quote.kind != "direct" else ""
    name = f"**{escape(who(quote.speaker))}:** " if by else ""
    decisions = escape(decided(quote).plain)
    notes = (
        quote.kind, act_of(quote), told_in(quote), decisions, doubt(quote), f"`{short(quote.id)}`"
    )  # fmt: skip
    words = escape(spoken(quote)).replace("\n", "<br>")
    return f"- {name}{lead}{words} ({', '.join(note for note in notes if note)})"


def article_markdown(article: Article | None) -> str:
    """Return the line that names an article in a Markdown text."""
    title = markdown.link(headline(article), article.url if article else None)
    about = (article.date, article.outlet) if article else ()
    return ", ".join([title, *(markdown.escape(part) for part in about if part)])


@dataclass(frozen=True)
class Statements:
    """Quotes in the order given, under the articles that print them.

    People see what is `copied` from an article before only as a number.
    """

    quotes: tuple[Quote, ...]
    articles: Articles = field(default_factory=dict)
    by: bool = True
    copied: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def once(cls, quotes: tuple[Quote, ...], articles: Articles, *, by: bool = True) -> Self:
        """Return statements of which copies are shown once, unless somebody decided about them."""
        copied = copies((who(quote.speaker) if by else "", quote) for quote in quotes)
        untouched = (quote.id for quote in quotes if quote.status == "unchecked" and not quote.note)
        return cls(quotes, articles, by, {key: copied[key].article for key in untouched if key in copied})

    def printed_in(self) -> list[Article]:
        """Return the articles in the order of the quotes."""
        return [
            self.articles[key]
            for key in dict.fromkeys(q.article for q in self.quotes)
            if key in self.articles
        ]

    def summary(self, *, of: int | None = None) -> str:
        """Return how many quotes these are, of how many that were found, and from how many speakers."""
        shown = len(self.quotes)
        total = count(shown, "quote") if of in (None, shown) else f"{shown:,} of {count(of, 'quote')}"
        where = count(len(self.articles), "article")
        return f"{total} in {where}, from {count(speaker_count(self.quotes), 'speaker')}"

    def screen(self) -> RenderableType:
        """Return the statements, article by article."""
        return by_article(self.quotes, self.articles, by=self.by, copied=self.copied)

    def document(self) -> object:
        """Return the records of the quotes."""
        return list(self.records())

    def records(self) -> Iterator[Record]:
        """Yield a record per quote."""
        return map(quote_record, self.quotes)

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per quote."""
        yield COLUMNS
        for quote in self.quotes:
            yield quote_row(quote, self.articles.get(quote.article))

    def markdown(self) -> Iterator[str]:
        """Yield a heading per article and an item per quote."""
        for identifier, group in groupby(self.quotes, key=lambda quote: quote.article):
            article, printed = self.articles.get(identifier), list(group)
            own = [quote for quote in printed if quote.id not in self.copied]
            yield f"### {article_markdown(article)}"
            yield ""
            for quote in own if self.by else speech_first(own):
                yield quote_markdown(quote, article, by=self.by)
            for line in copy_lines(printed, self.copied):
                yield f"- again: {line}"
            yield ""
