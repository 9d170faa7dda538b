"""A sentence while its words are read from left to right: the roles so far, and what the rules ask about the words on either side."""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import BODIES

LONG_HEADLINE = 40
"""Tokens from which on a sentence is no headline."""
IN_CAPITALS = 0.85
"""The share of a headline's longer words that have a capital."""


class Reading:
    """The roles of one sentence so far; -1 stands for no token."""

    __slots__ = ("_headline", "hi", "lo", "low", "out", "seen", "t", "tags", "talk", "verbal")

    def __init__(self, t: Tokens, lo: int, hi: int) -> None:
        self.t, self.lo, self.hi = t, lo, hi
        self.tags, self.low = t.tags, t.low
        self.seen = -1  # the last finite verb since the clause began
        self.verbal = -1  # the last verb of any form
        self.talk = -1  # the last verb of saying since the last mark
        self.out: list[str] = []
        self._headline: bool | None = None

    @property
    def headline(self) -> bool:
        """Whether the sentence is in headline dress, so that capitals tell nothing."""
        if self._headline is None:
            self._headline = _title_case(self.t, self.lo, self.hi)
        return self._headline

    def next(self, j: int) -> int:
        """The classes of the token behind j; 0 at the end."""
        return self.tags[j + 1] if j + 1 < self.hi else 0

    def word_after(self, j: int) -> str:
        """The token behind j; "" at the end."""
        return self.low[j + 1] if j + 1 < self.hi else ""

    def behind_adverbs(self) -> str:
        """The last role, adverbs stepped over; ^ at the beginning."""
        for role in reversed(self.out):
            if role != "A":
                return role
        return "^"

    def heads(self, j: int) -> bool:
        """Whether token j can go on a noun phrase that a determiner began."""
        bits = self.tags[j] if j < self.hi else c.STOP
        if bits & (c.COMMA | c.BREAK | c.Q | c.PRON | c.REL | c.AUX | c.COORD):
            return bool(bits & c.CAP)
        return not bits & (c.PREP | c.SUB | c.OBJ | c.DET) and not (bits & c.VERB and bits & c.FIN and not bits & (c.PART | c.NV))

    def somebody(self, j: int) -> bool:
        """Whether the noun at token j is somebody."""
        return bool(self.tags[j] & c.ROLE) or self.low[j] in BODIES or self.low[j].endswith(grammar.SOMEBODY_ENDINGS)

    def plural(self, j: int) -> bool:
        """Whether the noun at token j, or before the adverbs that end there, is a plural."""
        tags, low = self.tags, self.low
        word = low[j]
        while j > self.lo and tags[j] & c.ADV:
            j -= 1
            word = low[j]
        if tags[j] & c.CAP and j > self.lo + 1 and low[j - 1] == grammar.AND:
            return True
        return (word.endswith("s") and not word.endswith(grammar.NOT_PLURAL)) or word in grammar.PLURALS


def _title_case(t: Tokens, lo: int, hi: int) -> bool:
    if hi - lo >= LONG_HEADLINE:
        return False
    words = small = 0
    for word, bits in zip(t.low[lo:hi], t.tags[lo:hi], strict=True):
        if len(word) > 3 and word.isalpha():
            words += 1
            if not bits & c.CAP:
                small += 1
                if small > LONG_HEADLINE * (1 - IN_CAPITALS):
                    return False
    return words >= 4 and words - small >= IN_CAPITALS * words
