"""The links of a large collection: numpy finds who shares a key, compiled code compares, `links.Links` decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

import numpy as np

from quotecli.compare import score
from quotecli.compare.bulk._field import Field as Compiled
from quotecli.compare.bulk.keys import keys_of
from quotecli.compare.bulk.reading import NOWHERE, Wordings, read
from quotecli.compare.bulk.spread import spread, workers_for
from quotecli.compare.bulk.sure import Sure
from quotecli.compare.bulk.vocabulary import Numbers
from quotecli.compare.bulk.voices import Voices, owners
from quotecli.compare.candidates import CELLS, COMMON, COMMON_ALONE, LIGHT, NEAREST, UNTOLD
from quotecli.compare.evidence import REFRAIN, SHORT, Refrains
from quotecli.compare.kin import Kin
from quotecli.compare.links import Compared, Done, Link, Links, Piece, Stretch, Voice, weighed
from quotecli.compare.passages import NAME, PLAIN
from quotecli.compare.people import known
from quotecli.compare.score import Match
from quotecli.model import Quote

LOWEST = score.NEAR - score.WHOLE  # nats: the bar under all bars
LEAST = score.NEAR - score.COMPANY  # the bar of a sentence beside one that is accepted; as `score.wording` has both
PART = 25_000  # pairs that are compared at a time
TOGETHER = 5_000  # links of families that are brought together at a time
PAIR = np.dtype([("a", np.int32), ("b", np.int32)])
ENDS = ["a_low", "a_high", "b_low", "b_high"]
RECORD = np.dtype([*((name, "d") for name in ("evidence", "total", "besides")), *((name, "i4") for name in ("pair", *ENDS, "unused"))])
LINK = np.dtype([("strength", "d"), *((name, "i4") for name in ("a", *ENDS[:2], "b", *ENDS[2:]))])  # as `Link`


class Field(Links):
    """`Links` over arrays."""

    def __init__(self, spoken: Sequence[Quote], kin: Kin, jobs: int | None = None, refrains: Refrains | None = None) -> None:
        """`jobs` are the processes that may share the work on very many quotations; else every core. `refrains`: of a part those of all."""
        self.spoken, self.kin, self.workers = spoken, kin, workers_for(len(spoken), jobs)
        self.scored: dict[tuple[Stretch, Stretch], bool] = {}
        self.everything = everything = read(spoken)
        self.refrains = numbered(refrains, everything, spoken) if refrains else Refrains.counted(short_sentences(everything, spoken))
        self.numbered = Voices(spoken, everything)
        self.voices = cast("Sequence[Voice]", self.numbered)
        self.number = self.numbered.number
        self.compiled = compiled(self.numbered.wordings)
        self.sure = Sure(spoken, self.numbered, kin, np.frombuffer(self.compiled.totals()))

    def parts(self, compared: Compared | None = None) -> Iterator[list[Link]]:
        """Every link that the score accepts, those of some families at a time."""
        found = self.as_array(compared)
        for part in apart(found, self.number):
            yield links_of(found[part])

    def each(self, work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> Iterator[Done]:
        """`work` on each piece, in order, by several processes where that is worth it."""
        return spread(self.workers, work, pieces)

    def members(self) -> Iterator[tuple[int, ...]]:
        """Of each voice in order, the quotations."""
        return (self.numbered.members(number) for number in range(self.numbered.number))

    def taken(self) -> Sequence[int]:
        """Of each voice in order, how many cells those take that it is held against; UNTOLD where more may share enough with it."""
        found: list[int] = self.cells.tolist()
        return found

    def as_array(self, compared: Compared | None) -> Numbers:
        """Every link that the score accepts."""
        pairs = np.frombuffer(self.compiled.candidates(*keys_of(self.numbered.wordings), COMMON_ALONE, COMMON), PAIR)
        self.cells = cells_taken(pairs, self.numbered.wordings)
        parts = [rows(link for voice in self.numbered.several() for link in self.repeated(voice))]
        pieces = [pairs[at : at + PART] for at in range(0, len(pairs), PART)]
        for piece, found in zip(pieces, self.each(self.links_among, pieces), strict=True):
            if compared:
                compared(int(piece[-1]["b"]), self.number)
            parts.append(found)
        return np.concatenate(parts)

    def links_among(self, pairs: Numbers) -> Numbers:
        """The links of some pairs of voices, as one array."""
        return np.concatenate(list(self.compare(pairs)))

    def among(self, pairs: Sequence[tuple[int, int]]) -> Iterable[Link]:
        """The links of some pairs of voices, the second after the first."""
        return links_of(self.links_among(np.array(pairs, PAIR)))

    def repeated(self, voice: int) -> Iterable[Link]:
        """The links of a voice with itself."""
        return self.own(voice) if len(self.voices[voice].sources) > 1 else ()

    def compare(self, pairs: Numbers) -> Iterator[Numbers]:
        """The links of some pairs of voices."""
        told, repetitive = self.compiled.alignments(np.ascontiguousarray(pairs))
        records = np.frombuffer(told, RECORD)
        a, b = pairs["a"][records["pair"]], pairs["b"][records["pair"]]
        apart = self.sure.apart(a, b)
        unsure = np.bincount(records["pair"][~(apart & self.sure.linked(a, b, records))], minlength=len(pairs)) > 0
        yield plainly_linked(a, b, records, ~unsure[records["pair"]])
        yield rows(self.looked_at(pairs, records[apart & unsure[records["pair"]]]))
        for number in np.frombuffer(repetitive, np.int32):
            yield rows(self.links_of_repetitive(*pairs[number].tolist()))

    def looked_at(self, pairs: Numbers, records: Numbers) -> Iterator[Link]:
        """The links among alignments of pairs that are apart."""
        for number, found in groupby(records.tolist(), key=itemgetter(3)):
            a, b = pairs[number].tolist()
            tried = [
                (match, total)
                for evidence, total, besides, _, a_low, a_high, b_low, b_high, _ in found
                for match in [Match(evidence, (a_low, a_high), (b_low, b_high))]
                if self.more_than_common(a, b, match, besides)
            ]
            if tried:
                yield from self.made_of(a, b, self.chosen(a, b, tried))

    def links_of_repetitive(self, a: int, b: int) -> Iterable[Link]:
        """The links of two voices of few different words, whose neighbours are compared: as `Links` has them."""
        if not self.voices[a].apart(self.voices[b]):
            return ()
        one, two = (score.wording(self.spoken[self.voices[voice].quotes[0]]) for voice in (a, b))
        common = frozenset(one.keys) & frozenset(two.keys)
        shared = weighed(two, common)
        hopes = score.hopeful(one, common, shared), score.hopeful(two, common, shared)
        return self.made_of(a, b, self.chosen(a, b, self.telling(a, b, score.matches_of(one, two, common, hopes))))

    def extent(self, quote: int, low: int, high: int) -> tuple[int, int]:
        """From where to where some of a quotation's folded forms stand in its article, with the marks that close them."""
        read, at = self.everything, self.everything.low[quote]
        begin = self.spoken[quote].pieces[0].start
        start, stop = int(read.starts[at + low]), int(read.stops[at + high - 1])
        if start == NOWHERE:
            return super().extent(quote, low, high)
        end = len(self.spoken[quote].text) if at + high == read.high[quote] else stop
        return begin + (start if low else 0), begin + end

    def aligned(self, a: Stretch, b: Stretch) -> Match:
        """The best alignment of two stretches."""
        return Match(*self.compiled.aligned(a, b))

    def besides(self, a: int, b: int, match: Match) -> float:
        """The nats of what two voices share that is no name."""
        return self.compiled.besides((a, *match.a), (b, *match.b))


def numbered(refrains: Refrains, read: Wordings, spoken: Sequence[Quote]) -> Refrains:
    """The refrains of the articles of some quotations, in the forms of these; one with a form that none of them has is none of theirs."""
    numbers: Mapping[str, Any] = read.numbers  # nothing asks for more than whether two forms are equal
    said = {source: refrains.said[source] for source in {quote.source for quote in spoken} & refrains.said.keys()}
    known = {source: [keys for keys in found if numbers.keys() >= {*keys}] for source, found in said.items()}
    return Refrains({source: frozenset(tuple(numbers[key] for key in keys) for keys in found) for source, found in known.items()})


def links_of(found: Numbers) -> list[Link]:
    """Links out of their array."""
    make = tuple.__new__  # Link(…) itself takes twice as long
    return [make(Link, (link[0], make(Stretch, link[1:4]), make(Stretch, link[4:]))) for link in found.tolist()]


def compiled(read: Wordings) -> Compiled:
    """The wordings as compiled code takes them, with the numbers of its rules."""
    rules = (score.GAP, score.ROUNDING, score.COVERAGE, LOWEST, LEAST, score.SLACK, score.AMPLE, LIGHT, score.OFTEN)
    sizes = (score.CROWD, score.SPACIOUS, NEAREST, CELLS, PLAIN, NAME)
    return Compiled(read.ids, read.weights, read.cases, read.low, read.high, read.ends, read.first, read.last, read.words, (*rules, *sizes))


def short_sentences(read: Wordings, spoken: Sequence[Quote]) -> Iterator[tuple[str, str | None, tuple[Any, ...]]]:
    """The sentences that may be refrains, each with its article and speaker."""
    owner = owners(read.first, read.last)
    starts = np.zeros(len(read.ends), np.int64)
    inside = owner[1:] == owner[:-1]
    starts[1:][inside] = read.ends[:-1][inside]
    size = read.ends - starts
    for sentence in np.flatnonzero((size >= SHORT) & (size <= REFRAIN)):
        quote = owner[sentence]
        low = read.low[quote] + starts[sentence]
        yield spoken[quote].source, known(spoken[quote]), tuple(read.ids[low : low + size[sentence]].tolist())


def cells_taken(pairs: Numbers, read: Wordings) -> Numbers:
    """Of each voice, as `index.cells` counts, what those take that it is compared with; UNTOLD where one more might have been left out."""
    sizes, least = read.high - read.low, -(-CELLS // NEAREST)
    each = np.maximum(sizes[pairs["a"]] * sizes[pairs["b"]], least)
    taken = np.bincount(pairs["b"], each, len(sizes)).astype(np.int64)
    taken[taken + np.maximum(sizes * sizes.max(initial=0), least) > CELLS] = UNTOLD
    return taken


def plainly_linked(a: Numbers, b: Numbers, records: Numbers, which: Numbers) -> Numbers:
    """The links that some alignments make; of those between the same ends the last, as `Links.made_of`."""
    own = records[which]
    links = np.zeros(len(own), LINK)
    links["strength"] = own["evidence"] / own["total"] * own["evidence"] / (own["evidence"] + 4)
    links["a"], links["b"] = a[which], b[which]
    for name in ENDS:
        links[name] = own[name]
    order = np.lexsort([links[name] for name in (*ENDS, "b", "a")])  # stable: the last one is behind those with the same ends
    ends = links[order][["a", "b", *ENDS]]
    return links[order[np.append(ends[1:] != ends[:-1], True)]] if len(own) else links


def rows(links: Iterable[Link]) -> Numbers:
    """Links as an array, which takes a tenth of their memory."""
    return np.array([(how, *a, *b) for how, a, b in links], LINK)


def apart(links: Numbers, voices: int) -> Iterator[Numbers]:
    """The links, some families at a time: no voice of one part is linked with one of another."""
    if not len(links):
        return
    family = families(links["a"].tolist(), links["b"].tolist(), voices)
    label = np.array(family)[links["a"]]
    order = np.argsort(label, kind="stable")
    label = label[order]
    begins = np.flatnonzero(np.append(True, label[1:] != label[:-1]))
    cuts = [0]
    for begin in begins.tolist():
        if begin - cuts[-1] >= TOGETHER:
            cuts.append(begin)
    yield from (order[low:high] for low, high in zip(cuts, [*cuts[1:], len(order)], strict=True))


def families(one: Sequence[int], two: Sequence[int], voices: int) -> list[int]:
    """Of each voice, the first of those that hang together with it."""
    head = list(range(voices))

    def first(voice: int) -> int:
        while head[voice] != voice:
            head[voice] = voice = head[head[voice]]
        return voice

    for a, b in zip(one, two, strict=True):
        x, y = first(a), first(b)
        head[max(x, y)] = min(x, y)
    return [first(voice) for voice in range(voices)]
