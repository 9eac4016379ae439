"""Where sentences end, in a text whose paragraphs and quotations are known.

For attribution a sentence is the reporter's: the marks inside a quotation end nothing, and a
quotation stays with its tag line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from quotes.lexicon import table, words
from quotes.model import Paragraph, Quotation, Sentence
from quotes.taglines import is_own_tag, is_tag

# A sentence may end here: stops, closing marks and brackets, then white space; or, where a space
# was lost, a capital. Each stop is looked for by itself, which is much faster than a class of all;
# a row of stops is tried once, from its first.
_AS_STOP = (
    r"(?<![.!?…]{2})[.!?…]*+"
    r"(?:['\"”’»›)\]*_]*(?=\s)|['\"”’»›)\]](?=[A-Z“‘]|[—–―]\s?[A-Z])|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]+\s))"
    r"['\"”’»›)\]*_]*\s*"
)
_STOPS = {stop: re.compile(re.escape(stop) + _AS_STOP) for stop in ".?!…"}
_SHAPE = re.compile(r"(?:[^\W\d_]\.&?)+[^\W\d_]?$|[^\W\d_]$")
_OPENING = " \t\"'“‘„«‹([{*_`—–-"
_MARKS = "\"'“‘„«‹`"
_FIRST_WORD = re.compile(r"[^\W_]+")
_LEADING = re.compile(r".*[\"'“‘(\[/—–-]")
_DOTS = (".", "…")  # of an ellipsis with spaces
_NICKNAME = re.compile(r"[\"“'‘(][A-Z]\w+(?: \w+)?[\"”'’)] [A-Z]")  # Robert C. “Bobby” Lee
_LONGEST_WORD = 20
_LONGEST_ABBREVIATION = 6


class _Cover(NamedTuple):
    """The stretches in which nothing ends: outer quotations, by start."""

    starts: list[int]
    ends: list[int]

    def end_around(self, at: int) -> int:
        """Return the end of the stretch with `at` inside it, or -1."""
        place = bisect_right(self.starts, at - 1) - 1
        return self.ends[place] if place >= 0 and at <= self.ends[place] else -1


def find_sentences(
    text: str, paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]
) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without the white space around each.

    Every other character of a paragraph lies in exactly one sentence. `"A. B," he said.` and
    `"Go!" Mr. Lee said.` are one sentence each. Never raises; linear.
    """
    cover = _cover(quotations, paragraphs)
    patterns = [pattern for stop, pattern in _STOPS.items() if stop in text]
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        for stop in _stops(text, paragraph, patterns):
            following = stop.end()
            if following < paragraph.end:
                end = stop.start() + len(stop[0].rstrip())
                if _ends(text, stop, end, paragraph, cover):
                    sentences.append(Sentence(start, end, number))
                    start = following
        if start < paragraph.end:
            sentences.append(Sentence(start, paragraph.end, number))
    return tuple(sentences)


def _stops(text: str, paragraph: Paragraph, patterns: list[re.Pattern[str]]) -> list[re.Match[str]]:
    """Find the stops of a paragraph, by one pattern for each."""
    found = [stop for each in patterns for stop in each.finditer(text, paragraph.start, paragraph.end)]
    if len(patterns) > 1 and len(found) > 1:
        found.sort(key=re.Match.start)
    return found


def _cover(quotations: Sequence[Quotation], paragraphs: Sequence[Paragraph]) -> _Cover:
    """Collect the outer quotations, but not those that ran to the end for want of a mark."""
    lasts = {paragraph.end for paragraph in paragraphs}
    spans = [
        part
        for quotation in quotations
        if quotation.depth == 0
        for part in quotation.parts
        if quotation.closed or len(quotation.parts) > 1 or part[1] not in lasts
    ]
    return _Cover([start for start, _ in spans], [end for _, end in spans])


def _ends(text: str, stop: re.Match[str], end: int, paragraph: Paragraph, cover: _Cover) -> bool:
    """Whether a sentence ends at `stop`, with more of the paragraph to come."""
    following = stop.end()
    around = cover.end_around(end)
    if around > end:
        return False
    first = text[following : following + 6].lstrip(_OPENING)[:1]
    if first in _DOTS or (first.islower() and not _begins_quotation(cover, following)):
        return False
    if around == end:
        strict = stop[0][0] == "."
        tagged = is_tag(text, following, paragraph.end, strict=strict)
        return not tagged and (strict or not is_own_tag(text, following, paragraph.end))
    return text[stop.start()] != "." or not _is_abbreviation(text, stop, paragraph)


def _begins_quotation(cover: _Cover, at: int) -> bool:
    place = bisect_right(cover.starts, at) - 1
    return place >= 0 and cover.starts[place] == at


def _is_abbreviation(text: str, stop: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether the full stop belongs to the word before it and ends nothing."""
    dot = stop.start()
    word = _word_before(text, paragraph.start, dot)
    follow = table("abbreviations").get(word)
    if follow is None and not _SHAPE.match(word):
        return False
    if follow == "name":
        return True
    if follow == "number":
        return text[stop.end()].isdigit()
    if len(word) == 1 and _NICKNAME.match(text, stop.end(), paragraph.end):
        return True
    return not _starts_sentence(text, stop.end())


def _word_before(text: str, start: int, dot: int) -> str:
    """Return the word that ends at `dot`, or nothing if it is too long to be an abbreviation."""
    tail = text[max(start, dot - _LONGEST_WORD) : dot]
    if tail[-_LONGEST_ABBREVIATION - 1 :].isalpha() and len(tail) > _LONGEST_ABBREVIATION:
        return ""
    if not tail or tail[-1].isspace():
        return ""
    word = tail.split()[-1]
    return word if word.isalpha() else _LEADING.sub("", word)


def _starts_sentence(text: str, at: int) -> bool:
    if text[at] in _MARKS:
        return not text[at : at + 4].lstrip(_MARKS)[:1].islower()  # the U.S. “clearly” needs it
    first = _FIRST_WORD.match(text, at)
    return first is not None and first[0] in words("sentence_starters")
