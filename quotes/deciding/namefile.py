"""A file of names, `names.toml`: who has which names, in a form that a newsroom keeps under version control.

    [[speaker]]
    name = "Volodymyr Zelensky"
    aliases = ["Vladimir Zelensky", "Volodymyr Zelenskyy"]
    kind = "person"
    wikidata = "Q3874799"

Reading it checks it against itself.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from quotes.deciding.decisions import Decision, Name, Names
from quotes.deciding.keys import Key, is_bare, is_part, key_of_name
from quotes.deciding.rulings import Rulings
from quotes.errors import ReadError
from quotes.identity import SpeakerEntry
from quotes.model import SpeakerType
from quotes.query import words

FIELDS = ("name", "aliases", "kind", "wikidata")
MOST = 5  # names that a line lists
_HEAD = "# Who has which names. Read by: quotes names import names.toml\n"
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_RAW = re.compile("[\x7f-\x9f\ud800-\udfff]")


def read_names(data: bytes, place: str) -> tuple[Name, ...]:
    """Return the names in a file. Raises ReadError with all that is wrong, a fault a line."""
    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ReadError(f"{place}: not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"{place}: no valid TOML ({error}); see docs/record.md for the format") from None
    tables = document.get("speaker", [])
    strange = sorted(document.keys() - {"speaker"})
    if strange or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ReadError(f"{place}: only [[speaker]] tables belong here{_and(strange)}; see docs/record.md")
    faults = [
        f"speaker {number}: {fault}" for number, table in enumerate(tables, 1) for fault in _faults(table)
    ]
    if faults:
        raise ReadError(f"{place}: {'; '.join(faults)}")
    names = tuple(_name(table) for table in tables)
    if clashes := list(contradictions(names)):
        raise ReadError(f"{place} contradicts itself: {'; '.join(clashes)}")
    return names


def contradictions(names: Iterable[Name]) -> Iterator[str]:
    """Yield what cannot be: a name that two speakers have, or an id of Wikidata."""
    holders: defaultdict[Key, list[Name]] = defaultdict(list)
    ids: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in {key_of_name(called, name.kind) for called in (name.name, *name.aliases)}:
            holders[key].append(name)
        if name.wikidata:
            ids[name.wikidata].append(name)
    for key, several in holders.items():
        if len(several) > 1:
            called = next(
                c for c in (several[0].name, *several[0].aliases) if key_of_name(c, several[0].kind) == key
            )
            yield f"{called!r} is a name of {' and of '.join(repr(each.name) for each in several)}"
    for identifier, several in ids.items():
        if len(several) > 1:
            yield f"{identifier} is the id of {' and of '.join(repr(each.name) for each in several)}"


def named(entries: Sequence[SpeakerEntry], rulings: Rulings, *, all_named: bool = False) -> Iterator[Name]:
    """Yield the names of speakers that hold in every article, of those about whom people decided."""
    own = {key: entry.id for entry in entries for key in entry.keys}
    for entry in entries:
        also = [alias for key in entry.keys for alias in rulings.also.get(key, ())]
        former = [name for name in entry.former if not is_bare(key_of_name(name, entry.type))]
        aliases = tuple(
            alias
            for alias in dict.fromkeys((*also, *former))
            if alias != entry.name and own.get(key_of_name(alias, entry.type), entry.id) == entry.id
        )
        key = key_of_name(entry.name, entry.type)
        holds = not is_part(entry.keys[0]) and (not is_bare(key) or entry.keys[0] == key)
        if entry.named and holds and (all_named or aliases or entry.decided):
            yield Name(entry.name, aliases, entry.type, entry.wikidata)


def imported(made: Iterable[Decision]) -> tuple[Name, ...]:
    """Return what the last file of names said, of the decisions in the order in which they were made."""
    files = [each.ruling.names for each in made if isinstance(each.ruling, Names)]
    return files[-1] if files else ()


def summary(names: Sequence[Name], before: Iterable[Name] = ()) -> str:
    """Return how many speakers and aliases there are, and which names of the file before are not.

    >>> summary([Name("Ann Lee")], [Name("Ann Lee", ("Annie Lee",))])
    '1 speaker with 0 aliases; takes back 1 name of the file before: Annie Lee (Ann Lee)'
    """
    speakers, aliases = len(names), sum(len(name.aliases) for name in names)
    said = f"{speakers:,} speaker{'s' * (speakers != 1)} with {aliases:,} alias{'es' * (aliases != 1)}"
    gone = list(_taken_back(names, before))
    if not gone:
        return said
    listed = ", ".join(gone[:MOST]) + (f" and {len(gone) - MOST:,} more" if len(gone) > MOST else "")
    return f"{said}; takes back {len(gone):,} name{'s' * (len(gone) != 1)} of the file before: {listed}"


def _taken_back(names: Iterable[Name], before: Iterable[Name]) -> Iterator[str]:
    """Yield the names that a file before gave and these do not, an alias with whose it was."""
    given = {key_of_name(called, name.kind) for name in names for called in (name.name, *name.aliases)}
    for name in before:
        for called in (name.name, *name.aliases):
            if key_of_name(called, name.kind) not in given:
                yield called if called == name.name else f"{called} ({name.name})"


def write_names(names: Iterable[Name]) -> str:
    """Return a file of names, by name; `read_names` gives them back."""
    return "\n".join([_HEAD, *(_table(name) for name in sorted(names, key=_order))])


def _order(name: Name) -> tuple[tuple[str, ...], str, str]:
    return words(name.name), name.name, name.kind


def _table(name: Name) -> str:
    lines = ["[[speaker]]", f"name = {_string(name.name)}"]
    if name.aliases:
        lines.append(f"aliases = [{', '.join(map(_string, name.aliases))}]")
    lines.append(f"kind = {_string(name.kind)}")
    if name.wikidata:
        lines.append(f"wikidata = {_string(name.wikidata)}")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """Return a basic string of TOML, whose escapes are those of JSON and more.

    >>> print(_string('Ann "Annie" Lee'))
    "Ann \\"Annie\\" Lee"
    """
    return _RAW.sub(lambda raw: f"\\u{ord(raw[0]):04x}", json.dumps(text, ensure_ascii=False))


def _faults(table: Mapping[str, Any]) -> Iterator[str]:
    name, aliases = table.get("name"), table.get("aliases", [])
    if not isinstance(name, str) or not words(name):
        yield 'no name: write name = "…"'
    if not isinstance(aliases, list) or not all(isinstance(each, str) and words(each) for each in aliases):
        yield 'aliases are no list of names: write aliases = ["…", "…"]'
    if table.get("kind", "person") not in get_args(SpeakerType):
        yield f"kind {table['kind']!r} does not exist: choose {', '.join(get_args(SpeakerType))}"
    wikidata = table.get("wikidata")
    if wikidata is not None and not (isinstance(wikidata, str) and _WIKIDATA.fullmatch(wikidata)):
        yield f'wikidata {wikidata!r} is no id: write wikidata = "Q…"'
    if strange := sorted(table.keys() - {*FIELDS}):
        yield f"unknown{_and(strange)}: there are {', '.join(FIELDS)}"


def _name(table: Mapping[str, Any]) -> Name:
    name = " ".join(table["name"].split())
    aliases = dict.fromkeys(" ".join(alias.split()) for alias in table.get("aliases", []))
    aliases.pop(name, None)
    return Name(name, tuple(aliases), table.get("kind", "person"), table.get("wikidata"))


def _and(names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return f" ({listed})" if listed else ""
