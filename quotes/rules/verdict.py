"""A quotation that is the subject: `"No," was how Lee put it`, `"Never" was Lee's verdict`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, Range, draft, is_title, trim
from quotes.cues import Cue
from quotes.lexicon.forms import all_forms
from quotes.rule import Rule
from quotes.syntax import BASE, POST

_SUBJECT = re.compile(r"[CR,~]*(?P<words>Qq*+),?[HM]?B{1,2}R*")
_HOW = re.compile(rf"[A-Za-z](?P<source>{BASE}{POST}*)(?P<verb>[HM]?R*[ZFKV])P?")
_THE_WAY = ["the", "way"]
_OF_A_KIND = re.compile("[DR][JENRF0]*[NS]")
_PUTTING = frozenset[str]().union(
    *map(all_forms, "characterise characterize describe phrase put see sum summarise summarize".split())
)
_GIVERS = frozenset({"by", "from", "of"})
_FRAMES = frozenset({"quote", "poss-quote"})
_SPEECH_ENDS = frozenset(",?!")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft the quotation that opens a sentence and is somebody's answer, or how somebody put it."""
    found = _SUBJECT.match(clause.tags, clause.first, clause.end)
    if not found or clause.is_taken(found.start("words")):
        return
    content = trim(clause.tags, *found.span("words"))
    put = how(clause, found.end())
    if put:
        yield Draft((content,), put[1], put[0], "said", None, "how")
        return
    if is_title(clause, *content) and clause.tagged.last_spoken(content[1]) not in _SPEECH_ENDS:
        return  # "The Salt Road" was her answer to the critics
    for cue in clause.cues:
        source = giver(clause, cue, found.end())
        if source:
            yield draft(cue, (content,), source, "verdict")
            return


def giver(clause: Clause, cue: Cue, at: int) -> Range | None:
    """Return whose answer it is that begins at token `at`: Lee's answer, the answer from Lee."""
    if cue.lexeme.part != "noun" or _FRAMES.isdisjoint(cue.lexeme.names):
        return None
    if cue.owner and cue.owner[0] == at:
        return cue.owner
    if not _OF_A_KIND.fullmatch(clause.tags, at, cue.end) or clause.tagged.word(cue.end) not in _GIVERS:
        return None
    giver = sources.INVERTED.match(clause.tags, cue.end + 1, clause.end)
    return giver.span("source") if giver else None


def how(clause: Clause, at: int) -> tuple[Range, Range] | None:
    """Return the source and the verb of "how Lee put it" or "all that Lee would say" from token `at` on."""
    at += clause.tagged.lower[at : at + 2] == _THE_WAY
    found = _HOW.match(clause.tags, at, clause.end)
    if not found:
        return None
    verb = clause.tagged.word(found.end("verb") - 1)
    reports = any(cue.end == found.end("verb") and cue.lexeme.act == "said" for cue in clause.cues)
    holds = {"how": verb in _PUTTING, "way": verb in _PUTTING, "all": reports}.get(
        clause.tagged.word(at), False
    )
    return (found.span("source"), (found.start("verb"), found.end())) if holds else None


RULES = (
    Rule(
        "was how S put it",
        "a quotation, be, and how somebody put it, or all that somebody would say",
        find,
        (
            "<q>“Not on my watch,”</q> was how <s>Ann Lee</s> <c>put it</c>.",
            "<q>“A farce,”</q> is how <s>the mayor of Leeds</s> <c>described it</c>.",
            "<q>“No comment,”</q> was all <s>she</s> <c>would say</c>.",
        ),
        'the quotation is how it was "{cue}"',
        ("how",),
        needs="Q",
    ),
    Rule(
        "was S's answer",
        "a quotation, be, and a noun that reports, with whose it is",
        find,
        (
            "<q>“Nobody is safe”</q> was <s>Ann Lee's</s> <c>blunt warning</c>.",
            "<q>“Stay away,”</q> is the <c>message</c> from <s>the lifeguards</s>.",
            "<q>“Never again”</q> was <s>Lee’s</s> <c>reply</c>.",
            "<q>“It’s a joke,”</q> was <s>her</s> <c>first reaction</c>.",
            "<q>“Sorry, no,”</q> was the <c>answer</c> from <s>the mayor</s>.",
        ),
        '"{cue}" says what the quotation is, and whose',
        ("verdict",),
        needs="Q",
    ),
)
