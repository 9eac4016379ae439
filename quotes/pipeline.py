"""`extract`: from a text to its quotes, one stage after the other."""

from __future__ import annotations

from dataclasses import replace

from quotes.attributions import attribute
from quotes.ids import article_id
from quotes.marks import find_quotations
from quotes.model import Quote, Span
from quotes.nested import find_nested
from quotes.paragraphs import find_paragraphs, unbroken
from quotes.sentences import find_sentences
from quotes.speakers import resolve
from quotes.tags import tag
from quotes.tokens import tokenize
from quotes.wording import quote


def extract(text: str) -> tuple[Quote, ...]:
    """Return the quotes of an article's text, in text order. Never raises on any `str`.

    >>> [(q.kind, q.text, q.speaker.name) for q in extract('"It leaks," said Ann Lee, a plumber.')]
    [('direct', 'It leaks,', 'Ann Lee')]
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, and this is {type(text).__name__}")
    paragraphs = find_paragraphs(text)
    prose = unbroken(text, paragraphs)
    quotations = find_quotations(prose, paragraphs)
    sentences = find_sentences(prose, paragraphs, quotations)
    # Nothing holds the tokens any longer than they are needed: they are most of what a large text takes.
    attributions = attribute(tag(tokenize(prose), sentences, quotations), paragraphs, sentences, quotations)
    nested = find_nested(prose, quotations, attributions)
    inner = tuple(each.attribution for each in nested)
    resolutions = resolve(prose, paragraphs, sentences, quotations, attributions, inner)
    article = article_id(text)
    quotes = [quote(text, article, *pair) for pair in zip(attributions + inner, resolutions, strict=True)]
    for place, each in enumerate(nested, len(attributions)):
        quotes[place] = replace(quotes[place], outer=quotes[each.outer].id)
    return tuple(sorted(quotes, key=_place))


def _place(quote: Quote) -> tuple[int, bool, tuple[Span, ...]]:
    """Where a quote begins; what begins with the quote that it is inside comes after that."""
    return quote.content[0][0], quote.outer is not None, quote.content
