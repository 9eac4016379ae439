"""`"No," she sighed.`: a tag of a verb that is in no list, beside a quotation that ends as speech does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import sources
from quotes.clauses import Clause, Draft, is_title, trim
from quotes.rule import Rule
from quotes.rules.closing_tag import follows_speech

_QUOTATION_END = re.compile("q(?!q)")
_NAME = sources.INVERTED.pattern.replace("?P<source>", "?:")
_ANY_TAG = re.compile(
    rf"(?:(?P<before>{_NAME})(?P<verb>[MBHYnR]*[ZFV]R?)|(?P<inverse>[ZF])(?P<after>{_NAME}))"
)

_STOPS = ".|,;"  # or the end of the text: 'Not again', she sighed; but: 'a gentle giant', he weighed 20 stone


def find(clause: Clause) -> Iterator[Draft]:
    """Draft a tag of any verb beside a quotation that ends as speech does: `"No," she sighed.`"""
    tags = clause.tags
    if not tags.startswith("Q", clause.first) or clause.is_taken(clause.first):
        return
    for end in map(re.Match.end, _QUOTATION_END.finditer(tags, clause.first, clause.end)):
        outside = tags.startswith(",", end) and not is_title(clause, clause.first, end)
        at = end + outside
        if follows_speech(clause, at):
            match = _ANY_TAG.match(tags, at, clause.end)
            content = trim(tags, clause.first, at)
            if match and (not outside or tags[match.end() : match.end() + 1] in _STOPS):
                name, verb = ("before", "verb") if match["verb"] else ("after", "inverse")
                yield Draft((content,), match.span(verb), match.span(name), "said", None, "any tag")


RULES = (
    Rule(
        "unlisted tag",
        "a verb that is in no list, beside a quotation that ends in a comma, a question or an exclamation",
        find,
        (
            '<q>"Not again,"</q> <s>Ann Lee</s> <c>scowled</c>.',
            "<q>‘Lovely weather for it!’</q> <c>chirruped</c> <s>the groundsman</s>.",
        ),
        '"{cue}" is in no list of reporting words, but stands beside a quotation that ends as speech does',
        needs="Q",
    ),
)
