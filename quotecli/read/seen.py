"""Which names have come already, in so little memory that a file of a million articles may be asked."""

from __future__ import annotations

from array import array
from hashlib import blake2b

FIRST = 1 << 10
"""Places at the start."""


class Seen:
    """Names that have come, sixteen to thirty-two bytes each: a set of strings takes ten times as much.

    Of each there is a sum of 64 bits. In one of four hundred thousand files of ten million names two have the same sum: then the later
    is taken for the earlier, and gets a number that it does not need.
    """

    def __init__(self) -> None:
        self.places, self.full = array("Q", bytes(8 * FIRST)), 0

    def new(self, name: str) -> bool:
        """Whether the name comes for the first time; from now on it has come."""
        if 2 * self.full >= len(self.places):
            self._widen()
        found = int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()) or 1
        place = self._place(found)
        if self.places[place]:
            return False
        self.places[place] = found
        self.full += 1
        return True

    def _place(self, found: int) -> int:
        """Where it is, or is to be: the first free place from where it would be alone."""
        places, last = self.places, len(self.places) - 1
        place = found & last
        while places[place] not in (0, found):
            place = (place + 1) & last
        return place

    def _widen(self) -> None:
        old, self.places = self.places, array("Q", bytes(16 * len(self.places)))
        for found in old:
            if found:
                self.places[self._place(found)] = found
