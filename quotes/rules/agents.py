"""By whom something is said, in the passive: `was branded “a liar” by Lee`."""

from __future__ import annotations

import re

from quotes import sources
from quotes.clauses import Clause, Range


def after_day(clause: Clause, at: int) -> int:
    """Return the token after the day at token `at`: `by the union | on Friday | as “a con”`."""
    day = _DAY.match(clause.tags, at)
    return day.end() if day else at


_DAY = re.compile("I?d+")


def between(clause: Clause, first: int, end: int) -> Range | None:
    """Return the agent between these tokens, without a day: `condemned by the union | on Friday`."""
    agent = sources.AGENT.search(clause.tags, first, end)
    day = _DAY_AFTER.search(clause.tags, agent.start(), agent.end()) if agent else None
    return (agent.start("source"), day.start() if day else agent.end()) if agent else None


_DAY_AFTER = re.compile(r"I?d+\Z")


def at_end(clause: Clause, content: Range) -> Range | None:
    """Return the agent that ends content after its quotation, if it is not hurt "by" what follows."""
    mark = clause.tags.rfind("qb", *content)
    if clause.tags.startswith("tB", content[0]):
        return None  # said to be "deeply wounded" by the book
    agent = sources.AGENT.match(clause.tags, mark + 1, content[1]) if mark > 0 else None
    return agent.span("source") if agent and agent.end() == content[1] else None


def without_statement(clause: Clause, source: Range) -> Range:
    """Return the source without a relative clause that reports itself: `by Lee, who said …`."""
    relative = clause.tags.find(",W", *source)
    reports = any(relative < cue.first < source[1] and cue.form in "ZF" for cue in clause.cues)
    return (source[0], relative) if relative > 0 and reports else source
