"""Quotations that run over sentences and paragraphs, and what a colon introduces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.rule import Rule, untag
from quotes.rules import colon
from tests.runs_helpers import attributions, rows

# reason, text with ¶ between paragraphs, and for each attribution "source | cue | content, parts by …".
CASES = [
    (
        "sentences after a tag are its further parts",
        '"It leaks," Lee said. "It creaks." "It may fall."',
        ['Lee | said | "It leaks," … "It creaks." … "It may fall."'],
    ),
    (
        "one word goes on too",
        '"No," she said. "Never."',
        ['she | said | "No," … "Never."'],
    ),
    (
        "a quotation goes on from a paraphrase",
        'Lee said the bridge was safe. "We checked every bolt."',
        ['Lee | said | the bridge was safe … "We checked every bolt."'],
    ),
    (
        "a marked heading says what the body says",
        "## Study finds bridge leaks, Lee says¶Lee said that it rained.",
        ["Lee | said | that it rained"],
    ),
    (
        "a quotation opens the next paragraph",
        '"It leaks," Lee said.¶"It creaks when the wind blows."',
        ['Lee | said | "It leaks,"', 'Lee | said | "It creaks when the wind blows."'],
    ),
    (
        "and the one after that, as a part of the second",
        '"It leaks," Lee said.¶"It creaks when the wind blows."¶"It may well fall."',
        ['Lee | said | "It leaks,"', 'Lee | said | "It creaks when the wind blows." … "It may well fall."'],
    ),
    (
        "a paragraph of the reporter ends the run",
        '"It leaks," Lee said.¶The bridge was built in 1911 by Roe.¶"It creaks when the wind blows."',
        ['Lee | said | "It leaks,"', ' |  | "It creaks when the wind blows."'],
    ),
    (
        "a sentence that names nobody does not",
        '"It leaks," Lee said. The bridge is old. "It creaks when the wind blows."',
        ['Lee | said | "It leaks,"', 'Lee | said | "It creaks when the wind blows."'],
    ),
    (
        "a sentence that names somebody does",
        '"It leaks," Lee said. Bob Roe was not there. "It creaks when the wind blows."',
        ['Lee | said | "It leaks,"', ' |  | "It creaks when the wind blows."'],
    ),
    (
        "a sentence whose only verb is in its quotation goes on",
        '"It leaks," Lee said. Instead, "they sent us a bill for it." The end.',
        ['Lee | said | "It leaks," … Instead, "they sent us a bill for it."'],
    ),
    (
        "and leaves a relative clause to the reporter",
        '"It leaks," Lee said. "They sent us a bill for it," which came in May.',
        ['Lee | said | "It leaks," … "They sent us a bill for it,"'],
    ),
    (
        "a sentence with a verb of its own is the reporter's",
        '"It leaks," Lee said. The film “a day that they never forgot” opens on Friday.',
        ['Lee | said | "It leaks,"'],
    ),
    (
        "titles and signs open no paragraph",
        '"It leaks," Lee said.¶“The Long Bridge”¶“MIND THE GAP.”',
        ['Lee | said | "It leaks,"'],
    ),
    (
        "before its tag",
        '"It leaks badly." "It creaks," Lee said.',
        ['Lee | said | "It leaks badly." … "It creaks,"'],
    ),
    (
        "before a tag that opens its sentence",
        '"It leaks badly." Lee said, "It creaks."',
        ['Lee | said | "It leaks badly." … "It creaks."'],
    ),
    (
        "one quotation over paragraphs, tag first",
        'Lee said: "It leaks.¶"It creaks.¶"It may fall."',
        ['Lee | said: | "It leaks. … "It creaks. … "It may fall."'],
    ),
    (
        "one quotation over paragraphs, tag last",
        '"It leaks.¶"It creaks," Lee said.',
        ['Lee | said | "It leaks. … "It creaks,"'],
    ),
    (
        "one quotation over paragraphs after another tag",
        '"No," Lee said.¶"It leaks when it rains.¶"It creaks when the wind blows."',
        ['Lee | said | "No,"', 'Lee | said | "It leaks when it rains. … "It creaks when the wind blows."'],
    ),
    (
        "a tag line",
        'The minister replied:¶"We got lucky."¶"He got thirsty and slow."',
        ['The minister | replied: | "We got lucky."', 'The minister | replied: | "He got thirsty and slow."'],
    ),
    (
        "a tag line whose verb reports in no frame",
        'Commissioner Lee issued the following statement:¶"Help is on the way."',
        ['Commissioner Lee | issued the following statement: | "Help is on the way."'],
    ),
    (
        "a tag line with its quotation over paragraphs",
        'Lee continued:¶"It leaks.¶"It creaks."',
        ['Lee | continued: | "It leaks. … "It creaks."'],
    ),
    (
        "the reporter's own sentence is not the speaker's, whatever it quotes",
        '"It leaks," Lee said. On the wall hung "no more rain for us" in red paint.',
        ['Lee | said | "It leaks,"'],
    ),
    (
        "not with a title in it",
        '"It leaks," Lee said. She stars in "The Wettest Roof Around Luden."',
        ['Lee | said | "It leaks,"'],
    ),
    (
        "speech that stands alone is nobody's",
        'The hall was cold.¶"We have waited for this roof since the spring."¶Then it rained.',
        [' |  | "We have waited for this roof since the spring."'],
    ),
    (
        "a few words that stand alone are a sign",
        'The hall was cold.¶"No more rain."¶Then it rained.',
        [],
    ),
    (
        "a quotation after the words of a source is the same source's",
        'Lee praised the crew, and for once "the people who pay for it."',
        ['Lee | praised | the crew, and for once "the people who pay for it."'],
    ),
    (
        "but not the subject of another verb",
        'Lee praised the crew, and for once "the people who pay for it" were there.',
        ["Lee | praised | the crew", ' |  | "the people who pay for it"'],
    ),
    (
        "also after a tag within them",
        'The roof, Lee added, would be "really very dry, all things considered."',
        ['Lee | added | The roof … would be "really very dry, all things considered."'],
    ),
    (
        "not the title after an author",
        '"It leaks," said Ann Lee, author of "the long wet road to nowhere."',
        ['Ann Lee | said | "It leaks,"'],
    ),
    (
        "content ends where another's tag and quotation begin",
        'Lee denied the leak, though Kim said "it drips on my desk."',
        ["Lee | denied | the leak", 'Kim | said | "it drips on my desk."'],
    ),
    (
        "said by telephone is no passive",
        '"It leaks," Ann Lee said by telephone. "It drips."',
        ['Ann Lee | said | "It leaks," … "It drips."'],
    ),
    (
        "a tag line and prose: nothing is said",
        "Lee continued:¶The bridge was closed.",
        [],
    ),
]


def shown(text: str) -> list[str]:
    return [f"{source} | {cue} | {' … '.join(parts)}" for _, source, cue, parts in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=reason) for reason, text, expected in CASES]
)
def test_runs(text: str, expected: list[str]) -> None:
    assert shown(text.replace("¶", "\n\n")) == expected


def test_a_floating_quotation_follows_the_one_before() -> None:
    first, second = attributions('"It leaks," Lee said.\n\n"It creaks when the wind blows."')
    assert (first.rule, second.rule, second.follows, second.paragraph) == ("closing tag", "floating", 0, 1)
    assert (first.source, first.cue) == (second.source, second.cue)


def test_who_answers_a_question_is_not_known() -> None:
    _, answer = attributions('"Who built it?" Lee asked.\n\n"My father and I built it."')
    assert (answer.rule, answer.follows, answer.source) == ("floating", None, ())


def test_a_paraphrase_that_goes_on_in_marks_is_mixed() -> None:
    (only,) = attributions('Lee said the bridge was safe. "We checked every bolt."')
    assert only.kind == "mixed"


@pytest.mark.parametrize("rule", [*colon.OPENING, *colon.NAMED], ids=lambda rule: rule.name)
def test_each_rule_wins_its_examples(rule: Rule) -> None:
    for example in rule.examples:
        text, source, cue, content = untag(example)
        won = [(one.rule, one.source, one.cue, one.content) for one in attributions(text)]
        assert won == [(rule.name, source, cue, content)], example


SPOKEN = ['"We did it."', '"Did we?"', '"No," Lee said.', '"We went', 'home."', "“", "Q: Why?"]
TOLD = ["Lee said:", "Lee said it rained.", "It rained.", "From Ann Lee:", "— Ann Lee", ":", "It is"]
PIECES = st.lists(st.sampled_from([*SPOKEN, *TOLD, "\n\n"]), max_size=30)


@given(PIECES)
def test_whatever_the_text_spans_are_in_it_and_chains_point_back(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for number, each in enumerate(attributions(text)):
        assert each.follows is None or each.follows < number
        assert each.content
        assert all(0 <= start < end <= len(text) for start, end in each.content + each.cue + each.source)
        assert each.content == tuple(sorted(set(each.content))) or each.rule not in {"floating", "credit"}
