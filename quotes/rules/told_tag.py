"""`…, the jury was told`, `…, it was claimed in court`: a passive closes or interrupts what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quotes import frames, sources
from quotes.clauses import Clause, Draft
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.rules.closing_tag import drafted
from quotes.rules.introduced import Tag

_ENDS = re.compile(rf"{frames.ADJUNCT}{{0,2}}(?:[.,|;]|$)")
_SURE = 75  # percent: who "was told" that, and not "was found"


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what a passive reports that stands after its words; nobody is printed as the source."""
    for cue in clause.cues:
        if cue.passive and cue.first > clause.first and _may_tell(clause, cue):
            found = _drafted(clause, cue)
            if found:
                yield found


def _may_tell(clause: Clause, cue: Cue) -> bool:
    clausal = cue.lexeme.frames.get("p-that")
    return bool(
        clausal
        and clausal.precision >= _SURE
        and "B" in clause.tags[cue.first : cue.head]
        and _ENDS.match(clause.tags, cue.end, clause.end)
    )


def _drafted(clause: Clause, cue: Cue) -> Draft | None:
    told = sources.subject(clause.tagged, cue)
    if not told or told[0] <= clause.first or clause.tags[told[0] - 1] not in ",q":
        return None
    told_somebody = "obj-that" in cue.lexeme.names and clause.tags[told[0]] in "DES$"
    if not told_somebody and clause.tagged.word(told[0]) != "it":
        return None
    left = told[0] - (clause.tags[told[0] - 1] == ",")
    if clause.tags.find(":", clause.first, left) > 0:
        return None  # Lee said: "No", the court was told.
    found = drafted(clause, cue, Tag(told, told[0], cue.end, left), clause.first)
    if not found:
        return None
    return replace(found, source=None, cue=(cue.first if told_somebody else told[0], cue.end))


RULES = (
    Rule(
        "told tag",
        "a passive after or inside the words; its subject is who was told, or nobody",
        find,
        (
            "<q>The lorry had no brakes</q>, the jury <c>was told</c>.",
            "<q>“He had no brakes,”</q> magistrates <c>were told</c>.",
            "<q>The lorry</q>, the court <c>was told</c>, <q>had no brakes</q>.",
            "<q>The lorry was stolen</q>, <c>it was claimed</c> in court.",
        ),
        '"{cue}" is a passive beside or inside what was said',
        needs="K",
        asks=frozenset({"p-that"}),
    ),
)
