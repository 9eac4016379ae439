"""Looking things up in the tables of a library: functions of tables, which write nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from quotes.deciding.decisions import Decision, read_decision
from quotes.deciding.rulings import Rulings, replay
from quotes.errors import NotFoundError, QueryError
from quotes.identity import SpeakerEntry, date_order, read_entry
from quotes.ids import SHORTEST, match_id, short
from quotes.model import Quote, Span
from quotes.query import Filter, match_names, may_name, questions, words
from quotes.records import read_quote
from quotes.tables import Row, Rows, Tables, damaged


def by_id(table: Mapping[str, Row], prefix: str, thing: str) -> Row:
    """Return the one row whose id begins so. Raises NotFoundError or QueryError."""
    if isinstance(table, Rows):
        ids = table.ids(prefix.strip().lower())
        return next(table.having({match_id(prefix, ids, thing=thing)}))
    rows = {row["id"]: row for row in table.values()}
    return rows[match_id(prefix, rows, thing=thing)]


def articles_asked(tables: Tables, asked: Filter, prefix: str | None) -> dict[str, Row]:
    """Return the rows of the articles that may answer, by id."""
    table = tables["articles"]
    rows = table.values() if prefix is None else [by_id(table, prefix, "article")]
    return {row["id"]: row for row in rows if asked.fits_article(date=row["date"], outlet=row["outlet"])}


def said_by(tables: Tables, who: str | None, speaker: str | None) -> set[str] | None:
    """Return the ids of the quotes of whom is asked for, or None if nobody is."""
    if who is None and speaker is None:
        return None
    only = None if speaker is None else by_id(tables["speakers"], speaker, "speaker")
    rows = [only] if who is None and only else speaker_rows(tables, who or "")
    return {quote for row in rows if only is None or row["id"] == only["id"] for quote in row["quote_ids"]}


def quote_rows(
    tables: Tables, rulings: Rulings, said: Collection[str] | None, *, undecided: bool
) -> Iterable[Row]:
    """Return the rows of quotes that may answer: of `said`, or without a speaker, or all."""
    table = tables["quotes"]
    if not isinstance(table, Rows):
        return table.values() if said is None else (row for row in table.values() if row["id"] in said)
    if said is not None:
        return table.having(said)
    if not undecided:
        return table.values()
    open_ones = table.holding(b'"speaker":null', b'"candidates":[]')
    edited = table.having(rulings.edits.keys()) if rulings.edits else ()
    return {row["id"]: row for row in chain(open_ones, edited)}.values()


def quotes_with(tables: Tables, ids: Collection[str]) -> Iterator[Row]:
    """Yield the rows of the quotes with these ids."""
    table, wanted = tables["quotes"], {*ids}
    rows = table.having(wanted) if isinstance(table, Rows) else table.values()
    return (row for row in rows if row["id"] in wanted)


def may_be_of(name: str, quote: Quote) -> bool:
    """Return whether a quote without a speaker may be of somebody who is called so."""
    is_open = quote.speaker is None and quote.status != "rejected"
    return is_open and any(may_name(name, candidate) for candidate in quote.candidates)


def speaker_rows(tables: Tables, name: str) -> list[Row]:
    """Return the rows of those whom a name, or the beginning of an id, may mean, best answers first."""
    table = tables["speakers"]
    named = (
        table.naming({each[-1] for each in questions(name)}) if isinstance(table, Rows) else table.values()
    )
    rows = {row["id"]: row for row in named}
    known = {key: (row["name"], *row["aliases"]) for key, row in rows.items()}
    # What was merged or renamed is found by any part of its former names too.
    decided = (row for row in rows.values() if row["former"])
    former = {f"{row['id']} {name}": (name,) for row in decided for name in row["former"]}
    found = list(dict.fromkeys(key.partition(" ")[0] for key in match_names(name, known | former)))
    if found:
        return [rows[key] for key in found]
    return _with_prefix(table, name.strip().lower())


def _with_prefix(table: Mapping[str, Row], prefix: str) -> list[Row]:
    """Return the rows whose ids begin so, if that is enough of an id."""
    if len(prefix) < SHORTEST:
        return []
    if not isinstance(table, Rows):
        return [row for row in table.values() if row["id"].startswith(prefix)]
    return list(table.having({*table.ids(prefix)}))


def check_name(name: str) -> None:
    """Raise QueryError if there is nothing in a name to look for."""
    if not words(name):
        raise QueryError(f"{name!r} is no name: give a name or an id")


def meant(name: str, found: Sequence[SpeakerEntry]) -> SpeakerEntry | None:
    """Return the one who is called just so, if nobody else who has a name may be meant.

    A body is meant by its name, though others are called so as well: FBI is not the Federal Bureau yet.
    """
    asked = words(name)
    exact = [each for each in found if each.named and asked in map(words, (each.name, *each.aliases))]
    rivals = [each for each in found if each.named and each.type != "document"]
    if len(asked) > 1 and any(each.type == "person" for each in exact):
        exact, rivals = ([each for each in some if each.type == "person"] for some in (exact, rivals))
    own = [each for each in exact if words(each.name) == asked]
    if len(own) == 1 and not any(each.type == "person" for each in exact):
        exact, rivals = own, [each for each in rivals if each in own or each not in exact]
    return exact[0] if len(exact) == 1 and rivals in ([], exact) else None


def one_speaker(tables: Tables, name: str) -> SpeakerEntry:
    """Return the one speaker whom a name or the beginning of an id means.

    Raises NotFoundError if there is none, and QueryError if there are several.
    """
    check_name(name)
    found = list(entries(tables, speaker_rows(tables, name)))
    if not found:
        raise NotFoundError(f"nobody called {name!r} is quoted in this library; quotes speakers lists all")
    if (only := meant(name, found)) is not None:
        return only
    if len(found) > 1:
        several = ", ".join(f"{entry.name} ({short(entry.id)})" for entry in found[:4])
        more = ", …" if len(found) > 4 else ""
        raise QueryError(
            f"{name!r} may be {len(found)} speakers: {several}{more}; say the full name or the id"
        )
    return found[0]


def entries(tables: Tables, rows: Iterable[Row]) -> Iterator[SpeakerEntry]:
    """Yield rows of the table of speakers as records."""
    articles = {row["id"]: row for row in tables["articles"].values()}
    for row in rows:
        try:
            yield read_entry(row, articles)
        except KeyError as missing:
            raise damaged(f"table speakers: {row['id']} speaks in {missing}, which is no article") from None


def place(quote: Quote, articles: Mapping[str, Row]) -> tuple[str, str, tuple[Span, ...], str]:
    """Return what sorts quotes: by date, article and position."""
    return date_order(articles[quote.article]["date"]), quote.article, quote.content, quote.id


def by_article(quotes: Iterable[Quote]) -> defaultdict[str, list[Quote]]:
    """Return quotes by the id of their article."""
    groups: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[quote.article].append(quote)
    return groups


def laid_quotes(tables: Tables, rows: Iterable[Row]) -> Iterator[Quote]:
    """Yield the quotes of rows as people's decisions leave them."""
    return laid(tables, map(read_quote, rows))


def laid(tables: Tables, quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Yield quotes as people's decisions leave them: corrected, under the names they gave."""
    rulings = rulings_of(tables)
    table = tables["speakers"]
    decided = table.holding(b'"decided":true') if isinstance(table, Rows) else table.values()
    owners = {quote: row for row in decided if row["decided"] for quote in row["quote_ids"]}
    for extracted in quotes:
        quote = rulings.lay(extracted)
        owner = owners.get(quote.id)
        if owner and quote.speaker:
            speaker = replace(quote.speaker, name=owner["name"], named=owner["named"])
            quote = replace(quote, speaker=speaker)
        yield quote


def rulings_of(tables: Tables) -> Rulings:
    """Return what the decisions of a library come to."""
    return replay(decisions(tables))


def decisions(tables: Tables) -> tuple[Decision, ...]:
    """Return all decisions in the order in which they were made."""
    return tuple(map(read_decision, tables["decisions"].values()))
