"""Opening and closing marks → pairs, with the reopening marks and the pairs inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.find.beside import introduced, labelled, reports
from quotecli.find.shapes import Mark
from quotecli.lexicon.en.verbs import SAY_FINITE
from quotecli.lexicon.marks import DOUBLE, SINGLE
from quotecli.model import Refusal, Span

MAX_QUOTE = 12_000
"""Code points after which an open mark is given up: a printed statement stays below, a lost closing mark does not."""

MAX_MARKS = 120
"""Marks looked at for the one that closes: no printed quotation holds more, and a page of nothing but marks stays cheap."""

MAX_BLANK = 1_500
"""Code points within which a quotation may run over a paragraph break that does not reopen its mark."""


class Pair(NamedTuple):
    """An opening and a closing mark, and the reopening marks of the paragraphs between them."""

    start: int
    end: int
    opening: int  # length of the opening mark
    closing: int  # length of the closing mark
    reopenings: Sequence[Span] = ()
    children: Sequence[Pair] = ()
    closed: bool = True


class Pairing:
    """Pairs the marks of one text; `pair` is called again for the inside of each pair."""

    def __init__(self, text: str, blocks: list[Span], marks: list[Mark]) -> None:
        self.text, self.blocks, self.marks = text, blocks, marks
        self.refusals: list[Refusal] = []
        self.closers: dict[str, list[int]] = {}  # by family, the marks that may close
        for i, mark in enumerate(marks):
            if mark.closes:
                self.closers.setdefault(mark.family, []).append(i)

    def pair(self, low: int, high: int, depth: int = 0) -> list[Pair]:
        """Pair the marks with index low <= i < high; at most four levels deep."""
        pairs: list[Pair] = []
        index = low
        while index < high:
            mark = self.marks[index]
            reason = self._no_opening(mark)
            found = None if reason else self._close(index, high)
            if found is None:
                capped = None if reason or depth else self._capped(index, high)
                if capped is None:
                    refused = self._refuse(mark, reason or "unclosed")
                    index += 1
                    while reason == "markup" and index < high and self.marks[index].start < refused.end:
                        index += 1  # the attribute's own closing mark
                    continue
                pairs.append(capped)
                while index < high and self.marks[index].start < capped.end:
                    index += 1
                continue
            last, reopened = found
            close = self.marks[last]
            reopenings = [Span(self.marks[i].start, self.marks[i].end) for i in reopened]
            children = self._inside(index + 1, last, reopened, depth) if depth < 3 else []
            pairs.append(Pair(mark.start, close.end, mark.end - mark.start, close.end - close.start, reopenings, children))
            index = last + 1
        return pairs

    def _capped(self, index: int, high: int) -> Pair | None:
        """A quotation whose closing mark was forgotten at the end of its paragraph.

        Taken only where all else says speech: a sure mark at a sentence's start or behind a comma or colon, whole sentences up to
        the end of the paragraph, no reporting clause among them, no further mark that might belong to it. What it costs: a sentence of the
        reporter's that follows the forgotten mark is taken for speech; `closed` is False, so a reader is told.
        """
        mark, text = self.marks[index], self.text
        block = self.blocks[mark.paragraph]
        if mark.family is SINGLE or not mark.sure:
            return None
        near = range(index + 1, min(high, index + MAX_MARKS))
        following = next((self.marks[i] for i in near if self.marks[i].family == mark.family), None)
        if following is not None and following.paragraph == mark.paragraph:
            return self._capped_before(mark, following)
        if not 25 <= block.end - mark.start <= MAX_BLANK or text[block.end - 1] not in ".!?…":
            return None
        before = text[max(block.start, mark.start - 3) : mark.start].rstrip()
        if before and before[-1] not in ",:.!?":
            return None
        if not text[mark.end : mark.end + 1].isupper() and not (before and before[-1] in ",:"):
            return None
        if reports(text, mark.end, block.end):
            return None
        return Pair(mark.start, block.end, mark.end - mark.start, 0, closed=False)

    def _capped_before(self, mark: Mark, following: Mark) -> Pair | None:
        """The same inside a paragraph: “… again. He added: “…” ends before the sentence that introduces the next quotation."""
        text = self.text
        if not following.opens or not introduced(text, max(mark.end, following.start - 60), following.start):
            return None
        end = max(text.rfind(stop, mark.end, following.start - 2) for stop in (". ", "! ", "? "))
        if end - mark.end < 25 or end - mark.end > MAX_BLANK or reports(text, mark.end, end + 1):
            return None
        return Pair(mark.start, end + 1, mark.end - mark.start, 0, closed=False)

    def _inside(self, low: int, high: int, reopened: list[int], depth: int) -> list[Pair]:
        children: list[Pair] = []
        for stop in [*reopened, high]:
            children += self.pair(low, stop, depth + 1)
            low = stop + 1
        return children

    def _no_opening(self, mark: Mark) -> str | None:
        """Why this mark opens nothing; None when it may."""
        before = self.text[mark.start - 1 : mark.start]
        if before == "=" and mark.family in (DOUBLE, SINGLE):
            return "markup"  # id="…" in leftover HTML
        if mark.family is SINGLE and not mark.opens:
            return "apostrophe"
        if before.isdigit() and not mark.opens:
            return "inch or minute mark"
        return None if mark.opens else "stray closing mark"

    def _refuse(self, mark: Mark, reason: str) -> Refusal:
        end = mark.end
        if reason == "unclosed":
            if mark.family is SINGLE:
                reason = "apostrophe"
            else:
                end = min(self.blocks[mark.paragraph].end, mark.start + MAX_QUOTE)
        elif reason == "markup":
            stop = self.text.find(self.text[mark.start], mark.end, mark.end + 300)
            end = stop + 1 if stop > 0 else end
        self.refusals.append(Refusal(mark.start, end, reason))
        return self.refusals[-1]

    def _close(self, index: int, high: int) -> tuple[int, list[int]] | None:
        """The index of the mark that closes marks[index], with the reopening marks between; None when nothing does."""
        opener = self.marks[index]
        family, paragraph = opener.family, opener.paragraph
        closers = self.closers.get(family, [])
        first = bisect_right(closers, index)
        if first == len(closers) or closers[first] >= min(high, index + MAX_MARKS):
            return None
        stack = [family]
        reopened: list[int] = []
        fallback: int | None = None  # a close that an inner mark of the same family, or a possessive, laid claim to
        crossed = False  # the quotation ran over a break that did not reopen its mark
        for i in range(index + 1, min(high, index + MAX_MARKS)):
            mark = self.marks[i]
            if mark.start - opener.start > MAX_QUOTE:
                return None
            if mark.paragraph != paragraph:
                if fallback is not None:
                    return fallback, reopened
                if self._reopens(mark, paragraph, opener if not reopened else self.marks[reopened[-1]]):
                    reopened.append(i)
                    stack, paragraph, crossed = [family], mark.paragraph, False
                    continue
                if family is SINGLE or not self._runs_on(opener, mark, paragraph):
                    return None
                stack, paragraph, crossed = [family], mark.paragraph, True
            verdict = self._step(stack, mark, i, crossed)
            if verdict == "closed":
                return i, reopened
            if verdict == "claimed" and (fallback is None or family is not SINGLE):
                fallback = i
            elif verdict == "lost":
                return (fallback, reopened) if fallback is not None else None
        return (fallback, reopened) if fallback is not None else None

    def _step(self, stack: list[str], mark: Mark, i: int, crossed: bool) -> str:
        """Move `stack` over one mark: "closed", "claimed" by an inner quotation, "lost", or "" to go on."""
        family, outer = mark.family, stack[0]
        opens, closes = mark.opens, mark.closes
        if self.text[mark.start - 1] == "=":
            return ""
        if closes and family is DOUBLE and self._inch(mark, i):
            return ""
        if closes and opens:  # only what is open can tell
            opens, closes = (False, True) if family in stack else (True, False)
        if opens:
            if family == outer and (crossed or (len(stack) == 1 and introduced(self.text, max(0, mark.start - 60), mark.start))):
                return "lost"  # another quotation begins: the first was never closed
            if outer is SINGLE and family is SINGLE and mark.sure and len(stack) == 1:
                return "lost"
            if family is not SINGLE or mark.sure:
                stack.append(family)
            return ""
        if not closes or family not in stack or self.text[mark.start] in "`‚":
            return ""
        if family is SINGLE and not mark.sure:  # Jones' cow: a mark to fall back on
            return "claimed" if stack == [SINGLE] else ""
        while stack.pop() != family:
            pass  # an inner mark that never closed does no harm
        if not stack:
            return "closed"
        return "claimed" if family == outer and outer not in stack[1:] else ""

    def _inch(self, mark: Mark, i: int) -> bool:
        """6" pipe inside an open quotation: a straight mark after a digit when the next mark closes as well."""
        if self.text[mark.start] != '"' or not self.text[mark.start - 1].isdigit():
            return False
        if not self.text[mark.end : mark.end + 1].isspace() or not self.text[mark.end + 1 : mark.end + 2].islower():
            return False
        for later in self.marks[i + 1 : i + 9]:
            if later.paragraph != mark.paragraph:
                return False
            if later.family is DOUBLE:
                return later.closes and not later.opens
        return False

    def _reopens(self, mark: Mark, paragraph: int, last_opening: Mark) -> bool:
        """Whether `mark` begins the next paragraph of a quotation left open in `paragraph`."""
        if mark.paragraph != paragraph + 1 or mark.family != last_opening.family or not (mark.opens or not mark.sure):
            return False
        if mark.start != self.blocks[mark.paragraph].start or labelled(self.text, mark.end):
            return False  # “SMITH: …” below “ROE: …”: another speaker of a transcript
        return not self._reported(self.text[max(last_opening.end, self.blocks[paragraph].end - 120) : self.blocks[paragraph].end])

    def _runs_on(self, opener: Mark, mark: Mark, paragraph: int) -> bool:
        """Whether a quotation may run over a plain paragraph break: the next mark closes it, and soon."""
        if mark.start - opener.start > MAX_BLANK or mark.paragraph - paragraph > 2 or mark.opens or not mark.closes:
            return False
        return not self._reported(self.text[max(opener.end, self.blocks[paragraph].end - 120) : self.blocks[paragraph].end])

    @staticmethod
    def _reported(tail: str) -> bool:
        """Whether a paragraph ends in its own reporting clause: its closing mark was dropped ("The road is shut, he said.)."""
        clause = tail.rstrip(" .").rpartition(",")[2].split()
        return 2 <= len(clause) <= 8 and (clause[-1].lower() in SAY_FINITE or clause[0].lower() in SAY_FINITE)
