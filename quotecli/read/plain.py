"""Plain text: the article as it stands, one a file; the articles of an export of a news database, each by itself.

Its first line may be a headline, a section name, a dateline or the lead; nothing tells which, so the title stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.model import Source
from quotecli.read.blob import Blob
from quotecli.read.options import ReadOptions


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The file as one article, or the articles of the export that it is."""
    whole = blob.article(blob.text(options), "text")
    if not may_be_export(whole.text):
        yield whole
        return
    from quotecli.read.exports import sources

    yield from sources(whole)


def may_be_export(text: str) -> bool:
    """Whether a text has what no export does without: Nexis its count of words, Factiva its fields, ProQuest the name of one."""
    if all(field in text for field in ("HD", "PD", "SN")) or "Full text" in text:
        return True
    low = text.lower()
    return "length" in low and " word" in low
