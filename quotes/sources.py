"""Where the source of a cue stands: its subject, to the left or inverted, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from quotes.cues import Cue
from quotes.syntax import BASE, NOUN_PHRASE, PARENTHESIS, POST, Tagged, backward

Tokens = tuple[int, int]

_TIME = rf"(?:(?:RR)?d+|[Iob]d+|Id,?Id|,R,|,I{BASE},)"
_NOT_SUBJECT = r"(?:(?<![IobVZFKGBHMY$'DJ0NES]|[Iob][D$]R)|(?<=[NS])(?=[D$P])|(?<=[E0])(?=P))(?!0,)"
# An appositive belongs to the source, its closing comma too, as annotators mark it; other asides do not.
_APPOSITIVE = (
    r",(?:0,)?(?:(?!E)|(?<=[NSJ],)|(?=E~?(?:E~?)?,|E{1,4}(?:oE{1,3})?~?'|E{1,4}[NSJ]|EoE))(?:(?:[D$JNE0]|S[N']|OD)[^.|;:,QWqZFMBHY]{0,40}|o[^.|;:,QWqZFMBHY]{1,12})(?:,[^.|;:,QWqZFMBHY]{1,20}){0,2}"
    r"(?:(?<![,G])W[^.|;:,Qq]{1,60})?"
)
_TITLED = r",[D$JN][^.|;:,QWqZFMBHY]{0,20}Qq{1,8}(?:[^.|;:,QWqZFMBHY]{1,16})?,?"  # "author of a “Life,”"
_NAMED = r",E[^.|;:,QWqZFMBHY]{0,12}"  # "the island's doctor, Ann Lee,"
_ASIDE = (
    r"(?:,(?:[IoUKGRFVdbCn]|Wn)[^.|;:,QWq]{0,40}(?:,[^.|;:,QWq]{1,20}){0,2},"
    r"|,[FK][WU][^.|;:,Q]{1,40},|,[FK][^.|;:,Qq]{0,6}Qq{1,10},?|-[^-|.;:]{1,60}-)"
)
_RELATIVE = r",W[^.|;:,]{1,80}(?:,[^.|;:,]{1,60})?(?:,|(?<=q))"
_SUBJECT = backward(
    rf"{_NOT_SUBJECT}(?:(?P<source>(?=[D$]){NOUN_PHRASE}{_NAMED},)"
    rf"|(?P<source>(?:{BASE})T[ZF][^.|;:,QWTqZFMBHY]{{1,12}}{_NAMED},)"  # "the firm that owns it, Acme,"
    rf"|(?P<source>{NOUN_PHRASE}(?:{PARENTHESIS})?(?:{_APPOSITIVE},)?)(?:O?(?:{_RELATIVE}|{_ASIDE}))?"
    rf"|(?P<source>{NOUN_PHRASE}{_TITLED})"
    rf"|(?P<source>{NOUN_PHRASE}(?:{PARENTHESIS})?{_APPOSITIVE})(?:{_RELATIVE}|{_ASIDE}))(?:,?{_TIME},?|R)?[OR]?"
)
_PLAIN = backward(rf"{_NOT_SUBJECT}(?P<source>{BASE})")
_NAME_AND_TIME = re.compile(r"(?P<name>[JNS0]*(?:E~?)+)I.*")  # "Lee at the time"
_ABSOLUTE = backward(rf"(?<=I)(?P<source>{NOUN_PHRASE})")  # "with her allies saying"
# "people who saw it"
_IDENTIFIED = backward(
    rf"{_NOT_SUBJECT}(?P<source>(?:{BASE}){POST}*W(?:[^.|;:,WTQq]|Qq{{1,4}}){{1,25}})(?:{_TIME})?"
)
_ADJACENT = backward(rf"(?P<source>{BASE}{POST}?)")
_RELATIVE_PRONOUN = backward(r"(?P<source>W|(?<=[ENS])T)[dR]*")
_IDENTIFYING = r",(?:0,)?(?=[D$JNoS]|E{1,4}[NSJ])[^.|;:ZFMBHYVQq]{1,60}(?:(?<![,G])W[^.|;:Qq]{1,60})?(?=[.|])"
INVERTED = re.compile(
    rf"(?P<source>(?:[D$]d(?=[JNE]))?{NOUN_PHRASE}(?:{PARENTHESIS})?(?:{_IDENTIFYING}|W[^.|;:Qq]{{1,80}}(?=[.|])"
    rf"|(?:,0(?=[,.|]))?(?:C(?:{BASE}){POST}*(?=[,.|]))?(?:,(?:(?=[D$JNoS])|(?<=[NS],))o?(?:{BASE})(?:C{BASE})?(?:{POST}|K{POST})*(?=[,.|;:(-]))?"
    rf"(?:,W[^.|;:,]{{1,40}}(?=[.|]))?))"
)


AGENT = re.compile(rf"b(?P<source>{NOUN_PHRASE})")  # "told by a foreman"


def subject(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the tokens of the noun phrase that is the subject of `cue`, to its left."""
    return subject_before(tagged, cue.first)


def subject_before(tagged: Tagged, at: int) -> Tokens | None:
    """Return the noun phrase that ends before token `at`, asides and times left out."""
    low = max(0, at - _REACH)
    found = _subject(tagged.tags[low:at])
    return (low + found[0], low + found[1]) if found else None


_NO_SUBJECT_ENDS = frozenset("DC$|.:;(tobUMHYn")
_REACH = 60  # tokens before a verb within which its subject begins


@lru_cache(maxsize=1 << 12)
def _subject(tags: str) -> Tokens | None:
    """The subject at the end of these tags; several rules ask for the same one."""
    if tags.rstrip("dR")[-1:] in {"W", "T"}:  # who on Monday, that recently
        match = _RELATIVE_PRONOUN.match(tags)
        return match.span("source") if match else None
    if tags[-1:] in _NO_SUBJECT_ENDS:
        return None
    match = (_PLAIN if _stands_apart(tags) else _SUBJECT).match(tags) or _IDENTIFIED.match(tags)
    if not match:
        return None
    first, last = match.span("source")
    name = _NAME_AND_TIME.match(tags, first, last)
    return first, name.end("name") if name else last


def _stands_apart(tags: str) -> bool:
    """Whether these end in a plain noun phrase and nothing before it can belong to it: two in three do."""
    before = tags.rstrip(_NOMINAL)
    edge = before.rpartition("Q")[0] if before.endswith("q") else before
    return before != tags and edge[-1:] in _EDGES


_NOMINAL = "DEJNS0$~'P"
_EDGES = frozenset({"", *".|,;:W"})


def absolute(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the noun phrase between "with" and a participle: `with her allies saying …`."""
    match = _ABSOLUTE.match(tagged.tags, max(0, cue.first - 20), cue.first)
    if match and tagged.word(match.start() - 1) == "with":
        return match.span("source")
    match = _ADJACENT.match(tagged.tags, max(0, cue.first - 20), cue.first)  # "carried signs reading …"
    return match.span("source") if match and tagged.tags[match.start() - 1] in "VZFKG" else None


_CAUSEE = backward(r"(?<=[VZFKG])(?P<source>O|(?:E~?)+)")  # "led her to declare"


def causee(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the object of a verb before an infinitive, when it names somebody."""
    match = _CAUSEE.match(tagged.tags, max(0, cue.first - 20), cue.first)
    return match.span("source") if match else None


def inverted(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the noun phrase after a cue that closes a tag: `"…," said the mayor`."""
    match = INVERTED.match(tagged.tags, cue.end)
    return match.span("source") if match else None


_FINITE = re.compile(r"(?:[MBHY][Rn]*)+[VZFKG]?|[ZF]")
_MAIN = re.compile(
    rf"(?:,|q(?!P))(?P<source>{NOUN_PHRASE}(?:{PARENTHESIS})?(?:{_APPOSITIVE},)?)(?:{_RELATIVE}|{_ASIDE})?R*[ZFMBHY]"
)


def shared(tagged: Tagged, cue: Cue, start: int, cues: tuple[Cue, ...]) -> Tokens | None:
    """Return the subject that `cue` shares with an earlier verb of its sentence, which begins at `start`.

    A reporting verb comes first (in the same form, if the cue is finite), then the nearest finite verb.
    """
    for other in reversed([each for each in cues if each.head < cue.first][-6:]):
        if other.prefix in ("", "be-") and (
            other.form == cue.form or (cue.form not in "ZFV" and other.form in "ZFV")
        ):
            found = subject_before(tagged, other.first) or _inverted_tag(tagged, other)
            if found and found[0] >= start and tagged.tags[found[0]] not in "WT":
                return found
    return nearest(tagged, cue, start)


def _inverted_tag(tagged: Tagged, cue: Cue) -> Tokens | None:
    """The subject after a verb that follows a quotation or a comma: `"…," said Lee, adding that …`."""
    follows = cue.form in "ZF" and cue.first > 0 and tagged.tags[cue.first - 1] in "q,"
    return inverted(tagged, cue) if follows else None


def nearest(tagged: Tagged, cue: Cue, start: int) -> Tokens | None:
    """Return the subject of the nearest finite verb before `cue` in its sentence, which begins at `start`."""
    groups = list(_FINITE.finditer(tagged.tags, start, cue.first))
    relative = "T" if tagged.tags[cue.first - 1 : cue.first] == "b" else "WT"  # "who surprised her by saying"
    for group in reversed(groups[-6:]):
        found = subject_before(tagged, group.start())
        if found and found[0] >= start and tagged.tags[found[0]] not in relative:
            return found
    return None


def ahead(tagged: Tagged, cue: Cue, end: int) -> Tokens | None:
    """Return the subject of the main clause after `cue`: "After warning of a storm, the mayor left"."""
    match = _MAIN.search(tagged.tags, cue.end, end)
    return match.span("source") if match else None
