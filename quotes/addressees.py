"""Who was told: the object of a verb of telling, the subject of its passive, or a phrase with "to"."""

from __future__ import annotations

import re
from functools import cache

from quotes import sources
from quotes.clauses import Clause, Draft, Range
from quotes.lexemes import index
from quotes.syntax import BASE

_PERSONS = rf"(?:O|h|{BASE}(?:o{BASE})?(?:C{BASE}(?![ZFMBHY]))?)"
_OBJECT = re.compile(_PERSONS)
_AFTER_PREPOSITION = re.compile(rf"[It](?P<who>{_PERSONS})")
_TELLING = frozenset({"obj-that", "obj-wh", "obj-about", "obj-quote"})
_TOLD = frozenset({"p-that", "p-clause", "p-wh", "p-quote", "p-about", "p-of"})
_TO = frozenset(  # "wrote to the minister", "in a letter to the minister"
    "address admit announce appeal apologise apologize complain confess email explain letter memo "
    "mention message note plea protest remark remarks report say send sing speak speaking speech "
    "statement submission suggest talk talking testimony tweet write writing".split()
) | {"put* it"}
_WITH = frozenset("briefing call chat conversation interview interviews meeting podcast speaking".split())
_THANKING = frozenset({"congratulate", "thank"})
_PREPOSITIONS = frozenset({"to", "with"})
_WINDOW = 14  # tokens beside a tag in which a phrase says who was told


def addressee(clause: Clause, draft: Draft) -> Range | None:
    """Return the tokens of who was told what `draft` reports, or none if nobody is named."""
    if draft.act != "said":
        return None
    if draft.frame in _TOLD:
        told = sources.subject_before(clause.tagged, draft.cue[0])
        return told if told and told[0] >= clause.first else None
    found = _object(clause, draft) or _after(clause, draft) or _before(clause, draft)
    return found if found and found[1] > found[0] else None


def _object(clause: Clause, draft: Draft) -> Range | None:
    """The object of a verb of telling: "told reporters that", "thanked nurses for"."""
    asks = draft.frame == "obj-to" or (draft.frame == "obj-for" and draft.lemma in _THANKING)
    if draft.part != "verb" or not (asks or draft.lemma in _verbs_of_telling()):
        return None
    match = _OBJECT.match(clause.tags, draft.cue[1], clause.end)
    if match is None:
        return None
    return match.span() if asks else _clear(draft, match.span())


@cache
def _verbs_of_telling() -> frozenset[str]:
    """The verbs whose object is who is told, and is no part of the content."""
    verbs = (lexeme for found in index().words.values() for lexeme in found if lexeme.part == "verb")
    return frozenset(
        verb.lemma
        for verb in verbs
        if any(not verb.frames[name].content_takes_object for name in verb.names & _TELLING)
    )


def _after(clause: Clause, draft: Draft) -> Range | None:
    """A phrase after the verb, or after its subject where the verb comes first."""
    at = draft.cue[1]
    if draft.source and draft.source[0] >= at:
        at = draft.source[1]
    return _phrase(clause, draft, at, min(at + _WINDOW, clause.end))


def _before(clause: Clause, draft: Draft) -> Range | None:
    """A phrase that opens the sentence: "In an interview with Radio Luden", "Addressing a rally"."""
    end = draft.source[0] if draft.source else draft.cue[0]
    if end <= clause.first:
        return None
    if clause.tagged.lower[clause.first] == "addressing":
        match = _OBJECT.match(clause.tags, clause.first + 1, end)
        return match.span() if match else None
    return _phrase(clause, draft, clause.first, min(end, clause.first + _WINDOW))


def _phrase(clause: Clause, draft: Draft, first: int, end: int) -> Range | None:
    for begins, ends in draft.content:
        if begins < end and first < ends:
            end = max(first, begins)  # what is said addresses nobody
    words = clause.tagged.lower[first:end]
    if _PREPOSITIONS.isdisjoint(words):
        return None
    for at, word in enumerate(words, first):
        if word in _PREPOSITIONS and _speaks(clause, draft, at, word):
            match = _AFTER_PREPOSITION.match(clause.tags, at, clause.end)
            if match:
                return _clear(draft, match.span("who"))
    return None


def _speaks(clause: Clause, draft: Draft, at: int, preposition: str) -> bool:
    """Whether the word before a preposition says that somebody is spoken to."""
    before = {clause.tagged.word(at - 1), draft.lemma if at == draft.cue[1] else ""}
    return bool(before & (_TO if preposition == "to" else _WITH))


def _inside(draft: Draft, at: int) -> bool:
    return any(first <= at < end for first, end in draft.content)


def _clear(draft: Draft, span: Range) -> Range | None:
    """The span up to where the content begins; nothing if it begins within."""
    first, end = span
    if _inside(draft, first) or (draft.source and draft.source[0] <= first < draft.source[1]):
        return None
    return first, min([end, *(at for at, _ in draft.content if at > first)])
