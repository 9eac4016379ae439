"""`S said that …`, `S urged A to …`, `S praised …`: the words follow the cue, in a frame of its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from quotes import contents, frames, sources
from quotes.clauses import Clause, Draft, Range, draft, goes_on, is_title, trim
from quotes.cues import Cue
from quotes.lexicon.forms import all_forms
from quotes.nouns import is_role_noun
from quotes.rules import agents
from quotes.rules.described import AS_OR_BY, described
from quotes.rules.owners import giver_of, is_nobody, is_postposed, is_received, source_of
from quotes.rules.restrictive import without_main_verb
from quotes.rules.senses import means_something_else
from quotes.rules.several import Reported, in_order, not_told
from quotes.syntax import BASE, POST

QUOTED = 10  # percent: a frame that reports less often is left alone even with a quotation in it
THRESHOLD = 40  # percent: a frame that reports less often is left alone
# But clauses are counted by a few words to their right, and found by patterns that ask for more.
_LOWER = MappingProxyType({"that": 10, "clause": 10, "be-that": 30})


def find(clause: Clause) -> Iterator[Draft]:
    """Draft what follows each reporting word in one of its frames, clauses and sure frames first."""
    left = [cue for cue in clause.cues if not _is_taken(clause, cue)] if clause.taken else clause.cues
    found: list[Reported] = []
    for each in not_told(left) if len(left) > 1 else left:
        cue = _active(clause, each) if each.passive else each
        if complement := _complement(clause, cue):
            found.append((cue, complement))
    for cue, complement in in_order(found) if len(found) > 1 else found:
        if _is_taken(clause, cue) or _takes_in_main_verb(clause, cue, complement):
            continue
        if not means_something_else(clause, cue, complement):
            yield from _drafts(clause, cue, complement)


def _is_taken(clause: Clause, cue: Cue) -> bool:
    return clause.is_taken(cue.first) and (cue.verb is None or clause.is_taken(cue.verb))


def _takes_in_main_verb(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether what looks like a clause is object and main verb: who saw [the fire said it spread]."""
    if found.frame.name != "clause" or found.frame.precision >= _SURE or clause.tags[cue.first - 1] != "W":
        return False
    verb = _NEXT_FINITE.search(clause.tags, found.start, clause.end)
    others = (other for other in clause.cues if verb and other.first == verb.start())
    return any(frames.complement(clause.tagged, other, _SURE) is not None for other in others)


_SURE = 80  # percent
_NEXT_FINITE = re.compile("[ZFMBHY]|(?<=[ENSO])V")


def _active(clause: Clause, cue: Cue) -> Cue:
    """A passive, in the active where a subject in commas shows it: `Counsel, Ann Lee, asked whether …`."""
    bare = cue.first == cue.head and clause.tags[cue.first - 1] == ","
    return replace(cue, prefix="", passive=False) if bare and sources.subject(clause.tagged, cue) else cue


def _saying(clause: Clause, found: frames.Complement) -> frames.Complement | None:
    """What an infinitive of saying reports, when it is the content: "sought to stress [that …]"."""
    if found.frame.name != "to":
        return None
    for other in clause.cues:
        if found.start < other.head <= found.start + 3 and other.lexeme.act == "said":
            said = frames.complement(clause.tagged, other, THRESHOLD)
            return said if said and said.frame.name == "that" else None
    return None


def _complement(clause: Clause, cue: Cue) -> frames.Complement | None:
    """What the cue reports; in the passive, after the agent too: "was accused by Lee of lying"."""
    if cue.form == "N" and clause.tags[cue.end : cue.end + 1] in _LINKS:
        linked = _LINKED.match(clause.tags, cue.end)
        cue = replace(cue, end=linked.end()) if linked else cue
    found = frames.complement(clause.tagged, cue, THRESHOLD, _LOWER)
    if found and not cue.passive:
        return found
    if not cue.passive and "Q" in clause.tags[cue.end : clause.end]:
        found = frames.complement(clause.tagged, cue, QUOTED)
    if clause.tags[cue.end : cue.end + 1] in AS_OR_BY and (found is None or found.frame.name == "p-by"):
        found = described(clause, cue) or found
    if not cue.passive or clause.tags[cue.end : cue.end + 1] != "b":
        return found
    for agent in filter(None, (each.match(clause.tags, cue.end, clause.end) for each in _AGENTS)):
        after = frames.complement(clause.tagged, replace(cue, end=agent.end()), THRESHOLD, _LOWER)
        if after:
            clausal = after.frame.name in contents.CLAUSAL
            start = after.start if clausal else agents.after_day(clause, agent.end())
            return replace(after, start=start, end_of_cue=cue.end)
    return found


# Her answer was that; her answer, given in a letter, was that.
_LINKED = re.compile("(?:,[^.,|;:QqZMBHY]{1,20},)?B(?=[Tt])")
_LINKS = frozenset(",B")  # with which it begins
# "by Lee", "by the head of the union": the shortest first, for "by Lee of lying" is no name.
_AGENTS = tuple(re.compile(rf"b{BASE}{POST}{{{more}}}(?:,W[^.|;:Q]{{1,60}}(?=,Q))?") for more in range(3))


def _drafts(clause: Clause, cue: Cue, found: frames.Complement) -> Iterator[Draft]:
    if found.start >= clause.end:
        return
    if cue.passive:
        yield from _passive(clause, cue, found)
        return
    if found.frame.name == "v-of" and found.frame.content_takes_subject:
        yield from _received(clause, cue, found)
        return
    giver = giver_of(clause, cue, found)
    source = giver or _outside(clause, source_of(clause, cue))
    if _only_names(clause, cue, found, source):
        return
    found = _saying(clause, found) or found
    if source and found.frame.content_takes_subject:
        words = contents.extent(clause, cue, found, None)
        if words[1] > words[0]:
            yield draft(cue, (source, words), None, found.frame.name)
        return
    shouted = found.frame.name.endswith("of-quote")
    if source is None and not (
        shouted or _needs_no_source(clause, cue, found) or _holds_words(clause, cue, found)
    ):
        return
    content = _content(clause, cue, found, source)
    if not _is_told(clause, found, source, content):
        return
    if source is None and shouted:
        source = _shouting(clause, content)
    verb = cue.verb if found.frame.cue_takes_verb and not giver else None
    words = (cue.first if verb is None else verb, found.end_of_cue)
    name = found.frame.name.removeprefix("v-") if giver else found.frame.name
    if source and source[0] < words[0] < source[1]:
        source = trim(clause.tags, source[0], words[0])
    if name in _BARE and _FINITE.isdisjoint(clause.tags[slice(*content)]) and cue.form == "G":
        name = "np"
    whom = _whom(clause, source, found) if source else None
    if source and (is_nobody(clause, cue, source) or (is_received(clause, cue) and not giver)):
        source = _shouting(clause, content)
    whom = whom or (_begun(clause, cue, source, content) if source and name == "quote" else None)
    yield draft(cue, (whom, content) if whom else (content,), source, name, words=words)


def _outside(clause: Clause, source: Range | None) -> Range | None:
    """The source without what ends another's words: `One said he saw it | and one in four said …`."""
    if source:
        for first, end in clause.taken:
            if first <= source[0] < end < source[1] - 1:
                return end + (clause.tags[end] in ",C"), source[1]
    return source


def _received(clause: Clause, cue: Cue, found: frames.Complement) -> Iterator[Draft]:
    """`The plan won the backing of S`: the subject is what is talked about."""
    giver = sources.INVERTED.match(clause.tags, found.end_of_cue, clause.end)
    about = source_of(clause, cue)
    if giver and about and cue.verb is not None and _GETTING & {*clause.tagged.lower[cue.verb : cue.head]}:
        yield draft(cue, (about,), giver.span("source"), "v-of", words=(cue.verb, found.end_of_cue))


_GETTING = frozenset[str]().union(*map(all_forms, "earn enjoy gain get have receive secure win".split()))


def _content(clause: Clause, cue: Cue, found: frames.Complement, source: Range | None) -> Range:
    if found.frame.name == "obj-about" and found.start == cue.end:
        found = replace(found, start=found.anchor - 1)  # asked the auditor [about the receipts]
    content = contents.extent(clause, cue, found, source)
    if source and content[0] < source[0] < content[1]:  # "Claiming victory, Lee left"
        content = trim(clause.tags, content[0], source[0])
    if source and _is_restrictive(clause, cue, source):
        return _before_verb_of_source(clause, cue, found, content)
    if _has_verb_after(clause, cue, found, source):
        return _before_main_verb(clause, content)
    return without_main_verb(clause, source, content) if source else content


def _is_restrictive(clause: Clause, cue: Cue, source: Range) -> bool:
    """Whether a participle tells which subject is meant: `[Groups opposing the plan] left`."""
    subject = source[0] == clause.first or clause.tags[source[0] - 1] in _BEFORE_SUBJECT
    told = clause.tags[source[0] - 1] == "," and _DONE.fullmatch(clause.tags, clause.first, source[0])
    return not told and subject and cue.form == "G" and source[1] == cue.first == cue.head


_DONE = re.compile(rf"{BASE}[ZF][^,.|;:TUWQ]*,")  # Lee left, one aide saying he was "done"
_BEFORE_SUBJECT = frozenset("|.,;:CUT")


def _before_verb_of_source(clause: Clause, cue: Cue, found: frames.Complement, content: Range) -> Range:
    """The content of a restrictive participle without the verb whose subject is the source.

    What looks like a clause may be a thing, and that verb: "opposing the plan | said".
    """
    thing = _before_main_verb(clause, (cue.end, content[1]))
    bare = found.frame.name in _BARE and clause.tags[found.start] != "T"
    if not bare:
        return _before_main_verb(clause, content)
    said = any(
        thing[1] <= other.first <= thing[1] + 1 and other.lexeme.act == "said" for other in clause.cues
    )
    if said or "that" not in cue.lexeme.names:
        return thing
    words = _before_main_verb(clause, content, owed=1)
    return thing if words == content else words


_BARE = frozenset({"clause", "obj-that"})


def _is_told(clause: Clause, found: frames.Complement, source: Range | None, content: Range) -> bool:
    """Whether there is content, and a frame that seldom reports has a quotation in it."""
    if content[1] <= content[0]:
        return False
    return found.frame.precision >= _least(found) or (source is not None and _quotes(clause, content))


def _shouting(clause: Clause, content: Range) -> Range | None:
    """Whose the shouts are, printed after them: `cries of "shame" from the gallery`."""
    agent = _FROM.match(clause.tags, content[1], clause.end)
    return agent.span("source") if agent else None


_FROM = re.compile(rf"[Ib](?P<source>(?=[D$ES]){BASE})")


def _least(found: frames.Complement) -> int:
    return _LOWER.get(found.frame.name, THRESHOLD)


def _whom(clause: Clause, source: Range, found: frames.Complement) -> Range | None:
    """The relative pronoun that stands for what is described: `[whom] she called [a saint]`."""
    described = found.frame.name in _DESCRIBING or clause.tags[found.start] == "U"  # dismissed as
    if not described or clause.tags[source[0] - 1] != "W":
        return None
    if clause.tags[found.start - 1] == ":":
        return None  # here is what she said: "…"
    said = clause.tagged.word(source[0] - 1) in _WHOM and clause.tags[source[0] - 2] not in "Iobt"
    return (source[0] - 1, source[0]) if said else None


def _begun(clause: Clause, cue: Cue, source: Range, content: Range) -> Range | None:
    """What is said before the tag that parts it: `If it leaks, he said, "we are all wet."`"""
    tags = clause.tags
    parted = tags[source[0] - 1] == tags[content[0] - 1] == "," and source[0] < cue.first
    if not parted or not goes_on(clause, content[0]) or tags[clause.first] in "Id":
        return None
    if tags[source[0] - 2] in "UW":
        return None  # Lee left because, he said, "it was late"
    words = trim(tags, clause.first, source[0] - 1)
    return words if words[1] - words[0] >= _FEWEST_BEGUN and not clause.is_taken(words[0]) else None


_FEWEST_BEGUN = 3  # tokens: "Still," and "But then," are the reporter's


_DESCRIBING = frozenset({"as", "quote"})
_WHOM = frozenset({"what", "which", "who", "whom"})


def _quotes(clause: Clause, content: Range) -> bool:
    """Whether there is a quotation in the content, and no title."""
    opening = clause.tags.find("Q", *content)
    return opening >= 0 and not is_title(clause, opening, content[1])


_WITHOUT_SOURCE = frozenset({"that", "quote"})


def _needs_no_source(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether nobody need be named: "it is said that", "fears that the dam fails"."""
    if cue.lexeme.part == "noun":
        return found.frame.name in _WITHOUT_SOURCE and clause.tags[found.start - 1] != ":"
    return cue.lexeme.part == "phrase" and cue.form not in "VZFKG"


def _holds_words(clause: Clause, cue: Cue, found: frames.Complement) -> bool:
    """Whether the verb reports words in marks, which somebody said though nobody is found who did."""
    if cue.lexeme.part != "verb" or found.frame.name in _ASKING_FOR:
        return False
    if cue.form == "V" and cue.first == clause.first:
        return False  # Ask yourself: is it "a farce"?
    if cue.form == "G" and cue.first == clause.first and clause.tags[cue.end : cue.end + 1] != ",":
        return False  # Calling it "a farce" got him fired
    if "Q" not in clause.tags[found.start : clause.end]:
        return False
    return _quotes(clause, contents.extent(clause, cue, found, None))


_ASKING_FOR = frozenset({"to", "obj-to", "chain"})


_NAMING = frozenset({"obj-quote", "p-np"})  # call, dub, term: the frames of verbs that give a name


def _only_names(clause: Clause, cue: Cue, found: frames.Complement, source: Range | None) -> bool:
    """Whether it is only told how something is called: `a series called "The Long Way"`."""
    if cue.form not in "FK" or not cue.lexeme.names >= _NAMING:
        return False
    if found.frame.name == "clause":  # a man called Lee said
        return source is not None and source[1] == cue.first and clause.tags[cue.end : cue.end + 1] == "E"
    if found.frame.name != "quote":
        return False
    if source is None:
        return True
    thing = source[1] == cue.first and clause.tags[source[1] - 1] == "N"
    return thing and not is_role_noun(clause.tagged.word(source[1] - 1))


def _has_verb_after(clause: Clause, cue: Cue, found: frames.Complement, source: Range | None) -> bool:
    """Whether the content may be followed by the verb of a sentence in which the cue is but a part."""
    if cue.form == "N":
        linked = clause.tags[found.end_of_cue - 1] == "B"  # "his answer was that …": the verb of the noun
        return found.frame.name != "poss-quote" and not linked
    relative = source is not None and _is_relative(clause, source)  # "shops that sold wine [left]"
    return is_postposed(cue) or (relative and found.frame.name not in _WITH_VERB)


def _is_relative(clause: Clause, source: Range) -> bool:
    """Whether a pronoun stands for the noun before it: who, or "that" beside it."""
    if clause.tags[source[0]] in "WT":
        return True
    beside = clause.tags[source[0] - 1] in "NSE"
    return source[1] - source[0] == 1 and beside and clause.tagged.word(source[0]) == "that"


_WITH_VERB = contents.CLAUSAL - {"to"}  # contents that have a finite verb of their own


def _before_main_verb(clause: Clause, content: Range, owed: int = 0) -> Range:
    """The content of a noun without the verb whose subject the noun is: `his plan [to resign] hurt …`."""
    tags = clause.tags
    for at in range(content[0], content[1]):
        tag, before = tags[at], tags[at - 1]
        if tag == "U" and _MARKED.match(tags, at):  # as "a dump"
            continue
        if tag in "WTU" or (tag in "DP" and before in "NSE"):  # a clause within has a verb of its own
            owed += 1
        elif (tag in _FINITE and before not in _IN_GROUP) or (tag == "V" and before in "NSEOq"):
            if owed <= 0 and at > content[0] + (tags[content[0]] not in "OP"):
                return trim(tags, content[0], at)
            owed -= 1
    return content


_MARKED = re.compile("U[D$RJ]{0,3}Q")
_FINITE = frozenset("MBHYZF")
_IN_GROUP = frozenset("MBHYnRCZFt,")


def _passive(clause: Clause, cue: Cue, found: frames.Complement) -> Iterator[Draft]:
    """`X was criticised by S`, `X is expected to …`: the subject is what is talked about."""
    name, words = found.frame.name, (cue.first, found.end_of_cue)
    apart = cue.reduced and clause.tags[cue.first - 1] == ","
    about = sources.subject_before(clause.tagged, cue.first - apart)
    about = about if about and about[0] >= clause.first and _names_thing(clause, about) else None
    if name == "p-by" and not cue.reduced:
        agent = sources.INVERTED.match(clause.tags, cue.end + 1, clause.end)
        if agent and about:
            whose = agents.without_statement(clause, agent.span("source"))
            yield draft(cue, (about,), whose, name, words=(cue.first, cue.end + 1))
        return
    told = contents.extent(clause, cue, found, None)
    if cue.reduced:  # seldom told, but with a quotation
        told = told[0], _before_main_verb(clause, (told[0] + 1, told[1]))[1]
        if name == "p-by" or not _quotes(clause, told):
            return
    content: tuple[Range, ...] = (told,)
    if about and (name in _ABOUT_SUBJECT or found.frame.content_takes_subject):
        content = (about, *content)
    by = agents.between(clause, cue.end, found.start)
    after = agents.at_end(clause, content[-1]) if not by else None
    if after:  # was branded "a liar" by Lee
        content = (*content[:-1], trim(clause.tags, content[-1][0], after[0] - 1))
    yield draft(cue, content, by or after, name, words=words)


def _names_thing(clause: Clause, about: Range) -> bool:
    """Whether what stands before a passive can be talked of, as "when" cannot: `when asked to leave`."""
    return clause.tagged.word(about[0]) not in {"when", "where"}


_ABOUT_SUBJECT = frozenset({"p-to", "p-as", "p-np", "p-ing", "p-chain", "p-for", "p-with"})
