"""`…, a charge the ministry denies`, `…, which it denies`: who judges what goes before in a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from quotes import lexicon
from quotes.clauses import Clause, Draft, Range, draft, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.syntax import backward

_LONGEST = 16  # tokens before the verb
_BEFORE = backward(
    r"(?<=,)(?P<thing>W|[D$]?[JR]{0,2}(?P<noun>[NS])T?)(?P<source>(?:E~?){1,4}|P|[D$][JNE]{0,3}[NSE]|[JN]?S)R*"
)
_AFTER = re.compile(r"R?(?:I?d+)?(?=[.,|;:)-])")
_ENDS = frozenset(".,|;:)-RIdUQD")  # with which begins what may follow
_AS = re.compile(r"U[^.,|;:Qq]*(?:Qq+(?:o[^.,|;:Qq]+)?)?")
_NAME = re.compile("D?J?Qq+(?:o[^.,|;:Qq]+)?(?P<whom>I[^.,|;:Qq]+)?")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what somebody denies or welcomes in a relative clause at the end of what it is about."""
    tags = clause.tags
    for cue in clause.cues:
        if tags[cue.end : cue.end + 1] in _ENDS and _judges(cue):
            before = _BEFORE.match(tags, max(clause.first, cue.first - _LONGEST), cue.first)
            words = _words(clause, cue, before.span("thing")) if before and _takes_up(clause, before) else ()
            if before and words:
                yield draft(cue, words, before.span("source"), "relative")


def _judges(cue: Cue) -> bool:
    """Whether a verb says something of what its object is."""
    judges = "np" in cue.lexeme.sure or "obj-quote" in cue.lexeme.names
    return cue.form in "ZFVK" and cue.prefix == "" and cue.lexeme.act == "said" and judges


def _takes_up(clause: Clause, before: regex.Match[str]) -> bool:
    """Whether "which" or a noun such as "claim" stands for what goes before."""
    if before["noun"] is None:
        return clause.tagged.word(before.start("thing")) == "which"
    noun = clause.tagged.word(before.start("noun"))
    return noun == "something" or noun.removesuffix("s") in lexicon.words("summary_nouns")


def _words(clause: Clause, cue: Cue, thing: Range) -> tuple[Range, ...]:
    """The noun, and as what it is described or what it is called; nothing if the verb has another object."""
    if clause.tags[thing[1] - 1] == "T":
        thing = thing[0], thing[1] - 1  # a claim | that officials reject
    if _AFTER.match(clause.tags, cue.end, clause.end):
        return (thing,)
    described = _AS.match(clause.tags, cue.end, clause.end) if "obj-as" in cue.lexeme.names else None
    if described:
        return thing, trim(clause.tags, *described.span())
    named = _NAME.match(clause.tags, cue.end, clause.end) if "obj-quote" in cue.lexeme.names else None
    if not named:
        return ()
    whole = clause.tagged.word(named.start("whom")) == "for"  # a “ban” for yachts; not: “mad” on Monday
    return thing, (named.start(), named.end() if whole or named["whom"] is None else named.start("whom"))


RULES = (
    Rule(
        "denied charge",
        'what goes before in a noun or in "which", and who denies, rejects or welcomes it',
        find,
        (
            "The camp was shelled, <q>a charge</q> <s>the ministry</s> <c>denies</c>.",
            "The yard is shut, <q>a move</q> <s>the union</s> <c>called</c> <q>“a disgrace”</q>.",
            "The yard is for sale, <q>a claim</q> that <s>she</s> <c>has dismissed</c> <q>as gossip</q>.",
        ),
        '"{cue}" is about what goes before',
        needs=",",
        asks=frozenset({"np", "obj-quote"}),
    ),
)
