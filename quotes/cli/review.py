"""`quotes review`: one doubtful quote at a time."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import By, Db, Quiet, Verbose
from quotes.cli.output import Messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from quotes.cli.keys import Keys
    from quotes.deciding.decisions import Decision
    from quotes.library import Library
    from quotes.model import Quote
    from quotes.show.review import Question


def review(
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what is, or may be, by this speaker.")
    ] = None,
    below: Annotated[
        float | None,
        typer.Option(min=0, max=1, metavar="CONFIDENCE", help="What is less sure than this; 0.6 by default."),
    ] = None,
    skipped: Annotated[bool, typer.Option("--skipped", help="Only what was skipped before.")] = False,
    by: By = "",
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Decide about doubtful quotes, one key each.

    Each is shown in its paragraph, with the speakers whom it may be of. It goes on where it stopped:
    what was decided or skipped is not asked again. From a pipe, each line is a key; a name stands
    on the line after n.

    \b
      a  accept it as it is            r  it is no quote
      1  the first candidate said it   s  skip it
      n  type who said it              u  undo the last key
      w  why it was read so            q  quit

    \b
    Examples:
      quotes review
      quotes review --speaker Okonjo --below 0.8
    """
    from quotes.cli.choosing import choose_speaker
    from quotes.cli.keys import open_keys
    from quotes.errors import NotFoundError
    from quotes.query import DOUBTFUL
    from quotes.show.review import done

    with open_library(db) as library:
        whose = choose_speaker(library, speaker).id if speaker is not None else None
        asked = library.doubtful(speaker=whose, below=DOUBTFUL if below is None else below, skipped=skipped)
        if not asked:
            raise NotFoundError("nothing doubtful is left; --below 0.8 asks about more, --skipped asks again")
        reviewing = Reviewing(library, asked, by)
        try:
            with open_keys() as keys:
                reviewing.run(keys)
        finally:
            sys.stdout.write("\n")
            Messages(quiet, verbose).say(done(*reviewing.counts(), left=reviewing.left))


class Reviewing:
    """A review under way: where it is, and what was decided so far."""

    def __init__(self, library: Library, asked: Sequence[Quote], by: str) -> None:
        """Begin with the first of the quotes."""
        self._library = library
        self._asked = asked
        self._by = by
        self._made: list[Decision] = []

    @property
    def left(self) -> int:
        """How many quotes nobody has decided about."""
        return len(self._asked) - len(self._made)

    def counts(self) -> tuple[int, int, int, int]:
        """Return how many were confirmed, corrected, rejected and skipped."""
        said = Counter(getattr(decision.ruling, "status", "skipped") for decision in self._made)
        return said["confirmed"], said["corrected"], said["rejected"], said["skipped"]

    def run(self, keys: Keys) -> None:
        """Ask until all is decided, or nobody answers any more."""
        from quotes.cli.keys import END

        while self.left:
            question = self._question()
            _print(question.screen())
            while True:
                _print(question.keys())
                key = keys.key()
                if key in (END, "q"):
                    return
                if self._answer(question, key, keys):
                    break

    def _question(self) -> Question:
        from quotes.show.review import Question, candidates

        number = len(self._made)
        quote = self._library.quote(self._asked[number].id)
        others = self._library.quotes(article=quote.article)
        article = self._library.articles_of([quote])[quote.article]
        return Question(quote, article, candidates(quote, others), number + 1, len(self._asked))

    def _answer(self, question: Question, key: str, keys: Keys) -> bool:
        """Do what a key says; return whether the next question is due."""
        from quotes.errors import QuotesError

        try:
            return self._done(question, key, keys)
        except QuotesError as error:
            _say(str(error))
            return False

    def _done(self, question: Question, key: str, keys: Keys) -> bool:
        from quotes.cli.keys import NONE

        quote = question.quote.id
        if key == "a":
            if question.quote.speaker is None:
                _say("there is no speaker to accept: pick one, or n for a name, r for no quote, s to skip")
                return False
            return self._decided(self._library.edit(quote, status="confirmed", by=self._by))
        if key.isdecimal() and 0 < int(key) <= len(question.candidates):
            name = question.candidates[int(key) - 1].name
            return self._decided(self._library.edit(quote, speaker=name, by=self._by))
        if key == "n":
            return self._named(quote, keys)
        if key == "r":
            return self._decided(self._library.reject(quote, by=self._by))
        if key == "s":
            return self._decided(self._library.skip(quote, by=self._by))
        if key == "u":
            return self._undone()
        if key == "w":
            _explain(question)
        elif key != NONE:
            _say(f"{key!r} is none of the keys:")
        return False

    def _named(self, quote: str, keys: Keys) -> bool:
        from quotes.cli.deciding import slip

        name = keys.line("who said it (empty to go back): ")
        if not name:
            return False
        self._decided(self._library.edit(quote, speaker=name, by=self._by))
        if doubt := slip(self._library, self._library.quote(quote)):
            _say(f"{doubt} u takes it back")
        return True

    def _decided(self, decision: Decision) -> bool:
        self._made.append(decision)
        _say(decision.kind if decision.kind in ("reject", "skip") else decision.about)
        return True

    def _undone(self) -> bool:
        if not self._made:
            _say("nothing to undo here; quotes undo takes back what was decided before")
            return False
        self._library.undo(only=self._made[-1].id)
        self._made.pop()
        _say("undone")
        return True


def _explain(question: Question) -> None:
    from quotes.rules import named
    from quotes.show.explanation import reasons
    from quotes.show.layout import fields

    for line in fields(reasons(question.quote, named(question.quote.rule))):
        _print(line)


def _say(text: str) -> None:
    from rich.text import Text

    from quotes.show.plain import visible

    _print(Text(f"→ {visible(text)}", style="green"))


def _print(screen: RenderableType) -> None:
    from quotes.cli.output import show

    show(screen)
    sys.stdout.flush()
