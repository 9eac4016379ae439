"""Roles to the right of a name: a nurse from Leeds, of the University of Leeds, R-Ky., 34."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes.names import fold
from quotes.nouns import folded, is_body_word, is_role_noun
from quotes.role import REACH, Role, head, is_role_phrase, is_verbal, role_at
from quotes.title_words import HEADS

_CUT = re.compile(
    r" (?:who|which|that|whose|whom|said|says|told|tells|asked|wrote|added|is|are|was|were|has|have|had|will"
    r"|would|did|when|where|while|after|before|because|but|though|although|if|than|does|can|could|should|may|might"
    r"|called|argued|warned|announced|declared|noted|insisted|claimed|testified|tweeted|explained|stated|replied"
    r"|remarked|responded|recalled|continued|conceded|acknowledged|admitted|agreed|suggested|predicted|joked|urged"
    r"|and (?:later|once|also|has|had|was|is|who))\b"
)
_PARTY = re.compile(
    r"[ \u00a0]\((?P<mark>(?P<party>R|D|I|L|Con|Lab|Lib Dem|SNP|Greens?|DUP|SDLP|ALP|LNP|ANC|BJP|Labou?r"
    r"|Conservative|Tory|Democrat|Republican|Independent|Liberal|Reform|Plaid Cymru)"
    r"(?:[-–—, ][^()\n]{0,30})?)\)"
    r"|, (?=[RDI][-–—][A-Z])(?P<comma>[RDI][-–—][A-Z][A-Za-z.]{1,12}(?: [A-Z][a-z.]+)?)(?=[,.;:]|\Z)"
)
_AGED = re.compile(
    r"(?:, (?:aged |now |who (?:is|was|turned|turns) )?| \((?:aged )?| aged )(?P<age>\d{1,3})"
    r"(?P<close>[,).;:]|(?= (?:who|of|from|and|said|told)\b)|$)"
)
_GAP = re.compile(
    r"(?:, ?| [-–—]{1,2} ?|[—–] ?)(?:(?P<who>who (?:is|was|serves as|served as|works as|worked as|has been"
    r"|became|took over as|stepped down as|resigned as) ))?"
)
_CHUNK = re.compile(
    r"(?:[^,;:.!?\"“”()\n—–]++|(?<=\b[A-Z])\.(?=[ A-Z,])|\.(?=\w)|(?<=\b[A-Z][a-z])\."
    r"|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen))\.)*"
)
_COPULA = re.compile(
    r" (?:is|was|became|remains|has been|serves as|served as|took over as) (?:currently |now |then )?"
    r"(?:(?=(?:an?|the|my|his|her|their|our) )|(?P<office>[A-Za-z]+)(?= (?:for|in|of)\b|[.,;]))"
)
_BODY = re.compile(
    r",? (?:of|from|at|with) (?:the (?:[a-z]+ )?)?"
    r"(?P<body>[A-Z][\w&’'-]*(?: (?:(?:of|for)(?: the)? )?[A-Z][\w&’'-]*){0,7})"
)
_HOME = re.compile(
    r" of [A-Z][\w.]*(?: [A-Z][\w.]*)?(?=, (?:an?|the|who is) )"
)  # Senator Ann Lee of Maine, a Democrat
_OPENS = re.compile(
    r",|[—–]| (?:[(—–-]|(?:of|from|at|with|is|was|has been) |MP|KC|QC|SC|MSP|MEP|MLA|TD|aged|became|remains"
    r"|took over|serve)"
)
_AFTER_NAME = re.compile(r" (MP|KC|QC|SC|MSP|MEP|MLA|TD)\b(?! [A-Z])")
_TIME = re.compile(
    r" (?:in|since|from|until|on|last|this|for)"
    r"(?: (?:early|late|mid|the|last|next|more|nearly|almost|\w+ (?=years)))* ?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|years?|months?"
    r"|weeks?|days?|\w+day|spring|summer|autumn|winter|century|decades?)\b.*"
    r"| at the time\b.*",
    re.S,
)
_LOOSE_END = re.compile(  # the space first, so that the scan skips from space to space
    r"\s(?:(?<= )- .*|\s*(?:(?:and|or|of|for|at|in|with|to|by|whose \w+)\s*)?\Z)", re.S
)
_GOES_ON_WITH = frozenset("who whose that which when where and".split())
_HOMES = frozenset("City County District State Street".split())  # where somebody lives, not works
_STILL = frozenset("now currently then still".split())
_JOINED = re.compile(r" and ([a-z]+)")
_IN_COURT = frozenset(["prosecuting", "defending", "mitigating"])


class Right(NamedTuple):
    """What stands right of a name: roles, the age, the party and its mark."""

    roles: tuple[Role, ...] = ()
    age: int | None = None
    party: str | None = None
    mark: Role | None = None


NOTHING = Right()


def after(text: str, end: int, start: int | None = None) -> Right:
    """Return the roles, the age and the party that follow a name ending at `end`.

    Where the name begins at `start` somebody may say what follows it, and opinions give no role.
    """
    if not _OPENS.match(text, end):
        return NOTHING
    letters = _AFTER_NAME.match(text, end)
    if letters:
        further = after(text, letters.end())
        return further._replace(roles=(Role(*letters.span(1), letters[1]), *further.roles))
    ceiling = min(len(text), end + REACH)
    party = _PARTY.match(text, end, ceiling)
    home = None if party else _HOME.match(text, end, ceiling)
    at = party.end() if party else home.end() if home else end
    aged = _AGED.match(text, at, ceiling)
    age = int(aged["age"]) if aged and 0 < int(aged["age"]) < 120 else None
    if aged and age:
        at = aged.end() - (aged["close"] == ",")
    roles = _apposition(text, at, ceiling) or _affiliation(text, end if home else at, ceiling)
    if not roles and not (start is not None and _is_told(text, start)):
        roles = _copula(text, at, ceiling)
    return Right(roles, age, *_party(party)) if party else Right(roles, age)


def _is_told(text: str, at: int) -> bool:
    """Say whether somebody says what follows the name at `at`, so that "is a hero" is an opinion."""
    return text.endswith(("“", '"', " said ", " says ", " that ", " thinks ", " believes "), 0, at)


def _party(found: re.Match[str]) -> tuple[str, Role | None]:
    """Return the letters of a party, and the mark with the place where it has one."""
    group = "mark" if found["mark"] else "comma"
    mark = found[group]
    letters = found["party"] or mark[0]
    return letters, Role(*found.span(group), mark) if mark != letters else None


def _apposition(text: str, at: int, ceiling: int) -> tuple[Role, ...]:
    """Return the roles of `, a nurse from Leeds,` and `, who is head of the union,`."""
    gap = _GAP.match(text, at, ceiling)
    if not gap:
        return ()
    chunk = _CHUNK.match(text, gap.end(), ceiling)
    return _roles_of(text, chunk.start(), chunk.end(), bool(gap["who"])) if chunk else ()


def _affiliation(text: str, at: int, ceiling: int) -> tuple[Role, ...]:
    """Return the body of `Ann Lee, of the University of Leeds,` and `Ann Lee from Open Door`."""
    body = _BODY.match(text, at, ceiling)
    words = body["body"].split() if body else []
    if not body or not any(map(is_body_word, words)) or words[-1] in _HOMES or words == ["White", "House"]:
        return ()
    return (Role(*body.span("body"), body["body"]),)


def _copula(text: str, at: int, ceiling: int) -> tuple[Role, ...]:
    """Return the role of `Ann Lee is a nurse` and `Ann Lee was then Minister of Works`."""
    verb = _COPULA.match(text, at, ceiling)
    if not verb or (verb["office"] and fold(verb["office"]) not in _OFFICES | folded("offices")):
        return ()
    chunk = _CHUNK.match(text, verb.start("office") if verb["office"] else verb.end(), ceiling)
    return _roles_of(text, chunk.start(), chunk.end(), True) if chunk else ()


_OFFICES = HEADS | {"chief", "consul", "editor", "minister"}


def _roles_of(text: str, start: int, end: int, open_ended: bool) -> tuple[Role, ...]:
    """Return the roles in `text[start:end]`, cut before a verb; a cut phrase must be expected to go on."""
    phrase = text[start:end]
    cut = _CUT.search(" " + phrase)
    if cut:
        if not (open_ended or _is_apposed(phrase)) and cut[0].split()[0] not in _GOES_ON_WITH:
            return ()
        phrase = phrase[: max(0, cut.start() - 1)]
    if phrase in _IN_COURT:
        return (Role(start, end, phrase),)
    phrase = _LOOSE_END.sub("", _without_clause(_TIME.sub("", phrase)))
    if not phrase or phrase[0] in "'’" or not is_role_phrase(phrase):
        return ()
    if open_ended and not is_role_noun(head(phrase)) and phrase[0].isupper():
        return ()  # who is Jewish
    return tuple(_split(text, start, phrase))


def _is_apposed(phrase: str) -> bool:
    """Say whether a phrase without a determiner is about the name before: president of a bank said."""
    first, _, rest = phrase.partition(" ")
    return first.islower() and is_role_noun(first) and " of " in rest


def _without_clause(phrase: str) -> str:
    """The phrase without a second verb: "a nominee and wins the election" is a nominee."""
    joined = _JOINED.search(phrase)
    return phrase[: joined.start()] if joined and is_verbal(joined[1]) and joined[1] not in _STILL else phrase


def _split(text: str, start: int, phrase: str) -> list[Role]:
    """Split `developer and spokeswoman for X` where both sides are roles."""
    at = phrase.find(" and ")
    if (
        at > 0
        and not phrase[at + 5 :][:1].isupper()
        and is_role_phrase(phrase[:at])
        and is_role_phrase(phrase[at + 5 :])
    ):
        parts = [(start, start + at), (start + at + 5, start + len(phrase))]
    else:
        parts = [(start, start + len(phrase))]
    return [role for role in (role_at(text, a, b) for a, b in parts) if role]
