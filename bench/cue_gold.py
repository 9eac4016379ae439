"""Gold attributions as the miner reads them: tokens, and which attribution a token is the cue of."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.cue_frames import Frame, Token, tokenize

Attribution = dict[str, Any]
Spans = list[list[int]]


@dataclass(slots=True)
class Count:
    """How often a frame was seen and was gold, and in how many of those each flag held.

    The flags: o, content begins at the object; c, the cue holds the particle; v, it holds the governing verb.
    """

    seen: int = 0
    gold: int = 0
    flags: Counter[str] = field(default_factory=Counter)

    def render(self, name: str) -> str:
        """Return the entry of the lexicon, such as `obj-to+o=71/24`."""
        flags = "".join(f"+{flag}" for flag in "ocv" if self.has(flag))
        return f"{name}{flags}={self.percent}/{self.seen}"

    def has(self, flag: str) -> bool:
        """Say whether `flag` held in most of the gold occurrences."""
        return 2 * self.flags[flag] > self.gold

    @property
    def percent(self) -> int:
        """The measured precision."""
        return round(100 * self.gold / self.seen) if self.seen else 0

    def add(self, other: Count, *, flags: bool = True) -> None:
        """Add the figures of `other`."""
        self.seen += other.seen
        self.gold += other.gold
        if flags:
            self.flags.update(other.flags)


@dataclass(frozen=True, slots=True)
class Article:
    """An article's tokens; for each token of a cue its attributions; the tokens of contents."""

    text: str
    tokens: list[Token]
    quotes: list[Attribution]
    cues: dict[int, list[Attribution]] = field(default_factory=dict)
    nested: frozenset[int] = frozenset()

    def skips(self, i: int) -> bool:
        """Say whether token `i` is quoted or part of someone's content: gold is one layer deep."""
        return self.tokens[i].quoted or i in self.nested


def read(path: Path) -> Iterator[Article]:
    """Yield the gold articles of the JSON Lines file `path`."""
    for line in path.read_text("utf-8").splitlines():
        d = json.loads(line)
        tokens = tokenize(d["text"])
        cues: dict[int, list[Attribution]] = defaultdict(list)
        inside: set[int] = set()
        for quote in d["quotes"]:
            inside.update(within(tokens, quote["content"]))
            for i in within(tokens, quote["cue"]):
                cues[i].append(quote)
        yield Article(d["text"], tokens, d["quotes"], dict(cues), frozenset(inside - cues.keys()))


def within(tokens: list[Token], spans: Spans) -> Iterator[int]:
    """Yield the indexes of the tokens within `spans`."""
    for start, end in spans:
        i = bisect_left(tokens, start, key=lambda t: t.start)
        while i < len(tokens) and tokens[i].end <= end and tokens[i].start < end:
            yield i
            i += 1


def covers(spans: Spans, token: Token) -> bool:
    """Say whether one of `spans` holds the first character of `token`."""
    return any(start <= token.start < end for start, end in spans)


def match(article: Article, i: int, found: Frame) -> Attribution | None:
    """Return the gold attribution whose cue holds token `i` and whose content is the frame's complement."""
    return next((q for q in article.cues.get(i, ()) if _fits(article.tokens, q, i, found)), None)


def _fits(tokens: list[Token], quote: Attribution, i: int, found: Frame) -> bool:
    content = quote["content"]
    if found.name.endswith(("p-by", "none")) or covers(content, tokens[found.at]):
        return True
    if found.left:
        return any(end <= tokens[i].start for _, end in content)
    if found.name == "chain":
        return covers(quote["cue"], tokens[found.prep])
    return found.obj >= 0 and covers(content, tokens[found.obj])


def tally(count: Count, article: Article, i: int, found: Frame) -> Attribution | None:
    """Count one occurrence and return its attribution, if it is gold."""
    count.seen += 1
    quote = match(article, i, found)
    if quote is not None:
        count.gold += 1
        count.flags["o"] += found.obj >= 0 and covers(quote["content"], article.tokens[found.obj])
        count.flags["c"] += found.prep >= 0 and covers(quote["cue"], article.tokens[found.prep])
        count.flags["v"] += found.verb >= 0 and covers(quote["cue"], article.tokens[found.verb])
    return quote


def attributions(articles: Iterable[Article]) -> Iterator[tuple[Article, Attribution]]:
    """Yield each gold attribution that has a cue and a content, with its article."""
    for article in articles:
        yield from ((article, quote) for quote in article.quotes if quote["cue"] and quote["content"])


def percent(part: int, whole: int) -> str:
    """Return a share as it is printed."""
    return f"{100 * part / whole:5.1f} % of {whole}" if whole else "    -"


def show(title: str, counts: Counter[str], whole: int, top: int = 25) -> None:
    """Print the largest of `counts` as shares of `whole`."""
    rest = ", ".join(f"{k} {100 * n / whole:.1f} ({n})" for k, n in counts.most_common(top))
    print(f"\n{title} (n = {whole}): {rest}")
