"""The word lists hold what their readers expect, and verb forms are spelled as printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.lexicon import entries
from quotes.lexicon.forms import all_forms, forms, variants

CUES = ("cue_verbs", "cue_nouns", "cue_adjectives", "cue_phrases")
PREPOSITIONS = "of for on about with against as at by in into over up out from upon to-np"
COMPLEMENTS = "quote of-quote tag colon that clause wh to chain np ing src adv"
NAMES = {*COMPLEMENTS.split(), *PREPOSITIONS.split()}
PREFIXES = re.compile(r"^(?:p-|be-|poss-|v-)?(?:obj-)?")
FRAME = re.compile(r"(?P<name>[a-z-]+)(?:\+[ocsv])*=(?P<p>\d{1,3})/(?P<n>\d+)")


def rows(name: str) -> list[list[str]]:
    return [entry.split("\t") for entry in entries(name)]


def frames(name: str, word: str) -> dict[str, str]:
    row = next(row for row in rows(name) if row[0] == word)
    return dict(frame.split("=") for frame in row[2].split())


@pytest.mark.parametrize("name", CUES)
def test_every_row_has_word_act_and_frames(name: str) -> None:
    for row in rows(name):
        assert len(row) == 3, row
        assert row[1] in ("said", "thought", "found"), row
        for entry in row[2].split():
            m = FRAME.fullmatch(entry)
            assert m, (row[0], entry)
            assert int(m["p"]) <= 100, (row[0], entry)
            assert PREFIXES.sub("", m["name"]) in NAMES, (row[0], entry)


@pytest.mark.parametrize("name", [*CUES, "irregular_verbs"])
def test_rows_are_sorted_and_unique(name: str) -> None:
    words = [row[0] for row in rows(name)]
    assert words == sorted(set(words))


@pytest.mark.parametrize("name", CUES)
def test_no_frame_is_named_twice(name: str) -> None:
    for row in rows(name):
        names = [re.split(r"[+=]", frame)[0] for frame in row[2].split()]
        assert len(names) == len(set(names)), row


@pytest.mark.parametrize(
    ("name", "word", "frame"),
    [
        pytest.param("cue_verbs", "say", "that", id="the verb of news"),
        pytest.param("cue_verbs", "tell", "obj-that", id="content after an addressee"),
        pytest.param("cue_verbs", "urge", "obj-to+o", id="content begins at the object"),
        pytest.param("cue_verbs", "call", "for+c", id="the preposition belongs to the cue"),
        pytest.param("cue_verbs", "refuse", "chain", id="one reporting verb governs another"),
        pytest.param("cue_verbs", "expect", "p-to", id="passive"),
        pytest.param("cue_verbs", "rue", "quote", id="a verb that only other corpora show"),
        pytest.param("cue_nouns", "claim", "poss-that", id="whose claim it is stands before it"),
        pytest.param("cue_adjectives", "critical", "be-of+c+v", id="be and of belong to the cue"),
        pytest.param("cue_phrases", "according to", "src", id="the source follows"),
        pytest.param("cue_phrases", "reportedly", "adv", id="nobody is named"),
    ],
)
def test_the_lists_know(name: str, word: str, frame: str) -> None:
    assert frame in frames(name, word)


def test_acts_tell_speech_from_thought_and_finding() -> None:
    acts = {row[0]: row[1] for row in rows("cue_verbs")}
    assert [acts[verb] for verb in ("warn", "hope", "show")] == ["said", "thought", "found"]


def test_phrases_mark_inflected_words_and_slots_only() -> None:
    for row in rows("cue_phrases"):
        for word in row[0].split():
            assert re.fullmatch(r"POSS|OBJ|[A-Za-z][a-zA-Z'-]*\*?", word), row[0]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        pytest.param("say", "say says said said saying", id="irregular past"),
        pytest.param("deny", "deny denies denied denied denying", id="consonant and y"),
        pytest.param("convey", "convey conveys conveyed conveyed conveying", id="vowel and y"),
        pytest.param("argue", "argue argues argued argued arguing", id="silent e"),
        pytest.param("agree", "agree agrees agreed agreed agreeing", id="double e stays"),
        pytest.param("stress", "stress stresses stressed stressed stressing", id="sibilant"),
        pytest.param("echo", "echo echoes echoed echoed echoing", id="consonant and o"),
        pytest.param("quip", "quip quips quipped quipped quipping", id="qu is no vowel"),
        pytest.param("reveal", "reveal reveals revealed revealed revealing", id="two vowels do not double"),
        pytest.param("offer", "offer offers offered offered offering", id="unstressed end does not double"),
        pytest.param("rebut", "rebut rebuts rebutted rebutted rebutting", id="stressed end doubles"),
        pytest.param("vow", "vow vows vowed vowed vowing", id="w does not double"),
        pytest.param("mimic", "mimic mimics mimicked mimicked mimicking", id="c takes k"),
        pytest.param("lie", "lie lies lied lied lying", id="ie becomes y"),
        pytest.param("write", "write writes wrote written writing", id="participle of its own"),
    ],
)
def test_forms(lemma: str, expected: str) -> None:
    assert forms(lemma) == tuple(expected.split())


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        pytest.param("signal", "signalled", id="British doubling"),
        pytest.param("signal", "signaled", id="American single l"),
        pytest.param("label", "labelling", id="British -ing"),
        pytest.param("plead", "pled", id="American past"),
        pytest.param("learn", "learnt", id="British past"),
        pytest.param("prove", "proven", id="second participle"),
        pytest.param("be", "were", id="several pasts"),
    ],
)
def test_variants_are_known(lemma: str, form: str) -> None:
    assert form in all_forms(lemma)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\t\n#"), max_size=12))
def test_forms_take_any_word(word: str) -> None:
    assert len(variants(word)) == 5
    assert all(column and all(isinstance(form, str) for form in column) for column in variants(word))


def test_every_listed_verb_begins_with_itself() -> None:
    for row in rows("cue_verbs"):
        assert forms(row[0]).base == row[0]
