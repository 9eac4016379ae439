"""Who may be one speaker, or two: each question with its reasons and the command that answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quotes import lexicon
from quotes.deciding.doubles import Double
from quotes.deciding.suggest import Suggestion
from quotes.identity import SpeakerEntry
from quotes.ids import short
from quotes.records import Record
from quotes.role import head
from quotes.show import markdown
from quotes.show.layout import Hanging, paragraph
from quotes.show.plain import count, flow
from quotes.show.view import Row

_LABEL = 10
_FIELDS = ("question", "score", "name", "id", "other", "other_id", "for", "against", "command")


@dataclass(frozen=True)
class Suggestions:
    """Questions for a person, the likeliest first: those who may be one, then those who may be two."""

    one: tuple[Suggestion, ...]
    two: tuple[Double, ...]

    def screen(self) -> RenderableType:
        """Return each question, what speaks for it and against it, and the command for yes."""
        parts: list[RenderableType] = []
        for suggestion in self.one:
            names = Text.assemble(_who(suggestion.one), ("  =  ", "yellow"), _others(suggestion.others))
            parts += [*_gap(parts), paragraph(names), *_reasons("for", suggestion.speaks_for)]
            parts += [*_reasons("against", suggestion.speaks_against), _command(merging(suggestion))]
        for double in self.two:
            names = Text.assemble(_who(double.entry), ("  =  two people?", "yellow"))
            parts += [*_gap(parts), paragraph(names), *_reasons("for", double.speaks_for)]
            parts.append(_command(splitting(double)))
        return Group(*parts)

    def document(self) -> list[Record]:
        """Return all questions with both speakers."""
        return list(self.records())

    def records(self) -> Iterator[Record]:
        """Yield a record per question."""
        for each in self.one:
            yield {
                "question": "one",
                "score": each.score,
                "speakers": [_record(entry) for entry in (each.one, *each.others)],
                "reasons": [reason._asdict() for reason in each.reasons],
                "command": merging(each),
            }
        for double in self.two:
            yield {
                "question": "two",
                "score": double.score,
                "speakers": [_record(double.entry)],
                "reasons": [reason._asdict() for reason in double.reasons],
                "articles": list(double.article_ids),
                "command": splitting(double),
            }

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per question."""
        yield _FIELDS
        for each in self.one:
            told = ("; ".join(each.speaks_for), "; ".join(each.speaks_against))
            ids = " ".join(other.id for other in each.others)
            yield (
                "one",
                each.score,
                each.one.name,
                each.one.id,
                each.others[0].name,
                ids,
                *told,
                merging(each),
            )
        for double in self.two:
            entry, reasons = double.entry, "; ".join(double.speaks_for)
            yield "two", double.score, entry.name, entry.id, None, None, reasons, None, splitting(double)

    def markdown(self) -> Iterator[str]:
        """Yield the lines of a table."""
        return markdown.table(self.rows())


def merging(suggestion: Suggestion) -> str:
    """Return the command that makes them one."""
    return f"quotes merge {' '.join(short(entry.id) for entry in (suggestion.one, *suggestion.others))}"


def splitting(double: Double) -> str:
    """Return the command that takes the second person out."""
    return f"quotes split {short(double.entry.id)} {' '.join(map(short, double.article_ids))}"


def _who(entry: SpeakerEntry) -> Text:
    role = f", {flow(known)}" if (known := _main_role(entry)) else ""
    return Text.assemble((flow(entry.name), "bold"), (f"{role} ({count(entry.quotes, 'quote')})", "dim"))


def _main_role(entry: SpeakerEntry) -> str:
    """Return the role that is printed most often, else first; whose kin somebody is only if need be."""
    roles = [use.role for use in entry.roles]
    own = [role for role in roles if head(role) not in lexicon.words("kin")]
    return Counter(own or roles or [""]).most_common(1)[0][0]


def _others(entries: Sequence[SpeakerEntry]) -> Text:
    if len(entries) == 1:
        return _who(entries[0])
    total = count(sum(entry.quotes for entry in entries), "quote")
    where = f" alone in {len(entries):,} articles ({total})"
    return Text.assemble((flow(entries[0].name), "bold"), (where, "dim"))


def _reasons(label: str, texts: tuple[str, ...]) -> Iterator[RenderableType]:
    for number, text in enumerate(texts):
        head = label if number == 0 else ""
        yield Hanging(Text(flow(text)), Text(f"  {head:<{_LABEL}}", style="dim"))


def _command(command: str) -> RenderableType:
    return Hanging(Text(command, style="cyan"), Text(f"  {'if so':<{_LABEL}}", style="dim"))


def _gap(parts: list[RenderableType]) -> list[RenderableType]:
    return [Text()] if parts else []


def _record(entry: SpeakerEntry) -> Record:
    kept = ("id", "name", "type", "roles", "ages", "quotes", "articles", "first", "last")
    record = asdict(entry)
    return {name: record[name] for name in kept}
