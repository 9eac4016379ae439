"""What a library can be asked: articles, what was said in them, and by whom.

All that it gives is frozen, and in an order that depends on the content alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from quotes.deciding.decisions import Decision, Name
from quotes.deciding.keys import key_of_name
from quotes.deciding.namefile import imported, named
from quotes.deciding.regrouping import all_rows
from quotes.deciding.rulings import is_idle
from quotes.errors import QueryError, StorageError
from quotes.identity import SpeakerEntry, date_order
from quotes.ids import match_id
from quotes.lookup import (
    articles_asked,
    by_article,
    by_id,
    decisions,
    entries,
    laid_quotes,
    may_be_of,
    place,
    quote_rows,
    rulings_of,
    said_by,
    speaker_rows,
)
from quotes.model import Article, Quote
from quotes.query import DOUBTFUL, Filter, context
from quotes.records import read_article
from quotes.storage import Store
from quotes.tables import damaged
from quotes.verify import Problem, place_problems, quote_problems, speaker_problems

if TYPE_CHECKING:
    from quotes.deciding.doubles import Double
    from quotes.deciding.suggest import Suggestion


class Catalogue:
    """What is in a library, with people's decisions laid over what was extracted.

    Every method raises StorageError if the library cannot be read. Where an id is asked for, any
    beginning of it will do that has 4 digits or more and that only one thing has; else
    NotFoundError or QueryError is raised.
    """

    def __init__(self, store: Store) -> None:
        """Look into a store."""
        self._store = store

    def log(self) -> tuple[Decision, ...]:
        """Return all decisions in the order in which they were made."""
        return decisions(self._store.read())

    def decided_on(self, decision: Decision) -> tuple[Quote, ...]:
        """Return the quote that a decision is about, as it is now, if it is about one that is there."""
        tables = self._store.read()
        wanted = getattr(decision.ruling, "quote", None)
        return tuple(laid_quotes(tables, (row for row in tables["quotes"].values() if row["id"] == wanted)))

    def idle(self) -> tuple[Decision, ...]:
        """Return the decisions that hold for nothing at present: their quote or speaker is not there."""
        tables = self._store.read()
        keys = {key for row in tables["speakers"].values() for key in (*row["keys"], *row["merged"])}
        ids = {row["id"] for name in ("articles", "quotes") for row in tables[name].values()}
        return tuple(each for each in decisions(tables) if is_idle(each, keys, ids))

    def articles(self) -> tuple[Article, ...]:
        """Return all articles by date, without their texts."""
        articles = map(read_article, self._store.read()["articles"].values())
        return tuple(sorted(articles, key=lambda article: (date_order(article.date), article.id)))

    def article(self, id_prefix: str) -> Article:
        """Return an article with its text."""
        article = self._article(id_prefix)
        return replace(article, text=self._store.text(article.id))

    def articles_of(self, quotes: Iterable[Quote]) -> dict[str, Article]:
        """Return the articles of quotes by id, with their texts, in which the places of the quotes are."""
        rows = {row["id"]: row for row in self._store.read()["articles"].values()}
        found: dict[str, Article] = {}
        for quote in quotes:
            if quote.article not in rows:
                raise damaged(f"quote {quote.id}: its article {quote.article} is not there")
            if quote.article not in found:
                article = read_article(rows[quote.article])
                found[quote.article] = replace(article, text=self._store.text(article.id))
            _check_places(quote, found[quote.article].text)
        return found

    def quote(self, id_prefix: str) -> Quote:
        """Return a quote as people left it."""
        tables = self._store.read()
        row = by_id(tables["quotes"], id_prefix, "quote")
        return next(laid_quotes(tables, [row]))

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
        status: str | None = None,
        limit: int | None = None,
    ) -> tuple[Quote, ...]:
        """Return the quotes that answer all of what is asked, by date, article and position.

        `who` is a name as for `find_speakers`; `speaker` and `article` are ids; `candidate` is the
        name of somebody who may have said what has no speaker, because it is not sure; `since` and
        `until` are ISO dates or beginnings of them, both included; `outlet` is a part of its name;
        `about` are words that all stand in the quote or in the paragraphs around it;
        `min_confidence`, from 0 to 1, leaves out what is less sure; `status` is what a person
        decided, and what was rejected is nobody's. Raises QueryError on what is no date, kind, act,
        confidence, status or limit.
        """
        asked = Filter.of(
            kind=kind, act=act, since=since, until=until, outlet=outlet, about=about,
            min_confidence=min_confidence, status=status,
        )  # fmt: skip
        if limit is not None and limit < 0:
            raise QueryError(f"limit {limit} is less than nothing: give 0 or more")
        tables = self._store.read()
        articles = articles_asked(tables, asked, article)
        said = said_by(tables, who, speaker)
        rows = (
            row
            for row in quote_rows(tables, rulings_of(tables), said, undecided=candidate is not None)
            if row["article"] in articles
            and (candidate is None or row["candidates"])
            and asked.fits_form(act=row["act"], confidence=row["confidence"])
        )
        laid = (
            quote
            for quote in laid_quotes(tables, rows)
            if asked.fits_decided(kind=quote.kind, status=quote.status)
            and (candidate is None or may_be_of(candidate, quote))
        )
        found = sorted(laid, key=lambda quote: place(quote, articles))
        return tuple(islice(self._about(found, asked), limit))

    def doubtful(
        self, *, speaker: str | None = None, below: float = DOUBTFUL, skipped: bool = False
    ) -> tuple[Quote, ...]:
        """Return the quotes that a person should look at, by date, article and position.

        These are less sure than `below`, or leave the speaker open, and nobody has decided about
        them; with `skipped`, those that were looked at and left open. `speaker` is an id.
        """
        rulings = rulings_of(self._store.read())
        asked = self.quotes()
        if speaker is not None:
            entry = by_id(self._store.read()["speakers"], speaker, "speaker")
            own = {*entry["quote_ids"]}
            asked = tuple(q for q in asked if q.id in own or may_be_of(entry["name"], q))
        return tuple(
            quote
            for quote in asked
            if quote.status == "unchecked"
            and (quote.id in rulings.skipped) == skipped
            and (quote.confidence < below or (quote.speaker is None and quote.candidates))
        )

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Return the speakers across all articles: those with most quotes first, then by name."""
        tables = self._store.read()
        return tuple(entries(tables, tables["speakers"].values()))

    def find_speakers(self, name: str) -> tuple[SpeakerEntry, ...]:
        """Return the speakers whom a name may mean, the best answers first.

        It may be a full name, a surname, another part, an alias, with or without a title before
        it; case and diacritics do not matter. A speaker's id, or the beginning of one, will do too.
        """
        tables = self._store.read()
        return tuple(entries(tables, speaker_rows(tables, name)))

    def names(self, *, all_named: bool = False) -> tuple[Name, ...]:
        """Return the names for a file: of the speakers about whose names people decided, or of all.

        What holds for single articles is left out: a surname that stands alone, one part of a split.
        """
        rulings, known = rulings_of(self._store.read()), self.speakers()
        found = tuple(named(known, rulings, all_named=all_named))
        listed = {key_of_name(name.name, name.kind) for name in found}
        absent = (name for name in self.imported() if key_of_name(name.name, name.kind) not in listed)
        return (*found, *absent)

    def imported(self) -> tuple[Name, ...]:
        """Return what the last file of names said."""
        return imported(self.log())

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return who may be one speaker, the likeliest first, without those who were told apart."""
        from quotes.deciding.suggest import suggestions

        return suggestions(self.speakers(), rulings_of(self._store.read()).apart)

    def doubles(self) -> tuple[Double, ...]:
        """Return the speakers who may be two people of one name, the likeliest first."""
        from quotes.deciding.doubles import doubles

        return doubles(self.speakers())

    def verify(self) -> list[Problem]:
        """Return what does not agree with the stored texts: nothing, if all is well."""
        tables = self._store.read()
        quotes = by_article(laid_quotes(tables, tables["quotes"].values()))
        articles = {row["id"] for row in tables["articles"].values()}
        found = [problem for each in sorted(articles) for problem in self._problems(each, quotes[each])]
        for article in sorted(quotes.keys() - articles):
            found += [Problem(quote.id, f"its article {article} is not there") for quote in quotes[article]]
        made = all_rows(tables, rulings_of(tables))
        return [*found, *speaker_problems(tables["speakers"].values(), made)]

    def _problems(self, article: str, quotes: list[Quote]) -> list[Problem]:
        try:
            text = self._store.text(article)
        except StorageError as error:
            return [Problem(article, str(error))]
        return [problem for quote in quotes for problem in quote_problems(quote, text)]

    def _article(self, id_prefix: str) -> Article:
        row = by_id(self._store.read()["articles"], id_prefix, "article")
        return next(map(read_article, [row]))

    def _about(self, quotes: Iterable[Quote], asked: Filter) -> Iterator[Quote]:
        """Yield the quotes about what is asked, in their order; texts are read only if need be."""
        if not asked.about:
            yield from quotes
            return
        for article, group in groupby(quotes, key=attrgetter("article")):
            text = self._store.text(article)
            for quote in group:
                _check_places(quote, text)
                if asked.fits_words(quote.text, *(context(text, *span) for span in quote.content)):
                    yield quote


def _check_places(quote: Quote, text: str) -> None:
    """Raise StorageError if a place of a quote is none in its text."""
    for problem in place_problems(quote, text):
        raise damaged(f"quote {problem.id}: {problem.what}")
