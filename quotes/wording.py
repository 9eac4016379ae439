"""The words of a quote as a reader quotes them, and the record of it."""

from __future__ import annotations

import re

from quotes.confidence import confidence
from quotes.ids import quote_id
from quotes.model import Attribution, Quote, Resolution, Span

_OPENING = "\"“„«‹‘'`"
_CLOSING = "\"”“»›’'"
_COMPLEMENTIZER = re.compile(r"that\s+", re.IGNORECASE)


def words(text: str, content: tuple[Span, ...]) -> str:
    """Return the content's words: marks around it and a leading "that" removed, gaps as " […] ".

    >>> words('"It leaks," she said. "Badly."', ((0, 11), (22, 30)))
    'It leaks, […] Badly.'
    """
    return " […] ".join([_bare(text[start:end]) for start, end in content])


def _bare(part: str) -> str:
    part = _COMPLEMENTIZER.sub("", part, count=1) if part[:4].lower() == "that" else part
    if part[:1] in _OPENING and not _marks_within(part):
        part = part[1:-1] if part[-1] in _CLOSING else part[1:]
    return part.strip()


def _marks_within(part: str) -> bool:
    """Whether the mark that opens `part` is closed before its end: its outer marks are no pair then."""
    opening = part[0]
    closing = _PAIRS.get(opening, opening)
    if closing == "'":
        return False
    if part[-1] not in _CLOSING:
        return closing in part[1:]
    return closing in part[1:-1] and (opening == closing or part[1:-1].find(closing) < part.rfind(opening))


_PAIRS = {"“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’"}


def quote(text: str, article: str, attribution: Attribution, resolution: Resolution) -> Quote:
    """Return the record of an attribution whose source is known as far as it can be."""
    return Quote(  # in the order of its fields: names for all of them would take longer than the rest
        quote_id(article, attribution.content, attribution.source),
        article,
        attribution.kind,
        attribution.act,
        words(text, attribution.content),
        attribution.content,
        attribution.cue,
        attribution.source,
        resolution.speaker,
        attribution.paragraph,
        attribution.rule,
        attribution.because + resolution.because,
        confidence(text, attribution, resolution),
        resolution.candidates,
        resolution.addressee,
        key=attribution.key,
    )
