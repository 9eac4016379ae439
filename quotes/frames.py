"""Which frame of its verb a cue stands in, and where the content begins to its right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quotes import occasions
from quotes.cues import Cue
from quotes.lexemes import Frame
from quotes.syntax import AUXILIARY, BASE, NOUN_PHRASE, PARENTHESIS, POST, Tagged

# "on Monday", "in a statement", "Monday", ", for example,": between a cue and what it reports.
ADJUNCT = rf"(?:,?(?:d+|[Iob](?:d+|(?:{BASE}))(?:[Iob](?:d+|{BASE})){{0,2}}|R)(?:,(?=[TWQ]))?)"
# "in an interview taped on Monday", "on the “Today” show"
_PLAIN = "[^.|;:,ZFVMBHYWTQqGK]"
_WHERE = rf"I{_PLAIN}{{1,6}}[FK][IoUd]{_PLAIN}{{1,8}}|I{_PLAIN}{{0,6}}Qq{{1,6}}[NES]{{0,2}}"
_CARRIED = rf"(?:I{_PLAIN}{{1,6}})?Kb{_PLAIN}{{1,8}}"  # "in remarks carried by state television"
INSERTED = r"(?=,(?:[^.,;|]{1,40},|Qq++[^.,;|]))"  # an aside right after the word that opens a clause
OBJECT = rf"(?:O|h|{NOUN_PHRASE}|Qq{{1,6}}[NES]{{1,2}})"
_ASIDE = r"(?:,[D$][^.|;:,TWQq]{1,40}(?:,[^.|;:,TWQq]{1,12})?,)?"  # the suspect, a cook, 29, had fled
_OWN_COMMAS = r",W[^.|;:Qq]{1,60}?,(?=[MBH]n?)"  # the plane, which left Hull, England, on Monday, was
_APPOSED = rf"(?:,[D$E]{_PLAIN}{{0,12}},)"  # ", her brother,"
# saw Lee, then 44, as …; praised Lee, who left in May, as …
_BETWEEN = r"(?:,(?:[^.|;:,ZFMBHYQW]{1,8}|W[^.|;:,QW]{1,25}),(?=[Uo]))"
MARKED = "[D$]J{0,2}Q"  # the "gentle giant"


@dataclass(slots=True)
class Complement:
    """What follows a cue: the frame, the tokens at which the content begins and the cue ends.

    The content runs at least to `anchor`: the second part of "Lee as a friend".
    """

    frame: Frame
    start: int
    anchor: int
    end_of_cue: int


# In the order in which they are tried: name, the pattern after the verb (its group 'at' is where the
# content begins), and the words that the content's first word or the preposition must be one of.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("quote", rf"(?:{ADJUNCT}|IO){{0,2}}[:,]?~?(?P<at>Q)"),
    ("is-quote", rf"(?:I{BASE})?BR?,?(?P<at>Q)"),  # her message to voters was "stay angry"
    ("of-quote", r"o(?P<at>Q)"),
    (
        "that",
        # Right after the verb it opens a clause even before "shoots"; after a noun it may be a relative.
        # "that, on average, …" and "suggested, half in jest, that" too.
        rf"(?:(?=T(?:(?![.,;|])|{INSERTED}))|(?:{ADJUNCT}{{0,3}},?|,?[IdRU][^.|;:ZFVMBHYWTQqG]{{1,30}}|{_WHERE}"
        rf"|{_CARRIED}|,[IU]?[GK][^.|;:,TWQq]{{0,20}},|,[nRNJ][^.|;:,TWQqZFMBHYV]{{0,20}},"
        rf"|R?-[^.|;:-]{{1,40}}-)"
        rf"(?=T(?:(?![.,;|ZFVK])|{INSERTED})))(?P<at>T)",
    ),
    ("wh", rf"(?:R|[,:]~?)?(?P<at>I?W|U)(?:(?![.,;|])|{INSERTED})"),
    ("bare-wh", r"(?P<at>W)(?=[.,])"),  # when asked why, …; did not say why.
    ("far-wh", rf"(?:{ADJUNCT}{{1,3}}|{_WHERE})(?P<at>[WU])(?![.,;|])"),  # asked on Monday whether
    (
        "obj-that",
        rf"(?:{OBJECT}(?:{ADJUNCT}{{0,2}},?|,[^.|;:,TQq]{{1,20}},)|[PDENSJ$O][^.|;:ZFVMBHYWTQqG]{{1,30}})"
        r"(?P<at>T)(?:(?![.,;|ZFVK])|(?=,[^.,;|]{1,40}[,q][DENPS$J0]))",
    ),
    (  # told the officer who held him (that) he was sorry
        "who-clause",
        rf"{BASE}{POST}{{0,2}}(?<=[NSE])(?P<who>W)R*[ZFMBHY][^.|;:,TQqWP]{{0,10}}?(?<![ZFV])(?P<at>T(?![.,;|ZFVK])|PR*(?:{AUXILIARY}|[ZF]))",
    ),
    ("obj-wh", rf"{OBJECT}(?P<at>W|U)"),
    (
        "obj-to",
        rf"(?:{OBJECT}(?:R|,W[^.|;:,TQq]{{1,40}},|{_APPOSED}(?:{ADJUNCT}{{1,2}})?)?|[D$ENSO][^.|;:,ZFMBHYWTQq]{{1,20}}|{OBJECT}W[^.|;:,TQq]{{1,15}}?)"
        r"(?P<at>n?t)[RVBHYnQ]",
    ),
    ("obj-quote", rf"{OBJECT}(?:{ADJUNCT}{{0,2}}[:,]?~?|{_APPOSED})(?P<at>Q)"),
    (
        "obj-clause",
        rf"(?:O|h|{BASE}(?:(?<!J)|(?=[PD$]))){ADJUNCT}?"
        rf"(?P<at>(?:P|{BASE}{POST}?{_ASIDE})R*(?:{AUXILIARY}|[ZF]|(?<=P)Q)|(?=[D$]){BASE}(?=Q))",
    ),
    (
        "clause",
        rf"(?:d+|R(?!R?0)|{ADJUNCT}{{1,2}}(?=P)|{ADJUNCT}{{0,2}}I?d+(?=[D$PESJ0R]))?(?P<at>(?:R,|R(?=PC))?(?:{NOUN_PHRASE})(?:{PARENTHESIS}|,[^.|;:,]{{1,80}},|{_OWN_COMMAS}|-[^.|;:-]{{1,80}}-)?R*(?:{AUXILIARY}|[ZFV]|(?<=[P,])Q))",
    ),
    ("to", rf"(?:R|I?d+|,R,|(?P<apart>I{BASE}))?(?P<at>n?t)R?[VBHYnQ]"),
    ("ing", r"R?(?P<at>[GBH])"),  # denied being late
    ("colon", r":(?P<at>[^|.])"),
    ("to-np", rf"(?:R|d|Id|,R,)?(?P<prep>I|t(?=Q))(?P<at>(?:{OBJECT}|G|W|Q|{MARKED}))"),
    ("prep", rf"(?:R{{1,2}}|d|Id|,R,)?(?P<prep>[IobUR])(?P<at>(?:{OBJECT}|[GBHJWQ]|{MARKED}))"),
    ("shifted", r"U(?=D?J{0,2}Q)(?P<at>[DJQ])"),
    (
        "obj-prep",
        rf"{OBJECT}(?:{_BETWEEN}|R(?=U))?(?P<prep>[Iob]|U(?!P[ZFMBHY])|t(?=Q))(?P<at>(?:{OBJECT}|[GBHJQW]))",
    ),
    (
        "far-prep",
        rf"R?(?P<to>I)(?:O|{BASE})(?:I(?:O|{BASE}))?(?:I?d+)?(?P<prep>I)(?P<at>(?:{OBJECT}|[GBHJWQ]|{MARKED}))",
    ),  # spoke to Lee about
    # asked at a briefing on Monday about
    ("farther-prep", rf"{ADJUNCT}{{1,3}}(?P<prep>I)(?P<at>(?:{OBJECT}|[GBHJWQ]|{MARKED}))"),
    ("obj-ing", rf"{OBJECT}(?P<at>G)"),
    ("obj-np", rf"{OBJECT}{_APPOSED}?(?P<at>D{BASE}|D?J|DJ?Q)"),
    (
        "np",
        rf"(?:I?d+(?=[D$]))?(?P<at>{OBJECT}|TJ?N(?!R*[ZFMBHY])|Q|{MARKED}|(?<=[Iob])[GBHW])",
    ),  # after a phrase such as "agreed on" also "building"
    # "said having Lee there helps", "said nearly every ship is late": the subject is no plain phrase
    ("all-clause", r"(?P<at>D(?:P|T(?=[ZF]))[^.|;:,WTQq]{1,12}?B)"),  # says all she wants is peace
    ("ing-clause", r"(?P<at>(?:G|H[DEPNSO$J]|RG|RD|IG)[^.|;:TWQq]{1,60}?[ZFMBH])"),
    # "said after the match he would stay", "said despite the rain the pier was full"
    (
        "late-clause",
        rf"(?:Uo|[IUK])(?:G?(?:{BASE}|O)|G){POST}{{0,2}},?(?P<at>(?:P|(?=[D$]){NOUN_PHRASE})R*(?:{AUXILIARY}|[ZF]))",
    ),
)
_NAMED = frozenset({"that", "wh", "to", "quote", "ing", "np"})
_PREPOSITIONS = "about against as at by for from in into of on out over to up with".split()
NAMES = tuple(
    f"{passive}{name}"
    for passive in ("", "p-")
    for name in (
        *(name for name, _ in PATTERNS if not name.endswith("prep")),
        *_PREPOSITIONS,
        *(f"obj-{word}" for word in _PREPOSITIONS),
    )
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in PATTERNS)
_WITH_PREPOSITION = frozenset(name for name, pattern in _COMPILED if "prep" in pattern.groupindex)
_NEEDS = {
    "obj-clause": {"obj-that"},
    "shifted": {"obj-as"},
    "who-clause": {"obj-that"},
    "is-quote": {"quote"},
    "np": {"np", "clause"},
    "all-clause": {"clause"},
    "ing-clause": {"clause"},
    "late-clause": {"clause"},
    "far-prep": {"about", "for"},
    "farther-prep": {"about"},
    "far-wh": {"wh"},
    "bare-wh": {"wh"},
}  # the frames that a pattern stands for


# The tags with which a match can begin; a test finds out.
_OF_OBJECT = "$'0DEGJKNOPQRSh"
OPENINGS = MappingProxyType(
    {
        "quote": ",:IQRbdo~",
        "is-quote": "BI",
        "of-quote": "o",
        "that": ",-IKRTUbdo",
        "wh": ",:IRUW",
        "obj-clause": "$'0DEGJKNOPRSh",
        "clause": "$',0DEGIJKNPRSbdo",
        "to": ",IRdnt",
        "ing": "BGHR",
        "colon": ":",
        "to-np": ",IRdt",
        "prep": ",IRUbdo",
        "shifted": "U",
        "np": f"{_OF_OBJECT}BHITWd",
        "all-clause": "D",
        "ing-clause": "GHIR",
        "late-clause": "IKU",
        "far-prep": "IR",
        "farther-prep": ",IRbdo",
        "far-wh": ",IRbdo",
        "bare-wh": "W",
        "who-clause": "$'0DEGJKNPRS",
        **dict.fromkeys(
            ("obj-that", "obj-wh", "obj-to", "obj-quote", "obj-prep", "obj-ing", "obj-np"), _OF_OBJECT
        ),
    }
)


# Its name, and of which tags and of which prepositions it needs one, if any.
_Viable = tuple[str, re.Pattern[str], frozenset[str] | None, frozenset[str] | None]


@cache
def _viable(frames: frozenset[str], prefix: str, following: str) -> tuple[_Viable, ...]:
    """The patterns that can hold for a word with these frames before this tag; no other need be tried."""
    own = {name.removeprefix(prefix) for name in frames if name.startswith(prefix)}
    own |= frames if prefix == "be-" else set()
    words = {name.removeprefix("obj-") for name in own if name.startswith("obj-")}
    needs = _NEEDS | {"prep": set(_PREPOSITIONS), "obj-prep": {f"obj-{word}" for word in words - _NAMED}}
    near = frozenset(name.removesuffix("-np") for name in own)
    return tuple(
        (name, pattern, _AHEAD.get(name), near if name == "prep" else None)
        for name, pattern in _COMPILED
        if own & needs.get(name, {name}) and following and following in OPENINGS[name]
    )


_PARTICIPLES = frozenset({"being", "having"})
_REACH = 80  # tokens within which a complement begins
_FINITE = frozenset("MBHYZFVQ")
# Tags of which a pattern needs one: it is not tried where none comes in the sentence.
_AHEAD = {
    **dict.fromkeys(("that", "obj-that"), frozenset("T")),
    **dict.fromkeys(("to", "obj-to"), frozenset("t")),
    **dict.fromkeys(("quote", "is-quote", "obj-quote"), frozenset("Q")),
    **dict.fromkeys(("clause", "obj-clause", "late-clause"), _FINITE),
    **dict.fromkeys(("obj-wh", "far-wh"), frozenset("WU")),
    "who-clause": frozenset("W"),
}
_NEAR = 4  # tokens of which one is the preposition, if it has no object before it


_NONE: Mapping[str, int] = MappingProxyType({})


def complement(
    tagged: Tagged, cue: Cue, threshold: int, lower: Mapping[str, int] = _NONE
) -> Complement | None:
    """Return what `cue` reports to its right, or none if no frame of its word holds there.

    A frame must report as often as `threshold` says, in percent, or as `lower` says for its name.
    """
    tags, reach = tagged.tags, cue.end + _REACH
    following = tags[cue.end : cue.end + 1]
    viable = _viable(cue.lexeme.names, cue.prefix, following)
    ahead = tags[cue.end : reach].partition(".")[0] if viable else ""
    for name, pattern, needed, prepositions in viable:
        if needed and needed.isdisjoint(ahead):
            continue
        if prepositions and prepositions.isdisjoint(tagged.lower[cue.end : cue.end + _NEAR]):
            continue
        match = pattern.match(tags, cue.end, reach)
        if match and name == "obj-prep":
            match = _nearer(tagged, cue, pattern, match)
        if match:
            found = _complement(tagged, cue, name, match)
            if found and found.frame.precision >= lower.get(found.frame.name, threshold):
                return found
    return _after_occasion(tagged, cue, lower.get("clause", threshold)) if following in _OCCASIONS else None


_OCCASIONS = frozenset("IK")  # with which begins where it was said


def _after_occasion(tagged: Tagged, cue: Cue, threshold: int) -> Complement | None:
    """The clause that follows where it was said: "said in a news release police had called"."""
    frame = cue.lexeme.frames.get("clause") if cue.prefix == "" else None
    if frame is None or frame.precision < threshold:
        return None
    that = cue.lexeme.frames.get("that")
    sure = cue.lexeme.clausal or (that is not None and that.precision >= _SURE)  # warned in a speech
    if not (sure or cue.lexeme.part == "phrase"):
        return None
    at = occasions.clause_after(tagged, cue.end)
    return Complement(frame, at, at, cue.end) if at else None


def _nearer(tagged: Tagged, cue: Cue, pattern: re.Pattern[str], match: re.Match[str]) -> re.Match[str]:
    """The match with the first preposition of a frame: "warned investors | of a shortage of chips in May"."""
    nearer: re.Match[str] | None = match
    while nearer and _frame_of(tagged, cue, nearer) is None:
        nearer = pattern.match(tagged.tags, cue.end, nearer.start("prep"))
    return nearer or match


def _frame_of(tagged: Tagged, cue: Cue, match: re.Match[str]) -> Frame | None:
    word = tagged.word(match.start("prep"))
    return cue.lexeme.frames.get(f"{cue.prefix}obj-{'to-np' if word == 'to' else word}")


_SURE = 90  # percent


def _complement(tagged: Tagged, cue: Cue, name: str, match: re.Match[str]) -> Complement | None:
    end, at = cue.end, match.start("at")
    preposition = name in _WITH_PREPOSITION
    # asked on Monday | about the leak
    apart = preposition and (name == "farther-prep" or (cue.passive and name == "far-prep"))
    if tagged.tags[at] in "BH" and tagged.word(at) not in _PARTICIPLES:
        return None
    if name.endswith("prep"):
        word = tagged.word(match.start("prep"))
        if name == "far-prep" and not _is_far(tagged, match):
            return None
        if name == "farther-prep" and (word != "about" or cue.lexeme.part != "verb"):
            return None
        name = word if name.startswith("far") else name.replace("prep", "to-np" if word == "to" else word)
    elif name in _LIKENESSES and _is_other(tagged, cue, name, match):
        return None
    elif name == "obj-to" and _rather_clauses(cue) and _MORE_AHEAD.match(tagged.tags, match.end()):
        name, at = "clause", cue.end  # said [his plan to cut it was sound]
    elif name in {"far-wh", "bare-wh"}:
        name = "wh"
    elif name in {"obj-clause", "who-clause"}:
        name = "obj-that"
    elif name == "is-quote":  # her answer was "no"
        name = "quote" if cue.lexeme.part == "noun" else name
        end = match.start("at") if tagged.tags[end] == "B" else end
    elif name == "shifted":  # dismissed as "folly" a plan to …
        name = "obj-as" if tagged.word(cue.end) == "as" else name
    elif name in {"all-clause", "ing-clause", "late-clause"}:
        name = "clause" if cue.lexeme.clausal else name
    elif name in {"np", "ing"} and _is_clause(tagged, cue, name):
        name = "clause"
    frames = cue.lexeme.frames
    frame = frames.get(cue.prefix + name) or (frames.get(name) if cue.prefix == "be-" else None)
    if frame is None:
        return None
    if name == "to" and tagged.word(at - 1) == "never":  # vowed never to return
        at -= 1
    if (preposition or name in {"of-quote", "obj-that"}) and frame.cue_takes_preposition and not apart:
        end = at
    elif preposition:
        at = match.start("prep")
    if name == "quote" and tagged.tags[end] == ":":
        end += 1
    if frame.content_takes_object or (name.startswith("obj-") and preposition and end == cue.end):
        at = cue.end
    return Complement(frame, at, max(at, match.start("at")), end)


def _is_far(tagged: Tagged, match: re.Match[str]) -> bool:
    """Whether it is told to somebody or somewhere, and about or for what: not "pick out two men for"."""
    return tagged.word(match.start("prep")) in _FAR and tagged.word(match.start("to")) in _WITHIN


_FAR = frozenset({"about", "for"})
_WITHIN = frozenset({"at", "before", "during", "from", "in", "on", "to", "with"})


# What may look like the words that a pattern stands for.
_LIKENESSES = frozenset("all-clause bare-wh clause far-wh ing obj-wh that to to-np wh who-clause".split())


def _is_other(tagged: Tagged, cue: Cue, name: str, match: re.Match[str]) -> bool:
    """Whether the words are not those that the pattern stands for: "because" is no question."""
    at = match.start("at")
    if name == "to":  # vowed in court to appeal
        return bool(match["apart"]) and tagged.word(cue.end) not in _WHERE_OR_WHEN
    if name == "to-np":
        return tagged.word(match.start("prep")) != "to"
    if name == "ing":
        return not tagged.word(at).endswith("ing")  # denied having, not "denied had"
    if name == "clause" and tagged.tags[cue.end] == "o":
        return "of" in cue.lexeme.sure  # told of the day she left
    if name == "who-clause":
        return tagged.word(match.start("who")) != "who"
    if name == "bare-wh":
        denied = "n" in tagged.tags[cue.first : cue.head] or tagged.word(cue.first).endswith("n't")
        return not (cue.passive or denied)
    if name == "far-wh":
        return tagged.word(at) not in _ASKING  # spoke in Leeds when …
    if name == "all-clause":
        return tagged.word(at) != "all"
    if name.endswith("wh"):
        asked = tagged.word(at) == "when" and tagged.tags[at + 1 : at + 2] in "FK"  # said when asked
        return asked or (tagged.tags[at] == "U" and tagged.word(at) != "if")
    if name == "that" and tagged.tags[cue.end] == "," and tagged.tags[at - 1] != ",":
        return True  # prices rose, dealers said, on signs that …
    if name == "that" and tagged.tags[cue.end] == "U" and _GAP.match(tagged.tags, at):
        return True  # held after a fire that police say was no accident
    return name == "that" and cue.lexeme.part == "noun" and _is_relative(tagged, at)


_WHERE_OR_WHEN = frozenset({"after", "at", "before", "during", "in", "outside"})
_ASKING = frozenset({"how", "if", "what", "whether", "why"})


def _is_relative(tagged: Tagged, at: int) -> bool:
    """Whether "that" stands for the noun: a claim that failed, a claim that Lee dismissed as idle."""
    match = _RELATIVE.match(tagged.tags, at)
    return match is not None and (match["gap"] is None or tagged.word(match.start("gap")) == "as")


_GAP = re.compile(rf"T(?:{BASE})R*[ZFV](?=[MBHZFQ])")
_RELATIVE = re.compile(rf"T(?:[ZFVK]|(?:{BASE})[MBHYRn]*[ZFVK](?P<gap>U))")


def _is_clause(tagged: Tagged, cue: Cue, name: str) -> bool:
    """Whether a verb that mostly takes clauses is followed by a finite verb before any stop."""
    ahead = _FINITE_AHEAD if name == "np" else _FINITE_AFTER_GERUND
    return cue.lexeme.clausal and bool(ahead.match(tagged.tags, cue.end))


_FINITE_AFTER_GERUND = re.compile(r"G[^.|;:WTQqC]{1,40}?[ZFMBH]")  # said seeing Lee so happy was a joy


def _rather_clauses(cue: Cue) -> bool:
    """Whether a verb takes clauses more surely than "A to do": "say" does, "expect" does not."""
    frames = cue.lexeme.frames
    return (
        cue.lexeme.clausal and "obj-to" in frames and frames["clause"].precision > frames["obj-to"].precision
    )


_MORE_AHEAD = re.compile(r"[^.,|;:WTCU]{1,30}?[ZFMBHY]")
_FINITE_AHEAD = re.compile(r"[^.,|;:WTCU]{1,30}?[ZFMBHY]")
