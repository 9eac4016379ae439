"""Who speaks in each attribution of an article, read in text order: who spoke tells who speaks next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from quotes.answers import Answer, nobody
from quotes.dialogues import DIALOGUE
from quotes.discourse import Discourse
from quotes.headlines import headlines
from quotes.in_turn import in_turn
from quotes.interviews import answering, introduce
from quotes.mentions import find_mentions
from quotes.model import Attribution, Paragraph, Quotation, Resolution, Sentence, Span
from quotes.names import SINGULAR
from quotes.nouns import folded, singular
from quotes.people import People
from quotes.phrases import take_apart
from quotes.pronouns import FIRST, first_person
from quotes.questions import ANSWER
from quotes.referents import pronoun_at, read
from quotes.relatives import RELATIVE
from quotes.remembered import Remembered
from quotes.resolutions import resolution
from quotes.runs import ASKS
from quotes.salience import Scene

_OPENING = 20  # characters of a sentence in which who owns something is its topic
# Steps that lead to whoever is named, or to whose words they are.
_NAMED_SO = frozenset({"inside the words of", "full name", "surname", "first name", "title and surname"})
_GATHERINGS = frozenset(
    "agency assembly audience breakfast broadcaster camera class classroom conference congregation convention"
    " council country court courtroom crowd daily dinner durbar forum gala gathering gym hall hearing inquest"
    " inquiry jury luncheon lunch magazine meeting nation network newspaper outlet paper parliament podcast"
    " program programme rally reception room seminar session show site stadium station summit throng trial"
    " tribunal village website weekly world".split()
)
_OF_SOMEBODY = re.compile(r"(?:his|her|their)\s", re.I)
_REFLEXIVE = frozenset(["himself", "herself"])
_ASKING = Remembered(lambda key: ASKS.search(key) is not None)
_NESTED = 4  # how deep quotes may stand in quotes


def resolve(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
    nested: tuple[Attribution, ...] = (),
) -> tuple[Resolution, ...]:
    """Say who each attribution's source is: one resolution for each, in the same order, then for each nested.

    All offsets are code points into `text`. Nothing is raised: a source that cannot be told, or
    that two people fit alike, has no speaker and its candidates are listed. Those nested in another's
    words are read after all others, so that who speaks inside a quote is no speaker of the article.
    """
    if not attributions:
        return ()
    heads = headlines(text, paragraphs)
    people = People(text, find_mentions(text), heads)
    scene = Scene(people, sentences, quotations, heads)
    scene.vote()
    discourse = Discourse(text, people, scene)
    introduce(discourse, heads)
    known = _read_all(discourse, attributions, _Read([], []))
    outer = _resolved(discourse, attributions, known)
    if not nested:
        return outer
    every, n = attributions + nested, len(attributions)
    inside = _others_than_they(discourse, every, _read_all(discourse, every, known), n)
    return outer + _resolved(discourse, nested, inside)


class _Read(NamedTuple):
    """The answers for the first so many attributions: who says each, and who is told."""

    answers: list[Answer]
    told: list[Answer | None]


def _resolved(
    discourse: Discourse, attributions: Sequence[Attribution], read: _Read
) -> tuple[Resolution, ...]:
    places = map(_place, attributions)
    return tuple(map(partial(resolution, discourse), attributions, places, read.answers, read.told))


def _read_all(discourse: Discourse, attributions: Sequence[Attribution], known: _Read) -> _Read:
    """Read those that are not `known` in text order, but I and we last: they are an outer speaker."""
    first = len(known.answers)
    answers = [*known.answers, *[nobody("no source is printed")] * (len(attributions) - first)]
    told: list[Answer | None] = [*known.told, *[None] * (len(attributions) - first)]
    inner: list[_FirstPerson] = []
    heard: list[_FirstPerson] = []
    places = [_place(one) for one in attributions]
    words = _words(attributions)
    for index in sorted(range(first, len(attributions)), key=places.__getitem__):
        one = attributions[index]
        asked = pronoun_at(discourse.text, one.addressee) if one.addressee else ""
        word = pronoun_at(discourse.text, one.source)
        if asked in FIRST:
            heard.append(_FirstPerson(index, asked, one.addressee[0][0]))
        elif word in SINGULAR or word in FIRST:
            told[index] = _listener(discourse, one)
        if word in FIRST:
            inner.append(_FirstPerson(index, word, places[index]))
            continue
        if one.source:
            answers[index] = read(discourse, one.source, one.content, word=word, other=_person(told[index]))
            if one.rule == "beat" and answers[index].person is None and answers[index].type != "person":
                answers[index] = nobody("what acts there need not speak")
        elif one.follows is not None:
            answers[index] = _going_on(answers[one.follows])
        elif one.rule == ANSWER:
            answers[index] = answering(discourse)
        if one.addressee and asked not in FIRST:
            told[index] = _other_than(discourse, one, told[index], answers[index].person)
        inside = _speaker_around(words, places[index], index) is not None  # Lee said that Ray knew
        if not inside and _speaks_up(discourse, one, word, answers[index], places[index]):
            _remember(discourse, one, answers[index], told[index], places[index])
    for each in inner:
        answers[each.attribution] = _first_person(discourse, each, answers, words)
    for each in heard:
        told[each.attribution] = _first_person(discourse, each, answers, words)
    for index in range(first, len(answers)):
        if attributions[index].rule == DIALOGUE:
            answers[index] = in_turn(discourse, attributions, answers, index)
    return _Read(answers, told)


def _others_than_they(
    discourse: Discourse,
    attributions: Sequence[Attribution],
    known: _Read,
    first: int,
) -> _Read:
    """Of words inside words, leave out who says the outer words, and pronouns for whom those do not name.

    Those inside are all from the `first` on.

    "He told me, 'Go home,'" Lee said: he is not Lee, who would say I, and may be nobody of the article.
    """
    words = _words(attributions)

    def other(index: int, answer: Answer, phrase: Sequence[Span]) -> Answer:
        around = _speaker_around(words, _place(attributions[index]), index)
        if around is None or _NAMED_SO.intersection(answer.steps):
            return answer
        printed, outer = discourse.text[slice(*phrase[0])] if phrase else "", known.answers[around]
        pronoun = pronoun_at(discourse.text, phrase) in SINGULAR
        if answer.person is None and pronoun and answer.name and answer.name == outer.name:
            return nobody(f'"{printed}" is not the one in whose words it stands')
        if answer.person is None:
            return answer
        if answer.person == outer.person:
            return nobody(f'"{printed}" is not the one in whose words it stands')
        places = discourse.person(answer.person).places
        named = any(start <= at < end for start, end in attributions[around].content for at in places)
        by_pronoun = pronoun and not named
        return nobody(f'"{printed}" stands in words that name nobody') if by_pronoun else answer

    return _Read(
        [other(i, one, attributions[i].source) for i, one in enumerate(known.answers[first:], first)],
        [one and other(i, one, attributions[i].addressee) for i, one in enumerate(known.told[first:], first)],
    )


def _speaks_up(discourse: Discourse, one: Attribution, word: str, answer: Answer, at: int) -> bool:
    """Say whether somebody speaks of their own, and is no owner or "who" in passing.

    Lee praised the mayor's plan to build. To a girl who wanted to go, she said …
    """
    if one.act == "thought" and _OF_SOMEBODY.match(discourse.text, at):
        return False  # her mother thought it was a phase: it is told of her
    if answer.person is None:
        return word not in RELATIVE
    return "/poss" not in one.key or at - discourse.scene.sentence_start(at) <= _OPENING


class _FirstPerson(NamedTuple):
    """An I, me or we that says or is told: of which attribution, and where it stands."""

    attribution: int
    word: str
    at: int


def _first_person(
    discourse: Discourse, one: _FirstPerson, answers: Sequence[Answer], words: Sequence[tuple[int, int, int]]
) -> Answer:
    """Whoever says the words around it, or the author."""
    outer = _speaker_around(words, one.at, one.attribution)
    return first_person(discourse, one.word, None if outer is None else answers[outer])


def _remember(discourse: Discourse, one: Attribution, answer: Answer, told: Answer | None, at: int) -> None:
    """Note who spoke, and that who is asked answers."""
    if not _ASKING[one.key]:  # who asks is not the one who speaks next
        discourse.remember(answer, at)
    elif told and (told.person is not None or told.type == "group"):
        discourse.remember(told, one.addressee[0][0])


def _other_than(
    discourse: Discourse, one: Attribution, told: Answer | None, speaker: int | None
) -> Answer | None:
    """Who is told by the speaker, which is somebody else: Lee told her. But: she told herself."""
    if told is not None and (told.person is None or told.person != speaker):
        return told
    alone = pronoun_at(discourse.text, one.addressee) in _REFLEXIVE
    return told if alone else _listener(discourse, one, speaker)


def _listener(discourse: Discourse, one: Attribution, speaker: int | None = None) -> Answer | None:
    """Who is told, if it is somebody who can be told: no claim that is called false, no new proposal."""
    if not one.addressee:
        return None
    answer = read(discourse, one.addressee, one.source, other=speaker)
    if answer.person is not None or answer.type in ("person", "group", "organization"):
        return answer
    head = singular(take_apart(answer.name).head)
    named = (
        answer.type == "unknown" and answer.name[:1].isupper() and "’s " not in answer.name.replace("'", "’")
    )
    return answer if head in _GATHERINGS or (named and head not in folded("starters")) else None


def _person(answer: Answer | None) -> int | None:
    """The person of an answer, if a name led there: a pronoun or an epithet may be anybody."""
    return answer.person if answer and any("name" in step for step in answer.steps) else None


def _going_on(before: Answer) -> Answer:
    """The same speaker once more; a long speech is not less sure with each paragraph."""
    if before.steps[-1:] == ("continues",):
        return before
    return before.then("continues", "the words go on from the quote before")


def _words(attributions: Sequence[Attribution]) -> list[tuple[int, int, int]]:
    """The spans of all contents in text order, with the number of the attribution."""
    return sorted(
        [(start, end, index) for index, one in enumerate(attributions) for start, end in one.content]
    )


def _speaker_around(words: Sequence[tuple[int, ...]], at: int, own: int) -> int | None:
    """Which attribution's words lie around `at`, other than `own`; the innermost of a few."""
    last = bisect_left(words, (at + 1,))
    first = last - _NESTED if last > _NESTED else 0
    for _, end, index in reversed(words[first:last]):
        if at < end and index != own:
            return index
    return None


def _place(attribution: Attribution) -> int:
    """Where an attribution stands: at its source, else at its words."""
    spans = attribution.source or attribution.content or attribution.cue
    return spans[0][0] if spans else 0
