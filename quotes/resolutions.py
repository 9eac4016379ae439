"""The record of who says what: the speaker as the article calls him, with the roles beside the source."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.answers import Answer
from quotes.discourse import Discourse
from quotes.model import Attribution, Resolution, Span, Speaker
from quotes.person import wording


def resolution(
    discourse: Discourse, attribution: Attribution, at: int, answer: Answer, told: Answer | None
) -> Resolution:
    """Return who says an attribution that stands at `at`, and who is told."""
    speaker = _speaker(discourse, answer, attribution.source, at)
    addressee = _speaker(discourse, told, attribution.addressee, at) if told else None
    confidence = answer.confidence if speaker else 0.0
    return Resolution(speaker, answer.because, confidence, answer.candidates, addressee, answer.steps)


def _speaker(discourse: Discourse, answer: Answer, source: Sequence[Span], at: int) -> Speaker | None:
    printed = " ".join([discourse.text[start:end] for start, end in source]) or answer.name
    if answer.person is None:
        roles = (answer.role,) if answer.role else ()
        speaker = Speaker(answer.name, answer.type, printed, answer.named, answer.role, roles)
        return speaker if answer.name else None
    person = discourse.person(answer.person)
    nearest = person.role_nearest(at, source[-1][1] if source else at)
    role = wording(nearest) if nearest else None
    printed = printed or person.name
    return Speaker(person.name, "person", printed, True, role, person.printed_roles(), person.age)
