"""Where what is told in a relative clause ends: `the man who told police he was tired | was jailed`."""

from __future__ import annotations

import re

from quotes import frames
from quotes.clauses import Clause, Range, trim
from quotes.cues import Cue
from quotes.syntax import NOUN_PHRASE

_WHO = frozenset({"that", "which", "who"})
_OTHER = re.compile(rf"(?:,|(?<=q))(?:{NOUN_PHRASE})R*\Z")
_FINITE = frozenset("MBHYZF")
_IN_GROUP = frozenset("MBHYnRCZFt,")  # a finite verb after these is no new one
_NOMINAL = frozenset("NSE")
_SURE = 60  # percent


def without_main_verb(clause: Clause, source: Range, content: Range) -> Range:
    """The content of "who said" without the verb whose subject is the one who said it.

    That is the first finite verb for which no clause is open: each has one of its own.
    """
    tags, who = clause.tags, source[0]
    if (
        clause.tagged.word(who) not in _WHO
        or tags[who - 1] == ","
        or not _FINITE.isdisjoint(tags[clause.first : who])
    ):
        return content
    reporting = {cue.head for cue in clause.cues if _opens_clause(clause, cue, content)}
    owed = 1
    for at in range(content[0], content[1]):
        tag, before, after = tags[at], tags[at - 1], tags[at + 1 : at + 2]
        if tag in _FINITE and before not in _IN_GROUP:
            if owed <= 0:
                other = _OTHER.search(tags, content[0], at)  # those who said so, most in Leeds voted no
                return trim(tags, content[0], other.start() if other else at)
            owed -= 1
        owed += (
            (tag in "WT" and at > content[0]) or (tag == "U" and after not in {"G", "Q"}) or at in reporting
        )
        owed += tag in "DP" and before in _NOMINAL and at > content[0]
        owed -= tag == "Q" and before == "P"  # he "was tired"
    return content


def _opens_clause(clause: Clause, cue: Cue, content: Range) -> bool:
    """Whether a verb in the content has a clause without "that": he thought [it was a toy]."""
    if not content[0] <= cue.head < content[1]:
        return False
    found = frames.complement(clause.tagged, cue, _SURE)
    return (
        found is not None and found.frame.name in {"clause", "obj-that"} and clause.tags[found.start] != "T"
    )
