"""Spans over a text that stays as it came: paragraphs, lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from quotecli.model import Span

_LINE = r"[^\r\n\u2028\u2029]+"
_NEWLINE = re.compile(r"\r\n|\r|\n")
_THIN = "\u200b\ufeff"
HARD_WRAP = 100
"""Columns: a text none of whose lines is longer, and most of whose lines end inside a sentence, was wrapped by hand."""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, without their surrounding white space, in order.

    News text puts a paragraph on a line. Mail and old wire copy wrap every line at some 70 columns instead; there a paragraph ends
    at a blank line.
    """
    lines = list(_lines(text))
    if not _hard_wrapped(text, lines):
        return lines
    blocks: list[Span] = []
    for line in lines:
        if blocks and _breaks(text, blocks[-1].end, line.start) == 1:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, without what surrounds them."""
    if "\r" in text or "\u2028" in text or "\u2029" in text:
        whole = [match.span() for match in re.finditer(_LINE, text)]
    else:  # a tenth of the time of a pattern that asks every character
        ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
        whole = list(zip([0, *ends], [*ends[:-1], len(text)], strict=False))
    for start, end in whole:
        while start < end and (text[start].isspace() or text[start] in _THIN):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _THIN):
            end -= 1
        if start < end:
            yield Span(start, end)


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2 or any(line.end - line.start > HARD_WRAP for line in lines):
        return False
    inner = [a for a, b in pairwise(lines) if _breaks(text, a.end, b.start) == 1 and text[b.start].islower()]
    joined = sum(_breaks(text, a.end, b.start) == 1 for a, b in pairwise(lines))
    return 2 * len(inner) > joined and any(text[a.end - 1].isalnum() or text[a.end - 1] in ",;" for a in inner)


def _breaks(text: str, start: int, end: int) -> int:
    return len(_NEWLINE.findall(text, start, end)) if end - start < 64 else 2


def has_word(text: str) -> bool:
    """Whether anything in it is a letter or a digit."""
    return any(map(str.isalnum, text))


SHORT = 20_000
"""Code points that are searched sooner than an index of them is made."""


def behind_a_blank(text: str, beginning: str) -> bool:
    """Whether a word that begins so stands behind a blank: `f" {beginning}" in text`; a long text is searched once for all."""
    if len(text) < SHORT or " " in beginning:
        return f" {beginning}" in text
    words = _behind_blanks(text)
    place = bisect_left(words, beginning)
    return place < len(words) and words[place].startswith(beginning)


@lru_cache(1)
def _behind_blanks(text: str) -> list[str]:
    return sorted({*text.split(" ")[1:]})


class Lines:
    """Where a code point stands: line and column, both from 1."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        else:
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column, in code points, of the code point at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
