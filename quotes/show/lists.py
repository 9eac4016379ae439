"""The lists: speakers, articles, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from quotes.deciding.keys import base, key_of
from quotes.identity import SpeakerEntry
from quotes.ids import short
from quotes.model import Article, Quote
from quotes.records import article_record
from quotes.show.listing import MIDDLING, NARROW, Column, Listing
from quotes.show.plain import headline

if TYPE_CHECKING:
    from quotes.verify import Problem

_SPEAKERS = (
    Column("speaker", "bold"),
    Column("role", line=True),
    Column("type", "dim", wanting=NARROW),
    Column("quotes", number=True),
    Column("again", number=True, wanting=NARROW, rare=True),
    Column("articles", number=True),
    Column("words", number=True, wanting=NARROW),
    Column("id", "dim", whole=True),
)
_SPEAKER_FIELDS = (
    "id",
    "name",
    "type",
    "named",
    "aliases",
    "roles",
    "quotes",
    "again",
    "articles",
    "words",
    "first",
    "last",
)
_ARTICLES = (
    Column("date", "cyan", whole=True),
    Column("headline", "bold", line=True),
    Column("outlet", line=True, wanting=MIDDLING, rare=True),
    Column("quotes", number=True),
    Column("id", "dim", whole=True),
)
ARTICLE_FIELDS = ("id", "title", "author", "date", "outlet", "url", "path", "encoding", "accessed")


def speakers(entries: Iterable[SpeakerEntry]) -> Listing:
    """Return the list of speakers, in the order given."""
    entries = tuple(entries)
    cells = tuple(
        (e.name, _last_role(e), e.type, e.quotes, e.again, e.articles, e.words, short(e.id)) for e in entries
    )
    return Listing(_SPEAKERS, cells, _SPEAKER_FIELDS, tuple(map(_speaker_item, entries)))


def articles(known: Iterable[Article], quotes: Mapping[str, int]) -> Listing:
    """Return the list of articles; `quotes` has the number of quotes of each by its id."""
    known = tuple(known)
    cells = tuple((a.date, headline(a), a.outlet, quotes.get(a.id, 0), short(a.id)) for a in known)
    items = tuple(article_record(a) | {"quotes": quotes.get(a.id, 0)} for a in known)
    return Listing(_ARTICLES, cells, (*ARTICLE_FIELDS, "quotes"), items)


def problems(found: Iterable[Problem]) -> Listing:
    """Return what does not agree with the stored texts."""
    items = tuple(asdict(problem) for problem in found)
    names = tuple(items[0]) if items else ("id", "what")
    cells = tuple(tuple(item[name] for name in names) for item in items)
    return Listing(tuple(Column(name) for name in names), cells, names, items)


def speaker_count(quotes: Iterable[Quote]) -> int:
    """Return how many different speakers the quotes have."""
    return len({base(key_of(quote.speaker, quote.article)) for quote in quotes if quote.speaker})


def _last_role(entry: SpeakerEntry) -> str | None:
    """Return the role that was printed last, as the page of the speaker has it first."""
    return max(entry.roles, key=lambda use: use.date or "").role if entry.roles else None


def _speaker_item(entry: SpeakerEntry) -> dict[str, object]:
    record = asdict(entry)
    del record["quote_ids"]
    return record
