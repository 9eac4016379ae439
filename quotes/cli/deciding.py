"""What every command that decides something says when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.cli.output import emit

if TYPE_CHECKING:
    from quotes.cli.options import Format
    from quotes.cli.output import Messages
    from quotes.deciding.decisions import Decision
    from quotes.identity import SpeakerEntry
    from quotes.library import Library
    from quotes.model import Quote


def tell(decision: Decision, form: Format, messages: Messages, now: str) -> None:
    """Say what is so now and how to undo it; for programs, print the decision as the log has it."""
    from quotes.cli.options import Format
    from quotes.show.decided import decided

    if form is not Format.table:
        emit(decided([decision]), form)
    messages.say(f"{now}\nUndo with: quotes undo")


def speaker_now(library: Library, identifier: str) -> str:
    """Return what is so of a speaker now, in one line."""
    from quotes.show.plain import count

    found = [entry for entry in library.speakers() if entry.id == identifier]
    return ", ".join(map(line, found)) or count(0, "quote")


def slip(library: Library, quote: Quote) -> str:
    """Say that the speaker of a quote says nothing else, and who is called almost so: a slip of the keys?"""
    from quotes.cli.choosing import closest

    known = library.speakers()
    own = next((entry for entry in known if quote.id in entry.quote_ids), None)
    if own is None or own.quotes > 1 or own.name in quote.candidates:
        return ""
    close = closest(own.name, [entry.name for entry in known if entry.named and entry is not own])
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    return f"{own.name} says nothing else in this library{hint}"


def line(entry: SpeakerEntry) -> str:
    """Return a speaker in one line: the name and how much there is of them."""
    from quotes.ids import short
    from quotes.show.plain import count, flow

    number = f"{count(entry.quotes, 'quote')} in {count(entry.articles, 'article')}"
    return f"{flow(entry.name)} ({short(entry.id)}): {number}"
