"""How somebody looks, as the police describe a suspect: a list that goes on after its commas."""

from __future__ import annotations

from quotes.clauses import Clause
from quotes.cues import Cue

_WORDS = frozenset("about aged around between in of slim tall wearing with".split())


def go_on(clause: Clause, cue: Cue, at: int) -> bool:
    """Return whether token `at` goes on so: `was described as white, in his 20s, about 6ft and slim`."""
    described = cue.passive and cue.lexeme.lemma == "describe" and clause.tagged.word(at) in _WORDS
    return described and (clause.tagged.word(at) != "in" or clause.tags[at + 1 : at + 2] == "$")
