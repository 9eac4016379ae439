"""What a page states about its article: JSON-LD, OpenGraph and other <meta>, then htmldate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.readers.bylines import Facts
from quotes.readers.dates import date_line, find_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|OpinionPiece|Review)$")
_MOST_NODES = 10_000
# What browsers, and the SingleFile extension, write into the head of a page that they save.
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)"
)
_HEAD = 5000  # characters in which that stands
_META = {
    "title": ("og:title", "twitter:title", "parsely-title", "dc.title", "headline"),
    "author": (
        "author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "article:author",
        "og:author",
    ),
    "date": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "pubdate",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "date",
        "publishdate",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "url": ("og:url", "parsely-link", "twitter:url"),
}


def page_facts(tree: HtmlElement, page: str) -> Facts:
    """Return what the page states about its article; `page` is the source of `tree`."""
    facts = (
        _json_ld(tree)
        .filled(_meta(tree))
        .filled(Facts(title=_head_title(tree), url=_canonical(tree) or _saved_from(page)))
    )
    if not facts.date:
        facts = facts.filled(Facts(date=_guessed_date(page)))
    return replace(facts, date_printed=_printed_date(tree, facts) or facts.date_printed)


def article_body(tree: HtmlElement) -> str | None:
    """Return the text that JSON-LD gives for the article, for pages that are built by scripts."""
    body = next(
        (node["articleBody"] for node in _nodes(tree) if _is_article(node) and "articleBody" in node), None
    )
    return body if isinstance(body, str) and body.strip() else None


def _json_ld(tree: HtmlElement) -> Facts:
    nodes = [node for node in _nodes(tree) if _is_article(node)]
    if not nodes:
        return Facts()
    node = nodes[0]
    raw = _text(node.get("datePublished")) or _text(node.get("dateCreated"))
    dated = find_date(raw) if raw else None
    return Facts(
        title=_text(node.get("headline")),
        author=_author(node.get("author")),
        date=dated.iso if dated else None,
        date_printed=raw if dated else None,
        outlet=_text(node.get("publisher")),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
    )


def _nodes(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield every object of the page's JSON-LD, outer ones first."""
    waiting: list[object] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.match(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _plain(value) if isinstance(value, str) else None


def _plain(value: str) -> str | None:
    """Return a stated value as people read it: character references resolved, spaces single."""
    import html

    return " ".join(html.unescape(value).split()) or None


def _author(value: object) -> str | None:
    values = value if isinstance(value, list) else [value]
    names = [name for item in values if (name := _text(item)) and not _address(name)]
    return _joined(dict.fromkeys(re.sub(r"(?i)^by\s+", "", name) for name in names))


def _joined(names: Mapping[str, None]) -> str | None:
    *first, last = [*names] or [""]
    return (f"{', '.join(first)} and {last}" if first else last) or None


def _address(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.strip() if isinstance(value, str) and re.match(r"\s*https?://\S+\s*$", value) else None


def _meta(tree: HtmlElement) -> Facts:
    stated: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if value := _plain(meta.get("content") or ""):
            stated.setdefault(name.casefold(), []).append(value)
    first = {
        fact: next((stated[name] for name in names if name in stated), []) for fact, names in _META.items()
    }
    raw = first["date"][0] if first["date"] else ""
    dated = find_date(raw)
    return Facts(
        title=next(iter(first["title"]), None),
        author=_author(first["author"]),
        date=dated.iso if dated else None,
        date_printed=raw if dated else None,
        outlet=next(iter(first["outlet"]), None),
        url=_address(next(iter(first["url"]), None)),
    )


def _head_title(tree: HtmlElement) -> str | None:
    """Return the <h1> when there is one, else the <title> without the outlet's name."""
    headings = [heading for heading in tree.iter("h1") if heading.text_content().strip()]
    if len(headings) == 1:
        return _plain(headings[0].text_content())
    title = next((title.text or "" for title in tree.iter("title")), "")
    return _plain(re.split(r"\s+[|»–—-]\s+(?=[^|»]{1,40}$)", title)[0])


def _canonical(tree: HtmlElement) -> str | None:
    links = (
        link.get("href") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical"
    )
    return next((found for link in links if (found := _address(link))), None)


def _saved_from(page: str) -> str | None:
    found = _SAVED.search(page, 0, _HEAD)
    return found["url"] if found else None


def _guessed_date(page: str) -> str | None:
    """Return htmldate's finding; it is never let to take the page down."""
    import htmldate

    try:
        return htmldate.find_date(page, original_date=True, extensive_search=False)
    except Exception:  # a date is not worth an article, whatever htmldate meets in a broken page
        return None


def _printed_date(tree: HtmlElement, facts: Facts) -> str | None:
    """Return the visible form of the date that is known."""
    for time in tree.iter("time"):
        shown = _plain(time.text_content())
        dated = date_line(shown) if shown else None
        if dated and facts.date and dated.iso == facts.date:
            return dated.printed
    return None
