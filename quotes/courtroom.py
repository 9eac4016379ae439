"""The defendant and the witness: parts in court that no title prints, told by what their bearers do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from quotes.discourse import Discourse

# What follows the name of whoever plays the part, perhaps after an age or an address in commas.
_ASIDE = r"(?:, [^,.\n]{1,40})?(?:, of [^.\n]{1,60})?,? (?:has |had |have )?"
_DEFENDANT = re.compile(
    _ASIDE
    + r"(?:(?:denie[sd]|admitted|admits|pleaded (?:not )?guilty|stands accused|faces (?:\w+ )?charges?)\b"
    r"|(?:is|was|been) (?:accused|charged|on trial|found guilty|convicted|sentenced|jailed)\b)"
)
_WITNESS = re.compile(
    _ASIDE + r"(?:told the (?:court|jury|trial|inquest|inquiry|hearing)|gave evidence|testified)\b"
)
_SIGNS = {
    "defendant": _DEFENDANT,
    "accused": _DEFENDANT,
    "witness": _WITNESS,
}
_LAST = 8  # how many of those signs are looked at: the latest
_COUNSEL = frozenset("prosecutor prosecuting defending mitigating kc qc sc barrister judge attorney".split())


def players(discourse: Discourse, part: str, before: int) -> tuple[int, ...]:
    """Return the people who play a part in court, by what the text up to `before` says after their names.

    Of witnesses that is the last one alone: one stands in the box at a time.
    """
    sign = _SIGNS.get(part)
    if sign is None:
        return ()
    if part not in discourse.parts:
        discourse.parts[part] = list(_all(discourse, sign))
    known = discourse.parts[part]
    end = bisect_left(known, (before,))
    last = [person for _, person in known[max(0, end - _LAST) : end]]
    return tuple(last[-1:]) if part == "witness" else tuple(dict.fromkeys(last))


def _all(discourse: Discourse, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where the sign follows a name, and whose, counsel and judges left out."""
    for found in discourse.people.found:
        person = found.id
        if person is None or not sign.match(discourse.text, found.mention.end):
            continue
        home = discourse.text.endswith(
            (" of ", " in "), 0, found.mention.lead
        )  # "Ann Lee, of Mill Lane, denies"
        if not home and not _is_counsel(discourse, person):
            yield found.mention.start, person


def _is_counsel(discourse: Discourse, person: int) -> bool:
    words = (word for wording in discourse.person(person).titles for word in wording.split())
    return not _COUNSEL.isdisjoint(words)
