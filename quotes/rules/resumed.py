"""What goes on after a tag that interrupts it: `"It leaks," she said, "and nobody cares."`"""

from __future__ import annotations

import re

from quotes import frames, sources
from quotes.clauses import Clause, Range, trim

_NAMES = re.compile("[D$]?[JNS]*E[E~]*")
# ", speaking of Lee, …", ", who has a farm, …"
_RESUMED = re.compile(
    r"(?:(?:[DK]|[IU]G?(?=D|E))(?:[^.|;:QZFMBHYVW]|tV|(?<=[NS])F(?=[IU])){2,24}|G[^.|;:Q]{2,30}|W[^.|;:QW]{2,24})[,-](?=C?Q)"
)


def words_after(clause: Clause, closed: re.Match[str], spoken: bool) -> Range | None:
    """Return what goes on after an interrupting tag that is `closed` so: `"A," she said, "B."`."""
    tags, at = clause.tags, closed.end()
    resumed = _resumed(clause, at) if spoken and closed["stop"] == "," else None
    if resumed:
        return trim(tags, resumed, clause.end)
    if closed["stop"] in {".", "|"} or at + 1 >= clause.end:
        return None
    if tags[at] in _stops(clause, at, spoken) and clause.tagged.word(at) != "whether":
        return None
    if closed["stop"] == ";" and tags[at] != "Q":  # "A," she said; "B."
        return None
    if spoken and (not _SPOKEN_ON.match(tags, at, clause.end) or _is_aside(clause, closed)):
        return None
    if not spoken and _NAMES.fullmatch(tags, at, trim(tags, at, clause.end)[1]):
        return None  # The roof leaks, he said in a letter to the mayor, Ann Lee
    if not spoken and _begins_tag(clause, at):
        return None  # The roof leaks, records show, and tenants say …
    adding = (
        cue.first
        for cue in clause.cues
        if cue.form == "G" and at < cue.first and tags[at : cue.first].endswith(("q", "q,"))
    )
    end = next(adding, clause.end) if spoken else clause.end
    did = _DID.match(tags, at, end) if spoken else None
    if did and (did["comma"] or clause.tagged.last_spoken(did.end("words")) == ","):
        end = did.end("words")  # "We are not," he says, "a charity," and pointed to last year
    bracket = tags.find(")", at, end)
    outside = bracket >= 0 and "(" not in tags[at:bracket]
    rest = trim(tags, at, bracket if outside else end)
    return rest if rest[1] > rest[0] else None


_DID = re.compile("(?P<words>Qq+)(?P<comma>,)?CR?[ZF]")
# More of what is spoken, or the verb of which it is the subject: "Only you," she said, would dare.
_SPOKEN_ON = re.compile("C?[QT]|[MBH]")


def _is_aside(clause: Clause, closed: re.Match[str]) -> bool:
    """Whether quotation and tag stand between dashes: `The plan – “a farce,” he said – was dropped`."""
    opened = clause.tags.rfind("Q", clause.first, closed.start())
    return closed["stop"] == clause.tags[opened - 1] == "-"


def _stops(clause: Clause, at: int, spoken: bool) -> str:
    """The tags with which nothing goes on; after "Though it leaks, she said," a main clause does."""
    if spoken:
        return "GWU"
    main = is_subordinate(clause) and all(cue.first != at for cue in clause.cues)
    return "" if main else "GW"


def _begins_tag(clause: Clause, at: int) -> bool:
    """Whether somebody else speaks from token `at` on: `and tenants say …`."""
    if clause.tags[at] != "C":
        return False
    at += 1
    for cue in clause.cues:
        if cue.first > at and cue.form in "ZFV" and cue.lexeme.act == "said":
            source = sources.subject(clause.tagged, cue)
            return source is not None and source[0] == at
    return False


def _resumed(clause: Clause, at: int) -> int | None:
    """Where what is said goes on after a phrase that reports nothing: `said Lee, speaking of tea, "but "`."""
    match = _RESUMED.match(clause.tags, at, clause.end)
    speaking = (cue for cue in clause.cues if match and at <= cue.head < match.end() and cue.form != "N")
    found = filter(None, (frames.complement(clause.tagged, cue, 10) for cue in speaking))
    return None if not match or any(each.frame.name in _REPORTING for each in found) else match.end()


_REPORTING = frozenset({"tag", "quote", "that", "clause", "obj-that"})


def is_subordinate(clause: Clause) -> bool:
    """Return whether a sentence begins with "when", "if", "as" and the like."""
    return clause.tags[clause.first] == "U" or clause.tagged.word(clause.first) == "when"
