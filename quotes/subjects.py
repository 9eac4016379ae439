"""Who the subject of a sentence is that begins with an epithet, for the pronouns after it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.discourse import Discourse
from quotes.epithets import by_role
from quotes.model import Span
from quotes.names import Gender
from quotes.openings import opening_epithet
from quotes.phrases import take_apart
from quotes.weighing import Candidate, near

_SUBJECT = 1.8  # the weight of a subject, which a pronoun mostly goes on with


def with_epithets(discourse: Discourse, at: int, gender: Gender, own: Sequence[Span] = ()) -> list[Candidate]:
    """Weigh whom a pronoun means, with who is the subject here or a sentence before, by an epithet.

    Somebody else than spoke last has then come up: Lee spoke. Asked about that, the mayor laughed. He said …
    """
    ranked = discourse.weigh(at, gender, own)
    scene = discourse.scene
    here = scene.sentence(at)
    for sentence in (here, here - 1):
        start = scene.start_of(sentence)
        called = opening_epithet(discourse.text, start) if sentence >= 0 and start < at else None
        if called is None or called[1] > at:
            continue
        number = _bearer(discourse, ranked, called)
        if number is None:
            return _alike(ranked)
        if number == discourse.other or discourse.person(number).gender() not in (None, gender):
            return ranked
        spoke = discourse.spoke
        if spoke and spoke[0] != number and spoke[1] < called[0]:
            ranked = discourse.weigh(at, gender, own, goes_on=False)
        return _favour(ranked, number, _SUBJECT * near(0 if sentence == here else 1))
    return ranked


def _bearer(discourse: Discourse, ranked: list[Candidate], called: Span) -> int | None:
    """Who is called so: by a role, or "the 54-year-old" by a printed age."""
    phrase = take_apart(discourse.text[slice(*called)])
    if phrase.age is None:
        return by_role(discourse, phrase, called[0])
    return next((one.id for one in ranked if discourse.person(one.id).age == phrase.age), None)


def _alike(ranked: list[Candidate]) -> list[Candidate]:
    """All candidates with one score: it is not known who "the manager" is, and "he" is the manager."""
    return [Candidate(one.id, ranked[0].score) for one in ranked]


def _favour(ranked: list[Candidate], number: int, weight: float) -> list[Candidate]:
    others = [one for one in ranked if one.id != number]
    own = next((one.score for one in ranked if one.id == number), 0.0)
    return sorted([*others, Candidate(number, max(own, weight) + 0.05)], key=lambda one: -one.score)
