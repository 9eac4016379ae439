"""What people decided: records that are kept apart from what extraction says, and laid over it.

Each names what it is about in terms that outlive a new extraction: the ids of quotes and articles,
which are hashes of content, and the keys of speakers (`quotes.deciding.keys`), which are made of their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from quotes.deciding.keys import Key
from quotes.model import Kind, Speaker, SpeakerType, Status


@dataclass(frozen=True, slots=True)
class Merge:
    """These speakers are `into`, and are called as it is."""

    into: Key
    speakers: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Unmerge:
    """These speakers are not the other: whatever made them one holds no more."""

    speakers: tuple[Key, ...]
    other: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """What these speakers say in the articles or quotes with these `ids` is another's, of the same name."""

    speakers: tuple[Key, ...]
    ids: tuple[str, ...]
    part: Key
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """These keys, all of one speaker, are shown under this name."""

    speakers: tuple[Key, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Whoever is called so, in whatever article, is this speaker."""

    speaker: Key
    alias: str
    key: Key


@dataclass(frozen=True, slots=True)
class Edit:
    """What is right about a quote; what is None stays as extracted.

    `speaker` is whose it is, under `key`; a speaker without a name says that nobody knows.
    """

    quote: str
    speaker: Speaker | None = None
    key: Key | None = None
    role: str | None = None
    kind: Kind | None = None
    status: Status | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Somebody looked at this quote and left it open."""

    quote: str


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker in a file of names."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerType = "person"
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The file of names as it was read; it takes the place of the one before."""

    names: tuple[Name, ...]


Ruling: TypeAlias = Merge | Unmerge | Split | Rename | Alias | Edit | Skip | Names

KINDS: Mapping[str, type[Ruling]] = {
    "merge": Merge,
    "unmerge": Unmerge,
    "split": Split,
    "rename": Rename,
    "alias": Alias,
    "edit": Edit,
    "skip": Skip,
    "names": Names,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling, when it was made (ISO), by whom, and why.

    `about` says in words what it was made on, for people who read the log when that is gone.
    """

    id: str
    time: str
    ruling: Ruling
    about: str = ""
    by: str = ""
    reason: str = ""

    @property
    def kind(self) -> str:
        """Return what was done, as the command for it is called.

        >>> Decision("", "", Edit("a1", status="rejected")).kind, Decision("", "", Skip("a1")).kind
        ('reject', 'skip')
        """
        if isinstance(self.ruling, Edit) and self.ruling.status == "rejected":
            return "reject"
        return next(kind for kind, ruling in KINDS.items() if isinstance(self.ruling, ruling))


def decision_row(decision: Decision) -> dict[str, Any]:
    """Return the decision as JSON holds it: what is None is left out, as most of an edit is."""
    kind = next(kind for kind, ruling in KINDS.items() if isinstance(decision.ruling, ruling))
    ruling = {name: value for name, value in asdict(decision.ruling).items() if value is not None}
    row = {name: getattr(decision, name) for name in ("id", "time", "about", "by", "reason")}
    return row | {"kind": kind, "ruling": ruling}


def read_decision(row: Mapping[str, Any]) -> Decision:
    """Return the decision that `decision_row` wrote.

    Raises KeyError, TypeError or ValueError if it is not one.
    """
    given = {name: _frozen(value) for name, value in row["ruling"].items()}
    if row["kind"] == "names":
        given["names"] = tuple(Name(**_all_frozen(name)) for name in given["names"])
    if "speaker" in given and row["kind"] == "edit":
        given["speaker"] = Speaker(**_all_frozen(given["speaker"]))
    ruling = KINDS[row["kind"]](**given)
    return Decision(row["id"], row["time"], ruling, row["about"], row["by"], row["reason"])


def _all_frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _frozen(value) for name, value in values.items()}


def _frozen(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value
