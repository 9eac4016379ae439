"""Who the subject of a sentence is that begins with an epithet, for the pronouns after it."""

from __future__ import annotations

from quotes.discourse import Discourse
from quotes.epithets import by_role
from quotes.names import Gender
from quotes.openings import opening_epithet
from quotes.phrases import take_apart
from quotes.weighing import Candidate, near

_SUBJECT = 1.8  # the weight of a subject, which a pronoun mostly goes on with


def with_epithets(discourse: Discourse, ranked: list[Candidate], at: int, gender: Gender) -> list[Candidate]:
    """Let the one count who is the subject of this sentence or the one before, called by an epithet."""
    scene = discourse.scene
    here = scene.sentence(at)
    for sentence in (here, here - 1):
        start = scene.start_of(sentence)
        called = opening_epithet(discourse.text, start) if sentence >= 0 and start < at else None
        if called is None or called[1] > at:
            continue
        number = by_role(discourse, take_apart(discourse.text[slice(*called)]), called[0])
        if number is None or discourse.person(number).gender() not in (None, gender):
            return ranked
        return _favour(ranked, number, _SUBJECT * near(0 if sentence == here else 1))
    return ranked


def _favour(ranked: list[Candidate], number: int, weight: float) -> list[Candidate]:
    others = [one for one in ranked if one.id != number]
    own = next((one.score for one in ranked if one.id == number), 0.0)
    return sorted([*others, Candidate(number, max(own, weight) + 0.05)], key=lambda one: -one.score)
