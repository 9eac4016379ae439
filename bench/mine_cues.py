"""Measure the lexicon's frames on gold attributions and write the figures into it.

    python -m bench.mine_cues GOLD.jsonl            say what would change, list new candidates
    python -m bench.mine_cues GOLD.jsonl --write    update quotes/lexicon/cue_*.txt in place

A line of the lexicon is `lemma<TAB>act<TAB>frame=p/n …`. Frames that the corpus shows MIN_N times
get their measured p and n (MIN_OVERRIDE times where a hand-written p stands); the others keep what
was written by hand (n is 0). Occurrences within
quotation marks or within the content of another attribution are not counted.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import quotes.lexicon
from bench.cue_frames import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    OWN_CONTENT,
    POSSESSIVE,
    PREPOSITIONS,
    SKIPPED,
    Frame,
    Token,
    VerbIndex,
    frame,
    left_frame,
    noun_phrase,
    right_frame,
)
from bench.cue_gold import Article, Count, covers, read, tally
from quotes.lexicon import entries
from quotes.lexicon.forms import all_forms, forms

LEXICON = Path(quotes.lexicon.__file__).parent
MIN_N, MIN_OVERRIDE, MIN_P, NEW_P = 3, 5, 10, 30
CONTEXT = re.compile(r"\b(?:to|would|will|could|should|can|may|might|did|does|n['’]t) ([a-z]+)\b")
# What these report depends on their object, or they came up by accident.
LIGHT = frozenset(
    "appoint be become bring carry come cover deliver display do draw file fire follow get give go have "
    "hire hit include introduce issue keep launch leave let make mark pass place position provide put "
    "reach remain scramble set spread sue take tie use watch".split()
)
NOT_VERBS = frozenset(
    "the his her their its our this that these those all any some each both such other what not even "
    "ever just very more most less many much new old own people about into from with for against good "
    "bad one two three who which how why when where there here them him you she they still already now "
    "then once again been per president congress found ground wound bound felt saw thought rose lay "
    "might well are was can could had have out over single like also often whether bar work warm may "
    "tie never clear yet".split()
)
LINKING = (
    frozenset("seem seems seemed remain remains remained become becomes became feel feels felt".split()) | BE
)
DEGREES = frozenset("very so more most less too quite as rather pretty".split())
KEPT_OBJECTS = (
    "obj-to",
    "obj-that",
    "obj-quote",
    "obj-wh",
    "obj-np",
    "obj-of",
    "obj-for",
    "obj-as",
    "obj-with",
    "obj-ing",
)
RARE_OBJECTS = ("obj-of", "obj-for", "obj-as", "obj-with", "obj-ing")

Table = dict[str, dict[str, Count]]


def empty() -> Table:
    return defaultdict(lambda: defaultdict(Count))


def listed(name: str) -> list[str]:
    """Return the first columns of the list `name`."""
    return [entry.split("\t")[0] for entry in entries(name)]


def vocabulary(articles: list[Article]) -> set[str]:
    """Return the words that stand after "to" or a modal, and the listed verbs."""
    seen = Counter(w for a in articles for w in CONTEXT.findall(a.text))
    known = set(listed("cue_verbs")) | set(listed("irregular_verbs"))
    words = {w for w in set(seen) - NOT_VERBS if len(w) > 2 and not w.endswith("ly")}
    inflected = {form for w in words | known for form in all_forms(w) if form != w}
    return words - inflected | known


def verb_frame(article: Article, i: int, verbs: VerbIndex, known: frozenset[str]) -> Frame | None:
    """Return the frame of token `i` if it looks like a verb; chain if a reporting infinitive follows."""
    tense = verbs.tense(article.tokens, i)
    if tense is None:
        return None
    found = frame(article.tokens, i, tense, verbs)
    if found.name.removeprefix("p-") == "to":
        k = found.at + 1
        while article.tokens[k].low in SKIPPED or article.tokens[k].low.endswith("ly"):
            k += 1
        if article.tokens[k].low in known:
            return replace(found, name=found.name[:-2] + "chain", prep=k)
    return found


def measure_verbs(articles: list[Article], verbs: VerbIndex) -> Table:
    """Return for each lemma and frame how often it was seen and was gold."""
    table, known = empty(), frozenset(listed("cue_verbs"))
    for article in articles:
        for i, token in enumerate(article.tokens[:-3]):
            if article.skips(i) or token.low not in verbs.readings:
                continue
            found = verb_frame(article, i, verbs, known)
            for lemma in {lemma for lemma, _ in verbs.readings[token.low]} if found else ():
                assert found
                tally(table[lemma][found.name], article, i, found)
    return table


def folded(frames: dict[str, Count], kept: tuple[str, ...] = KEPT_OBJECTS) -> dict[str, Count]:
    """Return `frames` with those whose object is simply the content's head counted as np."""
    out: dict[str, Count] = defaultdict(Count)
    for name, count in frames.items():
        passive = "p-" if name.startswith("p-") else ""
        bare = name.removeprefix("p-")
        plain = bare not in kept or (bare in RARE_OBJECTS and count.seen < 5)
        if bare.startswith("obj-") and (passive or (plain and (count.has("o") or not kept))):
            out[passive + "np"].add(count, flags=False)
        else:
            out[name].add(count)
    return out


def noun_index(lemmas: list[str]) -> dict[str, str]:
    """Return the lemma of each singular and plural."""
    plurals = {forms(w).s: w for w in lemmas}  # plurals are spelled as the third person is
    return {**plurals, **{w: w for w in lemmas}}


def governor(tokens: list[Token], i: int, verbs: VerbIndex) -> tuple[str, int]:
    """Return how a noun is introduced, "poss-" by a possessive or "v-" by a verb, and that verb's index."""
    for k in range(i - 1, max(i - 6, 0), -1):
        low = tokens[k].low
        if low in POSSESSIVE:
            return "poss-", -1
        if verbs.slots(low) and verbs.tense(tokens, k) not in (None, "passive"):
            return "v-", k
        if low not in DETERMINERS and (not low[0].isalpha() or low in PREPOSITIONS or low in CONJUNCTIONS):
            break
    return "", -1


def measure_nouns(articles: list[Article], verbs: VerbIndex, nouns: dict[str, str]) -> Table:
    """Return the counts of each noun's frames, by what introduces the noun."""
    table = empty()
    for article in articles:
        tokens = article.tokens
        for i, token in enumerate(tokens[:-3]):
            if token.low not in nouns or article.skips(i) or verbs.tense(tokens, i):
                continue
            found = right_frame(tokens, i + 1, verbs)
            prefix, verb = governor(tokens, i, verbs)
            if found.name == "clause" and tokens[found.at].low == "that":
                continue  # a relative clause: the plan that would …
            found = replace(found, name=prefix + found.name, verb=verb)
            tally(table[nouns[token.low]][found.name], article, i, found)
    return {noun: folded(frames, ()) for noun, frames in table.items()}


def measure_adjectives(articles: list[Article], verbs: VerbIndex, adjectives: frozenset[str]) -> Table:
    """Return the counts of each adjective's frames, "be-" in front after be, seem, remain …"""
    table = empty()
    for article in articles:
        tokens = article.tokens
        for i, token in enumerate(tokens[:-3]):
            if token.low not in adjectives or article.skips(i):
                continue
            k = i - 1
            while tokens[k].low in DEGREES or tokens[k].low in SKIPPED or tokens[k].low.endswith("ly"):
                k -= 1
            linked = tokens[k].low in LINKING
            if not linked and verbs.tense(tokens, i):
                continue
            found = right_frame(tokens, i + 1, verbs)
            name = "be-" * linked + found.name
            tally(table[token.low][name], article, i, replace(found, name=name, verb=k if linked else -1))
    return {adjective: folded(frames, ()) for adjective, frames in table.items()}


def phrase_end(tokens: list[Token], i: int, words: list[frozenset[str]], verbs: VerbIndex) -> int:
    """Return the index after the phrase that begins at `i`, or -1; empty sets are slots."""
    for choices in words:
        if choices in (POSS, OBJ):
            k = noun_phrase(tokens, i, verbs)
            if choices is POSS:
                own = [j for j in range(i, min(i + 6, k + 1)) if tokens[j].low in POSSESSIVE]
                k = own[-1] + 1 if own else i
            if k == i:
                return -1
            i = k
        elif tokens[i].low in choices:
            i += 1
        else:
            return -1
    return i


POSS, OBJ = frozenset({"POSS"}), frozenset({"OBJ"})


def compiled(phrase: str) -> list[frozenset[str]]:
    """Return the words that each place of `phrase` may hold."""
    slots = {"POSS": POSS, "OBJ": OBJ}
    out = []
    for word in phrase.split():
        choices = all_forms(word[:-1]) if word.endswith("*") else frozenset({word.lower()})
        out.append(slots.get(word) or (choices | {"'s", "’s"} if "is" in choices else choices))
    return out


def measure_phrases(articles: list[Article], verbs: VerbIndex) -> Table:
    """Return the counts of each listed phrase's frames."""
    table = empty()
    index: dict[str, list[tuple[str, list[frozenset[str]]]]] = defaultdict(list)
    frames = {row.split("\t")[0]: row for row in entries("cue_phrases")}
    for phrase in frames:
        words = compiled(phrase)
        for first in words[0]:
            index[first].append((phrase, words))
    for article in articles:
        for i, token in enumerate(article.tokens[:-3]):
            for phrase, words in index.get(token.low, ()) if not article.skips(i) else ():
                end = phrase_end(article.tokens, i, words, verbs)
                if end > 0:
                    count_phrase(table[phrase], article, i, end, frames[phrase], verbs)
    return {phrase: folded(counts, ()) for phrase, counts in table.items()}


def count_phrase(
    counts: dict[str, Count], article: Article, i: int, end: int, row: str, verbs: VerbIndex
) -> None:
    """Count one occurrence of a phrase under the kind of frame that its row names."""
    tokens, last = article.tokens, end - 1
    if "src=" in row or "adv=" in row:
        name = "src" if "src=" in row else "adv"
        cues = [
            q
            for at in range(i, end)  # "as [reported] by Lee"
            for q in article.cues.get(at, ())
            if name == "adv" or covers(q["source"], tokens[end])
        ]
        counts[name].seen += 1
        counts[name].gold += bool(cues)
        return
    left = left_frame(tokens, i, verbs.tense(tokens, i) or "participle", verbs)
    right = right_frame(tokens, end, verbs)
    found = right if left is None or right.name in OWN_CONTENT else left
    tally(counts[found.name], article, last, found)


def merge(line: str, measured: dict[str, Count]) -> str:
    """Return the lexicon's `line` with measured frames in place of curated ones."""
    lemma, act, *rest = line.split("\t")
    frames = {name.split("+")[0]: (name, p) for name, p in (e.split("=") for e in " ".join(rest).split())}
    out = {name: f"{full}={p}" for name, (full, p) in frames.items() if p.endswith("/0")}
    for name, count in measured.items():
        if count.seen >= (MIN_OVERRIDE if name in out else MIN_N):
            out.pop(name, None)
            if count.percent >= MIN_P and not name.endswith("none"):
                out[name] = count.render(name)
    return f"{lemma}\t{act}\t" + " ".join(out[name] for name in sorted(out))


def worth(frames: dict[str, Count]) -> bool:
    """Say whether a frame is frequent and precise enough for a new entry."""
    counts = [count for name, count in frames.items() if not name.endswith("none")]
    return any(c.seen >= MIN_N and c.gold >= 2 and c.percent >= NEW_P for c in counts)


def update(name: str, table: Table, extra: list[str]) -> str:
    """Return the text of the list `name` with measured frames, comments kept on top."""
    lines = (LEXICON / f"{name}.txt").read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    rows = [line for line in lines if line and not line.startswith("#")] + [
        f"{word}\tsaid\t" for word in extra
    ]
    merged = [merge(row, table.get(row.split("\t")[0], {})) for row in rows]
    return "\n".join([*comments, *sorted(row for row in merged if row.split("\t")[2])]) + "\n"


def tables(articles: list[Article]) -> Iterator[tuple[str, Table, list[str]]]:
    """Yield each list's name, its counts and the words that should be added to it."""
    verbs = VerbIndex(vocabulary(articles))
    measured = {lemma: folded(frames) for lemma, frames in measure_verbs(articles, verbs).items()}
    known = set(listed("cue_verbs")) | LIGHT
    yield "cue_verbs", measured, sorted(w for w, f in measured.items() if w not in known and worth(f))
    yield "cue_nouns", measure_nouns(articles, verbs, noun_index(listed("cue_nouns"))), []
    yield "cue_adjectives", measure_adjectives(articles, verbs, frozenset(listed("cue_adjectives"))), []
    yield "cue_phrases", measure_phrases(articles, verbs), []


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="update the lexicon in place")
    args = parser.parse_args()
    for name, table, extra in tables(list(read(args.gold))):
        text = update(name, table, extra)
        print(f"{name}: {len(text.splitlines())} lines, new: {' '.join(extra)}")
        if args.write:
            (LEXICON / f"{name}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
