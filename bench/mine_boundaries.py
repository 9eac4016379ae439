"""Count where gold attributions begin and end: the figures of bench/notes.md.

python -m bench.mine_boundaries GOLD.jsonl
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.cue_frames import BE, DO, HAVE, MODAL, NEGATION, NOMINATIVE, SKIPPED, VENUES, VerbIndex
from bench.cue_gold import Article, Attribution, attributions, covers, match, percent, read, show, within
from bench.mine_cues import listed, verb_frame, vocabulary

CONNECTORS = frozenset(
    "and but or which who when after as while because if before since although though where until for in on "
    "at by with to than saying adding calling according including despite during so".split()
)


def begins(articles: list[Article]) -> None:
    """Print what stands between cue and content, and how content begins."""
    gaps, firsts, orders = Counter[str](), Counter[str](), Counter[str]()
    for article, quote in attributions(articles):
        cue, content = quote["cue"][0], quote["content"]
        after = [s for s in content if s[0] >= cue[1]]
        orders[order(quote)] += 1
        if after:
            gap = [article.tokens[i].low for i in within(article.tokens, [[cue[1], after[0][0]]])]
            gaps[" ".join(gap) if len(gap) < 3 else f"{gap[0]} … ({'3-5' if len(gap) < 6 else '6+'})"] += 1
            first = next(within(article.tokens, [after[0]]), None)
            firsts[word_class(article, first)] += 1
    show("order of source (S), cue (C), content (Q)", orders, sum(orders.values()))
    show("between cue and the content after it", gaps, sum(gaps.values()), 40)
    show("first token of the content after the cue", firsts, sum(firsts.values()), 30)


def order(quote: Attribution) -> str:
    parts = [(s, name) for name, key in (("S", "source"), ("C", "cue"), ("Q", "content")) for s in quote[key]]
    return "".join(name for _, name in sorted(parts))


def word_class(article: Article, i: int | None) -> str:
    if i is None:
        return "-"
    token = article.tokens[i]
    if token.low in ("that", "to", "“", "whether", "if", "how", "why", "what", "the", "a", "an"):
        return token.low
    return "pronoun" if token.low in NOMINATIVE else "capitalized" if token.text[0].isupper() else "other"


def ends(articles: list[Article]) -> None:
    """Print the token after the content, and after it the word that opens what is left out."""
    all_ends, opened = Counter[str](), Counter[str]()
    for article, quote in attributions(articles):
        last = quote["content"][-1][1]
        following = next((i for i, t in enumerate_from(article, last)), None)
        if following is None or last <= quote["cue"][0][0]:
            continue
        token, after = article.tokens[following], article.tokens[following + 1]
        all_ends[token.low if not token.low[0].isalnum() else "word"] += 1
        if token.low[0].isalnum():
            opened[token.low] += 1
        elif token.low in (",", "-", "—", "–"):
            opened[f"{token.low} {after.low if not after.text[0].isupper() else 'Capitalized'}"] += 1
    show("token after content that follows its cue", all_ends, sum(all_ends.values()))
    show("how the rest opens when the sentence goes on", opened, sum(opened.values()), 70)


def enumerate_from(article: Article, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the index of the first token at or after `offset`, if any."""
    i = bisect_left(article.tokens, offset, key=lambda t: t.start)
    if i < len(article.tokens) - 3:
        yield i, offset


def makeup(articles: list[Article]) -> None:
    """Print what cues are made of, and which auxiliaries, adverbs and negations stand beside them."""
    length, extras, outside, n = Counter[str](), Counter[str](), Counter[str](), 0
    for article, quote in attributions(articles):
        n += 1
        indexes = list(within(article.tokens, quote["cue"]))
        words = [article.tokens[i].low for i in indexes]
        length[str(len(words)) if len(words) < 7 else "7+"] += 1
        extras.update(kinds(words))
        if indexes:
            before = article.tokens[indexes[0] - 1].low
            outside.update(f"{kind} just before the cue, left out" for kind in kinds([before]))
    show("tokens in a cue", length, n)
    show("cues that hold", extras, n)
    show("left outside", outside, n)


def kinds(words: list[str]) -> set[str]:
    groups = {"auxiliary have": HAVE, "auxiliary be": BE, "modal": MODAL, "negation": NEGATION}
    out = {name for name, group in groups.items() if group & set(words)}
    out |= {"adverb"} if any(w in SKIPPED - NEGATION or w.endswith("ly") for w in words) else set()
    return (
        out
        | ({"colon at the end"} if words[-1:] == [":"] else set())
        | ({"to"} if "to" in words[:-1] else set())
    )


def sources(articles: list[Article]) -> None:
    """Print how sources begin and end next to appositives, relative clauses and prepositional phrases."""
    length, inside, after, n = Counter[str](), Counter[str](), Counter[str](), 0
    for article, quote in attributions(articles):
        if not quote["source"]:
            length["none"] += 1
            continue
        n += 1
        words = [article.tokens[i].low for i in within(article.tokens, quote["source"])]
        size = len(words)
        length[
            "1" if size == 1 else "2-3" if size < 4 else "4-7" if size < 8 else "8-15" if size < 16 else "16+"
        ] += 1
        inside.update(
            {
                w
                for w in (",", "of", "who", "that", "which", "in", "for", "and", "from", "with", "at")
                if w in words
            }
        )
        inside["a possessive alone"] += words[-1:] in (["his"], ["her"], ["their"], ["its"], ["my"], ["our"])
        for i, _ in enumerate_from(article, quote["source"][-1][1]):
            token, later = article.tokens[i], article.tokens[i + 1]
            if not covers(quote["cue"], token) and not covers(quote["content"], token):
                name = f"{token.low} {later.low if not later.text[0].isupper() else 'Capitalized'}"
                after[name if token.low in (",", "(") else token.low] += 1
    show("tokens in a source", length, n + length["none"])
    show("sources that hold", inside, n)
    show("left out right after a source", after, n, 45)


def stops(articles: list[Article]) -> None:
    """Print for each connector how often an indirect content ends right before it."""
    stop, go = Counter[str](), Counter[str]()
    for article, quote in attributions(articles):
        start, end = quote["content"][-1]
        if start < quote["cue"][0][0]:
            continue
        inside = list(within(article.tokens, [[start, end]]))
        if not inside or article.tokens[inside[0]].quoted:
            continue
        go.update(joint for i in inside[2:] if (joint := connector(article, i)))
        if joint := connector(article, inside[-1] + 1):
            stop[joint] += 1
    table(stop, go, "content ends before the connector, indirect contents", 45)


def table(yes: Counter[str], no: Counter[str], title: str, top: int) -> None:
    """Print for each key the share of `yes` of `yes` and `no`."""
    both = (yes + no).most_common(top)
    print(f"\n{title}: " + "; ".join(f"{k} {percent(yes[k], n).strip()}" for k, n in both if n >= 15))


def connector(article: Article, i: int) -> str:
    """Return the connector at token `i`, with the comma before it and the kind of word after it."""
    token, before, after = article.tokens[i], article.tokens[i - 1].low, article.tokens[i + 1]
    if token.quoted or (before in (",", "-", "—", "–") and token.low not in CONNECTORS):
        return ""
    if token.low in (",", "-", "—", "–"):
        kind = after.low if after.low in CONNECTORS else "ing" if after.low.endswith("ing") else "-"
        if kind in ("and", "but"):
            later = article.tokens[i + 2]
            kind += " pronoun" if later.low in NOMINATIVE else " word"
        return f"{'dash' if token.low != ',' else ','} {kind}"
    if token.low not in CONNECTORS or before in (",", "-", "—", "–"):
        return ""
    return token.low + (" pronoun" if token.low in ("and", "but") and after.low in NOMINATIVE else "")


def asides(articles: list[Article]) -> None:
    """Print for what follows a source's head how often it is part of the source."""
    part, out = Counter[str](), Counter[str]()
    for article, quote in attributions(articles):
        for span in quote["source"]:
            inside = list(within(article.tokens, [span]))
            first = next((name for i in inside[1:] if (name := aside(article, i))), "")
            part[first] += bool(first)
            if inside and not first and (name := aside(article, inside[-1] + 1)):
                out[name] += 1
    table(part, out, "part of the source, by what follows its head", 40)


def aside(article: Article, i: int) -> str:
    """Return the name of the modifier that begins at token `i`: an appositive, a clause, a phrase."""
    low, after = article.tokens[i].low, article.tokens[i + 1]
    if low == ",":
        if after.low in ("who", "which", "whose", "a", "an", "the", "and"):
            return f", {after.low}"
        return (
            ", Capitalized"
            if after.text[0].isupper()
            else ", ing"
            if after.low.endswith("ing")
            else ", other"
        )
    return (
        low
        if low in ("of", "in", "for", "at", "from", "with", "on", "who", "that", "which", "(", "and")
        else ""
    )


def groups(articles: list[Article], verbs: VerbIndex) -> None:
    """Print by frame how often a light rule gives the gold cue and the gold start of the content."""
    known, lemmas = frozenset(listed("cue_verbs")), frozenset(listed("cue_verbs"))
    n, exact, starts, cue_starts = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for article in articles:
        for i, token in enumerate(article.tokens[:-3]):
            if article.skips(i) or not any(x in lemmas for x, _ in verbs.readings.get(token.low, ())):
                continue
            found = verb_frame(article, i, verbs, known)
            quote = match(article, i, found) if found else None
            if found is None or quote is None or found.name == "none":
                continue
            start, end = group_start(article, i), article.tokens[i].end
            cue, content = quote["cue"][0], quote["content"]
            n[found.name] += 1
            cue_starts[found.name] += cue[0] == start
            exact[found.name] += cue == [start, end]
            starts[found.name] += any(s == article.tokens[found.at].start for s, _ in content)
    rows = (
        f"{k} ({m}): cue {percent(exact[k], m)[:5]}, its start {percent(cue_starts[k], m)[:5]},"
        f" content's start {percent(starts[k], m)[:5]}"
        for k, m in n.most_common(24)
    )
    print("\nexact by frame, with auxiliaries + adverbs + verb as the cue:\n  " + "\n  ".join(rows))


def group_start(article: Article, i: int) -> int:
    """Return where the verb group that ends at token `i` begins: auxiliaries, adverbs and negation."""
    k = i
    while k > 0 and _belongs(article.tokens[k - 1].low):
        k -= 1
    return article.tokens[k].start


def _belongs(low: str) -> bool:
    return low in (BE | HAVE | MODAL | DO | NEGATION | SKIPPED) or (low.endswith("ly") and len(low) > 4)


def places(articles: list[Article]) -> None:
    """Print how often days and "in a statement" after said are part of the cue."""
    yes, no = Counter[str](), Counter[str]()
    for article, quote in attributions(articles):
        indexes = list(within(article.tokens, quote["cue"]))
        if not any(article.tokens[i].low in ("said", "says", "wrote", "told") for i in indexes):
            continue
        for i in range(indexes[0], min(indexes[-1] + 6, len(article.tokens) - 3)):
            token = article.tokens[i]
            if token.low in VENUES and not token.quoted and not covers(quote["content"], token):
                (yes if covers(quote["cue"], token) else no)[token.low] += 1
            if token.low in (",", "."):
                break
    table(yes, no, "day, place or occasion within the cue, after said, wrote, told", 40)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    articles = list(read(parser.parse_args().gold))
    verbs = VerbIndex(vocabulary(articles))
    reports: tuple[Callable[[list[Article]], None], ...] = (
        begins,
        ends,
        stops,
        makeup,
        places,
        sources,
        asides,
    )
    for report in reports:
        report(articles)
    groups(articles, verbs)


if __name__ == "__main__":
    main()
