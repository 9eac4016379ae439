"""A part of speech for each token, as one character: the tags of a text are a string.

So a rule about syntax is a regular expression over tags, and its offsets are token indices.

    D determiner    $ possessive (his)  h her        P pronoun      O object pronoun  W wh-word   T that
    E proper noun   N noun  S plural    J adjective  0 number       v noun or verb    z plural or verb in -s
    V verb  Z verb in -s  F past form   K participle G -ing form    M modal  B be  H have  Y do  n not  t to
    I preposition   o of   b by         C and, or    U because, as  R adverb  d day  ' possessive mark
    Q, q the first and the other tokens of a passage in quotation marks
    . end of a sentence   | line break   , ; : - ( )  as they are   ~ any other mark

The method is that of Brill (1992): the most likely tag of each word, or a guess by its ending,
then repairs by context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from operator import methodcaller

import regex

from quotes import lexicon
from quotes.model import Quotation, Sentence
from quotes.syntax import Tagged
from quotes.tokens import Tokens
from quotes.word_facts import places
from quotes.word_tags import LONE, before_surnames, first_tag, headline_tag, is_form, stems
from quotes.wordwise import by_word, early, placed

_BEHIND = re.compile(r"\(\?<([=!])((?:\[[^]]*\]|[^()])*)\)")


def _compiled(repairs: Iterable[tuple[str, str, str, str]]) -> Iterator[Callable[[str], str]]:
    """Compile repairs of each tag, to look at what stands before it last: so it is found much faster.

    Neighbours that make the same of a tag are one pattern, unless one looks at what the other makes.
    """
    tag, new, where = "", "", list[str]()
    for before, tags, after, made in repairs:
        for each in tags:
            apart = "[^" in before + after or not {each, made}.isdisjoint(before + after)
            if where and (apart or (each, made) != (tag, new)):
                yield _repairing(tag, new, where)
                where = []
            tag, new = each, made
            behind = _BEHIND.sub(rf"(?<\1\2{each})", before)
            where.append(f"(?:{behind}){after}" if before or after else "")
    yield _repairing(tag, new, where)


def _repairing(tag: str, new: str, where: list[str]) -> Callable[[str], str]:
    if where == [""]:
        return methodcaller("replace", tag, new)
    return partial(re.compile(f"{tag}(?:{'|'.join(where)})").sub, new)


# Repairs by context, in order: what stands before, the tag, what stands after, the new tag.
_REPAIRS: tuple[tuple[str, str, str, str], ...] = (
    ("", "T", r"(?=[BMHY])", "P"),  # that is
    (r"(?<=[Iob])", "T", "", "D"),  # of that
    (r"(?<=[VZFGKvz])", "h", "(?=Q)", "O"),  # called her "a friend"
    ("", "h", r"(?=[NSEJvz0GFKRQ])", "$"),
    (r"(?<=[ENSP)])", "D", r"(?=[ZFMBH])", "R"),  # Lee and Kim both denied
    (r"(?<=H)", "D", r"(?=[FK])", "R"),  # have both denied
    ("", "h", "", "O"),
    (r"(?<=D)", "O", "", "N"),  # the mine
    (r"(?<=I)", "t", "", "I"),  # according to
    ("", "t", r"(?=[D$0EPOWSNzG]|J(?![D$R])|R?[NSE])", "I"),  # to the
    ("", "D", r"(?=V(?:[TD$PE]|t(?!Q)))", "P"),  # many believe that
    (r"(?<=[VZFG])", "T", r"(?=[Nv][U.,|])", "D"),  # dismissed that idea as
    (r"(?<=[tM])", "F", "", "V"),  # to put
    (r"(?<=[tMY])", "v", "", "V"),
    (r"(?<=[tMY])|(?<=[tMY]n)", "vNJ", r"(?=[D$PEOTtQIoWRSNJ0vz.,|])", "V"),  # to plan; is not sure
    (r"(?<=[tMY])", "R", r"(?=[D$])", "V"),  # to back the plan
    (r"(?<=[tMY]R)|(?<=[MY]n)", "vN", "", "V"),
    ("(?<=P)", "D", "(?=[vV])", "R"),  # they all plan
    ("(?<=oO)", "v", "(?=[tTD$POWEG])", "V"),  # most of them plan
    (r"(?<=[P])", "v", "", "V"),  # they plan
    (r"(?<=[P]R)", "v", "", "V"),
    (r"(?<=[Sz])|(?<=W)(?<!IW)", "v", r"(?=[tTD$POWQ0EIS])", "V"),  # officials plan
    (r"(?<=[SWCz]R)", "v", r"(?=[tTD$POWQ0E])", "V"),
    (r"(?<=[SWz])", "v", r"(?=R[TD$PFJ.])", "V"),  # officials point out that
    (r"(?<=[SW])", "v", r"(?=G)", "V"),  # voters favor raising
    (r"(?<=~)", "v", "(?=T)", "V"),  # Roe et al. report that
    # "…," police allege; …, court records show.
    (r"(?<=[,q][Sz])|(?<=[,q][DNJEv][Sz])|(?<=[,q][DNJEv][NJEv][Sz])", "v", "(?=[.|,])", "V"),
    (r"(?<=W)", "v", r"(?=[NJ])", "V"),  # who favor higher taxes
    (r"(?<=[.|][Sz])|(?<=[.|]J[Sz])", "v", r"(?=[NJz]|v[FZ])", "V"),  # Polls show high approval
    (r"(?<=[NES0])", "v", r"(?=O)", "V"),  # 32% call themselves liberal
    (r"(?<=[0,C])|(?<=,R)|(?<=[SzT]T)", "v", r"(?=[D$P])", "V"),  # and plan the sale
    (r"(?<=E)", "v", r"(?=[D$](?![NSEJvz]{1,3}[ZFMBHYQ]))", "V"),  # Millennials need a job
    ("", "v", "", "N"),
    (r"(?<=P)|(?<=W)(?![ZFVMBH])", "z", "", "Z"),  # he plans, who plans; not: which officials said
    (r"(?<=[PWEN]R)", "z", "", "Z"),
    (
        r"(?<=[E)])(?<![VZFGKIb]E)(?<![VZFGKIb]EE)",
        "z",
        r"(?=[tTD$POWQ0EGhINSnd]|J(?![ZFMBH])|R(?!R?[FVMBHZ]))",
        "Z",
    ),  # Lee plans
    (r"(?<=E~)(?<![VZFGKIb]E~)", "z", r"(?=[D$POWQ0EGhn])", "Z"),  # Acme Inc. plans
    (  # Lee laughs. Lee grins and hands me. The Leeds Courier reports:
        r"(?<=[.|]E)|(?<=[.|]EE)|(?<=[.|]DE)|(?<=[.|]DEE)",
        "z",
        r"(?=[.:]|C[zZ][D$O])",
        "Z",
    ),
    (r"(?<=[qQ,]E)|(?<=[qQ,]EE)|(?<=[,q][NS])|(?<=[,q]D[NSE])|(?<=[,q]D[NJE][NSE])", "z", r"(?=[.,|:])", "Z"),
    (r"(?<=qD[SE])", "v", r"(?=I)", "V"),  # "…," the monks state in a letter
    (r"(?<=[VZFG])", "F", r"(?=[NSz])", "J"),  # called undocumented migrants
    (r"(?<=q[FZ])", "F", r"(?=[NJE])", "J"),  # "…," said retired Col. Lee
    (r"(?<=,)", "z", "(?=:)", "Z"),
    (r"(?<![^.|])", "z", r"(?=(?:E[E~]*|[D0][JNE]{0,3}[NS])(?:,[^.|;:Qq]{2,30})?:Q)", "Z"),  # Counters Lee:
    (r"(?<=[.|,]D[NE])|(?<=[.|,]D[NE][NE])", "z", r"(?=E)", "Z"),  # The ad hits Lee
    (r"(?<=q)", "z", r"(?=[D$E0]|[NJv]{1,3}E)", "Z"),  # "…," cautions Lee
    (r"(?<=[.|]I[D$]N)", "z", r"(?=[D$])", "S"),  # In the programme notes the director says
    (r"(?<=[NSKO])", "z", r"(?=[D$POWQ0hn]|T(?![ZFVM])|R[TD$P])", "Z"),  # the senator plans
    (r"(?<=[,C-])", "z", r"(?=[tTD$POWQ0hEn]|R[TD$P]|N{1,2}Q)", "Z"),  # , points out that
    (r"(?<=[NSE0]T)", "z", r"(?=[tTD$POWQ0hENSJRCzv])", "Z"),  # a company that tracks prices
    (r"(?<=[PE])", "J", r"(?=[D$]|nt)", "F"),  # Lee belittled the plan
    (  # the group aims to double its sales; the firm forecasts growth of 3 percent
        r"(?<=D[NE])(?<![^.|,CTU]D[NE])|(?<=DJ[NE])(?<![^.|,CTU]DJ[NE])",
        "z",
        r"(?=(?:tR?[VB]|[NJ]{1,2}[oI]|[zS]o[$0])[^.|;:,ZFMBHYTWQ]{0,60}[.|])",
        "Z",
    ),
    (  # The roof leaks, said Lee.
        r"(?<=D[NE])(?<![^.|]D[NE])",
        "z",
        r"(?=,[FZ](?:E~?){1,4}(?:,[^.|,]{1,12})?[.|])",
        "Z",
    ),
    ("", "z", "", "S"),
    (r"(?<![^.|])", "VJGF", "(?=[ZF])", "E"),  # Jolly said, United said
    ("", "D", "(?=~)", "E"),  # James A. Lee
    (r"(?<=H)", "J", "(?=[FK])", "R"),  # have long said
    (r"(?<=[HB])|(?<=[HB]O)", "F", "", "K"),
    ("", "d", "(?=')", "E"),  # Monday's
    ("(?<=[D$'])", "d", "(?=[NS])", "E"),  # the Monday debate
    (r"(?<=[HB][Rn])", "F", "", "K"),
    (r"(?<=[HB][Rn]R)|(?<=[HB][PES])", "F", "", "K"),
    (r"(?<![^.|])", "F", "(?=S[ZFHVMK])", "J"),  # Retired nurses said, Leaked emails seen by
    (r"(?<=')", "D", "(?=J)", "R"),  # Lee's most ardent fans
    ("", "F", "(?=b(?!G))", "K"),  # a bill backed by
    ("(?<=[,-])", "F", "(?=Qq*b(?!G))", "K"),  # , branded "a joke" by
    (r"(?<=[D$'])", "FK", r"(?=[NSEJ0G])", "J"),  # the proposed law, a packed hearing
    ("(?<=[0E])", "F", "(?=SV)", "J"),  # nine in ten registered voters say
    (r"(?<![^.|])", "F", r"(?=[NJ]{1,2}E)", "J"),  # Retired surgeon Ann Lee
    # , retired surgeon Ann Lee, …; but: …, warned economist Ann Lee of Leeds.
    (r"(?<=,)", "F", r"(?=[NJ]{1,2}E)(?![NJ]{1,2}E{1,4}(?:[oI]E{1,4})?[.|])", "J"),
    (r"(?<=[Iob])", "FKV", r"(?=[NSE])", "J"),  # in secure storage
    (r"(?<=[D$'][JR])", "FK", r"(?=[NSEJ])", "J"),
    (r"(?<=D)", "FK", r"(?=[ZFMBH])", "N"),  # the accused denied
    (r"(?<=[FZT])", "J", r"(?=[MBH])", "N"),  # said load-shedding will end
    (r"(?<=[D$'])", "G", r"(?=[NSEJ0])", "J"),
    (r"(?<=[D$'])", "GV", "", "N"),
    (r"(?<=[D$']J)", "G", r"(?=[TIoCZFMBH.,;:|])", "N"),  # told a regular briefing that
    ("(?<=[D$])", "R", "(?=[NS])", "J"),  # a later interview
    (r"(?<=[Io])", "V", "(?=[,.C])", "N"),  # of noise, litter
    (r"(?<=[NEJ])", "G", r"(?=[ZFMBHY.])", "N"),  # the court ruling said
    (r"(?<=[D$J'BIob])", "Z", "", "S"),  # there were shouts
    (r"(?<=D)", "R", r"(?=[.|,])", "N"),  # said the forward
    ("", "D", r"(?=[ZFMBHYoIW.,;|])", "P"),  # many said, some of them, some who, Lee denied this.
    (r"(?<=[D$'JE]N)", "J", r"(?=[ZF']|,E)", "N"),  # the attorney general said
    (r"(?<=[D$'][JE])", "J", r"(?=[ZF]|,E)", "N"),  # the paramount chief said
    (r"(?<=[Io]P)", "F", "", "K"),  # some of those arrested
    (r"(?<=P)", "F", "(?=V)", "K"),  # those asked say
)
_COMPILED = tuple(_compiled(_REPAIRS))
# The verb first, for there are few: only then what stands before it, of any length.
_VERB_OF_TAG = regex.compile(r"z(?=[.,|U])(?<=q[DJNvESIo$0~]{1,8}z)")  # "…," a voice in the ad states.
# Analysts at the bank estimate that; emails seen by the Post show ministers knew
_VERB_OF_MANY = regex.compile(
    r"v(?=[TPtD$GSE0W.|])(?<=(?:^|[.|,q])"
    r"(?:[DJ$0]{0,3}[SNE]?[Sz](?:[KFJ]?[Iob](?:d+|[D$J0]{0,2}[JENS]{1,4})){1,2}|E{1,3}CE{1,3})v)"
)
_CLITIC_VERB = re.compile(r"s(?:(?<=[PWTR]s)|(?<=[EN]s)(?=[BDnP$RT])(?!DJ?[NSEvz]{1,3}[ZFVMBHYv]))")


_ACRONYM = re.compile(r"\(E\)(?<=[EN]\(E\))(?=E)")  # Chief Justice of Pakistan (CJP) Ann Lee


def _repair(tags: str) -> str:
    tags = _ACRONYM.sub("EEE", _CLITIC_VERB.sub("B", tags).replace("s", "'"))
    tags = _VERB_OF_MANY.sub("V", _VERB_OF_TAG.sub("Z", tags))
    for repair in _COMPILED:
        tags = repair(tags)
    return tags


_FEWEST_NAMES = 0.35  # of the tokens of a headline, as they look to be


def tag(
    tokens: Tokens,
    sentences: Iterable[Sentence],
    quotations: Iterable[Quotation],
) -> Tagged:
    """Tag the tokens of a text; in headlines, where capitals mean little, as if in lower case."""
    alone = tokens.alone
    tags = list(alone)
    for sentence in sentences:
        first, last = tokens.within(sentence.start, sentence.end)
        names = alone.count("E", first, last)
        if names > 4 and names > _FEWEST_NAMES * (last - first) and _is_title_case(tokens.words[first:last]):
            tags[first:last] = map(headline_tag, tokens.words[first:last])
        _mark_edges(tags, tokens.words, first, last)
    _mark_surnames(tags, tokens)
    lower = tokens.lower
    filled = _fill_quotations("".join(tags), tokens, quotations)
    found = placed(filled, lower, places(tokens.asked))
    repaired = _repair(early(filled, lower, found))
    return Tagged(tokens, by_word(repaired, lower, found), lower)


def _is_title_case(words: list[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    return sum(word[0].isupper() for word in letters) > 0.75 * len(letters)


def _mark_edges(tags: list[str], words: list[str], first: int, last: int) -> None:
    """Tag a sentence's first word without regard to its capital, and its last mark as its end."""
    while first < last and not words[first][0].isalnum():
        first += 1
    if first < last and words[first][0].isupper():
        word, follows = words[first], words[min(first + 1, last - 1)]
        named = word in before_surnames() and tags[first + 1 : first + 2] == ["E"]
        named = named or (word in _BEFORE_OFFICES and follows[0].isupper())
        named = named or (word.isupper() and len(word) > 1 and not follows.isupper())  # WHO says
        past = not named and word.endswith("ed") and _opens_with_verb(word.lower(), follows)
        tags[first] = "E" if named else "F" if past else first_tag(word)
    for i in range(last - 1, max(last - 4, first), -1):
        if words[i] in _STOPS:
            tags[i] = "."
            return


def _opens_with_verb(word: str, follows: str) -> bool:
    """Whether a first word in -ed is no name: `Asked “Why?” she laughed`, `Added Lee:`."""
    if LONE[follows] in "ZFMBHY":
        return False  # United said
    frames = lexicon.table("cue_verbs")
    reports = any("quote" in frames[stem] for stem in stems(word) & frames.keys())
    return reports or (is_form(word) and not follows[0].isupper())


def _mark_surnames(tags: list[str], tokens: Tokens) -> None:
    """Tag as a name what follows a first name or a title somewhere: Powers, or Cross as a first word."""
    words, names = tokens.words, set()
    for at in places(tokens.before_surnames):
        if tags[at] in "EN":
            after = at + 2 if tags[at + 1 : at + 2] == ["~"] else at + 1
            if after < len(tags) and tags[after] in "ES" and words[after][0].isupper():
                names.add(words[after])
    doubtful = {name for name in names - _plural_peoples() if LONE[name] + first_tag(name) != "EE"}
    for at, word in enumerate(words) if doubtful else ():
        if word in doubtful:
            tags[at] = "E"


@cache
def _plural_peoples() -> frozenset[str]:
    return frozenset(f"{people}s" for people in lexicon.words("nationalities"))


_STOPS = frozenset(".?!…")
_BEFORE_OFFICES = frozenset({"Acting", "Fed", "Incoming", "Outgoing"})  # Mayor Ann Lee


def _fill_quotations(tags: str, tokens: Tokens, quotations: Iterable[Quotation]) -> str:
    pieces, at = [], 0
    for quotation in quotations:
        if quotation.depth:
            continue
        for start, end in quotation.parts:
            first, last = tokens.within(start, end)
            if at <= first < last:
                named = last - first <= _LONGEST_NICKNAME and _is_nickname(tags, tokens.words, first, last)
                filled = "E" * (last - first) if named else "Q" + "q" * (last - first - 1)
                pieces += [tags[at:first], filled]
                at = last
    return "".join(pieces) + tags[at:]


_LONGEST_NICKNAME = 4  # tokens, the marks included


def _is_nickname(tags: str, words: list[str], first: int, last: int) -> bool:
    """Whether marks hold a name in the middle of another: William "Bill" Roe."""
    inside = words[first + 1 : last - 1]
    between = tags[first - 1 : first] + tags[last : last + 1] == "EE" and inside != []
    return (
        between
        and "D" not in tags[first:last]
        and all(word.isalpha() and word[0].isupper() for word in inside)
    )
