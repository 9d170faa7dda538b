"""One quotation mark and its neighbours: whether it may open, may close, and how sure that is."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining

from quotecli.find.nouns import Mark
from quotecli.find.singles import elided, judge_single
from quotecli.lexicon.marks import CLOSING, EMPHASIS, GUILLEMET, INVISIBLE, OPENING, SHAPES, SINGLE
from quotecli.model import Span

# One class of characters first, so that the scan stays in C. Marks between two letters or digits are apostrophes and never match;
# a doubled single mark is a double one. An underscore is a letter to `re`, and emphasis to who writes Markdown.
_MARK = re.compile(r"""["“”„‟＂«»‹›「」『』‘'`‚’](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=["“”„‟＂«»‹›「」『』])|(?<![^\W_].)|(?![^\W_]))""")
_RUN = re.compile("[\"“”]+|'{3}")
_OPEN_SIDE = "([{—–-―/:;>" + OPENING + "\"'"
_CLOSE_SIDE = ")]},.;:!?…—–-―/<" + CLOSING + "\"'“‘"
_THIN = INVISIBLE | EMPHASIS
_SINGLES = frozenset(sign for sign, (family, _, _) in SHAPES.items() if family is SINGLE)
_MOST_THIN = 3
MOST_DOUBLED = 3
"""Marks in a run that stand for one; more of them are a line drawn."""


def has_marks(text: str) -> bool:
    """Whether anything in `text` may be a quotation mark."""
    return _MARK.search(text) is not None


def classify(text: str, blocks: list[Span]) -> list[Mark]:
    """Every quotation mark of `text`, in order, with what its neighbours allow it to do."""
    starts = [*(block.start for block in blocks), len(text) + 1]
    doubled = _doubled(text) if any(two in text for two in ('""', "““", '"“', "'''")) else {}
    marks: list[Mark] = []
    done = paragraph = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        done = end = doubled.get(start, end)
        while starts[paragraph + 1] <= start:
            paragraph += 1
        sign = match[0]
        before, after = text[start - 1 : start], text[end : end + 1]
        if sign in _SINGLES or before in _THIN or after in _THIN:
            judged = _judge(text, start, end, sign)
        else:
            judged = _judge_double(sign, before, after)
        mark = Mark(start, end, *judged, paragraph)
        if sign == "''" and mark.opens and elided(text, end) and text.find("''", end, blocks[paragraph].end) < 0:
            mark = Mark(start, start + 1, SINGLE, True, False, True, False, False, paragraph)  # ''Tis late,' he said
        marks.append(mark)
    return marks


_Judgement = tuple[str, bool, bool, bool, bool, bool]
"""A mark but for where it stands: family, opens, closes, sure, inside, stray."""


def _judge(text: str, start: int, end: int, sign: str) -> _Judgement:
    """The mark `sign` at `start:end`, by its shape and what stands on both sides."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _THIN or after in _THIN:
        before, after = _beside(text, start, end)
    if sign in _SINGLES:
        return SINGLE, *judge_single(text, start, end, _may_open(before), _may_close(after), before, after), False, False
    return _judge_double(sign, before, after)


def _may_open(before: str) -> bool:
    """Whether there is room on the left."""
    return not before or before.isspace() or before in _OPEN_SIDE


def _may_close(after: str) -> bool:
    """Whether there is room on the right."""
    return not after or after.isspace() or after in _CLOSE_SIDE


@lru_cache(1_024)
def _judge_double(sign: str, before: str, after: str) -> _Judgement:
    """A mark of any other family than the single one: nothing counts but itself and its neighbours."""
    family, shape_opens, shape_closes = SHAPES[sign]
    left, right = _may_open(before), _may_close(after)
    if shape_opens and shape_closes:
        opens, closes, sure = _straight(before, after, left, right)
    elif shape_opens:  # “ closes only with its face to a word's end: “Fine,“ he said
        closes = not left and (right or before in ",.?!") and sign != "«"
        opens, sure = not (closes and right), not closes
    else:  # ” opens only at a word's start: ”Fine,” he said
        opens = left and not right and bool(after)
        closes, sure = True, not opens
    inside = _is_letter(before) and _is_letter(after)
    stray = inside or (opens and not shape_opens) or (family is not GUILLEMET and _is_loose(before, after))
    return family, opens, closes, sure and not stray, inside, stray


def _is_loose(before: str, after: str) -> bool:
    """Whether a mark has blanks on both sides; only the French put some inside theirs."""
    return (not before or before.isspace()) and (not after or after.isspace())


def _is_letter(character: str) -> bool:
    return character.isalnum() or (character > "\u02ff" and combining(character) > 0)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters on both sides, past those that print nothing and past the stars of emphasis: *“Fine,”* he said."""
    left, right = _back(text, start, INVISIBLE), _on(text, end, INVISIBLE)
    outer = _back(text, _back(text, left, EMPHASIS), INVISIBLE)
    last = _on(text, _on(text, right, EMPHASIS), INVISIBLE)
    before, after = text[left - 1 : left], text[right : right + 1]
    within, behind = after and not after.isspace(), before and not before.isspace()
    return text[outer - 1 : outer] if within else before, text[last : last + 1] if behind else after


def _back(text: str, end: int, thin: frozenset[str]) -> int:
    """Where a few thin characters before `end` begin; many are no dress but words (**** off)."""
    start = end
    while start > 0 and end - start <= _MOST_THIN and text[start - 1] in thin:
        start -= 1
    return start if end - start <= _MOST_THIN else end


def _on(text: str, start: int, thin: frozenset[str]) -> int:
    """Where a few thin characters from `start` on end."""
    end = start
    while end < len(text) and end - start <= _MOST_THIN and text[end] in thin:
        end += 1
    return end if end - start <= _MOST_THIN else start


def _doubled(text: str) -> dict[int, int]:
    """Marks that an export doubled or a page printed twice, start to end: ""Fine,"" he said.

    A run is one mark where the next run answers it as one; “He told us “no”” has two closing marks and keeps them.
    """
    merged: dict[int, int] = {}
    waiting: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not 2 <= end - start <= MOST_DOUBLED:
            waiting.clear()
        elif "”" not in match[0] and after and (after not in _CLOSE_SIDE or after in "….—–-") and not after.isspace():
            if not before or before in "\r\n":  # the next paragraph reopens it
                waiting.append((start, end))
            else:
                waiting = [(start, end)]
        elif "“" not in match[0] and before and not before.isspace() and waiting:
            merged.update([*waiting, (start, end)])
            waiting.clear()
    return merged


def _straight(before: str, after: str, left: bool, right: bool) -> tuple[bool, bool, bool]:
    """A straight mark: white space on one side tells; glued or loose on both sides, only what is open can tell."""
    if left and not right:
        return True, False, True
    if right and not left:
        return False, True, True
    if left and right and (not after or after.isspace()) and before and not before.isspace():
        return False, True, False  # I was—" he said; the end of the text is a blank
    return True, True, False
