"""PDF: the text of its pages, lines joined to paragraphs. Offsets refer to it, since the file holds glyphs at places, not text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.blob import Blob, megabytes, missing
from quotecli.read.options import ReadOptions

FULL = 0.75
"""A line shorter than this share of the longest ends a paragraph."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The document as one article."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise missing(blob.path, "pypdfium2", "pdf") from None

    data = blob.whole(options)
    try:
        document = PdfDocument(data)
        text = _text(blob, document, options)
        told = document.get_metadata_dict(skip_empty=True)
    except PdfiumError as error:
        locked = "assword" in str(error)
        raise UnreadableSource(blob.path, "is locked with a password" if locked else "is no PDF that can be read, or damaged") from None
    if not text.strip():
        raise UnreadableSource(blob.path, "has no text; if it was scanned, it takes text recognition first")
    yield Source(id=blob.id, path=blob.path, text=text, title=told.get("Title"), author=told.get("Author"), format="pdf")


def _text(blob: Blob, document: Any, options: ReadOptions) -> str:
    pages: list[str] = []
    size = 0
    for page in document:
        pages.append(paragraphs(page.get_textpage().get_text_range().replace("\r\n", "\n")))
        size += len(pages[-1])
        if size > options.max_size:
            raise UnreadableSource(blob.path, f"has more text than {megabytes(options.max_size)}; raise --max-size to read it")
    return "\n".join(page for page in pages if page)


def paragraphs(page: str) -> str:
    """The lines of a page with those joined that one paragraph was broken into, by a space in place of the line break."""
    lines = [line.strip(" \t") for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    joined = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        full = len(line) >= FULL * width and bool(following)
        joined += line + (" " if full else "\n")
    return joined.strip()
