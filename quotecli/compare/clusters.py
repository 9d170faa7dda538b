"""From links between quotations to clusters: one utterance, every stretch of a quotation that reports it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log
from typing import NamedTuple

from quotecli.compare.align import align_units, units
from quotecli.compare.candidates import all_pairs
from quotecli.compare.edits import Text, compare, text_of
from quotecli.compare.people import clash, known
from quotecli.compare.score import Match, Wording, align, wording
from quotecli.model import SPEECH, Cluster, Quote, Source, Variant

COVERAGE, STRANGERS = (
    0.25,
    0.50,
)  # the share of a sentence that must be found, with one speaker and with two, before the want of evidence is added
EVIDENCE = 5.0  # nats
TOGETHER = 2 / 3  # the share of pairs between two groups that must be linked


class Stretch(NamedTuple):
    """A part of a quotation, as key indices of its wording."""

    quote: int
    low: int
    high: int


class Link(NamedTuple):
    """Two stretches that report one utterance, and how surely."""

    strength: float
    a: Stretch
    b: Stretch


def cluster(quotes: Sequence[Quote], sources: Sequence[Source] = ()) -> tuple[Cluster, ...]:
    """The utterances that two or more sources report, each with its wordings; the same for every order of `quotes`.

    Only speech that stands by itself takes part: kind direct or mixed, not nested in another quotation. A quotation may carry several clusters, one for each
    stretch that it shares; a cluster's id depends on its first stretch alone, so that it stays when other articles come in.
    """
    spoken = sorted((q for q in quotes if q.kind in SPEECH and q.parent is None), key=lambda q: (q.source, q.start, q.end))
    wordings = [wording(quote) for quote in spoken]
    groups = gather(find_links(spoken, wordings), spoken, wordings, max(EVIDENCE, log(len(spoken) or 1)))
    found = [make(group, spoken, wordings) for group in groups]
    return tuple(sorted(found, key=lambda c: (-c.sources, min((v.source, v.start, v.end) for v in c.variants))))


# ---- links -------------------------------------------------------------------------------------------------------------
def find_links(spoken: Sequence[Quote], wordings: Sequence[Wording]) -> list[Link]:
    """Every pair of quotations of different sources that the score accepts, strongest first."""
    need = max(EVIDENCE, log(len(spoken) or 1))
    links: list[Link] = []
    for a, b in all_pairs(wordings, [quote.source for quote in spoken], need / (1 - COVERAGE)):
        base = STRANGERS if clash(known(spoken[a]), known(spoken[b])) else COVERAGE
        links += pair_links(a, b, wordings, base, need)
    return sorted(links, key=lambda link: (-link.strength, link.a, link.b))


def pair_links(a: int, b: int, wordings: Sequence[Wording], base: float, need: float) -> Iterable[Link]:
    """The links of two quotations, one for each sentence of either that is found in the other."""
    for one, two in ((a, b), (b, a)):
        keys = set(wordings[two].keys)
        for sentence in wordings[one].sentences:
            low, high = sentence
            part = list(zip(wordings[one].keys[low:high], wordings[one].weights[low:high], strict=True))
            shared = sum(weight for key, weight in part if key in keys)
            if not accepted(shared, sum(weight for _, weight in part), base, need):
                continue
            match = align(wordings[one], sentence, wordings[two])
            if accepted(match.evidence, match.evidence / match.coverage if match.coverage else 0, base, need):
                yield link_of(one, two, match)


def accepted(evidence: float, total: float, base: float, need: float) -> bool:
    """Whether so much evidence, out of so much in the sentence, makes a link."""
    return evidence > 0 and evidence / total >= base + need / evidence


def link_of(one: int, two: int, match: Match) -> Link:
    """A match as a link, the lower quotation first."""
    ends = sorted((Stretch(one, *match.a), Stretch(two, *match.b)))
    return Link(match.coverage * match.evidence / (match.evidence + 4), ends[0], ends[1])


# ---- groups ------------------------------------------------------------------------------------------------------------
def gather(links: Sequence[Link], spoken: Sequence[Quote], wordings: Sequence[Wording], need: float) -> list[list[Stretch]]:
    """Average linkage over stretches: two groups become one when most of their pairs from different sources are linked."""
    nodes: list[Stretch] = []
    by_quote: defaultdict[int, list[int]] = defaultdict(list)
    ordered: list[tuple[int, int]] = []
    known_links: dict[tuple[int, int], bool] = {}
    for link in links:
        a, b = place(link.a, nodes, by_quote), place(link.b, nodes, by_quote)
        pair = (min(a, b), max(a, b))
        if pair not in known_links:
            ordered.append(pair)
        known_links[pair] = True

    def linked(a: int, b: int) -> bool:
        pair = (min(a, b), max(a, b))
        if pair not in known_links:
            known_links[pair] = stretches_linked(nodes[a], nodes[b], spoken, wordings, need)
        return known_links[pair]

    group = list(range(len(nodes)))
    members = {index: [index] for index in group}
    changed = True
    while changed:
        changed = False
        for a, b in ordered:
            one, two = group[a], group[b]
            if one == two:
                continue
            pairs = [(x, y) for x in members[one] for y in members[two] if spoken[nodes[x].quote].source != spoken[nodes[y].quote].source]
            if pairs and sum(linked(x, y) for x, y in pairs) >= TOGETHER * len(pairs):
                changed = True
                members[one] += members[two]
                for index in members.pop(two):
                    group[index] = one
    return [[nodes[i] for i in sorted(m)] for m in members.values() if len({spoken[nodes[i].quote].source for i in m}) > 1]


def stretches_linked(a: Stretch, b: Stretch, spoken, wordings, need) -> bool:
    base = STRANGERS if clash(known(spoken[a.quote]), known(spoken[b.quote])) else COVERAGE
    for one, two in ((a, b), (b, a)):
        x, y = wordings[one.quote], wordings[two.quote]
        sub = Wording(y.keys[two.low : two.high], y.weights[two.low : two.high], (), (), ())
        m = align(x, (one.low, one.high), sub)
        if accepted(m.evidence, m.evidence / m.coverage if m.coverage else 0, base, need):
            return True
    return False


def overlap(a: Stretch, b: Stretch) -> float:
    """The share of the longer stretch that both cover."""
    return max(0, min(a.high, b.high) - max(a.low, b.low)) / max(a.high - a.low, b.high - b.low, 1)


def place(stretch: Stretch, nodes: list[Stretch], by_quote: defaultdict[int, list[int]]) -> int:
    """The stretch of the quotation into which a link's end falls; a new one where there is none."""
    best = max(by_quote[stretch.quote], key=lambda i: overlap(nodes[i], stretch), default=None)
    if best is not None and overlap(nodes[best], stretch) >= 0.5:
        return best
    nodes.append(stretch)
    by_quote[stretch.quote].append(len(nodes) - 1)
    return len(nodes) - 1


# ---- clusters ----------------------------------------------------------------------------------------------------------
def make(group: Sequence[Stretch], spoken: Sequence[Quote], wordings: Sequence[Wording]) -> Cluster:
    """A cluster with its variants, the fullest wording first."""
    spans: dict[int, tuple[int, int]] = {}
    for stretch in group:
        own = wordings[stretch.quote]
        low = next((a for a, b in own.sentences if a <= stretch.low < b), stretch.low)
        high = next((b for a, b in own.sentences if a < stretch.high <= b), stretch.high)
        before = spans.get(stretch.quote, (low, high))
        spans[stretch.quote] = (min(low, before[0]), max(high, before[1]))
    ranked = sorted(spans.items(), key=lambda item: (item[1][0] - item[1][1], spoken[item[0]].source, spoken[item[0]].start))
    texts = [variant_text(spoken[index], wordings[index], *span) for index, span in ranked]
    variants = tuple(variant(spoken[index], text, texts[0]) for (index, _), text in zip(ranked, texts, strict=True))
    members = sorted((v.source, v.start, v.end) for v in variants)
    names = Counter(name for index in spans if (name := known(spoken[index])) is not None)
    speaker = min(names, key=lambda name: (-names[name], -len(name), name), default=None)
    return Cluster("c" + fingerprint(repr(members)), speaker, len({v.source for v in variants}), variants[0].text, variants)


def variant_text(quote: Quote, own: Wording, low: int, high: int) -> Text:
    """The words of a stretch, with the marks that close it."""
    text = text_of(quote)
    start = text.words[0].start if low == 0 else own.starts[low]
    if high == len(own.keys):
        return text.within(start, quote.end)
    marks = [word for word in text.words if own.ends[high - 1] <= word.start < own.starts[high] and not word.spaced]
    end = own.ends[high - 1]
    for mark in marks:
        if mark.start != end:
            break
        end = mark.end
    return text.within(start, end)


def variant(quote: Quote, text: Text, fullest: Text) -> Variant:
    """A stretch as a variant, held against the fullest wording."""
    start, end = text.words[0].start, text.words[-1].end
    return Variant(quote.id, quote.source, start, end, text.between(start, end), similarity(fullest, text), compare(fullest, text))


def similarity(a: Text, b: Text) -> float:
    """The share of words that two wordings have in common, in order; 0 to 1."""
    one, two = ([unit for unit in units(text.words) if not unit.mark] for text in (a, b))
    equal = sum(1 for i, j in align_units(one, two) if i >= 0 and j >= 0 and one[i].key == two[j].key)
    return round(2 * equal / ((len(one) + len(two)) or 1), 3)


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that stand for a text (FNV-1a; hashlib costs more to import than the five seeds to cluster)."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf8"):
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return f"{value:016x}"[-12:]


def with_clusters(quotes: Sequence[Quote], clusters: Sequence[Cluster]) -> tuple[Quote, ...]:
    """The quotations with the ids of the clusters that they carry."""
    carried: defaultdict[str, list[str]] = defaultdict(list)
    for one in clusters:
        for quote in dict.fromkeys(v.quote for v in one.variants):
            carried[quote].append(one.id)
    return tuple(replace(quote, clusters=tuple(carried[quote.id])) if quote.id in carried else quote for quote in quotes)
