"""Bylines and dates: the lines around an article, each by itself."""

from __future__ import annotations

import pytest

from quotes.readers import bylines
from quotes.readers.dates import date_line, find_date


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE", "ANN LEE"),
        ("By Ann Lee and Bo Cho", "Ann Lee and Bo Cho"),
        ("By Ann Lee, Bo Cho and Cy Dee", "Ann Lee, Bo Cho and Cy Dee"),
        ("By Ann Lee, Staff Writer", "Ann Lee"),
        ("By Ann Lee for AFP", "Ann Lee for AFP"),
        ("By Ann Lee in Easthaven", "Ann Lee"),
        ("By Ann Lee on Strand Island", "Ann Lee"),
        ("By Ann Lee, Easthaven", "Ann Lee"),
        ("By Ann Lee, Bo Cho", "Ann Lee, Bo Cho"),
        ("By Ann Lee | 5 March 2024", "Ann Lee"),
        ("By Ann Lee, March 5, 2024", "Ann Lee"),
        ("By Ann Lee / The Harbour Gazette", "Ann Lee"),
        ("By Juan de la Cruz", "Juan de la Cruz"),
        ("By Robert Lee Jr.", "Robert Lee Jr."),
        ("Words by Ann Lee", "Ann Lee"),
        ("Reporting by Ann Lee; editing by Bo Cho", "Ann Lee"),
        ("By Friday", None),
        ("By the way", None),
        ("By then the wall had gone.", None),
        ("By 2030", None),
        ("By all means, said Holt", None),
    ],
)
def test_byline(line: str, author: str | None) -> None:
    facts = bylines.byline(line)
    assert (facts.author if facts else None) == author


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("August 16, 2020", "2020-08-16"),
        ("Aug. 16, 2020", "2020-08-16"),
        ("Sept. 3rd, 2020", "2020-09-03"),
        ("16 August 2020", "2020-08-16"),
        ("16th of August, 2020", "2020-08-16"),
        ("2020-08-16T10:00:00+02:00", "2020-08-16"),
        ("2020/8/16", "2020-08-16"),
        ("16/08/2020", "2020-08-16"),
        ("08/16/2020", "2020-08-16"),
        ("16.08.2020", "2020-08-16"),
        ("04/04/2020", "2020-04-04"),
        ("03/04/2020", "2020"),
        ("August 2020", "2020-08"),
        ("August 16", None),
        ("31 February 2020", None),
        ("45/67/2020", None),
        ("Room 2020-99-99", None),
        ("٣ March ٢٠٢٠", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Published: Tuesday 5 March 2024 at 09:30 GMT", "Tuesday 5 March 2024 at 09:30 GMT"),
        ("Posted on March 5, 2024", "March 5, 2024"),
        ("(5 March 2024)", "5 March 2024"),
        ("The wall fell on 5 March 2024", None),
    ],
)
def test_date_lines(line: str, printed: str | None) -> None:
    dated = date_line(line)
    assert (dated.printed if dated else None) == printed
