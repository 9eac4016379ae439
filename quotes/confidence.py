"""How sure a quote is: a measured share of right answers, never a feeling.

A quote is right when somebody is said to have said it (the words and the source are those that a careful
reader marks) and when that somebody is the speaker. So its confidence is the product of two shares, both
measured on articles that people have annotated:

- of attributions made by the same rule, in the same frame, by the same word, shifted by what their form
  tells (a name or "you" as the source, a direct or an indirect quote, its length): `lexicon/confidence.txt`;
- of chains from the source to the speaker with the same steps: `lexicon/steps.txt`.

Where nothing is claimed about the speaker beyond what is printed, the confidence is that of the attribution
alone: where no speaker is given, and where the source is a phrase for a group, a body or a document.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from math import exp, log

from quotes import lexicon
from quotes.model import Attribution, Kind, Quote, Resolution, Span, Speaker

_SOURCES = {
    word: form
    for form, words in {
        "he, she": "he she his her him",
        "I, we": "i we my our me us",
        "you": "you your",
        "they": "they their them",
        "it": "it its this",
        "who": "who whose whom",
        "which, that": "which that",
    }.items()
    for word in words.split()
}
_UNNAMED = frozenset({"none", *_SOURCES.values()})
_BODIES = frozenset(["group", "organization", "document"])
_DEFINITE = frozenset("the this that these those his her its their our my your".split())
_INDEFINITE = frozenset(
    "a an another any each every few many more most no one other several some two".split()
)
_LENGTHS = (15, 30, 60, 120)  # characters of content


Attributed = Attribution | Quote


def confidence(text: str, attribution: Attributed, resolution: Resolution) -> float:
    """Return how sure the quote is, from 0 to 1: its words and source, times a claimed speaker."""
    sure = certainty(text, attribution)
    claims = resolution.speaker is not None and not _is_own_name(text, attribution, resolution.speaker)
    return round(sure * resolution.confidence if claims else sure, 3)


def _is_own_name(text: str, attribution: Attributed, speaker: Speaker) -> bool:
    """Whether the source is a phrase for a group, a body or a document, which is named as it is printed."""
    return speaker.type in _BODIES and _source(text, attribution.source) not in _UNNAMED


def certainty(text: str, attribution: Attributed) -> float:
    """Return how sure it is that these words are tied to this source, whoever that is.

    What nobody has measured is as sure as what is: a word as its frame, a frame as its rule, a rule as all.
    """
    return sure(_share(attribution.rule, attribution.key) + _shift(*_looks(text, attribution)))


@lru_cache(maxsize=2048)
def _share(rule: str, key: str) -> float:
    shares, _ = _measured()
    return next((shares[cell] for cell in _cells(rule, key) if cell in shares), 0.0)


@lru_cache(maxsize=2048)
def _shift(source: str, kind: Kind, length: int) -> float:
    _, shifts = _measured()
    return sum(shifts.get(form, 0.0) for form in _forms(source, kind, length))


def cells(attribution: Attributed) -> tuple[str, ...]:
    """Return what made the attribution, the narrowest first: rule|frame|word, rule|frame, rule, all."""
    return _cells(attribution.rule, attribution.key)


def _cells(rule: str, key: str) -> tuple[str, ...]:
    _, word, frame = (*key.split("/"), "", "")[:3]
    return f"{rule}|{frame}|{word}", f"{rule}|{frame}", rule, "all"


def forms(text: str, attribution: Attributed) -> tuple[str, ...]:
    """Return what the attribution looks like: its source, its kind, its length."""
    return _forms(*_looks(text, attribution))


def _forms(source: str, kind: Kind, length: int) -> tuple[str, ...]:
    return f"source {source}", f"kind {kind}", f"length {length}"


def _looks(text: str, attribution: Attributed) -> tuple[str, Kind, int]:
    length = sum([end - start for start, end in attribution.content])
    return _source(text, attribution.source), attribution.kind, bisect_right(_LENGTHS, length)


def odds(share: float) -> float:
    """Return the logarithm of the odds of a share between 0 and 1."""
    return log(share / (1 - share))


def sure(log_odds: float) -> float:
    """Return the share that has these logarithmic odds.

    >>> sure(0.0), round(sure(odds(0.9)), 6)
    (0.5, 0.9)
    """
    return 1 / (1 + exp(-log_odds))


def _source(text: str, source: tuple[Span, ...]) -> str:
    if not source:
        return "none"
    printed = text[source[0][0] : min(source[0][1], source[0][0] + 40)]
    first, _, rest = printed.partition(" ")
    word = first.lower()
    if not rest and word in _SOURCES:
        return _SOURCES[word]
    if word in _DEFINITE:
        return "the Name" if rest[:1].isupper() else "the"
    if word in _INDEFINITE:
        return "a"
    return "name" if first[:1].isupper() else "other"


@cache
def _measured() -> tuple[dict[str, float], dict[str, float]]:
    """The log odds of each cell, and the shift in log odds of each form."""
    shares, shifts = dict[str, float](), dict[str, float]()
    for name, rest in lexicon.table("confidence").items():
        figure = rest.split("\t")[0]
        if figure[0] in "+-":
            shifts[name] = float(figure)
        else:
            shares[name] = odds(float(figure))
    return shares, shifts
