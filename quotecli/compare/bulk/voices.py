"""The voices of a large collection: each is made when it is asked for, out of arrays, and forgotten after a while."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

from quotecli.compare.bulk.reading import Wordings
from quotecli.compare.bulk.vocabulary import Numbers
from quotecli.compare.evidence import AGAIN, BRIEF
from quotecli.compare.kin import make_room
from quotecli.compare.links import Voice
from quotecli.compare.passages import NAME
from quotecli.compare.people import known
from quotecli.compare.score import TELLING, Wording
from quotecli.model import Quote

AT_HAND = 1 << 15  # voices that are kept: some sixty megabytes


class Voices(dict[int, Voice]):
    """Quotations that are one for comparing, by their number, as `links.voices_of` has them; none is there before it is asked for.

    The folded forms of a wording are numbers here; nothing that compares them asks for more than whether two are equal.
    """

    def __init__(self, spoken: Sequence[Quote], read: Wordings) -> None:
        self.spoken = spoken
        voice = voice_of_each(spoken, read)
        self.quotes = np.argsort(voice, kind="stable")  # of the first voice, then of the second
        self.stops = np.cumsum(np.bincount(voice))
        self.wordings = read.of(self.quotes[self.stops - np.diff(self.stops, prepend=0)])
        self.number = len(self.stops)

    def __missing__(self, number: int) -> Voice:
        make_room(self, AT_HAND)
        found = self[number] = self.make(number)
        return found

    def make(self, number: int) -> Voice:
        """A voice, out of the arrays."""
        quotes = self.members(number)
        sources = {self.spoken[quote].source for quote in quotes}
        return Voice(self.wording(number), known(self.spoken[quotes[0]]), quotes, tuple(sorted(sources)))

    def members(self, number: int) -> tuple[int, ...]:
        """Its quotations."""
        return tuple(self.quotes[self.stops[number - 1] if number else 0 : self.stops[number]].tolist())

    def wording(self, number: int) -> Wording:
        """What a voice says; without the bars of its sentences, which are asked for in the arrays alone."""
        read = self.wordings
        own = slice(read.low[number], read.high[number])
        weights = read.weights[own].tolist()
        ends = read.ends[read.first[number] : read.last[number]].tolist()
        sums = tuple(accumulate(weights, initial=0.0))
        return Wording(
            tuple(read.ids[own].tolist()), tuple(weights), tuple(pairwise([0, *ends])), sums, 0.0, (), tuple(read.cases[own].tolist())
        )

    def several(self) -> list[int]:
        """The voices of more than one quotation."""
        found: list[int] = np.flatnonzero(np.diff(self.stops, prepend=0) > 1).tolist()
        return found


def voice_of_each(spoken: Sequence[Quote], read: Wordings) -> Numbers:
    """Of each quotation, the number of its voice; voices are numbered as they are first met."""
    first = np.arange(len(spoken))  # of each quotation: the first one of its voice
    met: dict[tuple[bytes, bytes, str | None], int] = {}
    for row in np.flatnonzero(long_ones(read) & alike(read)).tolist():
        forms, ends = read.ids[read.low[row] : read.high[row]], read.ends[read.first[row] : read.last[row]]
        first[row] = met.setdefault((forms.tobytes(), ends.tobytes(), known(spoken[row])), row)
    return (np.cumsum(first == np.arange(len(first))) - 1)[first]


def owners(low: Numbers, high: Numbers) -> Numbers:
    """Of each form or sentence, the quotation that it belongs to; those of quotation q stand at low[q]:high[q]."""
    order = np.argsort(low, kind="stable")
    return np.repeat(order, (high - low)[order])


def long_ones(read: Wordings) -> Numbers:
    """Which quotations are not said on another day, too, as `links.voice_of` asks."""
    owner, number = owners(read.low, read.high), len(read.low)
    plain = np.where(read.cases != NAME, read.weights, 0.0)
    told = np.bincount(owner, read.weights, number) >= AGAIN
    return (read.high - read.low > BRIEF) & told & (np.bincount(owner, plain, number) >= TELLING)


def alike(read: Wordings) -> Numbers:
    """Which quotations have a sum of places and forms that another has too: among them are all that have the same forms."""
    owner = owners(read.low, read.high)
    places = np.arange(len(read.ids)) - read.low[owner]
    mixed = (read.ids.astype(np.int64) + 1) * ((places % 64) * 2_654_435_761 + 97) % 1_000_003
    sums = np.bincount(owner, mixed, len(read.low))
    _, back, times = np.unique(sums, return_inverse=True, return_counts=True)
    return times[back] > 1
