"""An answer to "who is this source?", with the chain of steps that led there."""

from __future__ import annotations

from functools import cache, lru_cache
from math import prod
from typing import NamedTuple

from quotes import lexicon
from quotes.model import SpeakerType


@cache
def _shares() -> dict[str, float]:
    """How often each step of a chain was right on gold data: the list `steps`."""
    return {step: float(share.partition("#")[0]) for step, share in lexicon.table("steps").items()}


@lru_cache(maxsize=1024)
def _chained(steps: tuple[str, ...]) -> float:
    return round(prod(_shares()[step] for step in steps), 3)


class Answer(NamedTuple):
    """Who a source is: a person of the article, or a phrase with its type, or only candidates.

    `person` is a number among the article's people; without it `name` is the phrase, empty when
    nobody can be told. `steps` name the links of the chain, `because` says them to a reader.
    """

    person: int | None = None
    name: str = ""
    type: SpeakerType = "unknown"
    named: bool = False
    steps: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    role: str | None = None  # of a body, by apposition; people have theirs

    @property
    def confidence(self) -> float:
        """The product of what the steps are worth."""
        return _chained(self.steps)

    def then(self, step: str, reason: str) -> Answer:
        """Return the answer with one more link at the end of its chain."""
        return self._replace(steps=(*self.steps, step), because=(*self.because, reason))

    def after(self, step: str, reason: str) -> Answer:
        """Return the answer with one more link before its chain."""
        return self._replace(steps=(step, *self.steps), because=(reason, *self.because))


def nobody(*because: str, candidates: tuple[str, ...] = ()) -> Answer:
    """Return the answer that nobody can be told."""
    return Answer(because=because, candidates=candidates)
