"""Which voices of an archive are worth comparing: as `compare.candidates` has it, asked for a few of them.

A voice is held against the earlier ones that share enough with it; of a crowd, or where it is long, against the nearest of them only. So
what a new one changes is its own list, the lists of the later ones that it stands in, and what a key ties that many have by now.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from quotecli.compare import index as keyed
from quotecli.compare.score import Wording
from quotecli.keep.index import Index


class Listed(NamedTuple):
    """Voices that share enough with one."""

    earlier: list[int]  # those that it is held against
    later: list[int]  # those that may be held against it


class Pairs(NamedTuple):
    """What is to be looked at."""

    compared: set[tuple[int, int]]
    parted: set[tuple[int, int]]  # linked so far, and no longer to be compared


class Tie(NamedTuple):
    """What a key ties."""

    common: bool  # so many have it that it ties them to the heaviest only
    voices: Sequence[int]  # all that have it; of a common one the two heaviest, or none
    old: bool  # a common one, whose heaviest holders and more than it takes were there before


class Known:
    """What is known of every voice: arrays, for a million of them should not cost what a million objects do."""

    def __init__(self, traits: Iterable[tuple[int, float, float, int]]) -> None:
        self.hefts, self.leasts, self.sizes = array("d"), array("d"), array("i")
        for number, heft, least, size in traits:
            while len(self.sizes) < number:
                self.add(0.0, 0.0, GONE)
            self.add(heft, least, size)

    def add(self, heft: float, least: float, size: int) -> None:
        """Put one in behind the others."""
        self.hefts.append(heft)
        self.leasts.append(least)
        self.sizes.append(size)

    def __getitem__(self, voice: int) -> keyed.Traits:
        return keyed.Traits(self.hefts[voice], self.leasts[voice], self.sizes[voice])

    def __contains__(self, voice: int) -> bool:
        return voice < len(self.sizes) and self.sizes[voice] != GONE

    def forget(self, voice: int) -> None:
        """Take one out."""
        self.sizes[voice] = GONE


GONE = -1


class Neighbours:
    """The voices of an archive by what they share; `new` are those that nobody had before, `words` gives the wording of one."""

    def __init__(self, index: Index, new: set[int], words: Callable[[int], Wording]) -> None:
        self.index, self.new, self.words = index, new, words
        self.traits = Known(index.traits())
        self.places: dict[int, tuple[str, int]] = {}
        self.looked_at: set[int] = set()  # keys of new voices
        self.loose: set[int] = set()  # voices that were linked by a key that ties them no longer
        self.settled = False  # whether nobody gets or loses a key any more
        self.ties: dict[int, Tie] = {}  # by key, once these change no more

    def pairs(self, touched: set[int], tell: Callable[[int, int], None] | None = None) -> Pairs:
        """The pairs in which a touched voice stands, and those whose link is no more: one pushed them apart, or a key let them go."""
        self.settled = True
        found, parted, later = set[tuple[int, int]](), set[tuple[int, int]](), set[int]()
        for count, voice in enumerate(sorted(touched)):
            if tell:
                tell(count, len(touched))
            known = self.listed(voice)
            found |= {pair(voice, other) for other in known.earlier}
            later.update(known.later)
        for voice in sorted((later | self.loose) - touched):
            earlier = {*self.listed(voice).earlier}
            found |= {pair(voice, other) for other in earlier & touched}
            parted |= {pair(voice, other) for other in self.index.linked(voice) - earlier if self.place(other) < self.place(voice)}
        return Pairs(found, parted)

    def listed(self, voice: int) -> Listed:
        """The voices that share enough with one: the earlier ones that it is held against, and the later ones."""
        weighed, own = self.sharing(voice), self.traits[voice]
        earlier = sorted((other for other in weighed if self.place(other) < self.place(voice)), key=lambda a: (-weighed[a], self.place(a)))
        return Listed(
            keyed.nearest(own, earlier, self.traits.sizes.__getitem__),
            [other for other in weighed if self.place(other) > self.place(voice)],
        )

    def sharing(self, voice: int, wording: Wording | None = None) -> dict[int, int]:
        """The voices that share enough with one, each with what that weighs, in millionths of a nat.

        `wording`: for one that has a wording that nobody has any more.
        """
        weighed: defaultdict[int, int] = defaultdict(int)
        for key, weight in keyed.keys_of(wording or self.words(voice)).items():
            for other in self.tied(key, voice):
                weighed[other] += weight
        weighed.pop(voice, None)
        own = self.traits[voice]
        return {other: weight for other, weight in weighed.items() if keyed.enough(weight, own, self.traits[other])}

    def tied(self, key: int, voice: int) -> Iterable[int]:
        """Those that share a key with a voice, in so far as the key ties them: a common one ties all to the two heaviest."""
        tie = self.ties.get(key) or self.tie(key)
        if not tie.common:
            return tie.voices
        if voice in self.new and key not in self.looked_at:
            self.loosen(key, tie)
        return [other for other, _ in self.index.holders(key)] if voice in tie.voices else tie.voices

    def tie(self, key: int) -> Tie:
        """What a key ties; remembered, for a word that many say is asked for again and again."""
        most = keyed.most(key)
        held = self.index.holders(key, most + 1)
        common = len(held) > most
        voices = [voice for voice, _ in held] if not common else self.stars(key, held) if keyed.paired(key) else []
        found = Tie(common, voices, common and self.new.isdisjoint(voice for voice, _ in held) and self.new.isdisjoint(voices))
        if self.settled:
            if len(self.ties) >= MOST_TIES:
                self.ties.clear()
            self.ties[key] = found
        return found

    def stars(self, key: int, held: Sequence[tuple[int, float]]) -> list[int]:
        """The two heaviest of the holders of a key, of which these are the first; of equal ones the first by place."""
        bar = held[1][1]
        if len(held) < 3 or held[2][1] < bar:
            return [voice for voice, _ in held[:2]]
        return self.heaviest([voice for voice, heft in held if heft > bar], self.index.holding(key, bar))

    def heaviest(self, heavier: Sequence[int], equal: Iterable[int]) -> list[int]:
        """Two of some, the heavier first, then of equal ones the first by place."""
        return [*heavier, *sorted(equal, key=self.place)][:2]

    def loosen(self, key: int, tie: Tie) -> None:
        """Note the voices that were linked while a key tied them that now is common, or has other heaviest holders."""
        self.looked_at.add(key)
        if tie.old:
            return
        most = keyed.most(key)
        old = list(islice((one for one in self.index.heaviest(key) if one[0] not in self.new), most + 1))
        if len(old) <= most:
            before = {voice for voice, _ in old}
            self.loose.update(voice for voice in before if self.index.linked(voice) & before)
        elif not self.new.isdisjoint(tie.voices):
            equal = [voice for voice in self.index.holding(key, old[1][1]) if voice not in self.new]
            for star in {*self.heaviest([voice for voice, heft in old[:1] if heft > old[1][1]], equal)}.difference(tie.voices):
                self.loose |= {star, *self.index.linked(star)}

    def closed_up(self, key: int, heft: float) -> Iterable[int]:
        """The voices that a key ties anew since one that had it, of this heft, is gone."""
        held = self.index.holders(key, keyed.most(key) + 1)
        if len(held) == keyed.most(key):
            return [voice for voice, _ in held]
        return self.stars(key, held) if len(held) > keyed.most(key) and heft >= held[1][1] else ()

    def place(self, voice: int) -> tuple[str, int]:
        """Where the first quotation of a voice stands: voices are ordered by it."""
        if voice not in self.places:
            self.places[voice] = self.index.place(voice)
        return self.places[voice]


MOST_TIES = 1 << 18
"""Keys of which it is remembered what they tie: some hundred megabytes."""


def pair(one: int, other: int) -> tuple[int, int]:
    """Two voices, the smaller number first."""
    return (one, other) if one < other else (other, one)
