"""`according to S`: before, after or inside what it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.clauses import Clause, Draft, Range, draft, told_from, trim
from quotes.rule import Rule
from quotes.sources import INVERTED
from quotes.syntax import NOUN_PHRASE

_NEXT = re.compile(r"(?:(?:[JKFGR]|I|d|O)[^,.|;]{0,12})?(?P<stop>[,.|;:-]|$)")
_PRONOUN = re.compile("(?P<source>[Oh])(?=[,.|;:])")
_ASIDE = re.compile("(?:W|[KF](?=[IobdR]))[^,.|;:]{1,60},")  # , who runs the lab,
_QUOTED_ASIDE = re.compile(r"[,-]Qq+\Z")  # Lee, "a shy man" according to friends, left
_TO_COMMA = re.compile("(?P<source>[^,.|;]+)(?=,)")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what stands beside each "according to"."""
    for cue in clause.cues:
        if "src" in cue.lexeme.sure:  # "as reported by" seldom has the whole sentence for its content
            # "She was a fine player and, according to her rivals, the best": only what follows is theirs.
            aside = clause.tags[max(clause.first, cue.first - 2) : cue.first] == "C,"
            found = _PRONOUN.match(clause.tags, cue.end, clause.end) or (
                _TO_COMMA if aside else INVERTED
            ).match(clause.tags, cue.end, clause.end)
            source = _before_main_clause(clause, *found.span("source")) if found else None
            first = cue.first if aside else told_from(clause, cue.first)
            content = _content(clause, first, cue.first, source[1]) if source else ()
            if source and content:
                yield draft(cue, content, source, "according")


def _before_main_clause(clause: Clause, first: int, end: int) -> Range:
    """The source without a main clause after its comma: `According to the report, Lee and Kim knew`."""
    comma = clause.tags.find(",", first, end)
    goes_on = comma > 0 and _MAIN_CLAUSE.match(clause.tags, comma + 1, clause.end)
    return (first, comma if goes_on else end)


_MAIN_CLAUSE = re.compile(rf"R*[ZFMBHY]|(?:{NOUN_PHRASE})(?:,[^.,|;:]{{1,30}},)?R*[ZFVMBHY]")


def _content(clause: Clause, first: int, at: int, end: int) -> tuple[Range, ...]:
    """Before the phrase when it closes the sentence, after it when it opens it, else both.

    The sentence is read from token `first` on.
    """
    tags = clause.tags
    left = trim(tags, first, at)
    aside = _QUOTED_ASIDE.search(tags, first, at)
    if aside and tags[end : end + 1] == aside[0][0]:
        return ((aside.start() + 1, aside.end()),)
    closed = _NEXT.match(tags, end, clause.end)
    rest_at = closed.end() if closed else end
    right = trim(tags, min(rest_at, clause.end), clause.end)
    if left[1] - left[0] <= 1:
        aside = _ASIDE.match(tags, *right)
        right = (aside.end(), right[1]) if aside else right
        return (right,) if right[1] > right[0] else ()
    if closed and closed["stop"] in {",", ":"} and right[1] - right[0] > 2 and tags[right[0]] not in "WCUG":
        return left, right
    return (left,)


RULES = (
    Rule(
        "according to",
        "S according to whom something is so, before, inside or after the words",
        find,
        (
            "<q>The bridge will close in May</q>, <c>according to</c> <s>the council</s>.",
            "<c>According to</c> <s>a police report</s>, <q>the car was stolen</q>.",
            "<q>The shares fell 4%</q>, <c>according to</c> <s>data from the exchange</s>.",
            "<c>According to</c> <s>him</s>, <q>the road will be ready by December</q>.",
            "<q>The vote</q>, <c>according to</c> <s>Ann Lee</s>, <q>was never counted</q>.",
            "<c>As reported by</c> <s>the Leeds Courier</s>, <q>the bridge has been shut since May</q>.",
            "<c>According to</c> <s>the report</s>, <q>Lee and another aide deleted the emails</q>.",
            "<c>According to</c> <s>a paper</s>, published on Monday in Tidal, <q>the reef is dying</q>.",
            "She was a fine player and, <c>according to</c> <s>her rivals</s>, <q>the best of them</q>.",
        ),
        '"{cue}" names the source',
        asks=frozenset({"src"}),
    ),
)
