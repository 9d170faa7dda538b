"""Which pairs of wordings are worth comparing, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecli.compare.score import Wording

SMALL = 2000  # wordings up to which every pair that shares a telling word is looked at
TELLING = 2.5  # nats: a word that says something
COMMON = 30  # how many wordings may share a key before only the longest of them stand for all
FILTER = 16_777_213  # cells, a prime, of the filter that leaves out keys met once


def candidates(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """For each wording, in order, the earlier ones that share a key with it, ascending.

    In a small collection a key is any telling word. In a large one it is a telling word with its next or next but one, or a rare word
    alone; a key that many wordings share ties them only to the two longest of them, so that stock phrases cost no more than their number.
    """
    return small(wordings) if len(wordings) <= SMALL else large(wordings)


def small(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """Every pair that shares a telling word, or is light words only."""
    seen: dict[str, list[int]] = {}
    for b, wording in enumerate(wordings):
        found: set[int] = set()
        for key, weight in dict(zip(wording.keys, wording.weights, strict=True)).items():
            if weight >= TELLING:
                found.update(seen.setdefault(key, []))
                seen[key].append(b)
        yield b, sorted(found)


def large(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """The pairs that share a rare key; long runs of pairs are never held in memory."""
    numbers: dict[str, int] = {}
    for wording in wordings:
        for word in wording.keys:
            numbers.setdefault(word, len(numbers))
    holders = holders_of(wordings, numbers)
    stars = {key: longest(held, wordings) for key, held in holders.items() if len(held) > COMMON}
    shared: list[list[int]] = [[] for _ in wordings]
    for key, held in holders.items():
        if key not in stars or key >= len(numbers):
            for index in held:
                shared[index].append(key)
    for b, own in enumerate(shared):
        found: set[int] = set()
        for key in own:
            found.update(holders[key] if key not in stars or b in stars[key] else stars[key])
        yield b, sorted([a for a in found if a < b])


def holders_of(wordings: Sequence[Wording], numbers: dict[str, int]) -> dict[int, list[int]]:
    """The wordings that have each key that two have; a coarse count leaves out nearly all of the others before they cost memory."""
    met = bytearray(FILTER)
    for wording in wordings:
        for key in keys_of(wording, numbers):
            met[key % FILTER] |= met[key % FILTER] << 1 & 2 | 1
    holders: dict[int, list[int]] = {}
    for index, wording in enumerate(wordings):
        for key in keys_of(wording, numbers):
            if met[key % FILTER] > 1:
                holders.setdefault(key, []).append(index)
    return {key: held for key, held in holders.items() if len(held) > 1}


def keys_of(wording: Wording, numbers: dict[str, int]) -> set[int]:
    """The keys of a wording as numbers: single words below len(numbers), pairs above."""
    size = len(numbers)
    own = [numbers[key] for key in wording.keys]
    telling = [i for i, weight in enumerate(wording.weights) if weight >= TELLING]
    found = {own[i] for i in telling}
    found.update([(own[i] + 1) * size + other for i in telling for other in own[i + 1 : i + 3]])
    return found


def longest(held: Sequence[int], wordings: Sequence[Wording]) -> frozenset[int]:
    """The two heaviest wordings of some."""
    return frozenset(sorted(held, key=lambda index: (-wordings[index].sums[-1], index))[:2])
