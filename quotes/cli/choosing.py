"""Which speaker a name means: one, or a question back to the person who asked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from string import hexdigits
from typing import TYPE_CHECKING, TypedDict

from quotes.errors import NotFoundError, QueryError

if TYPE_CHECKING:
    from quotes.identity import SpeakerEntry
    from quotes.library import Library
    from quotes.model import Quote


class Asked(TypedDict):
    """What is asked of quotes beside who said them."""

    kind: str | None
    act: str | None
    since: str | None
    until: str | None
    outlet: str | None
    about: str | None
    min_confidence: float | None


def choose_speaker(library: Library, name: str) -> SpeakerEntry:
    """Return the one speaker whom the name (or the beginning of an id) means.

    Somebody who is called just so comes before sources without a name that contain the words, and a
    person of that full name before what was read as a body. Several are listed on stderr. Raises
    QueryError then, and NotFoundError if there is none.
    """
    from quotes.lookup import check_name, meant

    check_name(name)
    found = library.find_speakers(name)
    if not found:
        if perhaps := library.quotes(candidate=name):
            raise NotFoundError(_perhaps(name, perhaps))
        raise NotFoundError(nobody(name, library.speakers()) + hint_of(library, name))
    if len(found) == 1:
        return found[0]
    if (only := meant(name, found)) is not None:
        return only
    _list(found)
    raise QueryError(
        f"{name!r} may be {len(found)} speakers: say the full name or the id, such as {found[0].id}"
    )


@contextmanager
def with_hint(library: Library, identifier: str) -> Iterator[None]:
    """Add to an error that says that nothing has this id what it is the id of, if it is one."""
    try:
        yield
    except NotFoundError as error:
        raise NotFoundError(f"{error}{hint_of(library, identifier)}") from None


def hint_of(library: Library, identifier: str) -> str:
    """Return the command for what has this id, as the end of a message, or an empty string."""
    from quotes.ids import SHORTEST

    prefix = identifier.strip().lower()
    if len(prefix) < SHORTEST or not {*prefix} <= {*hexdigits}:
        return ""
    known = {
        "an article: quotes show": [each.id for each in library.articles()],
        "a quote: quotes show": [each.id for each in library.quotes()],
        "a speaker: quotes who": [each.id for each in library.speakers()],
    }
    found = [what for what, ids in known.items() if any(own.startswith(prefix) for own in ids)]
    return f"; that is the id of {found[0]} {prefix}" if found else ""


def unsure(library: Library, entry: SpeakerEntry, asked: Asked) -> tuple[Quote, ...]:
    """Return the quotes that may be of this speaker, where the article leaves that open.

    Somebody with one name only, or none, is somebody of their own articles only.
    """
    found = library.quotes(candidate=entry.name, **asked)
    known = entry.named and len(entry.name.split()) > 1
    return found if known else tuple(quote for quote in found if quote.article in entry.article_ids)


def _perhaps(name: str, quotes: Sequence[Quote]) -> str:
    from quotes.show.plain import count, ids

    verb = "is" if len(quotes) == 1 else "are"
    number = count(len(quotes), "quote")
    return f"nothing is surely by {name!r}, but {number} {verb} perhaps: {ids(quotes)}; see quotes show ID"


def _list(found: Iterable[SpeakerEntry]) -> None:
    from quotes.cli.output import show
    from quotes.show.lists import speakers

    sys.stdout.flush()
    show(speakers(found).screen(), sys.stderr)


def nobody(name: str, known: Iterable[SpeakerEntry]) -> str:
    """Say that nobody is called so, and who is almost, or is that by role."""
    known = tuple(known)
    if not known:
        return f"nobody called {name!r}: this library has no quotes yet; quotes add PATH adds articles"
    if bearers := in_role(name, known):
        hint = f"that is the role of {' and '.join(bearers)}"
    elif close := closest(name, [entry.name for entry in known if entry.named]):
        hint = f"did you mean {' or '.join(close)}?"
    else:
        hint = "quotes speakers lists all who are quoted"
    return f"nobody called {name!r} is quoted in this library; {hint}"


def in_role(role: str, known: Iterable[SpeakerEntry], *, limit: int = 3) -> list[str]:
    """Return the names of those who are, or were, what is asked: "harbour master"."""
    from quotes.query import words

    asked = {*words(role)}
    found = (entry.name for entry in known if any(asked <= {*words(use.role)} for use in entry.roles))
    return list(islice(found, limit)) if asked else []


def closest(name: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return the names that are spelled most like `name`, as a whole or in one of their words.

    >>> closest("Okonyo", ["Ada Okonjo", "Bea Lind"])
    ['Ada Okonjo']
    """
    from difflib import get_close_matches

    by_part: dict[str, dict[str, None]] = {}
    for known in names:
        for part in (known, *known.split()):
            by_part.setdefault(part.casefold(), {})[known] = None
    parts = get_close_matches(name.casefold(), by_part, n=limit, cutoff=0.7)
    return list(dict.fromkeys(known for part in parts for known in by_part[part]))[:limit]
