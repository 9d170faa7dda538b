"""Hostile text made harmless for a terminal: what would act is shown instead."""

from __future__ import annotations

import re
from functools import cache

# A line end is a line end. Everything else here acts without being seen: C0 but tab and newline, DEL and C1; the marks
# that reorder text, with which words are made to read backwards; what splits words invisibly; surrogates, tag characters.
ACTING = (
    "\r\n|[\u2028\u2029]|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
LINE_ENDS = frozenset({"\r\n", "\u2028", "\u2029"})


def visible(text: str) -> str:
    """The text with every character that would act on a terminal shown as `\\x1b`, `\\u202e`; for eyes only: offsets shift."""
    return text if text.isascii() and text.isprintable() else acting().sub(shown, text)


def on_one_line(name: str) -> str:
    """Likewise for the name of a file, which may hold any character: its line ends are shown, too."""
    return visible(name).replace("\n", "\\n").replace("\t", "\\t")


@cache
def acting() -> re.Pattern[str]:
    """The pattern, made when it is first needed."""
    return re.compile(ACTING)


def shown(found: re.Match[str]) -> str:
    """How one acting character is printed."""
    return "\n" if found[0] in LINE_ENDS else found[0].encode("unicode_escape").decode("ascii")
