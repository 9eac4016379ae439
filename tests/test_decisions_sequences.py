"""Any sequence of decisions is consistent, comes back from the file, and can be undone byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotes.deciding.decisions import decision_row, read_decision
from quotes.deciding.regrouping import all_rows
from quotes.errors import NotFoundError, QueryError
from quotes.library import Library
from quotes.lookup import rulings_of
from quotes.model import Quote
from quotes.storage import MemoryStore
from quotes.tables import parse, serialize
from tests.decided import ticking
from tests.library_builders import Made, fill, made, speaker


def test_a_library_is_byte_for_byte_as_before(tmp_path: Path) -> None:
    articles = [
        made(
            (f"This is statement {number}", speaker(f"Ann Lee{number}son")),
            (f"And this {number}", speaker(f"Ann Lee{number}sson")),
            date="2026-01-01",
        )
        for number in range(50)
    ]
    with Library.open(tmp_path) as library:
        fill(library, articles)
        before = (tmp_path / "quotes.json").read_bytes()
        for number in range(50):
            library.merge(f"Ann Lee{number}son", f"Ann Lee{number}sson")
        assert len(library.speakers()) == 50
        library.undo(50)
    assert (tmp_path / "quotes.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "quotes.json",
        "quotes.json.bak",
        "quotes.json.lock",
        "texts",
    ]


PEOPLE = ("Ann Lee", "Ann B. Lee", "Ann C. Lee", "Lee", "Ana Leigh", "Bo Cho", "Board", "a nurse")


def _speaker(name: str) -> Any:
    return speaker(name, sort="organization" if name == "Board" else "person", named=name != "a nurse")


CROWD = tuple(
    made(
        *(
            (f"Line {line} of {number}", _speaker(PEOPLE[(number + step * line) % len(PEOPLE)]))
            for line in range(3)
        ),
        (f"Nobody {number}", None),
        date=f"2026-01-{number + 1:02}",
        title=f"Article {number}",
    )
    for number, step in enumerate((1, 2, 3, 5, 7, 1, 4))
)

IDS = [quote.id for article in CROWD for quote in article.quotes]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "merge",
                "unmerge",
                "part",
                "split",
                "rename",
                "alias",
                "speaker",
                "reject",
                "note",
                "skip",
                "undo",
            ]
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=12,
)


def _state(store: MemoryStore) -> bytes:
    return serialize(store.read())


def _take(library: Library, step: tuple[str, int, int]) -> None:
    """Take a step, and check that it has done what it says."""
    what, first, second = step
    known = library.speakers()
    one, two = known[first % len(known)], known[second % len(known)]
    quote = library.quote(IDS[second % len(IDS)])
    if what == "merge":
        library.merge(one.id, two.id)
        (entry,) = library.find_speakers(one.id)
        assert {*entry.quote_ids} == {*one.quote_ids, *two.quote_ids}
        assert (entry.id, entry.name) == (one.id, one.name)
    elif what == "unmerge":
        library.unmerge(one.id)
        assert len(library.speakers()) >= len(known), "or more, unless there is nothing left to part"
    elif what == "part":
        library.unmerge(one.id, two.id)
        assert library.speakers() == known
    elif what == "split":
        library.split(one.id, one.quote_ids[second % one.quotes], called=f"Part {len(library.log())}")
        (entry,) = library.find_speakers(f"Part {len(library.log()) - 1}")
        assert entry.quote_ids == (one.quote_ids[second % one.quotes],)
    elif what == "rename":
        library.rename(one.id, f"Renamed {second}")
        assert {*library.find_speakers(f"Renamed {second}")[0].quote_ids} == {*one.quote_ids}
    elif what == "alias":
        library.alias(one.id, PEOPLE[second % len(PEOPLE)])
        (entry,) = (entry for entry in library.speakers() if entry.id == one.id)
        assert {*entry.quote_ids} >= {*one.quote_ids}
    elif what == "speaker":
        library.edit(quote.id, speaker=one.id)
        if quote.status != "rejected":
            (entry,) = (entry for entry in library.speakers() if quote.id in entry.quote_ids)
            # Or of whom they are one with since: the last Ann B. Lee is gone, so Ann C. Lee is Ann Lee.
            assert entry.id == one.id or {*one.quote_ids} <= {*entry.quote_ids}
    elif what == "reject":
        library.reject(quote.id)
        assert all(quote.id not in entry.quote_ids for entry in library.speakers())
    elif what == "note":
        library.edit(quote.id, note=f"note {first}")
    elif what == "skip":
        library.skip(quote.id)
    else:
        library.undo(1 + first % 3)


@example(
    [("merge", 9, 36), ("speaker", 0, 17), ("merge", 6, 0)]
)  # a name stays whose owner says nothing more
@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_any_sequence_of_decisions_is_consistent_and_can_be_undone(steps: list[tuple[str, int, int]]) -> None:
    store = MemoryStore()
    library = fill(Library(store, clock=ticking()), CROWD)
    states = [_state(store)]
    for step in steps:
        try:
            _take(library, step)
        except (QueryError, NotFoundError):
            assert _state(store) == states[-1]
        else:
            made = len(library.log())
            assert made < len(states) or made == len(states)
            if made < len(states):
                assert _state(store) == states[made]
            states[made:] = [_state(store)]
        _holds_together(library)
        tables = store.read()
        assert list(tables["speakers"].values()) == all_rows(tables, rulings_of(tables)), "as made anew"
    if library.log():
        library.undo(len(library.log()))
    assert _state(store) == states[0]


def _holds_together(library: Library) -> None:
    """Each quote with a speaker that was not rejected is of one speaker, under one name."""
    owned = [quote for entry in library.speakers() for quote in entry.quote_ids]
    assert len(owned) == len({*owned})
    quotes = {quote.id: quote for quote in library.quotes()}
    assert {*owned} == {quote.id for quote in quotes.values() if quote.speaker and quote.status != "rejected"}
    for entry in library.speakers():
        if entry.decided:
            assert {_name(quotes[quote]) for quote in entry.quote_ids} == {entry.name}


def _name(quote: Quote) -> str:
    assert quote.speaker is not None
    return quote.speaker.name


@given(STEPS, st.permutations(CROWD), st.integers(0, len(CROWD)))
@settings(deadline=None, max_examples=40)
def test_who_is_who_does_not_depend_on_the_order_of_the_articles(
    steps: list[tuple[str, int, int]], order: list[Made], later: int
) -> None:
    library = fill(Library.in_memory(clock=ticking()), CROWD)
    for step in steps:
        if step[0] != "undo":
            try:
                _take(library, step)
            except (QueryError, NotFoundError):
                continue
    store = MemoryStore()
    with store.change() as change:
        change.insert("decisions", [decision_row(decision) for decision in library.log()])
    other = fill(fill(Library(store), order[:later]), order[later:])
    assert other.speakers() == library.speakers()
    assert other.quotes() == library.quotes()


@example([3, 4, [("merge", 1, 4)], 0, 2, 6])  # Ann B. Lee is Ann Lee, and so Bo Cho, once the others are gone
@given(st.lists(st.one_of(STEPS.map(lambda steps: steps[:1]), st.integers(0, len(CROWD) - 1)), max_size=14))
@settings(deadline=None, max_examples=60)
def test_decisions_hold_while_articles_come_and_go(moves: list[Any]) -> None:
    store = MemoryStore()
    library = fill(Library(store, clock=ticking()), CROWD)
    for move in moves:
        if isinstance(move, int):
            if any(article.id == CROWD[move].id for article in library.articles()):
                if len(library.articles()) > 1:
                    library.remove(CROWD[move].id)
            else:
                fill(library, [CROWD[move]])
        for step in move if isinstance(move, list) else ():
            try:
                _take(library, step)
            except (QueryError, NotFoundError):
                continue
        tables = store.read()
        assert list(tables["speakers"].values()) == all_rows(tables, rulings_of(tables))
    for article in CROWD:
        fill(library, [article])
    all_there = fill(Library.in_memory(), CROWD)
    if library.log():
        library.undo(len(library.log()))
    assert library.speakers() == all_there.speakers()


@given(STEPS)
@settings(deadline=None, max_examples=30)
def test_a_decision_comes_back_from_its_row(steps: list[tuple[str, int, int]]) -> None:
    library = fill(Library.in_memory(clock=ticking()), CROWD)
    for step in steps:
        try:
            _take(library, step)
        except (QueryError, NotFoundError):
            continue
    rows = {str(number): decision_row(each) for number, each in enumerate(library.log())}
    back = parse(serialize({"decisions": rows}))["decisions"]
    assert tuple(map(read_decision, back.values())) == library.log()
