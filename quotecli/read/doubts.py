"""Why an article without quotations may have been read wrongly, and what to try: silence would look like an answer."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable

from quotecli.model import Source
from quotecli.read.formats import FORMATS, known, stem
from quotecli.read.options import ReadOptions

HEAD = 1000
"""Characters by which a text is known for another format."""
_ENTITY = r"&(?:[lr][sd]quo|quot|laquo|raquo|#8216|#8217|#8220|#8221|#x201[89cCdD]);"
_TAG = r"(?i:</(?:p|div|a|em|strong|span|br|b|i)\s?>|<br\s?/?>)"
_WRONG = "[\x80-\x84\x86-\x9f\ufffd]|â€|Ã[\x80-\xbf]"
SETTINGS = "quotes.toml"
"""The project's settings lie among its articles."""
TAGS = 3
"""So many tags are no accident."""


def doubt(source: Source) -> str | None:
    """What a text without quotations shows that it should not, and what to try; None where nothing does."""
    head = source.text[:HEAD].encode("utf-8", "replace")
    looks = next((f.name for f in FORMATS if f.looks and re.match(f.looks, head, re.IGNORECASE | re.DOTALL)), None)
    if looks and source.format in ("text", "markdown") and looks not in ("csv", "mbox"):
        return f"has no quotations and looks like {looks}; try --input-format {looks}"
    if re.search(_WRONG, source.text):
        return "has no quotations, and signs that were decoded wrongly; try --encoding windows-1252, or utf-8"
    if re.search(_ENTITY, source.text) or len(re.findall(_TAG, source.text)) >= TAGS:
        return "has no quotations and shows markup; try --input-format html"
    return None


def unread(paths: Iterable[str], options: ReadOptions) -> Counter[str]:
    """How many files in the folders among the paths are of which kinds that are not read, by suffix; none where names were asked for."""
    kinds: Counter[str] = Counter()
    for path in paths if not options.glob else ():
        for _, folders, names in os.walk(path):
            folders[:] = [name for name in folders if options.hidden or not name.startswith(".")]
            kinds.update(
                _kind(name) for name in names if not known(name) and name != SETTINGS and (options.hidden or not name.startswith("."))
            )
    return kinds


def _kind(name: str) -> str:
    return os.path.splitext(name)[1].lower() or stem(name)
