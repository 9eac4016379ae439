"""Rules about more than one sentence: `quotes.runs` and `quotes.turns` apply them after all others."""

from __future__ import annotations

from quotes.rule import Rule

RULES = (
    Rule(
        "tag line",
        "a sentence that ends with a colon, or asks for words, and words in quotation marks in the next",
        None,
        (
            "<s>The minister</s> <c>replied:</c>¶<q>“We shall appeal.”</q>",
            "<s>Coach Dana Whitlow</s> <c>was blunt:</c>¶<q>“We were awful, and everybody saw it.”</q>",
            "<s>Ann Lee’s</s> <c>advice</c> to young players? <q>“Sleep more, talk less.”</q>",
        ),
        '"{cue}" ends its sentence, and the next is in quotation marks',
    ),
    Rule(
        "reaction",
        "a sentence of no more than somebody and a verb of speech, and words in quotation marks after it",
        None,
        (
            "<s>Ann Lee</s> <c>disagreed</c>. <q>“We have waited for nine years.”</q>",
            '<s>The groundsman</s> <c>laughed</c>. <q>"It has been under water since March."</q>',
        ),
        '"{cue}" is all that its sentence says, and the next is in quotation marks',
    ),
    Rule(
        "beat",
        "a sentence in which one person does something, and beside it a quotation that stands alone",
        None,
        (
            "<s>Ann Lee</s> <c>shook</c> her head. <q>“We have waited for nine years.”</q>",
            "<s>The groundsman</s> <c>climbs</c> down from his tractor. <q>“All the gates were open.”</q>",
            "<q>“I nearly left.”</q> <s>She</s> <c>fills</c> the kettle. <q>“Every day, in fact.”</q>",
        ),
        '"{cue}" is what its sentence tells of somebody, and words in quotation marks stand beside it',
    ),
    Rule(
        "floating",
        "a quotation without a tag that goes on from the paragraph before, and shares its source and cue",
        None,
        (
            "“The lights went out at six,” <c>said</c> <s>Mrs Pell</s>.¶<q>“They came back on Thursday.”</q>",
            '"We lost the harvest," <s>the farmer</s> <c>said</c>.¶<q>"Nobody from the ministry came."</q>',
        ),
        "a quotation without a tag of its own goes on from the one before",
    ),
    Rule(
        "credit",
        "a quotation with its source after a dash, below it",
        None,
        (
            "<q>“A book for everyone who ever missed a train.”</q>¶— <s>Ann Lee, novelist</s>",
            "> <q>We never saw a ferry again</q>.¶> — <s>Ann Lee</s> (@annlee) May 3, 2016",
        ),
        "the source stands after a dash below",
    ),
    Rule(
        "block quotation",
        "words that are set out as a block, beside a line that says whose they are",
        None,
        (
            "In the Echo, <s>the critic Ann Lee</s> <c>writes:</c>"
            "¶> <q>The film names nobody</q>.¶> <q>It shows all</q>.",
            "<s>Lee</s> <c>was blunt:</c>¶> <q>The board knew. It says that it did not</q>.",
            "<s>Ann Lee</s> <c>wrote</c> in May:"
            "¶<q>The dam will not last, and the board has known it for years</q>.",
        ),
        'the words are set out beside "{cue}"',
    ),
    Rule(
        "name line",
        "a quotation, and a line above or below it that is a name and what its bearer is",
        None,
        (
            "The mill shut in May.¶<q>“We were ready for anything.”</q>¶<s>Ann Lee, chief executive</s>",
            "<s>Ann Lee, 34, teacher</s>¶<q>“It saves me an hour.”</q>¶The bridge is free.",
        ),
        "a line above or below the words is a name",
    ),
    Rule(
        "afterthought",
        "a quotation or a sentence, and one after it that says no more than whose it is",
        None,
        (
            "<q>“The dam will hold.”</q> So <c>says</c> <s>Ann Lee</s>.",
            "<q>“The dam will hold.”</q> Those are the <c>words</c> of <s>Ann Lee, an engineer</s>.",
            "<q>The dam will hold for ever</q>. That, at least, is what <s>the minister</s> <c>says</c>.",
        ),
        '"{cue}" is said of the words before it',
    ),
    Rule(
        "dialogue",
        "a quotation without a tag, in a dialogue of two: it is the one's who spoke before the last",
        None,
        ("“Did you see it?” Ann Lee asked.¶“No,” Tom Roe said.¶<q>“Why not?”</q>¶“It was too dark.”",),
        "two speak in turns",
    ),
    Rule(
        "unclaimed",
        "words in quotation marks that are no title, and that nobody is said to have said",
        None,
        (
            "A dam there would be <q>“the costliest mistake of the century”</q>.",
            "<q>“I make the trains run on time”</q> sounds well in a hall.",
        ),
        "stands in quotation marks, and nothing says whose it is",
    ),
    Rule(
        "turn",
        "a transcript or an interview: a label and a colon, and all that is said under it",
        None,
        (
            "COUNSEL: Where were you?¶<s>WITNESS</s><c>:</c> <q>I was at home, asleep</q>."
            "¶COUNSEL: All night?¶WITNESS: All night.",
        ),
        "the words stand under a label with a colon",
    ),
    Rule(
        "asked",
        "an interview without labels: a paragraph that asks",
        None,
        (
            "What do you keep in the shed?¶My patience.¶<q>And your husband?</q>"
            "¶He has his own.¶Do you ever get cold?¶I have a stove and a cat.",
        ),
        "the paragraph asks, in an interview",
    ),
    Rule(
        "answer",
        "an interview without labels: what stands below a paragraph that asks, up to the next",
        None,
        (
            "Where did you grow up?¶<q>On a boat. I got off it at nine</q>.¶Do you miss it?"
            "¶My knees don't.¶Would you go back?¶I would, for lunch.",
            "**Who taught you?**¶<q>My aunt</q>.¶**She is strict, they say.**¶Is she?¶**Are you?**¶I am not."
            "¶**Will you teach?**¶No.",
        ),
        "the words answer the question above them, in an interview",
    ),
    Rule(
        "statement",
        "a press release: a line that announces words, and paragraphs without quotation marks",
        None,
        (
            "<s>Commissioner Ann Lee</s> <c>issued the following statement:</c>"
            "¶<q>I have read the report and I accept every word of it</q>.",
        ),
        "a line announces the words below it",
    ),
)
