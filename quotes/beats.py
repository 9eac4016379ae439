"""What somebody does beside words in quotation marks: `Lee shook his head. “Not since the accident.”`

Features print what people do instead of a tag. Whoever acts in the sentence before a quotation that stands
alone says it, if only one person acts there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotes import lexicon, sources
from quotes.clauses import Clause, Range
from quotes.nouns import is_role_noun
from quotes.syntax import NOUN_PHRASE

_VERB = re.compile(r"R*(?:[MBHY][Rn]*)*[ZFVKG]|[MBHY]")
_OTHER = re.compile(rf"[,;C-][UW]?R*(?:{NOUN_PHRASE})R*[ZFMBHY]")  # and Liv ties the rope, where a sign hangs
_AGENT = re.compile(r"KR?[^,.]{0,4}b")  # was led out by Dunn
_ACTOR = re.compile(r"P|[JN]{0,3}(?:E~?){1,4}|[D$h]J{0,2}(?:[JE]?N){1,3}")
_ROLE = re.compile("C?[D$]J{0,2}N{1,3}(?=R*[ZFMBHY])")
_ONE = frozenset({"he", "she"})
_LONGEST = 12  # tokens before the verb
# Verbs of somebody to whom others speak.
_HEARING = frozenset(
    "hear heard hears listen listened listens overheard overhears read reads received receives".split()
)


class Beat(NamedTuple):
    """Who acts and the verb, in tokens."""

    actor: Range
    verb: Range


def beat(clause: Clause) -> Beat | None:
    """Return who acts in a sentence that tells no words of theirs; nobody if there may be two."""
    tags = clause.tags
    if tags[clause.end - 1] not in ".|":
        return None
    for verb in _VERB.finditer(tags, clause.first, min(clause.end, clause.first + _LONGEST)):
        actor = sources.subject_before(clause.tagged, verb.start())
        if actor and actor[0] >= clause.first:
            alone = not any(other.search(tags, verb.end() - 1, clause.end) for other in (_OTHER, _AGENT))
            hears = not _HEARING.isdisjoint(clause.tagged.lower[slice(*verb.span())])
            return Beat(actor, verb.span()) if alone and not hears and _is_person(clause, actor) else None
    return None


def brings_somebody(clause: Clause) -> bool:
    """Return whether a sentence is about somebody who is called by a role: `The author is unmoved.`"""
    found = _ROLE.match(clause.tags, clause.first, clause.end)
    return found is not None and is_role_noun(clause.tagged.word(found.end() - 1))


def is_act(clause: Clause, found: Beat) -> bool:
    """Return whether something is done: `She was seven` and `He has two boats` tell what somebody is."""
    return clause.tags[slice(*found.verb)].rstrip("Rn")[-1:] not in "BH"


def _is_person(clause: Clause, actor: Range) -> bool:
    """Whether a subject is one person: "she", a name that is no body's and no place's, or a role."""
    words = clause.tagged.lower[slice(*actor)]
    kind = clause.tags[slice(*actor)]
    if not _ACTOR.fullmatch(kind):
        return False
    if kind == "P":
        return words[0] in _ONE
    if kind.endswith("E"):
        return words[-1] not in _no_person()
    return is_role_noun(words[-1])


@cache
def _no_person() -> frozenset[str]:
    return frozenset(lexicon.table("organization_heads")) | frozenset(map(str.lower, lexicon.words("places")))
