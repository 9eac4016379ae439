"""Reporting words: verbs, nouns, adjectives and phrases, and the frames in which they report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple, cast

from quotes import lexicon
from quotes.lexicon.forms import variants
from quotes.model import Act

Part = Literal["verb", "noun", "adjective", "phrase"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands beside a reporting word: how often it then reports, in percent, and where spans part.

    `cue_takes_preposition`: "called for" is the cue. `content_takes_object`: in "urged Lee to go" the
    content is "Lee to go". `cue_takes_verb`: "made the claim" is the cue. `content_takes_subject`: in
    "Lee seemed to agree" the content is "Lee … to agree", and nobody is named as the source.
    """

    name: str
    precision: int
    cue_takes_preposition: bool
    content_takes_object: bool
    cue_takes_verb: bool
    content_takes_subject: bool


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A reporting word or phrase; `rest` are the words after its first one (POSS: any possessive).

    `names` are those of its frames, `sure` those of the frames that report in 60 percent and more.
    It is `clausal` if it takes clauses above all, as "say" does.
    """

    lemma: str
    part: Part
    act: Act
    frames: Mapping[str, Frame]
    names: frozenset[str]
    sure: frozenset[str]
    clausal: bool
    rest: tuple[str, ...] = ()

    def splits(self, prefix: str) -> bool:
        """Whether a chain such as "declined to say" parts after this verb; "tried to say" is one cue."""
        chain, plain = self.frames.get(f"{prefix}chain"), self.frames.get(f"{prefix}to")
        return not (chain and chain.cue_takes_preposition) and bool(chain or plain)


_SURE, _CLAUSAL = 60, 80  # percent


def frame(entry: str) -> Frame:
    """Read a frame as a line of the lexicon has it: a name, flags and figures."""
    name, _, figures = entry.partition("=")
    name, *flags = name.split("+")
    return Frame(name, int(figures.partition("/")[0]), "c" in flags, "o" in flags, "v" in flags, "s" in flags)


def _lexeme(lemma: str, rest: str, part: Part) -> Lexeme:
    act, _, frames = rest.partition("\t")
    words = tuple(lemma.split()[1:]) if part == "phrase" else ()
    by_name = {each.name: each for each in map(frame, frames.split())}
    sure = frozenset(name for name, each in by_name.items() if each.precision >= _SURE)
    clausal = "clause" in by_name and by_name["clause"].precision >= _CLAUSAL
    return Lexeme(lemma, part, cast(Act, act), by_name, frozenset(by_name), sure, clausal, words)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _first_forms(lexeme: Lexeme) -> set[str]:
    first = lexeme.lemma.split()[0]
    if lexeme.part == "verb" or first.endswith("*"):
        if first == "be*":
            return {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"}
        return {form for column in variants(first.rstrip("*")) for form in column}
    return {first, _plural(first)} if lexeme.part == "noun" else {first}


def _all() -> Iterator[Lexeme]:
    lists: tuple[tuple[str, Part], ...] = (
        ("cue_phrases", "phrase"),
        ("cue_verbs", "verb"),
        ("cue_nouns", "noun"),
        ("cue_adjectives", "adjective"),
    )
    for name, part in lists:
        for lemma, rest in lexicon.table(name).items():
            if "OBJ" not in lemma:
                yield _lexeme(lemma, rest, part)


class Index(NamedTuple):
    """Reporting words by each form of their first word, phrases by their second too, longest first.

    Of these, `phrases` has those that may hold before a third word; under "" those before any other.
    """

    words: Mapping[str, tuple[Lexeme, ...]]
    phrases: Mapping[str, Mapping[str, Mapping[str, tuple[Lexeme, ...]]]]
    seconds: frozenset[str]  # all second words of phrases


@cache
def index() -> Index:
    """Return all reporting words, ready to be looked up."""
    words: defaultdict[str, list[Lexeme]] = defaultdict(list)
    phrases: defaultdict[str, defaultdict[str, list[Lexeme]]] = defaultdict(lambda: defaultdict(list))
    for lexeme in _all():
        for form in _first_forms(lexeme):
            if lexeme.rest:
                phrases[form][lexeme.rest[0]].append(lexeme)
            else:
                words[form].append(lexeme)
    return Index(
        {form: tuple(sorted(found, key=_preference)) for form, found in words.items()},
        {
            form: {second: _by_third(sorted(found, key=_preference)) for second, found in by.items()}
            for form, by in phrases.items()
        },
        frozenset(chain({"'s"}, POSSESSIVES, *phrases.values())),  # 's: is
    )


def _by_third(found: list[Lexeme]) -> Mapping[str, tuple[Lexeme, ...]]:
    thirds = {"", *(word for lexeme in found for word in lexeme.rest[1:2] if word != _POSSESSIVE)}
    return {
        third: tuple(each for each in found if each.rest[1:2] in ((), (third,), (_POSSESSIVE,)))
        for third in thirds
    }


_POSSESSIVE = "POSS"
POSSESSIVES = frozenset("his her its their my our your".split())


def _preference(lexeme: Lexeme) -> tuple[bool, int]:
    """Adjectives come first, for "is opposed to" is no passive; then long phrases before short ones."""
    return lexeme.part != "adjective", -len(lexeme.rest)
