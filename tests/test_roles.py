"""Roles: what a text calls somebody, left and right of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.mentions import find_mentions
from quotes.role import gender_of, head
from quotes.roles import Around, around


def beside(text: str, surname: str = "Lee") -> Around:
    mention = next(one for one in find_mentions(text) if one.key[-1] == surname.lower())
    return around(text, mention)


ROLES = [
    ("its president Ann Lee,", ["president"], "a possessive is no part"),
    (
        "conservative talk radio host Ann Lee spoke",
        ["conservative talk radio host"],
        "nouns and adjectives before",
    ),
    ("former Kent County mayor Ann Lee", ["former Kent County mayor"], "former and names before"),
    ("Deputy Prime Minister Ann Lee", ["Deputy Prime Minister"], "a title in capitals"),
    ("U.S. Secretary of State Ann Lee", ["U.S. Secretary of State"], "an office of something"),
    ("Bank of Karvenia governor Ann Lee", ["Bank of Karvenia governor"], "a body with of"),
    ("state Sen. Ann Lee", ["state Sen."], "an abbreviation"),
    ("actor-turned-senator Ann Lee", ["actor-turned-senator"], "a compound"),
    ("One employee, Ann Lee, said", ["employee"], "an apposition before"),
    ("The state’s campaign chair, Ann Lee, said", ["state’s campaign chair"], "an owner before"),
    ("A lawyer for the port, Ann Lee, said", ["lawyer for the port"], "of what, before"),
    ("Her teacher, the late Ann Lee, said", ["teacher"], "the late"),
    ("His wife, Ann Lee, said", ["His wife"], "kin keep the possessive"),
    ("Ray’s niece, state Del. Ann Lee, said", ["Ray’s niece", "state Del."], "kin and a title"),
    ("A station owner, Mrs Ann Lee, said", ["station owner"], "an honorific between"),
    ("Ann Lee, a landscape designer, said", ["landscape designer"], "an apposition after"),
    ("Ann Lee, president of the union, said", ["president of the union"], "no article"),
    ("Ann Lee, the union’s president, said", ["union’s president"], "an owner after"),
    ("Ann Lee, 34, a nurse from Leeds, said", ["nurse from Leeds"], "the age between"),
    ("Ann Lee (34), a nurse, said", ["nurse"], "the age in brackets"),
    ("Ann Lee, who is head of the choir, said", ["head of the choir"], "who is"),
    (
        "Ann Lee, who served as envoy to Karvenia from 2012, said",
        ["envoy to Karvenia"],
        "who served as, without the time",
    ),
    (
        "Rep. Ann Lee (D-Kent), chair of the panel, said",
        ["Rep.", "chair of the panel"],
        "party and state between",
    ),
    ("Senator Ann Lee, Democrat of Kent, said", ["Senator", "Democrat of Kent"], "party after"),
    ("Ann Lee — a former miner who lost a leg — said", ["former miner"], "dashes"),
    ("Ann Lee MP said", ["MP"], "letters after the name"),
    ("Her colleague, statistician Ann Lee, said", ["colleague", "statistician"], "two before"),
    ("Her colleague, the statistician Ann Lee, said", ["colleague", "statistician"], "an article between"),
    ("Its president, Ann Lee OBE, said", ["president"], "honours after the name"),
    ("Carters’ partner, Ann Lee, said", ["Carters’ partner"], "an owner in -s before"),
    ("The elder Lee said", [], "the elder of two"),
    ("Its head of science, Lee’s former student Bo Ray, said", [], "an owner has no role of another's"),
    ("said center Ann Lee", ["center"], "a player's position"),
    ("a port whose chief, Ann Lee, said", ["chief"], "whose is no part"),
    ("chief operating officer Ann Lee said", ["chief operating officer"], "a participle in a post"),
    ("Independent TD Ann Lee said", ["Independent TD"], "a member of the Dáil"),
    ("As chief of the port, Ann Lee said", ["chief of the port"], "as chief of"),
    ("Ann Lee, as chief of the port, said", ["chief of the port"], "as chief of, after"),
    ("Ann Lee, the then mayor, said", ["then mayor"], "then"),
    ("Ann Lee, then the mayor, said", ["mayor"], "then the"),
    ("Ann Lee, an aide to Mrs. Ray, said", ["aide to Mrs. Ray"], "an abbreviation inside"),
    ("Ann Lee, an aide who later sang and won, said", ["aide"], "cut before a clause"),
    (
        "Ann Lee, an aide to Ray and now the head of the port, said",
        ["aide to Ray", "head of the port"],
        "now",
    ),
    ("The dog’s name was Ann Lee.", [], "a name that is told"),
    ("My father’s name was Ann Lee.", ["My father"], "kin by name"),
    ("Ann Lee was my mother.", ["my mother"], "kin by copula"),
    ("In July 2015 President Ann Lee said", ["President"], "a date before"),
    ("Kent Bank’s chairman, Ann Lee, said", ["Kent Bank’s chairman"], "an owner of two words"),
    ("Ann Lee, of the University of Leeds, said", ["University of Leeds"], "where somebody works"),
    ("Ann Lee from the Open Door Trust said", ["Open Door Trust"], "without a comma"),
    ("Ann Lee is a plumber in Leeds.", ["plumber in Leeds"], "is a"),
    (
        "Ann Lee, a baker and spokeswoman for the guild, said",
        ["baker", "spokeswoman for the guild"],
        "two in one",
    ),
]


@pytest.mark.parametrize(("text", "roles", "reason"), ROLES, ids=[case[2] for case in ROLES])
def test_roles(text: str, roles: list[str], reason: str) -> None:
    found = beside(text).roles
    assert [role.text for role in found] == roles
    assert [text[role.start : role.end] for role in found] == roles


NONE = [
    ("He met Ann Lee yesterday", "a verb before"),
    ("Unlike Ann Lee, the mayor said no", "the apposition would be the next clause’s subject"),
    ("Ann Lee, director Bo Ray and others", "a list"),
    ("Ann Lee, however, said", "an adverb between commas"),
    ("Mr Lee said", "an honorific is no role"),
    ("Dr. Lee said", "nor is Dr."),
    ("It helped the mayor with voters, Ann Lee said", "a noun before a comma belongs to its clause"),
    ("Ann Lee, in Leeds, said", "a place"),
    ("Ann Lee, of Kent County, said", "a home"),
    ("He became president. Ann Lee said", "the end of a sentence"),
    ("Ray said Ann Lee was a fine player.", "an opinion"),
]


@pytest.mark.parametrize(("text", "reason"), NONE, ids=[case[1] for case in NONE])
def test_no_role(text: str, reason: str) -> None:
    assert beside(text).roles == ()


AGES = [
    ("Ann Lee, 34, said", 34, "commas"),
    ("Ann Lee (34) said", 34, "brackets"),
    ("Ann Lee, aged 34, said", 34, "aged"),
    ("Ann Lee, who is 34, said", 34, "who is"),
    ("Ann Lee, 34, a nurse, said", 34, "before a role"),
    ("Ann Lee, a 34-year-old nurse, said", 34, "in a role"),
    ("34-year-old nurse Ann Lee said", 34, "in a role before"),
    ("Ann Lee, 340, said", None, "nobody is that old"),
    ("Ann Lee, 34 miles on, said", None, "another number"),
]


@pytest.mark.parametrize(("text", "age", "reason"), AGES, ids=[case[2] for case in AGES])
def test_age(text: str, age: int | None, reason: str) -> None:
    assert beside(text).age == age


PARTIES = [
    ("Ann Lee (R-Ky.) said", "R", "R-Ky."),
    ("Ann Lee, D-N.J., said", "D", "D-N.J."),
    ("Ann Lee (D) said", "D", None),
    ("Ann Lee (Labour, Kent East) said", "Labour", "Labour, Kent East"),
    ("Ann Lee said", None, None),
]


@pytest.mark.parametrize(("text", "party", "mark"), PARTIES, ids=[case[0] for case in PARTIES])
def test_party_and_place(text: str, party: str | None, mark: str | None) -> None:
    found = beside(text)
    assert (found.party, found.mark.text if found.mark else None) == (party, mark)


@pytest.mark.parametrize(
    ("role", "noun", "gender"),
    [
        ("Kremlin spokesman", "spokesman", "m"),
        ("chairwoman of the board", "chairwoman", "f"),
        ("his father", "father", "m"),
        ("nurse from Leeds", "nurse", None),
        ("", "", None),
    ],
)
def test_head_and_gender(role: str, noun: str, gender: str | None) -> None:
    assert head(role) == noun
    assert gender_of(role) == gender


@given(st.text(alphabet="Ann Lee, amayorofhe—-().'’34\n"))
def test_roles_never_raise_and_lie_in_the_text(text: str) -> None:
    for mention in find_mentions(text):
        for role in around(text, mention).roles:
            assert text[role.start : role.end] == role.text
