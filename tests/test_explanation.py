"""`quotes explain`: the sentence, the rule with an example, the steps, and who else was possible."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from quotes.model import Article, Quote
from quotes.pipeline import extract
from quotes.rule import untag
from quotes.rules import named
from quotes.show.explanation import Explanation, sentences_around

TEXT = """\
The hall was full. Ann Lee, a plumber, told the council that the roof leaked. Nobody asked why.

She said: “It has leaked since May.”
"""
ARTICLE = Article(TEXT, title="A leak", id="0" * 12)
TOLD, SAID = extract(TEXT)


def shown(quote: Quote, *, styles: bool = False) -> str:
    """Return what a wide pipe, or a terminal with colours, would get."""
    system = "truecolor" if styles else None
    console = Console(file=io.StringIO(), width=200, force_terminal=styles, color_system=system)  # type: ignore[arg-type]
    with console.capture() as captured:
        console.print(Explanation(quote, ARTICLE, named(quote.rule)).screen())
    return captured.get()


def test_the_sentence_is_marked_and_no_other_is_shown() -> None:
    told = shown(TOLD)
    assert "⟦source: Ann Lee, a plumber,⟧ ⟦cue: told⟧ the council ⟦words: that the roof leaked⟧." in told
    assert "The hall was full" not in told
    assert "Nobody asked why" not in told


@pytest.mark.parametrize(
    ("passage", "code"), [("told", "35m"), ("that the roof leaked", "32m"), ("Ann Lee, a plumber,", "36m")]
)
def test_in_a_terminal_it_is_coloured(passage: str, code: str) -> None:
    assert f"{code}{passage}" in shown(TOLD, styles=True)


def test_the_rule_has_its_purpose_and_an_example() -> None:
    rule = named("told A that")
    assert rule
    told = shown(TOLD)
    assert f"told A that: {rule.purpose}" in told
    example = untag(rule.examples[0])
    assert f"⟦cue: {example.text[slice(*example.cue[0])]}⟧" in told.split("for example:")[1]


def test_the_steps_go_from_the_cue_to_the_name() -> None:
    told = shown(SAID)
    assert '1. "said:" is followed by words in quotation marks' in told
    assert told.index("1. ") < told.index('2. "she"') < told.index("Ann Lee")


def test_a_rule_that_the_book_has_no_more() -> None:
    told = shown(replace(TOLD, rule="magic"))
    assert "magic" in told
    assert "for example" not in told


@pytest.mark.parametrize(
    ("quote", "expected", "why"),
    [
        (replace(TOLD, candidates=()), "no other speaker was possible", "nobody else"),
        (replace(TOLD, candidates=("Bo Cho",)), "Ann Lee is nearer or more prominent", "a runner-up lost"),
        (replace(TOLD, speaker=None, candidates=("Bo Cho", "Ann Lee")), "Bo Cho or Ann Lee", "all are named"),
        (replace(TOLD, speaker=None, candidates=("Bo Cho", "Ann Lee")), "nothing in the article", "a tie"),
        (replace(TOLD, speaker=None), "for the words and their source", "no speaker, nothing claimed of one"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_who_else_was_possible(quote: Quote, expected: str, why: str) -> None:
    assert expected in shown(quote), why


def test_a_quote_without_spans_has_its_paragraph() -> None:
    assert sentences_around(TEXT, replace(TOLD, content=(), cue=(), source=())) == (0, TEXT.index("\n\n"))
