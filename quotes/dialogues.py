"""Two people who speak in turns: `“Did you see it?” Lee asked. ¶ “No,” Ray said. ¶ “Why not?” ¶ “It rained.”`

The first two paragraphs say who speaks; those that follow are a quotation each and nothing else. Quotations
also go on from the last speaker, so that questions have to show that two speak: one opens the exchange, and
another comes where its speaker is due. Where that is not so it is unclear who asks, and nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from quotes.clauses import Found
from quotes.model import Attribution, Paragraph, Quotation
from quotes.turns import Turns

DIALOGUE = "dialogue"  # the rule whose speaker is the one before the last
IN_TURN, UNCLEAR = f"{DIALOGUE}//turn", f"{DIALOGUE}//unclear"  # its keys
ASKING = frozenset({"ask", "inquire", "wonder"})

_QUESTION = re.compile(r"\?[\"'”’»]+$")
_YOU = re.compile(r"\b[Yy]ou\b")
_MOST = 4  # paragraphs with a tag in which somebody may have asked
_MARKED = re.compile(r"\?[\"'”’»]+")
_REASONS = {IN_TURN: "two speak in turns", UNCLEAR: "two speak, and it is not told who asks"}


def find_dialogues(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotations: Iterable[Quotation],
    found: Iterable[Found],
    taken: Container[int],
) -> Turns:
    """Return the paragraphs without a tag that two speak after their first, which have one.

    `found` is what the rules drafted; paragraphs that are `taken` are no dialogue's. Never raises; linear.
    """
    whole = {each.parts[0] for each in quotations if each.depth == 0 and len(each.parts) == 1}
    bare = [
        number
        for number, block in enumerate(paragraphs)
        if (block.start, block.end) in whole and number not in taken
    ]
    if not any(_asks(text, paragraphs[number]) for number in bare):
        return {}
    tagged = _tagged(text, found)
    turns: Turns = {}
    for run in _runs(number for number in bare if number not in tagged):
        before = run[0] - 1
        if before in tagged and (before - 1 in tagged or before - 1 in turns):
            going_on = before - 1 in turns
            opening = "turns" if going_on else _opening(tagged, before)
            asks = [_asks(text, paragraphs[each]) for each in run] + [False] * (run[-1] + 1 in tagged)
            key = _key(asks, opening) or (UNCLEAR if _asks_you(text, paragraphs, run[:-1]) else "")
            turns |= {number: (_said(number, paragraphs[number], key),) for number in run if key}
    return turns


def _asks(text: str, block: Paragraph) -> bool:
    return _QUESTION.search(text, block.end - 3, block.end) is not None


def _asks_you(text: str, paragraphs: Sequence[Paragraph], numbers: Iterable[int]) -> bool:
    """Whether somebody is asked, as the next paragraph then answers: `“Who was there, you or me?”`"""
    asking = (paragraphs[each] for each in numbers if _asks(text, paragraphs[each]))
    return any(_YOU.search(text, block.start, block.end) for block in asking)


def _tagged(text: str, found: Iterable[Found]) -> dict[int, str]:
    """The paragraphs with a quotation that has a tag, and what asks in each: a verb, a mark or nothing."""
    tagged: dict[int, str] = {}
    for each in found:
        if each.has_quotation() and each.clause.paragraph not in tagged:
            asked = any(draft.lemma in ASKING for draft, _ in each.drafts)
            span = each.clause.tagged.tokens.span(each.clause.first, each.clause.end)
            tagged[each.clause.paragraph] = "verb" if asked else "mark" if _MARKED.search(text, *span) else ""
    return tagged


def _opening(tagged: Mapping[int, str], number: int) -> str:
    """What opens an exchange in the paragraphs with a tag before this one: a verb, a mark or nothing."""
    for each in range(number - 1, number - _MOST, -1):
        if tagged.get(each, "no tag"):
            return tagged.get(each, "")
    return ""


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield numbers that follow one another together."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def _key(asks: Sequence[bool], opening: str) -> str:
    """Whether two speak in paragraphs without a tag, and in turn, by which of them ask and what is before."""
    due = any(asks[:-1:2]) or (opening == "verb" and asks[0]) or opening == "turns"
    if due and opening:
        return IN_TURN
    return UNCLEAR if opening and any(asks[:-1]) else ""


def _said(number: int, block: Paragraph, key: str) -> Attribution:
    span = (block.start, block.end)
    return Attribution((span,), (), (), "direct", "said", DIALOGUE, number, (_REASONS[key],), key=key)
