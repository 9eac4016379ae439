"""`S: words`: headlines, interviews, transcripts, and a name before a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.clauses import Clause, Draft, trim
from quotes.rule import Rule
from quotes.syntax import NOUN_PHRASE, PARENTHESIS, backward

_OPENING = re.compile(rf"(?P<source>(?:[ES0J]~?){{1,6}}(?:{PARENTHESIS})?|P|D[JN]{{1,3}}|N):(?=[^.|0])")
_NAMED = backward(rf"(?P<source>{NOUN_PHRASE}(?:{PARENTHESIS})?):")


def find_opening(clause: Clause) -> Iterator[Draft]:
    """Draft what follows a name and a colon at the start of a sentence."""
    match = _OPENING.match(clause.tags, clause.first, clause.end)
    if match:
        content = trim(clause.tags, match.end(), clause.end)
        if content[1] - content[0] > 1 and _is_name(clause, match):
            yield Draft((content,), (match.end() - 1, match.end()), match.span("source"), "said", frame="colon")


def _is_name(clause: Clause, match: re.Match[str]) -> bool:
    return "E" in match["source"] or clause.tagged.word(match.end() - 2) in _SPEAKING


_SPEAKING = frozenset("analysis judge poll police prosecutor reporter report study survey q a he she they".split())


def find_named(clause: Clause) -> Iterator[Draft]:
    """Draft a quotation after a colon that follows a noun phrase."""
    tags = clause.tags
    at = tags.find(":Q", clause.first, clause.end)
    if at > clause.first:
        match = _NAMED.match(tags, clause.first, at + 1)
        if match:
            content = trim(tags, at + 1, clause.end)
            yield Draft((content,), (at, at + 1), match.span("source"), "said", frame="named colon")


OPENING = (
    Rule(
        "name and colon",
        "a name and a colon before the words: headlines, interviews, transcripts",
        find_opening,
        ("<s>Lee</s><c>:</c> <q>The bridge will be open by June</q>.",),
    ),
)
NAMED = (
    Rule(
        "quotation after a colon",
        "a noun phrase and a colon before a quotation, with no reporting word",
        find_named,
        ('It did not surprise <s>the engineer Ann Lee</s><c>:</c> <q>"We warned them."</q>',),
    ),
)
