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
_OF_THE_PAPER = frozenset("correspondent editor photographer reporter staff writer".split())


def name_line(clause: Clause) -> Range | None:
    """Return the tokens of a sentence that is a person's name, with what they are; a byline is none."""
    found = _LINE.fullmatch(clause.tags, clause.first, clause.end)
    if not found:
        return None
    words, lower = clause.tagged.tokens.words, clause.tagged.lower
    last = found.end("name")
    called = any(is_first_name(word) for word in words[clause.first : last - 1])
    roles = lower[last : clause.end]
    if not _OF_THE_PAPER.isdisjoint(roles):
        return None
    return found.span() if called or any(map(is_role_noun, roles)) else None


def named_above(clause: Clause) -> Attribution | None:
    """Return whose words stand below a line that is their name."""
    named = name_line(clause)
    if not named:
        return None
    source = clause.tagged.tokens.span(*named)
    because = ("the name stands above the words",)
    return Attribution((), (), (source,), "direct", "said", NAME_LINE, clause.paragraph, because)
