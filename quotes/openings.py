"""Epithets at the head of a sentence, whose subject they are: The mayor denounced what he called…"""

from __future__ import annotations

import re

from quotes.model import Span
from quotes.nouns import is_role_noun
from quotes.role import is_verbal

FINITE = frozenset("is was has had will would did does can could should may might".split())
_STARTS = ("The ", "But the ", "And the ", "Then the ")
_LED = re.compile(r"[A-Z][^,.;:!?\n“\"‘]{3,60}+, the ")  # Asked about that, the senator laughed
_THE = ", the "
_LEADING = 1 + 60 + len(_THE)  # characters of that
_WORD = re.compile(r"[\w’'.-]+")
_LONGEST = 6  # words of such an epithet after "the"


def opening_epithet(text: str, start: int) -> Span | None:
    """Return where the epithet stands with which a sentence at `start` begins, if it is a subject.

    >>> opening_epithet("The Ohio senator has denied it.", 0), opening_epithet("The river rose.", 0)
    ((0, 16), None)
    """
    if text.startswith(_STARTS, start):
        begin = text.find("he ", start) - 1
    elif _THE in text[start : start + _LEADING] and (led := _LED.match(text, start)):
        begin = led.end() - len("the ")
    else:
        return None
    at = begin + len("the ")
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        after = (
            _WORD.match(text, word.end() + 1) if word and text[word.end() : word.end() + 1] == " " else None
        )
        if word is None or after is None:
            return None
        verb = after[0].rstrip(".")
        called = is_role_noun(word[0]) or word[0].endswith("-year-old")
        if called and (verb in FINITE or (verb.islower() and is_verbal(verb))):
            return begin, word.end()
        at = after.start()
    return None
