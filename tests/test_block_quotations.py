"""Block quotations: words that a page sets out, and whose they are."""

from __future__ import annotations

import pytest

from quotes.readers.html import read_html
from tests.runs_helpers import rows

FIRST = "The ferry to Hollin has not sailed since the storm of 3 March, and people talk of little else."


def found(text: str) -> list[str]:
    """The attributions of a text below a paragraph of the story: source | cue | content, parts by …."""
    return [
        f"{source} | {cue} | {' … '.join(content)}"
        for _, source, cue, content in rows("\n\n".join((FIRST, *text.split("¶"))))
    ]


# reason, text with ¶ between paragraphs, and for each attribution "source | cue | content, parts by …".
MARKED = [
    ("a recipe speaks no more than its cook", "Recipe by Bo Rask:¶> Take two eggs and beat them.", []),
    (
        "one post above another",
        "> Look at the goats go.¶> ♬ original sound - Bo Rask¶> Goodbye, all of you.¶> — Edna Voss (@voss)",
        ["Edna Voss |  | Goodbye, all of you"],
    ),
    ("who is asked did not say it", "Ann Lee was asked:¶> Is the dam safe?", []),
    (
        "nor who is expected to",
        "Ann Lee is expected to say:¶> The dam is old.",
        [" | is expected | Ann Lee … to say"],
    ),
    (
        "what is denied was not written",
        "Ann Lee denies having written:¶> The dam is old.",
        ["Ann Lee | denies | having written"],
    ),
    (
        "an e-mail inside an e-mail is not its sender's",
        "Ann Lee wrote:¶> Tom, the dam is old.¶> > Is it safe? I think so.",
        ["Ann Lee | wrote: | Tom, the dam is old"],
    ),
    (
        "an e-mail in which somebody wrote",
        "Ann Lee has an e-mail in which Tom Ord wrote:¶> The dam is old.",
        ["Tom Ord | wrote: | The dam is old"],
    ),
    (
        "all of a block is its writer's, marks and verbs of speech and all",
        "The critic Mara Quill writes:¶> The board says “sorry”. It means it.¶> It knows that it leaks.",
        ["The critic Mara Quill | writes: | The board says “sorry”. It means it … It knows that it leaks"],
    ),
    (
        "the last sentence of a paragraph announces it",
        "“A scandal,” Vos said. On Friday he wrote to the minister:¶> The board claims that it is sound.",
        ["Vos | said | “A scandal,”", "he | wrote | The board claims that it is sound"],
    ),
    (
        "what the line reports of the speaker is no quote beside the block",
        "Quill recalls the crossing of 1962:¶> The skipper laughed and told us that we were lost.",
        ["Quill | recalls | The skipper laughed and told us that we were lost"],
    ),
    ("an adjective", "Vos was blunt:¶> The board knew.", ["Vos | was blunt: | The board knew"]),
    (
        "whose words",
        "The mayor’s answer:¶> I have nothing to add.",
        ["The mayor’s | answer: | I have nothing to add"],
    ),
    (
        "a document",
        "According to the inquiry’s report:¶> No blame attaches to the crew.",
        ["the inquiry’s report | According to | No blame attaches to the crew"],
    ),
    (
        "who is quoted, and not who quotes",
        "Lee quoted the poet Una Reeve:¶> The sea has no opinion of us.",
        ["the poet Una Reeve | quoted | The sea has no opinion of us"],
    ),
    (
        "who wrote to everybody, and not everybody",
        "The clerk, Sam Orde, emailed every member of the board:¶> Nobody is to reply.",
        ["The clerk, Sam Orde, | emailed | Nobody is to reply"],
    ),
    (
        "a sentence that goes on in the block",
        "The court held that¶> the board shall bear the costs.",
        ["The court | held | the board shall bear the costs"],
    ),
    (
        "a credit in the block",
        "Letters came in.¶> The board treats us like cargo.¶> — Dora Finn, teacher",
        ["Dora Finn, teacher |  | The board treats us like cargo"],
    ),
    (
        "a credit is surer than a line without a verb of speech at its end",
        "Vos has an old line:¶> A pier is a disappointed bridge.¶> — James Joyce",
        ["James Joyce |  | A pier is a disappointed bridge"],
    ),
    (
        "posts one after the other, each with its author",
        "Some wrote.¶> For what?¶> — Jan Oake (@oake) May 3, 2016¶> Sell it.¶> — Sal Dunne (@sal) 9:00 AM",
        ["Jan Oake |  | For what?", "Sal Dunne |  | Sell it"],
    ),
    (
        "a post of another network",
        "The singer came by.¶> See you in June!¶> A post shared by Jo Marsh (@jo) on May 3, 2016",
        ["Jo Marsh |  | See you in June!"],
    ),
    (
        "a sentence below",
        "> The boat was lent to us by the sea.¶So wrote Una Reeve.",
        ["Una Reeve | wrote | The boat was lent to us by the sea"],
    ),
    (
        "a block in quotation marks is a quotation",
        "Quill said:¶> “We were never asked.”",
        ["Quill | said: | “We were never asked.”"],
    ),
    ("a list", "The board faces three questions:¶> Who pays for the engine?", []),
    ("what is reported", "Lee said the fares would be:¶> 9 pounds", ["Lee | said | the fares would be"]),
    ("a table", "The new fares are as follows:¶> Adults: 9 pounds", []),
    ("another's letter", "Last week Quill received this letter from a clerk:¶> Your claim is refused.", []),
    ("somebody to think of", "Consider the case of Dora Finn:¶> Finn has waited for nine weeks.", []),
    (
        "an excerpt",
        "An excerpt from the diary of Captain Noel Hart:¶> Nobody slept.",
        ["An excerpt from the diary of Captain Noel Hart | : | Nobody slept"],
    ),
    ("nobody", "Here is the full text:¶> The ferry shall be sold.", []),
    ("nothing above", "Nobody was hurt.¶> Ships come and go, and the sea stays where it is.", []),
    (
        "who is asked for words",
        "We asked the board for a comment:¶> The boat was tested in April.",
        ["We | asked | the board for a comment"],
    ),
    ("somebody else’s I", "Lee could have said:¶> I know that I was wrong about the boat.", []),
    (
        "a tag keeps its words",
        "“It is late,” Vos wrote:¶> The board says that it is not.",
        ["Vos | wrote | “It is late,”", "Vos | wrote: | The board says that it is not"],
    ),
    ("what might be said", "Readers may ask:¶> Why should the island pay?", []),
    (
        "the reporter’s words in a block of nobody’s",
        "This stood in Friday’s paper.¶> Mayor Ann Lee said the boat would sail.",
        ["Mayor Ann Lee | said | the boat would sail"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=reason) for reason, *case in MARKED])
def test_a_block_with_a_marker(text: str, expected: list[str]) -> None:
    assert found(text) == expected


BARE = [
    (
        "the entry of a live blog is its writer's own",
        "15:02 Ann Lee writes:¶Police have closed the bridge, and traffic goes round by the ring road.",
        [],
    ),
    (
        "so is what a reporter writes",
        "Our reporter Jo Byrne writes:¶The bridge was closed, and people stood on both sides of it.",
        [],
    ),
    (
        "a verb of writing right before the colon",
        "Mara Quill wrote in May:¶The plan mentions neither cost nor blame, and shows no regret.",
        ["Mara Quill | wrote | The plan mentions neither cost nor blame, and shows no regret"],
    ),
    (
        "one paragraph only",
        "Of it, the poet Una Reeve wrote:¶They count the waves and never wet a boot.¶She died in 1980.",
        ["the poet Una Reeve | wrote: | They count the waves and never wet a boot"],
    ),
    (
        "and those in the first person",
        "Vos wrote:¶The pier is closed tonight, and nobody likes it.¶I will see you all.",
        ["Vos | wrote: | The pier is closed tonight, and nobody likes it … I will see you all"],
    ),
    ("a tag", "The ferry was late, Lee said:¶The ferry left at ten and was not seen again that night.", []),
    ("a post that is lost", "The mayor tweeted:¶The picture shows the ferry at its berth on Friday.", []),
    ("a video", "In the video, Pell says:¶The ferry left the harbour at ten and was not seen again.", []),
    ("the speaker again", "Mayor Ann Lee said:¶Lee, who was elected in 2012, has often met the board.", []),
    ("she", "Pell wrote:¶She has been a member of the board since the spring of 1998.", []),
    ("the letter", "Pell wrote:¶The letter was read out in the parish hall on Tuesday evening.", []),
    ("more of the story", "Ames told the inquiry:¶The inquiry sits again on Monday in the parish hall.", []),
    ("a list", "The board says:¶- the engine is new, the dock is old, and the crew is ready", []),
    ("few words", "The board says:¶The engine is new.", []),
    ("no question", "Pell asked:¶The board of the ferry has five members and meets on Tuesdays.", []),
    (
        "a question about the words",
        "What the experts say:¶The hull had forty holes in it, most of them old.",
        [],
    ),
    (
        "no verb at the end",
        "The mayor was late:¶The ferry is the last of its kind on this coast.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=reason) for reason, *case in BARE])
def test_a_paragraph_without_a_marker(text: str, expected: list[str]) -> None:
    assert found(text) == expected


PAGES = [
    ("a paragraph", "<p>The boat is late.</p>", "> The boat is late."),
    ("each paragraph", "<p>It is late.</p><p>It is old.</p>", "> It is late.\n\n> It is old."),
    ("in marks", "<p>“It is late.</p><p>“It is old.”</p>", "“It is late.\n\n“It is old.”"),
    ("a title in marks", "<p>“Salt Road” is a bore.</p>", "> “Salt Road” is a bore."),
    ("a cite", "<p>It is late.</p><cite>Ann Lee</cite>", "> It is late.\n\n> — Ann Lee"),
    ("a footer", "<p>It is late.</p><footer>— <cite>Ann Lee</cite></footer>", "> It is late.\n\n> — Ann Lee"),
    (
        "an embedded post",
        "<p>It is late.</p>&mdash; Ann Lee (@annlee) <a href='#'>May 3, 2016</a>",
        "> It is late.\n\n> — Ann Lee (@annlee) May 3, 2016",
    ),
    ("whose post it is", "<p>It is late.</p>Posted by Ann Lee", "> It is late.\n\n> Posted by Ann Lee"),
    ("a transcript", "<p>COUNSEL: Late?</p><p>MASTER: Yes.</p>", "COUNSEL: Late?\n\nMASTER: Yes."),
]  # fmt: skip


@pytest.mark.parametrize(("block", "text"), [pytest.param(*case, id=reason) for reason, *case in PAGES])
def test_a_blockquote_of_a_page(block: str, text: str) -> None:
    article = read_html(
        f"<html><body><article><p>{FIRST}</p><blockquote>{block}</blockquote></article></body></html>"
    )
    assert article.text == f"{FIRST}\n\n{text}"
    assert article.author is None


def test_the_caption_of_a_quotation() -> None:
    quoted = "<blockquote>We wait for the boat as others wait for the rain to stop.</blockquote>"
    figure = f"<figure>{quoted}<figcaption>Ann Lee</figcaption></figure>"
    after = "The next meeting of the board is on Tuesday at seven in the parish hall of Hollin."
    page = f"<p>{FIRST}</p>{figure}<p>{after}</p>"
    article = read_html(f"<html><body><article>{page}</article></body></html>")
    words = "> We wait for the boat as others wait for the rain to stop."
    assert article.text.split("\n\n") == [FIRST, words, "> — Ann Lee", after]
