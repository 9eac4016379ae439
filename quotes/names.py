"""People's names: how one is read, and when two of them may be the same.

Names are compared folded: case, diacritics and full stops do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from quotes import lexicon

Gender = Literal["m", "f"]
SINGULAR: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|phd|md|qc|kc|mp|esq)\Z")
_NICKNAME = re.compile(r"[\"“”‘’'(](?P<nick>[^\"“”‘’'()]+)[\"“”’')]\Z")
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", ".": None, ",": None, "‑": "-"})


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return `word` as it is compared: lower case, no diacritics, no full stops, straight marks.

    >>> fold("Muñoz"), fold("O’Brien"), fold("J.D.")
    ('munoz', "o'brien", 'jd')
    """
    if not word.isascii():
        letters = unicodedata.normalize("NFD", word.casefold().translate(_STRAIGHT))
        return "".join(letter for letter in letters if not unicodedata.combining(letter))
    return word.lower().replace(".", "").replace(",", "")


def in_title_case(words: str) -> str:
    """Return words printed in capitals as names are written; what is not all in capitals is left alone.

    >>> in_title_case("NOOR O’BRIEN-MCCALL"), in_title_case("REP."), in_title_case("KC"), in_title_case("Lee")
    ('Noor O’Brien-McCall', 'Rep.', 'KC', 'Lee')
    """
    if not words.isupper() or (len(words) < 4 and "." not in words):
        return words
    return _MC.sub(lambda found: found[0][:2] + found[0][2].upper(), _LETTERS.sub(_capitalized, words))


def _capitalized(letters: re.Match[str]) -> str:
    return letters[0].capitalize()


_LETTERS = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"\bMc[a-z](?=[a-z])")


@cache
def _first_names() -> dict[str, Gender | None]:
    lists: tuple[tuple[str, Gender | None], ...] = (("female", "f"), ("male", "m"), ("either", None))
    return {fold(name): gender for kind, gender in lists for name in lexicon.words(f"first_names_{kind}")}


def in_capitals(words: tuple[str, ...], head: str) -> tuple[str, ...]:
    """Return the full name behind a label in capitals, if the head of a transcript prints it so.

    >>> in_capitals(("LEE",), "A BRIEFING BY ANN LEE"), in_capitals(("Lee",), "A BRIEFING BY ANN LEE")
    (('ANN', 'LEE'), ())
    """
    surname = words[-1]
    if len(words) > 1 or not surname.isupper():
        return ()
    named = re.search(rf"\b([A-Z]+) {re.escape(surname)}\b", head)
    return (named[1], surname) if named and is_first_name(named[1]) else ()


def is_first_name(word: str) -> bool:
    """Say whether `word` is a known first name of a person of any gender."""
    return fold(word) in _first_names()


def first_name_gender(word: str) -> Gender | None:
    """Return the gender that a first name hints at, none for unknown and shared names.

    >>> first_name_gender("Olga"), first_name_gender("Kim")
    ('f', None)
    """
    return _first_names().get(fold(word))


def key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name folded, without a nickname and a suffix.

    >>> key(("Robert", "C.", '"Bobby"', "Moyo", "Jr."))
    ('robert', 'c', 'moyo')
    """
    folded = [fold(word) for word in words if word[:1].isalpha() or not _NICKNAME.match(word)]
    while len(folded) > 1 and _SUFFIX.match(folded[-1]):
        folded.pop()
    return tuple(folded)


@lru_cache(maxsize=8192)
def suffix(words: tuple[str, ...]) -> str | None:
    """Return what tells father and son apart (Jr., Sr., III), folded.

    >>> suffix(("John", "Moyo", "Jr.")), suffix(("John", "Moyo"))
    ('jr', None)
    """
    last = fold(words[-1])
    return last if len(words) > 1 and _SUFFIX.match(last) else None


@lru_cache(maxsize=8192)
def nickname(words: tuple[str, ...]) -> str | None:
    """Return the nickname printed inside a name, folded.

    >>> nickname(("Robert", "“Bobby”", "Moyo"))
    'bobby'
    """
    found = next((match for match in map(_NICKNAME.match, words) if match), None)
    return fold(found["nick"]) if found else None


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for row in lexicon.entries("short_names"):
        short, _, full = row.partition("\t")
        forms.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in forms.items()}


def same_first_name(one: str, other: str) -> bool:
    """Say whether two folded first names can be one: equal, an initial, or a short form.

    >>> same_first_name("bill", "william"), same_first_name("a", "ann"), same_first_name("ann", "anna")
    (True, True, False)
    """
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    return other in _short_forms().get(one, ()) or one in _short_forms().get(other, ())


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two keys, both of a full name, can name one person of an article.

    >>> same_name(("ann", "lee"), ("ann", "marie", "lee")), same_name(("ann", "lee"), ("joan", "lee"))
    (True, False)
    >>> same_name(("ann", "b", "lee"), ("ann", "c", "lee"))
    False
    >>> same_name(("suu", "kyi"), ("aung", "san", "suu", "kyi"))
    True
    """
    if one[-1] != other[-1]:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 1 and longer[-len(shorter) :] == shorter:
        return True
    if not same_first_name(one[0], other[0]):
        return False
    middle, middle_of_other = one[1:-1], other[1:-1]
    return not (middle and middle_of_other) or middle[0][0] == middle_of_other[0][0]


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names of more than one word can be one person's, also by nickname or initials.

    >>> same_person(("Bobby", "Lee"), ("Robert", '"Bobby"', "Lee"))
    True
    >>> same_person(("R.A.", "Lee"), ("Ron", "A.", "Lee")), same_person(("Jo", "Lee"), ("Jan", "O.", "Lee"))
    (True, False)
    >>> same_person(("Bo", "Lee", "Jr."), ("Bo", "Lee", "Sr."))
    False
    """
    a, b = key(one), key(other)
    own, others = suffix(one), suffix(other)
    if min(len(a), len(b)) < 2 or (own and others and own != others):
        return False
    if same_name(a, b):
        return True
    return a[-1] == b[-1] and (_calls(one, b) or _calls(other, a))


def _calls(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether the nickname in a name, or its initials, stand for the first names of a key."""
    if len(other) == 2 and nickname(words) == other[0]:
        return True
    initials = fold(words[0])
    return words[0].isupper() and len(initials) > 1 and initials == "".join(word[0] for word in other[:-1])
