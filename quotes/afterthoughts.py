"""A sentence that says whose words stand before it: `So says Lee.`, `That, at least, is what Lee says.`"""

from __future__ import annotations

import re

from quotes import sources
from quotes.clauses import Clause
from quotes.rules.colon import Introduction
from quotes.rules.verdict import giver, how

_SO = re.compile("C?[UR]")
_THAT = re.compile(
    "(?:[IRC][^.,;:Qq]{1,2},)?(?P<that>[PTD])(?:,[^.,;:Qq]{1,3},)?R*H?B{1,2}R*"
)  # That, at least, is
_DEMONSTRATIVES = frozenset({"such", "that", "these", "this", "those"})
_ENDS = frozenset({".", ",", ";", "I", ""})  # what stands after a verb that tells no more
_NOBODY = frozenset({"no", "nobody", "none"})
# With one of these words such a sentence begins: "At least, that is", "But so says".
OPENINGS = _DEMONSTRATIVES | {"and", "at", "but", "in", "or", "so"}
_OF_WORDS = re.compile("DJ?[NS]o")
_WORDS = frozenset({"opinion", "sentiment", "sentiments", "theory", "view", "views", "word", "words"})


def find_afterthought(clause: Clause) -> Introduction | None:
    """Return whose words stand before a sentence, and which of its words say so."""
    if clause.tagged.word(clause.first) not in OPENINGS:
        return None
    found = _so(clause) or _that(clause)
    return found if found and clause.tagged.word(found.source[0]) not in _NOBODY else None


def _so(clause: Clause) -> Introduction | None:
    """`So says Lee`, `Or so Lee says`."""
    opening = _SO.match(clause.tags, clause.first, clause.end)
    if not opening or clause.tagged.word(opening.end() - 1) != "so":
        return None
    return _inverted(clause, opening.end()) or _told(clause, opening.end())


def _inverted(clause: Clause, at: int) -> Introduction | None:
    for cue in clause.cues[:1]:
        source = sources.inverted(clause.tagged, cue) if cue.first == at and cue.form in "ZF" else None
        if source and cue.lexeme.act == "said" and clause.tags[source[0]] != "Q":
            return Introduction(source, (cue.first, cue.end), "said", cue.lexeme.lemma)
    return None


def _told(clause: Clause, at: int) -> Introduction | None:
    """`[what] Lee says`, with nothing that is said after it."""
    for cue in clause.cues[:2]:
        source = sources.subject(clause.tagged, cue)
        closes = clause.tags[cue.end : cue.end + 1] in _ENDS and cue.form in "ZF"
        if source and source[0] == at and closes and cue.lexeme.act == "said":
            return Introduction(source, (cue.first, cue.end), "said", cue.lexeme.lemma)
    return None


def _that(clause: Clause) -> Introduction | None:
    """`That is what Lee says`, `Those are the words of Lee`, `This was the verdict of Lee`."""
    opening = _THAT.match(clause.tags, clause.first, clause.end)
    if not opening or clause.tagged.word(opening.start("that")) not in _DEMONSTRATIVES:
        return None
    at = opening.end()
    if clause.tagged.word(at) == "what":
        return _told(clause, at + 1)
    put = how(clause, at)
    if put and clause.tags[put[1][1] : put[1][1] + 1] in _ENDS:
        return Introduction(*put)
    for cue in clause.cues[:2]:
        if source := giver(clause, cue, at):
            return Introduction(source, (cue.first, cue.end), "said", cue.lexeme.lemma)
    words = _OF_WORDS.match(clause.tags, at, clause.end)
    if words and clause.tagged.word(words.end() - 2) in _WORDS:
        said = sources.INVERTED.match(clause.tags, words.end(), clause.end)
        return Introduction(said.span("source"), (words.end() - 2, words.end() - 1)) if said else None
    return None
