"""Who wrote a page and when, where its head does not say: bylines, dates and the address, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.read.html.tree import Page

CLASS = 3
"""From this rank on a name is only one of style."""
LINES, LINE, MANY = 60, 120, 6
"""Blocks of a page in which a line may be the byline, characters of such a line, and names of one."""
_BY = re.compile(r"(?:(?:written|posted|reported|story|words|text)\s{1,9})?(?:by|von|par|por|di)[:\s]\s{0,9}(?=\S)", re.IGNORECASE)
_AND = re.compile(r",|\s(?:and|und|et|y|e)\s|&|;")
_BEHIND = re.compile(r"[|•·\n@(]|\s[-–—]\s|(?<=[a-z])\s(?=\d)|\s(?:in|for|on|at|published|updated|posted)\s", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:the|about|more|all|view|follow|posts?|read|author|share|min|contact|staff writer|by)\b", re.IGNORECASE)
_DATED = re.compile(r"[/-](20[0-3]\d|19[5-9]\d)([/-]?)(0[1-9]|1[0-2]|[1-9](?=/)|[a-z]{3}(?=/))\2(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|$)")
_IN_NAMES = str.maketrans("", "", ".-’'")


def byline(page: Page) -> str | None:
    """Whom an element names that is called a byline, or a line that begins as one; only what looks like names is believed."""
    return next((names for line in _lines(page) if (names := _people(line))), None)


def _lines(page: Page) -> Iterator[str]:
    yield from (one.text for one in sorted(page.told, key=lambda one: one.rank) if one.what == "author")
    yield from (block.text() for block in page.blocks[:LINES] if block.size < LINE and _BY.match(block.text()))


def _people(line: str) -> str | None:
    """The names in a byline: "Jo Hart, Al Roe" of "By Jo Hart and Al Roe, political editors"."""
    parts = _AND.split(_BY.sub("", _BEHIND.split(line.strip(), maxsplit=1)[0]))
    names = list(dict.fromkeys(part.strip() for part in parts if _is_name(part.split())))
    return ", ".join(names[:MANY]) or None


def _is_name(words: list[str]) -> bool:
    if not 2 <= len(words) <= 5 or not "".join(words).translate(_IN_NAMES).isalpha():
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and not _NOBODY.search(" ".join(words))


def in_address(url: str) -> str | None:
    """The date in an address: /2024/05/01/, /2024/may/01/, 2024-05-01."""
    found = _DATED.search(url)
    if not found:
        return None
    year, _, month, day = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
