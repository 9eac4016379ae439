"""All decisions at once: what they come to when they are replayed, and how that is laid over quotes.

Replaying looks at nothing but the decisions, the later ones holding against the earlier, so that
the order in which articles came does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

from quotes.deciding.decisions import Alias, Decision, Edit, Merge, Names, Rename, Skip, Split, Unmerge
from quotes.deciding.keys import ANYWHERE, Key, anywhere, base, initials_of, key_of, key_of_name
from quotes.model import Quote, SpeakerType


class Part(NamedTuple):
    """Where what somebody says belongs since a decision; `at` is the decision's place in the log."""

    at: int
    key: Key


@dataclass(frozen=True, slots=True)
class Laid:
    """What people decided about one quote, all edits in one; `at` is where its speaker was decided."""

    edit: Edit
    at: int
    by: str
    time: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """What all decisions come to. Nothing here changes once it is made."""

    parents: Mapping[Key, Key] = field(default_factory=dict)
    names: Mapping[Key, str] = field(default_factory=dict)
    kinds: Mapping[Key, SpeakerType] = field(default_factory=dict)
    wikidata: Mapping[Key, str] = field(default_factory=dict)
    also: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[tuple[str, Key], tuple[Part, ...]] = field(default_factory=dict)
    edits: Mapping[str, Laid] = field(default_factory=dict)
    apart: frozenset[tuple[Key, Key]] = frozenset()
    skipped: frozenset[str] = frozenset()

    def lay(self, quote: Quote) -> Quote:
        """Return the quote as people left it."""
        laid = self.edits.get(quote.id)
        return quote if laid is None else _edited(quote, laid)

    def key(self, quote: Quote) -> Key | None:
        """Return the key of whoever said a quote that was laid, or None if nobody is known."""
        if quote.speaker is None:
            return None
        laid = self.edits.get(quote.id)
        if laid is None or laid.edit.key is None:
            return self._part(quote, Part(-1, key_of(quote.speaker, quote.article)))
        return self._part(quote, Part(laid.at, laid.edit.key))

    def parent(self, key: Key) -> Key | None:
        """Return into whom this speaker was merged, or was named as one with; itself if it was parted."""
        everywhere = anywhere(key)
        return self.parents.get(key) or (self.parents.get(everywhere) if everywhere else None)

    def line(self, key: Key) -> Iterator[Key]:
        """Yield a key and those of all under whom decisions put it."""
        seen = set[Key]()
        while key not in seen:
            seen.add(key)
            yield key
            key = self.parent(key) or key

    def _part(self, quote: Quote, part: Part) -> Key:
        """Return where splits that came after leave what somebody says."""
        if not self.parts:
            return part.key
        while True:
            further = (
                next_part
                for identifier in (quote.id, quote.article)
                for next_part in self.parts.get((identifier, part.key), ())
                if next_part.at > part.at
            )
            found = min(further, default=None)
            if found is None:
                return part.key
            part = found


NONE = Rulings()


def replay(decisions: Sequence[Decision]) -> Rulings:
    """Return what decisions come to, in the order in which they were made."""
    if not decisions:
        return NONE
    replaying = _Replay()
    last_names = max((at for at, each in enumerate(decisions) if isinstance(each.ruling, Names)), default=-1)
    for at, decision in enumerate(decisions):
        if not isinstance(decision.ruling, Names) or at == last_names:
            replaying.decide(at, decision)
    return replaying.result()


def is_idle(decision: Decision, keys: Collection[Key], ids: Collection[str]) -> bool:
    """Return whether a decision has nothing to hold for at present.

    `keys` are those of all speakers, `ids` those of all articles and quotes.
    """

    def there(*speakers: Key) -> bool:
        return any(speaker in keys or speaker.endswith(f"@{ANYWHERE}") for speaker in speakers)

    match decision.ruling:
        case Edit(quote=quote) | Skip(quote):
            return quote not in ids
        case Merge(into, speakers):
            return not (there(into) and there(*speakers))
        case Unmerge(speakers) | Rename(speakers):
            return not there(*speakers)
        case Split(ids=taken):
            return not any(one in ids for one in taken)
        case Alias(speaker):
            return not there(speaker)
        case Names():
            return False


class _Replay:
    """The state of a replay; what it adds up to is frozen in the end."""

    def __init__(self) -> None:
        self.parents: dict[Key, Key] = {}
        self.names: dict[Key, str] = {}
        self.kinds: dict[Key, SpeakerType] = {}
        self.wikidata: dict[Key, str] = {}
        self.also: defaultdict[Key, dict[str, Key]] = defaultdict(dict)  # alias: its key
        self.parts: defaultdict[tuple[str, Key], list[Part]] = defaultdict(list)
        self.edits: dict[str, Laid] = {}
        self.apart: set[tuple[Key, Key]] = set()
        self.skipped: set[str] = set()

    def result(self) -> Rulings:
        return Rulings(
            parents=self.parents,
            names=self.names,
            kinds=self.kinds,
            wikidata=self.wikidata,
            also={key: tuple(aliases) for key, aliases in self.also.items()},
            parts={place: tuple(parts) for place, parts in self.parts.items()},
            edits=self.edits,
            apart=frozenset(self.apart),
            skipped=frozenset(self.skipped),
        )

    def decide(self, at: int, decision: Decision) -> None:
        match decision.ruling:
            case Merge(into, speakers):
                self._merge(into, speakers)
            case Unmerge(speakers, other):
                self._part(speakers, other)
            case Split(speakers, ids, part, name):
                for place in product(ids, speakers):
                    self.parts[place].append(Part(at, part))
                self.apart.update((speaker, part) for speaker in speakers)
                if name:
                    self.names[part] = name
            case Rename(speakers, name):
                self.names |= dict.fromkeys(speakers, name)
            case Alias(speaker, alias, key):
                self._call(speaker, alias, key)
            case Skip(quote):
                self.skipped.add(quote)
            case Edit() as edit:
                self.edits[edit.quote] = _laid(self.edits.get(edit.quote), edit, at, decision)
            case Names():
                self._name(decision.ruling)

    def _merge(self, into: Key, speakers: Iterable[Key]) -> None:
        for speaker in speakers:
            self._join(speaker, into)
            self.apart -= {(speaker, into), (into, speaker)}

    def _join(self, speaker: Key, into: Key) -> None:
        """Put a speaker under another; if that stood under it so far, they change places."""
        above = into
        while (higher := self.parents.get(above, above)) != above:
            above = higher
            if above == speaker:
                del self.parents[into]
                break
        if speaker != into:
            self.parents[speaker] = into

    def _part(self, speakers: Sequence[Key], other: Sequence[Key]) -> None:
        for speaker in speakers:
            if speaker.endswith(f"@{ANYWHERE}"):
                self.parents.pop(speaker, None)
            else:
                self.parents[speaker] = speaker
        for one in other:
            self.also[one] = {alias: key for alias, key in self.also[one].items() if key not in speakers}
        self.apart.update(product(speakers, other))

    def _call(self, speaker: Key, alias: str, key: Key) -> None:
        self.also[speaker][alias] = key
        if key != speaker:
            self._join(key, speaker)
        elif speaker.endswith(f"@{ANYWHERE}"):
            self.parents.setdefault(speaker, speaker)

    def _name(self, names: Names) -> None:
        for each in names.names:
            key = key_of_name(each.name, each.kind)
            self.names[key] = each.name
            self.kinds[key] = each.kind
            if each.wikidata:
                self.wikidata[key] = each.wikidata
            for name in (each.name, *each.aliases):
                self._call(key, name, key_of_name(name, each.kind))


def _laid(before: Laid | None, edit: Edit, at: int, decision: Decision) -> Laid:
    """Return an edit on top of those before it: what it does not say stays as they said it."""
    if before is None:
        return Laid(edit, at, decision.by, decision.time)
    said = {
        name: value
        for name in ("speaker", "key", "role", "kind", "status", "note")
        if (value := getattr(edit, name)) is not None
    }
    if edit.speaker:  # another speaker has another role
        said = {"role": None, "key": edit.key} | said
    at = at if edit.speaker else before.at
    return Laid(replace(before.edit, **said), at, decision.by, decision.time)


def _edited(quote: Quote, laid: Laid) -> Quote:
    edit = laid.edit
    speaker = quote.speaker
    if edit.speaker is not None:
        speaker = edit.speaker if edit.speaker.name else None
    if speaker and edit.role is not None:
        others = tuple(role for role in speaker.roles if role not in (speaker.role, edit.role))
        speaker = replace(speaker, role=edit.role or None, roles=((edit.role,) if edit.role else ()) + others)
    because = quote.because
    if edit.speaker is not None or edit.role is not None:
        because += (_said(laid),)
    return replace(
        quote,
        speaker=speaker,
        because=because,
        kind=edit.kind or quote.kind,
        status=edit.status or quote.status,
        note=quote.note if edit.note is None else edit.note,
        checker=laid.by,
        checked=laid.time,
    )


def _said(laid: Laid) -> str:
    """Return what a person decided about the speaker, as a step on the way to them."""
    speaker, role = laid.edit.speaker, laid.edit.role
    told = [] if speaker is None else [f"speaker {speaker.name or 'not known'}"]
    told += [] if role is None else [f"role {role}" if role else "no role"]
    return f"a person decided{f' ({laid.by})' if laid.by else ''}, {laid.time[:10]}: {', '.join(told)}"


class Roots:
    """Which of the keys that are there are one speaker, and which key stands for all of them.

    Somebody with a middle initial is whoever has the same name without one, unless two initials
    contradict each other; then only those with the same ones, or with none, are one.
    """

    def __init__(self, keys: Iterable[Key], rulings: Rulings) -> None:
        """Look at all keys of a library."""
        self._rulings = rulings
        self._variants: defaultdict[Key, set[Key]] = defaultdict(set)
        for key in keys:
            if initials_of(key):
                self._variants[base(key)].add(key)

    def node(self, key: Key) -> Key:
        """Return the key that stands for those whom the same name makes one."""
        bare = base(key)
        return key if len(self._variants.get(bare, ())) > 1 else bare

    def root(self, key: Key) -> Key:
        """Return the key that stands for a speaker after all decisions."""
        here, seen = self.node(key), set[Key]()
        while here not in seen:
            seen.add(here)
            here = next((self.node(parent) for parent in self._parents(here)), here)
        return here

    def _parents(self, node: Key) -> Iterator[Key]:
        """Yield what was decided about this key, or about the one variant of it that there is."""
        variants = self._variants.get(node, ())
        for key in (node, *(variants if len(variants) == 1 else ())):
            parent = self._rulings.parent(key)
            if parent is not None:
                yield parent
