"""Words and marks of a text, with their places."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, islice

from quotes.model import Span
from quotes.remembered import Remembered

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
# A token and what stands between it and the next; most are plain letters, a space and another word.
_TOKEN = re.compile(rf"[A-Za-z]++ (?=[A-Za-z])|(?:{_ONE})(?:[^\S\n]|_)*+")
_BARE = re.compile(_ONE)


def _read(piece: str) -> tuple[str, str]:
    """The token at the head of a piece of text: as a word, and in lower case."""
    word = _BARE.match(piece)[0].replace("’", "'")  # type: ignore[index]
    return word, word.lower()


_READ = Remembered(_read)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words[i]` begins at `text[starts[i]]`, and stands in lower case in `lower[i]`.

    Words are as printed, but for curly apostrophes, which are straight. A line break is a token.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: array[int]

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
    pieces = _TOKEN.findall(text)
    first = _TOKEN.search(text) if pieces else None
    starts = accumulate(map(len, pieces), initial=first.start() if first else 0)
    known = list(map(_READ.__getitem__, pieces))  # one string for each word, however often it stands there
    return Tokens(
        text,
        [word for word, _ in known],
        [lower for _, lower in known],
        array("I" if len(text) < 1 << 32 else "Q", islice(starts, len(pieces))),
    )
