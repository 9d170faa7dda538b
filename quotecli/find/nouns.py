"""What the marks of a text are made of: the mark, the pair, and how far a pair may reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.model import Span

MAX_QUOTE = 12_000
"""Code points after which an open mark is given up: a printed statement stays below, a lost closing mark does not."""

MAX_MARKS = 120
"""Marks looked at for the one that closes: no printed quotation holds more, and a page of nothing but marks stays cheap."""

MAX_BLANK = 1_500
"""Code points within which a quotation may run over a paragraph break that does not reopen its mark."""


class Mark(NamedTuple):
    """One mark and what its neighbours allow it to do."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    sure: bool  # the shape and both neighbours agree
    inside: bool  # a word
    stray: bool  # inside a word, loose between blanks, or of closing shape where it opens: nothing beyond its paragraph hangs on it
    paragraph: int


class Pair(NamedTuple):
    """An opening and a closing mark, and the reopening marks of the paragraphs between them."""

    start: int
    end: int
    opening: int  # length of the opening mark
    closing: int  # length of the closing mark
    reopenings: Sequence[Span] = ()
    children: Sequence[Pair] = ()
    closed: bool = True
