"""What is known of a word by itself, one character for each question: so whole texts are searched at once."""

from __future__ import annotations

import re

from quotes.lexemes import index
from quotes.word_tags import LONE, before_surnames
from quotes.wordwise import asked

QUESTIONS = 4
_YES = re.compile("x")


def facts(word: str, lower: str) -> str:
    """Return what is known of a word, given as printed and in lower case.

    Its most likely tag; whether it is a reporting word (R, and r if it is also the second of a phrase),
    or else the first word of a phrase that reports (P), the second (S) or both (B); whether a repair of
    tags asks for it (x); and whether a surname may follow (x).

    >>> facts("Ann", "ann"), facts("said", "said"), facts("of", "of")
    ('E  x', 'FRx ', 'oS  ')
    """
    words, phrases, seconds = index()
    second = lower in seconds
    cue = "Rr"[second] if lower in words else " SPB"[2 * (lower in phrases) + second]
    return LONE[word] + cue + " x"[lower in asked()] + " x"[word in before_surnames()]


def places(known: str) -> list[int]:
    """Return where the answer to a question is yes.

    >>> places(" x  x")
    [1, 4]
    """
    return [place.start() for place in _YES.finditer(known)]
