"""Couples who share a surname: James of "James and Olive Lee" is James Lee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotes import names
from quotes.mentions import Mention


def with_shared_surnames(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, a first name that "and" joins to a full name of the other gender as a full name.

    >>> from quotes.mentions import find_mentions
    >>> text = "James and Olive Lee came."
    >>> [" ".join(one.words) for one in with_shared_surnames(text, find_mentions(text))]
    ['James Lee', 'Olive Lee']
    """
    out, surnames = list(mentions), set[str]()
    near = (at for at, (one, other) in enumerate(pairwise(mentions)) if one.end + 5 == other.lead)
    for at in near:
        one, other = out[at], out[at + 1]
        if one.kind == "word" and text.startswith(" and ", one.end) and _are_a_couple(one, other):
            surnames = surnames or _surnames(mentions)
            if one.key[0] in surnames:
                continue
            words = (*one.words, other.words[-1])
            out[at] = replace(one, kind="person", words=words, key=names.key(words), sure=True)
    return out


def _are_a_couple(one: Mention, other: Mention) -> bool:
    """Say whether a first name and the full name right after it are of two genders."""
    if len(one.words) != 1 or other.kind != "person" or len(other.words) < 2:
        return False
    return {names.first_name_gender(one.words[0]), names.first_name_gender(other.words[0])} == {"m", "f"}


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    return {mention.key[-1] for mention in mentions if mention.kind == "person" and len(mention.key) > 1}
