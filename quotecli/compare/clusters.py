"""From quotations to clusters: one utterance, and every stretch of a quotation that reports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from quotecli.collector import collector_at_rest
from quotecli.compare import candidates
from quotecli.compare.base import Printed, base_of
from quotecli.compare.conflicts import conflicts_of, speaker_of
from quotecli.compare.copies import Copies
from quotecli.compare.drafts import Draft, drafts_of
from quotecli.compare.edits import held_against
from quotecli.compare.evidence import Refrains
from quotecli.compare.kin import Kin
from quotecli.compare.links import Compared, Link, Links, Read
from quotecli.compare.score import wording
from quotecli.compare.stretches import gather
from quotecli.model import SPEECH, Cluster, Edit, Held, Quote, Source, Variant

LARGE = 3_000  # quotations from which on arrays are quicker, the time to load numpy included: 0.95 s for 1.46 s


def cluster(
    quotes: Sequence[Quote], sources: Sequence[Source] = (), compared: Compared | None = None, jobs: int | None = None
) -> tuple[Cluster, ...]:
    """The utterances that two or more sources report, each with its wordings; the same for every order of `quotes` and `sources`.

    Only speech that stands by itself takes part: kind direct or mixed, not nested in another quotation. A quotation may carry several
    clusters, one for each stretch that it shares. `sources` are the articles: those that have few names in common need more evidence.
    `compared` is told how far it is. `jobs` are the processes that may share the work on very many quotations; else every core.
    """
    with collector_at_rest():
        return find_clusters(quotes, sources, compared, jobs)


def find_clusters(quotes: Sequence[Quote], sources: Sequence[Source], compared: Compared | None, jobs: int | None) -> tuple[Cluster, ...]:
    """What `cluster` answers."""
    spoken = spoken_of(quotes)
    field = field_of(spoken, Kin(sources, len(spoken)), jobs)
    return clusters_of(field.parts(compared), field, sources, quotes)


def field_of(spoken: Sequence[Quote], kin: Kin, jobs: int | None = None, refrains: Refrains | None = None, read: Read = wording) -> Links:
    """The links of a collection: of a large one over arrays, where numpy and the compiled part are there; they are the same.

    `refrains` and `read` are for a part of a collection: the refrains of all, and whoever remembers what is read.
    """
    if len(spoken) >= LARGE:
        try:
            from quotecli.compare.bulk.field import Field
        except ImportError:
            return Links(spoken, kin, refrains, read)
        field = Field(spoken, kin, jobs, refrains)
        if field.number > candidates.SMALL:  # where all print the same, few voices are left
            return field
    return Links(spoken, kin, refrains, read)


def spoken_of(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations that take part, in order."""
    return sorted((q for q in quotes if q.kind in SPEECH and q.parent is None), key=lambda q: (q.source, q.start, q.end))


def clusters_of(parts: Iterable[Sequence[Link]], field: Links, sources: Sequence[Source], quotes: Sequence[Quote]) -> tuple[Cluster, ...]:
    """The utterances that links make, which come in parts that have no voice in common.

    `sources` and `quotes` are, whole, the articles that they stand in.
    """
    copies, dates = Copies(sources, quotes), {source.id: source.published for source in sources if source.published}

    def outlined(links: Sequence[Link]) -> list[Outline]:
        return [outline(draft, field, copies) for draft in drafts_of(gather(field.kept(links), field), field.spoken, field)]

    found = [cluster_of(one, field.spoken, dates) for part in field.each(outlined, parts) for one in part]
    return tuple(sorted(found, key=Cluster.rank))


# ---- clusters ----------------------------------------------------------------------------------------------------------
class Outline(NamedTuple):
    """What has to be found out of a cluster, in numbers: little enough to be handed from one process to another."""

    spans: list[tuple[int, int, int]]  # quotations, and from where to where in their articles: the base, then the fuller first
    copies: tuple[tuple[str, str], ...]  # among its sources, each with the one that it copies


def outline(draft: Draft, field: Links, copies: Copies) -> Outline:
    """A draft with its base found."""
    spoken = field.spoken
    parts = [(quote, low, high) for quote, parts in draft.spans.items() for low, high in parts]
    ranked = sorted(parts, key=lambda part: (part[1] - part[2], spoken[part[0]].source, spoken[part[0]].start, part[1]))
    spans = [(quote, *field.extent(quote, low, high)) for quote, low, high in ranked]
    sources = {spoken[quote].source for quote, _, _ in spans}
    copied = copies.among(sorted(sources))
    base = base_of([Printed(spoken[quote], start, end) for quote, start, end in spans], sources - {copy for copy, _ in copied})
    return Outline([spans[base], *spans[:base], *spans[base + 1 :]], copied)


def cluster_of(outline: Outline, spoken: Sequence[Quote], dates: Mapping[str, str]) -> Cluster:
    """A cluster with its variants."""
    printed = [Printed(spoken[quote], start, end) for quote, start, end in outline.spans]
    variants = tuple(variant(part, printed[0]) for part in printed)
    carried = [spoken[quote] for quote in sorted({quote for quote, _, _ in outline.spans})]
    sources = {quote.source for quote in carried}
    speaker = speaker_of(carried)
    return Cluster(
        id="c" + fingerprint(repr(sorted((v.source, v.start, v.end) for v in variants))),
        speaker=speaker,
        sources=len(sources),
        text=variants[0].text,
        variants=variants,
        independent=len(sources) - len(outline.copies),
        copies=outline.copies,
        conflicts=conflicts_of(carried, speaker),
        order=tuple(sorted((source for source in sources if source in dates), key=lambda source: (dates[source], source))),
    )


def variant(part: Printed, base: Printed) -> Variant:
    """A stretch as a variant; it is held against the base when somebody asks what differs."""
    return Variant(part.quote.id, part.quote.source, part.start, part.end, part.text(), Held.later(partial(held, base, part)))


def held(base: Printed, part: Printed) -> tuple[float, tuple[Edit, ...]]:
    """How much of a stretch is as in the base, 0 to 1, and what is not."""
    return held_against(base.words(), part.words())


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
    return tuple(quote._replace(clusters=tuple(carried[quote.id])) if quote.id in carried else quote for quote in quotes)
