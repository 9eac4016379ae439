"""Quotations that go on from words already tied to somebody, in their sentence or in the one before.

What a rule drafts ends where such content mostly ends; a quotation after that, which has no verb and
subject of its own, is the same source's: `She praised the crew, and for once "the people who pay for it."`
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from quotes import lexicon
from quotes.clauses import Clause, Draft, Range, is_title, trim
from quotes.rules.beside import verb_before
from quotes.syntax import backward

_QUOTATION = re.compile("Qq{3,}")  # of two words
_INTRODUCED = backward("[VZFK],")  # and boomed, "No"
_VERB_AFTER = re.compile("R*[ZFMBHY]")
_LONG = re.compile("Qq{6,}")  # of five words
# Beside the quotation no noun that may be a verb, as in: the film “…” opens on Friday.
_VERB_WITHIN = re.compile(
    r"(?P<words>(?:(?<![NS])Qq*+(?![NSEJD])|(?<=t)V|[^QqZFMBHYVGz|:(-])+?)(?:(?<=q),?W[^Qq]*)?[.|]*"
)
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
            return _extended(clause, draft, found.start(), _end(clause, found.end(), limit))
    return draft


def _goes_on(clause: Clause, edge: int, quotation: Range) -> bool:
    """Whether no verb beside it, after token `edge`, is the quotation's, and it is no title."""
    if _VERB_AFTER.match(clause.tags, quotation[1], clause.end):
        return False  # and for once "the people who pay" were there
    between = clause.tags[edge - 1 : quotation[0]]
    parted = ";" in between or (between[0] == "q" and between[-1] == ":") or is_title(clause, *quotation)
    if parted or _INTRODUCED.match(clause.tags, clause.first, quotation[0]):
        return False
    own = verb_before(clause, quotation[0])
    return own is None or own[0][0] < edge


def _end(clause: Clause, at: int, limit: int) -> int:
    """Where what goes on ends: with the quotation, or with the clause that it stands in the middle of."""
    return at if clause.tags[at : at + 1] in _STOPS else trim(clause.tags, at, limit)[1]


def _extended(clause: Clause, draft: Draft, quotation: int, end: int) -> Draft:
    """The draft up to token `end`; what leads up to a quotation with a colon is the reporter's."""
    start, last = draft.content[-1]
    edge = _edge(draft)
    if edge != last and clause.tags[quotation - 1] == ":":
        edge = quotation
    if edge == last:
        return replace(draft, content=(*draft.content[:-1], (start, end)))
    while clause.tags[edge] in _PAUSES:
        edge += 1
    return replace(draft, content=(*draft.content, (edge, end)))


def _edge(draft: Draft) -> int:
    return max(draft.content[-1][1], draft.cue[1], *(draft.source or draft.cue))


def spoken_part(clause: Clause) -> Range | None:
    """Return the tokens of a sentence that has no verb but in its quotation, without ", which …" after it.

    After speech such a sentence goes on from it: `Instead, “he left us.”`
    """
    quoted = _LONG.search(clause.tags, clause.first, clause.end)
    whole = _VERB_WITHIN.fullmatch(clause.tags, clause.first, clause.end) if quoted else None
    if not quoted or not whole or is_title(clause, *quoted.span()):
        return None
    told = not _of_clauses().isdisjoint(clause.tagged.lower[slice(*quoted.span())])
    return trim(clause.tags, *whole.span("words")) if told else None


@cache
def _of_clauses() -> frozenset[str]:
    """Pronouns and auxiliaries: a quotation with one of them holds a clause, and is no title."""
    return frozenset(word for word, tag in lexicon.table("function_words").items() if tag in "PMBHY")
