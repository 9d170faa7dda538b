"""PDF: the text of its pages, lines joined to paragraphs. Offsets refer to it, since the file holds glyphs at places, not text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.blob import COPY, Blob, bursting, megabytes, missing
from quotecli.read.options import ReadOptions

_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile(r"(\w+)\ufffe(\w+)")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DEFLATED = re.compile(rb"/Fl(?:ateDecode)?\b")
PIECE = 1 << 16
FULL = 0.75
"""A line shorter than this share of the longest ends a paragraph."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The document as one article."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise missing(blob.path, "pypdfium2", "pdf") from None

    data = blob.whole(options, COPY)
    _check(blob, data, options)
    try:
        document = PdfDocument(data)
        text = _text(blob, document, options)
        title, author = (_told(document, name) for name in ("Title", "Author"))
    except PdfiumError as error:
        locked = "assword" in str(error)
        raise UnreadableSource(blob.path, "is locked with a password" if locked else "is no PDF that can be read, or damaged") from None
    if not text.strip():
        raise UnreadableSource(blob.path, "has no text; if it was scanned, it takes text recognition first")
    yield Source(id=blob.id, path=blob.path, text=text, title=title, author=author, format="pdf")


def _told(document: Any, name: str) -> str | None:
    """What the document says about itself; nothing where it is no text."""
    try:
        return document.get_metadata_value(name) or None
    except ValueError:
        return None


def _check(blob: Blob, data: bytes, options: ReadOptions) -> None:
    """Raises UnreadableSource for a stream that unpacks to more than allowed: the library would unpack it whole.

    Pictures are left out, which it does not unpack. A stream that names its packing by reference is not seen.
    """
    for found in _STREAM.finditer(data):
        about = data[max(0, found.start() - 500) : found.start()].rpartition(b"obj")[2]
        layers = len(_DEFLATED.findall(about)) if b"/Image" not in about else 0
        if layers and _exceeds(data, found.end(), layers, options.max_size):
            raise bursting(blob.path, options.max_size)


def _exceeds(data: bytes, start: int, layers: int, limit: int) -> bool:
    pieces: Iterable[bytes] = (data[at : at + PIECE] for at in range(start, len(data), PIECE))
    for _ in range(layers):
        pieces = _inflated(pieces)
    size = 0
    try:
        for piece in pieces:
            size += len(piece)
            if size > limit:
                return True
    except zlib.error:  # the library will say what is wrong
        pass
    return False


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed, a piece at a time."""
    unpacker = zlib.decompressobj()
    for data in packed:
        rest = data
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return


def _text(blob: Blob, document: Any, options: ReadOptions) -> str:
    pages: list[str] = []
    size = 0
    for page in document:
        pages.append(paragraphs(page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\x02", "\ufffe")))
        size += len(pages[-1])
        if size > options.max_size:
            raise UnreadableSource(blob.path, f"has more text than {megabytes(options.max_size)}; raise --max-size to read it")
    return unbroken("\n".join(page for page in pages if page))


def unbroken(text: str) -> str:
    """The text with words whole that a line's end broke, where the library puts U+FFFE for the hyphen.

    "govern-ment" was one word, "well-known" keeps its hyphen: as the rest of the document writes it, else one word.
    """
    if "\ufffe" not in text:
        return text
    words = set(_WORD.findall(text.lower()))

    def whole(found: re.Match[str]) -> str:
        hyphened = f"{found[1]}-{found[2]}"
        return hyphened if hyphened.lower() in words else found[1] + found[2]

    return _BROKEN.sub(whole, text).replace("\ufffe", "-")


def paragraphs(page: str) -> str:
    """The lines of a page with those joined that one paragraph was broken into, by a space in place of the line break."""
    lines = [line.strip(" \t") for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    joined = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        full = len(line) >= FULL * width and bool(following)
        joined += line + (" " if full else "\n")
    return joined.strip()
