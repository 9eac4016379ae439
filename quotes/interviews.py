"""Interviews: who A is, and what the line under the headline calls the person interviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.answers import Answer, nobody
from quotes.discourse import Discourse
from quotes.model import Span
from quotes.person import Person
from quotes.phrases import is_role, take_apart
from quotes.role import role_at

_STANDFIRST = re.compile(
    r"(?:## )?(The [^\n.,;:]{3,60}?),? "
    r"(?:on(?! \w+day\b)|talks|tells|discusses|opens up|reflects|explains|reveals|looks back) "
)


def interviewed(discourse: Discourse, letter: str) -> Answer:
    """In questions and answers, A is the one person whom the article is about; Q is not told."""
    person = _subject(discourse)
    if letter == "A" and person is not None:
        return _interviewed(person, "A")
    return nobody(f"{letter} has no name")


def answering(discourse: Discourse) -> Answer:
    """Where no letter says who answers: whom the article is about, or who is named first and spoke last."""
    person = _subject(discourse)
    first = min(
        (one for one in discourse.people.all if one.places), key=lambda one: one.places[0], default=None
    )
    if person is None and first is not None and discourse.spoke and discourse.spoke[0] == first.id:
        person = first
    return _interviewed(person, "who answers") if person else nobody("who answers has no name")


def _interviewed(person: Person, who: str) -> Answer:
    because = f"{who} is {person.name}, interviewed"
    return Answer(person.id, steps=("description of the topic",), because=(because,))


def _subject(discourse: Discourse) -> Person | None:
    """Who is named first, if nobody is named more than that by half."""
    if discourse.subject is None:
        discourse.subject = tuple(_first_and_foremost(discourse.people.all))
    return discourse.person(discourse.subject[0]) if discourse.subject else None


def _first_and_foremost(people: Sequence[Person]) -> Iterator[int]:
    named = [person for person in people if person.places and person.surely]
    first = min(named, key=lambda person: person.places[0], default=None)
    most = max((len(person.places) for person in named), default=0)
    if first is not None and 2 * most <= 3 * len(first.places):
        yield first.id


def introduce(discourse: Discourse, headlines: Sequence[Span]) -> None:
    """Give the subject of the article the role in "The composer on silence and her new opera".

    That is how the line under a headline begins where the headline itself has the name.
    """
    for start, end in headlines[:2]:
        line = _STANDFIRST.match(discourse.text, start, end)
        if line is None or not is_role(take_apart(line[1])):
            continue
        subject, role = _subject(discourse), role_at(discourse.text, *line.span(1))
        if subject is not None and role is not None:
            discourse.people.add_role(subject, role)
