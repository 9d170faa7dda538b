"""Which voices of an archive are worth comparing: as `compare.candidates` has it, asked for a few of them.

A voice is held against the earlier ones that share enough with it; of a crowd, or where it is long, against the nearest of them only. So
what a new one changes is its own list, the lists of the later ones that it stands in, and what a key ties that many have by now.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from quotecli.compare import candidates
from quotecli.compare import index as keyed
from quotecli.compare.candidates import UNTOLD, enough
from quotecli.compare.kin import make_room
from quotecli.compare.score import Wording
from quotecli.keep.index import Index


class Pairs(NamedTuple):
    """What is to be looked at."""

    compared: set[tuple[int, int]]
    parted: set[tuple[int, int]]  # linked so far, and no longer to be compared


class Tie(NamedTuple):
    """What a key ties."""

    common: bool  # so many have it that it ties them to the heaviest only
    voices: Sequence[int]  # all that have it; of a common one the two heaviest, or none
    old: bool  # a common one, whose heaviest holders and more than it takes were there before


class Shared(NamedTuple):
    """The voices that share enough with one, with what that weighs in millionths of a nat."""

    weights: Mapping[int, int]
    plain: Mapping[int, int]  # without what keys tell that let go of the voice as soon as heavier ones come: common ones of others


class Known:
    """What is known of every voice: arrays, for a million of them should not cost what a million objects do."""

    def __init__(self, traits: Iterable[tuple[int, float, float, int, int | None, int | None]]) -> None:
        self.hefts, self.needs, self.sizes = array("d"), array("d"), array("i")
        self.taken, self.bars = array("q"), array("q")
        for number, heft, least, size, taken, bar in traits:
            while len(self.sizes) < number:
                self.add(0.0, 0.0, GONE)
            self.add(heft, enough(least), size, UNTOLD if taken is None else taken, bar or 0)

    def add(self, heft: float, need: float, size: int, taken: int = UNTOLD, bar: int = 0) -> None:
        """Put one in behind the others."""
        self.hefts.append(heft)
        self.needs.append(need)
        self.sizes.append(size)
        self.taken.append(taken)
        self.bars.append(bar)

    def __contains__(self, voice: int) -> bool:
        return voice < len(self.sizes) and self.sizes[voice] != GONE

    def forget(self, voice: int) -> None:
        """Take one out."""
        self.sizes[voice] = GONE


GONE = -1


class Neighbours:
    """The voices of an archive by what they share; `new` are those that nobody had before, `words` gives the wording of one.

    A later voice need not be listed anew for each earlier one that comes. Where it has room for one more, that one is held against it and
    pushes nobody away; where it is one of a crowd, who shares less with it than its nearest do changes nothing. So of each voice it is kept
    how much of its room is taken, at most, and its bar: what its nearest share with it, at least.
    """

    def __init__(self, index: Index, new: set[int], words: Callable[[int], Wording]) -> None:
        self.index, self.new, self.words = index, new, words
        self.traits = Known(index.traits())
        self.order, self.places = index.order(), dict[int, tuple[int, int]]()
        self.looked_at: set[int] = set()  # keys of new voices
        self.loose: set[int] = set()  # voices that a key ties no longer to others
        self.settled = False  # whether nobody gets or loses a key any more
        self.ties: dict[int, Tie] = {}  # by key, once these change no more
        self.told: set[int] = set()  # voices of which more is known than is kept

    def pairs(self, touched: set[int], tell: Callable[[int, int], None] | None = None) -> Pairs:
        """The pairs in which a touched voice stands, and those whose link is no more: one pushed them apart, or a key let them go."""
        self.settled = True
        found, parted, pressed = set[tuple[int, int]](), set[tuple[int, int]](), dict[int, int]()
        for count, voice in enumerate(sorted(touched)):
            if tell:
                tell(count, len(touched))
            found.update(pair(voice, other) for other in self.held(voice, touched, pressed))
        full = {voice for voice, weight in pressed.items() if weight >= self.traits.bars[voice]}
        for voice in sorted(self.loose - touched):
            parted.update(pair(voice, other) for other in self.left(voice, full))
        for voice in sorted(full - touched):
            earlier = {*self.earlier(voice, self.sharing(voice))}
            found.update(pair(voice, other) for other in earlier & touched)
            parted.update(pair(voice, other) for other in self.index.linked(voice) - earlier if self.before(other, voice))
        self.index.keep_rooms((self.traits.taken[voice], self.traits.bars[voice], voice) for voice in sorted(self.told))
        return Pairs(found, parted)

    def held(self, voice: int, touched: set[int], pressed: dict[int, int]) -> Iterator[int]:
        """The voices that a touched one is compared with, whichever of the two is earlier.

        `pressed` learns of later ones that have no room for it, and with the weight of what they share.
        """
        shared = self.sharing(voice)
        crowd = self.taken(voice, shared.weights) > candidates.CELLS
        if crowd:
            yield from self.earlier(voice, shared)
        for other, weight in shared.weights.items():
            if other not in touched and not (crowd and self.before(other, voice)) and self.fits(voice, other):
                yield other
            elif self.before(other, voice):
                yield from () if crowd else (other,)
            elif other not in touched:
                pressed[other] = max(weight, pressed.get(other, 0))

    def left(self, voice: int, full: set[int]) -> Iterator[int]:
        """Voices linked with one that a key let go of, which share too little with it now; in a crowd that is asked of the later of two."""
        weights = self.sharing(voice).weights
        for other in self.index.linked(voice):
            later = other if self.before(voice, other) else voice
            if other not in weights:
                yield other
            elif self.traits.taken[later] > candidates.CELLS:
                full.add(later)

    def earlier(self, voice: int, shared: Shared) -> Sequence[int]:
        """Of the voices that share enough with one the earlier ones that it is held against: of a crowd the nearest."""
        weights, ranked = shared.weights, list[int]()
        for other in sorted(weights, key=weights.__getitem__, reverse=True):
            if len(ranked) >= candidates.NEAREST and weights[other] < weights[ranked[candidates.NEAREST - 1]]:
                break
            if self.before(other, voice):
                ranked.append(other)
        ranked.sort(key=lambda other: (-weights[other], self.place(other)))
        self.taken(voice, ranked)
        plain = sorted((shared.plain.get(other, 0) for other in ranked), reverse=True)
        self.traits.bars[voice] = plain[candidates.NEAREST - 1] if len(plain) >= candidates.NEAREST else 0
        return keyed.nearest(self.traits.sizes[voice], ranked, self.traits.sizes.__getitem__)

    def taken(self, voice: int, others: Iterable[int]) -> int:
        """How much of the room of a voice others take, in cells; that is remembered."""
        own = self.traits.sizes[voice]
        self.told.add(voice)
        self.traits.taken[voice] = sum([keyed.cells(own, size) for size in map(self.traits.sizes.__getitem__, others)])
        return self.traits.taken[voice]

    def fits(self, voice: int, other: int) -> bool:
        """Whether another voice has room for one; then that is taken."""
        taken = self.traits.taken[other] + keyed.cells(self.traits.sizes[voice], self.traits.sizes[other])
        if taken > candidates.CELLS:
            return False
        self.traits.taken[other] = taken
        self.told.add(other)
        return True

    def sharing(self, voice: int, wording: Wording | None = None) -> Shared:
        """The voices that share enough with one. `wording`: for one that has a wording that nobody has any more."""
        plain, common, tie_of = defaultdict[int, int](int), list[tuple[int, int]](), self.ties.get
        for key, weight in keyed.keys_of(wording or self.words(voice)).items():
            tie = tie_of(key) or self.tie(key)
            if tie.common:
                common.append((key, weight))
                continue
            for other in tie.voices:
                plain[other] += weight
        weighed = plain.copy()
        for key, weight in common:
            tied = self.tied(key, voice)
            for other in tied:
                weighed[other] += weight
            if voice in self.tie(key).voices:
                for other in tied:
                    plain[other] += weight
        weighed.pop(voice, None)
        needs, need = self.traits.needs, self.traits.needs[voice]
        return Shared({other: weight for other, weight in weighed.items() if weight >= need or weight >= needs[other]}, plain)

    def tied(self, key: int, voice: int) -> Iterable[int]:
        """Those that a common key ties to a voice: the two heaviest, and to these all."""
        tie = self.tie(key)
        if voice in self.new and key not in self.looked_at:
            self.loosen(key, tie)
        return self.index.holders(key) if voice in tie.voices else tie.voices

    def tie(self, key: int) -> Tie:
        """What a key ties; remembered, for a word that many say is asked for again and again."""
        if key in self.ties:
            return self.ties[key]
        most, held = keyed.most(key), self.index.holders(key)
        common = len(held) > most
        voices = held if not common else self.stars(held) if keyed.paired(key) else ()
        found = Tie(common, voices, common and self.new.isdisjoint(held[: most + 1]) and self.new.isdisjoint(voices))
        if self.settled and len(held) > 1:  # what one voice alone has is asked for once
            make_room(self.ties, MOST_TIES)
            self.ties[key] = found
        return found

    def stars(self, held: Sequence[int]) -> Sequence[int]:
        """The two heaviest of some voices; of equal ones the first by place."""
        hefts = itemgetter(*held)(self.traits.hefts)
        least = nlargest(2, hefts)[-1]
        found = [voice for voice, heft in zip(held, hefts, strict=True) if heft >= least]
        return found if len(found) == 2 else sorted(found, key=lambda voice: (-self.traits.hefts[voice], self.place(voice)))[:2]

    def loosen(self, key: int, tie: Tie) -> None:
        """Note the voices that a key tied to others of which it has let go: it is common now, or has other heaviest holders."""
        self.looked_at.add(key)
        if tie.old:
            return
        old = [voice for voice in self.index.holders(key) if voice not in self.new]
        if len(old) <= keyed.most(key):
            self.loose.update(voice for voice in old if not self.index.linked(voice).isdisjoint(old))
            self.unbar(old)
        elif not self.new.isdisjoint(tie.voices):
            gone = {*self.stars(old)}.difference(tie.voices)
            self.loose |= gone
            self.unbar(gone)

    def unbar(self, voices: Iterable[int]) -> None:
        """Forget the bars of voices that share less with others now."""
        for voice in voices:
            self.traits.bars[voice] = 0
            self.told.add(voice)

    def closed_up(self, key: int, heft: float) -> Iterable[int]:
        """The voices that a key ties anew since one that had it, of this heft, is gone."""
        held, most = self.index.holders(key), keyed.most(key)
        if len(held) <= most:
            return held if len(held) == most else ()
        stars = self.stars(held)
        return stars if heft >= min(self.traits.hefts[star] for star in stars) else ()

    def before(self, one: int, other: int) -> bool:
        """Whether one voice is earlier than another."""
        return self.place(one) < self.place(other)

    def place(self, voice: int) -> tuple[int, int]:
        """Where the first quotation of a voice stands: voices are ordered by it. Before all others where it has none any more."""
        if voice not in self.places:
            found = [(self.order.get(article, -1), start) for article, start in self.index.places(voice)]
            self.places[voice] = min(found, default=(-1, -1))
        return self.places[voice]


MOST_TIES = 1 << 18
"""Keys of which it is remembered what they tie: some hundred megabytes."""


def pair(one: int, other: int) -> tuple[int, int]:
    """Two voices, the smaller number first."""
    return (one, other) if one < other else (other, one)
