"""Single marks at a word's edge: which are quotation marks, and which are apostrophes."""

from __future__ import annotations

import re

from quotecli.lexicon.marks import CLOSING, ELISIONS, OPENING

_DECADE = re.compile(r"\d0s\b|\d\d\b(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


def judge_single(text: str, start: int, end: int, left: bool, right: bool, mark: str) -> tuple[bool, bool, bool]:
    """A single mark at a word's edge: quotation mark, possessive (Jones' cow) or elision ('90s, 'tis)."""
    if left and not right:
        word = _WORD.match(text, end)
        elided = bool(_DECADE.match(text, end)) or bool(word and word[0].lower() in ELISIONS)
        return mark != "’" and not elided, False, not elided
    if right and not left:
        before, after = text[start - 1], text[end : end + 1]
        possible = before in "sSxz" or (before in "nN" and text[start - 2 : start - 1] in "'’‘")  # Jones' cow, rock 'n' roll
        possible = possible or _clipped(text, start)
        plural = possible and after.isspace() and text[end + 1 : end + 2].isalnum()
        return False, True, not plural
    before, after = text[start - 1 : start], text[end : end + 1]
    if left and right and before and (before in "—–-….,!?" or before in CLOSING + '"') and not after.isalnum():
        return False, True, True
    if left and right and after == "’" and (word := _WORD.match(text, end + 1)) and word[0].lower() in ELISIONS:
        return mark in "‘'", False, True  # ‘’Tis late,’ he said
    if left and right and after and after in OPENING + '"' and (not before or before.isspace()):
        return True, False, True  # ‘“Never again,” he told us’
    return False, False, False


_CLIPPED = frozenset("o th wi ol lil li an mornin nothin somethin".split())


def _clipped(text: str, start: int) -> bool:
    """Whether the word before an apostrophe has lost its end: doin' it, o' wood."""
    word = text[max(0, start - 14) : start].replace("‘", " ").replace("'", " ").rpartition(" ")[2].lower()
    return word in _CLIPPED or (len(word) > 3 and word.endswith("in") and word.isalpha())
