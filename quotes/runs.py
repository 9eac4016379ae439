"""Quotations that run over sentences and paragraphs: one tag, many sentences.

In news, a tag is printed once: quotations that follow it in its paragraph are its speaker's too, a
quotation may open each paragraph anew, and a tag line that ends in a colon reports the next paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quotes.clauses import Clause, Draft, Range, trim
from quotes.cues import Cue
from quotes.model import Attribution, Kind, Quotation, Span
from quotes.syntax import Tagged
from quotes.rules.complement import source_of

_ALONE = re.compile(r"[C~,-]?(?:Qq*[.,;:~|-]*)+")
_OPEN_ENDED = re.compile(r":[|~]*")
_SPOKEN = re.compile(r"[Qq,.]+")
_FEWEST = 4  # tokens, marks included, of a quotation that can stand without a tag


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence and what its rules drafted, each with the name of its rule."""

    clause: Clause
    drafts: tuple[tuple[Draft, str], ...]


def join_runs(tagged: Tagged, found: Iterable[Found], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Turn drafts into attributions, with the quotations that go on after them."""
    out: list[Attribution] = []
    pending: Attribution | None = None
    covered = 0
    parts = _Parts(quotations)
    for each in found:
        clause = each.clause
        if not each.drafts and clause.first < clause.end and _is_quotation(clause):
            span = tagged.tokens.span(*trim(clause.tags, clause.first, clause.end))
            if span[0] >= covered:
                _run_on(out, clause, span, pending)
        for draft, rule in each.drafts:
            out.append(_attribution(clause, draft, rule, parts))
        pending = None if each.drafts else _tag_line(clause) or (pending if _is_furniture(clause) else None)
        if out:
            covered = max(covered, out[-1].content[-1][1])
    return tuple(out)


def _is_quotation(clause: Clause) -> bool:
    return bool(_ALONE.fullmatch(clause.tags, clause.first, clause.end)) and clause.end - clause.first >= _FEWEST


def _is_furniture(clause: Clause) -> bool:
    return clause.end - clause.first <= 1


def _run_on(out: list[Attribution], clause: Clause, span: Span, pending: Attribution | None) -> None:
    """Add a quotation without a tag to the one before it, or to the tag line before it."""
    if pending:
        out.append(replace(pending, content=(span,), paragraph=clause.paragraph))
        return
    last = out[-1] if out else None
    if last is None or clause.paragraph - last.paragraph > 1 or last.kind == "indirect":
        return
    if clause.paragraph == last.paragraph or last.rule == "floating":
        out[-1] = replace(last, content=(*last.content, span), paragraph=clause.paragraph)
    else:
        out.append(
            Attribution(
                (span,), (), (), "direct", "said", "floating", clause.paragraph, ("goes on",), (), len(out) - 1
            )
        )


def _tag_line(clause: Clause) -> Attribution | None:
    """`The minister replied:` at the end of a paragraph, with the quotation in the next."""
    for cue in clause.cues[-1:]:
        if not _OPEN_ENDED.fullmatch(clause.tags, cue.end, clause.end):
            continue
        source = source_of(clause, cue)
        if source and not cue.passive:
            span = clause.tagged.tokens.span
            return Attribution(
                (), (span(cue.first, cue.end + 1),), (span(*source),), "direct", cue.lexeme.act, "tag line",
                clause.paragraph, (f"{cue.lexeme.lemma}:line",),
            )  # fmt: skip
    return None


class _Parts:
    """The further parts of quotations that run over paragraphs."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        self._runs = [q for q in quotations if q.depth == 0 and len(q.parts) > 1]
        self._starts = [q.parts[0][0] for q in self._runs]

    def after(self, span: Span) -> tuple[Span, ...]:
        """Return the parts, after the first, of the run that starts within `span`."""
        at = bisect_left(self._starts, span[0])
        if at < len(self._runs) and self._starts[at] < span[1]:
            return tuple(part for part in self._runs[at].parts if part[0] >= span[1])
        return ()


def _attribution(clause: Clause, draft: Draft, rule: str, parts: _Parts) -> Attribution:
    span = clause.tagged.tokens.span
    content: tuple[Span, ...] = tuple(span(*part) for part in draft.content)
    content += parts.after(content[-1])
    return Attribution(
        content=content,
        cue=(span(*draft.cue),),
        source=(span(*draft.source),) if draft.source else (),
        kind=_kind(clause.tags, draft.content),
        act=draft.act,
        rule=rule,
        paragraph=clause.paragraph,
        because=(f"{draft.lemma}:{draft.frame}",),
        addressee=(span(*draft.addressee),) if draft.addressee else (),
    )


def _kind(tags: str, content: tuple[Range, ...]) -> Kind:
    inside = "".join(tags[first:end] for first, end in content)
    if "Q" not in inside:
        return "indirect"
    return "direct" if _SPOKEN.fullmatch(inside) else "mixed"
