"""`As S said, …`, `Said S, "…"`: a tag that opens the sentence that it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, Range, draft, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.rules.closing_tag import CLOSES, can_tag

_BEFORE_WORDS = re.compile("[,:](?=Q)")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what follows a tag that opens its sentence: `As Lee noted, …`, `Said Lee, "…"`."""
    first = clause.first + (clause.tags[clause.first] == "C")  # but as Lee noted, …
    opens_with_as = clause.tagged.word(first) == "as"
    for cue in clause.cues[:2]:
        opens = cue.first <= clause.first + 2 and clause.tags[clause.first : cue.first] in _BEFORE_FRONTED
        if (opens_with_as or opens) and can_tag(cue):
            found = _after_as(clause, cue, first) if opens_with_as else _after_verb(clause, cue)
            content = trim(clause.tags, found[1], clause.end) if found else (0, 0)
            if found and content[1] > content[0]:
                yield draft(cue, (content,), found[0], "fronted")
                return


_BEFORE_FRONTED = frozenset({"", "C", "C,", "R", "R,"})  # But, said Lee, "…"


def _after_as(clause: Clause, cue: Cue, at: int) -> tuple[Range, int] | None:
    """The source of `As Lee noted, …`, with "as" at token `at`, and where the words begin."""
    source = sources.subject(clause.tagged, cue)
    if not source or source[0] != at + 1:
        return None
    closed = CLOSES.match(clause.tags, cue.end, clause.end)
    return (source, closed.end()) if closed and closed["stop"] == "," else None


def _after_verb(clause: Clause, cue: Cue) -> tuple[Range, int] | None:
    """The source of `Said Lee, "…"`, and where the words begin."""
    source = sources.inverted(clause.tagged, cue) if cue.form in "ZF" else None
    if not source or not _BEFORE_WORDS.match(clause.tags, source[1], clause.end):
        return None
    return source, source[1] + 1


RULES = (
    Rule(
        "fronted tag",
        "As S said, or said S, before the words",
        find,
        (
            "As <s>the auditor</s> <c>noted</c>, <q>the bridge was never inspected</q>.",
            "As <s>Dr Achieng</s> <c>explained</c>, <q>the wards were full by Friday</q>.",
            "<c>Added</c> <s>Dr Achieng</s>: <q>“We had no beds left.”</q>",
            "But as <s>the coroner</s> <c>noted</c>, <q>nobody had called an ambulance</q>.",
            '<c>Said</c> <s>Mrs Pell, a farmer</s>, <q>"We lost the harvest and the barn."</q>',
        ),
        '"{cue}" and its subject open the sentence, after "as"',
    ),
)
