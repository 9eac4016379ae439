"""Copies: what one article has word for word as another, as when many papers print one wire story."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.model import Quote
from quotes.query import words

LONG = 5  # words that nobody says twice by chance


def copies(said: Iterable[tuple[str, Quote]]) -> dict[str, Quote]:
    """Return, by their ids, the quotes that an article before has word for word, each with the first.

    `said` are quotes in the order of their articles, each with whoever said it. A denial in two words
    is made again and again: so short, quotes are copies only beside a longer one of the same article.
    """
    firsts: dict[tuple[str, tuple[str, ...]], Quote] = {}
    same, related = [], set[tuple[str, str]]()
    for who, quote in said:
        text = words(quote.text)
        first = firsts.setdefault((who, text), quote)
        if first.article != quote.article:
            same.append((quote, first))
            if len(text) >= LONG:
                related.add((quote.article, first.article))
    return {quote.id: first for quote, first in same if (quote.article, first.article) in related}
