"""Mentions: the capitalised phrases of a text, read as people, bodies, offices or bare words.

One pass of one regular expression finds the phrases; word lists say what each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from quotes import lexicon
from quotes.names import Gender, fold, is_first_name, suffix

MentionKind = Literal["person", "word", "body", "office"]


class Mention(NamedTuple):
    """A capitalised phrase at `text[start:end]`.

    `words` is the name; `lead` is where a title or role printed in capitals before it begins, and
    `title` is that title. Kinds: "person" (a full name, or a title with a name), "word" (one bare
    word: a surname, a place, anything), "body" (an organization, a place, a thing), "office" (a
    title without a name). `sure` is true when a title or a known first name says it is a person.
    """

    start: int
    end: int
    lead: int
    kind: MentionKind
    words: tuple[str, ...]
    title: str
    sure: bool
    possessive: bool


def _uppercase_class() -> str:
    """The upper-case letters of the Latin, Greek and Cyrillic scripts, as ranges of a regex class."""
    ranges: list[list[int]] = []
    for code in (*range(0x41, 0x530), *range(0x1E00, 0x2000)):
        if chr(code).isupper():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


_UPPER = _uppercase_class()
_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Drs|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Prof|St|Hon|Rev|Pres|Del|Supt|Det|Cpl|Maj|Adm|Cmdr"
    "|Insp|Atty|Amb|Brig|Messrs|Mme|Cllr|Pvt|Pte|Sr|Jr|Fr"
)


@cache
def _phrase() -> re.Pattern[str]:
    """The pattern of a capitalised phrase: words in capitals, particles and a nickname between them."""
    word = rf"(?:(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.)+(?:-[{_UPPER}]\.)?|[{_UPPER}]\w*(?:(?:[-‑]|['’](?![sS]\b))\w+)*)"
    space = r"(?:[ \u00a0]|\n(?!\s))"
    particles = "|".join(sorted(lexicon.words("name_particles"), key=len, reverse=True))
    arabic = rf"(?:(?:al|el|ul|as|ash|ad|an|ar)-(?=[{_UPPER}]))?"
    nickname = rf"[\"“‘'(][{_UPPER}]\w+(?:[ -]\w+)?[\"”’')]{space}"
    following = rf"{space}(?:(?:(?:{particles}){space}){{1,3}}|{nickname})?{arabic}{word}"
    return re.compile(rf"{word}(?:{following})*(?:,{space}(?:Jr|Sr)\b\.?)?")


class _Lists(NamedTuple):
    """The word lists of this module, loaded once."""

    starters: frozenset[str]
    bodies: frozenset[str]
    stoppers: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    portfolios: frozenset[str]


@cache
def _lists() -> _Lists:
    def folded(name: str) -> frozenset[str]:
        return frozenset(map(fold, lexicon.words(name)))

    names = ("starters", "organization_heads", "name_stoppers", "places", "nationalities", "portfolios")
    return _Lists(*map(folded, names))


@cache
def titles() -> dict[str, tuple[Gender | None, tuple[str, ...]]]:
    """Return each title, folded, with its gender and the role nouns that it stands for."""
    out: dict[str, tuple[Gender | None, tuple[str, ...]]] = {}
    for title, rest in lexicon.table("titles").items():
        gender, _, nouns = rest.partition("\t")
        out[title] = ("m" if gender == "m" else "f" if gender == "f" else None, tuple(nouns.split()))
    return out


@cache
def role_nouns() -> dict[str, Gender | None]:
    """Return each role noun, folded, with the gender that it tells."""
    genders: dict[str, Gender | None] = {"m": "m", "f": "f"}
    return {fold(noun): genders.get(gender) for noun, gender in lexicon.table("role_nouns").items()}


def is_role_word(word: str) -> bool:
    """Say whether a word, in any case, is a title, a role noun, or a nation, party or people.

    >>> is_role_word("Sen."), is_role_word("nurse"), is_role_word("Vice-President"), is_role_word("Lee")
    (True, True, True, False)
    """
    key = fold(word)
    if key in role_nouns() or key in titles():
        return True
    if key in _lists().peoples:
        return word[0].isupper()
    return "-" in key and key.rpartition("-")[2] in role_nouns()


def is_place(word: str) -> bool:
    """Say whether one word is a place, a network or another name that is no person."""
    return fold(word) in _lists().places


def is_body_word(word: str) -> bool:
    """Say whether a word heads the names of organizations (committee, university)."""
    return fold(word) in _lists().bodies


def is_people(word: str) -> bool:
    """Say whether a word is an adjective or noun of nation, faith or party."""
    return fold(word) in _lists().peoples


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield the mentions of a text in order; they do not overlap. Linear in the text.

    >>> [(m.words, m.title) for m in find_mentions("Yesterday, Foreign Minister Ann Lee met Mr. Okoro.")]
    [(('Ann', 'Lee'), 'Foreign Minister'), (('Okoro',), 'Mr.')]
    """
    starters = _lists().starters
    pending: tuple[int, str] | None = None  # "Secretary" of "Secretary of State Ann Lee"
    for match in _phrase().finditer(text):
        phrase = match[0]
        at, end = match.span()
        if " " not in phrase and phrase.lower() in starters:
            pending = None
            continue
        if pending and text.startswith(" of ", pending[0]) and pending[0] + 4 == at:
            yield from _read_portfolio(text, pending[1], phrase, at)
            pending = None
            continue
        if pending:
            yield from _read(text, pending[1], pending[0] - len(pending[1]))
        pending = None
        if text.startswith(" of ", end) and is_role_word(phrase.rpartition(" ")[2]):
            pending = (end, phrase)
        else:
            yield from _read(text, phrase, at)
    if pending:
        yield from _read(text, pending[1], pending[0] - len(pending[1]))


def _read_portfolio(text: str, office: str, phrase: str, at: int) -> Iterator[Mention]:
    """Read "Secretary" + " of " + "State Ann Lee" as one title and a name."""
    words = phrase.split()
    taken = 0
    while taken < len(words) and fold(words[taken]) in _lists().portfolios:
        taken += 1
    lead = at - 4 - len(office)
    if taken == 0 or taken == len(words):
        yield from _read(text, office, lead)
        yield from _read(text, phrase, at)
        return
    title = text[lead : at + len(" ".join(words[:taken]))]
    start = lead + len(title) + 1
    name = tuple(words[taken:])
    end = at + len(phrase)
    yield Mention(start, end, lead, "person", name, title, True, owns(text, end))


def owns(text: str, end: int) -> bool:
    """Say whether a possessive mark stands at `end`."""
    return text[end : end + 1] in ("'", "’") and end < len(text)


def _read(text: str, phrase: str, at: int) -> Iterator[Mention]:
    """Read one capitalised phrase; a phrase of common words alone gives nothing."""
    end = at + len(phrase)
    words = phrase.split()
    starters = _lists().starters
    while words and fold(words[0]) in starters and not (len(words) > 1 and words[0] in ("Will", "Dr.", "Mr.")):
        at += len(words.pop(0)) + 1
    if not words:
        return
    if len(words) > 2 and (inner := next((w for w in words[1:] if w.lower() in _INSIDE), None)):
        yield from _read_around(text, words, words.index(inner, 1), at)
        return
    owned = owns(text, end)
    split = _title_end(words)
    name, title = tuple(words[split:]), " ".join(words[:split])
    start = at + len(title) + 1 if split else at
    kind, sure = _judge(name, title)
    yield Mention(start, end, at, kind, name, title, sure, owned)


# Never inside a name: a phrase with one of these is a headline or the title of a work.
_INSIDE = frozenset("the a an of and for to in on at by with from against is are was were be his her their its as but "
                    "or nor not that who what how why when where says said tells told over under after before about "
                    "during into without this these all no if than amid vows sees calls wants hits slams".split())  # fmt: skip


def _read_around(text: str, words: list[str], inner: int, at: int) -> Iterator[Mention]:
    """Read the two sides of a common word in a headline or title, in text order."""
    left, right = " ".join(words[:inner]), " ".join(words[inner + 1 :])
    yield from _read(text, left, at)
    if right:
        yield from _read(text, right, at + len(left) + len(words[inner]) + 2)


def _title_end(words: list[str]) -> int:
    """How many of the words are a title or role before the name."""
    last = len(words) - 1
    while last > 1 and suffix(tuple(words[: last + 1])):
        last -= 1
    if is_body_word(words[-1]) and not (last == 1 and is_first_name(words[0])):
        return 0
    for at in range(last, 0, -1):
        if is_role_word(words[at - 1]):
            given_name = is_first_name(words[0]) and "." not in words[0]
            return 0 if given_name and at <= 2 and last == at else at
    return 0


def _judge(name: tuple[str, ...], title: str) -> tuple[MentionKind, bool]:
    """What a name after a title is, and whether it surely is a person."""
    last, first = name[-1], name[0]
    known = is_first_name(first)
    if title:
        return _judge_titled(name, title)
    if len(name) == 1:
        return ("office", False) if is_role_word(last) else ("word", False)
    if known and not first.isupper():
        return "person", True
    if last.isupper() and len(last) > 1 and all(word.isupper() for word in name):
        return "word", False
    lists = _lists()
    if fold(first) in lists.stoppers or fold(first) in lists.places or any(map(is_body_word, name)):
        return "body", False
    return ("office", False) if is_role_word(last) else ("person", False)


def _judge_titled(name: tuple[str, ...], title: str) -> tuple[MentionKind, bool]:
    """What follows a title: a person, unless the whole is an office (Attorney General) or a body."""
    last = name[-1]
    if fold(last) in titles() or (len(name) == 1 and fold(last) in role_nouns() and fold(title) not in titles()):
        return "office", False
    weak = fold(title.rpartition(" ")[2]) not in titles() and not is_first_name(name[0])
    if is_body_word(last) or (weak and (len(name) == 1 or is_place(last))):
        return "body", False
    return "person", not weak


