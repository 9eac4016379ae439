"""Quotation marks, paired by paragraph.

A mark that has no partner costs one passage at most: every paragraph starts afresh, and within one
a mark that can only open ends what was left open before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.glyphs import Family, Glyph, Side, find_glyphs, find_marks
from quotes.model import Paragraph, Quotation, Span
from quotes.taglines import is_tag

_LOW = "„‚"
_PAUSE = re.compile(r"[,?!.…—–](?=\s)\s+")
_SENTENCE_END = re.compile(r"[.?!…][)\]]?\s+(?=[^\W\d_a-z])")
_BEFORE_SPEECH = frozenset({": ", ", ", ". "})
_ADORNMENT = re.compile(r"[\W_]*")
_FEWEST_WORDS = 3  # fewer between two opening marks are noise
_DEEPEST = 4


class _Coming(NamedTuple):
    """The next two marks of the same family."""

    first: Glyph | None
    second: Glyph | None


_NONE = _Coming(None, None)


class _Open(NamedTuple):
    """An opening mark that waits for its partner.

    `parts` are those in the paragraphs before; they are handed on and grow, so that a passage of
    many paragraphs is not copied for each. `end` is where the mark's own paragraph ends.
    """

    glyph: Glyph
    parts: list[Span]
    has_partner: bool
    end: int

    def parts_to(self, end: int) -> list[Span]:
        """Add the part that begins at the mark."""
        self.parts.append((self.glyph.start, end))
        return self.parts


class _Passage(NamedTuple):
    """A quotation before it is known what lies around it."""

    parts: list[Span]
    closed: bool
    style: str


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Return the passages of `text` in quotation marks, marks included, ordered by their starts.

    A passage over several paragraphs, with an opening mark on each and a closing mark on the last,
    is one with several parts; paragraphs with both marks on each are passages of their own. A
    passage without its closing mark ends where a tag line shows that it does, or else with its
    paragraph. Apostrophes, primes and inches are no marks. Never raises; linear.
    """
    found: list[_Passage] = []
    pending: _Open | None = None
    for paragraph, marks in _with_marks(text, paragraphs):
        if paragraph.kind == "furniture":
            continue
        span = paragraph.start, paragraph.end
        glyphs = list(find_glyphs(text, span, marks)) if marks else []
        if pending and not _goes_on(text, span, glyphs, pending):
            found += _unclosed(text, pending, pending.end)
            pending = None
        if glyphs and not pending and _in_turns(glyphs):
            pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
            found += [_Passage([(one.start, two.end)], True, _style(text, one)) for one, two in pairs]
        elif glyphs:
            reading = _Reading(text, span, pending, found, span[0])
            pending = reading.read(glyphs)
    if pending:
        found += _unclosed(text, pending, pending.end)
    found.sort(key=lambda passage: (passage.parts[0][0], -passage.parts[-1][1]))
    return tuple(_with_depths(_apart(text, found)))


def _with_marks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, list[Span]]]:
    marks = iter((*find_marks(text), (len(text), len(text))))
    mark = next(marks)
    for paragraph in paragraphs:
        own = []
        while mark[0] < paragraph.end:
            own.append(mark)
            mark = next(marks)
        yield paragraph, own


@dataclass(slots=True)
class _Reading:
    """One paragraph as it is read: what is open, outermost first, and what was found so far."""

    text: str
    span: Span
    pending: _Open | None
    found: list[_Passage]
    done: int  # where the last passage or lone closing mark ended
    open: list[_Open] = field(default_factory=list)

    def read(self, glyphs: list[Glyph]) -> _Open | None:
        """Pair the marks; return the passage that is still open at the end."""
        for glyph, coming in zip(glyphs, _coming(glyphs), strict=True):
            if self._side(glyph) == "open":
                self._take_opening(glyph, coming)
            else:
                self._take_closing(glyph, coming)
        return self._left_open()

    def _side(self, glyph: Glyph) -> Side:
        is_open = self._innermost(glyph.family) is not None
        if glyph.side == "either":
            return "close" if is_open else "open"
        if glyph.side == "open" and is_open and self._is_misplaced(glyph):
            return "close"
        return glyph.side

    def _is_misplaced(self, glyph: Glyph) -> bool:
        """Whether a space slipped before a closing mark: `"Yes, "he said.`"""
        before = self.text[max(glyph.start - 3, 0) : glyph.start].rstrip()
        follows = self.text[glyph.end : glyph.end + 1]
        return (
            before[-1:] in tuple(",?!") and follows.islower() and is_tag(self.text, glyph.end, self.span[1])
        )

    def _innermost(self, family: Family) -> int | None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].glyph.family == family:
                return place
        return None

    def _take_opening(self, glyph: Glyph, coming: _Coming) -> None:
        place = self._innermost(glyph.family)
        if glyph.weak and not (place is None and _is_sure_close(coming.first)):
            return
        if place is not None and not self._may_nest(place, coming):
            self.found += _unclosed(self.text, self.open[place], glyph.start)
            del self.open[place:]
        if len(self.open) < _DEEPEST:
            parts = self.pending.parts_to(self.pending.end) if self.pending and not self.open else []
            partner = coming.first is not None and coming.first.side != "open"
            self.open.append(_Open(glyph, parts, partner, self.span[1]))
            self.pending = None

    def _may_nest(self, place: int, coming: _Coming) -> bool:
        if place < len(self.open) - 1:
            return True
        return all(glyph is not None and glyph.side == "close" for glyph in coming)

    def _take_closing(self, glyph: Glyph, coming: _Coming) -> None:
        place = self._innermost(glyph.family)
        if place is None and self._fits_another(glyph):
            place = len(self.open) - 1
        if place is None:
            self._take_lone_closing(glyph)
            return
        within = place < len(self.open) - 1 and glyph.family == "single"
        if glyph.weak and (within or self._is_no_mark(glyph, coming)):
            return
        opened = self.open[place]
        self._add(opened.parts_to(glyph.end), opened.glyph, closed=True)
        del self.open[place:]

    def _fits_another(self, glyph: Glyph) -> bool:
        """Whether the innermost open passage lacks a partner, and was closed with the wrong mark."""
        if not self.open or self.open[-1].has_partner or glyph.weak:
            return False
        return self.text[glyph.start - 1] in ",.?!…"

    def _is_no_mark(self, glyph: Glyph, coming: _Coming) -> bool:
        """Whether a doubtful closing mark is a possessive or inches: a surer one comes."""
        if coming.first is None or coming.first.side != "close":
            return False
        if glyph.family == "single":
            return not coming.first.weak
        return self.text[glyph.end : glyph.end + 2].lstrip()[:1].islower()

    def _take_lone_closing(self, glyph: Glyph) -> None:
        """Read a passage that lost its opening mark, if it goes on from before or has a tag."""
        start, self.done = self.done, glyph.end
        if self.pending:
            parts = self.pending.parts_to(self.pending.end)
            self._add([*parts, (self.span[0], glyph.end)], self.pending.glyph, closed=True)
            self.pending = None
        elif _ends_words(self.text, glyph) and is_tag(self.text, _skip(self.text, glyph.end), self.span[1]):
            start = self._sentence_after(start, glyph.start)
            if start < glyph.start:
                self._add([(start, glyph.end)], glyph, closed=False)

    def _sentence_after(self, start: int, end: int) -> int:
        if start == self.span[0]:
            return start
        found = _SENTENCE_END.search(self.text, start, end)
        return found.end() if found else end

    def _add(self, parts: list[Span], glyph: Glyph, *, closed: bool) -> None:
        self.found.append(_Passage(parts, closed, _style(self.text, glyph)))
        self.done = parts[-1][1]

    def _left_open(self) -> _Open | None:
        for opened in self.open:
            if opened.glyph.family != "single" or self._opens_speech(opened.glyph):
                return opened
        return None

    def _opens_speech(self, glyph: Glyph) -> bool:
        """Whether a mark that may be an apostrophe stands where speech may begin."""
        introduced = self.text[max(glyph.start - 2, self.span[0]) : glyph.start] in _BEFORE_SPEECH
        return introduced or _stands_first(self.text, self.span, glyph)


def _in_turns(glyphs: list[Glyph]) -> bool:
    """Whether sure marks open and close in turns, as they mostly do, so that nothing need be weighed."""
    first, second = ({each[2:] for each in glyphs[turn::2]} for turn in (0, 1))
    return first == _OPENING and second == _CLOSING and len(glyphs) % 2 == 0


_OPENING, _CLOSING = {("double", "open", False)}, {("double", "close", False)}


def _coming(glyphs: list[Glyph]) -> list[_Coming]:
    """Return for each mark the next two of its family, doubtful opening marks left out."""
    seen: dict[Family, _Coming] = {}
    coming: list[_Coming] = []
    for glyph in reversed(glyphs):
        ahead = seen.get(glyph.family, _NONE)
        coming.append(ahead)
        if not (glyph.weak and glyph.side == "open"):
            seen[glyph.family] = _Coming(glyph, ahead.first)
    return coming[::-1]


def _is_sure_close(glyph: Glyph | None) -> bool:
    return glyph is not None and glyph.side == "close" and not glyph.weak


def _goes_on(text: str, span: Span, glyphs: list[Glyph], pending: _Open) -> bool:
    """Whether the passage that the last paragraph left open goes on in this one."""
    if not glyphs or glyphs[0].weak or glyphs[0].family != pending.glyph.family:
        return False
    if not _is_sentence(text, pending):
        return False
    start, end = pending.glyph.start, pending.end
    if glyphs[0].side == "close":
        return _ends_words(text, glyphs[0]) and _tag_start(text, start, end) is None
    last = max(start, end - 200)
    return _stands_first(text, span, glyphs[0]) and _tag_start(text, last, end, strict=True) is None


def _is_sentence(text: str, pending: _Open) -> bool:
    """Whether the open words are sentences, as when a speech goes on, and not a few with a lost mark."""
    start = pending.glyph.end
    return bool(pending.parts or not text[start].islower() or _SENTENCE_END.search(text, start, pending.end))


def _stands_first(text: str, span: Span, glyph: Glyph) -> bool:
    found = _ADORNMENT.match(text, span[0], glyph.start)
    return found is not None and found.end() == glyph.start


def _ends_words(text: str, glyph: Glyph) -> bool:
    return glyph.family != "single" and text[max(glyph.start - 1, 0)] in ",.?!…"


def _skip(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1].isspace() else at


def _unclosed(text: str, opened: _Open, limit: int) -> Iterator[_Passage]:
    """Yield the passage after `opened`, which has no closing mark before `limit`."""
    if opened.glyph.family == "single" and not opened.parts:
        return
    start = opened.glyph.start
    cut = _tag_start(text, start, limit)
    end = limit if cut is None else cut
    words = text[start : min(end, start + 200)].split(maxsplit=_FEWEST_WORDS)
    if opened.parts or len(words) >= _FEWEST_WORDS or cut is not None:
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        yield _Passage(opened.parts_to(end), False, _style(text, opened.glyph))


def _tag_start(text: str, start: int, end: int, *, strict: bool = False) -> int | None:
    """Return where the pause ends that stands before a tag line in `text[start:end]`."""
    for pause in _PAUSE.finditer(text, start, end):
        if is_tag(text, pause.end(), end, strict=strict):
            return pause.start() + 1
    return None


def _style(text: str, glyph: Glyph) -> str:
    if text[glyph.start] in _LOW:
        return "low"
    return "angle" if glyph.family == "half angle" else glyph.family


def _apart(text: str, found: Iterable[_Passage]) -> list[_Passage]:
    """End a passage that lost its closing mark, and reaches into another, where the other begins."""
    out: list[_Passage] = []
    around: list[int] = []  # the places in `out` of the passages that are open
    for passage in found:
        start, end = passage.parts[0][0], passage.parts[-1][1]
        while around and out[around[-1]].parts[-1][1] < end:
            place = around.pop()
            *parts, (begin, until) = out[place].parts
            if begin < start < until:
                until = begin + len(text[begin:start].rstrip())
                out[place] = out[place]._replace(parts=[*parts, (begin, until)])
        around.append(len(out))
        out.append(passage)
    return out


def _with_depths(found: Iterable[_Passage]) -> Iterator[Quotation]:
    """Yield the passages in order, with the number of passages around each."""
    around: list[int] = []
    for passage in found:
        start, end = passage.parts[0][0], passage.parts[-1][1]
        while around and around[-1] <= start:
            around.pop()
        yield Quotation(tuple(passage.parts), len(around), passage.closed, passage.style)
        around.append(end)
