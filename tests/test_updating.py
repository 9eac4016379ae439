"""A new extraction: what changes, which ids stay, and what becomes of decisions."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from quotes.deciding.updating import Renewal, renewal
from quotes.ids import quote_id
from quotes.library import Library
from quotes.model import Quote
from tests.conftest import ARTICLE, DIRECT, INDIRECT, MIXED, UNSURE, Run
from tests.library_builders import fill, made, new_library, speaker
from tests.test_cli_process import environment, heed_ctrl_c
from tests.test_storage import after_calls

STORY = made(
    ("The bridge is safe", speaker("Ann Lee", "mayor")),
    ("The steel is old", speaker("Ian Cole")),
    title="The bridge",
    date="2026-08-14",
)
SAFE, OLD = STORY.quotes
LATE = made(("It is late", speaker("Bo Cho")), date="2026-09-01")


def renewed(*after: Quote) -> Renewal:
    return renewal(STORY.article, STORY.quotes, after)


def resourced(quote: Quote) -> Quote:
    """Return the quote as an extraction finds it that ends its source elsewhere."""
    source = ((quote.source[0][0], quote.source[0][1] - 1),)
    return replace(quote, id=quote_id(quote.article, quote.content, source), source=source)


def test_nothing_changes() -> None:
    assert not renewed(SAFE, OLD)


def test_new_and_gone() -> None:
    other = replace(OLD, id="f" * 12, content=((0, 5),))
    found = renewed(SAFE, other)
    assert (found.new, found.gone, found.changed) == ((other,), (OLD,), ())


def test_what_may_stand_in_the_place_of_a_quote_that_is_gone() -> None:
    longer = replace(OLD, id="f" * 12, content=((OLD.content[0][0] - 9, OLD.content[0][1]),))
    elsewhere = replace(OLD, id="e" * 12, content=((0, 5),))
    found = renewed(SAFE, longer, elsewhere)
    assert found.instead(OLD) == longer
    assert renewed(SAFE, elsewhere).instead(OLD) is None


def test_the_id_stays_where_the_words_stand_as_before() -> None:
    found = renewed(resourced(SAFE), OLD)
    assert [quote.id for quote in found.quotes] == [SAFE.id, OLD.id]
    (change,) = found.changed
    assert (change.what, change.seen) == (("source",), ("source",))


def test_the_quote_inside_follows_the_id_of_the_outer_one() -> None:
    inner = replace(OLD, outer=resourced(SAFE).id)
    assert renewed(resourced(SAFE), inner).quotes[1].outer == SAFE.id


def test_no_id_is_guessed_where_two_quotes_share_their_words() -> None:
    twin = replace(resourced(SAFE), id="e" * 12)
    found = renewed(resourced(SAFE), twin, OLD)
    assert SAFE.id not in {quote.id for quote in found.quotes}


def test_a_reader_does_not_see_reasons() -> None:
    (change,) = renewed(replace(SAFE, because=("else",), confidence=0.5), OLD).changed
    assert (change.what, change.seen) == (("because", "confidence"), ())


@pytest.fixture(params=["memory", "file"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    return fill(new_library(request.param, tmp_path), [STORY, LATE])


def test_a_library_is_updated_and_every_decision_stays(library: Library) -> None:
    library.edit(SAFE.id, note="on tape")
    lost = library.reject(OLD.id)
    now = replace(resourced(SAFE), speaker=speaker("Ann B. Lee"))
    other = replace(OLD, id="f" * 12, content=((0, 5),), text="other")
    update = library.update(lambda text: (now, other) if text == STORY.article.text else LATE.quotes)
    assert update.articles == 2
    assert [each.article.title for each in update.renewals] == ["The bridge"]
    assert update.idle == library.idle() == (lost,)
    assert len(library.log()) == 2
    quote = library.quote(SAFE.id)
    assert (quote.note, quote.speaker) == ("on tape", speaker("Ann B. Lee"))
    assert {entry.name for entry in library.speakers()} == {"Ann B. Lee", "Ian Cole", "Bo Cho"}
    library.update(lambda text: STORY.quotes if text == STORY.article.text else LATE.quotes)
    assert library.idle() == ()
    assert library.quote(OLD.id).status == "rejected"


def test_an_update_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        fill(library, [STORY, LATE])
        before = (tmp_path / "quotes.json").stat().st_mtime_ns
        update = library.update(lambda text: STORY.quotes if text == STORY.article.text else LATE.quotes)
    assert (update.renewals, (tmp_path / "quotes.json").stat().st_mtime_ns) == ((), before)


def test_a_dry_run_writes_nothing(library: Library) -> None:
    lost = library.reject(OLD.id)
    before = library.quotes()
    update = library.update(lambda text: (), dry_run=True)
    assert [len(each.gone) for each in update.renewals] == [2, 1]
    assert update.idle == (lost,)
    assert library.quotes() == before
    assert library.idle() == ()


def test_an_update_that_is_interrupted_changes_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    before = (folder / "quotes.json").read_bytes()
    monkeypatch.setattr("quotes.pipeline.extract", interrupted)
    ran = run("update")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "interrupted; the library is whole, and the same command begins anew\n"
    assert (folder / "quotes.json").read_bytes() == before


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
@pytest.mark.parametrize(
    ("step", "calls", "written"),
    [
        pytest.param("fsync", 0, False, id="while the file is written"),
        pytest.param("link", 0, False, id="before the backup is made"),
        pytest.param("replace", 0, False, id="before the backup is in its place"),
        pytest.param("replace", 1, False, id="before the file is in its place"),
        pytest.param("fsync", 1, True, id="when it is in its place"),
    ],
)
def test_an_update_that_ends_while_it_writes(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    calls: int,
    written: bool,
    error: BaseException,
) -> None:
    """What is there is the state before or the one after; what a full disk cannot stop goes on."""

    def end() -> NoReturn:
        raise error

    before = (folder / "quotes.json").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, step, after_calls(calls, getattr(os, step), end))
        ran = run("update")
    assert (ran.code == 130) == isinstance(error, KeyboardInterrupt)
    assert ((folder / "quotes.json").read_bytes() != before) == (written or ran.code == 0)
    assert not list(folder.rglob("*.tmp"))
    assert run("update").code == 0
    assert run("verify").code == 0
    assert run("update").err == "1 article: nothing changed\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_in_an_update(folder: Path) -> None:
    before = (folder / "quotes.json").read_bytes()
    code = (
        "import os, signal, quotes.pipeline;"
        "quotes.pipeline.extract = lambda text: os.kill(os.getpid(), signal.SIGINT);"
        "from quotes.cli.main import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "update"],
        capture_output=True,
        env=environment(folder),
        preexec_fn=heed_ctrl_c,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (130, b"")
    assert ran.stderr == b"interrupted; the library is whole, and the same command begins anew\n"
    assert (folder / "quotes.json").read_bytes() == before


def test_the_command(run: Run) -> None:
    """The quotes of ARTICLE were made by hand, so that the extractor finds others."""
    run("edit", MIXED.id, "--note", "x")
    run("reject", UNSURE.id)
    ran = run("update", "--dry-run")
    assert ran.code == 0
    assert ran.err.endswith("; not written, only looked\n")
    ran = run("update")
    assert ran.err.startswith("1 article of 1 changed: quotes ")
    assert DIRECT.id[:8] in run("show", ARTICLE.id).out
    assert run("log").err.startswith("2 decisions")
    assert run("update") == (0, "", "1 article: nothing changed\n")
    assert INDIRECT.article == ARTICLE.id
