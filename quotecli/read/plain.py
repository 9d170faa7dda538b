"""Plain text: the article as it stands, one a file; the articles of an export of a news database, each by itself.

Its first line may be a headline, a section name, a dateline or the lead; nothing tells which, so the title stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.model import Source
from quotecli.read.blob import Blob
from quotecli.read.exports import sources
from quotecli.read.options import ReadOptions


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The file as one article, or the articles of the export that it is."""
    yield from sources(blob.article(blob.text(options), "text"))
