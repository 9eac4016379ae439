"""The rule book: every rule, in the order in which they are tried on a sentence.

What closes or frames a whole sentence comes first; a rule does not see a cue inside content that
an earlier rule has tied to somebody.
"""

from __future__ import annotations

from functools import lru_cache

from quotes.rule import Rule, passes
from quotes.rules import (
    according,
    beside,
    closing_tag,
    colon,
    credited,
    denied,
    fronted_tag,
    hearsay,
    nouns,
    objects,
    owned_words,
    passives,
    relative,
    running,
    told_tag,
    unlisted_tag,
    verbs,
    verdict,
)

BOOK: tuple[Rule, ...] = (
    *colon.OPENING,
    *according.RULES,
    *denied.RULES,
    *closing_tag.RULES,
    *told_tag.RULES,
    *fronted_tag.RULES,
    *unlisted_tag.RULES,
    *verdict.RULES,
    *verbs.RULES,
    *objects.RULES,
    *passives.RULES,
    *nouns.RULES,
    *owned_words.RULES,
    *relative.RULES,
    *hearsay.RULES,
    *colon.NAMED,
    *credited.RULES,
    *beside.RULES,
    *running.RULES,
)
PASSES = passes(BOOK)
_NAMED = {rule.name: rule for rule in BOOK}


def named(name: str) -> Rule | None:
    """Return the rule of this name, or None if the book does not hold it."""
    return _NAMED.get(name)


@lru_cache(maxsize=2048)
def reason(name: str, cue: str) -> str:
    """Return what the rule of this name saw, for its cue as printed; the name if it is not in the book."""
    rule = named(name)
    return rule.reason(cue) if rule else name
