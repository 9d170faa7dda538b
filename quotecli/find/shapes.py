"""One quotation mark and its neighbours: whether it may open, may close, and how sure that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from quotecli.find.singles import judge_single
from quotecli.lexicon.marks import CLOSING, INVISIBLE, OPENING, SHAPES, SINGLE
from quotecli.model import Span

# One class of characters first, so that the scan stays in C. Marks between two letters or digits are apostrophes and never match;
# a doubled single mark is a double one.
_MARK = re.compile(r"""["“”„‟＂«»‹›「」『』‘'`‚’](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=["“”„‟＂«»‹›「」『』])|(?<!\w.)|(?!\w))""")
_OPEN_SIDE = "([{—–-―/:;>" + OPENING + "\"'"
_CLOSE_SIDE = ")]},.;:!?…—–-―/<" + CLOSING + "\"'“‘"


class Mark(NamedTuple):
    """One mark and what its neighbours allow it to do."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    sure: bool  # the shape and both neighbours agree
    paragraph: int


def classify(text: str, blocks: list[Span]) -> list[Mark]:
    """Every quotation mark of `text`, in order, with what its neighbours allow it to do."""
    starts = [block.start for block in blocks]
    marks = []
    for match in _MARK.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        before, after = " " if before in INVISIBLE else before, " " if after in INVISIBLE else after
        family, shape_opens, shape_closes = SHAPES[match[0]]
        left = not before or before.isspace() or before in _OPEN_SIDE  # room on the left: it can open
        right = not after or after.isspace() or after in _CLOSE_SIDE  # room on the right: it can close
        if family is SINGLE:
            opens, closes, sure = judge_single(text, start, end, left, right, match[0])
        elif shape_opens and shape_closes:
            opens, closes, sure = _straight(before, after, left, right)
        elif shape_opens:  # “ closes only with its face to a word's end: “Fine,“ he said
            closes = not left and (right or before in ",.?!") and match[0] != "«"
            opens, sure = not (closes and right), not closes
        else:  # ” opens only at a word's start: ”Fine,” he said
            opens = left and not right and bool(after)
            closes, sure = True, not opens
        marks.append(Mark(start, end, family, opens, closes, sure, bisect_right(starts, start) - 1))
    return marks


def _straight(before: str, after: str, left: bool, right: bool) -> tuple[bool, bool, bool]:
    """A straight mark: white space on one side tells; glued or loose on both sides, only what is open can tell."""
    if left and not right:
        return True, False, True
    if right and not left:
        return False, True, True
    if left and right and after.isspace() and not before.isspace() and before:
        return False, True, False  # I was—" he said
    return True, True, False
