"""Where the reporting words of a text stand: a verb group, a noun, an adjective or a phrase each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quotes import lexicon
from quotes.lexemes import POSSESSIVES, Lexeme, index
from quotes.lexicon.forms import all_forms
from quotes.syntax import BASE, QUOTED, Tagged, backward


@dataclass(slots=True)
class Cue:
    """Tokens `first` to `end` that may report, with the word that reports at `head`.

    `form` is the tag of the head. `prefix` says which frames hold: "" in the active, "p-" in the passive,
    "poss-" for a noun with its possessor at `owner`, "v-" for a noun governed by the verb group that
    begins at `verb`, "be-" for an adjective. In the `passive` the subject is not the one who says it;
    `reduced` is a passive without its auxiliary.
    """

    lexeme: Lexeme
    first: int
    head: int
    end: int
    form: str
    prefix: str = ""
    owner: tuple[int, int] | None = None
    verb: int | None = None
    passive: bool = False
    reduced: bool = False


_LONGEST = 12  # tokens before a verb that its group may take
_AUXILIARIES = "MBHYnR"
_ENDS_OF_GROUPS = frozenset(_AUXILIARIES + "tC,d0ENS")
_VERBS = frozenset("VZFKG")
_PARTED = backward(r"H[Rn]*(?:,R|d+|,?I(?:d+|0|D?J?[ENS]{1,2})),?R*")  # had in 2019 said
_TIMED = backward(r"B[Rn]*d+R*")  # was last night urging
_OWNER = backward(rf"(?:(?P<pronoun>[$h])|(?P<name>{BASE}'))(?:[DR]?[J0]C?)*R?[NE]?")
_GOVERNING = frozenset("VZFHKG")
_GOVERNED = backward(r"(?P<verb>[VZFH]|(?<![D$J'Io]R?)[KG])(?:[IR])?[D$]{0,2}[JRN]*")
_MEMBERS = frozenset({*"SENP,C|.", ""})
_LINKS = frozenset("IoT")
_ISSUED = backward(
    rf"(?P<verb>[VZFKG])R?(?P<noun>[D$]?[JEN0]*[NS])(?:(?:I{BASE})?(?:I?d)?R?|(?<=N)(?:I?d)?,)"
)
_COPULAS = frozenset(
    form + ending
    for form in ("seem", "remain", "appear", "feel", "sound", "look", "grow")
    for ending in ("", "s", "ed", "ing")
) | frozenset("became become becomes becoming felt get gets getting got grew stands stood".split())
_ADVERBS = frozenset(
    "again already also always before both consistently even ever first further just later long longer never"
    " no now often once only previously rather recently repeatedly since soon specifically still then".split()
)


def find_cues(tagged: Tagged) -> Iterator[Cue]:
    """Yield the reporting words of a text from left to right, the longest where several begin."""
    words, phrases, _ = index()
    tags, lower = tagged.tags, tagged.lower
    for place in _heads(tagged.tokens.cues):
        head = place.start()
        if tags[head] in QUOTED:
            continue
        word = lower[head]
        found = words.get(word, ())
        by_second = phrases.get(word)
        second = _in_full(tagged, head + 1) if by_second else ""
        if by_second and (second in by_second or second in POSSESSIVES):
            third = _in_full(tagged, head + 2)
            if second in POSSESSIVES and "POSS" in by_second:
                found = by_second["POSS"].get(third, by_second["POSS"][""]) + found
            if second in by_second:
                found = by_second[second].get(third, by_second[second][""]) + found
        cue = _first_that_holds(tagged, head, found) if found else None
        if cue:
            yield cue


def _heads(known: str) -> Iterator[re.Match[str]]:
    """Find the words that report, and with which a phrase may begin (see `quotes.word_facts`)."""
    for first in _FIRSTS:
        known = first.sub("R", known)
    return _REPORTING.finditer(known.replace("r", "R"))


_FIRSTS = tuple(re.compile(f"{first}(?=[SBr])") for first in "PB")  # a letter first: a scan skips to it
_REPORTING = re.compile("R")


def _first_that_holds(tagged: Tagged, head: int, lexemes: tuple[Lexeme, ...]) -> Cue | None:
    for lexeme in lexemes:
        cue = _cue(tagged, head, lexeme)
        if cue and not (lexeme.rest and cue.passive and _has_no_passive(lexeme)):
            return cue
    return None


def _has_no_passive(lexeme: Lexeme) -> bool:
    """Whether a phrase has no frame for the passive; then its verb alone may have one."""
    return not any(name.startswith("p-") for name in lexeme.names)


def _cue(tagged: Tagged, head: int, lexeme: Lexeme) -> Cue | None:
    tag = tagged.tags[head]
    if lexeme.part == "noun":
        return _noun(tagged, head, lexeme) if tag in "NS" else None
    if lexeme.part == "adjective":
        return _adjective(tagged, head, lexeme) if tag in "JFKNG" else None
    if lexeme.rest and not _rest_matches(tagged, head, lexeme):
        return None
    if tag in "VZFKGB" or _is_asked(tagged, head, lexeme):
        return _verb(tagged, head, lexeme)
    if lexeme.part == "phrase" and not lexeme.lemma.split()[0].endswith("*"):
        return Cue(lexeme, head, head, head + 1 + len(lexeme.rest), tag)
    return None


def _rest_matches(tagged: Tagged, head: int, lexeme: Lexeme) -> bool:
    end = head + 1 + len(lexeme.rest)
    printed = tagged.lower[head + 1 : end]
    if tuple(printed) != lexeme.rest:
        if "POSS" not in lexeme.rest and "'s" not in printed:
            return False
        for at, word in enumerate(lexeme.rest, start=head + 1):
            if _in_full(tagged, at) != word and not (
                word == "POSS" and tagged.tags[at : at + 1] in _POSSESSIVE_TAGS
            ):
                return False
    return lexeme.rest[-1] != "on" or tagged.tags[end : end + 1] != "d"  # called on Monday for


def _in_full(tagged: Tagged, at: int) -> str:
    """The word at `at`, the verb of "it's" in full."""
    word = tagged.lower[at] if at < len(tagged.lower) else ""
    return "is" if word == "'s" and tagged.tags[at] == "B" else word


_POSSESSIVE_TAGS = frozenset("$h")


def _group_start(tagged: Tagged, head: int) -> int:
    """The first token of the verb group that ends before `head`."""
    tags = tagged.tags
    last = tags[head - 1]
    if last not in _ENDS_OF_GROUPS:
        return head
    low = max(0, head - _LONGEST)
    before = tags[low:head]
    denied = _denied(tagged, low, head) if last == "C" else None
    if denied is not None:
        return denied
    parted = _PARTED.match(tags, low, head) if tags[head] in "FK" and "H" in before[:-1] else None
    if not parted and tags[head] in "FKG" and last in "dR" and "B" in before[:-1]:
        parted = _TIMED.match(tags, low, head)
    if parted:
        return parted.start()
    before = before.rstrip(_AUXILIARIES)
    while before.endswith("t") and not _stands_alone(tagged, low, before):  # "tried to say"
        before = before[:-1].rstrip(_AUXILIARIES)
        before = (before[:-1] if before[-1:] in _VERBS else before).rstrip(_AUXILIARIES)
    first = low + len(before)
    while first < head and tagged.tags[first] == "R" and not _is_cue_adverb(tagged.word(first)):
        first += 1
    return first


def _denied(tagged: Tagged, low: int, head: int) -> int | None:
    """Where the group of a second verb begins that is denied with the first: "would not confirm or deny"."""
    words = tagged.lower[low:head]
    if words[-1:] == ["nor"] and "neither" in words:
        return _before_auxiliaries(tagged, low + words.index("neither"))
    if words[-1:] != ["or"] or tagged.tags[head - 2] != "V":
        return None
    first = _before_auxiliaries(tagged, head - 2)
    negated = "n" in tagged.tags[first:head] or any(word.endswith("n't") for word in tagged.lower[first:head])
    return first if negated else None


def _before_auxiliaries(tagged: Tagged, at: int) -> int:
    low = max(0, at - _LONGEST)
    return low + len(tagged.tags[low:at].rstrip(_AUXILIARIES))


def _stands_alone(tagged: Tagged, low: int, before: str) -> bool:
    """Whether the verb before the "to" at the end of these tags is a cue itself: "[declined] to say"."""
    verb = before[:-1].rstrip("Rn")
    if verb[-1:] not in _VERBS:
        return False
    at = low + len(verb) - 1
    passive = "p-" if verb[-1] in "KF" and "B" in verb[-4:-1] else ""
    return any(lexeme.splits(passive) for lexeme in index().words.get(tagged.word(at), ()))


def _is_cue_adverb(word: str) -> bool:
    return word in _ADVERBS or word.endswith("ly")


def _verb(tagged: Tagged, head: int, lexeme: Lexeme) -> Cue:
    form = tagged.tags[head]
    first = (_issued(tagged, head) if form == "G" else None) or _group_start(tagged, head)
    end = head + 1 + len(lexeme.rest)
    if form not in "FKE":
        return Cue(lexeme, first, head, end, form)
    passive = form != "E" and "B" in tagged.tags[first:head] and not _is_perfect(tagged, first, head, lexeme)
    passive = passive or _is_asked(tagged, head, lexeme) or _is_fronted(tagged, head, lexeme)
    reduced = not passive and _is_reduced(tagged, lexeme, first, head, end)
    passive = passive or reduced
    return Cue(lexeme, first, head, end, form, "p-" if passive else "", passive=passive, reduced=reduced)


def _is_perfect(tagged: Tagged, first: int, head: int, lexeme: Lexeme) -> bool:
    """Whether 's stands for has: "he's promised a bridge"; it is is in "he's called a fool"."""
    if tagged.word(first) != "'s" or "B" in tagged.tags[first + 1 : head]:
        return False
    told_of = not _OF_WHOM.isdisjoint(lexeme.names) and not _TWO_OBJECTS.match(tagged.tags, head + 1)
    of_somebody = told_of or tagged.word(first - 1) in _EMPTY
    return tagged.tags[head + 1 : head + 2] in _OBJECTS and not of_somebody


_OBJECTS = frozenset("D$EOPTQSJN")
_TWO_OBJECTS = re.compile(rf"(?:O|{BASE})(?=[DQJ])")  # it a farce
_OF_WHOM = frozenset({"obj-np", "obj-quote", "obj-that"})  # frames in which the subject may be the object
_EMPTY = frozenset("it that there what".split())


def _is_reduced(tagged: Tagged, lexeme: Lexeme, first: int, head: int, end: int) -> bool:
    """Whether a participle after its noun is a passive: "a pier seen by Lee as", `described as “a wreck”`."""
    tags = tagged.tags
    if tags[head] not in "KF" or tags[first:head].strip("R"):
        return False
    if tags[end : end + 1] == "Q":
        return tags[first - 1] in ",-" and _QUOTED_BY.match(tags, end) is not None
    if tags[end : end + 1] == "o":
        return tags[first - 1 : first] in _NOUN_ENDS and "p-of" in lexeme.names
    if tagged.word(end) not in {"as", "by"}:
        return False
    if tags[end] == "b":
        by = tagged.word(end + 1)
        by_somebody = tags[end + 1 : end + 2] in _SOMEBODY and by.isalpha() and by not in _MEANS
        return by_somebody and tags[first - 1 : first] in _NOUN_ENDS
    return bool(_WORDS.match(tags, end) and _THING.match(tags, max(0, first - 6), first))


_QUOTED_BY = re.compile("Qq*b")  # , branded "a joke" by residents,
_NOUN_ENDS = frozenset("NSE,")
_SOMEBODY = frozenset("D$ENSP0")
_WORDS = re.compile("U[DJR]{0,2}Qq*+(?![D$NSE])")  # but: a source dismissed as "nonsense" a report
_THING = backward(",|(?<![WTNSE])D[JN]{0,3}[NS]")  # but not: a man the mayor described as "a wreck"
_MEANS = frozenset({"email", "phone", "telephone", "text"})  # said by phone


def _issued(tagged: Tagged, head: int) -> int | None:
    """Where the verb group of "issued a statement saying" begins."""
    low = max(0, head - 20)
    noun = tagged.tags[head] == "G" and not documents().isdisjoint(tagged.lower[low:head])
    match = _ISSUED.match(tagged.tags, low, head) if noun else None
    if not match or tagged.word(match.end("noun") - 1) not in documents():
        return None
    verb = match.start("verb")
    # to weigh a letter, saying …; slammed the letter, saying …
    apart = tagged.tags[head - 1] == "," and (tagged.tags[verb] not in "ZF" or _reports_things(tagged, verb))
    return None if apart or tagged.word(verb) in _FOUND else _group_start(tagged, verb)


def _reports_things(tagged: Tagged, at: int) -> bool:
    """Whether the verb at token `at` reports what its object is, as "slam" does, or tells it, as "told"."""
    return any(not _OF_THINGS.isdisjoint(lexeme.sure) for lexeme in index().words.get(tagged.word(at), ()))


_OF_THINGS = frozenset({"np", "obj-that"})


@cache
def documents() -> frozenset[str]:
    """Return the nouns of what is written, shown or counted, in the singular and the plural."""
    nouns = lexicon.words("documents")
    return nouns | {f"{noun}s" for noun in nouns}


# Whoever finds, gets or carries a document need not have written it: "saw a sign saying".
_FOUND = frozenset[str]().union(
    *map(
        all_forms,
        "bear carry cite display find follow get hear hold notice obtain quote read receive review see"
        " wave wear".split(),
    )
)


def _is_asked(tagged: Tagged, head: int, lexeme: Lexeme) -> bool:
    """Whether this opens a phrase such as "Asked whether he would resign,"."""
    if tagged.tags[head] not in "FKE" or "p-wh" not in lexeme.names:
        return False
    before, after = tagged.tags[head - 1 : head], tagged.tags[head + 1 : head + 2]
    if before == "," and not _AN_ANSWER.match(tagged.tags, head):
        return False  # "The mayor, Ann Lee, asked whether …"
    if before == "W" and tagged.word(head - 1) not in _WHEN_ASKED:
        return False  # "those who asked whether …"
    if before == "q" and not tagged.tokens.words[head][0].isupper():
        return False  # “Why?” asked about ten of them
    return before in _BEFORE_ASKED and after in _AFTER_ASKED


_AN_ANSWER = re.compile("[^.|;,]{1,60},")  # what is asked ends, and more follows
_WHEN_ASKED = frozenset({"when", "where"})
_BEFORE_ASKED = frozenset({*".|,UWq", ""})
_AFTER_ASKED = frozenset("WUIbdQt")


def _is_fronted(tagged: Tagged, head: int, lexeme: Lexeme) -> bool:
    """Whether a participle opens its sentence: `Described by Lee as “cruel”, he …`, `Told “no”, he …`."""
    if tagged.tags[head] not in "FK" or tagged.tags[head - 1 : head] not in _STARTS:
        return False
    match = _FRONTED.match(tagged.tags, head + 1)
    named = "p-np" in lexeme.names and not (match and "b" in match[0])  # Dubbed “the Fox”, he …
    following = _AS if tagged.word(head + 1) in {"as", "by"} else _QUOTED
    return match is not None and not following.isdisjoint(lexeme.names) and (following is _AS or not named)


_AS, _QUOTED = frozenset({"p-as"}), frozenset({"p-quote", "p-np"})
_STARTS = frozenset({"", *".|"})
_FRONTED = re.compile("(?:b[^.|;,Q]{1,30})?U?[DJR]{0,3}Qq+(?:[^.|;,Q]{0,30},|[D$ENP])")


def _degree_start(tagged: Tagged, head: int) -> int:
    """Where the words of degree before an adjective begin: "so wary of", "far more wary of"."""
    low = max(0, head - _LONGEST)
    first = low + len(tagged.tags[low:head].rstrip("R"))
    return first - 1 if tagged.tags[first - 1 : first] == "U" and tagged.word(first - 1) == "so" else first


def _adjective(tagged: Tagged, head: int, lexeme: Lexeme) -> Cue | None:
    degree = _degree_start(tagged, head)
    first = _group_start(tagged, degree)
    before = tagged.tags[first:head]
    if "B" in before or tagged.word(first - 1) in _COPULAS:
        first = first if "B" in before else _group_start(tagged, first - 1)
        return Cue(lexeme, first, head, head + 1, "J", "be-")
    if tagged.tags[degree - 1 : degree] in _MEMBERS and tagged.tags[head + 1 : head + 2] in _LINKS:
        return Cue(lexeme, degree, head, head + 1, "J")  # "Republicans skeptical of", ", wary of"
    return None


def _noun(tagged: Tagged, head: int, lexeme: Lexeme) -> Cue:
    tags, low = tagged.tags, max(0, head - 20)
    before = tags[low:head]
    owned = (before[:-1] if before[-1:] in "NE" else before).rstrip("J0DRC").endswith(("$", "h", "'"))
    owner = _OWNER.match(tags, low, head) if owned else None
    if owner:
        span = owner.span("pronoun") if owner["pronoun"] else owner.span("name")
        return Cue(lexeme, span[1], head, head + 1, "N", "poss-", owner=span)
    governed = _GOVERNED.match(tags, low, head) if before.rstrip("JRND$I")[-1:] in _GOVERNING else None
    if governed and not _is_moved(tagged, governed.start("verb")):
        verb = _group_start(tagged, governed.start("verb"))
        return Cue(lexeme, head, head, head + 1, "N", "v-", verb=verb)
    return Cue(lexeme, head, head, head + 1, "N")


def _is_moved(tagged: Tagged, verb: int) -> bool:
    """Whether a noun tells why a price moved, and is not its own: "stocks rose on hopes that"."""
    why = tagged.word(verb + 1)
    return why == "amid" or (why in {"on", "over"} and tagged.word(verb) in _MOVES)


_MOVES = frozenset[str]().union(
    *map(
        all_forms,
        "advance climb decline dip drop ease fall firm gain jump plummet plunge rally rebound recover retreat"
        " rise sink slide slip slump soar strengthen surge tumble weaken".split(),
    )
)
