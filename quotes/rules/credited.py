"""`“A farce” – Ann Lee, opposition leader`: a quotation with its source after a dash, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.clauses import Clause, Draft, is_title
from quotes.rule import Rule

CREDIT = re.compile(r"(?:-|~~?)(?P<source>(?:[^.|;:ZFVMBHYQqPWGU]|~\.){1,40}?)(?:[.|]|,(?=G)|$)")
_QUOTATION = re.compile("[~-]*(?P<words>Qq{3,}+),?(?=-)")  # of two words at least


def find(clause: Clause) -> Iterator[Draft]:
    """Draft a quotation that opens the sentence with the name that fills the rest of it."""
    quotation = _QUOTATION.match(clause.tags, clause.first, clause.end)
    found = CREDIT.match(clause.tags, quotation.end(), clause.end) if quotation else None
    if quotation and found and found.end() == clause.end and "E" in found["source"]:
        words = quotation.span("words")
        if not is_title(clause, *words):
            yield Draft((words,), (quotation.end(), found.start("source")), found.span("source"), "said")


RULES = (
    Rule(
        "quotation and credit",
        "a quotation, a dash and its source, which fill a line of a list, a blurb or a round-up",
        find,
        (
            "<q>“A farce from start to finish”</q> <c>–</c> <s>Ann Lee, opposition leader</s>",
            "• <q>“The best chips in Europe”</q> <c>—</c> <s>The Ledger</s>",
        ),
        "its source stands after a dash",
        needs="Q",
    ),
)
