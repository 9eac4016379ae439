"""What somebody is said to have done, and said: `police said the man hit him and shouted “Go!”`."""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.clauses import Clause, Range
from quotes.cues import Cue
from quotes.syntax import BASE, POST

_DOES = re.compile(rf"[TW]?(?P<who>{BASE}){POST}?(?:,[^,.|;:Q]{{1,20}},)?R*(?:HR*K|[FZ])")
_VERB = re.compile("R*[FKZ]")
_SINGULAR = frozenset({"he", "she"})


def go_on(clause: Clause, cue: Cue, source: Range | None, told: Range) -> bool:
    """Return whether what is `told` goes on with the verb after the "and" at its end.

    That is so where somebody else than the speaker is told to do something: a name, a noun for a person,
    or "he" where those who speak are many, or no person; and where nobody speaks, as in "the jury heard
    he was drunk and told officers …". But `Lee said Dunn lied and said …`.
    """
    start, at = told
    verb = _VERB.match(clause.tags, at + 1)
    if clause.tagged.word(at) != "and" or clause.tags[at - 1] in ",q" or not verb:
        return False
    if cue.passive or cue.lexeme.lemma == "hear":
        return any(other.head == verb.end() - 1 and other.lexeme.act != "found" for other in clause.cues)
    does = _DOES.match(clause.tags, start, at)
    if not does:
        return False
    if does["who"] == "P":
        return clause.tagged.word(does.start("who")) in _SINGULAR and not _is_one(clause, source)
    again = clause.tagged.word(verb.end() - 1) == clause.tagged.word(cue.head) and _is_one(clause, source)
    return _is_one(clause, does.span("who")) and not again


def _is_one(clause: Clause, who: Range | None) -> bool:
    """Whether a noun phrase is one person: a name, or "the driver"."""
    if not who:
        return False
    heads = [i for i in range(*who) if clause.tags[i] in "ENSP"]
    last = heads[0] if clause.tags[who[0]] == "E" else heads[-1] if heads else who[0]
    word = clause.tagged.word(last)
    return clause.tags[last] in "EP" or word in _people() or word.endswith("man")


@cache
def _people() -> frozenset[str]:
    return lexicon.words("role_nouns") | lexicon.words("kin") | {"boy", "girl"}
