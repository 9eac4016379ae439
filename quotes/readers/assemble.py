"""Blocks into an article: what is title, byline, date or clutter, and what is left, the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from quotes.model import Article
from quotes.readers import bylines
from quotes.readers.blocks import Block, Shingles, ends_sentence, words_of
from quotes.readers.bylines import Facts
from quotes.readers.clutter import is_clutter
from quotes.readers.dates import find_date, is_update

NEAR = 8  # blocks from either end of an article in which bylines, dates and addresses are looked for
_TITLE_MAX = 200
_SUBHEAD_MAX, _DECK_MAX = 80, 160
_FEWEST_ASKED = 3  # questions in bold type
_SET_OFF = ("quote", "aside")
_MARKS = tuple("\"“”„«»‘’'`")
_STOPS = ".,!?…;: "
_REPEATED = 0.8  # share of a set-off quotation's words, in fours, that the body must hold
_TURN = re.compile(r"(?:[A-Z][A-Z .'’-]*|Q|A):\s")
_SECTION = re.compile(r"[A-Z&/ -]{2,30}")
_LIST_MARK = re.compile(r"(?:[-–—*•‣·▪◦»>]|\d{1,2}[.)])\s")
_DATELINE = re.compile(r"[A-Z][\w ,.'’/-]{2,60}?\((?P<wire>[A-Z][\w ’'&.-]{1,40})\)\s*[-–—]+\s")
_CLOCK = re.compile(
    r"(?:\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: (?:[A-Z]{2,4}|local time))?[:.]?(?= |$)",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b\.?)?(?: (?:GMT|BST|UTC|[ECMP][SD]?T|CES?T))?)"
    r"(?: [-–—|]|:)? (?=[\"“‘']?[A-Z])"
)
_EMBARGO = re.compile(r"(?:strict )?embargo", re.IGNORECASE)
_SPEECH = re.compile(r"[\"”’'] ?[-–—]+ ?[A-Z@]|\.[\"”](?: |$)")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The blocks of an article's text, and what the others told."""

    body: tuple[Block, ...]
    facts: Facts


def assemble(blocks: Sequence[Block], known: Facts | None = None) -> Article:
    """Make an article of its blocks; what is `known` from elsewhere goes before what they tell.

    The text of the article is empty when no block is part of its body.
    """
    result = sort_blocks(blocks, known or Facts())
    facts = result.facts
    asked = _asks_in_bold(result.body)
    text = "\n\n".join(_printed(block, asked=asked) for block in result.body)
    if not any(block.kind != "heading" for block in result.body):
        text = ""
    return Article(
        text=text,
        title=facts.title,
        author=facts.author,
        date=facts.date,
        date_printed=facts.date_printed,
        outlet=facts.outlet,
        url=facts.url,
    )


def _printed(block: Block, *, asked: bool) -> str:
    if asked and _is_bold(block):
        return f"**{block.text}**"
    if block.kind == "quote":
        return f"> {block.text}"
    return f"## {block.text}" if block.kind == "heading" else block.text


def _asks_in_bold(blocks: Sequence[Block]) -> bool:
    """Tell whether an article is an interview in which nothing but the bold type says who asks."""
    asked = [block for block in blocks if _is_bold(block)]
    return sum(block.text.endswith("?") for block in asked) >= max(_FEWEST_ASKED, len(asked) // 3)


def _is_bold(block: Block) -> bool:
    return block.bold and block.kind == "para" and "\n" not in block.text


def sort_blocks(blocks: Sequence[Block], known: Facts) -> Sorted:
    """Tell the blocks of the text from those around it."""
    kept = [block for block in blocks if not is_clutter(block)]
    kept, facts = _without_facts(kept)
    facts = facts.filled(Facts(outlet=_rights_holder(blocks))).filled(_embargo(blocks))
    kept, title = _without_title(kept, known.title or facts.title)
    kept = [_as_heading(block) for block in _stamped(kept)]
    facts = replace(known, title=title).filled(facts)
    if facts.url:
        facts = facts.filled(bylines.from_address(facts.url))
    body = tuple(_quoted_once(_without_repeats(kept)))
    return Sorted(body, facts.filled(_dateline(kept)))


def _rights_holder(blocks: Sequence[Block]) -> str | None:
    last = (bylines.rights_holder(block.text) for block in blocks[-NEAR:])
    return next((who for who in last if who), None)


def _embargo(blocks: Sequence[Block]) -> Facts:
    """Return the day from which a press release may be printed."""
    lines = (block.text for block in blocks[:NEAR] if _EMBARGO.match(block.text) and is_clutter(block))
    dated = next((found for line in lines if (found := find_date(line))), None)
    return Facts(date=dated.iso, date_printed=dated.printed) if dated else Facts()


def _without_facts(blocks: Sequence[Block]) -> tuple[list[Block], Facts]:
    """Take out the lines near either end that tell about the article, and what they tell."""
    facts, updated, kept = Facts(), Facts(), []
    for at, block in enumerate(blocks):
        told = _told(blocks, at)
        if told is None:
            kept.append(block)
        elif is_update(block.text):
            updated = updated.filled(told)
        else:
            facts = facts.filled(told)
    return kept, facts.filled(updated)


def _told(blocks: Sequence[Block], at: int) -> Facts | None:
    if NEAR <= at < len(blocks) - NEAR or blocks[at].kind == "quote":
        return None
    block, line = blocks[at], blocks[at].text
    if bylines.is_address_label(line):
        follows = at + 1 < len(blocks) and bylines.address(blocks[at + 1].text)
        return Facts() if follows else None
    if url := bylines.address(line):
        return Facts(url=url) if _is_announced(blocks, at) else None
    told = bylines.keyed(line) or bylines.byline(line) or bylines.dated_line(line)
    if told or len(blocks) < 2:
        return told
    if bylines.outlet_line(line) and block.kind != "item" and block.level != 1 and _beside_body(blocks, at):
        return Facts(outlet=line)
    return _signed(blocks, at)


def _signed(blocks: Sequence[Block], at: int) -> Facts | None:
    """Return the author whom a line names that stands below the title without a "By"."""
    after_title = at > 1 or (at == 1 and not _SECTION.fullmatch(blocks[0].text))
    if not after_title or blocks[at].kind != "para" or not _beside_body(blocks, at):
        return None
    name = bylines.bare_name(blocks[at].text) if _dated_beside(blocks, at) else None
    author = bylines.signed(blocks[at].text) or name
    return Facts(author=author) if author else None


def _is_announced(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether an address is the article's own and not one that "Helpline:" introduces."""
    before = blocks[at - 1].text if at else ""
    return not before.endswith(":") or bylines.is_address_label(before)


def _beside_body(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line stands before the first sentence or after the last of an article."""
    return not any(ends_sentence(block.text) for block in blocks[:at]) or at == len(blocks) - 1


def _dated_beside(blocks: Sequence[Block], at: int) -> bool:
    beside = blocks[max(at - 2, 0) : at + 3]
    return any(bylines.dated_line(block.text) for block in beside)


def _without_title(blocks: list[Block], known: str | None) -> tuple[list[Block], str | None]:
    """Take out the headline; a block that says what is known as the title is one, too."""
    head = _head(blocks)
    if known is not None:
        same = words_of(known)
        return [b for at, b in enumerate(blocks) if not _is_title(b, same, at < head, at <= head)], known
    if head > 1 and _SECTION.fullmatch(blocks[0].text) and len(blocks[0].text.split()) <= 3:
        blocks, head = blocks[1:], head - 1
    for at, block in enumerate(blocks[:head]):
        if block.kind == "heading":
            return _with_decks(blocks[:at] + blocks[at + 1 :], head - 1), block.text
    if len(blocks) > 1 and is_headline(blocks[0], _TITLE_MAX):
        return _with_decks(blocks[1:], head - 1), blocks[0].text
    return blocks, None


def _with_decks(blocks: list[Block], head: int) -> list[Block]:
    """Mark the lines between headline and body as headings: they tell what the body tells."""
    decks = [
        replace(block, kind="heading") if block.kind == "para" else block for block in blocks[: max(head, 0)]
    ]
    return decks + blocks[max(head, 0) :]


def _is_title(block: Block, same: list[str], above: bool, near: bool) -> bool:
    return (above and block.level == 1) or (near and words_of(block.text) == same)


def _head(blocks: Sequence[Block]) -> int:
    """Return how many headings and headline-like lines stand before the body."""
    for at, block in enumerate(blocks):
        if block.kind != "heading" and not is_headline(block, _DECK_MAX):
            return at
    return 0


def is_headline(block: Block, longest: int) -> bool:
    """Tell whether a paragraph looks like a headline: short, and no sentence."""
    text = block.text
    if _SPEECH.search(text):  # "No." — Ann Lee
        return False
    if block.kind not in ("para", "heading") or len(text) > longest or ends_sentence(text):
        return False
    return text[:1] not in "-–—*•(" and not _LIST_MARK.match(text) and not _TURN.match(text)


def _stamped(blocks: list[Block]) -> list[Block]:
    """Set the times apart that begin the paragraphs of a live blog; one such paragraph makes none."""
    stamps = [_STAMP.match(block.text) if block.kind == "para" else None for block in blocks]
    if sum(map(bool, stamps)) < 2:
        return blocks
    parted: list[Block] = []
    for block, stamp in zip(blocks, stamps, strict=True):
        if stamp:
            parted.append(replace(block, text=stamp[1], kind="heading", bold=False))
        parted.append(replace(block, text=block.text[stamp.end() :]) if stamp else block)
    return parted


def _as_heading(block: Block) -> Block:
    """Return a subhead as what it is: all in bold type and no sentence, or a time in a live blog."""
    clock = _CLOCK.match(block.text) if block.kind == "para" else None
    if clock and (clock.end() == len(block.text) or is_headline(block, _SUBHEAD_MAX)):
        return replace(block, kind="heading")
    if block.bold and block.kind == "para" and is_headline(block, _SUBHEAD_MAX):
        return replace(block, kind="heading")
    return block


def _without_repeats(blocks: Sequence[Block]) -> list[Block]:
    """Leave out pull-quotes: set-off quotations whose words the body prints anyway."""
    if not any(block.kind in _SET_OFF for block in blocks):
        return list(blocks)
    body = Shingles(block.text for block in blocks if block.kind not in _SET_OFF)
    return [block for block in blocks if block.kind not in _SET_OFF or body.share(block.text) < _REPEATED]


def _quoted_once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield block quotations as paragraphs where marks or labels show already whose words they are.

    So is an article that is nothing else, as somebody sent it on.
    """
    whole = all(block.kind in ("quote", "heading") for block in blocks)
    for quoted, group in groupby(blocks, lambda block: block.kind == "quote"):
        members = list(group)
        marked = quoted and (
            whole or _is_in_marks(members) or any(_TURN.match(each.text) for each in members)
        )
        yield from (replace(block, kind="para") for block in members) if marked else members


def _is_in_marks(blocks: Sequence[Block]) -> bool:
    """Tell whether a quotation opens and ends with a mark; a title may stand at either end alone."""
    texts = [block.text.rstrip(_STOPS) for block in blocks]
    return texts[0].startswith(_MARKS) and any(text.endswith(_MARKS) for text in texts)


def _dateline(blocks: Sequence[Block]) -> Facts:
    """Return what a dateline tells; it stays in the text."""
    for block in blocks[:3]:
        found = _DATELINE.match(block.text)
        if found and bylines.outlet_line(found["wire"]):
            dated = find_date(found[0])
            return Facts(
                outlet=found["wire"],
                date=dated.iso if dated else None,
                date_printed=dated.printed if dated else None,
            )
    return Facts()
