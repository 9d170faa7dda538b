"""How often a stem is met in news English: what makes a shared word evidence.

`frequency.txt` holds counts only. Its first line is the number of running stems that were counted; then, up to an empty line, a count and
the stems met that often; then a stem and, each after its count, the stems that follow it. Membership means that a stem was met at least
three times, a pair of neighbours five times and more often than chance, in 840 English-language news articles on United States politics of
2015 and 2016. Names and slogans of those years are in it and are therefore weak evidence. A stem that is missing is rare. Made by
tools/frequency.py with the stems of compare/words.py: when those change, make it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log

RARE = 0.3  # the count that stands for "not met"
LENGTH = 20  # words of a usual quotation
HEAVIEST = 9.0  # nats


@cache
def table() -> tuple[int, dict[str, int], dict[str, dict[str, int]]]:
    """The number of running stems, counts by stem, and counts of what follows a stem."""
    from pkgutil import get_data

    head, _, tail = (get_data("quotecli.lexicon.en", "frequency.txt") or b"1\n\n").decode("utf8").partition("\n\n")
    total, *lines = head.splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, *stems = line.split()
        counts.update(dict.fromkeys(stems, int(count)))
    followers: dict[str, dict[str, int]] = {}
    for line in tail.splitlines():
        first, *rest = line.split()
        followers[first] = dict(zip(rest[1::2], map(int, rest[::2]), strict=True))
    return int(total), counts, followers


@cache
def weight(stem: str) -> float:
    """The surprise, in nats, of meeting the stem in a quotation of usual length: about 0 for "the", 9 for an unseen name."""
    total, counts, _ = table()
    chance = (counts.get(stem, 0) + RARE) / total
    return min(HEAVIEST, -log(1 - exp(LENGTH * log(1 - chance))))


def weights_of(stems: Sequence[str]) -> tuple[float, ...]:
    """The surprise of each stem where it stands: "states" says nothing after "united"."""
    _, counts, followers = table()
    found = []
    before = ""
    for stem in stems:
        own = weight(stem)
        if before in followers and stem in followers[before]:
            own = min(own, log(counts[before] / followers[before][stem]))
        found.append(own)
        before = stem
    return tuple(found)
