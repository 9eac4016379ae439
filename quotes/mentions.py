"""Mentions: the capitalised phrases of a text, read as people, bodies, offices or bare words.

One pass of one regular expression finds the phrases; word lists say what each is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from quotes import lexicon
from quotes.kinds import MentionKind, judge
from quotes.model import Span
from quotes.names import fold, is_first_name, key
from quotes.nouns import folded, is_body_word, is_role_word, singular, titles
from quotes.remembered import Remembered
from quotes.title_words import AFTER_NAMES, BORN, BRACKETED, HEADS, acronym, title_end, words_before_name


@dataclass(slots=True)
class Mention:
    """A capitalised phrase at `text[start:end]`.

    `words` is the name, `key` the same as it is compared; `lead` is where a title or role printed
    in capitals before it begins, `title` is that title and `honorific` its last word, folded.
    Kinds: "person" (a full name, or a title with a name), "word" (one bare word: a surname, a
    place, anything), "body" (an organization, a place, a thing), "office" (a title without a
    name). `sure` is true when a title or a known first name says that it is a person.
    """

    start: int
    end: int
    lead: int
    kind: MentionKind
    words: tuple[str, ...]
    key: tuple[str, ...]
    title: str = ""
    honorific: str = ""
    sure: bool = False
    possessive: bool = False


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
    "|Insp|Atty|Amb|Brig|Messrs|Mme|Cllr|Pvt|Pte|Sr|Jr|Fr|Engr|Barr|Ma"
    "|MR|MRS|MS|DR|SEN|REP|GOV|GEN|LT|COL|CAPT|SGT|PROF|REV|DEL|HON"
)


# An article in small letters that a surname alone begins with: al-Rashid said.
_ARABIC = re.compile(r"\b(?:al|el|ul|as|ash|ad|an|ar)-\Z")


@cache
def _phrase() -> re.Pattern[str]:
    """The pattern of a capitalised phrase: words in capitals, particles and a nickname between them."""
    word = (
        rf"[{_UPPER}](?:\.(?:[{_UPPER}]\.)*(?:-[{_UPPER}]\.)?"
        r"|(?=[A-Za-z]{1,5}+\.)(?:"  # an abbreviation
        rf"(?<=[A-Z])(?:{'|'.join(sorted({a[1:] for a in _ABBREVIATED.split('|')}))})\."
        r"|(?<=[BCIL])(?:orp|nc|td|os?|ros)\.(?=[,;:'’)]| [a-z(]))"  # Roe Corp. said; not: by Roe Corp. It …
        rf"|\w*(?:(?:[-‑]|['’](?![sS]\b))\w+)*)"
    )
    space = r"(?:[ \u00a0]|\n(?!\s))"
    particles = "|".join(sorted(lexicon.words("name_particles"), key=len, reverse=True))
    arabic = rf"(?:al|el|ul|as|ash|ad|an|ar)-(?=[{_UPPER}])"
    nickname = rf"[\"“‘'(][{_UPPER}]\w+(?:[ -]\w+)?[\"”’')]{space}"
    inner = rf"(?:& |(?:(?:{particles}){space}){{1,3}}|{nickname})"
    between = rf"(?:(?=[{_UPPER}])|{inner}(?:{arabic})?|{arabic})"  # mostly nothing: it is asked for first
    return re.compile(rf"(?:{word})(?:{space}{between}(?:{word}))*(?:,{space}(?:Jr|Sr)\b\.?)?")


def find_mentions(text: str) -> list[Mention]:
    """Return the mentions of a text in order; they do not overlap. Linear in the text.

    >>> [(m.words, m.title) for m in find_mentions("Yesterday, Foreign Minister Ann Lee met Mr. Okoro.")]
    [(('Ann', 'Lee'), 'Foreign Minister'), (('Okoro',), 'Mr.')]
    """
    found: list[Mention] = []
    starters = _capitalised_starters()
    office: tuple[int, int] | None = None  # "Secretary", when " of State Ann Lee" may follow
    for match in _phrase().finditer(text):
        phrase = match[0]
        if office:
            near = match.start() <= office[1] + _REACH
            named = _of_portfolio(text, office, phrase, match.start()) if near else None
            found += [named] if named else _read(text, text[office[0] : office[1]], office[0])
            office = None
            if named:
                continue
        if phrase in starters or len(phrase) > _LONGEST:
            continue
        at, end = match.span()
        if phrase[:3] == "PM " and text[max(0, at - 2) : at].strip().isdigit():
            at, phrase = at + len("PM "), phrase[len("PM ") :]  # at 6 PM Lee said
            if phrase in starters:
                continue
        if text[at - 1] == "-" and (article := _ARABIC.search(text[max(0, at - 5) : at])):
            at, phrase = at - len(article[0]), article[0] + phrase  # al-Karim said
        rank = _RANK.match(text, end) if phrase in _RANKS else None
        end = rank.end() if rank else end
        if text[end : end + 3] in _BEFORE_PORTFOLIOS and _is_office(text, at, end):
            office = (at, end)
        else:
            found += _read(text, phrase, at)
    if office:
        found += _read(text, text[office[0] : office[1]], office[0])
    return found


@cache
def _capitalised_starters() -> frozenset[str]:
    """The common words as they begin a sentence, by far the most frequent phrases."""
    return frozenset(word.capitalize() for word in folded("starters"))


_RANKS = frozenset("Acting Assistant Cabinet Chief Deputy Executive Interim Managing Vice".split())
_RANK = re.compile(r"(?: [a-z]+){1,2}(?= of )")  # Deputy leader of
_BEFORE_PORTFOLIOS = frozenset({" of", " fo", " in"})
_REACH = 40  # characters between "Leader" and the name: " of the council "
_OF = re.compile(r" (?:of|for|in) (?:the )?(?P<what>(?:[a-z][\w’'-]* ){0,3})")


def _is_office(text: str, at: int, end: int) -> bool:
    """Say whether "Secretary" stands at `at`, before " of State"."""
    governs = text.startswith((" of ", " for ", " in Charge "), end)
    return governs and is_role_word(text[at:end].rpartition(" ")[2])


def _of_portfolio(text: str, office: tuple[int, int], phrase: str, at: int) -> Mention | None:
    """Read "Secretary", " of " and "State Ann Lee" at `at` as one title and a name; "for Health" too."""
    words, between = phrase.split(), _OF.fullmatch(text, office[1], at)
    if not between or not text.startswith(phrase, at):
        return None
    first = text[office[0] : office[1]].partition(" ")
    if first[0].lower() in folded("starters") and first[2]:
        office = (office[0] + len(first[0]) + 1, office[1])
    what = between["what"].split()
    taken = 0
    while not what and taken < len(words) and fold(words[taken]) in folded("portfolios"):
        taken += 1
    short = acronym(words) if ") " in phrase else 0  # Chief Justice of Pakistan (CJP) Ann Lee
    taken = short + 1 if short else taken
    if not taken and fold(text[slice(*office)].rpartition(" ")[2]) in HEADS:
        taken = words_before_name(words, what, _SAID.match(text, at + len(phrase)) is not None)
    elif what:
        return None
    # Speaker of the House Rep. Ann Lee
    taken += title_end(words[taken:]) if (what or taken > 0) and 0 <= taken < len(words) else 0
    if not (what or taken > 0) or not 0 <= taken < len(words) or is_body_word(words[-1]):
        return None
    lead = office[0]
    start = at + len(" ".join(words[:taken])) + 1
    end, name = at + len(phrase), tuple(words[taken:])
    title = BRACKETED.sub("", text[lead : start - 1])
    honorific = fold(text[lead : office[1]].rpartition(" ")[2])
    return Mention(start, end, lead, "person", name, key(name), title, honorific, True, owns(text, end))


_POSSESSIVE = frozenset("'’")


def short_firms(mentions: Iterable[Mention]) -> set[tuple[str, ...]]:
    """Return the keys that are short for companies with a legal form: Orbal Tea, of Orbal Tea Brands Inc."""
    firms = [one.key for one in mentions if one.kind == "body" and fold(one.words[-1]) in LEGAL_FORMS]
    return {key[:size] for key in firms for size in range(2, len(key))}


LEGAL_FORMS = frozenset("corp corporation inc ltd plc llc co cos bros nv sa".split())


def owns(text: str, end: int) -> bool:
    """Say whether a possessive mark stands at `end`."""
    return text[end : end + 1] in _POSSESSIVE


def _read(text: str, phrase: str, at: int) -> list[Mention]:
    """Read one capitalised phrase; a phrase of common words alone gives nothing."""
    found = []
    called = phrase[:3] in _MONTHS_BEGIN and _is_called_like_a_month(text, phrase, at)
    pieces = _parse(phrase, after_month=False) if called else _PIECES[phrase]
    for lead, start, end, kind, words, own, title, honorific, sure in pieces:
        end += at
        owner = text[end : end + 1] in _POSSESSIVE
        if kind == "person" and not sure and not title and _is_of_a_body(text, at + lead):
            kind = "body"
        one = Mention(at + start, end, at + lead, kind, words, own, title, honorific, sure, owner)
        found.append(_without_will(text, one) if words[0] == "Will" else one)
    return found


_NAMES_OF_MONTHS = ("April", "August", "June", "Per ")  # that are first names too, and a preposition
_MONTHS_BEGIN = frozenset(name[:3] for name in _NAMES_OF_MONTHS)
_MONTHS = frozenset(name.strip() for name in _NAMES_OF_MONTHS)
_DATED = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|next|this|early|late|mid|during|from|between|of|before|after|an?|the)"
    r"|\d|['’]s)[ -]\Z",
    re.I,
)


def _is_called_like_a_month(text: str, phrase: str, at: int) -> bool:
    """Say whether a phrase begins with a first name: June Roe said, and not "in June Roe said"."""
    first, _, name = phrase.partition(" ")
    if name and first == "Per":  # says Per Roe; not: Per Roe, she left.
        return text[at - 2 : at - 1].isalpha()
    return bool(name) and first in _MONTHS and not _DATED.search(text, max(0, at - 10), at)


def _is_of_a_body(text: str, at: int) -> bool:
    """Say whether "the" stands before `at`, or "of" after a body: The Harbor Cats, Museum of Modern Art."""
    if text.endswith(("the ", "The "), 0, at):
        return True
    if not text.endswith(" of ", 0, at):
        return False
    before = text[text.rfind(" ", 0, at - 4) + 1 : at - 4] if at > 4 else ""
    return before[:1].isupper() and is_body_word(before)


_ASKED = re.compile(r"[^.!?\n]{0,200}\?")


def _without_will(text: str, mention: Mention) -> Mention:
    """Take the verb from a name at the head of a question: Will Lee run?"""
    if len(mention.words) < 2 or mention.title:
        return mention
    before = text[max(0, mention.start - 2) : mention.start]
    if before[-1:] not in ("", "\n", "“", '"') and before not in (". ", "? ", "! "):
        return mention
    if not _ASKED.match(text, mention.end):
        return mention
    words, start = mention.words[1:], mention.start + len("Will ")
    kind: MentionKind = "word" if len(words) == 1 else mention.kind
    return replace(mention, start=start, lead=start, words=words, key=key(words), kind=kind)


_CONTESTS = frozenset(["america", "earth", "international", "universe", "usa", "world"])
_LONGEST = 200  # characters of a phrase; what is longer is no name


class _Piece(NamedTuple):
    """A mention with its offsets in the phrase."""

    lead: int
    start: int
    end: int
    kind: MentionKind
    words: tuple[str, ...]
    key: tuple[str, ...]
    title: str
    honorific: str
    sure: bool


def _parse(phrase: str, *, after_month: bool = True) -> tuple[_Piece, ...]:
    """Read a phrase, without a month that opens it."""
    words, at = phrase.split(), 0
    starters = folded("starters")
    while (
        words
        and (
            fold(words[0]) in starters
            or ("-" in words[0] and BORN.search(words[0]))
            or _begins_a_sentence(words)
        )
        and (after_month or words[0] not in _MONTHS)
        and not (len(words) > 1 and words[0] in ("Will", "Dr.", "Mr."))
    ):
        at += len(words.pop(0)) + 1
    if not words:
        return ()
    short = acronym(words) if ") " in phrase else 0
    if short:  # Inspector General (IGP) Ann Lee
        return _parse_after_acronym(words, short, at)
    inner = _inner_common_word(words) if len(words) > 2 else 0
    if inner:
        return _parse_around(words, inner, at)
    split = title_end(words)
    end = len(phrase)
    while len(words) > split + 1 and fold(words[-1]) in AFTER_NAMES and words[-1].isupper():
        end -= len(words.pop()) + 1
    while len(words) > split + 1 and words[-1] in _WEEKDAYS:
        end -= len(words.pop()) + 1  # Ann Lee Tuesday
    name, title = tuple(words[split:]), " ".join(words[:split])
    honorific = fold(words[split - 1]) if split else ""
    if (
        honorific in ("miss", "mister")
        and len(name) > 2
        and is_first_name(name[1])
        and not is_first_name(name[0])
    ):
        name, title, split = name[1:], f"{title} {name[0]}", split + 1  # Miss Universe Ann Lee
    elif honorific in ("miss", "mister") and fold(" ".join(name)) in _CONTESTS:
        return ()
    kind, sure = judge(name, honorific)
    start = at + len(title) + 1 if split else at
    return (_Piece(at, start, end, kind, name, key(name), title, honorific, sure),)


_PIECES = Remembered(_parse, most=8192)  # the same phrase reads the same everywhere


def _parse_after_acronym(words: list[str], short: int, at: int) -> tuple[_Piece, ...]:
    """Read the name behind the first letters of an office, and the office as its title if it is all there."""
    office, after = " ".join(words[:short]), words[short + 1 :]
    offset = at + len(office) + len(words[short]) + 2
    pieces = tuple(_moved(_PIECES[" ".join(after)], offset))
    if len(pieces) != 1 or pieces[0].title or not is_role_word(words[short - 1]):
        return pieces
    kind, sure = judge(pieces[0].words, honorific := fold(words[short - 1]))
    return (pieces[0]._replace(lead=at, kind=kind, title=office, honorific=honorific, sure=sure),)


def _begins_a_sentence(words: Sequence[str]) -> bool:
    """Say whether the first word is no name: I'm Ann, She'll, Entrusting Ann Lee, Candidates Ann Lee.

    >>> _begins_a_sentence(("Candidates", "Ann", "Lee")), _begins_a_sentence(("Sterling", "Brown"))
    (True, False)
    """
    if _CONTRACTED.fullmatch(words[0]):
        return True
    if len(words) < 3 or not is_first_name(words[1]) or is_first_name(words[0]):
        return False
    many = words[0].endswith("s") and fold(words[0]) not in titles()
    return words[0].endswith("ing") or (many and is_role_word(singular(fold(words[0]))))


_CONTRACTED = re.compile(r"(?:I|He|She|It|We|You|They|Who|That|What|There)['’](?:m|ll|d|ve|re|s)")
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def _inner_common_word(words: list[str]) -> int:
    """Where a common word in capitals stands inside a phrase, as in a headline; 0 if nowhere."""
    common = folded("never_in_names")
    inside = (at for at in range(1, len(words)) if words[at].lower() in common and words[at - 1][0].isupper())
    return next(inside, 0)


def _parse_around(words: list[str], inner: int, at: int) -> tuple[_Piece, ...]:
    """Read the two sides of a common word in a headline or title, in text order."""
    left, right = " ".join(words[:inner]), " ".join(words[inner + 1 :])
    offset = at + len(left) + len(words[inner]) + 2
    return (*_moved(_PIECES[left], at), *(_moved(_PIECES[right], offset) if right else ()))


_SAID = re.compile(r" (?:said|says|told|added|warned|urged|described|called|welcomed)\b")


def _moved(pieces: tuple[_Piece, ...], by: int) -> Iterator[_Piece]:
    for piece in pieces:
        yield piece._replace(lead=piece.lead + by, start=piece.start + by, end=piece.end + by)


def inside(mentions: Iterable[Mention], spans: Iterable[Span]) -> set[int]:
    """Return the starts of the mentions (in text order) that lie in one of the spans."""
    starts = [mention.start for mention in mentions]
    return {
        at for first, end in spans for at in starts[bisect_left(starts, first) : bisect_left(starts, end)]
    }
