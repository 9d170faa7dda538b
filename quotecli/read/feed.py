"""RSS and Atom: an article an entry, its full text rather than the teaser. Offsets refer to the text without its markup."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import COPY, Blob
from quotecli.read.dates import iso
from quotecli.read.html.fragment import unmarked
from quotecli.read.options import ReadOptions

ENTRIES = ("item", "entry")
TEXT = ("encoded", "content", "body", "description", "summary")
"""Elements with the text of an entry, the fullest first."""
AUTHOR = ("creator", "author")
DATE = ("pubDate", "published", "date", "issued", "updated", "modified")
_DECLARES = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]{0,500}\[)", re.IGNORECASE)


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every entry; its id ends with its number. Raises UnreadableSource where it is no feed."""
    data = blob.whole(options, COPY)
    if _DECLARES.search(data):  # entities of one's own make gigabytes of a few lines
        raise UnreadableSource(blob.path, "is XML with a document type of its own, which no feed has")
    number = 0
    outlet: str | None = None
    for found in _elements(blob, data):
        name = _name(found)
        if name == "title" and not number and outlet is None:
            outlet = _said(found)
        elif name in ENTRIES:
            number += 1
            one = _article(blob, found, number, outlet)
            yield one if one.text.strip() else Skipped(blob.path, f"entry {number}: has no text")
            found.clear()
    if not number:
        raise UnreadableSource(blob.path, "is no feed: it has no entries")


def _elements(blob: Blob, data: bytes) -> Iterator[Element]:
    parser: Any = XMLPullParser(["end"])
    stream = io.BytesIO(data.lstrip())
    try:
        while piece := stream.read(1 << 16):
            parser.feed(piece)
            yield from (found for _, found in parser.read_events() if isinstance(found, Element))
        parser.close()
    except ParseError as error:
        raise UnreadableSource(blob.path, f"is not well-formed XML ({error})") from None


def _article(blob: Blob, entry: Element, number: int, outlet: str | None) -> Source:
    parts: dict[str, Element] = {}
    for part in entry:
        parts.setdefault(_name(part), part)
    texts = [text for name in TEXT if name in parts and (text := unmarked("".join(parts[name].itertext()).strip()))]
    told = {name: _said(part) for name, part in parts.items()}
    return Source(
        id=f"{blob.id}#{number}",
        path=blob.path,
        text=max(texts[:2], key=len, default=""),
        title=told.get("title"),
        publisher=told.get("source") or outlet,
        published=next((date for name in DATE if (said := told.get(name)) and (date := _date(said))), None),
        author=next((said for name in AUTHOR if (said := told.get(name))), None),
        url=told.get("link") or (parts["link"].get("href") if "link" in parts else None),
        format="feed",
    )


def _name(found: Element) -> str:
    """Its name without the name space."""
    return found.tag.rpartition("}")[2] if isinstance(found.tag, str) else ""


def _said(found: Element) -> str | None:
    return " ".join(unmarked("".join(found.itertext())).split()) or None


def _date(said: str) -> str | None:
    try:
        return iso(said) if said[:4].isdigit() else parsedate_to_datetime(said).isoformat()
    except (ValueError, OverflowError):
        return iso(said)
