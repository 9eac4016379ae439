"""One doubtful quote as a question: its paragraph, what was read from it, and who it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.model import Article, Quote
from quotes.show.layout import Hanging, fields, joined, paragraph
from quotes.show.marked import Marked
from quotes.show.passage import marks, surroundings
from quotes.show.plain import count, cue_of, flow, who
from quotes.show.statements import article_heading, named

MOST = 9  # candidates: one key each


@dataclass(frozen=True)
class Candidate:
    """Somebody who may have said it, and in which role."""

    name: str
    role: str | None = None


@dataclass(frozen=True)
class Question:
    """A doubtful quote, the how many-th of how many, and whom it may be of."""

    quote: Quote
    article: Article
    candidates: tuple[Candidate, ...]
    number: int
    total: int

    def screen(self) -> RenderableType:
        """Return the paragraph with the quote marked, what is doubtful, and the numbered candidates."""
        quote = self.quote
        start, end = surroundings(self.article.text, quote)
        passage = Marked(self.article.text[start:end], tuple(marks(quote)), start)
        place = Text(f"{self.number:,} of {self.total:,}", style="bold yellow")
        read = fields(
            [
                ("speaker", named(quote) if quote.speaker else "not sure"),
                (
                    "kind",
                    joined([quote.kind, self._cue(), f"confidence {quote.confidence:.2f}"]),
                ),
                ("note", flow(quote.note)),
            ],
            margin="",
        )
        head = (Text(), paragraph(place), article_heading(self.article), Text())
        return Group(*head, passage, Text(), *read, *self._choices())

    def _cue(self) -> str:
        cue = cue_of(self.quote, self.article)
        return cue if any(letter.isalpha() for letter in cue) else ""

    def _choices(self) -> Iterator[RenderableType]:
        for number, each in enumerate(self.candidates, 1):
            role = f", {flow(each.role)}" if each.role else ""
            yield Hanging(
                Text.assemble((flow(each.name), "bold"), (role, "dim")), Text(f"  {number}  ", "cyan")
            )

    def keys(self) -> Text:
        """Return the keys and what they do."""
        accept = (f"accept {who(self.quote.speaker)}",) if self.quote.speaker else ()
        picks = f"1-{len(self.candidates)}" if len(self.candidates) > 1 else "1"
        known = [*(("a", text) for text in accept), *(((picks, "pick"),) if self.candidates else ())]
        known += [
            ("n", "type a name"),
            ("r", "no quote"),
            ("s", "skip"),
            ("w", "why"),
            ("u", "undo"),
            ("q", "quit"),
        ]
        return joined([Text.assemble((key, "bold cyan"), f" {what}") for key, what in known], "  ")


def candidates(quote: Quote, others: Iterable[Quote]) -> tuple[Candidate, ...]:
    """Return whom a quote may be of: its own candidates first, then who else speaks in the article."""
    roles: dict[str, str | None] = dict.fromkeys(quote.candidates)
    for other in others:
        if other.speaker and (other.speaker.named or other.speaker.name in roles):
            roles[other.speaker.name] = roles.get(other.speaker.name) or other.speaker.role
    if quote.speaker:
        roles.pop(quote.speaker.name, None)
    return tuple(Candidate(name, role) for name, role in roles.items())[:MOST]


def done(confirmed: int, corrected: int, rejected: int, skipped: int, left: int) -> str:
    """Return what a review came to, in one line."""
    numbers = (
        (confirmed, "confirmed"),
        (corrected, "corrected"),
        (rejected, "rejected"),
        (skipped, "skipped"),
    )
    said = ", ".join(f"{number:,} {what}" for number, what in numbers if number) or "nothing decided"
    rest = (
        f"{count(left, 'doubtful quote')} left; quotes review goes on" if left else "no doubtful quote left"
    )
    return f"{said}; {rest}"
