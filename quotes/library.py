"""The library: articles, what was said in them, and by whom, behind a small interface.

All that it gives is frozen, and in an order that depends on the content alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Self, TypeVar

from quotes.decisions import Decision, check, statuses
from quotes.errors import QueryError, StorageError
from quotes.identity import SpeakerEntry, date_order, entry_row, read_entry, speaker_entries
from quotes.ids import SHORTEST, article_id, match_id
from quotes.model import Article, Quote, Span
from quotes.query import Filter, context, match_names, may_name
from quotes.records import article_record, quote_record, read_article, read_quote
from quotes.storage import Change, FileStore, MemoryStore, Store
from quotes.tables import Row, Tables
from quotes.verify import Problem, quote_problems

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: as it is in the library now, and whether it is new there."""

    article: Article
    quotes: tuple[Quote, ...]
    new: bool


class Library:
    """A library of quotes, in a folder or in memory; also a context manager.

    Every method raises StorageError if the library cannot be read or written. Where an id is
    asked for, any beginning of it will do that has 4 digits or more and that only one thing has;
    else NotFoundError or QueryError is raised.
    """

    def __init__(self, store: Store) -> None:
        """Use `open` or `in_memory` instead."""
        self._store = store

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Return the library in a folder; the first change makes the folder.

        Raises StorageError if it cannot be read, or if it is not there and `create` is false.
        """
        store = FileStore(folder)
        if not create and not store.exists():
            raise StorageError(f"there is no library in {folder}: quotes add PATH makes one")
        store.read()
        return cls(store)

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty library that lasts as long as the object."""
        return cls(MemoryStore())

    def __enter__(self) -> Self:
        """Return the library."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing: nothing is held open between two calls."""

    def add(self, article: Article, quotes: Iterable[Quote]) -> Added:
        """Add an article and its quotes; if its text is there already, change nothing.

        Raises ValueError if a quote belongs to another article.
        """
        return self.add_all([(article, quotes)])[0]

    def add_all(self, pairs: Iterable[tuple[Article, Iterable[Quote]]]) -> list[Added]:
        """Add many articles in one change: all of them or, if something fails, none.

        Returns one answer for each pair, in their order. Raises ValueError if a quote belongs to
        another article.
        """
        given = [_identified(article, tuple(quotes)) for article, quotes in pairs]
        new: dict[str, Added] = {}
        with self._store.change() as change:
            known = {row["id"] for row in change.rows("articles")}
            for added in given:
                change.put_text(added.article.id, added.article.text)
                if added.article.id not in known:
                    new.setdefault(added.article.id, added)
            _insert(change, tuple(new.values()))
        return list(self._answers(given, new))

    def remove(self, id_prefix: str) -> Article:
        """Take an article and its quotes out and return it; what was decided about them is kept."""
        removed = self._article(id_prefix)
        with self._store.change() as change:
            change.remove("articles", "id", removed.id)
            change.remove("quotes", "article", removed.id)
            change.drop_text(removed.id)
            _renew_speakers(change)
        return removed

    def decide(self, id_prefix: str, value: str, *, kind: str = "status", reason: str = "") -> Decision:
        """Write down what a person decided about a quote.

        Raises QueryError if nobody can decide this.
        """
        decision = Decision(_now(), kind, self.quote(id_prefix).id, value, reason)
        check(decision)
        with self._store.change() as change:
            change.insert("decisions", [asdict(decision)])
        return decision

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order in which they were made."""
        return tuple(_decisions(self._store.read()))

    def articles(self) -> tuple[Article, ...]:
        """Return all articles by date, without their texts."""
        articles = _read_all(read_article, self._store.read()["articles"].values())
        return tuple(sorted(articles, key=lambda article: (date_order(article.date), article.id)))

    def article(self, id_prefix: str) -> Article:
        """Return an article with its text."""
        article = self._article(id_prefix)
        return replace(article, text=self._store.text(article.id))

    def quote(self, id_prefix: str) -> Quote:
        """Return a quote with its status."""
        tables = self._store.read()
        row = _by_id(tables["quotes"], id_prefix, "quote")
        return next(_quotes(tables, [row]))

    def find(self, id_prefix: str) -> Article | Quote:
        """Return the article, with its text, or the quote that the id stands for."""
        tables = self._store.read()
        ids = [row["id"] for name in ("articles", "quotes") for row in tables[name].values()]
        found = match_id(id_prefix, ids)
        is_article = any(row["id"] == found for row in tables["articles"].values())
        return self.article(found) if is_article else self.quote(found)

    def quotes(
        self,
        *,
        who: str | None = None,
        speaker: str | None = None,
        article: str | None = None,
        candidate: str | None = None,
        kind: str | None = None,
        act: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        about: str | None = None,
        min_confidence: float | None = None,
        limit: int | None = None,
    ) -> tuple[Quote, ...]:
        """Return the quotes that answer all of what is asked, by date, article and position.

        `who` is a name as for `find_speakers`; `speaker` and `article` are ids; `candidate` is the
        name of somebody who may have said what has no speaker, because it is not sure; `since` and
        `until` are ISO dates or beginnings of them, both included; `outlet` is a part of its name;
        `about` are words that all stand in the quote or in the paragraphs around it;
        `min_confidence`, from 0 to 1, leaves out what is less sure. Raises QueryError on what is no
        date, kind, act, confidence or limit.
        """
        asked = Filter.of(
            kind=kind, act=act, since=since, until=until, outlet=outlet, about=about,
            min_confidence=min_confidence,
        )  # fmt: skip
        if limit is not None and limit < 0:
            raise QueryError(f"limit {limit} is less than nothing: give 0 or more")
        tables = self._store.read()
        articles = _articles_asked(tables, asked, article)
        said = _said_by(tables, who, speaker)
        rows = (
            row
            for row in tables["quotes"].values()
            if row["article"] in articles
            and (said is None or row["id"] in said)
            and asked.fits_form(kind=row["kind"], act=row["act"], confidence=row["confidence"])
            and (candidate is None or _may_be_of(candidate, row))
        )
        found = sorted(_quotes(tables, rows), key=lambda quote: _place(quote, articles))
        return tuple(islice(self._about(found, asked), limit))

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Return the speakers across all articles: those with most quotes first, then by name."""
        tables = self._store.read()
        return tuple(_entries(tables, tables["speakers"].values()))

    def find_speakers(self, name: str) -> tuple[SpeakerEntry, ...]:
        """Return the speakers whom a name may mean, the best answers first.

        It may be a full name, a surname, another part, an alias, with or without a title before
        it; case and diacritics do not matter. A speaker's id, or the beginning of one, will do too.
        """
        tables = self._store.read()
        return tuple(_entries(tables, _speaker_rows(tables, name)))

    def verify(self) -> list[Problem]:
        """Return what does not agree with the stored texts: nothing, if all is well."""
        tables = self._store.read()
        quotes = _by_article(_quotes(tables, tables["quotes"].values()))
        articles = sorted({row["id"] for row in tables["articles"].values()} | quotes.keys())
        return [problem for article in articles for problem in self._problems(article, quotes[article])]

    def _problems(self, article: str, quotes: list[Quote]) -> list[Problem]:
        try:
            text = self._store.text(article)
        except StorageError as error:
            return [Problem(article, str(error))]
        return [problem for quote in quotes for problem in quote_problems(quote, text)]

    def _article(self, id_prefix: str) -> Article:
        row = _by_id(self._store.read()["articles"], id_prefix, "article")
        return next(_read_all(read_article, [row]))

    def _answers(self, given: Iterable[Added], new: Mapping[str, Added]) -> Iterator[Added]:
        """Answer from what is stored now; only the first of several with the same text is new."""
        tables = self._store.read()
        ids = {added.article.id for added in given}
        rows = {row["id"]: row for row in tables["articles"].values()}
        quotes = _by_article(
            _quotes(tables, (row for row in tables["quotes"].values() if row["article"] in ids))
        )
        for added in given:
            article = next(_read_all(read_article, [rows[added.article.id]]))
            stored = replace(article, text=added.article.text)
            yield Added(stored, tuple(quotes[article.id]), new.get(article.id) is added)

    def _about(self, quotes: Iterable[Quote], asked: Filter) -> Iterator[Quote]:
        """Yield the quotes about what is asked, in their order; texts are read only if need be."""
        if not asked.about:
            yield from quotes
            return
        for article, group in groupby(quotes, key=attrgetter("article")):
            text = self._store.text(article)
            for quote in group:
                if asked.fits_words(quote.text, *(context(text, *span) for span in quote.content)):
                    yield quote


def _identified(article: Article, quotes: tuple[Quote, ...]) -> Added:
    own = article_id(article.text)
    strange = next((quote.id for quote in quotes if quote.article != own), None)
    if strange is not None:
        raise ValueError(f"quote {strange} does not belong to article {own}")
    return Added(replace(article, id=own, accessed=article.accessed or _now()), quotes, new=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _insert(change: Change, new: Collection[Added]) -> None:
    if not new:
        return
    change.insert("articles", [article_record(added.article) for added in new])
    change.insert("quotes", [quote_record(quote) for added in new for quote in added.quotes])
    _renew_speakers(change)


def _renew_speakers(change: Change) -> None:
    articles = {article.id: article for article in _read_all(read_article, change.rows("articles"))}
    entries = speaker_entries(articles, _read_all(read_quote, change.rows("quotes")))
    change.replace("speakers", map(entry_row, entries))


def _by_id(table: Mapping[str, Row], prefix: str, thing: str) -> Row:
    rows = {row["id"]: row for row in table.values()}
    return rows[match_id(prefix, rows, thing=thing)]


def _articles_asked(tables: Tables, asked: Filter, prefix: str | None) -> dict[str, Row]:
    """Return the rows of the articles that may answer, by id."""
    table = tables["articles"]
    rows = table.values() if prefix is None else [_by_id(table, prefix, "article")]
    return {row["id"]: row for row in rows if asked.fits_article(date=row["date"], outlet=row["outlet"])}


def _said_by(tables: Tables, who: str | None, speaker: str | None) -> set[str] | None:
    """Return the ids of the quotes of whom is asked for, or None if nobody is."""
    if who is None and speaker is None:
        return None
    rows = list(tables["speakers"].values()) if who is None else _speaker_rows(tables, who)
    if speaker is not None:
        only = _by_id(tables["speakers"], speaker, "speaker")
        rows = [row for row in rows if row is only]
    return {quote for row in rows for quote in row["quote_ids"]}


def _may_be_of(name: str, row: Row) -> bool:
    return row["speaker"] is None and any(may_name(name, candidate) for candidate in row["candidates"])


def _speaker_rows(tables: Tables, name: str) -> list[Row]:
    rows = {row["id"]: row for row in tables["speakers"].values()}
    found = match_names(name, {key: (row["name"], *row["aliases"]) for key, row in rows.items()})
    prefix = name.strip().lower()
    if not found and len(prefix) >= SHORTEST:
        found = [key for key in rows if key.startswith(prefix)]
    return [rows[key] for key in found]


def _entries(tables: Tables, rows: Iterable[Row]) -> Iterator[SpeakerEntry]:
    articles = {row["id"]: row for row in tables["articles"].values()}
    return _read_all(lambda row: read_entry(row, articles), rows)


def _place(quote: Quote, articles: Mapping[str, Row]) -> tuple[str, str, tuple[Span, ...], str]:
    return date_order(articles[quote.article]["date"]), quote.article, quote.content, quote.id


def _by_article(quotes: Iterable[Quote]) -> defaultdict[str, list[Quote]]:
    groups: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[quote.article].append(quote)
    return groups


def _quotes(tables: Tables, rows: Iterable[Row]) -> Iterator[Quote]:
    """Yield the quotes of rows as people's decisions leave them."""
    decided = statuses(_decisions(tables))
    for quote in _read_all(read_quote, rows):
        yield replace(quote, status=decided[quote.id]) if quote.id in decided else quote


def _decisions(tables: Tables) -> Iterator[Decision]:
    return _read_all(lambda row: Decision(**row), tables["decisions"].values())


def _read_all(read: Callable[[Row], T], rows: Iterable[Row]) -> Iterator[T]:
    """Yield rows as records. Raises StorageError on a row that is none."""
    for row in rows:
        try:
            record = read(row)
        except (KeyError, TypeError, ValueError) as error:
            raise StorageError(
                f"a row of quotes.json is damaged ({error!r}): go back to its backup"
            ) from None
        yield record
