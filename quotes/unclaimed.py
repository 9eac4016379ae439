"""Words in quotation marks that no rule ties to anybody: they are somebody's, and nobody says whose.

`A dam there would be “the costliest mistake of the century.”` Words in marks that are no title were said or
written by somebody, unless they are few. They are a quote without a speaker, and not a sure one; if somebody
spoke before them in the paragraph, and nobody else is named, it may go on with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.clauses import reads_as_title
from quotes.model import Attribution, Paragraph, Quotation, Span
from quotes.nouns import is_role_noun
from quotes.rules import reason
from quotes.syntax import Tagged

RULE = "unclaimed"
_KEY = f"{RULE}//"
_FEWEST = 6  # words: fewer are mostly names, nicknames and scare quotes
_FEWEST_AFTER = 4  # words, after words of somebody in marks in the same paragraph
_AUTHOR = re.compile(r",?\s+by\s+(?:the\s+)?[A-Z]")  # "No rain before Sunday," by Ann Lee: a title


def find_unclaimed(
    tagged: Tagged,
    paragraphs: Iterable[Paragraph],
    quotations: Iterable[Quotation],
    attributions: Sequence[Attribution],
) -> Iterator[Attribution]:
    """Yield a quote without a cue of its own for each outer passage of which `attributions` hold nothing.

    The passages and paragraphs come in text order. Linear.
    """
    claimed = sorted(
        ((span, at) for at, one in enumerate(attributions) for span in one.content), reverse=True
    )
    blocks = enumerate(paragraphs)
    number, block = next(blocks, (0, None))
    reach = heard = owner = speaker = 0  # to where content is claimed and whose it is, and the last in marks
    for start, end, parts in _outer(quotations):
        while claimed and claimed[-1][0][0] < end:
            (_, last), at = claimed.pop()
            reach, owner = max((reach, owner), (last, at))
        while block and block.end <= start:
            number, block = next(blocks, (number, None))
        if reach > start:
            heard, speaker = end, owner
        elif block and block.kind == "body":
            after = heard > block.start
            fewest = _FEWEST_AFTER if after else _FEWEST
            if len(tagged.tokens.text[start:end].split()) >= fewest and _is_said(tagged, start, end):
                words = Attribution(
                    parts, (), (), "direct", "said", RULE, number, (reason(RULE, ""),), key=_KEY
                )
                goes_on = after and _brings_nobody(tagged, attributions[speaker], start)
                yield _going_on(words, attributions[speaker], speaker) if goes_on else words


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


def _brings_nobody(tagged: Tagged, before: Attribution, start: int) -> bool:
    """Whether nobody is named or called by a role between an attribution's sentence and the passage."""
    done = max(end for _, end in before.content + before.cue + before.source)
    first, last = tagged.tokens.within(done, start)
    stop = tagged.tags.find(".", first, last)
    first = max(first, stop)
    return "E" not in tagged.tags[first:last] and not any(map(is_role_noun, tagged.lower[first:last]))


def _going_on(words: Attribution, before: Attribution, index: int) -> Attribution:
    """Give words to who spoke before them in their paragraph: source and cue stand for them too."""
    because = (reason("floating", ""),)
    return words._replace(
        source=before.source, cue=before.cue, because=because, key=f"{_KEY}goes on", follows=index
    )


_NAMING = frozenset(  # of the last two words before a title, a sign, or what something is called
    "= album as author banner book called daubed documentary dubbed editor entitled episode essay film"
    " hashtag headline headlined host hung memoir movie named nicknamed novel painted paper phrase placard"
    " play poem poster printed programme scrawled sign signs slogan slogans song term titled word words"
    " writer".split()
)
