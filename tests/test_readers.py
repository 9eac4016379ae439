"""All readers: formats told by content, encodings, JSON Lines, errors, and which files are meant."""

# ruff: noqa: E501 - a case a line
from __future__ import annotations

import io
import urllib.error
import urllib.request
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import ReadError
from quotes.model import Article
from quotes.readers import find, read_bytes, read_path
from quotes.readers.sniff import format_of

BODY = "“We will not wait,” the mayor, Petra Lindqvist, told reporters at the harbour on Tuesday."


def one(data: bytes, name: str = "wall.txt") -> Article:
    (article,) = read_bytes(data, name=name)
    return article


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(BODY, "wall.txt", "text", id="text"),
        pytest.param(BODY, "-", "text", id="text from a stream"),
        pytest.param(BODY, "wall.md", "markdown", id="Markdown by its ending alone"),
        pytest.param("# The wall\n\nIt fell.", "wall.txt", "markdown", id="Markdown in a text file"),
        pytest.param("<!DOCTYPE html><p>It fell.", "wall.txt", "html", id="a page in a text file"),
        pytest.param("\n<!-- saved -->\n<html><p>It fell.", "-", "html", id="a page with a comment in front"),
        pytest.param("It fell.<p>It rose.", "wall.html", "html", id="a piece of a page"),
        pytest.param("It fell.", "wall.html", "text", id="no page, whatever the ending says"),
        pytest.param("<inaudible> It fell.", "wall.txt", "text", id="text that begins with a note"),
        pytest.param('{"text": "It fell."}', "-", "jsonl", id="JSON Lines"),
        pytest.param('{"text": "# It <p> fell."}', "wall.md", "jsonl", id="JSON Lines by their content"),
        pytest.param("{sic} It fell.", "wall.txt", "text", id="a brace is not yet JSON"),
        pytest.param("oops", "wall.jsonl", "jsonl", id="broken JSON Lines by their ending"),
    ],
)
def test_formats(text: str, name: str, expected: str) -> None:
    assert format_of(text, name) == expected


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(BODY.encode(), "utf-8", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + BODY.encode(), "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(BODY.encode("utf-16"), "utf-16", id="UTF-16"),
        pytest.param(b"\xfe\xff" + BODY.encode("utf-16-be"), "utf-16", id="UTF-16, the other way round"),
        pytest.param(BODY.encode("utf-32"), "utf-32", id="UTF-32"),
        pytest.param(BODY.encode("cp1252"), "cp1252", id="Windows"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    article = one(data)
    assert (article.text, article.encoding, article.path) == (BODY, encoding, "wall.txt")


def test_a_few_foreign_bytes_do_not_spoil_utf8() -> None:
    article = one((BODY * 20).encode() + b" It isn\x92t.")
    assert article.text == BODY * 20 + " It isn’t."
    assert article.encoding == "utf-8 with stray cp1252"


def test_json_lines_are_taken_over_exactly() -> None:
    text = "  By Ann Lee\\n\\n**No**,\\r\\n  said  she.\\n"
    line = f'{{"id": 7, "text": "{text}", "headline": "The wall", "authors": ["Ann", "Bo"], "date": "2024-03-05"}}\n'
    (article,) = read_bytes(b"\n" + line.encode(), name="-")
    assert article == Article(
        text="  By Ann Lee\n\n**No**,\r\n  said  she.\n",
        title="The wall",
        author="Ann and Bo",
        date="2024-03-05",
        date_printed="2024-03-05",
        path="-, line 2",
        encoding="utf-8",
        id="7",
    )


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_keys_of_the_text(key: str) -> None:
    assert one(f'{{"{key}": "It fell.\\u2028It rose."}}'.encode()).text == "It fell.\u2028It rose."


def test_each_line_in_gives_an_article_out() -> None:
    data = b'{"id": "a", "text": ""}\n{"id": "b", "text": "\\ud800x"}'
    assert [(article.id, article.text) for article in read_bytes(data, name="-")] == [
        ("a", ""),
        ("b", "\ufffdx"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "wall.txt: the file is empty; check that the article was saved"),
        (b" \n\n", "wall.txt: the file is empty; check that the article was saved"),
        (b"%PDF-1.7\n...", "wall.txt: this is a PDF, which is not read yet; save the article as text, Markdown or HTML"),
        (b"\x89PNG\r\n", "wall.txt: this is a PNG image, which is not read yet; save the article as text, Markdown or HTML"),
        (b"PK\x03\x04..", "wall.txt: this is a zip or office document, which is not read yet; save the article as text, Markdown or HTML"),
        (b"From: <Saved by a browser>\nContent-Type: multipart/related;\n\n", "wall.txt: this is an MHTML web archive, which is not read yet; save the article as text, Markdown or HTML"),
        (b"a\x00b", "wall.txt: this is a binary file and no text; save the article as text, Markdown or HTML"),
        (b"\xff\xfea", "wall.txt: the text is damaged (it begins as utf-16 but does not go on so); save the article again as UTF-8"),
        (b"# The wall\n\nBy Ann Lee\n", "wall.txt: no article text found; save the page with its text, or paste the text into a file"),
        (b"<html><!-- --></html>", "wall.txt: no article text found; save the page with its text, or paste the text into a file"),
        (b'{"text": "a"}\n\n{"text": }', "wall.txt, line 3: no valid JSON (Expecting value); write one JSON object a line, then add the file again"),
        (b'{"text": "a"}\n[]', 'wall.txt, line 2: no JSON object; write {"text": "…"} on each line, then add the file again'),
        (b'{"text": 7}', 'wall.txt, line 1: no text; give each object a "text" (or "body", "content") that is a string'),
    ],
)  # fmt: skip
def test_errors(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(read_bytes(data, name="wall.txt"))
    assert str(caught.value) == message


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nothing\.txt: no such file; check the path$"):
        list(read_path(tmp_path / "nothing.txt"))
    with pytest.raises(ReadError, match=r"this is a folder; name the files in it$"):
        list(read_path(tmp_path))
    with pytest.raises(ReadError, match="cannot be opened"):
        list(read_path("a\0b"))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(
        ReadError, match=r"cannot be opened \(Permission denied\); check the path and its permissions$"
    ):
        list(read_path(tmp_path / "wall.txt"))
    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(ReadError, match=r"the folder cannot be opened \(Permission denied\)"):
        list(find([tmp_path]))


class Response(io.BytesIO):
    url = "https://beacon.example/wall"
    length = 0


def test_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: Response(f"<html><p>{BODY}</p>".encode()))
    (article,) = read_path("http://beacon.example/wall")
    assert (article.text, article.path) == (BODY, "http://beacon.example/wall")
    assert (article.url, article.outlet) == ("https://beacon.example/wall", "beacon.example")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (urllib.error.URLError("no route"), "no route"),
        (TimeoutError("timed out"), "timed out"),
        (urllib.error.HTTPError("http://b.example", 404, "Not Found", Message(), None), "the server answered 404 Not Found"),
    ],
)  # fmt: skip
def test_an_address_that_fails(error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(urllib.request, "urlopen", fail)
    with pytest.raises(ReadError) as caught:
        list(read_path("http://b.example"))
    assert str(caught.value) == (
        f"http://b.example: could not be fetched ({reason}); save the page from your browser and add the file"
    )


class Paper(BaseHTTPRequestHandler):
    """A server on which things go wrong."""

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        answers = {"/half": (200, ("Content-Length", "999")), "/circle": (302, ("Location", "/circle"))}
        code, header = answers.get(self.path, (200, ("Content-Type", "text/html")))
        self.send_response(code)
        self.send_header(*header)
        self.end_headers()
        self.wfile.write(b"<p>It fell, said Lee.</p>")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("half", "(it broke off before its end)"),
        ("circle", "(the server answered 302 The HTTP server returned a redirect error that"),
        ("large", "(it has more than 20 bytes)"),
    ],
)
def test_a_page_that_does_not_come_whole(path: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fetching = import_module("quotes.readers.fetch")  # its name in the package is the function's
    monkeypatch.setattr(fetching, "_LARGEST", 20 if path == "large" else 1000)
    with ThreadingHTTPServer(("127.0.0.1", 0), Paper) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(ReadError) as caught:
            list(read_path(f"http://127.0.0.1:{server.server_port}/{path}"))
        server.shutdown()
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://[oops", "http://", "https://a b/c", "http://a:99999/"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(ReadError, match="could not be fetched"):
        list(read_path(url))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.HTML",
        "sub/d.jsonl",
        "sub/picture.png",
        ".hidden.txt",
        ".git/e.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY, "utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(["."], ["a.md", "b.txt", "sub/c.HTML", "sub/d.jsonl"], id="a folder, to the bottom"),
        pytest.param(["*.txt"], ["b.txt"], id="a glob"),
        pytest.param(["**/*.jsonl"], ["sub/d.jsonl"], id="a glob over folders"),
        pytest.param(["s*"], ["sub/c.HTML", "sub/d.jsonl"], id="a glob that finds a folder"),
        pytest.param(["b.txt", "a.md"], ["b.txt", "a.md"], id="files in the order given"),
        pytest.param(["b.txt", "."], ["b.txt", "a.md", "sub/c.HTML", "sub/d.jsonl"], id="each once"),
        pytest.param(["sub/picture.png"], ["sub/picture.png"], id="a file that is named is meant"),
        pytest.param(["missing.txt"], ["missing.txt"], id="reading says that it is missing"),
        pytest.param(["-", "https://b.example/a"], ["-", "https://b.example/a"], id="streams and addresses"),
    ],
)
def test_find(asked: list[str], found: list[str], tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert [str(source) for source in find(asked)] == found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("empty", "empty: no articles in this folder; it needs files that end in .htm .html .jsonl .markdown .md .ndjson .txt"),
        ("*.pdf", "*.pdf: no file matches; check the pattern and the folder that you are in"),
    ],
)  # fmt: skip
def test_find_nothing(asked: str, message: str, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    with pytest.raises(ReadError) as caught:
        list(find([asked]))
    assert str(caught.value) == message


STARTS = st.sampled_from(
    [b"", b"<html>", b"# T\n\n", b'{"text": ', b"\xff\xfe", b"\xef\xbb\xbf", b"---\na: b\n---\n"]
)


@settings(max_examples=150, deadline=None)
@given(STARTS, st.binary(max_size=300), st.sampled_from(["-", "a.txt", "a.md", "a.html", "a.jsonl"]))
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    try:
        articles = list(read_bytes(start + rest, name=name))
    except ReadError as error:
        articles, message = [], str(error)
    else:
        message = ""
    assert "\n" not in message
    assert all(article.text.encode("utf-8") is not None and article.encoding for article in articles)
