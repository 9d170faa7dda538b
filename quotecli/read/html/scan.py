"""HTML as a row of events, each with its place in the page, in time that grows with the page and nothing else.

The parser of the standard library keeps no offsets of entities, differs between Python versions, and before 3.13.5 took
hours over some broken pages of a megabyte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
from typing import NamedTuple

# Of attributes, only a value that follows "=" may hold ">": a stray quotation mark elsewhere must not swallow the text. Text is repeated
# inside (?>…) and not possessively, since Python before 3.11.5 does not go back to where a repetition that fails began; and no more than a
# thousand times, since each then takes memory.
_TOKEN = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
  | <[!?][^>]*+>?
  | </(?P<close>[a-zA-Z][^\s/>]*+)[^>]*+>?
  | <(?P<open>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*)|[^>=])*+)>?
  | (?P<entity>&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?)
  | (?P<text>(?>(?:[^<&]++|&(?![\#a-zA-Z])|<(?![a-zA-Z/!?])){1,1000})|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>]++)))?""")
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements in which no tags count until their own end tag."""
FOREIGN = frozenset({"svg", "math"})
"""Elements in which every element may close itself: `<title/>`."""


class Kind(Enum):
    """What stands in a page."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"  # as it stands
    ENTITY = "entity"  # decoded
    RAW = "raw"  # the content of a RAW_TEXT element, before its CLOSE


class Event(NamedTuple):
    """A piece of a page. Comments and declarations are passed over."""

    kind: Kind
    value: str  # of tags the name in lower case, of text the characters
    attributes: str  # as written
    start: int
    end: int


def events(page: str) -> Iterator[Event]:
    """The pieces of a page in order."""
    at, size, foreign = 0, len(page), 0
    match = _TOKEN.match
    while at < size:
        found = match(page, at)
        assert found is not None  # every character starts a token
        start, at, kind = at, found.end(), found.lastgroup
        if kind == "text":
            yield Event(Kind.TEXT, found[0], "", start, at)
        elif kind == "attributes":
            name = found["open"].lower()
            yield Event(Kind.OPEN, name, found["attributes"], start, at)
            foreign += name in FOREIGN
            if foreign and page.endswith("/>", start, at):
                foreign -= name in FOREIGN
                yield Event(Kind.CLOSE, name, "", at, at)
            elif name in RAW_TEXT:
                stop = _end_of(name, page, at)
                yield Event(Kind.RAW, page[at:stop], "", at, stop)
                at = stop
        elif kind == "close":
            name = found["close"].lower()
            foreign -= foreign > 0 and name in FOREIGN
            yield Event(Kind.CLOSE, name, "", start, at)
        elif kind == "entity":
            yield Event(Kind.ENTITY, unescape(found[0]), "", start, at)


def _end_of(name: str, page: str, at: int) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
    return found.start() if found else len(page)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values decoded; of a name that stands twice the first counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
