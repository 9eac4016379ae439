"""Who a source is: from the printed phrase to the fullest name in the article, or to none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from quotes import lexicon, names
from quotes.mentions import find_mentions
from quotes.model import Attribution, Paragraph, Quotation, Resolution, Sentence, Span, Speaker, SpeakerType
from quotes.names import Gender, fold
from quotes.nouns import is_body_word, is_people, is_place, role_nouns, synonyms, titles
from quotes.people import Found, People, Person
from quotes.phrases import Phrase, is_role, take_apart, type_of
from quotes.roles import around, gender_of, names_a_body, role_at
from quotes.salience import Candidate, Scene, weigh

_PRONOUNS: dict[str, Gender | None] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_PLURAL = frozenset("they them their theirs themselves".split())
_THING = frozenset("it its itself".split())
_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_RELATIVE = frozenset("who which that whom whose".split())
_NO_ONE = frozenset("you your one there someone everyone anyone nobody everybody somebody this these those".split())
_LINK = re.compile(r",[ \u00a0\n](?:[a-z][\w-]*[ \u00a0]){0,4}\Z|,? [-–—]+ \Z")
_CALLED = re.compile(
    r"(?:identified (?:(?:him|her|them)sel(?:f|ves) )?(?:only |simply )?as|named|called|gave (?:his|her|their) name (?:only )?as) "
)
_ACRONYM = re.compile(r",? \(?[A-Z]{2,8}\)?\Z")
_CORPORATE = frozenset("corp corporation inc ltd plc llc co group holdings bank airlines motors industries".split())
_COMPANY = frozenset("company firm group business bank retailer carrier airline manufacturer maker lender".split())
_LETTERS = re.compile(r"(?: [A-Z]{2,4})+")
_NEXT = re.compile(r"\b(he|she|his|her|him|it|its)\b", re.I)
_OWNER = re.compile(r"([^\W\d_]\w+)['’]s?[ \u00a0]")
_CLOSE, _CLEAR = 0.35, 0.9  # distances between the best two candidates


@cache
def _precision() -> dict[str, float]:
    return {step: float(share.partition("#")[0]) for step, share in lexicon.table("steps").items()}


@dataclass(slots=True)
class _Answer:
    """What is known about one source: a person of the article, or a phrase with a type, or candidates."""

    person: int | None = None
    name: str = ""
    type: SpeakerType = "unknown"
    named: bool = False
    steps: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    factor: float = 1.0

    @property
    def confidence(self) -> float:
        sure = self.factor
        for step in self.steps:
            sure *= _precision()[step]
        return round(sure, 3)


def resolve(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Resolution, ...]:
    """Say who each attribution's source is: one resolution for each, in the same order.

    All offsets are code points into `text`. Nothing is raised: a source that cannot be told, or
    that two people fit alike, has no speaker and its candidates are listed.
    """
    if not attributions:
        return ()
    headlines = _headlines(text, paragraphs)
    people = People(text, find_mentions(text), headlines)
    scene = Scene(people, sentences, quotations, headlines)
    scene.vote()
    return _Resolver(text, people, scene, attributions).all()


def _headlines(text: str, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """Headings, and short paragraphs without an end: there any word may be in capitals."""
    return [(block.start, block.end) for block in paragraphs if block.kind == "heading" or _in_title_case(text, block)]


_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


def _in_title_case(text: str, block: Paragraph) -> bool:
    """Say whether a short paragraph is a headline by its looks: no full stop, or nearly all long words in capitals."""
    if block.end - block.start > 200:
        return False
    if block.end - block.start < 120 and text[block.end - 1] not in ".!?\"”'’):,;—":
        return True
    long = _LONG_WORD.findall(text, block.start, block.end)
    return len(long) > 4 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


@dataclass(slots=True)
class _Resolver:
    """Reads the attributions in text order and remembers who spoke."""

    text: str
    people: People
    scene: Scene
    attributions: Sequence[Attribution]
    answers: dict[int, _Answer] = field(default_factory=dict)
    spoke: tuple[int, int] | None = None
    unnamed: tuple[_Answer, Gender | None, int] | None = None
    group: tuple[str, int] | None = None
    thing: tuple[str, SpeakerType, int] | None = None
    bodies: dict[str, str] = field(default_factory=dict)

    def all(self) -> tuple[Resolution, ...]:
        order = sorted(range(len(self.attributions)), key=lambda i: _place(self.attributions[i]))
        for index in order:
            self.answers[index] = self._answer(self.attributions[index])
            self._remember(self.answers[index], _place(self.attributions[index]))
        return tuple(self._resolution(i, one) for i, one in enumerate(self.attributions))

    def _answer(self, attribution: Attribution) -> _Answer:
        if attribution.source:
            return self.read(attribution.source, attribution.content)
        before = self.answers.get(attribution.follows) if attribution.follows is not None else None
        if before is None:
            return _Answer(because=("no source is printed",))
        because = (*before.because, "the words go on from the quote before")
        return _Answer(before.person, before.name, before.type, before.named, (*before.steps, "continues"), because,
                       before.candidates)  # fmt: skip

    def _remember(self, answer: _Answer, at: int) -> None:
        if answer.person is not None:
            self.spoke, self.unnamed = (answer.person, at), None
        elif answer.type == "person" and answer.name and answer.name != "the author":
            self.spoke = None
            self.unnamed = (answer, gender_of(re.sub(r"\A(?:an?|the|one|another) ", "", answer.name)), at)
        elif answer.type == "group":
            self.group = (answer.name, at)
        elif answer.type in ("organization", "document"):
            self.thing = (answer.name, answer.type, at)

    # --- one source ---

    def read(self, source: Sequence[Span], content: Sequence[Span] = ()) -> _Answer:
        """Resolve the phrase at `source`; `content` are the words that it says."""
        start, end = source[0]
        printed = self.text[start:end]
        word = fold(printed.strip(" ,’'")) if len(printed) < 12 else ""
        word = re.sub(r"['’]s\Z", "", word)
        if word in _PRONOUNS:
            return self._pronoun(word, start, content)
        if word in _FIRST:
            return self._first_person(word, start)
        if word in _PLURAL:
            return self._they(printed, start)
        if word in _THING:
            return self._it(printed, start)
        if word in _RELATIVE:
            return self._relative(printed, start)
        if word in _NO_ONE:
            return _Answer(name=printed, type="unknown", because=(f'"{printed}" is nobody in particular',))
        return self._phrase(printed, start, end, content)

    def _phrase(self, printed: str, start: int, end: int, content: Sequence[Span]) -> _Answer:
        phrase = take_apart(printed)
        inside = self.people.within(start, end)
        offset = start + len(printed) - len(printed.lstrip())
        core_end = offset + len(phrase.core)
        named = self._head_name(phrase, inside, core_end, start)
        if named is not None:
            return self._name(named, printed)
        if is_role(phrase) and phrase.shape != "a" and not (phrase.shape == "bare" and any(one.ids for one in inside)):
            return self._epithet(phrase, start, content)
        return self._other(phrase, printed, inside, start)

    def _head_name(self, phrase: Phrase, inside: Sequence[Found], core_end: int, start: int) -> Found | None:
        """Return the mention that the phrase is about, not one that only describes (`Lee's aide`)."""
        people = [one for one in inside if one.ids or one.mention.kind == "person"]
        heads = [one for one in people if one.mention.lead < core_end and (core_end <= one.mention.end + 2 or _LETTERS.fullmatch(self.text, one.mention.end, core_end))]
        if heads:
            joined = [one for one in people if re.match(r" (?:and|&) |, ", self.text[one.mention.end : one.mention.end + 5])]
            several = len({one.ids for one in people}) > 1 and " and " in phrase.text and joined
            if several and re.search(r"\band\b", self.text[joined[0].mention.end : people[-1].mention.start]):
                if not re.search(r"[(,].*[a-z]{3}", self.text[joined[0].mention.end : people[-1].mention.start].replace("and", "")):
                    return None
            return heads[0]
        if phrase.plural or not (is_role(phrase)):
            return None
        called = _CALLED.search(phrase.text)
        if called:
            at = start + phrase.text.find(called[0]) + len(called[0])
            return next((one for one in inside if one.mention.lead == at), None)
        bodies = (one for one in inside if one.mention.kind == "body")
        return next((one for one in (*people, *bodies) if _LINK.search(self.text[max(start, one.mention.lead - 60) : one.mention.lead])), None)

    def _name(self, found: Found, printed: str) -> _Answer:
        mention = found.mention
        own = " ".join(mention.words)
        if mention.kind == "body":
            return self._body(own, take_apart(own), True)
        if found.id is None:
            listed = tuple(self.people.all[i].name for i in found.ids)
            if not listed:
                kind: SpeakerType = "organization" if names_a_body(self.text, mention.start) else "person"
                return _Answer(name=own, type=kind, named=True, because=(f'"{own}" is printed here alone',), factor=0.8)
            return self._one_of(found, own)
        person = self.people.all[found.id]
        if not person.surely and len(mention.words) > 1 and not mention.sure:
            person.surely = True
        if names.key(mention.words) == person.key:
            return _Answer(person.id, steps=("full name",), because=(f'"{own}" is the fullest name printed',))
        bearers = len(self.people._by_last.get(fold(mention.words[-1]), ()))
        step = "title and surname" if mention.title else "surname" if bearers < 2 else "one of several bearers"
        if fold(mention.words[-1]) != person.key[-1]:
            step = "first name"
        return _Answer(person.id, steps=(step,), because=(f'"{own}" = {person.name}',))

    def _one_of(self, found: Found, own: str) -> _Answer:
        """A surname of two people: the one under whom the text has just been speaking, if that is clear."""
        listed = tuple(self.people.all[i].name for i in found.ids)
        near = weigh(self.scene, found.mention.start, gender=None, speaker=self.spoke)
        ranked = [one for one in near if one.id in found.ids]
        because = f'"{own}" can mean {" or ".join(listed)}'
        if ranked and (len(ranked) == 1 or ranked[0].score > 1.5 * ranked[1].score):
            name = self.people.all[ranked[0].id].name
            return _Answer(ranked[0].id, steps=("one of several bearers",), because=(because, f"just spoken of: {name}"),
                           candidates=tuple(n for n in listed if n != name))  # fmt: skip
        return _Answer(because=(because,), candidates=listed)

    # --- pronouns ---

    def _pronoun(self, word: str, at: int, content: Sequence[Span]) -> _Answer:
        gender = _PRONOUNS[word]
        ranked = weigh(self.scene, at, gender=gender, own=content, speaker=self.spoke)
        kind = "masculine" if gender == "m" else "feminine"
        goes_on = self._unnamed_before(ranked, gender, at)
        if goes_on is not None:
            because = (f'"{word}" is {kind} singular', f"goes on from {goes_on.name}")
            return _Answer(None, goes_on.name, "person", goes_on.named, (*goes_on.steps, "pronoun, clear"), because)
        return self._choose(ranked, (f'"{word}" is {kind} singular',), f"nearest {kind} person")

    def _unnamed_before(self, ranked: list[Candidate], gender: Gender | None, at: int) -> _Answer | None:
        """A person without a name who spoke last, unless somebody else has come up since."""
        if self.unnamed is None:
            return None
        answer, its, place = self.unnamed
        away = self.scene.sentence(at) - self.scene.sentence(place)
        if its not in (None, gender) or not 0 <= away <= 6:
            return None
        best = ranked[0].score if ranked else 0.0
        return answer if (2.4 if its else 1.6) / (1 + 0.3 * away) > best else None

    def _choose(self, ranked: list[Candidate], because: tuple[str, ...], what: str) -> _Answer:
        """Take the best candidate when it is well ahead of the next, else none."""
        if not ranked:
            return _Answer(because=(*because, "nobody fits"))
        best = ranked[0]
        margin = (best.score - ranked[1].score) / best.score if len(ranked) > 1 and best.score else 1.0
        name = self.people.all[best.id].name
        rivals = tuple(self.people.all[c.id].name for c in ranked if c.score > best.score * 0.5)
        if margin < 0.1 or best.score < 0.15:
            return _Answer(because=(*because, f"{' and '.join(rivals[:2])} fit alike"), candidates=rivals)
        if not self.people.all[best.id].gender():
            return _Answer(best.id, steps=("pronoun, gender unknown",), because=(*because, f"{what}: {name}"), candidates=rivals[1:])
        step = "pronoun, only candidate" if len(rivals) < 2 else "pronoun, clear" if margin > _CLOSE else "pronoun, close"
        return _Answer(best.id, steps=(step,), because=(*because, f"{what}: {name}"), candidates=rivals[1:])

    def _first_person(self, word: str, at: int) -> _Answer:
        """I and we are the speaker of the words around them, else the author."""
        outer = self._around(at)
        if outer is not None and outer.person is not None:
            because = (*outer.because, f'"{word}" is inside the words of {self.people.all[outer.person].name}')
            return _Answer(outer.person, steps=(*outer.steps, "inside the words of"), because=because)
        if outer is not None:
            return _Answer(None, outer.name, outer.type, outer.named, (*outer.steps, "inside the words of"), outer.because)
        kind: SpeakerType = "person" if word in ("i", "me", "my", "mine", "myself") else "group"
        return _Answer(name="the author" if kind == "person" else word, type=kind, steps=("phrase",),
                       because=(f'"{word}" outside quotation marks',))  # fmt: skip

    def _around(self, at: int) -> _Answer | None:
        for index in reversed(list(self.answers)[-6:]):
            if any(start <= at < end for start, end in self.attributions[index].content):
                return self.answers[index]
        return None

    def _they(self, printed: str, at: int) -> _Answer:
        if self.group and 0 <= at - self.group[1] < 1500:
            return _Answer(name=self.group[0], type="group", steps=("they",), because=(f'"{printed}": {self.group[0]}',))
        return _Answer(name=printed, type="group", steps=("they",), because=(f'"{printed}" has no group before it',), factor=0.5)

    def _it(self, printed: str, at: int) -> _Answer:
        if self.thing and 0 <= at - self.thing[2] < 1500:
            name, kind, _ = self.thing
            return _Answer(name=name, type=kind, named=kind == "organization", steps=("they",), because=(f'"{printed}": {name}',))
        return _Answer(name=printed, steps=("they",), because=(f'"{printed}" has nothing before it',), factor=0.5)

    def _relative(self, printed: str, at: int) -> _Answer:
        """Who and which are what stands just before them."""
        left = self.text[max(0, at - 160) : at].rstrip(" ,\n\u00a0")
        end = at - (min(160, at) - len(left))
        for found in reversed(self.people.within(max(0, end - 120), end)):
            if found.ids and self._reaches(found, end):
                answer = self._name(found, printed)
                return _Answer(answer.person, steps=(*answer.steps, "relative"), because=(f'"{printed}" follows', *answer.because),
                               candidates=answer.candidates)  # fmt: skip
        if fold(printed) == "which":
            thing = next((one.mention for one in self.people.within(max(0, end - 60), end) if one.mention.end == end), None)
            if thing:
                name = self.text[thing.lead : thing.end]
                return _Answer(name=name, type="organization", named=True, steps=("organization", "relative"),
                               because=(f'"{printed}" follows "{name}"',))  # fmt: skip
        begin = max(left.rfind(mark) for mark in ".!?\n;:,") + 1
        chunk = left[begin:].strip()
        opening = list(re.finditer(r"\b(?:an?|the|one|two|three|some|many|several|those|these|his|her|its|their|other)\b ", chunk, re.I))
        phrase = chunk[opening[-1].start() :] if opening else " ".join(chunk.split()[-3:])
        if not phrase:
            return _Answer(because=(f'"{printed}" follows nothing',))
        answer = self._phrase(phrase, end - len(phrase), end, ())
        answer.steps = (*answer.steps, "relative")
        answer.because = (f'"{printed}" follows "{phrase}"', *answer.because)
        return answer

    def _reaches(self, found: Found, end: int) -> bool:
        """Say whether a name, or what stands in apposition to it, ends at `end`."""
        gap = self.text[found.mention.end : end]
        if len(gap) <= 2 or (gap[0] in ",(" and self.text[end : end + 1] == "," and ". " not in gap):
            return True
        return found.id is not None and any(role.end == end for role in self.people.all[found.id].roles[-6:])

    # --- descriptions ---

    def _epithet(self, phrase: Phrase, at: int, content: Sequence[Span]) -> _Answer:
        """The mayor, The Republican, the 34-year-old: a person whose role, party or age was printed."""
        said = f'"{phrase.core}"'
        if phrase.age is not None:
            return self._by_age(phrase, at, content, said)
        again = self._same_unnamed(phrase, at)
        if again is not None:
            return again
        fits = self._bearers_of_role(phrase, at)
        if len(fits) == 1 or (len(fits) > 1 and fits[0].score > fits[1].score * 1.4):
            person = self.people.all[fits[0].id]
            because = (f"{said} is {person.name}, by a role printed of that person",)
            self._call(person.id, phrase, at)
            step = "description" if len(fits) == 1 else "description, best of several"
            return _Answer(person.id, steps=(step,), because=because, candidates=self._names(fits[1:]))
        if fits:
            return _Answer(because=(f"{said} fits several",), candidates=self._names(fits))
        topic = self._topic(phrase, at, content)
        if topic is not None:
            because = (f"{said}: the person under discussion, {self.people.all[topic].name}",)
            self._call(topic, phrase, at)
            return _Answer(topic, steps=("description of the topic",), because=because)
        return _Answer(name=phrase.text, type="person", steps=("description without a name",),
                       because=(f"{said} is a person without a name",))  # fmt: skip

    def _same_unnamed(self, phrase: Phrase, at: int) -> _Answer | None:
        """A person without a name who has just spoken and is called by the same noun again (the official)."""
        if self.unnamed is None or at - self.unnamed[2] > 2000:
            return None
        before = self.unnamed[0]
        if before.person is not None or take_apart(before.name).head != phrase.head or len(phrase.core.split()) > 2:
            return None
        because = (f'"{phrase.core}" goes on from {before.name}',)
        return _Answer(None, before.name, "person", before.named, ("unnamed person",), because)

    def _topic(self, phrase: Phrase, at: int, content: Sequence[Span]) -> int | None:
        """The last speaker, when an epithet with a name in it (The New York businessman) can only go on about that person."""
        modified = any(word[0].isupper() for word in phrase.core.split()[1:])
        if phrase.core.isupper():
            return None
        if phrase.shape != "the" or not modified or not phrase.core[:3].lower() == "the":
            return None
        ranked = weigh(self.scene, at, gender=role_nouns().get(phrase.head), own=content, speaker=self.spoke)
        if not ranked or (len(ranked) > 1 and ranked[1].score > 0.3 * ranked[0].score):
            return None
        return ranked[0].id if self.people.all[ranked[0].id].surely else None

    def _call(self, person: int, phrase: Phrase, at: int) -> None:
        """An epithet says what somebody is: keep it as a role."""
        role = role_at(self.text, at, at + len(phrase.text if len(phrase.text) < 60 else phrase.core))
        if role:
            self.people.add_role(self.people.all[person], role)

    def _names(self, candidates: Sequence[Candidate]) -> tuple[str, ...]:
        return tuple(self.people.all[candidate.id].name for candidate in candidates)

    def _by_age(self, phrase: Phrase, at: int, content: Sequence[Span], said: str) -> _Answer:
        near = weigh(self.scene, at, gender=role_nouns().get(phrase.head), own=content, speaker=self.spoke)
        near = sorted((_prominent(c, self.people) for c in near), key=lambda c: -c.score)
        same = [c for c in near if self.people.all[c.id].age == phrase.age]
        if same:
            person = self.people.all[same[0].id]
            return _Answer(person.id, steps=("description",), because=(f"{said}: {person.name} is {phrase.age}",))
        open_ = [c for c in near if self.people.all[c.id].age is None and self.people.all[c.id].surely]
        answer = self._choose(open_, (f"{said}: no age is printed for others",), "most prominent person")
        if answer.person is not None:
            answer.steps = ("age",)
        return answer

    def _bearers_of_role(self, phrase: Phrase, at: int) -> list[Candidate]:
        """The people printed with this role, best first: by shared words, then by nearness."""
        modifiers = {fold(w) for w in phrase.core.split()[:-1]} - {"the", "this", "that", "its", "his", "her", "their"}
        nouns = (phrase.head, *synonyms().get(phrase.head, ()))
        heads = [i for noun in nouns for i in self.people.by_head.get(noun, ())[-12:]]
        if is_people(phrase.head):
            heads += [p.id for p in self._recent(at) if _of_party(p, phrase.head)]
        owner = _OWNER.match(phrase.core)
        fits = []
        for person in (self.people.all[i] for i in dict.fromkeys(heads)):
            if not person.places or person.places[0] > at + (1500 if at < 200 else 300):
                continue
            if owner and not any(fold(owner[1]) in fold(role.text) for role in person.roles):
                continue
            score = _fit(person, nouns, modifiers) * _nearness(person, at)
            if score > 0.25 and person.surely:
                fits.append(Candidate(person.id, score))
        return sorted(fits, key=lambda candidate: -candidate.score)

    def _recent(self, at: int) -> list[Person]:
        return [self.people.all[i] for i in dict.fromkeys(mark.id for mark in self.scene.before(at))]

    def _other(self, phrase: Phrase, printed: str, inside: Sequence[Found], at: int) -> _Answer:
        """A group, an organization, a document or an unnamed person."""
        kind = type_of(phrase)
        core = re.sub(r"\A[Tt]he[ \n\u00a0]", "", phrase.text)
        core = _ACRONYM.sub("", core)
        capital = phrase.core.split()[-1][:1].isupper() if phrase.core.split() else False
        leading = next((one for one in inside if one.ids and one.mention.start == at), None)
        if leading and phrase.shape == "bare" and self.scene.headline(at):
            return self._name(leading, printed)
        if phrase.text.count(" and ") and len([one for one in inside if one.mention.kind == "person"]) > 1 and kind != "document":
            return _Answer(name=phrase.text, type="group", steps=("phrase",), because=(f'"{phrase.text}" are several people',))
        if kind == "organization" and capital and len(phrase.core.split()) == 1 and not is_place(phrase.core):
            return self._lone_word(phrase, inside)
        if kind == "organization":
            return self._body(core, phrase, capital)
        step = "unnamed person" if kind == "person" else "phrase"
        return _Answer(name=phrase.text, type=kind, steps=(step,), because=(f'"{phrase.core}" is {_a(kind)}',))

    def _lone_word(self, phrase: Phrase, inside: Sequence[Found]) -> _Answer:
        """One capitalised word that is nobody's known name: a person where an age, a role or "who" follows."""
        if phrase.core.isupper() or is_body_word(phrase.core):
            return self._body(phrase.core, phrase, True)
        person = any(around(self.text, one.mention).person for one in inside[:1])
        kind: SpeakerType = "person" if person else self._kind_by_pronoun(inside)
        return _Answer(name=phrase.core, type=kind, named=True, steps=("lone word",),
                       because=(f'"{phrase.core}" is printed alone',))  # fmt: skip

    def _kind_by_pronoun(self, inside: Sequence[Found]) -> SpeakerType:
        """What the next pronoun says of a lone word: he and she a person, it an organization."""
        end = inside[0].mention.end if inside else 0
        after = _NEXT.search(self.text, end, end + 300)
        if not inside or not after:
            return "unknown"
        return "organization" if after[1].lower() in ("it", "its") else "person"

    def _body(self, core: str, phrase: Phrase, capital: bool) -> _Answer:
        known = self.bodies.get(fold(core))
        if phrase.shape == "the" and not capital:
            known = self.bodies.get(phrase.head) or known
            if known is None and phrase.head in _COMPANY and len(phrase.core.split()) == 2:
                known = self.bodies.get("")
        if known and known != core:
            return _Answer(name=known, type="organization", named=True, steps=("organization",),
                           because=(f'"{phrase.core}" is short for {known}',))  # fmt: skip
        if capital:
            self.bodies.setdefault(phrase.head, core)
            if fold(core.rpartition(" ")[2]) in _CORPORATE:
                self.bodies[""] = core
            initials = "".join(w[0] for w in re.findall(r"[^\W\d_][\w-]*", core) if w[0].isupper()).lower()
            if len(initials) > 1:
                self.bodies.setdefault(initials, core)
        return _Answer(name=core if capital else phrase.text, type="organization", named=capital, steps=("organization",),
                       because=(f'"{phrase.core}" is an organization',))  # fmt: skip

    # --- the record ---

    def _resolution(self, index: int, attribution: Attribution) -> Resolution:
        answer = self.answers[index]
        speaker = self._speaker(answer, attribution.source, _place(attribution))
        to = self.read(attribution.addressee) if attribution.addressee else None
        addressee = self._speaker(to, attribution.addressee, _place(attribution)) if to else None
        confidence = answer.confidence if speaker else 0.0
        return Resolution(speaker, answer.because, confidence, answer.candidates, addressee)

    def _speaker(self, answer: _Answer, source: Sequence[Span], at: int) -> Speaker | None:
        printed = " ".join(self.text[start:end] for start, end in source) or answer.name
        if answer.person is None:
            if not answer.name:
                return None
            return Speaker(answer.name, answer.type, printed, answer.named)
        person = self.people.all[answer.person]
        roles = _roles(person)
        return Speaker(person.name, "person", printed, True, _nearest(person, at) if roles else None, roles, person.age)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _place(attribution: Attribution) -> int:
    """Where an attribution stands: at its source, else at its words."""
    spans = attribution.source or attribution.content or attribution.cue
    return spans[0][0] if spans else 0


def _prominent(candidate: Candidate, people: People) -> Candidate:
    """Weigh a candidate by how often the article names the person."""
    return Candidate(candidate.id, candidate.score * (1 + 0.2 * min(len(people.all[candidate.id].places), 6)))


def _of_party(person: Person, head: str) -> bool:
    letter = {"republican": "R", "democrat": "D", "independent": "I"}.get(head)
    return letter is not None and person.party == letter


def _fit(person: Person, nouns: tuple[str, ...], modifiers: set[str]) -> float:
    """How well a person's roles go with an epithet: shared modifiers count, "former" must be printed."""
    best = 0.0
    for role in person.roles:
        words = {fold(word) for word in re.findall(r"[\w.-]+", role.text)}
        short = fold(role.text.rsplit(maxsplit=1)[-1])
        if not words.intersection(nouns) and not set(titles()[short][1] if short in titles() else ()).intersection(nouns):
            continue
        shared, missing = len(modifiers & words), len(modifiers - words)
        if _parties(modifiers) and _parties(words) and not _parties(modifiers) & _parties(words):
            continue
        score = 1.0 + shared - 0.3 * missing
        if ("former" in words) != ("former" in modifiers):
            score *= 0.5
        best = max(best, score)
    return best if person.roles else 1.0 - 0.2 * len(modifiers)


def _parties(words: set[str]) -> set[str]:
    """The words of nation, faith and party, with the party's adjective as its noun."""
    same = {"gop": "republican", "democratic": "democrat", "labor": "labour"}
    return {same.get(word, word) for word in words if is_people(word)}


def _nearness(person: Person, at: int) -> float:
    """How near the last mention before `at` is: one paragraph or less counts full."""
    from bisect import bisect_left

    last = bisect_left(person.places, at) - 1
    distance = at - person.places[last] if last >= 0 else 3000
    return 1.0 if distance < 500 else 0.7 if distance < 1500 else 0.5


def _roles(person: Person) -> tuple[str, ...]:
    """The roles in text order, each once, white space as single spaces."""
    seen: dict[str, str] = {}
    for role in sorted(person.roles):
        printed = " ".join(role.text.split())
        seen.setdefault(printed.casefold(), printed)
    return tuple(seen.values())


def _nearest(person: Person, at: int) -> str:
    """The role printed beside the quote, else the first."""
    near = min(person.roles, key=lambda role: (abs(role.start - at), role.start))
    role = near if abs(near.start - at) <= 200 else min(person.roles)
    return " ".join(role.text.split())
