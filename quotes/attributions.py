"""Who said what, by which rule: the rule book applied to each sentence, and what runs on after it.

A cue inside content that is already tied to somebody is not looked at: attributions are one layer deep.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from quotes.addressees import addressee
from quotes.clauses import Clause, Draft, Found, Range, trim
from quotes.cues import Cue, find_cues
from quotes.model import Attribution, Paragraph, Quotation, Sentence
from quotes.rest import with_rest
from quotes.rule import Pass
from quotes.rules import PASSES
from quotes.runs import join_runs
from quotes.syntax import Tagged
from quotes.unclaimed import find_unclaimed


def attribute(
    tagged: Tagged,
    paragraphs: tuple[Paragraph, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Attribution, ...]:
    """Tie the content of a text to its cues and sources, in text order; what nobody claims comes last."""
    clauses = _clauses(tagged, sentences, find_cues(tagged))
    found = deque(Found(clause, _drafts(clause)) for clause in clauses)
    claimed = join_runs(tagged, paragraphs, found, quotations)
    return (*claimed, *find_unclaimed(tagged, paragraphs, quotations, claimed))


def _clauses(tagged: Tagged, sentences: tuple[Sentence, ...], cues: Iterable[Cue]) -> Iterator[Clause]:
    found = tuple(cues)
    heads = [cue.head for cue in found]
    told = 0
    for sentence in sentences:
        for first, end in _pieces(tagged, sentence):
            at = bisect_left(heads, first, told)
            told = bisect_left(heads, end, at)
            opening = _opening(tagged, first, end) if tagged.tags[first : first + 1] in _BEFORE else first
            yield Clause(tagged, opening, end, sentence.paragraph, found[at:told], tagged.tags)


_BEFORE = frozenset("|-~(E")  # with which begins what may stand before the words of a sentence
_DATELINE = re.compile(r"E[E~,0d]{0,10}(?:\([^)]{1,6}\))?~?-(?!.{0,20}-)")


def _opening(tagged: Tagged, first: int, end: int) -> int:
    """Where the words of a sentence begin: after a bracket, a dash or "LEEDS, England, May 9 (Reuters) -"."""
    tags = tagged.tags
    while (
        first < end - 1 and tags[first] in "|-~" and (tags[first] != "~" or tagged.tokens.words[first] == ">")
    ):
        first += 1  # 14:05 in a live blog; the dash of an item, or of somebody who speaks; a block quotation
    opens = tags[first] if first < end else ""
    if opens == "(":
        return first if ")" in tags[first : end - 3] else first + 1
    in_capitals = opens == "E" and tagged.tokens.words[first].isupper()
    dateline = _DATELINE.match(tags, first, end) if in_capitals else None
    return dateline.end() if dateline else first


_LONGEST = 250  # tokens: what is longer is no sentence, and rules may look at all of a clause for each cue


def _pieces(tagged: Tagged, sentence: Sentence) -> list[Range]:
    """Cut what was taken for a sentence into pieces of bearable length, outside quotation marks."""
    first, end = tagged.tokens.within(sentence.start, sentence.end)
    pieces = []
    while end - first > _LONGEST:
        cut = first + _LONGEST
        while cut < end and tagged.tags[cut] == "q":
            cut += 1
        pieces.append((first, cut))
        first = cut
    return [*pieces, (first, end)]


_NEEDED = re.compile("[Qq:]")  # one of these, if there is no cue, for any rule to hold


def _drafts(clause: Clause) -> tuple[tuple[Draft, str], ...]:
    if not clause.cues and not _NEEDED.search(clause.tags, clause.first, clause.end):
        return ()
    accepted: list[tuple[Draft, str]] = []
    tags = clause.tags[clause.first : clause.end]
    answered = 0
    for cue in clause.cues:
        answered |= _answered(cue.lexeme.names)
    for each in _with_needs("".join([tag for tag in _NEEDS if tag in tags]), answered):
        for found in each.find(clause):
            draft = _up_to(clause, found, accepted) if accepted else found
            rule = None if clause.is_taken(draft.cue[0]) else each.winner(draft)
            if rule and _says_something(clause, draft):
                if accepted and any(_swallows(draft, other) for other, _ in accepted):
                    continue
                draft.addressee = addressee(clause, draft)
                accepted.append((draft, rule.name))
                clause.taken.extend((*draft.content, draft.cue))
    if accepted and "Qqqq" in tags:
        drafts = [draft for draft, _ in accepted]
        accepted = [(with_rest(clause, draft, drafts), name) for draft, name in accepted]
    if len(accepted) > 1:
        accepted.sort(key=lambda pair: pair[0].content[0])
    return tuple(accepted)


_NEEDS = "".join(sorted({each.needs for each in PASSES}))


_ASKS = tuple({each.asks for each in PASSES})


@cache
def _answered(names: frozenset[str]) -> int:
    """What passes ask for that a word with these frames has: a bit for each of `_ASKS`."""
    return sum(1 << at for at, asks in enumerate(_ASKS) if not asks.isdisjoint(names))


@cache
def _with_needs(tags: str, answered: int) -> tuple[Pass, ...]:
    """The passes that need no other tags than these, and ask for nothing else than is answered."""
    asked = {asks for at, asks in enumerate(_ASKS) if answered >> at & 1 or not asks}
    return tuple(each for each in PASSES if each.needs in tags and each.asks in asked)


def _says_something(clause: Clause, draft: Draft) -> bool:
    """Whether the content has words, and not "that" alone: `ruled that, as Lee put it, "…"`."""
    first, end = draft.content[-1]
    return clause.tags[first:end] != "T" and all(start < stop for start, stop in draft.content)


def _up_to(clause: Clause, draft: Draft, accepted: list[tuple[Draft, str]]) -> Draft:
    """The draft without what a dash or a stop brings at its end, if that is another's words already."""
    first, end = draft.content[-1]
    for other, _ in accepted:
        at = min(other.content[0][0], other.cue[0])
        if at == first and draft.frame == "tag" and len(draft.content) > 1:
            return replace(draft, content=draft.content[:-1])  # It leaks, he says, | a claim she denies
        if first < at < end and clause.tags[at - 1] in "-;:(,C":
            last = trim(clause.tags, first, at - 1)
            if last[1] > last[0]:
                return replace(draft, content=(*draft.content[:-1], last))
    return draft


def _swallows(draft: Draft, other: Draft) -> bool:
    """Whether the cue of the other stands in the content of the one, or both have the same content."""
    theirs = other.cue[0]
    return any(a <= theirs < b or any(a < d and c < b for c, d in other.content) for a, b in draft.content)
