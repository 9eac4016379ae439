"""Measure how precise listed reporting words are by tense, subject and place, and what they cover.

python -m bench.mine_usage GOLD.jsonl
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from bench.cue_frames import BE, HAVE, MODAL, NOMINATIVE, SKIPPED, VerbIndex
from bench.cue_gold import Article, attributions, match, percent, read, show, within
from bench.mine_cues import POSS, compiled, listed, noun_index, phrase_end, verb_frame, vocabulary
from quotes.lexicon import entries

PROPOSITION = frozenset("quote tag that clause wh".split())
GENERIC = frozenset("people someone anyone everyone somebody those many some one voters americans".split())


def subject(article: Article, i: int) -> str:
    """Return the kind of word that stands before the verb group at `i`."""
    k = i - 1
    while k > 0 and (
        article.tokens[k].low in SKIPPED | BE | HAVE | MODAL or article.tokens[k].low.endswith("ly")
    ):
        k -= 1
    token = article.tokens[k]
    if token.low in NOMINATIVE | {"which"}:
        return token.low
    if token.low in GENERIC:
        return "generic noun"
    if not token.low[0].isalnum():
        return f"mark {token.low}"
    return "capitalized" if token.text[0].isupper() else "common word"


def by_use(articles: list[Article], verbs: VerbIndex, lemmas: frozenset[str]) -> None:
    """Print precision by tense, by subject and by place for verbs of `lemmas` that report a proposition."""
    known = frozenset(listed("cue_verbs"))
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    gold: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        headline = article.text.find("\n\n")
        for i, token in enumerate(article.tokens[:-3]):
            if token.quoted or not any(lemma in lemmas for lemma, _ in verbs.readings.get(token.low, ())):
                continue
            found, tense = verb_frame(article, i, verbs, known), verbs.tense(article.tokens, i)
            if found is None or found.name.removeprefix("p-") not in PROPOSITION:
                continue
            hit = match(article, i, found) is not None
            keys = [("nesting", "within another's content" if i in article.nested else "top layer")]
            if i not in article.nested:
                keys += [("tense", tense or "-"), ("frame", found.name)]
                keys += [("place", "headline" if token.start < headline else "body")]
                keys += [("subject", subject(article, i))] * (
                    tense in ("past", "present", "perfect", "modal")
                )
                keys += [("say/think + that/clause by tense", tense or "-")] * (
                    found.name in ("that", "clause")
                )
            for group, key in keys:
                seen[group][key] += 1
                gold[group][key] += hit
    for group, counts in seen.items():
        cells = (f"{k} {percent(gold[group][k], n).strip()}" for k, n in counts.most_common(18) if n >= 5)
        print(f"  {group}: " + "; ".join(cells))


def coverage(articles: list[Article]) -> None:
    """Print the share of cues with a listed verb, noun, adjective or phrase."""
    verbs, nouns = VerbIndex(listed("cue_verbs")), noun_index(listed("cue_nouns"))
    adjectives = frozenset(listed("cue_adjectives"))
    phrases = [compiled(phrase) for phrase in listed("cue_phrases")]
    table, n, missed = Counter[str](), 0, Counter[str]()
    for article, quote in attributions(articles):
        n += 1
        indexes = list(within(article.tokens, quote["cue"]))
        words = [article.tokens[i].low for i in indexes]
        found = [
            any(w in verbs.readings for w in words),
            any(w in nouns for w in words),
            any(w in adjectives for w in words),
            any(holds(article, i, phrases, verbs) for i in indexes[:4]),
            words == [":"],
        ]
        names = ("verb", "noun", "adjective", "phrase", "colon")
        table.update(name for name, yes in zip(names, found, strict=True) if yes)
        table["any"] += any(found)
        if not any(found):
            missed[" ".join(words)] += 1
    show("cues that hold a listed", table, n)
    show("cues without any", missed, sum(missed.values()), 60)


def holds(article: Article, i: int, phrases: list[list[frozenset[str]]], verbs: VerbIndex) -> bool:
    """Say whether a listed phrase begins at token `i`."""
    low = article.tokens[i].low
    return any((low in p[0] or p[0] is POSS) and phrase_end(article.tokens, i, p, verbs) > 0 for p in phrases)


def reachable(articles: list[Article], verbs: VerbIndex) -> None:
    """Print the share of attributions that a listed verb's frame reaches, by least precision of the frame."""
    known = frozenset(listed("cue_verbs"))
    frames: dict[str, dict[str, int]] = {}
    for lemma, _, row in (entry.split("\t") for entry in entries("cue_verbs")):
        frames[lemma] = {
            e.split("=")[0].split("+")[0]: int(e.split("=")[1].split("/")[0]) for e in row.split()
        }
    best: dict[int, int] = defaultdict(int)
    seen, gold = Counter[int](), Counter[int]()
    for article in articles:
        for i, token in enumerate(article.tokens[:-3]):
            lemmas = {lemma for lemma, _ in verbs.readings.get(token.low, ()) if lemma in frames}
            found = verb_frame(article, i, verbs, known) if lemmas and not article.skips(i) else None
            if found is None:
                continue
            name = found.name if any(found.name in frames[x] for x in lemmas) else plain(found.name)
            p = max(frames[x].get(name, 0) for x in lemmas)
            quote = match(article, i, found)
            for floor in (10, 30, 50, 70):
                seen[floor] += p >= floor
                gold[floor] += p >= floor and quote is not None
            if quote is not None:
                best[id(quote)] = max(best[id(quote)], p)
    total = sum(1 for _ in attributions(articles))
    for floor in (10, 30, 50, 70):
        reached = sum(p >= floor for p in best.values())
        share = percent(reached, total)
        print(f"  frames of p >= {floor}: reach {share}, precision {percent(gold[floor], seen[floor])}")


def plain(name: str) -> str:
    """Return the frame that a rare object frame is counted under."""
    return ("p-np" if name.startswith("p-") else "np") if "obj-" in name else name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    articles = list(read(parser.parse_args().gold))
    verbs = VerbIndex(vocabulary(articles))
    coverage(articles)
    print("\nreach of the verb frames")
    reachable(articles, verbs)
    for lemmas in (["say"], ["think", "believe", "know", "feel", "hope"], listed("cue_verbs")):
        print(f"\nprecision of {lemmas[0]} ({len(lemmas)} verbs)")
        by_use(articles, verbs, frozenset(lemmas))


if __name__ == "__main__":
    main()
