"""A quote sheet as one web page that stands alone, for the screen and for paper.

First the quotes by article, each with the context to check it by, then a list by speaker. The
words of a quote stand alone in its `blockquote`; the marks around a direct quote are the style
sheet's, so that what is copied or read back is the quote, and an indirect quote never has any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby

from quotes.sheets.rows import Row, by_speaker, roles
from quotes.sheets.visible import visible

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="soft">{counts}</p>
<section id="articles">
<h2>By article</h2>
{articles}
</section>
<section id="speakers">
<h2>By speaker</h2>
<p class="soft">By name: two of one name, as two spokesmen without one, share a line.</p>
{speakers}
</section>
</body>
</html>
"""
_QUOTE = """<article class="quote" id="q{number}" data-id="{id}">
<p class="number">{number}</p>
<div class="{kind}">
<p>{speaker}</p>
<p class="context">{before}</p>
<blockquote>{quote}</blockquote>
<p class="context">{after}</p>
<p class="facts">{facts}</p>
<p class="check soft">
<span>Checked by: {checker}</span><span>Date: {checked}</span><span>Note: {note}</span>
</p>
</div>
</article>"""


def render(rows: Sequence[Row], *, title: str = "Quotes") -> bytes:
    """Return the page."""
    groups = by_speaker(rows)
    articles = (list(found) for _, found in groupby(rows, key=lambda row: row.article))
    page = _PAGE.format(
        title=_text(title),
        style=files("quotes.sheets").joinpath("sheet.css").read_text(encoding="utf-8"),
        counts=_counts(rows, groups),
        articles="\n".join(map(_article, articles)),
        speakers=_speakers(groups.items()),
    )
    return page.encode()


def _text(text: str) -> str:
    # A parser turns CR into LF unless it is written as a reference.
    return escape(visible(text)).replace("\r", "&#13;")


def _counts(rows: Sequence[Row], groups: dict[str, tuple[Row, ...]]) -> str:
    articles = len({row.article for row in rows})
    counts = ((len(rows), "quote"), (len(groups.keys() - {""}), "name"), (articles, "article"))
    return " · ".join(f"{number:,} {thing}{'' if number == 1 else 's'}" for number, thing in counts)


def _article(rows: Sequence[Row]) -> str:
    first = rows[0]
    accessed = f"accessed {first.accessed[:10]}" if first.accessed else ""
    facts = (_facts(first.outlet, first.byline, first.date, accessed), _link(first.url))
    return "\n".join(
        [
            f"<h3>{_text(first.headline or 'Untitled article')}</h3>",
            *(f'<p class="facts">{fact}</p>' for fact in facts if fact),
            *map(_quote, rows),
        ]
    )


def _quote(row: Row) -> str:
    facts = _facts(
        row.kind,
        "" if row.act == "said" else row.act,
        f"cue: {row.cue}" if row.cue else "",
        f"paragraph {row.paragraph}",
        f"{row.confidence:.0%} by rule {row.rule}",
        row.status,
        row.id,
    )
    return _QUOTE.format(
        number=row.number,
        id=_text(row.id),
        kind=row.kind,
        speaker=_speaker(row),
        before=_text(row.before),
        quote=_text(row.quote),
        after=_text(row.after),
        facts=facts,
        checker=_text(row.checker),
        checked=_text(row.checked),
        note=_text(row.note),
    )


def _speaker(row: Row) -> str:
    if not row.speaker:
        return '<span class="speaker unsure">speaker not known</span>'
    printed = f"printed: {row.as_printed}" if row.as_printed not in ("", row.speaker) else ""
    age = f"age {row.age}" if row.age is not None else ""
    soft = _facts(row.role, age, printed)
    return f'<span class="speaker">{_text(row.speaker)}</span> <span class="soft">{soft}</span>'


def _facts(*parts: str) -> str:
    return " · ".join(_text(part) for part in parts if part)


def _link(url: str) -> str:
    shown = _text(url)
    return f'<a href="{shown}">{shown}</a>' if url.startswith(("http://", "https://")) else shown


def _speakers(groups: Iterable[tuple[str, tuple[Row, ...]]]) -> str:
    lines = [
        f"<tr><td>{_text(name or 'not known')}</td><td>{_text(roles(rows))}</td>"
        f"<td>{_numbers(rows)}</td></tr>"
        for name, rows in groups
    ]
    head = "<table>\n<thead><tr><th>Speaker</th><th>Role as printed</th><th>Quotes</th></tr></thead>"
    return "\n".join([head, "<tbody>", *lines, "</tbody>", "</table>"])


def _numbers(rows: Sequence[Row]) -> str:
    return ", ".join(f'<a href="#q{row.number}">{row.number}</a>' for row in rows)
