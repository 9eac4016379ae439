"""Roles: what the text calls a person just before or just after the name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotes import lexicon
from quotes.mentions import Mention
from quotes.names import Gender, fold
from quotes.nouns import (
    folded,
    is_body_word,
    is_people,
    is_role_noun,
    is_role_word,
    noun_gender,
    role_nouns,
    titles,
)

REACH = 140  # characters on either side of a name in which a role may stand
_WORDS = 12  # words of a role before a name

_POSSESSIVE = frozenset("my your his her its our their".split())
_ARTICLE = re.compile(
    r"(?:an?|the|one|another|its|his|her|their|our|my|your|now|then|currently)[ \u00a0]", re.I
)
_RIGHT_HEAD_END = re.compile(
    r" (?:of|for|at|in|on|with|from|to|by|and|who|that|which|whose|based|under|since|turned|representing"
    r"|until|during|behind|about|against|after|as|whom|where|when|inside|near|between|within|into|over)\b"
)
_CUT = re.compile(
    r" (?:who|which|that|whose|whom|said|says|told|tells|asked|wrote|added|is|are|was|were|has|have|had|will"
    r"|would|did|when|where|while|after|before|because|but|though|although|if|than|does|can|could|should|may|might"
    r"|called|argued|warned|announced|declared|noted|insisted|claimed|testified|tweeted|explained)\b"
)
_PARTY = re.compile(r"[ \u00a0]\((?P<party>R|D|I|L|Con|Lab|Lib Dem|SNP|Green)(?:[-–—, ][^()\n]{0,30})?\)")
_AGED = re.compile(
    r"(?:, (?:aged )?| \((?:aged )?| aged )(?P<age>\d{1,3})"
    r"(?P<close>[,).;:]|(?= (?:who|of|from|and|said|told)\b)|$)"
)
_GAP = re.compile(
    r"(?:, ?| [-–—]{1,2} ?|[—–] ?)(?:(?P<who>who (?:is|was|serves as|served as|works as|worked as|has been"
    r"|became|took over as|stepped down as|resigned as) ))?"
)
_CHUNK = re.compile(r"(?:[^,;:.!?\"“”()\n—–]|(?<=[A-Z])\.(?=[ A-Z,])|\.(?=\w)|(?<=\b[A-Z][a-z])\.)*")
_COPULA = re.compile(
    r" (?:is|was|became|remains|has been|serves as|served as) (?:currently |now )?(?=(?:an?|the) )"
)
_BODY = re.compile(
    r",? (?:of|from|at|with) (?:the (?:[a-z]+ )?)?"
    r"(?P<body>[A-Z][\w&’'-]*(?: (?:(?:of|for)(?: the)? )?[A-Z][\w&’'-]*){0,7})"
)
_YEARS = re.compile(r"(\d{1,3})[-‑–]year[-‑–]old\b")
_OPENS = re.compile(
    r",|[—–]| (?:[(—–-]|(?:of|from|at|with|is|was|has been) |MP|KC|QC|SC|MSP|MEP|MLA|TD|aged|became|remains"
    r"|serve)"
)
_WORD = re.compile(r"\w(?:[\w.&/'’‑-]*[\w.]|s['’])?")
_AFTER_NAME = re.compile(r" (MP|KC|QC|SC|MSP|MEP|MLA|TD)\b(?! [A-Z])")
_COMPOUND = re.compile(r"\b(?:\w+[-‑])+\Z")
_TIME = re.compile(
    r" (?:in|since|from|until|on|last|this|for)"
    r"(?: (?:early|late|mid|the|last|next|more|nearly|almost|\w+ (?=years)))* ?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|years?|months?"
    r"|weeks?|days?|\w+day|spring|summer|autumn|winter|century|decades?)\b.*",
    re.S,
)
_CLOSING = frozenset('"”)]:;?!—–-\n ')
_GOES_ON = re.compile(r"[ ’'](?:s|said|says|told|who|was|is|has|had|(?:of|from)(?= [A-Z])|[a-z]+ed)\b")
_IN_COURT = frozenset(["prosecuting", "defending", "mitigating"])


class Role(NamedTuple):
    """A role at `text[start:end]`, as printed without a leading article."""

    start: int
    end: int
    text: str


class Around(NamedTuple):
    """What stands around one mention: roles in text order, the age, the party in brackets."""

    roles: tuple[Role, ...]
    age: int | None
    party: str | None
    person: bool


_NOTHING: tuple[tuple[Role, ...], int | None, str | None] = ((), None, None)
_ALONE = Around((), None, None, False)
_NEXT = frozenset(" ,—–")  # what can lead from a name to a role


@cache
def _stops() -> frozenset[str]:
    return frozenset(word for line in lexicon.entries("role_stops") for word in line.split())


@cache
def _verbs() -> frozenset[str]:
    """Lower-case words that are verbs, adverbs or past forms and so end a role going left."""
    return frozenset(word for word, tag in lexicon.table("tags").items() if tag in ("V", "Z", "F", "R"))


def head(role: str) -> str:
    """Return the head noun of a role, folded.

    >>> head("political scientist at a university"), head("U.S. Secretary of State"), head("Sen.")
    ('scientist', 'secretary', 'sen')
    """
    cut = _RIGHT_HEAD_END.search(role)
    return fold((role[: cut.start()] if cut else role).rsplit(maxsplit=1)[-1]) if role.strip() else ""


def gender_of(role: str) -> Gender | None:
    """Return the gender that a role tells: a spokeswoman, Sir, his father.

    >>> gender_of("Kremlin spokesman"), gender_of("nurse")
    ('m', None)
    """
    return noun_gender(head(role))


def around(text: str, mention: Mention) -> Around:
    """Return the roles, age and party printed beside a mention.

    >>> text = "One employee, Ann Lee, 34, a nurse from Leeds, said so."
    >>> from quotes.mentions import find_mentions
    >>> found = around(text, next(m for m in find_mentions(text) if "Lee" in m.words))
    >>> [role.text for role in found.roles], found.age
    (['employee', 'nurse from Leeds'], 34)
    """
    left = before(text, mention)
    right, age, party = after(text, mention.end) if text[mention.end : mention.end + 1] in _NEXT else _NOTHING
    roles = left + right
    if not roles and age is None and party is None:
        return _ALONE
    for role in roles:
        if age is None and (aged := _YEARS.match(role.text)):
            age = int(aged[1])
    return Around(roles, age, party, bool(roles) or age is not None)


# --- to the left -------------------------------------------------------------------------------


def before(text: str, mention: Mention) -> tuple[Role, ...]:
    """Return the roles that end just before a name: a title, `programmer Ann Lee`, `one nurse, Ann Lee`."""
    at = mention.lead
    if not mention.title or not _is_office(mention.honorific):
        return _beside(text, at, mention.end)
    at = _walk_left(text, _token_start(text, at))
    title = role_at(text, at, mention.start - 1)
    further = _beside(text, at, mention.end, only_comma=True)
    return (*further, title) if title else further


def _beside(text: str, at: int, end: int, *, only_comma: bool = False) -> tuple[Role, ...]:
    """The role that stands left of a name at `text[at:end]`, or of the title before it."""
    if at < 2 or text[at - 2] in _CLOSING or not text[at - 1].isspace():
        return ()
    late = 9 if text.startswith("the late", at - 9) else 0
    if text[at - 2 - late] == ",":
        role = _comma_before(text, max(0, at - REACH), at - 2 - late, end)
    elif only_comma or not is_role_noun(_word_before(text, at)):
        return ()
    else:
        role = role_at(text, _walk_left(text, at), at - 1)
    return (role,) if role else ()


def _token_start(text: str, at: int) -> int:
    """Go back over the first part of a compound: "actor-turned-" of actor-turned-MP."""
    joined = _COMPOUND.search(text, max(0, at - 40), at)
    return joined.start() if joined and joined.end() == at else at


def names_a_person(text: str, at: int) -> bool:
    """Say whether a lower-case role noun stands right before `at`: her son Marek, defender Okafor."""
    word = _word_before(text, at)
    return word.islower() and word in role_nouns()


def names_a_body(text: str, at: int) -> bool:
    """Say whether a noun for a body stands right before `at`: the charity Open Door."""
    word = _word_before(text, at)
    return word.islower() and (is_body_word(word) or word in ("body", "brokerage", "startup"))


def noun_phrase_before(text: str, at: int) -> str:
    """Return the noun phrase that ends just before `at`, without its article, white space as single spaces.

    >>> noun_phrase_before("It owns the restaurant chain Pepper Hill.", 29)
    'restaurant chain'
    """
    role = role_at(text, _walk_left(text, at), at - 1)
    return " ".join(role.text.split()) if role else ""


def _is_office(honorific: str) -> bool:
    """Say whether a title tells what somebody is; Mr., Dr. and Sir do not."""
    return honorific not in titles() or (bool(titles()[honorific][1]) and honorific not in ("dr", "drs"))


def _word_before(text: str, at: int) -> str:
    """Return the word that ends with a space at `at`, empty at the start of a line."""
    if at < 2 or text[at - 1] not in " \u00a0":
        return ""
    word = text[text.rfind(" ", max(0, at - 40), at - 1) + 1 : at - 1]
    return word if word.isascii() and "\n" not in word else (word.split() or [""])[-1]


def _walk_left(text: str, at: int) -> int:
    """Return where the noun phrase begins that goes on at `at`."""
    for _ in range(_WORDS):
        word = _word_before(text, at)
        if not word or not _continues(text, word, at):
            break
        at -= len(word) + 1
    return at


def _continues(text: str, word: str, at: int) -> bool:
    """Say whether a word that ends before `at` still belongs, going left, to the noun phrase of a role."""
    lower = word.lower()
    if lower == "of":
        return _portfolio(text, at)
    if not _WORD.fullmatch(word) or lower in _stops():
        return False
    if word[-1] == "." and not ("." in word[:-1] or len(word) == 2 or fold(word) in titles()):
        return False
    if word[0].isupper():
        return True
    if "-" not in word and lower.endswith(("ing", "ed")) and lower not in folded("role_participles"):
        return False
    return lower not in _verbs()


def _portfolio(text: str, at: int) -> bool:
    """Say whether the "of" that ends before `at` joins a noun and what it is of: secretary of state."""
    left = _word_before(text, at - 3)
    if not left:
        return False
    if is_body_word(left) and left[0].isupper() and text[at].isupper():
        return True
    portfolio = fold(text[at : at + 40].partition(" ")[0]) in folded("portfolios")
    return portfolio and is_role_word(left)


def _comma_before(text: str, floor: int, comma: int, end: int) -> Role | None:
    """Return the role of `one employee, Ann Lee,`: a whole noun phrase, a comma, a name and a boundary."""
    closed = text[end : end + 1] in (",", ".", ";", ":", ")", "—", "–", "")
    if not closed and not _GOES_ON.match(text, end):
        return None
    chunk_at = max(text.rfind(mark, floor, comma) for mark in ',;:.!?"“”()—\n') + 1
    chunk = text[max(chunk_at, floor) : comma]
    opening = list(
        re.finditer(r"\b(?:an?|the|one|another|its|his|her|their|our|my|[\w.]+['’]s)[ \u00a0]", chunk, re.I)
    )
    for match in opening:
        if not closed and chunk[: match.start()].strip():
            break
        phrase = chunk[match.start() :]
        if _is_role_phrase(phrase):
            return role_at(text, comma - len(phrase), comma)
    return None


def _is_role_phrase(phrase: str) -> bool:
    """Say whether a phrase is a noun phrase with a role noun as its head."""
    article = _ARTICLE.match(phrase)
    bare = phrase[article.end() :] if article else phrase
    cut = _RIGHT_HEAD_END.search(bare)
    words = (bare[: cut.start()] if cut else bare).split()
    if not words or len(words) > _WORDS:
        return False
    last = words[-1]
    if not (is_role_noun(last) or (last[0].isupper() and is_people(last))):
        return False
    return not any(w.lower() in _stops() or w in _verbs() for w in words[:-1] if w.lower() not in _MODIFIERS)


_MODIFIERS = frozenset("then former most very such same own other his her its their our too now more".split())


# --- to the right ------------------------------------------------------------------------------


def after(text: str, end: int) -> tuple[tuple[Role, ...], int | None, str | None]:
    """Return the roles, the age and the party that follow a name ending at `end`."""
    if not _OPENS.match(text, end):
        return _NOTHING
    letters = _AFTER_NAME.match(text, end)
    if letters:
        further = after(text, letters.end())
        return (Role(*letters.span(1), letters[1]), *further[0]), further[1], further[2]
    ceiling = min(len(text), end + REACH)
    party = _PARTY.match(text, end, ceiling)
    at = party.end() if party else end
    aged = _AGED.match(text, at, ceiling)
    age = int(aged["age"]) if aged and 0 < int(aged["age"]) < 120 else None
    if aged and age:
        at = aged.end() - (aged["close"] == ",")
    roles = _apposition(text, at, ceiling) or _affiliation(text, at, ceiling) or _copula(text, at, ceiling)
    return roles, age, party["party"] if party else None


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
    if not body or not any(map(is_body_word, body["body"].split())):
        return ()
    return (Role(*body.span("body"), body["body"]),)


def _copula(text: str, at: int, ceiling: int) -> tuple[Role, ...]:
    """Return the role of `Ann Lee is a nurse`."""
    verb = _COPULA.match(text, at, ceiling)
    if not verb:
        return ()
    chunk = _CHUNK.match(text, verb.end(), ceiling)
    return _roles_of(text, chunk.start(), chunk.end(), True) if chunk else ()


def _roles_of(text: str, start: int, end: int, open_ended: bool) -> tuple[Role, ...]:
    """Return the roles in `text[start:end]`, cut before a verb; a cut phrase must be expected to go on."""
    phrase = text[start:end]
    cut = _CUT.search(" " + phrase)
    if cut:
        if not (open_ended or cut[0] in (" who", " whose", " that", " which", " when", " where")):
            return ()
        phrase = phrase[: max(0, cut.start() - 1)]
    if phrase in _IN_COURT:
        return (Role(start, end, phrase),)
    phrase = _TIME.sub("", phrase).rstrip()
    if not phrase or phrase[0] in "'’" or not _is_role_phrase(phrase):
        return ()
    return tuple(_split(text, start, phrase))


def _split(text: str, start: int, phrase: str) -> list[Role]:
    """Split `developer and spokeswoman for X` where both sides are roles."""
    at = phrase.find(" and ")
    if (
        at > 0
        and not phrase[at + 5 :][:1].isupper()
        and _is_role_phrase(phrase[:at])
        and _is_role_phrase(phrase[at + 5 :])
    ):
        parts = [(start, start + at), (start + at + 5, start + len(phrase))]
    else:
        parts = [(start, start + len(phrase))]
    return [role for role in (role_at(text, a, b) for a, b in parts) if role]


def role_at(text: str, start: int, end: int) -> Role | None:
    """The role at these offsets without a leading article; a possessive stays only before kin."""
    while article := _ARTICLE.match(text, start, end):
        if article[0].strip().lower() in _POSSESSIVE and head(text[start:end]) in folded("kin"):
            break
        start = article.end()
    return Role(start, end, text[start:end]) if start < end else None
