"""Where the content to the right of a cue ends.

In news, what is said runs to the end of its sentence four times in five; the stops below were chosen by
counting, for each kind of boundary, how often gold content ends there and how often it goes on.
"""

from __future__ import annotations

import re
from functools import cache

from quotes import descriptions, doings, lexicon, occasions, others, sources
from quotes.clauses import Clause, Range, trim
from quotes.cues import Cue
from quotes.frames import Complement
from quotes.syntax import BASE, NOUN_PHRASE, PARENTHESIS
from quotes.telling_on import ADVERBIAL, WHOM, is_next_cue, is_speech, tells_beside

_CLAUSES = "that clause wh quote obj-that obj-wh obj-quote to obj-to".split()
CLAUSAL = frozenset(f"{prefix}{name}" for prefix in ("", "p-", "be-", "poss-", "v-") for name in _CLAUSES)
_VERB = "(?:R*[ZFMBHY]|(?<=[PS])R*V)"  # of a subject before it
_SUMMARY = "[,-]D[JR0NE]*(?P<summary>[NS])(?=[oTPDE$WIbtKSFG])"  # ", a move that angered …"
_CHAINED = "(?P<chained>C(?=R?G))"  # "warning of a storm and telling …"
_MODIFIED = r"(?<![D$]Qqq)(?<![Iob]Qqq(?=G[NS]))"
_BESIDE = rf"(?<=q){_MODIFIED}(?=R?G)"  # called it "sad" citing …; but not: his "lax" handling of it
# Each stop begins with one of these, so that most tokens are passed over at one look.
_STOPS = "(?=[.|;:,bCGIRUW-])"
_CLAUSE_STOP = re.compile(
    rf"{_STOPS}(?:[.|;]|{_SUMMARY}|,(?=[CGUWI])|(?P<even>,(?=RU))|(?P<spliced>,(?=(?:{NOUN_PHRASE})R*{_VERB}))"
    rf"|C(?=R?[ZFYMBHPDE0V]|{ADVERBIAL}[ZF])|{_CHAINED}|U(?=G)|(?P<acts>U(?<=qU)(?=P[ZF]))|(?P<while>U(?<=qU))|-(?=C?G)|{_BESIDE})"
)
# An infinitive also ends at a lone dash or a colon, and where its sentence goes on with a finite verb or a
# new subject: "vowed to sue, called it unfair".
_INFINITIVE_STOP = re.compile(
    rf"(?P<finite>,?C?(?<=[,C])(?<![FK]C)(?=R*[ZFHBM])|,(?=C?[PD]|W|(?:{NOUN_PHRASE}){_VERB})|:)"
    rf"|(?P<joined>C(?=(?:{NOUN_PHRASE})R*[ZFHBM]))|-(?![^.|;-]{{0,60}}-)|{_CLAUSE_STOP.pattern}"
)
_LISTED = "[NSJ0]|C[NSJ]|CE[EC]{0,4}[,.|]|E[^,.|;:ZFMBHYQq]{0,12}[,C]"  # ", allies and friends"; ", Ohio, …"
_PHRASE_STOP = re.compile(
    rf"{_STOPS}(?:[.|;]|:(?=~?Q)|(?P<colon>:)(?=(?:{NOUN_PHRASE})R*[ZF])|,(?!{_LISTED})|,(?=0oW|C(?:{NOUN_PHRASE})(?:{_VERB}|V))|-|(?P<means>b(?=G))"
    rf"|C(?=R?[ZFPMBHY]|E{{1,3}}[ZF]|{ADVERBIAL}[ZF])|{_CHAINED}|U(?=G|R?(?:{NOUN_PHRASE})R?[ZFMBHYV])"
    rf"|{_BESIDE}|(?P<with>I)(?=[^.|;:]*G)(?=(?:{NOUN_PHRASE})G)|(?P<plural>C)(?=R?V)|(?P<when>W)(?=(?:{NOUN_PHRASE})R*[ZF]))"
)
_JOINING = frozenset({"and", "because", "but", "or", "while"})
_ACTS = [["as", who] for who in ("he", "she", "they")]  # called it "cruel" as she jailed him
_EVEN_AS = ["even", "as"]
_GOES_ON = frozenset({"as", "if"})
_WHEN = frozenset({"when", "where"})
_INFINITIVE = re.compile(rf"(?:{NOUN_PHRASE})n?tR?V")


@cache
def _summary_nouns() -> frozenset[str]:
    return lexicon.words("summary_nouns")


def extent(clause: Clause, cue: Cue, found: Complement, source: Range | None) -> Range:
    """Return the tokens of the content that begins where `found` says."""
    clausal = found.frame.name in CLAUSAL or _is_infinitive(clause, found.start)
    main = _before_main_clause(clause, cue, found, source)
    end = _within_dashes(clause, found, source) or (main if clausal else None)
    end = end or _after_quotation(clause, cue, found, source) or _before_verb_of_noun(clause, cue, found)
    end = end or (_clause_end(clause, cue, found, source) if clausal else _phrase_end(clause, cue, found))
    end = min(end, main) if main else end
    if cue.lexeme.act == "said" and (not clausal or found.frame.name == "obj-quote"):
        end = occasions.begin(clause.tagged, found.anchor + 1, end, dated=not _goes_on(clause, cue))
    bracket = clause.tags.find(")", found.anchor, end)
    if bracket >= 0 and "(" not in clause.tags[found.anchor : bracket]:
        end = bracket
    first, end = trim(clause.tags, found.start, others.begin(clause, cue, found.anchor, end) or end)
    if clause.tags[end - 1] in "CU" and clause.tags.startswith(",", end) and end - 1 > found.anchor:
        end -= clause.tagged.word(end - 1) in _JOINING  # to go because|, he said, it was late
    return first, end


def _goes_on(clause: Clause, cue: Cue) -> bool:
    """Whether a day tells when something will be: "is demanding talks on Monday"."""
    return cue.form == "G" and "B" in clause.tags[cue.first : cue.head]


def _is_infinitive(clause: Clause, start: int) -> bool:
    """Whether somebody and what they are to do begin at token `start`: `ministers to act`."""
    infinitive = "t" in clause.tags[start : clause.end]
    return infinitive and _INFINITIVE.match(clause.tags, start, clause.end) is not None


def _within_dashes(clause: Clause, found: Complement, source: Range | None) -> int | None:
    """Where the dash stands that closes an aside with its own source: `Lee - she calls it "home" - left`."""
    if not source or clause.tags[source[0] - 1] != "-":
        return None
    dash = clause.tags.find("-", found.anchor, clause.end)
    return dash if dash > 0 else None


def _clause_end(clause: Clause, cue: Cue, found: Complement, source: Range | None) -> int:
    infinitive = found.frame.name.endswith("to")
    pattern = _INFINITIVE_STOP if infinitive else _CLAUSE_STOP
    for stop in pattern.finditer(clause.tags, found.anchor + 1, clause.end):
        at = stop.start()
        if stop["chained"]:
            ends = cue.form == "G" or is_next_cue(clause, cue, at)
        elif stop["spliced"]:
            ends = _is_spliced(clause, found.start, at)
        elif stop["acts"]:
            ends = clause.tagged.lower[at : at + 2] in _ACTS
        elif stop["while"]:  # "a farce," while Lee said …
            ends = clause.tagged.last_spoken(at) == "," and is_next_cue(clause, cue, at)
        elif stop["even"]:  # even as many see a recession
            apart = clause.tagged.lower[at + 1 : at + 3] == _EVEN_AS
            ends = apart and _NEW_SUBJECT.match(clause.tags, at + 3) is not None
        elif stop["summary"]:
            ends = clause.tagged.word(stop.start("summary")) in _summary_nouns()
        elif stop[0] == "-":
            ends = "-" not in clause.tags[found.anchor : at] and (infinitive or is_next_cue(clause, cue, at))
        else:
            ends = bool(infinitive and (stop["finite"] or _is_main(clause, found, stop)))
            ends = ends or _ends_clause(clause, cue, at)
            ends = ends and not doings.go_on(clause, cue, source, (found.start, at))
        if ends:
            return at
    return clause.end


def _is_main(clause: Clause, found: Complement, stop: re.Match[str]) -> bool:
    """Whether the main clause goes on after an infinitive: "declined to comment and aides said …"."""
    inner = clause.tags[found.anchor + 1 : stop.start()]
    if stop["joined"] is None or not _WITHIN.isdisjoint(inner):
        return False
    return clause.tags[stop.end()] == "P" or others.say(clause, stop.end())


_WITHIN = frozenset("TWUZFMBH")  # a clause within


def _phrase_end(clause: Clause, cue: Cue, found: Complement) -> int:
    for stop in _PHRASE_STOP.finditer(clause.tags, found.anchor + 1, clause.end):
        if stop["chained"]:
            ends = cue.form == "G"
        elif stop[0] == ",":
            listed = ":" in clause.tags[found.anchor : stop.start()] or descriptions.go_on(
                clause, cue, stop.end()
            )
            ends = not listed and clause.tagged.word(stop.end()) != "including"
        elif stop["with"]:
            ends = clause.tagged.word(stop.start()) == "with" and tells_beside(clause, stop.start())
        elif stop["plural"]:
            ends = _says_too(clause, cue, stop.end())
        elif stop["colon"]:
            ends = others.say(clause, stop.end())
        elif stop["when"]:
            ends = clause.tagged.word(stop.start()) in _WHEN and others.say(clause, stop.end())
        elif stop["means"]:
            ends = any(other.head == stop.end() for other in clause.cues)  # by calling for …
        else:
            ends = clause.tagged.word(stop.start()) not in _GOES_ON or others.say(clause, stop.end())
            marked = clause.tags[stop.start() - 1] == "q" and clause.tagged.word(stop.start()) == "as"
            ends = ends or marked  # hailed his "warriors" as they came back
            ends = ends and not _is_reason(clause, stop.start())
        if ends:
            return stop.start()
    return clause.end


def _is_reason(clause: Clause, at: int) -> bool:
    """Whether somebody says why after a quotation: `called it "sad" because few came`."""
    return clause.tags[at - 1] == "q" and clause.tagged.word(at) == "because"


def _says_too(clause: Clause, cue: Cue, at: int) -> bool:
    """Whether a plain form goes on from several subjects of `cue`: `have called it late and say …`."""
    alone = clause.tags[cue.first] in "HVB"
    return alone and any(
        at <= other.head <= at + 1 and other.lexeme.act == "said" and is_speech(clause, other)
        for other in clause.cues
    )


# "his claim [that he was tired] did not help": the noun's own verb follows the clause.
_VERB_OF_NOUN = re.compile(
    r"T[^,.|;:CUWTZFMBHY]{1,12}(?:(?!Fo)[ZFMBHY][RnMBHYK]*[^,.|;:CUWTZFMBHY]{0,25}[NSEPOJ0RK'q](?=R?[MBHYZF])"
    r"|F(?=[BHM]))"  # claims that he lied were false
)


def _before_verb_of_noun(clause: Clause, cue: Cue, found: Complement) -> int | None:
    if cue.lexeme.part != "noun":
        return None
    match = _VERB_OF_NOUN.match(clause.tags, found.start, clause.end)
    return match.end() if match else None


_QUOTATION_ALONE = frozenset({"v-quote", "poss-quote", "of-quote", "v-of-quote", "poss-of-quote"})
# A quotation, or several in a list.
_SPOKEN = re.compile(r"(?:tV?|T|D)?Qq*(?:,?CQq*|Qq*)*")
_NEAR = 3  # tokens in which it begins


def _after_quotation(clause: Clause, cue: Cue, found: Complement, source: Range | None) -> int | None:
    """Where a quotation ends that is the content alone: it is introduced, or ends as speech does."""
    near = "Q" in clause.tags[found.anchor : found.anchor + _NEAR]
    spoken = _SPOKEN.match(clause.tags, found.anchor, clause.end) if near else None
    if not spoken:
        return None
    part = _PART_OF_PHRASE.match(clause.tags, spoken.end(), clause.end)
    introduced = not part and clause.tags[spoken.start() - 1] in ":,"
    alone = introduced or found.frame.name in _QUOTATION_ALONE or _is_called_out(clause, cue, spoken.end())
    ends_speech = clause.tagged.last_spoken(spoken.end()) in {".", "!", "?", ","}
    # said a clerk "did nothing" but took the fee
    verbless = found.frame.name == "obj-quote" and cue.lexeme.clausal
    goes_on = verbless and clause.tagged.word(spoken.end()) == "but"
    free = source is not None and clause.tags[source[0] - 1] == "W"
    relative = source is not None and clause.tags[source[0]] in "WT"
    # for calling him “mad”; her refusal to call it “murder” | has angered many
    relative = relative or (
        found.frame.name == "obj-quote" and (cue.form == "G" or clause.tags[cue.first] == "t")
    )
    verb = _VERB_OF_WHAT if free or relative else _NEW_VERB
    new_verb = not goes_on and bool(verb.match(clause.tags, spoken.end(), clause.end))
    return spoken.end() if alone or ends_speech or new_verb else None


def _is_called_out(clause: Clause, cue: Cue, end: int) -> bool:
    """Whether a verb gives words alone, as "shout" does, and the reporter goes on: `"Help," as it sank`."""
    return clause.tags.startswith("U", end) and _THINGS.isdisjoint(cue.lexeme.names)


_THINGS = frozenset({"clause", "np", "obj-quote", "obj-np", "obj-that"})
_PART_OF_PHRASE = re.compile("o|IW")  # said, "nobody knows" of the plan; on how long

_NEW_VERB = re.compile("CR*[ZFHMBY]")  # called it "a farce" and left
_VERB_OF_WHAT = re.compile("[C,]?R*[ZFHMBYK]")  # what Lee called "a leak" flooded the town


# ", he said", ", the mayor had": where the main clause begins after a subordinate one; ", said" where it
# goes on after a relative clause; either after "Asked whether …".
_MAIN_CLAUSE = re.compile(
    rf"(?:[,-]|(?<=q))(?=R?(?:I{BASE}d*|I?d+)?(?:{NOUN_PHRASE})"  # ", on Monday the mayor had"
    rf"(?:{PARENTHESIS})?(?:W[^.|;:,QT]{{1,20}}?)?(?:,[^,.|;]{{1,40}},)?{_VERB})"
)
_MAIN_VERB = re.compile(
    r"(?:,|(?<=q))(?=R*[ZFMBHY])|(?<=q),(?=S[Io])"
)  # …, which she called “a mess”, opens in May
_MAIN_VERB_OF_MANY = re.compile(rf"{_MAIN_VERB.pattern}|,(?=R*V)")  # ", who say it is late, want …"
_MAIN = re.compile(rf"{_MAIN_VERB.pattern}|{_MAIN_CLAUSE.pattern}")


def _before_main_clause(clause: Clause, cue: Cue, found: Complement, source: Range | None) -> int | None:
    """Where the main clause begins or goes on after the reporting clause, when that depends on it."""
    first = source[0] if source else cue.first
    if cue.passive and "B" not in clause.tags[cue.first : cue.head]:
        pattern = _MAIN
    elif _is_aside(clause, cue, source):
        pattern = _MAIN_VERB_OF_MANY if cue.form == "V" else _MAIN_VERB
    elif _is_subordinate(clause, first):
        where = clause.tags[first - 2 : first] == ",W" and clause.tagged.word(first - 1) == "where"
        pattern = _MAIN if where else _MAIN_CLAUSE  # The pub, where Lee said he was hit, is shut
    else:
        return None
    for main in pattern.finditer(clause.tags, found.anchor + 1, clause.end):
        at = main.start()
        closing = main[0] == "-" and clause.tags.count("-", found.anchor, at) % 2
        if main[0] == "," or closing or clause.tagged.last_spoken(at) == ",":
            return at
    return None


def _is_aside(clause: Clause, cue: Cue, source: Range | None) -> bool:
    """Whether a relative clause or a participle stands between a subject and its verb.

    "Lee, who said …, left"; "Lee, after saying …, left".
    """
    if not source:
        return False
    who = source[0] - (clause.tagged.word(source[0] - 1) in WHOM)  # who said …, whom they call …
    if clause.tags[who] == "W":
        return clause.tags[who - 1] == "," or clause.tags[who - 2 : who] == ",I"  # , in which Lee says …,
    if cue.form != "G":
        return False
    between = clause.tags[source[1] - 1 : cue.first]
    return between[1:].removeprefix(",0").removeprefix(",") in {"", "U"} and "," in between


def _is_subordinate(clause: Clause, at: int) -> bool:
    """Whether the reporting clause that begins at `at` opens a sentence or follows a comma, as a part of
    what comes before a main clause: "While Lee said …, he …", "After a day on which Lee vowed …, he …".
    """
    if at <= clause.first:
        return False
    tags = clause.tags
    first = 1 + max(tags.rfind(",", clause.first, at), tags.rfind("C", clause.first, at))
    return bool(_OPENING.fullmatch(tags, max(first, clause.first), at))


_OPENING = re.compile(rf"R*[UWIGKTt](?:[^,.|;:Qq]{{0,40}}[UWIobVGT]|I(?:d+|{BASE}))?")


def _ends_clause(clause: Clause, cue: Cue, at: int) -> bool:
    """Whether clausal content stops at this stop, comma or conjunction."""
    tags = clause.tags
    pause = tags[at] == "," or (tags[at - 1] == "q" and clause.tagged.last_spoken(at) == ",")
    first = at + (tags[at] == ",")
    next_word = clause.tagged.word(first)
    if tags[at] in ".|;":
        return True
    if tags[at - 1] == "q" and tags[at] in "RG" and clause.tagged.last_spoken(at) != ",":
        return False  # would "look into" releasing it
    if tags[at] == "," and next_word == "according":
        return True
    if pause and next_word == "but":  # not only here, but also there
        return bool(_NEW_SUBJECT.match(tags, first + 1)) or is_next_cue(clause, cue, at)
    if tags[at] == "," and others.withhold(clause.tagged, at + 1):
        return True
    if tags[at] == "," and next_word in {"although", "though"} and not _CONCESSION.match(tags, at + 2):
        return True
    return is_next_cue(clause, cue, at)


def _is_spliced(clause: Clause, first: int, at: int) -> bool:
    """Whether somebody else says something after the comma at `at`: `One says yes, another says no`."""
    if not _SUBORDINATING.isdisjoint(clause.tags[first:at]) or clause.tags[first : first + 2] == "TI":
        return False  # if it rains (or: that in March), the mayor says …
    for cue in clause.cues:
        if cue.first > at and cue.form in "ZFKV":
            source = sources.subject(clause.tagged, cue) if cue.lexeme.act == "said" else None
            return source is not None and source[0] == at + 1 and is_speech(clause, cue)
    return False


_SUBORDINATING = frozenset("UW")
_CONCESSION = re.compile("R*[JKF]")  # old, though comfortable
_NEW_SUBJECT = re.compile(rf"R*,?(?:{NOUN_PHRASE}){_VERB}")
