"""The discourse up to a place in the text: who is there, who spoke last, which bodies were named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.answers import Answer
from quotes.model import Span, SpeakerType
from quotes.names import Gender
from quotes.nouns import noun_gender
from quotes.people import People
from quotes.person import Person
from quotes.phrases import take_apart
from quotes.salience import Scene
from quotes.weighing import Candidate, subjects_since, weigh

AUTHOR = "the author"
_PLAIN = re.compile(r"\b[a-z]+\b")
_STRANGERS = 8  # of one noun that are told apart: the latest


class Unnamed(NamedTuple):
    """A person without a name who spoke at `at`."""

    answer: Answer
    gender: Gender | None
    at: int


class Thing(NamedTuple):
    """The last group, organization or document that spoke, at `at`."""

    name: str
    type: SpeakerType
    at: int
    named: bool = False


@dataclass(slots=True)
class Discourse:
    """What a source can refer back to; `remember` moves it on, answer by answer in text order."""

    text: str
    people: People
    scene: Scene
    spoke: tuple[int, int] | None = None
    other: int | None = None  # who is told by the one who is looked for, or tells, and so is not meant
    unnamed: Unnamed | None = None
    group: Thing | None = None
    thing: Thing | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, Thing] = field(default_factory=dict)  # groups and documents by their head noun
    callings: dict[str, str] | None = None  # what bodies are called beside their names, once asked for
    subject: tuple[int, ...] | None = None  # the one person whom the article is about, once asked for
    strangers: dict[str, list[Unnamed]] = field(default_factory=dict)  # people without a name, by their noun
    famous: set[int] = field(default_factory=set)  # people called by what everybody knows of them
    labels: dict[str, str] = field(default_factory=dict)  # names that label turns, by their last word
    initials: dict[str, set[int]] | None = None  # who has a role of such first letters, once asked for
    parents: tuple[re.Match[str], ...] | None = None  # where a pair of parents is named, once asked for
    signatures: dict[str, list[int]] | None = None  # whose name has such first letters, once asked for
    plain: frozenset[str] | None = None  # the words in lower case, once asked for
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # in court: where, and who

    def remember(self, answer: Answer, at: int) -> None:
        """Note that `answer` said something, its source standing at `at`."""
        if answer.person is not None:
            self.spoke, self.unnamed = (answer.person, at), None
        elif answer.type == "person" and answer.name and answer.name != AUTHOR:
            self.spoke = None
            if self.unnamed and self.unnamed.answer.name == answer.name:
                answer = self.unnamed.answer  # not the longer chain that came by a pronoun
            noun = take_apart(answer.name).head
            self.unnamed = Unnamed(answer, noun_gender(noun), at)
            known = self.strangers.setdefault(noun, [])
            if all(one.answer.name != answer.name for one in known[-_STRANGERS:]):
                known.append(self.unnamed)
        elif answer.type == "group":
            self.group = Thing(answer.name, "group", at)
        elif answer.type in ("organization", "document"):
            named = answer.named and answer.type == "organization"
            self.thing = Thing(answer.name, answer.type, at, named)

    def speaking(self, at: int) -> int | None:
        """Return who spoke last, if nobody else has come up since."""
        alone = self.spoke and not subjects_since(self.scene, self.scene.before(at), self.spoke)
        return self.spoke[0] if self.spoke and alone else None

    def is_common(self, word: str) -> bool:
        """Say whether the article prints a word in lower case as well, so that it is no name."""
        lower = word.lower()
        if lower not in self.text:
            return False
        if self.plain is None:
            self.plain = frozenset(_PLAIN.findall(self.text))
        return lower in self.plain

    def person(self, number: int) -> Person:
        """Return the person of a number."""
        return self.people.all[number]

    def names(self, candidates: Iterable[Candidate]) -> tuple[str, ...]:
        """Return the fullest names of candidates."""
        return tuple(self.person(candidate.id).name for candidate in candidates)

    def weigh(
        self, at: int, gender: Gender | None = None, own: Sequence[Span] = (), *, goes_on: bool = True
    ) -> list[Candidate]:
        """Return the people whom a pronoun or epithet at `at` can mean, best first.

        Who spoke last is favoured if the speech `goes_on`.
        """
        ranked = weigh(self.scene, at, gender=gender, own=own, speaker=self.spoke if goes_on else None)
        return ranked if self.other is None else [one for one in ranked if one.id != self.other]
