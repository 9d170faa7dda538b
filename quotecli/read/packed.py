"""XML documents packed in a zip file: OpenDocument text, and the chapters of an EPUB book. Offsets refer to their text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile
from zlib import error as BadStream

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.zip import unzipped
from quotecli.read.blob import Blob, bursting, seekable
from quotecli.read.decode import decode
from quotecli.read.html.fragment import unmarked
from quotecli.read.options import ReadOptions

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
BETWEEN = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
LEFT_OUT = (f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}sequence-decls")
SPACES = 100
"""Spaces in a row that are kept: the number of them stands in an attribute."""


class Parts:
    """The parts of a packed document, each read once, all of them together no larger than allowed."""

    def __init__(self, blob: Blob, archive: ZipFile, options: ReadOptions) -> None:
        self.blob, self.archive, self.left, self.limit = blob, archive, options.max_size, options.max_size

    def bytes(self, name: str) -> bytes:
        """A part. Raises UnreadableSource where there is none, or too much."""
        try:
            with self.archive.open(name) as part:
                data = part.read(self.left + 1)
        except (KeyError, RuntimeError, NotImplementedError, OSError, ValueError, EOFError, BadZipFile, BadStream) as error:
            raise UnreadableSource(self.blob.path, f"is damaged: its part {name} cannot be read ({type(error).__name__})") from None
        self.left -= len(data)
        if self.left < 0:
            raise bursting(self.blob.path, self.limit)
        return data

    def xml(self, name: str) -> Element:
        """A part as XML, without entities of its own, which make gigabytes of a few lines."""
        data = self.bytes(name)
        if re.search(rb"<!ENTITY", data, re.IGNORECASE):
            raise UnreadableSource(self.blob.path, f"has entities of its own in {name}")
        try:
            return fromstring(data)
        except (ParseError, RecursionError, LookupError, ValueError) as error:
            raise UnreadableSource(self.blob.path, f"is damaged: its part {name} is no XML ({type(error).__name__})") from None


def opendocument(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The paragraphs and headings as one article, or the articles of the export that it holds."""
    from quotecli.read.exports import sources

    with seekable(blob, options) as stream:
        parts = Parts(blob, unzipped(blob, stream, "OpenDocument text"), options)
        text = "\n".join(_paragraphs(parts.xml("content.xml")))
        told = parts.xml("meta.xml") if "meta.xml" in parts.archive.namelist() else None
    if not text.strip():
        raise UnreadableSource(blob.path, "has no text")
    title, author = (_told(told, f"{DUBLIN}{name}") for name in ("title", "creator"))
    yield from sources(Source(id=blob.id, path=blob.path, text=text, title=title, author=author, format="odt"))


def _paragraphs(content: Element) -> Iterator[str]:
    todo = [content]
    while todo:
        found = todo.pop()
        if found.tag in LEFT_OUT:
            continue
        if found.tag in (f"{TEXT}p", f"{TEXT}h"):
            text = "".join(_pieces(found))
            if text.strip():
                yield text
        else:
            todo.extend(reversed(found))


def _pieces(paragraph: Element) -> Iterator[str]:
    """Its words and those of its spans, in order, without going deep."""
    todo: list[Element | str] = [paragraph]
    while todo:
        found = todo.pop()
        if isinstance(found, str):
            yield found
            continue
        if found.tag == f"{TEXT}s":
            count = found.get(f"{TEXT}c", "1")
            yield " " * min(int(count), SPACES) if count.isdigit() else " "
        yield BETWEEN.get(found.tag, "")
        yield found.text or ""
        for child in reversed(found):
            todo.append(child.tail or "")
            if child.tag not in LEFT_OUT:
                todo.append(child)


def epub(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every chapter with text as an article, in the order of the book; its id ends with its number."""
    with seekable(blob, options) as stream:
        parts = Parts(blob, unzipped(blob, stream, "EPUB"), options)
        root = next((one.get("full-path", "") for one in parts.xml("META-INF/container.xml").iter() if one.tag.endswith("}rootfile")), "")
        book = parts.xml(root)
        places = {one.get("id"): one.get("href", "") for one in book.iter() if one.tag.endswith("}item")}
        spine = [places.get(one.get("idref"), "") for one in book.iter() if one.tag.endswith("}itemref")]
        title, author = (_told(book, f"{DUBLIN}{name}") for name in ("title", "creator"))
        date = (_told(book, f"{DUBLIN}date") or "")[:10] or None
        for number, place in enumerate(dict.fromkeys(filter(None, spine)), 1):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(place)))
            text = unmarked(decode(parts.bytes(name), None, "utf-8").text).strip()
            if text:
                yield Source(f"{blob.id}#{number}", blob.path, text, title, published=date, author=author, format="epub")


def _told(root: Element | None, name: str) -> str | None:
    found = None if root is None else next(root.iter(name), None)
    return " ".join("".join(found.itertext()).split()) or None if found is not None else None
