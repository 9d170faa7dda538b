"""Who wrote a page and when, where its head does not say: bylines, dates and the address, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.read.dates import MONTH, within
from quotecli.read.html.names import of_others
from quotecli.read.html.tree import HEADINGS, Block, Page, Told

CLASS = 3
"""From this rank on a name is only one of style."""
LINES, LINE, MANY = 60, 120, 6
"""Blocks of a page in which a line may be the byline where its heading is not found, characters of such a line, and names of one."""
ABOVE, BELOW, HEADING, TITLE = 6, 8, 12, 500
"""Blocks above and below the heading where bylines and dates stand, characters of the shortest heading, and of a title at most."""
BESIDE = 10
"""Words beside a date in a line that tells when a page was printed."""
_SAYS = re.compile(
    r"(?:text[eo]?|testo|текст|auth?ore?s?|auteur|автор|fotos? und text|publicado por|written by|words)\s{0,9}:\s{0,9}(?=\S)"
    r"|(?:(?:written|posted|published|reported|story|words|text)\s{1,9})?(?:by|von|par|por|di)[:\s]\s{0,9}(?=\S)",
    re.IGNORECASE,
)
_DATED_BY = re.compile(r"(?:posted|published|on|updated)?[^.!?]{0,60}\d[^.!?]{0,20}\s[/|·-]?\s?by\s{1,9}(?=\S)", re.IGNORECASE)
_AND = re.compile(r",|\s(?:and|und|et|y|e)\s|&|;")
_BEHIND = re.compile(r"[|•·\n@(]|\s[-–—]\s|(?<=[a-z])\s(?=\d)|\s(?:in|for|on|at|published|updated|posted)\s", re.IGNORECASE)
_DAY = re.compile(rf"\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:{MONTH})[a-z]{{0,7}}\.?\s\d)", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:the|about|more|all|view|follow|posts|read|author|share|min|contact|staff writer|admin|guest|anonymous|by)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<!\b[ap]\.m)[.!?]\s*\Z", re.IGNORECASE)
_PARTICLES = frozenset("von van der den de da di del della la le el al bin ibn dos du ter ten af".split())
_DATED = re.compile(r"[/-](20[0-3]\d|19[5-9]\d)([/-]?)(0[1-9]|1[0-2]|[1-9](?=/)|[a-z]{3}(?=/))\2(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|$)")
_IN_NAMES = str.maketrans("", "", ".-’'")


def byline(page: Page, title: str | None = None) -> str | None:
    """Whom an element names that is called a byline, or a line that begins as one; only what looks like names is believed."""
    told = [one for one in sorted(page.told, key=lambda one: one.rank) if one.what == "author" and not of_others(one.node)]
    lines = _lines(page, title)
    return next((names for names in [*(_inner(one.text, told) for one in told), *map(_said, lines)] if names), None)


def _inner(line: str, told: list[Told]) -> str | None:
    """The names in a byline, or where they are more, in the elements inside it that each name somebody."""
    inside = (_people(one.text) for one in told if one.text != line and one.text in line)
    each = ", ".join(dict.fromkeys(names for names in inside if names))
    return max(_people(line) or "", each, key=lambda names: names.count(",") + bool(names)) or None


def dated(page: Page, title: str | None) -> str | None:
    """The date of a short line by the heading that tells little else."""
    return next((date for text in _lines(page, title) if (date := within(text)) and len(text.split()) <= BESIDE), None)


def said_dates(page: Page) -> tuple[list[str], list[str]]:
    """What elements say that are called a date: those whose name is sure, `<time>` first, and those of which it is only one of style."""
    told = [one for one in sorted(page.told, key=lambda one: one.rank) if one.what == "date" and not of_others(one.node)]
    times = [time for time, node in page.times if not of_others(node)]
    return [*times, *(one.text for one in told if one.rank < CLASS)], [one.text for one in told if one.rank >= CLASS]


def _lines(page: Page, title: str | None) -> Iterator[str]:
    return (block.text() for block in _near(page, title) if block.size < LINE and not of_others(block.node))


def _near(page: Page, title: str | None) -> list[Block]:
    """The blocks around the heading; where it is not found, the first of the page."""
    names = [name[:TITLE] for name in (title, page.title) if name]
    places = [
        number
        for number, block in enumerate(page.blocks)
        if HEADING <= block.size <= TITLE and any(_is_title(block, name) for name in names)
    ]
    at = next((number for number in places if page.blocks[number].node.tag in {"h1", *HEADINGS}), places[0] if places else None)
    return page.blocks[:LINES] if at is None else page.blocks[max(0, at - ABOVE) : at + BELOW + 1]


def _is_title(block: Block, title: str) -> bool:
    text = " ".join(block.text().split())
    return text in title and len(text) > len(title) / 3


def _said(line: str) -> str | None:
    """The names of a line that begins as a byline and goes on with nothing but a date."""
    is_byline = _SAYS.match(line) or _DATED_BY.match(line)
    return _people(line) if is_byline and not _SENTENCE.search(line) else None


def _people(line: str) -> str | None:
    """The names in a byline: "Jo Hart, Al Roe" of "By Jo Hart and Al Roe, political editors"."""
    line = line.strip()
    begun = _SAYS.match(line) or _DATED_BY.match(line)
    names = _BEHIND.split(_DAY.split(line[begun.end() :] if begun else line, maxsplit=1)[0], maxsplit=1)[0]
    found = [_first_name(part.split()) if begun else part.split() for part in _AND.split(names)]
    return ", ".join(list(dict.fromkeys(" ".join(words) for words in found if _is_name(words, 1 if begun else 2)))[:MANY]) or None


def _first_name(words: list[str]) -> list[str]:
    """The words up to the first that is part of no name: “Jo van Hart schrieb” is Jo van Hart."""
    end = next((number for number, word in enumerate(words) if not word[0].isupper() and word not in _PARTICLES), len(words))
    return words[:end]


def _is_name(words: list[str], least: int) -> bool:
    """Whether they are a name; one word is only where it says so: “by Reuters”."""
    if not least <= len(words) <= 5 or not "".join(words).translate(_IN_NAMES).isalpha():
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and not _NOBODY.search(" ".join(words))


def fuller(head: str | None, seen: str | None) -> str | None:
    """The author that the head names, unless that is a login or the byline names all of them and others as well."""
    if not head or not seen:
        return None if head and head.lower() in ("admin", "administrator", "webmaster") else head or seen
    return seen if is_login(head) or (set(_letters(head)) < set(_letters(seen))) else head


def is_login(name: str) -> bool:
    """Whether it is how somebody signs in: "jhart", "j-hart"; never two words."""
    return len(name.split()) == 1 and (name.islower() or not name.isalpha())


def _letters(names: str) -> Iterator[str]:
    return ("".join(filter(str.isalpha, name)).casefold() for name in names.split(","))


def in_address(url: str) -> str | None:
    """The date in an address: /2024/05/01/, /2024/may/01/, 2024-05-01."""
    found = _DATED.search(url)
    if not found:
        return None
    year, _, month, day = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
