"""Speakers by epithet: the mayor, the 65-year-old, a neighbour."""

from __future__ import annotations

import pytest

from tests.resolving import last_name, resolved

KNOWN_FAILURES = [
    ("<s>Justice (retd) Ann Pillai</s> left.", "Ann Pillai", "a bracket inside a title"),
    ("Ann Lee chairs the choir. <s>The chair</s> spoke.", "Ann Lee", "a role inside a verb"),
]  # fmt: skip


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("tagged", "name", "why"), KNOWN_FAILURES, ids=[case[2] for case in KNOWN_FAILURES])
def test_known_failures(tagged: str, name: str, why: str) -> None:
    assert last_name(tagged) == name


EPITHETS = [
    ("Ann Lee, 58, denies theft. <s>The defendant</s> spoke.", "Ann Lee", "a role that nobody printed"),
    (
        "Ann Lee denies theft. Bo Ray denies fraud. <s>The defendant</s> spoke.",
        "The defendant",
        "two accused",
    ),
    (
        "Prosecutor Ann Lee told the jury so. Bo Ray told the court no. <s>The witness</s> left.",
        "Bo Ray",
        "counsel are no witnesses",
    ),
    ("Ann Lee, 17, won. Bo Ray, 34, lost. <s>The teenager</s> spoke.", "Ann Lee", "an age in the noun"),
    (
        "Democrat Bo Ray met Ann Lee. Lee left. <s>The Republican nominee</s> spoke.",
        "Ann Lee",
        "nobody else can be of that party",
    ),
    ("<s>A Kent judge</s> has spoken. Lee won. Justice Ann Bell ruled.", "Ann Bell", "named soon after"),
    ("<s>A judge</s> has spoken. Judge Ann Bell ruled. Judge Bo Ray agreed.", "A judge", "two are named"),
    ("Mayor Ann Lee came. <s>The mayor</s> spoke.", "Ann Lee", "an office"),
    ("Sen. Ann Lee came. <s>The senator</s> spoke.", "Ann Lee", "an abbreviated office"),
    ("Rep. Ann Lee (R-Kent) came. <s>The Republican</s> spoke.", "Ann Lee", "a party in brackets"),
    ("Republican Ann Lee met Democrat Bo Ray. <s>The Democrat</s> spoke.", "Bo Ray", "a party"),
    ("Ann Lee, 34, met Bo Ray, 51. <s>The 34-year-old</s> spoke.", "Ann Lee", "an age"),
    ("Ann Lee met Bo Ray.\n\n<s>The 34-year-old</s> spoke.", None, "an age that is printed of nobody"),
    ("Ann Lee met Bo Ray.\n\nRay rose. <s>The 51-year-old</s> spoke.", "Bo Ray", "the one of the paragraph"),
    (
        "<s>A 34-year-old man</s> spoke. <s>The 34-year-old</s> wept.",
        "A 34-year-old man",
        "nobody has a name",
    ),
    (
        "Sen. Ann Lee, R-Ky., met Sen. Bo Ray (D-N.J.). <s>The New Jersey senator</s> spoke.",
        "Bo Ray",
        "a state",
    ),
    (
        "Sen. Ann Lee, R-Ky., met Sen. Bo Ray (D-N.J.). <s>The Republican senator</s> spoke.",
        "Ann Lee",
        "a party and an office",
    ),
    (
        "The chancellor, Ann Lee, rose. Shadow chancellor Bo Ray sat. <s>The chancellor</s> spoke.",
        "Ann Lee",
        "a shadow is another",
    ),
    (
        "Ann Lee rose. Lee won. Lee sang. <s>The retired neurosurgeon</s> spoke.",
        "Ann Lee",
        "whom the article is about",
    ),
    (
        "Ann Lee rose. Lee won. Lee sang. A judge frowned. <s>The judge</s> spoke.",
        "The judge",
        "not a stranger",
    ),
    ("Ann Lee and her daughter, Eve Lee, rose. Eve Lee sang. <s>Her mother</s> spoke.", "Ann Lee", "kin"),
    ("My father’s name was James Pell. <s>My father</s> spoke.", "James Pell", "kin of the author, by name"),
    ("<s>A guard</s> spoke. The guard, Bo Ray, left.", "Bo Ray", "a guard who is named soon after"),
    (
        "<s>An official</s> spoke. <s>A second official</s> spoke. <s>The first official</s> left.",
        "An official",
        "the first of two",
    ),
    (
        "<s>Lee’s lawyer</s> spoke. <s>Ann Ray</s> spoke. <s>The lawyer</s> left.",
        "Lee’s lawyer",
        "somebody without a name comes back",
    ),
    ("Ann Lee, a 34-year-old baker, met Bo Ray, 51. <s>The 51-year-old</s> spoke.", "Bo Ray", "another age"),
    ("Former mayor Ann Lee met Mayor Bo Ray. <s>The former mayor</s> spoke.", "Ann Lee", "former"),
    (
        "Kent mayor Ann Lee met Devon mayor Bo Ray. <s>The Devon mayor</s> spoke.",
        "Bo Ray",
        "a shared modifier",
    ),
    ("Kent mayor Ann Lee met Devon mayor Bo Ray. <s>The mayor</s> spoke.", None, "two mayors"),
    ("Ann Lee, a lawyer for Bo Ray, rose. <s>Ray’s lawyer</s> spoke.", "Ann Lee", "an owner"),
    ("His aunt, Zadié, rose. <s>The aunt</s> spoke.", "Zadié", "kin with a name of no list"),
    ("Ann Lee, MP, met Bo Ray. <s>One of them</s> spoke.", "One of them", "one of several"),
    ("Member of Parliament Bo Ray met Ann Lee. <s>The MP</s> spoke.", "Bo Ray", "a member of parliament"),
    (
        "<s>Its head of science, Lee’s former student Bo Ray,</s> spoke.",
        "Bo Ray",
        "an owner in an apposition",
    ),
    ("Bo Lee met Al Lee, Bo’s older brother. Lee left. <s>The older Lee</s> spoke.", "Al Lee", "brothers"),
    ("Ann Lee met Bo Lee, her husband. <s>Lee</s> said he would go.", "Bo Lee", "he goes on from a surname"),
    ("Three came. The third, Bo Ray, rose. <s>Ray</s> spoke.", "Bo Ray", "the third of several"),
    ("My father, James Pell, sang. “No,” said <s>my father</s>.", "James Pell", "kin of the author"),
    ("My parents, Tom and Ann Lee, sang. <s>My father</s> spoke.", "Tom Lee", "the man of a pair of parents"),
    ("Bo Ray met his parents, Tom and Ann Lee. <s>My father</s> spoke.", "My father", "parents of another"),
    (
        "My parents, Ann Lee, a nurse, and Tom Ray, sang. <s>My father</s> spoke.",
        "My father",
        "no plain pair",
    ),
    ("Tom Lee sued Ann Lee. He smiled. <s>His ex-wife</s> spoke.", "Ann Lee", "the one woman of the surname"),
    ("Tom Lee met Ann Lee and Sue Lee. He smiled. <s>His wife</s> spoke.", "His wife", "two of the surname"),
    (
        "Tom Lee met his daughter Ann Lee. He smiled. <s>His wife</s> spoke.",
        "His wife",
        "other kin is printed",
    ),
    ("Ann Lee, an attorney, rose. <s>The lawyer</s> spoke.", "Ann Lee", "a synonym"),
    ("Ann Lee came. <s>The plumber</s> spoke.", "The plumber", "nobody has that role"),
    ("Inspector General Usman Bello rose. <s>The IG</s> spoke.", "Usman Bello", "an office by its initials"),
    ("Chief Engineer Ann Lee met City Elder Bo Ray. <s>The CE</s> spoke.", None, "the initials of two"),
    ("Ann Lee came on late. <s>The winger</s> spoke.", "Ann Lee", "a noun that calls somebody anew"),
    ("Ann Lee met Joan Ray. <s>The winger</s> spoke.", "The winger", "two who may be called anew"),
    ("Ann Lee met a winger. <s>The winger</s> spoke.", "The winger", "a winger was brought up"),
    ("Ann Lee spoke. <s>The Foreign Secretary</s> spoke.", "The Foreign Secretary", "an office in capitals"),
    ("A plumber, Bo Ray, came with a driver. <s>A driver</s> spoke.", "A driver", "indefinite: somebody new"),
    (
        "<s>A driver</s> wept. Bo Ray, a driver, left. <s>The driver</s> spoke.",
        "A driver",
        "the same unnamed person",
    ),
]


@pytest.mark.parametrize(("tagged", "name", "reason"), EPITHETS, ids=[case[2] for case in EPITHETS])
def test_epithets(tagged: str, name: str | None, reason: str) -> None:
    assert last_name(tagged) == name


PHRASES = [
    ("<s>its president Ann Lee</s>", "Ann Lee", "person", True),
    ("<s>one employee, Ann Lee</s>", "Ann Lee", "person", True),
    ("<s>Her partner, the Swiss guide Ann Lee,</s> spoke", "Ann Lee", "person", True),
    ("<s>The state’s campaign chair, Ann Lee,</s> spoke", "Ann Lee", "person", True),
    ("<s>Ray’s niece, state Del. Ann Lee,</s> spoke", "Ann Lee", "person", True),
    ("<s>A trader who identified herself as Ann Lee</s> spoke", "Ann Lee", "person", True),
    ("<s>a homeless man</s> spoke", "a homeless man", "person", False),
    ("<s>A spokeswoman for Ann Lee</s> spoke", "A spokeswoman for Ann Lee", "person", False),
    ("<s>Ann Lee’s aide</s> spoke", "Ann Lee’s aide", "person", False),
    ("<s>one of the officials</s> spoke", "one of the officials", "person", False),
    ("<s>Ann Lee and Bo Ray</s> spoke", "Ann Lee and Bo Ray", "group", False),
    ("<s>Opposition protesters</s> spoke", "Opposition protesters", "group", False),
    ("<s>Around 100 staff</s> spoke", "Around 100 staff", "group", False),
    ("<s>Republicans</s> spoke", "Republicans", "group", False),
    ("<s>Many of Lee’s supporters</s> spoke", "Many of Lee’s supporters", "group", False),
    ("<s>The Kremlin</s> spoke", "Kremlin", "organization", True),
    ("<s>The Harbour Committee</s> spoke", "Harbour Committee", "organization", True),
    ("<s>The United Battery Workers</s> spoke", "United Battery Workers", "organization", True),
    ("<s>The Lakeshore Post</s> wrote", "Lakeshore Post", "organization", True),
    ("<s>the city council</s> spoke", "the city council", "organization", False),
    ("<s>the report</s> said", "the report", "document", False),
    ("<s>A 2014 study by Ann Lee</s> said", "A 2014 study by Ann Lee", "document", False),
    ("<s>A letter sent to every house</s> said", "A letter sent to every house", "document", False),
]


@pytest.mark.parametrize(("tagged", "name", "kind", "named"), PHRASES, ids=[case[1] for case in PHRASES])
def test_phrases(tagged: str, name: str, kind: str, named: bool) -> None:
    speaker = resolved(tagged)[-1].speaker
    assert speaker
    assert (speaker.name, speaker.type, speaker.named) == (name, kind, named)
