"""One name, two people? Speakers whose articles tell of somebody else, for a person to split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from types import MappingProxyType

from quotes import lexicon
from quotes.deciding.evidence import Reason
from quotes.deciding.likeness import initials
from quotes.deciding.profile import Profile, birth_years, names_in, role_words, spelled
from quotes.identity import RoleUse, SpeakerEntry
from quotes.query import fold, words
from quotes.role import head

# How much each sign tells; the sum must be worth a question. Set by hand, as those in `evidence`.
WEIGHTS: Mapping[str, int] = MappingProxyType(
    {"ages": 40, "roles": 16, "names": 10, "turns": 20, "outlets": 4, "company": 6}
)
WORTH = 36
SHARE = 4  # the second person has at least one in so many articles; fewer are slips of single articles
AGED = 20  # and the same of an age, which few articles print

_PAST = frozenset("former formerly ex late onetime retired then".split())
_HONORIFICS = frozenset("dr prof professor rev reverend sir lord lady dame sheikh hon rt".split())
_OF_WHAT = re.compile(r" (?:of|for|to|at|in|on|under|who|with) ")


@dataclass(frozen=True, slots=True)
class Double:
    """A speaker who may be two: why, and the articles that tell of the second."""

    entry: SpeakerEntry
    reasons: tuple[Reason, ...]
    article_ids: tuple[str, ...]

    @property
    def score(self) -> int:
        """Return the sum of all weights: for ranking, and no probability."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """Return what speaks for two people, the strongest first."""
        return tuple(reason.text for reason in sorted(self.reasons, reverse=True))


@dataclass(frozen=True, slots=True)
class _Side:
    """Some articles of a speaker that tell of one person."""

    articles: tuple[str, ...]
    roles: tuple[str, ...]
    words: frozenset[str]
    outlets: frozenset[str]


def doubles(entries: Sequence[SpeakerEntry]) -> tuple[Double, ...]:
    """Return the speakers who may be two people of one name, the likeliest first."""
    quoted: dict[str, set[str]] = {}
    for entry in entries:
        for article in entry.article_ids:
            quoted.setdefault(article, set()).add(entry.id)
    found = (
        double
        for entry in entries
        if entry.named and entry.articles > 1 and Profile(entry).is_person
        for double in _doubles(entry, quoted)
    )
    return tuple(sorted(found, key=lambda double: (-double.score, -double.entry.quotes, double.entry.id)))


def _doubles(entry: SpeakerEntry, quoted: Mapping[str, set[str]]) -> Iterator[Double]:
    by_age = _by_age(entry)
    if by_age:
        first, second = by_age
        if min(len(first), len(second)) * AGED < entry.articles:
            return
        years = [birth_years([use for use in entry.ages if use.article in side]) for side in by_age]
        about = " and about ".join(str(born[1]) for born in years if born)
        reason = Reason(WEIGHTS["ages"], f"the ages do not fit: born about {about}")
        yield Double(entry, (reason,), tuple(second))
        return
    sides = _by_role(entry)
    told = sum(len(side.articles) for side in sides)
    if len(sides) > 1 and len(sides[1].articles) * SHARE >= told:
        reasons = tuple(_differences(entry, sides[0], sides[1], quoted))
        double = Double(entry, reasons, sides[1].articles)
        if double.score >= WORTH and not _is_career(entry, *sides[:2]):
            yield double


def _by_age(entry: SpeakerEntry) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the articles of two people whose ages do not fit, those of the first one printed first."""
    born = birth_years(entry.ages)
    if born is None or born[0] <= born[1] + 1:
        return None
    dated = sorted((int(use.date[:4]) - use.age, use.article) for use in entry.ages if use.date)
    gaps = [(after[0] - before[0], place) for place, (before, after) in enumerate(pairwise(dated), 1)]
    _, cut = max(gaps)
    older, younger = ({article for _, article in part} for part in (dated[:cut], dated[cut:]))
    order = entry.article_ids
    sides = (tuple(a for a in order if a in older), tuple(a for a in order if a in younger - older))
    first, second = sorted(sides, key=lambda side: order.index(side[0]) if side else len(order))
    return (first, second) if second else None


def _by_role(entry: SpeakerEntry) -> list[_Side]:
    """Return the articles in groups whose roles have words in common, the larger groups first."""
    sides: list[_Side] = []
    telling = (use for use in entry.roles if _is_telling(use.role))
    ordered = sorted(telling, key=lambda use: entry.article_ids.index(use.article))
    for article, group in groupby(ordered, key=lambda use: use.article):
        side = _side(article, list(group))
        touching = [each for each in sides if each.words & side.words]
        sides = [each for each in sides if each not in touching] + [_joined([*touching, side])]
    return sorted(sides, key=lambda side: (-len(side.articles), entry.article_ids.index(side.articles[0])))


def _is_telling(role: str) -> bool:
    """Return whether a role tells two people apart.

    What one was, or wants to be, whose kin one is, and Dr. go with every other role.

    >>> _is_telling("mayor of Vale"), _is_telling("former mayor"), _is_telling("presidential hopeful")
    (True, False, False)
    >>> _is_telling("lawyer of a former mayor"), _is_telling("his older brother"), _is_telling("Rev.")
    (True, False, False)
    """
    own = words(_OF_WHAT.split(role, maxsplit=1)[0])
    other = head(role) in lexicon.words("bids") | lexicon.words("kin")
    return _PAST.isdisjoint(own) and not other and not _HONORIFICS.issuperset(own)


def _is_career(entry: SpeakerEntry, one: _Side, other: _Side) -> bool:
    """Return whether both are politics: one office after the other, or several names of one."""
    politics = lexicon.words("politics")
    both = all(any(spelled(head(role)) in politics for role in side.roles) for side in (one, other))
    return both and (_turns(entry, one, other) < 2 or not _names_differ(one, other))


def _side(article: str, uses: Sequence[RoleUse]) -> _Side:
    said = frozenset(word for use in uses for word in role_words(use.role))
    outlets = frozenset(use.outlet for use in uses if use.outlet)
    return _Side((article,), tuple(dict.fromkeys(use.role for use in uses)), said, outlets)


def _joined(sides: Sequence[_Side]) -> _Side:
    return _Side(
        tuple(article for side in sides for article in side.articles),
        tuple(dict.fromkeys(role for side in sides for role in side.roles)),
        frozenset().union(*(side.words for side in sides)),
        frozenset().union(*(side.outlets for side in sides)),
    )


def _differences(
    entry: SpeakerEntry, one: _Side, other: _Side, quoted: Mapping[str, set[str]]
) -> Iterator[Reason]:
    yield Reason(WEIGHTS["roles"], f"roles without a word in common: {one.roles[0]}; {other.roles[0]}")
    if _names_differ(one, other):
        both = "; ".join(" ".join(_named(side).values()) for side in (one, other))
        yield Reason(WEIGHTS["names"], f"the roles name different things: {both}")
    turns = _turns(entry, one, other)
    if turns > 1:
        yield Reason(WEIGHTS["turns"], f"the roles change {turns} times, and back")
    if one.outlets and other.outlets and not one.outlets & other.outlets:
        yield Reason(WEIGHTS["outlets"], "no outlet prints both")
    beside = [
        set().union(*(quoted[article] for article in side.articles)) - {entry.id} for side in (one, other)
    ]
    if all(beside) and not beside[0] & beside[1]:
        yield Reason(WEIGHTS["company"], "nobody is quoted beside both")


def _names_differ(one: _Side, other: _Side) -> bool:
    mine, theirs = _named(one).keys(), _named(other).keys()
    if not mine or not theirs or mine & theirs:
        return False
    letters = [initials(tuple(named)) for named in (mine, theirs)]
    return not any(first.startswith(name) for first in letters for name in mine | theirs if len(name) > 2)


def _named(side: _Side) -> dict[str, str]:
    """Return what the roles name: places, bodies, parties; folded, and as printed."""
    return {fold(name): name for role in side.roles for name in names_in(role)}


def _turns(entry: SpeakerEntry, one: _Side, other: _Side) -> int:
    """Return how often the articles, in order of date, change from the one to the other."""
    sides = [
        article in one.articles
        for article in entry.article_ids
        if article in (*one.articles, *other.articles)
    ]
    return sum(before != after for before, after in pairwise(sides))
