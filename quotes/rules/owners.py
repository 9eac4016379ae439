"""Whose a reporting word is: its subject, its owner, or whom it shares with an earlier verb."""

from __future__ import annotations

import re

from quotes import frames, sources
from quotes.clauses import Clause, Range
from quotes.cues import Cue
from quotes.shared_subjects import nearest, shared
from quotes.syntax import BASE, POST, backward

_NOMINAL = frozenset("ENSP")
_BEFORE_PARTICIPLE = _NOMINAL | {"W", "d"}  # a post last week saying
_AFTER_SEEN = frozenset("KFENS")  # can be heard saying, was caught on tape saying
_LINKS = frozenset(",CIUb-")
_ADVERBIAL = backward(rf"(?<=C)I(?:{BASE}{POST}?d*|d+)")  # "and in a letter thanked"
_APART = frozenset(",C|.")  # an adjective after these is not beside its noun


def source_of(clause: Clause, cue: Cue) -> Range | None:
    """Return the source of a cue: its owner, its subject, or the one that it shares with an earlier verb."""
    if cue.owner or cue.passive:
        return cue.owner
    if cue.form == "N" or (cue.lexeme.part == "phrase" and cue.form not in "VZFKGB"):
        return _governor(clause, cue)
    if is_postposed(cue):
        return _of_postposed(clause, cue)
    return _of_participle(clause, cue) if cue.form == "G" else _of_verb(clause, cue)


def _of_postposed(clause: Clause, cue: Cue) -> Range | None:
    """The noun before an adjective, or the subject beside it: `Residents, wary of the plan, left`."""
    before = clause.tags[cue.first - 1]
    if before not in _APART:
        return sources.subject(clause.tagged, cue) or sources.absolute(clause.tagged, cue)
    return (_shared(clause, cue) if before == "C" else None) or _around(clause, cue)


def _of_verb(clause: Clause, cue: Cue) -> Range | None:
    """The subject of a verb, or the one of the verb that it goes on from."""
    infinitive = is_infinitive(clause, cue)
    if infinitive:
        found = sources.causee(clause.tagged, cue)
        if cue.first > clause.first and clause.tags[cue.first - 1] == ",":
            return found  # but not: summoned the minister, Ann Lee, to explain why
        found = found or nearest(clause.tagged, cue, clause.first)
        if found:
            return found
    found = sources.subject(clause.tagged, cue)
    if found and found[0] >= clause.first:
        return found
    participle = clause.tags[cue.first] == "G" or clause.tagged.lower[cue.first] == "having"
    if infinitive or participle or _is_linked(clause, cue):
        return _shared(clause, cue) or (_around(clause, cue) if participle else None)
    return None


def _of_participle(clause: Clause, cue: Cue) -> Range | None:
    """Who does it, before a participle, or the subject of the verb that it goes on from."""
    tagged, tags = clause.tagged, clause.tags
    if tagged.word(cue.first - 1) == "as":
        quoted = filter(None, (quoted_as(clause, other) for other in clause.cues if other.end < cue.first))
        who = next((match.span("who") for match in quoted if match.end() == cue.first), None)
        if who or "quote" not in cue.lexeme.names:
            return who
    before = tags[cue.first - 1] if cue.first > clause.first else ""
    other = sources.controlled(tagged, cue) if before == "I" else None
    other = other or (sources.witnessed(tagged, cue) if before in _AFTER_SEEN else None)
    if other:
        return other
    found = None
    finite = tags[cue.first] in "ZF"  # "Lee then gave a speech, urging …" is one group
    if finite or before in _BEFORE_PARTICIPLE or "B" in tags[cue.first : cue.head]:
        found = sources.subject(tagged, cue)
    if found and (found[0] < clause.first or _is_clause(tags, found)):
        found = None
    if not found and before in _SOMEBODY:  # with one saying, with six in 10 saying
        found = sources.absolute(tagged, cue)
    return _depicted(clause, found) if found else _shared(clause, cue) or _around(clause, cue)


def _shared(clause: Clause, cue: Cue) -> Range | None:
    return shared(clause.tagged, cue, clause.first, clause.cues, clause.taken)


def _is_linked(clause: Clause, cue: Cue) -> bool:
    """Whether a comma, a conjunction or an adverbial after one stands before the cue."""
    tags, first = clause.tags, cue.first
    if first <= clause.first:
        return False
    if tags[first - 1] == "q":  # praises "the plan," opposes …
        return clause.tagged.last_spoken(first) == ","
    near = tags[max(clause.first, first - 8) : first]
    return near[-1] in _LINKS or ("C" in near and _ADVERBIAL.match(tags, clause.first, first) is not None)


def _is_clause(tags: str, found: Range) -> bool:
    """Whether what looks like a noun phrase before a participle is more: "Lee spoke in Leeds [saying]"."""
    before = tags[slice(*found)].partition("W")[0]
    return "F" in before or "tV" in before


def _depicted(clause: Clause, found: Range) -> Range:
    """Who is seen or heard in a picture, if the source is one: "footage of Lee saying"."""
    of = clause.tags.find("o", *found)
    seen = of > 0 and clause.tagged.word(of - 1) in _PICTURES
    return (of + 1, found[1]) if seen else found


_PICTURES = frozenset(
    "audio clip clips footage image images photo photos picture pictures recording recordings sight spectacle"
    " tape video videos".split()
)


def _around(clause: Clause, cue: Cue) -> Range | None:
    """The subject beside a participle: "Lee, fearing (or after saying) …, left", "Fearing …, Lee left"."""
    before = None
    comma = clause.tags.rfind(",", max(clause.first, cue.first - 2), cue.first)
    if clause.tags[comma - 2 : comma] == ",0" and clause.tagged.word(comma - 1).isdigit():
        comma -= 2  # Lee, 34, saying she was tired, left
    if comma > 0 and clause.tags[comma + 1 : cue.first] in {"", "U", "0,"}:
        before = sources.subject_before(clause.tagged, comma)
    if before and before[0] >= clause.first:
        return before
    return sources.ahead(clause.tagged, cue, clause.end)


def is_infinitive(clause: Clause, cue: Cue) -> bool:
    """Return whether the verb group begins with "to"."""
    return clause.tags[cue.first] == "t" and cue.form != "G"


def is_postposed(cue: Cue) -> bool:
    """Return whether an adjective follows its noun: "residents wary of the plan"."""
    return cue.lexeme.part == "adjective" and not cue.prefix


def _governor(clause: Clause, cue: Cue) -> Range | None:
    """The subject of the verb that governs a noun or a phrase."""
    if (cue.form == "N" and cue.verb is None) or cue.lexeme.lemma.startswith("it "):
        return None
    found = sources.subject_before(clause.tagged, cue.verb) if cue.verb is not None else None
    if found and found[0] >= clause.first:
        return found
    return _shared(clause, cue)


_SOMEBODY = _NOMINAL | {*"0OP"}
_PASSIVE = re.compile("[MBHYRn]*B[Rn]*K")


def is_received(clause: Clause, cue: Cue) -> bool:
    """Return whether the subject of a noun's verb is not whose it is: "was met with cries of “shame”"."""
    return cue.verb is not None and _PASSIVE.match(clause.tags, cue.verb, cue.head) is not None


def giver_of(clause: Clause, cue: Cue, found: frames.Complement) -> Range | None:
    """Return whose a noun is, printed after it: "complaints from neighbours that"."""
    if cue.lexeme.part != "noun" or clause.tagged.word(cue.end) not in {"among", "by", "from"}:
        return None
    giver = sources.INVERTED.match(clause.tags, cue.end + 1, found.start)
    return giver.span("source") if giver else None


def is_nobody(clause: Clause, cue: Cue, source: Range) -> bool:
    """Return whether a subject stands for nobody: "when considering why", "it is hard to say"."""
    word = clause.tagged.lower[source[0]]
    if word in _WHEN_OR_WHY:
        return True
    return word in _DUMMIES and clause.tags[source[1]] in "BM" and is_infinitive(clause, cue)


_WHEN_OR_WHY = frozenset({"how", "when", "where", "why"})
_DUMMIES = frozenset({"it", "there"})


def quoted_as(clause: Clause, cue: Cue) -> re.Match[str] | None:
    """Return where "quoted Lee as" names "who" said it, if the cue is such a verb."""
    return _AS_SAYING.match(clause.tags, cue.end, clause.end) if cue.lexeme.lemma in _QUOTING else None


_QUOTING = frozenset({"cite", "quote"})
_AS_SAYING = re.compile(rf"(?P<who>{frames.OBJECT})U(?=G)")
