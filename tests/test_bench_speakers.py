"""The made-up library of `bench.speakers` is one: every quote stands in its article."""

from __future__ import annotations

from bench.speakers import articles
from quotes.library import Library


def test_the_made_up_speakers_are_quoted_and_alike() -> None:
    library = Library.in_memory()
    library.add_all(articles(300))
    assert library.verify() == []
    assert len(library.speakers()) >= 300
    assert library.suggestions()
    assert library.names() == ()
