"""Who has which key: `candidates.large`, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from quotecli.compare.bulk.reading import BLOCK, Wordings, spread
from quotecli.compare.bulk.vocabulary import Numbers
from quotecli.compare.candidates import ALONE, FILTER
from quotecli.compare.score import TELLING


class Keys(NamedTuple):
    """The keys that two wordings have or more, and who has them: those of key k stand at start[k]:start[k + 1]."""

    start: Numbers  # int64
    held: Numbers  # int32: wordings, ascending
    own: Numbers  # int64: the keys of wording w stand at own[w]:own[w + 1]
    keys: Numbers  # int32
    one: Numbers  # int32: the word, or the first of two
    two: Numbers  # int32: -1 for a word by itself


def keys_of(read: Wordings) -> Keys:
    """The keys of some wordings, as `candidates.keys_of` has them: a rare word, a telling word with its next or next but one."""
    codes, holders = shared(read)
    order = np.argsort(codes)
    codes = codes[order]
    begins = np.ones(len(codes), bool)
    begins[1:] = codes[1:] != codes[:-1]
    found = codes[begins]
    both = np.sort((np.cumsum(begins) - 1) << 32 | holders[order])  # the key's number, then who has it
    del order, codes, begins, holders
    fresh = np.ones(len(both), bool)  # a wording may have a key twice
    fresh[1:] = both[1:] != both[:-1]
    both = both[fresh]
    keys, holders = (both >> 32).astype(np.int32), both.astype(np.int32)
    del both, fresh
    by_holder = np.argsort(holders, kind="stable")
    own = np.append(0, np.cumsum(np.bincount(holders, minlength=len(read.low))))
    start = np.append(0, np.cumsum(np.bincount(keys, minlength=len(found))))
    alone, words = found < read.words, max(1, read.words)
    one = np.where(alone, found, found // words - 1).astype(np.int32)
    return Keys(start, holders, own, keys[by_holder], one, np.where(alone, -1, found % words).astype(np.int32))


def shared(read: Wordings) -> tuple[Numbers, Numbers]:
    """Every key that a wording has, as a number, and the wording; without nearly all keys that are met once, which a coarse count tells."""
    cells = min(FILTER, 3 * len(read.ids) | 1)
    latest, again = np.zeros(cells, np.int32), np.zeros(cells, bool)
    number = 1
    for codes, _ in entries(read):
        cell = codes % cells
        numbers = np.arange(number, number + len(cell), dtype=np.int32)
        again[cell[latest[cell] > 0]] = True
        latest[cell] = numbers
        again[cell[latest[cell] != numbers]] = True
        number += len(cell)
    del latest
    kept = [(codes[more], holders[more]) for codes, holders in entries(read) for more in [again[codes % cells]]]
    return np.concatenate([codes for codes, _ in kept]), np.concatenate([holders for _, holders in kept])


def entries(read: Wordings) -> Iterator[tuple[Numbers, Numbers]]:
    """Every key that a wording has, and the wording, some at a time."""
    for at in range(0, len(read.low), BLOCK):
        low, size = read.low[at : at + BLOCK], (read.high - read.low)[at : at + BLOCK]
        places = spread(low, size)
        owner = np.repeat(np.arange(at, at + len(size), dtype=np.int32), size)
        ids, weights = read.ids[places], read.weights[places]
        rare = weights >= ALONE
        codes, holders = [ids[rare].astype(np.int64)], [owner[rare]]
        for step in (1, 2):
            both = (weights[:-step] >= TELLING) & (owner[:-step] == owner[step:])
            codes.append((ids[:-step][both].astype(np.int64) + 1) * read.words + ids[step:][both])
            holders.append(owner[:-step][both])
        yield np.concatenate(codes), np.concatenate(holders)
