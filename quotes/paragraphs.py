"""The blocks of a text: where each begins and ends, and whether it is prose at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise
from typing import NamedTuple

from quotes.furniture import SMALL_WORDS, is_furniture, is_title_word
from quotes.lexicon import words
from quotes.model import Block, Paragraph, Span
from quotes.speechlines import run_on

_TERMINAL = re.compile(r"[.!?…:;] ?[\"'”’»)\]*_]*$")
_NEXT_SENTENCE = re.compile(  # the stop first, so that the scan skips from stop to stop
    r"[.!?](?:(?<=[a-z]{3}.)|(?<=[a-z]{3} .))[\"'”’]*\s+[\"'“‘]*[A-Z]"
)
_FEWEST_GROUPS = 3
_LONGEST_GROUP = 6  # sentences in a paragraph, on average
_RARELY = 8  # one line in so many may hold more than one sentence
_LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # those of `str.splitlines`
_HEADING = re.compile(r"#{1,6}\s")
_LONGEST_FURNITURE = 600
_LONGEST_SUBHEAD = 70
_BULLET = re.compile(r"(?:[-*•·–—>]|\d{1,2}[.)])\s")

_LABEL = re.compile(
    r"[*_]{0,3}[\"“]?(Q|A|[A-Z][\w.'’-]{1,24}(?:(?<=[A-Z]{2}),(?= [A-Z]))?"
    r"(?: [A-Z(][\w.'’)-]{0,24}(?:(?<=[A-Z]{2}),(?= [A-Z]))?){0,4}"
    r"(?: \([^():\n]{1,60}\))?)(?: [(\[]\d\d?(?::\d\d){1,2}[)\]])?[*_]{0,3}:[*_]{0,3}\s+\S"
    # ROE, Sir Ann (chair of the bench): ANN ROE, HOST: Ann Roe (00:12):
    r"|[*_]{0,3}([QA])\.[*_]{0,3}\s+[A-Z]"
)
_INITIAL = 5  # characters of "***Q."


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    after_blank: bool


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `text` in order, without the white space around each.

    Paragraphs are lines, whether or not blank lines stand between them; lines over which a quotation
    runs, without a mark at the head of each, are one. In a text that is hard-wrapped a paragraph ends
    at a blank line, an indent or a short last line; in one that has a sentence on each line, as corpora
    do, and blank lines, it ends there or at a line without a stop.
    Between the paragraphs there is nothing but white space. Never raises.
    """
    blocks = tuple(_blocks(text))
    speaking = _speaking_labels(text, blocks)
    return tuple(
        Paragraph(*block, _kind(text, blocks, number, speaking)) for number, block in enumerate(blocks)
    )


def unbroken(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return `text` with spaces for the line ends within its paragraphs, so that all offsets stay.

    >>> unbroken("One that\\ngoes on.\\n\\nTwo.", (Paragraph(0, 17, "body"), Paragraph(19, 23, "body")))
    'One that goes on.\\n\\nTwo.'
    """
    ends = [end for end in _LINE_ENDS if end in text]
    bodies = [text[each.start : each.end] for each in paragraphs]
    if not any(end in body for body in bodies for end in ends):
        return text
    gaps = [text[before.end : after.start] for before, after in pairwise(paragraphs)]
    first, last = paragraphs[0].start, paragraphs[-1].end
    for end in ends:
        bodies = [body.replace(end, " ") for body in bodies]
    joined = (part for pair in zip(bodies, [*gaps, ""], strict=True) for part in pair)
    return "".join((text[:first], *joined, text[last:]))


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
    if _is_wrapped(text, lines):
        breaks = partial(_breaks_wrapped, text, width=_width(lines))
    elif _has_sentences_for_lines(text, lines):
        breaks = partial(_breaks_sentences, text)
    else:
        yield from run_on(
            text, [(line.start, line.end) for line in lines], [line.after_blank for line in lines]
        )
        return
    start = lines[0].start
    for line, following in pairwise(lines):
        if following.after_blank or breaks(line, following):
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


def _breaks_wrapped(text: str, line: _Line, following: _Line, *, width: int) -> bool:
    """Whether a paragraph ends with `line` in a hard-wrapped text."""
    if _is_heading(text, line) or _is_heading(text, following):
        return True
    if _is_item(text, following) or not _ends(text, line) or following.indent > line.indent:
        return _ends(text, line)
    next_word = text[following.start : min(following.end, following.start + width)].split(maxsplit=1)[0]
    return width - (line.end - line.start) > len(next_word) + width // 5


def _has_sentences_for_lines(text: str, lines: list[_Line]) -> bool:
    """Whether blank lines stand between paragraphs and each line is a sentence.

    Paragraphs of one line each, with blank lines here and there, stand in few and long groups.
    """
    stopped = any(not after.after_blank and _ends(text, line) for line, after in pairwise(lines))
    starts = [number for number, line in enumerate(lines) if line.after_blank]
    sizes = [end - start for start, end in pairwise((*starts, len(lines)))]
    if not stopped or _is_lumped(sizes):
        return False
    several = (line for line in lines if _NEXT_SENTENCE.search(text, line.start, line.end))
    return next(islice(several, len(lines) // _RARELY, None), None) is None


def _is_lumped(sizes: list[int]) -> bool:
    """Whether most lines stand in one group, or in groups too long for paragraphs of news."""
    lines = sum(sizes)
    return len(sizes) < _FEWEST_GROUPS or lines > _LONGEST_GROUP * len(sizes) or max(sizes) * 3 >= lines * 2


def _breaks_sentences(text: str, line: _Line, following: _Line) -> bool:
    """Whether a paragraph ends with `line` in a text of one sentence a line, but for blank lines."""
    return not _ends(text, line) or any(
        _is_heading(text, each) or _is_item(text, each) for each in (line, following)
    )


def _is_heading(text: str, line: _Line) -> bool:
    return _HEADING.match(text, line.start) is not None


def _is_item(text: str, line: _Line) -> bool:
    return bool(_LABEL.match(text, line.start, line.end) or _BULLET.match(text, line.start))


def _ends(text: str, line: _Line) -> bool:
    return bool(_TERMINAL.search(text, max(line.start, line.end - 6), line.end))


def _kind(text: str, blocks: Sequence[Span], number: int, speaking: frozenset[str]) -> Block:
    start, end = blocks[number]
    if _HEADING.match(text, start, end):
        return "heading"
    if end - start <= _LONGEST_FURNITURE and is_furniture(text[start:end]):
        return "furniture"
    if speaking and _label(text, blocks[number]) in speaking:
        return "turn"
    if number == 0:
        return "heading" if len(blocks) > 1 and _is_headline(text[start:end]) else "body"
    return "heading" if _is_subhead(text, blocks, number) else "body"


def _is_subhead(text: str, blocks: Sequence[Span], number: int) -> bool:
    """Whether a short line between paragraphs is no sentence; a name below a quotation is none."""
    start, end = blocks[number]
    if end - start > _LONGEST_SUBHEAD or number + 1 == len(blocks) or _BULLET.match(text, start):
        return False
    line = text[start:end]
    first = line.lstrip("\"'“‘*_")[:1]
    if not first.isupper() or _TERMINAL.search(line) or line[-1] in ",-–—" or len(line.split()) > 10:
        return False
    (before, above), (below, after) = blocks[number - 1], blocks[number + 1]
    return (
        above - before > _LONGEST_SUBHEAD < after - below
        and text[above - 1] in ".!?"
        and (bool(_TERMINAL.search(text, max(below, after - 6), after)))
    )


def _is_headline(block: str) -> bool:
    """Whether a first paragraph is a headline: short, with no final stop, or in Title Case."""
    names = block.split()
    if not 2 <= len(names) <= 25:
        return False
    if not _TERMINAL.search(block) and block[-1] not in ",-–—\"'”’":
        return len(names) <= 18
    short = 2 if block[-1] == "." else 3  # Ann Lee met Bo Ray in Leeds.
    longer = [name for name in names[1:] if len(name) > short and name.lower() not in SMALL_WORDS]
    return len(longer) >= 3 and all(is_title_word(name) for name in longer)


def _label(text: str, block: Span) -> str | None:
    start, end = block
    if text.find(":", start, end) < 0 and text.find(".", start, start + _INITIAL) < 0:
        return None
    found = _LABEL.match(text, start, end)
    return found and (found[1] or found[2])


def _speaking_labels(text: str, blocks: tuple[Span, ...]) -> frozenset[str]:
    """Return the labels that name speakers, if the text has turns at all.

    One line is enough in capitals, but not at the top or below a headline, where it is a dateline;
    a label in small letters must come back, or stand with another full name.
    """
    labels = [(number, _label(text, block)) for number, block in enumerate(blocks)]
    found = [(number, name) for number, name in labels if name and not _is_no_speaker(name)]
    if not found:
        return frozenset()
    counts = Counter(name for _, name in found)
    capitals = {name for name in counts if len(name) > 1 and name.isupper()}
    top = 0 if blocks and text[blocks[0][1] - 1] in ".?!" else 1
    late = {name for number, name in found if number > top and len(name) > 3 and name in capitals}
    sure = late.union(name for name in counts if counts[name] > 1)
    full = {name for name in counts if " " in name and not _is_phrase(name)}
    some = sure - {"A"} or {"Q", "A"} <= set(counts) or len(full) > 1 or len(capitals) > 1
    return frozenset(name for name in counts if name in sure or not _is_phrase(name)) if some else frozenset()


def _is_phrase(label: str) -> bool:
    """Whether a label of several words opens as no name does: `The Long Way Home: …`."""
    first, _, rest = label.partition(" ")
    return bool(rest) and first.lower() in SMALL_WORDS


def _is_no_speaker(name: str) -> bool:
    return name.lower().replace("’", "'") in words("labels")
