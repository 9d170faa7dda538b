"""What is known of a word whatever stands beside it: its lower-case form, its classes and its plain role; looked up once for each word."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from quotecli.find import classes as c
from quotecli.find.plain import plain
from quotecli.lexicon.en import grammar, words

FORMAT = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Characters that print nothing, for a class of an expression: the soft hyphen, zero-width spaces and joiners."""
COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Marks that stand over or under the letter before them, of the scripts in which names come into English news."""
MANY = 60_000
"""Words kept: the list is full then, so that a long run does not grow it."""

_UNPRINTED = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


class Lexeme(NamedTuple):
    """One word as printed."""

    lower: str  # small letters, straight apostrophes, accents in one piece, nothing that prints nothing
    bits: int  # what it can be
    role: str  # what it is, or the sign of `plain` for what its neighbours decide
    looks: bool  # whether its neighbours have a say in what it can be


class Lexemes(dict[str, Lexeme]):
    """What is known of every word met so far; a new one is looked up when it is first asked for."""

    def __missing__(self, word: str) -> Lexeme:
        lower, bits = _looked_up(word)
        entry = Lexeme(lower, bits & ~c.LOOK, plain(lower, bits & ~c.LOOK), bool(bits & c.LOOK))
        if len(self) < MANY:
            self[word] = entry
        return entry


lexeme = Lexemes().__getitem__
"""What is known of a word."""


def _looked_up(word: str) -> tuple[str, int]:
    first = word[0]
    if first.isalpha():
        return _letters(word)
    if first.isdigit():
        return word, c.NUM | c.ROLE if word.endswith(grammar.AGED) else c.NUM
    if len(word) > 1 and first in "'’":
        lower = "'" + word[1:].lower()
        return lower, c.POSS | c.LOOK if lower == "'s" else c.classes().get(lower, 0) & (c.AUX | c.BE)
    if first == "-":
        return word, c.DASH
    if first == ".":
        return word, c.STOP
    if first in "*_":
        return word, c.SEMI | c.LOOK
    return word, c.PUNCTUATION.get(first, c.SEMI if first in "@#>" else 0)


def _letters(word: str) -> tuple[str, int]:
    plain_word = word if word.isascii() else unicodedata.normalize("NFC", word.translate(_UNPRINTED)).replace("’", "'")
    lower = plain_word.lower()
    bits = c.classes().get(lower)
    if bits is None:
        bits = c.unknown(lower)
    if word[0].isupper():
        bits = c.CAP if plain_word == grammar.COUNTRY else bits | c.CAP | (c.LOOK if bits & c.AUX else 0)
    last = lower.rpartition("-")[2]
    return lower, bits | c.LOOK if last in words.ABBREVIATIONS or (len(last) == 1 and word[-1].isupper()) else bits
