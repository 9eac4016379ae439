"""What kind of thing a word names: an office, a person, a people, a place, a body, a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from quotes import lexicon
from quotes.names import Gender, fold, is_first_name

_remembered = lru_cache(maxsize=8192)  # few words make up most of a text


@cache
def folded(name: str) -> frozenset[str]:
    """Return the entries of the word list `name`, folded."""
    return frozenset(map(fold, lexicon.words(name)))


@cache
def titles() -> dict[str, tuple[Gender | None, tuple[str, ...]]]:
    """Return each title, folded, with its gender and the role nouns that it stands for."""
    out: dict[str, tuple[Gender | None, tuple[str, ...]]] = {}
    for title, rest in lexicon.table("titles").items():
        gender, _, nouns = rest.partition("\t")
        out[title] = ("m" if gender == "m" else "f" if gender == "f" else None, tuple(nouns.split()))
    return out


def title_gender(title: str) -> Gender | None:
    """Return the gender that a title, folded, tells of its bearer: "mrs" is a woman."""
    return titles()[title][0] if title in titles() else None


@cache
def role_nouns() -> dict[str, Gender | None]:
    """Return each role noun, folded, with the gender that it tells."""
    genders: dict[str, Gender | None] = {"m": "m", "f": "f"}
    return {fold(noun): genders.get(gender) for noun, gender in lexicon.table("role_nouns").items()}


@_remembered
def noun_gender(noun: str) -> Gender | None:
    """Return the gender that a folded noun tells: a role noun, a title, or a trade in -man or -woman.

    >>> noun_gender("spokeswoman"), noun_gender("trawlerman"), noun_gender("nurse"), noun_gender("human")
    ('f', 'm', None, None)
    """
    if noun in role_nouns():
        return role_nouns()[noun]
    if noun in titles():
        return titles()[noun][0]
    if noun.endswith("woman") and len(noun) > 5:
        return "f"
    trade = noun.endswith("man") and len(noun) > 6 and not noun.endswith(("human", "german", "roman"))
    return "m" if trade else None


_BODIES_TOO = frozenset({"dpp"})  # DPP Ann Lee prosecutes; in Taiwan the DPP is a party


@cache
def _offices() -> frozenset[str]:
    return frozenset(role_nouns()) | (frozenset(titles()) - _BODIES_TOO)


IN_LOWER_CASE = frozenset({"international"})  # role nouns: an England international, Amnesty International


@_remembered
def is_role_noun(word: str) -> bool:
    """Say whether a word is a role noun or a title, in any case; a compound counts by its last part.

    >>> is_role_noun("Sen."), is_role_noun("nurse"), is_role_noun("Lee")
    (True, True, False)
    >>> is_role_noun("Biophysicist"), is_role_noun("geriatrician")
    (True, True)
    >>> is_role_noun("star-turned-senator"), is_role_noun("mother-of-two"), is_role_noun("ex-PM")
    (True, True, True)
    """
    key = fold(word)
    if key in _offices():
        return key not in IN_LOWER_CASE or word == key
    if "-" in key and _is_compound(key):
        return not word.isupper() and not _is_given_name(word)  # the AFL-CIO; Jean-Guy
    return (noun_gender(key) is not None and word == key) or _SCIENTIST.search(key) is not None


_SCIENTIST = re.compile(r"[^\W\d_]{2}(?:ologist|physicist|chemist|iatrist|iatrician|geneticist)\Z")


def _is_compound(key: str) -> bool:
    """Say whether the last part is a role, or the first before "of": ex-mayor, mother-of-two, Then-PM."""
    before, _, last = key.rpartition("-")
    if last in role_nouns() or _OF.split(key, maxsplit=1)[0] in role_nouns():
        return True
    return last in titles() and (before in _ONCE or before in titles())  # Maj-Gen


_OF = re.compile("-(?:at|of)-")
_ONCE = frozenset({"acting", "co", "deputy", "ex", "then", "vice"})


def _is_given_name(word: str) -> bool:
    """Say whether a compound in capitals begins with a first name."""
    first, _, second = word.partition("-")
    return second[:1].isupper() and is_first_name(first)


@_remembered
def is_people(word: str) -> bool:
    """Say whether a word is an adjective or noun of nation, faith or party."""
    return fold(word) in folded("nationalities")


@_remembered
def is_role_word(word: str) -> bool:
    """Say whether a word may say what a person is: a role noun, a title, a nation, party or people.

    >>> is_role_word("Briton"), is_role_word("briton")
    (True, False)
    """
    return is_role_noun(word) or (word[:1].isupper() and is_people(word))


def is_company(name: Sequence[str]) -> bool:
    """Say whether a name ends as those of companies do: Kreuz AG, and not Texas AG, an office.

    >>> is_company(["Kreuz", "AG"]), is_company(["Texas", "AG"]), is_company(["AG"])
    (True, False, False)
    """
    if len(name) < 2 or name[-1] not in lexicon.words("company_forms"):
        return False
    return not (is_place(name[0]) and is_role_noun(name[-1]))


@_remembered
def is_place(word: str) -> bool:
    """Say whether one word is a place, a network or another name that is no person."""
    return fold(word) in folded("places")


@_remembered
def is_body_word(word: str) -> bool:
    """Say whether a word heads the names of organizations (committee, university)."""
    return fold(word) in folded("organization_heads")


@_remembered
def is_common_word(word: str) -> bool:
    """Say whether a word, in any case, is one that sentences begin with, or no noun.

    >>> is_common_word("Debating"), is_common_word("Asked"), is_common_word("Hallie")
    (True, True, False)
    """
    key = fold(word)
    if key in folded("starters") or lexicon.table("tags").get(key, "N")[0] in "VZFGREJ":
        return True
    return len(key) > 5 and key.endswith(("ing", "ed", "ly"))


@_remembered
def is_verb(word: str) -> bool:
    """Say whether a word, in any case, is a verb and nothing else.

    >>> is_verb("Hears"), is_verb("Marks")
    (True, False)
    """
    return lexicon.table("tags").get(fold(word), "N") in ("V", "Z", "F")


@_remembered
def is_document(word: str) -> bool:
    """Say whether a word names something written, shown or counted (report, poll)."""
    return fold(word) in folded("documents")


@_remembered
def is_group(word: str) -> bool:
    """Say whether a word names several people together (crowd, residents)."""
    return fold(word) in folded("group_nouns")


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return, for the noun of an epithet, the nouns of the roles whose bearer it may mean."""
    return {noun: tuple(others.split()) for noun, others in lexicon.table("synonyms").items()}


@_remembered
def singular(noun: str) -> str:
    """Return the singular of a folded plural noun, else the noun.

    >>> singular("deputies"), singular("spokesmen"), singular("nurses"), singular("boss")
    ('deputy', 'spokesman', 'nurse', 'boss')
    """
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
