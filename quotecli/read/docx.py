"""Word documents: the paragraphs, tables and notes as one text. Offsets refer to it, since the file is no text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO
from zipfile import ZipFile, ZipInfo

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.archives.zip import unzipped
from quotecli.read.blob import Blob, bursting, missing, seekable
from quotecli.read.exports import sources
from quotecli.read.options import ReadOptions

MARKUP = 4
"""How many times `max_size` its parts may unpack to: Word's markup is longer than the words, which are held to `max_size` themselves."""
TEMPLATE = "python-docx"
"""Whom a program's template names as the author: nobody."""
XML = (".xml", ".rels")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BETWEEN = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "\u2011", f"{WORD}softHyphen": "\u00ad"}


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The document as one article, or the articles of the export that it holds.

    Changes that are tracked count as accepted: what was deleted is not in the text.
    """
    try:
        from docx import Document
    except ImportError:
        raise missing(blob.path, "python-docx", "docx") from None

    with seekable(blob, options) as stream:
        archive = unzipped(blob, stream, "Word document")
        parts = _parts(blob, archive, options)
        try:
            document = Document(_without_pictures(archive, parts))
            text = "\n".join(part for root in _roots(document) for part in _paragraphs(root))
            told = document.core_properties
            title, author = told.title or None, told.author or None
        except Exception as error:  # the library and its XML parser raise a dozen kinds
            raise UnreadableSource(blob.path, f"is no Word document that can be read ({type(error).__name__})") from None
    if not text.strip():
        raise UnreadableSource(blob.path, "has no text")
    if author == TEMPLATE:
        author = None
    yield from sources(Source(id=blob.id, path=blob.path, text=text, title=title, author=author, format="docx"))


def _parts(blob: Blob, archive: ZipFile, options: ReadOptions) -> dict[str, ZipInfo]:
    """Its parts by name, before they are unpacked into memory: as large as they say, which the unpacking then holds them to."""
    parts = {part.filename: part for part in archive.infolist()}
    if sum(part.file_size for name, part in parts.items() if name.endswith(XML)) > MARKUP * options.max_size:
        raise bursting(blob.path, options.max_size)
    return parts


def _without_pictures(archive: ZipFile, parts: dict[str, ZipInfo]) -> BinaryIO:
    """A copy whose pictures and films are empty: the library loads every part, however large."""
    copy = io.BytesIO()
    with ZipFile(copy, "w") as thin:
        for name, part in parts.items():
            thin.writestr(name, archive.read(part) if name.endswith(XML) else b"")
    return copy


def _roots(document: Any) -> Iterator[Any]:
    """The body, then the notes, which Word keeps apart."""
    from docx.oxml import parse_xml

    yield document.element.body
    for part in document.part.package.iter_parts():
        if part.partname in ("/word/footnotes.xml", "/word/endnotes.xml"):
            yield parse_xml(part.blob)


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of each, also inside tables, links and insertions; a paragraph in a text box stands by itself."""
    for paragraph in body.iter(f"{WORD}p"):
        text = "".join(_pieces(paragraph, paragraph))
        if text.strip():
            yield text


def _pieces(element: Any, paragraph: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in BETWEEN:
            yield BETWEEN[child.tag]
        elif child.tag not in (f"{WORD}p", f"{WORD}del", f"{WORD}moveFrom", f"{WORD}pPr", f"{WORD}rPr") and isinstance(child.tag, str):
            if child.tag.endswith("}Fallback"):  # of a drawing: says again what was said
                continue
            yield from _pieces(child, paragraph)
