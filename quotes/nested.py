"""Quotes inside quotes: `"He told me, 'Go home,'" Lee said` also holds what he told her.

What stands in the outer marks is read as a text of its own, and what it attributes in inner marks is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.attributions import attribute
from quotes.marks import find_quotations
from quotes.model import Attribution, Quotation, Span
from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.tags import tag
from quotes.tokens import tokenize

_FEWEST = 3  # words
_ENDS = frozenset(".,!?")
_SURE = frozenset({"closing tag", "speech after the cue"})  # for one or two words: He said, ‘No.’
_LOOSE = "quotation beside a verb"  # the rule that is not sure enough inside somebody's words


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution inside the content of the attribution with index `outer`."""

    attribution: Attribution
    outer: int


def find_nested(
    text: str, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Nested, ...]:
    """Return what is quoted inside the outer quotations of `attributions`, in text order."""
    holding = list(_holding(text, quotations))
    if not holding:
        return ()
    places = sorted((span, index) for index, each in enumerate(attributions) for span in each.content)
    starts = [span[0] for span, _ in places]
    found = []
    for passage, inner in holding:
        at = bisect_right(starts, passage[0]) - 1
        if at >= 0 and passage[1] <= places[at][0][1]:
            outer = places[at][1]
            found += [Nested(each, outer) for each in _inside(text, passage, inner, attributions[outer])]
    return tuple(found)


def _holding(text: str, quotations: tuple[Quotation, ...]) -> Iterator[tuple[Span, list[Span]]]:
    """The passages in outer marks that hold speech in inner marks, with the passages in those."""
    inner = [part for each in quotations if each.depth == 1 for part in each.parts if _is_speech(text, part)]
    at = 0
    for passage in (part for each in quotations if each.depth == 0 for part in each.parts):
        while at < len(inner) and inner[at][0] < passage[0]:
            at += 1
        first = at
        while at < len(inner) and inner[at][1] <= passage[1]:
            at += 1
        if at > first:
            yield passage, inner[first:at]


def _inside(text: str, passage: Span, inner: list[Span], outer: Attribution) -> Iterator[Attribution]:
    """What the words of `passage`, without their marks, attribute in the marks `inner`."""
    shift = passage[0] + 1
    words = text[shift : passage[1] - 1]
    paragraphs = find_paragraphs(words)
    quotations = find_quotations(words, paragraphs)
    sentences = find_sentences(words, paragraphs, quotations)
    tagged = tag(tokenize(words), sentences, quotations)
    for each in attribute(tagged, paragraphs, sentences, quotations):
        moved = _moved(each, shift, outer.paragraph)
        met = [span for span in inner if _meet(moved.content, span)]
        sure = each.rule in _SURE or (each.rule != _LOOSE and any(_is_long(text, span) for span in met))
        if each.source and met and sure and each.kind != "indirect":
            yield moved


def _is_speech(text: str, span: Span) -> bool:
    """Whether the words in inner marks are more than a name or a nickname, or end as a sentence does."""
    return _is_long(text, span) or text[span[1] - 2 : span[1] - 1] in _ENDS


def _is_long(text: str, span: Span) -> bool:
    return len(text[slice(*span)].split()) >= _FEWEST


def _meet(content: tuple[Span, ...], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in content)


def _moved(attribution: Attribution, shift: int, paragraph: int) -> Attribution:
    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + shift, end + shift) for start, end in spans)

    return attribution._replace(
        content=move(attribution.content),
        cue=move(attribution.cue),
        source=move(attribution.source),
        addressee=move(attribution.addressee),
        paragraph=paragraph,
        follows=None,
    )
