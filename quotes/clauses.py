"""What a rule looks at and what it drafts: a sentence as tokens, and an attribution in tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.cues import Cue
from quotes.lexemes import Part
from quotes.model import Act
from quotes.syntax import NOUN_PHRASE, Tagged

Range = tuple[int, int]  # of tokens, half open


@dataclass(slots=True)
class Draft:
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


@dataclass(slots=True)
class Clause:
    """A sentence: tokens `first` to `end` of a tagged text, and the verb groups in it that may report.

    `tags` are those of the whole text. `taken` is what drafts of this sentence have for content or cue;
    it grows while the rules are tried, and what has its cue or its words in there is no draft.
    """

    tagged: Tagged
    first: int
    end: int
    paragraph: int
    cues: tuple[Cue, ...]
    tags: str
    taken: list[Range] = field(default_factory=list)

    def is_taken(self, at: int) -> bool:
        """Return whether token `at` is somebody's already."""
        for first, end in self.taken:  # noqa: SIM110  # asked often, and any() takes twice as long
            if first <= at < end:
                return True
        return False


@dataclass(slots=True)
class Found:
    """A sentence and what its rules drafted, each with the name of its rule."""

    clause: Clause
    drafts: tuple[tuple[Draft, str], ...]

    def has_quotation(self) -> bool:
        """Whether a rule ties a quotation in the sentence to somebody."""
        tags, first, end = self.clause.tags, self.clause.first, self.clause.end
        return "Q" in tags[first:end] and any(
            "Q" in tags[first:end] for draft, _ in self.drafts for first, end in draft.content
        )


def trim(tags: str, first: int, end: int) -> Range:
    """Leave out the stops, commas and opening brackets at the end of a range."""
    while end > first and tags[end - 1] in ".|,;:-~'(":
        end -= 1
    return first, end


def told_from(clause: Clause, at: int) -> int:
    """Return where begins what a phrase or a tag at token `at` reports of the words before it.

    That is at the bracket that is open there, after what the reporter concedes or another says up to a
    semicolon, or where the sentence begins.
    """
    bracket = clause.tags.rfind("(", clause.first, at)
    if bracket > clause.tags.rfind(")", clause.first, at):
        return bracket + 1
    conceded = _CONCEDED.match(clause.tags, clause.first, at)
    if conceded and clause.tagged.word(clause.first) in _CONCEDING:
        return conceded.end()
    semicolon = clause.tags.rfind(";", clause.first, at)
    if semicolon > 0 and any(
        cue.end < semicolon and cue.form in "ZF" and cue.lexeme.act == "said" for cue in clause.cues
    ):
        return semicolon + 1  # Lee said it leaked; the walls were damp, according to Ray
    return clause.first


_CONCEDING = frozenset({"although", "despite", "though"})  # Though few came, the hall was full, …
_CONCEDED = re.compile(rf"[UI][^,.|;:Qq]{{1,60}},(?=R?(?:{NOUN_PHRASE})R*[ZFMBHYV])")


def goes_on(clause: Clause, at: int) -> bool:
    """Return whether the quotation at token `at` goes on with a sentence: it begins with a small letter."""
    words = clause.tagged.tokens.words[at : at + 4]
    return next((word[0].islower() for word in words if word[0].isalpha()), False)


def is_title(clause: Clause, first: int, end: int) -> bool:
    """Whether these tokens read as the title of a work."""
    return reads_as_title(clause.tagged.tokens.words[first:end])


def reads_as_title(words: Sequence[str]) -> bool:
    """Whether these words read as the title of a work: each long word has a capital, or else each word.

    >>> reads_as_title("Midday with Ann Lee".split()), reads_as_title("No rain before Sunday".split())
    (True, False)
    """
    if any(len(word) > 3 and word[0].islower() and word not in _SMALL for word in words):
        return False
    return any(len(word) > 3 and word not in _SMALL for word in words) or all(
        word[0].isupper() for word in words if word[0].isalnum()
    )


_SMALL = frozenset({"against", "from", "into", "over", "through", "under", "upon", "with", "without"})
