"""What may stand beside the noun phrase of a source, as patterns over tags: times, appositions, asides."""

from __future__ import annotations

from quotes.syntax import BASE, FINITE, POST, QUOTED, STOP, some

_PHRASE = STOP + "," + QUOTED + "W" + FINITE  # none of these stands within one phrase
_CLAUSE = STOP + "," + QUOTED + "W"

TIME = rf"(?:(?:RR)?d+|[Iob]d+|Id,?Id|,R,|,I{BASE},)"  # "on Monday", ", however,", ", in May,"

# "Ann Lee, the mayor of Leeds": it belongs to the source, its closing comma too, as annotators mark it.
APPOSITIVE = (
    r",(?:0,)?(?!\$[NJ]*[NS][RG])"  # ", 34,"; not "Lee, her voice breaking, said"
    r"(?:(?!E)|(?<=[NSJ],)"  # a name may only follow a common noun, "the mayor, Ann Lee", or be
    r"|(?=E~?(?:E~?)?,|E{1,4}(?:oE{1,3})?~?'|E{1,4}[NSJ]|EoE))"  # alone in commas, an owner, part of a role
    rf"(?:(?:[D$JNE0]|S[N']|OD|R(?=D[JN]))(?:{some(1, 1, _PHRASE)}|(?<=[NSE])F(?=[EIbU])){{0,40}}"
    rf"|o{some(1, 12, _PHRASE)})"  # ", of Leeds"
    rf"(?:,{some(1, 20, _PHRASE)}){{0,2}}"
    rf"(?:(?:(?<![,G])W|(?<=[NS])[TP](?=R*[{FINITE}])){some(1, 60, STOP + ',' + QUOTED)})?"  # "who runs it"
)
APPOSED = rf",(?:0,)?[D$JNE0o]{some(0, 40, _PHRASE)}(?:,{some(1, 20, _PHRASE)}){{0,2}}"
# "author of a “Life,”"
TITLED = rf",[D$JN]{some(0, 20, _PHRASE)}Qq{{1,8}}(?:{some(1, 16, _PHRASE)})?,?"
NAMED = rf",E{some(0, 12, _PHRASE)}"  # "the island's doctor, Ann Lee,"
ASIDE = (
    rf"(?:,(?:[IUKGFVdbn]|J?tB|C(?!(?:E~?){{1,4}},)|R(?!D[JN])|Wn|\$[NJ]*[NS]R?G)"  # not: , and Bo Ray,
    rf"{some(0, 40, _CLAUSE)}(?:,{some(1, 20, _CLAUSE)}){{0,2}},"
    rf"|,[FK][WU]{some(1, 40, STOP + ',Q')},"  # ", asked whether it leaked,"
    rf"|,R?[FKG]{some(0, 8, STOP + ',' + QUOTED)}Qq{{1,10}}[NS]{{0,2}},?"  # ", wearing a “Vote Lee” cap,"
    rf"|-{some(1, 60, '-' + STOP)}-)"
)
# ", who lives there,"; but not ", whose lawyer, Ann Lee," before "said"
RELATIVE = rf",W(?![JN]{{1,3}},E[E~]*,$){some(1, 80, STOP + ',')}(?:,{some(1, 60, STOP + ',')})?(?:,|(?<=q))"

CLOSED = "(?=[.|]|,C?Q)"  # a tag ends its sentence, or more speech follows
# After a source that follows its verb: "said Ann Lee, the mayor", "said Ann Lee, who runs it".
IDENTIFYING = (
    rf",(?:0,)?(?=[D$JNoS]|E{{1,4}}[NSJ])"
    rf"(?:(?!,I?d|,?UP)(?:{some(1, 1, STOP + FINITE + 'V' + QUOTED)}|(?<=[NS])F(?=[EIbU]))){{1,60}}"
    rf"(?:(?<![,G])W{some(1, 60, STOP + QUOTED)})?{CLOSED}"
)
MORE = rf"(?:{POST}|K{POST})"
PLACE_OR_NAME = r"(?:,(?:E~?){1,4}(?=[,.|]))"  # "a baker from Leeds, Ala.", "a friend of hers, Ann Lee"
