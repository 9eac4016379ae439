"""A rule is a name, what it is for, and examples that the tests run both ways.

An example is a text with the expected spans tagged in it, one quote a text:
`<s>Ann Lee</s> <c>said</c> <q>the bridge is safe</q>.` (source, cue, content). The design is that
of eyecite's reporters-db: a rule that wins none of its examples fails, and so does an example that
its own rule does not win.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from quotes.clauses import Clause, Draft
from quotes.model import Span

_TAG = re.compile(r"</?([scq])>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which English news ties words to a source.

    `find` drafts the attributions that the rule sees in one sentence.
    """

    name: str
    purpose: str
    find: Callable[[Clause], Iterable[Draft]]
    examples: tuple[str, ...]


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
