"""What people cannot decide: it is said why, and nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.errors import NotFoundError, QueryError
from quotes.library import Library
from tests.decided import BORDER, GRAIN, MAY_GO, SORVIA, alone, one, opened


@pytest.fixture(params=["memory", "file", "large"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    return opened(request.param, tmp_path, monkeypatch)


REFUSED = [
    pytest.param(
        lambda it: it.merge("Ann Lee", "ann lee"),
        "Ann Lee (d4594c3d) is one speaker already: name each once",
        id="with themselves",
    ),
    pytest.param(
        lambda it: it.merge("Ann Lee"), "a merge needs two speakers: quotes merge KEEP OTHER", id="one"
    ),
    pytest.param(
        lambda it: it.merge("Lukashenko", "Bo Cho"),
        "nobody called 'Bo Cho' is quoted in this library; quotes speakers lists all",
        id="nobody",
    ),
    pytest.param(
        lambda it: it.unmerge("Ann Lee"),
        "Ann Lee was merged with nobody; quotes log lists the decisions",
        id="not merged",
    ),
    pytest.param(
        lambda it: it.unmerge("Ann Lee", "ann lee"),
        "'Ann Lee' and 'ann lee' are both Ann Lee, by name: quotes split takes them apart",
        id="one by name",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee", SORVIA.id, BORDER.id),
        "that is all that Ann Lee says: leave something, or use quotes rename",
        id="all of it",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee", GRAIN.id),
        f"no article or quote of Ann Lee has an id that begins with '{GRAIN.id}'",
        id="nothing of theirs",
    ),
    pytest.param(
        lambda it: it.split("Ann Lee"),
        "say what is not by Ann Lee: quotes split NAME ID, an article's or a quote's",
        id="nothing",
    ),
    pytest.param(
        lambda it: it.rename("Ann Lee", "Ann Lee"), "Ann Lee is called so already", id="the same name"
    ),
    pytest.param(
        lambda it: it.rename("Ann Lee", " … "), "' … ' is no name: give one with letters", id="no name"
    ),
    pytest.param(
        lambda it: it.rename("Lukashenka", "alik lukashenko"),
        "Alik Lukashenko (03c7a3c0) is another speaker: quotes merge makes them one",
        id="the name of another",
    ),
    pytest.param(
        lambda it: it.alias("Lukashenka", "Alik Lukashenko"),
        "Alik Lukashenko (03c7a3c0) is another speaker: quotes merge makes them one",
        id="an alias that is the name of another",
    ),
    pytest.param(
        lambda it: it.alias("Ann Lee", "Ann Lee"), "Ann Lee is known as Ann Lee already", id="a known name"
    ),
    pytest.param(lambda it: it.merge("Ann Lee", " "), "' ' is no name: give a name or an id", id="blank"),
    pytest.param(
        lambda it: it.edit(MAY_GO.id),
        "nothing to change: give a speaker, role, kind, status or note",
        id="no change",
    ),
    pytest.param(
        lambda it: it.edit(MAY_GO.id, role="clerk"),
        f"quote {MAY_GO.id[:8]} has no speaker to have a role: give the speaker too",
        id="a role of nobody",
    ),
    pytest.param(
        lambda it: it.edit(GRAIN.id, kind="loud"),
        "kind 'loud' does not exist: choose direct, indirect, mixed",
        id="a kind",
    ),
    pytest.param(
        lambda it: it.edit(GRAIN.id, status="true"),
        "status 'true' does not exist: choose unchecked, confirmed, corrected, rejected, needs-source",
        id="a status",
    ),
    pytest.param(lambda it: it.reject("ffff"), "no quote has an id that begins with 'ffff'", id="no quote"),
    pytest.param(lambda it: it.undo(), "nothing was decided yet that could be undone", id="undo"),
    pytest.param(lambda it: it.undo(0), "0 steps are none: give 1 or more", id="no steps"),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED)
def test_what_is_refused_changes_nothing(library: Library, ask: Any, message: str) -> None:
    with pytest.raises((QueryError, NotFoundError)) as caught:
        ask(library)
    assert str(caught.value) == message
    assert library.log() == ()


def test_a_name_that_several_have_is_asked_back(library: Library) -> None:
    with pytest.raises(QueryError) as caught:
        library.merge("Lukashenko", "Lee")
    ids = one(library, "Ann Lee").id[:8], alone(library).id[:8]
    assert str(caught.value) == (
        f"'Lee' may be 2 speakers: Ann Lee ({ids[0]}), Lee ({ids[1]}); say the full name or the id"
    )
