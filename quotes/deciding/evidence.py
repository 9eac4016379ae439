"""What speaks for two speakers being one, and what against: reasons, each a line that a person can check.

The weights are set by hand, for ranking what a person looks at; they are no probabilities, and no
sum of them ever merges anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quotes.deciding.likeness import (
    edits,
    first_names_fit,
    is_misprint,
    is_one_name,
    is_spelled_apart,
    one_spelling,
    orders,
    run_together,
    sound,
    sounds_alike,
    stands_turned,
    stands_within,
)
from quotes.deciding.profile import Profile, role_words
from quotes.names import first_name_gender, fold
from quotes.query import bare_name, middle_initials, words
from quotes.role import head

# Above 0 it speaks for one, below for two.
WEIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "same full name": 46,
        "same words": 40,
        "same but for its legal form": 40,
        "other spelling": 40,
        "within": 36,
        "acronym": 38,
        "spelled apart": 36,
        "turned": 34,
        "short and spelled apart": 30,
        "surname": 30,
        "body within": 25,
        "surname sounds": 20,
        "first name": 20,
        "first name sounds": 14,
        "short form": 14,
        "first name of another language": 14,
        "misprint": 8,
        "initial": 6,
        "role": 20,
        "called so": 10,
        "role like": 10,
        "role head": 5,
        "named in roles": 6,
        "age": 15,
        "company": 4,
        "type": -10,
        "no common role": -8,
        "common surname": -4,
        "common acronym": -4,
        "first names differ": -30,
        "surnames differ": -30,
        "gender": -25,
        "initials": -40,
        "suffix": -40,
        "suffix of one": -20,
        "ages": -40,
        "same article": -40,
    }
)
MOST_COMPANY = 3  # people quoted beside both that are counted
MOST_NAMESAKES = 6  # and of bodies with the same first letters
LETTERS = 3  # two surnames of no more tell nothing by their sound


class Reason(NamedTuple):
    """What speaks for one speaker or, if it is below 0, for two; `text` says it to a person."""

    weight: int
    text: str


def may_be_one(one: Profile, other: Profile) -> bool:
    """Return whether two are worth comparing: not if neither first name nor surname fit.

    Whatever else they share: brothers are mayors too.
    """
    if not (one.is_person and other.is_person) or one.is_bare or other.is_bare:
        return True
    mine, theirs = one.name, other.name
    return _word_by_word(mine, theirs) or _whole(mine, theirs) is not None


def _word_by_word(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Return whether the first names fit, and so do the surnames."""
    if mine[-1] == theirs[-1]:
        return _fit(mine[0], theirs[0]) or is_misprint(mine[0], theirs[0])
    return _fit(mine[0], theirs[0]) and _surnames_sound_alike(mine[-1], theirs[-1])


def _surnames_sound_alike(mine: str, theirs: str) -> bool:
    return max(len(mine), len(theirs)) > LETTERS and sounds_alike(mine, theirs)


def _fit(mine: str, theirs: str) -> bool:
    fits = (first_names_fit, sounds_alike, is_one_name)
    return mine == theirs or any(fit(mine, theirs) for fit in fits)


def _whole(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Reason | None:
    """Return how two full names are alike as wholes, if they are: in other words, or another order."""
    if sorted(mine) == sorted(theirs):
        return _reason("same words", "the same words in another order") if mine != theirs else None
    if stands_within(mine, theirs):
        return _reason("within", "one name stands within the other")
    if stands_turned(mine, theirs):
        return _reason("turned", "one name stands within the other, the family name first")
    if _word_by_word(mine, theirs):
        return None
    if "".join(mine) in map("".join, orders(theirs)):
        return _reason("same words", "the same letters, in one word or in several")
    if is_spelled_apart(mine, theirs):
        kind = "spelled apart" if len(sound(run_together(mine))) > 7 else "short and spelled apart"
        return _reason(kind, "names that sound alike when their words are run together")
    return None


def reasons(one: Profile, other: Profile) -> Iterator[Reason]:
    """Yield what speaks for and against two speakers being one."""
    if one.is_person and other.is_person:
        yield from _of_people(one, other)
    elif not one.is_person and not other.is_person:
        yield from _of_bodies(one, other)
    else:
        yield _reason("type", f"one is read as {one.entry.type}, the other as {other.entry.type}")
        if one.name == other.name:
            yield _reason("same full name" if len(one.name) > 1 else "same words", "the same name")
    yield from _of_roles(one, other)
    yield from _of_company(one, other)


def _of_people(one: Profile, other: Profile) -> Iterator[Reason]:
    full = not one.is_bare and not other.is_bare
    if full and (whole := _whole(one.name, other.name)):
        yield whole
    else:
        yield from _of_surnames(one, other)
        if full:
            yield from _of_first_names(one.name[0], other.name[0])
    if one.suffix != other.suffix and full:
        sort = "suffix" if one.suffix and other.suffix else "suffix of one"
        called = one.suffix or other.suffix or ""
        called = f"{called.title()}." if called in ("jr", "sr") else called.upper()
        yield _reason(sort, f"one is {called}, the other is not")
    told = (middle_initials(bare_name(one.called)), middle_initials(bare_name(other.called)))
    if all(told) and told[0] != told[1]:
        yield _reason("initials", f"the initials differ: {' '.join(told[0])}, {' '.join(told[1])}".upper())
    yield from _of_ages(one, other)


def _of_surnames(one: Profile, other: Profile) -> Iterator[Reason]:
    mine, theirs = one.name[-1], other.name[-1]
    if mine == theirs and _is_end_of(one, other) and _is_end_of(other, one):
        yield _reason("surname", f"the same surname, {_printed(one)}")
    elif (
        mine != theirs
        and _surnames_sound_alike(mine, theirs)
        and edits(mine, theirs) <= max(2, len(mine) // 3)
    ):
        yield _reason("surname sounds", f"surnames that sound alike: {_printed(one)}, {_printed(other)}")
    else:
        yield _reason("surnames differ", f"the surnames differ: {_printed(one)}, {_printed(other)}")
    namesakes = max(one.namesakes, other.namesakes) if one.is_bare or other.is_bare else 0
    if namesakes > 1:
        weight = WEIGHTS["common surname"] * (min(namesakes, MOST_NAMESAKES) - 1)
        yield Reason(weight, f"{namesakes} speakers have this surname")


def _is_end_of(one: Profile, other: Profile) -> bool:
    """Return whether a surname alone is all of the other's: Vega-Ortiz is not Ann Ortiz."""
    return not one.is_bare or other.name[-len(one.name) :] == one.name


def _of_first_names(mine: str, theirs: str) -> Iterator[Reason]:
    if mine == theirs:
        yield _reason("first name", f"the same first name, {mine.title()}")
    elif 1 in (len(mine), len(theirs)) and mine[0] == theirs[0]:
        yield _reason("initial", f"the initial fits: {mine.title()}, {theirs.title()}")
    elif first_names_fit(mine, theirs):
        yield _reason(
            "short form", f"one first name may be short for the other: {mine.title()}, {theirs.title()}"
        )
    elif sounds_alike(mine, theirs):
        yield _reason("first name sounds", f"first names that sound alike: {mine.title()}, {theirs.title()}")
    elif is_one_name(mine, theirs):
        yield _reason(
            "first name of another language",
            f"two spellings of one first name: {mine.title()}, {theirs.title()}",
        )
    elif is_misprint(mine, theirs):
        yield _reason("misprint", f"first names a letter apart: {mine.title()}, {theirs.title()}")
    else:
        yield _reason("first names differ", f"the first names differ: {mine.title()}, {theirs.title()}")
    genders = {first_name_gender(mine), first_name_gender(theirs)}
    if genders == {"m", "f"}:
        yield _reason("gender", "a man's first name and a woman's")


def _of_bodies(one: Profile, other: Profile) -> Iterator[Reason]:
    shorter, longer = sorted((one, other), key=lambda profile: len(profile.name))
    if one.legal == other.legal:
        yield _reason("same but for its legal form", "the same but for its legal form")
    elif one.proper == other.proper:
        yield _reason("same but for its legal form", f"the same but for {_printed(longer)}")
    elif one_spelling(one.name, other.name):
        yield _reason("other spelling", "the same but for the spelling of a word")
    elif len(shorter.name) == 1 and len(longer.name) > 1 and shorter.name[0] == longer.letters:
        yield _reason("acronym", f"{shorter.entry.name} are the first letters of {longer.entry.name}")
        if any(words(alias) == words(shorter.entry.name) for alias in longer.entry.aliases):
            yield _reason("called so", f"an article calls {longer.entry.name} {shorter.entry.name}")
        if longer.namesakes > 1:
            weight = WEIGHTS["common acronym"] * (min(longer.namesakes, MOST_NAMESAKES) - 1)
            yield Reason(weight, f"{longer.namesakes} bodies have these first letters")
    elif len(shorter.name) > 1 and " ".join(shorter.name) in " ".join(longer.name):
        yield _reason("body within", "one name stands within the other")


def _of_ages(one: Profile, other: Profile) -> Iterator[Reason]:
    if one.born is None or other.born is None or not (one.entry.ages and other.entry.ages):
        return
    first, last = max(one.born[0], other.born[0]), min(one.born[1], other.born[1])
    if first <= last:
        yield _reason("age", f"the ages fit: born in {first}" + (f" or {last}" if last > first else ""))
    elif first > last + 1:
        yield _reason("ages", f"the ages do not fit: born about {one.born[1]} and about {other.born[1]}")


def _of_roles(one: Profile, other: Profile) -> Iterator[Reason]:
    if not one.roles or not other.roles:
        return
    same = [role for folded, role in one.roles.items() if folded in other.roles]
    alike = [] if same else _alike(one, other)
    heads = one.heads & other.heads
    named = [name for folded, name in one.named_in_roles.items() if folded in other.named_in_roles]
    if same:
        yield _reason("role", f"the same role: {same[0]}")
    elif alike:
        yield _reason("role like", f"roles alike: {alike[0]}; {alike[1]}")
    elif heads:
        yield _reason("role head", f"both are called {min(heads)}")
    if named and not same:
        yield _reason("named in roles", f"both roles name {' '.join(named)}")
    if not (same or alike or heads or named):
        yield _reason(
            "no common role",
            f"no role in common: {next(iter(one.roles.values()))}; {next(iter(other.roles.values()))}",
        )


def _alike(one: Profile, other: Profile) -> list[str]:
    """Return a role of each that have two words in common, one of them the head."""
    for mine in one.roles.values():
        for theirs in other.roles.values():
            common = role_words(mine) & role_words(theirs)
            if len(common) > 1 and head(mine) == head(theirs):
                return [mine, theirs]
    return []


def _of_company(one: Profile, other: Profile) -> Iterator[Reason]:
    both = set(one.entry.article_ids) & set(other.entry.article_ids)
    if both:
        yield _reason("same article", f"{len(both)} article{'s' * (len(both) > 1)} quote both")
        return
    common = len(one.company & other.company)
    if common:
        weight = WEIGHTS["company"] * min(common, MOST_COMPANY)
        yield Reason(weight, f"{common} other speaker{'s are' if common > 1 else ' is'} quoted beside both")


def _printed(profile: Profile) -> str:
    parts = profile.called.split()
    return parts[-2] if len(parts) > 1 and fold(parts[-1]) == profile.suffix else parts[-1]


def _reason(kind: str, text: str) -> Reason:
    return Reason(WEIGHTS[kind], text)
