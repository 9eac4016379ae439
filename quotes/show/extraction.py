"""What was found in articles that are in no library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType

from quotes.model import Article, Quote
from quotes.records import Record, quote_record
from quotes.show.statements import Statements
from quotes.show.view import Row


@dataclass(frozen=True)
class Extraction:
    """Articles and the quotes of each."""

    found: tuple[tuple[Article, tuple[Quote, ...]], ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes in the order of the articles."""
        return tuple(quote for _, found in self.found for quote in found)

    def screen(self) -> RenderableType:
        """Return the statements with their speakers, article by article."""
        return self._statements().screen()

    def document(self) -> list[Record]:
        """Return the id and the quotes of each article."""
        return list(self.records())

    def records(self) -> Iterator[Record]:
        """Yield the id and the quotes of each article."""
        for article, quotes in self.found:
            yield {"id": article.id, "quotes": [quote_record(quote) for quote in quotes]}

    def rows(self) -> Iterator[Row]:
        """Yield the header and a row per quote."""
        return self._statements().rows()

    def markdown(self) -> Iterator[str]:
        """Yield a heading per article and an item per quote."""
        return self._statements().markdown()

    def summary(self) -> str:
        """Return how much was found, in one line."""
        return self._statements().summary()

    def _statements(self) -> Statements:
        articles = {article.id: article for article, _ in self.found}
        return Statements(self.quotes, articles)
