"""Write the golden articles as gold for the scorer: `python -m tests.golden.to_jsonl OUT` (`-`: stdout)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from quotes.model import Span
from tests.golden.load import Gold, load, stems


def lines() -> list[str]:
    """One JSON line an article, with offsets in code points."""
    return [json.dumps(_article(stem), ensure_ascii=False) for stem in stems()]


def _article(stem: str) -> dict[str, object]:
    article = load(stem)
    return {"id": stem, "text": article.text, "quotes": [_quote(gold) for gold in article.quotes]}


def _quote(gold: Gold) -> dict[str, object]:
    unnamed_person = gold.type == "person" and not gold.named
    return {
        "content": gold.content,
        "cue": _spans(gold.cue),
        "source": _spans(gold.source),
        "kind": gold.kind,
        "speaker": gold.speaker,
        "speaker_type": "person_unnamed" if unnamed_person else gold.type,
        "roles": gold.roles,
        "inner": gold.inner,
    }


def _spans(span: Span | None) -> list[Span]:
    return [span] if span else []


def main(out: str) -> None:
    text = "\n".join(lines()) + "\n"
    if out == "-":
        sys.stdout.write(text)
    else:
        Path(out).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
