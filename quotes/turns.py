"""Words that a layout ties to their speaker, without a verb: turns, credits, headed statements.

`CALLOWAY: …` is a turn of a transcript, `— Ann Lee, plumber` below a quotation its credit, and
`From Chairwoman Lee:` the head of a statement that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from quotes.clauses import Clause, Range
from quotes.model import Attribution, Paragraph, Span
from quotes.rules.colon import Introduction, introduction, reported
from quotes.rules.credited import CREDIT
from quotes.syntax import NOUN_PHRASE

# By paragraph: the attributions that begin in it; none where the words of one go on.
Turns = dict[int, tuple[Attribution, ...]]

_LABEL = re.compile(
    r"[*_]{0,3}(?P<mark>[\"“]?)(?P<label>[^:*_\n]{1,80}?)(?: [(\[]\d\d?(?::\d\d){1,2}[)\]])?[*_]{0,3}"
    r"(?:(?P<colon>:)|(?<=[QA])\.)[*_]{0,3}\s+"
)
_ASIDE = re.compile(r"[(\[][^)\]]{0,200}[)\]]\.?$")  # (Laughter.)
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_MARK = re.compile('["“”«»„]|``')
_CLOSING = frozenset('"”')
_MARKUP = "*_ \t\N{NO-BREAK SPACE}"
_LONGEST_TURN = 8  # paragraphs
_FEWEST_NAMES = 3  # words in capitals under a label: more are a list

_DASHES = frozenset("- – — ― --".split())
_HEAD = re.compile(rf"[DENES]{{0,3}}(?P<from>[Ib])(?P<source>{NOUN_PHRASE}):[|~]*")
_LONGEST_NAME = 12  # tokens before a handle: Ann Lee (@annlee)
_STATEMENTS = frozenset(
    "comment comments email letter message note post remarks response statement tweet".split()
)


def find_turns(text: str, paragraphs: Sequence[Paragraph], narrated: AbstractSet[int]) -> Turns:
    """Return the paragraphs that belong to turns.

    A turn is a labelled paragraph and those after it up to the next label, unless the reporter speaks
    in them: `narrated` are the paragraphs with a quotation that a verb ties to somebody. After the
    last label only paragraphs in the first person belong to its turn. Never raises; linear.
    """
    turns: Turns = {}
    labels = [number for number, block in enumerate(paragraphs) if block.kind == "turn"]
    labels = [number for number in labels if _is_turn(text, paragraphs, number)]
    for number, following in pairwise([*labels, len(paragraphs)]):
        between = following < len(paragraphs) and following - number <= _LONGEST_TURN
        rest = continued(
            text, paragraphs, narrated, range(number + 1, following), only_first_person=not between
        )
        members = [number, *rest]
        turns |= dict.fromkeys(members, ())
        turn = _turn(text, [paragraphs[member] for member in members], number)
        turns[number] = (turn,) if turn else ()
    return turns


def _is_turn(text: str, paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a labelled paragraph holds words, and not a figure or names; a headline is none."""
    found = _LABEL.match(text, paragraphs[number].start, paragraphs[number].end)
    said = text[found.end() : paragraphs[number].end].split() if found else []
    if number == 0 and [block.kind for block in paragraphs[1:2]] == ["body"]:
        long = [word for word in said if len(word) > 3]
        return sum(word[0].islower() for word in long) * 2 >= len(long)
    if len(said) > _FEWEST_NAMES:
        return any(word[0].islower() for word in said)
    return any(word[0].isalpha() for word in said)


def continued(
    text: str,
    paragraphs: Sequence[Paragraph],
    narrated: AbstractSet[int],
    at: range,
    *,
    only_first_person: bool,
) -> Iterator[int]:
    """Yield the paragraphs from the first of `at` on in which the same speaker goes on."""
    for number in at:
        block = paragraphs[number]
        if not _is_body(text, block) or (
            number in narrated and (only_first_person or not tells(text, block))
        ):
            return
        if only_first_person and not _is_first_person(text, block):
            return
        yield number


def _is_body(text: str, block: Paragraph) -> bool:
    """Whether a paragraph is prose, and not set out as a block."""
    return block.kind == "body" and text[block.start] != ">"


def tells(text: str, block: Paragraph) -> bool:
    """Return whether somebody speaks of themselves before the first quotation mark of a paragraph."""
    mark = _MARK.search(text, block.start, block.end)
    return FIRST_PERSON.search(text, block.start, mark.start() if mark else block.end) is not None


def _is_first_person(text: str, block: Paragraph) -> bool:
    """Return whether somebody speaks of themselves in a paragraph without quotation marks."""
    found = FIRST_PERSON.search(text, block.start, block.end)
    return found is not None and not _MARK.search(text, block.start, block.end)


def _turn(text: str, members: Sequence[Paragraph], number: int) -> Attribution | None:
    head = members[0]
    found = _LABEL.match(text, head.start, head.end)
    if not found:
        return None
    spans = [(found.end(), head.end)] + [(block.start, block.end) for block in members[1:]]
    if found["mark"] and text[spans[-1][1] - 1] in _CLOSING:  # the excerpt as a whole is quoted
        spans[-1] = (spans[-1][0], spans[-1][1] - 1)
    words = [words_in(text, span) for span in spans if not _ASIDE.match(text, *span)]
    content = tuple((start, end) for start, end in words if start < end)
    if not content:
        return None
    cue = (found.span("colon"),) if found["colon"] else ()
    return Attribution(
        content, cue, (found.span("label"),), "direct", "said", "turn", number, ("a turn under a label",)
    )


def words_in(text: str, span: Span) -> Span:
    """Return `span` without markup at its ends and without its full stop; "?" and "!" are words' own.

    >>> words_in("Eleven. ", (0, 8)), words_in("Why?", (0, 4))
    ((0, 6), (0, 4))
    """
    start, end = span
    while start < end and text[start] in _MARKUP:
        start += 1
    while end > start and text[end - 1] in _MARKUP:
        end -= 1
    stopped = text[start:end].endswith(".") and not text[start:end].endswith("..")
    return start, end - stopped


def find_statements(
    text: str, paragraphs: Sequence[Paragraph], clauses: Iterable[Clause], taken: AbstractSet[int]
) -> Turns:
    """Return the paragraphs that belong to statements: those after a head, while in the first person.

    A head is a paragraph of its own: `From Chairwoman Lee:`, or `Lee issued a statement:` if the
    words have no marks. `taken` are the paragraphs that have another speaker. Never raises; linear.
    """
    statements: Turns = {}
    lines = {number for number, block in enumerate(paragraphs[:-1]) if text[block.end - 1] == ":"}
    for clause in clauses if lines else ():
        begins = clause.paragraph + 1
        if (
            clause.paragraph not in lines
            or clause.paragraph in statements
            or not _is_line(clause, paragraphs[clause.paragraph])
        ):
            continue
        opening = paragraphs[begins : begins + 2]
        found = _head(clause) or _announced(clause, text, opening[0])
        found = found if found and _speaks(text, opening) else _told(clause, text, opening[0])
        if found and begins not in taken:
            after = range(begins + 1, len(paragraphs))
            members = [begins, *continued(text, paragraphs, taken, after, only_first_person=True)]
            statements |= dict.fromkeys(members, ())
            said = [paragraphs[member] for member in members]
            statements[begins] = (_statement(text, clause, found, said),)
    return statements


def _speaks(text: str, opening: Sequence[Paragraph]) -> bool:
    """Whether the first paragraphs of a statement are prose in which somebody speaks of themselves."""
    first_person = any(FIRST_PERSON.search(text, block.start, block.end) for block in opening)
    return first_person and _is_body(text, opening[0])


def _is_line(clause: Clause, block: Paragraph) -> bool:
    """Whether a sentence ends its paragraph with a colon."""
    last = clause.end - 1
    ends_so = clause.first <= last and clause.tags[last] == ":"
    return ends_so and clause.tagged.tokens.span(last, last + 1)[1] == block.end


def _head(clause: Clause) -> Introduction | None:
    """`From Chairwoman Lee:`."""
    found = _HEAD.fullmatch(clause.tags, clause.first, clause.end)
    if found and clause.tagged.word(found.start("from")) in {"from", "by"} and "E" in found["source"]:
        return Introduction(found.span("source"), (clause.end - 1, clause.end))
    return None


def _announced(clause: Clause, text: str, below: Paragraph) -> Introduction | None:
    """`Lee issued the following statement:`, with words that are Lee's though they have no marks."""
    if clause.tagged.word(clause.end - 2) not in _STATEMENTS or not _is_first_person(text, below):
        return None
    return introduction(clause, clause.end - 1)


def _told(clause: Clause, text: str, below: Paragraph) -> Introduction | None:
    """`Lee wrote to the staff:`, with a paragraph below in which somebody speaks, though it has no marks."""
    speaks = _is_body(text, below) and _is_first_person(text, below)
    return reported(clause, clause.end - 1) if speaks else None


def _statement(text: str, clause: Clause, found: Introduction, members: Sequence[Paragraph]) -> Attribution:
    span = clause.tagged.tokens.span
    return Attribution(
        tuple(words_in(text, (block.start, block.end)) for block in members),
        (span(*found.cue),), (span(*found.source),), "direct", found.act, "statement",
        clause.paragraph + 1, ("a statement under its head",),
    )  # fmt: skip


def credit(clause: Clause) -> Range | None:
    """Return the tokens of the source in a credit that fills a sentence: `— Ann Lee, plumber`."""
    dash, tagged = clause.first - 1, clause.tagged
    if dash < 0 or tagged.word(dash) not in _DASHES:
        return None
    near = range(clause.first, min(clause.first + _LONGEST_NAME, clause.end - 1))
    handle = next((at for at in near if tagged.word(at) == "(" and "@" in tagged.word(at + 1)), clause.end)
    found = CREDIT.match(clause.tags, dash, handle)
    return found.span("source") if found and "E" in found["source"] else None
