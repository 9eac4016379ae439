"""What somebody does beside words in quotation marks: `Lee shook his head. “Not since the accident.”`

Features print what people do instead of a tag. Whoever acts in the sentence before a quotation that stands
alone says it, if only one person acts there, and neither hears nor asks for it, nor shows what is written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotes import lexicon, sources
from quotes.clauses import Clause, Range
from quotes.cues import documents
from quotes.nouns import is_role_noun
from quotes.syntax import NOUN_PHRASE

_VERB = re.compile(r"R*(?:(?:[MBHY][Rn]*)+[VKG]?|[ZF])")  # finite
# and Liv ties the rope, where a sign hangs, what her mother used to do
_OTHER = re.compile(rf"(?:[,;C-][UW]?|W)R*(?:{NOUN_PHRASE})R*[ZFMBHY]")
_PASSIVE = re.compile("[MBHYRn]*B[Rn]*K")
_ACTOR = re.compile(r"(?:P|[JN]{0,3}(?:E~?){1,4}|[D$h]J{0,2}(?:[JE]?N){1,3})(?=,|$)")  # Lee, 71,
_ROLE = re.compile("C?[D$]J{0,2}N{1,3}(?=R*[ZFMBHY])")
_ONE = frozenset({"he", "she"})
_LONGEST = 12  # tokens before the verb
# Verbs of somebody to whom others speak, or who speaks no more.
_NOT_SPEAKING = frozenset(
    "asked asks died dies heard hears introduced introduces listened listens overheard overhears read reads"
    " received receives wondered wonders".split()
)
_THIRD_PERSONS = frozenset("he her him his she".split())


class Beat(NamedTuple):
    """Who acts and the verb, in tokens."""

    actor: Range
    verb: Range


def beat(clause: Clause) -> Beat | None:
    """Return who acts in a sentence that tells no words of theirs; nobody if there may be two."""
    tags = clause.tags
    if tags[clause.end - 1] not in ".|":
        return None
    verb = _VERB.search(tags, clause.first, min(clause.end, clause.first + _LONGEST))
    actor = sources.subject_before(clause.tagged, verb.start()) if verb else None
    if verb is None or actor is None or actor[0] < clause.first or not _is_person(clause, actor):
        return None
    speaks = not _OTHER.search(tags, verb.end(), clause.end) and _may_speak(clause, verb)
    return Beat(actor, verb.span()) if speaks else None


def _may_speak(clause: Clause, verb: re.Match[str]) -> bool:
    words = clause.tagged.lower
    shows = not documents().isdisjoint(words[verb.end() : clause.end])
    quiet = not _NOT_SPEAKING.isdisjoint(words[slice(*verb.span())])
    return not (shows or quiet or _PASSIVE.fullmatch(verb[0].rstrip("R")))


def is_of_another(clause: Clause, found: Beat, said: Clause) -> bool:
    """Return whether the words may be about who acts, and another's: `Dunn was her boss. “He was late.”`"""
    now = clause.tags[found.verb[1] - 1] == "Z" or clause.tags[found.actor[0]] == "P"
    return not now and not _THIRD_PERSONS.isdisjoint(said.tagged.lower[said.first : said.end])


def brings_somebody(clause: Clause) -> bool:
    """Return whether a sentence is about somebody who is called by a role: `The author is unmoved.`"""
    found = _ROLE.match(clause.tags, clause.first, clause.end)
    return found is not None and is_role_noun(clause.tagged.word(found.end() - 1))


def is_act(clause: Clause, found: Beat) -> bool:
    """Return whether something is done: `She was seven` and `He has two boats` tell what somebody is."""
    return clause.tags[slice(*found.verb)].rstrip("Rn")[-1:] not in "BH"


def _is_person(clause: Clause, actor: Range) -> bool:
    """Whether a subject is one person: "she", a name that is no body's and no place's, or a role."""
    found = _ACTOR.match(clause.tags[slice(*actor)])
    if not found:
        return False
    kind, words = found[0], clause.tagged.lower[actor[0] : actor[0] + found.end()]
    if kind == "P":
        return words[0] in _ONE
    if kind.endswith("E"):
        return words[-1] not in _no_person()
    return is_role_noun(words[-1])


@cache
def _no_person() -> frozenset[str]:
    return frozenset(lexicon.table("organization_heads")) | frozenset(map(str.lower, lexicon.words("places")))
