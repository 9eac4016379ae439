"""Words and marks of a text, with their places."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, pairwise
from sys import intern
from typing import Any

from quotes.model import Span
from quotes.remembered import Remembered
from quotes.word_facts import QUESTIONS, facts

_CLITIC = r"['’](?:s|d|ll|ve|re|m)\b"
_REST = rf"(?:(?:[-‑&/]|(?!{_CLITIC})['’]|[.,](?=\d))[^\W_]++)*+"  # of a compound or a number
_ONE = (
    # What begins with a plain letter comes first, and in plain letters first: that is most, and fastest.
    rf"[A-Za-z](?:\.(?:[A-Za-z]\.)+(?:-[a-z]+)?|[A-Za-z0-9]*+[^\W_]*+{_REST})"  # U.S., U.S.-led, or a word
    rf"|{_CLITIC}"
    rf"|[^\W_]++{_REST}"  # other words and numbers
    r"|\n\s*"
    r"|--+|\.\.+|@[A-Za-z]\w+"  # @annlee
    r"|[^\w\s]"
)
_TOKEN = re.compile(_ONE)
_BREAK = re.compile(r"(\n\s*)")


def _read(piece: str) -> tuple[Any, ...]:
    """The tokens of what stands between two spaces, and what is known of each: see `Tokens`.

    All in one row, for one list is filled faster than four. For a start there is the way to the next token.
    A gap at the head is a token without letters.
    """
    found = list(_TOKEN.finditer(piece))
    places = [*(match.start() for match in found), len(piece) + 1]
    steps = (end - start for start, end in pairwise(places))
    words = (intern(match[0].replace("’", "'")) for match in found)
    gap = ("", "", "", places[0]) if places[0] else ()
    return gap + tuple(chain.from_iterable(map(_known, words, steps)))


def _known(word: str, step: int) -> tuple[str, str, str, int]:
    lower = intern(word.lower())
    return word, lower, facts(word, lower), step


_READ = Remembered(_read)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words[i]` begins at `text[starts[i]]`, and stands in lower case in `lower[i]`.

    Words are as printed, but for curly apostrophes, which are straight. A line break is a token.
    What is known of each word by itself has one character (see `quotes.word_facts`): its tag `alone`, what
    it is among `cues`, whether a repair has `asked` for it, and whether it stands `before_surnames`.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: Sequence[int]
    alone: str
    cues: str
    asked: str
    before_surnames: str

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that begin in `text[start:end]`, as a half-open range."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the tokens `first` to `last` (half open, not empty)."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])


def tokenize(text: str) -> Tokens:
    """Split a text into tokens.

    >>> tokenize("Mr. Lee’s won't go.").words
    ['Mr', '.', 'Lee', "'s", "won't", 'go', '.']
    """
    read: list[Any] = []
    for number, line in enumerate(_BREAK.split(text)):
        for piece in [line] if number % 2 else line.split(" "):  # every other one is a break
            read += _READ[piece]
        read[-1] -= 1  # no space follows
    words, lower, known, steps = (read[column::4] for column in range(4))
    del read  # in a long text it is large
    starts = _kept(accumulate(steps[:-1], initial=0), len(words))
    answers = "".join(known)
    if len(answers) < QUESTIONS * len(words):  # a gap is no word
        starts = _kept(compress(starts, words), len(words))
        words, lower = list(filter(None, words)), list(filter(None, lower))
    return Tokens(text, words, lower, starts, *(answers[each::QUESTIONS] for each in range(QUESTIONS)))


def _kept(places: Iterable[int], number: int) -> Sequence[int]:
    """Places in a list, which is read fast; many in an array, which takes a fifth of the memory."""
    return list(places) if number < _MANY else array("q", places)


_MANY = 200_000
