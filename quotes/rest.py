"""Quotations that go on from words already tied to somebody in their sentence.

What a rule drafts ends where such content mostly ends; a quotation after that, which has no verb and
subject of its own, is the same source's: `She praised the crew, and for once "the people who pay for it."`
"""

from __future__ import annotations

import re

from quotes.clauses import Clause, Draft, Range, is_title, trim
from quotes.rules.beside import verb_before
from quotes.syntax import backward

_QUOTATION = re.compile("Qq{3,}")  # of two words
_INTRODUCED = backward("[VZFK],")  # and boomed, "No"
_VERB_AFTER = re.compile("R*[ZFMBHY]")
_PAUSES = ",;:-~|"
_STOPS = frozenset(",;:-.|CF)")


def with_rest(clause: Clause, draft: Draft, others: list[Draft]) -> Draft:
    """Return the draft with the first quotation after it that goes on from it, if there is one."""
    edge = _edge(draft)
    inverted = draft.source and draft.source[0] == draft.cue[1]  # said Lee, the author of "No rain"
    if inverted or clause.tags.find("Qqqq", edge, clause.end) < 0:
        return draft
    starts = (start for other in others for start, _ in (*other.content, other.cue))
    limit = min((start for start in starts if start >= edge), default=clause.end)
    for found in _QUOTATION.finditer(clause.tags, edge, limit):
        if _goes_on(clause, edge, found.span()):
            return _extended(clause, draft, _end(clause, found.end(), limit))
    return draft


def _goes_on(clause: Clause, edge: int, quotation: Range) -> bool:
    """Whether no verb beside it, after token `edge`, is the quotation's, and it is no title."""
    if _VERB_AFTER.match(clause.tags, quotation[1], clause.end):
        return False  # and for once "the people who pay" were there
    parted = ";" in clause.tags[edge : quotation[0]] or is_title(clause, *quotation)
    if parted or _INTRODUCED.match(clause.tags, clause.first, quotation[0]):
        return False
    own = verb_before(clause, quotation[0])
    return own is None or own[0][0] < edge


def _end(clause: Clause, at: int, limit: int) -> int:
    """Where what goes on ends: with the quotation, or with the clause that it stands in the middle of."""
    return at if clause.tags[at : at + 1] in _STOPS else trim(clause.tags, at, limit)[1]


def _extended(clause: Clause, draft: Draft, end: int) -> Draft:
    start, last = draft.content[-1]
    edge = _edge(draft)
    if edge == last:
        return draft._replace(content=(*draft.content[:-1], (start, end)))
    while clause.tags[edge] in _PAUSES:
        edge += 1
    return draft._replace(content=(*draft.content, (edge, end)))


def _edge(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1], *(draft.source or draft.cue))
