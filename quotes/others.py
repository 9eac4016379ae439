"""Where others begin to speak within what somebody seems to say."""

from __future__ import annotations

import re

from quotes import frames, sources
from quotes.clauses import Clause
from quotes.cues import Cue
from quotes.syntax import Tagged


def begin(clause: Clause, cue: Cue, anchor: int, end: int) -> int | None:
    """Return the token before `end` at which another tag or answer begins, in what `cue` seems to report."""
    if clause.cues[-1].head <= anchor + 2:
        return None
    quoted = "Q" in clause.tags[anchor:end]
    quotation = _quotation(clause, anchor + 2, end) if quoted else None
    return quotation or _answer(clause, cue, anchor + 2, end)


_BEFORE_QUOTATION = re.compile(rf"(?:{frames.OBJECT})?[,:]?Qq{{2,}}")


def _quotation(clause: Clause, first: int, end: int) -> int | None:
    """Where somebody else's tag and quotation begin: `denied the leak, though he said "it drips."`"""
    for other in clause.cues:
        finite = first < other.first < end and other.form in "ZF" and other.lexeme.act == "said"
        if finite and "quote" in other.lexeme.names and _BEFORE_QUOTATION.match(clause.tags, other.end, end):
            source = sources.subject(clause.tagged, other)
            opens = source and (
                clause.tags[source[0] - 1] in ",-CUq" or clause.tagged.word(source[0] - 1) == "when"
            )
            if source and source[0] > first and opens:
                return source[0] - 1 if clause.tags[source[0] - 1] != "q" else source[0]
    return None


def _answer(clause: Clause, cue: Cue, first: int, end: int) -> int | None:
    """Where others say something as well: `said no, compared with the 30 percent who said yes`."""
    for other in clause.cues if cue.lexeme.clausal else ():
        who = other.first - 1
        if first < who < end and other.lexeme is cue.lexeme and clause.tagged.word(who) == "who":
            words = clause.tagged.lower[first:who]
            if "compared" in words:
                return first + words.index("compared")
            comma = clause.tags.rfind(",", first, who)
            return comma if comma > 0 and not _COUNTED.isdisjoint(words) else None
    return None


_COUNTED = frozenset("% half number percent quarter share third".split())


def say(clause: Clause, at: int) -> bool:
    """Return whether a subject that begins at token `at` says something: `when Lee told the mayor …`."""
    for other in clause.cues:
        if other.first > at and other.form in "ZF" and other.lexeme.act == "said":
            source = sources.subject(clause.tagged, other)
            return source is not None and source[0] == at
    return False


def withhold(tagged: Tagged, at: int) -> bool:
    """Return whether a reporter tells at token `at` what was not said: "without giving details"."""
    return tagged.word(at) == "without" and tagged.word(at + 1) in _WITHHELD


_WITHHELD = frozenset(
    "citing disclosing elaborating explaining giving identifying naming offering providing revealing saying"
    " specifying".split()
)
