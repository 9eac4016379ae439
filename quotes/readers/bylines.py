"""Bylines, outlets and addresses: the lines around an article that say where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from quotes.readers.blocks import ends_sentence
from quotes.readers.dates import date_line, find_date

_NEWS = (
    "Times|Gazette|Post|Herald|News|Press|Tribune|Journal|Courier|Chronicle|Telegraph|Observer|Guardian|Star|Sun"
    "|Mail|Mirror|Express|Standard|Examiner|Argus|Echo|Globe|Dispatch|Register|Sentinel|Bulletin|Review|Record"
    "|Ledger|Reporter|Leader|Citizen|Voice|Messenger|Mercury|Democrat|Beacon|Daily|Newswire|Wire"
    "|Monitor|Independent|Enquirer|Inquirer|Advertiser|Weekly|Today|Agency|Broadcasting|Radio|TV|Online|Magazine"
)
_WIRES = "Reuters|AFP|AP|UPI|PA|TASS|DPA|Xinhua|BBC|CNN|NPR|CBS|NBC|ABC|Bloomberg|Politico|Axios|ProPublica"
_OUTLET = re.compile(
    rf"(?:{_WIRES})(?: News)?|(?:The )?(?:[A-Z][\w’'&.-]*,? (?:of |and |& )?){{0,4}}(?:{_NEWS})"
    rf"(?: (?:Online|UK|US|International|Service|Staff))?|The (?:{_NEWS})"
)
_BY = re.compile(
    r"(?:(?:words|story|text|reported|written|posted|compiled|interview|analysis|report|review|opinion|essay"
    r"|(?:(?:rolling|live) )?(?:coverage|updates))"
    r"(?: and (?:photo|picture|photograph)s?)?[ ]by"
    r"|by|words|authors?)\b\s*:?\s+(?P<who>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TAIL_BY = re.compile(
    r"\(?(?:additional |writing |reporting )?reporting by (?P<who>[^;.()]+)(?:[;.].*)?\)?", re.I | re.S
)
_PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[–—/-]\s+|\s{3,}")
_PARTICLES = frozenset(
    "de la le di da del der den van von bin al el and for of the dos du y und with".split()
)
_JOB = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|analysts?|staff"
    r"|bureau|special to|producers?|critics?|newsroom|@\S+)\b|@|\.(?:com|org|co)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|from|at|on)\s+(?:the )?[A-Z][\w .’'-]*(?:, [A-Z][\w .’'-]*)?$")
_DESKS = (
    "special|staff|senior|chief|news|own|local|city|democracy|political|politics|legal|court|crime|health|science"
    "|education|environment|business|economics|industrial|transport|defence|foreign|diplomatic|religious|royal|arts"
    "|sports?|media|technology|consumer|home|social|affairs"
)
_UNSIGNED = re.compile(
    rf"(?:by )?(?:(?:our|a|an|the) )?(?:(?:{_DESKS}) ){{1,3}}(?:correspondents?|reporters?|writers?|bureau)"
    r"|staff and agencies|agencies|newsroom",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b)(?: ?(?:©|\(c\)))?(?: ?\d{4}(?:[-–]\d{2,4})?)?,?\s+(?P<who>[A-Z][^.,|\d]{2,60}?)"
    r"(?:[ ,]+\d{4})?(?:[.,|].*)?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"|^(?:then|now|contrast|law|accident|comparison|the way)$",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"”’)\]]+")
_URL_LABEL = re.compile(
    r"\W*(?:(?:original(?:ly)?|full|read|retrieved|accessed|available|published|posted|source|article|web|page"
    r"|canonical|permanent|link|url|at|from|on|the|here|story|address|appeared|first|this|was|in|see)\W*)*",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?P<key>title|headline|authors?|byline|by|date|published|updated|outlet|source|publication|publisher|newspaper"
    r"|url|link|web ?site|original url|permalink)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OUTLET_KEYS = frozenset(("outlet", "source", "publication", "publisher", "newspaper"))
_ARCHIVE = re.compile(r"^https?://(?:web\.)?archive\.\w+/(?:\w+/)*(?=https?://)")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/.-]|$)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article beside its text."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    date_printed: str | None = None
    outlet: str | None = None
    url: str | None = None

    def filled(self, other: Facts) -> Facts:
        """Return these facts with the gaps filled from `other`; printed forms of two dates never mix."""
        gaps = {name for name in self.__slots__ if getattr(self, name) is None}
        if self.date and other.date != self.date:
            gaps.discard("date_printed")
        return replace(self, **{name: getattr(other, name) for name in gaps})


def keyed(line: str) -> Facts | None:
    """Return what a line such as "Author: Ann Lee" states, or None.

    >>> keyed("Outlet: The Harbour Gazette").outlet
    'The Harbour Gazette'
    """
    found = _KEY.fullmatch(line.strip())
    if not found or len(found["value"]) > 300:
        return None
    return _keyed(found["key"].casefold(), found["value"].strip())


def _keyed(key: str, value: str) -> Facts | None:
    address = _URL.fullmatch(value.strip("<>"))
    if address:
        return Facts(url=address[0])
    if key in ("title", "headline"):
        return Facts(title=value)
    if key in ("author", "authors", "byline", "by"):
        return byline(f"By {value}")
    if key in ("date", "published", "updated"):
        dated = date_line(value) or find_date(value)
        return Facts(date=dated.iso, date_printed=value) if dated else None
    if len(value) > 80 or ends_sentence(value):
        return None
    return Facts(outlet=value) if key in _OUTLET_KEYS else None


def byline(line: str) -> Facts | None:
    """Return the author, and the outlet and date beside the name, of a byline; None for other lines.

    >>> byline("By Ann Lee, Staff Writer | The Harbour Gazette | 5 March 2024").author
    'Ann Lee'
    >>> byline("By then the wall had gone.")
    """
    found = _BY.fullmatch(line.strip()) or _TAIL_BY.fullmatch(line.strip())
    if not found or len(line) > 200:
        return None
    name, *rest = _PARTS.split(found["who"].strip())
    return _byline(name, rest)


def _byline(name: str, rest: list[str]) -> Facts | None:
    names, *more = [part for part in name.split(", ") if part.strip()] or [""]
    for part in more:
        if _JOB.search(part) or date_line(part) or outlet_line(part) or not _is_full_name(part):
            rest = [part, *rest]
        else:
            names += f", {part}"
    names = _PLACE.sub("", names)
    if dated := find_date(names):
        names, rest = names.replace(dated.printed, "").strip(" ,"), [dated.printed, *rest]
    if not _is_name(names):
        return None
    return Facts(author=names).filled(_beside(rest))


def _beside(parts: list[str]) -> Facts:
    facts = Facts()
    for part in parts:
        if dated := dated_line(part):
            facts = facts.filled(dated)
        elif outlet_line(part):
            facts = facts.filled(Facts(outlet=part.strip()))
    return facts


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 14 or len(text) > 120 or text.endswith(("?", "!", ":")):
        return False
    if text.endswith(".") and len(words[-1]) > 4:  # "Jr." and "E." may end a name
        return False
    if any(_NO_NAME.search(word) for word in words) or _NO_NAME.search(text):
        return False
    return all(word[0].isupper() or word in _PARTICLES or word[0] in "‘'’(&" for word in words)


def _is_full_name(text: str) -> bool:
    """Tell a second author from a place: "Ann Lee, Bo Cho" but "Ann Lee, Easthaven"."""
    return _is_name(text) and (len(text.split()) > 1 or text.rstrip(".") in ("Jr", "Sr", "II", "III"))


def bare_name(text: str) -> str | None:
    """Return the author in a line that can be a name alone, with a place: "Ann B. Lee in Easthaven".

    >>> bare_name("Ann B. Lee at the Town Hall"), bare_name("The wall, a story")
    ('Ann B. Lee', None)
    """
    name = _PLACE.sub("", text)
    return name if len(name) <= 80 and all(map(_is_bare_name, re.split(r", | and ", name))) else None


def _is_bare_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 4 or words[0].casefold() in _PARTICLES:
        return False
    return _is_name(text) and not outlet_line(text)


def signed(line: str) -> str | None:
    """Return the author in a line that says what the author is: "Ann Lee, Court Reporter".

    >>> signed("Ann Lee, Court Reporter"), signed("Our Special Correspondent"), signed("Ann Lee, 61")
    ('Ann Lee', 'Our Special Correspondent', None)
    """
    if _UNSIGNED.fullmatch(line):
        return line
    name, *jobs = line.split(", ")
    is_job = bool(jobs) and len(line) <= 100 and all(_JOB.search(job) for job in jobs)
    return bare_name(name) if is_job and not ends_sentence(line) else None


def rights_holder(line: str) -> str | None:
    """Return the newspaper or agency that a line such as "(c) The Harbour Gazette" names.

    >>> rights_holder("Copyright 2024 The Harbour Gazette. All rights reserved.")
    'The Harbour Gazette'
    """
    found = _RIGHTS.fullmatch(line.strip()) if len(line) <= 300 else None
    who = found["who"].strip() if found else ""
    return who if outlet_line(who) else None


def dated_line(line: str) -> Facts | None:
    """Return the date of a line that holds nothing else, or None."""
    dated = date_line(line)
    return Facts(date=dated.iso, date_printed=dated.printed) if dated else None


def outlet_line(line: str) -> bool:
    """Tell whether a line is the name of a newspaper, agency or broadcaster.

    >>> [outlet_line(it) for it in ("The Harbour Gazette", "Mayor meets the press", "Health Reporter")]
    [True, False, False]
    """
    return len(line) <= 60 and bool(_OUTLET.fullmatch(line.strip())) and not _UNSIGNED.fullmatch(line.strip())


def address(line: str) -> str | None:
    """Return the address in a line that holds nothing else but a label such as "Original url:"."""
    found = _URL.search(line) if len(line) <= 2000 else None
    if not found or not _URL_LABEL.fullmatch(line[: found.start()]):
        return None
    return found[0] if not line[found.end() :].strip(" >.)]") else None


def is_address_label(line: str) -> bool:
    """Tell whether a line announces an address on the next: "Original url:"."""
    return line.rstrip().endswith(":") and len(line) <= 60 and bool(_URL_LABEL.fullmatch(line))


def from_address(url: str) -> Facts:
    """Return what an address tells by itself: the outlet's host, and a date in its path.

    >>> from_address("https://www.harbourgazette.example/2024/03/05/wall").outlet
    'harbourgazette.example'
    """
    inner = _ARCHIVE.sub("", url)
    try:
        host = urlsplit(inner).hostname or ""
    except ValueError:  # "https://[oops"
        return Facts()
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=.+\.)", "", host)
    found = _URL_DATE.search(inner)
    dated = find_date("-".join(part.zfill(2) for part in found.groups())) if found else None
    return Facts(outlet=host or None, date=dated.iso if dated else None)
