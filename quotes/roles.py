"""Roles: what the text calls a person just before or just after the name."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes import lexicon
from quotes.mentions import Mention
from quotes.names import fold
from quotes.nouns import (
    folded,
    is_body_word,
    is_common_word,
    is_people,
    is_place,
    is_role_noun,
    is_role_word,
    role_nouns,
    titles,
)
from quotes.remembered import Remembered
from quotes.role import LONGEST, MONTHS, REACH, Role, head, is_role_phrase, role_at, stops, verbs
from quotes.roles_after import NOTHING, after

_POSITIONS = frozenset(["center", "centre", "international"])  # of a player; elsewhere of a body
_CLOSES = frozenset(",.;")
_STOP = re.compile(r"[,;:.!?\"“”()—\n]")
_CLOSED = re.compile(r"[\w’'-]+[,.;:)]")
_YEARS = re.compile(r"(\d{1,3})[-‑–]year[-‑–]old\b")
_WORD = re.compile(r"\w(?:[\w.&/'’‑-]*[\w.]|s['’])?")
_CALLING = (
    " name is ",
    " name was ",
    " name as ",
    " only as ",
    " simply as ",
    "identified as ",
    "self as ",
    " named ",
    " name, ",
)
_NAMED = re.compile(
    r"\b(?:(?P<role>(?:my|his|her|our|their|the) (?:late )?[a-z-]+)['’]s (?:full )?name (?:is|was)"
    r"|(?:an?|one|another) (?P<noun>[a-z][a-z -]{2,40}?),?"
    r"(?: named|(?: who)? (?:g[ai]ves? (?:his|her|their) name|identified(?: (?:him|her)self)?)"
    r" (?:(?:only|simply) )?as"
    r"|, who [^.,;“”\"]{3,100} (?:by|use) (?:only )?(?:his|her|their) (?:first|middle) name,)) \Z",
    re.I,
)
_GAVE_A_NAME = re.compile(r" who (?:asked|gave|identified|wished) ")  # only her first name, Sara
_HONOURS = re.compile(r" (?:MP|MSP|MEP|MLA|TD|KC|QC|SC|OBE|MBE|CBE|PhD|MD)\b")
_OWNS_ANOTHER = re.compile(r"['’]s (?:[a-z][\w-]* ){1,4}[A-Z]")  # Lee's former student Bo Ray
_A_BODY = re.compile(r", an? ([^,.;:()]{3,60})")
_ITSELF = re.compile(r" (?:said|says|announced|told \w+)(?: that)? (?:it|its) (?!is\b|was\b|would be\b)")
_ELDER = re.compile(r"\b[Tt]he elder \Z")
_CALLED = 160  # characters of "my father's name was "
_ACTING_FOR = re.compile(
    r"\A\s*[A-Z][a-z]+(?: [a-z]+)? for (?:the )?[\w ]+\Z"
)  # Counsel for the family, Ann Lee
_JOINS = re.compile(r"\A\s*(?:And|But|Now|So|Then|Yet) ")
_ARTICLE = re.compile(  # its first letter alone before the words: the scan then skips to one
    r"\b(?=[aothiwm])(?:an?|the|one|another|as|its|his|her|their|whose|our|my)[ \u00a0]", re.I
)
_DETERMINER = re.compile(  # what a role phrase begins with: the, her, Kent Bank's
    r"\b(?:an?|the|one|another|as|its|his|her|their|whose|our|my"
    r"|(?:(?-i:[A-Z])[\w.&-]* )*(?:[\w.]+['’]s|\w+s['’]))[ \u00a0]",
    re.I,
)
_COMPOUND = re.compile(r"\b(?:\w+[-‑])+\Z")
_STYLES = frozenset("alhaji alhaja barr chief dame dr engr hon lady lord mr mrs ms prof sir".split())
_CLOSING = frozenset('"”)]:;?!—–-\n ')
_GOES_ON = re.compile(
    r"[ ’'](?:s|said|says|told|who|was|is|has|had|(?:of|from|at)(?: the)?(?= [A-Z])|[a-z]+ed)\b"
)


class Around(NamedTuple):
    """What stands around one mention: roles in text order, the age, the party in brackets."""

    roles: tuple[Role, ...]
    age: int | None
    party: str | None
    person: bool
    mark: Role | None = None  # the party and the place: R-Ky.


_ALONE = Around((), None, None, False)
_NEXT = frozenset(" ,—–")  # what can lead from a name to a role


def around(text: str, mention: Mention) -> Around:
    """Return the roles, age and party printed beside a mention.

    >>> text = "One employee, Ann Lee, 34, a nurse from Leeds, said so."
    >>> from quotes.mentions import find_mentions
    >>> found = around(text, next(m for m in find_mentions(text) if "Lee" in m.words))
    >>> [role.text for role in found.roles], found.age
    (['employee', 'nurse from Leeds'], 34)
    """
    left = before(text, mention)
    met = len(mention.words) == 1 and text.startswith((" at ", " with "), mention.end)  # saw Lee at the bank
    follows = text[mention.end : mention.end + 1] in _NEXT and not met
    right = after(text, mention.end, mention.lead) if follows else NOTHING
    roles, age = left + right.roles, right.age
    if not roles and age is None and right.party is None:
        return _ALONE
    for role in roles:
        if age is None and (aged := _YEARS.match(role.text)):
            age = int(aged[1])
    return Around(roles, age, right.party, bool(roles) or age is not None, right.mark)


def before(text: str, mention: Mention) -> tuple[Role, ...]:
    """Return the roles that end just before a name: a title, `programmer Ann Lee`, `one nurse, Ann Lee`."""
    at, end = mention.lead, mention.start - 1
    if not mention.title:
        return _beside(text, at, mention.end)
    if text[end - 1 : end] == ")":
        end = mention.lead + len(mention.title)  # Inspector General (IGP) Ann Lee
    office, _, last = mention.title.rpartition(" ")
    if office and fold(last) in _STYLES and _is_office(fold(office.rpartition(" ")[2])):
        end = at + len(office)  # Governor Prof. Ann Lee
    elif not _is_office(mention.honorific):
        return _beside(text, at, mention.end)
    if text.endswith(", the ", 0, at):
        at -= len("the ")  # the vicar, the Rev. Ann Lee
    at = _walk_left(text, _token_start(text, at))
    title = role_at(text, at, end)
    further = _beside(text, at, mention.end, only_comma=True)
    return (*further, title) if title else further


def _beside(text: str, at: int, end: int, *, only_comma: bool = False) -> tuple[Role, ...]:
    """The role that stands left of a name at `text[at:end]`, or of the title before it."""
    if at < 2 or text[at - 2] in _CLOSING or not text[at - 1].isspace():
        return ()
    word = _word_before(text, at)
    if word and text[at - 2] != "," and not _MAY_LEAD[word]:
        return ()
    if text.endswith((" elder ", " Elder "), 0, at) and _ELDER.search(text, max(0, at - 20), at):
        return ()  # the elder Lee
    late = 9 if text.startswith("the late", at - 9) else 0
    if text.endswith(_CALLING, 0, at):
        role = _role_of_called(text, at)
    elif text[at - 2 - late] == ",":
        role = _comma_before(text, max(0, at - REACH), at - 2 - late, end)
    elif only_comma or not _ends_a_role(word) or _HOUR.search(text, max(0, at - 8), at):
        return ()
    else:
        forward = text.endswith(" forward ", 0, at)  # no adverb here
        begin = _walk_left(text, at - len("forward ") if forward else at)
        role = role_at(text, begin, at - 1)
        first = begin - len("the ") if text.startswith("the ", begin - len("the ")) else begin
        further = _beside(text, first, end, only_comma=True)  # "Her colleague, (the) statistician Ann Lee"
        return (*further, role) if role else further
    return (role,) if role else ()


def _role_of_called(text: str, at: int) -> Role | None:
    """The role of somebody who is called by the name at `at`: my father's name was Tom, a guard named Tom."""
    if not text.endswith(_CALLING, 0, at):
        return None
    found = _NAMED.search(text, max(0, at - _CALLED), at)
    role = role_at(text, *found.span("role" if found["role"] else "noun")) if found else None
    return role if role and is_role_noun(head(role.text)) else None


_HOUR = re.compile(r"\d ?[Pp]\.?[Mm]\.? \Z")  # at 6 PM Lee said


def _ends_a_role(word: str) -> bool:
    """Say whether a word before a name may be the head of a role; "president." ends a sentence."""
    return word in _POSITIONS or (is_role_noun(word) and (word[-1] != "." or word[0].isupper()))


_BEFORE_NAMES = frozenset({"elder", "Elder", "late", *(words.split()[-1] for words in _CALLING)})
_MAY_LEAD = Remembered(lambda word: word in _BEFORE_NAMES or _ends_a_role(word))


def _token_start(text: str, at: int) -> int:
    """Go back over the first part of a compound: "actor-turned-" of actor-turned-MP."""
    joined = _COMPOUND.search(text, max(0, at - 40), at)
    return joined.start() if joined and joined.end() == at else at


def names_a_person(text: str, at: int) -> bool:
    """Say whether a role noun or kin stand right before `at`: her son Marek, her aunt, Zi."""
    word = _word_before(text, at)
    if word.endswith(","):
        return word[:-1] in folded("kin") and _CLOSED.match(text, at) is not None
    return word.islower() and word in role_nouns()


_NEXT_WORD = re.compile(r" (\w+)")
_AGE = re.compile(r", \d{2}(?=[,.;])")
_WHO = (", who is ", ", who was ", ", who has ")
_ROLE_NEXT = (", a ", ", an ", ", the ")


def is_introduced(text: str, mention: Mention) -> bool:
    """Say whether a name of one word stands beside what only people have: Suharto, 31, a farmer.

    >>> from quotes.mentions import find_mentions
    >>> text = "Vuwani, a farmer, left Luden, a port, with Orbal, a maker of tea."
    >>> [one.words[0] for one in find_mentions(text) if is_introduced(text, one)]
    ['Vuwani']
    """
    word, end = mention.words[0], mention.end
    if _role_of_called(text, mention.start) or _is_apposed(text, mention.start, mention.end):
        return True
    if text[end : end + 2] != ", " or word in MONTHS or is_common_word(word) or is_body_word(word):
        return False
    if _AGE.match(text, end) or text.startswith(_WHO, end):
        return True
    roles = after(text, end).roles if text.startswith(_ROLE_NEXT, end) else ()
    nouns = (head(role.text) for role in roles)
    return any(noun in role_nouns() and noun not in folded("roles_of_bodies") for noun in nouns)


def _is_apposed(text: str, start: int, end: int) -> bool:
    """Say whether a name between commas follows a role with its article: the waitress, Mirela, said."""
    noun = _word_before(text, start)[:-1] if text[start - 2 : start] == ", " else ""
    if text[end : end + 1] not in _CLOSES or noun not in role_nouns() or noun in folded("roles_of_bodies"):
        return False
    return _comma_before(text, max(0, start - REACH), start - 2, end) is not None


def named_like_a_place(text: str, mention: Mention) -> bool:
    """Say whether a name that begins with a place is a person's, as a role says: the lawyer, Kent Mosley.

    >>> from quotes.mentions import find_mentions
    >>> text = "The lawyer, Kent Mosley, met the owner of the Kent Chronicle and Kent Rovers, the champions."
    >>> [one.words[1] for one in find_mentions(text) if named_like_a_place(text, one)]
    ['Mosley']
    """
    if len(mention.words) != 2 or not is_place(mention.words[0]):
        return False
    last = mention.words[1]
    if is_body_word(last) or is_place(last) or is_role_word(last):
        return False
    after_name = _NEXT_WORD.match(text, mention.end)
    modifies = after_name is not None and is_role_word(
        after_name[1]
    )  # billionaire Dallas Rovers owner Ann Lee
    return (bool(before(text, mention)) and not modifies) or is_introduced(text, mention)


def names_a_body(text: str, at: int) -> bool:
    """Say whether a noun for a body stands right before `at`: the charity Open Door."""
    word = _word_before(text, at)
    if word in _POSITIONS:
        return False
    return word.isalpha() and word.islower() and (is_body_word(word) or word in ("brokerage", "startup"))


def is_called_a_body(text: str, end: int) -> bool:
    """Say whether the words after a name at `end` are about a body: Luden Rising, a club; said its boats.

    >>> is_called_a_body("Luden Rising, a political committee, said so.", 12)
    True
    """
    apposed = _A_BODY.match(text, end, end + REACH)
    return is_body_word(head(apposed[1])) if apposed else _ITSELF.match(text, end, end + REACH) is not None


def noun_phrase_before(text: str, at: int) -> str:
    """Return the noun phrase that ends just before `at`, without its article, white space as single spaces.

    >>> noun_phrase_before("It owns the restaurant chain Pepper Hill.", 29)
    'restaurant chain'
    """
    role = role_at(text, _walk_left(text, at), at - 1)
    return " ".join(role.text.split()) if role else ""


def _is_office(honorific: str) -> bool:
    """Say whether a title tells what somebody is; Mr., Dr. and Sir do not."""
    if honorific not in titles():
        return is_role_noun(honorific) or is_people(honorific) or is_body_word(honorific)
    return bool(titles()[honorific][1]) and honorific not in ("dr", "drs")


def _word_before(text: str, at: int) -> str:
    """Return the word that ends with a space at `at`, empty at the start of a line."""
    if at < 2 or text[at - 1] not in " \u00a0":
        return ""
    word = text[at - 40 if at > 40 else 0 : at - 1].rpartition(" ")[2]
    return word if word.isascii() and "\n" not in word else (word.split() or [""])[-1]


def _walk_left(text: str, at: int) -> int:
    """Return where the noun phrase begins that goes on at `at`."""
    for _ in range(LONGEST):
        word = _word_before(text, at)
        if not word or not _continues(text, word, at):
            break
        at -= len(word) + 1
    return at


def _continues(text: str, word: str, at: int) -> bool:
    """Say whether a word that ends before `at` still belongs, going left, to the noun phrase of a role."""
    if word in ("of", "Of", "OF"):
        return _portfolio(text, at)
    if not _MAY_CONTINUE[word]:
        return False
    infinitive = text.endswith(" to ", 0, at - len(word) - 1) and text[at : at + 1].isupper()
    return not (infinitive and lexicon.table("tags").get(word.lower(), "N") in "vVb")  # helped to charge Lee


def _may_continue(word: str) -> bool:
    """Say whether a word may belong to the noun phrase of a role: no verb, no month, no end of a sentence."""
    lower = word.lower()
    if (
        not _WORD.fullmatch(word)
        or lower in stops()
        or word[:4].rstrip(".").isdigit()
        or word.capitalize() in MONTHS
    ):
        return False
    shortened = "." in word[:-1] or len(word) == 2 or (fold(word) in titles() and word[0].isupper())
    if word[-1] == "." and not shortened:
        return False
    if word[0].isupper():
        return True
    if "-" not in word and lower.endswith(("ing", "ed")) and lower not in folded("role_participles"):
        return False
    return lower not in verbs()


_MAY_CONTINUE = Remembered(_may_continue)


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
    honours = _HONOURS.match(text, end)
    end = honours.end() if honours else end
    closed = text[end : end + 1] in (",", ".", ";", ":", ")", "—", "–", "")
    if (not closed and not _GOES_ON.match(text, end)) or _OWNS_ANOTHER.match(text, end):
        return None
    *before, chunk = _STOP.split(text[floor:comma])
    begins = not before or text[comma - len(chunk) - 1] in "\n."
    chunk = _JOINS.sub("", chunk)
    determiner = _DETERMINER if "’" in chunk or "'" in chunk else _ARTICLE
    for match in determiner.finditer(chunk):
        if not closed and chunk[: match.start()].strip():
            break
        phrase = _GAVE_A_NAME.split(chunk[match.start() :])[0]
        if is_role_phrase(phrase):
            begin = comma - len(chunk) + match.start()
            return role_at(text, begin, begin + len(phrase))
    if begins and _ACTING_FOR.match(chunk) and is_role_phrase(chunk):
        return role_at(text, comma - len(chunk), comma)
    return None
