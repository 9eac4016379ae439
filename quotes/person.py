"""One person of an article: names, roles, age, gender and where the text speaks of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from quotes import names
from quotes.names import Gender
from quotes.remembered import Remembered
from quotes.role import Role

_WORD = 4  # letters of a party's initials; an office is shorter
BESIDE = 200  # characters between a role and a source after it that stand beside each other
_AFTER = 12  # characters between a source and a role after it: ", a "


def wording(role: Role) -> str:
    """A role as printed, white space as single spaces, a title in capitals (REP.) as it is written."""
    return _WORDINGS[role.text]


def _wording(printed: str) -> str:
    words = printed.split()
    letters = len("".join(words[-1:])) < _WORD and all(
        len(word) <= _WORD and word.isalpha() for word in words
    )
    return " ".join(words) if letters else names.in_title_case(" ".join(words))  # SNP MP


_WORDINGS = Remembered(_wording, most=8192)


@lru_cache(maxsize=2048)
def folded_wording(role: str) -> str:
    """The text of a role as it is compared with others."""
    return names.fold(" ".join(role.split()))


@dataclass(slots=True)
class Person:
    """What an article says about one person; it grows while the mentions are read."""

    id: int
    words: tuple[str, ...]
    key: tuple[str, ...]
    first: int
    surely: bool = False
    roles: list[Role] = field(default_factory=list)  # in text order, repeated ones too
    titles: dict[str, Role] = field(default_factory=dict)  # the first of each wording
    printed: tuple[str, ...] = ()  # the wordings in text order, once asked for
    age: int | None = None
    party: str | None = None
    homes: set[str] = field(default_factory=set)  # places that a lawmaker is of
    told: Gender | None = None  # by a title or a role
    given: bool = False  # known by a first name alone
    votes: dict[str, int] = field(default_factory=lambda: {"m": 0, "f": 0})
    places: list[int] = field(default_factory=list)  # where mentioned, in order
    bare: list[int] = field(default_factory=list)  # where mentioned by surname alone

    @property
    def name(self) -> str:
        """The fullest name printed, not in capitals."""
        return names.in_title_case(" ".join(self.words))

    def role_before(self, at: int) -> Role | None:
        """The last role that begins before `at`."""
        index = bisect_left(self.roles, (at,))
        return self.roles[index - 1] if index else None

    def role_nearest(self, start: int, end: int) -> Role | None:
        """The role that stands in or beside a source at `start:end`; else the first in the text."""
        if not self.roles:
            return min(self.titles.values(), default=None)  # nothing but a party: R-Ky.
        index = bisect_left(self.roles, (start,))
        after = self.roles[index : index + 1]
        if after and after[0].start <= end + _AFTER:
            return after[0]
        before = self.roles[max(0, index - 1) : index]
        return before[0] if before and start - before[0].start <= BESIDE else self.roles[0]

    def printed_roles(self) -> tuple[str, ...]:
        """Each wording of a role once, in text order, white space as single spaces."""
        if len(self.printed) != len(self.titles):
            self.printed = tuple(wording(role) for role in sorted(self.titles.values()))
        return self.printed

    def gender(self) -> Gender | None:
        """Gender as the article tells it, else as the first name or a single pronoun hints."""
        if self.told:
            return self.told
        m, f = self.votes["m"], self.votes["f"]
        voted: Gender | None = "m" if m > f else "f" if f > m else None
        if abs(m - f) >= 4 and min(m, f) * 5 <= max(m, f):
            return voted
        return self.named_gender() or voted

    def gender_is_sure(self) -> bool:
        """Say whether more than one pronoun stands behind the gender."""
        return bool(self.told or self.named_gender()) or abs(self.votes["m"] - self.votes["f"]) > 1

    def named_gender(self) -> Gender | None:
        """Gender as the first name hints."""
        return names.first_name_gender(self.words[0]) if len(self.words) > 1 or self.given else None
