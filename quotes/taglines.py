"""Whether words beside a closing mark read like a tag line: `she asked`, `Mr. Lee said`.

Only the shape is read, cheaply, to decide where sentences end and where a lost mark stood. Who
said what is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

from quotes.lexicon import table
from quotes.lexicon.forms import variants

_WORD = re.compile(r"[A-Z][A-Za-z]{0,4}\.(?=\s)|[^\W_](?:[\w'’.&-]*[\w’'])?|[^\w\s]|_")
_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it", "you", "who", "one"])
_OBJECTS = frozenset(["him", "her", "them", "you"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "one", "two", "three", "his", "her", "its", "their", "our", "my", "another", "some"]
).union(["several", "many", "both", "this", "that"])
_JOINERS = frozenset(["of", "de", "van", "von", "bin", "al", "and", "for", "at", "from", "in", "the", "&"])
_NO_OBJECT = frozenset(
    ["on", "in", "at", "during", "after", "before", "as", "when", "while", "with", "to", "of", "through"]
).union(["via", "later", "again", "then", "last", "this", "early", "late", "yesterday", "today", "earlier"])
_POINTING = frozenset(["that", "these", "this", "those"])
_BE = frozenset(["are", "is", "was", "were"])
_FIRST = re.compile(r"[^\W_]+")
_WINDOW = 140
_MOST_WORDS = 16


@cache
def _lemmas() -> frozenset[str]:
    rows = table("cue_verbs").items()
    return frozenset(lemma for lemma, frames in rows if " tag=" in frames.replace("\t", " "))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for lemma in _lemmas() for column in variants(lemma)[1:3] for form in column)


def is_tag(text: str, at: int, end: int, *, strict: bool = False) -> bool:
    """Return whether `text[at:end]` begins with a source and a reporting verb, in either order.

    With `strict`, the words must be a whole tag: nothing that the verb could govern follows it.

    >>> is_tag("Go! Mr. Lee said on Monday.", 4, 27)
    True
    >>> is_tag("Go. Lee walked home.", 4, 20)
    False
    >>> is_tag("Go. Lee said the bridge is safe.", 4, 32, strict=True)
    False
    """
    if not _may_begin(text, at, end):
        return False
    words = _WORD.findall(text, at, min(end, at + _WINDOW))
    verb = 0 if _is_inverted(words) else _verb_after_source(words)
    return verb is not None and (not strict or _is_whole(words[verb + 1 :]))


def is_own_tag(text: str, at: int, end: int) -> bool:
    """Return whether `text[at:end]` begins with a whole tag of "I", whose letter is always a capital.

    >>> is_own_tag("Why? I asked him.", 5, 17), is_own_tag("Why? I asked him to go.", 5, 23)
    (True, False)
    >>> is_own_tag("Why? I ask.", 5, 11)
    True
    """
    if not text.startswith("I ", at, end):
        return False
    words = _WORD.findall(text, at, min(end, at + _WINDOW))
    verb, rest = words[1:2], words[2:]
    told = "".join(rest[:1]) in _OBJECTS  # I told him
    whole = not "".join(rest[1:2]).isalpha() if told else _is_whole(rest)
    return whole and not (_verbs() | _lemmas()).isdisjoint(verb)


def _may_begin(text: str, at: int, end: int) -> bool:
    """Return whether the first word allows a tag: in small letters there are few that do."""
    first = _FIRST.match(text, at, end)
    if not first:
        return False
    word = first[0]
    return not word.islower() or word in _PRONOUNS or word in _DETERMINERS or word in _verbs()


def _is_inverted(words: list[str]) -> bool:
    """Return whether the words begin as in `said Lee`, `asked the mayor`."""
    if len(words) < 2 or words[0] not in _verbs():
        return False
    return words[1].lower() in _PRONOUNS or words[1] in _DETERMINERS or words[1][0].isupper()


def _verb_after_source(words: list[str]) -> int | None:
    """Return the index of the verb in `Mr. Lee, a plumber, said`; the source comes first."""
    if not words or (words[0].lower() in _PRONOUNS and words[0][0].isupper() and words[0] != "One"):
        return None
    if words[0] in _PRONOUNS:
        return next(
            (place for place in (1, 2) if words[place : place + 1] and words[place] in _verbs()), None
        )
    lower = 4 if words[0].lower() in _DETERMINERS else 0
    aside = False
    for place, word in enumerate(words[:_MOST_WORDS]):
        if word == ",":
            aside = not aside
        elif aside or word[0].isupper() or word in _JOINERS or word.endswith("ly"):
            continue
        elif word in _BE and words[0].lower() in _POINTING:
            return None  # That, at least, is what the mayor says
        elif place and word in _verbs():
            return place
        elif lower and word[0].isalnum():
            lower -= 1
        elif place:
            return None
    return None


def _is_whole(rest: list[str]) -> bool:
    return not rest or not rest[0][0].isalnum() or rest[0] in _NO_OBJECT or rest[0].endswith("day")
