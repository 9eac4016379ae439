"""Confidence: a share of right answers that follows what was measured, for whatever comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotes
from quotes.confidence import RARE, cells, certainty, confidence
from quotes.lexicon import entries, table
from quotes.looks import forms
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


SAID = Attribution(((20, 30),), ((14, 18),), ((5, 13),), "indirect", "said", "a rule", 0)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param(
            "Then Ann Lee said it leaks.", "place before 0", id="the source is right before the cue"
        ),
        pytest.param("Then Ann Lee said it leaks.", "after word", id="a word before"),
        pytest.param("When Ann Lee said it leaks.", "after when", id="a conjunction before"),
        pytest.param("how, Ann Lee said it leaks.", "after stop", id="a comma before"),
        pytest.param("why\n Ann Lee said it leaks.", "after that", id="a line that goes on"),
        pytest.param("A.\n\n Ann Lee said it leaks.", "after start", id="a paragraph"),
        pytest.param("It.” Ann Lee said it leaks.", "after start", id="a sentence"),
        pytest.param("Then Ann Lee said it leaks.", "before end", id="the end of the sentence"),
        pytest.param("Then Ann Lee said it leaks, at", "before ,", id="a comma after"),
        pytest.param("Then Ann Lee said it leaks at", "before word", id="the sentence goes on"),
        pytest.param("Then Ann Lee is   it leaks.", "cue is", id="the cue begins with an auxiliary"),
        pytest.param("Then Ann Lee owns it leaks.", "cue present", id="or with a verb in the present"),
    ],
)
def test_where_an_attribution_stands(text: str, form: str) -> None:
    start = text.index("Ann Lee")
    cue, content = (start + 8, start + 12), (start + 13, start + 21)
    one = SAID._replace(source=((start, start + 7),), cue=(cue,), content=(content,))
    assert form in forms(text, one)


@pytest.mark.parametrize(
    ("cue", "source", "form"),
    [
        pytest.param(((0, 4),), ((5, 13),), "place after", id="after the cue"),
        pytest.param(((0, 9),), ((3, 6),), "place inside", id="in the cue"),
        pytest.param(((20, 24),), ((5, 13),), "place before 1", id="some words before the cue"),
        pytest.param((), ((5, 13),), "place none", id="no cue"),
        pytest.param(((5, 13),), (), "place none", id="no source"),
    ],
)
def test_how_far_the_source_is_from_its_cue(
    cue: tuple[Span, ...], source: tuple[Span, ...], form: str
) -> None:
    assert form in forms("x" * 40, SAID._replace(cue=cue, source=source))


def test_cells_go_from_the_narrowest_to_the_widest() -> None:
    assert cells(attributed("Lee")) == ("a rule|that|say", "a rule|that", "a rule", "word say", "all")


@pytest.mark.parametrize("key", ["", "a rule", "a rule//", "a rule/say/that/more", "/"])
def test_an_attribution_with_any_key_has_cells(key: str) -> None:
    made = cells(attributed("Lee")._replace(key=key))
    assert (made[2], made[-1]) == ("a rule", "all")


def test_a_rule_that_nobody_measured_is_doubted() -> None:
    one, other = (attributed("Lee", rule, "zork/that") for rule in ("no such rule", "nor this"))
    known = attributed("Lee", "bare clause", "zork/clause")
    assert certainty(TEXT, one) == certainty(TEXT, other) < certainty(TEXT, known)
    assert 0.2 < certainty(TEXT, one) < 0.8


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


def test_weights_are_read_as_they_are_written() -> None:
    """A feature that ends with a space would lose it, and never be found again."""
    text = (Path(quotes.__file__).parent / "lexicon" / "confidence.txt").read_text(encoding="utf-8")
    written = [line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")]
    assert written == list(table("confidence"))


@pytest.mark.parametrize("key", ["", "a rule", "a rule//", "a rule/say/", "/"])
def test_no_feature_ends_with_a_space(key: str) -> None:
    attribution = attributed("Lee")._replace(key=key)
    assert all(name == name.strip() for name in (*cells(attribution), *forms(TEXT, attribution)))


def test_each_line_is_a_weight_and_a_count() -> None:
    for entry in entries("confidence"):
        name, weight, seen = entry.split("\t")
        assert int(seen) > 0, name
        assert weight[0] in "+-", name
        assert abs(float(weight)) < 5, name


def test_a_word_that_is_rare_in_its_frame_is_less_sure() -> None:
    assert float(table("confidence")[RARE].split("\t")[0]) < 0


def test_lines_are_sorted_and_unique() -> None:
    names = [entry.split("\t")[0] for entry in entries("confidence")]
    assert names == sorted(set(names))


def test_a_narrow_cell_has_its_wider_one() -> None:
    wider = {name.rpartition("|")[0] for name in table("confidence") if "|" in name}
    assert wider - set(table("confidence")) == set()
