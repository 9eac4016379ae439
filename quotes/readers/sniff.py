"""What kind of file this is, by its content; its ending decides only where the content does not."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from quotes.readers.markdown import looks_like_markdown

Format = Literal["text", "markdown", "html", "jsonl"]

_UNREAD = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound, film or WebP file"),
)
_MHTML = re.compile(rb"(?i)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}?content-type:\s*multipart/related")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title|header|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"<(?:p|div|article|h1|br)\b[^>]{0,300}>", re.IGNORECASE)
_JSONL = re.compile(r"\s*\{\s*(?:\"(?:[^\"\\]|\\.){0,100}\"\s*:|\})")
_ENDINGS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
}


def unread(data: bytes) -> str | None:
    """Return what kind of file `data` is when it is one that no reader is for, or None."""
    for magic, kind in _UNREAD:
        if data.startswith(magic):
            return kind
    if _MHTML.match(data[:4096]):
        return "an MHTML web archive"
    return None


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes without a byte order mark are no text."""
    return b"\0" in data


def format_of(text: str, name: str) -> Format:
    """Return the format of a text, by its content and then by the ending of its name.

    >>> format_of("# Wall to be rebuilt", "wall.txt")
    'markdown'
    """
    ending = PurePath(name).suffix.casefold()
    if _HTML.match(text) or (ending in (".html", ".htm", ".xhtml") and _TAGS.search(text)):
        return "html"
    if _ENDINGS.get(ending) == "jsonl" or _JSONL.match(text):
        return "jsonl"
    return _ENDINGS.get(ending) or ("markdown" if looks_like_markdown(text) else "text")
