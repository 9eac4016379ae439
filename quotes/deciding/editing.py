"""Where quotes are corrected: what a person asks for becomes a ruling on one quote, or an error.

Functions of the tables as they are; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, cast, get_args

from quotes.deciding.decisions import Edit, Skip
from quotes.deciding.desk import Ruled
from quotes.deciding.keys import Key, key_of
from quotes.errors import QueryError
from quotes.ids import SHORTEST, short
from quotes.lookup import by_id, entries, laid_quotes, meant, quotes_with
from quotes.model import Kind, Quote, Speaker, Status
from quotes.query import check, may_name, words
from quotes.tables import Row, Tables


class Changes(NamedTuple):
    """What is to be changed about a quote; None stays as it is."""

    speaker: str | None = None
    role: str | None = None
    kind: str | None = None
    status: str | None = None
    note: str | None = None


def edit(tables: Tables, prefix: str, changes: Changes, printed: Callable[[Quote], str]) -> Ruled:
    """Rule what is right about a quote; `printed` says how the article words its source."""
    if all(change is None for change in changes):
        raise QueryError("nothing to change: give a speaker, role, kind, status or note")
    check("kind", changes.kind, get_args(Kind))
    check("status", changes.status, get_args(Status))
    row = by_id(tables["quotes"], prefix, "quote")
    quote = next(laid_quotes(tables, [row]))
    corrects = any(change is not None for change in changes[:3])
    speaker, key = (None, None) if changes.speaker is None else whom(tables, quote, changes.speaker, printed)
    if changes.role and not (speaker.name if speaker else quote.speaker):
        raise QueryError(f"quote {short(quote.id)} has no speaker to have a role: give the speaker too")
    ruling = Edit(
        quote=quote.id,
        speaker=speaker,
        key=key,
        role=None if changes.role is None else " ".join(changes.role.split()),
        kind=cast("Kind | None", changes.kind),
        status=cast("Status | None", changes.status or ("corrected" if corrects else None)),
        note=changes.note,
    )
    what = "; ".join(_said(ruling))
    return Ruled(ruling, f"{_words(quote)}: {what}" if what else _words(quote))


def skip(tables: Tables, prefix: str) -> Ruled:
    """Rule that a quote is left open."""
    row = by_id(tables["quotes"], prefix, "quote")
    return Ruled(Skip(row["id"]), _words(next(laid_quotes(tables, [row]))))


def whom(
    tables: Tables, quote: Quote, name: str, printed: Callable[[Quote], str]
) -> tuple[Speaker, Key | None]:
    """Return whom a name means beside this quote, and by which key: nobody, if it is empty.

    First those who speak in the article, then those in the library; else it is somebody new.
    Raises QueryError if several are called so.
    """
    called = " ".join(name.split())
    if not called:
        return Speaker("", "unknown", "", named=False), None
    rows = _called(tables, quote, called)
    if only := meant(called, list(entries(tables, rows))):
        rows = [row for row in rows if row["id"] == only.id]
    if len(rows) > 1:
        several = ", ".join(f"{row['name']} ({short(row['id'])})" for row in rows[:4])
        raise QueryError(
            f"{called!r} may be {several}{', …' if len(rows) > 4 else ''}: give the full name or the id"
        )
    as_printed = printed(quote)
    if not rows:
        called = next((one for one in quote.candidates if may_name(called, one)), called)
        named = not called[0].islower()
        speaker = Speaker(called, "person", as_printed, named)
        return speaker, key_of(speaker, quote.article)
    (entry,) = entries(tables, rows)
    here = (row for row in quotes_with(tables, entry.quote_ids) if row["article"] == quote.article)
    found = next((each.speaker for each in laid_quotes(tables, here) if each.speaker), None)
    if found is None:
        found = Speaker(entry.name, entry.type, as_printed, entry.named)
    return replace(found, name=entry.name, as_printed=as_printed), entry.keys[0]


def _called(tables: Tables, quote: Quote, name: str) -> list[Row]:
    """Return the rows of those who are called so: in the article, or else anywhere."""
    rows = list(tables["speakers"].values())
    prefix = name.lower()
    for known in ([row for row in rows if quote.article in row["article_ids"]], rows):
        found = [row for row in known if _is_name_of(name, row)]
        if found:
            return found
    return [row for row in rows if len(prefix) >= SHORTEST and row["id"].startswith(prefix)]


def _is_name_of(name: str, row: Row) -> bool:
    return may_name(name, row["name"]) or any(words(name) == words(alias) for alias in row["aliases"])


def _said(ruling: Edit) -> Iterator[str]:
    if ruling.speaker is not None:
        yield f"speaker {ruling.speaker.name or 'not known'}"
    for name in ("role", "kind", "status", "note"):
        value = getattr(ruling, name)
        if value is not None and not (name == "status" and value in ("corrected", "rejected")):
            yield f"{name} {value}" if value else f"no {name}"


def _words(quote: Quote, most: int = 60) -> str:
    """Return the first words of a quote, to know it by when it is gone."""
    text = " ".join(quote.text.split())
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0] + "…"
    return f"“{text}”" if quote.kind == "direct" else text
