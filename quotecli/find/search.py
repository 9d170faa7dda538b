"""The walk from one opening mark to the mark that closes it."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.find.beside import announced, introduced, labelled, reported, reported_from, reporting, reports
from quotecli.find.nouns import MAX_BLANK, MAX_MARKS, MAX_QUOTE, Mark
from quotecli.find.singles import owns
from quotecli.lexicon.marks import DOUBLE, SINGLE
from quotecli.model import Span

GO_ON, CLAIMED, CLOSED, LOST = range(4)
"""What a mark on the way means: nothing; it may close, but another has a better claim; it closes; another quotation begins."""

TAIL = 120
"""Code points at a paragraph's end within which its own reporting clause stands."""

DRESS = "*_> "
"""What Markdown puts before the first word of a paragraph."""


class Close(NamedTuple):
    """Where a quotation ends, and the marks that reopened it on the way."""

    last: int  # index of the closing mark
    reopened: tuple[int, ...]
    doubtful: bool = False  # a mark too few: perhaps this one was never closed


class Search:
    """One opening mark, and what is known on the way to the mark that closes it."""

    __slots__ = (
        "announced",
        "blocks",
        "crossed",
        "fallback",
        "index",
        "inner",
        "marks",
        "opener",
        "paragraph",
        "reopened",
        "stack",
        "swallows",
        "text",
    )

    def __init__(self, text: str, blocks: list[Span], marks: list[Mark], index: int) -> None:
        self.text, self.blocks, self.marks, self.index = text, blocks, marks, index
        self.opener = marks[index]
        self.paragraph = self.opener.paragraph
        self.stack = [self.opener.family]  # the families of the quotations open there
        self.reopened: tuple[int, ...] = ()
        self.fallback: Close | None = None  # a close that an inner mark of the same family, or a possessive, laid claim to
        self.crossed = False  # it ran over a break that did not reopen its mark
        self.inner: Mark | None = None  # the first mark of its own family that opens inside it
        self.announced = False  # a verb of speech stands before such a mark
        self.swallows = False  # “But it is a plan,” she said. “I doubt it,”: more than one speech on the way

    def run(self, high: int) -> Close | None:
        """The close, looked for among the marks before `high`; None when nothing closes it."""
        marks, opener = self.marks, self.opener
        for i in range(self.index + 1, min(high, self.index + MAX_MARKS)):
            mark = marks[i]
            if mark.start - opener.start > MAX_QUOTE:
                return None
            if mark.paragraph != self.paragraph:
                if not self._crosses(mark, i):
                    break
                if self.reopened and self.reopened[-1] == i:
                    continue
            verdict = self._step(mark, i)
            if verdict == CLOSED:
                return None if self.swallows else Close(i, self.reopened)
            if verdict == LOST:
                break
            if verdict == CLAIMED and (self.fallback is None or opener.family is not SINGLE):
                self.fallback = Close(i, self.reopened)
        return self._settled()

    def _settled(self) -> Close | None:
        """The close to fall back on; None where it must be another quotation's, and this one was never closed."""
        opener, inner, close = self.opener, self.inner, self.fallback
        if close is None or (opener.family is SINGLE and not opener.sure):
            return None
        if inner is None or inner.paragraph != opener.paragraph or opener.family is SINGLE:
            return close
        if self.swallows or self.announced or reported_from(self.text, opener.end, min(inner.start, opener.end + MAX_BLANK)) is not None:
            return None
        return close._replace(doubtful=True)

    # ---- from one paragraph to the next
    def _crosses(self, mark: Mark, i: int) -> bool:
        """Whether the quotation goes on in the paragraph of `mark`, which is marks[i]."""
        opener = self.opener
        if opener.stray or (opener.family is SINGLE and not opener.sure) or not self._may_go_on():
            return False
        if self._reopens(mark):
            self.reopened += (i,)
            self.crossed = False
        elif self._runs_on(mark):
            self.crossed = True
        else:
            return False
        self.stack, self.paragraph = [opener.family], mark.paragraph
        return True

    def _may_go_on(self) -> bool:
        """Whether nothing closed it in the paragraphs above: a plural possessive (the boats’ ropes) did not."""
        if self.fallback is None:
            return True
        mark, end = self.marks[self.fallback.last], self.blocks[self.paragraph].end
        if self.opener.family is not SINGLE or not owns(self.text, mark.start, mark.end) or self.text[end - 1].isalnum():
            return False
        if not announced(self.text, self.opener.start) or not self.text[self.opener.end : self.opener.end + 1].isupper():
            return False
        return not reports(self.text, mark.end, end)

    def _reopens(self, mark: Mark) -> bool:
        """Whether `mark` begins the next paragraph of a quotation left open above."""
        if mark.stray or mark.paragraph != self.paragraph + 1 or mark.family != self.opener.family or not (mark.opens or not mark.sure):
            return False
        above = self.text[self.blocks[mark.paragraph].start : mark.start]
        if len(above) > TAIL or above.strip(DRESS) or labelled(self.text, mark.end):
            return False  # “SMITH: …” below “ROE: …”: another speaker of a transcript
        return not self._reported()

    def _runs_on(self, mark: Mark) -> bool:
        """Whether a quotation may run over a plain paragraph break: the next mark closes it, and soon."""
        if mark.stray or mark.start - self.opener.start > MAX_BLANK or mark.paragraph - self.paragraph > 2 or mark.opens or not mark.closes:
            return False
        if self.opener.family is SINGLE and (mark.family is not SINGLE or not mark.sure or self.text[mark.start - 1] not in ",.?!…"):
            return False
        return not self._reported()

    def _reported(self) -> bool:
        last, end = self.marks[self.reopened[-1]] if self.reopened else self.opener, self.blocks[self.paragraph].end
        return reported(self.text[max(last.end, end - TAIL) : end])

    # ---- over one mark
    def _step(self, mark: Mark, i: int) -> int:
        """Move over marks[i]."""
        if self.text[mark.start - 1] == "=":
            return GO_ON
        opens, closes = mark.opens, mark.closes
        if closes and mark.family is DOUBLE and self._inch(mark, i):
            return GO_ON
        if closes and opens:  # only what is open can tell
            opens, closes = (False, True) if mark.family in self.stack else (True, False)
        if opens:
            return self._open(mark)
        if not closes or mark.family not in self.stack or self.text[mark.start] in "`‚":
            return GO_ON
        return self._close(mark)

    def _open(self, mark: Mark) -> int:
        """A mark that opens on the way: a quotation inside, or another in the place of this one."""
        outer, family = self.stack[0], mark.family
        if family == outer and len(self.stack) == 1 and self._begins_anew(mark):
            return LOST
        if self.crossed and family == outer:
            return LOST
        if family is not SINGLE or mark.sure:
            self.stack.append(family)
        return GO_ON

    def _begins_anew(self, mark: Mark) -> bool:
        """Whether a mark of the same family cannot stand inside this quotation."""
        if mark.family is SINGLE:
            return mark.sure
        if self.opener.stray and mark.sure:
            return True
        self.announced = self.announced or introduced(self.text, max(0, mark.start - 60), mark.start)
        if self.fallback is not None and self.fallback.reopened == self.reopened:
            if self.inner is None:
                return True  # a mark inside a word had closed it
            last = self.marks[self.fallback.last]
            self.swallows = self.swallows or self._told(last, mark)
        self.inner = self.inner or mark
        return False

    def _told(self, last: Mark, mark: Mark) -> bool:
        """Whether ,” she said. “ stands between the two marks, which ends one speech and begins another; no ?” He said, “ does."""
        between = self.text[last.end : mark.start].strip()
        if not 0 < len(between) <= TAIL or not reporting(between.split()):
            return False
        return self.text[last.start - 1] == "," or between[0].islower() or between[-1] == "."

    def _close(self, mark: Mark) -> int:
        family, stack = mark.family, self.stack
        unsure_opener = family is SINGLE and not self.opener.sure
        if family is SINGLE and not mark.sure:  # Jones' cow: a mark to fall back on
            return CLAIMED if stack == [SINGLE] and not unsure_opener else GO_ON
        while stack.pop() != family:
            pass  # an inner mark that never closed does no harm
        if stack:
            return CLAIMED if family == stack[0] and family not in stack[1:] else GO_ON
        if unsure_opener and self.opener.family is SINGLE and self.text[mark.start - 1] not in ",.?!…":
            return LOST
        if mark.inside:
            stack.append(family)
            return CLAIMED
        return CLOSED

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
