"""Speakers: who a source is, within one article, and what is known of them then."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.paragraphs import find_paragraphs
from quotes.sentences import find_sentences
from quotes.speakers import resolve
from tests.resolving import attribution, resolved, run, untag


def test_roles_are_in_text_order_and_the_nearest_is_the_role() -> None:
    first, second = resolved(
        "<s>Mayor Ann Lee</s> spoke. "
        + "Rain fell on the town all day. " * 12
        + "<s>Lee, a former miner,</s> sighed."
    )
    assert first.speaker
    assert second.speaker
    assert first.speaker.roles == second.speaker.roles == ("Mayor", "former miner")
    assert (first.speaker.role, second.speaker.role) == ("Mayor", "former miner")


def test_the_age_is_a_number_of_its_own() -> None:
    (answer,) = resolved("<s>Ann Lee, 34, a nurse from Leeds,</s> spoke.")
    assert answer.speaker
    assert (answer.speaker.age, answer.speaker.role) == (34, "nurse from Leeds")


def test_as_printed_is_the_source() -> None:
    answer = resolved("Ann Lee came. <s>Ms. Lee</s> spoke.")[0]
    assert answer.speaker
    assert answer.speaker.as_printed == "Ms. Lee"


def test_an_addressee_is_resolved_too() -> None:
    (answer,) = resolved("Ann Lee came. Bo Ray left. <s>Lee</s> told <a>Ray</a> no.")
    assert answer.addressee
    assert answer.addressee.name == "Bo Ray"


def test_a_floating_quote_goes_on() -> None:
    text, spans = untag("<q>“No,”</q> said <s>Ann Lee</s>.\n\n<q>“Never.”</q>")
    said, never = spans["q"]
    answers = run(text, [attribution(spans["s"][0], said), attribution(None, never, follows=0)])
    assert [one.speaker and one.speaker.name for one in answers] == ["Ann Lee", "Ann Lee"]
    assert answers[1].confidence < answers[0].confidence
    assert len(answers[1].because) > len(answers[0].because)


def test_a_long_speech_is_not_less_sure_with_each_paragraph() -> None:
    text, spans = untag("“No,” said <s>Ann Lee</s>.")
    follows = [attribution(None, (text.index("."), len(text)), follows=index) for index in range(3)]
    answers = run(text, [attribution(spans["s"][0]), *follows])
    assert len({one.confidence for one in answers[1:]}) == 1


def test_no_source_is_no_speaker() -> None:
    (answer,) = run("It is said that it rains.", [attribution(None, (14, 24))])
    assert answer.speaker is None
    assert answer.because == ("no source is printed",)


def test_because_leads_from_the_pronoun_to_the_name() -> None:
    answer = resolved("Ann Lee spoke. <s>She</s> sighed.")[-1]
    assert answer.because == ('"she" is feminine singular', "nearest feminine person: Ann Lee")


def test_no_attributions_no_answers() -> None:
    assert run("Ann Lee spoke.", []) == ()


@given(st.text(alphabet="AnLe Boy.,’'“”\"-\n()34theTSMr—", max_size=80), st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_and_any_span_resolve(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    answers = run(text, [attribution((start, end), None), attribution(None, (start, end), follows=0)])
    assert len(answers) == 2
    assert all(0 <= one.confidence <= 1 for one in answers)
    assert all(one.speaker is not None or one.confidence == 0 for one in answers)


UNITS = {
    "an article": "Mayor Ann Lee spoke. “No,” said Bo Ray, a baker. She sighed. The mayor left.\n\n",
    "many of one surname": "Ann Lee met Bo Lee and Lee.\n\n",
    "an unbroken line": "he she Lee ",
    "a family": "Ann Lee’s father, Tom, met Tom Lee. James and Olive Lee came, and she said no.\n\n",
    "a nameless woman": "A woman spoke. She sighed.\n\n",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text may take 8 times the processor time, not 64; the best of three counts."""
    assert _seconds(unit * 1600) < 32 * max(_seconds(unit * 200), 0.005)


def _seconds(text: str) -> float:
    sources = [match.span() for match in re.finditer(r"\b[Ss]?he\b|\bLee\b|The mayor|A woman", text)]
    attributions = tuple(attribution(source) for source in sources)
    paragraphs = find_paragraphs(text)
    sentences = find_sentences(text, paragraphs, ())
    times = []
    for _ in range(3):
        start = time.process_time()
        resolve(text, paragraphs, sentences, (), attributions)
        times.append(time.process_time() - start)
    return min(times)
