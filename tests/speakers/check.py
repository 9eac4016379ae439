"""Hold what the extractor says of an article about speakers against what a careful reader says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import quotes
from quotes.model import Quote, Speaker
from tests.golden.compare import name_words, near_enough, role_words
from tests.speakers.load import Described, Said, Story

Kind = Literal["speaker", "type", "unsure", "addressee", "role", "no role", "age"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a reader says; `problem` is empty where the extractor says the same."""

    name: str
    kind: Kind
    problem: str
    because: tuple[str, ...] = field(default=(), compare=False)


def checks(story: Story) -> list[Check]:
    """Return all checks of a story, the quotes first."""
    found = quotes.extract(story.text)
    pairs = [(said, _at(found, said)) for said in story.said]
    of_quotes = [_named(story, check) for pair in pairs for check in _of_quote(*pair)]
    return of_quotes + [_named(story, check) for check in _of_speakers(story, pairs)]


def _named(story: Story, check: Check) -> Check:
    return Check(f"{story.name}: {check.name}", check.kind, check.problem, check.because)


def _at(found: Sequence[Quote], said: Said) -> Quote | None:
    """The quote whose words lie around what a reader gives, the innermost, or begin in it."""
    around = [quote for quote in found if any(start <= said.at < end for start, end in quote.content)]
    last = said.at + len(said.words)
    within = [quote for quote in found if said.at <= quote.content[0][0] < last]
    return max(around or within, key=lambda quote: quote.content[0], default=None)


def _of_quote(said: Said, quote: Quote | None) -> Iterator[Check]:
    speaker = quote.speaker if quote else None
    because = quote.because if quote else ()
    if not said.names:
        missing = [name for name in said.candidates if quote and name not in quote.candidates]
        wrong = "not found" if quote is None else f"{speaker.name!r}, nobody can tell" if speaker else ""
        problem = wrong or (f"no candidate {missing}" if missing else "")
        yield Check(said.words, "unsure", problem, because)
        return
    problem = "not found" if quote is None else "" if _is_one_of(said, speaker, quote) else _instead(quote)
    yield Check(said.words, "speaker", problem, because)
    other = speaker is not None and not problem and speaker.type not in said.types
    yield Check(f"{said.words} (type)", "type", f"{speaker and speaker.type}" if other else "", because)
    if said.told:
        told = quote.addressee.name if quote and quote.addressee else ""
        same = name_words(told) == name_words(said.told)
        yield Check(f"{said.words} (told)", "addressee", "" if same else repr(told))


def _instead(quote: Quote) -> str:
    return f"{quote.speaker.name!r}" if quote.speaker else f"nobody; {quote.candidates}"


def _is_one_of(said: Said, speaker: Speaker | None, quote: Quote) -> bool:
    """Whether the name is right; a group or document may also be called as it is printed here."""
    if speaker is None:
        return False
    wanted = [name_words(name) for name in said.names]
    if not speaker.named and "person" not in said.types:
        wanted.append(name_words(speaker.as_printed))
    return name_words(speaker.name) in wanted


def _of_speakers(story: Story, pairs: Sequence[tuple[Said, Quote | None]]) -> Iterator[Check]:
    """Roles and ages, of speakers that were found at least once."""
    speakers = {
        tuple(name_words(said.names[0])): quote.speaker
        for said, quote in pairs
        if said.names and quote and quote.speaker and _is_one_of(said, quote.speaker, quote)
    }
    listed = {tuple(name_words(one.name)): one for one in story.described}
    for one in story.described:
        if tuple(name_words(one.name)) not in speakers:
            yield Check(f"{one.name} (roles)", "role", "never found as a speaker")
    for key, speaker in speakers.items():
        if not speaker.named:
            continue
        one = listed.get(key, Described(speaker.name))
        sources = [quote.speaker.as_printed for _, quote in pairs
                   if quote and quote.speaker and quote.speaker.name == speaker.name]  # fmt: skip
        yield from _of_speaker(one, speaker, sources)


def _of_speaker(one: Described, speaker: Speaker, sources: Sequence[str]) -> Iterator[Check]:
    for role in one.roles:
        known = any(_same(role, other) for other in speaker.roles)
        yield Check(f"{one.name}, {role}", "role", "" if known else f"{speaker.roles}")
    allowed = (*one.roles, *one.optional, *sources)
    others = [role for role in speaker.roles if not any(_fits(role, other) for other in allowed)]
    yield Check(f"{one.name}, no other role", "no role", f"{others}" if others else "")
    right = one.age == speaker.age
    yield Check(f"{one.name} (age)", "age", "" if right else f"{speaker.age}, not {one.age}")


def _same(one: str, other: str) -> bool:
    return one == other or near_enough(role_words(one), role_words(other))


def _fits(role: str, other: str) -> bool:
    return _same(role, other) or role.lower() in other.lower()
