"""Which pairs of quotations are worth aligning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotecli.compare.score import Wording

FLOOR = 2.5  # nats: a word that says something


def all_pairs(wordings: Sequence[Wording], homes: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Every pair from different sources whose shared words weigh at least `least` nats, in order."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for b, wording in enumerate(wordings):
        shared: defaultdict[int, float] = defaultdict(float)
        for key, weight in dict(zip(wording.keys, wording.weights, strict=True)).items():
            for a in seen[key]:
                shared[a] += weight
            seen[key].append(b)
        for a in sorted(shared):
            if shared[a] >= least and homes[a] != homes[b]:
                yield a, b
