"""How surely two stretches report one utterance.

The score is how much of a sentence of one is found, in order, inside the other, against how much evidence that is: words are weighed by
rarity.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from quotecli.compare.words import folded, sentences, words_of
from quotecli.lexicon.frequency import weight_after
from quotecli.model import Quote

GAP = 0.35  # of the weight of the words passed over between two words that agree
COVERAGE = 0.25  # the share of a sentence that must be found however much evidence there is
STRANGERS = 0.50  # the same where the two are attributed to different people


class Wording(NamedTuple):
    """A quotation made ready for comparing; every index is into `keys`."""

    keys: tuple[str, ...]  # folded forms, in order
    weights: tuple[float, ...]  # nats
    sentences: tuple[tuple[int, int], ...]
    sums: tuple[float, ...]  # sums[i]: the weight of the first i keys

    def between(self, low: int, high: int) -> float:
        """The weight of a stretch, in nats."""
        return self.sums[high] - self.sums[low]


class Match(NamedTuple):
    """The best alignment of two stretches."""

    evidence: float  # nats
    a: tuple[int, int]  # the aligned part of the first, as key indices
    b: tuple[int, int]


NOTHING = Match(0.0, (0, 0), (0, 0))


def wording(quote: Quote) -> Wording:
    """The folded forms of a quotation, with their weights and sentences."""
    found = words_of(quote)
    first: list[int] = []  # of each word: how many keys stand before it
    keys: list[str] = []
    for index, key in folded(found):
        first += [len(keys)] * (index + 1 - len(first))
        keys.append(key)
    first += [len(keys)] * (len(found) + 1 - len(first))
    weights = tuple(map(weight_after, ("", *keys), keys))
    ranges = ((first[low], first[high]) for low, high in sentences(found, quote.pieces))
    return Wording(tuple(keys), weights, tuple((a, b) for a, b in ranges if a < b), tuple(accumulate(weights, initial=0.0)))


def chain(a: Wording, b: Wording, pairs: Iterable[tuple[int, int]]) -> Match:
    """The heaviest run of agreeing pairs that keeps the order of both; what is passed over between two of them costs a share of its weight.

    Only places that agree are visited, so a common word costs nothing where the other has none: a third of a full table's time on news
    quotations.
    """
    best, at = 0.0, NOTHING
    sums_a, sums_b, weights_a, weights_b = a.sums, b.sums, a.weights, b.weights
    links: list[tuple[int, int, float, float, float, int, int]] = []  # i, j, sums after both, score, where the chain began
    for i, j in pairs:
        before_a, before_b = sums_a[i], sums_b[j]
        score, low_a, low_b = 0.0, i, j
        for other_i, other_j, after_a, after_b, value, began_a, began_b in links:
            if other_j < j and other_i < i and value > score:
                gap_a, gap_b = before_a - after_a, before_b - after_b
                value -= GAP * (gap_a if gap_a > gap_b else gap_b)
                if value > score:
                    score, low_a, low_b = value, began_a, began_b
        own, other = weights_a[i], weights_b[j]
        score += own if own < other else other
        links.append((i, j, sums_a[i + 1], sums_b[j + 1], score, low_a, low_b))
        if score > best:
            best, at = score, Match(score, (low_a, i + 1), (low_b, j + 1))
    return at


def accepted(evidence: float, total: float, base: float, need: float) -> bool:
    """Whether so much evidence, out of so much in the stretch, is enough; `need`, in nats, is what chance alone would bring."""
    return evidence > 0 and evidence / total >= base + need / evidence


def sentence_matches(a: Wording, b: Wording, common: frozenset[str], base: float, need: float) -> Iterable[tuple[Match, float]]:
    """The best alignment of each sentence of either within the whole of the other, with the sentence's weight, where it is accepted.

    A sentence is aligned only when the words that both have could be enough; most are not.
    """
    ranges_a, ranges_b = hopeful(a, common, base, need), hopeful(b, common, base, need)
    if not ranges_a and not ranges_b:
        return
    places: dict[str, list[int]] = {}
    for j, key in enumerate(b.keys):
        if key in common:
            places.setdefault(key, []).append(j)
    pairs = [(i, j) for i, key in enumerate(a.keys) if key in common for j in reversed(places[key])]
    single = len(a.sentences) == 1 == len(b.sentences)
    for low, high in ranges_a:
        match = chain(a, b, pairs if single else [pair for pair in pairs if low <= pair[0] < high])
        total = min(a.sums[-1], b.sums[-1]) if single else a.between(low, high)
        if accepted(match.evidence, total, base, need):
            yield match, total
    for low, high in ranges_b if not single or not ranges_a else ():
        match = chain(a, b, [pair for pair in pairs if low <= pair[1] < high])
        if accepted(match.evidence, b.between(low, high), base, need):
            yield match, b.between(low, high)


def hopeful(wording: Wording, common: frozenset[str], base: float, need: float) -> list[tuple[int, int]]:
    """The sentences that would be accepted if every word that both have stood in order."""
    keys, weights = wording.keys, wording.weights
    shared = [weights[i] if keys[i] in common else 0.0 for i in range(len(keys))]
    return [(low, high) for low, high in wording.sentences if accepted(sum(shared[low:high]), wording.between(low, high), base, need)]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The share of the longer range that both cover."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0], 1)
