"""Words in quotation marks that no rule ties to anybody: they are somebody's, and nobody says whose.

`A dam there would be “the costliest mistake of the century.”` Words in marks that are no title were said or
written by somebody, unless they are few. They are a quote without a speaker, and not a sure one: also where
somebody spoke before them, for they may stand on a wall, in a letter or in another's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotes.clauses import reads_as_title
from quotes.model import Attribution, Paragraph, Quotation, Span
from quotes.rules import reason
from quotes.syntax import Tagged

RULE = "unclaimed"
_FEWEST = 6  # words: fewer are mostly names, nicknames and scare quotes
_FEWEST_AFTER = 4  # words, after words of somebody in marks in the same paragraph
_AUTHOR = re.compile(r",?\s+by\s+(?:the\s+)?[A-Z]")  # "No rain before Sunday," by Ann Lee: a title


def find_unclaimed(
    tagged: Tagged,
    paragraphs: Iterable[Paragraph],
    quotations: Iterable[Quotation],
    attributions: Iterable[Attribution],
) -> Iterator[Attribution]:
    """Yield a quote without a cue of its own for each outer passage of which `attributions` hold nothing.

    The passages and paragraphs come in text order. Linear.
    """
    claimed = sorted((span for each in attributions for span in each.content), reverse=True)
    blocks = enumerate(paragraphs)
    number, block = next(blocks, (0, None))
    reach = heard = 0  # to where content is claimed, and the last of it in marks
    for start, end, parts in _outer(quotations):
        while claimed and claimed[-1][0] < end:
            reach = max(reach, claimed.pop()[1])
        while block and block.end <= start:
            number, block = next(blocks, (number, None))
        if reach > start:
            heard = end
        elif block and block.kind == "body":
            fewest = _FEWEST_AFTER if heard > block.start else _FEWEST
            if len(tagged.tokens.text[start:end].split()) >= fewest and _is_said(tagged, start, end):
                because = (reason(RULE, ""),)
                yield Attribution(parts, (), (), "direct", "said", RULE, number, because, key=f"{RULE}//")


def _outer(quotations: Iterable[Quotation]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    for each in quotations:
        if each.depth == 0:
            yield each.parts[0][0], each.parts[-1][1], each.parts


def _is_said(tagged: Tagged, start: int, end: int) -> bool:
    """Whether the passage is neither a title nor a sign nor what something is called."""
    first, last = tagged.tokens.within(start, end)
    named = not _NAMING.isdisjoint(tagged.lower[max(0, first - 2) : first])
    title = reads_as_title(tagged.tokens.words[first:last])
    return not (named or title or _AUTHOR.match(tagged.tokens.text, end))


_NAMING = frozenset(  # of the last two words before a title, a sign, or what something is called
    "= album as author banner book called daubed documentary dubbed editor entitled episode essay film"
    " hashtag headline headlined host hung memoir movie named nicknamed novel painted paper phrase placard"
    " play poem poster printed programme scrawled sign signs slogan slogans song term titled word words"
    " writer".split()
)
