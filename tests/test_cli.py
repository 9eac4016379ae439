"""The commands, run on a library with one article; what they print and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from quotes import __version__
from quotes.cli.app import app
from quotes.cli.choosing import closest
from quotes.ids import article_id
from quotes.library import Library
from quotes.model import Article, Quote
from tests.conftest import ARTICLE, DIRECT, INDIRECT, MIXED, UNSURE, Run

COMMANDS = tuple(
    """add who search show export speakers articles extract explain review edit reject merge unmerge split
    rename alias log undo update remove verify names""".split()
)
STORY = "# Pier shuts\n\nBy Dana Voss\n\nMay 4, 2026\n\n“It leaks,” said Eli Tamm, a plumber.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_the_shared_options(run: Run, command: str) -> None:
    told = run(command, "--help").out
    assert f"quotes {command}" in told.partition("Examples:")[2]
    for option in ("--format", "--quiet", "--verbose"):
        assert (option in told) == (command != "names" and (command, option) != ("review", "--format"))
    assert ("--db" in told) == (command != "extract")


@pytest.mark.parametrize(
    ("before", "after", "environment", "used"),
    [
        ("a", None, None, "a"),
        ("a", None, "b", "a"),
        ("a", "b", "b", "b"),
        (None, "a", "b", "a"),
        (None, None, "a", "a"),
    ],
)
def test_the_library_is_named_before_or_after_the_command(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: str | None,
    after: str | None,
    environment: str | None,
    used: str,
) -> None:
    def option(folder: str | None) -> list[str]:
        return ["--db", str(tmp_path / folder)] if folder else []

    run("add", "-", "--db", tmp_path / "a", stdin="“It leaks,” said Eli Tamm.\n")
    run("add", "-", "--db", tmp_path / "b", stdin="“It leaks,” said Bea Roe.\n")
    monkeypatch.delenv("QUOTES_DB")
    if environment:
        monkeypatch.setenv("QUOTES_DB", str(tmp_path / environment))
    who = {"a": "Eli Tamm", "b": "Bea Roe"}[used]
    assert run(*option(before), "who", *option(after), who).code == 0
    assert who in run(*option(before), "names", "export", "--all", "-", *option(after)).out


def test_a_folder_without_a_name_is_not_the_one_that_one_is_in(run: Run) -> None:
    for command in (["--db", "", "articles"], ["articles", "--db", ""], ["add", "-", "--db", ""]):
        ran = run(*command, stdin="“It leaks,” said Eli Tamm.\n")
        assert (ran.code, ran.out) == (2, "")
        assert "name the folder of the library" in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("edit abcd --status wrong", "'--status': 'wrong' is not one of 'unchecked', 'confirmed',"),
        ("export - --format zz", "'--format' / '-f': 'zz' is not one of 'csv', "),
        ("names import --format zz -", "'--format' / '-f': 'zz' is not one of 'table', "),
    ],
)
def test_misuse_is_said_in_words_for_people(run: Run, arguments: str, reason: str) -> None:
    ran = run(*arguments.split())
    assert ran.code == 2
    assert f"Error: Invalid value for {reason}" in ran.err


def test_help_lists_all_commands_with_whole_sentences(run: Run) -> None:
    told = run("--help").out
    listed = told.partition("Commands:")[2].split("Exit codes")[0]
    assert [line.split()[0] for line in listed.strip().splitlines()] == list(COMMANDS)
    assert "..." not in listed


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"quotes {__version__}\n", "")


class TestShow:
    def test_article(self, run: Run) -> None:
        assert "⟦“We pay twice.”⟧⁴" in run("show", ARTICLE.id[:4]).out

    def test_quote(self, run: Run) -> None:
        assert "⟦cue: denied⟧" in run("show", INDIRECT.id).out

    def test_article_as_json_has_its_text(self, run: Run) -> None:
        told = json.loads(run("show", ARTICLE.id, "-f", "json").out)
        assert told["text"] == ARTICLE.text
        assert len(told["quotes"]) == 4

    def test_explain(self, run: Run) -> None:
        ran = run("explain", UNSURE.id)
        assert "1. a step [of two]" in ran.out
        assert "Bram Lind or Ada Okonjo" in ran.out

    @pytest.mark.parametrize("command", ["show", "explain", "remove"])
    @pytest.mark.parametrize(("prefix", "code"), [("ffffffff", 3), ("zzzz", 3), ("ab", 2)])
    def test_unknown_ids(self, run: Run, command: str, prefix: str, code: int) -> None:
        ran = run(command, prefix)
        assert (ran.code, ran.out) == (code, "")
        assert ran.err.startswith("quotes: ")
        assert ran.err.count("\n") == 1

    @pytest.mark.parametrize(
        "command", [["explain"], ["edit", "--note", "x"], ["reject"], ["who"], ["rename", "A"]]
    )
    def test_the_id_of_an_article(self, run: Run, command: list[str]) -> None:
        ran = run(command[0], ARTICLE.id, *command[1:])
        assert ran.code == 3
        assert ran.err.endswith(f"; that is the id of an article: quotes show {ARTICLE.id}\n")

    def test_the_id_of_a_quote_or_a_speaker(self, run: Run) -> None:
        speaker = json.loads(run("speakers", "-f", "jsonl").out)["id"]
        assert run("show", speaker).err.endswith(f"; that is the id of a speaker: quotes who {speaker}\n")
        told = f"; that is the id of a quote: quotes show {DIRECT.id}\n"
        for command in ("remove", "who"):
            assert run(command, DIRECT.id).err.endswith(told)
        assert "that is the id" not in run("show", "ffffffff").err

    def test_an_id_that_is_not_unique(self, run: Run, folder: Path) -> None:
        first, second = _alike()
        with Library.open(folder) as library:
            library.add_all([(Article(first), []), (Article(second), [])])
        ran = run("show", article_id(first)[:4])
        assert (ran.code, ran.out) == (2, "")
        assert "is not unique" in ran.err


class TestLists:
    def test_speakers(self, run: Run) -> None:
        ran = run("speakers")
        assert ran.out.splitlines()[1].split()[:4] == ["Ada", "Okonjo", "harbour", "master"]
        assert ran.err == "1 speaker\n"

    def test_articles(self, run: Run) -> None:
        ran = run("articles")
        assert ran.out.splitlines()[1].startswith(
            "2026-03-02  Ferry stays [in port]  The Harbour Post       4  "
        )
        assert ran.err == "1 article, 4 quotes\n"

    def test_no_article_of_that_outlet(self, run: Run) -> None:
        ran = run("articles", "--outlet", "Gazette")
        told = "quotes: no article of that time and outlet, of 1 in all; ask with fewer options\n"
        assert ran == (3, "", told)
        run("remove", ARTICLE.id)
        assert "quotes add PATH adds articles" in run("articles", "--outlet", "Gazette").err

    def test_a_pipe_has_no_colours_no_cuts_and_no_blanks_at_the_end(self, run: Run, folder: Path) -> None:
        title = "A long headline " * 30
        with Library.open(folder) as library:
            library.add(Article("A story.", title=title), [])
        out = run("articles").out
        assert title.strip() in out
        assert "\x1b" not in out
        assert all(line == line.rstrip() for line in out.splitlines())

    @pytest.mark.parametrize("command", ["speakers", "articles"])
    def test_csv_and_json_agree(self, run: Run, command: str) -> None:
        rows = list(csv.DictReader(io.StringIO(run(command, "-f", "csv").out)))
        records = json.loads(run(command, "-f", "json").out)
        assert [row["id"] for row in rows] == [record["id"] for record in records]

    def test_quiet(self, run: Run) -> None:
        assert run("articles", "-q").err == ""

    def test_no_library(self, run: Run, tmp_path: Path) -> None:
        ran = run("speakers", "--db", tmp_path / "none")
        assert (ran.code, ran.out) == (1, "")
        assert "quotes add PATH makes one" in ran.err
        assert not (tmp_path / "none").exists()


class TestAdd:
    def test_an_article_and_again(self, run: Run, story: Path) -> None:
        first, again = run("add", story), run("add", story)
        assert first.code == again.code == 0
        assert first.out.splitlines()[1].split()[:6] == ["Pier", "shuts", "2026-05-04", "1", "1", "new"]
        assert (
            first.err
            == "1 article added; 1 quote from 1 speaker\nMost quoted: Eli Tamm. Try: quotes who Eli Tamm\n"
        )
        assert again.err == "0 articles added; 1 already there\n"
        assert run("who", "Tamm").out.startswith("Eli Tamm   person\nplumber  2026-05-04\n")

    def test_what_cannot_be_read_is_reported_and_the_rest_added(
        self, run: Run, story: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "empty.txt").touch()
        (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
        ran = run("add", tmp_path / "empty.txt", tmp_path / "gone.txt", tmp_path / "binary.txt", story)
        assert ran.code == 1
        assert [line.partition(":")[0] for line in ran.err.splitlines()[:3]] == ["quotes"] * 3
        assert "1 article added; 1 quote from 1 speaker; 3 not read" in ran.err
        assert "Pier shuts" in ran.out

    def test_dry_run_adds_nothing(self, run: Run, story: Path, tmp_path: Path) -> None:
        ran = run("add", "--dry-run", story, "--db", tmp_path / "other")
        assert "not added" in ran.out
        assert not (tmp_path / "other").exists()

    def test_dry_run_says_what_is_there_already(self, run: Run, story: Path, tmp_path: Path) -> None:
        run("add", story)
        new = tmp_path / "new.txt"
        new.write_text("“It rains,” said Eli Tamm.\n", encoding="utf-8")
        before = run("articles").out
        ran = run("add", "--dry-run", story, new, new, "-f", "csv")
        assert [line.split(",")[-1] for line in ran.out.splitlines()] == ["state", "known", "not added"]
        assert ran.err == "1 article found, not added; 1 quote from 1 speaker; 1 already there\n"
        assert run("articles").out == before

    def test_stated_facts(self, run: Run, story: Path) -> None:
        facts = {
            "title": "Pier",
            "author": "D. V.",
            "date": "2026-05",
            "outlet": "Post",
            "url": "https://post.example/1",
        }
        options = [part for name, fact in facts.items() for part in (f"--{name}", fact)]
        record = json.loads(run("add", story, "-f", "jsonl", *options).out)
        assert {name: record[name] for name in facts} == facts

    def test_facts_that_an_article_keeps_are_said(self, run: Run, story: Path, tmp_path: Path) -> None:
        first = json.loads(run("add", story, "-f", "jsonl", "--outlet", "Post").out)
        ran = run("add", story, "--outlet", "Gazette", "--date", "2026-05-05")
        short = first["id"][:8]
        told = f"{short} keeps its date and outlet of before; to change that: quotes remove {short}, and"
        assert ran.err == f"0 articles added; 1 already there\n{told} add it again\n"
        assert "of before" not in run("add", story, "--outlet", "Post").err
        run("remove", first["id"])
        assert json.loads(run("add", story, "-f", "jsonl", "--outlet", "Gazette").out)["outlet"] == "Gazette"
        lines = [json.dumps({"text": f"Rain {n}.", "date": "2026-05-01"}) for n in range(3)]
        run("add", "-", stdin="\n".join(lines))
        assert (
            " and 2 more keep their date of before; "
            in run("add", "-", stdin="\n".join(lines).replace("-01", "-02")).err
        )

    def test_a_title_is_for_one_article(self, run: Run, story: Path, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_text("Another story.", "utf-8")
        assert run("add", story, tmp_path / "b.txt", "--title", "Both").code == 2

    def test_a_date_that_is_none(self, run: Run, story: Path) -> None:
        assert run("add", story, "--date", "May").code == 2

    def test_stdin(self, run: Run) -> None:
        assert "standard input" in run("add", "-", stdin="“It leaks,” said Eli Tamm.\n").out


class TestExtract:
    def test_table(self, run: Run, story: Path) -> None:
        ran = run("extract", story)
        assert "direct    Eli Tamm, plumber  “It leaks,”" in ran.out
        assert ran.err == "1 quote in 1 article, from 1 speaker\n"

    def test_a_text_without_quotes(self, run: Run) -> None:
        assert run("extract", "-", stdin="Rain.") == (0, "", "0 quotes in 1 article, from 0 speakers\n")
        assert json.loads(run("extract", "-", "-f", "json", stdin="Rain.").out)[0]["quotes"] == []

    def test_json_lines_are_answered_in_order(self, run: Run) -> None:
        lines = [json.dumps({"id": "b", "text": "“It leaks,” said Eli Tamm."}), "", '{"id": 7, "text": ""}']
        ran = run("extract", "--format", "jsonl", "-", stdin="\n".join(lines))
        first, second = (json.loads(line) for line in ran.out.splitlines())
        assert (first["id"], second) == ("b", {"id": 7, "quotes": []})
        assert [quote["speaker"]["name"] for quote in first["quotes"]] == ["Eli Tamm"]

    @pytest.mark.parametrize(
        "text",
        ["  A.\r\n\u00a0B. \n", "# A\n\nBy Dana Voss\n\nB. 😀", "\ufeff\u2028\x00\x85", "<p>A</p>", "\ud800"],
        ids=["blanks", "what a reader takes off", "odd characters", "a page", "half a character"],
    )
    def test_json_lines_are_read_untouched(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, text: str
    ) -> None:
        given: list[str] = []

        def extract(text: str) -> tuple[Quote, ...]:
            given.append(text)
            return ()

        monkeypatch.setattr("quotes.pipeline.extract", extract)
        assert run("extract", "-f", "jsonl", "-", stdin=json.dumps({"id": 1, "text": text})).code == 0
        assert given == [text]

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("{", "no valid JSON"),
            ("[1]", "no text"),
            ('{"id": 1}', "no text"),
            ('{"text": 1}', "no text"),
            ("[" * 100_000, "no valid JSON"),
        ],
        ids=["cut", "a list", "no text", "a number", "nested"],
    )
    def test_a_bad_line_ends_it_with_its_number(self, run: Run, line: str, reason: str) -> None:
        good = '{"id": 1, "text": "Rain."}'
        ran = run("extract", "-f", "jsonl", "-", stdin=f"{good}\n\n{line}\n{good}\n")
        assert (ran.code, ran.out) == (1, '{"id": 1, "quotes": []}\n')
        assert ran.err.startswith(f"quotes: standard input, line 3: {reason}")
        assert ran.err.count("\n") == 1

    def test_json_lines_in_a_file(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "texts.jsonl"
        path.write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "Rain."}\n')
        assert run("extract", "-f", "jsonl", path).out == '{"id": "a", "quotes": []}\n'

    def test_an_article_as_a_json_line(self, run: Run, story: Path) -> None:
        assert json.loads(run("extract", "-f", "jsonl", story).out)["quotes"][0]["text"].startswith(
            "It leaks"
        )

    def test_a_text_on_stdin_as_a_json_line(self, run: Run) -> None:
        assert json.loads(run("extract", "-f", "jsonl", "-", stdin=STORY).out)["quotes"]

    def test_a_missing_file(self, run: Run, tmp_path: Path) -> None:
        for form in ("table", "jsonl"):
            ran = run("extract", "-f", form, tmp_path / "gone.txt")
            assert (ran.code, ran.out) == (1, "")
            assert ran.err.startswith("quotes: ")


class TestSearch:
    def test_whoever_said_something_about_it(self, run: Run) -> None:
        ran = run("search", "PAY", "twice")
        assert (ran.code, ran.err) == (0, "1 quote in 1 article, from 0 speakers\n")
        assert "“We pay twice.”" in ran.out
        assert "Ada Okonjo, harbour master  called ▸ critics “gulls”" in run("search", "gull").out

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ([], {MIXED, INDIRECT}),
            (["--kind", "mixed"], {MIXED}),
            (["--limit", "1"], {INDIRECT}),
            (["--since", "2026-03", "--outlet", "harbour", "--act", "said"], {MIXED, INDIRECT}),
        ],
        ids=["all", "kind", "limit", "the article"],
    )
    def test_options(self, run: Run, options: list[str], expected: set[Quote]) -> None:
        lines = run("search", "gulls", "-f", "jsonl", *options).out.splitlines()
        assert {json.loads(line)["id"] for line in lines} == {quote.id for quote in expected}

    def test_how_many_are_left_out(self, run: Run) -> None:
        assert run("search", "gulls", "--limit", "1").err == "1 of 2 quotes in 1 article, from 1 speaker\n"

    def test_what_is_no_quote_is_not_found(self, run: Run) -> None:
        run("reject", MIXED.id)
        run("reject", INDIRECT.id)
        ran = run("search", "gulls")
        assert (ran.code, ran.err[:41]) == (3, "quotes: nobody is quoted about 'gulls'; a")

    def test_no_words(self, run: Run) -> None:
        assert run("search", " -") == (2, "", "quotes: ' -' is nothing to look for: give a word\n")


class TestExport:
    def test_what_is_asked(self, run: Run) -> None:
        def ids(*options: str) -> list[str]:
            return [row["id"] for row in json.loads(run("export", "-", "-f", "json", *options).out)]

        assert ids("--about", "gulls", "--kind", "mixed") == [MIXED.id]
        assert ids("--since", "2026-03", "--until", "2026-03-02", "--outlet", "harbour", "--who", "Okonjo")
        assert run("export", "-", "--since", "2026-04").code == 3
        assert run("export", "-", "-f", "md", "--about", "gulls").out.startswith("# Quotes: gulls\n")

    def test_excel(self, run: Run, tmp_path: Path) -> None:
        out = tmp_path / "sheet.xlsx"
        assert run("export", out).err == f"4 quotes written to {out}\n"
        assert load_workbook(out).worksheets[0].max_row == 5

    def test_a_file_is_not_overwritten(self, run: Run, tmp_path: Path) -> None:
        out = tmp_path / "sheet.md"
        out.write_text("mine", "utf-8")
        assert run("export", out).code == 1
        assert out.read_text("utf-8") == "mine"
        assert run("export", "--force", out).code == 0

    @pytest.mark.parametrize("name", ["sheet.docx", "sheet"])
    def test_an_ending_of_no_format_is_misuse(self, run: Run, tmp_path: Path, name: str) -> None:
        ran = run("export", tmp_path / name)
        assert (ran.code, ran.out) == (2, "")
        assert "use one of csv, md, html, json, xlsx" in ran.err

    def test_a_speaker_to_stdout(self, run: Run) -> None:
        rows = list(csv.reader(io.StringIO(run("export", "--who", "Okonjo", "-f", "csv", "-").out)))
        assert len(rows) == 4

    def test_an_article(self, run: Run) -> None:
        told = run("export", "--article", ARTICLE.id[:6], "-f", "json", "-").out
        assert DIRECT.id in told
        assert UNSURE.id in told

    def test_nobody(self, run: Run, tmp_path: Path) -> None:
        assert run("export", "--who", "Xanthe", tmp_path / "a.csv").code == 3
        assert not (tmp_path / "a.csv").exists()


class TestKeeping:
    def test_remove(self, run: Run) -> None:
        assert run("remove", ARTICLE.id, "--dry-run").err == "not removed, only looked\n"
        assert run("remove", ARTICLE.id[:5]).err == "removed\n"
        assert run("articles").code == 3

    def test_verify(self, run: Run) -> None:
        ran = run("verify", "-f", "json")
        assert ran.err == "4 quotes in 1 article: all stand as printed\n"
        assert (ran.code, json.loads(ran.out)) == (0, [])

    def test_verify_finds_a_changed_text(self, run: Run, folder: Path) -> None:
        path = next((folder / "texts").iterdir())
        path.chmod(0o644)
        path.write_text("Something else.", "utf-8")
        ran = run("verify")
        assert ran.code == 1
        assert ran.out

    def test_a_broken_library_is_left_alone(self, run: Run, folder: Path, story: Path) -> None:
        (folder / "quotes.json").write_text("{", "utf-8")
        for command in (("who", "Okonjo"), ("add", story), ("verify",)):
            ran = run(*command)
            assert ran.code == 1
            assert ran.err.startswith("quotes: ")
            assert "Traceback" not in ran.err
        assert (folder / "quotes.json").read_text("utf-8") == "{"


def test_closest_names() -> None:
    names = ["Ada Okonjo", "Bram Lind", "Cleo Dorn"]
    assert closest("dorm", names) == ["Cleo Dorn"]
    assert closest("zzzz", names) == []


def test_no_arguments_show_the_help() -> None:
    assert "Commands:" in CliRunner().invoke(app, []).output


def _alike() -> tuple[str, str]:
    """Return two texts whose ids begin with the same 4 digits."""
    seen: dict[str, str] = {}
    for text in map("Story {}.".format, range(100_000)):
        if (start := article_id(text)[:4]) in seen:
            return seen[start], text
        seen[start] = text
    raise AssertionError("100,000 texts have 65,536 beginnings")
