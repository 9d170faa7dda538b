"""From groups of stretches to the spans that are shown: whole sentences where nothing else claims them, one cluster for one passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quotecli.compare.links import Links, Stretch
from quotecli.model import Quote

CLOSE = 2  # keys between two parts that touch
NEIGHBOURS = 25  # keys that may stand between two stretches that are shown as one


class Draft:
    """A cluster in the making: by quotation, the parts that belong to it, as ranges of key indices."""

    __slots__ = ("spans",)

    def __init__(self) -> None:
        self.spans: dict[int, list[tuple[int, int]]] = {}

    def add(self, quote: int, low: int, high: int) -> None:
        """Take a part in, as one with those that it touches."""
        parts = self.spans.setdefault(quote, [])
        touching = [part for part in parts if part[0] <= high + CLOSE and low <= part[1] + CLOSE]
        whole = min([low, *(a for a, _ in touching)]), max([high, *(b for _, b in touching)])
        parts[:] = sorted([part for part in parts if part not in touching] + [whole])

    def take(self, other: Draft) -> None:
        """Take in all parts of another."""
        for quote, parts in other.spans.items():
            for low, high in parts:
                self.add(quote, low, high)

    def key(self) -> list[tuple[int, list[tuple[int, int]]]]:
        """By what drafts are ordered."""
        return sorted(self.spans.items())


def drafts_of(groups: Iterable[Sequence[Stretch]], spoken: Sequence[Quote], links: Links) -> list[Draft]:
    """The clusters as they are shown, in order of their first quotation."""
    drafts = []
    sentences: dict[int, tuple[tuple[int, int], ...]] = {}
    for group in groups:
        draft = Draft()
        for number, low, high in strongest(group, links):
            voice = links.voices[number]
            for quote in voice.quotes:
                draft.add(quote, low, high)
                sentences[quote] = voice.wording.sentences
        drafts.append(draft)
    drafts = absorb(sorted(drafts, key=Draft.key), spoken)
    part_ways(drafts, sentences)
    widen(drafts, sentences)
    return join(sorted(drafts, key=Draft.key))


def strongest(group: Sequence[Stretch], links: Links) -> list[Stretch]:
    """The group without the lesser of two stretches of one voice that do not touch: somebody repeats himself."""
    heaviest = sorted(group, key=lambda s: (-links.voices[s.voice].wording.between(s.low, s.high), s))
    kept: defaultdict[int, list[Stretch]] = defaultdict(list)
    for stretch in heaviest:
        if all(s.low <= stretch.high + CLOSE and stretch.low <= s.high + CLOSE for s in kept[stretch.voice]):
            kept[stretch.voice].append(stretch)
    return [stretch for own in kept.values() for stretch in own]


# ---- one inside another ------------------------------------------------------------------------------------------------
def absorb(drafts: Sequence[Draft], spoken: Sequence[Quote]) -> list[Draft]:
    """Leave out a draft whose quotations all stand, with the same words, in another.

    Where whole sentences are shared and others print parts of them, the parts make clusters of their own, which have the whole in them.
    Several such clusters become one when what they add comes from one source, which split the sentence; else the first takes the whole.
    """
    by_quote: defaultdict[int, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        for quote in draft.spans:
            by_quote[quote].append(index)
    kept = list(drafts)
    gone: set[int] = set()
    for index, draft in sorted(enumerate(drafts), key=lambda item: -len(item[1].spans)):
        if any(len(by_quote[quote]) == 1 for quote in draft.spans):
            continue  # nobody else has all of its quotations
        around = set.intersection(*(set(by_quote[quote]) for quote in draft.spans)) - gone - {index}
        hosts = [
            other for other in sorted(around) if holds(kept[other], draft) and (len(kept[other].spans) > len(draft.spans) or other < index)
        ]
        if not hosts:
            continue
        added = [{spoken[quote].source for quote in kept[host].spans if quote not in draft.spans} for host in hosts]
        together = len(set[str]().union(*added)) <= 1
        for host in hosts[1:] if together else ():
            kept[hosts[0]].take(kept[host])
            gone.add(host)
        kept[hosts[0]].take(draft)
        gone.add(index)
    return [draft for index, draft in enumerate(kept) if index not in gone]


def holds(host: Draft, draft: Draft) -> bool:
    """Whether the parts of a draft touch parts of the host in all quotations, and meet them in some."""
    gaps = [
        max(a - high, low - b)
        for quote, parts in draft.spans.items()
        for low, high in parts
        for a, b in [nearest(host.spans[quote], low, high)]
    ]
    return max(gaps) <= CLOSE and min(gaps) < 0


def nearest(parts: Sequence[tuple[int, int]], low: int, high: int) -> tuple[int, int]:
    """The part that is nearest to a range, or meets it most."""
    return min(parts, key=lambda part: (max(part[0] - high, low - part[1]), part))


# ---- apart at the end of the sentence ------------------------------------------------------------------------------------
def part_ways(drafts: Sequence[Draft], sentences: dict[int, tuple[tuple[int, int], ...]]) -> None:
    """Cut a part that reaches into another draft's sentence back to its own."""
    owners: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for quote in draft.spans:
            owners[quote].append(draft)
    for quote, sharing in owners.items():
        if len(sharing) > 1 and len(sentences[quote]) > 1:
            for draft in sharing:
                others = [part for other in sharing if other is not draft for part in other.spans[quote]]
                draft.spans[quote] = [cut(part, others, sentences[quote]) for part in draft.spans[quote]]


def cut(part: tuple[int, int], others: Iterable[tuple[int, int]], sentences: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part without the sentences in which another part stands that meets it there."""
    low, high = part
    for a, b in others:
        for start, end in sentences:
            if low < start < high and b <= start + CLOSE and a < start and b > low:
                low = start
            elif low < end < high and a >= end - CLOSE and b > end and a < high:
                high = end
    return low, high


# ---- to the end of the sentence ----------------------------------------------------------------------------------------
def widen(drafts: Sequence[Draft], sentences: dict[int, tuple[tuple[int, int], ...]]) -> None:
    """Widen every part to its sentence's ends, but not over a part of another draft."""
    claims: defaultdict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        for quote, parts in draft.spans.items():
            claims[quote] += [(low, high, index, number) for number, (low, high) in enumerate(parts)]
    for quote, claimed in claims.items():
        taken: list[tuple[int, int]] = []
        for low, high, index, number in sorted(claimed):
            ends = [b for a, b in sentences[quote] if a < high <= b] or [high]
            high = max(high, min([ends[0], *(a for a, _, _, _ in claimed if a >= high)]))
            starts = [a for a, b in sentences[quote] if a <= low < b] or [low]
            low = min(low, max([starts[0], *(b for _, b in taken if b <= low)]))
            taken.append((low, high))
            drafts[index].spans[quote][number] = (low, high)


# ---- side by side ------------------------------------------------------------------------------------------------------
def join(drafts: Sequence[Draft]) -> list[Draft]:
    """Make one of drafts that stand side by side, in the same order, in all of the same quotations: a passage that several print whole."""
    by_quotes: defaultdict[tuple[int, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_quotes[tuple(sorted(draft.spans))].append(draft)
    starts: defaultdict[int, list[int]] = defaultdict(list)
    for draft in drafts:
        for quote, parts in draft.spans.items():
            starts[quote] += [low for low, _ in parts]
    joined: list[Draft] = []
    for group in by_quotes.values():
        last: Draft | None = None
        for draft in group:
            if last is not None and follows(last, draft, starts):
                for quote, [(_, high)] in draft.spans.items():
                    last.spans[quote] = [(last.spans[quote][0][0], max(high, last.spans[quote][0][1]))]
            else:
                joined.append(draft)
                last = draft
    return joined


def follows(first: Draft, second: Draft, starts: dict[int, list[int]]) -> bool:
    """Whether the second comes next in every quotation, or meets the first there, with no other draft between and little else."""
    for quote, parts in second.spans.items():
        before = first.spans[quote]
        if len(parts) > 1 or len(before) > 1 or parts[0] <= before[0]:
            return False
        gap = parts[0][0] - before[0][1]
        if gap > NEIGHBOURS or any(before[0][1] <= start < parts[0][0] for start in starts[quote]):
            return False
    return True
