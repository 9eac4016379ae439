"""`S said that …`, `S urged A to …`, `S praised …`: the words follow the cue, in a frame of its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from quotes import contents, frames, lexicon, sources
from quotes.clauses import Clause, Draft, Range, draft, is_title, trim
from quotes.cues import Cue
from quotes.syntax import BASE, POST

QUOTED = 10  # percent: a frame that reports less often is left alone even with a quotation in it
THRESHOLD = 40  # percent: a frame that reports less often is left alone
# But clauses are counted by a few words to their right, and found by patterns that ask for more.
_LOWER = MappingProxyType({"that": 10, "clause": 10, "be-that": 30})
SURE = 75  # percent: frames that report more often come before those that report less often


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what follows each reporting word in one of its frames, clauses and sure frames first."""
    found = [(cue, _complement(clause, cue)) for cue in clause.cues]
    for cue, complement in sorted(found, key=lambda pair: (pair[0].owner is not None, _is_unsure(pair[1]))):
        if complement and not any(other(clause, cue, complement) for other in _OTHER_SENSES):
            yield from _drafts(clause, cue, complement)


def _saying(clause: Clause, found: frames.Complement) -> frames.Complement | None:
    """What an infinitive of saying reports, when it is the content: "sought to stress [that …]"."""
    if found.frame.name != "to":
        return None
    for other in clause.cues:
        if found.start < other.head <= found.start + 3 and other.lexeme.act == "said":
            said = frames.complement(clause.tagged, other, THRESHOLD)
            return said if said and said.frame.name == "that" else None
    return None


_HEARSAY = frozenset({"allegedly", "purportedly", "reportedly"})


def _is_hearsay(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether an adverb in the verb group tells that others say all this: "allegedly threatened to"."""
    group = clause.tagged.lower[cue.first : cue.head]
    return found.frame.name not in _SPEECH and not _HEARSAY.isdisjoint(group)


_SPEECH = frozenset({"that", "clause", "quote", "colon", "wh", "obj-that", "obj-quote"})


def _is_ringing(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether somebody is phoned or named; "called a strike" and "called it a farce" report."""
    if cue.lexeme.lemma != "call" or found.frame.name != "np":
        return False
    called = _CALLED.match(clause.tags, found.start, clause.end)
    named = "W" in clause.tags[max(clause.first, cue.first - 4) : cue.first]  # what he called …
    return called is not None and not named and clause.tagged.word(called.end() - 1) not in _CALLABLE


_CALLED = re.compile(rf"(?:O|(?!DD)(?!Q){BASE})(?=[Iob.,;|dC])")
_CALLABLE = frozenset(
    "ballot boycott ceasefire conference election elections halt hearing hearings inquest inquiry"
    " meeting meetings poll polls primary referendum session strike strikes summit truce vote witness".split()
)


def _is_result(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether what somebody does lets something be seen: "he rolled up a sleeve, revealing a scar"."""
    participle = cue.first == cue.head and clause.tagged.word(cue.head) in _SHOWING
    return participle and found.frame.name == "np"


_SHOWING = frozenset({"exposing", "highlighting", "revealing"})


def _is_display(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether something is put on view: "the gallery shows prints"; "the survey shows a lead" reports."""
    if cue.lexeme.lemma != "show" or found.frame.name != "np":
        return False
    source = source_of(clause, cue)
    words = clause.tagged.lower[slice(*source)] if source else []
    return _documents().isdisjoint(words) and not {"it", "that", "which"} & set(words)


@cache
def _documents() -> frozenset[str]:
    nouns = lexicon.words("documents")
    return frozenset(nouns) | {f"{noun}s" for noun in nouns}


def _is_vague_aim(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether an infinitive without a subject of its own may not report: "they met to block the view"."""
    if not _is_infinitive(clause, cue) or cue.passive or not _is_unsure(found):
        return False
    return sources.subject(clause.tagged, cue) is None


def _is_quoting(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether the object is who said it: `quoted Lee as saying`."""
    return found.frame.name == "np" and _quoted_as(clause, cue) is not None


def _quoted_as(clause: Clause, cue: Cue) -> re.Match[str] | None:
    return _AS_SAYING.match(clause.tags, cue.end, clause.end) if cue.lexeme.lemma in _QUOTING else None


_QUOTING = frozenset({"cite", "quote"})
_AS_SAYING = re.compile(rf"(?P<who>{frames.OBJECT})U(?=G)")
def _is_trade(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether a participle has but a bare noun: "offering help" is seldom told, "opposing the tax" is."""
    participle = cue.form == "G" and "B" not in clause.tags[cue.first : cue.head]
    return participle and clause.tags[found.start] == "N" and _is_unsure(found)


_OTHER_SENSES = (_is_hearsay, _is_ringing, _is_result, _is_display, _is_vague_aim, _is_quoting, _is_trade)


def _complement(clause: Clause, cue: Cue) -> frames.Complement | None:
    """What the cue reports; in the passive, after the agent too: "was accused by Lee of lying"."""
    if cue.form == "N" and _LINKED.match(clause.tags, cue.end):  # her answer was that
        cue = replace(cue, end=cue.end + 1)
    found = frames.complement(clause.tagged, cue, THRESHOLD, _LOWER)
    if not found and not cue.passive and clause.tags.find("Q", cue.end, clause.end) > 0:
        found = frames.complement(clause.tagged, cue, QUOTED)
    if not cue.passive or clause.tags[cue.end : cue.end + 1] != "b":
        return found
    for agent in filter(None, (each.match(clause.tags, cue.end, clause.end) for each in _AGENTS)):
        after = frames.complement(clause.tagged, replace(cue, end=agent.end()), THRESHOLD, _LOWER)
        if after:
            clausal = after.frame.name in contents.CLAUSAL
            return replace(after, start=after.start if clausal else agent.end(), end_of_cue=cue.end)
    return found


_LINKED = re.compile("B[Tt]")
# "by Lee", "by the head of the union": the shortest first, for "by Lee of lying" is no name.
_AGENTS = tuple(re.compile(rf"b{BASE}{POST}{{{more}}}") for more in range(3))


def _is_unsure(found: frames.Complement | None) -> bool:
    """Whether a phrase, not a clause, is reported, and by a frame that reports less often."""
    return found is None or (found.frame.name not in contents.CLAUSAL and found.frame.precision < SURE)


def _drafts(clause: Clause, cue: Cue, found: frames.Complement) -> Iterator[Draft]:
    if found.start >= clause.end:
        return
    if cue.passive:
        yield from _passive(clause, cue, found)
        return
    giver = _giver(clause, cue, found)
    source = giver or source_of(clause, cue)
    found = _saying(clause, found) or found
    if source and found.frame.content_takes_subject:
        words = contents.extent(clause, cue, found, None)
        if words[1] > words[0]:
            yield draft(cue, (source, words), None, found.frame.name)
        return
    shouted = found.frame.name.endswith("of-quote")
    if source is None and not shouted and not _needs_no_source(clause, cue, found):
        return
    if found.frame.name == "obj-about" and found.start == cue.end:
        found = replace(found, start=found.anchor - 1)  # asked the auditor [about the receipts]
    content = contents.extent(clause, cue, found, source)
    if source and content[0] < source[0] < content[1]:  # "Claiming victory, Lee left"
        content = trim(clause.tags, content[0], source[0])
    if _has_verb_after(clause, cue, found, source):
        content = _before_main_verb(clause, content)
    if content[1] <= content[0]:
        return
    if found.frame.precision < _least(found) and (source is None or not _quotes(clause, content)):
        return
    if source is None and shouted:
        agent = _FROM.match(clause.tags, content[1], clause.end)
        source = agent.span("source") if agent else None
    takes_verb = found.frame.cue_takes_verb and not giver
    first = cue.verb if takes_verb and cue.verb is not None else cue.first
    words = (first, found.end_of_cue)
    if source and source[0] < first < source[1]:
        source = trim(clause.tags, source[0], first)
    if source and _is_nobody(clause, cue, source):
        source = None
    name = found.frame.name.removeprefix("v-") if giver else found.frame.name
    whom = _whom(clause, source, found) if source else None
    yield draft(cue, (whom, content) if whom else (content,), source, name, words=words)


def _least(found: frames.Complement) -> int:
    return _LOWER.get(found.frame.name, THRESHOLD)


def _whom(clause: Clause, source: Range, found: frames.Complement) -> Range | None:
    """The relative pronoun that stands for what is described: `[whom] she called [a saint]`."""
    if found.frame.name not in _DESCRIBING or clause.tags[source[0] - 1] != "W":
        return None
    said = clause.tagged.word(source[0] - 1) in _WHOM
    return (source[0] - 1, source[0]) if said else None


_DESCRIBING = frozenset({"as", "quote"})
_WHOM = frozenset({"what", "which", "who", "whom"})
_FROM = re.compile(rf"[Ib](?P<source>(?=[D$ES]){BASE})")  # cries of "shame" from the gallery


def _quotes(clause: Clause, content: Range) -> bool:
    """Whether there is a quotation in the content, and no title."""
    opening = clause.tags.find("Q", *content)
    return opening >= 0 and not is_title(clause, opening, content[1])


def _giver(clause: Clause, cue: Cue, found: frames.Complement) -> Range | None:
    """Whose a noun is, printed after it: "complaints from neighbours that"."""
    if cue.lexeme.part != "noun" or clause.tagged.word(cue.end) not in {"among", "by", "from"}:
        return None
    giver = sources.INVERTED.match(clause.tags, cue.end + 1, found.start)
    return giver.span("source") if giver else None


def _is_nobody(clause: Clause, cue: Cue, source: Range) -> bool:
    """Whether the subject that an infinitive shares stands for nobody: "it is hard to say"."""
    empty = clause.tagged.word(source[0]) in {"it", "there"} and clause.tags[source[1]] in "BM"
    return empty and _is_infinitive(clause, cue)


_WITHOUT_SOURCE = frozenset({"that", "quote", "to", "about", "for", "over"})


def _needs_no_source(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether nobody need be named: "it is said that", "fears that the dam fails"."""
    if cue.lexeme.part == "noun":
        return found.frame.name in _WITHOUT_SOURCE and clause.tags[found.start - 1] != ":"
    return cue.lexeme.part == "phrase" and cue.form not in "VZFKG"


def _has_verb_after(clause: Clause, cue: Cue, found: frames.Complement, source: Range | None) -> bool:
    """Whether the content may be followed by the verb of a sentence in which the cue is but a part."""
    if cue.form == "N":
        linked = clause.tags[found.end_of_cue - 1] == "B"  # "his answer was that …": the verb of the noun
        return found.frame.name != "poss-quote" and not linked
    relative = source is not None and clause.tags[source[0]] in "WT"  # "shops that sold wine [left]"
    return _is_postposed(cue) or (relative and found.frame.name not in contents.CLAUSAL)


def _before_main_verb(clause: Clause, content: Range) -> Range:
    """The content of a noun without the verb whose subject the noun is: `his plan [to resign] hurt …`."""
    tags, owed = clause.tags, 0
    for at in range(content[0], content[1]):
        tag, before = tags[at], tags[at - 1]
        if tag in "WTU" or (tag in "DP" and before in "NSE"):  # a clause within has a verb of its own
            owed += 1
        elif tag in _FINITE and before not in _IN_GROUP:
            if owed <= 0 and at > content[0] + 1:
                return trim(tags, content[0], at)
            owed -= 1
    return content


_FINITE = frozenset("MBHYZF")
_IN_GROUP = frozenset("MBHYnRCZFt,")


def _passive(clause: Clause, cue: Cue, found: frames.Complement) -> Iterator[Draft]:
    """`X was criticised by S`, `X is expected to …`: the subject is what is talked about."""
    name, words = found.frame.name, (cue.first, found.end_of_cue)
    about = sources.subject(clause.tagged, cue)
    about = about if about and about[0] >= clause.first else None
    if name == "p-by":
        agent = sources.INVERTED.match(clause.tags, cue.end + 1, clause.end)
        if agent and about:
            yield draft(cue, (about,), agent.span("source"), name, words=(cue.first, cue.end + 1))
        return
    content: tuple[Range, ...] = (contents.extent(clause, cue, found, None),)
    if about and (name in _ABOUT_SUBJECT or found.frame.content_takes_subject):
        content = (about, *content)
    agent = sources.AGENT.match(clause.tags, cue.end, found.start)
    source = agent.span("source") if agent else None
    yield draft(cue, content, source, name, words=words)


_ABOUT_SUBJECT = frozenset({"p-to", "p-as", "p-np", "p-ing", "p-chain", "p-for", "p-with"})


def source_of(clause: Clause, cue: Cue) -> Range | None:
    """Return the source of a cue: its owner, its subject, or the one that it shares with an earlier verb."""
    if cue.owner or cue.passive or "asked" in cue.lexeme.lemma.split():
        return cue.owner
    if cue.form == "N" or (cue.lexeme.part == "phrase" and cue.form not in "VZFKGB"):
        return _governor(clause, cue)
    if _is_postposed(cue):
        return sources.subject(clause.tagged, cue) or sources.absolute(clause.tagged, cue)
    tags = clause.tags
    if cue.form == "G" and clause.tagged.word(cue.first - 1) == "as":
        quoted = filter(None, (_quoted_as(clause, other) for other in clause.cues if other.end < cue.first))
        who = next((match.span("who") for match in quoted if match.end() == cue.first), None)
        if who or "quote" not in cue.lexeme.names:
            return who
    before = tags[cue.first - 1] if cue.first > clause.first else ""
    found = sources.causee(clause.tagged, cue) if _is_infinitive(clause, cue) else None
    if found:
        return found
    if cue.form != "G" or "B" in tags[cue.first : cue.head] or before in set("ENSPW"):
        found = sources.subject(clause.tagged, cue)
    if found and found[0] >= clause.first:
        return found
    if cue.form == "G" and before in set("ENSP"):
        found = sources.absolute(clause.tagged, cue)
        if found:
            return found
    if _is_infinitive(clause, cue):
        nearest = sources.nearest(clause.tagged, cue, clause.first)
        return nearest or sources.shared(clause.tagged, cue, clause.first, clause.cues)
    if before in set(",CIUb-") or cue.form == "G":
        found = sources.shared(clause.tagged, cue, clause.first, clause.cues)
        return found or (_around(clause, cue) if cue.form == "G" else None)
    return None


def _around(clause: Clause, cue: Cue) -> Range | None:
    """The subject beside a participle: "Lee, fearing a storm, left", "Fearing a storm, Lee left"."""
    before = None
    if cue.first - 1 > clause.first and clause.tags[cue.first - 1] == ",":
        before = sources.subject_before(clause.tagged, cue.first - 1)
    if before and before[0] >= clause.first:
        return before
    return sources.ahead(clause.tagged, cue, clause.end)


def _is_infinitive(clause: Clause, cue: Cue) -> bool:
    """Whether the verb group begins with "to"."""
    return clause.tags[cue.first] == "t" and cue.form != "G"


def _is_postposed(cue: Cue) -> bool:
    """Whether an adjective follows its noun: "residents wary of the plan"."""
    return cue.lexeme.part == "adjective" and not cue.prefix


def _governor(clause: Clause, cue: Cue) -> Range | None:
    """The subject of the verb that governs a noun or a phrase."""
    if cue.form == "N" and cue.verb is None:
        return None
    found = sources.subject_before(clause.tagged, cue.verb) if cue.verb is not None else None
    if found and found[0] >= clause.first:
        return found
    return sources.shared(clause.tagged, cue, clause.first, clause.cues)
