"""Words and marks of a text, with their places."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from quotes.model import Span

_TOKEN = re.compile(
    r"("
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|['’](?:s|d|ll|ve|re|m)\b"  # clitics
    r"|[^\W_]+(?:(?:[-‑&/]|['’](?!(?:s|d|ll|ve|re|m)\b)|[.,](?=\d))[^\W_]+)*"  # words and numbers
    r"|\n\s*"
    r"|--+|\.\.+"
    r"|[^\w\s]"
    r")"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words[i]` stands at `text[starts[i]:ends[i]]`.

    Words are as printed, but for curly apostrophes, which are straight. A line break is a token.
    """

    text: str
    words: list[str]
    starts: array[int]
    ends: array[int]

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the tokens `first` to `last` (half open, not empty)."""
        return self.starts[first], self.ends[last - 1]


def tokenize(text: str) -> Tokens:
    """Split a text into tokens.

    >>> tokenize("Mr. Lee’s won't go.").words
    ['Mr', '.', 'Lee', "'s", "won't", 'go', '.']
    """
    pieces = _TOKEN.split(text)
    edges = array("l", accumulate(map(len, pieces)))
    # One string for each word, however often it stands there.
    same = {word: word.replace("’", "'") for word in set(pieces[1::2])}
    words = [same[word] for word in pieces[1::2]]
    return Tokens(text, words, edges[0:-1:2], edges[1::2])
