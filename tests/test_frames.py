"""Frames both ways: each construction is found by its name, and what looks like it is not."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from quotes.frames import OPENINGS, PATTERNS, complement
from quotes.rules.complement import THRESHOLD
from quotes.syntax import TAGS
from tests.tagging import cues, tagged

TEXTS = st.text(max_size=120) | st.text(
    alphabet="aLee said that denied to urged for as.,:'’“”\"\n-her", max_size=120
)


def read(text: str, *, threshold: int = THRESHOLD) -> list[tuple[str, str, str]]:
    """Return for each cue with a complement: its frame, the cue's words, and the content from its start."""
    source = tagged(text)
    span, out = source.tokens.span, []
    for cue in cues(text):
        found = complement(source, cue, threshold)
        if found:
            words = text[slice(*span(cue.first, found.end_of_cue))]
            out.append((found.frame.name, words, text[source.tokens.starts[found.start] :]))
    return out


@pytest.mark.parametrize(("name", "pattern"), PATTERNS)
def test_openings_are_the_tags_with_which_a_pattern_can_begin(name: str, pattern: str) -> None:
    can_begin = regex.compile(pattern).match
    found = {tag for tag in TAGS if any(can_begin(f"{verb}{tag}", 1, partial=True) for verb in "VI")}
    assert "".join(sorted(found)) == "".join(sorted(OPENINGS[name]))


# Text, frame, cue, where the content begins (to its end, which is not the frames' concern), why.
FOUND = [
    ("Lee said that it rained.", "that", "said", "that it rained.", "that belongs to the content"),
    ("Lee said on Monday that it rained.", "that", "said", "that it rained.", "a day between"),
    ("Lee said in a statement that it rained.", "that", "said in a statement", "that it rained.",
     "the statement is a phrase of its own"),
    ("Lee said it rained.", "clause", "said", "it rained.", "no that"),
    ("Lee said the old bridge, built in 1902, was shut.", "clause", "said",
     "the old bridge, built in 1902, was shut.", "an aside in the clause's subject"),
    ("Lee argued having Cole there helps the town.", "clause", "argued", "having Cole there helps the town.",
     "a subject in -ing"),
    ("Lee said in a news release police had left.", "clause", "said", "police had left.",
     "nouns of what it was said in, then of who left"),
    ("Lee asked whether it rained.", "wh", "asked", "whether it rained.", "a question"),
    ("Lee wondered if it rained.", "wh", "wondered", "if it rained.", "if as whether"),
    ('Lee said: "It rained."', "quote", "said:", '"It rained."', "a colon belongs to the cue"),
    ('Lee said, "It rained."', "quote", "said", '"It rained."', "a comma does not"),
    ("Lee told the court that it rained.", "obj-that", "told", "that it rained.", "who was told is left out"),
    ("Lee told her that it rained.", "obj-that", "told", "that it rained.", "a pronoun was told"),
    ("Lee asked them why it rained.", "obj-wh", "asked", "why it rained.", "who was asked is left out"),
    ("Lee urged them to leave.", "obj-to", "urged", "them to leave.", "who is to act belongs to the content"),
    ('Lee called it "a farce".', "obj-quote", "called", 'it "a farce".', "what is called so belongs to it"),
    ("Lee vowed to leave.", "to", "vowed", "to leave.", "to belongs to the content"),
    ("Lee vowed not to leave.", "to", "vowed", "not to leave.", "not belongs to it"),
    ("Lee vowed never to leave.", "to", "vowed", "never to leave.", "so does never"),
    ("Lee denied taking bribes.", "ing", "denied", "taking bribes.", "an -ing form"),
    ("Lee denied being late.", "ing", "denied", "being late.", "being is one too"),
    ("Lee fretted about having to go.", "about", "fretted about", "having to go.", "and having"),
    ("Lee fretted about rain.", "about", "fretted about", "rain.", "the preposition belongs to the cue"),
    ("Lee talked to farmers about rain.", "about", "talked to farmers about", "rain.", "whom to, between"),
    ("Lee accused him of theft.", "obj-of", "accused", "him of theft.", "the accused belongs to the content"),
    ("Lee described him as weak.", "obj-as", "described", "him as weak.", "so does who is described"),
    ("Lee blamed the flood on neglect.", "obj-on", "blamed", "the flood on neglect.", "and what is blamed"),
    ("Lee called him a fool.", "obj-np", "called", "him a fool.", "and who is called so"),
    ("Lee deemed it unsafe.", "obj-np", "deemed", "it unsafe.", "an adjective after an object"),
    ("Lee praised the crew.", "np", "praised", "the crew.", "an object alone"),
    ("Lee denied this.", "np", "denied", "this.", "a pronoun like an article"),
    ("Lee praised that crew in Leeds.", "np", "praised", "that crew in Leeds.", "that before a noun"),
    ("Lee was critical of the plan.", "be-of", "was critical of", "the plan.", "an adjective's preposition"),
    ("Lee was sure that it rained.", "be-that", "was sure", "that it rained.", "an adjective's clause"),
    ("His claim that it rained was false.", "poss-that", "claim", "that it rained was false.",
     "a noun's clause"),
    ("Lee expressed alarm about the cuts.", "obj-about", "expressed alarm about", "the cuts.",
     "with the preposition, the object too belongs to the cue"),
    ("Lee was warned that it rained.", "p-that", "was warned", "that it rained.", "a passive"),
    ("The plan was rejected by Lee.", "p-by", "was rejected", "by Lee.", "an agent"),
]  # fmt: skip

NOT_FOUND = [
    ("Lee said.", "nothing follows"),
    ("Lee said that.", "that alone is a pronoun"),
    ("Lee said quickly and left.", "no clause and no thing"),
    ("Lee went to the shop.", "no reporting word"),
    ("Lee told a story.", "what is told is no content"),
    ("Lee tried to leave.", "trying is not saying"),
    ("Lee rained.", "no cue at all"),
]


@pytest.mark.parametrize(
    ("text", "frame", "cue", "content", "why"), FOUND, ids=[f"{row[1]}: {row[4]}" for row in FOUND]
)
def test_found(text: str, frame: str, cue: str, content: str, why: str) -> None:
    assert (frame, cue, content) in read(text), why


@pytest.mark.parametrize(("text", "why"), NOT_FOUND, ids=[row[1] for row in NOT_FOUND])
def test_not_found(text: str, why: str) -> None:
    assert read(text) == [], why


def test_a_threshold_leaves_out_what_reports_less_often() -> None:
    assert read("Lee praised the crew.", threshold=101) == []
    assert read("Lee praised the crew.", threshold=0) != []


@given(TEXTS)
def test_complements_are_sane(text: str) -> None:
    """Content begins after the cue and in the text, the anchor is not before it, the cue holds its words."""
    source = tagged(text)
    for cue in cues(text):
        found = complement(source, cue, 0)
        if found:
            assert cue.end <= found.end_of_cue <= found.start <= found.anchor < len(source.lower)
            assert found.frame in cue.lexeme.frames.values()
