"""Markdown: parsed by markdown-it-py, rendered to plain text, its front matter to facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.model import Article
from quotes.readers.assemble import assemble
from quotes.readers.blocks import Block, BlockKind, Run, from_runs
from quotes.readers.bylines import Facts, keyed
from quotes.readers.lines import groups, normal_newlines, reflow

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<body>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FRONT_KEY = re.compile(r"^(\w[\w -]*):[ \t]*(.*)$")
_FRONT_ITEM = re.compile(r"^\s*-\s+(.*)$")
_SIGNS = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<!\\)\]\((?:#|/|https?:|mailto:|\.)?[^\s()]*\)"),
    re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^\n*]{1,300}(?<=[^\s*])\*\*(?![\w*])"),
    re.compile(r"^<https?://[^\s>]+>\s*$", re.MULTILINE),
)
_REFERENCE = re.compile(r"(?:https?:|mailto:|#|/|\.)")
_TAG = re.compile(r"\s*</?([A-Za-z][A-Za-z0-9]*)\b")
_SETEXT_MAX = 120


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text uses Markdown: a heading, a link, bold type, or front matter.

    >>> looks_like_markdown("By [Ann Lee](#)"), looks_like_markdown("We [the council] paid 5 * 3.")
    (True, False)
    """
    front = _FRONT.match(normal_newlines(text[:20000]))
    return bool(front and _FRONT_KEY.search(front["body"])) or any(sign.search(text) for sign in _SIGNS)


def read_markdown(text: str) -> Article:
    """Read an article from Markdown; its `text` is empty when there is no body."""
    text = normal_newlines(text)
    front = _FRONT.match(text)
    known = _front_matter(front["body"]) if front else Facts()
    body = text[front.end() :] if front and known != Facts() else text
    return assemble(reflow(list(_blocks(_parse(body)))), known)


def _front_matter(body: str) -> Facts:
    """Return the facts of a YAML front matter: plain `key: value` lines and lists of names."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in body.split("\n"):
        if found := _FRONT_KEY.match(line):
            key = found[1].strip().casefold()
            values[key] = [_scalar(found[2])] if found[2].strip() else []
        elif (item := _FRONT_ITEM.match(line)) and key:
            values[key].append(_scalar(item[1]))
    facts = Facts()
    for name, parts in values.items():
        value = " and ".join(part for part in parts if part)
        facts = facts.filled((keyed(f"{name}: {value}") if value else None) or Facts())
    return facts


def _scalar(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return " and ".join(_scalar(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return value


def _parse(text: str) -> Sequence[Token]:
    env: dict[str, dict[str, dict[str, str]]] = {}
    parser = _parser()
    tokens = parser.parse(text, env)
    references = env.get("references", {}).values()
    if all(_REFERENCE.match(reference["href"]) for reference in references):
        return tokens
    return parser.disable("reference").parse(text)  # "[Laughs]: No." is speech and no link


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("code")


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield a block for each paragraph, heading, item, row and piece of HTML."""
    quoted, marks, pictured = 0, "", False
    row: list[str] = []
    for at, token in enumerate(tokens):
        if token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif token.type == "list_item_open":
            marks = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline" and tokens[at - 1].type in ("th_open", "td_open"):
            row.append("".join(run.text for run in _runs(token)))
        elif token.type == "tr_close":
            if any(cell.strip() for cell in row):
                yield Block("item", " | ".join(row))
            row = []
        elif token.type == "inline":
            block = _block(token, tokens[at - 1], marks, quoted > 0)
            pictured = pictured or _has_picture(token)
            if block:
                yield replace(block, legend=pictured and _is_italic(token))
                pictured = False
            marks = ""
        elif token.type == "fence":
            yield from (Block("para", group) for group in groups(token.content))
        elif token.type == "html_block":
            yield from _html_blocks(token.content)


def _has_picture(token: Token) -> bool:
    return any(child.type == "image" for child in token.children or ())


def _is_italic(token: Token) -> bool:
    """Tell whether all that is to be read in an inline token is in italics."""
    inked = [run for run in _runs(token) if run.text.strip()]
    return bool(inked) and all(run.italic for run in inked)


def _block(token: Token, opener: Token, marks: str, quoted: bool) -> Block | None:
    runs = [Run(marks), *_runs(token)] if marks else list(_runs(token))
    setext = opener.markup in ("-", "=") and opener.type == "heading_open"
    heading = opener.type == "heading_open" and not (setext and _is_prose(token.content))
    kind: BlockKind = "heading" if heading else "quote" if quoted else "item" if opener.level > 1 else "para"
    return from_runs(kind, runs, level=int(opener.tag[1]) if heading else 0)


def _is_prose(text: str) -> bool:
    """Tell whether a "heading" is a paragraph that a rule of dashes happens to follow."""
    return len(text) > _SETEXT_MAX or text.rstrip("\"'”’ ").endswith(".") or "\n" in text


def _html_blocks(content: str) -> Iterator[Block]:
    """Yield the blocks of a piece of HTML; what only looks like HTML is text."""
    from quotes.readers.html import fragment_blocks

    unclosed = content.lstrip().startswith("<!--") and "-->" not in content
    if unclosed or not (_is_tag(content) or content.lstrip().startswith(("<!", "<?"))):
        yield from (Block("para", group) for group in groups(content))
    else:
        yield from fragment_blocks(content)


def _is_tag(text: str) -> bool:
    """Tell whether a text begins with a tag of HTML, and not with "<inaudible>"."""
    from lxml.html import defs

    found = _TAG.match(text)
    return bool(found and found[1].casefold() in defs.tags)


def _runs(token: Token) -> Iterator[Run]:
    """Yield the text of an inline token; marks that are no emphasis ("f**king") stay as they are."""
    bold = linked = italic = 0
    literal: list[bool] = []
    last = ""
    for child in token.children or ():
        text = _text_of(child)
        if child.type in ("strong_open", "em_open"):
            literal.append(last[-1:].isalnum() and "*" in child.markup)
            text = child.markup if literal[-1] else ""
        elif child.type in ("strong_close", "em_close"):
            text = child.markup if literal.pop() else ""
        if child.tag == "strong":
            bold += child.nesting
        elif child.tag == "em":
            italic += child.nesting
        elif child.tag == "a":
            linked += child.nesting
        if text:
            last = text
            yield Run(text, bold > 0, linked > 0, italic > 0)


def _text_of(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        if re.fullmatch(r"<br\s*/?>", token.content, re.IGNORECASE):
            return "\n"
        return "" if _is_tag(token.content) or token.content.startswith("<!") else token.content
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
