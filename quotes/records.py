"""Records as JSON and back: what the library stores is what `--format json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from quotes.model import Article, Quote, Span, Speaker

Record = dict[str, Any]


def quote_record(quote: Quote) -> Record:
    """Return the quote as a dict that JSON can hold; spans are half-open code points."""
    record = _shallow(quote)
    for name in ("speaker", "addressee"):
        record[name] = None if record[name] is None else _shallow(record[name])
    return record


def article_record(article: Article) -> Record:
    """Return what is known of the article, without its text."""
    record = _shallow(article)
    del record["text"]
    return record


def read_quote(record: Mapping[str, Any]) -> Quote:
    """Return the quote that `quote_record` wrote, also after a passage through JSON.

    Raises KeyError, TypeError or ValueError if the record is not one.
    """
    return Quote(
        **{
            **record,
            "content": _spans(record["content"]),
            "cue": _spans(record["cue"]),
            "source": _spans(record["source"]),
            "because": tuple(record["because"]),
            "candidates": tuple(record["candidates"]),
            "speaker": _speaker(record["speaker"]),
            "addressee": _speaker(record["addressee"]),
        }
    )


def read_article(record: Mapping[str, Any], text: str = "") -> Article:
    """Return the article that `article_record` wrote, with its text if that is given.

    Raises TypeError if the record is not one.
    """
    return Article(**record, text=text)


def _shallow(record: Article | Quote | Speaker) -> Record:
    """Return the fields as they are; the tuples in them never change, so they need no copies."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _spans(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)


def _speaker(record: Mapping[str, Any] | None) -> Speaker | None:
    return None if record is None else Speaker(**{**record, "roles": tuple(record["roles"])})
