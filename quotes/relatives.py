"""What "who" and "which" stand for: the name or the noun phrase just before them."""

from __future__ import annotations

import re

from quotes.appositions import ASIDE
from quotes.discourse import Discourse
from quotes.model import Span
from quotes.people import Found

RELATIVE = frozenset("who which that whom whose".split())
_REACH = 160
_BRACKET = re.compile(r" \([^()]*\)")
_WORD = re.compile(r"\w")
_MARK = re.compile(r"[\"“”]")
_BEFORE_NOUNS = re.compile(
    r"\b(?:is|are|was|were|be|by|with|of|from|to|for|and|or|among|against|about|in|on|at|have|has|had|like|said"
    r"|between|as|including)\b ",
    re.I,
)
_OPENING = re.compile(
    r"\b(?:an?|the|one|two|three|some|many|several|those|these|his|her|its|their|other)\b ", re.I
)


def antecedent(discourse: Discourse, printed: str, at: int) -> Found | Span | None:
    """Return the mention or the noun phrase that a relative pronoun at `at` follows."""
    begin = max(0, at - _REACH)
    left = discourse.text[begin:at].rstrip(" ,\n\u00a0")
    end = begin + len(left)
    things = printed.strip().lower() == "which"
    for found in reversed(discourse.people.within(max(begin, end - 120), end)):
        aside = discourse.text[found.mention.lead - 1] == "(" and left[-1:] == ")"
        if found.ids and not aside and _reaches(discourse, found, end):
            return found
        if things and found.mention.end == end:
            return found.mention.lead, end
    clause = left[max(left.rfind(mark) for mark in ".!?\n;:,") + 1 :]
    openings = list(_OPENING.finditer(clause)) or list(_BEFORE_NOUNS.finditer(clause))
    skip = _noun_start(openings[-1]) if openings else len(clause) - len(clause.lstrip())
    start = end - len(clause) + skip
    return (start, end) if _WORD.search(discourse.text, start, end) else None


def _noun_start(opening: re.Match[str]) -> int:
    """Where a noun phrase begins that an article opens, or a preposition or verb leads to."""
    return opening.start() if opening.re is _OPENING else opening.end()


def _reaches(discourse: Discourse, found: Found, end: int) -> bool:
    """Say whether a name, or what stands in apposition to it, ends at `end`."""
    text, after = discourse.text, found.mention.end
    aside = ASIDE.match(text, after, end)
    gap = text[aside.end() if aside else after : end]
    if _MARK.search(gap):
        return False
    if (
        len(gap) <= 2
        or _BRACKET.fullmatch(gap)
        or (gap[0] in ",(" and text.startswith(",", end) and ". " not in gap)
    ):
        return True
    role = discourse.person(found.id).role_before(end) if found.id is not None else None
    return role is not None and role.end == end
