"""`allegedly`, `in her view`: one word or phrase inside the sentence makes all of it somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.clauses import Clause, Draft, Range, draft, trim
from quotes.cues import Cue
from quotes.lexemes import Lexeme, index
from quotes.rule import Rule
from quotes.syntax import BASE, NOUN_PHRASE, POST

THRESHOLD = 55  # percent: "apparently" seldom reports


def find(clause: Clause) -> Iterator[Draft]:
    """Draft the sentence around an adverb or a phrase that says that it is reported."""
    for cue in clause.cues:
        parted = clause.tags[cue.first - 1] == ","
        if _is_adverb(cue) if "adv" in cue.lexeme.names else parted and _is_parenthesis(clause, cue):
            yield from _drafts(clause, cue)
    for cue in _owned(clause):
        if _is_adverb(cue):
            yield from _drafts(clause, cue)
    first = clause.first + (clause.tags[clause.first] == "C")
    if clause.tags[first] == "I":
        yield from _to_whom(clause, first)


def _is_adverb(cue: Cue) -> bool:
    frame = cue.lexeme.frames.get("adv")
    return frame is not None and frame.precision >= THRESHOLD


def _drafts(clause: Clause, cue: Cue) -> Iterator[Draft]:
    content = _around(clause, cue)
    if content:
        yield draft(cue, content, _owner(clause, cue), "adv")


def _to_whom(clause: Clause, first: int) -> Iterator[Draft]:
    """`To her admirers, the plan is “a gift”`."""
    found = _TO_WHOM.match(clause.tags, first, clause.end) if clause.tagged.word(first) == "to" else None
    if found and not clause.is_taken(found.start("words")):
        content = trim(clause.tags, found.start("words"), clause.end)
        yield Draft((content,), (first, first + 1), found.span("source"), "thought", None, "adv")


_TO_WHOM = re.compile(
    rf"I(?P<source>{BASE}{POST}{{0,2}}),?(?P<words>(?:{NOUN_PHRASE})R?BR{{0,2}}[DJ]{{0,2}}Q)"
)


def _owned(clause: Clause) -> Iterator[Cue]:
    """The cues like "in her words" with a name: `The bridge is, in Ann Lee's words, "a wreck"`."""
    tags = clause.tags
    for cue in clause.cues:
        if (
            cue.owner
            and cue.head == cue.owner[1]
            and tags[cue.head - 1 : cue.end + 1] in {"'N,", "'S,", "'N.", "'S."}
        ):
            first = cue.owner[0] - 1
            noun, opens = clause.tagged.word(cue.head), first == clause.first or tags[first - 1] in ",:;-"
            for lexeme in _of_somebody(clause.tagged.word(first), noun) if opens else ():
                if lexeme.rest == ("POSS", noun):
                    yield Cue(lexeme, first, first, cue.end, "I", owner=cue.owner)


def _of_somebody(first: str, noun: str) -> tuple[Lexeme, ...]:
    """The phrases of a word, a possessive and a noun."""
    return index().phrases.get(first, {}).get("POSS", {}).get(noun, ())


def _is_parenthesis(clause: Clause, cue: Cue) -> bool:
    """Whether this is "it is said", and a comma or a stop follows."""
    return cue.lexeme.lemma.startswith("it ") and clause.tags[cue.end : cue.end + 1] in {",", "."}


def _around(clause: Clause, cue: Cue) -> tuple[Range, ...]:
    """What stands before and after the cue, within its part of the sentence."""
    tags = clause.tags
    first, end = clause.first, clause.end
    for at in range(cue.first - 2, clause.first, -1):
        if tags[at] in ";:" or (tags[at] == "," and tags[at + 1] in "CU"):
            first = at + 1
            break
    sides = (trim(tags, first, cue.first), trim(tags, cue.end + (tags[cue.end : cue.end + 1] == ","), end))
    return tuple(side for side in sides if side[1] - side[0] > 0)


def _owner(clause: Clause, cue: Cue) -> Range | None:
    """The possessive within "in her view"."""
    if cue.owner:
        return cue.owner
    for at in range(cue.first, cue.end):
        if clause.tags[at] in "$h":
            return at, at + 1
    return None


RULES = (
    Rule(
        "hearsay",
        "an adverb or a phrase that makes a sentence somebody's words, often nobody's by name",
        find,
        (
            "<q>The striker</q> <c>reportedly</c> <q>limped out of training</q>.",
            "<q>The foreman</q> <c>allegedly</c> <q>left the gate open</q>.",
            "<q>Mr Crane had</q> <c>allegedly</c> <q>offered the foreman a bribe</q>.",
            "<c>To</c> <s>her admirers</s>, <q>the plan is “a gift”</q>.",
            "<c>In <s>her</s> view</c>, <q>the gate was never locked</q>.",
            "<q>The gate is</q>, <c>in <s>Ann Lee's</s> words</c>, <q>“a death trap”</q>.",
            "<q>The gate is “a disgrace” to the whole town</q>, <c>in <s>Ann Lee's</s> view</c>.",
        ),
        '"{cue}" makes its sentence somebody\'s words',
    ),
)
