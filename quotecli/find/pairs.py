"""Opening and closing marks → pairs, with the reopening marks and the pairs inside."""

from __future__ import annotations

from bisect import bisect_right

from quotecli.find.beside import announced
from quotecli.find.nouns import MAX_MARKS, MAX_QUOTE, Mark, Pair
from quotecli.find.search import Close, Search
from quotecli.find.unclosed import cap
from quotecli.lexicon.marks import DOUBLE, SINGLE
from quotecli.model import Refusal, Span

DEEPEST = 3
"""Levels of pairs within pairs that are looked for."""


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
        """Pair the marks with index low <= i < high."""
        pairs: list[Pair] = []
        index = low
        while index < high:
            reason = self._no_opening(self.marks[index])
            pair = None if reason else self._opened(index, high, depth)
            if pair is not None:
                pairs.append(pair)
                index = self._behind(pair.end, index, high)
            else:
                refused = self._refuse(self.marks[index], reason or "unclosed")
                index = self._behind(refused.end, index, high) if reason == "markup" else index + 1
        return pairs

    def _behind(self, end: int, index: int, high: int) -> int:
        """The first mark that is not before `end`."""
        while index < high and self.marks[index].start < end:
            index += 1
        return index

    def _opened(self, index: int, high: int, depth: int) -> Pair | None:
        """The pair that marks[index] opens: closed, or ended where it must have ended; None when there is too little evidence."""
        found = self._search(index, high)
        if depth or (found is not None and not found.doubtful):
            return self._closed(index, found, depth)
        following = map(self.marks.__getitem__, range(index + 1, min(high, index + MAX_MARKS)))
        opener = self.marks[index]
        return cap(self.text, self.blocks[opener.paragraph], opener, following) or self._closed(index, found, depth)

    def _search(self, index: int, high: int) -> Close | None:
        opener = self.marks[index]
        if index + 1 < high and self._closes_at_once(opener, self.marks[index + 1]):
            return Close(index + 1, ())
        closers = self.closers.get(opener.family, ())
        first = bisect_right(closers, index)
        if first == len(closers) or closers[first] >= min(high, index + MAX_MARKS):
            return None
        return Search(self.text, self.blocks, self.marks, index).run(high)

    def _closes_at_once(self, opener: Mark, mark: Mark) -> bool:
        """Whether the very next mark is the one that closes, whatever else stands there: most are."""
        if mark.family is not opener.family or mark.family is SINGLE or not mark.closes or mark.inside:
            return False
        before = self.text[mark.start - 1]
        near = mark.paragraph == opener.paragraph and mark.start - opener.start <= MAX_QUOTE
        return near and before != "=" and not before.isdigit()  # 6" pipe

    def _closed(self, index: int, found: Close | None, depth: int) -> Pair | None:
        if found is None:
            return None
        opener, close = self.marks[index], self.marks[found.last]
        reopenings = [Span(self.marks[i].start, self.marks[i].end) for i in found.reopened]
        empty = found.last == index + 1 or depth >= DEEPEST
        children = [] if empty else self._inside(index + 1, [*found.reopened, found.last], depth)
        certain = close.paragraph == opener.paragraph or self._begins(opener)
        return Pair(opener.start, close.end, opener.end - opener.start, close.end - close.start, reopenings, children, certain)

    def _begins(self, opener: Mark) -> bool:
        """Whether what runs over paragraphs begins like speech: one mark too many in the reporter's words would run on as well."""
        return self.text[opener.end : opener.end + 1].isupper() or announced(self.text, opener.start)

    def _inside(self, low: int, stops: list[int], depth: int) -> list[Pair]:
        children: list[Pair] = []
        for stop in stops:
            children += self.pair(low, stop, depth + 1)
            low = stop + 1
        return children

    def _no_opening(self, mark: Mark) -> str | None:
        """Why this mark opens nothing; None when it may."""
        before = self.text[mark.start - 1 : mark.start]
        if before == "=" and mark.family in (DOUBLE, SINGLE):
            return "markup"  # id="…" in leftover HTML
        if mark.opens:
            return None
        if mark.family is SINGLE:
            return "apostrophe"
        return "inch or minute mark" if before.isdigit() else "stray closing mark"

    def _refuse(self, mark: Mark, reason: str) -> Refusal:
        end = mark.end
        if reason == "unclosed":
            if mark.family is SINGLE and not (mark.sure and self.text[mark.start] == "‘"):
                reason = "apostrophe"
            elif mark.inside:
                reason = "inside a word"
            else:
                end = min(self.blocks[mark.paragraph].end, mark.start + MAX_QUOTE)
        elif reason == "markup":
            stop = self.text.find(self.text[mark.start], mark.end, mark.end + 300)
            end = stop + 1 if stop > 0 else end
        self.refusals.append(Refusal(mark.start, end, reason))
        return self.refusals[-1]
