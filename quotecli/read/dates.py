"""Dates as sources write them, in ISO 8601."""

from __future__ import annotations

import re

MONTHS = {
    beginning: number
    for number, beginnings in enumerate(
        (
            "jan jän ene genn янв",
            "feb fév fev févr фев",
            "mar mär mrt мар",
            "apr avr abr апр",
            "may mai mei magg mayo мая",
            "jun juin giug июн",
            "jul juil lugl июл",
            "aug aoû ago agu авг",
            "sep sett sete сен",
            "oct okt ott outu окт",
            "nov ноя",
            "dec dez déc dic dese дек",
        ),
        1,
    )
    for beginning in beginnings.split()
}
"""How the names of months begin where news is written in Latin letters or Russian; none that begins another word beside a year."""
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?")
_DAY = re.compile(r"(?<![\d/.-])(\d{4})-(\d\d)-(\d\d)(?![\d/-])")
_DIGITS = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")
_WRITTEN = re.compile(
    rf"(?:\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?)?(?P<m>{MONTH})[^\W\d_]{{0,7}}\.?"
    r"(?:\s+(?P<e>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?:de\s+)?(?P<y>\d{4})\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


def iso(text: str) -> str | None:
    """The date, or date and time, that a text states; None where it states none that is certain (3/4/2024 is March or April)."""
    text = text.strip()
    if found := _ISO.match(text):
        return found[0].strip().replace(" UTC", "Z").replace(" ", "T", 1).replace(" ", "") if _real(*found.groups()) else None
    if found := _DIGITS.match(text):
        return "-".join(found.groups()) if _real(*found.groups()) else None
    return _in_words(text) or _in_figures(text)


def within(line: str) -> str | None:
    """The day that stands in a line, wherever it does; None where there is none that is certain."""
    if (found := _DAY.search(line)) and _real(*found.groups()):
        return "-".join(found.groups())
    return _in_words(line) or _in_figures(line)


def _in_words(text: str) -> str | None:
    """1 May 2024, May 1, 2024, 1. Mai 2024, 1 de maio de 2024."""
    if not (found := _WRITTEN.search(text)):
        return None
    day, month = found["d"] or found["e"], f"{MONTHS[found['m'].lower()]:02}"
    return f"{found['y']}-{month}-{int(day):02}" if day and _real(found["y"], month, day) else None


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
