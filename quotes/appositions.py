"""Which name a source phrase is about: its head, what stands beside it, or what it calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.discourse import Discourse
from quotes.people import Found
from quotes.phrases import Phrase, is_role, type_of
from quotes.role import role_at

_LINK = re.compile(r",[ \u00a0\n](?:(?:[a-z][\w-]*|[A-Z]\w+-[a-z]+)[ \u00a0]){0,4}\Z|,? [-–—]+ \Z")
_CALLED = re.compile(
    r"(?:identified (?:(?:him|her|them)sel(?:f|ves) )?(?:only |simply )?as|named|called"
    r"|gave (?:his|her|their) name (?:only )?as) "
)
_CALLS_ITSELF = re.compile(
    r",? (?:identified|named|introduced) (?:only |simply )?as |,? who (?:\w+ )?(?:"
    r"identified (?:him|her|them)sel(?:f|ves)(?: only| simply)? as"
    r"|gave (?:his|her|their) name (?:only )?as) "
)
_TOWN = re.compile(r"\b(?:at|from|in|near|of)(?: [A-Z][\w.'’-]*){1,3}, \Z")
_TITLE = 20  # characters of a title before a name
_BESIDE = 60  # characters of a name before its apposition
_LETTERS = re.compile(r"(?: [A-Z]{2,4})+")
_JOINED = re.compile(r"(?: \([^()]{1,30}\))?(?: (?:and|&) |, )")
_BRACKETS = re.compile(r"\([^()]*\)|\band\b")
_ASIDE = re.compile(r"[(,][^()]*[a-z]{3}")


def beside(discourse: Discourse, phrase: Phrase, start: int, end: int) -> Found | None:
    """The name right before "34, of Leeds" and "a baker from Leeds", or after "who gave her name as"."""
    text = discourse.text
    if text[max(0, start - 2) : start] == ", ":
        before = discourse.people.within(max(0, start - _BESIDE), start)
        last = before[-1] if before and before[-1].id is not None else None
        if last and last.id is not None and last.mention.end == start - 2:
            near = discourse.person(last.id).role_nearest(start, start)
            if phrase.text[:1].isdigit() or (near and start <= near.start < end):
                return last
    return _called_itself(discourse, start, end, phrase) if phrase.shape == "a" else None


def _called_itself(discourse: Discourse, start: int, end: int, phrase: Phrase) -> Found | None:
    """The name of "a trader, who identified herself as Mama Sade"; she is a trader from now on."""
    called = _CALLS_ITSELF.match(discourse.text, end)
    after = discourse.people.within(called.end(), called.end() + _TITLE) if called else ()
    if called is None or not after or after[0].mention.lead != called.end():
        return None
    role = role_at(discourse.text, start, start + len(phrase.core))
    if after[0].id is not None and role and is_role(phrase):
        discourse.people.add_role(discourse.person(after[0].id), role)
    return after[0]


def head_name(text: str, phrase: Phrase, inside: Sequence[Found], start: int) -> Found | None:
    """Return the mention that the phrase is about, not one that only describes (`Lee's aide`)."""
    people = [one for one in inside if one.ids or one.mention.kind == "person"]
    core_end = start + len(phrase.core)
    for one in people:
        mention = one.mention
        if mention.lead < core_end <= mention.end + 2 or (
            mention.lead < core_end and _LETTERS.fullmatch(text, mention.end, core_end)
        ):
            return None if _are_joined(text, one, people) else one
    if phrase.plural:
        return None
    kind = type_of(phrase)
    if kind == "unknown":  # a name after words that are no source: "on Friday at home, Ann Lee, a baker"
        full = (one for one in people if one.ids and len(one.mention.words) > 1)
        return next((one for one in full if _in_apposition(text, one.mention.lead, start)), None)
    if kind != "person" and not describes_a_body(phrase):
        return None
    called = _CALLED.search(phrase.text)
    if called:
        return next((one for one in inside if one.mention.lead == start + called.end()), None)
    bodies = [one for one in inside if one.mention.kind in ("body", "word") or not one.mention.sure]
    fitting = [*people, *bodies] if is_role(phrase) else bodies
    return next((one for one in fitting if _names(text, one, start)), None)


def _names(text: str, one: Found, start: int) -> bool:
    """Say whether a mention stands in apposition, and is not the state after a town: a baker from Leeds, Ohio."""
    mention = one.mention
    full = mention.kind == "person" and mention.sure and len(mention.words) > 1
    town = not full and _TOWN.search(text, max(start, mention.lead - _BESIDE), mention.lead)
    return not town and _in_apposition(text, mention.lead, start)


def describes_a_body(phrase: Phrase) -> bool:
    """Say whether a phrase describes an organization and does not name it: the building's new owner."""
    return phrase.core.rpartition(" ")[2].islower() and type_of(phrase) == "organization"


def _in_apposition(text: str, lead: int, start: int) -> bool:
    """Say whether a comma or dash leads to a name: one employee, Ann Lee."""
    return _LINK.search(text, max(start, lead - 60), lead) is not None


def _are_joined(text: str, one: Found, people: Sequence[Found]) -> bool:
    """Say whether a name is one of several: Ann Lee and Bo Ray, not Ann Lee, who met Bo Ray."""
    first, last = people[0].mention, people[-1].mention
    if first is last or people[0].ids == people[-1].ids or not _JOINED.match(text, first.end):
        return False
    if one.mention not in (first, last):
        return False
    between = text[first.end : last.lead]
    return between.endswith((" and ", " & ")) and not _ASIDE.search(_BRACKETS.sub("", between))
