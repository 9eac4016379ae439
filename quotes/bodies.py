"""Organizations as sources: their full name, its short forms, and words that may be one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from quotes.answers import Answer
from quotes.discourse import Discourse
from quotes.mentions import LEGAL_FORMS, Mention
from quotes.model import SpeakerType
from quotes.names import fold, in_title_case, suffix
from quotes.nouns import folded, is_body_word, is_group, is_place, singular
from quotes.people import People
from quotes.phrases import Phrase
from quotes.roles import around, names_a_body, noun_phrase_before

_ACRONYM = re.compile(r",? \(?[A-Z][A-Za-z]{1,7}\)?\Z")
_ASIDE = re.compile(r",? \(|, (?=(?:an?|the|which|who|whose|one|its|now|part|all|both|as|of)\b)")
_LEADING = re.compile(r"\A(?:[\d.:]+ )?(?:[Tt]he[ \n\u00a0])?(?:[a-z][\w-]* )*(?=[A-Z])|\A[Tt]he ")
_CORPORATE = LEGAL_FORMS | {"group", "holdings", "bank", "airlines", "motors", "industries"}
COMPANY = frozenset(
    "company chain brewer brokerage firm group business bank retailer carrier airline manufacturer maker "
    "lender".split()
)
_NEXT = re.compile(r"\b(he|she|his|her|him|it|its)\b", re.I)
_SHORTEST_LABEL = 4  # letters of a name in capitals; what is shorter is an acronym
_SURNAME_FIRST = re.compile(r"[A-Z][A-Z'’-]+, (?P<given>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)")  # ROE, Ann
_OF_WHAT = re.compile(r" of(?: the)?(?: (?:and )?[A-Z][\w-]*)+")
_BEFORE = 60  # mentions before "the bank" in which its name is looked for
_MANY = frozenset("party program programme project campaign government".split())  # of which there are several
_BODY = COMPANY | frozenset("charity club operator organisation organization outlet agency union".split())
_AGENCIES = frozenset(
    "administration agency authority bureau commission department office regulator service".split()
)
_SOON = 400  # characters in which "the company" is the body that spoke last
ANY_COMPANY = ""  # the key under which the last company is known
_AN_AGENCY = "an agency"  # the key under which the last agency of a state is known
_OPENER = re.compile(r"([A-Z][a-z]+) (?=[A-Z])")
_MANY_OF = ("ist", "cant", "ial", "isan")  # no surname ends so with an s: activists, applicants
_TRADES = frozenset(
    "brewer retailer insurer lender carmaker chipmaker drugmaker housebuilder supermarket broker brokerage "
    "airline chain miner engineer publisher broadcaster".split()
)


def body(discourse: Discourse, phrase: Phrase, at: int = 0) -> Answer:
    """Resolve a phrase that names or describes an organization, and learn its short forms."""
    named = phrase.core.rpartition(" ")[2][:1].isupper() and not _is_one_of_many(phrase)
    name = bare_name(phrase) if named else phrase.text
    if named and _is_no_name(name):
        because = (f'"{phrase.text}" is no name',)
        return Answer(name=phrase.text, steps=("phrase",), because=because)
    trade = _trade(name) if named and phrase.shape == "bare" else ""
    name = name[len(trade) :].lstrip()
    known = _known(discourse, phrase, name, at, named=named)
    if known and known != name:
        return Answer(name=known, type="organization", named=True, steps=("organization", "short for"),
                      because=(f'"{phrase.core}" is short for {known}',),
                      role=calling(discourse, known))  # fmt: skip
    if named:
        _learn(discourse, phrase, name)
    return Answer(name=name, type="organization", named=named, steps=("organization",),
                  because=(f'"{phrase.core}" is an organization',),
                  role=calling(discourse, name) if named else None)  # fmt: skip


def _is_no_name(name: str) -> bool:
    """Say whether a word is in capitals only as a sentence or a month begins with it: When, July."""
    initials = len(name) > 1 and name.isupper()  # the US
    return fold(name) in folded("starters") and not (initials or is_place(name) or is_body_word(name))


def _is_one_of_many(phrase: Phrase) -> bool:
    """Say whether a phrase names a kind of body and no body: the super PAC, a California university."""
    *before, last = phrase.core.split()
    described = any(word.islower() for word in before[1:][-1:])
    return described and (phrase.shape == "a" or (last.isupper() and is_body_word(last)))


def _trade(name: str) -> str:
    """The trade in front of a name that begins a sentence: Brewer of "Brewer Hart & Sons"."""
    first = name.partition(" ")[0]
    return first if first.lower() in _TRADES and _OPENER.match(name) else ""


def calling(discourse: Discourse, name: str) -> str | None:
    """What an article calls a body beside its name: private equity group, Brewer."""
    if discourse.callings is None:
        discourse.callings = dict(_callings(discourse))
    return discourse.callings.get(name)


def _callings(discourse: Discourse) -> Iterator[tuple[str, str]]:
    """Yield each body with the lower-case words for one that stand before it, or the trade in its name."""
    text = discourse.text
    for one in reversed(discourse.people.found):
        mention = one.mention
        if one.ids or len(mention.words) < 2:
            continue
        name = " ".join(mention.words)
        if trade := _trade(text[mention.lead : mention.end]):
            yield name.removeprefix(trade).lstrip(), trade
        elif names_a_body(text, mention.lead) and (role := noun_phrase_before(text, mention.lead)):
            yield name, role


def bare_name(phrase: Phrase) -> str:
    """Return the name without "the", an acronym that explains it, and an apposition or a clause."""
    name = phrase.text
    if "(" in name or "," in name:
        name = _ASIDE.split(_ACRONYM.sub("", name), maxsplit=1)[0]
    return _LEADING.sub("", name, count=1)


def _known(discourse: Discourse, phrase: Phrase, name: str, at: int, *, named: bool) -> str | None:
    """The full name that stands behind an acronym, "the commission" or "the company"."""
    if named or phrase.shape != "the":
        return discourse.bodies.get(fold(name)) or _with_legal_form(discourse, name)
    words = phrase.core.split()
    if len(words) == 2 and phrase.head not in discourse.bodies and phrase.head not in _MANY:
        found = _body_before(discourse.people, phrase.head, at)
        if found:
            return found
    spoke = discourse.thing
    if len(words) == 2 and phrase.head in _BODY and spoke and spoke.named and at - spoke.at < _SOON:
        return _agency(discourse, spoke.name) if phrase.head == "agency" else spoke.name
    modifiers = words[1:-1]
    plain = not any(word[0].islower() or word.endswith(("'s", "’s")) for word in modifiers)
    return discourse.bodies.get(phrase.head) or (
        discourse.bodies.get(ANY_COMPANY) if plain and phrase.head in COMPANY else None
    )


def _with_legal_form(discourse: Discourse, name: str) -> str | None:
    """Return the company whose name begins so and ends in its legal form: Orbal Tea Brands Inc."""
    first, _, more = name.partition(" ")
    full = discourse.people.bodies.get(fold(first), "") if more else ""
    legal = full.startswith(f"{name} ") and fold(full.rpartition(" ")[2]) in LEGAL_FORMS
    return full if legal else None


def _agency(discourse: Discourse, spoke: str) -> str:
    """The agency of the state that was named last if one was and what spoke last is a council or a union."""
    last = fold(spoke.rpartition(" ")[2])
    other = is_body_word(last) and last not in _AGENCIES
    return discourse.bodies.get(_AN_AGENCY, spoke) if other else spoke


def _body_before(people: People, noun: str, at: int) -> str | None:
    """Return the one body whose name ends in a folded noun, among the last mentions before `at`."""
    end = bisect_left(people.starts, at)
    last = (found.mention for found in people.found[max(0, end - _BEFORE) : end])
    bodies = [one for one in last if one.kind == "body" and one.key[-1] == noun]
    if len({one.key for one in bodies}) != 1:
        return None
    full = next(filter(None, (_OF_WHAT.match(people.text, one.end) for one in bodies)), None)
    return " ".join(bodies[0].words) + (full[0] if full else "")


def _learn(discourse: Discourse, phrase: Phrase, name: str) -> None:
    """Note the head noun and the initials of a name as its short forms."""
    if fold(name) == phrase.head and is_body_word(name):
        return  # "Campaign" names none
    discourse.bodies.setdefault(phrase.head, name)
    acronym = _ACRONYM.search(phrase.text)
    if acronym:
        discourse.bodies.setdefault(acronym[0].strip(" ,()").lower(), name)
    short, _, form = name.rpartition(" ")
    if fold(form) in _AGENCIES:
        discourse.bodies[_AN_AGENCY] = name
    if fold(form) in _CORPORATE:
        discourse.bodies[ANY_COMPANY] = name
        discourse.bodies.setdefault(fold(short), name)  # Roe & Dale, of Roe & Dale Inc.
    elif " & " in name or _is_company(discourse, name):
        discourse.bodies.setdefault(ANY_COMPANY, name)
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_][\w-]*", name) if word[0].isupper())
    if len(initials) > 1:
        discourse.bodies.setdefault(initials.lower(), name)


def _is_company(discourse: Discourse, name: str) -> bool:
    called = calling(discourse, name)
    return called is not None and called.rpartition(" ")[2].lower() in COMPANY


def labelled(discourse: Discourse, phrase: Phrase) -> Answer:
    """A name in capitals before a colon, as in a transcript: a person, unless an acronym or a body's."""
    words = phrase.core.split()
    if is_body_word(words[-1]) or len(phrase.core) < _SHORTEST_LABEL or "&" in words or len(words) > 3:
        return body(discourse, phrase)
    name = discourse.labels.setdefault(fold(words[-1]), _in_order(phrase))
    return Answer(name=name, type="person", named=True, steps=("lone word",),
                  because=(f'"{phrase.core}" is the label of a turn',))  # fmt: skip


def _in_order(phrase: Phrase) -> str:
    """The name of a label as names are written: Ann Roe of "ROE, Ann (baker)"."""
    turned = _SURNAME_FIRST.match(phrase.text)
    if turned is None or suffix((phrase.core, turned["given"])):
        return in_title_case(phrase.core)
    return f"{in_title_case(turned['given'])} {in_title_case(phrase.core)}"


def lone_word(discourse: Discourse, phrase: Phrase, mention: Mention | None) -> Answer:
    """One capitalised word that is nobody's known name: a person where an age, a role or "he" follows."""
    if phrase.core.isupper() or is_body_word(phrase.core) or mention is None:
        return body(discourse, phrase)
    first = discourse.people.bodies.get(fold(phrase.core))
    if first:
        return Answer(name=first, type="organization", named=True, steps=("organization", "short for"),
                      because=(f'"{phrase.core}" is short for {first}',),
                      role=calling(discourse, first))  # fmt: skip
    one = singular(fold(phrase.core))
    if one != fold(phrase.core) and (is_group(one) or one.endswith(_MANY_OF)):
        return Answer(name=phrase.core, type="group", steps=("phrase",),
                      because=(f'"{phrase.core}" is a group',))  # fmt: skip
    kind = _kind(discourse, mention)
    if kind != "person" and discourse.is_common(phrase.core):
        return Answer(name=phrase.core, type=kind, steps=("phrase",),
                      because=(f'"{phrase.core}" is no name',))  # fmt: skip
    return Answer(name=phrase.core, type=kind, named=True, steps=("lone word",),
                  because=(f'"{phrase.core}" is printed alone',))  # fmt: skip


def _kind(discourse: Discourse, mention: Mention) -> SpeakerType:
    """What a lone word is by what stands beside it, else by the next pronoun if nobody else can be meant."""
    text, end = discourse.text, mention.end
    if around(text, mention).person:
        return "person"
    after = _NEXT.search(text, end, end + 300)
    if not after:
        return "unknown"
    if after[1].lower() in ("it", "its"):
        return "organization"
    others = any(one.ids for one in discourse.people.within(end, after.start()))
    return (
        "unknown"
        if others
        or text.endswith("ccording to ", 0, mention.lead)
        or discourse.is_common(text[mention.start : end])
        else "person"
    )
