"""Words at the edges of a source that they themselves put inside or outside: not all, a move, in a report."""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.cues import documents
from quotes.syntax import Tagged


def with_limit(tagged: Tagged, first: int) -> int:
    """Return where a source begins, its limit with it: "not | all analysts", "fewer than | half"."""
    if tagged.word(first - 1) == "than" and tagged.word(first) == "half":
        return first - 2
    return first - (tagged.word(first - 1) in _LIMITING and tagged.word(first) in _QUANTIFIERS)


_LIMITING = frozenset("almost hardly nearly not practically scarcely virtually".split())
_QUANTIFIERS = frozenset("a all any anybody anyone every everybody everyone half many no nobody".split())


def after_summary(tagged: Tagged, first: int, last: int) -> tuple[int, int]:
    """Return a source without what sums up the clause before it: ", a move | the bank called reckless"."""
    summed = _SUMMED.match(tagged.tags, first, last) if tagged.tags[first - 1] in ",q" else None
    return (summed.end(), last) if summed and tagged.word(summed.end() - 1) in _summaries() else (first, last)


_SUMMED = re.compile("D[JN]{0,2}N(?=[ED$])")


@cache
def _summaries() -> frozenset[str]:
    return lexicon.words("summary_nouns")


def before_occasion(tagged: Tagged, first: int, end: int) -> int:
    """Return where a source ends before the occasion on which it spoke: "said Ann Lee | in a report"."""
    when = tagged.tags.find("W", first, end)
    if when > 0 and tagged.word(when) == "when" and tagged.tags[when - 1] != ",":
        return when  # said Lee when asked about it
    aside = _ASIDE.search(tagged.tags, first, end)
    if aside and not _tells_where(tagged, aside.end()):
        return aside.end() - 1  # said Ann Lee, the mayor, | through an interpreter
    for match in _OCCASION.finditer(tagged.tags, first + 1, end):
        words = tagged.lower[match.start() : match.end()]
        named = "E" in tagged.tags[first : match.start()] or tagged.word(first) not in _DEFINITE
        plain = words[1] not in _DEFINITE or named
        if plain and words[0] in _ON and not _OCCASIONS.isdisjoint(words):
            written = not documents().isdisjoint(tagged.lower[first : match.start()])
            return end if written else match.start()
    return end


def _tells_where(tagged: Tagged, at: int) -> bool:
    """Whether somebody is of a place that is told at token `at`: a professor, at Leeds; not: in French."""
    placed = tagged.word(at) in _WHERE_FROM or _PLACED.match(tagged.tags, at) is not None
    return placed and not is_in_a_language(tagged, at)


def is_in_a_language(tagged: Tagged, at: int) -> bool:
    """Whether words are said in a language: "in" and the word of a people at token `at`."""
    return tagged.word(at) == "in" and tagged.tokens.words[at + 1] in lexicon.words("nationalities")


_ASIDE = re.compile("[E0],[^,]*[NSE],(?=[IbU])")
_WHERE_FROM = frozenset({"across", "from", "including", "near", "outside"})
_PLACED = re.compile("I(?:E~?){1,3}(?:,|[.|])")  # a professor, at Leeds
_OCCASION = re.compile(r"(?<!,)I[D$]?(?:[JEN]{1,3}')?[JENd]{0,3}[NS]")
_ON = frozenset({"at", "during", "in", "on", "via"})
_DEFINITE = frozenset({"the", "this", "that"})  # said the man in the interview
_OCCASIONS = frozenset(
    "affidavit blog brief briefing call column conference e-mail email emails essay filing forum hearing"
    " interview interviews letter memo message note op-ed page podcast post release report ruling speech"
    " statement testimony tweet website".split()
)
