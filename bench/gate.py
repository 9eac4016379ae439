"""The gate: no figure below its floor, and each case that was gained or lost since the last accepted state.

`bench/gate/floors.json` holds, by gold set, the hash of the gold and the least of each figure. The accepted
state is one file a set, a line an article: a hash of the article, a digit for each gold quote (how it fared:
see `bench.scoring`), and four hexadecimal digits for each false alarm. No text of a gold set is stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from bench.gold import GoldArticle, GoldQuote, digest
from bench.scoring import GRADES, Figures, Result, figures, mark
from quotes.model import Quote, Span

HERE = Path(__file__).parent / "gate"
_HELD = frozenset(
    ["direct R", "mixed R", "indirect R", "source overlaps >0.3", "speaker", "role P", "role R"]
    + [f"{name} F1" for name in ("span source", "span cue", "span content", "quotes >0.3", "quotes >0.8")]
)

State = dict[str, tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one gold set: what is below its floor, and what changed, a line each."""

    failures: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def is_held(name: str, *, folder: Path = HERE) -> bool:
    """Say whether a gold set has floors."""
    return name in _read_floors(folder)


def judge(name: str, results: Sequence[Result], *, folder: Path = HERE) -> Verdict:
    """Hold the results on a gold set against its floors and its accepted state."""
    changes = sorted(_changes(results, _read_state(folder / f"{name}.txt")))
    return Verdict(
        tuple(_failures(name, results, _read_floors(folder).get(name))),
        tuple(line for better, line in changes if better),
        tuple(line for better, line in changes if not better),
    )


def accept(name: str, results: Sequence[Result], *, lower: bool, folder: Path = HERE) -> None:
    """Make the results the accepted state; floors rise to them, and fall only if `lower`.

    A floor is a figure rounded down to a whole point. Where the gold set has changed, floors begin anew.
    """
    known = _read_floors(folder)
    own, gold = _floors(figures(results)), _digest(results)
    old = known.get(name, {})
    if not lower and old.get("gold") == gold:
        own = {figure: max(value, old["floors"].get(figure, 0)) for figure, value in own.items()}
    known[name] = {"gold": gold, "floors": own}
    folder.mkdir(exist_ok=True)
    (folder / "floors.json").write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    lines = "\n".join(sorted(_line(result) for result in results))
    (folder / f"{name}.txt").write_text(lines + "\n", encoding="utf-8")


def _read_floors(folder: Path) -> dict[str, Any]:
    path = folder / "floors.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _floors(measured: Figures) -> dict[str, int]:
    return {name: floor(value) for name, value in measured.items() if name in _HELD}


def _digest(results: Sequence[Result]) -> str:
    return digest(result.article for result in results)


def _failures(name: str, results: Sequence[Result], held: Mapping[str, Any] | None) -> Iterator[str]:
    if held is None:
        yield f"{name} has no floors yet: run with --accept"
        return
    if held["gold"] != _digest(results):
        yield f"{name} is not the gold set that the floors were measured on: run with --accept"
        return
    measured = figures(results)
    for figure, least in held["floors"].items():
        if measured.get(figure, 0.0) < least:
            yield f"{name}: {figure} is {measured.get(figure, 0.0)}, its floor is {least}"


def _key(article: GoldArticle) -> str:
    return digest([article])[:8]


def _line(result: Result) -> str:
    grades = "".join(map(str, result.grades)) or "-"
    return " ".join([_key(result.article), grades, *sorted({mark(quote) for quote in result.alarms})])


def _read_state(path: Path) -> State:
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return {key: (grades, frozenset(alarms)) for key, grades, *alarms in rows}


def _changes(results: Sequence[Result], accepted: State) -> Iterator[tuple[bool, str]]:
    """Yield whether it is better, and a line, for each quote and false alarm that is not as accepted."""
    for result in results:
        if _key(result.article) in accepted:
            grades, alarms = accepted[_key(result.article)]
            yield from _graded(result, grades)
            yield from _alarmed(result, alarms)


def _graded(result: Result, before: str) -> Iterator[tuple[bool, str]]:
    for quote, now, then in zip(result.article.quotes, result.grades, before, strict=False):
        if now != int(then):
            yield now > int(then), f"{GRADES[int(then)]} -> {GRADES[now]}: {show(result.article, quote)}"


def _alarmed(result: Result, before: frozenset[str]) -> Iterator[tuple[bool, str]]:
    now = {mark(quote): quote for quote in result.alarms}
    for name in sorted(now.keys() - before):
        yield False, f"false alarm: {show(result.article, now[name])}"
    for _ in before - now.keys():
        yield True, f"no false alarm any more: {result.article.id}"


def show(article: GoldArticle, quote: GoldQuote | Quote) -> str:
    """Return a quote as one line for the terminal: article, <source>, [cue], content."""
    source, cue, content = (_words(article.text, spans) for spans in (quote.source, quote.cue, quote.content))
    return f"{article.id[:30]}  <{source}> [{cue}] {content[:120]}"


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)
