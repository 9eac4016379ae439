"""Whom a pronoun can mean: the people mentioned before it, weighed by nearness and prominence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from quotes.model import Quotation, Sentence, Span
from quotes.names import Gender
from quotes.namesakes import family, head_of_family
from quotes.nouns import is_role_noun
from quotes.openings import FINITE, opening_epithet
from quotes.people import Found, People
from quotes.person import Person
from quotes.role import is_verbal, stops
from quotes.roles import names_a_person

REACH = 1500  # characters before a pronoun in which its person is looked for
_PRELUDE = 80  # characters before a name that a preposition at the start of its sentence reaches
_OPENING = 300  # characters before the first name of a sentence in which its subject may stand
WINDOW = 24  # mentions before a pronoun that are looked at

# The rare letters of he and she, himself and herself first, as literals: the engine then skips to them.
_SUBJECTS = (re.compile(r"he\b(?:(?<!\w\w\w)|(?<=\b[Ss]he))"), re.compile(r"He\b(?<!\w\w\w)"))
_REFLEXIVE = re.compile(r"self\b(?:(?<=\b[Hh]imself)|(?<=\b[Hh]erself))")
_POSSESSIVES = re.compile(  # not: Lee has worked with her for years
    r"[Hh](?:is|er(?= \w)(?! (?:a|about|again|an|and|as|at|before|after|but|by|for|from|if|in|into|on|or"
    r"|over|that|the|through|to|up|when|where|while|with)\b))\b(?<!\w{4})"
)
_PREPOSITION = re.compile(
    r"[“\"‘'(]*(?:In|At|On|During|With|Like|Unlike|Under|By|From|Through|Against|Among|Amid|Despite|Besides"
    r"|Following|Before|After)\b[^,;:.]*"
)
_SAID_BEFORE = (" said ", " says ", " added ", " asked ")
_STOPS = frozenset(",.;—")
_SAID_AFTER = (" said", " says", " told ", " added")
_GOES_ON: dict[Gender | None, re.Pattern[str]] = {
    "m": re.compile(r"(?:[A-Z]\w+ |In \d+, )?[Hh]e\b"),
    "f": re.compile(r"(?:[A-Z]\w+ |In \d+, )?[Ss]he\b"),
}
_AND = re.compile(r"(?:, [^,.;“\"]{1,40},| \([^()]{1,30}\))? and ")  # Lee, 61, and Ray
_SURVIVED = re.compile(r" survived by\b(?:(?<=e is survived by)|(?<=e was survived by))")
_SOON = 2  # sentences in which "he" goes on from there
_RUN = 4  # sentences of a run that are looked at
_DETERMINERS = tuple(
    f"{before}{word} "
    for word in "the a an this that any another no his her their its The A An His Her Their".split()
    for before in " \n“("
)
_WORD = re.compile(r" ([a-z][a-z-]+)")
_DESCRIBED = re.compile(r" (?:[a-z][a-z-]+ ){1,2}(?=[A-Z])")
_OBLIQUE = frozenset(
    "of to for with against from by about like on unlike than in over at toward towards under behind"
    " beside besides without near alongside".split()
)
_LONGEST_SENTENCE = 1_000  # characters of it that are looked at
_BESIDE = frozenset(["at", "near"])  # who owns what follows is no topic

_MODIFIER = 0.3  # the weight of a name before a noun: the Lee administration

_OBLIQUELY = 0.6  # the weight of who owns something, or follows a preposition

_TOPIC = 1.2  # the weight of who owns the subject of a sentence: Lee's quarrel with the club


def _counted(starts: Sequence[int], places: Iterable[int]) -> Iterator[int]:
    """Yield for each place how many of the starts are not after it; both ascend.

    >>> list(_counted([0, 10, 20], [3, 12, 19, 40]))
    [1, 2, 2, 3]
    """
    count, most = 0, len(starts)
    for place in places:
        while count < most and starts[count] <= place:
            count += 1
        yield count


def _word_after(text: str, end: int) -> str:
    """The word in lower case right after a name, empty if there is none: said."""
    if not text[end + 1 : end + 2].islower():
        return ""
    found = _WORD.match(text, end)
    return found[1] if found else ""


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
        self._subjects = sorted(one.start() for each in _SUBJECTS for one in each.finditer(people.text))
        self._survived: list[int] | None = None
        self._heroes: dict[Gender | None, int | None] = {None: None}
        self.marks = self._lay_out([one for one in people.found if one.ids])
        self._starts = [mark.start for mark in self.marks]

    def sentence(self, at: int) -> int:
        """Return the index of the sentence around an offset."""
        return bisect_right(self._sentences, at) - 1

    def start_of(self, sentence: int) -> int:
        """Return where a sentence begins."""
        return self._sentences[sentence] if 0 <= sentence < len(self._sentences) else 0

    def sentence_start(self, at: int) -> int:
        """Return where the sentence around an offset begins."""
        return self._sentences[max(0, self.sentence(at))] if self._sentences else 0

    def begins(self, at: int) -> bool:
        """Say whether a sentence begins at an offset, or two characters before."""
        return 0 <= at - self.sentence_start(at) <= 2

    def run(self, sentence: int, gender: Gender | None) -> int:
        """Return how many sentences just before one begin with he or she, and so have the same subject."""
        opening = _GOES_ON.get(gender)
        first = max(0, sentence - _RUN)
        at = sentence - 1
        while opening and at >= first and opening.match(self.people.text, self._sentences[at]):
            at -= 1
        return sentence - 1 - at

    def paragraph(self, at: int) -> int:
        """Return the index of the paragraph around an offset."""
        return self._paragraphs[self.sentence(at)] if self._paragraphs else 0

    def sentence_before(self, at: int) -> Span | None:
        """Return the sentence before the one around an offset, in its paragraph; of a long one the start."""
        here = self.sentence(at)
        if here < 1 or self._paragraphs[here] != self._paragraphs[here - 1]:
            return None
        start = self._sentences[here - 1]
        return start, min(self._sentences[here], start + REACH)

    def in_paragraph(self, at: int) -> Iterator[Mark]:
        """Yield the mentions before `at` in its paragraph, outside quotation marks, of the last ones."""
        here = self.paragraph(at)
        return (mark for mark in self.before(at) if not mark.quoted and self.paragraph(mark.start) == here)

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

    def survived(self, at: int, since: int) -> bool:
        """Say whether "He is survived by" stands after `since`, a sentence or two before `at`."""
        if self._survived is None:
            known = " survived by" in self.people.text
            self._survived = [one.end() for one in _SURVIVED.finditer(self.people.text)] if known else []
        last = bisect_left(self._survived, at) - 1
        place = self._survived[last] if last >= 0 else -1
        return place > since and self.sentence(at) - self.sentence(place) <= _SOON

    def quoted(self, at: int) -> bool:
        """Say whether an offset lies in quotation marks."""
        part = bisect_right(self._quoted_starts, at) - 1
        return part >= 0 and at < self._quoted[part][1]

    def before(self, at: int) -> Sequence[Mark]:
        """Return the last mentions before an offset, in text order."""
        end = bisect_left(self._starts, at)
        begin = bisect_left(self._starts, at - REACH, end - WINDOW if end > WINDOW else 0, end)
        return self.marks[begin:end]

    def _lay_out(self, found: Sequence[Found]) -> list[Mark]:
        marks: list[Mark] = []
        families: dict[tuple[int, ...], tuple[Person, ...]] = {}
        last, end, first, owned, prelude = -1, 0, False, False, False
        text = self.people.text
        starts = [one.mention.start for one in found]
        sentences, parts = _counted(self._sentences, starts), _counted(self._quoted_starts, starts)
        for one, before, part in zip(found, sentences, parts, strict=True):
            number, mention = one.id, one.mention
            if number is None and not self._says(mention.lead, mention.end):
                if one.ids not in families:
                    families[one.ids] = family(self.people.all, one.ids)
                number = head_of_family(text, families[one.ids], mention.start)
            if number is None:
                continue
            start, mention_end, lead = mention.start, mention.end, mention.lead
            sentence, possessive = before - 1, mention.possessive
            quoted = part > 0 and start < self._quoted[part - 1][1]
            joined = False
            if sentence != last:
                first = self._opens(sentence, lead)
                prelude = first and self._in_prelude(sentence, lead)
            elif prelude and ", " in text[end:lead]:
                prelude = False  # "At a rally with Lee on Monday, Ray said": now the subject
            else:
                joined = text.startswith(" and ", lead - 5) and _AND.fullmatch(text, end, lead) is not None
                first = first and (joined or (owned and names_a_person(text, lead)))
            says = self._says(lead, mention_end)
            word = _word_after(text, mention_end)
            noun = bool(word) and not is_verbal(word) and word not in stops()
            owns = possessive or prelude or (noun and not says and self._describes(mention_end))
            if noun and text.endswith(_DETERMINERS, 0, lead):  # the Lee administration, a Lee rally
                weight = _MODIFIER
            elif possessive and first and not prelude and not self._owns_somebody(mention_end):
                weight = _OBLIQUELY if self._follows(_BESIDE, lead) else _TOPIC
            else:
                subject = text[lead - 2 : lead] == ", " and (is_verbal(word) or word in FINITE)
                if subject and marks and marks[-1].sentence == sentence and marks[-1].weight == _TOPIC:
                    marks[-1] = marks[-1]._replace(weight=_OBLIQUELY)
                weight = self._weight(lead, first=says or subject or (first and not prelude), possessive=owns)
            if not quoted:
                last, end, owned = sentence, mention_end, owns and not prelude
            marks.append(Mark(start, number, sentence, quoted, weight * 0.4 if quoted else weight, joined))
        return marks

    def _opens(self, sentence: int, at: int) -> bool:
        """Say whether a sentence has no pronoun as its subject before its first name."""
        begin = self._sentences[sentence] if sentence >= 0 else 0
        begin = begin if at - begin < _OPENING else at - _OPENING
        if at - begin < 4:
            return True
        return not self._has_subject(begin, at) and not opening_epithet(self.people.text, begin)

    def _has_subject(self, start: int, end: int) -> bool:
        """Say whether he or she stands between two offsets."""
        first = bisect_left(self._subjects, start)
        return first < len(self._subjects) and self._subjects[first] + len("he") <= end

    def _says(self, lead: int, end: int) -> bool:
        """Say whether a verb of speech stands right beside a name: it rained, said Lee."""
        text = self.people.text
        inverted = text[end : end + 1] in _STOPS and text.endswith(_SAID_BEFORE, 0, lead)
        return inverted or text.startswith(_SAID_AFTER, end)

    def _describes(self, end: int) -> bool:
        """Say whether a name only describes the next, by a role between them: Lee spokesman Bo Ray."""
        after = _DESCRIBED.match(self.people.text, end)
        if after is None or not names_a_person(self.people.text, after.end()):
            return False
        return not any(is_verbal(word) or word in stops() for word in after[0].split())

    def _owns_somebody(self, end: int) -> bool:
        """Say whether what somebody owns is a person, who may be "he" from now on: Lee's spokesman."""
        text = self.people.text
        return any(is_role_noun(word) for word in text[end : end + 60].split(",")[0].split()[:5])

    def _in_prelude(self, sentence: int, at: int) -> bool:
        """Say whether a preposition opens the sentence, without a comma before `at`: At a rally with Lee."""
        begin = self._sentences[sentence] if sentence >= 0 else 0
        return at - begin < _PRELUDE and bool(_PREPOSITION.fullmatch(self.people.text, begin, at))

    def _weight(self, at: int, *, first: bool, possessive: bool) -> float:
        """A subject weighs most, then an object, then what follows a preposition or owns something."""
        oblique = possessive or self._follows(_OBLIQUE, at)
        return _OBLIQUELY if oblique else 1.5 if first else 1.0

    def _follows(self, prepositions: frozenset[str], at: int) -> bool:
        _, space, word = self.people.text[at - 11 if at > 11 else 0 : at].rstrip().rpartition(" ")
        return bool(space) and word.lower() in prepositions

    def owner(self, at: int, fitting: Iterable[int]) -> int | None:
        """Return the one of some people who is named before `at` in its sentence, if no "he" comes before."""
        sentence, fits = self.sentence(at), set(fitting)
        if self._has_subject(self._sentences[sentence] if sentence >= 0 else 0, at):
            return None
        marks = (mark for mark in self.before(at) if mark.sentence == sentence and not mark.quoted)
        named = {mark.id for mark in marks if mark.id in fits}
        return named.pop() if len(named) == 1 else None

    def vote(self) -> None:
        """Let each he and she vote on the gender of the one person named before it in its sentence.

        All together they tell the gender of the person with whom the article begins.
        """
        if all(person.told for person in self.people.all):
            return
        all_votes = {"m": 0, "f": 0}
        text = self.people.text
        for at in chain(self._subjects, (one.start() for one in _REFLEXIVE.finditer(text))):
            if not self.quoted(at):
                gender: Gender = "f" if at and text[at - 1] in "sSr" else "m"
                all_votes[gender] += 1
                named = self._named_alone_before(at)
                if named is not None:
                    self.people.all[named].votes[gender] += 1
        self._vote_by_possessives()
        self._vote_on_the_first(all_votes)

    def _vote_by_possessives(self) -> None:
        """Let the next his or her tell the gender of the one person named before it, if nothing else does."""
        untold = {person.id for person in self.people.all if person.gender() is None}
        for mark in self.marks:
            if mark.quoted or mark.id not in untold:
                continue
            following = self._sentences[mark.sentence + 1 : mark.sentence + 2] or [len(self.people.text)]
            end = min(following[0], mark.start + _LONGEST_SENTENCE)
            owned = _POSSESSIVES.search(self.people.text, mark.start, end)
            if (
                owned
                and not self.quoted(owned.start())
                and self._named_alone_before(owned.start()) == mark.id
            ):
                self.people.all[mark.id].votes["f" if owned[0].endswith("er") else "m"] += 1

    def _named_alone_before(self, at: int) -> int | None:
        """The one person named outside quotes before `at` in its sentence."""
        end = bisect_left(self._starts, at)
        last = self.marks[end - 1] if end else None
        if last is None or last.quoted or last.sentence != self.sentence(at):
            return None
        other = self.marks[end - 2] if end > 1 else last
        return None if other.sentence == last.sentence and other.id != last.id else last.id

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
