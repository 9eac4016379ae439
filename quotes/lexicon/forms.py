"""The forms of English verbs, from spelling rules and the list of irregular verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotes.lexicon import table

VOWELS = "aeiou"
ONE_SYLLABLE_CVC = re.compile(r"(?:[^aeiou]*|s?qu)[aeiou][^aeiouwxy]")
OPTIONAL_L = re.compile(r".*[aeiou].*[^aeiou][aeiou]l")  # travel: American traveled, British travelled
KEEPS_E = re.compile(r".*(?:ee|oe|ye)")


class Forms(NamedTuple):
    """The five forms of a verb."""

    base: str
    s: str
    past: str
    participle: str
    ing: str


def forms(lemma: str) -> Forms:
    """Return the usual forms of `lemma`, the American ones where usage differs.

    >>> forms("say")
    Forms(base='say', s='says', past='said', participle='said', ing='saying')
    >>> forms("reply")[1:], forms("beg")[2:], forms("submit")[3]
    (('replies', 'replied', 'replied', 'replying'), ('begged', 'begged', 'begging'), 'submitted')
    >>> forms("signal").past, forms("belie").ing, forms("agree").ing
    ('signaled', 'belying', 'agreeing')
    """
    return Forms(*(column[0] for column in variants(lemma)))


@cache
def variants(lemma: str) -> tuple[tuple[str, ...], ...]:
    """Return all spellings of the five forms of `lemma`, in the order of `Forms`.

    >>> variants("cancel")[2:]
    (('canceled', 'cancelled'), ('canceled', 'cancelled'), ('canceling', 'cancelling'))
    >>> variants("learn")[2], variants("be")[1]
    (('learned', 'learnt'), ('is', 'am', 'are'))
    """
    stems = _stems(lemma)
    past = tuple(_past(stem) for stem in stems)
    regular = ((lemma,), (_third(lemma),), past, past, tuple(_ing(stem) for stem in stems))
    listed = table("irregular_verbs").get(lemma)
    return _merge(regular, listed.split("\t")) if listed else regular


def all_forms(lemma: str) -> frozenset[str]:
    """Return every spelling of every form of `lemma`.

    >>> sorted(all_forms("quit"))
    ['quit', 'quits', 'quitting']
    """
    return frozenset(word for column in variants(lemma) for word in column)


def _merge(regular: tuple[tuple[str, ...], ...], listed: list[str]) -> tuple[tuple[str, ...], ...]:
    past, participle, *rest = listed
    third, ing = [*rest, "-", "-"][:2]
    columns = ("-", third, past, participle, ing)
    return tuple(
        old if new == "-" else tuple(new.split("/")) for old, new in zip(regular, columns, strict=True)
    )


def _stems(lemma: str) -> tuple[str, ...]:
    if ONE_SYLLABLE_CVC.fullmatch(lemma):
        return (lemma + lemma[-1],)
    return (lemma, lemma + "l") if OPTIONAL_L.fullmatch(lemma) else (lemma,)


def _third(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _ends_in_y(stem) else stem + "ed"


def _ing(stem: str) -> str:
    if stem.endswith("e") and len(stem) > 2 and not KEEPS_E.fullmatch(stem):
        return stem[:-1] + "ing"
    return stem + "ing"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in VOWELS
