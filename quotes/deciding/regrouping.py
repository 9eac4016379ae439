"""Making the table of speakers anew where decisions changed it, and only there.

What comes out is what making all of it anew would: the tests compare the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from quotes.deciding.decisions import Alias, Decision, Edit, Merge, Names, Rename, Split, Unmerge
from quotes.deciding.keys import Key, anywhere, base
from quotes.deciding.rulings import Rulings, replay
from quotes.identity import entry_row, speaker_entries
from quotes.lookup import quotes_with
from quotes.model import Quote
from quotes.query import fold
from quotes.records import read_article, read_quote
from quotes.tables import Row, Tables


def regrouped(
    tables: Tables, before: Sequence[Decision], after: Sequence[Decision], differing: Iterable[Decision]
) -> list[Row] | None:
    """Return the rows of the speakers after decisions were made or undone, or None if they stay.

    `differing` are the decisions that only one of `before` and `after` holds.
    """
    old, new = replay(before), replay(after)
    rulings = [decision.ruling for decision in differing]
    edited = {ruling.quote for ruling in rulings if isinstance(ruling, Edit)}
    moved = [quote for quote in _quotes(tables, edited) if _owner(old, quote) != _owner(new, quote)]
    if any(isinstance(ruling, Names) for ruling in rulings):
        return all_rows(tables, new)
    keys = {key for ruling in rulings for key in _keys(ruling)}
    keys |= {key for quote in moved for each in (old, new) if (key := each.key(each.lay(quote)))}
    return _renewed(tables, keys, {quote.id for quote in moved}, new) if keys else None


def with_quotes(tables: Tables, quotes: Collection[Quote], rulings: Rulings) -> list[Row]:
    """Return the rows of the speakers once these quotes are in the tables, or out of them."""
    found = {key for quote in quotes if (key := rulings.key(rulings.lay(quote)))}
    keys = {above for key in found for above in rulings.line(key)}
    return _renewed(tables, keys, {quote.id for quote in quotes}, rulings)


def _renewed(tables: Tables, keys: Iterable[Key], more: Collection[str], rulings: Rulings) -> list[Row]:
    """Return the rows of all speakers, those of these keys made anew, `more` quotes among theirs."""
    rows = list(tables["speakers"].values())
    touched = _touched(rows, keys, rulings)
    quotes = {quote for row in rows if row["id"] in touched for quote in row["quote_ids"]}
    fresh = _made(tables, _quotes(tables, quotes | {*more}), rulings)
    return sorted([*(row for row in rows if row["id"] not in touched), *fresh], key=_order)


def all_rows(tables: Tables, rulings: Rulings) -> list[Row]:
    """Return the rows of all speakers, made anew."""
    return _made(tables, map(read_quote, tables["quotes"].values()), rulings)


def _made(tables: Tables, quotes: Iterable[Quote], rulings: Rulings) -> list[Row]:
    articles = {article.id: article for article in map(read_article, tables["articles"].values())}
    return [entry_row(entry) for entry in speaker_entries(articles, quotes, rulings)]


def _order(row: Row) -> tuple[int, str, str]:
    """Return what sorts rows as `identity.entry_order` sorts entries."""
    return row["again"] - len(row["quote_ids"]), fold(row["name"]), row["id"]


def _quotes(tables: Tables, ids: Collection[str]) -> list[Quote]:
    return list(map(read_quote, quotes_with(tables, ids))) if ids else []


def _owner(rulings: Rulings, quote: Quote) -> object:
    """Return whose a quote is, and as what it counts among their words and roles."""
    laid = rulings.lay(quote)
    return None if laid.status == "rejected" else (rulings.key(laid), laid.speaker)


def _keys(ruling: object) -> tuple[Key, ...]:
    """Return the keys of which a ruling speaks."""
    match ruling:
        case Merge(into, speakers):
            return into, *speakers
        case Unmerge(speakers, other):
            return *speakers, *other
        case Split(speakers, _, part):
            return *speakers, part
        case Rename(speakers):
            return speakers
        case Alias(speaker, _, key):
            return speaker, key
    return ()


def _touched(rows: Sequence[Row], keys: Iterable[Key], rulings: Rulings) -> set[str]:
    """Return the ids of the speakers who have these keys, or whom initials or a merger tie to one who has.

    Ann B. Lee becomes Ann Lee when nobody else is called so any more, and with her goes to Bo Cho.
    """
    bases, found = {each for key in keys for each in _above(rulings, key)}, set[str]()
    while True:
        more = [row for row in rows if row["id"] not in found and not bases.isdisjoint(_bases(row))]
        if not more:
            return found
        found.update(row["id"] for row in more)
        own = (key for row in more for key in (*row["keys"], *row["merged"]))
        bases.update(each for key in own for each in _above(rulings, key))


def _above(rulings: Rulings, key: Key) -> set[Key]:
    return {base(key), *map(base, rulings.line(base(key)))}


def _bases(row: Row) -> set[Key]:
    keys = (*row["keys"], *row["merged"])
    return {base(key) for key in keys} | {wide for key in keys if (wide := anywhere(key))}
