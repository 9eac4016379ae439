"""Saved pages. trafilatura judges what is article; the words are taken from the page itself.

trafilatura's own output loses the marks of <q>, breaks paragraphs at inline quotations and drops
some pieces, so that it is asked only which blocks belong to the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.model import Article
from quotes.readers.assemble import assemble
from quotes.readers.blocks import Block, Shingles, words_of
from quotes.readers.bylines import Facts, byline, dated_line
from quotes.readers.lines import normal_newlines, reflow
from quotes.readers.page_blocks import Piece, pieces_of
from quotes.readers.page_facts import article_body, page_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOSTLY = 0.6  # share of a block's words, in fours, that trafilatura's text must hold
_TOP = 60  # pieces of a page among which its byline is looked for
_LONG = 8  # words from which a share says more than chance


def read_html(page: str) -> Article:
    """Read an article from a page; its `text` is empty when there is none in it."""
    tree = _parse(page)
    if tree is None:
        return Article(text="")
    pieces = pieces_of(tree)
    facts = page_facts(tree, page).filled(_side_facts(pieces))
    article = assemble(reflow(_article_blocks(pieces, page)), facts)
    if not article.text and (body := article_body(tree)):
        from quotes.readers.text import read_text

        return assemble(reflow([Block("para", read_text(body).text or body)]), facts)
    return article


def fragment_blocks(fragment: str) -> list[Block]:
    """Return the blocks of a piece of HTML, as it stands in Markdown."""
    tree = _parse(fragment)
    return [piece.block for piece in pieces_of(tree)] if tree is not None else []


def _parse(page: str) -> HtmlElement | None:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(normal_newlines(page).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):  # nothing in it but comments
        return None


def _side_facts(pieces: Sequence[Piece]) -> Facts:
    """Return what bylines and date lines near the top say; most stand outside the article's own box."""
    facts = Facts()
    for piece in pieces[:_TOP]:
        if piece.block.kind == "quote":
            continue
        facts = facts.filled(byline(piece.block.text) or dated_line(piece.block.text) or Facts())
    return facts


def _article_blocks(pieces: Sequence[Piece], page: str) -> list[Block]:
    judged = _judged(page)
    known = frozenset(tuple(words_of(text)) for text in judged)
    shingles = Shingles(judged)
    kept = [_is_kept(piece.block.text, known, shingles) for piece in pieces]
    if not any(keep and piece.block.kind != "heading" for keep, piece in zip(kept, pieces, strict=True)):
        return [piece.block for piece in pieces if not piece.doubtful]
    return [piece.block for piece, keep in zip(pieces, _filled(pieces, kept), strict=True) if keep]


def _judged(page: str) -> list[str]:
    """Return the texts of the blocks that trafilatura takes for the article."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(page, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # whatever it meets in a broken page, the page's own blocks are still there
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [
        "".join(block.itertext()) for block in body.iter("p", "head", "item", "quote", "cell", "ab", "code")
    ]


def _is_kept(text: str, known: frozenset[tuple[str, ...]], shingles: Shingles) -> bool:
    words = words_of(text)
    return tuple(words) in known or (len(words) >= _LONG and shingles.share(text) >= _MOSTLY)


def _filled(pieces: Sequence[Piece], kept: Sequence[bool]) -> list[bool]:
    """Add what stands between two kept blocks of the same element, and more of a block quotation.

    Short lines are easily missed.
    """
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, (piece, keep) in enumerate(zip(pieces, kept, strict=True)):
        if keep and piece.block.kind != "heading":
            first.setdefault(piece.box, at)
            last[piece.box] = at
    filled: list[bool] = []
    for at, (piece, keep) in enumerate(zip(pieces, kept, strict=True)):
        between = first.get(piece.box, at) < at < last.get(piece.box, at)
        quoted = (
            piece.block.kind == "quote" and filled[-1:] == [True] and pieces[at - 1].block.kind == "quote"
        )
        filled.append(not piece.doubtful and (keep or between or quoted))
    return filled
