"""Article text made safe and readable for a terminal: same words, no surprises."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from quotes.ids import short
from quotes.model import Article, Quote, Speaker
from quotes.query import DOUBTFUL

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
_PICTURES |= {0x0D: 0x20, 0x7F: 0x2421}
_PICTURES |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD)
# U+2028 and its like would break a line; the same length keeps the offsets true.
_PICTURES |= {0x2028: 0x20, 0x2029: 0x20}


def visible(text: str) -> str:
    r"""Return `text`, same length, with pictures for control characters.

    A saved page may hold escape sequences; printed as they are, they would command the terminal.

    >>> visible("red \x1b[31m alert")
    'red ␛[31m alert'
    """
    return text.translate(_PICTURES)


def flow(text: str) -> str:
    r"""Return `text` with each of its paragraphs on one line.

    >>> flow("We will\n win.\n\n And soon.")
    'We will win.\nAnd soon.'
    """
    lines = (line.strip() for line in text.splitlines())
    return visible("\n".join(" ".join(group) for filled, group in groupby(lines, bool) if filled))


def spoken(quote: Quote) -> str:
    """Return the words as a reader may print them: only a direct quote gets quotation marks."""
    words = flow(quote.text)
    return f"“{words}”" if quote.kind == "direct" else words


def cue_of(quote: Quote, article: Article | None) -> str:
    """Return the reporting words as printed, or an empty string without the article's text."""
    if article is None:
        return ""
    return " … ".join(flow(article.text[start:end]) for start, end in quote.cue)


def who(speaker: Speaker | None) -> str:
    """Return the speaker's name; nobody in particular is "unknown"."""
    return flow(speaker.name) if speaker else "unknown"


def act_of(quote: Quote) -> str:
    """Return what was done if it was not saying: "thought" or "found"."""
    return "" if quote.act == "said" else quote.act


def ids(quotes: Sequence[Quote], *, most: int = 10) -> str:
    """Return the short ids of quotes, the first of them if they are many."""
    shown = ", ".join(short(quote.id) for quote in quotes[:most])
    return shown if len(quotes) <= most else f"{shown} and {len(quotes) - most} more"


def doubt(quote: Quote) -> str:
    """Return why a reader should check this quote, or an empty string if a person did."""
    if quote.status in ("confirmed", "corrected", "rejected"):
        return ""
    if quote.speaker is None and quote.candidates:
        return "doubtful: " + " or ".join(flow(name) for name in quote.candidates) + "?"
    return "doubtful" if quote.confidence < DOUBTFUL else ""


def told_in(quote: Quote) -> str:
    """Return in which quote of another these words are told, or an empty string."""
    return f"as told in {short(quote.outer)}" if quote.outer else ""


def headline(article: Article | None) -> str:
    """Return the title, or the file's name, or something that says that there is none."""
    if article is None:
        return "unknown article"
    name = (article.path or "").replace("\\", "/").rpartition("/")[2]
    return flow(article.title or "") or visible(name) or "untitled"


def place(article: Article | None) -> str:
    """Return where and by whom an article was published, as one line: outlet, author, id."""
    if article is None:
        return ""
    parts = (flow(article.outlet or ""), flow(article.author or ""), short(article.id))
    return " · ".join(part for part in parts if part)


def count(number: int, thing: str) -> str:
    """Return a number and its noun.

    >>> count(1, "quote"), count(2000, "quote"), count(2, "story")
    ('1 quote', '2,000 quotes', '2 stories')
    """
    if number != 1:
        thing = thing[:-1] + "ies" if thing.endswith("ry") else thing + "s"
    return f"{number:,} {thing}"
