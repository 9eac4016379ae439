"""Which frame of its verb a cue stands in, and where the content begins to its right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes.cues import Cue, Frame
from quotes.syntax import AUXILIARY, BASE, NOUN_PHRASE, Tagged

# "on Monday", "in a statement", "Monday", ", for example,": between a cue and what it reports.
ADJUNCT = rf"(?:,?(?:d|I(?:d|(?:{BASE}))(?:[Iob](?:d|{BASE})){{0,2}}|R)(?:,(?=[TWQ]))?)"
OBJECT = rf"(?:O|h|{NOUN_PHRASE})"


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: the frame, and the tokens at which object and content begin."""

    frame: Frame
    object: int
    start: int
    end_of_cue: int


# In the order in which they are tried: name, the pattern after the verb (its group 'at' is where the
# content begins), and the words that the content's first word or the preposition must be one of.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("quote", rf"{ADJUNCT}{{0,2}}[:,]?~?(?P<at>Q)"),
    ("that", rf"{ADJUNCT}{{0,3}},?(?P<at>T)(?![.,;|])"),
    ("wh", r"R?(?P<at>W|(?:I(?=[W])W))"),
    ("obj-that", rf"{OBJECT}{ADJUNCT}{{0,2}},?(?P<at>T)(?![.,;|])"),
    ("obj-wh", rf"{OBJECT}(?P<at>W)"),
    ("obj-to", rf"{OBJECT}R?(?P<at>n?t)[RVBHYn]"),
    ("obj-quote", rf"{OBJECT}{ADJUNCT}{{0,2}}[:,](?P<at>Q)"),
    ("clause", rf"(?:d|R)?(?P<at>(?:R,)?(?:{NOUN_PHRASE})(?:\([^)|]*\)|,[^.|;:,]*,)?R*(?:{AUXILIARY}|[ZFV]))"),
    ("to", r"R?(?P<at>n?t)R?[VBHYn]"),
    ("ing", r"R?(?P<at>G)"),
    ("prep", rf"R?(?P<prep>[IobU])(?P<at>(?:{OBJECT}|G|W|Q))"),
    ("obj-prep", rf"{OBJECT}(?P<prep>[IobU])(?P<at>(?:{OBJECT}|G|J|Q|W))"),
    ("np", rf"(?P<at>{OBJECT}|Q)"),
)
_PREPOSITIONS = "about against as at by for from in into of on out over to up with".split()
NAMES = tuple(
    f"{passive}{name}"
    for passive in ("", "p-")
    for name in (
        *(name for name, _ in _PATTERNS if not name.endswith("prep")),
        *_PREPOSITIONS,
        *(f"obj-{word}" for word in _PREPOSITIONS),
    )
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)


def complement(tagged: Tagged, cue: Cue, threshold: int) -> Complement | None:
    """Return what `cue` reports to its right, or none if no frame of its verb holds there."""
    prefix = "p-" if cue.passive else ""
    for name, pattern in _COMPILED:
        match = pattern.match(tagged.tags, cue.end)
        if match:
            found = _complement(tagged, cue, prefix, name, match)
            if found and found.frame.precision >= threshold:
                return found
    return None


def _complement(tagged: Tagged, cue: Cue, prefix: str, name: str, match: re.Match[str]) -> Complement | None:
    if name.endswith("prep"):
        word = tagged.word(match.start("prep"))
        frame = cue.verb.frames.get(prefix + name.replace("prep", word))
    else:
        frame = cue.verb.frames.get(prefix + name)
    if frame is None:
        return None
    at, end = match.start("at"), cue.end
    if frame.cue_takes_preposition:
        end = at
    if frame.content_takes_object or name == "obj-prep":
        at = cue.end
    elif name == "prep" and not frame.cue_takes_preposition:
        at = match.start("prep")
    return Complement(frame, cue.end, at, end)
