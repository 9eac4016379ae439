"""Texts whose sources are tagged, and who those are, for the tests of speakers.

`<s>she</s>` is the source of one attribution; `<q>…</q>` are the words that the next or the last source
says, `<a>…</a>` is who was told.
"""

from __future__ import annotations

import re

from quotes.marks import find_quotations
from quotes.model import Attribution, Resolution, Span
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.speakers import resolve

TAG = re.compile(r"<(/?)([sqa])>")


def untag(tagged: str) -> tuple[str, dict[str, list[Span]]]:
    spans: dict[str, list[Span]] = {"s": [], "q": [], "a": []}
    text, at, opened = "", 0, 0
    for tag in TAG.finditer(tagged):
        text += tagged[at : tag.start()]
        at = tag.end()
        if tag[1]:
            spans[tag[2]].append((opened, len(text)))
        else:
            opened = len(text)
    return text + tagged[at:], spans


def resolved(tagged: str) -> tuple[Resolution, ...]:
    text, spans = untag(tagged)
    contents = spans["q"] if len(spans["q"]) == len(spans["s"]) else [None] * len(spans["s"])
    addressees = spans["a"] if len(spans["a"]) == len(spans["s"]) else [None] * len(spans["s"])
    return run(
        text,
        [
            attribution(source, content, addressee)
            for source, content, addressee in zip(spans["s"], contents, addressees, strict=True)
        ],
    )


def attribution(
    source: Span | None,
    content: Span | None = None,
    addressee: Span | None = None,
    follows: int | None = None,
) -> Attribution:
    def listed(span: Span | None) -> tuple[Span, ...]:
        return (span,) if span else ()

    return Attribution(
        listed(content), (), listed(source), "direct", "said", "test", 0, (), listed(addressee), follows
    )


def run(text: str, attributions: list[Attribution]) -> tuple[Resolution, ...]:
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    return resolve(text, paragraphs, sentences, quotations, tuple(attributions))


def last_name(tagged: str) -> str | None:
    speaker = resolved(tagged)[-1].speaker
    return speaker.name if speaker else None
