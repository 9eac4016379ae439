"""The people of one article: who is named, by which names, in which roles, of which gender.

Only names that are the same name are joined: a full name with its longer form, a surname or a
first name with the one person who bears it. Where two bear it, the mention stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from quotes import names
from quotes.couples import with_shared_surnames
from quotes.headings import without_verbs
from quotes.kinds import MentionKind
from quotes.mentions import Mention, inside, owns, short_firms
from quotes.model import Span
from quotes.names import Gender
from quotes.namesakes import by_generation, likeliest, may_be_no_name, of_age
from quotes.nouns import folded, is_common_word, is_place, title_gender, titles
from quotes.person import Person, folded_wording
from quotes.role import Role, gender_of, head
from quotes.roles import (
    around,
    is_called_a_body,
    is_introduced,
    named_like_a_place,
    names_a_body,
    names_a_person,
)

_COMPANY = re.compile(r" (?:Inc|Corp|Co|Ltd|LLC|[Pp][Ll][Cc])\b")
_SEVERAL = 8  # bearers of one surname that are looked at: the latest
_NO_ROLES = frozenset("man woman boy girl person lady gentleman guy".split())  # they say nothing
_ALIAS = re.compile(  # Ann Lee, known as Annie
    r"(?:,| [-–—(])? ?(?:who is |also |better |popularly )*"
    r"(?:known as|nicknamed|who goes by) [“\"‘']?(?P<name>[A-Z]\w+)"
)
_HOME = re.compile(r" of ((?:[A-Z][a-z]+ )?[A-Z][a-z]+)")  # Senator Ann Lee of Maine
_BY_AGE = re.compile(r"\b(?:younger|older|elder) \Z", re.I)
_SOON = 12_000  # characters after a first name in which its full name follows
_DIED = re.compile(r"died\b[^\n.]{0,160}\. (?:He|She) was (\d{1,3})\b")
_HEAD = 1000  # characters in which a transcript says who takes part
_ROLES = 24  # wordings of roles that are kept for one person


@dataclass(slots=True)
class Found:
    """A mention with the people it can mean, and the person when it is settled."""

    mention: Mention
    ids: tuple[int, ...]
    id: int | None


class People:
    """All people of one article and the mentions that were read, in text order."""

    def __init__(self, text: str, mentions: Iterable[Mention], headlines: Sequence[Span] = ()) -> None:
        """Read the mentions of `text`: full names first, then titles and bare words.

        In `headlines` every word may be in capitals, so names there are those known from elsewhere.
        """
        self.text = text
        self.all: list[Person] = []
        self.found: list[Found] = []
        self.by_head: dict[str, list[int]] = {}
        self.bodies: dict[str, str] = {}  # names of bodies by their first word, folded
        self._by_key: dict[tuple[str, ...], int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_other: dict[str, list[int]] = {}
        self._honorifics: dict[str, Gender | None] = {}
        self._has_aliases = any(words in text for words in ("known as", "nicknamed", "goes by"))
        listed = with_shared_surnames(text, list(mentions))
        loose = inside(listed, headlines) if headlines else set()
        headed = _as_people(text, without_verbs(m for m in listed if m.start in loose)) if loose else []
        listed = _as_people(text, (m for m in listed if m.start not in loose) if loose else listed)
        named = [m for m in listed if m.kind == "person" and len(m.key) > 1]
        named_above = [m for m in headed if m.kind == "person" and len(m.key) > 1]
        bodies = [m for m in (*listed, *headed) if m.kind == "body"]
        unsure = (m for m in (*named, *named_above) if not m.sure and not m.title)
        self.no_people = {
            m.key for m in unsure if names_a_body(text, m.start) or is_called_a_body(text, m.end)
        } | short_firms(bodies)
        for mention in sorted(named, key=lambda m: len(m.words)):
            if mention.sure or mention.key not in self.no_people:
                self._enter(mention)
        for mention in named_above:
            short = mention.sure and not mention.title and len(mention.words) < 4
            if short and not any(self._known_parts(mention)):
                self._enter(mention)
        for mention in (m for m in (*listed, *headed) if m.honorific):
            self._hear(mention)
        for body in bodies:
            if len(body.key) > 1:
                self.bodies.setdefault(body.key[0], " ".join(body.words))
        others = (m for m in listed if m.kind != "person" or len(m.key) < 2)
        for mention in (*named, *others):
            self._place(mention)  # full names first, so that a title knows whose gender fits
        for mention in headed:
            for part in self._unfold(mention):
                self._place(part)
        self._age_the_dead()
        self.found.sort(key=attrgetter("mention.start"))
        self.starts = [found.mention.start for found in self.found]

    def count(self, word: str) -> int:
        """Return how many people bear a folded surname."""
        return len(self._by_last.get(word, ()))

    def bearing(self, surname: str) -> Sequence[int]:
        """Return the latest people who bear a folded surname."""
        return self._by_last.get(surname, ())[-_SEVERAL:]

    def called(self, word: str) -> Sequence[int]:
        """Return the latest people whom one folded word can mean: a surname, or else another name."""
        return self.bearing(word) or self._by_other.get(word, ())[-_SEVERAL:]

    def within(self, start: int, end: int) -> Sequence[Found]:
        """Return the mentions that lie inside `text[start:end]`."""
        return self.found[bisect_left(self.starts, start) : bisect_right(self.starts, max(start, end - 1))]

    def around(self, start: int, end: int) -> Found | None:
        """Return the mention of which `text[start:end]` is the last part: Lee of Robert "Bobby" Lee."""
        last = bisect_left(self.starts, start) - 1
        found = self.found[last] if last >= 0 else None
        return found if found and found.mention.end >= end > start and found.ids else None

    # --- full names ---

    def _enter(self, mention: Mention) -> Person:
        """Return the person of a full name, a new one or one already known by that name."""
        key = mention.key
        known = self._known(mention)
        if known is None:
            known = self._same(mention, key)
        if known is None:
            return self._new(mention, key)
        person = self.all[known]
        self._by_key[key] = known
        longer = len(key) > len(person.key) or len(mention.words) > len(person.words)
        begins = names.is_first_name(mention.words[0]) or not names.is_first_name(person.words[0])
        if longer and begins and (len(key[0]) > 1 or len(person.key[0]) == 1):
            self._rename(person, mention.words, key)
        person.surely |= mention.sure
        person.first = min(person.first, mention.start)
        return person

    def _hear(self, mention: Mention) -> None:
        """Note the gender that Mr., Mrs. or Sir gives a surname, none where they disagree."""
        gender = title_gender(mention.honorific)
        if gender:
            surname = names.fold(mention.words[-1])
            self._honorifics[surname] = gender if self._honorifics.get(surname, gender) == gender else None

    def _unfold(self, mention: Mention) -> Iterable[Mention]:
        """Yield the known names inside a phrase of a headline, or the phrase where there are none."""
        parts = list(self._known_parts(mention))
        plain = not mention.title or names.is_first_name(mention.words[0])
        if not parts and plain and mention.kind == "person" and len(mention.words) in (2, 3):
            self._enter(mention).surely = False
        return parts or ([mention] if len(mention.words) < 4 else [])

    def _known_parts(self, mention: Mention) -> Iterable[Mention]:
        if self._by_last.keys().isdisjoint(mention.key):
            return
        words, at, start = mention.words, 0, mention.start
        while at < len(words):
            sizes = range(max(2, min(4, len(words) - at)), 1, -1)
            size = next((n for n in sizes if names.key(words[at : at + n]) in self._by_key), 1)
            part = words[at : at + size]
            end = start + len(" ".join(part))
            if size > 1 or names.fold(words[at]) in self._by_last:
                kind: MentionKind = "person" if size > 1 else "word"
                yield Mention(start, end, start, kind, part, names.key(part), possessive=owns(self.text, end))
            start, at = end + 1, at + size

    def _known(self, mention: Mention) -> int | None:
        """The person of exactly this name; Jr. and Sr. are two."""
        own = names.suffix(mention.words)
        known = self._by_key.get((*mention.key, own)) if own else None
        if known is None:
            known = self._by_key.get(mention.key)
            other = names.suffix(self.all[known].words) if known is not None and own else None
            known = None if other and other != own else known
        return known

    def _same(self, mention: Mention, key: tuple[str, ...]) -> int | None:
        """Find the one person whose full name goes with this one."""
        last = self._by_last.get(key[-1], ())[-_SEVERAL:]
        fits = [i for i in last if names.same_person(mention.words, self.all[i].words)]
        return fits[0] if len(fits) == 1 else None

    def _new(self, mention: Mention, key: tuple[str, ...]) -> Person:
        person = Person(len(self.all), mention.words, key, mention.start, mention.sure)
        self.all.append(person)
        own = names.suffix(mention.words)
        if own:
            self._by_key[(*key, own)] = person.id
        self._by_key.setdefault(key, person.id)
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
        if len(ids) > 1:
            ids = of_age(self.text, self.all, ids, mention.end)
            ids = by_generation(self.text, self.all, ids, mention.lead)
        self.found.append(Found(mention, ids, ids[0] if len(ids) == 1 else None))
        if len(ids) == 1:
            self._note(self.all[ids[0]], mention)

    def _who(self, mention: Mention) -> tuple[int, ...]:
        key, kind = mention.key, mention.kind
        if kind == "person" and len(key) > 1:
            return self._or_known_part(mention, key, self._known(mention))
        if len(key) > 1 and kind == "word":
            return (self._by_key[key],) if key in self._by_key else self.bearers(" ".join(key), mention)
        if kind == "word" and key[-1] in self._honorifics and _COMPANY.search(self.bodies.get(key[-1], "")):
            return ()  # Lee of Lee Mills Inc., where the man is Mr. Lee
        if kind != "body":
            ids = self.bearers(key[-1], mention)
            if mention.title and ids and not any(self.all[i].first < mention.start for i in ids):
                ids = self._later(ids, mention)
            if not ids and (kind == "person" or self._is_given_name(mention)):
                person = self._new(mention, key)
                if mention.honorific in folded("titles_in_names"):
                    person.words = (*mention.title.split()[-1:], *mention.words)
                person.given = not mention.title
                if words := names.in_capitals(person.words, self.text[:_HEAD]):
                    self._rename(person, words, names.key(words))
                ids = (person.id,)
            return ids
        self._complete(mention, key)
        return ()

    def _complete(self, mention: Mention, key: tuple[str, ...]) -> None:
        """Learn the first name of a person known by a surname from a longer phrase: Ann Lee Prize."""
        if len(key) < 3 or not names.is_first_name(mention.words[0]) or key[:2] in self._by_key:
            return
        gender = names.first_name_gender(mention.words[0])
        ids = [i for i in self._by_last.get(key[1], ()) if self.all[i].gender() in (None, gender)]
        if len(ids) == 1 and len(self.all[ids[0]].key) == 1:
            self._rename(self.all[ids[0]], mention.words[:2], key[:2])

    def _later(self, ids: tuple[int, ...], mention: Mention) -> tuple[int, ...]:
        """Of people named in full only later, those whom Mr. or Mrs. elsewhere allows."""
        surname = names.fold(mention.words[-1])
        gender = self._honorifics.get(surname)
        title = mention.honorific
        fits = tuple(i for i in ids if not gender or self.all[i].gender() in (None, gender))
        if (
            titles().get(title, (None, ()))[1]
            and not gender
            and mention.start + 3000 < min((self.all[i].first for i in fits), default=0)
        ):
            return ()
        return fits

    def _or_known_part(self, mention: Mention, key: tuple[str, ...], known: int | None) -> tuple[int, ...]:
        """A full name; or a known surname after a word that only begins the sentence (Asked Lee)."""
        if known is None:
            return ()
        self._complete(mention, key)
        person = self.all[known]
        if person.first == mention.start and not person.surely and len(key) == 2:
            others = [i for i in self._by_last.get(key[-1], ()) if i != known and self.all[i].surely]
            common = is_common_word(mention.words[0]) and not names.is_first_name(mention.words[0])
            before = self.text[max(0, mention.start - 2) : mention.start]
            if common and len(others) == 1 and before in ("\n\n", ". ", "", "” "):
                return (others[0],)
        return (known,)

    def _is_given_name(self, mention: Mention) -> bool:
        """Say whether a bare word is a first name that can stand for a person: his son Marek."""
        word = mention.words[0]
        if mention.kind != "word" or is_place(word) or word.isupper():
            return False
        if names.is_first_name(word) or names_a_person(self.text, mention.start):
            return True
        return not self._located(mention.start) and is_introduced(self.text, mention)

    def bearers(self, word: str, mention: Mention) -> tuple[int, ...]:
        """Return the people whom one word of a name can mean at a place, the likeliest alone if one is."""
        if word not in self._by_last and word not in self._by_other:
            return ()
        gender, own = title_gender(mention.honorific), names.suffix(mention.words)
        ids = self._fit(self._by_last.get(word, ()), gender)
        if own:
            ids = tuple(i for i in ids if names.suffix(self.all[i].words) in (None, own))
            ids = tuple(i for i in ids if names.suffix(self.all[i].words)) or ids
        if ids and is_place(word) and mention.kind == "word" and self._located(mention.start):
            return ()
        if not ids and (mention.kind == "word" or mention.title):
            named = self._fit(self._by_other.get(word, ()), gender)
            ids = tuple(i for i in named if self._is_known(i, mention.start))
        if len(ids) > 1 and mention.title:
            ids = tuple(i for i in ids if i in self.by_head.get(mention.honorific, ())) or ids  # Rep. Lee
        if len(ids) > 1 and _BY_AGE.search(self.text, max(0, mention.lead - 12), mention.lead):
            return ids  # the older Lee
        return likeliest(self.all, ids, mention.start)

    def _is_known(self, number: int, at: int) -> bool:
        """Say whether somebody of a first name was named before `at`, or kin were: Ann Lee's father, Tom."""
        person = self.all[number]
        family = (self.all[i].first for i in self.bearing(person.key[-1]) if i != number)
        return person.first < at or any(first < person.first < at + _SOON for first in family)

    def _located(self, at: int) -> bool:
        """Say whether "in", "from" or the like stands before a word, so that it is the place."""
        return self.text.endswith((" in ", " from ", " of ", " to ", " at ", " near ", " across "), 0, at)

    def _fit(self, ids: Sequence[int], gender: Gender | None) -> tuple[int, ...]:
        if len(ids) == 1 and not gender:
            return tuple(ids)
        latest = [i for i in ids[-_SEVERAL:] if not gender or self.all[i].gender() in (None, gender)]
        named = [i for i in latest if not may_be_no_name(self.all[i])] if len(latest) > 1 else latest
        return tuple(named or latest)

    def _age_the_dead(self) -> None:
        """Note the age with which an obituary opens: Ann Lee died on Saturday. She was 88."""
        aged = _DIED.search(self.text, 0, _HEAD)
        first = min((one for one in self.all if one.surely), key=lambda one: one.first, default=None)
        if aged and first and first.first < aged.start() and first.age is None:
            first.age = int(aged[1])

    def _note(self, person: Person, mention: Mention) -> None:
        """Add what stands around a mention to what is known of the person."""
        insort(person.places, mention.start)
        if len(mention.words) == 1 and mention.key[0] == person.key[-1]:
            insort(person.bare, mention.start)
            person.surely |= len(person.key) > 1  # bodies are called by their first word
        roles, age, party, surely, mark = around(self.text, mention)
        for role in roles:
            self.add_role(person, role)
        if mark and len(person.titles) < _ROLES:
            person.titles.setdefault(folded_wording(mark.text), mark)
        person.age = person.age or age
        person.party = person.party or party
        person.surely |= surely
        if mention.honorific:
            _add(self.by_head, mention.honorific, person.id)  # "the doctor" may be Dr. Lee
            person.told = person.told or title_gender(mention.honorific)
            person.homes |= {names.fold(home[1]) for home in [_HOME.match(self.text, mention.end)] if home}
        called = _ALIAS.match(self.text, mention.end) if self._has_aliases else None
        if called:
            _add(self._by_other, names.fold(called["name"]), person.id)

    def add_role(self, person: Person, role: Role) -> None:
        """Give a person a role, and find the person by the nouns of that role from now on."""
        wording = folded_wording(role.text)
        if wording in _NO_ROLES:
            return
        if wording not in person.titles:
            if len(person.titles) == _ROLES:
                return
            noun = head(role.text)
            if not (noun.endswith("man") and person.named_gender() == "f"):  # spokesman Hope Barlow
                person.told = person.told or gender_of(role.text)
            for word in (noun, *(titles()[noun][1] if noun in titles() else ())):
                _add(self.by_head, word, person.id)
        if wording not in person.titles or role < person.titles[wording]:
            person.titles[wording] = role
        insort(person.roles, role)


def _as_people(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, as people those who are only called like a place: the lawyer, Kent Mosley."""
    return [
        replace(one, kind="person") if one.kind == "body" and named_like_a_place(text, one) else one
        for one in mentions
    ]


def _add(index: dict[str, list[int]], word: str, person: int) -> None:
    ids = index.setdefault(word, [])
    if person not in ids[-_SEVERAL:]:
        ids.append(person)
