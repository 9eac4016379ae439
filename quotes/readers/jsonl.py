"""JSON Lines: one article a line, its text taken over exactly, character for character."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quotes.errors import ReadError
from quotes.model import Article
from quotes.readers.dates import find_date

_TEXT_KEYS = ("text", "body", "content")
_AUTHOR_KEYS = ("author", "authors", "byline")
_OUTLET_KEYS = ("outlet", "source", "publication", "publisher")
_DATE_KEYS = ("date", "published", "date_published", "datePublished")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_jsonl(text: str, *, name: str) -> Iterator[Article]:
    """Yield an article a line; empty lines are skipped. An "id" becomes the article's id.

    An empty "text" gives an article without text, so that lines in and articles out stay in step. A
    line that is no JSON object with a text is left out: at the end ReadError is raised, which names
    the first of them and says how many there are.
    """
    first, more = None, 0
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            article = replace(_article(_record(line, place), place), path=place)
        except ReadError as error:
            first, more = (first, more + 1) if first else (error, 0)
        else:
            yield article
    if first:
        raise ReadError(f"{first} ({more:,} more cannot be read either)") if more else first


def _record(line: str, place: str) -> Mapping[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "it is nested too deeply")
        raise ReadError(
            f"{place}: no valid JSON ({reason}); write one JSON object a line, then add the file again"
        ) from error
    if not isinstance(record, dict):
        raise ReadError(
            f'{place}: no JSON object; write {{"text": "…"}} on each line, then add the file again'
        )
    return record


def _article(record: Mapping[str, object], place: str) -> Article:
    body = next((record[key] for key in _TEXT_KEYS if isinstance(record.get(key), str)), None)
    if not isinstance(body, str):
        raise ReadError(
            f'{place}: no text; give each object a "text" (or "body", "content") that is a string'
        )
    printed = _string(record, *_DATE_KEYS)
    dated = find_date(printed) if printed else None
    return Article(
        text=_SURROGATE.sub("\ufffd", body),
        title=_string(record, "title", "headline"),
        author=_string(record, *_AUTHOR_KEYS),
        date=dated.iso if dated else _year(printed),
        date_printed=printed,
        outlet=_string(record, *_OUTLET_KEYS),
        url=_string(record, "url", "link"),
        id=_string(record, "id") or "",
    )


def _string(record: Mapping[str, object], *keys: str) -> str | None:
    """Return the first of the keys that holds a text, a number or a list of texts."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = " and ".join(part for part in value if isinstance(part, str))
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return _SURROGATE.sub("\ufffd", str(value))
    return None


def _year(printed: str | None) -> str | None:
    return printed if printed and re.fullmatch(r"(?:19|20)\d\d", printed) else None
