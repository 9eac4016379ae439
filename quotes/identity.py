"""Across articles: one speaker, many articles, a history of roles.

Two people are never merged on a likeness. A full name that is the same makes one speaker; a
surname alone, or a source without a name, is somebody of one article only. What people decided is
laid over that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from quotes.copies import copies
from quotes.deciding.keys import Key, entry_id, is_part
from quotes.deciding.rulings import NONE, Roots, Rulings
from quotes.model import Article, Quote, Speaker, SpeakerType
from quotes.query import fold, words

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "one", "this"}
)


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A role as an article printed it: what somebody was, when, and who said so."""

    role: str
    date: str | None
    outlet: str | None
    article: str


@dataclass(frozen=True, slots=True)
class AgeUse:
    """An age as an article printed it."""

    age: int
    date: str | None
    article: str


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker across the articles of a library, and what there is of them.

    `aliases` are other spellings and proper mentions. `roles` has each role once an article, by
    date, and `ages` each age. `quotes`, `again`, `articles` and `words` are numbers: `again` of those
    quotes that an earlier article has word for word, `words` of the words in all others. `first` and
    `last` are the dates of the articles, where known. Ids are in
    the order of date and position. `keys` are what decisions call the speaker by, the usual one
    first, `merged` those of whom they made one with them. `decided` says that a person gave the
    name, or made one speaker of several, and `former` are the names that they had before that;
    somebody who was split from another is not known by the other's.
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
    ages: tuple[AgeUse, ...] = ()
    keys: tuple[Key, ...] = ()
    merged: tuple[Key, ...] = ()
    decided: bool = False
    former: tuple[str, ...] = ()
    wikidata: str | None = None
    again: int = 0


class EntryRow(TypedDict):
    """A speaker as the library stores it; roles and ages have the article that printed them."""

    id: str
    name: str
    type: SpeakerType
    named: bool
    aliases: tuple[str, ...]
    words: int
    quote_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    keys: tuple[Key, ...]
    merged: tuple[Key, ...]
    roles: tuple[tuple[str, str], ...]
    ages: tuple[tuple[int, str], ...]
    decided: bool
    former: tuple[str, ...]
    wikidata: str | None
    again: int


def entry_row(entry: SpeakerEntry) -> dict[str, Any]:
    """Return the entry as the library stores it: what its articles tell is left to them."""
    kept = ("id", "name", "type", "named", "aliases", "words", "quote_ids", "article_ids", "keys", "merged")
    row: dict[str, Any] = {name: getattr(entry, name) for name in kept}
    row["roles"] = [(use.role, use.article) for use in entry.roles]
    row["ages"] = [(use.age, use.article) for use in entry.ages]
    row |= {"decided": entry.decided, "former": entry.former, "wikidata": entry.wikidata}
    return row | {"again": entry.again}


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
        ages=tuple(AgeUse(age, articles[article]["date"], article) for age, article in row["ages"]),
        words=row["words"],
        quote_ids=tuple(row["quote_ids"]),
        article_ids=tuple(row["article_ids"]),
        quotes=len(row["quote_ids"]),
        articles=len(row["article_ids"]),
        first=min(dates, default=None),
        last=max(dates, default=None),
        keys=tuple(row["keys"]),
        merged=tuple(row["merged"]),
        decided=row["decided"],
        former=tuple(row["former"]),
        wikidata=row["wikidata"],
        again=row["again"],
    )


@dataclass(frozen=True, slots=True)
class _Saying:
    """A quote with a speaker, in its article, and the key of who said it."""

    speaker: Speaker
    quote: Quote
    article: Article
    key: Key


def speaker_entries(
    articles: Mapping[str, Article], quotes: Iterable[Quote], rulings: Rulings = NONE
) -> tuple[SpeakerEntry, ...]:
    """Return the speakers of all quotes, those with most quotes first, then by name.

    `articles` has the articles by their ids, `quotes` are as extracted, and `rulings` what people
    decided about them. A quote from another article, without a speaker, or rejected is nobody's.
    """
    sayings = sorted(_sayings(articles, quotes, rulings), key=_place)
    roots = Roots({saying.key for saying in sayings}, rulings)
    groups: defaultdict[Key, list[_Saying]] = defaultdict(list)
    for saying in sayings:
        groups[roots.root(saying.key)].append(saying)
    entries = [_entry(root, group, roots, rulings) for root, group in groups.items()]
    return tuple(sorted(entries, key=entry_order))


def entry_order(entry: SpeakerEntry) -> tuple[int, str, str]:
    """Return what sorts speakers: those with most quotes first, copies left out, then by name."""
    return entry.again - entry.quotes, fold(entry.name), entry.id


def date_order(date: str | None) -> str:
    """Return what sorts dates, those that are not known last."""
    return date or "~"


def _sayings(articles: Mapping[str, Article], quotes: Iterable[Quote], rulings: Rulings) -> Iterator[_Saying]:
    for each in quotes:
        quote = rulings.lay(each)
        key = rulings.key(quote)
        if quote.speaker and key and quote.article in articles and quote.status != "rejected":
            speaker = _unprinted(each.speaker, quote.speaker)
            yield _Saying(speaker, quote, articles[quote.article], key)


def _unprinted(extracted: Speaker | None, speaker: Speaker) -> Speaker:
    """Return the speaker of a quote; what it prints of another, whom a person corrected, is not theirs."""
    corrected = extracted is not None and extracted.name != speaker.name
    return replace(speaker, as_printed="") if corrected else speaker


def _place(saying: _Saying) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    return date_order(saying.article.date), saying.article.id, saying.quote.content


def _entry(root: Key, sayings: list[_Saying], roots: Roots, rulings: Rulings) -> SpeakerEntry:
    own = [saying for saying in sayings if roots.node(saying.key) == root]
    keys = tuple(key for key, _ in Counter(saying.key for saying in own).most_common()) or (root,)
    others = sorted({saying.key for saying in sayings} - {*keys})
    decided = next((rulings.names[key] for key in (root, *keys) if key in rulings.names), None)
    naming = own or _first_joined(sayings, rulings)
    name = decided or _usual(saying.speaker.name for saying in naming)
    ids = tuple(dict.fromkeys(saying.article.id for saying in sayings))
    again = copies(("", saying.quote) for saying in sayings) if len(ids) > 1 else {}
    dates = [saying.article.date for saying in sayings if saying.article.date]
    kind = rulings.kinds.get(root) or _usual_type(saying.speaker.type for saying in naming)
    return SpeakerEntry(
        id=entry_id(root),
        name=name,
        type=kind,
        named=bool(decided) or naming[0].speaker.named,
        aliases=_aliases(
            name, sayings, (alias for key in (root, *keys) for alias in rulings.also.get(key, ()))
        ),
        roles=_roles(sayings),
        ages=_ages(sayings),
        quotes=len(sayings),
        articles=len(ids),
        words=sum(_length(saying.quote.text) for saying in sayings if saying.quote.id not in again),
        first=min(dates, default=None),
        last=max(dates, default=None),
        quote_ids=tuple(saying.quote.id for saying in sayings),
        article_ids=ids,
        keys=keys,
        merged=tuple(others),
        decided=bool(decided or others),
        former=_former(name, sayings) if (decided or others) and not is_part(root) else (),
        wikidata=rulings.wikidata.get(root),
        again=len(again),
    )


def _first_joined(sayings: list[_Saying], rulings: Rulings) -> list[_Saying]:
    """What those say who were put under a speaker first, for one who says nothing more: the name stays."""
    keys = {saying.key for saying in sayings}
    first = next((key for key in rulings.parents if key in keys), min(keys)) if len(keys) > 1 else min(keys)
    return [saying for saying in sayings if saying.key == first]


def _length(text: str) -> int:
    """Return the number of words, without the gaps between the parts of a quote."""
    return len(text.split()) - text.count(" […] ")


def _usual(names: Iterable[str]) -> str:
    """Return the name that is printed most often, else the longest."""
    return min(Counter(names).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _usual_type(types: Iterable[SpeakerType]) -> SpeakerType:
    return min(Counter(types).items(), key=lambda item: (item[0] == "unknown", -item[1], item[0]))[0]


def _former(name: str, sayings: Iterable[_Saying]) -> tuple[str, ...]:
    return tuple(sorted({saying.speaker.name for saying in sayings} - {name}))


def _aliases(name: str, sayings: Iterable[_Saying], decided: Iterable[str]) -> tuple[str, ...]:
    spellings = {name, *decided, *(saying.speaker.name for saying in sayings)}
    mentions = {_without_the(saying.speaker.as_printed) for saying in sayings if saying.speaker.named}
    endings = tuple(spellings)
    proper = {mention for mention in mentions if _is_proper(mention) and not mention.endswith(endings)}
    return tuple(sorted((spellings | proper) - {name}))


def _without_the(mention: str) -> str:
    """Return a mention without its article: the CFA is called CFA.

    >>> _without_the("the CFA"), _without_the("Theo Lee")
    ('CFA', 'Theo Lee')
    """
    return mention[4:] if mention[:4] in ("the ", "The ") else mention


def _is_proper(mention: str) -> bool:
    """Return whether a mention is made of capitalised words, and so names somebody also elsewhere.

    >>> _is_proper("Lee"), _is_proper("she"), _is_proper("A")
    (True, False, False)
    """
    parts = mention.split()
    return (
        max(map(len, words(mention)), default=0) > 1
        and fold(mention) not in _PRONOUNS
        and all(part[0].isupper() for part in parts)
    )


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


def _ages(sayings: Iterable[_Saying]) -> tuple[AgeUse, ...]:
    """Return each age once an article, in the order of the articles."""
    found = {
        (saying.speaker.age, saying.article.id): saying.article.date
        for saying in sayings
        if saying.speaker.age is not None
    }
    return tuple(AgeUse(age, date, article) for (age, article), date in found.items() if age is not None)
