"""How surely two stretches report one utterance.

The score is how much of a sentence of one is found, in order, inside the other, against how much evidence that is: words are weighed by
rarity.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import accumulate
from math import inf, sqrt
from typing import Final, NamedTuple

from quotecli.compare.passages import cases, passages
from quotecli.compare.words import folded, words, words_of
from quotecli.compare.words import keys as forms
from quotecli.lexicon.en.formulas import FORMULAS
from quotecli.lexicon.en.frequency import weights_of
from quotecli.lexicon.en.variants import STOCK
from quotecli.model import Quote

GAP: Final = 0.35  # of the weight of the words passed over between two words that agree
ROUNDING: Final = 1e-9  # nats within which two sums of weights are the same
COVERAGE: Final = 0.25  # the share of a sentence that must be found however much evidence there is
STRANGERS: Final = 0.50  # the same where the two are attributed to different people
NEAR, FAR = 5.0, 14.0  # nats of evidence wanted between two articles on one event, and between two that have nothing in common
SLACK: Final = 5.0  # nats for words that a sentence has more than once
AMPLE: Final = 40.0  # nats that two quotations share, each word counted once, from which they are always compared
TELLING: Final = 2.5  # nats: a word that says something
LONGEST: Final = 80  # keys of a sentence that is aligned in one piece
CROWD: Final = 2000  # agreeing pairs of a sentence and a quotation that are looked at
SPACIOUS: Final = 2500  # pairs of places of two quotations from which on it is asked whether too many agree
OFTEN: Final = 1 / 25  # the share of them that agree where a few words come again and again; in running English it is one in eighty
SAID_BY_ALL: Final = 0.3  # nats that a word of a stock phrase tells at most
UNKNOWN: Final = 0.7  # nats more where one of the two speakers is not known
WHOLE: Final = 1.0  # nats less where two quotations agree from end to end
COMPANY: Final = 2.0  # nats less for the other sentences of two quotations that share one


class Wording(NamedTuple):
    """A quotation made ready for comparing; every index is into `keys`."""

    keys: tuple[str, ...]  # folded forms, in order
    weights: tuple[float, ...]  # nats
    sentences: tuple[tuple[int, int], ...]
    sums: tuple[float, ...]  # sums[i]: the weight of the first i keys
    least: float  # nats below which nothing shared with it can make a link
    leasts: tuple[float, ...] = ()  # of each sentence: nats below which no bar accepts it
    cases: tuple[int, ...] = ()  # of each key, whether it is part of a name

    def between(self, low: int, high: int) -> float:
        """The weight of a stretch, in nats."""
        return self.sums[high] - self.sums[low]


class Match(NamedTuple):
    """The best alignment of two stretches."""

    evidence: float  # nats
    a: tuple[int, int]  # the aligned part of the first, as key indices
    b: tuple[int, int]


Way = tuple[float, int, int, float, float, int, int]
"""A run of agreeing pairs: minus its score, its last pair, the sums behind that, where it began in both."""


def wording(quote: Quote) -> Wording:
    """The folded forms of a quotation, with their weights and sentences."""
    found = words_of(quote)
    first: list[int] = []  # of each word: how many keys stand before it
    keys: list[str] = []
    for word in found:
        first.append(len(keys))
        keys += forms(word.text, word.kind)
    first.append(len(keys))
    weights = told(keys)
    sums = tuple(accumulate(weights, initial=0.0))
    parts = passages(found, quote.pieces)
    ranges = tuple(part for a, b in parts for part in cut(first[a], first[b]))
    names = tuple(how for i, how in enumerate(cases(found, parts)) for _ in range(first[i], first[i + 1]))
    bars = [(sums[b] - sums[a], least_evidence(sums[b] - sums[a], COVERAGE, NEAR - WHOLE)) for a, b in ranges]
    least = min(AMPLE, min((bar for total, bar in bars if bar <= total), default=inf))
    leasts = tuple(least_evidence(sums[b] - sums[a], COVERAGE, NEAR - COMPANY) for a, b in ranges)
    return Wording(tuple(keys), weights, ranges, sums, least, leasts, names)


def cut(low: int, high: int) -> list[tuple[int, int]]:
    """A sentence, or pieces of one that has no end, so that what is aligned stays small."""
    return [(start, min(start + LONGEST, high)) for start in range(low, high, LONGEST)]


@cache
def stock() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Phrases that anybody uses, as folded forms, by their first; and how many of these tell something all the same."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrases, telling in ((STOCK, 1), (FORMULAS, 0)):
        for phrase in phrases:
            forms = tuple(key for _, key in folded(words(phrase)))
            found.setdefault(forms[0], []).append((forms, telling))
    return found


def told(keys: Sequence[str]) -> tuple[float, ...]:
    """What each folded form tells where it stands, in nats: a stock phrase says hardly anything."""
    weights, phrases = weights_of(keys), stock()
    if phrases.keys().isdisjoint(keys):
        return weights
    begun = [
        (i + telling, i + len(forms))
        for i, key in enumerate(keys)
        for forms, telling in phrases.get(key, ())
        if tuple(keys[i : i + len(forms)]) == forms
    ]
    inside = {j for low, high in begun for j in range(low, high)}
    return tuple(min(weight, SAID_BY_ALL) if j in inside else weight for j, weight in enumerate(weights)) if inside else weights


def chain(a: Wording, b: Wording, pairs: Iterable[tuple[int, int]]) -> Match:
    """The heaviest run of agreeing pairs that keeps the order of both; what is passed over between two of them costs a share of its weight.

    Only places that agree are visited, so a common word costs nothing where the other has none: a third of a full table's time on news
    quotations. The ways so far stand in the order of what each is worth by its place in `a` alone, and it is never worth more: the first
    that falls behind what is found ends the search, and one that is left too far behind is forgotten, so that even a page of few different
    words costs little. Of two that are worth the same, the one with the higher score is gone on with, then the earlier.
    """
    best, best_a, best_b = 0.0, (0, 0), (0, 0)
    sums_a, sums_b, weights_a, weights_b = a.sums, b.sums, a.weights, b.weights
    ways: list[tuple[float, Way]] = []  # minus what each is worth by its place in `a`, seen from the beginning of `a`
    for i, j in pairs:
        before_a, before_b = sums_a[i], sums_b[j]
        passed = GAP * before_a - ROUNDING
        while ways and ways[-1][0] + passed > 0:
            ways.pop()
        score, low_a, low_b = 0.0, i, j
        taken: Way | tuple[()] = ()
        for bound, way in ways:
            if bound + passed + score > 0:
                break
            minus, other_i, other_j, after_a, after_b, began_a, began_b = way
            if other_j < j and other_i < i:
                gap_a, gap_b = before_a - after_a, before_b - after_b
                value = -minus - GAP * (gap_a if gap_a > gap_b else gap_b)
                if value > score or (value == score and way < taken):
                    score, low_a, low_b, taken = value, began_a, began_b, way
        own, other = weights_a[i], weights_b[j]
        score += own if own < other else other
        after_a = sums_a[i + 1]
        insort(ways, (-score - GAP * after_a, (-score, i, j, after_a, sums_b[j + 1], low_a, low_b)))
        if score > best:
            best, best_a, best_b = score, (low_a, i + 1), (low_b, j + 1)
    return Match(best, best_a, best_b)


def accepted(evidence: float, total: float, base: float, need: float) -> bool:
    """Whether so much evidence, out of so much in the stretch, is enough; `need`, in nats, is what chance alone would bring."""
    return evidence > 0 and evidence / total >= base + need / evidence


def least_evidence(total: float, base: float, need: float) -> float:
    """The least evidence that `accepted` takes for a stretch of that weight."""
    part = base * total / 2
    return part + sqrt(part * part + need * total)


class Hope(NamedTuple):
    """A sentence with the weight of what the other wording has of it, in whatever order."""

    low: int
    high: int
    shared: float
    total: float

    def reaches(self, base: float, need: float) -> bool:
        """Whether it would be accepted if everything shared stood in order."""
        return accepted(self.shared, self.total, base, need)


def matches_of(a: Wording, b: Wording, common: Set[str], hopes: tuple[Sequence[Hope], Sequence[Hope]]) -> list[tuple[Match, float]]:
    """The best alignment of each sentence with hope in the whole of the other, with the sentence's weight; `common` is what both have."""
    if repetitive(a, b, common):
        a, b = paired(a), paired(b)
        common = {*a.keys} & {*b.keys}
    whole_a, whole_b = (0, len(a.keys)), (0, len(b.keys))
    if len(a.sentences) == 1 == len(b.sentences):
        return [(chain(a, b, agreeing(a, b, common, whole_a, whole_b)), min(a.sums[-1], b.sums[-1]))]
    tried = [(chain(a, b, agreeing(a, b, common, (hope.low, hope.high), whole_b)), hope.total) for hope in hopes[0]]
    return tried + [(chain(a, b, agreeing(a, b, common, whole_a, (hope.low, hope.high))), hope.total) for hope in hopes[1]]


def repetitive(a: Wording, b: Wording, common: Set[str]) -> bool:
    """Whether two quotations have so few different words that each agrees with places all over the other."""
    pairs = len(a.keys) * len(b.keys)
    if pairs < SPACIOUS:
        return False
    times_a, times_b = Counter(a.keys), Counter(b.keys)
    return sum(times_a[key] * times_b[key] for key in common) > OFTEN * pairs


def paired(wording: Wording) -> Wording:
    """The wording with each key taken together with the next, so that a place agrees only where its neighbour does."""
    return wording._replace(keys=tuple([f"{one} {two}" for one, two in zip(wording.keys, (*wording.keys[1:], ""), strict=True)]))


def agreeing(a: Wording, b: Wording, common: Set[str], within_a: tuple[int, int], within_b: tuple[int, int]) -> list[tuple[int, int]]:
    """Every pair of places in two stretches that have the same key, by place in `a`, then in `b` from last to first.

    Where two very long quotations would make too many, only their scarcer words are paired: "the" agrees with "the" everywhere.
    """
    places: dict[str, list[int]] = {}
    for j in range(within_b[1] - 1, within_b[0] - 1, -1):
        if b.keys[j] in common:
            places.setdefault(b.keys[j], []).append(j)
    found = [i for i in range(*within_a) if a.keys[i] in places]
    most = max((len(held) for held in places.values()), default=0)
    while most > 1 and sum(len(places[a.keys[i]]) for i in found) > CROWD:
        most //= 2
        found = [i for i in found if len(places[a.keys[i]]) <= most]
    return [(i, j) for i in found for j in places[a.keys[i]]]


def hopeful(wording: Wording, common: Set[str], weight: float) -> list[Hope]:
    """The sentences of which so much is shared that some bar might accept them; `weight` is that of all that is shared, in nats."""
    keys, weights = wording.keys, wording.weights
    found = []
    for (low, high), least in zip(wording.sentences, wording.leasts, strict=True):
        if least > weight + SLACK:
            continue
        shared = sum([weights[i] for i in range(low, high) if keys[i] in common])
        if shared >= least:
            found.append(Hope(low, high, shared, wording.sums[high] - wording.sums[low]))
    return found


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """The share of the longer range that both cover."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0], 1)
