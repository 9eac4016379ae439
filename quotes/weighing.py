"""Whom a pronoun or an epithet can mean: the people mentioned before it, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotes.model import Span
from quotes.names import Gender
from quotes.person import Person
from quotes.salience import Mark, Scene


class Candidate(NamedTuple):
    """A person whom a pronoun or an epithet can mean, and how well it fits."""

    id: int
    score: float


def weigh(
    scene: Scene,
    at: int,
    *,
    gender: Gender | None,
    own: Sequence[Span] = (),
    speaker: tuple[int, int] | None = None,
) -> list[Candidate]:
    """Return the people whom a pronoun at `at` can mean, best first.

    `own` are the spans of the words that the source says (people do not name themselves), `speaker`
    is the person who spoke last, and where.
    """
    here = scene.sentence(at)
    spoken = bool(own) and (scene.quoted(own[0][0]) or scene.quoted(own[-1][1] - 1))
    skipped = scene.run(here, gender)  # sentences that only go on about "he"
    fits: dict[int, float] = {}
    scores: dict[int, float] = {}
    marks = scene.before(at)
    for mark in marks:
        start, number, sentence, _, weight, _ = mark
        if number not in fits:
            fits[number] = _gender_fits(scene.people.all[number], gender)
        fit = fits[number]
        if not fit:
            continue
        away = here - sentence - (skipped if sentence < here - skipped else 0)
        score = weight * (_NEAR[away] if away < _FAR else _FARTHEST)
        if sentence == here and weight > 1.0:
            score *= _SUBJECT_HERE
        for begin, end in own:
            if begin <= start < end:
                theirs = _THEIRS.search(scene.people.text, max(0, start - _OWNER), start)
                reported = 1.0 if scene.people.all[number].first == start else _REPORTED
                score *= 0.1 if spoken or theirs else reported
                break
        score, before = score * fit, scores.get(number, 0.0)
        scores[number] = (score if score > before else before) + 0.05
    hero = scene.protagonist(gender)
    if hero is not None and scene.people.all[hero].places[0] < at:
        gone = scene.survived(at, speaker[1] if speaker else 0)
        scores[hero] = max(scores.get(hero, 0.0), _SURVIVED if gone else _HERO)
    if speaker and speaker[1] <= at and not _is_pair(marks[-2:], scores):
        since = subjects_since(scene, marks, speaker, gender)
        weight = _INTERRUPTED if since > 1.0 else _SPOKE if since == 1.0 or not spoken else _SPEAKS_ON
        _favour(scene, scores, at, gender, speaker, weight)
    ranked = [Candidate(person, score) for person, score in scores.items()]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def near(away: int) -> float:
    """How much of a weight is left some sentences away."""
    return _NEAR[away] if away < _FAR else _FARTHEST


def _gender_fits(person: Person, gender: Gender | None) -> float:
    """How well a person goes with a gender: 0 to 1; less if it is unknown, or if this may be no person."""
    own = person.gender() if gender else None
    if own != gender and own is not None:
        return 0.0 if person.gender_is_sure() else 0.3  # one pronoun may have been about somebody else
    if gender and own is None:
        return 0.6 if person.surely else 0.3
    return 1.0 if person.surely else 0.4


_THEIRS = re.compile(r"\b[Hh](?:is|er) (?:[a-z][\w-]* ){1,2}\Z")  # her niece Kyra left, she said
_OWNER = 40  # characters of "her former neighbour "
_SUBJECT_HERE = 1.25  # by how much the subject of the same sentence is ahead
_SPOKE = 1.2  # the weight of having spoken last
_SPEAKS_ON = 3.0  # the same, for words in marks where nobody else has come up since
_REPORTED = 0.5  # what is left of a weight in what somebody is said to have said: Lee's boat leaked, she said
_SAYS_HERE = 2.5  # the same within the sentence: The mayor denounced what he called
_INTERRUPTED = 0.5  # the same where somebody else has been a subject since
_SURVIVED = 4.0  # the same just after "She is survived by"
_HERO = 0.8  # the least score of the person whom the article is about
_NEAR = (1.6, 1.3, 0.8, 0.55, 0.4, 0.3)
_FAR, _FARTHEST = len(_NEAR), 0.2


def _is_pair(last: Sequence[Mark], scores: dict[int, float]) -> bool:
    """Say whether the last two named stand as a pair (Lee and Ray met), so that neither is the topic."""
    return len(last) == 2 and last[1].joined and all(mark.id in scores for mark in last)


def subjects_since(
    scene: Scene, marks: Sequence[Mark], speaker: tuple[int, int], gender: Gender | None = None
) -> float:
    """The weight of whoever else of a gender has come up since the last speaker, not only owned or quoted."""
    person, place = speaker
    others = [mark for mark in marks if mark.weight >= 1.0 and mark.start > place and mark.id != person]
    return max([one.weight for one in others if _gender_fits(scene.people.all[one.id], gender)], default=0.0)


def _favour(
    scene: Scene,
    scores: dict[int, float],
    at: int,
    gender: Gender | None,
    speaker: tuple[int, int],
    weight: float,
) -> None:
    """Give the last speaker the weight of the current topic."""
    person, place = speaker
    distance = scene.sentence(at) - scene.sentence(place)
    if distance == 0:
        weight = max(weight, _SAYS_HERE)
    if 0 <= distance <= 6 and (not gender or scene.people.all[person].gender() in (None, gender)):
        scores[person] = scores.get(person, 0.0) + weight / (1 + 0.3 * distance)
