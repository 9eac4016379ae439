"""The rule book both ways: every rule wins its examples, and every example is won by its own rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotes
from bench.rules_page import PAGE, page
from quotes.lexemes import Lexeme, index
from quotes.rule import Rule, Tagged, passes, untag
from quotes.rules import BOOK, PASSES, named, reason
from quotes.rules.complement import THRESHOLD, find
from tests.tagging import attributions

SEEDS = sorted((Path(__file__).parent.parent / "seeds").iterdir())


@cache
def won(example: str) -> tuple[tuple[str, Tagged], ...]:
    """Return the quotes of an example's text: the rule, and the spans as an example has them."""
    text = untag(example).text
    found = attributions(text)
    return tuple((each.rule, Tagged(text, each.source, each.cue, each.content)) for each in found)


def wins(rule: Rule, example: str) -> bool:
    """Whether the rule, and no other, wins the example; over paragraphs others may win what is around."""
    found = won(example)
    others = {name for name, _ in found} - {rule.name}
    return (rule.name, untag(example)) in found and (not others or "¶" in example)


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {untag(example).text[:50]}")
    for rule in BOOK
    for example in rule.examples
]

# What the book should win and does not: strict, so that what passes moves to its rule.
NOT_YET = (
    ("bare clause", "the stop of U.S. ends the sentence too, and no tag says so",
     "The owner left the U.S. <s>The mayor</s> <c>said</c> <q>the roof leaked</q>."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_won_by_its_own_rule(rule: Rule, example: str) -> None:
    assert wins(rule, example), won(example)


@pytest.mark.parametrize("rule", BOOK, ids=lambda rule: rule.name)
def test_a_rule_wins_an_example(rule: Rule) -> None:
    """A rule that wins none is of no use, or stands in the shadow of another."""
    assert any(wins(rule, example) for example in rule.examples)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("name", "why", "example"), NOT_YET, ids=[f"{row[0]}: {row[1]}" for row in NOT_YET])
def test_not_yet(name: str, why: str, example: str) -> None:
    rule = named(name)
    assert rule
    assert wins(rule, example), why


def test_what_is_not_yet_names_rules_of_the_book() -> None:
    assert [name for name, _, _ in NOT_YET if named(name) is None] == []


def test_names_are_unique() -> None:
    assert [name for name, times in Counter(rule.name for rule in BOOK).items() if times > 1] == []


def test_examples_are_unique() -> None:
    texts = Counter(untag(example).text for rule in BOOK for example in rule.examples)
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("rule", BOOK, ids=lambda rule: rule.name)
def test_a_rule_is_told_in_words(rule: Rule) -> None:
    told = rule.reason("has  never\nsaid {0}")
    assert rule.purpose
    assert told
    assert re.search(r"[{}](?!0)", told.replace("{0}", "")) is None
    assert '"has never said {0}"' in told or "{cue}" not in rule.because


def test_a_name_that_the_book_does_not_hold() -> None:
    assert named("magic") is None
    assert reason("magic", "said") == "magic"


def test_every_rule_of_the_sample_articles_is_in_the_book() -> None:
    rules = {each.rule for path in SEEDS for each in quotes.extract(path.read_text(encoding="utf-8"))}
    assert {name for name in rules if named(name) is None} == set()


class TestPasses:
    def test_a_function_is_called_once(self) -> None:
        assert len({each.find for each in PASSES}) == len(PASSES)

    def test_every_rule_is_in_a_pass_or_about_several_sentences(self) -> None:
        in_passes = {rule.name for each in PASSES for rule in each.rules.values()}
        assert in_passes == {rule.name for rule in BOOK if rule.find}

    def test_a_rule_in_the_shadow_of_another_is_refused(self) -> None:
        rule = named("that-clause")
        assert rule
        with pytest.raises(ValueError, match="both cover 'that'"):
            passes((rule, replace(rule, name="twin")))

    def test_two_rules_without_frames_cannot_share_a_function(self) -> None:
        rule = named("closing tag")
        assert rule
        with pytest.raises(ValueError, match="both cover ''"):
            passes((rule, replace(rule, name="twin")))


class TestFrames:
    """The frames of the reporting words and those of the rules are the same."""

    # Not a complement to the right: rules of their own, or about where chains part.
    ELSEWHERE = frozenset({"tag", "adv", "src", "chain", "p-chain"})

    @staticmethod
    def covered() -> set[str]:
        return {frame for each in PASSES if each.find is find for frame in each.rules}

    @staticmethod
    def used() -> set[tuple[str, str]]:
        return {
            (lexeme.part, name)
            for lexeme in lexemes()
            for name, frame in lexeme.frames.items()
            if frame.precision >= THRESHOLD
        }

    def test_every_frame_that_reports_has_a_rule(self) -> None:
        covered = self.covered() | self.ELSEWHERE
        bare = {(part, name) for part, name in self.used() if part == "noun" and "-" not in name}  # no source
        left = {pair for pair in self.used() - bare if not {pair[1], " ".join(pair)} & covered}
        assert left == set()

    def test_every_frame_of_a_rule_is_one_of_some_word(self) -> None:
        used = {name for pair in self.used() for name in (pair[1], " ".join(pair))}
        assert self.covered() - used == set()


def lexemes() -> Iterator[Lexeme]:
    words, phrases, _ = index()
    yield from (lexeme for found in words.values() for lexeme in found)
    by_third = (by for by_second in phrases.values() for by in by_second.values())
    yield from (lexeme for by in by_third for found in by.values() for lexeme in found)


class TestUntag:
    @pytest.mark.parametrize(
        ("example", "expected", "why"),
        [
            ("no tags", Tagged("no tags", (), (), ()), "a text may have none"),
            ("<q>a</q> b <q>c</q>", Tagged("a b c", (), (), ((0, 1), (4, 5))), "content in two spans"),
            (
                "<c>In <s>her</s> view</c>",
                Tagged("In her view", ((3, 6),), ((0, 11),), ()),
                "a source in a cue",
            ),
            ("<q>a</q>¶b", Tagged("a\n\nb", (), (), ((0, 1),)), "a paragraph break"),
            ("2 < 3 <b>", Tagged("2 < 3 <b>", (), (), ()), "other angle brackets stay"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_untag(self, example: str, expected: Tagged, why: str) -> None:
        assert untag(example) == expected, why

    @pytest.mark.parametrize("example", [example for rule in BOOK for example in rule.examples])
    def test_every_example_holds_what_was_said(self, example: str) -> None:
        assert untag(example).content


class TestPage:
    def test_it_is_fresh(self) -> None:
        assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m bench.rules_page`"

    def test_every_rule_and_example_is_on_it(self) -> None:
        shown = page()
        assert shown.count("\n## ") == len(BOOK)
        assert shown.count("\n- ") == sum(len(rule.examples) for rule in BOOK)


PIECES = (
    "Lee said", " that ", "“", "”", '"', "‘", "’", "'s ", "\n\n", "\n", ": ", ", ", ". ", "? ", " — ", "(",
    ")", "according to ", "the mayor", "It leaks", " was told ", " urged them to go ", "## ", "Q: ", "…",
    "\u200b", "\U0001f600", "e\u0301", " her claim ", " allegedly ", " who police say ", " called it ",
    "U.S. ",
)  # fmt: skip
TEXTS = st.text(max_size=150) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


class TestAnyText:
    """Whatever the text, attributions stand in it, in order."""

    @given(TEXTS)
    def test_spans_are_sane(self, text: str) -> None:
        for each in attributions(text):
            assert each.content
            for spans in (each.content, each.cue, each.source, each.addressee):
                assert all(0 <= start < end <= len(text) for start, end in spans)
                assert all(one[1] <= other[0] for one, other in pairwise(spans))

    @given(TEXTS)
    def test_spans_of_one_quote_do_not_overlap(self, text: str) -> None:
        """But for a source within the cue: "in her view"."""
        for each in attributions(text):
            source = () if each.rule == "hearsay" else each.source
            spans = sorted((*each.content, *each.cue, *source))
            assert all(one[1] <= other[0] for one, other in pairwise(spans)), each

    @given(TEXTS)
    def test_no_span_is_white_space(self, text: str) -> None:
        for each in attributions(text):
            spans = (*each.content, *each.cue, *each.source)
            assert all(text[start:end].strip() for start, end in spans), each

    @given(TEXTS)
    def test_every_quote_names_a_rule_and_what_it_goes_on_from(self, text: str) -> None:
        for number, each in enumerate(attributions(text)):
            assert named(each.rule)
            assert each.follows is None or 0 <= each.follows < number
