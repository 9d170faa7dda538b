"""Single marks at a word's edge: which are quotation marks, and which are apostrophes."""

from __future__ import annotations

import re

from quotecli.find.beside import announced
from quotecli.lexicon.en.verbs import SAY_FINITE
from quotecli.lexicon.en.words import AUXILIARIES, COORDINATORS, PREPOSITIONS
from quotecli.lexicon.marks import CLIPPED, CLOSING, ELISIONS, OPENING

_DECADE = re.compile(r"\d0s\b|\d\d\b(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_CLAUSES = SAY_FINITE | AUXILIARIES | COORDINATORS | PREPOSITIONS
_BREAKING_OFF = "…—–-."

Judgement = tuple[bool, bool, bool]
"""It may open, it may close, that is sure."""


def judge_single(text: str, start: int, end: int, left: bool, right: bool, before: str, after: str) -> Judgement:
    """A single mark at a word's edge: quotation mark, possessive (Jones' cow) or elision ('90s, 'tis)."""
    if left and right:
        return _between(text, start, end, before, after)
    if left:
        return _opening(text, start, end)
    if right:
        return False, True, not _may_be_apostrophe(text, start, end)
    return False, False, False


def _opening(text: str, start: int, end: int) -> Judgement:
    if text[start] == "’":
        return False, False, not elided(text, end)
    if not elided(text, end):
        return True, False, True
    return announced(text, start), False, False


def elided(text: str, at: int) -> bool:
    """Whether what stands there is written with an apostrophe before it: '90s, 'tis."""
    word = _WORD.match(text, at)
    return bool(_DECADE.match(text, at)) or (word is not None and word[0].lower() in ELISIONS)


def _between(text: str, start: int, end: int, before: str, after: str) -> Judgement:
    """A single mark with room on both sides."""
    mark = text[start]
    fresh = not before or before.isspace() or before in OPENING + '"'
    if fresh and mark in "‘'" and after and after in _BREAKING_OFF and _breaks_off(text, end):
        return True, False, True  # ‘…and then we left,’ he said
    if before and (before in "—–-….,!?" or before in CLOSING + '"') and not after.isalnum():
        return False, True, True
    if after == "’" and mark in "‘'" and elided(text, end + 1):
        return True, False, True  # ‘’Tis late,’ he said
    if (not before or before.isspace()) and after and after in OPENING + '"':
        return True, False, True  # ‘“Never again,” he told us’
    return False, False, False


def _breaks_off(text: str, at: int) -> bool:
    """Whether what stands there goes on from what is left out: …and, — and, --and, ... and, . . . and, .gov."""
    following = text[at + 1 : at + 2]
    return text[at] in "…—–" or following.isalnum() or following == text[at] or text.startswith(". .", at)


def _may_be_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether a mark at a word's end may be no quotation mark: Jones' cow, rock 'n' roll, goin', and so on."""
    before, after = text[start - 1], text[end : end + 1]
    clipped = (before in "nN" and text[start - 2 : start - 1] in "'’‘") or _clipped(text, start)
    if after.isspace():
        return (clipped or before in "sSxz") and text[end + 1 : end + 2].isalnum()
    return clipped and after == ","


def owns(text: str, start: int, end: int) -> bool:
    """Whether the mark of a plural possessive is followed by what they own (the boats’ ropes), not by a word between clauses."""
    word = _WORD.match(text, end + 1)
    if text[start - 1] not in "sSxz" or word is None:
        return False
    return word[0].lower() not in _BETWEEN_CLAUSES


def _clipped(text: str, start: int) -> bool:
    """Whether the word before an apostrophe has lost its end: doin' it, o' wood."""
    word = text[max(0, start - 14) : start].replace("‘", " ").replace("'", " ").rpartition(" ")[2].lower()
    return word in CLIPPED or (len(word) > 3 and word.endswith("in") and word.isalpha())
