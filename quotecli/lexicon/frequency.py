"""How often a stem is met in news English: what makes a shared word evidence.

`frequency.txt` holds counts only: the first line is the number of running stems that were counted, every other line a count and the stems met that often.
Membership means that the stem was met at least three times in 840 English-language news articles on United States politics, 2016; names of that year are in it
and are therefore weak evidence. A stem that is missing is rare. Made by tools/frequency.py with the stems of compare/words.py: when those change, make it again.
"""

from __future__ import annotations

from functools import cache
from math import exp, log

RARE = 0.3  # the count that stands for "not met"
LENGTH = 20  # words of a usual quotation
HEAVIEST = 9.0


@cache
def counts() -> tuple[dict[str, int], int]:
    """Counts by stem, and their total before the rare ones were cut."""
    from pkgutil import get_data

    total, *lines = (get_data(__package__, "frequency.txt") or b"1").decode("utf8").splitlines()
    table: dict[str, int] = {}
    for line in lines:
        count, *stems = line.split()
        table.update(dict.fromkeys(stems, int(count)))
    return table, int(total)


@cache
def weight(stem: str) -> float:
    """The surprise, in nats, of meeting the stem in a quotation of usual length: about 0 for "the", 9 for an unseen name."""
    table, total = counts()
    chance = (table.get(stem, 0) + RARE) / total
    return min(HEAVIEST, -log(-(exp(LENGTH * log(1 - chance)) - 1)))
