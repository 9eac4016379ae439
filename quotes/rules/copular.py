"""`"No," was her reply`: words in quotation marks, be, and a noun of speech that says whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, Range, draft, is_title, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.syntax import backward

_OWNED = backward("(?<=q)BR?")
_DEFINITE = backward("(?<=q)BR?DJ{0,2}N?")
_OF_SPEECH = frozenset({"quote", "poss-quote"})
_STOPS = frozenset(",!?")
_GIVING = frozenset({"by", "from", "of"})


def find(clause: Clause) -> Iterator[Draft]:
    """Draft the quotation before each such noun."""
    for cue in clause.cues:
        if cue.form in "NS" and not _OF_SPEECH.isdisjoint(cue.lexeme.names):
            link = (_OWNED if cue.owner else _DEFINITE).match(
                clause.tags, clause.first, cue.owner[0] if cue.owner else cue.head
            )
            source = cue.owner or _giver(clause, cue) if link else None
            if link and source:
                words = trim(clause.tags, clause.tags.rfind("Q", clause.first, link.start()), link.start())
                if clause.tagged.last_spoken(words[1]) in _STOPS or not is_title(clause, *words):
                    yield draft(cue, (words,), source, "copular")


def _giver(clause: Clause, cue: Cue) -> Range | None:
    """Whose a noun is, printed after it: "the verdict of one fan"."""
    if clause.tagged.word(cue.end) not in _GIVING:
        return None
    giver = sources.INVERTED.match(clause.tags, cue.end + 1, clause.end)
    return giver.span("source") if giver else None


RULES = (
    Rule(
        "was her reply",
        "a quotation, be, and a noun of speech with its possessor",
        find,
        (
            "<q>“See you in court,”</q> was <s>her</s> <c>reply</c>.",
            "<q>“Nobody is safe”</q> was <s>Ann Lee's</s> <c>blunt warning</c>.",
            "<q>“Shocking,”</q> was the <c>verdict</c> of <s>one fan</s>.",
            "<q>“Stay away,”</q> is the <c>message</c> from <s>the lifeguards</s>.",
        ),
        '"{cue}" says that the words are somebody\'s',
        needs="Q",
    ),
)
