"""Two people of one surname: whom the bare surname, or "the younger Lee", means."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotes.answers import Answer, nobody
from quotes.discourse import Discourse
from quotes.names import SINGULAR
from quotes.namesakes import is_printed_as_kin
from quotes.people import Found
from quotes.person import Person

_OF_SELF = re.compile(
    r" (?:says?|said|adds|added|thinks|thought|believes|believed)(?: that)? (?P<self>he|she)\b"
)
_AFTER = 24  # characters after a surname in which that stands
_FIRST = 4  # mentions that a headline may have
_MOST = 4  # times as often named as any other of the surname


def one_of(discourse: Discourse, found: Found, own: str) -> Answer:
    """Resolve a surname of two people: by their ages, by who was just spoken of, by who is whose kin."""
    listed = tuple(discourse.person(i).name for i in found.ids)
    because = f'"{own}" can mean {" or ".join(listed)}'
    fitting = _fitting(discourse, found)
    heads = [person for person in map(discourse.person, fitting) if not is_printed_as_kin(person)]
    ranked = [one for one in discourse.weigh(found.mention.start) if one.id in fitting]
    if len(heads) == 1 and ranked and _only_introduced(discourse, ranked[0].id, heads[0], found):
        return _chosen(heads[0], "bearer just spoken of", because, "no kin of the other", listed)
    if ranked and (len(ranked) == 1 or ranked[0].score > 1.5 * ranked[1].score):
        person = discourse.person(ranked[0].id)
        return _chosen(person, "bearer just spoken of", because, "just spoken of", listed)
    if len(heads) == 1:
        return _chosen(heads[0], "bearer just spoken of", because, "no kin of the other", listed)
    most, *others = sorted(map(discourse.person, found.ids), key=lambda person: -len(person.places))
    if len(most.places) >= _MOST * max([1, *(len(person.places) for person in others)]):
        return _chosen(most, "bearer just spoken of", because, "named far more often", listed)
    return nobody(because, candidates=listed)


def just_spoke(discourse: Discourse, found: Found) -> Answer | None:
    """Take a surname for its other bearer, who spoke in the paragraph: Denise Cole said so. Cole added…"""
    if discourse.spoke is None or len(found.mention.key) > 1 or found.mention.title:
        return None
    number, place = discourse.spoke
    person, scene = discourse.person(number), discourse.scene
    if number == found.id or len(person.key) < 2 or person.key[-1] != found.mention.key[-1]:
        return None
    at = found.mention.start
    if scene.paragraph(at) != scene.paragraph(place) or any(
        mark.id == found.id and mark.start > place for mark in scene.before(at)
    ):
        return None
    listed = tuple(discourse.person(i).name for i in (number, found.id) if i is not None)
    because = f'"{found.mention.words[-1]}" can mean {" or ".join(listed)}'
    return _chosen(person, "bearer just spoken of", because, "just spoken of", listed)


def _fitting(discourse: Discourse, found: Found) -> tuple[int, ...]:
    """Those whom the pronoun allows that goes on from the surname: Lee said he, Lee said that she."""
    pronoun = _OF_SELF.match(discourse.text, found.mention.end, found.mention.end + _AFTER)
    if pronoun is None:
        return found.ids
    gender = SINGULAR[pronoun["self"]]
    fits = tuple(i for i in found.ids if discourse.person(i).gender() in (None, gender))
    return fits or found.ids


def _chosen(person: Person, step: str, because: str, why: str, listed: tuple[str, ...]) -> Answer:
    others = tuple(name for name in listed if name != person.name)
    reasons = (because, f"{why}: {person.name}")
    return Answer(person.id, steps=(step,), candidates=others, because=reasons)


def _only_introduced(discourse: Discourse, number: int, head: Person, found: Found) -> bool:
    """Say whether somebody is kin of a person named before, and came up once, or long ago under a headline.

    A headline with the bare surname says whose article it is: there kin are called by their full names.
    """
    person, at = discourse.person(number), found.mention.start
    if number == head.id or not head.places or head.places[0] > person.places[0]:
        return False
    once = bisect_left(person.places, at) == 1
    spoke = discourse.spoke is not None and discourse.spoke[0] == number
    if once and not spoke:
        return True
    scene = discourse.scene
    near = scene.paragraph(at) == scene.paragraph(person.places[bisect_left(person.places, at) - 1])
    return not near and _in_headlines(discourse, found.mention.key[-1])


def _in_headlines(discourse: Discourse, surname: str) -> bool:
    """Say whether the first headline prints a surname alone."""
    first = (one.mention for one in discourse.people.found[:_FIRST])
    return any(one.key == (surname,) and discourse.scene.headline(one.start) for one in first)
