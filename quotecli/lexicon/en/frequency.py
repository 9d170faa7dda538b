"""How often a stem is met in news English: what makes a shared word evidence.

`frequency.txt` holds counts only. Its first line is the number of running stems that were counted; then, up to an empty line, a count and
the stems met that often; then a stem and, each after its count, the stems that follow it. Membership means that a stem was met at least
four times, a pair of neighbours five times and more often than chance, in 840 English-language news articles on United States politics of
2015 and 2016. Names and slogans of those years are in it and are therefore weak evidence. A stem that is missing is rare. Made by
tools/frequency.py with the stems of compare/words.py: when those change, make it again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from math import exp, log

RARE = 0.3  # the count that stands for "not met"
LENGTH = 20  # words of a usual quotation
HEAVIEST = 9.0  # nats


@cache
def table() -> tuple[int, dict[str, int], dict[str, str]]:
    """The number of running stems, counts by stem, and of each stem the line of what follows it: few of them are ever asked for."""
    with open(os.path.join(os.path.dirname(__file__), "frequency.txt"), encoding="utf8") as file:
        head, _, tail = file.read().partition("\n\n")
    total, *lines = head.splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, _, stems = line.partition(" ")
        counts.update(zip(stems.split(), repeat(int(count))))
    return int(total), counts, dict(line.split(" ", 1) for line in tail.splitlines())


@cache
def followers(stem: str) -> dict[str, int]:
    """Counts of the stems that follow this one, which some do."""
    rest = table()[2][stem].split()
    return dict(zip(rest[1::2], map(int, rest[::2]), strict=True))


@cache
def weight(stem: str) -> float:
    """The surprise, in nats, of meeting the stem in a quotation of usual length: about 0 for "the", 9 for an unseen name."""
    total, counts, _ = table()
    chance = (counts.get(stem, 0) + RARE) / total
    return min(HEAVIEST, -log(1 - exp(LENGTH * log(1 - chance))))


def weights_of(stems: Sequence[str]) -> tuple[float, ...]:
    """The surprise of each stem where it stands: "states" says nothing after "united"."""
    _, counts, lines = table()
    found = []
    before = ""
    for stem in stems:
        own = weight(stem)
        if before in lines and (together := followers(before).get(stem)):
            own = min(own, log(counts[before] / together))
        found.append(own)
        before = stem
    return tuple(found)
