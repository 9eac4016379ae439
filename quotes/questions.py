"""Interviews without labels: a paragraph that asks, in bold type or not, and the answer in those below it.

Nothing prints who speaks. The answers are given to the one person whom the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from quotes.model import Attribution, Paragraph
from quotes.turns import FIRST_PERSON, Turns, continued, tells, words_in

ANSWER = "answer"  # the rule whose speaker is the person interviewed

_BOLD = re.compile(r"(?P<mark>\*\*|__)(?=[^\s*_])[^\n]+(?P=mark)$")
_MARKS = "*_\"'”’)"
_YOU = re.compile(r"\b[Yy]ou(?:r|rs|rself)?\b")
_LONGEST_QUESTION = 400
_LONGEST_ANSWER = 8  # paragraphs
_FEWEST = 3  # questions with an answer


class _Signs(NamedTuple):
    """Of an interview: paragraphs from one question to the next, and one question in how many is sure."""

    farthest: int
    one_in: int


_IN_BOLD, _IN_PLAIN = _Signs(farthest=6, one_in=3), _Signs(farthest=4, one_in=2)


def find_answers(text: str, paragraphs: Sequence[Paragraph], narrated: AbstractSet[int]) -> Turns:
    """Return the paragraphs of an interview that prints no names: what is asked, and each answer below it.

    If anything is asked in bold type, so is all that is asked; in plain type only questions are sure, and
    a later paragraph that says "you" and not "I" may be asked. `narrated` are the paragraphs with a
    quotation that a verb ties to somebody. Never raises; linear.
    """
    if text.count("?") < _FEWEST:
        return {}
    asked = [n for n, block in enumerate(paragraphs) if _BOLD.match(text, block.start, block.end)]
    bold = _is_interview(text, paragraphs, asked, _IN_BOLD)
    if not bold:
        asked = _questions(text, paragraphs, narrated)
        if not _is_interview(text, paragraphs, asked, _IN_PLAIN):
            return {}
    turns: Turns = {}
    for number, following in pairwise([*asked, len(paragraphs)]):
        members = list(_answer(text, paragraphs, narrated, range(number + 1, following), bold=bold))
        if members:
            turns |= dict.fromkeys(members, ())
            turns[number] = (_attribution(text, paragraphs, [number], "asked"),)
            turns[members[0]] = (_attribution(text, paragraphs, members, ANSWER),)
    return turns


def _questions(text: str, paragraphs: Sequence[Paragraph], narrated: AbstractSet[int]) -> list[int]:
    return [
        number
        for number, block in enumerate(paragraphs)
        if number not in narrated
        and block.kind in ("body", "heading")
        and block.end - block.start <= _LONGEST_QUESTION
        and _ends_asking(text, block)
        and text[block.start] not in "\"“‘'«„"
    ]


def _ends_asking(text: str, block: Paragraph) -> bool:
    return text[block.start : block.end].rstrip(_MARKS).endswith("?")


def _is_interview(text: str, paragraphs: Sequence[Paragraph], asked: Sequence[int], signs: _Signs) -> bool:
    """Whether enough is asked and not far apart, enough of it to "you", and answered as "I"."""
    if len(asked) < _FEWEST or asked[-1] - asked[0] > signs.farthest * (len(asked) - 1):
        return False
    pairs = [
        (paragraphs[number], paragraphs[number + 1])
        for number, following in pairwise([*asked, len(paragraphs)])
        if number + 1 < following and paragraphs[number + 1].kind == "body"
    ]
    questions = sum(_ends_asking(text, question) for question, _ in pairs)
    to_you = sum(bool(_YOU.search(text, question.start, question.end)) for question, _ in pairs)
    as_me = sum(tells(text, answer) for _, answer in pairs)
    return len(pairs) >= _FEWEST and signs.one_in * min(questions, to_you, as_me) >= len(pairs)


def _answer(
    text: str, paragraphs: Sequence[Paragraph], narrated: AbstractSet[int], at: range, *, bold: bool
) -> Iterator[int]:
    """Yield the paragraphs of an answer; after the last question only those in the first person."""
    first = at[:1]
    closed = at.stop < len(paragraphs)
    for number in continued(text, paragraphs, narrated, first, only_first_person=False):
        yield number
        rest = at[1:_LONGEST_ANSWER]
        for later in continued(text, paragraphs, narrated, rest, only_first_person=not closed):
            if not bold and _may_ask(text, paragraphs[later]):
                return
            yield later


def _may_ask(text: str, block: Paragraph) -> bool:
    """Whether a paragraph may be the other's: it says "you" or "your", and nothing of "I"."""
    return bool(_YOU.search(text, block.start, block.end)) and not FIRST_PERSON.search(
        text, block.start, block.end
    )


def _attribution(text: str, paragraphs: Sequence[Paragraph], members: list[int], rule: str) -> Attribution:
    content = tuple(words_in(text, (paragraphs[each].start, paragraphs[each].end)) for each in members)
    because = "a question in an interview" if rule == "asked" else "the answer to the question above it"
    return Attribution(content, (), (), "direct", "said", rule, members[0], (because,), key=f"{rule}//layout")
