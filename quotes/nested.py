"""Quotes inside quotes: `"He told me, 'Go home,'" Lee said` also holds what he told her.

What stands in the outer marks is read as a text of its own, and what it attributes in inner marks is kept. So
is what somebody else is said to have said in marks inside a paraphrase: `"No," Lee said, the Echo reported.`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quotes.attributions import attribute
from quotes.lexemes import index
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
    """Return what is quoted inside the quotations and paraphrases of `attributions`, in text order."""
    found = [*_in_quotations(text, quotations, attributions), *_in_paraphrases(text, attributions)]
    return tuple(sorted(found, key=lambda each: each.attribution.content))


def _in_quotations(
    text: str, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> Iterator[Nested]:
    holding = list(_holding(text, quotations))
    if not holding:
        return
    places = sorted((span, number) for number, each in enumerate(attributions) for span in each.content)
    starts = [span[0] for span, _ in places]
    for passage, inner in holding:
        at = bisect_right(starts, passage[0]) - 1
        if at >= 0 and passage[1] <= places[at][0][1]:
            outer = places[at][1]
            for each in _inside(text, passage, inner, attributions[outer]):
                yield Nested(each, outer)


def _in_paraphrases(text: str, attributions: tuple[Attribution, ...]) -> Iterator[Nested]:
    """What somebody with a name or a role is said to have said in marks, by the words of another."""
    for number, outer in enumerate(attributions):
        for start, end in outer.content if _holds_speech(outer) else ():
            words = text[start:end]
            outside = _MARKED.sub(" ", words)
            if outside == words or not _may_tell(outside):
                continue
            for each in _read(words):
                own = outer.content, outer.source
                moved = _moved(each, start, outer.paragraph)
                if _is_told(each, words) and (moved.content, moved.source) != own:
                    yield Nested(moved, number)


def _holds_speech(outer: Attribution) -> bool:
    """Whether its own words may tell what somebody said, which it does not deny or only ask."""
    if outer.rule == _BLOCK:
        return True
    return outer.kind == "mixed" and _NOT_TOLD.isdisjoint(outer.key.split("/"))


_NOT_TOLD = frozenset("ask deny dispute doubt question refute reject wonder wh".split())  # in a key


def _is_told(each: Attribution, words: str) -> bool:
    """Whether it has words in marks, and a source that is no pronoun, which mostly is the outer speaker."""
    told = each.rule in _TELLING or each.key.endswith(_TELLING_KEYS)
    if each.kind == "indirect" or each.act != "said" or not each.source or not told:
        return False
    return words[slice(*each.source[0])].lower() not in _PRONOUNS


_BLOCK = "block quotation"
_MARKED = re.compile("“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|''.*?''")
_TELLING = frozenset(
    {"closing tag", "that-clause", "bare clause", "speech after the cue", "told A that", "told tag"}
)
_TELLING_KEYS = ("/poss-that", "/tell/obj-quote", "/say/obj-quote")  # Lee's claim that; told me: "…"
_PRONOUNS = frozenset(
    "all another he her his i it its my one our she some their they this we which who you your".split()
)


def _may_tell(outside: str) -> bool:
    """Whether the reporter's own words may say what somebody else said."""
    return not _sayings().isdisjoint(outside.lower().split()) or _CLAIM.search(outside) is not None


_CLAIM = re.compile(r"['’]s? \w+ that ")  # Lee's claim that


@cache
def _sayings() -> frozenset[str]:
    """The forms of the verbs that tell words, and clauses too: say, add, reply."""
    return frozenset(
        form
        for form, lexemes in index().words.items()
        if any(
            each.act == "said" and each.part == "verb" and (each.sure >= _TELL or "obj-that" in each.sure)
            for each in lexemes
        )
    )


_TELL = frozenset({"quote", "that"})  # frames


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
    for each in _read(text[shift : passage[1] - 1]):
        moved = _moved(each, shift, outer.paragraph)
        met = [span for span in inner if _meet(moved.content, span)]
        sure = each.rule in _SURE or (each.rule != _LOOSE and any(_is_long(text, span) for span in met))
        if each.source and met and sure and each.kind != "indirect":
            yield moved


def _read(words: str) -> tuple[Attribution, ...]:
    """What words attribute as a text of their own."""
    paragraphs = find_paragraphs(words)
    quotations = find_quotations(words, paragraphs)
    sentences = find_sentences(words, paragraphs, quotations)
    return attribute(tag(tokenize(words), sentences, quotations), paragraphs, sentences, quotations)


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
