"""A page's blocks in order, each character as a browser would show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotes.readers.blocks import Block, BlockKind, Run, from_runs
from quotes.readers.lines import groups

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt "
        "ruby s samp small span strike strong sub sup time tt u var wbr"
    ).split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WITHIN_BOX = _INLINE | _HEADINGS | frozenset(("p", "li", "ul", "ol", "blockquote", "pre", "br"))
_SKIPPED = frozenset(
    (
        "audio button canvas dialog figcaption footer head iframe img input map math menu nav noscript "
        "object option script select style svg template textarea title video"
    ).split()
)
_BOLD = frozenset(("b", "strong"))
_WHOLE = frozenset(("html", "body", "main", "article"))
_CLUTTER = re.compile(
    r"(?:^|\s)(?:related|recommend(?:ed|ations?)|promo|newsletter|share|sharing|social|caption|credit"
    r"|advert(?:isement)?|ad|ads|sponsor(?:ed)?|comments?|sidebar|breadcrumbs?|tags|cookies?|paywall|signup|subscribe"
    r"|most-?read|popular|wp-caption-text|sr-only|visually-?hidden|byline|dateline)(?:[-_]{1,2}[\w-]*)?(?=\s|$)",
    re.IGNORECASE,
)
_PULLED = re.compile(r"pull-?_?quote", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DASHES = tuple("-–—―~")
_QUOTED = "\"'“‘«„"
# &#147; and its like: browsers read references to these controls as cp1252
_CONTROLS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


class Piece(NamedTuple):
    """A block of a page; `box` numbers the element that holds its paragraphs.

    `doubtful` is true inside elements that name themselves captions, adverts, related boxes…
    """

    block: Block
    box: int
    doubtful: bool


class _Context(NamedTuple):
    """What holds at a place in the page, by the elements that are open there."""

    kind: BlockKind = "para"
    level: int = 0
    bold: bool = False
    linked: bool = False
    doubtful: bool = False
    preformatted: bool = False
    quoted: int = 0
    box: int = 0


def pieces_of(tree: HtmlElement) -> list[Piece]:
    """Return the blocks of a page in order, without scripts, navigation, captions and hidden parts."""
    from lxml import etree

    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start":
            if walk.enter(element):
                events.skip_subtree()
        else:
            if event == "end":
                walk.leave(element)
            if element is not tree:
                walk.say(element.tail)
    walk.flush()
    return walk.pieces


class _Walk:
    """One walk through a page: the contexts that are open and the runs of the block at hand."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._runs: list[Run] = []
        self._open: list[_Context] = [_Context()]
        self._boxes = 0

    def enter(self, element: HtmlElement) -> bool:
        """Open an element; return True when nothing in it is to be read."""
        tag = str(element.tag)
        if tag not in _INLINE and tag != "br":
            self.flush()
        credit = self._is_credit(element, tag)
        skipped = (tag in _SKIPPED and not credit) or _is_hidden(element)
        self._open.append(self._open[-1] if skipped else self._within(element, tag, credit=credit))
        if skipped:
            return True
        if credit and not self._runs and not "".join(element.itertext()).lstrip().startswith(_DASHES):
            self.say("— ")
        if tag == "br":
            self._break()
        elif tag == "q":
            self._mark(element, "“‘")
        self.say(element.text)
        return False

    def leave(self, element: HtmlElement) -> None:
        """Close an element."""
        tag = str(element.tag)
        if tag not in _INLINE and tag != "br":
            self.flush()
        elif tag == "q" and not _is_hidden(element):
            self._mark(element, "”’")
        self._open.pop()

    def say(self, text: str | None) -> None:
        """Add text at the place that the walk has reached."""
        context = self._open[-1]
        if not text:
            return
        if not context.preformatted:
            text = _SPACE.sub(" ", text)
            if not self._runs or self._runs[-1].text.endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if text:
            self._runs.append(Run(text.translate(_CONTROLS), context.bold, context.linked))

    def flush(self) -> None:
        """End the block at hand."""
        context = self._open[-1]
        for block in self._blocks(context):
            self.pieces.append(Piece(block, context.box, context.doubtful))
        self._runs = []

    def _blocks(self, context: _Context) -> Iterator[Block]:
        if context.preformatted:
            text = "".join(run.text for run in self._runs)
            yield from (Block(context.kind, group) for group in groups(text))
        elif block := from_runs(context.kind, self._runs, level=context.level):
            yield block

    def _break(self) -> None:
        """Break the line; a second break ends the paragraph."""
        if self._runs and self._runs[-1].text == "\n":
            self.flush()
        elif self._runs:
            self._runs.append(Run("\n"))

    def _mark(self, element: HtmlElement, marks: str) -> None:
        """Show the quotation mark of a <q>, unless the page prints its own."""
        if not (element.text or "").lstrip().startswith(tuple(_QUOTED)):
            nested = (self._open[-1].quoted - 1) % 2
            self.say(marks[nested])

    def _is_credit(self, element: HtmlElement, tag: str) -> bool:
        """Tell whether an element names whose words a block quotation has: pages set a dash before it."""
        if tag == "figcaption":
            before = element.getprevious()
            return before is not None and before.tag == "blockquote"
        last = tag == "cite" and element.getnext() is None and not (element.tail or "").strip()
        return self._open[-1].kind == "quote" and (last or tag == "footer")

    def _within(self, element: HtmlElement, tag: str, *, credit: bool) -> _Context:
        outer, names = self._open[-1], f"{element.get('class') or ''} {element.get('id') or ''}"
        context = outer._replace(
            kind="quote" if credit else _kind(outer.kind, tag, names),
            level=int(tag[1]) if tag in _HEADINGS else outer.level,
            bold=outer.bold or tag in _BOLD,
            linked=outer.linked or (tag == "a" and element.get("href") is not None),
            doubtful=outer.doubtful or (tag not in _WHOLE and bool(_CLUTTER.search(names))),
            preformatted=outer.preformatted or tag == "pre",
            quoted=outer.quoted + (tag == "q"),
        )
        if tag in _WITHIN_BOX or credit:
            return context
        self._boxes += 1
        return context._replace(box=self._boxes)


def _kind(outer: BlockKind, tag: str, names: str) -> BlockKind:
    if outer in ("quote", "aside"):
        return outer
    if tag == "aside" or _PULLED.search(names):
        return "aside"
    if tag == "blockquote":
        return "quote"
    if tag in _HEADINGS:
        return "heading"
    return "item" if tag in ("li", "dt", "dd", "td", "th") else outer


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
