"""Files, pages and streams into articles: one reader a format, told apart by content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quotes.errors import ReadError
from quotes.model import Article
from quotes.readers.bylines import from_address
from quotes.readers.decode import DecodeError, decode, is_marked
from quotes.readers.fetch import fetch, is_address
from quotes.readers.files import Source, find
from quotes.readers.sniff import Format, format_of, looks_binary, unread

__all__ = ["ReadError", "Source", "find", "read_bytes", "read_path"]


def read_path(path: Source) -> Iterator[Article]:
    """Yield the articles in a file, or at an http(s) address that is given as a str.

    `Article.id` is empty unless the file states one. Raises ReadError: one line that says what is
    wrong, where, and what to do next.
    """
    if is_address(path):
        page = fetch(str(path))
        yield from read_bytes(page.data, name=str(path), url=page.url)
    else:
        yield from read_bytes(_bytes_of(Path(path)), name=str(path))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise ReadError(f"{path}: a link to a file that is not there; mend or remove the link") from error
        advice = f"an address begins so: https://{path}" if _like_address(path) else "check the path"
        raise ReadError(f"{path}: no such file; {advice}") from error
    except IsADirectoryError as error:
        raise ReadError(f"{path}: this is a folder; name the files in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: cannot be opened ({reason}); check the path and its permissions") from error


def _like_address(path: Path) -> bool:
    """Tell whether a path may be an address of the web whose beginning was left out.

    >>> _like_address(Path("www.easthaven.example/pier")), _like_address(Path("articles/pier.txt"))
    (True, False)
    """
    host, *rest = path.parts or ("",)
    return host.startswith("www.") or (
        bool(rest) and re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}", host) is not None
    )


def read_bytes(data: bytes, *, name: str, url: str | None = None) -> Iterator[Article]:
    """Yield the articles in the content of a file, a page or standard input.

    `name` is what messages and `Article.path` call it, with the line where each line is an article;
    its ending helps where the content does not tell the format. `url` is where a page was fetched
    from; an address in the page goes before it. Raises ReadError as `read_path` does.
    """
    text, encoding = _decoded(data, name)
    articles = _read(text, format_of(text, name), name)
    for article in articles:
        located = _located(article, url) if url and not article.url else article
        yield replace(located, path=article.path or name, encoding=encoding)


def _located(article: Article, url: str) -> Article:
    told = from_address(url)
    return replace(article, url=url, outlet=article.outlet or told.outlet, date=article.date or told.date)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    if not data.strip():
        raise ReadError(f"{name}: the file is empty; check that the article was saved")
    if kind := unread(data):
        raise ReadError(
            f"{name}: this is {kind}, which is not read yet; save the article as text, Markdown or HTML"
        )
    if looks_binary(data) and not is_marked(data):
        raise ReadError(
            f"{name}: this is a binary file and no text; save the article as text, Markdown or HTML"
        )
    try:
        return decode(data)
    except DecodeError as error:
        raise ReadError(f"{name}: the text is damaged ({error}); save the article again as UTF-8") from error


def _read(text: str, form: Format, name: str) -> Iterator[Article]:
    if form == "jsonl":
        from quotes.readers.jsonl import read_jsonl

        yield from read_jsonl(text, name=name)
        return
    article = _read_one(text, form)
    if not article.text:
        raise ReadError(
            f"{name}: no article text found; save the page with its text, or paste the text into a file"
        )
    yield article


def _read_one(text: str, form: Format) -> Article:
    if form == "html":
        from quotes.readers.html import read_html

        return read_html(text)
    if form == "markdown":
        from quotes.readers.markdown import read_markdown

        return read_markdown(text)
    from quotes.readers.text import read_text

    return read_text(text)
