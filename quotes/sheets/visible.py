"""Characters that XML, HTML or a spreadsheet cannot hold, made visible."""

from __future__ import annotations

import re
from types import MappingProxyType

_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\ud800-\udfff\ufffe\uffff]")
_PICTURES = MappingProxyType({"\x7f": "\N{SYMBOL FOR DELETE}", "\x85": "\N{SYMBOL FOR NEWLINE}"})


def visible(text: str) -> str:
    """Return the text with each character that a sheet cannot hold replaced by one that it can.

    Control characters other than tab, line feed and carriage return become their pictures (U+2400
    and on), lone surrogates and the noncharacters U+FFFE and U+FFFF become U+FFFD. Such characters
    come from damaged files only. The length stays the same; the JSON sheet keeps them as they are.

    >>> visible("a\\x00b\\x7f")
    'a␀b␡'
    """
    return _UNHOLDABLE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else _PICTURES.get(match[0], "\ufffd")
