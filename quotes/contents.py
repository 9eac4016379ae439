"""Where the content of a cue ends."""

from __future__ import annotations

import re

from quotes.phrases import Tagged

_CLAUSE_END = re.compile(r"[.|;]")
_PHRASE_END = re.compile(r"[.|;:]|,|-|C(?=R?(?:[ZF]|[PWTMBHY]|E[ZF]))|W|U")


def end(tagged: Tagged, start: int, name: str, limit: int) -> int:
    """Return the token at which content that starts at `start` in frame `name` ends (at most `limit`)."""
    pattern = _CLAUSE_END if name.rpartition("-")[2] in {"that", "clause", "wh", "quote"} else _PHRASE_END
    match = pattern.search(tagged.tags, start + 1, limit)
    stop = match.start() if match else limit
    return stop
