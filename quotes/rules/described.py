"""`was panned by Lee as “a sham”`, `which she panned as “a sham”`: what a thing is said to be."""

from __future__ import annotations

import re

from quotes import frames
from quotes.clauses import Clause, is_title
from quotes.cues import Cue
from quotes.lexemes import frame
from quotes.syntax import BASE, POST

AS_OR_BY = frozenset({"U", "b", "I", "d"})  # with which that begins: in court, by Lee, on Monday, as


def described(clause: Clause, cue: Cue) -> frames.Complement | None:
    """Return what a verb that reports things says they are, in a quotation; it need not be listed for it."""
    if cue.lexeme.names.isdisjoint(_OF_THINGS):
        return None
    bare = cue.form == "K" and cue.first == cue.head and not cue.passive  # known as "the Fox"
    if bare or cue.form not in "ZFVGK":
        return None
    match = _AS_QUOTED.match(clause.tags, cue.end, clause.end)
    if not match or clause.tagged.word(match.start("at")) != "as" or is_title(clause, *match.span("words")):
        return None
    if not cue.passive and match.start("at") > cue.end:
        return None  # led in the polls as "the boss"
    said = _AS if cue.passive else _OBJ_AS
    return frames.Complement(said, match.start("at"), match.start("words"), cue.end)


_OF_THINGS = frozenset({"np", "obj-as"})
_AS_QUOTED = re.compile(rf"(?:I(?:{BASE}|d))?(?:b{BASE}{POST}{{0,2}})?d*(?P<at>U[D$RJ]{{0,3}}(?P<words>Qq*))")
_AS, _OBJ_AS = (frame(name) for name in ("p-as=60/0", "obj-as+o=60/0"))
