"""Whom a pronoun can mean: the people mentioned before it, weighed by nearness and prominence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotes.model import Quotation, Sentence, Span
from quotes.names import Gender
from quotes.people import Found, People
from quotes.person import Person
from quotes.roles import names_a_person

REACH = 1500  # characters before a pronoun in which its person is looked for
_OPENING = 300  # characters before the first name of a sentence in which its subject may stand
WINDOW = 24  # mentions before a pronoun that are looked at

# The rare letters of he and she, himself and herself first, as literals: the engine then skips to them.
_PRONOUNS = tuple(
    map(
        re.compile,
        (
            r"he\b(?:(?<!\w\w\w)|(?<=\b[Ss]he))",
            r"He\b(?<!\w\w\w)",
            r"self\b(?:(?<=\b[Hh]imself)|(?<=\b[Hh]erself))",
        ),
    )
)
_SUBJECT = re.compile(r"\b(?:[Hh]|[Ss]h)e\b")
_OBLIQUE = tuple(
    f" {word}"
    for word in (
        "of to for with against from by about like on unlike than in over at toward towards under behind"
        " beside besides without near alongside"
    ).split()
)


class Mark(NamedTuple):
    """A settled mention as a pronoun sees it."""

    start: int
    id: int
    sentence: int
    quoted: bool
    weight: float
    joined: bool  # by "and" to the mention before


class Scene:
    """Sentences, quotations and settled mentions of one text, for looking back from a place in it."""

    def __init__(
        self,
        people: People,
        sentences: Sequence[Sentence],
        quotations: Iterable[Quotation],
        headlines: Sequence[Span] = (),
    ) -> None:
        """Lay out the mentions of `people` by sentence."""
        self.people = people
        self._sentences = [sentence.start for sentence in sentences]
        self._paragraphs = [sentence.paragraph for sentence in sentences]
        parts = sorted(part for quotation in quotations if quotation.depth == 0 for part in quotation.parts)
        self._quoted = parts
        self._quoted_starts = [start for start, _ in parts]
        self._headlines = headlines
        self._heroes: dict[Gender | None, int | None] = {None: None}
        self.marks = list(self._lay_out(people.found))
        self._starts = [mark.start for mark in self.marks]

    def sentence(self, at: int) -> int:
        """Return the index of the sentence around an offset."""
        return bisect_right(self._sentences, at) - 1

    def paragraph(self, at: int) -> int:
        """Return the index of the paragraph around an offset."""
        return self._paragraphs[self.sentence(at)] if self._paragraphs else 0

    def headline(self, at: int) -> bool:
        """Say whether an offset lies in a headline or subhead."""
        block = bisect_right(self._headlines, (at, len(self.people.text) + 1)) - 1
        return block >= 0 and at < self._headlines[block][1]

    def protagonist(self, gender: Gender | None) -> int | None:
        """The person of a gender who is named first, and as often as any other: three times or more."""
        if gender not in self._heroes:
            fits = [p for p in self.people.all if p.surely and p.places and p.gender() == gender]
            first = min(fits, key=lambda person: person.places[0], default=None)
            most = max((len(person.places) for person in fits), default=0)
            named = len(first.places) if first else 0
            self._heroes[gender] = first.id if first and named >= max(3, most) else None
        return self._heroes[gender]

    def quoted(self, at: int) -> bool:
        """Say whether an offset lies in quotation marks."""
        part = bisect_right(self._quoted_starts, at) - 1
        return part >= 0 and at < self._quoted[part][1]

    def before(self, at: int) -> Sequence[Mark]:
        """Return the last mentions before an offset, in text order."""
        end = bisect_left(self._starts, at)
        begin = max(bisect_left(self._starts, at - REACH, 0, end), end - WINDOW)
        return self.marks[begin:end]

    def _lay_out(self, found: Iterable[Found]) -> Iterator[Mark]:
        last, end, first, owned = -1, 0, False, False
        text = self.people.text
        for one in found:
            if one.id is None:
                continue
            start, mention_end, lead = one.mention[:3]
            sentence, quoted, possessive = self.sentence(start), self.quoted(start), one.mention.possessive
            joined = False
            if sentence != last:
                first = self._opens(sentence, lead)
            else:
                joined = end + 5 == lead and text.startswith(" and ", end)
                first = first and (joined or (owned and names_a_person(text, lead)))
            weight = self._weight(lead, first=first, possessive=possessive)
            if not quoted:
                last, end, owned = sentence, mention_end, possessive
            yield Mark(start, one.id, sentence, quoted, weight * 0.4 if quoted else weight, joined)

    def _opens(self, sentence: int, at: int) -> bool:
        """Say whether a sentence has no pronoun as its subject before its first name."""
        begin = max(self._sentences[sentence] if sentence >= 0 else 0, at - _OPENING)
        return at - begin < 4 or _SUBJECT.search(self.people.text, begin, at) is None

    def _weight(self, at: int, *, first: bool, possessive: bool) -> float:
        """A subject weighs most, then an object, then what follows a preposition or owns something."""
        oblique = possessive or self.people.text[max(0, at - 11) : at].rstrip().lower().endswith(_OBLIQUE)
        return 0.6 if oblique else 1.5 if first else 1.0

    def vote(self) -> None:
        """Let each he and she vote on the gender of the one person named before it in its sentence.

        All together they tell the gender of the person with whom the article begins.
        """
        if all(person.told for person in self.people.all):
            return
        all_votes = {"m": 0, "f": 0}
        for at, gender in _pronouns(self.people.text):
            if not self.quoted(at):
                all_votes[gender] += 1
                named = self._named_alone_before(at)
                if named is not None:
                    self.people.all[named].votes[gender] += 1
        self._vote_on_the_first(all_votes)

    def _named_alone_before(self, at: int) -> int | None:
        """The one person named outside quotes before `at` in its sentence."""
        end = bisect_left(self._starts, at)
        sentence = self.sentence(at)
        last = [mark for mark in self.marks[max(0, end - 2) : end] if mark.sentence == sentence]
        if not last or last[-1].quoted or last[0].id != last[-1].id:
            return None
        return last[-1].id

    def _vote_on_the_first(self, votes: dict[str, int]) -> None:
        """A clear majority of all pronouns is about the first person named, if that is who is named most."""
        named = [person for person in self.people.all if person.places and person.surely]
        first = min(named, key=lambda person: person.places[0], default=None)
        if (
            first is None
            or first.gender()
            or len(first.places) < max(2, max(len(person.places) for person in named))
        ):
            return
        for one, other in (("m", "f"), ("f", "m")):
            if votes[one] >= 5 and votes[one] >= 4 * votes[other]:
                first.votes[one] += 3


def _pronouns(text: str) -> Iterator[tuple[int, Gender]]:
    """Yield where he, she, himself and herself stand, and their gender, in no order."""
    for pattern in _PRONOUNS:
        for pronoun in pattern.finditer(text):
            at = pronoun.start()
            yield at, "f" if at and text[at - 1] in "sSr" else "m"


class Candidate(NamedTuple):
    """A person whom a pronoun or an epithet can mean, and how well it fits."""

    id: int
    score: float


def weigh(
    scene: Scene,
    at: int,
    *,
    gender: Gender | None,
    own: Sequence[Span] = (),
    speaker: tuple[int, int] | None = None,
) -> list[Candidate]:
    """Return the people whom a pronoun at `at` can mean, best first.

    `own` are the spans of the words that the source says (people do not name themselves), `speaker`
    is the person who spoke last, and where.
    """
    here = scene.sentence(at)
    fits: dict[int, float] = {}
    scores: dict[int, float] = {}
    for mark in scene.before(at):
        start, number, sentence, _, weight, _ = mark
        if number not in fits:
            fits[number] = _gender_fits(scene.people.all[number], gender)
        fit = fits[number]
        if not fit:
            continue
        score = weight * _NEAR[min(here - sentence, len(_NEAR) - 1)]
        if sentence == here and weight > 1.0:
            score *= _SUBJECT_HERE
        for begin, end in own:
            if begin <= start < end:
                score *= 0.1
                break
        scores[number] = max(scores.get(number, 0.0), score * fit) + 0.05
    hero = scene.protagonist(gender)
    if hero is not None and scene.people.all[hero].places[0] < at:
        scores[hero] = max(scores.get(hero, 0.0), _HERO)
    if speaker and not _is_pair(scene.before(at)[-2:], scores):
        _favour(scene, scores, at, gender, speaker)
    ranked = [Candidate(person, score) for person, score in scores.items()]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _gender_fits(person: Person, gender: Gender | None) -> float:
    """How well a person goes with a gender: 0 to 1; less if it is unknown, or if this may be no person."""
    own = person.gender() if gender else None
    if own != gender and own is not None:
        return 0.0
    if gender and own is None:
        return 0.6 if person.surely else 0.3
    return 1.0 if person.surely else 0.4


_SUBJECT_HERE = 1.25  # by how much the subject of the same sentence is ahead
_HERO = 0.8  # the least score of the person whom the article is about
_NEAR = (1.6, 1.3, 0.8, 0.55, 0.4, 0.3, 0.2)


def _is_pair(last: Sequence[Mark], scores: dict[int, float]) -> bool:
    """Say whether the last two named stand as a pair (Lee and Ray met), so that neither is the topic."""
    return len(last) == 2 and last[1].joined and all(mark.id in scores for mark in last)


def _favour(
    scene: Scene, scores: dict[int, float], at: int, gender: Gender | None, speaker: tuple[int, int]
) -> None:
    """Give the last speaker the weight of the current topic."""
    person, place = speaker
    distance = scene.sentence(at) - scene.sentence(place)
    if 0 <= distance <= 6 and (not gender or scene.people.all[person].gender() in (None, gender)):
        scores[person] = scores.get(person, 0.0) + 1.2 / (1 + 0.3 * distance)
