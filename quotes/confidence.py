"""How sure a quote is: a measured share of right answers, never a feeling.

A quote is right when somebody is said to have said it (the words and the source are those that a careful
reader marks) and when that somebody is the speaker. So its confidence is the product of two shares, both
measured on articles that people have annotated:

- of attributions made by the same rule, in the same frame, by the same word, that look like it (see
  `quotes.looks`): a logistic regression, whose weights are in `lexicon/confidence.txt`;
- of chains from the source to the speaker with the same steps: `lexicon/steps.txt`.

Where nothing is claimed about the speaker beyond what is printed, the confidence is that of the attribution
alone: where no speaker is given, and where the source is a phrase for a group, a body or a document.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp

from quotes import lexicon
from quotes.looks import NAMES, Attributed, is_unnamed, looks
from quotes.model import Resolution, Speaker

_BODIES = frozenset(["group", "organization", "document"])


def confidence(text: str, attribution: Attributed, resolution: Resolution) -> float:
    """Return how sure the quote is, from 0 to 1: its words and source, times a claimed speaker."""
    sure = certainty(text, attribution)
    claims = resolution.speaker is not None and not _is_own_name(text, attribution, resolution.speaker)
    return round(sure * resolution.confidence if claims else sure, 3)


def _is_own_name(text: str, attribution: Attributed, speaker: Speaker) -> bool:
    """Whether the source is a phrase for a group, a body or a document, which is named as it is printed."""
    return speaker.type in _BODIES and not is_unnamed(text, attribution.source)


def certainty(text: str, attribution: Attributed) -> float:
    """Return how sure it is that these words are tied to this source, whoever that is.

    A rule that nobody has measured is doubted.
    """
    return sure(_made(attribution.rule, attribution.key) + _seen(*looks(text, attribution)))


@lru_cache(maxsize=4096)
def _seen(*seen: str) -> float:
    """The weight of what an attribution looks like."""
    weights = _weights()
    return sum([weights.get(f"{name} {look}", 0.0) for name, look in zip(NAMES, seen, strict=True)])


@lru_cache(maxsize=2048)
def _made(rule: str, key: str) -> float:
    """The weight of what made an attribution."""
    weights, made = _weights(), _cells(rule, key)
    rare = () if made[0] in weights else (RARE,)
    unknown = 0.0 if rule in weights else _UNKNOWN
    return sum([weights.get(cell, 0.0) for cell in (*made, *rare)]) + unknown


_UNKNOWN = -1.0  # in log odds, about as much as what stands after "whether" loses
RARE = "rare"  # a word that is hardly ever seen in its frame is less often right there


def cells(attribution: Attributed) -> tuple[str, ...]:
    """Return what made the attribution: rule|frame|word, rule|frame, rule, the word in any rule, and all."""
    return _cells(attribution.rule, attribution.key)


def _cells(rule: str, key: str) -> tuple[str, ...]:
    _, word, frame = (*key.split("/"), "", "")[:3]
    return f"{rule}|{frame}|{word}", f"{rule}|{frame}", rule, f"word {word or '-'}", "all"


def sure(log_odds: float) -> float:
    """Return the share that has these logarithmic odds.

    >>> sure(0.0), round(sure(2.197225), 6)
    (0.5, 0.9)
    """
    return 1 / (1 + exp(-log_odds))


@cache
def _weights() -> dict[str, float]:
    return {name: float(rest.partition("\t")[0]) for name, rest in lexicon.table("confidence").items()}
