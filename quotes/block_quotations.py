"""Words that a page sets out as a block: they are the words of whoever the line above or below them names.

`In the Echo, Ann Lee writes:` and below it `> The film names nobody.`, or `> — Ann Lee` as the last line. A
block has ">" before each of its paragraphs, as readers print it. Where a text has lost its layout, a verb of
speech right before the colon says that the paragraph below is quoted: `Ann Lee writes:`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from quotes.afterthoughts import find_afterthought
from quotes.clauses import Clause, Found, Range
from quotes.lead_ins import announced, is_near, left_open, overlap, said_below
from quotes.model import Attribution, Paragraph, Span
from quotes.rules import reason
from quotes.rules.colon import Introduction
from quotes.turns import FIRST_PERSON, Turns, continued, credit, words_in

BLOCK, CREDIT = "block quotation", "credit"

_MARKER = ">"
_MARKERS = re.compile(r"[>\s]*")
_IN_MARKS = tuple(f"{mark}{stop}" for mark in "\"”»’'" for stop in ("", ".", ","))
_MARKS = tuple("\"“”„«‘'`")
_WORD = re.compile(r"[^\W\d_]")
_SHARED = re.compile(r"D?N?[KF]b(?P<source>(?:E~?){1,5})")  # A post shared by Ann Lee (@annlee)
_EMBED_ENDS = re.compile("♬|View this post on ")  # of other networks: what follows is another post
_POSTED = frozenset({"post", "posted", "shared"})
_PROSE = re.compile(r"(?:\[?(?:…|\.{3})\]? ?)?(?:[A-Z](?![.)]\s)|\[|(?<=…)\w|(?<=\.)\w)")
_SENTENCE = re.compile("[DEPNS$0][^,;:]*[ZFMBHY].*,")
_THE = re.compile(r"The ([a-z]+) ")
_STOPPED = re.compile(r"[.!?…][)\]]*\Z")
_LEFT_OPEN = re.compile(r"[^\W\d_] ?[,—–-]?\Z")
_FEWEST_WORDS = 8
_ASKS = frozenset({"ask", "inquire", "wonder"})
_TELLS = frozenset("add say tell tweet write".split())
_TELLS_ON = re.compile(  # the reporter goes on
    r"(?:He|She|His|Her|(?:The|That|This|Those|These) (?:\w+ )?"
    r"(?:comment|exchange|interview|letter|message|post|remark|speech|statement|tweet|video|word)s?)\b"
)

_Lead = tuple[Found, Introduction]  # a sentence, and whose words it announces


def find_block_quotations(
    text: str,
    paragraphs: Sequence[Paragraph],
    found: Iterable[Found],
    narrated: AbstractSet[int],
    taken: AbstractSet[int],
) -> Turns:
    """Return the paragraphs of block quotations of which the text says whose they are.

    `narrated` are the paragraphs with a quotation that a verb ties to somebody, `taken` those that belong to
    turns. What the rules drafted of the words that announce a block is taken out. Never raises; linear.
    """
    marked = [each for each, block in enumerate(paragraphs) if text[block.start] == _MARKER]
    marked = [each for each in marked if each not in taken]
    others = {*narrated, *taken, *marked}
    bare = [
        each
        for each, block in enumerate(paragraphs[:-1])
        if text[block.end - 1] == ":" and block.kind == "body" and each + 1 not in others
    ]
    if not marked and not bare:
        return {}
    near = {each + step for each in marked for step in (-1, 0, 1)}.union(bare, [each + 1 for each in bare])
    page = _Page(text, paragraphs, _sentences(found, near))
    quoted: Turns = {}
    for _, run in groupby(enumerate(marked), lambda pair: pair[1] - pair[0]):
        quoted |= page.block([each for _, each in run])
    others.update(bare)
    for head in bare:
        quoted |= page.below(head, others)
    return quoted


def _sentences(found: Iterable[Found], near: AbstractSet[int]) -> Mapping[int, Sequence[Found]]:
    sentences = defaultdict(list)
    for each in found:
        if each.clause.paragraph in near and each.clause.first < each.clause.end:
            sentences[each.clause.paragraph].append(each)
    return sentences


@dataclass(frozen=True, slots=True)
class _Page:
    """A text, its paragraphs, and the sentences of those that may announce a block or be one."""

    text: str
    paragraphs: Sequence[Paragraph]
    sentences: Mapping[int, Sequence[Found]]

    def block(self, numbers: Sequence[int]) -> Turns:
        """Return the turns in paragraphs with a marker, each up to a credit.

        What is set out once more inside a block, as in a thread of e-mails, is no part of it.
        """
        depth = self._depth(numbers[0])
        numbers = [number for number in numbers if self._depth(number) <= depth]
        if self._words(numbers[0]).startswith(_MARKS) and self._words(numbers[-1]).endswith(_IN_MARKS):
            return {}  # marks say where it begins and ends
        lead = self._announced(numbers[0] - 1)
        turns: Turns = {}
        members: list[int] = []
        for number in numbers:
            if credited := self._credit(number):
                turns |= self._said(members, lead, credited) | {number: ()}
                lead, members = None, []
            elif _EMBED_ENDS.match(self._words(number)):
                turns |= (self._said(members, lead, None) or self._unsaid(members)) | {number: ()}
                lead, members = None, []
            else:
                members.append(number)
        after = numbers[-1] + 1
        lead = lead or self._said_after(after)
        said = self._said(members, lead, None if lead else self._credit(after))
        return turns | (said or self._unsaid(members))

    def _unsaid(self, members: Sequence[int]) -> Turns:
        """Return the paragraphs in which "I" is somebody else than the reporter, though nobody says who."""
        blocks = ((number, self.paragraphs[number]) for number in members)
        first_person = (number for number, block in blocks if FIRST_PERSON.search(self.text, *block[:2]))
        return dict.fromkeys(first_person, ())

    def _said(self, members: Sequence[int], lead: _Lead | None, credited: Span | None) -> Turns:
        """Return a turn of whoever a line names, or a credit, which is surer than some lines."""
        parts = tuple(part for number in members if (part := self._part(number)))
        if not parts:
            return {}
        if lead and lead[1].lemma in _ASKS and not _is_sure(*lead) and "?" not in self._words(members[0]):
            lead = None  # We asked the board for a comment:
        if lead and not (credited and not _is_sure(*lead)):
            said = _attributed(*lead, parts, members[0], "marked")
        elif credited:
            because = ("a credit below",)
            said = Attribution(parts, (), (credited,), "direct", "said", CREDIT, members[0], because)
        else:
            return {}
        return dict.fromkeys(members, ()) | {members[0]: (said,)}

    def below(self, head: int, others: AbstractSet[int]) -> Turns:
        """Return the turn in the paragraph below a line with a verb of speech at its end."""
        line = self._line(head)
        lead = said_below(line.clause) if line else None
        if (
            not line
            or not lead
            or _is_tag(line.clause, lead)
            or not self._is_quoted(head + 1, line.clause, lead)
        ):
            return {}
        after = range(head + 2, len(self.paragraphs))
        going_on = continued(self.text, self.paragraphs, others, after, only_first_person=True)
        members = [head + 1, *going_on]
        parts = tuple(part for number in members if (part := self._part(number)))
        return dict.fromkeys(members, ()) | {head + 1: (_attributed(line, lead, parts, head + 1, "bare"),)}

    def _line(self, number: int) -> Found | None:
        """The sentence that ends a paragraph with a colon."""
        for each in self.sentences.get(number, ())[-1:]:
            clause = each.clause
            last = clause.tagged.tokens.span(clause.end - 1, clause.end)
            if clause.tags[clause.end - 1] == ":" and last[1] == self.paragraphs[number].end:
                return each
        return None

    def _announced(self, number: int) -> _Lead | None:
        """Who speaks in the block below a paragraph, and the sentence that says so."""
        if line := self._line(number):
            lead = announced(line)
            return (line, lead) if lead else None
        block = self.paragraphs[number] if number in self.sentences else None
        if block and block.kind == "body" and _LEFT_OPEN.search(self.text, block.start, block.end):
            line = self.sentences[number][-1]
            lead = left_open(line.clause)
            return (line, lead) if lead else None
        return None

    def _said_after(self, number: int) -> _Lead | None:
        """Who spoke in the block above a paragraph: `So wrote Ann Lee.`"""
        for each in self.sentences.get(number, ())[:1]:
            if lead := find_afterthought(each.clause):
                return each, lead
        return None

    def _credit(self, number: int) -> Span | None:
        """Who is named in a line that says no more than whose the words above are."""
        for each in self.sentences.get(number, ())[:1]:
            clause = each.clause
            who = credit(clause) or _shared(clause)
            if who:
                return clause.tagged.tokens.span(*who)
        return None

    def _words(self, number: int) -> str:
        start, end = self._bounds(number)
        return self.text[start:end]

    def _depth(self, number: int) -> int:
        block = self.paragraphs[number]
        return self.text.count(_MARKER, block.start, self._bounds(number)[0])

    def _bounds(self, number: int) -> Span:
        """A paragraph without the markers before it."""
        block = self.paragraphs[number]
        found = _MARKERS.match(self.text, block.start, block.end)
        return (found.end() if found else block.start), block.end

    def _part(self, number: int) -> Span | None:
        if self.paragraphs[number].kind == "furniture" or not _WORD.search(self._words(number)):
            return None
        return words_in(self.text, self._bounds(number))

    def _is_quoted(self, number: int, clause: Clause, lead: Introduction) -> bool:
        """Whether a paragraph without marks is quoted, and neither a list nor more of the story."""
        words = self._words(number)
        prose = self.paragraphs[number].kind == "body" and _PROSE.match(words) and _STOPPED.search(words)
        if not prose or _TELLS_ON.match(words) or len(words.split()) < _FEWEST_WORDS:
            return False
        if lead.lemma in _ASKS and "?" not in words:
            return False
        if _subject(words) in clause.tagged.lower[clause.first : clause.end]:
            return False
        names = _names(clause, lead.source)
        return not any(_tells_on(each, names) for each in self.sentences.get(number, ()))


def _is_tag(clause: Clause, lead: Introduction) -> bool:
    """Whether the words stand before the verb: `The ferry is late, the mayor said:`."""
    return _SENTENCE.fullmatch(clause.tags, clause.first, lead.source[0]) is not None


def _is_sure(line: Found, lead: Introduction) -> bool:
    """Whether a verb ends the line: a credit below says better who speaks than `She likes this old line:`."""
    return lead.lemma != "" and lead.source < lead.cue and is_near(line.clause, lead, line.clause.end - 1)


def _tells_on(each: Found, names: AbstractSet[str]) -> bool:
    """Whether the reporter goes on: the sentence names the speaker, or says what somebody said."""
    clause = each.clause
    if not names.isdisjoint(clause.tagged.lower[clause.first : clause.end]):
        return True
    return any(draft.lemma in _TELLS for draft, _ in each.drafts)


def _subject(words: str) -> str:
    """The noun that opens a paragraph: `The inquiry sits again on Monday.`"""
    found = _THE.match(words)
    return found[1] if found else ""


def _names(clause: Clause, source: Range) -> frozenset[str]:
    """The names in a source, in small letters."""
    tagged = clause.tagged
    return frozenset(tagged.lower[at] for at in range(*source) if tagged.tags[at] == "E")


def _shared(clause: Clause) -> Range | None:
    """`A post shared by Ann Lee (@annlee)`: what an embedded post says below its words."""
    found = _SHARED.match(clause.tags, clause.first, clause.end)
    posted = found and not _POSTED.isdisjoint(clause.tagged.lower[found.start() : found.start("source")])
    return found.span("source") if found and posted else None


def _attributed(
    line: Found, lead: Introduction, parts: tuple[Span, ...], number: int, layout: str
) -> Attribution:
    """Tie a block to the line that announces it, of which nothing else is reported then."""
    line.drafts = tuple(pair for pair in line.drafts if not _is_part(pair[0].cue, pair[0].content, lead.cue))
    span = line.clause.tagged.tokens.span
    cue = span(*lead.cue)
    return Attribution(
        parts, (cue,), (span(*lead.source),), "direct", lead.act, BLOCK, number,
        (reason(BLOCK, line.clause.tagged.tokens.text[slice(*cue)]),), key=f"{BLOCK}/{lead.lemma}/{layout}",
    )  # fmt: skip


def _is_part(cue: Range, content: Sequence[Range], lead: Range) -> bool:
    if content[-1][1] <= cue[0]:
        return False  # “It is late,” she wrote:
    return any(overlap(words, lead) for words in (cue, *content))
