"""What follows a reporting word, judged by a few words to its right: the frames of the lexicon.

A light heuristic for counting, not the extractor: tokens, a guess whether a word is a verb here
and in what tense, and the name of the frame that its right (or left) neighbours make.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quotes.lexicon.forms import variants

TOKEN = re.compile(
    r"\n\s*\n|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|Jr|Gen|Lt)\.|(?:[A-Z]\.)+|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|''|``|[A-Za-z]+?(?=n['’]t\b)|[\w$%]+(?:[-.,&@]\w+)*|\S"
)
OPEN, CLOSE = "“", "”"

BE = frozenset("be is are was were been being am 's 're 'm ’s ’re ’m".split())
HAVE = frozenset("have has had having 've ’ve".split())
MODAL = frozenset("will would can could may might must shall should 'll ’ll 'd ’d wo ca".split())
DO = frozenset("do does did".split())
NEGATION = frozenset("not n't n’t never no cannot".split())
FINITE = (BE | HAVE | MODAL | DO) - {"be", "been", "being", "having"}
NOMINATIVE = frozenset("he she they i we it you there who this that these those".split())
OBJECTS = frozenset("him her them me us you it himself herself themselves reporters".split())
POSSESSIVE = frozenset("his her their its my our your whose 's ’s ' ’".split())
DETERMINERS = frozenset("the a an this that these those any some no every each all both another".split())
ARTICLES = DETERMINERS - {"this", "that", "these", "those", "all", "both"}
WH = frozenset("whether if how why what who when where which".split())
PREPOSITIONS = frozenset(
    "of for on about with against as at by in into over up out from to after before during under since "
    "through between among without within toward towards off down upon than via amid because".split()
)
FRAME_PREPOSITIONS = tuple("of for on about with against as at by in into over up out from upon".split())
CONJUNCTIONS = frozenset("and but or nor while although though because so yet unless until".split())
SKIPPED = frozenset(
    "also not n't n’t never ever still just already once again even now then only first long often "
    "further later earlier both always once today yesterday tomorrow tonight monday tuesday wednesday "
    "thursday friday saturday sunday recently".split()
)
DAYS = frozenset(
    "today yesterday tonight earlier later week month year morning night afternoon evening".split()
)
VENUES = frozenset(
    "statement statements interview interviews speech email e-mail emails tweet letter post report "
    "debate rally conference memo release call event briefing testimony hearing documents filing "
    "article video court hall message column op-ed remarks meeting appearance address affidavit lawsuit "
    "twitter facebook record press monday tuesday wednesday thursday friday saturday sunday show "
    "program reporters interviewers".split()
)
ENDS = frozenset(". ! ? ; ¶".split())
SEPARATORS = PREPOSITIONS | CONJUNCTIONS | WH | {",", ".", "!", "?", ";", ":", "¶", "(", ")", "-", "—", "”"}
PHRASE_ENDS = PREPOSITIONS | CONJUNCTIONS | WH | ENDS | (FINITE - {"'s", "’s"}) | (NOMINATIVE - DETERMINERS)
OWN_CONTENT = frozenset("that clause to obj-that obj-to".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; `quoted` words stand between quotation marks, marks are “ and ” whatever is printed."""

    text: str
    low: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its name, the token its complement begins with, those of object and particle, if any.

    `verb` is the verb that governs a noun or adjective; `left` says that the content came before.
    """

    name: str
    at: int
    obj: int = -1
    prep: int = -1
    verb: int = -1
    left: bool = False


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text`; a blank line is the token ¶ and closes all marks."""
    tokens, inside = [], False
    for m in TOKEN.finditer(text):
        word, quoted = m[0], inside
        if word.isspace():
            word, inside = "¶", False
        elif word in ("“", "”", '"', "''", "``"):
            inside = word in ("“", "``") or (word != "”" and not inside)
            word, quoted = OPEN if inside else CLOSE, True
        tokens.append(Token(word, word.lower(), m.start(), m.end(), quoted))
    sentinel = Token("¶", "¶", len(text), len(text), False)
    return [*tokens, *[sentinel] * 3]


class VerbIndex:
    """Which lemmas and forms a word can be."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        self.readings: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for lemma in lemmas:
            for name, column in zip(("base", "s", "past", "participle", "ing"), variants(lemma), strict=True):
                for word in column:
                    self.readings[word].add((lemma, name))

    def slots(self, word: str) -> set[str]:
        """Return the forms that `word` can be: base, s, past, participle, ing."""
        return {slot for _, slot in self.readings.get(word, ())}

    def tense(self, tokens: list[Token], i: int) -> str | None:
        """Return how token `i` is used as a verb, or None if it does not look like one here.

        One of past, present, perfect, modal, infinitive, progressive, participle, passive.
        """
        slots = self.slots(tokens[i].low)
        if not slots:
            return None
        k = i - 1
        while k >= 0 and (tokens[k].low in SKIPPED or tokens[k].low.endswith("ly")):
            k -= 1
        left = tokens[k].low if k >= 0 else "¶"
        if "participle" in slots and (left in BE or left in ("get", "got", "getting")):
            return "passive" if "ing" not in slots else None
        if "participle" in slots and left in HAVE:
            return "perfect"
        if "ing" in slots:
            return self._ing(left)
        if "base" in slots and (left in MODAL or left in DO or left in ("n't", "n’t", "to", "let", "help")):
            return "infinitive" if left == "to" else "modal"
        if left in ARTICLES or left in POSSESSIVE or left in PREPOSITIONS:
            return None
        if "past" in slots:
            return "past"
        return self._present(slots, tokens[k], left)

    def _ing(self, left: str) -> str | None:
        if left in BE:
            return "progressive"
        return None if left in DETERMINERS or left in POSSESSIVE else "participle"

    def _present(self, slots: set[str], token: Token, left: str) -> str | None:
        if "s" in slots:
            return (
                "present" if token.text[:1].isupper() or left in NOMINATIVE or not _adjective(left) else None
            )
        if "base" in slots:
            plural = left.endswith("s") and not left.endswith("ss") and left not in BE
            return "present" if left in NOMINATIVE or plural else None
        return None

    def finite(self, tokens: list[Token], i: int) -> bool:
        """Say whether token `i` looks like a finite verb after a noun phrase."""
        low = tokens[i].low
        return low in FINITE or bool(self.slots(low) & {"past", "s"})


def _adjective(word: str) -> bool:
    return word.endswith(
        ("al", "ous", "ive", "ic", "ful", "able", "ary", "an", "more", "new", "many", "several")
    )


def skip(tokens: list[Token], j: int) -> int:
    """Return the index after adverbs, days and a venue ("in a statement") that only then goes on."""
    while tokens[j].low in SKIPPED or (
        tokens[j].low.endswith("ly") and tokens[j].low not in ("family", "only")
    ):
        j += 1
    for k in range(j, min(j + 14, len(tokens) - 2)):
        low = tokens[k].low
        if low in ENDS or low == CLOSE or (low == ":" and k == j):
            return j
        venue = tokens[k].low in VENUES or tokens[k].low in DAYS or re.fullmatch(r"\d+", low)
        after = k + 2 if tokens[k + 1].low == "," else k + 1
        if venue and tokens[after].low in ("that", OPEN):
            return after
    return j


def noun_phrase(tokens: list[Token], j: int, verbs: VerbIndex) -> int:
    """Return the end of the noun phrase that begins at `j`, without what follows its head; `j` if none."""
    if tokens[j].low in OBJECTS or tokens[j].low in NOMINATIVE - {"this", "that", "these", "those"}:
        return j + 1
    k = j
    while k < min(j + 9, len(tokens) - 2) and not _ends_phrase(tokens, k, k == j, verbs):
        k += 1
    return k


def _ends_phrase(tokens: list[Token], k: int, first: bool, verbs: VerbIndex) -> bool:
    low, before = tokens[k].low, tokens[k - 1]
    if low in PHRASE_ENDS or not (low[0].isalnum() or low in ("'s", "’s", "$", "’", "-")):
        return True
    if first:
        return False
    slots = verbs.slots(low)
    past = "past" in slots and before.low not in DETERMINERS | POSSESSIVE
    return low in DETERMINERS or past or ("s" in slots and before.text[0].isupper())


def finite_follows(tokens: list[Token], k: int, verbs: VerbIndex) -> bool:
    """Say whether a finite verb comes after the noun phrase ending at `k` and its prepositional phrases."""
    for _ in range(3):
        while tokens[k].low in SKIPPED or tokens[k].low.endswith("ly"):
            k += 1
        if verbs.finite(tokens, k):
            return True
        if tokens[k].low not in (
            "of",
            "in",
            "for",
            "on",
            "from",
            "with",
            "at",
            "and",
            "to",
            "between",
            "who",
        ):
            return False
        end = noun_phrase(tokens, k + 1, verbs)
        if end == k + 1:
            return False
        k = end
    return False


def frame(tokens: list[Token], i: int, tense: str, verbs: VerbIndex) -> Frame:
    """Return the frame that the verb at `i` stands in; its name begins with "p-" in the passive."""
    left, right = left_frame(tokens, i, tense, verbs), right_frame(tokens, i + 1, verbs)
    inverted = tokens[i - 1].low in (CLOSE, ",")
    found = right if left is None or (right.name in OWN_CONTENT and not inverted) else left
    return replace(found, name="p-" + found.name) if tense == "passive" else found


def left_frame(tokens: list[Token], i: int, tense: str, verbs: VerbIndex) -> Frame | None:
    """Return the frame quote or tag when the content stands before the verb."""
    if tense in ("infinitive", "progressive", "participle", "passive", "modal"):
        return None
    k = i - 1
    while k > i - 12 and k > 1 and tokens[k].low not in (CLOSE, ",", OPEN, "and", "but", *ENDS):
        k -= 1
    low, before = tokens[k].low, tokens[k - 1].low
    if low == "," and before == CLOSE:
        return Frame("quote", k - 2, left=True)
    if low == CLOSE and (before in (",", "?", "!", "-", "—") or k == i - 1):
        return Frame("quote", k - 1, left=True)
    if low == "," and _closes(tokens, i, k, verbs):
        return Frame("tag", k - 1, left=True)
    return None


def _closes(tokens: list[Token], i: int, comma: int, verbs: VerbIndex) -> bool:
    after = skip(tokens, i + 1)
    if comma == i - 1:
        after = noun_phrase(tokens, after, verbs)
        return after > i + 1 and tokens[after].low in (",", *ENDS)
    first = tokens[comma + 1]
    source = first.text[0].isupper() or first.low in NOMINATIVE | DETERMINERS | POSSESSIVE
    return source and first.low not in ("who", "which", "that") and tokens[after].low in (".", ",", ";", "¶")


def right_frame(tokens: list[Token], j: int, verbs: VerbIndex) -> Frame:
    """Return the frame that the words from `j` on make."""
    j = skip(tokens, j)
    low, following = tokens[j].low, tokens[j + 1].low
    mark = j + 1 if low in (",", ":") else j
    if tokens[mark].text == OPEN:
        return Frame("quote", mark)
    if low == ":":
        return Frame("colon", j + 1)
    if low in ENDS or low == ",":
        return Frame("none", j)
    if low == "that":
        return Frame("clause" if verbs.finite(tokens, skip(tokens, j + 1)) else "that", j)
    if low in WH:
        return Frame("wh", j)
    if low == "to":
        infinitive = "base" in verbs.slots(following) or following in ("be", "not", "have", "do")
        return Frame("to", j) if infinitive else Frame("to-np", j + 1, prep=j)
    if low in FRAME_PREPOSITIONS:
        return Frame(low, j + 1, prep=j)
    if "ing" in verbs.slots(low) and low not in ("nothing", "something"):
        return Frame("ing", j)
    return object_frame(tokens, j, verbs)


def object_frame(tokens: list[Token], j: int, verbs: VerbIndex) -> Frame:
    """Return the frame of a verb followed by a noun phrase: clause, np or one of the obj- frames."""
    k = noun_phrase(tokens, j, verbs)
    if k == j:
        return Frame("none", j)
    if tokens[j].low not in OBJECTS - {"it", "her", "you"} and finite_follows(tokens, k, verbs):
        return Frame("clause", j)
    k = skip(tokens, k)
    low = tokens[k].low
    if low == "that" and verbs.finite(tokens, skip(tokens, k + 1)):
        return Frame("np", j)
    if low == "that" or (
        low in NOMINATIVE - {"who", "this", "these", "those"} and verbs.finite(tokens, k + 1)
    ):
        return Frame("obj-that", k, obj=j)
    mark = k + 1 if low in (",", ":") else k
    if tokens[mark].text == OPEN:
        return Frame("obj-quote", mark, obj=j)
    if low in WH:
        return Frame("obj-wh", k, obj=j)
    if low in ("a", "an", "the") or (tokens[j].low in OBJECTS and tokens[k].low not in SEPARATORS):
        return Frame("obj-np", k, obj=j)
    if low == "to" and (
        "base" in verbs.slots(tokens[k + 1].low) or tokens[k + 1].low in ("be", "not", "have")
    ):
        return Frame("obj-to", k, obj=j)
    if low in ("of", "for", "as", "with", "on", "about", "from", "to", "in"):
        return Frame(f"obj-{low}" if low != "to" else "obj-to-np", k + 1, obj=j, prep=k)
    if "ing" in verbs.slots(low):
        return Frame("obj-ing", k, obj=j)
    return Frame("np", j)
