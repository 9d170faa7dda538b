"""Which pairs of wordings are worth comparing, found without looking at all of them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from quotecli.compare.score import TELLING, Wording

SMALL = 2000  # wordings up to which every pair that shares a telling word is looked at
ALONE = 4.5  # nats: a word rare enough to be a key by itself in a large collection
LIGHT = 4.0  # nats allowed for light words that two wordings may share besides
COMMON = 15  # how many wordings may share a key before only the longest of them stand for all
COMMON_ALONE = 10  # the same for a key that is one word
NEAREST = 32  # earlier wordings that one is compared with at most: those that share most with it
VISITS = 6000  # holders of a wording's words that are looked at, the rarest word's first, before a new one is no longer taken up
CELLS = 200_000  # keys times keys over which one wording is compared at most, the two nearest aside: six of a hundred and eighty words
UNTOLD = 1 << 40  # cells, more than there are: where nobody knows who else shares enough with a wording
MICRO = 1e6  # of a nat: what is shared is added up in whole numbers of it, so that the order of adding changes nothing
FILTER = 16_777_213  # cells, a prime, of the filter that leaves out keys met once


def candidates(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """For each wording, in order, the earlier ones that share enough with it to be worth comparing, ascending.

    In a small collection that is asked of every pair that shares a telling word. In a large one a pair must share a key: a rare word, or a
    telling word with its next or next but one; a key that many wordings have ties them only to the two heaviest of them, so that stock
    phrases cost no more than their number.
    """
    return small(wordings) if len(wordings) <= SMALL else large(wordings)


def small(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """Every pair that shares telling words."""
    seen: dict[str, list[int]] = {}
    for b, wording in enumerate(wordings):
        told = {key: int(weight * MICRO) for key, weight in zip(wording.keys, wording.weights, strict=True) if weight >= TELLING}
        weighed: defaultdict[int, int] = defaultdict(int)
        visits = 0
        for key in sorted(told, key=lambda key: len(seen.get(key, ()))):
            held = seen.setdefault(key, [])
            if visits + len(held) > VISITS:
                held = held[: max(NEAREST, VISITS - visits)]
            visits += len(held)
            for a in held:
                weighed[a] += told[key]
        for key in told:
            seen[key].append(b)
        yield b, worth(b, weighed, wordings)


def worth(b: int, weighed: Mapping[int, int], wordings: Sequence[Wording]) -> list[int]:
    """Of wordings with the weight of what they share with `b`, those for which that could be enough, the nearest where they are a crowd.

    Of a thousand wordings that differ by a word, each need not be held against each: a few that are near tie it to all. So a crowd costs
    no more than its number.
    """
    least = enough(wordings[b].least)
    found = [a for a, weight in weighed.items() if weight >= least or weight >= enough(wordings[a].least)]
    size = len(wordings[b].keys)
    if bearable(size, [len(wordings[a].keys) for a in found]):
        return sorted(found)
    ranked = nsmallest(NEAREST, found, key=lambda a: (-weighed[a], a))
    return sorted(first_bearable(size, ((a, len(wordings[a].keys)) for a in ranked)))


def enough(least: float) -> float:
    """The weight, in millionths of a nat, of what two wordings must share where less than `least` nats make no link."""
    return (least - LIGHT) * MICRO


def bearable(size: int, others: Sequence[int]) -> bool:
    """Whether a wording of so many words is compared with all of some others, of so many each."""
    return len(others) <= 2 or (len(others) <= NEAREST and size * sum(others) <= CELLS)


def first_bearable(size: int, ranked: Iterable[tuple[int, int]]) -> list[int]:
    """Of others, the nearest first and each with its number of words, those that a wording of so many words is compared with."""
    chosen: list[int] = []
    cells = 0
    for other, words in ranked:
        more = size * words
        if len(chosen) < 2 or cells + more <= CELLS:
            chosen.append(other)
            cells += more
    return chosen


def large(wordings: Sequence[Wording]) -> Iterator[tuple[int, list[int]]]:
    """The pairs that share a rare key; long runs of pairs are never held in memory."""
    numbers: dict[str, int] = {}
    for wording in wordings:
        for word in wording.keys:
            numbers.setdefault(word, len(numbers))
    holders = holders_of([array("q", keys_of(wording, numbers)) for wording in wordings])
    size = len(numbers)
    stars = {key: longest(held, wordings) for key, held in holders.items() if len(held) > (COMMON if key >= size else COMMON_ALONE)}
    shared: list[list[int]] = [[] for _ in wordings]
    for key, held in holders.items():
        if key not in stars or key >= len(numbers):
            for index in held:
                shared[index].append(key)
    for b, own in enumerate(shared):
        weight_of = weights_by_number(wordings[b], numbers)
        weighed: defaultdict[int, int] = defaultdict(int)
        for key in own:
            held = holders[key] if key not in stars or b in stars[key] else sorted(stars[key])
            weight = weight_of[key] if key < len(numbers) else weight_of[key // len(numbers) - 1] + weight_of[key % len(numbers)]
            for a in held:
                if a >= b:
                    break
                weighed[a] += weight
        yield b, worth(b, weighed, wordings)


def weights_by_number(wording: Wording, numbers: dict[str, int]) -> dict[int, int]:
    """The weight of each word of a wording, in millionths of a nat, by its number."""
    return {numbers[key]: int(weight * MICRO) for key, weight in zip(wording.keys, wording.weights, strict=True)}


def holders_of(keys: Sequence[array[int]]) -> dict[int, list[int]]:
    """The wordings that have each key that two have; a coarse count leaves out nearly all of the others before they cost memory."""
    met = bytearray(FILTER)
    for own in keys:
        for key in own:
            cell = key % FILTER
            met[cell] = 2 if met[cell] else 1
    holders: dict[int, list[int]] = {}
    for index, own in enumerate(keys):
        for key in own:
            if met[key % FILTER] == 2:
                held = holders.get(key)
                if held is None:
                    holders[key] = [index]
                else:
                    held.append(index)
    return {key: held for key, held in holders.items() if len(held) > 1}


def keys_of(wording: Wording, numbers: dict[str, int]) -> set[int]:
    """The keys of a wording as numbers: single words below len(numbers), pairs above."""
    size = len(numbers)
    own = [numbers[key] for key in wording.keys]
    telling = [i for i, weight in enumerate(wording.weights) if weight >= TELLING]
    found = {own[i] for i in telling if wording.weights[i] >= ALONE}
    found.update([(own[i] + 1) * size + other for i in telling for other in own[i + 1 : i + 3]])
    return found


def longest(held: Sequence[int], wordings: Sequence[Wording]) -> frozenset[int]:
    """The two heaviest wordings of some."""
    return frozenset(sorted(held, key=lambda index: (-wordings[index].sums[-1], index))[:2])
