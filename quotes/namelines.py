"""Lines that are a name, below or above words in marks: pull quotes, and people who were asked one by one.

`“We were ready.” ¶ Ann Lee, chief executive`, and `Ann Lee, 34, plumber ¶ “We were ready.”`.
"""

from __future__ import annotations

import re

from quotes.clauses import Clause, Range
from quotes.model import Attribution
from quotes.names import is_first_name
from quotes.nouns import is_role_noun

NAME_LINE = "name line"

_LINE = re.compile(r"(?P<name>[JN]{0,2}E{2,5})(?:[,(~][^.|;:ZFVMBHYQqPWGU]{1,25})?")
_NOTHING_MORE = re.compile(r"[^.:ZFVMBHYQ]{0,60}\Z")  # no sentence
_OF_THE_PAPER = frozenset(
    "columnist contributor correspondent editor journalist photographer reporter staff writer".split()
)


def name_line(clause: Clause) -> Range | None:
    """Return the tokens of a sentence that is a person's name, with what they are; a byline is none.

    A name after which no sentence comes is a byline, unless it says what they are.
    """
    found = _LINE.fullmatch(clause.tags, clause.first, clause.end)
    if not found:
        return None
    words, last = clause.tagged.tokens.words, found.end("name")
    if not _OF_THE_PAPER.isdisjoint(clause.tagged.lower[last : clause.end]):
        return None
    if _says_what_they_are(clause):
        return found.span()
    called = any(is_first_name(word) for word in words[clause.first : last - 1])
    return found.span() if called and not _NOTHING_MORE.match(clause.tags, clause.end) else None


def _says_what_they_are(clause: Clause) -> bool:
    """Whether a role stands after the name: `Ann Lee, 34, plumber`."""
    return any(map(is_role_noun, clause.tagged.lower[clause.first + 2 : clause.end]))


def named_above(clause: Clause, *, listed: bool) -> Attribution | None:
    """Return whose words stand below a line that is their name.

    Unless people are `listed` so already, it must say what they are: else it may be the byline.
    """
    named = name_line(clause)
    if not named or not (listed or _says_what_they_are(clause)):
        return None
    source = clause.tagged.tokens.span(*named)
    because = ("the name stands above the words",)
    return Attribution((), (), (source,), "direct", "said", NAME_LINE, clause.paragraph, because)
