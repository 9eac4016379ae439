"""Cues: which words may report, where their groups begin and end, and which frames hold for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.cues import Cue, find_cues
from tests.tagging import cues, tagged

TEXTS = st.text(max_size=120) | st.text(
    alphabet="aLee said that denied.,'’“”\"\n-her claim’s\u200b", max_size=120
)


def words(text: str, cue: Cue) -> str:
    start, end = tagged(text).tokens.span(cue.first, cue.end)
    return text[start:end]


def found(text: str) -> dict[str, Cue]:
    return {words(text, cue): cue for cue in cues(text)}


@pytest.mark.parametrize(
    ("text", "expected", "prefix", "why"),
    [
        ("Lee said it rained.", "said", "", "a bare verb"),
        ("Lee has repeatedly said it rained.", "has repeatedly said", "", "auxiliary and adverb"),
        ("Lee did not say why.", "did not say", "", "negation"),
        ("Lee would have denied it.", "would have denied", "", "modal and perfect"),
        ("Lee was accused of theft.", "was accused", "p-", "a passive"),
        ("Lee has been told that it rained.", "has been told", "p-", "a passive in the perfect"),
        ("Lee was saying that it rained.", "was saying", "", "a progressive is no passive"),
        ("Lee, saying it rained, left.", "saying", "", "a participle alone"),
        ("Lee tried to say that it rained.", "tried to say", "", "a chain that is one cue"),
        ("Lee declined to say why.", "declined", "", "a chain that parts after its first verb"),
        ("Lee wants to say that it rained.", "wants", "", "what is wanted is the content"),
        ("Rain was expected to be announced.", "was expected", "p-", "a chain after a passive"),
        ("Lee was asked about rain.", "was asked", "p-", "a phrase without a frame for the passive"),
        ("Asked by Lee if it rained, Kim left.", "Asked", "p-", "a phrase with the one who asks"),
        ("Lee issued a statement saying it rained.", "issued a statement saying", "", "one cue"),
        ("Lee's early claim that it rained was false.", "early claim", "poss-", "an adjective before it"),
        ("His claim that it rained was false.", "claim", "poss-", "a noun after a possessive"),
        ("Lee's claim that it rained was false.", "claim", "poss-", "a noun after a name that owns it"),
        ("Lee voiced fears that it rained.", "fears", "v-", "a noun after a verb"),
        ("A claim that it rained was made up.", "claim", "", "a noun alone"),
        ("Lee was critical of rain.", "was critical", "be-", "an adjective after be"),
        ("Lee seemed critical of rain.", "seemed critical", "be-", "an adjective after seem"),
        ("Lee remains opposed to rain.", "remains opposed", "be-", "an adjective, no passive"),
        ("Farmers wary of rain stayed.", "wary", "", "an adjective after its noun"),
        ("Lee called for rain.", "called for", "", "a phrase of a verb"),
        ("According to Lee, it rained.", "According to", "", "a phrase without a verb"),
        ("It rained, in her view.", "in her view", "", "a phrase with a possessive"),
        ("Lee was last night saying that it rained.", "was last night saying", "", "a time inside the group"),
        ("Lee slammed the report, saying it rained.", "saying", "", "a verb that says something of a report"),
        ("Officials plan to leave.", "plan", "", "a verb that looks like a noun"),
    ],
)  # fmt: skip
def test_a_cue(text: str, expected: str, prefix: str, why: str) -> None:
    assert expected in found(text), why
    assert found(text)[expected].prefix == prefix, why


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("The report is long.", "report", "a noun after an article that is no claim"),
        ("The state capital is far.", "state", "a noun, not the verb"),
        ('Lee said "they claim it rained".', "claim", "inside marks"),
        ("A critical mass was reached.", "critical", "an adjective before its noun"),
        ("Lee walked home.", "walked", "no reporting word"),
    ],
)  # fmt: skip
def test_no_cue(text: str, word: str, why: str) -> None:
    verbs = {words(text, cue) for cue in cues(text) if cue.lexeme.part in ("verb", "adjective")}
    assert word not in verbs, why


@pytest.mark.parametrize(
    ("text", "owner", "why"),
    [
        ("His claim that it rained was false.", "His", "a possessive"),
        ("Ann Lee's claim that it rained was false.", "Ann Lee's", "a name with its mark"),
        ("The workers' demand for pay was met.", "The workers'", "a plural possessive"),
        ("Her latest claim that it rained was false.", "Her", "an adjective between"),
    ],
)
def test_an_owner(text: str, owner: str, why: str) -> None:
    noun = next(cue for cue in cues(text) if cue.prefix == "poss-")
    assert noun.owner is not None, why
    start, end = tagged(text).tokens.span(*noun.owner)
    assert text[start:end] == owner, why


def test_the_verb_of_a_governed_noun() -> None:
    text = "Lee has voiced fears that it rained."
    noun = next(cue for cue in cues(text) if cue.prefix == "v-")
    assert noun.verb is not None
    assert tagged(text).lower[noun.verb] == "has"


def test_the_longest_phrase_wins() -> None:
    assert "spoke out against" in found("Lee spoke out against rain.")


def test_only_the_passive_has_another_subject() -> None:
    assert [cue.passive for cue in cues("Lee was told.")] == [True]
    assert [cue.passive for cue in cues("Lee told them.")] == [False]


@given(TEXTS)
def test_cues_are_sane(text: str) -> None:
    """Sorted by head; inside the text, the head inside the cue; never inside marks."""
    read = tagged(text)
    last = -1
    for cue in find_cues(read):
        assert last < cue.head
        assert 0 <= cue.first <= cue.head < cue.end <= len(read.lower)
        assert read.tags[cue.head] not in "Qq"
        assert cue.owner is None or 0 <= cue.owner[0] < cue.owner[1] <= cue.head
        assert cue.verb is None or 0 <= cue.verb < cue.head
        last = cue.head
