"""Who begins the sentence before a pronoun, without a name: `The mayor shrugs. “I did,” she says.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import lexicon
from quotes.answers import Answer
from quotes.bodies import body
from quotes.discourse import Discourse
from quotes.epithets import epithet
from quotes.model import Span
from quotes.names import Gender
from quotes.nouns import noun_gender
from quotes.openings import FINITE
from quotes.phrases import Phrase, is_role, take_apart, type_of
from quotes.role import is_verbal

_LONGEST = 7  # words of a subject
_SELF = frozenset(["himself", "herself"])


def who_begins(discourse: Discourse, gender: Gender, at: int) -> Answer | None:
    """Return who "the mayor" is with whom the sentence before "she said" begins, if it names nobody."""
    before = discourse.scene.sentence_before(at)
    if before is None or any(one.ids for one in discourse.people.within(*before)):
        return None
    phrase = next((each for each in _subjects(discourse, before) if is_role(each)), None)
    if phrase is None or phrase.shape != "the":
        return None
    answer = epithet(discourse, phrase, before[0], ())
    own = discourse.person(answer.person).gender() if answer.person is not None else None
    if {own, noun_gender(phrase.head)} - {None, gender}:
        return None
    told = answer.person is not None or answer.name
    return answer.then("continues", f"goes on from {phrase.text}") if told else None


_KIN = re.compile(
    r"(?:My|Our|His|Her|Their) (?:late |own |elder |older |younger )?(?P<kin>[a-z-]+)"
    r"(?:, who [^.;:“”\"]{3,80},)? (?P<verb>[a-z]+)"
)
_NEAR = 40  # characters of its sentence before a pronoun that goes on from the sentence before


def kin_begins(discourse: Discourse, gender: Gender, at: int) -> Span | None:
    """Return where kin stand who begin a sentence, if nobody is named since: My mother left. She said …"""
    scene, text = discourse.scene, discourse.text
    here = scene.sentence(at)
    for start in (scene.start_of(here), scene.start_of(here - 1) if here else at):
        found = _KIN.match(text, start, at)
        if found and found["kin"] in lexicon.words("kin") and noun_gender(found["kin"]) == gender:
            acts = is_verbal(found["verb"]) or found["verb"] in FINITE
            named = any(one.ids for one in discourse.people.within(found.end(), at))
            return (start, found.end("kin")) if acts and not named else None
        if at - start > _NEAR:
            return None
    return None


def what_begins(discourse: Discourse, at: int) -> Answer | None:
    """Return the body with which the sentence before "it said" begins, if nothing has spoken since."""
    before = discourse.scene.sentence_before(at)
    if before is None or (discourse.thing and discourse.thing.at >= before[0]):
        return None
    phrase = next(_subjects(discourse, before), None)
    if phrase is None or type_of(phrase) != "organization":
        return None
    return body(discourse, phrase, before[0]).then("continues", f"goes on from {phrase.text}")


def _subjects(discourse: Discourse, sentence: Span) -> Iterator[Phrase]:
    """Yield what may be the subject of a sentence that begins with an article: all before a verb."""
    words = [word for word in discourse.text[slice(*sentence)].split()[: _LONGEST + 2] if word not in _SELF]
    if words and words[0] in ("A", "The"):
        for end in range(2, len(words)):
            if is_verbal(words[end].rstrip(".,;:")):
                yield take_apart(" ".join(words[:end]))
