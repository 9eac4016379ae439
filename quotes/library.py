"""The library: articles, what was said in them, by whom, and what people decided about that.

What can be asked is in `quotes.catalogue`; here is what changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Self

from quotes.catalogue import Catalogue
from quotes.deciding import desk, editing
from quotes.deciding.decisions import Decision, Name, decision_row
from quotes.deciding.desk import Ruled
from quotes.deciding.regrouping import all_rows, regrouped, with_quotes
from quotes.deciding.updating import Update, renewal
from quotes.errors import NotFoundError, QueryError, StorageError
from quotes.ids import article_id, decision_id
from quotes.lookup import by_article, decisions, laid, rulings_of
from quotes.model import Article, Quote
from quotes.records import article_record, quote_record, read_article, read_quote
from quotes.storage import Change, FileStore, MemoryStore, ReadStore, Store
from quotes.tables import FORMAT, Row, Tables, damaged, format_of
from quotes.verify import speaker_problems


def now() -> str:
    """Return the ISO time, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: as it is in the library now, and whether it is new there."""

    article: Article
    quotes: tuple[Quote, ...]
    new: bool


class Library(Catalogue):
    """A library of quotes, in a folder or in memory; also a context manager.

    Every method raises StorageError if the library cannot be read or written; nothing was changed
    then. What a person decides is written down in the order in which it comes, `by` whom and for
    what `reason` if they say so, and can be undone from the last one on. A speaker is meant by a
    name that only one has, or by an id.

    >>> from quotes import Article, Library, extract
    >>> library = Library.in_memory()
    >>> text = "“We have no crew,” said Ines Halloran, the harbour master."
    >>> library.add(Article(text, outlet="The Pier", date="2026-03-02"), extract(text)).new
    True
    >>> [(quote.kind, quote.text) for quote in library.quotes(who="Halloran", since="2026")]
    [('direct', 'We have no crew,')]
    >>> [(entry.name, entry.roles[0].role) for entry in library.speakers()]
    [('Ines Halloran', 'harbour master')]
    """

    def __init__(self, store: Store, *, clock: Callable[[], str] = now) -> None:
        """Use `open` or `in_memory` instead."""
        super().__init__(store)
        self._clock = clock

    @classmethod
    def open(
        cls, folder: str | PathLike[str], *, create: bool = True, clock: Callable[[], str] = now
    ) -> Self:
        """Return the library in a folder; the first change makes the folder.

        Raises StorageError if it cannot be read, or if it is not there and `create` is false.
        """
        store = FileStore(Path(folder))
        if not create and not store.exists():
            raise StorageError(f"there is no library in {folder}: quotes add PATH makes one")
        library = cls(store, clock=clock)
        if format_of(store.read()) == FORMAT:
            return library
        try:
            library._renew_format()
        except StorageError as refusal:  # what cannot be written can be read all the same
            renewed = cls(MemoryStore(store.read()))
            renewed._renew_format()
            return cls(ReadStore(store, renewed._store.read(), refusal), clock=clock)
        return library

    @classmethod
    def in_memory(cls, *, clock: Callable[[], str] = now) -> Self:
        """Return an empty library that lasts as long as the object."""
        return cls(MemoryStore(), clock=clock)

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
        given = [_identified(article, tuple(quotes), self._clock) for article, quotes in pairs]
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
            gone = [row for row in change.rows("quotes") if row["article"] == removed.id]
            change.remove("articles", "id", removed.id)
            change.remove("quotes", "article", removed.id)
            change.drop_text(removed.id)
            _renew_speakers_of(change, tuple(map(read_quote, gone)))
        return removed

    def merge(self, keep: str, *others: str, by: str = "", reason: str = "") -> Decision:
        """Decide that the others are the speaker to keep, and are called so.

        Raises QueryError if they are one already, or cannot be.
        """
        return self._decide(lambda tables, _: desk.merge(tables, keep, others), by, reason)

    def unmerge(self, name: str, other: str | None = None, *, by: str = "", reason: str = "") -> Decision:
        """Decide that somebody is not the speaker whom they were merged into, or not the other one.

        Raises QueryError if they are not merged, or if `name` does not say which of several.
        """
        return self._decide(lambda tables, _: desk.unmerge(tables, name, other), by, reason)

    def split(
        self, name: str, *ids: str, called: str | None = None, by: str = "", reason: str = ""
    ) -> Decision:
        """Decide that what a speaker says in these articles, or these quotes, is somebody else's.

        Raises QueryError if that is nothing of what they say, or all of it.
        """
        return self._decide(lambda tables, own: desk.split(tables, name, ids, called, own), by, reason)

    def rename(self, name: str, new: str, *, by: str = "", reason: str = "") -> Decision:
        """Decide under which name a speaker is shown. Raises QueryError if it is another's."""
        return self._decide(lambda tables, _: desk.rename(tables, name, new), by, reason)

    def alias(self, name: str, alias: str, *, by: str = "", reason: str = "") -> Decision:
        """Decide that whoever is called `alias`, in any article, is this speaker.

        Raises QueryError if that is another's name.
        """
        return self._decide(lambda tables, _: desk.alias(tables, name, alias), by, reason)

    def edit(
        self,
        id_prefix: str,
        *,
        speaker: str | None = None,
        role: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        note: str | None = None,
        by: str = "",
        reason: str = "",
    ) -> Decision:
        """Decide what is right about a quote; what is None stays as it is.

        `speaker` is a name, an id, or empty where nobody knows; an empty `role` takes it away. The
        status is then "corrected", if none is given. Raises QueryError if nothing would change.
        """
        changes = editing.Changes(speaker, role, kind, status, note)
        return self._decide(
            lambda tables, _: editing.edit(tables, id_prefix, changes, self._printed), by, reason
        )

    def reject(self, id_prefix: str, *, by: str = "", reason: str = "") -> Decision:
        """Decide that this is no quote: from then on it is nobody's."""
        return self.edit(id_prefix, status="rejected", by=by, reason=reason)

    def skip(self, id_prefix: str, *, by: str = "", reason: str = "") -> Decision:
        """Decide to leave a quote open, so that a review goes on behind it."""
        return self._decide(lambda tables, _: editing.skip(tables, id_prefix), by, reason)

    def import_names(self, names: Sequence[Name], *, by: str = "", reason: str = "") -> Decision | None:
        """Decide that speakers are called as a file of names says; it takes the place of the one before.

        Returns None if that is what the library says already. Raises QueryError if the file
        contradicts what was decided about its speakers by hand.
        """
        if self.imported() == tuple(names):
            return None
        return self._decide(lambda tables, _: desk.names(tables, names), by, reason)

    def check_names(self, names: Sequence[Name]) -> None:
        """Raise QueryError if a file of names contradicts what was decided about its speakers by hand."""
        desk.names(self._store.read(), names)

    def undo(self, steps: int = 1, *, only: str | None = None) -> tuple[Decision, ...]:
        """Take back the last decisions and return them, the last one first.

        With `only`, the id of a decision, nothing else is taken back: not what somebody else
        decided in the meantime. Raises QueryError if there are not so many decisions, and
        NotFoundError if there is none.
        """
        with self._store.change() as change:
            made = decisions(self._store.read())
            undone = _last(made, steps)
            if only is not None and undone[0].id != only:
                raise QueryError("somebody else decided something since: look at quotes log first")
            for decision in undone:
                change.remove("decisions", "id", decision.id)
            _regroup(change, self._store.read(), made, made[:-steps], undone)
        return undone

    def last(self, steps: int = 1) -> tuple[Decision, ...]:
        """Return what `undo` would take back, the last one first. Raises QueryError as it does."""
        return _last(self.log(), steps)

    def update(self, extract: Callable[[str], Iterable[Quote]], *, dry_run: bool = False) -> Update:
        """Extract all articles anew and say what changed.

        A quote whose words stand where they stood keeps its id, and every decision stays; one whose
        quote is gone is reported. The speakers are made anew. With `dry_run` nothing is written.
        """
        tables = self._store.read()
        before = by_article(map(read_quote, tables["quotes"].values()))
        renewals = tuple(
            found
            for article in map(read_article, tables["articles"].values())
            if (found := renewal(article, before[article.id], extract(self._store.text(article.id))))
        )
        made = all_rows(tables, rulings_of(tables))
        wrong = sum(1 for _ in speaker_problems(tables["speakers"].values(), made))
        if not renewals and not wrong:
            return Update(len(tables["articles"]), (), ())
        was_idle = self.idle()
        target = Library(MemoryStore(tables)) if dry_run else self
        with target._store.change() as change:
            _put(change, {each.article.id: each.quotes for each in renewals})
        idle = tuple(decision for decision in target.idle() if decision not in was_idle)
        return Update(len(tables["articles"]), renewals, idle, wrong)

    def _renew_format(self) -> None:
        """Make the tables that are derived from others as this version has them."""
        with self._store.change() as change:
            _renew_speakers(change)
            change.replace("meta", [{"format": FORMAT}])

    def _decide(self, make: Callable[[Tables, str], Ruled], by: str, reason: str) -> Decision:
        """Write down what `make` rules, given the tables and the id that the decision will have."""
        with self._store.change() as change:
            tables = self._store.read()
            made = decisions(tables)
            time = self._clock()
            own = decision_id(len(made), time)
            ruling, about = make(tables, own)
            decision = Decision(own, time, ruling, about, by, reason)
            change.insert("decisions", [decision_row(decision)])
            _regroup(change, tables, made, (*made, decision), (decision,))
        return decision

    def _printed(self, quote: Quote) -> str:
        """Return how the article words the source of a quote."""
        text = self.articles_of([quote])[quote.article].text
        return " … ".join(text[start:end] for start, end in quote.source)

    def _answers(self, given: Iterable[Added], new: Mapping[str, Added]) -> Iterator[Added]:
        """Answer from what is stored now; only the first of several with the same text is new."""
        tables = self._store.read()
        given = tuple(given)
        there = {added.article.id for added in given} - new.keys()
        rows = {row["id"]: row for row in tables["articles"].values()}
        stored = (row for row in tables["quotes"].values() if row["article"] in there) if there else ()
        fresh = (quote for added in new.values() for quote in added.quotes)
        quotes = by_article(laid(tables, chain(fresh, map(read_quote, stored))))
        for added in given:
            article = next(map(read_article, [rows[added.article.id]]))
            with_text = replace(article, text=added.article.text)
            yield Added(with_text, tuple(quotes[article.id]), new.get(article.id) is added)


def _identified(article: Article, quotes: tuple[Quote, ...], clock: Callable[[], str]) -> Added:
    own = article_id(article.text)
    strange = next((quote.id for quote in quotes if quote.article != own), None)
    if strange is not None:
        raise ValueError(f"quote {strange} does not belong to article {own}")
    return Added(replace(article, id=own, accessed=article.accessed or clock()), quotes, new=False)


def _last(made: Sequence[Decision], steps: int) -> tuple[Decision, ...]:
    """Return so many of the decisions, the last one first."""
    if steps < 1:
        raise QueryError(f"{steps} steps are none: give 1 or more")
    if not made:
        raise NotFoundError("nothing was decided yet that could be undone")
    if steps > len(made):
        there = "is 1 decision" if len(made) == 1 else f"are {len(made)} decisions"
        raise QueryError(f"there {there} to undo; quotes log lists the decisions")
    return tuple(made[: -steps - 1 : -1])


def _regroup(
    change: Change,
    tables: Tables,
    before: Sequence[Decision],
    after: Sequence[Decision],
    differing: Iterable[Decision],
) -> None:
    rows = regrouped(tables, before, after, differing)
    if rows is not None:
        change.replace("speakers", rows)


def _put(change: Change, quotes: Mapping[str, Collection[Quote]]) -> None:
    """Put these quotes in the place of those that their articles have, if they are still there."""
    rows: dict[str, list[Row]] = {row["id"]: [] for row in change.rows("articles")}
    for row in change.rows("quotes"):
        if row["article"] not in rows:
            raise damaged(f"quote {row['id']}: its article {row['article']} is not there")
        if row["article"] not in quotes:
            rows[row["article"]].append(row)
    for article in rows.keys() & quotes.keys():
        rows[article] = [quote_record(quote) for quote in quotes[article]]
    change.replace("quotes", [row for own in rows.values() for row in own])
    _renew_speakers(change)


def _insert(change: Change, new: Collection[Added]) -> None:
    if not new:
        return
    change.insert("articles", [article_record(added.article) for added in new])
    change.insert("quotes", [quote_record(quote) for added in new for quote in added.quotes])
    _renew_speakers_of(change, [quote for added in new for quote in added.quotes])


def _renew_speakers(change: Change) -> None:
    change.replace("speakers", all_rows(change.tables, rulings_of(change.tables)))


def _renew_speakers_of(change: Change, quotes: Collection[Quote]) -> None:
    """Make the speakers anew to whom quotes came, or from whom they went."""
    change.replace("speakers", with_quotes(change.tables, quotes, rulings_of(change.tables)))
