"""Bytes into text: the byte order mark, strict UTF-8, what the page declares, else a guess."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_HEAD = 8192  # bytes in which a page declares its encoding
_LATIN = frozenset(("ascii", "iso8859-1", "iso8859-15", "cp1252"))
_STRAY = 0.1  # share of bad places among the other than ASCII characters that a UTF-8 text may have
_SAMPLE = 65536


class DecodeError(Exception):
    """No encoding fits these bytes."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text in `data` and the name of the encoding that was used.

    >>> decode(b"\\xef\\xbb\\xbfNo.")
    ('No.', 'utf-8-sig')

    Raises DecodeError when no encoding fits.
    """
    encoding = _marked(data)
    if encoding and not encoding.startswith("utf-8"):
        return _strict(data, encoding), encoding
    try:
        return data.decode("utf-8-sig"), encoding or "utf-8"
    except UnicodeDecodeError:
        return _decode_other(data.removeprefix(codecs.BOM_UTF8))


def is_marked(data: bytes) -> bool:
    """Tell whether `data` begins with a byte order mark."""
    return _marked(data) is not None


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise DecodeError(f"it begins as {encoding} but does not go on so") from error


def _decode_other(data: bytes) -> tuple[str, str]:
    if mended := _mended(data):
        return mended, "utf-8 with stray cp1252"
    for encoding in (_declared(data), _guessed(data), "cp1252"):
        if encoding:
            try:
                return data.decode(encoding), encoding
            except (UnicodeDecodeError, LookupError):
                continue
    raise DecodeError("no encoding fits it")


def _mended(data: bytes) -> str | None:
    """Return UTF-8 text in which a few bytes of another text were pasted, or None."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = {ord(char) for char in set(text) if "\udc80" <= char <= "\udcff"}
    bad = sum(text.count(chr(code)) for code in stray)
    other = sum(not char.isascii() for char in text) - bad
    if bad > _STRAY * other:
        return None
    return text.translate({code: bytes([code - 0xDC00]).decode("cp1252", "replace") for code in stray})


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page's <meta charset> names, as browsers understand it."""
    found = _META.search(data[:_HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in _LATIN else name if _is_text_codec(name) else None


def _is_text_codec(name: str) -> bool:
    return not name.startswith(
        ("utf", "base64", "hex", "rot", "zlib", "bz2", "uu", "quopri", "idna", "punycode", "raw", "unicode")
    )


def _guessed(data: bytes) -> str | None:
    """Return charset-normalizer's guess; where cp1252 fits as well, news in English is that."""
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE]).best()
    if found is None:
        return None
    fitting = {found.encoding, *found.could_be_from_charset}
    return "cp1252" if fitting & {"cp1252", "latin_1", "iso8859_1", "iso8859_15"} else found.encoding
