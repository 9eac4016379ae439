"""A speaker: name, type, roles over time, and then each statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quotes.deciding.doubles import Double
from quotes.identity import RoleUse, SpeakerEntry
from quotes.ids import short
from quotes.model import Quote
from quotes.query import words
from quotes.records import Record, article_record, quote_record
from quotes.show import markdown
from quotes.show.layout import Hanging, joined
from quotes.show.plain import count, flow, ids
from quotes.show.statements import Statements
from quotes.show.view import Row

OUTLETS = 3  # that a line names


@dataclass(frozen=True)
class SpeakerView:
    """What a library knows of a speaker, and those statements that were asked for.

    `unsure` are quotes that have no speaker, and this one among the candidates; `double` says why it
    may be two people.
    """

    entry: SpeakerEntry
    said: Statements
    unsure: tuple[Quote, ...] = ()
    double: Double | None = None

    def screen(self) -> RenderableType:
        """Return the name and the roles, then the statements by article."""
        entry = self.entry
        sort = entry.type if entry.named else f"{entry.type}, not named"
        sort += f" · {entry.wikidata}" if entry.wikidata else ""
        name = Hanging(Text.assemble((flow(entry.name), "bold"), (f"   {sort}", "dim")), Text())
        parts = [name, *(Hanging(line, Text()) for line in role_lines(entry.roles))]
        if others := other_names(entry):
            parts.append(Hanging(Text("also " + ", ".join(others), style="dim"), Text()))
        if two := self._two():
            parts.append(Hanging(Text(two, style="yellow"), Text()))
        line = Hanging(Text(self._perhaps(), style="yellow"), Text())
        rest: list[RenderableType] = [Text(), line] if self.unsure else []
        return Group(*parts, Hanging(self._total(), Text()), Text(), self.said.screen(), *rest)

    def document(self) -> Record:
        """Return the speaker, the articles and the quotes."""
        return {
            "speaker": asdict(self.entry),
            "articles": [article_record(article) for article in self.said.printed_in()],
            "quotes": [quote_record(quote) for quote in self.said.quotes],
            "unsure": [quote_record(quote) for quote in self.unsure],
            "perhaps_two": list(self.double.speaks_for) if self.double else [],
        }

    def records(self) -> Iterator[Record]:
        """Yield a record per quote."""
        return self.said.records()

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per quote."""
        return self.said.rows()

    def markdown(self) -> Iterator[str]:
        """Yield the name, the roles, and the statements by article."""
        yield f"## {markdown.escape(flow(self.entry.name))}"
        yield ""
        roles = [markdown.escape(line.plain) for line in role_lines(self.entry.roles)]
        yield "; ".join([self.entry.type, *roles])
        yield ""
        yield from self.said.markdown()
        if line := self._two():
            yield markdown.escape(line)
            yield ""
        if line := self._perhaps():
            yield markdown.escape(line)

    def _perhaps(self) -> str:
        if not self.unsure:
            return ""
        return f"{len(self.unsure):,} more may be theirs (speaker not sure): {ids(self.unsure)}"

    def _two(self) -> str:
        if self.double is None:
            return ""
        why = "; ".join(map(flow, self.double.speaks_for))
        return f"perhaps two people: {why}; see quotes speakers --suggest {short(self.entry.id)}"

    def _total(self) -> Text:
        shown, articles = len(self.said.quotes), len(self.said.articles)
        total = f"{count(shown, 'quote')} in {count(articles, 'article')}"
        again = f"{len(self.said.copied):,} of them again" if self.said.copied else ""
        rest = f"of {self.entry.quotes:,} in all" if shown < self.entry.quotes else ""
        return joined([Text(part, style="dim") for part in (total, again, rest)])


def role_lines(uses: Iterable[RoleUse]) -> list[Text]:
    """Return a line per role, the one printed last first: when it was printed, and by which outlets."""
    by_role: dict[str, list[RoleUse]] = {}
    for use in uses:
        by_role.setdefault(use.role.casefold(), []).append(use)
    latest = sorted(by_role.values(), key=lambda same: max(use.date or "" for use in same), reverse=True)
    return [_role_line(same) for same in latest]


def _role_line(same: Sequence[RoleUse]) -> Text:
    outlets = list(dict.fromkeys(flow(use.outlet) for use in same if use.outlet))
    more = f" and {len(outlets) - OUTLETS} more" if len(outlets) > OUTLETS else ""
    told = filter(
        None, (_period([use.date for use in same if use.date]), ", ".join(outlets[:OUTLETS]) + more)
    )
    about = " · ".join(told)
    return Text.assemble(flow(same[0].role), (f"  {about}" if about else "", "dim"))


def other_names(entry: SpeakerEntry) -> list[str]:
    """Return the spellings and mentions that say more than a part of the name does."""
    name = {*words(entry.name)}
    return [flow(alias) for alias in entry.aliases if not name.issuperset(words(alias))]


def _period(dates: list[str]) -> str:
    if not dates:
        return ""
    first, last = min(dates), max(dates)
    return first if first == last else f"{first} to {last}"
