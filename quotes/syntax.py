"""Phrases as patterns over tags (see `quotes.tags`), and the texts they are matched against.

Patterns that look to the left of a word are compiled in reverse: they match from the right end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from quotes.tokens import Tokens

TAGS = "D$hPOWTENSJ0vzVZFKGMBHYntIobCURd'Qq.|,;:-()~"
PREPOSITION = "(?:[Ib]|(?<!E)o|o(?![$OP]))"  # but: said Lee of his players
# A noun phrase without what follows its head: "the city's former mayor", "Rep. Ann Lee", "she".
_DETERMINER = r"(?:[D$]|(?<=[|.,;:(\-qQ ])h|0o[D$])"
_MODIFIER = (
    r"(?:[JENS0]~?|'|R(?=R{0,2}(?:[J0]|No))|(?<=[D'])R(?=[NS])|(?<![HB])(?<![HB]R)K(?=[NSE])|G(?=[NS])"
    r"|(?<=[D$J'])Qq*"  # the "so-called" expert
    r"|(?<=[J0])C(?=[J0]))"  # old and new friends
)
_HEAD = r"(?:[ENS]|0|(?<=[D$0])J|(?<=[D$J'])Qq*+(?![^IoZFMBHYC]))"
BASE = rf"(?:PK?|{_DETERMINER}{{0,3}}{_MODIFIER}*{_HEAD}(?:~(?![a-np-z]))?)"
# What may follow the head: "of the council", "from Leeds", "familiar with the case", "briefed on it".
_DATED = r"(?<=[NS])[KFR]d+(?!d)"  # released on Monday, out this week
# It begins with one of a few tags; they are asked for first, for it is tried after every phrase.
POST = (
    rf"(?:(?=[dJKGFRIbo])"
    rf"(?:d*(?:(?:(?:[JKG]|(?<![dEP])F)R?|{_DATED})?{PREPOSITION}|(?:K|(?<=[NS])F)U|[KF]tB)"
    rf"(?:G(?:O|{BASE})?|O|{BASE}'?|d)|{_DATED}))"
)
_LISTED = rf"(?:,{BASE}){{1,6}},?C{BASE}"  # after the first of a list
NOUN_PHRASE = rf"(?:{BASE}(?:{_LISTED}|C{BASE})?){POST}*"
_JOINED = "(?=[^.|]*C)"  # asked first, for it is cheap
PARENTHESIS = r"\([^)|.]{1,40}\)"
TWO_PHRASES = (  # "the senator from Ohio and the mayor of Bath", "Lee (D) and Dunn (R)"
    rf"(?:{BASE}(?:{_LISTED}|{_JOINED}(?:{POST}{{0,2}}|{PARENTHESIS})C{BASE})?)"
    rf"(?:{_JOINED}{POST}{{1,3}}C{POST})?{POST}*"  # "officials in Leeds and at the bank"
)
VERB = "[VZFKG]"
AUXILIARY = "[MBHY]"
FINITE = "ZFMBHY"  # with which a finite verb group begins
STOP = ".|;:"
QUOTED = "Qq"
_CLOSING_MARKS = frozenset("\"”'’»“")


def some(fewest: int, most: int, barred: str) -> str:
    """Return a pattern for so many tokens of any kind but the barred ones.

    >>> some(1, 8, STOP)
    '[^.|;:]{1,8}'
    """
    return f"[^{barred}]" + ("" if fewest == most == 1 else f"{{{fewest},{most}}}")


def backward(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern that matches from its right end to the left."""
    return regex.compile(f"(?r){pattern}")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text as tokens and as tags, one character a token.

    `subjects` are those found so far, by the token that they end before.
    """

    tokens: Tokens
    tags: str
    lower: list[str]
    subjects: dict[int, tuple[int, int] | None] = field(default_factory=dict, compare=False)

    def word(self, i: int) -> str:
        """Return token `i` in lower case, or nothing beyond the ends."""
        try:
            return self.lower[i] if i >= 0 else ""
        except IndexError:
            return ""

    def last_spoken(self, end: int) -> str:
        """Return the last word or stop within the quotation that ends before token `end`."""
        last = end - 1
        while last > end - 4 and self.word(last) in _CLOSING_MARKS:
            last -= 1
        return self.word(last)
