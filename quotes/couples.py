"""Couples who share a surname: James of "James and Olive Lee" is James Lee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quotes import names
from quotes.mentions import Mention


def with_shared_surnames(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, a first name that "and" joins to a full name of the other gender as a full name.

    >>> from quotes.mentions import find_mentions
    >>> text = "James and Olive Lee came."
    >>> [" ".join(one.words) for one in with_shared_surnames(text, find_mentions(text))]
    ['James Lee', 'Olive Lee']
    """
    full = [mention for mention in mentions if mention.kind == "person" and len(mention.key) > 1]
    surnames = {mention.key[-1] for mention in full}
    for mention, following in zip_longest(mentions, mentions[1:]):
        if following is None or not _are_a_couple(text, mention, following) or mention.key[0] in surnames:
            yield mention
        else:
            words = (*mention.words, following.words[-1])
            yield mention._replace(kind="person", words=words, key=names.key(words), sure=True)


def _are_a_couple(text: str, mention: Mention, other: Mention) -> bool:
    """Say whether "and" joins a first name to a full name of the other gender."""
    joined = mention.end + 5 == other.lead and text.startswith(" and ", mention.end)
    if not joined or mention.kind != "word" or len(mention.words) != 1:
        return False
    if other.kind != "person" or len(other.words) < 2:
        return False
    genders = {names.first_name_gender(mention.words[0]), names.first_name_gender(other.words[0])}
    return genders == {"m", "f"}
