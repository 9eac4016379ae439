"""Texts tagged as the pipeline tags them, and cues in them, for the tests of the middle stages."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.attributions import attribute
from quotes.cues import Cue, find_cues
from quotes.marks import find_quotations
from quotes.model import Attribution
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.syntax import Tagged
from quotes.tags import tag
from quotes.tokens import tokenize


def tagged(text: str) -> Tagged:
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    return tag(tokenize(text), find_sentences(text, paragraphs, quotations), quotations)


def attributions(text: str) -> tuple[Attribution, ...]:
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    return attribute(tag(tokenize(text), sentences, quotations), paragraphs, sentences, quotations)


def cues(text: str) -> list[Cue]:
    return list(find_cues(tagged(text)))


def printed(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]
