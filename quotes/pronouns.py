"""Pronouns as sources: he and she, I and we, they, it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.answers import Answer
from quotes.choices import choose
from quotes.discourse import AUTHOR, Discourse, Thing, Unnamed
from quotes.model import Span, SpeakerType
from quotes.names import SINGULAR, Gender, fold
from quotes.openings import FINITE
from quotes.phrases import take_apart, type_of
from quotes.role import is_verbal
from quotes.subjects import with_epithets
from quotes.weighing import Candidate

PLURAL = frozenset("they them their theirs themselves".split())
SUBJECTS = frozenset(["he", "she"])
THING = frozenset("it its itself".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_FIRST_SINGULAR = frozenset("i me my mine myself".split())

_OWNING = frozenset("his her hers".split())
_OWNS = 2.0  # the weight of being named in the same sentence before a possessive
_KNOWN = 0.8  # the score from which somebody named is a better guess than "the candidate"
_ON = 1  # sentences that "they" and "it" reach back, and one more within a paragraph
_OPENING = 80  # characters of a sentence in which its subject may stand


def pronoun(discourse: Discourse, word: str, at: int, own: Sequence[Span]) -> Answer:
    """Resolve he, she and their forms; `own` are the words that the source says."""
    gender = SINGULAR[word]
    kind = "masculine" if gender == "m" else "feminine"
    because = f'"{word}" is {kind} singular'
    ranked = with_epithets(discourse, at, gender, own)
    if word in _OWNING:
        ranked = _owner_first(discourse, ranked, at)
    unnamed = _unnamed_before(discourse, ranked, gender, at, own)
    if unnamed is not None:
        return unnamed.after("pronoun, clear", because).then("continues", f"goes on from {unnamed.name}")
    answer = choose(discourse, ranked, because, f"nearest {kind} person")
    if answer.person is not None and not discourse.person(answer.person).gender_is_sure():
        discourse.person(answer.person).votes[gender] += 1  # so "she" is somebody else from now on
    return answer


def _owner_first(discourse: Discourse, ranked: list[Candidate], at: int) -> list[Candidate]:
    """Favour the one whom the sentence names before "his": Lee took aim at Ray for his vote."""
    owner = discourse.scene.owner(at, (one.id for one in ranked))
    favoured = [Candidate(one.id, one.score + (_OWNS if one.id == owner else 0.0)) for one in ranked]
    return sorted(favoured, key=lambda one: -one.score)


def _unnamed_before(
    discourse: Discourse, ranked: list[Candidate], gender: Gender, at: int, own: Sequence[Span]
) -> Answer | None:
    """A person without a name who spoke last, unless somebody else has come up since."""
    last = discourse.unnamed
    if last is None or last.gender not in (None, gender):
        return None
    away = discourse.scene.sentence(at) - discourse.scene.sentence(last.at)
    if not 0 <= away <= 6 or (last.gender is None and _is_spoken_of(discourse, gender, last)):
        return None
    if away and _speaks_on(discourse, last.at, at, own):
        return last.answer
    if last.answer.steps == ("description without a name",) and ranked and ranked[0].score > _KNOWN:
        return None  # "the candidate" mostly is somebody of the article
    weight = (2.4 if last.gender else 1.6) / (1 + 0.3 * away)
    return last.answer if weight > (ranked[0].score if ranked else 0.0) else None


def _is_spoken_of(discourse: Discourse, gender: Gender, last: Unnamed) -> bool:
    """Say whether a paragraph is about a "he" or "she" before somebody without a name and a gender comes up.

    Her paper was rejected. One reviewer scoffed. “I kept the letter,” she said.
    """
    begin = discourse.text.rfind("\n", 0, last.at) + 1
    named = discourse.text.find(last.answer.name, begin, last.at + len(last.answer.name))
    found = _ABOUT[gender].search(discourse.text, begin, max(begin, named))
    return found is not None and not discourse.scene.quoted(found.start())


_ABOUT: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\b(?:[Hh]e|[Hh]is)\b"),
    "f": re.compile(r"\b(?:[Ss]he|[Hh]er)\b"),
}


def _speaks_on(discourse: Discourse, spoke: int, at: int, own: Sequence[Span]) -> bool:
    """Say whether words in marks go on from who spoke last, nobody being named but in what was said.

    A detective said Lee ran off. “I lost him,” he said.
    """
    scene = discourse.scene
    said_in = scene.sentence(spoke)
    if not own or not (scene.quoted(own[0][0]) or scene.sentence(at) == said_in + 1):
        return False
    return all(mark.quoted or mark.sentence <= said_in for mark in scene.before(at) if mark.start > spoke)


def first_person(discourse: Discourse, word: str, outer: Answer | None) -> Answer:
    """I and we inside somebody's words (`outer`) are that speaker, elsewhere the author."""
    if outer is not None:
        name = discourse.person(outer.person).name if outer.person is not None else outer.name
        return outer.then("inside the words of", f'"{word}" stands in the words of {name}')
    alone = word in _FIRST_SINGULAR
    kind: SpeakerType = "person" if alone else "group"
    return Answer(name=AUTHOR if alone else word, type=kind, steps=("first person",),
                  because=(f'"{word}" stands in nobody\'s words',))  # fmt: skip


def they(discourse: Discourse, printed: str, at: int) -> Answer:
    """They are the group that spoke last, unless others have come up since."""
    return _back(discourse, discourse.group, printed, at, "group")


def it(discourse: Discourse, printed: str, at: int) -> Answer:
    """It is the organization or document that spoke last, unless another has come up since."""
    return _back(discourse, discourse.thing, printed, at, "unknown")


def _back(discourse: Discourse, thing: Thing | None, printed: str, at: int, kind: SpeakerType) -> Answer:
    if thing is None or not _is_at_hand(discourse, thing, at):
        return Answer(name=printed, type=kind, steps=("nothing before",),
                      because=(f'"{fold(printed)}" has nothing before it that spoke',))  # fmt: skip
    named = thing.type == "organization" and thing.name[:1].isupper()
    return Answer(name=thing.name, type=thing.type, named=named, steps=("they and it",),
                  because=(f'"{fold(printed)}" goes on from {thing.name}',))  # fmt: skip


def _is_at_hand(discourse: Discourse, thing: Thing, at: int) -> bool:
    """Say whether a group or body spoke so lately that nothing else can be meant: a sentence ago, or two."""
    scene = discourse.scene
    here, there = scene.sentence(at), scene.sentence(thing.at)
    reach = _ON + (scene.paragraph(at) == scene.paragraph(thing.at))
    if not 0 <= here - there <= reach:
        return False
    starts = (scene.start_of(sentence) for sentence in range(there + 1, here + 1))
    own = (start for start in starts if start < at and not scene.quoted(start))
    return not any(_brings_up(discourse, thing, start) for start in own)


_ADVERBIAL = re.compile(
    r"(?:After|As|At|Before|By|During|For|From|In|On|Since|To|Under|With) "
)  # In a report, it


def _brings_up(discourse: Discourse, thing: Thing, start: int) -> bool:
    """Say whether a sentence begins with another group, or another body, than the one that spoke."""
    if _ADVERBIAL.match(discourse.text, start):
        return False
    subject = take_apart(_subject(discourse.text, start))
    if not subject.core or subject.head == take_apart(thing.name).head:
        return False
    if thing.type == "group":
        return subject.plural
    body = type_of(subject) in ("organization", "document")
    return body and (subject.shape != "the" or subject.core.rpartition(" ")[2][:1].isupper())


def _subject(text: str, start: int) -> str:
    """The words with which a sentence begins, up to its first comma or verb.

    >>> _subject("Even Luden pilots have been sharp.", 0)
    'Even Luden pilots'
    """
    words: list[str] = []
    for word in text[start : start + _OPENING].split():
        if is_verbal(word) or word in FINITE:
            break
        words.append(word)
        if word[-1] in ",;:.":
            break
    return " ".join(words).rstrip(",;:.")
