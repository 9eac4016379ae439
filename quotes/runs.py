"""Quotations that run over sentences and paragraphs: one tag, many sentences.

In news, a tag is printed once: quotations that follow it in its paragraph are its speaker's too, a
quotation may open each paragraph anew, and a tag line that ends in a colon reports the next paragraph.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from quotes.afterthoughts import OPENINGS
from quotes.beats import brings_somebody
from quotes.block_quotations import find_block_quotations
from quotes.clauses import Clause, Draft, Found, Range, trim
from quotes.dialogues import ASKING, find_dialogues
from quotes.leads import afterthought, beat_line, credit_after, printed, tag_line
from quotes.model import Attribution, Kind, Paragraph, Quotation, Span
from quotes.namelines import NAME_LINE, named_above
from quotes.parts import Parts
from quotes.questions import find_answers
from quotes.rest import spoken_part
from quotes.rules import reason
from quotes.syntax import Tagged
from quotes.turns import Turns, find_statements, find_turns

_ALONE = re.compile(r"[C~,-]?(?:Qq*[.,;:~|-]*)+")
_QUOTED = re.compile("Qq*")
_AFTER_COLON = re.compile(r"~?:Qq*")
_COLONS = frozenset("~:")  # with which that begins
_SPOKEN = re.compile(r"[Qq,.]+")
ASKS = re.compile(f"/(?:{'|'.join(sorted(ASKING))})/")  # in the key of an attribution
_FEWEST = 4  # tokens, marks included, of a quotation that can stand without a tag
_FEWEST_ALONE = 7  # words of a quotation of which nothing at all says whose it is
_FEWEST_WORDS = 3  # of a quotation that opens a paragraph and has no tag: fewer are a title or a sign
_LONGEST_TAG = 8  # tokens before the verb of a tag that opens a sentence
_SPEECH_ENDS = frozenset(".,?!…—-")
_CLOSING = "\"'”’»“‘`„« "


def join_runs(
    tagged: Tagged,
    paragraphs: tuple[Paragraph, ...],
    found: deque[Found],
    quotations: tuple[Quotation, ...],
) -> tuple[Attribution, ...]:
    """Turn drafts into attributions, in text order, with the quotations that go on after or before them.

    What was found is used up as it is read, for it needs as much memory as the attributions.
    Turns of transcripts and statements under a head are attributions of their own, whatever their
    sentences say. Never raises; linear.
    """
    text = tagged.tokens.text
    narrated = {each.clause.paragraph for each in found if each.drafts and each.has_quotation()}
    turns = find_turns(text, paragraphs, narrated) or find_answers(text, paragraphs, narrated)
    turns |= find_block_quotations(text, paragraphs, found, narrated, turns.keys())
    turns |= find_statements(text, paragraphs, (each.clause for each in found), narrated.union(turns))
    turns |= find_dialogues(text, paragraphs, quotations, found, turns)
    furniture = {number for number, block in enumerate(paragraphs) if _is_beside(text, block)}
    joiner = _Joiner(tagged, Parts(quotations, _starts(tagged, found)), turns, furniture)
    while found:
        each = found.popleft()
        if each.clause.first < each.clause.end:
            joiner.read(each)
    return tuple(joiner.attributions())


def _is_beside(text: str, block: Paragraph) -> bool:
    """Whether a paragraph is no part of the article, or a marked heading, which tells what the body tells."""
    return block.kind == "furniture" or (block.kind == "heading" and text.startswith("#", block.start))


def _starts(tagged: Tagged, found: Iterable[Found]) -> frozenset[int]:
    """Where the drafted content begins."""
    starts = tagged.tokens.starts
    return frozenset(
        starts[first] for each in found for draft, _ in each.drafts for first, _ in draft.content
    )


@dataclass(slots=True)
class _Joiner:
    """Reads sentence after sentence and remembers who may go on speaking.

    `speaking` is the attribution that a quotation goes on from as a further part, `spoke` the one
    that it follows, `held` what waits for a tag or a credit, `line` a tag line without its words,
    `told` the sentence before in the paragraph, if nobody's speech ends it.
    `more` are the further parts by attribution, `mixed` those attributions of which some have words
    outside marks, `covered` where the parts end that have an owner.
    """

    tagged: Tagged
    parts: Parts
    turns: Turns
    furniture: Container[int]
    out: list[Attribution] = field(default_factory=list)
    more: dict[int, list[Span]] = field(default_factory=dict)
    held: list[Span] = field(default_factory=list)
    held_in: int = 0
    line: Attribution | None = None
    told: Clause | None = None
    speaking: int | None = None
    spoke: int | None = None
    paragraph: int = -1
    covered: int = 0
    owner: int | None = None
    mixed: set[int] = field(default_factory=set)

    def read(self, each: Found) -> None:
        """Take in one sentence."""
        clause = each.clause
        if clause.paragraph in self.turns:
            self._take_turn(clause.paragraph)
        elif clause.paragraph not in self.furniture:
            after = credit_after(each) if self.held else None
            if clause.paragraph != self.paragraph and not after:
                self._enter(clause.paragraph)
            if after:
                self._take_credit(clause, after)
            elif each.drafts:
                self._take_drafts(each)
            elif _is_quotation(clause):
                self._take_quotation(clause)
            elif self.speaking is None or not self._goes_on(self.speaking, clause):
                self._take_narration(clause)

    def attributions(self) -> Iterator[Attribution]:
        """Let go of what is held, and yield all with their further parts."""
        self._release()
        for number, each in enumerate(self.out):
            if number in self.more:
                kind: Kind = "mixed" if each.kind == "indirect" or number in self.mixed else each.kind
                yield each._replace(content=(*each.content, *self.more[number]), kind=kind)
            else:
                yield each

    def _enter(self, number: int) -> None:
        """Begin a paragraph, unless a quotation that is held runs on into it."""
        if not (self.held and self.parts.run_on(self.held[-1])):
            self._release()
            self.paragraph, self.spoke, self.speaking, self.told = number, self.speaking, None, None
            if self.line and self.line.rule == "reaction":
                self.line = None

    def _release(self) -> None:
        """Let what was held go on from who spoke before it; if nobody did, it is nobody's."""
        spans, self.held = self.held, []
        if not spans:
            return
        answers = self.spoke is not None and self._asks(self.spoke)
        if not answers and not self._is_speech(spans):
            return
        if self.spoke is None:
            self._say_alone(spans)
            return
        if self.out[self.spoke].rule == "floating":
            self._extend(self.spoke, spans)
            return
        floating = Attribution(tuple(spans), (), (), "direct", "said", "floating", self.held_in)
        if answers:
            self._say(floating._replace(because=("may answer the question before it",)))
        else:
            before = self.out[self.spoke]  # its source and cue stand for this one too
            because, key = (reason("floating", ""),), "floating//goes on"
            going_on = floating._replace(source=before.source, cue=before.cue, because=because, key=key)
            self._say(going_on._replace(follows=self.spoke))

    def _say_alone(self, spans: list[Span]) -> None:
        """Speech in marks beside nobody's words is a quote without a speaker, if it is long enough."""
        text = self.tagged.tokens.text
        if sum(len(text[start:end].split()) for start, end in spans) >= _FEWEST_ALONE:
            because = (reason("unclaimed", ""),)
            self._say(Attribution(tuple(spans), (), (), "direct", "said", "floating", self.held_in, because))
            self.speaking = None  # the next may be another's

    def _take_turn(self, number: int) -> None:
        if number != self.paragraph:
            self._release()
            self.out += self.turns[number]
            self.paragraph, self.line, self.spoke, self.speaking = number, None, None, None

    def _take_drafts(self, each: Found) -> None:
        new = [_attribution(each.clause, draft, rule, self.parts) for draft, rule in each.drafts]
        if self.held and new[0].kind != "indirect" and _opens_with_words(each):
            new[0] = new[0]._replace(content=(*self.held, *new[0].content), paragraph=self.held_in)
            self.held = []
        self._release()
        first = len(self.out)
        self.out += new
        for number in range(first, len(self.out)):
            self._cover(number)
        direct = [number for number, one in enumerate(new, first) if one.kind == "direct"]
        going_on = direct or [number for number, one in enumerate(new, first) if one.kind != "indirect"]
        authors = not going_on and self._is_the_author(new[-1])
        if not authors:
            self.speaking = going_on[-1] if going_on else None
        if not going_on and ASKS.search(new[-1].key):
            self.spoke = len(self.out) - 1  # Asked whether it was safe, he shook his head. "No."
        elif not going_on and new[-1].act == "said" and not authors:
            self.speaking = len(self.out) - 1
        line = tag_line(each.clause)
        self.line = line if line and all(line.cue != one.cue for one in new) else None
        self.told = each.clause

    def _is_the_author(self, one: Attribution) -> bool:
        """Whether the reporter asks or tells, so that the answer is another's: I say I see it. “Exactly.”"""
        return [self.tagged.tokens.text[start:end] for start, end in one.source] == ["I"]

    def _take_credit(self, clause: Clause, after: Attribution) -> None:
        self._say(after._replace(content=tuple(self.held), paragraph=self.held_in))
        self.held = []
        self.paragraph, self.speaking, self.spoke = clause.paragraph, None, None

    def _take_quotation(self, clause: Clause) -> None:
        span = self.tagged.tokens.span(*trim(clause.tags, clause.first, clause.end))
        line, self.line, told, self.told = self.line, None, self.told, None
        if span[0] < self.covered:
            self.speaking = self.owner
        elif line:
            self._say(line._replace(content=(span, *self.parts.after(span)), paragraph=clause.paragraph))
        elif self.speaking is not None:
            self._extend(self.speaking, [span, *self.parts.after(span)])
        elif told and (acted := beat_line(told, acting=self._is_heard_in(told.paragraph), said=clause)):
            self._say(acted._replace(content=(span, *self.parts.after(span))))
        else:
            self.held_in = self.held_in if self.held else clause.paragraph
            self.held.append(span)

    def _goes_on(self, number: int, clause: Clause) -> bool:
        """Take in a sentence with no verb outside its quotation after speech: `Instead, "he left us."`"""
        words = spoken_part(clause) if self.out[number].kind != "indirect" else None
        if words is None:
            return False
        if not _SPOKEN.fullmatch(clause.tags, *words):
            self.mixed.add(number)
        self._extend(number, [self.tagged.tokens.span(*words)])
        return True

    def _take_narration(self, clause: Clause) -> None:
        """A sentence of the reporter: who spoke before it may go on after it, if it names nobody."""
        told = self.told if clause.tagged.lower[clause.first] in OPENINGS else None
        if self._take_beat(clause) or (told and self._take_said_before(clause, told)):
            return
        self._release()
        self.line, self.told = tag_line(clause), clause
        if clause.tags[clause.end - 1] not in ".|":
            self.line = self.line or self._named_above(clause)
        tags = clause.tags[clause.first : clause.end]
        another = self.speaking is not None and ("E" in tags or "Q" in tags or brings_somebody(clause))
        self.spoke, self.speaking = None if another else self.speaking, None

    def _named_above(self, clause: Clause) -> Attribution | None:
        """Whose name is the line, unless it parts what somebody says: then it may be a caption."""
        before = self.out[self.spoke].rule if self.spoke is not None else None
        return named_above(clause, listed=before is not None) if before in (None, NAME_LINE) else None

    def _take_beat(self, clause: Clause) -> bool:
        """Give what opens the paragraph to who acts after it, if nobody spoke before: `“No.” She pauses.`"""
        opens = self.spoke is None and self.held_in == clause.paragraph and self._is_speech(self.held)
        acted = beat_line(clause, acting=True) if opens and not self.parts.run_on(self.held[-1]) else None
        if acted:
            self._say(acted._replace(content=tuple(self.held)))
            self.held, self.line, self.told = [], None, None
        return acted is not None

    def _take_said_before(self, clause: Clause, told: Clause) -> bool:
        """Give a sentence of the reporter to whom the next one names: `The dam will hold. So says Lee.`"""
        said = afterthought(clause)
        if said is None:
            return False
        before = self.tagged.tokens.span(*trim(clause.tags, told.first, told.end))
        if before[0] < self.covered:
            return False
        self._say(said._replace(content=(before,), kind="indirect"))
        self.speaking = None
        return True

    def _is_heard_in(self, paragraph: int) -> bool:
        """Whether somebody speaks in this paragraph already."""
        return bool(self.out) and self.out[-1].paragraph == paragraph and self.out[-1].kind != "indirect"

    def _say(self, attribution: Attribution) -> None:
        self.out.append(attribution)
        self.speaking = len(self.out) - 1
        self._cover(self.speaking)

    def _extend(self, number: int, spans: list[Span]) -> None:
        self.more.setdefault(number, []).extend(spans)
        self.speaking = number
        self._cover(number)

    def _cover(self, number: int) -> None:
        end = self._last(number)[1]
        if end > self.covered:
            self.covered, self.owner = end, number

    def _last(self, number: int) -> Span:
        return self.more[number][-1] if number in self.more else self.out[number].content[-1]

    def _is_speech(self, spans: list[Span]) -> bool:
        return any(_is_speech(self.tagged.tokens.text[start:end]) for start, end in spans)

    def _asks(self, number: int) -> bool:
        one, end = self.out[number], self._last(number)[1]
        indirectly = one.kind == "indirect" and ASKS.search(one.key) is not None
        return indirectly or "?" in self.tagged.tokens.text[end - 2 : end]


def _is_quotation(clause: Clause) -> bool:
    enough = clause.end - clause.first >= _FEWEST
    return enough and _ALONE.fullmatch(clause.tags, clause.first, clause.end) is not None


def _is_speech(words: str) -> bool:
    """Whether a quotation reads as somebody's words, and not as a title, a sign or a subhead."""
    if words.rstrip(_CLOSING)[-1:] not in _SPEECH_ENDS:
        return False
    long = [word for word in words.split() if len(word) > 3]
    return len(words.split()) >= _FEWEST_WORDS and any(word.strip(_CLOSING)[:1].islower() for word in long)


def _opens_with_words(each: Found) -> bool:
    """Whether a sentence begins with a quotation, or with a short tag before one."""
    draft, _ = each.drafts[0]
    first, start = each.clause.first, draft.content[0][0]
    return each.clause.tags[start] == "Q" and min(draft.cue[0], start) <= first + _LONGEST_TAG


def _attribution(clause: Clause, draft: Draft, rule: str, parts: Parts) -> Attribution:
    span = clause.tagged.tokens.span
    ranges = (*_before_tag(clause, draft), *_past_colon(clause, draft))
    after_dash = clause.first > 0 and clause.tags[clause.first - 1] == "-"
    content: tuple[Span, ...] = tuple(span(*part) for part in ranges)
    return Attribution(
        content=content + parts.after(content[-1]),
        cue=(span(*draft.cue),),
        source=(span(*draft.source),) if draft.source else (),
        kind="direct" if after_dash and _is_spoken_line(clause, draft) else _kind(clause.tags, ranges),
        act=draft.act,
        rule=rule,
        paragraph=clause.paragraph,
        because=(reason(rule, printed(clause, draft.cue)),),
        addressee=(span(*draft.addressee),) if draft.addressee else (),
        key=f"{rule}/{draft.lemma}/{draft.frame}",
    )


def _before_tag(clause: Clause, draft: Draft) -> tuple[Range, ...]:
    """The quotation that stands before a whole tag: `"It leaks." Lee said, "It creaks."`"""
    if not draft.source or clause.tags[draft.content[0][0]] != "Q":
        return ()
    quoted = _QUOTED.match(clause.tags, clause.first, clause.end)
    if not quoted:
        return ()
    stands_before = quoted.end() == draft.source[0] < draft.cue[1] <= draft.content[0][0]
    between = clause.tags[draft.source[1] : draft.cue[0]]  # no verb: "It leaks," Lee wrote, citing "rust"
    return (quoted.span(),) if stands_before and _VERBS.isdisjoint(between) else ()


_VERBS = frozenset("VZFKG")


def _past_colon(clause: Clause, draft: Draft) -> tuple[Range, ...]:
    """The content, with the quotation that a colon at its end brings: `hailed the deal: "We won."`"""
    first, end = draft.content[-1]
    may_bring = clause.tags[end : end + 1] in _COLONS and draft.cue[1] <= first
    brought = _AFTER_COLON.match(clause.tags, end, clause.end) if may_bring else None
    if brought:
        return (*draft.content[:-1], (first, brought.end()))
    return draft.content


def _is_spoken_line(clause: Clause, draft: Draft) -> bool:
    """Whether a dash stands for the opening mark: `— Did you see us? asked Lee.`

    Items of a list begin with a dash too; but in them nobody asks, or speaks of "us" or to "you".
    """
    first, end = draft.content[0]
    if draft.frame != "tag" or first != clause.first:
        return False
    lower = clause.tagged.lower[first:end]
    return lower[-1] == "?" or not _WE_AND_YOU.isdisjoint(lower)


_WE_AND_YOU = frozenset("i me my our us we you your".split())


def _kind(tags: str, content: tuple[Range, ...]) -> Kind:
    inside = "".join(tags[first:end] for first, end in content)
    if "Q" not in inside:
        return "indirect"
    return "direct" if _SPOKEN.fullmatch(inside) else "mixed"
