"""Across articles: one speaker, many articles, a history of roles.

Two people are never merged on a likeness. A full name that is the same makes one speaker; a
surname alone, or a source without a name, is somebody of one article only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quotes.ids import speaker_id
from quotes.model import Article, Quote, Speaker, SpeakerType
from quotes.query import bare_name, core_name, fold, middle_initials, words

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "one", "this"}
)
_NAMES = 65536


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A role as an article printed it: what somebody was, when, and who said so."""

    role: str
    date: str | None
    outlet: str | None
    article: str


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker across the articles of a library, and what there is of them.

    `aliases` are other spellings and proper mentions. `roles` has each role once an article, by
    date. `quotes`, `articles` and `words` are numbers, `words` that of all words in the quotes;
    `first` and `last` are the dates of the articles, where known. Ids are in the order of date
    and position.
    """

    id: str
    name: str
    type: SpeakerType
    named: bool
    aliases: tuple[str, ...]
    roles: tuple[RoleUse, ...]
    quotes: int
    articles: int
    words: int
    first: str | None
    last: str | None
    quote_ids: tuple[str, ...]
    article_ids: tuple[str, ...]


def entry_row(entry: SpeakerEntry) -> dict[str, Any]:
    """Return the entry as the library stores it: what its articles tell is left to them."""
    kept = ("id", "name", "type", "named", "aliases", "words", "quote_ids", "article_ids")
    row: dict[str, Any] = {name: getattr(entry, name) for name in kept}
    return row | {"roles": [(use.role, use.article) for use in entry.roles]}


def read_entry(row: Mapping[str, Any], articles: Mapping[str, Mapping[str, Any]]) -> SpeakerEntry:
    """Return the entry that `entry_row` wrote; `articles` has the date and outlet of each, by id.

    Raises KeyError, TypeError or ValueError if it is not one.
    """
    dates = [date for article in row["article_ids"] if (date := articles[article]["date"])]
    return SpeakerEntry(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        named=row["named"],
        aliases=tuple(row["aliases"]),
        roles=tuple(
            RoleUse(role, articles[article]["date"], articles[article]["outlet"], article)
            for role, article in row["roles"]
        ),
        words=row["words"],
        quote_ids=tuple(row["quote_ids"]),
        article_ids=tuple(row["article_ids"]),
        quotes=len(row["quote_ids"]),
        articles=len(row["article_ids"]),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )


@dataclass(frozen=True, slots=True)
class _Identity:
    """What decides that two speakers of two articles are one; `scope` is an article or empty."""

    sort: str
    name: tuple[str, ...]
    scope: str
    initials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Saying:
    """A quote with a speaker, in its article."""

    speaker: Speaker
    quote: Quote
    article: Article


def speaker_entries(articles: Mapping[str, Article], quotes: Iterable[Quote]) -> tuple[SpeakerEntry, ...]:
    """Return the speakers of all quotes, those with most quotes first, then by name.

    `articles` has the articles by their ids; a quote from another, or without a speaker, is nobody's.
    """
    sayings = [
        _Saying(quote.speaker, quote, articles[quote.article])
        for quote in quotes
        if quote.speaker is not None and quote.article in articles
    ]
    sayings.sort(key=_place)
    entries = [_entry(identity, group) for identity, group in _grouped(sayings).items()]
    return tuple(sorted(entries, key=lambda entry: (-entry.quotes, fold(entry.name), entry.id)))


def date_order(date: str | None) -> str:
    """Return what sorts dates, those that are not known last."""
    return date or "~"


def _place(saying: _Saying) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    return date_order(saying.article.date), saying.article.id, saying.quote.content


def _grouped(sayings: Iterable[_Saying]) -> dict[_Identity, list[_Saying]]:
    """Group by name, and part those whose middle initials contradict each other."""
    by_name: dict[_Identity, dict[tuple[str, ...], list[_Saying]]] = defaultdict(lambda: defaultdict(list))
    for saying in sayings:
        identity = _identity(saying.speaker, saying.quote.article)
        by_name[identity][_name(saying.speaker.name)[1]].append(saying)
    groups: dict[_Identity, list[_Saying]] = {}
    for identity, variants in by_name.items():
        if len([initials for initials in variants if initials]) < 2:
            groups[identity] = sorted((s for group in variants.values() for s in group), key=_place)
            continue
        for initials, group in variants.items():
            groups[_Identity(identity.sort, identity.name, identity.scope, initials)] = group
    return groups


def _identity(speaker: Speaker, article: str) -> _Identity:
    if not speaker.named:
        return _Identity("unnamed", words(speaker.name), article)
    if speaker.type not in ("person", "unknown"):
        return _Identity("body", _without_the(words(speaker.name)), "")
    name, _ = _name(speaker.name)
    return _Identity("person", name, "" if len(name) > 1 else article)


@lru_cache(maxsize=_NAMES)
def _name(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that make the name, and its middle initials."""
    parts = bare_name(name)
    return core_name(parts), middle_initials(parts)


def _without_the(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[1:] if len(name) > 1 and name[0] == "the" else name


def _entry(identity: _Identity, sayings: list[_Saying]) -> SpeakerEntry:
    name = _usual(saying.speaker.name for saying in sayings)
    ids = tuple(dict.fromkeys(saying.article.id for saying in sayings))
    dates = [saying.article.date for saying in sayings if saying.article.date]
    return SpeakerEntry(
        id=speaker_id(identity.sort, identity.scope, " ".join(identity.name), " ".join(identity.initials)),
        name=name,
        type=_usual_type(saying.speaker.type for saying in sayings),
        named=sayings[0].speaker.named,
        aliases=_aliases(name, sayings),
        roles=_roles(sayings),
        quotes=len(sayings),
        articles=len(ids),
        words=sum(_length(saying.quote.text) for saying in sayings),
        first=min(dates, default=None),
        last=max(dates, default=None),
        quote_ids=tuple(saying.quote.id for saying in sayings),
        article_ids=ids,
    )


def _length(text: str) -> int:
    """Return the number of words, without the gaps between the parts of a quote."""
    return len(text.split()) - text.count(" […] ")


def _usual(names: Iterable[str]) -> str:
    """Return the name that is printed most often, else the longest."""
    return min(Counter(names).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _usual_type(types: Iterable[SpeakerType]) -> SpeakerType:
    return min(Counter(types).items(), key=lambda item: (item[0] == "unknown", -item[1], item[0]))[0]


def _aliases(name: str, sayings: Iterable[_Saying]) -> tuple[str, ...]:
    spellings = {saying.speaker.name for saying in sayings}
    mentions = {saying.speaker.as_printed for saying in sayings if saying.speaker.named}
    proper = {mention for mention in mentions if _is_proper(mention) and not mention.endswith(name)}
    return tuple(sorted((spellings | proper) - {name}))


def _is_proper(mention: str) -> bool:
    """Return whether a mention is made of capitalised words, and so names somebody also elsewhere."""
    parts = mention.split()
    return bool(parts) and fold(mention) not in _PRONOUNS and all(part[0].isupper() for part in parts)


def _roles(sayings: Iterable[_Saying]) -> tuple[RoleUse, ...]:
    """Return each role once an article, in the order of the articles and of the text."""
    found: dict[tuple[str, str], RoleUse] = {}
    for saying in sayings:
        article = saying.article
        own = () if saying.speaker.role is None else (saying.speaker.role,)
        for role in (*saying.speaker.roles, *own):
            use = RoleUse(role, article.date, article.outlet, article.id)
            found.setdefault((role.casefold(), article.id), use)
    return tuple(found.values())
