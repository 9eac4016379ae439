"""What an update changed: the quotes that are new, gone or read otherwise, and the decisions without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.ids import short
from quotes.model import Article, Quote
from quotes.records import Record, quote_record
from quotes.show.decided import decided
from quotes.show.listing import NARROW, Column, Listing
from quotes.show.plain import count, headline, spoken, who
from quotes.show.view import Row

if TYPE_CHECKING:
    from quotes.deciding.updating import Changed, Update

_COLUMNS = (
    Column("article", "dim", line=True, wanting=NARROW),
    Column("change", "bold", whole=True),
    Column("quote"),
    Column("id", "dim", whole=True),
)
_FIELDS = ("id", "article", "headline", "change", "quote", "before", "after")


@dataclass(frozen=True)
class UpdateView:
    """What an update changed."""

    update: Update

    def screen(self) -> RenderableType:
        """Return the quotes that a reader sees changed, and the decisions that hold for nothing since."""
        parts: list[RenderableType] = [self._listing().screen()] if self._listing().cells else []
        if self.update.idle:
            head = Text("decisions that hold for nothing now", style="yellow")
            parts += [
                *([Text()] if parts else []),
                head,
                decided(self.update.idle, self.update.idle).screen(),
            ]
        return Group(*parts)

    def document(self) -> Record:
        """Return all changes and the decisions."""
        idle = decided(self.update.idle, self.update.idle).document()
        return {
            "articles": self.update.articles,
            "changes": self._listing(full=True).document(),
            "idle": idle,
        }

    def records(self) -> Iterator[Record]:
        """Yield a record per change."""
        return self._listing(full=True).records()

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per change."""
        fields = [name for name in _FIELDS if name not in ("before", "after")]
        yield fields
        for item in self._listing(full=True).items:
            yield [item[name] for name in fields]

    def markdown(self) -> Iterator[str]:
        """Yield the lines of a table."""
        return self._listing().markdown()

    def summary(self) -> str:
        """Return how much changed, in one line."""
        renewals = self.update.renewals
        if not renewals:
            speakers = self.update.speakers
            what = f"{count(speakers, 'speaker')} made anew" if speakers else "nothing changed"
            return f"{count(self.update.articles, 'article')}: {what}"
        changed = [change for each in renewals for change in each.changed]
        seen = sum(bool(change.seen) for change in changed)
        numbers = (
            (sum(len(each.new) for each in renewals), "new"),
            (sum(len(each.gone) for each in renewals), "gone"),
            (seen, "read otherwise"),
            (len(changed) - seen, "with other reasons or confidence"),
        )
        said = ", ".join(f"{number:,} {what}" for number, what in numbers if number)
        idle = len(self.update.idle)
        lost = f"; {count(idle, 'decision')} without a quote or speaker now, and kept" if idle else ""
        return f"{count(len(renewals), 'article')} of {self.update.articles:,} changed: quotes {said}{lost}"

    def _listing(self, *, full: bool = False) -> Listing:
        cells: list[Row] = []
        items: list[dict[str, object]] = []
        for article, change, before, after in self._changes(full=full):
            quote = after or before
            assert quote is not None
            cells.append(
                (headline(article), change, f"{who(quote.speaker)}  {spoken(quote)}", short(quote.id))
            )
            item = {"id": quote.id, "article": article.id, "headline": headline(article), "change": change}
            records = (None if each is None else quote_record(each) for each in (before, after))
            items.append(item | {"quote": quote.text} | dict(zip(("before", "after"), records, strict=True)))
        return Listing(_COLUMNS, tuple(cells), _FIELDS, tuple(items))

    def _changes(self, *, full: bool) -> Iterator[tuple[Article, str, Quote | None, Quote | None]]:
        for each in self.update.renewals:
            for quote in each.gone:
                now = each.instead(quote)
                yield each.article, f"gone, now {short(now.id)}?" if now else "gone", quote, None
            yield from ((each.article, "new", None, quote) for quote in each.new)
            for change in each.changed:
                if full or change.seen:
                    yield each.article, _named(change), change.before, change.after


def _named(change: Changed) -> str:
    return ", ".join(change.seen or change.what)
