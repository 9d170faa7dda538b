"""How far a figure would move with other articles of the same sort: the bootstrap, which draws as many as there are, again and again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

SEED = 20161219
RESAMPLES = 1000
BETWEEN = (0.025, 0.975)


def intervals(counts: Sequence[Sequence[tuple[int, int]]], resamples: int = RESAMPLES) -> list[tuple[float, float] | None]:
    """For each figure the interval, 0 to 1, that has 95 of 100 draws.

    `counts` has for each article, or set that is read together, the two numbers of every figure. What stands in one article is alike, so
    articles are drawn, not quotations. None where there is but one, nothing to count, or no miss: what never went
    wrong tells nothing of how often it will. The same input always gives the same.
    """
    if len(counts) < 2 or resamples < 1:
        return [None] * (len(counts[0]) if counts else 0)
    random, places = Random(SEED), range(len(counts))
    draws = [random.choices(places, k=len(counts)) for _ in range(resamples)]
    return [interval([one[figure] for one in counts], draws) for figure in range(len(counts[0]))]


def interval(counts: Sequence[tuple[int, int]], draws: Sequence[Sequence[int]]) -> tuple[float, float] | None:
    """The interval of one figure."""
    parts, wholes = zip(*counts, strict=True)
    values = sorted(sum(map(parts.__getitem__, draw)) / whole for draw in draws if (whole := sum(map(wholes.__getitem__, draw))))
    if not values or values[0] == values[-1]:
        return None
    low, high = (values[round(share * (len(values) - 1))] for share in BETWEEN)
    return low, high
