"""Speakers by name: full names, surnames, families, and the labels of turns."""

from __future__ import annotations

import pytest

from tests.resolving import last_name, resolved

NAMES = [
    ("<s>Ann Lee</s> spoke.", "Ann Lee", "a full name"),
    ("Ann Lee came. <s>Lee</s> spoke.", "Ann Lee", "a surname"),
    ("Ann Lee came. <s>Ms. Lee</s> spoke.", "Ann Lee", "a title and a surname"),
    ("Ann Lee came. <s>Ann</s> spoke.", "Ann Lee", "a first name"),
    (
        "Lee wins vote\n\nAnn Lee, a baker, won. <s>Lee</s> spoke.",
        "Ann Lee",
        "a headline before the full name",
    ),
    (
        "<s>Okoro</s> Says No to Bridge\n\nMayor Tunde Okoro said no.",
        "Tunde Okoro",
        "the source is in the headline",
    ),
    ("Ann Marie Lee came. <s>Ann Lee</s> spoke.", "Ann Marie Lee", "the fuller name counts"),
    ("Ann Lee came. Later <s>Ann B. Lee</s> spoke.", "Ann B. Lee", "printed later, still fuller"),
    ('Robert "Bobby" Moyo came. <s>Bobby Moyo</s> spoke.', 'Robert "Bobby" Moyo', "a nickname"),
    ("William Moyo came. <s>Bill Moyo</s> spoke.", "William Moyo", "a short form"),
    ("Ursula van der Berg came. <s>Van der Berg</s> spoke.", "Ursula van der Berg", "particles"),
    ("Bill de Souza came. <s>de Souza</s> spoke.", "Bill de Souza", "a particle in lower case"),
    ("Omar al-Rashid came. <s>Al-Rashid</s> spoke.", "Omar al-Rashid", "an Arabic article"),
    ("Park Ji-woo came. <s>Park</s> spoke.", "Park Ji-woo", "the surname stands first"),
    ("María López Serrano came. <s>López Serrano</s> spoke.", "María López Serrano", "two surnames"),
    ("Dame Joan Ray came. <s>Dame Joan</s> spoke.", "Joan Ray", "Dame and a first name"),
    ("Lord Hale of Marsh came. <s>Lord Hale</s> spoke.", "Lord Hale", "a peer"),
    ("Robert Moyo Jr. came. <s>Moyo</s> spoke.", "Robert Moyo Jr.", "a suffix"),
    ("Chris Pell asked. <s>PELL</s>: No.", "Chris Pell", "capitals of a transcript"),
    ("Chris Pell asked. <s>CHRIS PELL</s>: No.", "Chris Pell", "a full name in capitals"),
    ("Ann Lee came, said her friend <s>Bo Ray</s>.", "Bo Ray", "kin do not take the name"),
    ("<s>Asked Lee</s>. Ann Lee came.", "Ann Lee", "a word that only begins the sentence"),
    ("Suharto came. <s>Suharto</s> spoke.", "Suharto", "a single name"),
    ("<s>Anna Ström’s</s> view was dim.", "Anna Ström", "a possessive"),
    ("Zoë Brontë came. <s>Bronte</s> spoke.", "Zoë Brontë", "diacritics left out"),
]


@pytest.mark.parametrize(("tagged", "name", "reason"), NAMES, ids=[case[2] for case in NAMES])
def test_names(tagged: str, name: str, reason: str) -> None:
    assert last_name(tagged) == name


ELSEWHERE = [
    ("Sir Alan Pryce, the shadow chancellor, rose. <s>Sir Alan</s> spoke.", "Alan Pryce", "a knight"),
    ("Baroness Joan Hale of Marsh rose. <s>Lady Hale</s> spoke.", "Joan Hale", "a baroness"),
    ("Lord Hale of Marsh rose. <s>The peer</s> spoke.", "Lord Hale", "a peer by his standing"),
    ("<s>Pope Leo</s> spoke.", "Pope Leo", "one name and a title"),
    ("<s>Brother Wafula</s> spoke.", "Brother Wafula", "a friar"),
    ("<s>The Duke of Devon</s> spoke.", "Duke of Devon", "a title for a name"),
    (
        "Chief Minister Mamata Sen rose. <s>The chief minister</s> spoke.",
        "Mamata Sen",
        "a surname like a title",
    ),
    (
        "Guðrún Jónsdóttir, a minister, rose. <s>Guðrún</s> spoke.",
        "Guðrún Jónsdóttir",
        "an Icelandic first name",
    ),
    ("Indonesian president Wiranto rose. <s>Wiranto</s> spoke.", "Wiranto", "an Indonesian single name"),
    (
        "Andrés Manuel López Prado rose. <s>Mr López</s> spoke.",
        "Andrés Manuel López Prado",
        "the first surname",
    ),
    ("Mohammed bin Salim rose. <s>Bin Salim</s> spoke.", "Mohammed bin Salim", "a patronymic"),
    ("Detective Chief Inspector Jo Marsh rose. <s>DCI Marsh</s> spoke.", "Jo Marsh", "a police rank"),
    ("Mother-of-two Ann Lee rose. <s>The mother-of-two</s> spoke.", "Ann Lee", "a tabloid epithet"),
    ("<s>Alhaji Musa Danlami</s> spoke.", "Musa Danlami", "an honorific"),
    ("<s>@annlee</s> wrote.", "@annlee", "a handle"),
    ("<s>Prosecutor Thandi Nkosi SC</s> spoke.", "Thandi Nkosi", "senior counsel"),
    ("REP. ROWE. No.\n\n<s>REP. ROWE</s>: Yes.", "Rowe", "a transcript"),
    ("<s>the 15-year-old’s mother</s> spoke", "the 15-year-old’s mother", "the age is another’s"),
]

ELSEWHERE += [
    ("Mayor Don Guardian rose. <s>Guardian</s> spoke.", "Don Guardian", "a surname like a body"),
    ("Teal Baker rose. <s>Baker</s> spoke.", "Teal Baker", "a surname like a trade"),
    ("Ann Lee, known as Annie, rose. <s>Annie</s> spoke.", "Ann Lee", "an alias"),
    ("Ann “Nan” Lee rose. <s>Nan Lee</s> spoke.", "Ann “Nan” Lee", "a nickname and the surname"),
    ("Robert “Bobby” <s>Lee</s> spoke.", "Robert “Bobby” Lee", "a source that is the end of a name"),
    ("James and Olive Lee rose. <s>James</s> spoke.", "James Lee", "a couple with one surname"),
    ("Ann Lee’s father, <s>Tom</s>, spoke. Tom Lee left.", "Tom Lee", "a first name before the full one"),
    ("Debating Lee is hard, said Ann Lee. <s>Lee</s> spoke.", "Ann Lee", "a word that begins the sentence"),
    ("It hurt Ann Lee of Kent, <s>who</s> spoke.", "Ann Lee", "who after a place"),
    ("<s>Lee pleaded with them</s>. Ann Lee rose.", "Ann Lee", "a clause for a source"),
]


@pytest.mark.parametrize(("tagged", "name", "reason"), ELSEWHERE, ids=[case[2] for case in ELSEWHERE])
def test_names_of_the_world(tagged: str, name: str, reason: str) -> None:
    assert last_name(tagged) == name


FAMILIES = [
    ("Bill Marsh came. His wife, Jane Marsh, did not. <s>Mrs. Marsh</s> spoke.", "Jane Marsh", "Mrs."),
    ("Bill Marsh came. His wife, Jane Marsh, did not. <s>Mr. Marsh</s> spoke.", "Bill Marsh", "Mr."),
    ("Bill Marsh came. Jane Marsh did not. <s>Jane Marsh</s> spoke.", "Jane Marsh", "the full name"),
    ("Bill Marsh came. Jane Marsh did not. <s>Jane</s> spoke.", "Jane Marsh", "the first name"),
    ("Bill Marsh and Jane Marsh came. <s>Marsh</s> spoke.", None, "both alike"),
    ("John Moyo Sr. and John Moyo Jr. came. <s>Moyo</s> spoke.", None, "father and son"),
    ("Bill Marsh, 60, and Tom Marsh, 30, came. The younger <s>Marsh</s> spoke.", "Tom Marsh", "by age"),
    ("John Moyo Sr. and John Moyo Jr. came. <s>Moyo Jr.</s> spoke.", "John Moyo Jr.", "the suffix again"),
    ("Bill Marsh and his wife, Jane Marsh, came. The roof of the long hall by the sea fell. Nobody was hurt."
     " The rain went on. <s>Marsh</s> spoke.", "Bill Marsh", "kin do not own the surname"),
    ("Bill Marsh came. Marsh was tired. His niece, Jane Marsh, rose. <s>Marsh</s> said no.", "Bill Marsh",
     "he owns the bare surname"),
]  # fmt: skip


@pytest.mark.parametrize(("tagged", "name", "reason"), FAMILIES, ids=[case[2] for case in FAMILIES])
def test_families(tagged: str, name: str | None, reason: str) -> None:
    assert last_name(tagged) == name


def test_two_bearers_are_listed() -> None:
    (answer,) = resolved("Bill Marsh and Jane Marsh came. <s>Marsh</s> spoke.")
    assert answer.speaker is None
    assert set(answer.candidates) == {"Bill Marsh", "Jane Marsh"}
    assert answer.confidence == 0


def test_initials_that_label_a_turn_are_a_name() -> None:
    assert last_name("Ann Lee met Bo Ray.\n\n<s>BR</s>: It was late.") == "Bo Ray"
    assert last_name("Ann Lee met Alan Lowe.\n\n<s>AL</s>: It was late.") == "AL"


def test_labels_in_capitals_are_people() -> None:
    answers = resolved("<s>ANN O’DELL</s>: No.\n\n<s>O’DELL</s>: Yes.\n\n<s>REP. WARD</s>: No.\n\n<s>BBC</s>")
    speakers = [one.speaker for one in answers if one.speaker]
    assert [(one.name, one.type, one.role) for one in speakers] == [
        ("Ann O’Dell", "person", None),
        ("Ann O’Dell", "person", None),
        ("Ward", "person", "Rep."),
        ("BBC", "organization", None),
    ]
    assert speakers[2].as_printed == "REP. WARD"


def test_labels_may_begin_with_the_surname() -> None:
    answers = resolved("<s>WARD, Ann (baker)</s>: No.\n\n<s>WARD</s>: Yes.\n\n<s>HALE, QC</s>: Why?")
    assert [one.speaker and one.speaker.name for one in answers] == ["Ann Ward", "Ann Ward", "Hale"]


def test_a_is_the_subject_of_the_interview() -> None:
    intro = "The composer on silence\n\nAnn Lee met Bo Ray.\n\n"
    answers = resolved(intro + "<s>A</s>: It is late. <s>Q</s>: Is it?")
    assert answers[0].speaker is not None
    assert (answers[0].speaker.name, answers[0].speaker.role) == ("Ann Lee", "composer")
    assert answers[1].speaker is None
