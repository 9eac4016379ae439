"""`extract`: from a text to its quotes, one stage after the other."""

from __future__ import annotations

from quotes.attributions import attribute
from quotes.ids import article_id
from quotes.marks import find_quotations
from quotes.model import Quote
from quotes.paragraphs import find_paragraphs
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
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    tokens = tokenize(text)
    tagged = tag(tokens, sentences, quotations)
    attributions = attribute(tagged, paragraphs, sentences, quotations)
    resolutions = resolve(text, paragraphs, sentences, quotations, attributions)
    article = article_id(text)
    return tuple(quote(text, article, *pair) for pair in zip(attributions, resolutions, strict=True))
