"""The choice among candidates: the best if it is well ahead, else nobody."""

from __future__ import annotations

from quotes.answers import Answer, nobody
from quotes.discourse import Discourse
from quotes.weighing import Candidate

_TIE = 0.2  # a lead over the second best, as a share of the best, below which nobody is chosen
_CLOSE = 0.4  # a lead below which the choice is a close one
_LEAST = 0.15  # the least score of anybody


def choose(discourse: Discourse, ranked: list[Candidate], because: str, what: str) -> Answer:
    """Take the best candidate when it is well ahead of the next, else nobody and the candidates."""
    if not ranked or ranked[0].score < _LEAST:
        return nobody(because, "nobody fits", candidates=discourse.names(ranked[:3]))
    best = ranked[0]
    rivals = discourse.names(one for one in ranked[1:] if one.score > best.score * 0.5)
    lead = (best.score - ranked[1].score) / best.score if len(ranked) > 1 else 1.0
    name = discourse.person(best.id).name
    if lead < _TIE:
        return nobody(because, f"{name} and {rivals[0]} fit alike", candidates=(name, *rivals))
    step = _step(discourse, best, rivals, lead)
    return Answer(best.id, steps=(step,), because=(because, f"{what}: {name}"),
                  candidates=rivals)  # fmt: skip


def _step(discourse: Discourse, best: Candidate, rivals: tuple[str, ...], lead: float) -> str:
    if not discourse.person(best.id).gender_is_sure():
        return "pronoun, gender unknown"
    if not rivals:
        return "pronoun, only candidate"
    return "pronoun, clear" if lead > _CLOSE else "pronoun, close"
