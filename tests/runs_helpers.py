"""Attributions of a text as rows that tests compare by eye."""

from __future__ import annotations

from quotes.attributions import attribute
from quotes.marks import find_quotations
from quotes.model import Attribution, Span
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.tags import tag
from quotes.tokens import tokenize

Row = tuple[str, str, str, list[str]]


def attributions(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text, before anyone knows who the sources are."""
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    return attribute(tag(tokenize(text), sentences, quotations), paragraphs, sentences, quotations)


def rows(text: str) -> list[Row]:
    """The rule, source, cue and content of each attribution."""
    return [
        (each.rule, _words(text, each.source), _words(text, each.cue), [text[a:b] for a, b in each.content])
        for each in attributions(text)
    ]


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
