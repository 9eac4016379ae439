"""`"…," S said` and `…, said S`: the tag stands after what it reports, or inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import frames, sources
from quotes.clauses import Clause, Draft, Range, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.syntax import NOUN_PHRASE

_CLOSES = re.compile(rf"(?P<object>I?(?:{frames.OBJECT}))?(?P<rest>{frames.ADJUNCT}{{0,3}})(?P<stop>[.,|;:]|-|$|(?=Q)|C(?=Q))")


_SHORT = 4  # tokens before a tag that interrupts its sentence early: "Even then, others insist, …"
_NOUN_PHRASE = re.compile(rf"(?=[D$ESP])(?:{NOUN_PHRASE})")
_CLAUSE = re.compile("[QZFVMBHY]")


def find(clause: Clause) -> Iterator[Draft]:
    """Draft an attribution for each tag that closes or interrupts its sentence."""
    for cue in clause.cues:
        if not cue.passive and cue.form in "ZFV" and _tags(cue):
            draft = _tag(clause, cue)
            if draft:
                yield draft


def _tags(cue: Cue) -> bool:
    frames = cue.lexeme.frames
    return any(name in frames and frames[name].precision >= 60 for name in ("tag", "quote", "that", "clause", "obj-that"))


def _tag(clause: Clause, cue: Cue) -> Draft | None:
    tags = clause.tags
    for source, start, end in _shapes(clause, cue):
        start = start - 1 if clause.tagged.word(start - 1) == "as" else start
        left = start - 1 if tags[start - 1] == "," else start
        closed = _CLOSES.match(tags, end, clause.end)
        spoken = _spoken(clause, start)
        if left <= clause.first or tags[start - 1] not in ",Qq" or not (closed or spoken):
            continue
        if not spoken and closed and closed["object"] and not cue.lexeme.frames.keys() & {"obj-that", "obj-quote"}:
            continue
        if not spoken and _reports_to_the_right(clause, cue):
            continue
        splits = source[0] == start and closed and _splits_subject(clause, left, closed)
        opens = closed and closed["stop"] == "," and left - clause.first <= _SHORT
        if not spoken and not splits and not opens and not _CLAUSE.search(tags, clause.first, left):
            continue
        content: tuple[Range, ...] = (trim(tags, clause.first, left),)
        if not spoken and closed and tags[closed.end() : closed.end() + 1] == "Q":
            if not _NOUN_PHRASE.fullmatch(tags, clause.first, left):
                continue  # what follows is what is said
        rest = _rest(clause, closed, spoken) if closed else None
        if rest:
            content += (rest,)
        return Draft(content, (cue.first, cue.end), source, cue.lexeme.act, None, "tag", cue.lexeme.lemma)
    return None


def _splits_subject(clause: Clause, left: int, closed: re.Match[str]) -> bool:
    """`These sources, the lawyers said, "all agree"`: the tag parts a subject from its verb."""
    return bool(_NOUN_PHRASE.fullmatch(clause.tags, clause.first, left)) and closed["stop"] == ","


def _reports_to_the_right(clause: Clause, cue: Cue) -> bool:
    found = frames.complement(clause.tagged, cue, 60)
    return found is not None and found.frame.name in {"that", "clause", "wh", "obj-that"}


def _can_invert(clause: Clause, cue: Cue, source: Range) -> bool:
    """Beside a quotation any verb may come first; else only one that takes no object ("told a lie")."""
    if _spoken(clause, cue.first):
        return True
    takes_object = cue.lexeme.frames.keys() & {"obj-that", "obj-quote"}
    return not takes_object and bool(_WHO.search(clause.tags, *source))


_WHO = re.compile("[DEPS$]")


def _spoken(clause: Clause, start: int) -> bool:
    """Whether a quotation that ends in a comma, "?" or "!", or has a comma after it, stands before `start`."""
    if clause.tags[start - 2 : start] == "q,":
        return True
    last = start - 1
    while last > clause.first and clause.tagged.word(last) in _CLOSING_MARKS:
        last -= 1
    return clause.tags[start - 1] == "q" and clause.tagged.word(last) in _SPEECH_ENDS


_CLOSING_MARKS = frozenset("\"”'’»“")
_SPEECH_ENDS = frozenset({",", "?", "!", "—", "-", "…"})


def _shapes(clause: Clause, cue: Cue) -> Iterator[tuple[Range, int, int]]:
    """The source, and the tokens at which the tag begins and ends: `S said`, then `said S`."""
    before = sources.subject(clause.tagged, cue)
    if before and before[0] > clause.first and clause.tags[before[0]] not in "WT":
        yield before, before[0], cue.end
    after = sources.inverted(clause.tagged, cue)
    if after and cue.first == cue.head and cue.first > clause.first and _can_invert(clause, cue, after):
        yield after, cue.first, after[1]


def _rest(clause: Clause, closed: re.Match[str], spoken: bool) -> Range | None:
    """What goes on after an interrupting tag: `"A," she said, "B."`."""
    tags, at = clause.tags, closed.end()
    if closed["stop"] in {".", "|", ";"} or at + 1 >= clause.end or tags[at] in "GWU":
        return None
    if spoken and not re.match(r"C?Q", tags[at : at + 2]):
        return None
    rest = trim(tags, at, clause.end)
    return rest if rest[1] > rest[0] else None


def find_fronted(clause: Clause) -> Iterator[Draft]:
    """Draft what follows a tag that opens its sentence: `As Lee noted, the bridge is old`."""
    if clause.tagged.word(clause.first) != "as":
        return
    for cue in clause.cues[:2]:
        source = sources.subject(clause.tagged, cue)
        if source and source[0] == clause.first + 1 and _tags(cue) and clause.tags[cue.end : cue.end + 1] == ",":
            content = trim(clause.tags, cue.end + 1, clause.end)
            if content[1] > content[0]:
                yield Draft((content,), (cue.first, cue.end), source, cue.lexeme.act, None, "fronted", cue.lexeme.lemma)
            return


_ANY_TAG = re.compile(
    rf"(?:(?P<before>{sources.INVERTED.pattern.replace('?P<source>', '?:')})(?P<verb>(?:[MBHYnR]*[ZFV]R?))|(?P<inverse>[ZF])(?P<after>{sources.INVERTED.pattern.replace('?P<source>', '?:')}))"
)


def find_unlisted(clause: Clause) -> Iterator[Draft]:
    """Draft a tag of any verb beside a quotation that ends as speech does: `"No," she sighed.`"""
    tags = clause.tags
    for at in range(clause.first + 1, clause.end):
        if tags[at - 1] == "q" and tags[at] != "q" and _spoken(clause, at):
            match = _ANY_TAG.match(tags, at, clause.end)
            if match:
                name, verb = ("before", "verb") if match["verb"] else ("after", "inverse")
                content = (trim(tags, clause.first, at),)
                if tags[content[0][0]] == "Q":
                    yield Draft(content, match.span(verb), match.span(name), "said", None, "any tag")


RULES = (
    Rule(
        "closing tag",
        "a reporting verb and its subject, in either order, after or inside the words",
        find,
        (
            '<q>"It leaks,"</q> <s>Ann Lee</s> <c>said</c>.',
            '<q>"It leaks,"</q> <c>said</c> <s>Ann Lee, a plumber</s>.',
            "<q>The roof leaks</q>, <s>she</s> <c>says</c>.",
            '<q>"It leaks,"</q> <s>she</s> <c>said</c>, <q>"and nobody cares."</q>',
            "<q>‘He was a gentle man,’</q> <s>his sister</s> <c>told</c> the inquest.",
            "<q>The wicket</q>, <s>the captain</s> <c>admitted</c>, <q>was a surprise</q>.",
        ),
        '"{cue}" and its subject stand beside or inside what was said',
    ),
    Rule(
        "fronted tag",
        "As S said, before the words",
        find_fronted,
        (
            "As <s>the auditor</s> <c>noted</c>, <q>the bridge was never inspected</q>.",
            "As <s>Dr Achieng</s> <c>explained</c>, <q>the wards were full by Friday</q>.",
        ),
        '"{cue}" and its subject open the sentence, after "as"',
    ),
    Rule(
        "unlisted tag",
        "a verb that is in no list, beside a quotation that ends in a comma, a question or an exclamation",
        find_unlisted,
        (
            '<q>"Not again,"</q> <s>Ann Lee</s> <c>scowled</c>.',
            "<q>‘Lovely weather for it!’</q> <c>chirruped</c> <s>the groundsman</s>.",
        ),
        '"{cue}" is in no list of reporting words, but stands beside a quotation that ends as speech does',
    ),
)
