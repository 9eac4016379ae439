"""Whether the quotation before a tag is another's already: `When Lee vowed “a fight,” few cheered`."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes import contents, frames
from quotes.clauses import Clause, Range, is_title
from quotes.rules.owners import source_of


class Tag(NamedTuple):
    """A source and its verb in tokens `first` to `end`; what they report ends at token `left`."""

    source: Range
    first: int
    end: int
    left: int


_HEADED = re.compile("I[^,.|;:QqZMBHYP]{1,8}[NS][KF]")
_IN_WORK = re.compile("I(?:[^,.|;:QqZMBHYP]{1,9}[Io])?")
_HEADINGS = frozenset("banner heading headline motto name slogan theme title".split())
_SUBORDINATE = re.compile("[CR,]*[UW]")


def is_introduced(clause: Clause, tag: Tag) -> bool:
    """Return whether the quotation before the tag is another cue's: `As a man shouted, "Go!" Lee laughed`."""
    last = clause.tags.rfind("Q", clause.first, tag.left)
    if clause.tags[last - 1] == clause.tags[tag.end : tag.end + 1] == ":":
        return True  # Roe asked: "Did you?" Lee replied: "No."
    if _HEADED.fullmatch(clause.tags, clause.first, last):
        return True  # In an email headed "Urgent," Lee told staff to stay
    if clause.tags[clause.first] == "I" and clause.tagged.word(last - 1) in _HEADINGS:
        return True  # Under the slogan "Enough is enough," the union called for a strike
    if _IN_WORK.fullmatch(clause.tags, clause.first, last) and is_title(clause, last, tag.left):
        return True  # In an interview with "Harbour Talk," Lee pointed to the leak
    apart = clause.tags[last - 1] == ","
    ends = (
        {cue.end for cue in clause.cues if cue.end < last and "quote" in cue.lexeme.names} if apart else set()
    )
    asked = (
        cue.end for cue in clause.cues if cue.passive and "p-quote" in cue.lexeme.names
    )  # Asked "Why?" she left
    return last - apart in {*ends, *asked}


def is_told_before(clause: Clause, tag: Tag) -> bool:
    """Return whether a clause before the main one tells it: `When Lee vowed "a fight," few cheered`."""
    tags, last = clause.tags, clause.tags.rfind("Q", clause.first, tag.left)
    subordinate = _SUBORDINATE.match(tags, clause.first) is not None
    for cue in clause.cues:
        telling = cue.end <= last and cue.form in "ZFV" and cue.lexeme.act == "said"
        found = frames.complement(clause.tagged, cue, 40) if telling else None
        source = source_of(clause, cue) if found else None
        if not found or not source:
            continue
        relative = tags[source[0] - 1] in "WT" and found.anchor == last  # what Lee called "a farce,"
        if (subordinate or relative) and last < contents.extent(clause, cue, found, source)[1] <= tag.first:
            return True
    return False
