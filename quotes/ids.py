"""Ids: prefixes of content hashes, so that the same thing always has the same id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from quotes.errors import NotFoundError, QueryError
from quotes.model import Span

LENGTH = 12
SHOWN = 8
SHORTEST = 4


def article_id(text: str) -> str:
    """Return the id of an article: 12 hexadecimal digits, from its text alone.

    Any str has one, lone surrogates included.

    >>> article_id("The council met.")
    '299817c23512'
    """
    return _digest(text)


def quote_id(article: str, content: Sequence[Span], source: Sequence[Span] = ()) -> str:
    """Return the id of a quote: 12 hexadecimal digits, from where its words and its source stand.

    `article` is the article's id; spans are half-open code points into its text.

    >>> quote_id("299817c23512", [(0, 11)]) == quote_id("299817c23512", [(0, 11)], ())
    True
    """
    return _digest(f"{article}|{_written(content)}|{_written(source)}")


def speaker_id(*identity: str) -> str:
    """Return the id of a speaker across articles, from what decides that two mentions are one."""
    return _digest("|".join(identity))


def decision_id(place: int, time: str) -> str:
    """Return the id of a decision: of its place in the log and its time."""
    return _digest(f"{place}|{time}")


def short(identifier: str) -> str:
    """Return the id as tables show it: its first 8 digits.

    >>> short("299817c23512")
    '299817c2'
    """
    return identifier[:SHOWN]


def match_id(prefix: str, ids: Iterable[str], *, thing: str = "article or quote") -> str:
    """Return the one id that begins with `prefix`, whose case and outer spaces do not matter.

    Raises QueryError if the prefix is shorter than 4 digits or fits several ids, and
    NotFoundError if it fits none; `thing` names what was looked for.
    """
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST:
        raise QueryError(f"id {prefix!r} is too short: give at least {SHORTEST} digits of it")
    found = sorted({identifier for identifier in ids if identifier.startswith(wanted)})
    if not found:
        raise NotFoundError(f"no {thing} has an id that begins with {prefix!r}")
    if len(found) > 1:
        several = ", ".join(found[:4]) + (", …" if len(found) > 4 else "")
        raise QueryError(f"id {prefix!r} is not unique: {several}; give more digits")
    return found[0]


def _written(spans: Sequence[Span]) -> str:
    return ",".join([f"{start}-{end}" for start, end in spans])


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
