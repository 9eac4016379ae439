"""Lines into paragraphs: hard-wrapped text is unwrapped, a line that is a paragraph stays one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.readers.blocks import CLOSERS, Block, ends_sentence

WIDEST = 130  # columns; nobody wraps text wider than this
_NARROWEST = 25
_ENOUGH = 0.3  # share of line breaks that stand inside a sentence, in wrapped prose it is over a half

_ITEM = re.compile(r"(?:[-*•‣·▪◦»]|\d{1,2}[.)])\s")
_TURN = re.compile(r"(?:[A-Z][A-Z .'’-]{0,40}|Q|A):\s")
_NAMED_TURN = re.compile(r"[A-Z][\w.'’ -]{1,40}:\s")
_INSIDE = frozenset(",;.:!?)]%")  # what never begins a paragraph
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")  # "two-" / "and three-year": the hyphen waits for more


def normal_newlines(text: str) -> str:
    r"""Return the text with one kind of line break and without a byte order mark.

    >>> normal_newlines("\ufeffa\r\nb\rc\u2029d")
    'a\nb\nc\n\nd'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\f", "\n\n")


def groups(text: str) -> Iterator[str]:
    r"""Yield what stands between blank lines, line breaks and indents kept.

    >>> list(groups("a\nb\n \n\nc"))
    ['a\nb', 'c']
    """
    group: list[str] = []
    for line in normal_newlines(text).split("\n"):
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield "\n".join(group)
            group = []
    if group:
        yield "\n".join(group)


def reflow(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with no line break left in them: unwrapped, or one block a line."""
    width = _width(_lines(block) for block in blocks)
    flowed: list[Block] = []
    for block in blocks:
        texts = list(_paragraphs(_lines(block), width))
        if len(texts) == 1:
            flowed.append(block if texts[0] == block.text else replace(block, text=texts[0]))
        else:
            flowed.extend(Block(block.kind, text, block.level) for text in texts)
    return flowed


def _lines(block: Block) -> list[str]:
    return [line for line in block.text.split("\n") if line.strip()]


def _width(groups_of_lines: Iterable[Sequence[str]]) -> int:
    """Return the column at which the text was wrapped, or 0 when it was not."""
    breaks, wrapped = 0, []
    for lines in groups_of_lines:
        for line, following in pairwise(lines):
            breaks += 1
            if _goes_on_small(line, following) and len(line) <= WIDEST:
                wrapped.append(len(line))
    return max(wrapped) if wrapped and len(wrapped) >= _ENOUGH * breaks else 0


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[str]:
    pieces = [lines[0].strip()]
    for line, following in pairwise(lines):
        words = following.strip()
        if _is_soft(line, following, width):
            pieces.append(_glue(line, words) + words)
        else:
            yield "".join(pieces)
            pieces = [words]
    yield "".join(pieces)


def _is_soft(line: str, following: str, width: int) -> bool:
    if _begins_paragraph(line, following):
        return False
    first = following.split(maxsplit=1)[0]
    full = width > 0 and len(line) + 1 + len(first) > width and len(line) <= WIDEST
    return full or _goes_on_small(line, following)


def _goes_on_small(line: str, following: str) -> bool:
    stopped = line.endswith((".", "!", "?", "…", ":"))
    first = following.lstrip()[:1]
    open_ended = line.rstrip(CLOSERS).endswith(",") or (len(line) >= _NARROWEST and not stopped)
    return open_ended and (first.islower() or first in _INSIDE)


def _begins_paragraph(line: str, following: str) -> bool:
    words, before = following.lstrip(), line.lstrip()
    if _TURN.match(words):
        return True
    if _ITEM.match(words) and (ends_sentence(line) or _ITEM.match(before)):
        return True
    if words.startswith(("http://", "https://")):
        return not line.endswith(":")
    deeper = _indent(following) >= _indent(line) + 2 and not _ITEM.match(before)
    return ends_sentence(line) and bool(deeper or _NAMED_TURN.match(words))


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


def _glue(line: str, words: str) -> str:
    """Return what stood at a line break: nothing inside "long-/lasting", else a space."""
    if words[:1].isalpha() and _HYPHENATED.search(line) and not _SUSPENDED.match(words):
        return ""
    return "" if line.endswith(("—", "--")) and not line.endswith((" —", " --")) else " "
