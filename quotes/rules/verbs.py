"""Verbs and what they report to their right: a clause, a question, speech, an infinitive, a thing."""

from __future__ import annotations

from quotes.rule import Rule
from quotes.rules.complement import find

RULES = (
    Rule(
        "that-clause",
        'a reporting verb and a clause with "that"',
        find,
        (
            "<s>The foreign ministry</s> <c>said</c> on Tuesday <q>that two of its drivers were free</q>.",
            "<s>Justice Adaeze Obi</s> <c>ruled</c> <q>that the levy was unlawful</q>.",
            "<s>Premier Col Brannigan</s> <c>conceded</c> <q>that the desalination plant was late</q>.",
            "<s>The researchers</s> <c>found</c> <q>that the frogs sang earlier after rain</q>.",
            "<s>The collector</s> <c>clarified</c> <q>that no farmer would be evicted</q>.",
            "<s>She</s> <c>insisted</c> <q>that, on most days, the ferry ran</q>.",
            "The leak led <s>her</s> <c>to admit</c> <q>that the pipe was old</q>.",
            "<s>Most</s> <c>believe</c> <q>that the ferry is safe</q>.",
        ),
        '"{cue}" is followed by a clause with "that"',
        ("that",),
    ),
    Rule(
        "bare clause",
        'a reporting verb and a clause without "that"',
        find,
        (
            "<s>The minister</s> <c>said</c> <q>the bridge would open in May</q>.",
            "<s>Coach Dana Whitlow</s> <c>thinks</c> <q>the side can win away from home</q>.",
            "<s>The opposition</s> <c>claims</c> <q>the register has been padded</q>.",
            "<s>Ms Harker</s> <c>said</c> <q>the verdict was ‘a bitter joke’</q>.",
            "<s>More than 200 drivers</s> <c>said</c> <q>they would strike</q>.",
            "<s>Tad Weir, the mayor's chief of staff,</s> <c>said</c> <q>the pier was safe</q>.",
        ),
        '"{cue}" is followed by a whole clause',
        ("clause",),
    ),
    Rule(
        "question",
        "a verb of asking, telling or knowing, and an indirect question",
        find,
        (
            "<s>The report</s> <c>does not say</c> <q>who opened the valve</q>.",
            "<s>Residents</s> <c>wondered</c> <q>whether the borehole would ever be dug</q>.",
            "<s>Reporters</s> <c>asked</c> the captain <q>whether he would play</q>.",
            "<s>Dr Ines Lund</s> <c>explained</c> <q>how the glacier had moved</q>.",
            "<s>The coroner</s> <c>asked</c> <q>why nobody had called an ambulance</q>.",
        ),
        '"{cue}" is followed by an indirect question',
        ("wh", "obj-wh"),
    ),
    Rule(
        "speech after the cue",
        "a reporting verb, maybe a colon, and words in quotation marks",
        find,
        (
            '<s>The judge</s> <c>said:</c> <q>"You will serve nine years."</q>',
            "<s>Captain Rohit Vaidya</s> <c>quipped:</c> <q>“We left it late, as usual.”</q>",
            "<s>Mrs Pell</s> <c>said</c>, <q>‘The lights went out at six.’</q>",
            '<s>The review</s> <c>found</c> <q>"no evidence of fraud"</q>.',
            "The trophy went to the juniors, <q>whom</q> <s>their coach</s> <c>calls</c> <q>“my family”</q>.",
        ),
        '"{cue}" is followed by words in quotation marks',
        ("quote", "colon"),
    ),
    Rule(
        "promised to",
        "a verb that says what somebody will, would or will not do, and an infinitive",
        find,
        (
            "<s>The developer</s> <c>promised</c> <q>to plant 400 trees</q>.",
            "<s>The union</s> <c>threatened</c> <q>to walk out on Friday</q>.",
            "<s>Shire president Kelly Doig</s> <c>vowed</c> <q>not to sell the showground</q>.",
        ),
        '"{cue}" is followed by what is to be done',
        ("to",),
    ),
    Rule(
        "admitted -ing",
        "a verb of admitting, denying or seeing, and a clause with an -ing form",
        find,
        (
            "<s>Hobbs</s> <c>admitted</c> <q>taking the money</q>.",
            "<s>The driver</s> <c>denied</c> <q>jumping the lights</q>.",
            "<s>The survey</s> <c>showed</c> <q>support falling in every state</q>.",
        ),
        '"{cue}" is followed by an -ing form that says what was done',
        ("ing", "obj-ing"),
    ),
    Rule(
        "called for",
        "a verb with its preposition or particle, and what is asked for, talked about or stood up against",
        find,
        (
            "<s>The chamber of commerce</s> <c>called for</c> <q>a second crossing</q>.",
            "<s>Farmers</s> <c>complained about</c> <q>the price of seed</q>.",
            "<s>The bishop</s> <c>spoke out against</c> <q>the new casino</q>.",
            "<s>Two councillors</s> <c>voted against</c> <q>the budget</q>.",
            "<s>The company</s> <c>apologised for</c> <q>the delays</q>.",
            "<s>The two boards</s> <c>agreed on</c> <q>building a bridge</q>.",
            "<s>The bishop</s> <c>called Wednesday for</c> <q>a truce</q>.",
        ),
        '"{cue}" is followed by what it is about',
        (
            *"about against as at by for in of on out over to-np up upon with".split(),
            "phrase np",
        ),
    ),
    Rule(
        "praised",
        "a verb that is itself a statement, and the thing or person that it is about",
        find,
        (
            "<s>The accused</s> <c>denied</c> <q>the charge</q>.",
            "<s>The speaker</s> <c>praised</c> <q>the crew's courage</q>.",
            "<s>The regulator</s> <c>announced</c> <q>a review</q>.",
            "<s>The suspect</s> <c>denied</c> <q>the charge</q>.",
            "<s>The prime minister</s> <c>called</c> <q>a snap election</q>.",
            "<s>Few</s> <c>believed</c> <q>his claim that the money was a gift</q>.",
            "<s>Manager Owen Tresk</s> <c>blamed</c> <q>the referee</q>.",
            "<s>The minister</s> flew north <c>to denounce</c> <q>the strike</q>.",
            "<s>Ann Lee</s>, <c>fearing</c> <q>a storm</q>, left early.",
            "<s>The union</s> <c>demanded</c> <q>more training</q>.",
        ),
        '"{cue}" says something of its object',
        ("np",),
    ),
    Rule(
        "phrase",
        "several words that report together, and a clause, speech or an infinitive",
        find,
        (
            "<s>The governor</s> <c>made it clear</c> <q>that schools would stay open</q>.",
            "<s>The tribunal</s> <c>is of the opinion</c> <q>that the notice was valid</q>.",
            '<s>The midfielder</s> <c>went on:</c> <q>"We were second to every ball."</q>',
            "<c>It is understood</c> <q>that the site has been sold</q>.",
            "<s>Counsel for the state</s> <c>is of the view</c> <q>that the bail terms are too light</q>.",
        ),
        '"{cue}" as a whole reports what follows',
        tuple(
            f"phrase {frame}" for frame in "that clause quote wh to ing about against as at for on".split()
        ),
    ),
)
