"""One role: what it says, its head noun, where it begins."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quotes import lexicon
from quotes.names import Gender, fold, is_first_name
from quotes.nouns import folded, is_people, is_role_noun, noun_gender

REACH = 140  # characters on either side of a name in which a role may stand
LONGEST = 12  # words of a role before a name
MONTHS = frozenset(
    "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Aug Sept Oct Nov Dec".split()
)
_POSSESSIVE = frozenset("my your his her its our their".split())
_ARTICLE = re.compile(
    r"(?=[achimnotwy])(?:an?|the|one|another|its|his|her|their|whose|our|my|your|now|then(?= (?:an?|the) )"
    r"|currently|as)[ \u00a0]",
    re.I,
)
_RIGHT_HEAD_END = re.compile(
    r" (?:of|for|at|in|on|with|from|to|by|and|who|that|which|whose|based|under|since|turned"
    r"|representing|leading|running|overseeing|heading|handling|investigating"
    r"|until|during|behind|about|against|after|as|whom|where|when|inside|near|between|within|into|over)\b"
)


class Role(NamedTuple):
    """A role at `text[start:end]`, as printed without a leading article."""

    start: int
    end: int
    text: str


@cache
def stops() -> frozenset[str]:
    """Words that end, going left or right, the noun phrase in which a role stands."""
    return frozenset(word for line in lexicon.entries("role_stops") for word in line.split())


@cache
def verbs() -> frozenset[str]:
    """Lower-case words that are verbs, adverbs or past forms and so end a role going left."""
    return frozenset(word for word, tag in lexicon.table("tags").items() if tag in ("V", "Z", "F", "R"))


def is_verbal(word: str) -> bool:
    """Say whether a lower-case word is a verb or adverb, or looks like a past form.

    >>> is_verbal("praised"), is_verbal("met"), is_verbal("nurse")
    (True, True, False)
    """
    return word in verbs() or (len(word) > 4 and word.endswith("ed"))


@lru_cache(maxsize=4096)
def head(role: str) -> str:
    """Return the head noun of a role, folded.

    >>> head("political scientist at a university"), head("U.S. Secretary of State"), head("Sen.")
    ('scientist', 'secretary', 'sen')
    >>> head("Member of Parliament for Leeds")
    'mp'
    """
    cut = _RIGHT_HEAD_END.search(role)
    words = (role[: cut.start()] if cut else role).split()
    if cut and role.startswith(" of Parliament", cut.start()):
        return "mp"
    return fold(words[-1]).partition("-of-")[0] if words else ""


def gender_of(role: str) -> Gender | None:
    """Return the gender that a role tells: a spokeswoman, Sir, his father.

    >>> gender_of("Kremlin spokesman"), gender_of("nurse")
    ('m', None)
    """
    return noun_gender(head(role))


def is_role_phrase(phrase: str) -> bool:
    """Say whether a phrase is a noun phrase with a role noun as its head."""
    bare = phrase
    while article := _ARTICLE.match(bare):  # "now the chairman"
        bare = bare[article.end() :]
    cut = _RIGHT_HEAD_END.search(bare)
    words = (bare[: cut.start()] if cut else bare).split()
    if not words or len(words) > LONGEST:
        return False
    last = words[-1]
    if not (is_role_noun(last) or (last[0].isupper() and is_people(last))):
        return False
    if last[0].isupper() and len(words) > 1 and is_first_name(words[-2]) and words[0].islower():
        return False  # stabbed Ann Prior
    return not any(w.lower() in stops() or w in verbs() for w in words[:-1] if w.lower() not in _MODIFIERS)


_MODIFIERS = frozenset(
    "then former most very such same own only other his her its their our sole too now more".split()
)


def role_at(text: str, start: int, end: int) -> Role | None:
    """The role at these offsets without a leading article; a possessive stays only before kin."""
    while article := _ARTICLE.match(text, start, end):
        if article[0].strip().lower() in _POSSESSIVE and head(text[start:end]) in folded("kin"):
            break
        start = article.end()
    return Role(start, end, text[start:end]) if start < end else None
