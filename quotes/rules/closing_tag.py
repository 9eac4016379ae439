"""`"…," S said` and `…, said S`: the tag stands after what it reports, inside it or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes import frames, sources
from quotes.clauses import Clause, Draft, Range, draft, goes_on, is_title, told_from, trim
from quotes.cues import Cue
from quotes.rule import Rule
from quotes.rules.introduced import Tag, is_introduced, is_told_before
from quotes.rules.resumed import is_subordinate, words_after
from quotes.source_edges import after_summary
from quotes.syntax import BASE, NOUN_PHRASE, backward

_SHORT = 4  # tokens before a tag that interrupts its sentence early: "Even then, others insist, …"
_LONGEST_SOURCE = 40  # tokens between a quotation and the verb of its tag
_ALONE = re.compile("C?Qq+")
_ONE_PHRASE = re.compile(r",?(?P<source>[D$EJNS0][^.|;:QZFMBHYVWTPUt]*(?:W[^.|;:QPU]*)?)(?<![CW])(?:,?d)?")
CLOSES = re.compile(
    rf"(?P<object>R?I?(?:{frames.OBJECT}))?(?:{frames.ADJUNCT}|U(?:{BASE}|(?!G)[^.|;:,ZFVMBHYWTQq]{{1,8}})(?=[.,|])){{0,3}}"
    r"(?:(?<=[NS])G[^.|;:,ZFVMBHYWTQq]{1,8}(?=,C?Q))?"  # said in his office overlooking the harbor
    r"(?:C[ZF](?=[.|]))?"  # she said and smiled
    r"(?P<when>(?<![,R])[UW][^.|;:Qq]{2,40}(?=[.|]))?(?P<stop>[.,|;:]|-|$|(?=Q)|C(?=Q))"
)
_RELATIVE = backward(r"(?P<pronoun>(?<=[,-])[DP]oW|(?<=,)I?W|(?<=[ENS(]-?)(?:IW|[WT]))")
_AFTER_RELATIVE = re.compile(",(?=R*[ZFMBHY])")
_GOES_ON = re.compile(rf"R{{0,2}}(?:{NOUN_PHRASE})R*[ZFVMBHY]")
_MAIN_VERB = re.compile("R*[ZFMBHY]")
_SAYS_MORE = re.compile("(?![GWUC])[^,.|;:]{2,30}[ZFVMBHYG]")
_ANSWERS = frozenset(
    "absolutely definitely exactly hardly maybe never no nonsense perhaps rubbish sorry true wrong"
    " yes".split()
)
_DENIALS = frozenset({"nU", "nR", "nUR"})  # Not so, Not yet, Not so fast
_SUBJECT_ALONE = re.compile(rf"(?=[D$ESP])(?:{NOUN_PHRASE})[MBHYn]*")
_OPENS_WITH_WORDS = re.compile("[CR,~]*Q")
_PARTICIPLE = re.compile("[FK][^,Qq]+")
_CLAUSE = re.compile("[QZFVMBHY]")
_FINITE = re.compile("[ZFVMBHY]")
_WHO = re.compile("[DEPS$]")
_SPEECH_ENDS = frozenset({",", "?", "!", "—", "-", "…"})
_TAGGING = frozenset({"tag", "quote", "that", "clause", "obj-that"})
# After "(" and "-" before a tag, what closes it.
_ASIDES = {mark: re.compile(rf"(?:{frames.ADJUNCT}){{0,2}}{end}") for mark, end in (("(", r"\)"), ("-", "-"))}
_ANOTHER = re.compile("[,;]C|;")
_END_OF_WORDS = re.compile("[,Qq(~-]")  # what a tag closes ends so
_OCCASIONS = frozenset({"at", "during", "in", "on"})  # argued in a letter
_AT_TIMES = frozenset("again earlier first later recently repeatedly".split())
_ASKING = frozenset({"that", "clause", "wh", "obj-that", "obj-wh"})
_TAKES_OBJECT = frozenset({"obj-that", "obj-quote"})


def find(clause: Clause) -> Iterator[Draft]:
    """Draft an attribution for each tag that closes or interrupts its sentence."""
    told = clause.first
    words = _END_OF_WORDS.search(clause.tags, clause.first, clause.end)
    if words is None:
        return
    at = words.start()
    for cue in clause.cues:
        if cue.first > at and not cue.passive and can_tag(cue) and _is_finite(clause, cue):
            found = next(filter(None, (drafted(clause, cue, tag, told) for tag in _tags(clause, cue))), None)
            if found:
                told = max(found.content[-1][1], found.cue[1])
                yield found


def _is_finite(clause: Clause, cue: Cue) -> bool:
    perfect = cue.form == "K" and "H" in clause.tags[cue.first : cue.head]
    said = perfect or clause.tagged.lower[cue.end : cue.end + 2] in _BY_WIRE
    return cue.form in "ZFVB" or said or sources.witnessed(clause.tagged, cue) is not None


_BY_WIRE = [["by", means] for means in ("email", "phone", "telephone", "text")]  # no passive


def can_tag(cue: Cue) -> bool:
    """Return whether a cue may stand beside what it reports, as "said" may."""
    return not cue.lexeme.sure.isdisjoint(_TAGGING)


def _tags(clause: Clause, cue: Cue) -> Iterator[Tag]:
    """The tags that `cue` may be part of: `S said`, then `said S`."""
    so = clause.tags[cue.first - 1] == "U" and clause.tagged.word(cue.first - 1) == "so"  # or so says Lee
    before = None if so else sources.witnessed(clause.tagged, cue) or sources.subject(clause.tagged, cue)
    if not before or clause.tags[before[0] - 1] != "q":
        before = _all_between(clause, cue) or before
    if before and before[0] > clause.first and clause.tags[before[0]] not in "WT":
        yield _tag(clause, before, before[0], cue.end)
    if (before and before[0] == clause.first) or not clause.first < cue.first == cue.head:
        return
    after = sources.inverted(clause.tagged, cue)
    if after and _can_invert(clause, cue, after):
        yield _tag(clause, after, cue.first, after[1])


def _all_between(clause: Clause, cue: Cue) -> Range | None:
    """All that stands between a quotation and the verb of its tag, where that is no plain noun phrase."""
    mark = clause.tags.rfind("q", max(clause.first, cue.first - _LONGEST_SOURCE), cue.first) + 1
    finite = "t" not in clause.tags[cue.first : cue.head]
    match = _ONE_PHRASE.fullmatch(clause.tags, mark, cue.first) if mark and finite else None
    if not match or not follows_speech(clause, match.start("source")):
        return None
    if after_summary(clause.tagged, *match.span("source")) != match.span("source"):
        return None  # It was 'a trap', a claim the party repeated
    opened = clause.tags.rfind("Q", clause.first, mark)
    title = opened > clause.first and is_title(clause, opened, mark)
    return None if title else match.span("source")


def _tag(clause: Clause, source: Range, first: int, end: int) -> Tag:
    before = clause.tagged.word(first - 1)
    if before == "as":
        first -= 1
    elif before == "so":
        doubted = clause.tagged.word(first - 2) == "or"
        first -= 1 + doubted if doubted or source[0] > first else 0
    return Tag(source, first, end, first - 1 if clause.tags[first - 1] == "," else first)


def _can_invert(clause: Clause, cue: Cue, source: Range) -> bool:
    """Beside a quotation any verb may come first; else only one that takes no object ("told a lie")."""
    if follows_speech(clause, cue.first) or clause.tagged.word(cue.first - 1) == "?":
        return True
    opens = _OPENS_WITH_WORDS.match(clause.tags, clause.first) and clause.tags[source[0]] != "P"
    if clause.tags[cue.first - 1] == "q" and not opens:
        return False  # "nobody" wanted it; the word "leak" appears nine times
    if clause.tags[source[0]] == "P" and clause.tagged.word(source[0]) == "it":
        return False  # The inspector, long retired, denies it
    acting = "IG" in clause.tags[slice(*source)] or "oG" in clause.tags[slice(*source)]
    return not (acting or _needs_object(cue)) and bool(_WHO.search(clause.tags, *source))


def _tells(cue: Cue) -> bool:
    """Whether the verb names who is told, so that an object after it is no content ("told the court")."""
    told = cue.lexeme.frames.get("obj-that")
    return told is not None and told.precision >= 75


def _needs_object(cue: Cue) -> bool:
    clause = cue.lexeme.frames.get("clause")
    return bool(cue.lexeme.names & _TAKES_OBJECT) and not (clause and clause.precision >= 60)


def drafted(clause: Clause, cue: Cue, tag: Tag, told: int) -> Draft | None:
    """Draft what `tag` reports; up to token `told` the words are another tag's."""
    asked = clause.tagged.word(tag.first - 1) == "?"
    if tag.left <= clause.first or not (asked or clause.tags[tag.first - 1] in ",Qq"):
        return _in_brackets(clause, cue, tag, told)
    closed = CLOSES.match(clause.tags, tag.end, clause.end)
    spoken = follows_speech(clause, tag.first)
    continued = closed is not None and closed.end() < clause.end and clause.tags[closed.end()] in "ZFMBHY"
    if (
        clause.tags[clause.first] == "G"
        and not continued
        and not _FINITE.search(clause.tags, clause.first, tag.left)
    ):
        return None  # Calling it "a shame," Lee vowed to stay
    if not spoken and not (closed and _closes_narration(clause, cue, tag, closed)):
        return None
    if spoken and (is_introduced(clause, tag) or (closed and _reports_object(clause, cue, tag, closed))):
        return None
    if spoken and is_told_before(clause, tag):
        return None
    if not _OPENS_WITH_WORDS.match(clause.tags, clause.first) and _reports_to_the_right(clause, cue, tag):
        return None
    relative = None if spoken else _RELATIVE.match(clause.tags, clause.first, tag.left)
    first = _start(clause, tag, told) if spoken else told_from(clause, tag.first)
    first = relative.start("pronoun") if relative else first
    words = (first, tag.left) if asked else trim(clause.tags, first, tag.left)
    if words[1] <= words[0]:
        return None
    if clause.tagged.word(tag.first) == "as" and not spoken and _opens_report(clause, tag):
        return None
    rest = words_after(clause, closed, spoken) if closed else None
    if rest and relative:  # The house, which, he said, was old, burned down.
        main = _AFTER_RELATIVE.search(clause.tags, *rest)
        rest = (rest[0], main.start()) if main else rest
    return draft(cue, (words, rest) if rest else (words,), tag.source, "tag")


def _in_brackets(clause: Clause, cue: Cue, tag: Tag, told: int) -> Draft | None:
    """`The roof (he says) “leaks”`, `The roof - tenants say - leaks`."""
    closing = _ASIDES.get(clause.tags[tag.first - 1])
    saying = closing and cue.form in "ZFV" and cue.lexeme.act == "said"
    closed = closing.match(clause.tags, tag.end, clause.end) if closing and saying else None
    which = clause.tags[tag.first - 2] == "W"  # a song, which - as he said - was old, was played
    before = trim(clause.tags, tag.first - 2 if which else told, tag.first - 1)
    if not closed or before[1] <= before[0] or _says_before(clause, tag):
        return None
    if not cue.lexeme.clausal and not clause.tags.startswith("Q", closed.end()):
        return None
    another = _ANOTHER.search(clause.tags, closed.end(), clause.end)
    rest = trim(clause.tags, closed.end(), another.start() if another else clause.end)
    return draft(cue, (before, rest) if rest[1] > rest[0] else (before,), tag.source, "tag")


def _says_before(clause: Clause, tag: Tag) -> bool:
    """Whether another says what goes on after the aside: `Lee said the price - analysts say - may rise`."""
    return any(cue.end < tag.left and cue.form in "ZF" and _tells_all(cue) for cue in clause.cues)


def _opens_report(clause: Clause, tag: Tag) -> bool:
    """Whether a verb before the tag says it all: `Lee said the roof, as he put it, was gone`."""
    for cue in clause.cues:
        saying = cue.form in "ZF" and cue.lexeme.act == "said" and cue.lexeme.clausal
        if saying and cue.end < tag.left:
            source = sources.subject(clause.tagged, cue)
            return source is not None and source[0] == clause.first
    return False


def _reports_object(clause: Clause, cue: Cue, tag: Tag, closed: re.Match[str]) -> bool:
    """Whether the tag has an object after a quotation that is no speech: `the "star", Lee wrote a song`."""
    if not closed["object"] or _tells(cue) or _is_occasion(clause, tag.end):
        return False
    if clause.tagged.word(tag.end) == "to":
        return False  # Guns are 'a plague', Lee said to the meeting
    alone = _ALONE.fullmatch(clause.tags, clause.first, tag.left)
    if alone and "I" in closed["object"][:2] and not is_title(clause, clause.first, tag.left):
        return False  # 'We will not pay', Lee joked with reporters
    return clause.tags[tag.left - 1] == "q" and clause.tagged.last_spoken(tag.left) not in _SPEECH_ENDS


def _is_occasion(clause: Clause, at: int) -> bool:
    """Whether what follows a tag says where it was said: `in a letter`, `earlier in the hearing`."""
    return clause.tagged.word(at + (clause.tagged.word(at) in _AT_TIMES)) in _OCCASIONS


def _start(clause: Clause, tag: Tag, told: int) -> int:
    """Where what is spoken begins: at the quotation if it is introduced, else with the sentence."""
    tags = clause.tags
    last = tags.rfind("Q", clause.first, tag.left)
    if last >= told > clause.first or tags[last - 1] in ":(":
        return last
    quotation = tags.find("Q", clause.first, tag.left)
    if not tags[clause.first : quotation].rstrip("~-|"):
        return quotation
    if _OPENS_WITH_WORDS.match(tags, clause.first):
        return clause.first
    if tags[last - 1] == "-":
        return last
    introduced = tags[quotation - 1] in ",ZFV" and not goes_on(clause, quotation)
    return quotation if introduced else clause.first


def _closes_narration(clause: Clause, cue: Cue, tag: Tag, closed: re.Match[str]) -> bool:
    """Whether words without marks before the tag are what it reports."""
    if closed["stop"] == ":":
        return False  # what follows is what is said
    if _is_told_of(clause, cue, tag):
        return False
    if closed["when"] and not (_tells(cue) or cue.lexeme.clausal):
        return False
    if closed["object"] and not _tells(cue) and not _is_occasion(clause, tag.end):
        return False
    thing = cue.lexeme.frames.get("np")
    if tag.source[0] == cue.end and thing and thing.precision >= 60 and sources.subject(clause.tagged, cue):
        return False  # "When asked, the mayor, Ann Lee, confirmed the leak"
    if any(other.passive and other.first == clause.first for other in clause.cues[:1]):
        return False  # "Asked whether he would go, Lee demurred"
    alone = bool(_SUBJECT_ALONE.fullmatch(clause.tags, clause.first, tag.left))
    if closed.end() < clause.end and clause.tags[closed.end()] == "Q" and not alone:
        return _is_unfinished(clause, tag.left, closed)  # else what follows is what is said
    if _reports_to_the_right(clause, cue, tag):
        return False
    if clause.tagged.word(clause.first) == "asked" or _PARTICIPLE.fullmatch(
        clause.tags, clause.first, tag.left
    ):
        return False  # Asked about it, she laughed; Pressed on whether it was safe, she laughed
    final = closed["stop"] in {".", "|"}
    before = clause.tags[clause.first : tag.left]
    asked = clause.tagged.word(tag.first - 1) == "?"
    if final and not asked and is_subordinate(clause) and not {",", "Q"} & set(before):
        return False  # When I ask, she laughs
    plain = tag.source[0] == tag.first and closed["stop"] in {".", "|"} and tag.left - clause.first > 2
    plain = plain or (final and _is_answer(clause, tag.left))
    narrated = asked or _CLAUSE.search(clause.tags, clause.first, tag.left)
    if (plain and clause.tags[clause.first] not in "IU") or narrated:
        return True
    # "These sources, the lawyers said, agree": the tag parts a subject from its verb, or comes early.
    early = tag.left - clause.first <= _SHORT and clause.tags[clause.first] != "I"
    more = bool(_GOES_ON.match(clause.tags, closed.end(), clause.end))
    more = more or bool(_MAIN_VERB.match(clause.tags, closed.end(), clause.end))
    parted = closed.end() == tag.end + 1 and cue.lexeme.clausal  # In the end, Lee said, …
    more = more or (parted and bool(_SAYS_MORE.match(clause.tags, closed.end(), clause.end)))
    return closed["stop"] == "," and (early or more or (alone and tag.source[0] == tag.first))


def _is_answer(clause: Clause, left: int) -> bool:
    """Whether the words up to token `left` are an answer: `Never, she says`, `Not so, says Lee`."""
    if left == clause.first + 1:
        return clause.tagged.word(clause.first) in _ANSWERS
    return clause.tags[clause.first : left] in _DENIALS


def _is_told_of(clause: Clause, cue: Cue, tag: Tag) -> bool:
    """Whether the tag is a verb in what another says: `Roe said the suspect, a cook, had confessed`."""
    if clause.tagged.word(cue.first) != "had" or clause.tags[tag.source[1] - 1] != ",":
        return False
    return any(other.end < tag.left and other.form == "F" and _tells_all(other) for other in clause.cues)


def _tells_all(cue: Cue) -> bool:
    return cue.lexeme.act == "said" and (_tells(cue) or cue.lexeme.clausal)


def _is_unfinished(clause: Clause, left: int, closed: re.Match[str]) -> bool:
    """Whether a sentence goes on in marks after a tag: `He was, she said, "in bits"`."""
    quotation = clause.tagged.tokens.words[closed.end() + 1 : closed.end() + 2]
    return closed["stop"] == "," and clause.tags[left - 1] in "BHMYt" and "".join(quotation).islower()


def _reports_to_the_right(clause: Clause, cue: Cue, tag: Tag) -> bool:
    inverted = tag.source[0] == cue.end and clause.tags[tag.end : tag.end + 1] == ","
    if inverted and sources.subject(clause.tagged, cue) is None:
        return False  # Its wealth, says Ann Lee, is a curse
    found = frames.complement(clause.tagged, cue, 60)
    if found and clause.tags[tag.end : tag.end + 1] == ",":
        word = clause.tagged.word(found.start)
        if word == "whether" or (word == "that" and _FINITE.search(clause.tags, clause.first, tag.left)):
            return False  # It is too early to tell, Lee said, whether it leaks; it is odd, Lee said, that
    names = _ASKING if tag.source[0] < cue.first else _ASKING - {"obj-wh"}  # said a man who saw it
    return found is not None and found.frame.name in names


def follows_speech(clause: Clause, start: int) -> bool:
    """Return whether a quotation before `start` ends in a comma, "?" or "!", or has a comma after it."""
    if clause.tags[start - 2 : start] == "q,":
        return True
    return clause.tags[start - 1] == "q" and clause.tagged.last_spoken(start) in _SPEECH_ENDS


RULES = (
    Rule(
        "closing tag",
        "a reporting verb and its subject, in either order, after or inside the words",
        find,
        (
            '<q>"It leaks,"</q> <s>Ann Lee</s> <c>said</c>.',
            '<q>"It leaks,"</q> <c>said</c> <s>Ann Lee, a plumber</s>.',
            "<q>The roof is leaking</q>, <s>she</s> <c>says</c>.",
            '<q>"Nobody but you,"</q> <s>she</s> <c>said</c>, <q>would leave a roof like that</q>.',
            '<q>"It leaks,"</q> <s>she</s> <c>said</c>, <q>"and nobody cares."</q>',
            '<q>"Get down!"</q> <s>an officer</s> can be heard <c>shouting</c> in the video.',
            "<q>‘He was a gentle man,’</q> <s>his sister</s> <c>told</c> the inquest.",
            "<q>The wicket</q>, <s>the captain</s> <c>admitted</c>, <q>was a surprise</q>.",
            '<q>He was</q>, <s>the court</s> <c>heard</c>, <q>"devoted to his dog"</q>.',
            "The barn, <q>which</q>, <s>neighbours</s> <c>say</c>, <q>was dry as paper</q>, burned down.",
            "<q>There was</q>, <c>said</c> <s>the surgeon</s>, <q>“no hope” of a cure</q>.",
            "<q>The second verse was</q> (<s>she</s> <c>says</c>) <q>“written on a napkin”</q>.",
        ),
        '"{cue}" and its subject stand beside or inside what was said',
        asks=_TAGGING,
    ),
)
