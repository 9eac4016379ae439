"""A long quotation that no other rule has tied to anybody, beside a verb and its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, Range, is_title, trim
from quotes.nouns import is_body_word, is_group, is_role_noun
from quotes.rule import Rule

_FEWEST = 7  # tokens, marks included: shorter ones are mostly titles, names and scare quotes
_LONG = 10  # tokens of a quotation that is speech whatever its verb
_QUOTATION = re.compile(f"Qq{{{_FEWEST - 1},}}")
_VERB = re.compile(r"(?:[MBHY][Rn]*)+[VZFKG]?R?|[VZF]R?")
_PASSIVE = re.compile("[MBHYRn]*B[Rn]*KR?")  # Lee was handed "a list of woes"
_AFTER = re.compile(sources.INVERTED.pattern + r"(?:,[^.|;:Q]{1,40},)?(?P<verb>[MBHYnR]*[ZF])")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft each long quotation with the nearest verb before it, else with the one after it."""
    for quotation in _QUOTATION.finditer(clause.tags, clause.first, clause.end):
        if clause.is_taken(quotation.start()):
            continue
        content = trim(clause.tags, *quotation.span())
        long = content[1] - content[0] >= _LONG
        if content[1] - content[0] >= _FEWEST and not is_title(clause, *content):
            cue, source = verb_before(clause, content[0]) or _after(clause, content[1]) or (None, None)
            if cue and source and (long or _is_act(clause, cue, source[1] - 1)):
                about = _PASSIVE.fullmatch(clause.tags, *cue) or _is_thing(clause, cue, source)
                yield Draft((content,), cue, None if about else source, "said", None, "beside", "")


def _is_act(clause: Clause, verb: Range, source: int) -> bool:
    """Whether somebody does something beside a short quotation, and it does not only tell what a thing is."""
    group = clause.tags[slice(*verb)].rstrip("Rn")
    return group[-1] not in "BH" and clause.tagged.word(source) not in {"it", "this"}


def _is_thing(clause: Clause, verb: Range, subject: Range) -> bool:
    """Whether it is only told what a thing is: `The bridge was “a disaster”` are not the bridge's words."""
    tags, word = clause.tags[slice(*subject)], clause.tagged.word(subject[1] - 1)
    is_or_has = clause.tags[slice(*verb)].rstrip("Rn")[-1] in "BH"
    somebodys = not _OWNED.isdisjoint(tags) or tags[-1] == "E" or word in _PERSONS or _is_somebody(word)
    return is_or_has and not somebodys


def _is_somebody(word: str) -> bool:
    return is_role_noun(word) or is_group(word) or is_body_word(word)


_OWNED = frozenset("'$h")  # Lee's dictum was "…"
_PERSONS = frozenset("both he i one she they three two we who you".split())


def verb_before(clause: Clause, at: int) -> tuple[Range, Range] | None:
    """The last verb before token `at` that has a subject, and that subject."""
    for verb in reversed(list(_VERB.finditer(clause.tags, max(clause.first, at - 40), at))[-4:]):
        source = sources.subject_before(clause.tagged, verb.start())
        if source and source[0] >= clause.first:
            return verb.span(), source
    return None


def _after(clause: Clause, at: int) -> tuple[Range, Range] | None:
    match = _AFTER.match(clause.tags, at, clause.end)
    return (match.span("verb"), match.span("source")) if match else None


RULES = (
    Rule(
        "quotation beside a verb",
        "a long quotation that is somebody's words although no listed word says so",
        find,
        (
            "<s>The sign at the gate</s> <c>begged</c> visitors "
            '<q>"to leave the dogs, the drones and the guitars at home."</q>',
        ),
        '"{cue}" is in no list of reporting words, but stands beside a long quotation',
        needs="Q",
    ),
)
