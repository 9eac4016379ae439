"""Who speaks in a dialogue whose paragraphs have no tag: the one before the last, if there are just two."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.answers import Answer, nobody
from quotes.dialogues import IN_TURN
from quotes.discourse import Discourse
from quotes.model import Attribution

_FARTHEST = 12  # attributions back to those who may speak


def in_turn(
    discourse: Discourse, attributions: Sequence[Attribution], answers: Sequence[Answer], index: int
) -> Answer:
    """Return who says this attribution of a dialogue, where `answers` say who spoke before it."""
    spoke = _spoke(attributions, answers, index)
    names = {_name(discourse, each) for each in spoke.values()} - {""}
    before = spoke.get(attributions[index].paragraph - 2)
    if attributions[index].key == IN_TURN and len(names) == 2 and before and _name(discourse, before):
        return before.then("continues", "two speak in turns")
    return nobody("it is not told whose turn it is", candidates=tuple(sorted(names)))


def _spoke(attributions: Sequence[Attribution], answers: Sequence[Answer], index: int) -> dict[int, Answer]:
    """Who spoke by paragraph, in those without a gap before an attribution; the first of each."""
    spoke: dict[int, Answer] = {}
    first = attributions[index].paragraph
    for number in range(index - 1, max(-1, index - _FARTHEST), -1):
        each = attributions[number]
        if each.paragraph < first - 1:
            break
        if each.kind == "direct" and each.paragraph < attributions[index].paragraph:
            first = each.paragraph
            spoke[first] = answers[number]
    return spoke


def _name(discourse: Discourse, answer: Answer) -> str:
    return answer.name if answer.person is None else discourse.person(answer.person).name
