"""Numbers of voices as bytes: four each, the lowest first; in rows of their own the keys of a wording would take six times as much."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from quotecli.keep.rows import Damaged


def packed(voices: Iterable[int]) -> bytes:
    """Voices as bytes."""
    return swapped(array("I", voices)).tobytes()


def unpacked(stored: Any) -> Sequence[int]:
    """The voices, from their bytes."""
    if not isinstance(stored, bytes) or len(stored) % 4:
        raise Damaged("what tells which wordings share a key is damaged")
    return swapped(array("I", stored))


def swapped(numbers: array[int]) -> array[int]:
    """The numbers with the bytes of each as the file has them, or as this machine has."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Packing:
    """The voices of one key, as SQLite aggregates them."""

    def __init__(self) -> None:
        self.voices: list[int] = []

    def step(self, voice: int) -> None:
        """Take one in."""
        self.voices.append(voice)

    def finalize(self) -> bytes:
        """All of them."""
        return packed(sorted(self.voices))
