"""Nouns and adjectives that report: his claim that, made a promise to, was critical of."""

from __future__ import annotations

from quotes.rule import Rule
from quotes.rules.complement import find

RULES = (
    Rule(
        "his claim that",
        "a reporting noun with its possessor, and what was said",
        find,
        (
            "<s>His</s> <c>claim</c> <q>that the money was a gift</q> fell apart.",
            "<s>The surveyor's</s> <c>early warnings about</c> <q>the dam</q> were ignored.",
            "That was the end of <s>the company's</s> <c>argument</c> <q>that the lease had ended</q>.",
            "Nothing came of <s>her</s> <c>promise</c> <q>to resign</q>.",
            "Next came <s>the company's</s> <c>argument</c> <q>that the lease had lapsed</q>.",
            "<s>Her</s> <c>answer was</c> <q>that the dam was safe</q>.",
        ),
        '"{cue}" is a noun that reports, with its possessor before it',
        tuple(f"poss-{frame}" for frame in "that quote to about against for in of on over to-np".split()),
    ),
    Rule(
        "made the claim that",
        "a verb and a reporting noun as its object, and what was said",
        find,
        (
            "<s>The lobby</s> <c>voiced concern about</c> <q>the cost</q>.",
            "<s>The general</s> <c>issued a warning</c> <q>that shelling would resume</q>.",
            "<s>The selectors</s> <c>made a commitment</c> <q>to rest the captain</q>.",
            "<s>The coach</s> <c>had no such praise for</c> <q>the referee</q>.",
            "<s>The bishop</s> <c>had harsh words for</c> <q>the mayor</q>.",
            "<s>The union</s> <c>made a fresh argument about</c> <q>the rota</q>.",
            "<q>Her plan</q> <c>has won the backing of</c> <s>the miners' union</s>.",
        ),
        '"{cue}" is a verb with a noun that reports',
        (*(f"v-{frame}" for frame in "that quote to about against at for in of on over to-np with".split()),),
    ),
    Rule(
        "the claim that",
        "a reporting noun without a possessor before it, and what was said",
        find,
        (
            "There are <c>fears</c> <q>that the dam will fail</q>.",
            "He heard <c>complaints</c> from <s>neighbours</s> <q>that the music went on all night</q>.",
        ),
        '"{cue}" is a noun that reports',
        tuple(f"noun {frame}" for frame in "that quote to about for over".split()),
    ),
    Rule(
        "chants of",
        "a noun for what is called out, of, and the words",
        find,
        (
            "<s>The crowd</s> broke into <c>chants of</c> <q>“Save our pier!”</q>",
            "There were <c>shouts of</c> <q>“traitor”</q> from <s>the gallery</s>.",
            "<s>Their</s> <c>cries of</c> <q>“shame”</q> were heard in the square.",
        ),
        '"{cue}" introduces what was called out',
        tuple(f"{prefix}of-quote" for prefix in ("", "v-", "poss-")),
    ),
    Rule(
        "was critical of",
        "be or seem with an adjective that says what somebody thinks",
        find,
        (
            "<s>The auditor</s> <c>was critical of</c> <q>the tender process</q>.",
            "<s>The union</s> <c>remains opposed to</c> <q>the sale</q>.",
            "The mayor met <s>residents</s> <c>wary of</c> <q>the new road</q>.",
            "<s>Fans</s> <c>were adamant</c> <q>that the goal should have stood</q>.",
            "<s>Villagers</s> <c>are angry about</c> <q>the dust</q>.",
            "<s>The trainer</s> <c>was upbeat about</c> <q>her chances</q>.",
            "<s>The surgeon</s> <c>was confident</c> <q>the patient would walk</q>.",
            "<s>Ann Lee</s>, <c>wary of</c> <q>another flood</q>, moved uphill.",
            "<s>Growers</s> <c>are growing ever more anxious about</c> <q>the frost</q>.",
        ),
        '"{cue}" says what somebody thinks of what follows',
        (
            *(
                f"be-{frame}"
                for frame in "that clause wh to about at by for in of on over to-np with".split()
            ),
            *(
                f"adjective {frame}"
                for frame in "that clause quote wh to np about at by in of on over with".split()
            ),
        ),
    ),
)
