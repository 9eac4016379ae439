"""Speakers by pronoun: who she, he, they and I are."""

from __future__ import annotations

import pytest

from tests.resolving import attribution, last_name, resolved, run, untag

PRONOUNS = [
    ("Ann Lee spoke.\n\nEve Day was mocked after <s>she</s> laughed.", "Eve Day", "the nearer subject"),
    ("<s>Ann Lee</s> came. Though she did not name Eve Day, <s>she</s> was sad.", "Ann Lee",
     "a pronoun is the subject"),
    ("Ann Lee wept. Under Eve Day it was hard. <s>She</s> left.", "Ann Lee", "a preposition before a name"),
    ("Ann Lee won. Lee’s rival Eve Day lost when <s>she</s> slipped.", "Eve Day", "the possessed"),
    ("Ann Lee spoke. <s>She</s> sighed.", "Ann Lee", "one woman"),
    ("Ann Lee met Bo Ray, her father. <s>He</s> sighed.", "Bo Ray", "gender by a role word"),
    ("Mr. Okoro met Mrs. Ray. <s>She</s> sighed.", "Ray", "gender by a title"),
    ("Xu Yaping, who said his pen broke, met Ann Lee. <s>He</s> sighed.", "Xu Yaping", "gender by a pronoun"),
    ("Bill Marsh spoke to Tom Pell. <s>He</s> said no.", "Bill Marsh", "the subject, not the other"),
    ("Ann Lee and Joan Ray met. <s>She</s> sighed.", None, "two women alike"),
    ("“Tom Pell is wrong,” said Bill Marsh. <s>He</s> sighed.", "Bill Marsh", "a name in a quote is weaker"),
    ("Rain fell on Tom Pell, said Bill Marsh. <s>He</s> sighed.", "Bill Marsh", "beside a verb of speech"),
    ("Bill Marsh left. Marsh spokesman Tom Pell rose. <s>He</s> spoke.", "Tom Pell", "a name that describes"),
    ("At a rally with Bill Marsh, Tom Pell rose. <s>He</s> sighed.", "Tom Pell", "after a preposition"),
    ("Bill Marsh rose. Tom Pell left. He ran. <s>He</s> sighed.", "Tom Pell", "a run of he"),
    ("Bill Marsh rose. Ann Lee took aim at Tom Pell for <s>his</s> view.", "Tom Pell", "named before his"),
    ("Mayor Ann Lee left. Eve Day rose.\n\nThe mayor shrugs. “No,” <s>she</s> said.", "Ann Lee",
     "an epithet begins the sentence before"),
    ("Eve Day rose.\n\nThe driver shrugs. “No,” <s>she</s> said.", "The driver", "so does somebody else"),
    ("Bill Marsh came. Tom Pell’s aide left. <s>He</s> sighed.", "Bill Marsh", "a possessor is weaker"),
    ("<s>She</s> sighed.", None, "nobody before"),
    ("Bill Marsh spoke. <s>She</s> sighed.", None, "nobody of that gender"),
    ("Ann Lee spoke. <s>Her</s> view was dim.", "Ann Lee", "a possessive pronoun"),
    ("The widow spoke to Bill Marsh. <s>A neighbour, who is a nun,</s> wept. <s>She</s> sighed.",
     "A neighbour, who is a nun", "an unnamed speaker goes on"),
    ("Ann Lee, <s>who</s> said no, left.", "Ann Lee", "who after a name"),
    ("Ann Lee, a baker <s>who</s> said no, left.", "Ann Lee", "who after an apposition"),
    ("A baker <s>who</s> said no left.", "A baker", "who after a noun"),
]  # fmt: skip


@pytest.mark.parametrize(("tagged", "name", "reason"), PRONOUNS, ids=[case[2] for case in PRONOUNS])
def test_pronouns(tagged: str, name: str | None, reason: str) -> None:
    assert last_name(tagged) == name


def test_i_inside_a_quote_is_its_speaker() -> None:
    text, spans = untag("Ann Lee spoke. <q>“<s>I</s> say no,”</q> said <s>Lee</s>.")
    source, outer = spans["s"]
    inner, _ = run(text, [attribution(source), attribution(outer, spans["q"][0])])
    outer_first = run(text, [attribution(outer, spans["q"][0]), attribution(source)])
    assert [one.speaker and one.speaker.name for one in outer_first] == ["Ann Lee", "Ann Lee"]
    assert inner.speaker
    assert inner.speaker.name == "Ann Lee"


def test_me_inside_a_quote_is_its_speaker() -> None:
    text, spans = untag("<q>“<s>Ray</s> told <a>me</a> to go,”</q> said <s>Ann Lee</s>.")
    inner, outer = spans["s"]
    told, _ = run(text, [attribution(inner, addressee=spans["a"][0]), attribution(outer, spans["q"][0])])
    assert told.addressee
    assert told.addressee.name == "Ann Lee"


def test_i_outside_quotes_is_the_author() -> None:
    (answer,) = resolved("<s>I</s> think so.")
    assert answer.speaker
    assert (answer.speaker.name, answer.speaker.named) == ("the author", False)
