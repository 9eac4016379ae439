"""Repairs of tags that ask which word it is: "around" before a number, "last" before a week."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple


class _Repair(NamedTuple):
    """Where the words are among `words` and the next is like `after`, the tags become `tags`.

    The last of `tags` holds for the rest of the words. It is tried where one of `firsts` stands.
    """

    where: re.Pattern[str]
    words: frozenset[str]
    tags: str
    after: re.Pattern[str]
    firsts: frozenset[str]


def _repair(where: str, words: str, tags: str, after: str = "") -> _Repair:
    phrases = words.split("|")
    firsts = frozenset(phrase.split()[0] for phrase in phrases)
    return _Repair(re.compile(where), frozenset(phrases), tags, re.compile(after), firsts)


_DEGREES = (
    "bsc cpa dds dnp dphil dvm edd esq frcp frcs jd llb llm m.d. mba mbbs mbchb md mph msc msw ph ph.d. phd"
    " pharmd psyd rn"
).split()

_OFFICES = (  # which end a title that follows its bearer
    "analyst|ceo|cfo|chair|chairman|chairperson|chairwoman|co-founder|consultant|coo|coordinator|counsel|cto|dean"
    "|director|economist|editor|engineer|executive|fellow|founder|head|lead|lecturer|manager|officer|owner|partner"
    "|president|principal|producer|professor|researcher|scientist|secretary|spokesman|spokesperson|spokeswoman"
    "|strategist|superintendent|treasurer|trustee"
)

# In order: where, the words in lower case, the tags of them, what the next word is like. Each pattern
# begins with the tag that changes and then looks back: so it is found many times faster.
_REPAIRS = (
    # Lee's most recent claim, not "Lee's a nurse"
    _repair("B(?<=[EN]B)(?=[DR]J{0,2}[NS])", "'s", "'", r"(?:earlier|far|later|least|most|once|only)\Z"),
    _repair("R(?<=[NSF]R)(?=[D$E])", "off", "I"),  # an island off Wales
    _repair("V(?<=[NSE]V)(?=E~?E)", "head|lock|prop", "N"),  # corporate affairs head Ann Lee
    _repair("D(?<=[E|.D]D)(?=0E)", "no", "N"),  # world No 4 Ann Lee
    # Ann Lee, MD, PhD, of Leeds; Ann Lee, MD, said
    _repair(",(?<=[E~],)(?=E)", ",", "~", rf"(?:{'|'.join(map(re.escape, _DEGREES))})\Z"),
    _repair("E,(?<=~E,)(?=[ZFMBH])", "|".join(f"{degree} ," for degree in _DEGREES), "E~"),
    _repair("E~E~,(?=[ZFMBH])", "ph . d . ,", "E~EE~"),
    # Ann Lee, Chief Executive Officer at Acme, said
    _repair("E(?=[oI,C])(?:(?<=[E~],E)|(?<=[E~],EE)|(?<=[E~],EEE)|(?<=[E~],EEEE))", _OFFICES, "N"),
    # The firm plans to cut jobs; not: the firm's plans to cut jobs failed
    _repair(
        r"S(?:(?<=[DE][NE]S)|(?<=D[JN]NS))(?=tR?[VBQ][^.|;:ZFMBHYTW]{0,40}[.|;:TW])",
        "aims|offers|plans|pledges|promises|threatens|vows",
        "Z",
    ),
    _repair("R(?=J?[NS])", "fewer|less|more", "D"),  # more money
    _repair("0(?<![^.|]0)(?=,[D$][^.|;:]{1,40},[ZF])", "another|one", "P"),  # One, an old man, asked
    _repair("0(?<!D0)(?=[FZ])", "first", "R"),  # first appeared; not: the first said
    _repair("S(?<=DNS)(?<![^.|,CTU]DNS)(?=I)", "calls", "Z", r"(?:for|on)\Z"),  # the report calls for a ban
    _repair(
        "U(?:(?<=[ENSPWBHIRJ']U)(?=[FZKGJV])|(?<=,U)(?=[FZ](?:[TQ:D$PO]|,Q)))", "once", "R"
    ),  # Lee once said
    _repair(
        "F(?:(?<=[.|,q]F)(?=[NJE])|(?<=NF)(?=N[FZ]))", "retired", "J"
    ),  # "…," retired Navy captain Ann Lee said
    _repair("[IR][RDJtI](?=0)|U[DJ]U(?=0)", "at least|at most|up to|as many as|as much as", "R"),
    _repair("I(?<=[RJ]I)(?=0|No|D[N0])", "than", "R"),  # more than half of them
    # After the vote, Lee, 34, said; speaking after the vote, Lee, a baker, said
    _repair("U(?<![^.|G]U)(?=[D$]?[J0]?[EN]{1,3}(?:[oI]D?[EN]{1,3})?,)", "after|before|since|until", "I"),
    _repair("N(?<=RRN)(?=o)", "half|majority|quarter|third", "0"),
    # voters overall said, drivers polled say
    _repair(
        "[JFK](?<=[SP][JFK])(?=[FZVH])",
        "alike|asked|canvassed|consulted|contacted|interviewed|nationwide|overall|polled|questioned|surveyed",
        "N",
    ),
    _repair("JS(?=[NEPDTS,.])", "chief says|rival says", "NZ"),
    _repair("J(?=[ZF])", "chief|rival", "N"),
    _repair("J(?<=['$]J)(?=[,ZF])", "brief", "N"),  # a barrister
    _repair("IJ(?=,)", "at last", "RR"),  # "…," said Lee at last, "…"
    _repair("D(?=P)", "both", "R"),  # both he and Lee
    _repair("C(?<=HC)(?=t)", "yet", "R"),  # has yet to decide
    _repair("I(?<=[RJ]I)(?=N[ZFMBHY])", "than", "R", r"half\Z"),  # fewer than half thought
    _repair(r"\$(?=RU)", "her", "O"),  # addressing her informally as
    _repair("D(?<=[VZFG]D)(?=DJ{0,2}[NQ])", "that|these|this|those", "O"),  # call this the "long game"
    _repair(  # wrote that night: "Lost."
        "TN(?=[PD$E:,.|IT])",
        "that afternoon|that day|that evening|that month|that morning|that night|that week|that year",
        "d",
    ),
    _repair("I(?=SR?[VF])", "inside|outside", "J"),  # outside experts say
    _repair("S(?<=DS)", "says", "Z"),  # another says
    _repair("D(?=Z)", "another", "P"),
    _repair("J(?<=,J)", "asked|said|told", "F"),  # …, said former mayor Ann Lee
    _repair("D(?<=[TCWU,.]D)N", "many say|most say|some say", "PV"),  # laws that some say hurt the poor
    _repair("DR(?=[VZFGKJ])", "no longer", "R"),  # she no longer believes
    _repair("DC(?=[FKV])", "all but", "R"),  # has all but ruled it out
    _repair("[DJ]U(?<=[NSP][DJ]U)", "such as", "JI"),  # others such as Lee
    _repair("P(?<=[NS]P)(?=R?[VZF])", "there", "R"),  # officials there say
    _repair("(?:I(?<=0I)|Ro(?<=0Ro))(?=0)", "in|out of", "0", r"(?!\d{4}\Z)"),  # eight in ten; not 12 in 2015
    # says it is late, and blames supply chains; says they go hungry and calls for help
    _repair("S(?<=CS)(?=[NSJIR])", "blames|boasts|laments|laughs|muses|quips|regrets|vows|wonders", "Z"),
    _repair("S(?<=[^SN]CS)(?=I)", "appeals|calls|campaigns|pleads|prays", "Z", r"for\Z"),
    _repair("S(?<=[EJ]'S)", "says", "Z"),
    _repair("S(?<=~S)(?=[0D$E])", "muses|wonders", "Z"),  # Why sell? wonders one analyst
    _repair("S(?<=[EN]S)(?=U)", "asks|doubts|wonders", "Z"),  # wonders if
    _repair("S(?<=[D$'E]JS)", "believes|insists|says|tells|thinks", "Z"),  # the general says
    # the police chief, who was late, said
    _repair(
        "J(?<=[NJE0]J)(?=[.,ZFMBH])", "chief|executive|general|international|official|representative", "N"
    ),
    _repair("G(?<=,G)(?=[.,])", "defending|mitigating|prosecuting", "N"),  # Ann Lee KC, prosecuting, said
    # told a news briefing the claim was false
    _repair("G(?:(?<=[NE]G)(?=[TDP,.])|(?<=JG)(?=[TDP,]))", "briefing|hearing", "N"),
    # Lee, opening the museum, said
    _repair(
        "N(?<=,N)(?=[D$])",
        "beginning|building|closing|ending|feeling|hearing|meaning|meeting|opening|painting|recording|ruling|warning",
        "G",
    ),
    _repair("E(?<=0E)", "am|pm", "d"),  # at 6 PM Lee said
    _repair("N(?<=,N)(?=[NS])", "drawing", "G"),  # "…," said Lee, drawing laughter
    _repair("N(?<=[.|,]EN)(?=T)|N(?<=[.|,]EEN)(?=T)|N(?<=EEEN)(?=T)", "forecast", "F"),  # Acme forecast that
    # Moody's said, Lloyd's of London
    _repair("'(?<=E')(?=oE)", "'s|’s", "E"),
    _repair("'(?<=[EJ]')(?=[FZ])", "'s|’s", "E", r"(?:added|announced|declined|reported|said|says|told)\Z"),
    _repair("F(?<=[EP0]F)(?=[Iob])", "arrested|based|born|interviewed|involved|polled|surveyed", "K"),
    # around 100 staff; about 60 say, but not: those over 60 say
    _repair("I(?=0)(?:(?=00|0(?:[NSEJoV]|I0))|(?<=[,.|IC]I)(?=0[,ZFVMBH]))", "about|around|over", "R"),
    # said on their Telegram channel they had left
    _repair("V(?<=[D$'][EN]V)(?=P)", "account|blog|channel|feed|page|podcast|program|programme|show", "N"),
    _repair("R(?=[D$])(?:(?<=[SP]R)|(?<=PRR))", "back", "V"),  # officials back the plan
    _repair("F(?<=[NS]F)(?=I)", "based|headquartered|located", "K"),  # a group based in Leeds
    _repair("R(?<=[tMYn]R)(?=R)", "back", "V"),  # would not back away
    _repair("I(?=N(?:o|[IS]))", "about|around|nearly", "R", r"half\Z"),  # about half of them
    _repair("R(?<=IR)(?=[NS])", "further", "J"),  # hinted at further cuts
    _repair("IJ(?=[D$0])", "to clean|to clear|to close|to empty|to free|to open|to own|to secure", "tV"),
    # did not want her name printed, said
    _repair("F(?<=[VFZ]\\$NF)(?=[.,])", "disclosed|mentioned|printed|published|revealed", "K"),
    _repair("K(?<=[ENSP]K)(?=b[DE$])", "dropped|stopped|swung", "F"),  # Lee stopped by the shop
)


_SAYING = (
    "accusing|arguing|calling|claiming|complaining|demanding|describing|insisting|reporting|saying|warning"
)
# The same before all repairs, where v may still be a noun or a verb.
_EARLY = (
    _repair(
        "F(?<=[SP]F)(?=F)", "asked|canvassed|consulted|contacted|interviewed|polled|questioned|surveyed", "K"
    ),
    _repair("D(?<![^.|,;qCT]D)(?=V|v[TPtD$GEW])", "both|few|many|most|several|some", "P"),  # many fear Lee
    _repair("J(?<![^.|,q]DJ)(?=F[NSvE])", "chief|general|rival", "N"),  # The general accused aid groups
    _repair("D(?=[FZ][^NSEJGKv0])", "another", "P"),  # another wrote: "No."
    _repair("I(?=t[VvBHF])", "about", "R"),  # was about to quit
    _repair("-[NvV](?=E)(?<=[NE]~-.)", "- elect", "EE"),  # Gov.-elect Ann Lee
    _repair("Jt(?=v)", "guilty to", "JI"),  # pleaded guilty to theft
    _repair("v(?<![IobVGJ]v)(?=v[TPtD$GEW])", "couple|pair|police", "S"),
    _repair("v(?<=tv)(?=[.,|;IoCURTFZMBHd])", "police", "S"),  # gave it to police
    # with some saying
    _repair("D(?<=ID)(?=G)", "both|many|most|several|some", "P", rf"(?:{_SAYING})\Z"),
)


Found = Mapping[frozenset[str], list[int]]


@cache
def asked() -> Mapping[str, Collection[frozenset[str]]]:
    """Return the words that a repair asks for, with the sets in which each stands."""
    sets = {repair.firsts for repair in _EARLY + _REPAIRS} | {_NAMING, _AND, _PARTS, _ENDS_OF_TIMES}
    return {word: [each for each in sets if word in each] for word in frozenset().union(*sets)}


def placed(tags: str, lowered: list[str], candidates: Iterable[int]) -> Found:
    """Return where the words stand that a repair asks for, the candidates, each set of them by itself."""
    sets = asked()
    found: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for at in candidates:
        if tags[at : at + 2] != "qq":
            for words in sets[lowered[at]]:
                found[words].append(at)
    return found


def early(tags: str, lowered: list[str], found: Found) -> str:
    """Return the tags of a text before the repairs by context, with subjects that are many marked so."""
    return _repaired(_EARLY, tags, lowered, found)


def _repaired(repairs: tuple[_Repair, ...], tags: str, lowered: list[str], found: Found) -> str:
    for repair in repairs:
        if repair.firsts in found:
            tags = "".join(_pieces(repair, tags, lowered, found[repair.firsts]))
    return tags


def _pieces(repair: _Repair, tags: str, lowered: list[str], starts: Iterable[int]) -> Iterator[str]:
    done = 0
    for first in starts:
        found = repair.where.match(tags, first)
        if found and _fits(repair, lowered, *found.span()):
            yield tags[done:first]
            done = found.end()
            yield repair.tags.ljust(done - first, repair.tags[-1])
    yield tags[done:]


def _fits(repair: _Repair, lowered: list[str], first: int, end: int) -> bool:
    follows = "".join(lowered[end : end + 1])
    return " ".join(lowered[first:end]) in repair.words and repair.after.match(follows) is not None


def by_word(tags: str, lowered: list[str], found: Found) -> str:
    """Return the tags of a text, one character for each of its words, repaired where a word decides."""
    tags = _repaired(_REPAIRS, tags, lowered, found)
    if _NAMING in found:
        tags = _NAMED.sub(partial(_as_name, lowered), tags)
    if "0:0" in tags:
        tags = _ENTRY.sub(partial(_without_clock, lowered), tags)
    if _AND in found:
        tags = _mark_firms(tags, lowered, found[_AND])
    if _ENDS_OF_TIMES in found:
        tags = _mark_times(tags, lowered, found[_ENDS_OF_TIMES])
    return _PART_OF_DAY.sub(partial(_part_of_day, lowered), tags) if _PARTS in found else tags


# What opens an entry of a live blog: 14:05, [2:15pm] or **11:03 GMT** –
_ENTRY = re.compile(r"(?<![^|])[~(]{0,4}0:0(?::0)?[EN]{0,2}[)~]{0,4}[:-]?(?=[^.|Iob])")
_CLOCK = re.compile(
    r"[^a-z\d]*[012]?\d : [0-5]\d(?: : \d\d)?(?: ?[ap]\.?m\.?)?(?: (?:[a-z]{0,2}[dse]t|gmt|utc))?[^a-z\d]*"
)


def _without_clock(lowered: list[str], found: re.Match[str]) -> str:
    """The time of an entry stands on a line of its own, as far as grammar goes."""
    first, end = found.span()
    for last in range(end, max(first, end - 4), -1):
        if _CLOCK.fullmatch(" ".join(lowered[first:last])):
            return "|" * (last - first) + found[0][last - first :]
    return found[0]


# In "a man called Roe said" the participle ties a name to its noun, as a preposition does.
_NAMED = re.compile("F(?<=[NS]F)(?=E[E~]*(?![E~QDJ]))")  # not: a lawmaker called Lee a fool


def _as_name(lowered: list[str], found: re.Match[str]) -> str:
    at = found.start()
    indefinite = not _ARTICLES.isdisjoint(lowered[max(at - 4, 0) : at - 1])
    return "I" if lowered[at] in _NAMING and indefinite else "F"


_NAMING = frozenset({"called", "dubbed", "named", "nicknamed"})
_ARTICLES = frozenset({"a", "an", "another"})


_AND = frozenset({"&"})
_PARTNERS = re.compile(r"(?<=[oI])E{1,3},E{1,3}\Z")


def _mark_firms(tags: str, lowered: list[str], joints: Iterable[int]) -> str:
    """The comma in "of Lee, Roe & Co." parts no two phrases."""
    marked = list(tags)
    for i in joints:
        found = _PARTNERS.search(tags, max(0, i - _REACH), i)
        if found and lowered[found.start() - 1] in _BEFORE_FIRMS:
            marked[tags.index(",", found.start())] = "~"
    return "".join(marked)


_REACH = 8  # tokens: a preposition, two names and a comma
_BEFORE_FIRMS = frozenset({"of", "at", "with", "for"})


def _mark_times(tags: str, lowered: list[str], ends: Iterable[int]) -> str:
    """In "said last week that", "on Monday evening" and "two years ago" all words are days."""
    out, at = [], 0
    for i in ends:
        first = _time_before(tags, lowered, i)
        if at <= first < i and tags[i : i + 2][-1] not in "q'":
            out += [tags[at:first], "d" * (i + 1 - first)]
            at = i + 1
    return "".join(out) + tags[at:]


def _part_of_day(lowered: list[str], found: re.Match[str]) -> str:
    first, end = found.span()
    timed = lowered[first] in _PARTS and lowered[end - 1] in {lowered[first], "on"}
    return "d" * (end - first) if timed else found[0]


_PART_OF_DAY = re.compile("[JR]I?(?=d)")  # late last month, early Monday, late on Monday
_PARTS = frozenset({"early", "earlier", "late", "later"})


def _time_before(tags: str, lowered: list[str], last: int) -> int:
    """The first token of the time that ends with token `last`; `last` itself if it is none."""
    if lowered[max(last - 1, 0) : last + 1] == ["long", "ago"]:
        return last - 1
    if lowered[last] in _COUNTED:
        counted = tags[max(last - 2, 0) : last] in _SPANS
        unit = lowered[last] != "ago" and lowered[last - 1] in _UNITS  # days earlier
        return last - 2 if counted and (unit or lowered[last] == "ago") else last - unit
    if tags[last - 1 : last] == "d":
        return last - 1
    if lowered[max(last - 2, 0) : last] in _AGAIN:
        return last - 2
    if lowered[max(last - 2, 0) : last] in _AFTER:
        return last - 2 * (tags[last + 1 : last + 2] in _CLOSES)
    if lowered[max(last - 1, 0)] == "that":  # not: said that spring had come
        return last - (tags[last + 1 : last + 2] in _CLOSES)
    bare = (
        last > 0 and lowered[last - 1] in _POINTING and tags[max(last - 2, 0)] not in "D$"
    )  # not the last week
    return last - 1 if bare else last


_AGAIN = (["this", "past"], ["the", "same"])
_AFTER = (["the", "next"], ["the", "following"])  # not: said the next winter would be hard
_SPANS = frozenset({"DN", "DS", "0S", "0N"})  # a week, two weeks
_STRETCHES = frozenset(
    "afternoon evening fall month morning night spring summer week weekend winter year".split()
)
_UNITS = frozenset("hour hours day days week weeks month months year years".split())
_COUNTED = frozenset({"ago", "earlier", "later"})
_MONTHS = frozenset(
    "january february april june july august september october november december".split()
)  # not: may, march
_ENDS_OF_TIMES = _STRETCHES | _COUNTED | _MONTHS
_POINTING = frozenset({"last", "next", "this"})
_CLOSES = frozenset(".,|;:T")
