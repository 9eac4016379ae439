"""Lines that end with a colon: whose words they announce, where no quotation marks show that there are any.

`In the Echo, Ann Lee writes:`, `Lee was blunt:`, `According to the report:`; but not `The board faces three
questions:`, which brings a list, or `Lee received this letter:`, which brings another's words.
"""

from __future__ import annotations

import re

from quotes.clauses import Clause, Found, Range
from quotes.cues import documents
from quotes.lexicon import table, words
from quotes.lexicon.forms import all_forms
from quotes.nouns import is_body_word, is_group, is_role_noun, singular
from quotes.rules.colon import Introduction, introduction, reported
from quotes.rules.owners import source_of
from quotes.sources import INVERTED
from quotes.syntax import NOUN_PHRASE

_VERB_AT_END = re.compile("R?[ZF]:")
_PREDICATE = re.compile("B[Rn]*[JNKG](?:I[D$]?[JNSE]{1,4})?:")
_LIST = re.compile("0J{0,2}[Sz]:")  # three questions:
_HEAD = re.compile("[^oIb]+")
_LINKING = frozenset("BCDIJPRTW$,d")
_FEW = 4  # tokens
_FINITE = frozenset("ZFMBH")
_PRONOUNS = frozenset({"he", "she", "they"})
_STATEMENTS = frozenset(
    "excerpt extract following line lines passage paragraph quote verdict way words".split()
)
# Whoever does this hands on what another wrote.
_HANDING_ON = frozenset("cite publish quote read recite repeat share".split())
_GROUP = re.compile("R*(?:[MBHYRn]*[VZFKG]|[MBHY])")
_ISSUING = frozenset[str]().union(  # what is their own
    *map(
        all_forms,
        "add be begin close contain deliver email end finish give have include issue leave make mince offer"
        " open post put release send start text tweet write".split(),
    )
)
_ADJUNCTS = re.compile(rf"(?:,?(?:[Io](?:{NOUN_PHRASE}|[0Od]+)|R|d+)){{0,3}},?")  # in May, of Ann Lee
_TOLD = re.compile(rf"(?:O|{NOUN_PHRASE})(?:[Io](?:{NOUN_PHRASE}|[0d]+)|d+){{0,2}}")
_QUOTING = frozenset({"cite", "quote"})
_WRITING = frozenset({"argue", "observe", "report", "write"})
_REPORTERS = frozenset("by correspondent correspondents editor editors reporter reporters".split())
_POSTING = frozenset({"post", "retweet", "share", "tweet"})
_EMBEDDED = frozenset(
    "below bluesky caption clip facebook here instagram mastodon photo picture tiktok tweet tweets twitter"
    " video watch youtube".split()
)
_UNSAID = frozenset(
    "cannot could if may might must n't never no nobody not should whether would".split()
).union(*map(all_forms, "allege deny dispute dream expect fail forget imagine refuse".split()))
_NO_SOURCE = frozenset({"i", "nobody", "one", "we", "you"})


def announced(found: Found) -> Introduction | None:
    """Return whose words stand in the block below a sentence that ends with a colon."""
    clause = found.clause
    colon = clause.end - 1
    if _LIST.search(clause.tags, max(clause.first, clause.end - _FEW), clause.end):
        return None
    if phrased := _phrased(clause, colon):
        return phrased if _can_speak(clause, phrased.source) else None
    lead = introduction(clause, colon)
    return lead if lead and _is_told(clause, lead) and _brings_words(found, lead) else None


def left_open(clause: Clause) -> Introduction | None:
    """Return who says what goes on in the block below: `The court held that`, `As Ann Lee wrote,`."""
    end = clause.end - (clause.tags[clause.end - 1] in ",-")
    if clause.tags[end - 1] == "T":
        cue = next((cue for cue in clause.cues if cue.end == end - 1 and "that" in cue.lexeme.sure), None)
        source = source_of(clause, cue) if cue else None
        lead = cue and source and Introduction(source, (cue.first, cue.end), cue.lexeme.act, cue.lexeme.lemma)
    else:
        lead = reported(clause, end)
        lead = lead and lead._replace(cue=(lead.cue[0], min(lead.cue[1], end)))
    return lead if lead and _is_told(clause, lead) and is_near(clause, lead, end) else None


def said_below(clause: Clause) -> Introduction | None:
    """Return who says or writes what stands below a sentence, by a verb right before its colon.

    Only what is written: a page that has lost its layout has lost what was embedded in it, too, so below `Lee
    tweeted:` or `Lee said:` the reporter may go on. So does a reporter: `15:02 Ann Lee, our editor, writes:`.
    """
    colon = clause.end - 1
    lower = clause.tagged.lower[clause.first : colon]
    if not _EMBEDDED.isdisjoint(lower):
        return None
    lead = introduction(clause, colon)
    if lead is None or lead.act != "said" or not lead.lemma or lead.lemma not in _WRITING:
        return None
    if clause.tagged.word(lead.source[0]) in _NO_SOURCE or not _is_told(clause, lead):
        return None
    timed = clause.first > 0 and clause.tagged.tokens.words[clause.first - 1][-1].isdigit()
    if timed or clause.tagged.word(clause.first)[0].isdigit() or not _REPORTERS.isdisjoint(lower):
        return None
    return lead if is_near(clause, lead, colon) else None


def is_near(clause: Clause, lead: Introduction, end: int) -> bool:
    """Return whether no more stands between a verb and the end of its line than when, where and to whom."""
    after = lead.source[1] if lead.source[0] >= lead.cue[1] else lead.cue[1]
    adjuncts = _TOLD if lead.lemma == "tell" else _ADJUNCTS
    return (
        end - after <= (clause.tags[end - 1] == "T")
        or adjuncts.fullmatch(clause.tags, after, end) is not None
    )


def _is_told(clause: Clause, lead: Introduction) -> bool:
    """Whether the words were said, and not `Lee might say:`, `Lee denied writing:`, `What Lee says:`."""
    if not _UNSAID.isdisjoint(clause.tagged.lower[clause.first : lead.cue[1]]) or _is_asked(clause, lead):
        return False
    before = lead.source[0] < lead.cue[0]  # Lee was asked: but "as was told by Lee:"
    return not (
        before and any(cue.passive and overlap((cue.first, cue.end), lead.cue) for cue in clause.cues)
    )


def _is_asked(clause: Clause, lead: Introduction) -> bool:
    """Whether a question has the words, and is not `Here is what Lee says:`."""
    at = lead.source[0] - 1
    asked = at >= clause.first and clause.tags[at] == "W" and "B" not in clause.tags[clause.first : at]
    return asked and clause.tags[at - 1] != "I"  # an email in which Lee wrote:


def _phrased(clause: Clause, colon: int) -> Introduction | None:
    """`She quoted Ann Lee:`, `According to the report:`, `In the words of Ann Lee:`."""
    quoted = next((cue for cue in clause.cues if cue.lexeme.lemma in _QUOTING), None)
    whom = INVERTED.match(clause.tags, quoted.end, colon) if quoted else None
    if quoted and whom and whom.end() == colon:
        return Introduction(whom.span("source"), (quoted.first, quoted.end), "said", quoted.lexeme.lemma)
    opening = clause.tagged.lower[clause.first : clause.first + _FEW]
    if opening == ["in", "the", "words", "of"]:
        return Introduction((clause.first + _FEW, colon), (clause.first, clause.first + _FEW))
    for cue in clause.cues:
        source = INVERTED.match(clause.tags, cue.end, colon) if "src" in cue.lexeme.sure else None
        if source and source.end() == colon:
            return Introduction(source.span("source"), (cue.first, cue.end), cue.lexeme.act, cue.lexeme.lemma)
    return None


def _brings_words(found: Found, lead: Introduction) -> bool:
    """Whether what a line announces is its speaker's own words."""
    clause = found.clause
    if lead.lemma:
        handed_on = lead.lemma in _HANDING_ON and lead.cue[1] < clause.end
        return not handed_on and not _is_reported(found, lead)
    if lead.cue[1] - lead.cue[0] == 1:  # the colon, after a name
        return _is_speaker(clause, lead.source)
    said = clause.tagged.lower[slice(*lead.cue)]
    if clause.tags[lead.source[1] - 1] in "$h'" and lead.source[1] == lead.cue[0]:  # Lee's answer:
        return any(map(_is_statement, said))
    if not _can_speak(clause, lead.source):
        return False
    if any(shape.fullmatch(clause.tags, *lead.cue) for shape in (_VERB_AT_END, _PREDICATE)):
        return True
    verb = _GROUP.match(clause.tags, *lead.cue)
    issues = verb is not None and clause.tagged.word(verb.end() - 1) in _ISSUING
    quotes = any(cue.first == lead.cue[0] and "quote" in cue.lexeme.names for cue in clause.cues)
    return quotes or (issues and any(map(_is_statement, said)))  # Lee wrote back: Lee sent this reply:


def _is_reported(found: Found, lead: Introduction) -> bool:
    """Whether a clause is what the verb reports: `Lee said the new fares would be:`."""
    tags = found.clause.tags
    return any(
        overlap(draft.cue, lead.cue) and not _FINITE.isdisjoint(tags[first:end])
        for draft, _ in found.drafts
        for first, end in draft.content
    )


def overlap(one: Range, other: Range) -> bool:
    """Return whether two ranges share a token."""
    return one[0] < other[1] and other[0] < one[1]


def _is_statement(word: str) -> bool:
    """Whether a noun is for something that is said or written."""
    act = table("cue_nouns").get(singular(word), "")
    return act.startswith("said") or word in _STATEMENTS or word in documents()


def _is_speaker(clause: Clause, source: Range) -> bool:
    """Whether a name is somebody's, and no label (`Update:`); one word alone may be anything."""
    label, tags = " ".join(clause.tagged.lower[slice(*source)]), clause.tags[slice(*source)]
    return (
        tags != "E"
        and "b" not in tags  # Recipe by Ann Lee:
        and label not in words("labels")
        and _can_speak(clause, source)
        and _opens(clause, source)
    )


def _opens(clause: Clause, source: Range) -> bool:
    """Whether a line names no more than whose words come: `Here is Ann Lee:`, not `Consider Ann Lee:`."""
    before = range(clause.first, source[0])
    return all(clause.tags[at] in _LINKING or _is_statement(clause.tagged.lower[at]) for at in before)


def _can_speak(clause: Clause, source: Range) -> bool:
    """Whether a source is a person, a body or something written: no timetable is."""
    first = max(source[0], clause.tags.rfind("'", *source) + 1)
    head = _HEAD.match(clause.tags, first, source[1])
    end = head.end() if head else source[1]
    return "E" in clause.tags[first:end] or any(map(_is_somebody, clause.tagged.lower[first:end]))


def _is_somebody(word: str) -> bool:
    bodies = is_group(word) or is_body_word(word)
    return word in _PRONOUNS or is_role_noun(word) or bodies or _is_statement(word)
