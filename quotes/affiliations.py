"""Nation, faith, party and home, in epithets and roles."""

from __future__ import annotations

import re

from quotes.names import fold
from quotes.nouns import is_people, is_place
from quotes.person import Person
from quotes.phrases import Phrase
from quotes.role import Role

LETTERS = {"republican": "R", "democrat": "D", "independent": "I"}
PARTIES = frozenset(
    "republican democrat independent labour conservative tory liberal green".split()
)  # among the words of nation
_SAME = {"gop": "republican", "democratic": "democrat", "labor": "labour"}
_MARK = re.compile(r"[RDI][-–—][A-Z]")
_DIRECTION = ("new ", "north ", "south ", "west ")


def parties(words: set[str]) -> set[str]:
    """The words of nation, faith and party, with the party's adjective as its noun."""
    return {_SAME.get(word, word) for word in words if is_people(word)}


def of_another(person: Person, party: set[str]) -> bool:
    """Say whether a person's roles name a party or nation, and none of those asked for."""
    own = _own(person)
    return bool(party and own) and not party & own


def is_foreign(person: Person, asked: set[str]) -> bool:
    """The same, but of parties and nations apart: a Republican may be a Texan."""
    own = _own(person)
    kinds = ((asked & PARTIES, own & PARTIES), (asked - PARTIES, own - PARTIES))
    return any(one and other and not one & other for one, other in kinds)


def _own(person: Person) -> set[str]:
    return {word for wording in person.titles for word in parties(set(wording.split()))}


def region(phrase: Phrase) -> str:
    """The words in capitals before the head of an epithet, folded: new york, of the New York senator."""
    return " ".join(fold(word) for word in phrase.core.split()[1:-1] if word[0].isupper())


def _is_region(place: str) -> bool:
    return place.startswith(_DIRECTION) or is_place(place)


def _place(role: Role) -> str:
    """The place with which a role begins, folded: new jersey, of New Jersey Gov."""
    place = " ".join(fold(word) for word in role.text.split()[:-1] if word[0].isupper())
    return place if _is_region(place) else ""


def is_home(person: Person, home: str) -> bool | None:
    """Say whether "the Kentucky senator" can be R-Ky. or of Kentucky; none where no such place is printed."""
    if not home or is_people(home):
        return None
    if home in person.homes:
        return True
    mark = next((role.text for role in person.titles.values() if _MARK.match(role.text)), None)
    if mark is None:
        homes = person.homes | {place for place in map(_place, person.titles.values()) if place}
        if home in homes:
            return True
        return False if homes and _is_region(home) else None
    letters, whole = iter(home), fold(mark[2:])
    return all(letter in letters for letter in whole) and whole[:1] == home[:1]
