"""Where the source of a cue stands: its subject, to the left or inverted, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from quotes import lexicon, occasions
from quotes.asides import (
    APPOSED,
    APPOSITIVE,
    ASIDE,
    CLOSED,
    IDENTIFYING,
    MORE,
    NAMED,
    PLACE_OR_NAME,
    RELATIVE,
    TIME,
    TITLED,
)
from quotes.cues import Cue
from quotes.lexicon.forms import all_forms
from quotes.source_edges import after_summary, before_occasion, is_in_a_language, with_limit
from quotes.syntax import BASE, PARENTHESIS, POST, QUOTED, STOP, TWO_PHRASES, Tagged, backward, some

Tokens = tuple[int, int]

# What opens a sentence without a comma after it: "In a statement [Lee said]", "By 2012", "On a bed of nails".
_OPENS = r"(?:^|[.|])[Iob](?:(?:[D$][JEN0]{0,3}|0|J?)[NS](?:o[D$]?J?[NS])?|0(?::0)?)"
# A noun phrase is over before another determiner ("in 2019 the council") and before a name behind those.
_NOT_SUBJECT = (
    r"(?:(?<![IobVZFKGBHMY$'DJ0NES]|[Iob][D$]R|W[ZF]R)|(?<=[NS])(?=[D$P])|(?<=[E0HMY])(?=P)"
    r"|(?<=0:0)(?=E)|(?<=I(?:E{1,3}|0E?|E0))(?=[D$])"
    rf"|(?<={_OPENS})(?=E))(?!0,(?!W)|(?<=0:)0E)"
)
_SUBJECT = backward(
    rf"{_NOT_SUBJECT}(?:(?P<source>(?=[D$]){TWO_PHRASES}{NAMED},)"
    rf"|(?P<source>(?:{BASE})T[ZF][^.|;:,QWTqZFMBHY]{{1,12}}{NAMED},)"  # "the firm that owns it, Acme,"
    rf"|(?P<source>{TWO_PHRASES}(?:{PARENTHESIS})?(?:{APPOSITIVE},)?)(?:O?(?:{RELATIVE}|{ASIDE}))?"
    rf"|(?P<source>{TWO_PHRASES}{TITLED})"
    rf"|(?P<source>{TWO_PHRASES},0,[oI](?:E~?){{1,4}})"  # "Ann Lee, 34, of Leeds said"
    rf"|(?P<source>{TWO_PHRASES}(?:{PARENTHESIS})?{APPOSITIVE})(?:{RELATIVE}|{ASIDE}))(?:,??{TIME},?|R)?[OR]?"
)
_PLACED = backward(
    rf"{_NOT_SUBJECT}(?P<source>{TWO_PHRASES}(?:{PARENTHESIS})?{APPOSITIVE},?)"
    rf"(?:{RELATIVE}|{ASIDE})?(?:,??{TIME},?|R)?[OR]?"
)
_PLAIN = backward(rf"{_NOT_SUBJECT}(?P<source>{BASE})")
_WHENCE = frozenset({"at", "from"})
_SHORT_FORM = re.compile("[A-Z]{3,5}")  # RCMP in Surrey
_NAME_AND_TIME = re.compile(r"(?P<name>[JNS0]*(?:E~?)+)I.*")  # "Lee at the time"
_ABSOLUTE = backward(rf"(?<=I)(?P<source>{TWO_PHRASES})")  # "with her allies saying"
# "people who saw it", "the growers I met", "police investigating the fire", "the last man to see it"
_IDENTIFIED = backward(
    rf"{_NOT_SUBJECT}(?P<source>(?:{BASE}){POST}*"
    rf"(?:W(?:[^.|;:,WTQq]|Qq{{1,4}}){{1,25}}|P(?:[MHB]R*){{0,3}}[ZFVK](?:[oI]|O)?{POST}*"
    rf"|(?:G(?:tV)?|tV)(?:O|{BASE}){POST}*))(?:{TIME})?"
)
_ADJACENT = backward(rf"(?P<source>{BASE}{POST}?)")
_RELATIVE_PRONOUN = backward(r"(?P<source>W|(?<=[ENSd])T)[dR]*")
_RELATIVE_AND_ASIDE = backward(r"(?P<source>W),[^.|;:,WTQqZFM]{2,40},")  # "who, after the vote,"
_RELATIVE_AND_PLACE = backward(rf"(?P<source>W){POST}+")  # "who through her office"
# "said Ann Lee, a baker from Leeds, Ala.": to the end of the sentence more belongs to it than before a comma.
INVERTED = re.compile(
    rf"(?P<source>(?:[D$]d(?=[JNE]))?{TWO_PHRASES}(?:{PARENTHESIS})?"
    rf"(?:{IDENTIFYING}|W{some(1, 80, STOP + QUOTED)}{CLOSED}"
    rf"|(?:,0(?=[,.|]))?(?:C(?:{BASE}){POST}*(?=[,.|]))?"  # ", 34", "and the mayor"
    rf"(?:,(?:(?=[D$JNoS]|(?:E~?){{1,4}}'|EoE|GN)|R(?=[DN])|(?<=[NS],)(?!GS))"  # ", now a partner"
    rf"o?(?:{BASE})(?:{MORE}{{0,2}}C{BASE})?{MORE}*(?=[,.|;:(W-]))?"
    rf"{PLACE_OR_NAME}?(?:,W{some(1, 40, STOP + ',')}(?=[.|]))?))"
)


_NAME_AND_PLACE = re.compile("(?P<name>[JNS]*(?:E~?)+)I")
_POSTING = frozenset({"comment", "post", "tweet", "write"})
AGENT = re.compile(rf"b(?P<source>{TWO_PHRASES})")  # "told by a foreman"


_BEHIND_PARTICIPLE = backward(
    rf"(?P<source>{TWO_PHRASES}),G[^,.|;:QqZFMBHYC]{{2,30}}C[^,.|;:QqZFMBHY]{{1,20}},"
)


def subject(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the tokens of the noun phrase that is the subject of `cue`, to its left."""
    found = subject_before(tagged, cue.first)
    return found or (None if cue.lexeme.part == "adjective" else _pronoun(tagged, cue.first - 1))


def _pronoun(tagged: Tagged, at: int) -> Tokens | None:
    """The pronoun at token `at`: it is a subject whatever stands before it, "meaning she had said"."""
    subject = tagged.tags[at : at + 1] == "P" and tagged.word(at) not in _ARTICLES
    return (at, at + 1) if subject and not _is_nobody(tagged, at) else None


def _is_participle(tags: str, first: int, at: int) -> bool:
    """Whether what seems the subject before token `at`, an -ing form, stands between commas."""
    return tags[first - 1] == tags[at - 1] == ","


_ARTICLES = frozenset({"a", "an", "the"})  # which are no pronouns, however they are tagged


def subject_before(tagged: Tagged, at: int) -> Tokens | None:
    """Return the noun phrase that ends before token `at`, asides and times left out."""
    if at not in tagged.subjects:
        tagged.subjects[at] = _subject_before(tagged, at)
    return tagged.subjects[at]


def _subject_before(tagged: Tagged, at: int) -> Tokens | None:
    tags, low = tagged.tags, max(0, at - _REACH)
    found = _subject(tags[low:at])
    if found and found[0] > 0 and tags[low + found[0]] == "G" and _is_participle(tags, low + found[0], at):
        at = low + found[0] - 1  # Lee, giving evidence on Monday, said
        found = _subject(tags[low:at])
    if not found:
        return None
    first, last = low + found[0], low + found[1]
    if tags[first - 1] == "C" and tags[at - 1] == ",":  # Lee, opening the Museum of Arts and Crafts,
        behind = _BEHIND_PARTICIPLE.match(tags, low, at)
        first, last = behind.span("source") if behind else (first, last)
    if tags[first - 1] == "," and _ends_in_place(tagged, first, last):
        placed = _PLACED.match(tags, low, at)
        first, last = placed.span("source") if placed else (first, last)
    if (tags[first] == "P" and _is_nobody(tagged, first)) or tagged.lower[last - 1] in _ASKED:
        return None
    whose = first - 1
    if tags[at - 1] == "," == tags[whose - 1] and tagged.word(whose) == "whose":
        return subject_before(tagged, whose - 1)  # Lee, whose side face Ashby, said
    first, last = after_summary(tagged, first, last)
    name = _NAME_AND_TIME.match(tags, first, last) if "I" in tags[first:last] else None
    if name and not (
        ("E" in tags[name.end("name") : last] and _belongs(tagged, name.end("name")))
        or tagged.word(name.end("name") + 1) == "charge"
        or _SHORT_FORM.fullmatch(tagged.tokens.words[first])
    ):
        last = name.end("name")
    if last + 1 < at and tagged.lower[last + 1] == "including":
        last = tags.rfind(",", last + 1, at) + 1 or last
    return with_limit(tagged, first) if tags[first - 1] in "nR" else first, last


def _ends_in_place(tagged: Tagged, first: int, last: int) -> bool:
    """Whether what looks like a role and a name is a role and a place: Lee, "a baker from Leeds, Ala.,"."""
    match = _PLACE.search(tagged.tags, first, last)
    return match is not None and tagged.word(match.start()) in _IN_PLACES


_PLACE = re.compile("I(?:E~?){1,2},E")
_IN_PLACES = frozenset({"from", "in", "near", "outside"})
_ASKED = frozenset({"?", "!"})  # Why the rush? asks Lee


def _belongs(tagged: Tagged, at: int) -> bool:
    """Whether a phrase after a name tells who it is: Lee from Leeds, Minister for Health Ann Lee."""
    word = tagged.word(at)
    return word in _WHENCE or (word == "for" and tagged.word(at - 1) in lexicon.table("role_nouns"))


def _is_nobody(tagged: Tagged, at: int) -> bool:
    """Whether a pronoun is no source: "there was, said Lee, …"; "do you support Lee?" asks."""
    return tagged.word(at) == "there" or (tagged.word(at) == "you" and tagged.tags[at - 1] in {*"HMY"})


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
    match = (
        (_PLAIN if _stands_apart(tags) else _SUBJECT).match(tags)
        or _IDENTIFIED.match(tags)
        or _RELATIVE_AND_PLACE.match(tags)
        or _RELATIVE_AND_ASIDE.match(tags)
    )
    behind = _behind_relative(tags)
    if behind and not (match and match.start("source") <= behind[0]):
        return behind
    if not match:
        return None
    first, last = match.span("source")
    while tags[last - 1 : last + 1] == "dd":  # the poll released last [week]
        last += 1
    return first, last


def _stands_apart(tags: str) -> bool:
    """Whether these end in a plain noun phrase and nothing before it can belong to it: two in three do."""
    before = tags.rstrip(_NOMINAL)
    edge = before.rpartition("Q")[0] if before.endswith("q") else before
    return before != tags and edge[-1:] in _EDGES


_NOMINAL = "DEJNS0$~'P"
_EDGES = frozenset({"", *".|,;:W"})


_FOLLOWED = backward(
    rf"{_NOT_SUBJECT}(?P<source>{TWO_PHRASES}(?:{PARENTHESIS})?(?:{APPOSED},?)?),??W(?P<clause>[^.|;:W]{{3,50}}(?:,C?W[^.|;:]{{2,30}})?),"
)
_NEW_CLAUSE = re.compile(rf",C(?!W)|,(?:{TWO_PHRASES})?R*[ZFMBHY]")
_VERB = re.compile("[ZFVMBHY]")


def _behind_relative(tags: str) -> Tokens | None:
    """The subject before a relative clause with commas of its own: "Lee, who lived in Leeds, then York,"."""
    if tags[-1:] != "," or "W" not in tags:
        return None
    match = _FOLLOWED.match(tags)
    if not match:
        return None
    first, end = match.span("clause")
    verb = _VERB.search(tags, first, end)
    if not verb or _NEW_CLAUSE.search(tags, verb.end(), end):
        return None
    return match.start("source"), match.end("source")


def witnessed(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return who is heard or seen saying something: `"Run!" a man can be heard shouting`."""
    low = max(0, cue.first - 12)
    if cue.form not in "GV" or _SEEN.isdisjoint(tagged.lower[low : cue.first]):
        return None
    match = _WITNESSED.match(tagged.tags, low, cue.first)
    if not match or tagged.word(match.start("seen")) not in _SEEN:
        return None
    return subject_before(tagged, match.start())


_WITNESSED = backward(r"M?R?[BH][RnB]*(?P<seen>[KF])(?:I[ENSD]{1,2})?t?")  # caught on camera saying
_SEEN = frozenset("caught filmed heard overheard recorded seen".split())


def absolute(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the noun phrase between "with" and a participle: `with her allies saying …`."""
    low = max(1, cue.first - 20)
    within = "with" in tagged.lower[low - 1 : cue.first]
    match = _ABSOLUTE.match(tagged.tags, low, cue.first) if within else None
    if match and tagged.word(match.start() - 1) == "with":
        return match.span("source")
    some = _SOME.match(tagged.tags, max(0, cue.first - 12), cue.first)
    if some:
        return some.span("source")
    match = _ADJACENT.match(tagged.tags, max(0, cue.first - 20), cue.first)  # "carried signs reading …"
    if not match or tagged.tags[match.start() - 1] not in "VZFKG":
        return None
    lasts = not _LASTING.isdisjoint(tagged.lower[match.start() - 1 : match.end()])
    return None if lasts else match.span("source")


_SOME = backward(r"(?<=,)(?P<source>[0PD](?:oO)?)")  # They left, one of them calling it "a sham"
# What is done all the while says nothing: "spent the day calling for …", "took turns praising …".
_LASTING = frozenset(
    "began begin begins closed day days ended hours months opened spend spending spends spent start"
    " started starts time turns weeks years".split()
)
_CAUSEE = backward(rf"(?<=[VZFKGI])(?P<source>(?P<name>O|(?:E~?)+)|{BASE}{POST}?|D)(?:,W[^,.|;:W]{{2,30}},)?")
_MEANS = frozenset(all_forms("use"))  # used the debate to say
_CAUSES = frozenset[str]().union(
    *map(all_forms, "allow cause compel drive enable force inspire lead leave prompt push spur".split()),
    ["for"],
)


def causee(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the object of a verb before an infinitive: "led her to say", "for some to say"."""
    match = _CAUSEE.match(tagged.tags, max(0, cue.first - 40), cue.first)
    if not match:
        return None
    before = match.start() - 1
    somebody = match["name"] and tagged.tags[before] != "I" and tagged.word(before) not in _MEANS
    return match.span("source") if somebody or tagged.word(before) in _CAUSES else None


# Whom somebody punishes or praises for saying, or keeps from saying.
_CONTROLLED = backward(rf"(?P<verb>[VZFKG])R?(?P<source>O|{BASE})(?:I[D$]?J?N)?I")
_JUDGES = frozenset[str]().union(
    *map(
        all_forms,
        "arrest ban blame charge condemn criticise criticize discipline dismiss expel fault fine fire"
        " hold imprison jail keep mock praise prevent punish rebuke reprimand sack scold stop sue suspend"
        " thank".split(),
    )
)


def controlled(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the object before "for" or "from" and a participle: `fined the singer for calling …`."""
    if tagged.word(cue.first - 1) not in {"for", "from"}:
        return None
    match = _CONTROLLED.match(tagged.tags, max(0, cue.first - 20), cue.first)
    return match.span("source") if match and tagged.word(match.start("verb")) in _JUDGES else None


def inverted(tagged: Tagged, cue: Cue) -> Tokens | None:
    """Return the noun phrase after a cue that closes a tag: `"…," said the mayor`."""
    match = INVERTED.match(tagged.tags, cue.end)
    if not match:
        return None
    first, end = match.span("source")
    posted = _NAME_AND_PLACE.match(tagged.tags, first, end)  # wrote Ann Lee on Facebook; in parliament
    apart = posted and (
        tagged.word(posted.end() - 1) == "on"
        or occasions.noun_of(tagged, posted.end() - 1) is not None
        or is_in_a_language(tagged, posted.end() - 1)
    )
    if cue.lexeme.lemma in _POSTING and "on" in tagged.lower[first:end]:  # wrote a pupil on the school's page
        return first, tagged.lower.index("on", first, end)
    return first, posted.end("name") if posted and apart else before_occasion(tagged, first, end)


_MAIN = re.compile(
    rf"[,q](?P<source>{TWO_PHRASES}(?:{PARENTHESIS})?(?:{APPOSITIVE},)?)(?:{RELATIVE}|{ASIDE})?R*[ZFMBHY]"
)


def ahead(tagged: Tagged, cue: Cue, end: int) -> Tokens | None:
    """Return the subject of the main clause after `cue`: "After warning of a storm, the mayor left"."""
    match = _MAIN.search(tagged.tags, cue.end, end)
    return match.span("source") if match else None
