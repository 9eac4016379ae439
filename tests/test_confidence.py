"""Confidence: a share of right answers that follows what was measured, for whatever comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotes
from quotes.confidence import cells, certainty, confidence, forms, odds, sure
from quotes.lexicon import entries, table
from quotes.model import Attribution, Kind, Quote, Resolution, Span, Speaker, SpeakerType

LEE = Speaker("Ann Lee", "person", "Lee")
TEXT = "Lee said the roof leaks."


def attributed(
    source: str, rule: str = "a rule", word: str = "say/that", kind: Kind = "indirect"
) -> Attribution:
    """Return an attribution of "it leaks" to the words of `source`, which are the text's first."""
    spans: tuple[Span, ...] = ((0, len(source)),) if source else ()
    content = (len(source) + 6, len(source) + 14)
    return Attribution((content,), (), spans, kind, "said", rule, 0, key=f"{rule}/{word}")


@pytest.mark.parametrize(
    ("source", "form"),
    [
        pytest.param("", "source none", id="nobody is printed"),
        pytest.param("She", "source he, she", id="pronoun"),
        pytest.param("they", "source they", id="plural pronoun"),
        pytest.param("You", "source you", id="the reader"),
        pytest.param("I", "source I, we", id="the writer"),
        pytest.param("it", "source it", id="a thing"),
        pytest.param("who", "source who", id="relative"),
        pytest.param("which", "source which, that", id="relative of a thing"),
        pytest.param("Ann Lee", "source name", id="name"),
        pytest.param("the mayor", "source the", id="epithet"),
        pytest.param("That plumber", "source the", id="that with a noun is no relative"),
        pytest.param("The Harbour Post", "source the Name", id="name with an article"),
        pytest.param("a plumber", "source a", id="somebody"),
        pytest.param("critics of the plan", "source other", id="bare plural"),
    ],
)
def test_the_form_of_a_source(source: str, form: str) -> None:
    assert form in forms(f"{source} said it leaks.", attributed(source))


def test_cells_go_from_the_narrowest_to_the_widest() -> None:
    assert cells(attributed("Lee")) == ("a rule|that|say", "a rule|that", "a rule", "all")


@pytest.mark.parametrize("key", ["", "a rule", "a rule//", "a rule/say/that/more", "/"])
def test_an_attribution_with_any_key_has_cells(key: str) -> None:
    assert cells(attributed("Lee")._replace(key=key))[-2:] == ("a rule", "all")


def test_what_nobody_measured_is_as_sure_as_all() -> None:
    one, other = attributed("Lee", "no such rule"), attributed("Lee", "nor this", "zork/that")
    assert certainty(TEXT, one) == certainty(TEXT, other)
    assert 0.4 < certainty(TEXT, one) < 0.95


def test_a_name_is_surer_than_you() -> None:
    assert certainty("Lee said it leaks.", attributed("Lee")) > certainty(
        "You said it leaks.", attributed("You")
    )


def test_direct_is_surer_than_indirect() -> None:
    assert certainty(TEXT, attributed("Lee", kind="direct")) > certainty(TEXT, attributed("Lee"))


def test_a_speaker_costs_what_the_chain_may_be_wrong() -> None:
    resolution = Resolution(LEE, (), 0.5)
    assert confidence(TEXT, attributed("Lee"), resolution) == round(certainty(TEXT, attributed("Lee")) / 2, 3)


def test_without_a_speaker_it_is_of_the_words_and_the_source() -> None:
    nobody = Resolution(None, (), 0.0, ("Ann Lee", "Bo Lee"))
    assert confidence(TEXT, attributed("Lee"), nobody) == round(certainty(TEXT, attributed("Lee")), 3)


@pytest.mark.parametrize(
    ("source", "kind", "claimed"),
    [
        pytest.param("The council", "organization", False, id="a body is named as printed"),
        pytest.param("two officials", "group", False, id="a group too"),
        pytest.param("It", "organization", True, id="a pronoun can be somebody else's"),
        pytest.param("", "organization", True, id="the words go on: another quote says whose"),
        pytest.param("a plumber", "person", True, id="a person may have a name"),
    ],
)
def test_where_a_speaker_is_claimed(source: str, kind: SpeakerType, claimed: bool) -> None:
    text, one = f"{source} said it leaks.", attributed(source)
    whole = confidence(text, one, Resolution(Speaker(source, kind, source), (), 0.5))
    assert whole == round(certainty(text, one) * (0.5 if claimed else 1), 3)


@given(st.sampled_from([0.01, 0.3, 0.5, 0.87, 0.99]))
def test_odds_and_back(share: float) -> None:
    assert sure(odds(share)) == pytest.approx(share)


@given(
    st.text(max_size=80),
    st.integers(0, 90),
    st.integers(0, 90),
    st.text(max_size=9),
)
def test_it_is_a_share_for_any_text(text: str, start: int, length: int, key: str) -> None:
    spans = ((start, start + length),)
    attribution = Attribution(spans, spans, spans, "mixed", "said", "closing tag", 0, key=key)
    assert 0 < certainty(text, attribution) < 1


def test_plain_speech_is_sure_and_a_doubtful_stance_is_not() -> None:
    [said] = found('"It leaks, and nobody has come," said Ann Lee, a plumber.')
    [praised] = found("Many praised it.") or [said]
    assert said.confidence > 0.85
    assert praised is said or praised.confidence < said.confidence


def found(text: str) -> tuple[Quote, ...]:
    return quotes.extract(text)


# --- the generated file ---


def test_the_file_says_how_it_was_made() -> None:
    assert table("confidence")["all"]
    assert all(name == name.strip() for name in table("confidence"))


def test_each_line_is_a_share_or_a_shift_and_a_count() -> None:
    for entry in entries("confidence"):
        name, figure, seen = entry.split("\t")
        assert int(seen) > 0, name
        assert (figure[0] in "+-" and abs(float(figure)) < 3) or 0 < float(figure) < 1, name


def test_lines_are_sorted_and_unique() -> None:
    names = [entry.split("\t")[0] for entry in entries("confidence")]
    assert names == sorted(set(names))


def test_a_narrow_cell_has_its_wider_one() -> None:
    wider = {name.rpartition("|")[0] for name in table("confidence") if "|" in name}
    assert wider - set(table("confidence")) == set()
