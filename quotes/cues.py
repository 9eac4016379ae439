"""Reporting words and the frames in which they report (`lexicon/cue_verbs.txt`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quotes import lexicon
from quotes.lexicon.forms import variants
from quotes.model import Act
from quotes.syntax import Tagged, backward


@dataclass(frozen=True, slots=True)
class Frame:
    """What follows a cue: how often it then reports, in percent, and where the spans part.

    `cue_takes_preposition`: "called for" is the cue. `content_takes_object`: in "urged Lee to go"
    the content is "Lee to go".
    """

    name: str
    precision: int
    cue_takes_preposition: bool
    content_takes_object: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb and its frames by name."""

    lemma: str
    act: Act
    frames: Mapping[str, Frame]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group that may report: tokens `first` to `end`, with the verb itself at `head`."""

    verb: Verb
    first: int
    head: int
    end: int
    form: str  # the tag of the head
    passive: bool
    infinitive: bool


def _frame(entry: str) -> Frame:
    name, _, figures = entry.partition("=")
    name, *flags = name.split("+")
    return Frame(name, int(figures.partition("/")[0]), "c" in flags, "o" in flags)


def _verb(lemma: str, rest: str) -> Verb:
    act, _, frames = rest.partition("\t")
    return Verb(lemma, cast(Act, act), {f.name: f for f in map(_frame, frames.split())})


@cache
def verbs_by_form() -> Mapping[str, Verb]:
    """Return the reporting verbs by each of their forms; the first verb listed wins a shared form."""
    index: dict[str, Verb] = {}
    for lemma, rest in lexicon.table("cue_verbs").items():
        verb = _verb(lemma, rest)
        for column in variants(lemma):
            for form in column:
                index.setdefault(form, verb)
    return index


_GROUP = backward(r"(?:[MBHYnR]|(?:[VZFK]R*)t(?=[RMBHYVZFKGn]*$)|t(?=[RMBHYVZFKGn]*$))*")
_ADVERBS = frozenset(
    "again already also always before both consistently even ever first further just later long never now"
    " often once only previously rather recently repeatedly since soon specifically still then".split()
)


def find_cues(tagged: Tagged, lower: list[str]) -> Iterator[Cue]:
    """Yield the verb groups of a text whose verb can report, from left to right."""
    known, tags = verbs_by_form(), tagged.tags
    for head, word in enumerate(lower):
        if word in known and tags[head] in "VZFKG":
            yield _cue(tagged, head, known[word])


def _cue(tagged: Tagged, head: int, verb: Verb) -> Cue:
    tags = tagged.tags
    low = max(0, head - 12)
    group = _GROUP.match(tags, low, head)
    first = group.start() if group else head
    while first < head and tags[first] == "R" and not _is_cue_adverb(tagged.word(first)):
        first += 1
    before = tags[first:head]
    passive = "B" in before and tags[head] in "KF"
    return Cue(verb, first, head, head + 1, tags[head], passive, "t" in before)


def _is_cue_adverb(word: str) -> bool:
    return word in _ADVERBS or word.endswith("ly")
