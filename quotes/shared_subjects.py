"""The subject that a verb shares with another before it: `Lee called it late, and added that …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.cues import Cue
from quotes.sources import Tokens, inverted, subject_before
from quotes.syntax import Tagged

_FINITE = re.compile(r"(?:[MBHY][Rn]*)+[VZFKG]?|[ZF]")


def shared(
    tagged: Tagged, cue: Cue, start: int, cues: tuple[Cue, ...], taken: Sequence[Tokens] = ()
) -> Tokens | None:
    """Return the subject that `cue` shares with an earlier verb of its sentence, which begins at `start`.

    A reporting verb comes first (in the same form, if the cue is finite), then the nearest finite verb
    outside the words that are `taken`: they are what somebody has said.
    """
    asides = _asides(tagged, start, cue.first)
    for other in reversed([each for each in cues if each.head < cue.first][-6:]):
        if other.prefix in ("", "be-") and (
            _same_form(tagged, other, cue)
            or (cue.form == "F" and tagged.tags[other.first] == "H")  # has demanded … and threatened
            or (cue.form not in "ZFV" and other.form in "ZFV")
            or (cue.form in "ZF" and other.lexeme.act == "said" and _is_denied(tagged, other))
        ):
            found = subject_before(tagged, other.first) or _inverted_tag(tagged, other)
            if not found or found[0] < start or tagged.tags[found[0]] in "WT":
                continue
            if _governs(tagged, cue, found[0], asides):
                return found
    return nearest(tagged, cue, start, taken)


def _same_form(tagged: Tagged, other: Cue, cue: Cue) -> bool:
    """Whether two verbs are in one form; "wrote" is finite for sure, so Z, and as past as "warned", an F."""
    if other.form == cue.form:
        return True
    past = other.form in "ZF" and cue.form in "ZF"
    return past and not (tagged.word(other.head).endswith("s") or tagged.word(cue.head).endswith("s"))


def _asides(tagged: Tagged, start: int, end: int) -> list[Tokens]:
    """What stands in brackets or between dashes."""
    return [match.span() for match in _BETWEEN.finditer(tagged.tags, start, end)]


_BETWEEN = re.compile(r"\([^)]*\)|-[^-]*-")


def _governs(tagged: Tagged, cue: Cue, at: int, asides: list[Tokens]) -> bool:
    """Whether `cue` may go on from the subject at `at`: in no aside; for ", adding" in no inner clause."""
    if any(first < at < end for first, end in asides):
        return False
    apart = tagged.tags[cue.first - 2 : cue.first].endswith((",", ",C", "-C"))
    before = tagged.tags[at - 2 : at]
    return not apart or not (before.endswith("T") or (before.endswith("W") and before[:1] not in ",-"))


def _is_denied(tagged: Tagged, cue: Cue) -> bool:
    """Whether a verb group is "would not say", "didn't say": what comes after it is in another form."""
    group = tagged.tags[cue.first : cue.head]
    return group[:1] in {"M", "Y"} and ("n" in group or tagged.word(cue.first).endswith("n't"))


def _inverted_tag(tagged: Tagged, cue: Cue) -> Tokens | None:
    """The subject after a verb that follows a quotation or a comma: `"…," said Lee, adding that …`."""
    before = tagged.tags[cue.first - 1 : cue.first] if cue.form in "ZF" else ""
    tags = before in ("q", ",") and not _TAGS.isdisjoint(cue.lexeme.names)
    found = inverted(tagged, cue) if tags else None
    listed = before == "," and found and _LISTED.match(tagged.tags, found[1])
    return None if listed else found  # Lee blamed the driver, praised the nurses and promised a ward


_TAGS = frozenset({"quote", "tag"})
_LISTED = re.compile("(?:,C?|C)R?[ZF]")


def nearest(tagged: Tagged, cue: Cue, start: int, taken: Sequence[Tokens] = ()) -> Tokens | None:
    """Return the subject of the nearest finite verb before `cue` in its sentence, which begins at `start`."""
    groups = list(_FINITE.finditer(tagged.tags, start, cue.first))
    relative = "T" if tagged.tags[cue.first - 1 : cue.first] == "b" else "WT"  # "who surprised her by saying"
    asides, inner, who = _asides(tagged, start, cue.first), None, None
    for group in reversed(groups[-6:]):
        found = subject_before(tagged, group.start())
        if not found or found[0] < start or any(first <= found[0] < end for first, end in taken):
            continue
        if tagged.tags[found[0]] in relative:
            who = who or (found if "," not in tagged.tags[found[0] : cue.first] else None)
        elif _governs(tagged, cue, found[0], asides):
            return (
                inner if inner and tagged.word(found[0]) == "it" else found
            )  # it is odd that Lee asks, yet denies
        else:
            inner = inner or found
    return inner or (who if tagged.tags[cue.first - 1] == "C" else None)  # "Lee, who saw it and denied …"
