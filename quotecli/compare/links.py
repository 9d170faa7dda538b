"""Which quotations are linked: pairs of stretches that the score accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from quotecli.compare.candidates import UNTOLD, candidates
from quotecli.compare.edits import extent_of, text_of
from quotecli.compare.evidence import AGAIN, ANEW, BRIEF, DAYS, FEW, SHORT, WEEK, Refrains, besides_names, plain_weight
from quotecli.compare.extended import mypyc_attr
from quotecli.compare.kin import LONELY, Kin
from quotecli.compare.people import clash, guessed, known
from quotecli.compare.rivals import refused
from quotecli.compare.score import (
    COMPANY,
    COVERAGE,
    FAR,
    NEAR,
    STRANGERS,
    TELLING,
    UNKNOWN,
    WHOLE,
    Hope,
    Match,
    Wording,
    accepted,
    agreeing,
    chain,
    hopeful,
    matches_of,
    wording,
)
from quotecli.model import Quote

SLIGHT = 25.0  # nats of a whole quotation below which what stands around it counts
HALF = 0.5  # of what two different people share that must be more than names
SAMPLE = 5  # members of a set of identical quotations that are asked how near their articles are


class Stretch(NamedTuple):
    """A part of a voice's words, as key indices of its wording."""

    voice: int
    low: int
    high: int


class Link(NamedTuple):
    """Two stretches that report one utterance, and how surely."""

    strength: float
    a: Stretch
    b: Stretch


class Voice(NamedTuple):
    """Quotations that are one for comparing: the same folded words by the same speaker, long enough to be no accident."""

    wording: Wording
    speaker: str | None
    quotes: tuple[int, ...]  # indices of the quotations
    sources: tuple[str, ...]  # ascending

    def apart(self, other: Voice) -> bool:
        """Whether the two are more than one source's."""
        return self.sources != other.sources or len(self.sources) > 1


Piece = TypeVar("Piece")
Done = TypeVar("Done")

Compared = Callable[[int, int], None]
"""Is told how many of how many are compared."""


Read = Callable[[Quote], Wording]
"""Makes a quotation ready for comparing; whoever does that again and again may remember it."""


@mypyc_attr(allow_interpreted_subclasses=True)
class Links:
    """The links of a collection, and the score for any two stretches of it."""

    def __init__(self, spoken: Sequence[Quote], kin: Kin, refrains: Refrains | None = None, read: Read = wording) -> None:
        self.spoken = spoken
        self.kin = kin
        self.voices: Sequence[Voice] = voices_of(spoken, read)
        self.refrains = refrains or Refrains.of(spoken, {index: voice.wording for voice in self.voices for index in voice.quotes})
        self.scored: dict[tuple[Stretch, Stretch], bool] = {}

    def found(self, compared: Compared | None = None) -> list[Link]:
        """Every link that the score accepts."""
        links = [link for index, voice in enumerate(self.voices) if len(voice.sources) > 1 for link in self.own(index)]
        wordings = [voice.wording for voice in self.voices]
        bags = [frozenset(wording.keys) for wording in wordings]
        for b, others in candidates(wordings):
            if compared:
                compared(b, len(wordings))
            for a in others:
                links += self.links_of(a, b, bags[a] & bags[b])
        return links

    def among(self, pairs: Sequence[tuple[int, int]]) -> Iterable[Link]:
        """The links of some pairs of voices, the second after the first."""
        bags = [frozenset(voice.wording.keys) for voice in self.voices]
        return (link for a, b in pairs for link in self.links_of(a, b, bags[a] & bags[b]))

    def kept(self, links: Sequence[Link]) -> list[Link]:
        """Of all links of some voices those that lead to no lesser one of an article's utterances, the strongest first."""
        elsewhere = set(refused(links, self))
        return sorted((link for link in links if link not in elsewhere), key=lambda link: (-link.strength, link.a, link.b))

    def links_of(self, a: int, b: int, common: frozenset[str]) -> Iterator[Link]:
        """The links of two voices, the second after the first, that have some words in common."""
        one, two = self.voices[a].wording, self.voices[b].wording
        shared = weighed(two, common)
        if shared >= two.least or shared >= one.least:
            yield from self.between(a, b, common, shared)

    def own(self, index: int) -> Iterator[Link]:
        """Identical quotations of several sources are linked with themselves, sentence by sentence."""
        voice = self.voices[index]
        for low, high in voice.wording.sentences:
            weight = voice.wording.between(low, high)
            plain = self.besides(index, index, Match(weight, (low, high), (low, high)))
            if accepted(weight, weight, COVERAGE, NEAR) and plain >= TELLING:
                yield Link(strength(weight, weight), Stretch(index, low, high), Stretch(index, low, high))

    def parts(self, compared: Compared | None = None) -> Iterator[list[Link]]:
        """Every link that the score accepts; those that hang together come together. What is small hangs together.

        `compared` is told how many of the voices are done.
        """
        yield self.found(compared)

    def each(self, work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> Iterator[Done]:
        """`work` on each piece, in order."""
        return map(work, pieces)

    def members(self) -> Iterator[tuple[int, ...]]:
        """Of each voice in order, the quotations."""
        return (voice.quotes for voice in self.voices)

    def taken(self) -> Sequence[int]:
        """Of each voice in order, how many cells those take that it is held against; UNTOLD where more may share enough with it."""
        return [UNTOLD] * len(self.voices)

    def between(self, a: int, b: int, common: frozenset[str], shared: float) -> Iterator[Link]:
        """The links of two voices; `common` is what both have, `shared` its weight in nats."""
        one, two = self.voices[a], self.voices[b]
        if not one.apart(two):
            return
        hopes = hopeful(one.wording, common, shared), hopeful(two.wording, common, shared)
        if not any(hope.reaches(COVERAGE, NEAR - WHOLE) for side in hopes for hope in side):
            return
        yield from self.made_of(a, b, self.accepted(a, b, common, hopes))

    def made_of(self, a: int, b: int, found: Iterable[tuple[Match, float]]) -> Iterator[Link]:
        """The links that alignments of two voices make, each with the weight of its sentence; of those between the same ends the last."""
        ends = {(Stretch(a, *match.a), Stretch(b, *match.b)): strength(match.evidence, weight) for match, weight in found}
        yield from (Link(how, *pair) for pair, how in ends.items())

    def accepted(
        self, a: int, b: int, common: frozenset[str], hopes: tuple[Sequence[Hope], Sequence[Hope]]
    ) -> Iterable[tuple[Match, float]]:
        """The alignments of two voices that their bar accepts.

        How near the articles are is asked last, and only where it matters: most pairs are far above every bar, or below.
        """
        one, two = self.voices[a], self.voices[b]
        base = STRANGERS if clash(one.speaker, two.speaker) else COVERAGE
        need = None
        if not any(hope.reaches(base, self.bounds(one, two)[1]) for side in hopes for hope in side):
            need = self.bar(a, b)[1]
            if not any(hope.reaches(base, need) for side in hopes for hope in side):
                return ()
        return self.chosen(a, b, self.telling(a, b, matches_of(one.wording, two.wording, common, hopes)), need)

    def telling(self, a: int, b: int, found: Iterable[tuple[Match, float]]) -> list[tuple[Match, float]]:
        """Of alignments those that share more than what is common, each with the weight of its sentence."""
        return [(match, weight) for match, weight in found if self.more_than_common(a, b, match, self.besides(a, b, match))]

    def chosen(self, a: int, b: int, tried: Sequence[tuple[Match, float]], need: float | None = None) -> list[tuple[Match, float]]:
        """Of alignments, each with the weight of its sentence, those that the bar accepts; once one is, less is wanted of the others.

        `need` is the bar in nats, where it is known.
        """
        one, two = self.voices[a], self.voices[b]
        base = STRANGERS if clash(one.speaker, two.speaker) else COVERAGE
        if need is None:
            low, need = self.bounds(one, two)
            if not all(settled(match, weight, base, low, need) for match, weight in tried):
                need = self.bar(a, b)[1]
        if not any(accepted(match.evidence, weight, base, need) for match, weight in tried):
            return []
        return [(match, weight) for match, weight in tried if accepted(match.evidence, weight, base, need - COMPANY)]

    def bounds(self, one: Voice, two: Voice) -> tuple[float, float]:
        """Between which numbers of nats the bar of two voices is, whatever their articles say."""
        more = UNKNOWN if one.speaker is None or two.speaker is None else 0.0
        slight = min(one.wording.sums[-1], two.wording.sums[-1]) < SLIGHT
        return NEAR - WHOLE, max(FAR, self.kin.unknown) + more + LONELY * slight

    def bar(self, a: int, b: int) -> tuple[float, float]:
        """The share of a sentence and the evidence, in nats, that are wanted of a link of two voices."""
        one, two = self.voices[a], self.voices[b]
        base = STRANGERS if clash(one.speaker, two.speaker) else COVERAGE
        pairs = [(x, y) for x in one.sources[:SAMPLE] for y in two.sources[:SAMPLE] if x != y]
        need = min((self.kin.need(x, y) for x, y in pairs), default=FAR)
        if min(one.wording.sums[-1], two.wording.sums[-1]) < SLIGHT:
            need += self.kin.apart(self.spoken[one.quotes[0]], self.spoken[two.quotes[0]])
        if one.speaker is None or two.speaker is None:
            return base, need + UNKNOWN
        return base, need - WHOLE if one.wording.keys == two.wording.keys else need

    def more_than_common(self, a: int, b: int, match: Match, beside: float) -> bool:
        """Whether what two voices share is more than names, a refrain, or a few words that each may have found alone.

        `beside` is what they share besides names, in nats.
        """
        one, two = self.voices[a], self.voices[b]
        strangers = clash(one.speaker, two.speaker)
        least = HALF * match.evidence if strangers else TELLING
        if beside < max(least, TELLING) and not self.one_occasion(a, b):
            return False
        first, second = one.wording.keys[match.a[0] : match.a[1]], two.wording.keys[match.b[0] : match.b[1]]
        if self.refrains.holds(one.sources, first) or self.refrains.holds(two.sources, second):
            return False
        return self.said_once(a, b, min(len(first), len(second)), match.evidence, first == second)

    def said_once(self, a: int, b: int, words: int, evidence: float, verbatim: bool) -> bool:
        """Whether so many shared words are not just what two people may say, or one on two days."""
        again = evidence < (AGAIN if verbatim else ANEW) or words <= BRIEF
        if words > FEW and not again:
            return True
        one, two = self.voices[a], self.voices[b]
        pairs = [(x, y) for x in one.quotes[:SAMPLE] for y in two.quotes[:SAMPLE] if self.spoken[x].source != self.spoken[y].source]
        near = [(self.spoken[x], self.spoken[y]) for x, y in pairs]
        if words <= FEW and clash(one.speaker, two.speaker) and not any(guessed(x) or guessed(y) for x, y in near):
            return any(self.kin.quotes(x, y) for x, y in near)
        if words <= SHORT:
            return any(self.kin.within(x, y, 1) for x, y in near)
        if again:
            return any(self.kin.within(x, y, WEEK if verbatim else DAYS) for x, y in near)
        return True

    def one_occasion(self, a: int, b: int) -> bool:
        """Whether one named person speaks in both, in articles on one event, among the same words."""
        one, two = self.spoken[self.voices[a].quotes[0]], self.spoken[self.voices[b].quotes[0]]
        if known(one) is None or known(two) is None or clash(known(one), known(two)):
            return False
        return self.kin.need(one.source, two.source) <= NEAR and self.kin.apart(one, two, LONELY) <= 0

    def extent(self, quote: int, low: int, high: int) -> tuple[int, int]:
        """From where to where some of a quotation's folded forms stand in its article, with the marks that close them."""
        return extent_of(text_of(self.spoken[quote]), low, high)

    def contradicted(self, a: int, b: int) -> bool:
        """Whether two voices are two people's in one article."""
        one, two = self.voices[a], self.voices[b]
        return not one.apart(two) and clash(one.speaker, two.speaker)

    def linked(self, a: Stretch, b: Stretch) -> bool:
        """Whether the score accepts two stretches as if each were a quotation of its own."""
        pair = (a, b) if a <= b else (b, a)
        if pair not in self.scored:
            self.scored[pair] = self.score(*pair)
        return self.scored[pair]

    def score(self, a: Stretch, b: Stretch) -> bool:
        """What `linked` answers, without memory."""
        one, two = self.voices[a.voice].wording, self.voices[b.voice].wording
        weight = min(one.between(a.low, a.high), two.between(b.low, b.high))
        same = one.keys[a.low : a.high] == two.keys[b.low : b.high]
        match = Match(weight, a[1:], b[1:]) if same else self.aligned(a, b)
        if not accepted(match.evidence, weight, *self.bar(a.voice, b.voice)):
            return False
        return self.more_than_common(a.voice, b.voice, match, self.besides(a.voice, b.voice, match))

    def aligned(self, a: Stretch, b: Stretch) -> Match:
        """The best alignment of two stretches."""
        one, two = self.voices[a.voice].wording, self.voices[b.voice].wording
        common = {*one.keys[a.low : a.high]} & {*two.keys[b.low : b.high]}
        return chain(one, two, agreeing(one, two, common, (a.low, a.high), (b.low, b.high)))

    def besides(self, a: int, b: int, match: Match) -> float:
        """The nats of what two voices share that is no name."""
        return besides_names(self.voices[a].wording, self.voices[b].wording, match)


def weighed(own: Wording, keys: frozenset[str]) -> float:
    """What some of a wording's keys weigh there, in nats."""
    weight = dict(zip(own.keys, own.weights, strict=True))
    return sum([weight[key] for key in keys])


def settled(match: Match, weight: float, base: float, low: float, high: float) -> bool:
    """Whether an alignment is accepted, or not, wherever between two numbers of nats the bar is."""
    return accepted(match.evidence, weight, base, high) or not accepted(match.evidence, weight, base, low - COMPANY)


def strength(evidence: float, weight: float) -> float:
    """By what links are ordered: coverage, less where there is little evidence."""
    return evidence / weight * evidence / (evidence + 4)


def voices_of(spoken: Sequence[Quote], read: Read) -> list[Voice]:
    """The quotations, those put together that no comparison could tell apart."""
    groups: dict[tuple[object, ...], list[int]] = {}
    wordings = [read(quote) for quote in spoken]
    for index, (quote, own) in enumerate(zip(spoken, wordings, strict=True)):
        groups.setdefault(voice_of(quote, own) or (index,), []).append(index)
    return [Voice(wordings[g[0]], known(spoken[g[0]]), tuple(g), tuple(sorted({spoken[i].source for i in g}))) for g in groups.values()]


def voice_of(quote: Quote, own: Wording) -> tuple[object, ...] | None:
    """What the quotations of one voice have in common; None where this one may be said on another day, too."""
    long = len(own.keys) > BRIEF and own.sums[-1] >= AGAIN and plain_weight(own) >= TELLING
    return (own.keys, own.sentences, known(quote)) if long else None
