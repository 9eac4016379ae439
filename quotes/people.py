"""The people of one article: who is named, by which names, in which roles, of which gender.

Only names that are the same name are joined: a full name with its longer form, a surname or a
first name with the one person who bears it. Where two bear it, the mention stays open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quotes import names
from quotes.mentions import Mention, is_place, titles
from quotes.names import Gender
from quotes.roles import Role, around, gender_of, head

_SEVERAL = 8  # bearers of one surname that are looked at: the latest


@dataclass(slots=True)
class Person:
    """What an article says about one person; it grows while the mentions are read."""

    id: int
    words: tuple[str, ...]
    key: tuple[str, ...]
    first: int
    surely: bool = False
    roles: list[Role] = field(default_factory=list)
    age: int | None = None
    party: str | None = None
    told: Gender | None = None  # by a title or a role
    votes: dict[str, int] = field(default_factory=lambda: {"m": 0, "f": 0})
    places: list[int] = field(default_factory=list)  # where mentioned, in order
    bare: list[int] = field(default_factory=list)  # where mentioned by surname alone

    @property
    def name(self) -> str:
        """The fullest name printed."""
        return " ".join(self.words)

    def gender(self) -> Gender | None:
        """Gender as the article tells it, else as the first name hints."""
        if self.told:
            return self.told
        m, f = self.votes["m"], self.votes["f"]
        if abs(m - f) >= 2 and min(m, f) * 4 <= max(m, f):
            return "m" if m > f else "f"
        hint = names.first_name_gender(self.words[0]) if len(self.words) > 1 else None
        return hint or ("m" if m > f else "f" if f > m else None)


@dataclass(slots=True)
class Found:
    """A mention with the people it can mean: one when it is settled."""

    mention: Mention
    ids: tuple[int, ...]

    @property
    def id(self) -> int | None:
        """The person when there is just one."""
        return self.ids[0] if len(self.ids) == 1 else None


class People:
    """All people of one article and the mentions that were read, in text order."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        """Read the mentions of `text`: full names first, then titles and bare words."""
        self.text = text
        self.all: list[Person] = []
        self.found: list[Found] = []
        self.by_head: dict[str, list[int]] = {}
        self._by_key: dict[tuple[str, ...], int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_other: dict[str, list[int]] = {}
        listed = list(mentions)
        for mention in listed:
            if mention.kind == "person" and len(names.key(mention.words)) > 1:
                self._enter(mention)
        for mention in listed:
            self._place(mention)
        self.starts = [found.mention.start for found in self.found]

    def within(self, start: int, end: int) -> Sequence[Found]:
        """Return the mentions that lie inside `text[start:end]`."""
        return self.found[bisect_left(self.starts, start) : bisect_right(self.starts, max(start, end - 1))]

    # --- full names ---

    def _enter(self, mention: Mention) -> Person:
        """Return the person of a full name, a new one or one already known by that name."""
        key = names.key(mention.words)
        known = self._by_key.get(key)
        if known is None:
            known = self._same(mention, key)
        if known is None:
            return self._new(mention, key)
        person = self.all[known]
        self._by_key[key] = known
        if len(key) > len(person.key) or len(mention.words) > len(person.words):
            if len(key[0]) > 1 or len(person.key[0]) == 1:
                self._rename(person, mention.words, key)
        person.surely |= mention.sure
        return person

    def _same(self, mention: Mention, key: tuple[str, ...]) -> int | None:
        """Find the one person whose full name goes with this one."""
        own = names.suffix(mention.words)
        fits = []
        for known in self._by_last.get(key[-1], ())[-_SEVERAL:]:
            person = self.all[known]
            other = names.suffix(person.words)
            alias = names.nickname(person.words)
            same = names.same_name(key, person.key) or (alias == key[0] and len(key) == 2)
            if same and len(person.key) > 1 and not (own and other and own != other):
                fits.append(known)
        return fits[0] if len(fits) == 1 else None

    def _new(self, mention: Mention, key: tuple[str, ...]) -> Person:
        person = Person(len(self.all), mention.words, key, mention.start, mention.sure)
        self.all.append(person)
        self._by_key[key] = person.id
        self._index(person)
        return person

    def _rename(self, person: Person, words: tuple[str, ...], key: tuple[str, ...]) -> None:
        person.words, person.key = words, key
        self._index(person)

    def _index(self, person: Person) -> None:
        """Let a person be found by each word of the name; the surname counts most."""
        key = person.key
        _add(self._by_last, key[-1], person.id)
        alias = names.nickname(person.words)
        for word in (*key[:-1], *((alias,) if alias else ())):
            if len(word) > 1:
                _add(self._by_other, word, person.id)
        if len(key) > 2:
            _add(self._by_last, " ".join(key[-2:]), person.id)

    # --- titles and bare words ---

    def _place(self, mention: Mention) -> None:
        """Say whom a mention can mean and note what stands around it."""
        ids = self._who(mention)
        self.found.append(Found(mention, ids))
        if len(ids) == 1:
            self._note(self.all[ids[0]], mention)

    def _who(self, mention: Mention) -> tuple[int, ...]:
        key = names.key(mention.words)
        if mention.kind == "person" and len(key) > 1:
            known = self._by_key.get(key)
            return self._or_known_part(mention, key, known)
        if mention.kind in ("person", "word", "office"):
            ids = self.bearers(key[-1], mention)
            if not ids and mention.kind == "person":
                ids = (self._new(mention, key).id,)
            return ids
        return self.bearers(" ".join(key), mention) if len(key) > 1 and mention.words[0].isupper() else ()

    def _or_known_part(self, mention: Mention, key: tuple[str, ...], known: int | None) -> tuple[int, ...]:
        """A full name; or a known surname after a word that only begins the sentence (Asked Lee)."""
        if known is None:
            return ()
        person = self.all[known]
        if person.first == mention.start and not person.surely and len(key) == 2:
            others = [i for i in self._by_last.get(key[-1], ()) if i != known and self.all[i].surely]
            if len(others) == 1 and self.text[max(0, mention.start - 2) : mention.start] in ("\n\n", ". ", "", "” "):
                return (others[0],)
        return (known,)

    def bearers(self, word: str, mention: Mention) -> tuple[int, ...]:
        """Return the people whom one word of a name can mean at a place, the likeliest alone if one is."""
        gender = titles()[_title(mention)][0] if _title(mention) in titles() else None
        ids = self._fit(self._by_last.get(word, ()), gender)
        if ids and is_place(word) and mention.kind == "word" and not mention.possessive:
            ids = tuple(i for i in ids if self.all[i].first < mention.start and len(self.all[i].bare) > 0)
        if not ids and mention.kind == "word":
            ids = tuple(i for i in self._fit(self._by_other.get(word, ()), gender) if self.all[i].first < mention.start)
        return self._likeliest(ids, mention.start)

    def _fit(self, ids: Sequence[int], gender: Gender | None) -> tuple[int, ...]:
        latest = ids[-_SEVERAL:]
        return tuple(i for i in latest if not gender or self.all[i].gender() in (None, gender))

    def _likeliest(self, ids: tuple[int, ...], at: int) -> tuple[int, ...]:
        """Of several bearers, prefer the one printed before; then the one who alone owns the bare surname."""
        if len(ids) < 2:
            return ids
        before = tuple(i for i in ids if self.all[i].first < at)
        if len(before) == 1:
            return before
        owners = tuple(i for i in before if self.all[i].bare)
        return owners if len(owners) == 1 else (before or ids)

    def _note(self, person: Person, mention: Mention) -> None:
        """Add what stands around a mention to what is known of the person."""
        person.places.append(mention.start)
        if len(mention.words) == 1 and not mention.title:
            person.bare.append(mention.start)
        seen = around(self.text, mention)
        for role in seen.roles:
            self.add_role(person, role)
        person.age = person.age or seen.age
        person.party = person.party or seen.party
        person.surely |= seen.person
        title = _title(mention)
        if title in titles() and titles()[title][0]:
            person.told = person.told or titles()[title][0]

    def add_role(self, person: Person, role: Role) -> None:
        """Give a person a role, and find the person by the nouns of that role from now on."""
        person.roles.append(role)
        person.told = person.told or gender_of(role.text)
        noun = head(role.text)
        for word in (noun, *(titles()[noun][1] if noun in titles() else ())):
            _add(self.by_head, word, person.id)


def _title(mention: Mention) -> str:
    return names.fold(mention.title.rpartition(" ")[2]) if mention.title else ""


def _add(index: dict[str, list[int]], word: str, person: int) -> None:
    ids = index.setdefault(word, [])
    if person not in ids[-_SEVERAL:]:
        ids.append(person)
