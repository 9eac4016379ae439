"""Dates as news prints them. An ambiguous one (03/04/2020) gives its year alone, never a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)(?:T[\d:.]{{4,15}}(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"\b{_MONTH}\s+{_DAY}\b,?\s+{_YEAR}",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"(?<!\d){_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)",
        rf"(?<![\d/.])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
        rf"(?<!\d\s)\b{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}\b(?!:)",
        rf"(?<!\d){_DAY}\s+{_MONTH}",
    )
)
_BESIDE = re.compile(
    r"""\b(?:first|last|originally|published|posted|updated|modified|filed|created|date[d]?|on|at|of|the
    |mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?
    |\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b)?|\d{1,2}\s?[ap]\.?m\b|noon|midnight|local|time|excerpt|extract
    |[ECMP][SD]?T|GMT(?:[+-]\d+)?|[IBW]ST|[EW]AT|SAST|AE[SD]T|PKT|CES?T|UTC|Z|hrs?)\b|[\s,.|•·:;()/–—-]+""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(
    r"^\W*(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|filed|created|dated?)"
    r"(?:\s+on)?\b\s*:?\s*",
    re.IGNORECASE,
)
_SEGMENT = re.compile(
    r"(?i)(?<!last\s)(?<!first\s)\b(?=(?:last\s+)?(?:updated|modified)\b|(?:first\s+)?(?:published|posted)\b)"
)
_LATER = re.compile(r"(?i)\W*(?:last\s+)?(?:updated|modified)\b")
# "Easthaven, March 5, 2024", but not the day's name
_PLACE = re.compile(r"^\s*(?!\w+day,)[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}, (?=[A-Z\d])")
_LONGEST = 160


class Printed(NamedTuple):
    """A date: `iso` is YYYY, YYYY-MM or YYYY-MM-DD, or None when no year is printed."""

    iso: str | None
    printed: str


def find_date(text: str) -> Printed | None:
    """Return the first date in a text in its most telling form, or None.

    >>> find_date("Minsk, Sunday 16 August 2020, 10 a.m.")
    Printed(iso='2020-08-16', printed='16 August 2020')
    >>> find_date("on 03/04/2020")
    Printed(iso='2020', printed='03/04/2020')
    """
    for form in _FORMS:
        for found in form.finditer(text):
            if dated := _printed(found):
                return dated
    return None


def date_line(line: str) -> Printed | None:
    """Return the date of a line that is nothing but a date; published wins over updated.

    >>> date_line("Published: Aug. 16, 2020 10:30 a.m. ET")
    Printed(iso='2020-08-16', printed='Aug. 16, 2020 10:30 a.m. ET')
    >>> date_line("On August 16, 2020 the wall fell")
    """
    if len(line) > _LONGEST:
        return None
    segments = [segment for segment in _SEGMENT.split(line) if _BESIDE.sub("", segment)]
    segments.sort(key=lambda segment: bool(_LATER.match(segment)))
    dated = [found for segment in segments if (found := _segment(segment))]
    return dated[0] if dated and len(dated) == len(segments) else None


def is_update(line: str) -> bool:
    """Tell whether a date line says only when the article was changed."""
    return all(_LATER.match(segment) for segment in _SEGMENT.split(line) if segment.strip())


def _segment(text: str) -> Printed | None:
    found = find_date(text)
    if not found:
        return None
    text = _PLACE.sub("", text)
    rest = text.replace(found.printed, " ", 1)
    printed = _LABEL.sub("", text).strip(" ,|•·-–—()\t")
    return Printed(found.iso, printed) if not _BESIDE.sub("", rest) else None


def _printed(found: re.Match[str]) -> Printed | None:
    parts = found.groupdict()
    year = int(parts.get("year") or 0)
    if parts.get("sep"):
        iso = _numeric(year, int(parts["a"]), int(parts["b"]))
        return Printed(iso, found[0]) if iso else None
    month, day = _month(parts["month"]), int(parts.get("day") or 1)
    if not _exists(year or 2000, month, day):
        return None
    if not year:
        return Printed(None, found[0])
    return Printed(f"{year}-{month:02}" + (f"-{day:02}" if parts.get("day") else ""), found[0])


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _numeric(year: int, first: int, second: int) -> str | None:
    """Return a date of which nobody knows whether its day or its month comes first."""
    readings = {
        f"{year}-{month:02}-{day:02}"
        for day, month in ((first, second), (second, first))
        if _exists(year, month, day)
    }
    if not readings:
        return None
    return readings.pop() if len(readings) == 1 else str(year)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
