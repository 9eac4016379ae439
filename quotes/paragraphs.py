"""The blocks of a text: where each begins and ends, and whether it is prose at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from quotes.lexicon import table, words
from quotes.model import Block, Paragraph, Span

_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_HEADING = re.compile(r"#{1,6}\s")
_BULLET = re.compile(r"(?:[-*•·–—>]|\d{1,2}[.)])\s")
_ADORNMENT = "*_>[]()|•·-–— \t\N{NO-BREAK SPACE}"

_URL = re.compile(r"[<(\[]?(?:https?://|www\.)\S+$", re.IGNORECASE)
_CREDIT = re.compile(
    r"\((?:[^()]{0,80}\b)?(?:Photo|Photograph|Image|Picture|Getty|Reuters|REUTERS|AP|AFP|EPA)\b[^()]{0,80}\)\W*$"
    r"|(?:^|[.!?)*|©] ?)\W*(?:[A-Z][\w.'’-]*\s){1,4}?/\s?(?:[A-Z][\w.'’-]*\s?){1,4}\W*$"
    r"|[/|©]\s?(?:Getty(?: Images)?|AP(?: Photo)?|AFP|Reuters|REUTERS|EPA|Shutterstock|iStock|Alamy)\W*$"
    r"|(?:©|\(c\)|\(C\))\s?\d{4}\b"
)
_CREDIT_MARK = re.compile(r"[/©|(]")
_CONTRIBUTED = re.compile(r"\bcontributed\s(?:reporting|to\s(?:this|the)\s(?:report|story|article))\b")
_DATE = re.compile(
    r"(?:\w{3,9}day,?\s)?(?:\d{1,2}\s)?"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?)?,?\s\d{4}\b(?:[\s\d:,.|–-]|at|[ap]\.?m|[A-Z]{2,4}\b)*$"
)
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "is", "of", "on", "or", "the"]
).union(["to", "via", "vs", "with", "&", "|", ",", "/"])
_BYLINE = re.compile(r"(?:[Bb]y|BY|Story by|Words by|Text by|From)[:\s]")

_LABEL = re.compile(
    r"[*_]{0,3}(Q|A|[A-Z][\w.'’-]{1,24}(?: [A-Z(][\w.'’)-]{0,24}){0,4})[*_]{0,3}:[*_]{0,3}\s+\S"
    r"|[*_]{0,3}([QA])\.[*_]{0,3}\s+[A-Z]"
)


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    after_blank: bool


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `text` in order, without the white space around each.

    Paragraphs are lines, whether or not blank lines stand between them, unless the whole text is
    hard-wrapped: then a paragraph ends at a blank line, an indent or a short last line. Between
    the paragraphs there is nothing but white space. Never raises.
    """
    blocks = tuple(_blocks(text))
    speaking = _speaking_labels(text, blocks)
    return tuple(
        Paragraph(start, end, _kind(text, (start, end), number, speaking))
        for number, (start, end) in enumerate(blocks)
    )


def _lines(text: str) -> Iterator[_Line]:
    at, blank = 0, True
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            yield _Line(at + indent, at + indent + len(bare), indent, blank)
        blank = not bare
        at += len(raw)


def _blocks(text: str) -> Iterator[Span]:
    lines = list(_lines(text))
    if not _is_wrapped(text, lines):
        yield from ((line.start, line.end) for line in lines)
        return
    width = _width(lines)
    start = lines[0].start
    for line, following in pairwise(lines):
        if _breaks(text, line, following, width=width):
            yield start, line.end
            start = following.start
    yield start, lines[-1].end


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether single line ends are mere spaces: most of them stand before a lower-case word."""
    joints = [(line, following) for line, following in pairwise(lines) if not following.after_blank]
    runs_on = sum(_runs_on(text, line, following) for line, following in joints)
    return bool(joints) and runs_on * 2 >= len(joints)


def _runs_on(text: str, line: _Line, following: _Line) -> bool:
    return text[following.start].islower() and text[line.end - 1] not in ".!?…:"


def _width(lines: list[_Line]) -> int:
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[len(lengths) * 9 // 10]


def _breaks(text: str, line: _Line, following: _Line, *, width: int) -> bool:
    """Whether a paragraph ends with `line` in a hard-wrapped text."""
    if following.after_blank or _HEADING.match(text, line.start) or _HEADING.match(text, following.start):
        return True
    if _LABEL.match(text, following.start, following.end) or _BULLET.match(text, following.start):
        return _ends(text, line)
    room = width - (line.end - line.start)
    return _ends(text, line) and (following.indent > line.indent or room > max(width // 4, 20))


def _ends(text: str, line: _Line) -> bool:
    return bool(_TERMINAL.search(text, max(line.start, line.end - 6), line.end))


def _kind(text: str, block: Span, number: int, speaking: frozenset[str]) -> Block:
    start, end = block
    if _HEADING.match(text, start, end):
        return "heading"
    if speaking and _label(text, block) in speaking:
        return "turn"
    if end - start > 600:
        return "body"
    if _is_furniture(text[start:end]):
        return "furniture"
    if number == 0 and _is_headline(text[start:end]):
        return "heading"
    return "body"


@cache
def _openings() -> tuple[re.Pattern[str], dict[str, int]]:
    limits = {phrase: int(limit) for phrase, limit in table("furniture").items()}
    longest_first = sorted(limits, key=len, reverse=True)
    pattern = "|".join(re.escape(phrase) for phrase in longest_first)
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), limits


def _is_furniture(block: str) -> bool:
    bare = block.lstrip(_ADORNMENT)
    if not bare:
        return True
    return (
        _opens_furniture(bare)
        or _is_byline(bare)
        or _is_credit(block)
        or bool(
            _URL.match(block) or (len(block) < 300 and "contributed" in block and _CONTRIBUTED.search(block))
        )
        or (len(bare) < 60 and bool(_DATE.match(bare)))
    )


def _opens_furniture(bare: str) -> bool:
    pattern, limits = _openings()
    opening = pattern.match(bare)
    return opening is not None and len(bare.split()) <= limits[opening[0].lower()]


def _is_byline(bare: str) -> bool:
    if not _BYLINE.match(bare):
        return False
    names = bare.split()[1:]
    return 0 < len(names) <= 20 and all(_is_title_word(name) for name in names)


def _is_title_word(word: str) -> bool:
    letter = word.lstrip("[(*_\"'“‘")[:1]
    return not letter.islower() or word in _SMALL or "@" in word


def _is_credit(block: str) -> bool:
    return len(block) < 350 and bool(_CREDIT_MARK.search(block)) and bool(_CREDIT.search(block))


def _is_headline(block: str) -> bool:
    """Whether a first paragraph is a headline: short, with no final stop, or in Title Case."""
    names = block.split()
    if not 2 <= len(names) <= 25:
        return False
    if not _TERMINAL.search(block) and block[-1] not in ",-–—\"'”’":
        return len(names) <= 18
    longer = [name for name in names[1:] if len(name) > 3 and name.lower() not in _SMALL]
    return len(longer) >= 3 and all(_is_title_word(name) for name in longer)


def _label(text: str, block: Span) -> str | None:
    found = _LABEL.match(text, *block)
    return found and (found[1] or found[2])


def _speaking_labels(text: str, blocks: tuple[Span, ...]) -> frozenset[str]:
    """Return the labels that name speakers, if the text has turns at all.

    One line is enough in capitals (but not at the top, where it is a dateline); a label in small
    letters must come back, or stand with another full name.
    """
    labels = [(number, _label(text, block)) for number, block in enumerate(blocks)]
    found = [(number, name) for number, name in labels if name and not _is_no_speaker(name)]
    counts = Counter(name for number, name in found if number)
    sure = {name for number, name in found if counts[name] > 1 or _is_capitals(number, name)}
    full = {name for name in counts if " " in name}
    return frozenset(counts) if sure - {"A"} or len(full) > 1 else frozenset()


def _is_capitals(number: int, name: str) -> bool:
    return number > 1 and len(name) > 3 and name.isupper()


def _is_no_speaker(name: str) -> bool:
    return name.lower().replace("’", "'") in words("labels")
