"""PolNeAR's files, in brat's format, become a gold file; the files here are made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.gold import parse
from bench.polnear import articles, convert, main

TEXT = '"It leaks," Ann Lee said. "Badly."\nThe roof was called a sieve. Bo Kerr warned of rain.\n'
PARTS = {
    "T1": ("Source", "Ann Lee"),
    "T2": ("Cue", "said"),
    "T3": ("Content", '"It leaks,"', '"Badly."'),
    "T4": ("Cue", "was called"),
    "T5": ("Content", "The roof", "a sieve"),
    "T6": ("Source", "Bo Kerr"),
    "T7": ("Cue", "warned of"),
    "T8": ("Content", "rain"),
}


def ranges(words: list[str]) -> str:
    return ";".join(f"{TEXT.index(word)} {TEXT.index(word) + len(word)}" for word in words)


SPANS = "".join(f"{n}\t{role} {ranges(w)}\t{' '.join(w)}\n" for n, (role, *w) in PARTS.items())
EVENTS = """\
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T4 Cue:T4 Content:T5
A1\tDoubtful E2
#1\tAnnotatorNotes E1\ta note
E3\tAttribution:T7 Source:T6 Cue:T7 Content:T8
"""
BY_CUE = """\
R1\tattribution Arg1:T2 Arg2:T1
R2\tattribution Arg1:T2 Arg2:T3
R3\tattribution Arg1:T4 Arg2:T5
R4\tattribution Arg1:T7 Arg2:T6
R5\tattribution Arg1:T7 Arg2:T8
"""
BY_CONTENT = """\
R1\tsays Arg1:T1 Arg2:T3
R2\tcues Arg1:T2 Arg2:T3
R3\tcues Arg1:T4 Arg2:T5
R4\tsays Arg1:T6 Arg2:T8
R5\tcues Arg1:T7 Arg2:T8
"""


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(EVENTS, id="events"),
        pytest.param(BY_CUE, id="relations of the cue"),
        pytest.param(BY_CONTENT, id="relations of the content"),
    ],
)
def test_attributions(links: str) -> None:
    [article] = parse([json.dumps(convert("a", TEXT, SPANS + links))])
    assert [
        ([TEXT[slice(*one)] for one in (*quote.source, *quote.cue, *quote.content)], quote.kind)
        for quote in article.quotes
    ] == [
        (["Ann Lee", "said", '"It leaks,"', '"Badly."'], "direct"),
        (["was called", "The roof", "a sieve"], "indirect"),
        (["Bo Kerr", "warned of", "rain"], "indirect"),
    ]


def test_one_source_of_two_cues_makes_two_attributions() -> None:
    spans = "T1\tSource 0 3\nT2\tCue 4 8\nT3\tContent 9 11\nT4\tCue 16 21\nT5\tContent 22 25\n"
    relations = "".join(
        f"R{n}\tof Arg1:T{a} Arg2:T{b}\n" for n, a, b in [(1, 2, 1), (2, 2, 3), (3, 4, 1), (4, 4, 5)]
    )
    made = convert("a", "Lee said no and added why.", spans + relations)
    [one, other] = parse([json.dumps(made)])[0].quotes
    assert (one.source, other.source, one.cue, other.cue) == (((0, 3),), ((0, 3),), ((4, 8),), ((16, 21),))


@pytest.mark.parametrize(
    ("notes", "content"),
    [
        pytest.param(
            "T1\tContent 0 3;4 7\nE1\tAttribution:T1 Content:T1", ((0, 7),), id="a line break parts it"
        ),
        pytest.param(
            "T1\tContent 0 3;2 7\nE1\tAttribution:T1 Content:T1", ((0, 7),), id="overlapping ranges"
        ),
        pytest.param(
            "T1\tContent 0 2;4 7\nE1\tAttribution:T1 Content:T1", ((0, 2), (4, 7)), id="a gap stays"
        ),
        pytest.param("T1\tContent 0 3\nT2\tEvent 4 7\nE1\tEvent:T2 Content:T1", ((0, 3),), id="other spans"),
    ],
)
def test_ranges(notes: str, content: tuple[tuple[int, int], ...]) -> None:
    [article] = parse([json.dumps(convert("a", "abc def", notes))])
    assert [quote.content for quote in article.quotes] == [content]


@pytest.mark.parametrize("notes", ["", "T1\tContent 0 3", "E1\tAttribution:T9 Content:T9", "nonsense\n\t\n"])
def test_what_makes_no_attribution_is_left_out(notes: str) -> None:
    assert convert("a", "abc def", notes)["quotes"] == []


def test_a_folder_with_texts_beside_or_elsewhere(tmp_path: Path) -> None:
    for name in ("one/a.ann", "one/a.txt", "notes/b.ann", "texts/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((TEXT if path.suffix == ".txt" else SPANS + EVENTS).encode())
    assert [(one["id"], one["text"]) for one in articles(tmp_path)] == [("b", TEXT), ("a", TEXT)]


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(SPANS, encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"a\.ann"):
        list(articles(tmp_path))


def test_an_empty_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no .ann file" in capsys.readouterr().err
