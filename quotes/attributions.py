"""Who said what, by which rule: cues tied to the content and the source beside them.

Each rule looks at one cue in its sentence and drafts an attribution or nothing. Tags that close a
sentence ("…, she said") come first, since they cover all of it; then cues from left to right. A cue
inside content that is already tied to somebody is not looked at: attributions are one layer deep.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quotes import contents, frames, sources
from quotes.cues import Cue, find_cues
from quotes.model import Act, Attribution, Kind, Quotation, Sentence, Span
from quotes.phrases import Tagged

Range = tuple[int, int]  # of tokens, half open


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in tokens."""

    content: tuple[Range, ...]
    cue: Range
    source: Range | None
    act: Act
    rule: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence as tokens `first` to `end`, within a tagged text."""

    tagged: Tagged
    first: int
    end: int
    paragraph: int


THRESHOLD = 45

_TAG_CLOSES = re.compile(rf"(?:O|h|I(?:O|h))?(?P<rest>{frames.ADJUNCT}{{0,3}})(?P<stop>[.,|;:]|-|$|(?=Q)|C(?=Q))")


def closing_tag(clause: Clause, cue: Cue) -> Draft | None:
    """`"The bridge is safe," Lee said.` and the like: the content stands to the left of the tag."""
    tags = clause.tagged.tags
    if cue.passive or "tag" not in cue.verb.frames or cue.form not in "ZFV":
        return None
    for source, start, end in _tag_shapes(clause, cue):
        left = start - 1 if tags[start - 1] == "," else start
        closed = _TAG_CLOSES.match(tags, end, clause.end)
        if left <= clause.first or not closed or tags[start - 1] not in ",Qq":
            continue
        content: tuple[Range, ...] = ((_content_start(clause, left), left),)
        rest = _after_tag(clause, closed)
        if rest:
            content += (rest,)
        return Draft(content, (cue.first, cue.end), source, cue.verb.act, "closing tag")
    return None


def _tag_shapes(clause: Clause, cue: Cue) -> Iterator[tuple[Range, int, int]]:
    """The source, and the tokens at which the tag begins and ends: `S said`, then `said S`."""
    before = sources.subject(clause.tagged, cue)
    if before and before[0] > clause.first:
        yield before, before[0], cue.end
    after = sources.inverted(clause.tagged, cue)
    if after and cue.first == cue.head and cue.first > clause.first:
        yield after, cue.first, after[1]


def _content_start(clause: Clause, left: int) -> int:
    return clause.first


def _after_tag(clause: Clause, closed: re.Match[str]) -> Range | None:
    """What goes on after an interrupting tag: `"A," she said, "B."`."""
    tags, at = clause.tagged.tags, closed.end()
    if closed["stop"] in {".", "|", ";"} or at >= clause.end:
        return None
    if tags[at] in "GWU" or at + 2 > clause.end:
        return None
    return at, _trim(tags, at, clause.end)


def _trim(tags: str, first: int, end: int) -> int:
    while end > first and tags[end - 1] in ".|,;:":
        end -= 1
    return end


def complement(clause: Clause, cue: Cue) -> Draft | None:
    """`Lee said that the bridge is safe`: the content follows the cue."""
    found = frames.complement(clause.tagged, cue, THRESHOLD)
    if not found or found.start >= clause.end:
        return None
    source = None if cue.passive else _source(clause, cue)
    if source is None and not cue.passive:
        return None
    end = contents.end(clause.tagged, found.start, found.frame.name, clause.end)
    end = _trim(clause.tagged.tags, found.start, end)
    if end <= found.start:
        return None
    return Draft(((found.start, end),), (cue.first, found.end_of_cue), source, cue.verb.act, found.frame.name)


def _source(clause: Clause, cue: Cue) -> Range | None:
    tags = clause.tagged.tags
    before = tags[cue.first - 1] if cue.first > clause.first else ""
    found = None
    if cue.form != "G" or "B" in tags[cue.first : cue.head] or before in "ENSPW":
        found = sources.subject(clause.tagged, cue)
    if found and found[0] >= clause.first:
        return found
    if before in ",CIUb-" or cue.form == "G":
        return sources.shared(clause.tagged, cue, clause.first)
    return None


RULES: tuple[Callable[[Clause, Cue], Draft | None], ...] = (closing_tag, complement)


def _drafts(clause: Clause, cues: list[Cue]) -> list[Draft]:
    accepted: list[Draft] = []
    for rule in RULES:
        for cue in cues:
            if not _taken(accepted, cue.head):
                draft = rule(clause, cue)
                if draft:
                    accepted.append(draft)
    return sorted(accepted, key=lambda draft: draft.content[0])


def _taken(accepted: list[Draft], token: int) -> bool:
    return any(
        first <= token < end for draft in accepted for first, end in (*draft.content, draft.cue, draft.source or (0, 0))
    )


def attribute(
    tagged: Tagged, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Tie the content of a text to its cues and sources, in text order."""
    lower = [word.lower() for word in tagged.tokens.words]
    cues = list(find_cues(tagged, lower))
    found: list[Attribution] = []
    for clause, own in _clauses(tagged, sentences, cues):
        drafts = _drafts(clause, own)
        found += [_attribution(clause, draft, quotations) for draft in drafts]
    return tuple(found)


def _clauses(tagged: Tagged, sentences: Iterable[Sentence], cues: list[Cue]) -> Iterator[tuple[Clause, list[Cue]]]:
    at = 0
    for sentence in sentences:
        first, end = tagged.tokens.at(sentence.start), tagged.tokens.at(sentence.end)
        own = []
        while at < len(cues) and cues[at].head < end:
            if cues[at].head >= first:
                own.append(cues[at])
            at += 1
        yield Clause(tagged, first, end, sentence.paragraph), own


def _attribution(clause: Clause, draft: Draft, quotations: tuple[Quotation, ...]) -> Attribution:
    span = clause.tagged.tokens.span
    content = tuple(span(*part) for part in draft.content)
    kind = _kind(clause.tagged.tags, draft.content)
    source = (span(*draft.source),) if draft.source else ()
    return Attribution(content, (span(*draft.cue),), source, kind, draft.act, draft.rule, clause.paragraph)


def _kind(tags: str, content: tuple[Range, ...]) -> Kind:
    inside = "".join(tags[first:end] for first, end in content)
    if "Q" not in inside:
        return "indirect"
    return "direct" if re.fullmatch(r"[Qq,.]+", inside) else "mixed"
