"""Which words of a capitalised phrase are a title or an office, and which the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotes.names import first_name_gender, fold, is_first_name, suffix
from quotes.nouns import folded, is_body_word, is_place, is_role_word, singular, titles

HEADS = frozenset(
    "captain chair chairman chairperson chairwoman clerk commissioner dean director governor head leader"
    " mayor bishop president principal provost secretary superintendent treasurer vicar warden".split()
)  # which are of something that is no portfolio: Leader of the council Ann Lee, Mayor of Luden Ann Lee


BORN = re.compile(
    r"\w-(?:born|bred|based|led|backed|raised|trained|educated|owned|run|style|area|era|year-old)\Z"
)
AFTER_NAMES = frozenset("mp mps kc qc sc msp mep mla td obe mbe cbe phd md rn".split())
_SHORT = re.compile(r"\([A-Z]{2,5}\)")
BRACKETED = re.compile(r" \([A-Z]{2,5}\)\Z")


def acronym(words: Sequence[str]) -> int:
    """Return which word is the first letters of an office in brackets before a name; 0 if none is.

    Not the police in "Kent Police (KP) Commissioner Ann Lee".
    """
    pairs = enumerate(pairwise(words))
    return next((k for k, (word, name) in pairs if _SHORT.fullmatch(word) and not is_role_word(name)), 0)


_CALLED = frozenset(
    "band campaign charity club company firm group movement network organisation organization party school"
    " tank trust union".split()
)  # which a name may follow: Head of the charity Open Door said


def words_before_name(words: list[str], what: list[str], speaks: bool) -> int:
    """Return how many words stand before a first name and a surname, -1 if these are no place and no name."""
    first = next((at for at, word in enumerate(words[:-1]) if is_first_name(word)), -1)
    if not what:
        return first if first > 0 else 1 if speaks and len(words) == 3 and is_place(words[0]) else -1
    unknown = speaks and len(words) == 2 and what[-1] not in _CALLED
    named = first == 0 or unknown or (first > 0 and fold(words[0]) in titles())
    return 0 if named and not is_role_word(what[-1]) else -1  # Head of chancellor Ann Lee's staff


_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")


def title_end(words: list[str]) -> int:
    """Return how many of the words are a title or role before the name."""
    last = len(words) - 1
    if last == 0 or (len(words[0]) == 2 and words[0][1] == "."):  # M. Dane Lee
        return 0
    while last > 1 and (suffix(tuple(words[: last + 1])) or fold(words[last]) in AFTER_NAMES):
        last -= 1
    if is_body_word(words[-1]) and not _has_surname_like_a_body(words[: last + 1]):
        return 0
    for at in range(last, 0, -1):
        rank = at < last and is_first_name(words[at])  # Lt Col Ann Lee
        if at > 1 and is_first_name(words[at - 1]) and is_role_word(words[at - 2]) and not rank:
            continue  # Mayor Don Lee: no don
        if at > 1 and _INITIAL.fullmatch(words[at - 1]) and not is_role_word(words[at - 2]):
            continue  # Leader Harry M. Lee: no monsieur
        if BORN.search(words[at - 1]) or (at < last and _is_employed(words, at)):
            return at
        if at == 1 == last and _INITIALS.fullmatch(words[0]):
            return 0  # K.C. Liu: no King's Counsel
        if is_role_word(words[at - 1]) or (at == 1 and singular(fold(words[0])) in titles()):
            given_name = is_first_name(words[0]) and "." not in words[0]
            return 0 if given_name and at <= 2 and last == at else at
    return 0


def _is_employed(words: list[str], at: int) -> bool:
    """Say whether a body ends, and a first name begins, at a word: Radio Luden News | Ann Lee."""
    before, first = words[at - 1], words[at]
    return is_body_word(before) and first_name_gender(first) is not None and not is_place(first)


def _has_surname_like_a_body(words: list[str]) -> bool:
    """Say whether a first name makes a surname of the last word, alone or after a title: Ann Church."""
    if len(words) < 2 or not is_first_name(words[-2]):
        return False
    return len(words) == 2 or (is_role_word(words[-3]) and fold(words[-1]) in folded("surnames_like_bodies"))
