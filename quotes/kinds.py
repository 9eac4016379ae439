"""What a capitalised name is, by its words: a person, a body, an office or a bare word."""

from __future__ import annotations

from typing import Literal

from quotes.names import fold, is_first_name
from quotes.nouns import folded, is_body_word, is_company, is_people, is_place, is_role_word, singular, titles

MentionKind = Literal["person", "word", "body", "office"]


def judge(name: tuple[str, ...], honorific: str) -> tuple[MentionKind, bool]:
    """Say what a name after a title is, and whether it surely is a person."""
    if honorific:
        return _judge_titled(name, honorific)
    first, last = name[0], name[-1]
    if len(name) == 1:
        return ("office", False) if is_role_word(last) else ("word", False)
    if _ends_a_body(name) or "&" in name:
        return "body", False
    if is_first_name(first) and not first.isupper():
        chamber = last in ("House", "Senate", "Assembly") and is_place(first)
        return ("body", False) if chamber else ("person", True)
    if last.isupper() and len(last) > 1 and all(word.isupper() for word in name):
        return "word", False
    if is_role_word(last) and not _has_surname_like_a_role(name):
        return "office", False
    if len(last) > 4 and is_people(singular(fold(last))) and not is_people(last):
        return "office", False  # Gay Republicans
    if fold(first) in folded("name_stoppers") or is_place(first) or any(map(is_body_word, name)):
        return "body", False
    return "person", False


def _ends_a_body(name: tuple[str, ...]) -> bool:
    """Say whether the last word makes a body or a thing of a name: Henry Realty, the Ann Lee Show."""
    last = fold(name[-1])
    if is_company(name):
        return True
    if len(name) > 2:
        return is_body_word(last) or last in folded("name_enders")
    called = last in folded("name_enders") and not is_first_name(name[0])  # Rust Belt, Ann Hour
    return (called or is_body_word(last)) and last not in folded("surnames_like_bodies")


def _has_surname_like_a_role(name: tuple[str, ...]) -> bool:
    """Say whether the last word is a surname and no role after a word that describes none: Teal Baker."""
    first = name[0]
    if len(name) != 2 or fold(name[-1]) not in folded("surnames_like_roles"):
        return False
    describes = is_role_word(first) or is_place(first) or is_body_word(first)
    return not describes and fold(first) not in folded("starters") | folded("portfolios")


def _judge_titled(name: tuple[str, ...], honorific: str) -> tuple[MentionKind, bool]:
    """What follows a title: a person, unless the whole is an office (Attorney General) or a body."""
    last = name[-1]
    alone = len(name) == 1
    plural = alone and is_role_word(singular(fold(last)))
    if (
        (fold(last) in titles() and not is_first_name(name[0]))
        or (alone and is_role_word(last) and honorific not in titles())
        or plural
    ):
        return "office", False
    weak = honorific not in titles() and not is_first_name(name[0])
    surname = len(name) == 2 and is_first_name(name[0]) and fold(last) in folded("surnames_like_bodies")
    if "&" in name or (is_body_word(last) and not surname):
        return "body", False
    if weak and (is_place(last) or (alone and is_people(honorific))):
        return "body", False
    return "person", not weak
