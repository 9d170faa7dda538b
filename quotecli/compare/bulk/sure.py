"""Alignments that no rule of `links.Links` can turn down: most of those that make links, so that they are told without a look at each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from quotecli.compare.bulk.vocabulary import Numbers
from quotecli.compare.bulk.voices import Voices
from quotecli.compare.evidence import ANEW, DAYS, FEW, REFRAIN
from quotecli.compare.kin import LONELY, Kin
from quotecli.compare.links import SLIGHT
from quotecli.compare.people import known
from quotecli.compare.score import COVERAGE, FAR, TELLING, UNKNOWN
from quotecli.model import Quote


class Sure:
    """Who says what where, as numbers: of each voice its article, whether it has several, and its speaker."""

    def __init__(self, spoken: Sequence[Quote], voices: Voices, kin: Kin, totals: Numbers) -> None:
        source = coded(quote.source for quote in spoken)[voices.quotes]
        sizes = np.diff(voices.stops, prepend=0)
        first = voices.stops - sizes
        self.source = source[first]
        others = np.repeat(np.arange(len(sizes)), sizes)[source != np.repeat(self.source, sizes)]
        self.several = np.bincount(others, minlength=len(sizes)) > 0
        quotes = voices.quotes[first]
        self.speaker = coded(known(quote) for quote in spoken)[quotes]
        days = (kin.dates.get(quote.source) for quote in spoken)
        self.day = np.fromiter((day.toordinal() if day else UNDATED for day in days), np.int32)[quotes]
        self.slight = totals < SLIGHT
        self.highest = max(FAR, kin.unknown)

    def apart(self, a: Numbers, b: Numbers) -> Numbers:
        """Which pairs are more than one article's, as `Voice.apart`."""
        found: Numbers = self.several[a] | self.several[b] | (self.source[a] != self.source[b])
        return found

    def linked(self, a: Numbers, b: Numbers, records: Numbers) -> Numbers:
        """Which alignments of pairs that are apart are links, whatever is known of the articles.

        Nobody clashes; what is shared is no name, no refrain, and more than is said again; and the bar over all bars accepts it.
        """
        one, two = self.speaker[a], self.speaker[b]
        words = np.minimum(records["a_high"] - records["a_low"], records["b_high"] - records["b_low"])
        evidence = records["evidence"]
        unknown = (one == NOBODY) | (two == NOBODY)
        undated = (self.day[a] == UNDATED) | (self.day[b] == UNDATED)
        near = (self.source[a] != self.source[b]) & (undated | (np.abs(self.day[a] - self.day[b]) <= DAYS))
        said = (records["besides"] >= TELLING) & (words > max(REFRAIN, FEW)) & ((evidence >= ANEW) | near)
        need = self.highest + UNKNOWN * unknown + LONELY * (self.slight[a] | self.slight[b])
        found: Numbers = (unknown | (one == two)) & said & (evidence / records["total"] >= COVERAGE + need / evidence)
        return found


NOBODY = 0
UNDATED = 0


def coded(names: Iterable[Hashable]) -> Numbers:
    """Names as numbers, None as 0."""
    numbers: dict[Hashable, int] = {None: NOBODY}
    return np.fromiter((numbers.setdefault(name, len(numbers)) for name in names), np.int32)
