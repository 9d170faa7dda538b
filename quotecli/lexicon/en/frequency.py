"""How often a stem is met in news English: what makes a shared word evidence.

`frequency.txt` holds counts only. Its first line is the number of running stems that were counted; the second the stems, ascending, and the
third how often each was met; then, ascending, a stem and, each after its count, the stems that follow it. Membership means that a stem was
met at least four times, a pair of neighbours five times and more often than chance, in 840 English-language news articles on United States
politics of 2015 and 2016. Names and slogans of those years are in it and are therefore weak evidence. A stem that is missing is rare. Made
by tools/frequency.py with the stems of compare/words.py: when those change, make it again.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

RARE = 0.3  # the count that stands for "not met"
LENGTH = 20  # words of a usual quotation
HEAVIEST = 9.0  # nats


class Table(NamedTuple):
    """The file; few of its stems are ever asked for, so they are looked up as they stand, which is five times as quick as a dictionary."""

    total: int
    stems: list[str]
    times: list[str]
    lines: list[str]  # of what follows

    def met(self, stem: str) -> int:
        """How often the stem was met; 0 for hardly ever."""
        i = bisect_left(self.stems, stem)
        return int(self.times[i]) if i < len(self.stems) and self.stems[i] == stem else 0


@cache
def table() -> Table:
    """The file, read once."""
    with open(os.path.join(os.path.dirname(__file__), "frequency.txt"), "rb") as file:
        total, stems, counts, *lines = file.read().decode("utf8").splitlines()
    return Table(int(total), stems.split(), counts.split(), lines)


NOTHING: dict[str, int] = {}


@cache
def followers(stem: str) -> dict[str, int]:
    """Counts of the stems that follow this one, which some do."""
    lines = table().lines
    i = bisect_left(lines, f"{stem} ")
    first, *rest = lines[i].split() if i < len(lines) else [""]
    return dict(zip(rest[1::2], map(int, rest[::2]), strict=True)) if first == stem else NOTHING


@cache
def weight(stem: str) -> float:
    """The surprise, in nats, of meeting the stem in a quotation of usual length: about 0 for "the", 9 for an unseen name."""
    chance = (table().met(stem) + RARE) / table().total
    return min(HEAVIEST, -log(1 - exp(LENGTH * log(1 - chance))))


def weights_of(stems: Sequence[str]) -> tuple[float, ...]:
    """The surprise of each stem where it stands: "states" says nothing after "united"."""
    found = []
    before = ""
    for stem in stems:
        own = weight(stem)
        if together := followers(before).get(stem):
            own = min(own, log(table().met(before) / together))
        found.append(own)
        before = stem
    return tuple(found)
