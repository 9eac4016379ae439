"""`an election the opposition says was rigged`, `who, police say, fled`: a tag inside a relative clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, Range, draft, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.syntax import BASE, backward

_FINITE = re.compile("R*[MBHYZFV]")
_DESCRIPTIONS = frozenset("UQ")  # with which begins what somebody calls a thing
_FOLLOWING = _DESCRIPTIONS | frozenset("RMBHYZFV")  # or what is said of it
_CLAUSAL = frozenset({"that", "clause"})
_DESCRIBING = frozenset({"obj-as", "obj-quote", "obj-np"})
_THING = backward(rf"(?P<thing>(?:(?:{BASE})o)?(?:{BASE}))")
_NAMED = re.compile("[UDRJ]{0,4}Qq*(?=R*[ZFHMBYK])")
_END = re.compile(r"[.|;:]|,(?=[^NSJ])|(?<=q),(?=[NSJ])|(?<=q)(?=[DENSJ])|-")
_BESIDE = backward(
    r"(?<=[ZFVBGKIob,-])[D$0][JR]{0,2}(?:[NS](?P<source>S|N)|N?[NS](?P<source>E{1,3}))(?:R|[HMB]R?)*"
)
_FINITE_BEFORE = re.compile("[ZFMBHV]")
_AUXILIARIES = frozenset("MBH")
_FARTHEST = 10  # tokens from the noun to the verb


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what is said about the thing that a relative clause describes."""
    for cue in clause.cues:
        follows = clause.tags[cue.end : cue.end + 1]
        if cue.prefix or follows not in _FOLLOWING or not _reports(clause, cue, follows):
            continue
        if clause.is_taken(cue.first):
            continue
        source = _beside_noun(clause, cue) or sources.subject(clause.tagged, cue)
        if source and source[0] > clause.first and clause.tags[source[0]] not in "WT":
            thing = _thing(clause, source[0])
            rest = _rest(clause, cue)
            if thing and rest[1] > rest[0]:
                yield draft(cue, (thing, rest), source, "relative")


def _beside_noun(clause: Clause, cue: Cue) -> Range | None:
    """Who says it, where a noun of the main clause stands before them: `a knife prosecutors say was`."""
    if clause.tags[cue.end : cue.end + 1] not in _AUXILIARIES:
        return None
    found = _BESIDE.match(clause.tags, max(clause.first, cue.first - _FARTHEST), cue.first)
    if not found:
        return None
    main = _FINITE_BEFORE.search(clause.tags, clause.first, found.start())
    several = found["source"] == "S" or clause.tagged.word(found.start("source")) == "police"
    agrees = cue.form != "Z" if several else found["source"] != "N"
    return found.span("source") if main and agrees else None


def _reports(clause: Clause, cue: Cue, follows: str) -> bool:
    names = cue.lexeme.names
    if follows not in _DESCRIPTIONS:
        finite = _FINITE.match(clause.tags, cue.end, clause.end)
        return finite is not None and not names.isdisjoint(_CLAUSAL)
    described = cue.end < clause.end and not names.isdisjoint(_DESCRIBING)
    return described and _after_pronoun(clause, cue)


def _after_pronoun(clause: Clause, cue: Cue) -> bool:
    source = sources.subject(clause.tagged, cue)
    return source is not None and clause.tags[source[0] - 1] == "W"


def _thing(clause: Clause, at: int) -> Range | None:
    """The relative pronoun before token `at`, else the noun phrase there when nothing parts the two."""
    if clause.tags[at - 1] in "WT":
        return at - 1, at
    if clause.tags[at - 2 : at] == "WR":  # which even critics say was
        return at - 2, at - 1
    if clause.tags[at] not in "D$PENS" or clause.tags[at - 1] not in "NS":
        return None
    match = _THING.match(clause.tags, max(clause.first, at - 20), at)
    return match.span("thing") if match else None


def _rest(clause: Clause, cue: Cue) -> Range:
    named = _NAMED.match(clause.tags, cue.end, clause.end)
    if named:  # what she dubbed "the leak" has cost us
        return named.span()
    for match in _END.finditer(clause.tags, cue.end, clause.end):
        at = match.start()
        if match[0] or clause.tagged.last_spoken(at) == ",":
            return trim(clause.tags, cue.end, at)
    return trim(clause.tags, cue.end, clause.end)


RULES = (
    Rule(
        "relative clause",
        "a reporting verb and its subject between a thing and what is said of it",
        find,
        (
            "They marched against <q>a vote</q> <s>the opposition</s> <c>says</c> <q>was rigged</q>.",
            "The yard makes <q>what</q> <s>she</s> <c>said</c> <q>is growing demand for oars plain</q>.",
            "It was <q>a tactic</q> <s>critics</s> <c>say</c> <q>will fail</q>.",
            "He met the driver, <q>who</q> <s>police</s> <c>say</c> <q>was asleep at the wheel</q>.",
        ),
        '"{cue}" and its subject stand between a thing and what is said of it',
        asks=_CLAUSAL | _DESCRIBING,
    ),
)
