"""Why an article without quotations may have been read wrongly, and what to try: silence would look like an answer."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

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
    looks = _looks_like(source.text[:HEAD]) if source.format in ("text", "markdown") else None
    if looks and looks not in ("csv", "mbox"):
        return f"has no quotations and looks like {looks}; try --input-format {looks}"
    if not source.text.isascii() and re.search(_WRONG, source.text):
        return "has no quotations, and signs that were decoded wrongly; try --encoding windows-1252, or utf-8"
    if _shows_markup(source.text):
        return "has no quotations and shows markup; try --input-format html"
    return None


def _shows_markup(text: str) -> bool:
    return ("&" in text and re.search(_ENTITY, text) is not None) or ("<" in text and len(re.findall(_TAG, text)) >= TAGS)


def _looks_like(head: str) -> str | None:
    """The format that begins like this."""
    start = head.encode("utf-8", "replace")
    return next((name for name, pattern in _looks() if pattern.match(start)), None)


@cache
def _looks() -> list[tuple[str, re.Pattern[bytes]]]:
    """How formats begin; a million small articles ask for each."""
    return [(one.name, re.compile(one.looks, re.IGNORECASE | re.DOTALL)) for one in FORMATS if one.looks]


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
