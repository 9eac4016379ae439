"""Roles by their first letters: the CM is the Chief Minister, the SG the secretary general."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.answers import Answer, nobody
from quotes.discourse import Discourse
from quotes.people import People
from quotes.phrases import Phrase

_SMALL = frozenset("a an and at for in of on the to".split())
_LENGTHS = range(2, 5)  # letters


def bearer(discourse: Discourse, phrase: Phrase) -> Answer | None:
    """Return who has a role of which "the CM" prints the first letters; none if a body is called so."""
    letters = phrase.core.rpartition(" ")[2]
    short = letters.isupper() and len(letters) in _LENGTHS and phrase.core.count(" ") == 1
    if phrase.shape != "the" or not short or letters.lower() in discourse.bodies:
        return None
    if discourse.initials is None:
        discourse.initials = {}
        for initials, number in _all(discourse.people):
            discourse.initials.setdefault(initials, set()).add(number)
    found = sorted(discourse.initials.get(letters, ()))
    names = tuple(discourse.person(number).name for number in found)
    if len(found) > 1:
        return nobody(f'"{phrase.core}" fits several', candidates=names)
    because = f'"{phrase.core}" is short for a role of {names[0]}' if names else ""
    return Answer(found[0], steps=("description",), because=(because,)) if found else None


def signed(discourse: Discourse, letters: str) -> Answer | None:
    """Return who stands behind a label such as JP: the one person of the article with those initials."""
    if discourse.signatures is None:
        discourse.signatures = {}
        for person in discourse.people.all:
            signature = "".join(word[0] for word in person.words)
            discourse.signatures.setdefault(signature, []).append(person.id)
    found = discourse.signatures.get(letters, [])
    if len(found) != 1:
        return None
    because = f'"{letters}" are the initials of {discourse.person(found[0]).name}'
    return Answer(found[0], steps=("short for",), because=(because,))


def _all(people: People) -> Iterator[tuple[str, int]]:
    """Yield the first letters of the last words of each role that is printed of somebody."""
    for person in people.all:
        for role in person.printed_roles():
            letters = "".join(word[0].upper() for word in role.split() if word.lower() not in _SMALL)
            for length in _LENGTHS:
                if length <= len(letters):
                    yield letters[-length:], person.id
