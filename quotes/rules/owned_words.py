"""`Lee's “basket of fools” remark`: words in quotation marks between their owner and a noun of speech."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.clauses import Clause, Draft, Range, draft, is_title
from quotes.rule import Rule
from quotes.syntax import NOUN_PHRASE, backward

_OWNER = backward(rf"(?P<source>{NOUN_PHRASE}'|[$h])[JR]{{0,2}}")
_LONGEST_OWNER = 20  # tokens
_ONE_WORD = 3  # tokens, marks included
_SPOKEN = frozenset("comment gibe insult jab jibe quip remark slur taunt".split())  # not her “private” emails


def find(clause: Clause) -> Iterator[Draft]:
    """Draft each quotation that stands right before a noun of speech, with its owner for a source."""
    tags = clause.tags
    for cue in clause.cues:
        if cue.form != "N" or tags[cue.first - 1] != "q" or "quote" not in cue.lexeme.names:
            continue
        words = (max(clause.first, tags.rfind("Q", clause.first, cue.first)), cue.first)
        owner = _OWNER.match(tags, max(clause.first, words[0] - _LONGEST_OWNER), words[0])
        enough = words[1] - words[0] > _ONE_WORD or cue.lexeme.lemma in _SPOKEN
        source = _owner(clause, owner.span("source")) if owner and enough else None
        if source and not is_title(clause, *words):
            yield draft(cue, (words,), source, "owned")


def _owner(clause: Clause, found: Range) -> Range | None:
    """The owner without what is only owned by them, `fans of [Ann Lee’s]`; no day or year: `last week’s`."""
    tags = clause.tags
    within = max(tags.rfind("o", *found), tags.rfind("I", *found)) + 1
    source = (within, found[1]) if within else found
    return source if _TIMES.isdisjoint(clause.tagged.lower[slice(*source)]) else None


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"
    " morning afternoon evening night week weekend month year season".split()
)


RULES = (
    Rule(
        "owned words",
        "words in quotation marks between their owner and a noun of speech",
        find,
        (
            "<s>The senator’s</s> <q>“basket of fools”</q> <c>remark</c> hurt her.",
            "The women were hurt by <s>his</s> careless <q>“letterbox”</q> <c>jibe</c>.",
            "<s>Ann Lee’s</s> <q>“not in my lifetime”</q> <c>comment</c> was all over the papers.",
        ),
        '"{cue}" says whose words those are',
        needs="Q",
    ),
)
