"""`S: words`: headlines, a name before a quotation, and what leads up to a quotation after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotes import sources
from quotes.clauses import Clause, Draft, Range, trim
from quotes.cues import Cue
from quotes.lexicon import words
from quotes.model import Act
from quotes.nouns import is_role_noun
from quotes.rule import Rule
from quotes.rules.owners import source_of
from quotes.syntax import NOUN_PHRASE, PARENTHESIS, backward

_OPENING = re.compile(rf"(?P<source>(?:[ES0J]~?){{1,6}}(?:{PARENTHESIS})?|P|D[JN]{{1,3}}|N):(?=[^.|0])")
_NAMED = backward(
    rf"(?:(?:(?<=B)|(?<![^|.]))(?P<source>(?=[D$]){NOUN_PHRASE},(?:E~?){{1,4}}):|(?P<source>{NOUN_PHRASE}(?:{PARENTHESIS})?):)"
)
_PLAIN = "[^.,|;:QqZFMBHYVWTPUtIR]"
# Ann Lee, 34, Leeds: or Ann Lee, a nurse from Leeds:
_PRESENTED = re.compile(rf"(?:(?:E~?){{2,4}}|E(?=,0,))(?:,{_PLAIN}{{1,8}}(?:I{_PLAIN}{{1,4}})?){{1,3}}(?=:)")
_NAME = re.compile("[^ZFMBHYV]+")
_SIGNED = backward(r"[-~](?P<source>(?:E~?){1,4}):")
_OWNED = backward(rf"(?P<source>{NOUN_PHRASE}'|[$h])(?P<cue>J?[NS](?:BR?J?)?:)")
_AGENT = backward(rf"(?<=[KF][RI]?)b(?P<source>{NOUN_PHRASE})")
_FINITE = re.compile(r"R*(?:(?:[MBHY][Rn]*)+[VZFKG]?|[ZF])")
_SPEECH = frozenset({"quote", "tag", "obj-quote", "colon"})  # in one of these a verb introduces speech
_FARTHEST = 12  # tokens between an unlisted verb and its colon
_LONGEST_NAME = 40
_LOOKED_AT = 6  # verbs to the left of a colon
_FIRST_PERSON = frozenset("i we my our me us".split())
_SHORTEST_LEAD = 8  # tokens of a sentence after a dateline
_DUMMIES = frozenset({"it", "that", "this", "there", "these", "those", "which"})


class Introduction(NamedTuple):
    """The tokens of the source and the cue before a colon, and what the cue is."""

    source: Range
    cue: Range
    act: Act = "said"
    lemma: str = ""


def introduction(clause: Clause, colon: int) -> Introduction | None:
    """Return who is said to say what stands after the colon at token `colon`, and in which words.

    A reporting verb comes first; else any verb is the cue, with all up to the colon; else a name.
    """
    looks = (_signed, _inverted, _owned, reported, _acted, _named)
    return next(filter(None, (look(clause, colon) for look in looks)), None)


def _signed(clause: Clause, colon: int) -> Introduction | None:
    """`The bridge is late - Ann Lee:`."""
    match = _SIGNED.match(clause.tags, max(clause.first, colon - _LONGEST_NAME), colon + 1)
    return Introduction(match.span("source"), (colon, colon + 1)) if match else None


def _owned(clause: Clause, colon: int) -> Introduction | None:
    """`Lee's answer was:`, `her message:`."""
    match = _OWNED.match(clause.tags, max(clause.first, colon - _LONGEST_NAME), colon + 1)
    own = match and not is_role_noun(clause.tagged.word(colon - 1))  # her daughter: "…" is the daughter's
    if match and own and ("B" in match["cue"] or not _verbs(clause, colon)):
        return Introduction(match.span("source"), match.span("cue"))
    return None


def _inverted(clause: Clause, colon: int) -> Introduction | None:
    """`Replied Lee:`."""
    for cue in clause.cues[-_LOOKED_AT:]:
        opens = cue.first == clause.first or clause.tags[cue.first - 1] in ",|-"
        if opens and cue.form in "ZF" and cue.end < colon and _is_speech(cue):
            source = sources.INVERTED.match(clause.tags, cue.end, colon)
            if source and source.end() == colon and not _has_subject(clause, cue):
                lexeme = cue.lexeme
                return Introduction(source.span("source"), (cue.first, cue.end), lexeme.act, lexeme.lemma)
    return None


def _has_subject(clause: Clause, cue: Cue) -> bool:
    """Whether the clerk, Ann Lee, is who emailed the board."""
    subject = source_of(clause, cue)
    return subject is not None and subject[0] < cue.first


def reported(clause: Clause, colon: int) -> Introduction | None:
    """`Lee said:`, `Lee told the council:`, `Lee said in a statement:`."""
    before = [cue for cue in clause.cues if cue.end <= colon and not cue.passive and _is_speech(cue)]
    for cue in reversed(before[-_LOOKED_AT:]):
        source = source_of(clause, cue)
        if source and source[0] < colon:
            group = (cue.first, cue.end + (cue.end == colon))
            return Introduction(source, group, cue.lexeme.act, cue.lexeme.lemma)
    return None


def _is_speech(cue: Cue) -> bool:
    return cue.form in "VZFKG" and not cue.lexeme.sure.isdisjoint(_SPEECH)


def _acted(clause: Clause, colon: int) -> Introduction | None:
    """`Lee issued the following statement:`, `Lee turned to the crowd:`."""
    agent = _AGENT.match(clause.tags, max(clause.first, colon - _FARTHEST), colon)  # as was told by Lee:
    for verb in _verbs(clause, colon):
        source = agent.span("source") if agent else sources.subject_before(clause.tagged, verb[0])
        if source and source[0] >= clause.first and not _is_dummy(clause, source):
            return Introduction(source, (verb[0], colon + 1))
    return None


def _verbs(clause: Clause, colon: int) -> list[Range]:
    """The verb groups shortly before a colon, the last one first."""
    near = max(clause.first, colon - _FARTHEST)
    return [verb.span() for verb in _FINITE.finditer(clause.tags, near, colon)][::-1]


def _is_dummy(clause: Clause, source: Range) -> bool:
    return clause.tags[source[0]] in "WT" or clause.tagged.word(source[1] - 1) in _DUMMIES


def _named(clause: Clause, colon: int) -> Introduction | None:
    """`Here is Lee:`, `It did not surprise the engineer Ann Lee:`."""
    presented = _PRESENTED.match(clause.tags, clause.first, colon + 1)
    if presented and presented.end() == colon:
        return Introduction(presented.span(), (colon, colon + 1))
    match = _NAMED.match(clause.tags, max(clause.first, colon - _LONGEST_NAME), colon + 1)
    if match and _NAME.fullmatch(match["source"]) and ("E" in match["source"] or not _verbs(clause, colon)):
        return Introduction(match.span("source"), (colon, colon + 1))
    return None


def posed(clause: Clause) -> Introduction | None:
    """Return whose words a sentence asks for that has no verb: `The mayor’s reply?`"""
    cue = clause.cues[0] if clause.cues and clause.cues[0].owner else None
    if cue is None or cue.owner is None or clause.tagged.word(clause.end - 1) != "?":
        return None
    if _FINITE.search(clause.tags, clause.first, clause.end):
        return None
    opens = cue.owner[0] == clause.first + (clause.tags[clause.first] == "C")
    if not opens or clause.tagged.word(cue.owner[0]) in _FIRST_PERSON | {"your"}:
        return None
    return Introduction(cue.owner, (cue.first, cue.end), cue.lexeme.act, cue.lexeme.lemma)


def reaction(clause: Clause) -> Introduction | None:
    """Return who reacts where no more is told: `The mayor agreed.`, `Asked about it, the mayor laughed.`"""
    cue = clause.cues[-1] if clause.cues and clause.tags[clause.end - 1] == "." else None
    if cue is None or cue.end != clause.end - 1 or cue.form not in "ZFK" or cue.passive:
        return None
    source = source_of(clause, cue)
    if source is None or not cue.lexeme.names & {"quote", "tag"}:
        return None
    opens = clause.tags[clause.first] in "FK" or clause.tagged.word(clause.first) in {"asked", "when"}
    asked = opens and clause.tags[source[0] - 1] == ","
    if source[0] != clause.first and not asked:
        return None
    return Introduction(source, (cue.first, cue.end), cue.lexeme.act, cue.lexeme.lemma)


def find_opening(clause: Clause) -> Iterator[Draft]:
    """Draft what follows a name and a colon at the start of a sentence."""
    match = _OPENING.match(clause.tags, clause.first, clause.end)
    if match and not _is_dateline(clause, match):
        content = _words(clause, match.end())
        if content[1] - content[0] > 1 and _is_name(clause, match):
            cue = (match.end() - 1, match.end())
            yield Draft((content,), cue, match.span("source"), "said", frame="colon")


def _is_dateline(clause: Clause, match: re.Match[str]) -> bool:
    """Whether a place opens the first sentence of a report: `LUDEN: The mayor said on Monday …`."""
    place = clause.tagged.tokens.words[match.start("source") : match.end("source")]
    prose = clause.tags[clause.end - 1] == "." and clause.end - match.end() > _SHORTEST_LEAD
    if clause.paragraph > 1 or not prose or not all(word.isupper() and len(word) > 2 for word in place):
        return False
    return _FIRST_PERSON.isdisjoint(clause.tagged.lower[match.end() : clause.end])


def _words(clause: Clause, first: int) -> Range:
    """The tokens from `first` on, without a final full stop; "?" and "!" belong to the words."""
    first, end = trim(clause.tags, first, clause.end)
    return first, end + (end < clause.end and clause.tagged.word(end) in {"?", "!"})


def _is_name(clause: Clause, match: re.Match[str]) -> bool:
    start, end = match.span("source")
    label = " ".join(clause.tagged.lower[start:end])
    return (
        label not in words("labels")
        and not label.endswith(_ADDRESSES)
        and not _SCORE.search(label)
        and ("E" in match["source"] or clause.tagged.word(end - 1) in _SPEAKING)
    )


_ADDRESSES = ("http", "https")
_SCORE = re.compile(r"\d[-–]\d")  # Rovers 2-1 Ashby: Late header stuns visitors
_SPEAKING = frozenset(
    ["analysis", "judge", "poll", "police", "prosecutor", "reporter", "report", "study", "survey"]
).union(["a", "he", "q", "she", "they"])


def find_introduced(clause: Clause) -> Iterator[Draft]:
    """Draft a quotation after a colon."""
    at = clause.tags.find(":Q", clause.first, clause.end)
    found = introduction(clause, at) if at > clause.first else None
    if found:
        content = trim(clause.tags, at + 1, clause.end)
        yield Draft((content,), found.cue, found.source, found.act, frame="introduced", lemma=found.lemma)


OPENING = (
    Rule(
        "name and colon",
        "a name and a colon before the words: headlines, interviews, transcripts",
        find_opening,
        (
            "<s>Lee</s><c>:</c> <q>The bridge will be open by June</q>.",
            "<s>Lee</s><c>:</c> <q>Who pays for the bridge?</q>",
        ),
        "a colon follows the name of who says it",
        needs=":",
    ),
)
NAMED = (
    Rule(
        "quotation after a colon",
        "a quotation after a colon, where the verb before it reports in no frame of its own, or none does",
        find_introduced,
        (
            'It did not surprise <s>the engineer Ann Lee</s><c>:</c> <q>"We warned them."</q>',
            '<s>Commissioner Lee</s> <c>issued the following statement:</c> <q>"Help is on the way."</q>',
            '<s>She</s> <c>turned to the crowd again:</c> <q>"We warned them."</q>',
            '<s>Lee’s</s> <c>answer was:</c> <q>"We warned them."</q>',
            'In other words, <c>explained</c> <s>the engineer Ann Lee</s>: <q>"We warned them."</q>',
            'The bridge is late - <s>Ann Lee</s><c>:</c> <q>"We warned them."</q>',
        ),
        '"{cue}" leads up to a quotation',
        needs=":",
    ),
)
