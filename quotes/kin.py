"""Kin of somebody named: "her mother" is Ann Lee, where Eve Lee was printed as Ann Lee's daughter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.discourse import Discourse
from quotes.names import key
from quotes.nouns import folded, noun_gender
from quotes.phrases import Phrase
from quotes.pronouns import SINGULAR
from quotes.role import Role, head
from quotes.weighing import weigh

_INVERSE = {
    "mother": "daughter son child",
    "father": "daughter son child",
    "mom": "daughter son",
    "dad": "daughter son",
    "mum": "daughter son",
    "son": "mother father",
    "daughter": "mother father",
    "wife": "husband",
    "husband": "wife",
    "widow": "husband",
    "brother": "brother sister",
    "sister": "brother sister",
}
_SAME = {"mother": "mom mum", "mom": "mother", "mum": "mother", "father": "dad", "dad": "father"}
_PARENTS = frozenset("father dad mother mom mum".split())
_BYLINE = re.compile(r"^By ([A-Z][^\n,]{3,40})$", re.M)
_HEAD = 600  # characters in which a byline stands
_LAST = 8  # bearers of a kin role that are looked at: the latest
_CLEAR = 1.5  # by how much the owner of "his" is ahead of the next


def kin(discourse: Discourse, phrase: Phrase, at: int) -> int | None:
    """Return the one person who is the kin of whom "his", "her" or "my" at `at` means, if that is told."""
    owner = phrase.core.split()[0].lower()
    if phrase.head not in folded("kin") or phrase.plural or len(phrase.core.split()) > 3:
        return None
    if owner in ("my", "our"):
        bearers = _bearers(discourse, phrase.head)
        found = {person for person, role in bearers if role.text.lower().startswith(("my ", "our "))}
        found = found or set(_of_the_writer(discourse, phrase.head))
    elif owner in SINGULAR:
        whose = possessor(discourse, owner, at)
        found = set() if whose is None else set(_of(discourse, phrase.head, whose))
    else:
        return None
    return found.pop() if len(found) == 1 else None


def _of_the_writer(discourse: Discourse, noun: str) -> Iterator[int]:
    """Yield the only man or woman beside the writer who bears the writer's surname, for "my father"."""
    byline = _BYLINE.search(discourse.text, 0, _HEAD) if noun in _PARENTS else None
    if byline is None:
        return
    writer, gender = key(tuple(byline[1].split())), noun_gender(noun)
    bearers = map(discourse.person, discourse.people.bearing(writer[-1]))
    fits = [one.id for one in bearers if one.surely and one.key != writer and one.gender() == gender]
    if len(fits) == 1:
        yield fits[0]


def _of(discourse: Discourse, noun: str, whose: int) -> Iterator[int]:
    """Yield who is printed as the `noun` of somebody, or whose kin that somebody is printed as."""
    for person, role in _bearers(discourse, noun):
        if person != whose and _owner(discourse, role, person) == whose:
            yield person
    for role in discourse.person(whose).roles:
        if head(role.text) in _INVERSE.get(noun, "").split():
            other = _owner(discourse, role, whose)
            if other is not None and discourse.person(other).gender() in (None, noun_gender(noun)):
                yield other


def _bearers(discourse: Discourse, noun: str) -> Iterator[tuple[int, Role]]:
    nouns = {noun, *_SAME.get(noun, "").split()}
    numbers = (number for each in nouns for number in discourse.people.by_head.get(each, ())[-_LAST:])
    for number in dict.fromkeys(numbers):
        for role in discourse.person(number).titles.values():
            if head(role.text) in nouns:
                yield number, role


def _owner(discourse: Discourse, role: Role, bearer: int) -> int | None:
    """Whose kin a role says: Ray's niece; his wife, by who stands before it."""
    first = role.text.split()[0].lower()
    if first in SINGULAR:
        return possessor(discourse, first, role.start)
    inside = discourse.people.within(role.start, role.end)
    others = [number for number in inside[0].ids if number != bearer] if inside else []
    return others[0] if len(others) == 1 else None


def possessor(discourse: Discourse, word: str, at: int) -> int | None:
    """Whom his or her means, if somebody is clearly ahead."""
    before = discourse.spoke if discourse.spoke and discourse.spoke[1] < at else None
    ranked = weigh(discourse.scene, at, gender=SINGULAR[word], speaker=before)
    if not ranked or (len(ranked) > 1 and ranked[0].score < _CLEAR * ranked[1].score):
        return None
    return ranked[0].id
