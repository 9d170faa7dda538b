"""How surely two quotations report one utterance: how much of a sentence of one is found, in order, inside the other, against how much evidence that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quotecli.compare.words import folded, sentences, words_of
from quotecli.lexicon.frequency import weight_after
from quotecli.model import Quote

GAP = 0.35  # of a word's weight, for a word passed over


class Wording(NamedTuple):
    """A quotation made ready for comparing; indices are into `keys`."""

    keys: tuple[str, ...]  # folded forms, in order
    weights: tuple[float, ...]  # nats
    sentences: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]  # in the article, of the word each key comes from
    ends: tuple[int, ...]


def wording(quote: Quote) -> Wording:
    """The folded forms of a quotation with their weights and places."""
    found = words_of(quote)
    pairs = list(folded(found))
    first: list[int] = []  # of each word: how many keys stand before it
    count = 0
    for index in range(len(found) + 1):
        while count < len(pairs) and pairs[count][0] < index:
            count += 1
        first.append(count)
    ranges = ((first[a], first[b]) for a, b in sentences(found, quote.pieces))
    keys = tuple(key for _, key in pairs)
    return Wording(
        keys,
        tuple(map(weight_after, ("", *keys), keys)),
        tuple((a, b) for a, b in ranges if a < b),
        tuple(found[i].start for i, _ in pairs),
        tuple(found[i].end for i, _ in pairs),
    )


class Match(NamedTuple):
    """The best local alignment of a sentence within another quotation."""

    evidence: float  # nats
    coverage: float  # 0 to 1: the share of the sentence that was found
    a: tuple[int, int]  # the aligned stretch of the first, as key indices
    b: tuple[int, int]


def align(a: Wording, sentence: tuple[int, int], b: Wording) -> Match:
    """Smith–Waterman over folded forms, weighted by rarity; each cell carries where its alignment began."""
    low, high = sentence
    width = len(b.keys)
    index: dict[str, list[int]] = {}
    for j, key in enumerate(b.keys):
        index.setdefault(key, []).append(j)
    best, found = 0.0, (low, low, 0, 0)
    scores = [0.0] * (width + 1)
    begins: list[tuple[int, int]] = [(low, j) for j in range(width + 1)]
    costs = [GAP * w for w in b.weights]
    for i in range(low, high):
        key, own = a.keys[i], a.weights[i]
        skip = GAP * own
        left, left_begin = 0.0, (i, 0)
        diagonal, diagonal_begin = 0.0, (i, 0)
        hits = index.get(key, ())
        for j in range(width):
            up = scores[j + 1]
            up_begin = begins[j + 1]
            cost = costs[j]
            if key == b.keys[j]:
                value, begin = diagonal + own, (diagonal_begin if diagonal > 0 else (i, j))
            else:
                value, begin = diagonal - (skip if skip > cost else cost), diagonal_begin
            if up - skip > value:
                value, begin = up - skip, up_begin
            if left - cost > value:
                value, begin = left - cost, left_begin
            if value <= 0:
                value, begin = 0.0, (i + 1, j + 1)
            diagonal, diagonal_begin = up, up_begin
            scores[j + 1], begins[j + 1] = value, begin
            left, left_begin = value, begin
            if value > best:
                best, found = value, (begin[0], i + 1, begin[1], j + 1)
    total = sum(a.weights[low:high])
    return Match(best, best / total if total else 0.0, (found[0], found[1]), (found[2], found[3]))
