"""Which of several cues in a sentence report, and in which order they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from quotes import frames
from quotes.cues import Cue
from quotes.rules.senses import is_unsure

Reported = tuple[Cue, frames.Complement]


def not_told(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return the cues but for a verb right after one with a clause: what they say | is growing demand."""
    told = {cue.end for cue in cues if cue.lexeme.clausal}
    return [cue for cue in cues if cue.form == "G" or _verb(cue) not in told] if told else cues


def in_order(found: list[Reported]) -> list[Reported]:
    """Return what is reported, clauses and sure frames first."""
    left = [pair for pair in found if not _only_seems(*pair, found)]
    return sorted(left, key=lambda pair: (pair[0].owner is not None, is_unsure(pair[1])))


def _only_seems(cue: Cue, complement: frames.Complement, found: list[Reported]) -> bool:
    """Whether a verb is a part of the cue after it: [appeared to confirm] the report."""
    chain = cue.lexeme.frames.get("chain")
    if complement.frame.name != "to" or chain is None or not chain.cue_takes_preposition:
        return False
    return any(
        other.first == cue.first and other.head > cue.head and other.lexeme.act == "said"
        for other, _ in found
    )


def _verb(cue: Cue) -> int:
    return cue.first if cue.verb is None else cue.verb
