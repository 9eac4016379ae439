"""Why this is a quote, and whose: its sentence, its rule, the way to the name, and who else it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.marks import find_quotations
from quotes.model import Quote, Span
from quotes.paragraphs import find_paragraphs
from quotes.rule import Rule, untag
from quotes.sentences import find_sentences
from quotes.show.layout import fields
from quotes.show.marked import Marked
from quotes.show.passage import Pair, QuoteView, facts, marks, surroundings
from quotes.show.plain import flow, who
from quotes.show.statements import article_heading


@dataclass(frozen=True)
class Explanation(QuoteView):
    """A quote and why it is one; `rule` is the one that made it, or None if the book holds it no more."""

    rule: Rule | None = None

    def screen(self) -> RenderableType:
        """Return the marked sentence, each step to the speaker, who lost, and the rule's example."""
        start, end = sentences_around(self.article.text, self.quote)
        sentence = Marked(self.article.text[start:end], tuple(marks(self.quote)), start)
        why = fields([*reasons(self.quote, self.rule), *facts(self.quote, self.article)])
        return Group(article_heading(self.article), Text(), sentence, Text(), *why, *_example(self.rule))


def sentences_around(text: str, quote: Quote) -> Span:
    """Return the span from the first to the last sentence that holds a part of the quote."""
    start, end = surroundings(text, quote)
    spans = [*quote.content, *quote.cue, *quote.source]
    passage = text[start:end]
    paragraphs = find_paragraphs(passage)
    held = [
        sentence
        for sentence in find_sentences(passage, paragraphs, find_quotations(passage, paragraphs))
        if any(a < start + sentence.end and start + sentence.start < b for a, b in spans)
    ]
    return (start + held[0].start, start + held[-1].end) if held else (start, end)


def reasons(quote: Quote, rule: Rule | None = None) -> Iterator[Pair]:
    """Yield the rule, each step from it to the speaker, who else was possible, and how sure all that is."""
    yield "rule", f"{quote.rule}: {rule.purpose}" if rule else quote.rule
    for number, step in enumerate(quote.because or ("no steps recorded",), 1):
        yield "because" if number == 1 else "", f"{number}. {flow(step)}"
    yield "candidates", " or ".join(map(flow, quote.candidates)) or "no other speaker was possible"
    yield "", _verdict(quote)
    about = "the words, their source and the speaker" if quote.speaker else "the words and their source"
    yield "confidence", f"{quote.confidence:.2f} for {about}"


def _verdict(quote: Quote) -> str:
    """Why the candidates are not the speaker, as far as the quote tells."""
    if not quote.candidates:
        return ""
    if quote.status == "corrected":
        return "possible, but a person decided"
    if quote.speaker is None:
        return "nothing in the article decides between them, so none is named"
    return f"possible, but {who(quote.speaker)} is nearer or more prominent before these words"


def _example(rule: Rule | None) -> Iterator[RenderableType]:
    """Yield the first example of the rule with its parts marked."""
    if rule and rule.examples:
        example = untag(rule.examples[0])
        yield Text(f"\nThe rule “{rule.name}”, for example:", style="dim")
        yield Marked(example.text, tuple(marks(example)))
