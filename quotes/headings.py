"""Names in headlines, where the verb after a name is in capitals too: Ann Lee Thinks About the Bridge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotes import lexicon, names
from quotes.kinds import MentionKind
from quotes.mentions import Mention
from quotes.nouns import titles


def without_verbs(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of headlines without a verb at their end, and none that were a title and a verb.

    >>> from quotes.mentions import find_mentions
    >>> [one.words for one in without_verbs(find_mentions("Ann Lee Thinks about Luden"))]
    [('Ann', 'Lee'), ('Luden',)]
    >>> [one.words for one in without_verbs(find_mentions("Boxing Legend Pays a Price"))]
    [('Price',)]
    """
    for mention in mentions:
        words = mention.words[:-1] if _ends_in_a_verb(mention) else mention.words
        if len(words) == len(mention.words):
            yield mention
        elif words:
            end = mention.start + len(" ".join(words))
            kind: MentionKind = "word" if len(words) == 1 and not mention.title else mention.kind
            yield replace(mention, words=words, key=names.key(words), end=end, kind=kind, possessive=False)


def _ends_in_a_verb(mention: Mention) -> bool:
    """Say whether the last word is a verb in -s; after a mere role also one that may be a plural (Pays)."""
    if mention.kind == "body" or len(mention.words) + bool(mention.title) < 2:
        return False
    tag = lexicon.table("tags").get(mention.words[-1].lower(), "N")
    bare = len(mention.words) == 1 and mention.honorific not in titles()
    return tag == "Z" or (tag == "z" and bare)
