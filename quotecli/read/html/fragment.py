"""Markup in a field of a record, a feed or a book: all of it is the article, so nothing is chosen."""

from __future__ import annotations

import re
from html import unescape

from quotecli.read.html.blocks import TooComplex, parse
from quotecli.read.html.names import called, up
from quotecli.read.html.text import assemble

_TAG = re.compile(
    r"<(?:/(?:p|div|a|em|i|b|strong|span|h[1-6]|li|ul|ol|blockquote|figure)|br\s?/?|p|hr\s?/?)\s?>|<(?:p|div|a|span|img)\s[^<>]{1,2000}>",
    re.I,
)
_BLOCK = re.compile(r"<(?:p|div|br|li|h[1-6]|blockquote|td)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[\da-fA-F]{2,6}|[lr][sd]quo|quot|apos|nbsp|amp|[mn]dash|hellip|laquo|raquo);")
_GAP = re.compile(r"\r?\n[ \t\r]*\n\s*")


def unmarked(text: str) -> str:
    """The text without its markup, entities as the characters they stand for; as it is where it shows neither."""
    if "<" in text and _TAG.search(text):
        pieces = [text] if _BLOCK.search(text) else _GAP.split(text)
        try:
            return "\n\n".join(filter(None, map(_shown, pieces)))
        except TooComplex:
            return text
    return unescape(text) if "&" in text and _ENTITY.search(text) else text


def _shown(markup: str) -> str:
    return assemble([block for block in parse(markup).blocks if not any(called(node) == "surely" for node in up(block.node))])[0]
