"""The records of the project: frozen dataclasses, fields only.

Offsets are code points into the article's text, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotes.frozen import made_fast

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["said", "thought", "found"]
SpeakerType = Literal["person", "group", "organization", "document", "unknown"]
Status = Literal["unchecked", "confirmed", "corrected", "rejected", "needs-source"]


@made_fast
@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words these are, as far as one article tells.

    `name` is the fullest name printed in the article, or the phrase itself for an unnamed
    source ("a homeless man"), for which `named` is false. `as_printed` is the mention beside
    this quote. `role` is the role that stands nearest to this quote, `roles` are all that the
    article prints, in text order, as printed but without a leading article.
    """

    name: str
    type: SpeakerType
    as_printed: str
    named: bool = True
    role: str | None = None
    roles: tuple[str, ...] = ()
    age: int | None = None


@made_fast
@dataclass(frozen=True, slots=True)
class Quote:
    """Something that somebody is said to have said.

    `content`, `cue` and `source` are spans into the article's text, in the terms of PARC 3.0
    and PolNeAR. `text` is the content alone: marks and cue removed, parts joined by " […] ".
    `key` is what the confidence of the attribution was measured for (see `Attribution`).
    `status`, `note`, `checker` and `checked` (an ISO time) are for people who look at it.
    """

    id: str
    article: str
    kind: Kind
    act: Act
    text: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: Speaker | None
    paragraph: int
    rule: str
    because: tuple[str, ...] = ()
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    addressee: Speaker | None = None
    outer: str | None = None
    status: Status = "unchecked"
    key: str = ""
    note: str = ""
    checker: str = ""
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a reader returned it. `text` is the body alone and is never altered.

    The text is plain: paragraphs are separated by blank lines, a subhead is a line that begins
    with "## ", each paragraph of a block quotation begins with "> ", and what an interview asks in
    bold type stands in "**".
    `date` is ISO (YYYY, YYYY-MM or YYYY-MM-DD), `date_printed` the raw string. `path`
    is where it was read from, `accessed` the ISO time at which it was added.
    """

    text: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    date_printed: str | None = None
    outlet: str | None = None
    url: str | None = None
    path: str | None = None
    encoding: str | None = None
    accessed: str | None = None
    id: str = ""


# What the stages of the pipeline hand to each other. (A tuple is made three times as fast.)

Block = Literal["body", "heading", "turn", "furniture"]


class Paragraph(NamedTuple):
    """A block of the text, without the white space around it.

    `kind` is "body", "heading" (headline or subhead), "turn" (a line of an interview or
    transcript that names its speaker: "JUDGE: …") or "furniture" (byline, dateline of its own,
    caption, "Related article", credit, address, advert).
    """

    start: int
    end: int
    kind: Block


class Sentence(NamedTuple):
    """A sentence, never longer than its paragraph; `paragraph` is an index."""

    start: int
    end: int
    paragraph: int


class Quotation(NamedTuple):
    """A passage in quotation marks: one part a paragraph, marks included.

    `depth` is 0 for an outer passage, 1 for one inside it, and so on. `closed` is false when
    the closing mark is missing. `style` is "double", "single", "angle" or "low".
    """

    parts: tuple[Span, ...]
    depth: int
    closed: bool
    style: str


class Attribution(NamedTuple):
    """Content tied to a cue and a source by a rule, before anyone knows who the source is.

    `follows` is the index of the attribution whose speaker goes on when no source is printed
    (a floating quote). `addressee` is who was told. `key` is the rule, the reporting word and its
    frame, for measuring: "that-clause/say/that".
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: Kind
    act: Act
    rule: str
    paragraph: int
    because: tuple[str, ...] = ()
    addressee: tuple[Span, ...] = ()
    follows: int | None = None
    key: str = ""


class Resolution(NamedTuple):
    """Who an attribution's source is: a speaker, or none and the candidates that remain.

    `steps` name the links of the chain that led there, for measuring; `because` says them to a reader.
    """

    speaker: Speaker | None
    because: tuple[str, ...] = ()
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    addressee: Speaker | None = None
    steps: tuple[str, ...] = ()
