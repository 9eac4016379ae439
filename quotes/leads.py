"""Sentences that lead up to words in quotation marks in the next, or end them: whose words those are.

`The minister replied:`, `The minister agreed.`, `The minister’s reply?`, `The minister shook his head.`
"""

from __future__ import annotations

import re

from quotes.afterthoughts import find_afterthought
from quotes.beats import beat, is_act, is_of_another
from quotes.clauses import Clause, Found, Range
from quotes.model import Attribution
from quotes.namelines import NAME_LINE, name_line
from quotes.rules import reason
from quotes.rules.colon import Introduction, introduction, posed, reaction
from quotes.turns import credit

_COLON_AT_END = re.compile(r":[|~]*$")


def tag_line(clause: Clause) -> Attribution | None:
    """Return whose words come next and by which cue, where a sentence says that there are some."""
    last = max(clause.first, clause.end - 3)
    has_colon = ":" in clause.tags[last : clause.end]
    colon = _COLON_AT_END.search(clause.tags, last, clause.end) if has_colon else None
    line = introduction(clause, colon.start()) if colon else posed(clause)
    found = line or (None if colon else reaction(clause))
    if not found:
        return None
    return _introduced(clause, found, "tag line" if line else "reaction")


def _introduced(clause: Clause, found: Introduction, rule: str) -> Attribution:
    span = clause.tagged.tokens.span
    return Attribution(
        (), (span(*found.cue),), (span(*found.source),), "direct", found.act, rule,
        clause.paragraph, (reason(rule, printed(clause, found.cue)),),
        key=f"{rule}/{found.lemma}/line",
    )  # fmt: skip


def credit_after(each: Found) -> Attribution | None:
    """Return whose words come before, and by which cue, where a sentence or a line says no more than that."""
    clause = each.clause
    if not each.drafts and (named := credit(clause)):
        return _credited(clause, named, "credit")
    if not each.drafts and (named := name_line(clause)):
        return _credited(clause, named, NAME_LINE)
    return afterthought(clause)


def afterthought(clause: Clause) -> Attribution | None:
    """Return whose the words before a sentence are: `So says Lee.`"""
    found = find_afterthought(clause)
    return _introduced(clause, found, "afterthought") if found else None


def _credited(clause: Clause, named: Range, rule: str) -> Attribution:
    source = clause.tagged.tokens.span(*named)
    return Attribution((), (), (source,), "direct", "said", rule, clause.paragraph, ("a credit below",))


def beat_line(clause: Clause, *, acting: bool, said: Clause | None = None) -> Attribution | None:
    """Return who does something, beside words of theirs; unless they only are or have, if `acting`."""
    found = beat(clause)
    if not found or (acting and not is_act(clause, found)) or (said and is_of_another(clause, found, said)):
        return None
    span = clause.tagged.tokens.span
    source, cue = found
    return Attribution(
        (), (span(*cue),), (span(*source),), "direct", "said", "beat",
        clause.paragraph, (reason("beat", printed(clause, cue)),), key="beat//line",
    )  # fmt: skip


def printed(clause: Clause, words: Range) -> str:
    """Return tokens as they are printed."""
    start, end = clause.tagged.tokens.span(*words)
    return clause.tagged.tokens.text[start:end]
