"""Where the content to the right of a cue ends.

In news, what is said runs to the end of its sentence four times in five; the stops below were chosen by
counting, for each kind of boundary, how often gold content ends there and how often it goes on.
"""

from __future__ import annotations

import re

from quotes import sources
from quotes.clauses import Clause, Range, trim
from quotes.cues import Cue
from quotes.frames import Complement
from quotes.syntax import NOUN_PHRASE, PARENTHESIS

_CLAUSES = "that clause wh quote obj-that obj-wh obj-quote to obj-to".split()
CLAUSAL = frozenset(f"{prefix}{name}" for prefix in ("", "p-", "be-", "poss-", "v-") for name in _CLAUSES)
_CLAUSE_END = re.compile(r"[.|;]|,(?=[CGUWI])|C(?=R?[ZFYMBHPDE0])|-(?=G)|(?<=q)(?=R?G)")
_PHRASE_END = re.compile(
    rf"[.|;:]|,(?![NSJ0]|C[NSJ])|-|C(?=R?[ZFPWTMBHY]|E[ZF])|W|U(?=G|R?(?:{NOUN_PHRASE})R?[ZFMBHYV])|(?<=q)(?=R?G)"
)


def extent(clause: Clause, cue: Cue, found: Complement, source: Range | None) -> Range:
    """Return the tokens of the content that begins where `found` says."""
    clausal = found.frame.name in CLAUSAL or bool(_INFINITIVE.match(clause.tags, found.start, clause.end))
    asked = cue.passive and "B" not in clause.tags[cue.first : cue.head]  # "Asked whether …, she said …"
    if clausal and (asked or _is_subordinate(clause, source[0] if source else cue.first)):
        pattern = _MAIN_VERB if asked else _MAIN_CLAUSE
        main = pattern.search(clause.tags, found.anchor + 1, clause.end)
        if main:
            return trim(clause.tags, found.start, main.start())
    spoken = _SPOKEN.match(clause.tags, found.anchor, clause.end)
    if spoken and _is_whole(clause, cue, spoken):
        return found.start, spoken.end("words")
    second = _SECOND_VERB.match(clause.tags, found.start, clause.end) if cue.lexeme.part == "noun" else None
    if second and clause.tags[found.start] in "Tt":
        return trim(clause.tags, found.start, second.end("words"))
    pattern = _CLAUSE_END if clausal else _PHRASE_END
    for stop in pattern.finditer(clause.tags, found.anchor + 1, clause.end):
        if not clausal and stop[0] == "W" and clause.tagged.word(stop.start()) in _IDENTIFYING:
            continue
        if not clausal or _ends_clause(clause, cue, stop.start()):
            return trim(clause.tags, found.start, stop.start())
    return trim(clause.tags, found.start, clause.end)


# "his claim [that he was tired] did not help": the noun's own verb follows the clause.
_SECOND_VERB = re.compile(
    r"(?P<words>T[^,.|;:CUWTZFMBHY]{1,12}[ZFMBHY][RnMBHYK]*[^,.|;:CUWTZFMBHY]{0,25}[NSEPOJ0RK'q])(?=R?[MBHYZF])"
)
_IDENTIFYING = frozenset("who which whom whose what how why whether".split())  # "the farmer who left"


# A quotation, or several joined by "and", and what goes on after them.
_SPOKEN = re.compile(r"(?P<words>(?:tV?|T|D)?Qq*(?:,?CQq*)*)(?P<next>.?)")


def _is_whole(clause: Clause, cue: Cue, spoken: re.Match[str]) -> bool:
    """Whether the content is the quotation alone, because it is introduced or ends as speech does."""
    last = spoken.end("words") - 2
    return clause.tags[spoken.start() - 1] in ":," or clause.tagged.word(last) in {".", "!", "?", ","}


_INFINITIVE = re.compile(rf"(?:{NOUN_PHRASE})n?tR?V")  # "ministers to act"


# ", he said", ", the mayor had": where the main clause begins after a subordinate one.
_MAIN_CLAUSE = re.compile(
    rf"(?:,|(?<=q))(?=(?:{NOUN_PHRASE})(?:{PARENTHESIS})?(?:,[^,.|;]{{1,40}},)?R*(?:[ZFMBHY]))"
)
_MAIN_VERB = re.compile(rf",(?=(?:(?:{NOUN_PHRASE})(?:{PARENTHESIS})?)?R*[ZFMBHY])")


def _is_subordinate(clause: Clause, at: int) -> bool:
    """Whether the reporting clause that begins at `at` opens a sentence as in "While Lee said …, he …"."""
    before = clause.tags[max(clause.first, at - 2) : at]
    return (
        (before[-1:] in {"U", "W"}
        and len(before) == 1)
        or (before[:1] in {"C", ","}
        and before[1:] in {"U", "W"})
    )


def _ends_clause(clause: Clause, cue: Cue, at: int) -> bool:
    """Whether clausal content stops at this stop, comma or conjunction."""
    tags, next_word = clause.tags, clause.tagged.word(at + 1)
    if tags[at] in ".|;":
        return True
    if tags[at] == "," and next_word == "according":
        return True
    if tags[at] == "," and next_word in _NEW_CLAUSE:
        return not _MEDIAL_RELATIVE.match(tags, at, clause.end)
    return _is_next_cue(clause, cue, at)


_MEDIAL_RELATIVE = re.compile(r",W[^.|;:]{1,60},[ZFMBHY]")
_NEW_CLAUSE = frozenset({"but", "while", "although", "though", "which"})


def _is_next_cue(clause: Clause, cue: Cue, at: int) -> bool:
    """Whether the next verb group after the comma or conjunction reports too, in the same tense."""
    comma = clause.tags[at] == ","
    while clause.tags[at] in ",CR-" and at + 1 < clause.end:
        at += 1
    for other in clause.cues:
        if other.first <= at <= other.head and other is not cue:
            return _continues(clause, other) and (comma or other.form in ("G", cue.form))
        if other.head > at + 12:
            return False
        if at < other.first and "that" in other.lexeme.frames and other.form in "ZFKV":
            source = sources.subject(clause.tagged, other)
            if source and source[0] <= at < source[1]:
                return True
    return False


def _continues(clause: Clause, other: Cue) -> bool:
    """Whether a verb group goes on telling: ", adding …", "and said …", but not "and was waiting"."""
    if other.form == "G" and "B" in clause.tags[other.first : other.head]:
        return other.lexeme.act == "said" and "that" in other.lexeme.frames  # and is demanding
    if other.form == "G":
        return True
    return not other.passive and other.form in "ZFKV"
