"""The rows of a quote sheet: one for each quote, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from quotes.copies import copies
from quotes.identity import date_order
from quotes.model import Article, Kind, Quote, Span, Status

CONTEXT = 160  # code points on either side: about two lines of print
STATUSES = ("unchecked", "confirmed", "corrected", "rejected", "needs-source")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a quote sheet; what is not known is empty, and `None` for a number.

    `quote` is the words alone, without quotation marks around them whatever their kind.
    `paragraph` is counted from 1, as people do, where a `Quote` counts from 0. `checker`,
    `checked` (a date) and `note` are for people, and hold what they decided here; a note stands
    there also when the speaker is not sure, when the quote is part of another, or when a row before
    has it word for word from another article.
    """

    number: int
    speaker: str
    as_printed: str
    role: str
    age: int | None
    quote: str
    kind: Kind
    cue: str
    paragraph: int
    before: str
    after: str
    headline: str
    outlet: str
    byline: str
    date: str
    url: str
    accessed: str
    confidence: float
    rule: str
    status: Status
    checker: str
    checked: str
    note: str
    act: str
    id: str
    article: str


FIELDS = tuple(field.name for field in fields(Row))
_HEADINGS = {
    "as_printed": "name as printed",
    "role": "role as printed",
    "quote": "verbatim quote",
    "before": "context before",
    "after": "context after",
    "url": "URL",
    "checked": "date checked",
}
HEADINGS = tuple(_HEADINGS.get(name, name) for name in FIELDS)


def cells(row: Row) -> tuple[Cell, ...]:
    """Return the values of a row, in the order of `HEADINGS`."""
    return tuple(getattr(row, name) for name in FIELDS)


def rows_of(quotes: Iterable[Quote], articles: Mapping[str, Article]) -> tuple[Row, ...]:
    """Return the rows of a sheet, by article and position, numbered from 1.

    `articles` holds, by id, every article that the quotes come from, with its text. Articles stand
    in order of date, those without one last. Raises KeyError for an article that is missing.
    """

    def place(quote: Quote) -> tuple[str, str, tuple[Span, ...]]:
        return date_order(articles[quote.article].date), quote.article, quote.content

    ordered = sorted(quotes, key=place)
    numbers = {quote.id: number for number, quote in enumerate(ordered, 1)}
    firsts = copies((quote.speaker.name if quote.speaker else "", quote) for quote in ordered)
    again = {key: numbers[first.id] for key, first in firsts.items()}
    return tuple(
        row(number, quote, articles[quote.article], again.get(quote.id))
        for number, quote in enumerate(ordered, 1)
    )


def row(number: int, quote: Quote, article: Article, first: int | None = None) -> Row:
    """Return one row: `quote`, which stands in `article`, as number `number` of its sheet.

    `first` is the number of the row that has the same words from another article.
    """
    before, after = context(article.text, quote.content)
    return Row(
        number=number,
        **_speaker(quote),
        quote=quote.text,
        kind=quote.kind,
        cue=" … ".join(article.text[start:end] for start, end in quote.cue),
        paragraph=quote.paragraph + 1,
        before=before,
        after=after,
        **_source(article),
        confidence=quote.confidence,
        rule=quote.rule,
        status=quote.status,
        checker=quote.checker,
        checked=(quote.checked or "")[:10],
        note=_note(quote, first),
        act=quote.act,
        id=quote.id,
        article=quote.article,
    )


def by_speaker(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Group rows by speaker, in alphabetical order; the rows without one come last, under "".

    Rows of different people of the same name share a group: the sheet shows names.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.speaker, []).append(row)
    names = sorted(groups, key=lambda name: (not name, name.casefold(), name))
    return {name: tuple(groups[name]) for name in names}


def roles(rows: Iterable[Row]) -> str:
    """Return the roles that the rows print, each once, in their order."""
    return ", ".join(dict.fromkeys(row.role for row in rows if row.role))


def context(text: str, content: tuple[Span, ...]) -> tuple[str, str]:
    """Return what stands before and after a content, about two lines each, cut between words.

    >>> context("One.\\n\\nHe said: No. She left.", ((15, 18),))
    ('One. ¶ He said:', 'She left.')
    """
    if not content:
        return "", ""
    start, end = content[0][0], content[-1][1]
    return _tail(text[max(0, start - CONTEXT) : start], cut=start > CONTEXT), _head(
        text[end : end + CONTEXT], cut=end + CONTEXT < len(text)
    )


def _tail(text: str, *, cut: bool) -> str:
    if cut:
        text = "…" + (text.split(maxsplit=1)[1:] or [text])[0]
    return _one_line(text)


def _head(text: str, *, cut: bool) -> str:
    if cut:
        text = (text.rsplit(maxsplit=1)[:-1] or [text])[0] + "…"
    return _one_line(text)


def _one_line(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    return " ¶ ".join(paragraph for paragraph in paragraphs if paragraph)


def _speaker(quote: Quote) -> dict[str, Any]:
    who = quote.speaker
    if who is None:
        return {"speaker": "", "as_printed": "", "role": "", "age": None}
    return {"speaker": who.name, "as_printed": who.as_printed, "role": who.role or "", "age": who.age}


def _source(article: Article) -> dict[str, Any]:
    return {
        "headline": article.title or "",
        "outlet": article.outlet or "",
        "byline": article.author or "",
        "date": article.date or article.date_printed or "",
        "url": article.url or "",
        "accessed": article.accessed or "",
    }


def _note(quote: Quote, first: int | None) -> str:
    notes = [quote.note] if quote.note else []
    if quote.speaker is None and quote.candidates:
        notes.append("speaker not sure: " + " or ".join(quote.candidates))
    if quote.outer:
        notes.append(f"inside quote {quote.outer}")
    if first is not None:
        notes.append(f"word for word as number {first}")
    return "; ".join(notes)
