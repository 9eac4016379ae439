"""Reporting words as they are looked up: by every form, phrases by two words, frames with flags."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotes.lexemes import Frame, Lexeme, index


def of(form: str) -> dict[tuple[str, str], Lexeme]:
    """Return what a form may be: lemma and part."""
    return {(lexeme.lemma, lexeme.part): lexeme for lexeme in index().words.get(form, ())}


def phrases(first: str, second: str) -> list[str]:
    by_third = index().phrases.get(first, {}).get(second, {})
    lengths = {each.lemma: len(each.rest) for found in by_third.values() for each in found}
    return sorted(lengths, key=lambda lemma: -lengths[lemma])


@pytest.mark.parametrize(
    ("form", "lemma", "part", "why"),
    [
        ("said", "say", "verb", "irregular"),
        ("says", "say", "verb", "third person"),
        ("saying", "say", "verb", "participle"),
        ("told", "tell", "verb", "irregular"),
        ("denied", "deny", "verb", "y becomes i"),
        ("admitted", "admit", "verb", "the consonant doubles"),
        ("criticises", "criticise", "verb", "British spelling"),
        ("criticizing", "criticize", "verb", "American spelling"),
        ("wrote", "write", "verb", "irregular"),
        ("thought", "think", "verb", "a thought too"),
        ("claims", "claim", "noun", "plural of a noun"),
        ("theories", "theory", "noun", "y becomes ies"),
        ("wishes", "wish", "noun", "es after sh"),
        ("critical", "critical", "adjective", "as it is"),
        ("allegedly", "allegedly", "phrase", "a phrase of one word"),
    ],
)
def test_a_word_is_found_by_its_form(form: str, lemma: str, part: str, why: str) -> None:
    assert (lemma, part) in of(form), why


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("walk", "no reporting word"),
        ("Said", "forms are in lower case"),
        ("sayed", "no such form"),
        ("say*", "the asterisk is of the file"),
        ("", "nothing"),
    ],
)
def test_other_words_are_not(form: str, why: str) -> None:
    assert not of(form), why


@pytest.mark.parametrize(
    ("first", "second", "lemma", "why"),
    [
        ("according", "to", "according to", "no verb in it"),
        ("called", "for", "call* for", "any form of the verb"),
        ("speaks", "out", "speak* out against", "third person"),
        ("is", "of", "be* of the view", "be in all its forms"),
        ("'re", "of", "be* of the view", "be as a clitic"),
        ("in", "POSS", "in POSS view", "any possessive"),
    ],
)
def test_a_phrase_is_found_by_its_first_two_words(first: str, second: str, lemma: str, why: str) -> None:
    assert lemma in phrases(first, second), why


def test_the_longest_phrase_comes_first() -> None:
    found = [len(lemma.split()) for lemma in phrases("spoke", "out")]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 1


def test_a_phrase_is_not_found_by_its_first_word_alone() -> None:
    assert ("call* for", "phrase") not in of("called")


@pytest.mark.parametrize(
    ("form", "key", "name", "flags", "why"),
    [
        ("said", ("say", "verb"), "that", (False, False, False, False), "content begins after the verb"),
        ("urged", ("urge", "verb"), "obj-to", (False, True, False, False), "content takes the object"),
        ("joked", ("joke", "verb"), "about", (True, False, False, False), "the cue takes the preposition"),
        ("claim", ("claim", "noun"), "v-that", (False, False, True, False), "the verb belongs to the cue"),
        ("critical", ("critical", "adjective"), "be-of", (True, False, True, False), "the cue takes both"),
        ("seems", ("seem", "verb"), "to", (False, False, False, True), "content takes the subject"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_flags_of_frames(
    form: str, key: tuple[str, str], name: str, flags: tuple[bool, bool, bool, bool], why: str
) -> None:
    frame = of(form)[key].frames[name]
    found = (frame.cue_takes_preposition, frame.content_takes_object, frame.cue_takes_verb)
    assert (*found, frame.content_takes_subject) == flags, why


@pytest.mark.parametrize(
    ("form", "prefix", "expected", "why"),
    [
        ("declined", "", True, "[declined] to say"),
        ("wants", "", True, "[wants] to say"),
        ("tried", "", False, "[tried to say] why"),
        ("said", "p-", True, "[was said] to have denied it"),
        ("denied", "", False, "no infinitive"),
    ],
)
def test_chains(form: str, prefix: str, expected: bool, why: str) -> None:
    assert any(lexeme.splits(prefix) for lexeme in of(form).values()) is expected, why


def every() -> Iterator[Lexeme]:
    yield from (lexeme for found in index().words.values() for lexeme in found)
    for by_second in index().phrases.values():
        yield from (lexeme for by in by_second.values() for found in by.values() for lexeme in found)


def test_frames_are_named_by_their_names() -> None:
    assert all(frame.name == name for lexeme in every() for name, frame in lexeme.frames.items())


def test_precision_is_a_share() -> None:
    assert all(0 <= frame.precision <= 100 for lexeme in every() for frame in lexeme.frames.values())


def test_every_word_has_a_frame() -> None:
    assert [lexeme.lemma for lexeme in every() if not lexeme.frames] == []


def test_frames_and_words_are_frozen() -> None:
    frame: Frame = of("said")["say", "verb"].frames["that"]
    with pytest.raises(AttributeError):
        frame.precision = 1  # type: ignore[misc]
