"""Whether a content ends where its sentence tells more: `said it was late and added that …`."""

from __future__ import annotations

import re

from quotes import frames, sources
from quotes.clauses import Clause, Range
from quotes.cues import Cue
from quotes.syntax import BASE

ADVERBIAL = rf"I(?:{BASE}d*|d+)R?"  # and in a letter thanked …, but on Monday said …
_FINITE = re.compile("[ZFMBHYVQ]")

WHOM = frozenset({"which", "who", "whom", "whose"})


def is_next_cue(clause: Clause, cue: Cue, at: int) -> bool:
    """Return whether the next verb group after the comma or conjunction reports too, in the same tense."""
    tags = clause.tags
    comma = tags[at] == "," or (tags[at - 1] == "q" and clause.tagged.last_spoken(at) == ",")
    complete = _FINITE.search(tags, cue.end, at)  # else the conjunction joins two subjects
    joined = tags[at : at + 2] == ",C"
    meanwhile = clause.tagged.word(at + 1) == "while" and cue.lexeme.act == "said"
    at = _first_not_in(",CR-", clause, at)
    if (tags[at] == "U" or clause.tagged.word(at) == "with") and tells_beside(clause, at):
        return True
    at = _first_not_in(",CRUW-", clause, at)
    if clause.tagged.word(at) == "to" and tags[at + 1 : at + 2] == "W":  # to which Lee said
        at += 2
    adverbial = _BEFORE_VERB.match(tags, at, clause.end)
    at = adverbial.end() if adverbial else at
    for other in clause.cues:
        if other.first <= at <= other.head and other is not cue:
            but_said = clause.tagged.word(other.first - 1) == "but" and other.lexeme.clausal
            same = other.form in _tense(clause, cue) or (other.form == "G" and is_speech(clause, other))
            same = same or (clause.tags[cue.first] in "MY" and other.form in "ZF") or but_said
            if comma:
                return _continues(clause, other)
            if other.form == "V" and tags[other.first] in "RV":
                return cue.form == "V" and _is_of_one(clause, cue, at)
            return same and (_continues(clause, other) or _thinks_on(cue, other))
        if other.head > at + 12:
            return False
        telling = other.lexeme.act == "said" or joined or (meanwhile and "that" in other.lexeme.frames)
        alike = other.form in "ZFKV" or other.form == cue.form
        tells = telling and alike and (comma or "that" in other.lexeme.frames)
        if complete and tells and at < other.first:
            source = sources.subject(clause.tagged, other)
            if source and (source[0] <= at < source[1] or _is_whom(clause, at, source, other)):
                return True
    return False


def _is_of_one(clause: Clause, cue: Cue, at: int) -> bool:
    """Whether what is said up to `at` is said of one, so that many go on: "say it is late and demand …"."""
    verb = _FINITE.search(clause.tags, cue.end, at)
    return verb is not None and (verb[0] == "Z" or clause.tagged.word(verb.start()) in {"is", "was", "has"})


def _thinks_on(cue: Cue, other: Cue) -> bool:
    """Whether a thought follows a thought: "thinks they can win and hopes to start"."""
    return cue.lexeme.act == other.lexeme.act == "thought" and other.form in "ZF" and not other.passive


_BEFORE_VERB = re.compile(rf"{ADVERBIAL}(?=[ZF])")


def _first_not_in(passed: str, clause: Clause, at: int) -> int:
    while clause.tags[at] in passed and at + 1 < clause.end:
        at += 1
    return at


def _tense(clause: Clause, cue: Cue) -> str:
    """The forms that go on with a cue: "continues to insist" is like "says", "has said" like "said"."""
    first = clause.tags[cue.first]
    return first if first in "ZF" else "FK" if first == "H" else cue.form


def _is_whom(clause: Clause, at: int, source: Range, cue: Cue) -> bool:
    """Whether "whom" at token `at` is what `cue` describes: `whom she called "a saint"`."""
    tags = clause.tags
    relative = clause.tagged.word(at) in WHOM
    return relative and source[0] == at + 1 and cue.end < clause.end and tags[cue.end] in "UQ"


def tells_beside(clause: Clause, at: int) -> bool:
    """Return whether "before" or "with" at token `at` opens what tells more: `with Lee saying …`."""
    for cue in clause.cues:
        if cue.first > at + 12:
            return False
        if cue.first > at and cue.form == "G":
            if clause.tags[at] == "U":
                return cue.first == at + 1 and is_speech(clause, cue)
            source = sources.absolute(clause.tagged, cue)
            return source is not None and source[0] == at + 1
    return False


_SPEECH = frozenset({"that", "quote", "clause", "colon", "obj-that", "obj-quote"})


def is_speech(clause: Clause, cue: Cue) -> bool:
    """Return whether a cue has a clause or a quotation after it."""
    found = frames.complement(clause.tagged, cue, 60)
    return found is not None and found.frame.name in _SPEECH


def _continues(clause: Clause, other: Cue) -> bool:
    """Whether a verb group goes on telling: ", adding …", "and said …", but not "and was waiting"."""
    if other.lexeme.act != "said":
        return False  # said she was tired but still hoped
    if other.form == "G" and "B" in clause.tags[other.first : other.head]:
        return "that" in other.lexeme.frames  # and is demanding
    if other.form == "G":
        return True
    return not other.passive and other.form in "ZFKV"
