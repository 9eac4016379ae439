"""Tags: one character a token, by the word and by what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Quotation, Sentence
from quotes.tags import tag
from quotes.tokens import tokenize
from quotes.word_tags import guess
from tests.tagging import tagged

TAGS = frozenset("D$hPOWTENSJ0vzVZFKGMBHYntIobCURdQq.|,;:-()'~")
TEXTS = st.text(max_size=120) | st.text(
    alphabet="aLee saidthat.,'’“”\"‘\n-—()…\u200b\U0001f600", max_size=120
)

# The word that is meant stands in asterisks.
CASES = [
    ("He *plans* to go.", "Z", "a verb after a pronoun"),
    ("The *plans* are old.", "S", "a noun after an article"),
    ("Lee *notes* that it rained.", "Z", "a verb between a name and that"),
    ("Acme Inc. *plans* a sale.", "Z", "a verb after a name that ends in a stop"),
    ("An island *off* Wales was sold.", "I", "off before a name is a preposition"),
    ("Corporate affairs *head* Ann Lee left.", "N", "a head has a name after it"),
    ("They *head* north.", "V", "and they head somewhere"),
    ("Lee’s *far* north is cold.", "R", "the 's before it is an owner's"),
    ("Her *notes* were lost.", "S", "a noun after a possessive"),
    ("They *claim* the vote was rigged.", "V", "a verb after they"),
    ("“It leaks,” wrote the *forward*.", "N", "an adverb after an article that ends a sentence"),
    ("The *29-year-old* denied it.", "N", "an age may be a subject"),
    ("The firm, Acme, *points* out that it rained.", "Z", "a verb between a comma and a particle"),
    ("“It leaks,” *calls* Lee from the roof.", "Z", "a verb between a quotation and a name"),
    ("*Sue* Pell said so.", "E", "a first name like a verb, before a surname"),
    ("*Said* Lee, a farmer: “It rained.”", "F", "a verb like a first name"),
    ("The mayor *once* said that it leaked.", "R", "once before a verb"),
    ("She left *once* it rained.", "U", "once before a clause"),
    ("They plan to *lower* taxes.", "V", "to lower"),
    ("The *mine* is shut.", "N", "a pronoun after an article is a noun"),
    ("Lee replied the same *afternoon*: “No.”", "d", "the same afternoon is a time"),
    ("His *claim* was false.", "N", "a noun after his"),
    ("They wanted to *plan* the trip.", "V", "a verb after to"),
    ("Lee said last *week* that it rained.", "d", "a stretch of time is a day"),
    ("Lee said *late* Monday that it rained.", "d", "late belongs to the day"),
    ("*Noted* one farmer: “It rains.”", "F", "a verb as a first word"),
    ("*Branded* “a fool”, he left.", "F", "a reporting verb as a first word"),
    ("The report *calls* for a ban.", "Z", "calls for, after a subject"),
    ("The *first* said no.", "0", "the first is somebody"),
    ("Two phone *calls* for help came.", "S", "phone calls are calls"),
    ("“It leaks,” Lee said *matter-of-factly*.", "R", "an adverb with hyphens"),
    ("*Replied* Lee: “It rains.”", "F", "a reporting verb before a name"),
    ("*United* said that it was sorry.", "E", "a name like a verb"),
    ("*Retired* nurses said no.", "J", "no verb before a plural"),
    ("Lee has in the *past* described it.", "N", "the past, and not past a place"),
    ("It opened at 2 *a.m.* He said no.", "N", "a.m. is a noun, and no verb"),
    ("The *last* week was dry.", "J", "the last week is none"),
    ("She walked to *the* shop.", "D", "an article is one"),
    ("She went *to* the shop.", "I", "to before a noun phrase is a preposition"),
    ("She objected *to* selling it.", "I", "and before a form in -ing"),
    ("She hopes *to* win.", "t", "to before a verb is not"),
    ("She tried to *put* it down.", "V", "a verb like its past form after to"),
    ("He struggles to *articulate* her plan.", "V", "a verb like an adjective after to"),
    ("They vowed to *back* the plan.", "V", "a verb like an adverb after to"),
    ("She is not *confident* that it rained.", "J", "an adjective after is not"),
    ("He called *undocumented* workers lazy.", "J", "an adjective like a past form before a plural"),
    ("She *opened* by thanking the crew.", "F", "a past form before by and a form in -ing"),
    ("A plan *backed* by farmers failed.", "K", "a participle before by and a noun"),
    ("Lee *once* praised the plan.", "R", "an adverb before a verb"),
    ("*Once* Lee said no, they left.", "U", "a conjunction before a subject"),
    ("*Many* believe that it rained.", "P", "a determiner alone before a verb"),
    ("*Few* fear the flood.", "P", "a determiner alone before a word that may be a verb"),
    ("Many *fear* the dam will burst.", "V", "a verb of many"),
    ("The *fear* she felt was old.", "N", "a noun after an article"),
    ("They all *hope* to win.", "V", "a verb after they all"),
    ("Most of them *plan* to go.", "V", "a verb after of them"),
    ("Lee and Moss *claim* that it rained.", "V", "a verb after two names"),
    ("The couple *plan* to stay.", "V", "a verb of a couple"),
    ("They would not *back* away.", "V", "back as a verb before a particle"),
    ("Lee told him to *quiet* down.", "V", "a verb like an adjective before a particle"),
    ("*United* said the striker would stay.", "E", "a name like a past form, before a verb"),
    ("She *no* longer believes it rained.", "R", "no before longer"),
    ("He pleaded guilty *to* theft.", "I", "to after guilty"),
    ("Labour *voters* in Leeds want more.", "S", "a plural after a name"),
    ("Lee *stopped* by the shop.", "F", "a past form before by that is no passive"),
    ("Lee*'s* been asking for more.", "B", "a verb before been"),
    ("He spoke *briefly* about it.", "R", "an adverb"),
    ("*Added* Lee: “It rained.”", "F", "a past form that opens a sentence"),
    ("Nine in 10 *registered* voters say it rained.", "J", "a participle between a number and a plural"),
    ("*Some* who left came back.", "P", "a determiner alone before who"),
    ("Lee denied *this*.", "P", "a determiner alone before a stop"),
    ("Union officials *point* out that it rained.", "V", "a verb of many before a particle"),
    ("It closed in 2011, records *show*.", "V", "a verb in a tag"),
    ("The firm that *tracks* ships closed.", "Z", "a verb after a relative that"),
    ("The plan, which *critics* said was dear, failed.", "S", "a noun between which and its verb"),
    ("Leeds *voters* overall said no.", "S", "a noun, an adverb and a verb"),
    ("He raised the *claims* that night.", "S", "a noun after an article, before that"),
    ("A new poll *shows* Lee ahead.", "Z", "a word that is seldom a noun"),
    ("His *shows* were sold out.", "S", "a noun after a possessive, though seldom"),
    ("She wants *more* money.", "D", "more before a noun is a determiner"),
    ("It is *more* costly.", "R", "more before an adjective alone is an adverb"),
    ("More *than* 200 people came.", "R", "than before a number"),
    ("More *than* half of them came.", "R", "than before a half"),
    ("At *least* three of them came.", "R", "at least before a number"),
    ("She has all *but* ruled it out.", "R", "all but before a verb"),
    ("Officials *there* say so.", "R", "there after who speaks"),
    ("Others such *as* Lee say so.", "I", "as after such"),
    ("It*'s* called the Bolt.", "B", "is, of a thing"),
    ("Lee helped *undocumented* migrants.", "J", "an adjective in un- and -ed"),
    ("Lee dismissed *that* idea as a joke.", "D", "that with a noun that is no subject"),
    ("That is why *critics* say so.", "S", "a plural before its verb"),
    ("“It leaks,” *cautions* the plumber.", "Z", "a verb after words in marks"),
    ("Some of those *arrested* say so.", "K", "a participle after of those"),
    ("They have *all* left.", "R", "all within a verb group"),
    ("Rural politicians *typically* agree.", "R", "an adverb before a verb"),
    ("He was *accused* of theft.", "K", "a participle after be"),
    ("He *accused* her of theft.", "F", "a past form after a pronoun"),
    ("A bill *backed* by miners passed.", "K", "a participle before by"),
    ("The *reported* losses grew.", "J", "a participle between article and noun"),
    ("He has *said* so.", "K", "a participle after have"),
    ("The court *ruling* said so.", "N", "a noun in -ing before a verb"),
    ("*That* is wrong.", "P", "that before be is a pronoun"),
    ("She said *that* it rained.", "T", "that before a clause"),
    ("In spite of *that* rule he won.", "D", "that after of"),
    ("*Her* brother left.", "$", "her before a noun"),
    ("They asked *her*.", "O", "her at the end"),
    ("*Prosecutors* said so.", "S", "a first word in spite of its capital"),
    ("The *May* vote came.", "E", "the month in spite of the verb"),
    ("They left on *Monday*.", "d", "a day"),
    ("*Monday*'s vote was close.", "E", "a day that owns"),
    ("*Around* 100 staff left.", "R", "about how many"),
    ("They stood *around* the tree.", "I", "where"),
    ("The 27-year-old *grumbled*.", "F", "an unknown word in -ed"),
    ("He spoke *brutally*.", "R", "an unknown word in -ly"),
    ("*Nigerians* voted.", "S", "a people is no name"),
    ("The *foreign-controlled* firm left.", "J", "a compound in -ed"),
    ("Sales rose 4*%*.", "N", "percent is a noun"),
    ("It cost *£*5.", "0", "a currency sign is part of a number"),
    ("It *'s* raining.", "B", "a clitic after it is be"),
    ("Lee*'s* dog barked.", "'", "a clitic between nouns owns"),
    ("The strike *is* over", "B", "a sentence without a stop"),
    ("She laughed*!*", ".", "any stop ends a sentence"),
    ("Ida Powers came. *Powers* was late.", "E", "a name that a first name stood before"),
    ("Mr. Cross came. *Cross* was late.", "E", "a name that a title stood before"),
    ("Christian Democrats won. *Democrats* danced.", "S", "a people after what may be a first name"),
    ("The roofer was *Will* Abbot.", "E", "a first name inside a sentence"),
    ("The *gutterers* left.", "S", "an unknown word in -ers is no verb"),
    ("Lee *first* left.", "R", "when, before a verb"),
    ("The attorney *general* said so.", "N", "an adjective after its noun, before the verb"),
    ("He employed *undocumented* roofers.", "J", "a participle between verb and noun"),
    ("There were *shouts* of joy.", "S", "no verb in -s after be"),
    ("\"It leaks,\" a voice in the film *states*.", "Z", "the verb of a tag"),
    ("\"It leaks,\" said *retired* Col. Lee.", "J", "a participle between the verb of a tag and its source"),
]  # fmt: skip


def meant(marked: str) -> str:
    """Return the tag of the word in asterisks."""
    before, word, after = marked.split("*")
    found = tagged(before + word + after)
    return found.tags[found.tokens.at(len(before))]


@pytest.mark.parametrize(("marked", "expected", "why"), CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])
def test_a_word_in_its_sentence(marked: str, expected: str, why: str) -> None:
    assert meant(marked) == expected, why


@pytest.mark.parametrize(
    ("text", "tags", "why"),
    [
        ('"It leaks," she said.', "QqqqqPF.", "a quotation is Q and q, whatever is in it"),
        ("‘No,’ he said.", "QqqqPF.", "British marks too"),
        ("Lee left.\n\nShe won.", "EF.|PF.", "a paragraph break is a tag"),
        ("", "", "nothing"),
    ],
)
def test_a_text(text: str, tags: str, why: str) -> None:
    assert tagged(text).tags == tags, why


def test_a_headline_is_read_as_if_in_lower_case() -> None:
    found = tagged("## Council Leader Denies That Bridge Was Ever Safe\n\nIt was old.")
    assert found.tags[found.lower.index("denies")] == "Z"
    assert found.tags[found.lower.index("that")] == "T"


def test_a_past_form_with_a_capital_in_a_headline_is_a_verb() -> None:
    title = "Mayor Ann Lee Just Renounced Her Plans For Old Mill"
    assert tagged(title).tags[title.split().index("Renounced")] == "F"


def test_inner_quotations_are_part_of_the_outer() -> None:
    assert tagged("\"He said 'no' to me,\" she said.").tags.count("Q") == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("brutally", "R"), ("teapot", "v"), ("grumbled", "F"), ("blogging", "G"), ("flammable", "J")),
        *(("wokeness", "N"), ("podcasts", "z"), ("by", "v"), ("s", "v")),
    ],
)
def test_a_guess_by_the_ending(word: str, expected: str) -> None:
    assert guess(word) == expected


@given(TEXTS)
def test_there_is_one_tag_for_each_token(text: str) -> None:
    found = tagged(text)
    assert len(found.tags) == len(found.tokens.words) == len(found.lower)
    assert set(found.tags) <= TAGS


@given(TEXTS)
def test_words_of_a_quotation_are_tagged_as_such(text: str) -> None:
    tokens = tokenize(text)
    whole = Quotation(((0, len(text)),), 0, True, "double")
    tags = tag(tokens, [Sentence(0, len(text), 0)], [whole]).tags
    assert tags in ("Q" + "q" * (len(tokens.words) - 1), "")


@given(st.text(max_size=30))
def test_a_guess_never_fails(word: str) -> None:
    assert len(guess(word)) == 1


@given(TEXTS, st.integers(-2, 400))
def test_a_word_beyond_the_ends_is_empty(text: str, at: int) -> None:
    found = tagged(text)
    assert (found.word(at) == "") == (not 0 <= at < len(found.lower))
