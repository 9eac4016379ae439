"""Plain text: hard-wrapped, one paragraph a line, or paragraphs between blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Article
from quotes.readers.assemble import assemble, is_headline
from quotes.readers.blocks import Block
from quotes.readers.bylines import signed
from quotes.readers.lines import groups, reflow

_SUBHEAD_MAX = 70
_SUBHEAD_WORDS = 10
_QUOTED = re.compile(r"\s{0,3}(?:> ?)+(?P<rest>.*)")
_READ_OUT = re.compile(r":\s[\"“‘']")  # The caption read: "Soup"


def read_text(text: str) -> Article:
    """Read an article from plain text; its `text` is empty when there is no body."""
    blocks = reflow([_block(group) for group in groups(text)])
    return assemble(_with_subheads(blocks))


def _block(group: str) -> Block:
    """Return a paragraph, or a block quotation where each line begins with ">", as in e-mails."""
    lines = [_QUOTED.match(line) for line in group.split("\n")]
    bare = "\n".join(line["rest"] for line in lines if line)
    return Block("quote", bare.strip()) if all(lines) and bare.strip() else Block("para", group)


def _with_subheads(blocks: Sequence[Block]) -> list[Block]:
    """Mark short lines that are no sentences and stand alone between paragraphs as headings."""
    long = [False, *(_is_paragraph(block) for block in blocks), False]
    return [
        replace(block, kind="heading") if long[at] and long[at + 2] and _is_subhead(block) else block
        for at, block in enumerate(blocks)
    ]


def _is_paragraph(block: Block) -> bool:
    return len(block.text) > _SUBHEAD_MAX and not block.text.endswith(":")


def _is_subhead(block: Block) -> bool:
    if _READ_OUT.search(block.text):
        return False
    first = block.text.lstrip("‘’'“\"")[:1]
    short = len(block.text.split()) <= _SUBHEAD_WORDS and not signed(block.text)
    return short and (first.isupper() or first.isdigit()) and is_headline(block, _SUBHEAD_MAX)
