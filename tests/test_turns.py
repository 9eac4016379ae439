"""Speech that the layout ties to its speaker: turns, credits, statements under a head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Attribution, Paragraph
from quotes.paragraphs import find_paragraphs
from quotes.turns import find_turns, words_in
from tests.runs_helpers import Row, attributions, rows

DIALOGUE = "Q: Why now?¶A: It leaked."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            DIALOGUE,
            [("turn", "Q", ":", ["Why now?"]), ("turn", "A", ":", ["It leaked"])],
            id="the full stop is left out, the question mark is not",
        ),
        pytest.param(
            "MR. HALE: Did you, Mr. Roe, read it? All of it?¶MS. ROE: (Laughs) I did. Twice...",
            [
                ("turn", "MR. HALE", ":", ["Did you, Mr. Roe, read it? All of it?"]),
                ("turn", "MS. ROE", ":", ["(Laughs) I did. Twice..."]),
            ],
            id="titles end no label, stage directions stay inside",
        ),
        pytest.param(
            "HALE: We drowned it.¶It is on page one.¶(Laughter)¶ROE: Lee said it was hers.",
            [
                ("turn", "HALE", ":", ["We drowned it", "It is on page one"]),
                ("turn", "ROE", ":", ["Lee said it was hers"]),
            ],
            id="goes on without a label; no cue inside is another's",
        ),
        pytest.param(
            'HALE: We drowned it.¶"It was sad," Lee said.¶ROE: We did.',
            [
                ("turn", "HALE", ":", ["We drowned it"]),
                ("closing tag", "Lee", "said", ['"It was sad,"']),
                ("turn", "ROE", ":", ["We did"]),
            ],
            id="a tagged quotation between two turns is the reporter's",
        ),
        pytest.param(
            f"{DIALOGUE}¶I fixed it myself.¶The bridge closed in May.",
            [("turn", "Q", ":", ["Why now?"]), ("turn", "A", ":", ["It leaked", "I fixed it myself"])],
            id="after the last label only the first person goes on",
        ),
        pytest.param(
            "**Q:** Why now?¶**A:** It leaked.¶**Q:** Again?",
            [
                ("turn", "Q", ":", ["Why now?"]),
                ("turn", "A", ":", ["It leaked"]),
                ("turn", "Q", ":", ["Again?"]),
            ],
            id="labels in bold",
        ),
        pytest.param(
            '"HALE: Why now?¶"ROE: It leaked."',
            [("turn", "HALE", ":", ["Why now?"]), ("turn", "ROE", ":", ["It leaked"])],
            id="an excerpt that is quoted as a whole",
        ),
        pytest.param(
            "Q. Why now?¶A. It leaked.",
            [("turn", "Q", "", ["Why now?"]), ("turn", "A", "", ["It leaked"])],
            id="labels with a full stop have no cue",
        ),
        pytest.param(
            "Here are the results of the vote so far.¶LEE: 547¶ROE: 46¶LEE: 12", [], id="figures are no turns"
        ),
        pytest.param(
            '"The tide does not care." — Walt Ibsen, harbour pilot',
            [("credit", "Walt Ibsen, harbour pilot", "", ['"The tide does not care."'])],
            id="a credit after the quotation",
        ),
        pytest.param(
            '"The tide does not care."¶"Nor do I care for it."\n— Walt Ibsen, harbour pilot',
            [("credit", "Walt Ibsen, harbour pilot", "", ['"Nor do I care for it."'])],
            id="a credit on the next line, for what stands above it alone",
        ),
        pytest.param(
            "“Safety is where we start.” -Commissioner Ray Toller¶“My basement is dry.” -Mayor Strand",
            [
                ("credit", "Commissioner Ray Toller", "", ["“Safety is where we start.”"]),
                ("credit", "Mayor Strand", "", ["“My basement is dry.”"]),
            ],
            id="credits with a hyphen",
        ),
        pytest.param(
            "From Chairwoman Lee:¶The vote is over. We thank you.¶I will be there.¶The board has five seats.",
            [("statement", "Chairwoman Lee", ":", ["The vote is over. We thank you", "I will be there"])],
            id="a statement under a head, while it is in the first person",
        ),
        pytest.param(
            "Governor Ann Lee issued the following statement:¶We are ready. Help is on the way.",
            [
                (
                    "statement",
                    "Governor Ann Lee",
                    "issued the following statement:",
                    ["We are ready. Help is on the way"],
                )
            ],
            id="an announced statement without marks",
        ),
        pytest.param(
            "In a letter to staff, Ann Lee wrote:¶Our bank is sound. We are well.",
            [("statement", "Ann Lee", "wrote:", ["Our bank is sound. We are well"])],
            id="a letter without marks",
        ),
        pytest.param("From Leeds:¶Trains leave at six.", [], id="no statement if nobody speaks"),
    ],
)
def test_layout(text: str, expected: list[Row]) -> None:
    assert rows(text.replace("¶", "\n\n")) == expected


@pytest.mark.parametrize(
    ("first", "is_turn"), [("Lee: Why The Bridge Will Be Late", False), ("Lee: We drowned it.", True)]
)
def test_a_first_line_in_title_case_is_a_headline(first: str, is_turn: bool) -> None:
    text = f"{first}\n\nThe bridge was closed."
    blocks = [Paragraph(0, len(first), "turn"), Paragraph(len(first) + 2, len(text), "body")]
    assert (0 in find_turns(text, blocks, frozenset())) is is_turn


@pytest.mark.parametrize(
    ("printed", "words"),
    [("Yes.", "Yes"), ("Yes...", "Yes..."), ("**Yes.**", "Yes"), ("", ""), (".", ""), ("Why?", "Why?")],
)
def test_words_in(printed: str, words: str) -> None:
    start, end = words_in(printed, (0, len(printed)))
    assert printed[start:end] == words


BLOCKS = st.lists(
    st.sampled_from(["Q: Why?", "A: I did.", "LEE: No.", "We did it.", '"No," she said.', "## More", "A: "])
)


@given(BLOCKS)
def test_turns_cover_their_paragraphs_once(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    paragraphs = find_paragraphs(text)
    turns = find_turns(text, paragraphs, frozenset())
    spans = [span for found in turns.values() for turn in found for span in turn.content]
    assert spans == sorted(set(spans))
    assert all(paragraphs[number].start <= paragraphs[number].end for number in turns)


@given(BLOCKS)
def test_attributions_never_raise(blocks: list[str]) -> None:
    found = attributions("\n\n".join(blocks))
    assert all(isinstance(each, Attribution) and each.content for each in found)
