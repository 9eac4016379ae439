"""Where it is decided who is who: what a person asks for becomes a ruling, or an error that says why not.

Functions of the tables as they are; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from quotes.deciding.decisions import Alias, Merge, Name, Names, Rename, Ruling, Split, Unmerge
from quotes.deciding.keys import Key, entry_id, key_of_name, name_as_in, name_in, part_of
from quotes.deciding.namefile import imported, summary
from quotes.deciding.rulings import Roots, Rulings
from quotes.errors import QueryError
from quotes.identity import SpeakerEntry
from quotes.ids import SHORTEST, match_id, short
from quotes.lookup import decisions, entries, one_speaker, quotes_with, rulings_of
from quotes.query import words
from quotes.tables import Tables


class _Member(NamedTuple):
    """A key that a decision put under a speaker's, and the id and name that it would have by itself."""

    key: Key
    id: str
    entry: SpeakerEntry
    given: str | None

    @property
    def name(self) -> str:
        """The name that a person gave, or the one in the key, as it is printed."""
        if self.given:
            return self.given
        printed = (*self.entry.former, *self.entry.aliases)
        found = (each for each in printed if name_as_in(self.key, each) == name_in(self.key))
        return next(found, name_in(self.key).title())


class Ruled(NamedTuple):
    """A ruling, and in words what it is about."""

    ruling: Ruling
    about: str


def merge(tables: Tables, keep: str, others: Sequence[str]) -> Ruled:
    """Rule that the others are whom to keep, whose name they get."""
    kept = one_speaker(tables, keep)
    joining = [one_speaker(tables, other) for other in others]
    if not joining:
        raise QueryError("a merge needs two speakers: quotes merge KEEP OTHER")
    for entry in joining:
        if entry.id == kept.id:
            raise QueryError(f"{kept.name} ({short(kept.id)}) is one speaker already: name each once")
        if kept.wikidata and entry.wikidata and kept.wikidata != entry.wikidata:
            raise QueryError(
                f"{kept.name} is {kept.wikidata} and {entry.name} is {entry.wikidata} in the file of names:"
                " correct that first, and import it again"
            )
    speakers = [key for entry in joining for key in entry.keys]
    speakers += [key for key in kept.keys if key != kept.keys[0]]
    about = f"{', '.join(entry.name for entry in joining)} → {kept.name}"
    return Ruled(Merge(kept.keys[0], tuple(dict.fromkeys(speakers))), about)


def unmerge(tables: Tables, name: str, other: str | None = None) -> Ruled:
    """Rule that somebody is not the speaker whom they were merged into, or is not the other one."""
    merged = _merged(tables)
    if other is not None:
        return _apart(tables, merged, name, other)
    if called := [member for member in merged if _is_called(member, name)]:
        return _parted(called, name)
    entry = one_speaker(tables, name)
    inside = [member for member in merged if member.entry.id == entry.id]
    names = dict.fromkeys(member.name for member in inside)
    if not inside:
        raise QueryError(f"{entry.name} was merged with nobody; quotes log lists the decisions")
    if len(names) > 1:
        raise QueryError(f"{entry.name} was merged with {len(names)} others: say which, {' or '.join(names)}")
    return _parted(inside, name)


def _parted(members: Sequence[_Member], name: str) -> Ruled:
    whose = {member.entry.id: member.entry for member in members}
    if len(whose) > 1:
        names = " or ".join(repr(entry.name) for entry in whose.values())
        raise QueryError(
            f"{name!r} was merged into {len(whose)} speakers: say which, quotes unmerge NAME {names}"
        )
    keys = tuple(member.key for member in members)
    (entry,) = whose.values()
    return Ruled(Unmerge(keys, entry.keys[:1]), f"{members[0].name} is not {entry.name}")


def _apart(tables: Tables, merged: Sequence[_Member], name: str, other: str) -> Ruled:
    """Rule that two are two: part them if they are one, else write down that they are not."""
    first, second = one_speaker(tables, name), one_speaker(tables, other)
    for called, entry in ((name, second), (other, first)):
        inside = [m for m in merged if m.entry.id == entry.id and _is_called(m, called)]
        if inside:
            return _parted(inside, called)
    if first.id == second.id:
        raise QueryError(
            f"{name!r} and {other!r} are both {first.name}, by name: quotes split takes them apart"
        )
    apart = rulings_of(tables).apart
    if {(first.keys[0], second.keys[0]), (second.keys[0], first.keys[0])} & apart:
        raise QueryError(f"{first.name} and {second.name} were told apart already")
    return Ruled(Unmerge(first.keys, second.keys), f"{first.name} is not {second.name}")


def split(tables: Tables, name: str, prefixes: Sequence[str], called: str | None, own: str) -> Ruled:
    """Rule that what somebody says in some articles or quotes is somebody else's; `own` marks whose."""
    entry = one_speaker(tables, name)
    known = (*entry.article_ids, *entry.quote_ids)
    ids = tuple(match_id(prefix, known, thing=f"article or quote of {entry.name}") for prefix in prefixes)
    if not ids:
        raise QueryError(f"say what is not by {entry.name}: quotes split NAME ID, an article's or a quote's")
    rows = list(quotes_with(tables, entry.quote_ids))
    taken = [row for row in rows if row["id"] in ids or row["article"] in ids]
    if len(taken) == len(rows):
        raise QueryError(f"that is all that {entry.name} says: leave something, or use quotes rename")
    part = part_of(entry.keys[0], own)
    whose = f" for {called}" if called else ""
    about = f"{len(taken)} of {len(rows)} quotes of {entry.name}{whose}"
    return Ruled(Split((*entry.keys, *entry.merged), ids, part, called), about)


def rename(tables: Tables, name: str, new: str) -> Ruled:
    """Rule under which name somebody is shown."""
    entry = one_speaker(tables, name)
    shown = " ".join(new.split())
    if not words(shown):
        raise QueryError(f"{new!r} is no name: give one with letters")
    if shown == entry.name:
        raise QueryError(f"{entry.name} is called so already")
    _refuse_anothers(tables, entry, shown)
    return Ruled(Rename(entry.keys, shown), f"{entry.name} → {shown}")


def alias(tables: Tables, name: str, other: str) -> Ruled:
    """Rule that whoever is called `other` is this speaker; one name alone means it in every article."""
    entry = one_speaker(tables, name)
    called = " ".join(other.split())
    if not words(called):
        raise QueryError(f"{other!r} is no name: give one with letters")
    if called in (entry.name, *entry.aliases):
        raise QueryError(f"{entry.name} is known as {called} already")
    key = key_of_name(called, entry.type)
    holder = next((each for each in _merged(tables) if each.key == key and each.entry.id != entry.id), None)
    if holder:
        whose = holder.entry.name
        raise QueryError(f"{called!r} is {whose} already: quotes unmerge {called!r} {whose!r} parts them")
    if len(words(called)) > 1:
        _refuse_anothers(tables, entry, called)
    return Ruled(Alias(entry.keys[0], called, key), f"{entry.name} is also {called}")


def names(tables: Tables, listed: Sequence[Name]) -> Ruled:
    """Rule that speakers are called as a file says.

    Raises QueryError with all that contradicts what was decided here since the file before.
    """
    rulings = rulings_of(tables)
    keys = {key for row in tables["speakers"].values() for key in (*row["keys"], *row["merged"])}
    roots = Roots(keys | rulings.parents.keys(), rulings)
    faults = list(_against_decisions(listed, rulings, roots))
    if faults:
        more = f"; and {len(faults) - 5} more" if len(faults) > 5 else ""
        raise QueryError(f"the file contradicts what was decided here: {'; '.join(faults[:5])}{more}")
    return Ruled(Names(tuple(listed)), summary(listed, imported(decisions(tables))))


def _against_decisions(listed: Sequence[Name], rulings: Rulings, roots: Roots) -> Iterator[str]:
    """Yield where two of the file were merged by hand, or two names of one were told apart."""
    holders: dict[Key, Name] = {}
    for name in listed:
        root = roots.root(key_of_name(name.name, name.kind))
        if root in holders:
            one = holders[root].name
            yield f"{one!r} and {name.name!r} were merged (quotes unmerge, or make one an alias of the other)"
        holders[root] = name
        called = {key_of_name(each, name.kind): each for each in (name.name, *name.aliases)}
        for one, other in combinations(called, 2):
            if (one, other) in rulings.apart or (other, one) in rulings.apart:
                yield f"{called[one]!r} and {called[other]!r} were told apart (quotes merge, or no alias)"


def _refuse_anothers(tables: Tables, entry: SpeakerEntry, name: str) -> None:
    """Raise QueryError if another speaker has this full name."""
    for row in tables["speakers"].values():
        if row["id"] != entry.id and words(row["name"]) == words(name) and row["named"]:
            raise QueryError(
                f"{row['name']} ({short(row['id'])}) is another speaker: quotes merge makes them one"
            )


def _merged(tables: Tables) -> list[_Member]:
    """Return the keys that decisions put under other speakers, and those speakers."""
    rulings = rulings_of(tables)
    known = list(entries(tables, tables["speakers"].values()))
    roots = Roots((key for entry in known for key in (*entry.keys, *entry.merged)), rulings)
    by_root = {roots.root(entry.keys[0]): entry for entry in known}
    keys = dict.fromkeys([*rulings.parents, *(key for entry in known for key in entry.merged)])
    under = ((key, roots.root(key)) for key in keys)
    return [
        _Member(key, entry_id(roots.node(key)), by_root[root], rulings.names.get(key))
        for key, root in under
        if root in by_root and roots.node(key) != root
    ]


def _is_called(member: _Member, name: str) -> bool:
    wanted, known = name_as_in(member.key, name).split(), name_in(member.key).split()
    prefix = name.strip().lower()
    by_id = len(prefix) >= SHORTEST and member.id.startswith(prefix)
    by_given = bool(member.given) and words(name) == words(member.given or "")
    return by_id or by_given or (bool(wanted) and wanted == known[-len(wanted) :])
