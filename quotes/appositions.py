"""Which name a source phrase is about: its head, what stands beside it, or what it calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.discourse import Discourse
from quotes.names import fold
from quotes.nouns import folded, is_body_word, is_place, is_role_word
from quotes.people import Found
from quotes.phrases import Phrase, is_role, type_of
from quotes.role import role_at
from quotes.roles import names_a_person
from quotes.title_words import HEADS

_LINK = re.compile(
    r",[ \u00a0\n](?:[A-Z][\w-]+['’]s?[ \u00a0])?"  # ", Lee's former student "
    r"(?:[A-Z]\w+ (?=(?:[A-Z]\w+ ){1,4}[a-z])){0,4}"  # ", Lake County party "
    r"(?:(?:[a-z][\w-]*|[A-Z]\w+(?:-[a-z]+|(?= [a-z])))[ \u00a0]){0,4}\Z|,? [-–—]+ \Z"
)
_KIND = re.compile(r", an? (?:ex-|former|lapsed|proud|registered|retired|self-described|young)[ ]?\Z")
_ONLY = "(?:only |simply |just )?"
_HIS_NAME = r"(?:his|her|their) (?:first |full |last |real )?name"
_AS_CALLED = (  # gave only her first name, Sara; asked to be named only as Sara
    rf"identified (?:(?:him|her|them)sel(?:f|ves) )?{_ONLY}as|gave {_ONLY}{_HIS_NAME}(?: {_ONLY}as|,)"
    r"|(?:asked|chose|preferred|requested|wanted|wished) to be"
    rf" (?:called|identified|known|named|quoted|referred to) {_ONLY}"
    r"(?:as|by (?:his|her|their) (?:call sign|first name|nickname|nom de guerre|surname),)"
)
_CALLED = re.compile(rf"\b(?:named|called|{_AS_CALLED}) ")
_CALLS_ITSELF = re.compile(
    rf",? whose (?:full |real )?name (?:is|was) |,? (?:identified|named|introduced) {_ONLY}as "
    r"|, who [^.,;“”\"]{3,100} (?:by|use) (?:only )?(?:his|her|their) (?:first|middle) name, "
    rf"|,? who (?:\w+ )?(?:{_AS_CALLED}) "
)
_TOWN = re.compile(r"\b(?:at|from|in|near|of)(?: [A-Z][\w.'’-]*){1,3}, \Z")
ASIDE = re.compile(  # what may stand between a name and its "who" or its apposition
    r" \([^()]{1,30}\)| (?:of|in|from) [A-Z][\w.]*(?: [A-Z][\w.]*)*| on \w+day"
    r"| (?:this|last) (?:year|week|month|fall|autumn|spring|summer|winter)"
)
_IS = re.compile(r" (?:is|was) ")
_CLOSES = re.compile(r"[,.;)]| ?[-–—]| who ")
_NAMED = re.compile(r"(?:,? [-–—]+ |, |[-–—])(?:[a-z][\w-]* ){0,3}")
_PLACE = re.compile(r"(?:[A-Z][a-z]{1,4}|[A-Z]\.[A-Z])\.|[RDI][-–—][A-Z][\w.]*")
_AGE = re.compile(r", \d{1,3}(?=,)")
_SAYS = re.compile(r" (?:sa(?:id|ys?)|told|adds?|added|noted|argued|insisted|warned)\b")
_TITLE = 20  # characters of a title before a name
_BEFORE = 120  # characters of a name, where somebody is from, and a role before an apposition
_SENTENCE = 300  # characters from a place back to the one who comes from it
_OFFICE = re.compile(r" of (?!the )([a-z]+) (?=[A-Z])")  # secretary of state Ann Lee
_OF_WHAT = re.compile(r" of (?:the )?(?:[a-z][\w’'-]* ){1,3}")
_LETTERS = re.compile(r"(?: [A-Z]{2,4})+")
# and the 8th District's Bo Ray, not: CEO and founder of Ray Motors
_AND = re.compile(r" (?:and|&) (?:[Tt]he )?(?:[\w.-]+ ){0,3}?(?:[\w.-]+['’]s? )?\Z(?<! of )(?<! at )")
_JOINED = re.compile(r"(?: \([^()]{1,30}\)| (?:at|from|of) [^,()]{1,50}?)?(?: (?:and|&) |, )")
_BRACKETS = re.compile(r"\([^()]*\)|\band\b")
_ASIDE = re.compile(r"[(,][^()]*\b[a-z]{3}")


def beside(discourse: Discourse, phrase: Phrase, start: int, end: int) -> Found | None:
    """The name right before "34, of Leeds" and "a baker from Leeds", or after "who gave her name as"."""
    if discourse.text.startswith(", ", start - 2) and (found := _just_before(discourse, phrase, start, end)):
        return found
    if is_role(phrase) and (found := _just_after(discourse, end)):
        return found
    return _called_itself(discourse, start, end, phrase)


def _just_before(discourse: Discourse, phrase: Phrase, start: int, end: int) -> Found | None:
    """The name to which a phrase after a comma is an apposition: Ann Lee of Kent, a baker."""
    text = discourse.text
    named = [one for one in discourse.people.within(max(0, start - _BEFORE), start) if one.ids]
    last = named[-1] if named and named[-1].id is not None else None
    if last is None or last.id is None:
        return None
    aside = ASIDE.match(text, last.mention.end, start)
    after = aside.end() if aside else last.mention.end
    aged = _AGE.match(text, after, start)
    if (aged.end() if aged else after) != start - 2:
        return None
    near = discourse.person(last.id).role_nearest(start, start)
    apposed = near is not None and start <= near.start < end
    described = is_role(phrase) and not _SAYS.match(text, end) and _opens(discourse, last)
    return last if apposed or aged or phrase.text[:1].isdigit() or described else None


def _opens(discourse: Discourse, found: Found) -> bool:
    """Say whether a name begins its sentence or follows "said", so that what a comma adds is about it."""
    lead = found.mention.lead
    return discourse.scene.begins(lead) or discourse.text.endswith((" said ", " says "), 0, lead)


def _just_after(discourse: Discourse, end: int) -> Found | None:
    """The name in apposition right after a phrase: the founder — Ann Lee — said."""
    text = discourse.text
    link = _NAMED.match(text, end)
    after = discourse.people.within(link.end(), link.end() + _TITLE) if link else ()
    if link is None or not after or after[0].id is None or len(after[0].mention.key) < 2:
        return None
    mention = after[0].mention
    described = not link[0][-2:-1].isalpha() or bool(mention.title) or names_a_person(text, mention.lead)
    return after[0] if mention.lead == link.end() and described and _CLOSES.match(text, mention.end) else None


def named_so(discourse: Discourse, start: int, end: int) -> Found | None:
    """The name of "whose name is Ann Lee", where "name" at `start:end` was taken for the source."""
    called = _IS.match(discourse.text, end)
    if called is None or not discourse.text.startswith("whose name", end - len("whose name")):
        return None
    after = discourse.people.within(called.end(), called.end() + _TITLE)
    return after[0] if after and after[0].mention.lead == called.end() else None


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


def at_home(discourse: Discourse, start: int, end: int) -> Found | None:
    """Who is from the place between commas at `start:end`: Ann Lee, a baker from Ada, Mo., said."""
    text = discourse.text
    closed = text.find(",", end, end + 2)
    if closed < 0 or not text.startswith(", ", start - 2):
        return None
    place = text[start:end]
    if not _PLACE.fullmatch(text, start, closed) and (not is_place(place) or place.isupper()):
        return None
    here = discourse.scene.sentence(start)
    full = [
        one
        for one in discourse.people.within(max(0, start - _SENTENCE), start)
        if one.id is not None
        and len(one.mention.key) > 1
        and discourse.scene.sentence(one.mention.start) == here
    ]
    first = next(
        (one for one in full if discourse.scene.begins(one.mention.lead)), full[-1] if full else None
    )
    return None if first is None or first.mention.possessive else first


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
    owned = not people or people[-1].mention.possessive
    if not owned and phrase.head in HEADS and _OF_WHAT.fullmatch(text, core_end, people[-1].mention.lead):
        return people[-1]  # the leader of the council Ann Lee
    if people and (office := _OFFICE.match(text, core_end)) and people[0].mention.lead == office.end():
        return people[0] if fold(office[1]) in folded("portfolios") else None
    if people and _is_of_the_body(text, phrase, people[-1], start):
        return people[-1]
    kind = type_of(phrase)
    if kind == "unknown":  # a name after words that are no source: "on Friday at home, Ann Lee, a baker"
        full = (one for one in people if one.ids and len(one.mention.words) > 1)
        return next((one for one in full if _in_apposition(text, one.mention.lead, start)), None)
    if kind != "person" and not describes_a_body(phrase):
        return None
    called = _CALLED.search(phrase.text)
    if called:
        return next((one for one in inside if one.mention.lead == start + called.end()), None)
    bodies = [
        one
        for one in inside
        if (one.mention.kind in ("body", "word") or not one.mention.sure)
        and not _is_short_place(text, one)
        and not all(map(is_role_word, one.mention.words))  # a registered Republican
    ]
    fitting = [
        one for one in ([*people, *bodies] if is_role(phrase) else bodies) if not one.mention.possessive
    ]
    return next((one for one in fitting if _names(text, one, start)), None)


def _is_of_the_body(text: str, phrase: Phrase, one: Found, start: int) -> bool:
    """Say whether a body begins what ends in somebody's title and name: Court of Appeal Justice Ann Lee."""
    mention, end = one.mention, start + len(phrase.text)
    before = text[start : mention.start]
    body = phrase.shape == "bare" and is_body_word(phrase.core) and " of " in before and "," not in before
    if mention.end != end or not body or phrase.head == "office":
        return False
    described = names_a_person(text, mention.lead) or is_role_word(before.rstrip().rpartition(" ")[2])
    return described and not before[: -len(mention.title) - 1].endswith((" of", " for"))


def _names(text: str, one: Found, start: int) -> bool:
    """Say whether a mention is an apposition, and not a state: a baker from Leeds, Ohio."""
    mention = one.mention
    full = mention.kind == "person" and mention.sure and len(mention.words) > 1
    if len(mention.words) == 1 and _KIND.search(text, start, mention.lead):
        return False  # the executive, a former Marine
    town = not full and _TOWN.search(text, max(start, mention.lead - _BEFORE), mention.lead)
    return not town and _in_apposition(text, mention.lead, start)


def describes_a_body(phrase: Phrase) -> bool:
    """Say whether a phrase describes an organization and does not name it: the building's new owner."""
    return phrase.core.rpartition(" ")[2].islower() and type_of(phrase) == "organization"


def _is_short_place(text: str, one: Found) -> bool:
    """Say whether a mention is the short form of a place: Dunmore, Md."""
    start, end = one.mention.start, one.mention.end
    return end - start < 6 and _PLACE.fullmatch(text, start, end + text.startswith(".", end)) is not None


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
    return _AND.search(between) is not None and not _ASIDE.search(_BRACKETS.sub("", between))
