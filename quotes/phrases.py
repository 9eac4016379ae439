"""What a source phrase is when it is not a name: a person, a group, an organization, a document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from quotes.model import SpeakerType
from quotes.names import fold
from quotes.nouns import (
    IN_LOWER_CASE,
    is_body_word,
    is_company,
    is_document,
    is_group,
    is_people,
    is_place,
    is_role_noun,
    role_nouns,
    singular,
)

Shape = Literal["the", "a", "bare"]

_HEAD_END = re.compile(  # one class of characters first: the engine can then skip to them
    r"[,(;: \n\u00a0](?:(?<=[,(;:])|(?<= )[-—–]|(?:of|for|at|in|on|with|from|to|by|who|that|which|whose"
    r"|without|(?<!Just )(?<!Only )(?<!Late )(?:last|this|next)"
    r" (?:year|week|month|spring|summer|fall|autumn|winter|\w+day)"
    r"|against|about(?!-)|near|inside|within|outside|under|behind|released|published|filed|led|called|including|like|such|close"
    r"|familiar|among|across|around|after|before|during|over|between|involved|representing|working|living|opposed"
    r"|was|is|are|not|speaking|identified|known|named|based|into|ranging|signed|(?:\w+ed|sent|held|made|written|seen"
    r"|given|shown|drawn|set|put|found)"
    r"(?= (?:by|to|in|at|on|last|from|for|this|during|under|with|before|after)\b))\b)"
)
_OPENING = re.compile(
    r"(?:(?P<the>the|this|that|its|his|her|their|our|my)|(?P<a>an?|one|another))[ \u00a0\n]", re.I
)
_OWNED = re.compile(
    r"[\w.-]+(?:[ \u00a0](?!(?:of|by|for|from|in|at|to|on|with|and|who|that|which|about)\b)[\w.-]+){0,4}?"
    r"(?:['’]s|(?<=s)['’])[ \u00a0\n]"
)
_QUANTITY = re.compile(
    r"(?:many|several|some|most|both|all|these|those|few|a few|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozens|hundreds|thousands|scores|other|others|more|around|about|at least|nearly|almost|up to"
    r"|as many as|a number|a group"
    r"|a majority|a handful|a couple|members|\d[\d,.]*(?: (?:percent|per cent)|%)?)\b",
    re.I,
)
_ONE_OF = re.compile(r"(?:one|another|either) of (?:[\w’']+ ){0,4}?([a-z]+s|people|men|women)\b", re.I)
_ONE_IN = re.compile(
    r"(?:one|two|three|four|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|ten|\d+)\b", re.I
)
_OF_A_BODY = re.compile(r" (?:of|for)(?: (?:the|and|[A-Z][\w&-]*))+ ([a-z]+)\b")
_PAPERS = frozenset(
    "post record review times journal herald mirror guardian observer star sun mail magazine courier argus"
    " messenger advertiser enquirer inquirer examiner chronicle tribune gazette insider".split()
)
_APPOSED = re.compile(r", (an? [^,]+)")
_SOMEBODY = frozenset("person someone somebody".split())
_LETTERS = re.compile(r"[A-Z]{2,}-[A-Z]{2,}\Z")  # the AFL-CIO
_COLLECTIVE = re.compile(r"(?:ish|ese|ch|ss)\Z")  # "the French" are many
_NO_GROUPS = ("the third", "opposite number")  # that end like groups
_AGED = re.compile(r"(\d{1,3})[-‑–]year[-‑–]olds?\b")
_ADVERB_END = re.compile(r" (?<=\w )(?:first|briefly|also|later|recently|then|since|once|now|soon|already)\Z")
_POSSESSIVE_END = re.compile(r"(?:['’]s|(?<=s)['’])\Z")


class Phrase(NamedTuple):
    """A source phrase, taken apart.

    `head` is the head noun, folded; `core` is where the phrase up to and with the head ends;
    `shape` tells a definite, an indefinite and a bare phrase apart; `age` is set for "the 34-year-old".
    """

    text: str
    core: str
    head: str
    shape: Shape
    age: int | None
    plural: bool


_remembered = lru_cache(maxsize=2048)  # a source is looked at from many sides


@_remembered
def take_apart(printed: str) -> Phrase:
    """Take a source phrase apart.

    >>> take_apart("a spokeswoman for the council")[1:5]
    ('a spokeswoman', 'spokeswoman', 'a', None)
    """
    text = _ADVERB_END.sub("", _POSSESSIVE_END.sub("", printed.strip().rstrip(",")))
    opening = _OPENING.match(text)
    owned = _OWNED.match(text, opening.end() if opening else 0) if "’" in text or "'" in text else None
    skip = owned.end() if owned else opening.end() if opening else 0
    cut = _HEAD_END.search(text, max(skip - 1, 0))
    core = (text[: cut.start()] if cut and cut.start() > 0 else text).rstrip()
    named = _OF_A_BODY.match(text, len(core)) if core[skip : skip + 1].isupper() else None
    if named and is_role_noun(singular(named[1])):
        core = text[: named.end()]  # a Department of Health spokesperson
    if part := _ONE_OF.match(text):
        return Phrase(text, text, singular(fold(part[1])), "a", None, False)
    if _ONE_IN.match(text):
        return Phrase(text, text, "people", "bare", None, True)
    last = core.split()[-1] if core.split() else ""
    aged = None if owned else _AGED.search(core)
    of_name = (
        bool(opening and opening["the"])
        and text.startswith(" of ", len(core))
        and text[len(core) + 4 : len(core) + 5].isupper()
    )
    plural = _is_plural(core, fold(last), last, of_name=of_name)
    shape: Shape = "the" if owned or (opening and opening["the"]) else "a" if opening else "bare"
    head = fold(last).partition("-of-")[0]  # the mother-of-two
    return Phrase(text, core, head, shape, int(aged[1]) if aged else None, plural)


def _is_plural(core: str, head: str, printed: str, *, of_name: bool) -> bool:
    if printed[:1].isupper() and len(core.split()) > 2 and not is_people(singular(head)):
        return False
    if is_group(head):
        several = not (of_name and printed[:1].isupper())
        return several and not core.lower().endswith(_NO_GROUPS)
    if core[:4].lower() == "the " and " " not in core[4:] and is_people(head) and _COLLECTIVE.search(head):
        return True
    one = singular(head)
    if one != head and (one in role_nouns() or is_people(one)) and head not in role_nouns():
        return not (
            core[:4].lower() == "the "
            and core[4:5].isupper()
            and printed[:1].isupper()
            and not is_people(one)
        )
    return bool(_QUANTITY.match(core)) and not is_body_word(printed) and not is_document(head)


@_remembered
def is_role(phrase: Phrase) -> bool:
    """Say whether the head says what one person is (the mayor, a nurse, The Republican, the 34-year-old)."""
    head = phrase.head
    if head in ("people", "person"):
        return phrase.shape == "a"
    if phrase.plural or not (is_role_noun(head) or is_people(head) or phrase.age is not None):
        return False
    if _is_paper(phrase) or ("-" in phrase.core and _LETTERS.search(phrase.core)):
        return False
    last = phrase.core.rpartition(" ")[2]
    many = phrase.shape == "the" and (
        _COLLECTIVE.search(head) or (last.isupper() and len(last) > 1)
    )  # the GOP
    called = is_people(head) and phrase.shape != "bare" and not many
    body = head in IN_LOWER_CASE and last[:1].isupper()
    if body or not (called or is_role_noun(head) or phrase.age is not None):
        return False
    if phrase.shape == "bare" and last.isupper() and is_company(phrase.core.split()):
        return False
    apposed = _APPOSED.match(phrase.text, len(phrase.core))  # the Independent, a newspaper
    return apposed is None or not is_body_word(take_apart(apposed[1]).head)


def _is_paper(phrase: Phrase) -> bool:
    """Say whether a phrase names a newspaper: the Marlow Courier, Cleveland's Plain Dealer."""
    words = phrase.core.split()
    if words[-2:] in (["Plain", "Dealer"], ["Union", "Leader"]):
        return True
    if phrase.head not in _PAPERS or not words[-1][:1].isupper():
        return False
    if len(words) == 2 and phrase.shape == "the":
        return True
    return (
        len(words) > 1 and words[-2][:1].isupper() and words[-2] != "Medical" and not is_role_noun(words[-2])
    )


@_remembered
def type_of(phrase: Phrase) -> SpeakerType:
    """Return what kind of speaker a phrase without a person's name is.

    >>> [type_of(take_apart(one)) for one in ("Around 100 staff", "The Kremlin", "the report", "a nurse")]
    ['group', 'organization', 'document', 'person']
    """
    if phrase.plural:
        return "group"
    if is_role(phrase) or phrase.head in _SOMEBODY:
        return "person"
    words = phrase.core.split()
    last = words[-1] if words else ""
    if _is_paper(phrase):
        return "organization"
    if is_document(phrase.head) or is_document(singular(phrase.head)):
        return "document"
    if is_body_word(last) or is_place(last) or is_body_word(singular(phrase.head)):
        return "organization"
    seat = phrase.core in _SEATS
    return "organization" if seat or last[:1].isupper() else "unknown"


_SEATS = frozenset(["No 10", "No. 10", "Number 10", "No 11"])  # of Downing Street
