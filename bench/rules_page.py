"""docs/rules.md, written from the rule book.

    python -m bench.rules_page            writes the page

A test fails where the page is not what this would write.
"""

from __future__ import annotations

import re
from pathlib import Path

from quotes.rule import Rule
from quotes.rules import BOOK

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
_MARKS = {"<s>": "**", "</s>": "**", "<c>": "_", "</c>": "_", "<q>": "<ins>", "</q>": "</ins>"}
_HEAD = """\
# The rules

Written by `python -m bench.rules_page` from the rule book in `quotes/rules/`; a test fails when it is stale.

A rule says how English news ties words to who said them. Each has examples, and the tests run them both ways:
an example that its own rule does not win fails, and so does a rule that wins none of its examples.
`quotes explain` names the rule of a quote. In the examples **the source is bold**, _the cue is slanted_ and
<ins>the content is underlined</ins>; ¶ is a new paragraph.

The order of the book is the order of precedence: what is tied to somebody is not looked at again.
"""


def page() -> str:
    """Return the page."""
    return _HEAD + "".join(map(_section, BOOK))


def _section(rule: Rule) -> str:
    examples = "\n".join(f"- {marked(example)}" for example in rule.examples)
    return f"\n## {rule.name}\n\n{_sentence(rule.purpose)}\n\n{examples}\n"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def marked(example: str) -> str:
    """Return an example with its tags as Markdown.

    >>> marked("<s>Lee</s><c>:</c> <q>no</q>.")
    '**Lee**_:_ <ins>no</ins>.'
    """
    escaped = re.sub(r"[\\*_`\[]", r"\\\g<0>", example)
    return re.sub(r"</?[scq]>", lambda tag: _MARKS[tag[0]], escaped)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
