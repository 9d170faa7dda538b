"""A quotation without its closing mark: where it must have ended.

A mark is taken for such an opening only where all else says speech. What it costs: a sentence of the reporter's that follows a
forgotten mark is taken for speech; `closed` is False, so a reader is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.find.beside import introduced, reported_from, reports, starts_sentence
from quotecli.find.nouns import MAX_BLANK, Mark, Pair
from quotecli.lexicon.marks import DOUBLE, SINGLE
from quotecli.model import Span

SHORTEST = 25
"""Code points: what is shorter and not closed may be anything."""


def cap(text: str, block: Span, opener: Mark, following: Iterable[Mark]) -> Pair | None:
    """The quotation that `opener` begins, ended by the best evidence in its paragraph; None where there is too little.

    `following` are the marks behind it.
    """
    rival, wrong = _beyond(text, opener, following)
    if wrong is not None:
        return Pair(opener.start, wrong.end, opener.end - opener.start, wrong.end - wrong.start)
    if not opener.sure or (opener.family is SINGLE and not text[opener.end : opener.end + 1].isupper()):
        return None
    limit = min(rival.start if rival else block.end, opener.end + MAX_BLANK)
    end = _end(text, block, opener, rival, limit)
    return None if end is None else Pair(opener.start, end, opener.end - opener.start, 0, closed=False)


def _beyond(text: str, opener: Mark, following: Iterable[Mark]) -> tuple[Mark | None, Mark | None]:
    """The next mark of the paragraph that is of the same family, and before it a closing mark of the other size.

    The slip of a finger leaves such a one: “We won’t go,’ she said.
    """
    other = {SINGLE: DOUBLE, DOUBLE: SINGLE}.get(opener.family) if opener.sure else None
    wrong: Mark | None = None
    for mark in following:
        if mark.paragraph != opener.paragraph:
            break
        if mark.family == opener.family:
            return mark, wrong
        if mark.family == other and mark.sure:
            wrong = wrong or (mark if _closes_words(text, mark) else None)
            other = None
    return None, wrong


def _closes_words(text: str, mark: Mark) -> bool:
    """Whether a mark of the other size stands where a closing mark does: between the stop of a sentence and a blank."""
    return not mark.opens and text[mark.start - 1] in ",.?!…" and not text[mark.end : mark.end + 1].isalnum()


def _end(text: str, block: Span, opener: Mark, rival: Mark | None, limit: int) -> int | None:
    """Where the words of an open quotation end: at a reporting clause, before the sentence of the next quotation, or with the paragraph."""
    if _like_speech(text, block, opener):
        clause = reported_from(text, opener.end, limit)
        if clause is not None:
            return clause if clause - opener.end >= SHORTEST else None
    if rival is None:
        return _paragraph_end(text, block, opener)
    if not rival.opens or rival.start > limit:
        return None
    if introduced(text, max(opener.end, rival.start - 60), rival.start):
        end = _last_stop(text, opener.end, rival.start - 2)
        return end if end - opener.end >= SHORTEST and not reports(text, opener.end, end) else None
    same = text[rival.start] == text[opener.start]  # “We wait. "Any time,” he said: one quotation, whose inner mark strayed
    if same and starts_sentence(text, rival.start, rival.end) and _like_speech(text, block, opener):
        end = opener.end + len(text[opener.end : rival.start].rstrip())
        return end if " " in text[opener.end : end].strip() and not reports(text, opener.end, end) else None
    return None


def _paragraph_end(text: str, block: Span, opener: Mark) -> int | None:
    if not SHORTEST <= block.end - opener.start <= MAX_BLANK or text[block.end - 1] not in ".!?…":
        return None
    if not _like_speech(text, block, opener) or reports(text, opener.end, block.end):
        return None
    return block.end


def _last_stop(text: str, start: int, end: int) -> int:
    return max(text.rfind(stop, start, end) for stop in (". ", "! ", "? ")) + 1


def _like_speech(text: str, block: Span, opener: Mark) -> bool:
    """Whether a sentence begins with the mark, or what stands before it announces speech."""
    before = text[max(block.start, opener.start - 3) : opener.start].rstrip()
    if before and before[-1] not in ",:.!?":
        return False
    return text[opener.end : opener.end + 1].isupper() or (before != "" and before[-1] in ",:")
