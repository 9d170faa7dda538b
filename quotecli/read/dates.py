"""Dates as sources write them, in ISO 8601."""

from __future__ import annotations

import re

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?")
_DIGITS = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")
_WRITTEN = re.compile(
    r"(?:\b(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?)?(?P<m>jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\.?"
    r"(?:\s+(?P<e>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<y>\d{4})\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_OTHERS = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso(text: str) -> str | None:
    """The date, or date and time, that a text states; None where it states none that is certain (3/4/2024 is March or April)."""
    text = text.strip()
    if found := _ISO.match(text):
        return found[0].strip().replace(" UTC", "Z").replace(" ", "T", 1).replace(" ", "") if _real(*found.groups()) else None
    if found := _DIGITS.match(text):
        return "-".join(found.groups()) if _real(*found.groups()) else None
    if found := _WRITTEN.search(text):
        name = found["m"].lower()
        day, month = found["d"] or found["e"], f"{_MONTHS.index(_OTHERS.get(name, name)) + 1:02}"
        return f"{found['y']}-{month}-{int(day):02}" if day and _real(found["y"], month, day) else None
    return _in_figures(text)


def _in_figures(text: str) -> str | None:
    """1.5.2024 has the day first everywhere; 5/13/2024 can be but one day."""
    if found := _DOTTED.search(text):
        day, month, year = found.groups()
    elif (found := _SLASHED.search(text)) and (int(found[1]) > 12) != (int(found[2]) > 12):
        day, month, year = found.groups() if int(found[1]) > 12 else (found[2], found[1], found[3])
    else:
        return None
    return f"{year}-{int(month):02}-{int(day):02}" if _real(year, month, day) else None


def _real(year: str, month: str, day: str) -> bool:
    return int(year) >= 1400 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
