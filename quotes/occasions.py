"""Where, when and in what something is said: `in a news release`, `at a briefing`, `carried by NPA`."""

from __future__ import annotations

import re
from functools import cache

from quotes.cues import documents
from quotes.syntax import AUXILIARY, NOUN_PHRASE, Tagged, backward

_SPOKEN = frozenset(
    "assembly call conference court debate event gathering hearing meeting parliament press rally"
    " testimony".split()
)
_LONGEST = 5  # tokens: "during a recent television interview"
_INSIDE = frozenset("D$JEN")
_PHRASE = r"(?:[D$]?[JN]{0,2}[NS]|D?E{1,3})"
_MORE = rf"(?:(?:[FK]?[Iob]|Kb){_PHRASE}){{0,2}}"  # "on its website", "carried by state media"
_CLAUSE = re.compile(rf"{_MORE}(?:I?d+)?(?P<at>(?=[D$PESNJ0])(?:{NOUN_PHRASE})R*(?:{AUXILIARY}|[ZF]))")


@cache
def _nouns() -> frozenset[str]:
    return documents() | _SPOKEN


def clause_after(tagged: Tagged, at: int) -> int | None:
    """Return where a clause without "that" begins after an occasion at token `at`, or after its noun.

    A noun alone may open the clause: "said in a news release | police had called".
    """
    noun = at - 1 if tagged.word(at - 1) in _nouns() else noun_of(tagged, at)
    match = _CLAUSE.match(tagged.tags, noun + 1) if noun is not None else None
    if match is None or tagged.word(match.start("at")) in _nouns():  # in court | documents made public
        return None
    return match.start("at")


def noun_of(tagged: Tagged, at: int) -> int | None:
    """Return the noun of an occasion that a preposition at token `at` leads to: "in a news release"."""
    end = at + 1
    while end <= at + _LONGEST and tagged.tags[end : end + 1] in _INSIDE:
        end += 1
    found = tagged.tags[at] == "I"
    return next((i for i in range(end - 1, at, -1) if tagged.word(i) in _nouns()), None) if found else None


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_DAY = backward("I?d+")
_MEDIUM = backward(rf"I[D$][JEN]{{0,3}}(?P<noun>N){_MORE}(?:[FK](?:R|I?d+)|I?d+)?")
_MEDIA = frozenset(
    "address article briefing broadcast column conference debate email e-mail essay filing hearing interview"
    " letter memo message podcast post rally release report sermon speech statement tweet video".split()
)
_WITHIN = frozenset({"at", "during", "in"})
_EVENTS = _SPOKEN | frozenset(
    "attack attacks birth bombing caucus caucuses death deaths election elections execution funeral game"
    " killing march match murder poll polls primary protest protests referendum shooting show strike strikes"
    " summit talks violence vote wedding".split()
)
_VERBS = frozenset("ZFVKGMBHYWTUt")


def begin(tagged: Tagged, first: int, end: int, *, dated: bool) -> int:
    """Return where in tokens `first` to `end` begins when or in what it was said; `end` if nothing does.

    "denounced the arrests | in a post on X on Sunday", but "the vote on Sunday". Only if `dated` may a day
    tell when it was said.
    """
    day = _DAY.match(tagged.tags, first, end) if dated and tagged.tags[end - 1] == "d" else None
    weekday = day is not None and not _DAYS.isdisjoint(tagged.lower[day.start() : end])
    if day and weekday and _has_no_verb(tagged, first, day.start()):
        end = end if _is_event(tagged.word(day.start() - 1)) else day.start()
    medium = None
    if not _MEDIA.isdisjoint(tagged.lower[first:end]):
        medium = _MEDIUM.match(tagged.tags, first, end)
    if (
        medium
        and tagged.word(medium.start()) in _WITHIN
        and tagged.word(medium.start("noun")) in _MEDIA
        and tagged.tags[medium.start() - 1] != "C"
        and _has_no_verb(tagged, first, medium.start())
    ):
        return medium.start()
    return end


def _has_no_verb(tagged: Tagged, first: int, end: int) -> bool:
    """Whether nothing is told there that may itself have been in a speech or on a day."""
    return _VERBS.isdisjoint(tagged.tags[first:end])


def _is_event(noun: str) -> bool:
    document = noun in documents() and noun not in _MEDIA
    return noun in _EVENTS or document or noun == "super"  # Super Tuesday
