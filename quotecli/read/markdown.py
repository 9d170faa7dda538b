"""Markdown: read as it stands, its marks included, so that offsets are those of the file; the first top heading is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.model import Source
from quotecli.read.blob import Blob
from quotecli.read.options import ReadOptions

# "# Title" or "# Title #", before any other text than blank lines; CRLF may end the line.
_HEADING = re.compile(r"\s{0,200}#[ \t]+([^\r\n]{1,500}?)[ \t]*#*[ \t]*(?:\r|\n|$)")


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The file as one article."""
    decoded = blob.text(options)
    heading = _HEADING.match(decoded.text)
    yield blob.article(decoded, "markdown", title=heading[1] if heading else None)
