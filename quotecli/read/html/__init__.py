"""HTML: the paragraphs of the article, each character with its place in the page; the rest of the page left out.

`<q>` and `<blockquote>` are quotation marks that the page leaves to the browser, so they stand in the text as “ and ”, whose place
in the page is the tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.blob import Blob
from quotecli.read.html.about import about
from quotecli.read.html.blocks import TooComplex, parse
from quotecli.read.html.choose import chosen
from quotecli.read.html.factiva import ARTICLE, articles
from quotecli.read.html.scripts import scripted
from quotecli.read.html.text import assemble
from quotecli.read.html.tree import Page
from quotecli.read.options import ReadOptions

_DECLARED = re.compile(rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)

HEAD = 1 << 16
"""Bytes in which a page may declare its encoding: some carry their styles before it."""


def read(blob: Blob, options: ReadOptions, declared: str | None = None) -> Iterator[Source]:
    """The page as one article, an export as several; an encoding that its server declared weighs more than the page's own."""
    data = blob.whole(options)
    inside = _DECLARED.search(data, 0, HEAD)
    own = inside[1].decode("ascii") if inside else None
    if own and own.lower().startswith(("utf-16", "utf16")):
        own = "utf-8"  # what can be read in ASCII is no UTF-16, and browsers take it for UTF-8
    decoded = blob.decoded(data, options, declared or own, exact=True)  # places in the page stay true
    whole = Source(blob.id, blob.path, decoded.text, encoding=decoded.encoding, format="html")
    several = list(articles(_parsed(blob, decoded.text), whole)) if ARTICLE.search(decoded.text) else []
    yield from several or [article(blob, decoded.text, options)._replace(encoding=decoded.encoding)]


def article(blob: Blob, markup: str, options: ReadOptions) -> Source:
    """The article of a page. Raises UnreadableSource when there is none."""
    page = _parsed(blob, markup)
    blocks = chosen(page)
    if options.reader == "trafilatura":
        from quotecli.read.html.trafilatura import chosen_by_trafilatura

        blocks = chosen_by_trafilatura(blob, markup, page)
    blocks = scripted(markup, page, blocks)
    text, raw = assemble(blocks)
    if not text:
        raise UnreadableSource(blob.path, "has no paragraphs of text")
    known = about(page)
    return Source(
        id=blob.id,
        path=blob.path,
        text=text,
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        author=known.author,
        language=known.language or "en",
        url=known.url,
        format="html",
        raw=raw,
    )


def _parsed(blob: Blob, markup: str) -> Page:
    try:
        return parse(markup)
    except TooComplex as error:
        raise UnreadableSource(blob.path, str(error)) from None
