"""Paragraphs of a page that are no part of the article: bylines, credits, captions, links, adverts."""

from __future__ import annotations

import re
from functools import cache

from quotes.lexicon import table

_ADORNMENT = "*_>[]()|•·-–— \t\N{NO-BREAK SPACE}"

_URL = re.compile(r"[<(\[]?(?:https?://|www\.)\S+$", re.IGNORECASE)
_AGENCY = r"\s?(?:Getty(?: Images)?|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA|Shutterstock|iStock|Alamy)\W*$"
_CREDITS = {  # by the mark that each has
    "(": re.compile(
        r"\((?:[^()]{0,80}\b)?(?:Photo|Photograph|Image|Picture|Getty|Reuters|REUTERS|AP|AFP|EPA)\b[^()]{0,80}\)\W*$"
        r"|\([cC]\)\s?\d{4}\b"
    ),
    "/": re.compile(
        r"(?:^|[.!?)*|©] ?)\W*(?:[A-Z][\w.'’-]*\s){1,4}?/\s?(?:[A-Z][\w.'’-]*\s?){1,4}\W*$|/" + _AGENCY
    ),
    "|": re.compile(r"\|" + _AGENCY),
    "©": re.compile(rf"©(?:{_AGENCY}|\s?\d{{4}}\b)"),
}
_CONTRIBUTED = re.compile(r"\bcontributed\s(?:reporting|to\s(?:this|the)\s(?:report|story|article))\b")
_DATE = re.compile(
    r"(?:\w{3,9}day,?\s)?(?:\d{1,2}\s)?"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?)?,?\s\d{4}\b(?:[\s\d:,.|–-]|at|[ap]\.?m|[A-Z]{2,4}\b)*$"
)
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "is", "of", "on", "or", "the"]
).union(["to", "via", "vs", "with", "&", "|", ",", "/"])
_BY = ("By", "by", "BY", "Story by", "Words by", "Text by")
_BYLINE = re.compile(rf"(?:{'|'.join(_BY)})[:\s]")
_FIRST = 4  # letters of an opening


@cache
def _openings() -> tuple[re.Pattern[str], dict[str, int], frozenset[str]]:
    limits = {phrase: int(limit) for phrase, limit in table("furniture").items()}
    longest_first = sorted(limits, key=len, reverse=True)
    pattern = "|".join(re.escape(phrase) for phrase in longest_first)
    first_letters = frozenset(phrase[:_FIRST] for phrase in limits)
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), limits, first_letters


def is_furniture(block: str) -> bool:
    """Return whether the paragraph `block` is no part of the article.

    >>> is_furniture("By Ann Lee and Bob Roe"), is_furniture("By noon Ann Lee was gone.")
    (True, False)
    """
    bare = block.lstrip(_ADORNMENT)
    if not bare:
        return True
    return (
        _opens_furniture(bare)
        or _is_byline(bare)
        or _is_credit(block)
        or _is_thanks(block)
        or bool(_URL.match(block))
        or (len(bare) < 60 and bool(_DATE.match(bare)))
    )


def _opens_furniture(bare: str) -> bool:
    pattern, limits, first_letters = _openings()
    opening = pattern.match(bare) if bare[:_FIRST].lower() in first_letters else None
    return opening is not None and len(bare.split()) <= limits[opening[0].lower()]


def _is_byline(bare: str) -> bool:
    if not bare.startswith(_BY) or not _BYLINE.match(bare):
        return False
    names = bare.split()[1:]
    return 0 < len(names) <= 20 and all(is_title_word(name) for name in names)


def is_title_word(word: str) -> bool:
    """Return whether `word` could stand in a headline in Title Case, or among names."""
    letter = word.lstrip("[(*_\"'“‘")[:1]
    return not letter.islower() or word in SMALL_WORDS or "@" in word


def _is_credit(block: str) -> bool:
    if len(block) < 350:
        for mark, pattern in _CREDITS.items():
            if mark in block and pattern.search(block):
                return True
    return False


def _is_thanks(block: str) -> bool:
    return "contributed" in block and len(block) < 300 and bool(_CONTRIBUTED.search(block))
