"""Who one source is: a name, a pronoun, a body, an epithet, or a phrase as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.answers import Answer, nobody
from quotes.appositions import at_home, beside, describes_a_body, head_name, named_so
from quotes.bearers import just_spoke, one_of
from quotes.beginnings import kin_begins, what_begins, who_begins
from quotes.bodies import ANY_COMPANY, COMPANY, body, labelled, lone_word
from quotes.discourse import Discourse, Thing
from quotes.epithets import epithet, named_later
from quotes.initials import bearer, signed
from quotes.interviews import interviewed
from quotes.model import Span, SpeakerType
from quotes.names import SINGULAR, Gender, fold
from quotes.nouns import is_body_word, is_place, is_role_word, singular
from quotes.people import Found
from quotes.phrases import Phrase, is_role, take_apart, type_of
from quotes.pronouns import FIRST, PLURAL, SUBJECTS, THING, first_person, it, pronoun, they
from quotes.relatives import RELATIVE, antecedent
from quotes.role import is_verbal, role_at

_NAME = r"[A-Z][\w’'-]+(?:\.?[ \u00a0][A-Z][\w.’'-]*){0,4}"  # Lee, Sen. Ann Lee
_PAIR = re.compile(
    rf"(?:[Bb]oth )?(?P<first>{_NAME})(?:, {_NAME})*,? and (?:(?!of |at )[a-z\d][\w-]* ){{0,3}}"
    rf"{_NAME}(?= \(|, |\Z)"
)
_BEFORE_LABEL = frozenset(["", "\n", ".", "!", "?", ")", "]", '"', "”"])
_SHORT = 14  # characters of the longest pronoun with marks
_AGAIN = 4000  # characters that "the report" reaches back
_ONE_OF_SEVERAL = re.compile(r"(?:one(?: of them)?|another|the other|a third)(?=,|\Z)", re.I)
_ANY = frozenset("no each every neither any".split())
_OTHERS = re.compile("others? ", re.I)
_NO_ONE = frozenset(
    "you your there someone everyone anyone nobody everybody somebody this these those what neither".split()
)


def read(
    discourse: Discourse,
    source: Sequence[Span],
    own: Sequence[Span] = (),
    *,
    word: str | None = None,
    other: int | None = None,
) -> Answer:
    """Resolve the phrase at `source`; `own` are the words that it says, `word` its one word if known.

    `other` is who speaks to the source, or is told what it says, and so somebody else.
    """
    discourse.other = other
    start, end = source[0]
    printed = discourse.text[start:end]
    if word is None:
        word = pronoun_at(discourse.text, source)
    if word in SINGULAR:
        described = _begun(discourse, SINGULAR[word], start) if word in SUBJECTS else None
        return described or pronoun(discourse, word, start, own)
    if word in FIRST:
        return first_person(discourse, word, None)
    if word in PLURAL:
        return they(discourse, printed, start)
    if word in THING:
        return what_begins(discourse, start) or it(discourse, printed, start)
    if word in RELATIVE:
        return _relative(discourse, printed, start)
    one = _ONE_OF_SEVERAL.match(printed)
    called = discourse.people.within(start, end) if one else ()
    if one and called and called[0].id is not None and called[0].mention.lead == start + len(one[0] + ", "):
        return _name(discourse, called[0])  # a third, Ann Lee
    if one:
        because = (f'"{one[0]}" of several',)
        return Answer(name=one[0], type="person", steps=("unnamed person",), because=because)
    if printed.startswith("@") or discourse.text.startswith("@", start - 1, start):
        name = "@" + printed.lstrip("@")
        return Answer(name=name, type="person", named=True, steps=("lone word",), because=("a handle",))
    if printed in ("Q", "A"):
        return interviewed(discourse, printed)
    if word in _NO_ONE or not printed.strip():
        return Answer(
            name=printed.strip(), because=(f'"{printed}" is nobody in particular',), steps=("phrase",)
        )
    return _phrase(discourse, start, end, own)


def _begun(discourse: Discourse, gender: Gender, at: int) -> Answer | None:
    """Whom "he" or "she" goes on from that began the sentence or the one before, and is not named there."""
    kin = kin_begins(discourse, gender, at)
    answer = _phrase(discourse, *kin, ()) if kin else None
    if kin and answer and (answer.person is not None or answer.type == "person"):
        return answer.then("continues", f"goes on from {discourse.text[slice(*kin)]}")
    return who_begins(discourse, gender, at)


def pronoun_at(text: str, source: Sequence[Span]) -> str:
    """The one short word of a source, folded and without a possessive mark; empty if it is longer."""
    if not source or source[0][1] - source[0][0] > _SHORT:
        return ""
    word = fold(text[slice(*source[0])].strip(" ,’'\n"))
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _relative(discourse: Discourse, printed: str, at: int) -> Answer:
    """Who and which are what stands just before them."""
    before = antecedent(discourse, printed, at)
    if isinstance(before, Found):
        return _name(discourse, before).after("relative", f'"{printed}" follows')
    if before is None:
        return nobody(f'"{printed}" follows nothing')
    phrase = discourse.text[slice(*before)]
    answer = _phrase(discourse, *before, ())
    if fold(printed) == "which" and answer.person is None and answer.type == "person":
        answer = answer._replace(type="organization")
    return answer.after("relative", f'"{printed}" follows "{phrase}"')


def _phrase(discourse: Discourse, start: int, end: int, own: Sequence[Span]) -> Answer:
    """Resolve a phrase that is no pronoun: a name, a description, or something without a name."""
    inside = discourse.people.within(start, end)
    if inside and inside[0].ids and inside[0].mention.lead == start and inside[0].mention.end == end:
        return _name(discourse, inside[0])
    whole = discourse.people.around(start, end)
    if whole is not None:
        return _name(discourse, whole)
    named = at_home(discourse, start, end) or named_so(discourse, start, end)
    if named is not None:
        return _name(discourse, named)
    printed = discourse.text[start:end]
    owner = inside[0].id if inside else None
    owned = owner is not None and discourse.person(owner).surely
    if owned and printed.endswith(("'s", "’s")) and _OF_WHOM.match(discourse.text, end):
        because = (f'"{printed}" is somebody of {printed[:-2]}',)  # Lee's barrister said no. Ray's said yes.
        return Answer(name=printed, type="person", steps=("unnamed person",), because=because)
    start += len(printed) - len(printed.lstrip())
    phrase = take_apart(printed)
    if fold(printed.split()[0]) in _ANY and is_role(phrase):
        return _unnamed(phrase, "person")
    if not inside and (bearer_of := _bearer(discourse, printed)):
        return bearer_of
    if several := _family(discourse, phrase) or (_are_named(phrase, inside) and phrase.text):
        return Answer(name=several, type="group", steps=("phrase",), because=(f'"{several}" are several',))
    if _begins_a_list(discourse, inside, start):
        return _unnamed(phrase, "group")
    named = head_name(discourse.text, phrase, inside, start)
    if named is not None:
        return _described(discourse, phrase, named, start)
    named = beside(discourse, phrase, start, end)
    if named is not None:
        return _name(discourse, named)
    if phrase.shape == "the" and _is_company(discourse, phrase):
        return body(discourse, phrase, start)
    labels = printed.isupper() and _is_label(discourse.text, start, end)
    if labels and (called := signed(discourse, printed)):
        return called
    known = discourse.people.by_head.get(phrase.head)
    if not known and (called := bearer(discourse, phrase)):
        return called
    described = phrase.shape == "the" or (phrase.shape == "bare" and not any(one.ids for one in inside))
    if described and is_role(phrase):
        return epithet(discourse, phrase, start, own)
    return _other(discourse, phrase, inside, start)


_OF_WHOM = re.compile(r" (?:said|says|told|argued|insisted)\b")
_LED = re.compile(r"(?:[^,]{1,60}, )?")  # the mayor, [Ann Lee]
_NEXT = re.compile(r"[^\n]*, and (?:[^,]{1,60}, )?")  # , of Hull, and the clerk, [Bo Ray]


def _begins_a_list(discourse: Discourse, inside: Sequence[Found], start: int) -> bool:
    """Say whether a phrase joins people with what they are: Ann Lee, of Hull, and the clerk, Bo Ray."""
    people = [one.mention for one in inside if one.mention.kind == "person"]
    if len(people) < 2 or not _LED.fullmatch(discourse.text, start, people[0].lead):
        return False
    first = people[0].end
    return any(_NEXT.fullmatch(discourse.text, first, mention.lead) for mention in people[1:])


def _is_company(discourse: Discourse, phrase: Phrase) -> bool:
    """Say whether "the maker of ..." is the company of the article and no person."""
    known = phrase.head in COMPANY and not phrase.plural and phrase.head not in discourse.people.by_head
    return known and ANY_COMPANY in discourse.bodies


def _described(discourse: Discourse, phrase: Phrase, named: Found, start: int) -> Answer:
    """The name that a phrase has as its head or in apposition; a body keeps the description as its role."""
    if named.mention.start < start + len(phrase.core):
        return _name(discourse, named)
    makes = phrase.head in COMPANY and not named.ids  # the drug's maker, Orbal
    answer = _name(discourse, named, organization=makes or describes_a_body(phrase))
    if answer.type != "organization":
        return answer
    if phrase.head in COMPANY:
        discourse.bodies[ANY_COMPANY] = " ".join(named.mention.words)
    role = role_at(discourse.text, start, start + len(phrase.core))
    return answer._replace(role=role.text if role else answer.role)


# --- names ---


def _name(discourse: Discourse, found: Found, *, organization: bool = False) -> Answer:
    """Resolve a mention by name to its person, with how the name was shortened."""
    mention, people = found.mention, discourse.people
    own = " ".join(mention.words)
    if mention.kind == "body" or organization:
        return body(discourse, take_apart(own))
    if found.id is None:
        return one_of(discourse, found, own) if found.ids else _alone(discourse, found, own)
    other = just_spoke(discourse, found)
    if other is not None:
        return other
    person = people.all[found.id]
    proven, person.surely = person.surely, person.surely or len(mention.words) > 1
    if mention.key == person.key:
        step = "full name" if proven else "name without proof"
        return Answer(person.id, steps=(step,), because=(f'"{own}" is the fullest name printed',))
    surname = mention.key[-1]
    if surname != person.key[-1]:
        step = "first name"
    elif people.count(surname) > 1:
        step = "one of several bearers"
    else:
        step = "title and surname" if mention.title else "surname"
    return Answer(person.id, steps=(step,), because=(f'"{own}" = {person.name}',))


def _alone(discourse: Discourse, found: Found, own: str) -> Answer:
    if found.mention.key in discourse.people.no_people:
        return body(discourse, take_apart(own))
    return Answer(name=own, type="person", named=True, steps=("lone word",),
                  because=(f'"{own}" is printed here alone',))  # fmt: skip


# --- what has no name of a person ---


def _other(discourse: Discourse, phrase: Phrase, inside: Sequence[Found], at: int) -> Answer:
    """A group, an organization, a document or an unnamed person."""
    kind = type_of(phrase)
    if " and " in phrase.text and kind != "document" and _names_several(phrase, inside):
        return _unnamed(phrase, "group")
    first = inside[0] if inside else None
    if first and first.ids and first.mention.start == at and _in_headline(discourse, phrase, at):
        return _name(discourse, first)
    if kind == "person" and (later := named_later(discourse, phrase, at)):
        return later
    if kind == "unknown" and (subject := _subject_inside(discourse, phrase, first, at)):
        return subject
    if kind != "organization":
        return _again(discourse, phrase, kind, at) or _unnamed(phrase, kind)
    words = phrase.core.split()
    if phrase.core.isupper() and _is_label(discourse.text, at, at + len(phrase.text)):
        return labelled(discourse, phrase)
    if len(words) == 1 and words[0][0].isupper() and not is_place(words[0]):
        return lone_word(discourse, phrase, first.mention if first else None)
    return body(discourse, phrase, at)


def _is_label(text: str, start: int, end: int) -> bool:
    """Say whether a colon follows and no sentence goes on before: `LEE: No.`, not `telling CNBC: "No."`"""
    return text.startswith(":", end) and text[max(0, start - 2) : start].rstrip(" *_")[-1:] in _BEFORE_LABEL


def _subject_inside(discourse: Discourse, phrase: Phrase, first: Found | None, at: int) -> Answer | None:
    """Who begins a phrase that is a clause and no source: "he appeared at a", "Lee pleaded with them"."""
    words = phrase.text.split()
    if len(words) < 2:
        return None
    if fold(words[0]) in SUBJECTS and is_verbal(words[1]):
        return pronoun(discourse, fold(words[0]), at, ())
    named = first is not None and first.id is not None and first.mention.lead == at
    if first is None or not named:
        return None
    after = discourse.text[first.mention.end : at + len(phrase.text)].split()
    return _name(discourse, first) if after and is_verbal(after[0]) else None


def _bearer(discourse: Discourse, printed: str) -> Answer | None:
    """The one who bears a surname that is a common word too, and so was read as no name: Early said."""
    known = discourse.people.called(fold(printed)) if printed[:1].isupper() else ()
    if len(known) != 1 or not discourse.person(known[0]).surely:
        return None
    return Answer(known[0], steps=("surname",), because=(f'"{printed}" = {discourse.person(known[0]).name}',))


def _family(discourse: Discourse, phrase: Phrase) -> str:
    """The phrase as printed, if it calls a family by the surname of one who is known: the Lees."""
    words = phrase.text.split()
    if len(words) != 2 or words[0].lower() != "the" or not words[1][0].isupper():
        return ""
    name = fold(words[1])
    surnames = (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)
    plural = name.endswith("s") and any(discourse.people.count(each) for each in surnames)
    return phrase.text if plural else ""


def _are_named(phrase: Phrase, inside: Sequence[Found]) -> bool:
    """Say whether a phrase joins people by name, one of whom is known: Lee, Sen. Bo Ray and Kim."""
    pair = _PAIR.match(phrase.text) if " and " in phrase.text else None
    if pair is None or is_role_word(pair["first"].rpartition(" ")[2]) or is_body_word(pair["first"]):
        return False
    known = {one.ids for one in inside if one.ids}
    return bool(known) and len(inside) > 1 and bool(inside[-1].ids or inside[0].ids)


def _names_several(phrase: Phrase, inside: Sequence[Found]) -> bool:
    """Say whether a phrase joins people: Ann Lee and Bo Ray, or Lee and Ray where one of them is known."""
    if sum(one.mention.kind == "person" for one in inside) > 1:
        return True
    return _are_named(phrase, inside)


def _in_headline(discourse: Discourse, phrase: Phrase, at: int) -> bool:
    """Say whether a headline may have run on into the phrase, whose first words are then the source."""
    return phrase.shape == "bare" and discourse.scene.headline(at)


def _again(discourse: Discourse, phrase: Phrase, kind: SpeakerType, at: int) -> Answer | None:
    """The report, the analysts: a document or group that was called by a longer phrase before."""
    noun = singular(phrase.head)
    before = discourse.phrases.get(noun)
    again = phrase.shape == "the" and len(phrase.core.split()) == 2
    if again and before and at - before.at < _AGAIN and not _OTHERS.match(before.name):
        because = f'"{phrase.core}" goes on from {before.name}'
        return Answer(name=before.name, type=before.type, steps=("phrase",), because=(because,))
    if kind in ("document", "group"):
        discourse.phrases[noun] = Thing(phrase.text, kind, at)
    return None


def _unnamed(phrase: Phrase, kind: SpeakerType) -> Answer:
    """A source without a name of its own is called as printed.

    "Her allies" stays so: to put a name in place of "her" would be a guess in a field that is quoted.
    """
    step = "unnamed person" if kind == "person" else "phrase"
    an = "an" if kind[0] in "aeiou" else "a"
    return Answer(name=phrase.text, type=kind, steps=(step,), because=(f'"{phrase.core}" is {an} {kind}',))
