"""What became of articles that were to be added: a line each, and all of it in a sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quotes.deciding.keys import base, key_of
from quotes.ids import short
from quotes.records import article_record
from quotes.show.listing import NARROW, Column, Listing
from quotes.show.lists import ARTICLE_FIELDS, speaker_count
from quotes.show.plain import count, headline
from quotes.show.view import Row

if TYPE_CHECKING:
    from quotes.library import Added
    from quotes.model import Quote

_COLUMNS = (
    Column("headline", "bold", line=True),
    Column("date", "cyan", whole=True, wanting=NARROW),
    Column("quotes", number=True),
    Column("speakers", number=True, wanting=NARROW),
    Column("state", whole=True),
    Column("id", "dim", whole=True),
)


class Tally:
    """What was added so far. Of quotes only numbers are kept, as there may be a million."""

    def __init__(self, *, dry_run: bool = False) -> None:
        """Begin with nothing; in a dry run nothing is added that would be new."""
        self._dry_run = dry_run
        self._cells: list[Row] = []
        self._items: list[dict[str, object]] = []
        self._new = 0
        self._quotes = 0
        self._speakers = set[str]()
        self._people = Counter[str]()

    def __bool__(self) -> bool:
        """Return whether there was any article."""
        return bool(self._items)

    def take(self, result: Added) -> None:
        """Count an article in."""
        article, number, names = result.article, len(result.quotes), speaker_count(result.quotes)
        state = "known" if not result.new else "not added" if self._dry_run else "new"
        self._cells.append((headline(article), article.date, number, names, state, short(article.id)))
        self._items.append(article_record(article) | {"quotes": number, "speakers": names, "state": state})
        if result.new:
            self._new += 1
            self._quotes += number
            for quote in result.quotes:
                self._count_speaker(quote)

    def listing(self) -> Listing:
        """Return the articles in their order, with what became of each."""
        fields = (*ARTICLE_FIELDS, "quotes", "speakers", "state")
        return Listing(_COLUMNS, tuple(self._cells), fields, tuple(self._items))

    def summary(self, failed: int) -> str:
        """Return what was done in one line, and what to try next in another."""
        known = len(self._items) - self._new
        found = f"{count(self._quotes, 'quote')} from {count(len(self._speakers), 'speaker')}"
        parts = (
            f"{count(self._new, 'article')} {'found, not added' if self._dry_run else 'added'}",
            found if self._new else "",
            f"{known:,} already there" if known else "",
            f"{failed:,} not read" if failed else "",
        )
        return "; ".join(filter(None, parts)) + ("" if self._dry_run else self._hint())

    def _hint(self) -> str:
        """Return a question worth asking: the named person with most quotes."""
        most = self._people.most_common(1)
        return f"\nMost quoted: {most[0][0]}. Try: quotes who {most[0][0]}" if most else ""

    def _count_speaker(self, quote: Quote) -> None:
        speaker = quote.speaker
        if speaker is None:
            return
        self._speakers.add(base(key_of(speaker, quote.article)))
        if speaker.named and speaker.type == "person":
            self._people[speaker.name] += 1
