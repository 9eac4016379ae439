"""Keys: what decisions call a speaker by, so that they still hold when all is extracted anew.

A key is made of what tells one speaker from another: `person:ann lee`, and where there is more to
tell, in this order: `+b` her middle initials; `@5f2c…` the one article whose somebody this is;
`/9a3b…` the decision that took her out of those who have the same name. Names are folded words,
so that no sign of a key stands in one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from quotes.ids import speaker_id
from quotes.model import Speaker, SpeakerType
from quotes.query import bare_name, core_name, middle_initials, stands_alone, with_initials_joined, words

Key = Annotated[str, "a key"]  # a str that tells what it is to who reads the fields of a record

ANYWHERE = "*"  # instead of an article: whoever has no more name than that, wherever it is printed

_PARTS = re.compile(
    r"(?P<sort>\w+):(?P<name>[^+@/]*)(?:\+(?P<initials>[^@/]*))?(?:@(?P<article>[^/]*))?(?P<part>/.*)?"
)
_LETTERS = re.compile(r"(?<=\b\w) (?=\w\b)")  # between letters that stand alone, as in U.S.
_NAMES = 65536


def key_of(speaker: Speaker, article: str) -> Key:
    """Return the key of a speaker of an article.

    The same full name is the same speaker everywhere; one name alone, or none, is somebody of this
    article.

    >>> key_of(Speaker("Mayor Ann B. Lee", "person", "Lee"), "5f2c")
    'person:ann lee+b'
    >>> key_of(Speaker("Lee", "person", "Lee"), "5f2c")
    'person:lee@5f2c'
    """
    if not speaker.named:
        return f"unnamed:{' '.join(words(speaker.name))}@{article}"
    return key_of_name(speaker.name, speaker.type, article)


@lru_cache(maxsize=_NAMES)
def key_of_name(name: str, kind: SpeakerType = "person", article: str = ANYWHERE) -> Key:
    """Return the key of whoever is called so.

    >>> key_of_name("The Harbour Board", "organization"), key_of_name("Lee")
    ('body:harbour board', 'person:lee@*')
    >>> key_of_name("F.B.I.", "organization"), key_of_name("U.S. Army", "organization")
    ('body:fbi', 'body:us army')
    >>> key_of_name("Vega-Ortiz")
    'person:vega ortiz@*'
    """
    if kind not in ("person", "unknown"):
        return f"body:{_LETTERS.sub('', ' '.join(_without_the(words(name))))}"
    parts = with_initials_joined(bare_name(name))
    core, initials = core_name(parts), middle_initials(parts)
    if len(core) < 2 or stands_alone(name):
        return f"person:{' '.join(core)}@{article}"
    return f"person:{' '.join(core)}" + (f"+{' '.join(initials)}" if initials else "")


def initials_of(key: Key) -> str:
    """Return the middle initials in a key."""
    return _read(key)["initials"] or "" if "+" in key else ""


def base(key: Key) -> Key:
    """Return the key without middle initials.

    >>> base("person:ann lee+b"), base("person:lee@5f2c")
    ('person:ann lee', 'person:lee@5f2c')
    """
    if "+" not in key:
        return key
    parts = _read(key)
    return f"{parts['sort']}:{parts['name']}{parts['part'] or ''}"


def anywhere(key: Key) -> Key | None:
    """Return the key of all who have this name and no more, or None if it holds everywhere already.

    >>> anywhere("person:lee@5f2c"), anywhere("unnamed:a nurse@5f2c")
    ('person:lee@*', None)
    """
    if "@" not in key or not key.startswith("person:") or is_part(key):
        return None
    return f"{key.partition('@')[0]}@{ANYWHERE}"


def part_of(key: Key, decision: str) -> Key:
    """Return the key of those whom a decision takes out."""
    return f"{key}/{decision}"


def is_part(key: Key) -> bool:
    """Return whether a decision took this speaker out of those who have the same name."""
    return "/" in key


def is_bare(key: Key) -> bool:
    """Return whether this is somebody of whom one name alone is printed, or none.

    >>> is_bare("person:lee@*"), is_bare("person:ann lee"), is_bare("body:ministry")
    (True, False, False)
    """
    return "@" in key


def name_in(key: Key) -> str:
    """Return the folded name in a key, for people to read."""
    return _read(key)["name"]


def name_as_in(key: Key, name: str) -> str:
    """Return a name folded as this key folds names.

    >>> name_as_in("body:us army", "The U.S. Army"), name_as_in("person:ann lee+b", "Mayor Ann B. Lee")
    ('us army', 'ann lee')
    """
    return name_in(key_of_name(name, "organization" if key.startswith("body:") else "person"))


def entry_id(key: Key) -> str:
    """Return the id of the speaker whom a key stands for."""
    parts = _read(key)
    if parts["part"]:
        return speaker_id(key)
    return speaker_id(parts["sort"], parts["article"] or "", parts["name"], parts["initials"] or "")


def is_key(text: str) -> bool:
    """Return whether a text is a key.

    >>> is_key("person:ann lee+b"), is_key("Ann B. Lee")
    (True, False)
    """
    return _PARTS.fullmatch(text) is not None


def _read(key: Key) -> re.Match[str]:
    found = _PARTS.fullmatch(key)
    if found is None:
        raise ValueError(f"{key!r} is not the key of a speaker")
    return found


def _without_the(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[1:] if len(name) > 1 and name[0] == "the" else name
