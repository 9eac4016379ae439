"""A rule is a name, what it is for, and examples that the tests run both ways.

An example is a text with the expected spans tagged in it, of one quote that the rule wins:
`<s>Ann Lee</s> <c>said</c> <q>the bridge is safe</q>.` (source, cue, content); ¶ is a paragraph break.
The design is that of eyecite's reporters-db: a rule that wins none of its examples fails, and so does
an example that its own rule does not win.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from quotes.clauses import Clause, Draft
from quotes.model import Span

_TAG = re.compile(r"</?([scq])>")


Finder = Callable[[Clause], Iterable[Draft]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which English news ties words to a source.

    `find` drafts attributions in one sentence; it is None for a rule about several sentences, which
    `quotes.runs` applies. Rules that stand together in the book may share it: then `frames` says which
    of its drafts a rule wins, by their frame ("np"), or by part of speech and frame ("phrase np", which
    comes before "np"); a rule without frames wins all that is left. `because` tells a reader what the
    rule saw, with {cue} for the reporting words as printed. `needs` is a tag without which a sentence
    holds nothing for it, and `asks` are the frames of which one of its reporting words must have one, so
    that it need not be asked.
    """

    name: str
    purpose: str
    find: Finder | None
    examples: tuple[str, ...]
    because: str = ""
    frames: tuple[str, ...] = ()
    needs: str = ""
    asks: frozenset[str] = frozenset()

    def reason(self, cue: str) -> str:
        """Return what the rule saw, as a sentence, for the reporting words as printed."""
        return self.because.format(cue=" ".join(cue.split())) or self.purpose


@dataclass(frozen=True, slots=True)
class Pass:
    """A function that is called once for each sentence, and the rules that share its drafts."""

    find: Finder
    needs: str
    asks: frozenset[str]
    rules: Mapping[str, Rule]

    def winner(self, draft: Draft) -> Rule | None:
        """Return the rule that covers a draft, or none: then it is no attribution."""
        rules = self.rules
        return rules.get(f"{draft.part} {draft.frame}") or rules.get(draft.frame) or rules.get("")


def passes(book: Iterable[Rule]) -> tuple[Pass, ...]:
    """Return the functions of a rule book in order, each once for the neighbours that share it.

    Raises ValueError where a rule can win nothing because one before it covers the same frame.
    """
    runs = groupby(book, lambda rule: (rule.find, rule.needs, rule.asks))
    return tuple(
        Pass(find, needs, asks, MappingProxyType(_by_frame(rules)))
        for (find, needs, asks), rules in runs
        if find
    )


def _by_frame(rules: Iterable[Rule]) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for rule in rules:
        for frame in rule.frames or ("",):
            if frame in found:
                raise ValueError(f"rules {found[frame].name!r} and {rule.name!r} both cover {frame!r}")
            found[frame] = rule
    return found


class Tagged(NamedTuple):
    """A text without its tags, and the tagged spans."""

    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def untag(example: str) -> Tagged:
    """Take the `<s>`, `<c>` and `<q>` tags out of an example and say where they stood.

    >>> untag("<s>Lee</s> <c>said</c> <q>no</q>.")
    Tagged(text='Lee said no.', source=((0, 3),), cue=((4, 8),), content=((9, 11),))
    """
    spans: dict[str, list[Span]] = {"s": [], "c": [], "q": []}
    opened: dict[str, int] = {}
    example = example.replace("¶", "\n\n")
    text, at = "", 0
    for tag in _TAG.finditer(example):
        text += example[at : tag.start()]
        at = tag.end()
        if tag[0][1] == "/":
            spans[tag[1]].append((opened.pop(tag[1]), len(text)))
        else:
            opened[tag[1]] = len(text)
    text += example[at:]
    return Tagged(text, tuple(spans["s"]), tuple(spans["c"]), tuple(spans["q"]))
