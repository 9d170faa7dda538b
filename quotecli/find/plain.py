"""The role of a word as far as the word alone tells it: most words of a sentence need no look at their neighbours.

It is worked out once for each word of the language and kept with it, so that the reading of a sentence is a look into a list. The roles
are the letters of `roles`; where neighbours decide, one of these stands instead:

    n   on no list: a noun, but where only a verb can stand
    a   an adverb, but behind a determiner
    ^D  with its capital; where a sentence begins, the role that follows the sign
    ?   anything else: `word_roles` and `verb_roles` read it
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.words import WEEKDAYS_MONTHS

UNKNOWN, ADVERB, READ = "n", "a", "?"
OPEN = frozenset((UNKNOWN, ADVERB, READ, "^D", "^p", "^&", "^f", "^I"))
"""What is no role yet."""

MARKS = (
    (c.Q, "Q"), (c.COMMA, ","), (c.STOP, "."), (c.COLON, ":"), (c.SEMI, ";"), (c.DASH, "-"), (c.OPEN, "("), (c.CLOSE, ")"), (c.POSS, "'"),
)  # fmt: skip
_ALWAYS = {
    **dict.fromkeys(grammar.OPENS_CONTENT, "S"),
    **dict.fromkeys(grammar.SOURCING, "p"),
    **dict.fromkeys(grammar.OWNING_RELATIVES, "W"),
}
_NAMED = c.CAP | c.TITLE | c.ROLE
_SEVERAL = c.VERB | c.REL | c.OBJ | c.SUB | c.AUX
_READ = grammar.APPROXIMATING | grammar.NUMBERS | {grammar.TO, grammar.HER}


def plain(lower: str, bits: int) -> str:
    """The role of a word of that lower-case form and of those classes, or the sign for what its neighbours decide."""
    if lower in _ALWAYS:
        return _ALWAYS[lower]
    if not bits:
        return READ if lower in grammar.WEAKENING else UNKNOWN
    mark = next((letter for mark, letter in MARKS if bits & mark), "")
    if mark:
        return mark
    return _capital(lower, bits) if bits & c.CAP else _small(lower, bits)


def _capital(lower: str, bits: int) -> str:
    if not bits & ~_NAMED:
        return READ if lower in WEEKDAYS_MONTHS else "C"
    if bits & c.PRON and not bits & c.REL:
        return "P"
    if bits & (c.DET | c.PREP | c.COORD) and not bits & (c.ADV | c.NV | c.TIME | c.NUM):
        role = _small(lower, bits & ~c.CAP)
        return "^" + role if role in "Dp&fI" else READ
    return READ


def _small(lower: str, bits: int) -> str:
    if bits & _SEVERAL or lower in _READ:
        return READ
    if bits & c.PRON:
        return "P"
    if lower == grammar.OF:
        return "f"
    if bits & c.POSSPRON:
        return "D"
    return _function(bits) or content(bits)


def content(bits: int) -> str:
    """The role of a word that is neither a name, a function word nor a verb."""
    if bits & c.NUM:
        return "N" if bits & c.ROLE else "M"  # the 43-year-old
    return "T" if bits & c.TIME else "N"


def _function(bits: int) -> str:
    """The role of a coordinator, preposition, determiner or adverb; "" for none of them."""
    if bits & c.COORD:
        return "&"
    if bits & c.PREP:
        return "p"
    if bits & c.DET:
        return READ if bits & c.INDEF else "D"
    if bits & c.INDEF:
        return "I"
    if bits & c.ADV:
        return ADVERB
    return ""
