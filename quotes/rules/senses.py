"""Where a word that reports elsewhere means something else: `called his wife`, `blocked the road`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotes import contents, frames, others, sources
from quotes.clauses import Clause, is_title
from quotes.cues import Cue, documents
from quotes.rules.owners import is_infinitive, quoted_as, source_of
from quotes.syntax import BASE

SURE = 75  # percent: frames that report more often come before those that report less often


def means_something_else(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Return whether the cue, with what follows it, is no report."""
    of_verb = _OF_VERB.get(cue.lexeme.lemma) if found.frame.name in _OF_THINGS else None
    if of_verb and of_verb(clause, cue, found):
        return True
    otherwise = _OTHERWISE.get(cue.lexeme.lemma)
    if otherwise and otherwise(clause, cue, found):
        return True
    return (
        (found.frame.name in _WHEN and _is_season(clause, found))
        or (found.frame.name not in _SPEECH and _is_hearsay(clause, cue))
        or (is_infinitive(clause, cue) and _is_vague_aim(clause, cue, found))
        or (cue.form == "G" and _is_trade(clause, cue, found))
        or others.withhold(clause.tagged, cue.first - 1)
    )


def is_unsure(found: frames.Complement) -> bool:
    """Return whether a phrase, not a clause, is reported, and by a frame that reports less often."""
    return found.frame.name not in contents.CLAUSAL and found.frame.precision < SURE


def _is_work(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether a song or a book is meant: "she read “Night Bus”"; but "her hat read “Vote Lee”"."""
    if found.frame.name != "quote" or cue.form == "G":
        return False
    quotation = _QUOTATION.match(clause.tags, found.anchor, clause.end)
    source = source_of(clause, cue) if quotation and is_title(clause, *quotation.span()) else None
    if source is None:
        return False
    named = set(clause.tags[slice(*source)]) <= {"E", "~"}
    return named or clause.tagged.word(source[0]) in _SOMEBODY


_SOMEBODY = frozenset("he i she they we who".split())
_QUOTATION = re.compile("Qq*")


def _is_season(clause: Clause, found: frames.Complement) -> bool:
    """Whether a preposition leads to a time alone: "the court rules in autumn", "they agreed in May"."""
    last = clause.tags[found.start + 1 : found.start + 2] in _ENDS
    return last and clause.tagged.word(found.start) in _SEASONS


_WHEN = frozenset({"in", "by", "for", "on"})
_ENDS = frozenset({*".|,;:C", ""})
_SEASONS = frozenset(
    "spring summer autumn fall winter january february march april may june july august september october"
    " november december".split()
)
_HEARSAY = frozenset({"allegedly", "purportedly", "reportedly"})


def _is_hearsay(clause: Clause, cue: Cue) -> bool:
    """Whether an adverb in the verb group tells that others say all this: "allegedly threatened to"."""
    return not _HEARSAY.isdisjoint(clause.tagged.lower[cue.first : cue.head])


_SPEECH = frozenset({"that", "clause", "quote", "colon", "wh", "obj-that", "obj-quote"})


def _is_ringing(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether somebody is phoned or named; "called a strike" and "called it a farce" report."""
    called = _CALLED.match(clause.tags, found.start, clause.end)
    named = "W" in clause.tags[max(clause.first, cue.first - 4) : cue.first]  # what he called …
    return called is not None and not named and clause.tagged.word(called.end() - 1) not in _CALLABLE


_CALLED = re.compile(rf"(?:O|(?!DD)(?!Q){BASE})(?=[Iob.,;|dC])")
_CALLABLE = frozenset(
    "ballot boycott ceasefire conference election elections halt hearing hearings inquest inquiry"
    " meeting meetings poll polls primary referendum session strike strikes summit truce vote witness".split()
)


def _is_result(clause: Clause, cue: Cue, _: frames.Complement) -> bool:
    """Whether what somebody does lets something be seen: "he rolled up a sleeve, revealing a scar"."""
    return cue.form == "G" and cue.first == cue.head


def _is_barring(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether a way is barred: "they blocked the pier"; "she blocked the bill" says what she thinks."""
    return not _WAYS.isdisjoint(clause.tagged.lower[found.start : found.start + 6])


_WAYS = frozenset(
    "access bridge bridges door doors driveway entrance exit gate gates highway intersection motorway path"
    " pier railway road roads roadway route street streets traffic train trains tunnel view way".split()
)


def _is_display(clause: Clause, cue: Cue, _: frames.Complement) -> bool:
    """Whether something is put on view: "the gallery shows prints"; "the survey shows a lead" reports."""
    source = source_of(clause, cue)
    words = clause.tagged.lower[slice(*source)] if source else []
    return documents().isdisjoint(words) and not {"it", "that", "which"} & set(words)


def _is_vague_aim(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether an infinitive without a subject of its own may not report: "they met to block the view"."""
    if cue.passive or not is_unsure(found):
        return False
    return sources.subject(clause.tagged, cue) is None


def _is_earned(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether what is posted is what a firm has earned: "the airline posted a loss of $4 million"."""
    return found.frame.name in {"np", "obj-of"} and not _RESULTS.isdisjoint(
        clause.tagged.lower[found.start : found.start + 8]
    )


_RESULTS = frozenset(
    "decline deficit drop earnings gain gains growth income increase loss losses profit profits results"
    " return returns revenue rise sales surplus".split()
)


def _is_placed(clause: Clause, _: Cue, found: frames.Complement) -> bool:
    """Whether no figure is put on a thing: "it put jobs at risk"; "analysts put the cost at $4 million"."""
    at = found.anchor + (clause.tags[found.anchor] == "R")
    return clause.tags[at] != "0"


def _is_quoting(clause: Clause, cue: Cue, _: frames.Complement) -> bool:
    """Whether the object is who said it: `quoted Lee as saying`."""
    return quoted_as(clause, cue) is not None


def _is_trade(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether a participle has but a bare noun: "offering help" is seldom told, "opposing the tax" is."""
    bare = clause.tags[found.start] == "N" and "B" not in clause.tags[cue.first : cue.head]
    return bare and is_unsure(found)


def _is_shy(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether a source asks for no name: "requested anonymity", "declined to be named"."""
    words = clause.tagged.lower[found.anchor : found.anchor + 4]
    itself = cue.lexeme.lemma in {"ask", "request"} or "be" in words
    return itself and not _NAMING.isdisjoint(words)


_NAMING = frozenset("anonymity identified name named names".split())


def _is_placing(clause: Clause, _: Cue, found: frames.Complement) -> bool:
    """Whether something is put in a place: "put it at the gate", not "put the toll at 40"."""
    return _NUMBER.match(clause.tags, found.anchor) is None


_NUMBER = re.compile("[^C.,|]{0,3}0")


_Test = Callable[[Clause, Cue, frames.Complement], bool]

# What verbs mean otherwise.
_OTHERWISE: Mapping[str, _Test] = {
    **dict.fromkeys(("publish", "read", "sing"), _is_work),
    **dict.fromkeys(("ask", "decline", "refuse", "request"), _is_shy),
    "post": _is_earned,
    "put": _is_placing,
}
_OF_THINGS = frozenset({"np", "obj-at"})
# What verbs with an object mean otherwise.
_OF_VERB: Mapping[str, _Test] = {
    "block": _is_barring,
    "call": _is_ringing,
    "cite": _is_quoting,
    "expose": _is_result,
    "highlight": _is_result,
    "put": _is_placed,
    "quote": _is_quoting,
    "reveal": _is_result,
    "show": _is_display,
}
