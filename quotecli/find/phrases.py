"""A sentence as phrases: noun phrases and verb groups, by one pattern over the letters of what each word is here.

The letters come from `roles`; this file only says which of them belong together. The pattern never goes back over a letter, so that a
sentence costs its length; each part ends where the next letter says so. Groups are repeated inside `(?>…)` and not possessively: Python
before 3.11.5 does not go back to where a repetition that fails began.
"""

from __future__ import annotations

import re

from quotecli.find.roles import roles
from quotecli.find.tokens import Tokens

_CORE = "[NC][NCM]*+(?>(?:'[DM]*+T*+[NC][NCM]*+)*)"  # harbour master, Smith's second deputy
_NOUN = f"(?:(?>(?:[DIM]++T*+)?){_CORE}|[DIM]++'[NC]++|D?+I)"
_OF = rf"""f(?:
    [DIM]*+(?:{_CORE}(?>(?:&C++(?!['N]))?)|T[TM]*+|O)  # of the third day, of Smith and Lee
    |[DIM]++'[NC]++(?>(?:&C++(?!['N]))?)               # of another's plan
    |(?>(?:D*+[IM]++)+)(?>(?:(?<=I)&C++(?!['N]))?)        # of many
)"""
# First what can begin no phrase: the marks and most small words.
_PHRASE = re.compile(
    rf"""
    [^PODIMNCTWtBHXVGLF]
    |([PO]|(?=[DIMNC]){_NOUN}(?>(?:{_OF})*)|W{_NOUN})
    |((?:[DIM]*+T[TM]*+|(?>(?:[DI]*+M++)+))(?>(?:'[NC]++)?))
    |(tA*+(?>(?:[BH]A*+(?=[BHFLG]))*)[FLGBH])
    |(V|(?>(?:[BHX]A*+)+)[LGFV]?+)
    |(GL?+)
    |(L)
    |(F)
    |.
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = ("", "noun", "time", "inf", "fin", "ing", "part", "bare")
"""What the groups of the pattern stand for, by their number."""


def phrases(t: Tokens, lo: int, hi: int) -> tuple[str, list[str], list[int]]:
    """The tokens lo..hi as roles, a letter each, and as phrases in order: the kind of each, and where it begins; then the end.

    The kind of a phrase of one token that belongs to no other is its letter.
    """
    letters = roles(t, lo, hi)
    kinds: list[str] = []
    bounds = [lo]
    for match in _PHRASE.finditer(letters):
        number = match.lastindex
        kinds.append(_KINDS[number] if number else match[0])
        bounds.append(match.end() + lo)
    return letters, kinds, bounds
