"""What an attribution looks like, which tells how likely it is right: its source, and where it stands.

Facts that hold for any rule: a name is a surer source than "you", speech in marks is surer than a paraphrase,
a source right before its verb than one far away, a sentence's own verb than one after "whether".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from types import MappingProxyType

from quotes.model import Attribution, Quote, Span
from quotes.remembered import Remembered

Attributed = Attribution | Quote

_PRONOUNS = MappingProxyType(
    {
        word: name
        for name, words in {
            "he, she": "he she his her him",
            "I, we": "i we my our me us",
            "you": "you your",
            "they": "they their them",
            "it": "it its this",
            "who": "who whose whom",
            "which, that": "which that",
        }.items()
        for word in words.split()
    }
)
_DEFINITE = frozenset("the this that these those his her its their my our your".split())
_INDEFINITE = frozenset(
    "a an another any each every few many more most no one other several some two".split()
)
_UNNAMED = frozenset({"none", *_PRONOUNS.values()})
_LENGTHS = (15, 30, 60, 120)  # characters of content
_SIZES = tuple(map(str, range(len(_LENGTHS) + 1)))
_DISTANCES = (1, 15, 40, 80)  # characters from the source to its cue
_SHORT = 40  # characters of a source, or before it, that are looked at


NAMES = ("source", "kind", "kind by rule", "length", "place", "cue", "after", "before")

Looks = tuple[str, ...]


def looks(text: str, attributed: Attributed) -> Looks:
    """Return what an attribution looks like, in the order of `NAMES`: what `text` holds of it and around it.

    >>> leaks = Attribution(((12, 20),), ((7, 11),), ((3, 6),), "indirect", "said", "tag", 0)
    >>> looks("If Lee said it leaks,", leaks)
    ('name', 'indirect', 'indirect tag', '0', 'before 0', 'other', 'if', ',')
    """
    content, cue, source = attributed.content, attributed.cue, attributed.source
    parts = content + cue + source
    return (
        source_form(text, source),
        attributed.kind,
        f"{attributed.kind} {attributed.rule}",
        _SIZES[bisect_right(_LENGTHS, sum([end - start for start, end in content]))],
        _place(source, cue),
        _beginning(text, cue),
        _before(text, min(parts)[0]),
        _after(text, max([end for _, end in parts])),
    )


def forms(text: str, attributed: Attributed) -> tuple[str, ...]:
    """Return what an attribution looks like, each with its name: "source name", "after if"."""
    return tuple(f"{name} {look}" for name, look in zip(NAMES, looks(text, attributed), strict=True))


def is_unnamed(text: str, source: tuple[Span, ...]) -> bool:
    """Say whether a source is a pronoun, or nothing."""
    return source_form(text, source) in _UNNAMED


def source_form(text: str, source: tuple[Span, ...]) -> str:
    """Return what kind of phrase a source is, by its first words.

    >>> [source_form(source, ((0, len(source)),)) for source in ("Ann Lee", "She", "the mayor", "a plumber")]
    ['name', 'he, she', 'the', 'a']
    """
    if not source:
        return "none"
    start, end = source[0]
    first, _, rest = text[start : end if end - start < _SHORT else start + _SHORT].partition(" ")
    word = first.lower()
    if not rest and (pronoun := _PRONOUNS.get(word)):
        return pronoun
    if word in _DEFINITE:
        return "the Name" if rest[:1].isupper() else "the"
    if word in _INDEFINITE:
        return "a"
    return "name" if first[:1].isupper() else "other"


def _place(source: tuple[Span, ...], cue: tuple[Span, ...]) -> str:
    """Where the source stands by its cue, and how far before it."""
    if not source or not cue:
        return "none"
    if source[0][0] >= cue[0][1]:
        return "after"
    distance = cue[0][0] - source[0][1]
    return "inside" if distance < 0 else f"before {bisect_left(_DISTANCES, distance)}"


_AUXILIARIES = frozenset(
    "'s are be been being can could did do does had has have is may might must should to was were will"
    " would".split()
)
_ENDINGS = MappingProxyType({"ing": "participle", "ed": "past", "s": "present"})


def _beginning(text: str, cue: tuple[Span, ...]) -> str:
    """The auxiliary that a cue begins with, or the form that its first word seems to have."""
    return _BEGINNINGS[text[cue[0][0] : cue[0][1]]] if cue else "none"


def _begins(printed: str) -> str:
    word = printed.partition(" ")[0].lower().replace("’", "'")
    if word in _AUXILIARIES:
        return word
    return next((form for ending, form in _ENDINGS.items() if word.endswith(ending)), "other")


_BEGINNINGS = Remembered(_begins, most=8192)


_CONJUNCTIONS = frozenset(
    "after although and as because but by for if in of or since so than though to when where which while who"
    " with".split()
)
_CLAUSAL = frozenset("how that what whether why".split())
_ENDS = frozenset('.?!”"’)')


def _before(text: str, start: int) -> str:
    """The conjunction or preposition that an attribution stands after, "start" if it opens a sentence."""
    printed = text[start - _SHORT if start > _SHORT else 0 : start]
    bare = printed.rstrip()
    if not bare or bare[-1] in _ENDS or "\n\n" in printed[len(bare) :]:
        return "start"
    if not bare[-1].isalpha():
        return "stop"
    word = bare.rsplit(None, 1)[-1].lower()
    return "that" if word in _CLAUSAL else word if word in _CONJUNCTIONS else "word"


def _after(text: str, end: int) -> str:
    """What comes after an attribution: the end of the sentence, a stop, marks or more words."""
    mark = text[end : end + 1]
    if not mark or mark in ".?!\n":
        return "end"
    if mark in ",;:":
        return mark
    return "word" if mark == " " or mark.isalnum() else "mark"
