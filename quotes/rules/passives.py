"""Passives: the subject is who was told, or what is talked about, and the source is after "by" or nowhere."""

from __future__ import annotations

from quotes.rule import Rule
from quotes.rules.complement import find

RULES = (
    Rule(
        "was told that",
        "a passive and a clause, a question or a name for something; nobody is printed as the source",
        find,
        (
            "Residents <c>were warned</c> <q>that the dam could fail</q>.",
            "Passengers <c>were advised</c> <q>that the ferry was full</q>.",
            "The bench <c>was informed</c> <q>that the witness had fled</q>.",
            "<c>Asked</c> <q>which harbour was her favourite</q>, she demurred.",
            "The clerk <c>was asked</c>, <q>“Who signed the letter?”</q>",
            "The clerk <c>was asked</c> by <s>Judge Ann Lee</s>, who had it, <q>“Who signed it?”</q>",
            "<c>Asked</c> <q>“Are you tired?”</q> she laughed.",
            "<c>Asked</c> on Monday <q>whether the harbour was safe</q>, she demurred.",
        ),
        '"{cue}" is a passive, so its subject is not the source',
        ("p-that", "p-clause", "p-wh", "p-quote"),
    ),
    Rule(
        "was said to",
        "a passive and an infinitive: the subject is what is talked about",
        find,
        (
            "<q>The ferry company</q> <c>was asked</c> <q>to explain the delay</q>.",
            "<q>The spring</q> <c>is reputed</c> <q>to cure colds</q>.",
            "<q>The striker</q> <c>is alleged</c> <q>to have shoved a steward</q>.",
            "<q>The herdsmen</q> <c>were reported</c> <q>to have left the valley</q>.",
            "<q>Drivers</q> <c>were urged</c> by <s>the mayor of Leeds</s> <q>to stay away</q>.",
        ),
        '"{cue}" is a passive, so its subject is what is talked about',
        ("p-to", "p-ing"),
    ),
    Rule(
        "was described as",
        "a passive and what the subject is said to be",
        find,
        (
            "<q>The hill</q> <c>is regarded</c> <q>as sacred</q>.",
            "<q>The speech</q> <c>was interpreted</c> <q>as a threat</q>.",
            "<q>The merger</q> <c>was deemed</c> <q>a success</q>.",
            "<c>Described</c> by <s>the judge</s> <q>as “cruel”</q>, he was jailed.",
        ),
        '"{cue}" is a passive, so its subject is what is described',
        ("p-as", "p-np"),
    ),
    Rule(
        "was accused of",
        "a passive and of, with or for what the subject is blamed or praised",
        find,
        (
            "<q>The trader</q> <c>was accused of</c> <q>forging invoices</q>.",
            "<q>The clerk</q> <c>was acquitted of</c> <q>theft</q>.",
            "<q>The ferry company</q> <c>was accused</c> by <s>the union</s> <q>of breaking its word</q>.",
            "Villagers <c>were informed of</c> <q>the risk</q>.",
            "<c>Asked Tuesday about</c> <q>the leak</q>, the mayor left.",
        ),
        '"{cue}" is a passive, so its subject is not the source',
        ("p-of", "p-for", "p-with", "p-on", "p-about", "p-from", "p-to-np"),
    ),
    Rule(
        "criticised by",
        'a passive with its source after "by": the subject is what is talked about',
        find,
        (
            "<q>The plan</q> <c>was rejected by</c> <s>the planning board</s>.",
            "<q>The ruling</q> <c>was denounced by</c> <s>church leaders</s>.",
            "<q>The new timetable</q> <c>was welcomed by</c> <s>farmers</s>.",
        ),
        '"{cue}" is a passive, so its source comes after "by"',
        ("p-by",),
    ),
)
