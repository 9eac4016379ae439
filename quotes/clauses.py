"""What a rule looks at and what it drafts: a sentence as tokens, and an attribution in tokens."""

from __future__ import annotations

from typing import NamedTuple

from quotes.cues import Cue
from quotes.lexemes import Part
from quotes.model import Act
from quotes.syntax import Tagged

Range = tuple[int, int]  # of tokens, half open


class Draft(NamedTuple):
    """An attribution in tokens; `source` is None when nobody is named as the source."""

    content: tuple[Range, ...]
    cue: Range
    source: Range | None
    act: Act
    addressee: Range | None = None
    frame: str = ""
    lemma: str = ""
    part: Part = "verb"


def draft(
    cue: Cue, content: tuple[Range, ...], source: Range | None, frame: str, *, words: Range | None = None
) -> Draft:
    """Draft an attribution to `cue`, whose words are `words` if they are not its own tokens."""
    lexeme = cue.lexeme
    spoken = words or (cue.first, cue.end)
    return Draft(content, spoken, source, lexeme.act, None, frame, lexeme.lemma, lexeme.part)


class Clause(NamedTuple):
    """A sentence: tokens `first` to `end` of a tagged text, and the verb groups in it that may report.

    `tags` are those of the whole text.
    """

    tagged: Tagged
    first: int
    end: int
    paragraph: int
    cues: tuple[Cue, ...]
    tags: str


def trim(tags: str, first: int, end: int) -> Range:
    """Leave out the stops and commas at the end of a range."""
    while end > first and tags[end - 1] in ".|,;:-~'":
        end -= 1
    return first, end


def is_title(clause: Clause, first: int, end: int) -> bool:
    """Whether these tokens read as the title of a work: each long word has a capital."""
    return all(word[0].isupper() for word in clause.tagged.tokens.words[first:end] if len(word) > 3)
