"""Where all the parts of a quotation stand in a record, chosen together.

Speeches come back to their words: a part looked for alone lands on the first refrain. So every part brings the places where it may stand,
those beside its neighbours' among them, and the chain through the whole quotation that goes on where the last part ended wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.compare.score import NEAR, Match, Wording, accepted

if TYPE_CHECKING:
    from quotecli.compare.record import Record

FOUND = 0.4  # the share of a part that must be found however much evidence there is
WHOLLY = 0.7  # the same of what another place left over
LOOSE = 8.0  # nats of what a place left over, above which it is looked for elsewhere
HOME = 4.0  # nats in favour of the turns of the speaker that the article names
GOES_ON = 6.0  # nats in favour of the place where the record goes on from the part before
OPEN_GAP, SILENT_GAP = 40, 25  # words of the record between two parts that still make one passage, with an ellipsis and without
ROUNDS = 3  # times that a part is cut where its best place leaves something over
AGAIN = 4  # places within one stretch of the record, from its end, that are looked at
ORIGINS = 6  # places of a part beside which its neighbours are looked for
FEW = 3  # folded forms below which a quotation must stand in the record as it is
NEARLY = 0.7  # of the folded forms of a quotation whose words are too common to be evidence
WAYS = 24  # chains that are followed at a time

Home = Callable[[int], float]
"""How far the turn in which a key stands is the speaker's: 1 where it is, 0 where it is another's."""


class Part(NamedTuple):
    """A part of a quotation and where it stands in the record; both as key indices."""

    quote: tuple[int, int]
    record: tuple[int, int]
    evidence: float


class Stretch(NamedTuple):
    """A part of a quotation that is looked for."""

    low: int
    high: int
    dotted: bool  # an ellipsis stands before it
    wholly: bool = False  # it was left over by another's place: it must be found nearly whole


class Way(NamedTuple):
    """A chain of places up to one."""

    value: float
    parts: tuple[Part, ...]


class Seeker:
    """One quotation looked for in one record."""

    def __init__(self, wording: Wording, record: Record, home: Home) -> None:
        self.wording, self.record, self.home = wording, record, home

    def places(self, stretches: Sequence[Stretch]) -> tuple[Part, ...]:
        """The parts that the record has, in the quotation's order, each at its place in the best chain."""
        return self.sought(stretches) or Closely(self.wording, self.record, self.home).chain(stretches)

    def sought(self, stretches: Sequence[Stretch]) -> tuple[Part, ...]:
        """The parts at their places in the best chain, parts cut finer where a place leaves much over."""
        found: tuple[Part, ...] = ()
        for _ in range(ROUNDS):
            found = self.chain(stretches)
            finer = self.cut_at(stretches, found)
            if len(finer) == len(stretches):
                break
            stretches = finer
        return found

    def chain(self, stretches: Sequence[Stretch]) -> tuple[Part, ...]:
        """The best chain through the places of all parts; a part may stand nowhere."""
        ways = [Way(0.0, ())]
        for stretch, places in zip(stretches, self.candidates(stretches), strict=True):
            longer = [self.longer(ways, part, stretch) for part in sorted(places, key=lambda part: part.record)]
            ways = sorted([*longer, *ways], key=lambda way: -way.value)[:WAYS]
        return ways[0].parts

    def longer(self, ways: Sequence[Way], part: Part, stretch: Stretch) -> Way:
        """The best way to a place."""
        own = part.evidence + HOME * self.home(part.record[0])
        best = max(ways, key=lambda way: way.value + self.bonus(way, part, stretch.dotted))
        return Way(best.value + self.bonus(best, part, stretch.dotted) + own, (*best.parts, part))

    def bonus(self, way: Way, part: Part, dotted: bool) -> float:
        """Nats for a place where the record goes on, the more the less stands between."""
        if not way.parts or not follows(self.record, way.parts[-1], part, dotted):
            return 0.0
        return GOES_ON * (1 - abs(part.record[0] - way.parts[-1].record[1]) / (2 * OPEN_GAP))

    # ---- candidates ----------------------------------------------------------------------------------------------------
    def candidates(self, stretches: Sequence[Stretch]) -> list[list[Part]]:
        """The places where each part may stand: by its own words, and beside the places of its neighbours."""
        found = [self.matches(one, self.record.buckets(self.wording, one.low, one.high)) for one in stretches]
        for number, after in enumerate(stretches[1:]):
            width = OPEN_GAP + after.high - after.low
            windows = [(part.record[1] - 2, part.record[1] + width) for part in found[number][:ORIGINS]]
            found[number + 1] = [*self.matches(after, windows, found[number + 1]), *found[number + 1]]
        for number in range(len(stretches) - 2, -1, -1):
            before = stretches[number]
            width = OPEN_GAP + before.high - before.low
            windows = [(part.record[0] - width, part.record[0] + 2) for part in found[number + 1][:ORIGINS]]
            found[number] = [*self.matches(before, windows, found[number]), *found[number]]
        return found

    def matches(self, stretch: Stretch, windows: Sequence[tuple[int, int]], known: Sequence[Part] = ()) -> list[Part]:
        """The good matches of a part within some stretches of the record, but those that are known; the best first."""
        size = len(self.record.wording.keys)
        found = {part.record for part in known}
        result = []
        for low, high in windows:
            for _ in range(AGAIN):  # of equal places the last is told first
                match = self.record.match(self.wording, stretch.low, stretch.high, (max(0, low), min(size, high)))
                if not match.evidence or not self.enough(match, stretch):
                    break
                if match.b not in found:
                    found.add(match.b)
                    result.append(Part(match.a, match.b, match.evidence))
                high = match.b[0]
        return sorted(result, key=lambda part: (-part.evidence, part.record))

    def enough(self, match: Match, stretch: Stretch) -> bool:
        """Whether a place is the right one: by evidence, or because the speaker says those very words, however few."""
        total = self.wording.between(stretch.low, stretch.high)
        if stretch.wholly and match.evidence < WHOLLY * total:
            return False
        if accepted(match.evidence, total, FOUND, NEAR):
            return True
        very = self.record.wording.keys[match.b[0] : match.b[1]] == self.wording.keys[stretch.low : stretch.high]
        return very and self.home(match.b[0]) != 0

    def cut_at(self, stretches: Sequence[Stretch], found: Sequence[Part]) -> list[Stretch]:
        """The parts, those cut of which a place leaves much over."""
        result = []
        for one in stretches:
            part = next((part for part in found if one.low <= part.quote[0] < one.high), None)
            low, high = part.quote if part else (one.low, one.high)
            left, right = self.wording.between(one.low, low) >= LOOSE, self.wording.between(high, one.high) >= LOOSE
            if left:
                result.append(Stretch(one.low, low, one.dotted, True))
            result.append(one._replace(low=low if left else one.low, high=high if right else one.high, dotted=one.dotted and not left))
            if right:
                result.append(Stretch(high, one.high, False, True))
        return result


class Closely(Seeker):
    """Looks for a quotation of which nothing was found: “We sold the farm in March” where he sold the tractor.

    Its words are too common to be evidence; that he himself says nearly all of them in one sentence is.
    """

    def enough(self, match: Match, stretch: Stretch) -> bool:
        """Whether it is said in his own turn, within words that are not many more."""
        if self.home(match.b[0]) <= 0 or stretch.high - stretch.low < FEW:
            return False
        own = Counter(self.wording.keys[stretch.low : stretch.high])
        left, right = match.a[0] - stretch.low, stretch.high - match.a[1]
        beside = max(0, match.b[0] - left), min(len(self.record.wording.keys), match.b[1] + right)
        return any(self.near(own, *where) for where in (beside, self.record.sentence_keys(match.b[0])))

    def near(self, own: Counter[str], low: int, high: int) -> bool:
        """Whether a stretch of the record has nearly all the words, and not many others."""
        shared = (own & Counter(self.record.wording.keys[low:high])).total()
        return shared >= NEARLY * own.total() and high - low <= own.total() * 1.5 + 2


def follows(record: Record, last: Part, part: Part, dotted: bool) -> bool:
    """Whether the record goes on, in the same turn, from one part to the next; an ellipsis between them excuses more words."""
    gap = part.record[0] - last.record[1]
    if record.turn_of[record.owner[part.record[0]]] != record.turn_of[record.owner[last.record[1] - 1]]:
        return False
    return -2 <= gap <= (OPEN_GAP if dotted else SILENT_GAP)
