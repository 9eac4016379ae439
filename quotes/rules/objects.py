"""Verbs with an object, and what is said to it or of it: told A that, urged A to, accused A of."""

from __future__ import annotations

from quotes.rule import Rule
from quotes.rules.complement import find

RULES = (
    Rule(
        "told A that",
        'a verb of telling, who was told, and a clause with "that"',
        find,
        (
            "<s>The pilot</s> <c>told</c> investigators <q>that the warning light had failed</q>.",
            "<s>Chief Amina Bello</s> <c>assured</c> villagers <q>that the road would be tarred</q>.",
            "<s>The registrar</s> <c>informed</c> the high court <q>that the file was missing</q>.",
        ),
        '"{cue}" is followed by who was told, and by a clause with "that"',
        ("obj-that",),
    ),
    Rule(
        'called A "words"',
        "a verb of calling or telling, its object, and words in quotation marks",
        find,
        (
            '<s>She</s> <c>called</c> <q>the ruling "a disgrace"</q>.',
            "<s>Opponents</s> <c>dubbed</c> <q>the scheme “a tax on breathing”</q>.",
            '<s>Ferreira</s> <c>told</c> reporters: <q>"We are not finished."</q>',
        ),
        '"{cue}" is followed by an object and words in quotation marks',
        ("obj-quote",),
    ),
    Rule(
        "urged A to",
        "a verb of asking or ordering, and what somebody is to do",
        find,
        (
            "<s>Doctors</s> <c>urged</c> <q>parents to keep children indoors</q>.",
            "<s>The court</s> <c>ordered</c> <q>the firm to pay costs</q>.",
            "<s>Pakenham police</s> <c>asked</c> <q>drivers to avoid the highway</q>.",
            "<s>A bench of Justices R. Pillai and S. Rao</s> <c>asked</c> <q>the ministry to reply</q>.",
        ),
        '"{cue}" is followed by who is to do what',
        ("obj-to",),
    ),
    Rule(
        "accused A of",
        "a verb that charges, credits or warns somebody, and of or with what",
        find,
        (
            "<s>The ministry</s> <c>attributed</c> <q>the outage to a fallen tree</q>.",
            "<s>The union</s> <c>accused</c> <q>the airline of breaking its word</q>.",
            "<s>Mr Justice Rao</s> <c>absolved</c> <q>the officers of blame</q>.",
            "<s>Prosecutors</s> <c>charged</c> <q>the trader with fraud</q>.",
            "<s>The marshal</s> <c>cautioned</c> <q>drivers against speeding</q>.",
            "<s>The board</s> <c>accused</c> <q>the clerk, who had left, of theft</q>.",
            "<s>Police</s> <c>had last month charged</c> <q>the driver with fraud</q>.",
        ),
        '"{cue}" is followed by somebody or something and what is said of it',
        ("obj-against", "obj-of", "obj-from", "obj-to-np", "obj-with"),
    ),
    Rule(
        "praised A for",
        "a verb of praise or blame, somebody, and for what",
        find,
        (
            "<s>The jury</s> <c>criticised</c> <q>the lodge for its slow response</q>.",
            "<s>The captain</s> <c>blamed</c> <q>the defeat on poor fielding</q>.",
            "<s>The governor-general</s> <c>applauded</c> <q>the nurses for their courage</q>.",
        ),
        '"{cue}" is followed by somebody and the reason for praise or blame',
        ("obj-for", "obj-on"),
    ),
    Rule(
        "asked A about",
        "a verb of asking or voicing, who or what is asked or voiced, and about what",
        find,
        (
            "<s>Nurses</s> <c>expressed alarm about</c> <q>the cuts</q>.",
            "<s>Two players</s> <c>shared worries about</c> <q>the pitch</q>.",
            "<s>The committee</s> <c>asked</c> the auditor <q>about the missing receipts</q>.",
        ),
        '"{cue}" comes with what it is about',
        ("obj-about",),
    ),
    Rule(
        "described A as",
        "a verb of describing, somebody or something, and as what",
        find,
        (
            "<s>Neighbours</s> <c>described</c> <q>him as a quiet man</q>.",
            "<s>The tribunal</s> <c>dismissed</c> <q>the claim as fanciful</q>.",
            '<s>Critics</s> <c>denounced</c> <q>the bill as "a gift to landlords"</q>.',
        ),
        '"{cue}" is followed by a description with "as"',
        ("obj-as",),
    ),
    Rule(
        "called A B",
        "a verb of calling or judging, somebody or something, and what it is",
        find,
        (
            "<s>The captain</s> <c>called</c> <q>the pitch a disgrace</q>.",
            "<s>The panel</s> <c>deemed</c> <q>the bridge unsafe</q>.",
            "<s>The fund</s> <c>put</c> <q>the damage at $40 million</q>.",
        ),
        '"{cue}" is followed by something and what it is said to be',
        ("obj-np", "obj-at"),
    ),
)
