"""Compare what the extractor says with the golden annotations: figures, and each case where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Kind, Quote, Span, Speaker
from tests.golden.load import Gold, GoldArticle

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
TITLES = frozenset(
    "mr mrs ms miss dr hon sir dame lord lady prof rev rep reps sen sens gov judge justice"
    " alhaji aunty mama brother chaudhry makhdoom".split()
)
FUNCTION_WORDS = frozenset("a an the of for at in and who is his her their its".split())


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: pairs of annotation and quote, and what found no partner."""

    article: GoldArticle
    pairs: tuple[tuple[Gold, Quote], ...]
    missed: tuple[Gold, ...]
    false_alarms: tuple[Quote, ...]

    def figures(self) -> dict[str, int]:
        """F1 by kind and of all, speakers and roles right among the found, in whole per cent."""
        found = [(gold, quote) for gold, quote in self.pairs if not gold.optional]
        roles = [same_role(quote.speaker, gold) for gold, quote in found if gold.roles]
        kinds: dict[str, int] = {kind: self._f1({kind}) for kind in KINDS}
        speakers = [same_speaker(quote.speaker, gold, self.article.text) for gold, quote in found]
        return {"all": self._f1(set(KINDS)), **kinds, "speaker": _share(speakers), "role": _share(roles)}

    def precision_recall(self) -> str:
        found, missed, alarms = self._counts(set(KINDS))
        return f"P {_percent(found, found + alarms)} R {_percent(found, found + missed)}"

    def wrong_names(self) -> int:
        """How many found quotes were given to somebody else: the worst that can happen."""
        return sum(self._wrong(*pair) and pair[1].speaker is not None for pair in self.pairs)

    def problems(self) -> list[str]:
        """Every difference as one line, in a form that compares from run to run."""
        text = self.article.text
        lines = [f"missed       {_line(text, gold)}" for gold in self.missed if not gold.optional]
        lines += [f"false alarm  {_line(text, quote)} ({quote.rule})" for quote in self.false_alarms]
        return lines + [note for pair in self.pairs for note in self._disagreement(*pair)]

    def _disagreement(self, gold: Gold, quote: Quote) -> Iterator[str]:
        speaker, where = quote.speaker, _line(self.article.text, gold)
        if self._wrong(gold, quote):
            yield f"speaker      {speaker and speaker.name!r}, not {gold.speaker!r}: {where}"
        elif gold.roles and speaker and not same_role(speaker, gold):
            yield f"role         {speaker.role!r}, not {gold.roles!r}: {where}"

    def violations(self) -> set[str]:
        """The strings that must not come out, and did."""
        bare = {strip_marks(quote.text) for quote in self.false_alarms}
        return {string for string in self.article.negatives if strip_marks(string) in bare}

    def _wrong(self, gold: Gold, quote: Quote) -> bool:
        return not gold.optional and not same_speaker(quote.speaker, gold, self.article.text)

    def _f1(self, kinds: set[Kind]) -> int:
        found, missed, alarms = self._counts(kinds)
        return _percent(2 * found, 2 * found + missed + alarms)

    def _counts(self, kinds: set[Kind]) -> tuple[int, int, int]:
        found = sum(gold.kind in kinds for gold, _ in self.pairs if not gold.optional)
        missed = sum(gold.kind in kinds for gold in self.missed if not gold.optional)
        return found, missed, sum(quote.kind in kinds for quote in self.false_alarms)


def compare(article: GoldArticle, quotes: Sequence[Quote]) -> Comparison:
    """Pair annotations with quotes, best overlap first, one to one."""
    pairs = dict(_pair(article.quotes, quotes))
    taken = set(pairs.values())
    optional = [gold for gold in article.quotes if gold.optional]
    return Comparison(
        article,
        tuple((article.quotes[i], quotes[j]) for i, j in sorted(pairs.items())),
        tuple(gold for i, gold in enumerate(article.quotes) if i not in pairs),
        tuple(
            quote
            for j, quote in enumerate(quotes)
            if j not in taken and not any(overlap(gold.content, quote.content) > 0.3 for gold in optional)
        ),
    )


def _pair(golds: Sequence[Gold], quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    ranked = sorted(
        (-overlap(gold.content, quote.content), i, j)
        for i, gold in enumerate(golds)
        for j, quote in enumerate(quotes)
        if gold.inner == (quote.outer is not None) and same_source(gold, quote)
    )
    left, right = set(range(len(golds))), set(range(len(quotes)))
    for score, i, j in ranked:
        if score < -0.8 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The shared characters as a share of the longer of two contents."""
    a, b = _characters(one), _characters(other)
    return len(a & b) / max(len(a), len(b), 1)


def same_source(gold: Gold, quote: Quote) -> bool:
    if gold.source is None:
        return not quote.source or quote.rule == "floating"  # its source is printed with another
    return bool(_characters([gold.source]) & _characters(quote.source))


def same_speaker(speaker: Speaker | None, gold: Gold, text: str) -> bool:
    """The right name, the phrase of an unnamed source or nothing where nobody can tell."""
    if gold.speaker is None or speaker is None:
        return gold.speaker is None and speaker is None
    said = name_words(speaker.name)
    wanted = [name_words(gold.speaker)]
    if not gold.named and gold.source:
        wanted.append(name_words(text[slice(*gold.source)]))
    return any(_same_words(said, words, exact=gold.named) for words in wanted)


def _same_words(one: list[str], other: list[str], *, exact: bool) -> bool:
    if not one or not other:
        return False
    if exact:
        full = len(one) > 1 and len(other) > 1
        return one == other or (full and one[0] == other[0] and one[-1] == other[-1])
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def same_role(speaker: Speaker | None, gold: Gold) -> bool:
    if speaker is None or not speaker.role:
        return False
    said = role_words(speaker.role)
    return any(near_enough(said, role_words(role)) for role in gold.roles)


def near_enough(one: set[str], other: set[str]) -> bool:
    shared, shorter = len(one & other), min(len(one), len(other))
    return shared > 0 and shared >= 0.5 * shorter and shared >= 0.34 * len(one | other)


def strip_marks(text: str) -> str:
    return text.strip(" \n\"'“”‘’«»„`.,")


def name_words(name: str) -> list[str]:
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", name).casefold())
    return [word for word in words if word not in TITLES | FUNCTION_WORDS]


def role_words(role: str) -> set[str]:
    return set(re.findall(r"[\w-]+", role.casefold().replace(".", ""))) - FUNCTION_WORDS


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _line(text: str, quote: Gold | Quote) -> str:
    source = quote.source if isinstance(quote, Quote) else [quote.source] if quote.source else []
    cue = quote.cue if isinstance(quote, Quote) else [quote.cue] if quote.cue else []
    return f"<{_show(text, source)}> [{_show(text, cue)}] {_show(text, quote.content)}"


def _show(text: str, spans: Iterable[Span]) -> str:
    shown = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    return shown if len(shown) <= 90 else f"{shown[:60]} … {shown[-27:]}"


def _percent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100


def _share(rights: list[bool]) -> int:
    return _percent(sum(rights), len(rights))
