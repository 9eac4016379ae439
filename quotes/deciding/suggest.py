"""Who may be one speaker, and who may be two: questions for a person, the likeliest first.

Nobody is compared with everybody: only those are who share a block, such as the sound of a surname
and the first letter of a first name, so that the time grows with the number of speakers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from quotes.deciding.evidence import LETTERS, Reason, may_be_one, reasons
from quotes.deciding.keys import Key
from quotes.deciding.likeness import full_forms, initials, orders, run_together, sound, usual
from quotes.deciding.profile import Profile
from quotes.identity import SpeakerEntry
from quotes.query import words

WORTH = 34  # the least score that is worth a question
CROWD = 40  # a block of more tells nothing: so many people are called so
COMPANY = 50  # articles of a speaker that are looked at for who else is quoted there


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Speakers who may be one, and why.

    Whose name has more than one word comes first, else who has more quotes. The others are several
    only if all are called by the same surname and no more, each in an article of its own; the
    reasons are then those of the likeliest.
    """

    one: SpeakerEntry
    others: tuple[SpeakerEntry, ...]
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """Return the sum of all weights: for ranking, and no probability."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """Return what speaks for one speaker, the strongest first."""
        return tuple(reason.text for reason in sorted(self.reasons, reverse=True) if reason.weight > 0)

    @property
    def speaks_against(self) -> tuple[str, ...]:
        """Return what speaks against it, the strongest first."""
        return tuple(reason.text for reason in sorted(self.reasons) if reason.weight < 0)


def suggestions(
    entries: Sequence[SpeakerEntry], apart: Collection[tuple[Key, Key]] = frozenset()
) -> tuple[Suggestion, ...]:
    """Return who may be one, the likeliest first, without those whom a person told apart."""
    profiles = list(_profiles([entry for entry in entries if entry.named]))
    full = {profile.name[-1] for profile in profiles if profile.is_person and not profile.is_bare}
    shown = {entry.id: entry for entry in entries}
    found: dict[tuple[str, str], tuple[Suggestion, bool]] = {}
    for pair in _pairs(profiles):
        one, other = sorted((profiles[place] for place in pair), key=_first)
        if one.is_bare and one.name[-1] in full:
            continue  # whoever has a full name is asked about first
        if may_be_one(one, other) and not _are_apart(one.entry, other.entry, apart):
            ids = one.entry.id, other.entry.id
            suggestion = Suggestion(shown[ids[0]], (shown[ids[1]],), tuple(reasons(one, other)))
            best = found[ids][0].score if ids in found else WORTH - 1
            if suggestion.score > best:
                found[ids] = suggestion, other.is_bare
    return tuple(sorted(_together(found.values()), key=_rank))


def _first(profile: Profile) -> tuple[bool, int, str]:
    return profile.is_bare or len(profile.name) < 2, -profile.entry.quotes, profile.entry.id


def _together(found: Iterable[tuple[Suggestion, bool]]) -> Iterator[Suggestion]:
    """Yield the suggestions, those about one surname that stands alone in many articles as one."""
    taken: set[str] = set()
    alone: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for suggestion, is_bare in sorted(found, key=lambda each: _rank(each[0])):
        if not is_bare:
            yield suggestion
        elif suggestion.others[0].id not in taken and suggestion.one.id not in taken:
            taken.add(suggestion.others[0].id)
            alone[suggestion.one.id].append(suggestion)
    for same in alone.values():
        best = same[0]
        yield Suggestion(best.one, tuple(other for each in same for other in each.others), best.reasons)


def _rank(suggestion: Suggestion) -> tuple[int, int, str, str]:
    quotes = suggestion.one.quotes + sum(other.quotes for other in suggestion.others)
    return -suggestion.score, -quotes, suggestion.one.id, suggestion.others[0].id


def _are_apart(one: SpeakerEntry, other: SpeakerEntry, apart: Collection[tuple[Key, Key]]) -> bool:
    if not apart:
        return False
    mine, theirs = (*one.keys, *one.merged), (*other.keys, *other.merged)
    return any((a, b) in apart or (b, a) in apart for a in mine for b in theirs)


def _profiles(entries: Sequence[SpeakerEntry]) -> Iterator[Profile]:
    """Yield what there is to compare of each, under each full name; a crowd is no company."""
    quoted: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for article in entry.article_ids:
            quoted[article].append(entry.id)
    shared = [_shared(Profile(entry)) for entry in entries]
    namesakes = Counter(each for each in shared if each)
    for entry, own in zip(entries, shared, strict=True):
        lists = tuple(quoted[article] for article in entry.article_ids[:COMPANY])
        for each in _under_all_names(entry):
            yield Profile(each, lists, namesakes[own])


def _under_all_names(entry: SpeakerEntry) -> Iterator[SpeakerEntry]:
    """Yield an entry, and the same under each full name that those had who were merged into it."""
    yield entry
    for name in entry.former:
        if len(words(name)) > 1:
            yield replace(entry, name=name, former=(entry.name, *entry.former))


def _shared(profile: Profile) -> str:
    """Return what namesakes share: of a full name the surname, of a body the first letters."""
    if profile.is_bare or len(profile.name) < 2:
        return ""
    return profile.name[-1] if profile.is_person else f"body {profile.letters}"


def _pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the places of those who share a block, each pair once."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for block in dict.fromkeys(_blocks(profile)):
            blocks[block].append(place)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= CROWD:
            for pair in combinations(members, 2):
                if pair not in seen and profiles[pair[0]].entry.id != profiles[pair[1]].entry.id:
                    seen.add(pair)
                    yield pair


def _blocks(profile: Profile) -> Iterator[str]:
    """Yield what somebody shares with those who may be the same."""
    name = profile.name
    if not name:
        return
    yield f"words {' '.join(sorted(name))}"
    if profile.is_bare:
        yield f"surname {name[-1]}"
    else:
        yield from _person_blocks(name) if profile.is_person else _body_blocks(profile)


def _person_blocks(name: tuple[str, ...]) -> Iterator[str]:
    surname = name[-1]
    heard = sound(surname) if len(surname) > LETTERS else surname
    yield f"surname {surname}"
    yield f"sound {heard} {sound(name[0])[:1]}"
    for full in (usual(name[0]), *full_forms(name[0])):
        yield f"sound {heard} {sound(full)[:1]}"
    for order in orders(name):
        yield f"run {sound(run_together(order))}"
    if len(name) > 2:
        yield f"words {' '.join(sorted(name[-2:]))}"
        for word in name[1:]:
            yield f"words {' '.join(sorted((name[0], word)))}"


def _body_blocks(profile: Profile) -> Iterator[str]:
    yield f"body {' '.join(profile.proper)}"
    if len(profile.name) > 1:
        yield f"body {initials(profile.name)}"
        yield f"head {' '.join(profile.name[:2])}"
        yield f"head {' '.join(profile.name[-2:])}"
