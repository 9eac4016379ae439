"""The most likely part of speech of a word by itself: listed, or guessed by its ending."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from quotes import lexicon
from quotes.remembered import MOST, Remembered

_ENDING = re.compile(
    r"(?:(?P<R>ly)|(?P<G>ing)|(?P<F>ed)"
    r"|(?P<J>able|ible|al|ous|ive|ful|less|ic|ish|ary|ical|ant|ent|ian|est)"
    r"|(?P<N>ness|tion|sion|ity|ment|ism|ist|ance|ence|er|or|ship|hood|ss|us|is|man|woman)"
    r"|(?P<S>ists|ers|ors|ians|tions|sions|ments|isms|ities)"  # no verb that is not listed ends so
    r"|(?P<V>ise|ize|ify)"  # hypothesise
    r"|(?P<z>s))$"
)
_LONGEST_ENDING = 5
_UNDONE = re.compile("un(?!der|it)")  # unburied, unheard-of
_PEOPLES = re.compile(r"(?:[a-z]ans|[a-z]rats|[a-z]ists|[a-z]ors|ites|ers)$")
_MARKS = {",": ",", ";": ";", ":": ":", "-": "-", "–": "-", "—": "-", "―": "-",
          "(": "(", "[": "(", ")": ")", "]": ")",
          "%": "N", "$": "0", "£": "0", "€": "0", "&": "E", "'": "'"}  # fmt: skip


@cache
def _closed() -> dict[str, str]:
    """The words that are what they are whatever their capital."""
    return {
        word: tag for word, tag in lexicon.table("function_words").items() if tag in "D$hPOWTMBHYntobICUR0d"
    }


@cache
def _known() -> dict[str, str]:
    nouns = chain(*(lexicon.table(name) for name in ("role_nouns", "kin", "organization_heads")))
    listed = {**lexicon.table("tags"), **lexicon.table("function_words")}
    return {noun: "N" for noun in nouns if guess(noun) == "v"} | listed


def guess(word: str) -> str:
    """Return the most likely tag of an unknown lower-case word by its ending.

    >>> guess("brutally"), guess("grumbled"), guess("teapot")
    ('R', 'F', 'v')
    """
    match = _ENDING.search(word, len(word) - _LONGEST_ENDING) if len(word) > 3 else None
    tag = match.lastgroup or "v" if match else "v"
    return "J" if tag == "F" and _UNDONE.match(word) else tag


_NOT_CLOSED = frozenset({"May", "Per", "Were", "Will"})  # with a capital inside a sentence
_ADDRESS = frozenset({"Dr", "Miss", "Mr", "Mrs", "Ms"})


def _lone_tag(word: str) -> str:
    """The tag of a word out of context ("s" is a clitic that may be a verb)."""
    if word == "'s":
        return "s"
    if not word[0].isalnum():
        return _MARKS.get(word) or _known().get(word.lower()) or _mark(word)
    lower = word.lower()
    known = _known().get(lower)
    if word == lower and not word[0].isdigit():
        return known or _compound(lower) or guess(lower)
    if word[0].isdigit():
        return _figure(word)
    if lower in _closed() and (not word.isupper() or len(word) == 1) and word not in _NOT_CLOSED:
        return _closed()[lower]
    if "-" in word and lower.endswith(("ed", "ing", "based")):
        surname = word.rpartition("-")[2]
        return "E" if surname[:1].isupper() and not is_form(surname.lower()) else "J"  # Tsosie-Reed
    return "S" if _PEOPLES.search(word, max(0, len(word) - _LONGEST_ENDING)) else "E"


LONE = Remembered(_lone_tag)


def _figure(word: str) -> str:
    """The tag of a word that begins with a digit: 200, 1990s, 24-hour; a 29-year-old may be a subject."""
    if word.endswith("-old"):
        return "N"
    return "J" if "-" in word and word[-1].isalpha() else "S" if word.endswith("s") else "0"


def _compound(word: str) -> str | None:
    """The tag of a word with a hyphen (foreign-controlled, matter-of-factly), else none."""
    if "-" in word and word.endswith(("ally", "ctly", "edly", "ngly")):
        return "R"
    return ("J" if word.endswith(("ed", "ing", "old", "wide", "based")) else "N") if "-" in word else None


def _mark(word: str) -> str:
    if word[0] == "\n":
        return "|"
    if word[0] == "@" and len(word) > 1:
        return "E"  # @annlee
    return "-" if word[:2] == "--" else "~"


@lru_cache(maxsize=MOST)
def first_tag(word: str) -> str:
    """Return the tag of a word whose capital means nothing: a first word, or one in a headline."""
    lower = word.lower()
    known = _known().get(lower)
    if not known and word[0].isupper():
        adverb = lower.endswith("ly") and len(lower) > 6  # not Kelly
        known = guess(lower) if adverb or (lower.endswith("ing") and is_form(lower)) else _plural(lower)
    return known or _lone_tag(word)


@cache
def before_surnames() -> frozenset[str]:
    """Return first names and titles, as printed before a surname."""
    kinds = ("female", "male", "either")
    names = frozenset[str]().union(*(lexicon.words(f"first_names_{kind}") for kind in kinds))
    return names - _NOT_CLOSED - {"Said"} | _ADDRESS  # as a first word: said Lee


@cache
def _nouns() -> frozenset[str]:
    lists = ("documents", "role_nouns", "kin", "group_nouns")
    return frozenset(_known()).union(*map(lexicon.words, lists))


def _plural(word: str) -> str | None:
    """S if a first word in -s looks like the plural of a noun (Analysts)."""
    stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    looks = word.endswith("s") and len(stem) > 4 and (stem in _nouns() or guess(stem) == "N")
    return "S" if looks else None


def is_form(word: str) -> bool:
    """Return whether a word in -ing or -ed comes from a known one (Facing, Vowed; not Schilling, Ahmed)."""
    return bool(stems(word) & _known().keys())


def stems(word: str) -> set[str]:
    """Return what a form in -ing or -ed may come from: hop, hope; hopp, hop; repli, reply."""
    stem = word[: -3 if word.endswith("ing") else -2]
    return {stem, stem + "e", stem[:-1], stem[:-1] + "y"}


def headline_tag(word: str) -> str:
    """Return the tag of a word in a headline, where past forms have capitals too: "Lee Just Vowed"."""
    tag, lower = first_tag(word), word.lower()
    return "F" if tag == "E" and lower.endswith("ed") and is_form(lower) else tag
