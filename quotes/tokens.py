"""Words and marks of a text, with their places."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, compress, count, pairwise
from sys import intern

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
_TOKEN = re.compile(_ONE)
_BREAK = re.compile(r"(\n\s*)")


_Piece = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], int]


def _read(piece: str) -> _Piece:
    """The tokens of what stands between two spaces: as words and in lower case.

    And how far it is from each token to the next, from the last to the next piece, and to the first.
    """
    found = list(_TOKEN.finditer(piece))
    words = tuple(intern(match[0].replace("’", "'")) for match in found)
    places = [*(match.start() for match in found), len(piece) + 1]
    steps = tuple(end - start for start, end in pairwise(places))
    return words, tuple(intern(word.lower()) for word in words), steps, places[0]


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


def places(words: Iterable[str], wanted: Collection[str]) -> Iterator[int]:
    """Yield where one of the wanted words stands.

    >>> list(places(["no", "tea", "no", "cake"], {"tea", "cake"}))
    [1, 3]
    """
    return compress(count(), map(wanted.__contains__, words))


def tokenize(text: str) -> Tokens:
    """Split a text into tokens.

    >>> tokenize("Mr. Lee’s won't go.").words
    ['Mr', '.', 'Lee', "'s", "won't", 'go', '.']
    """
    words: list[str] = []
    lower: list[str] = []
    steps = [0]
    for number, line in enumerate(_BREAK.split(text)):
        for piece in [line] if number % 2 else line.split(" "):  # every other one is a break
            own, small, own_steps, lead = _READ[piece]
            words += own
            lower += small
            if lead:
                steps[-1] += lead
            steps += own_steps
        steps[-1] -= 1  # no space follows
    starts = array("I" if len(text) < 1 << 32 else "Q", accumulate(steps))
    starts.pop()  # where the text ends
    return Tokens(text, words, lower, starts)
