"""How many outlets print an utterance, and which articles leave it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from quotecli.model import Cluster, Source

MOST_IN_EVENT = 100
"""Of more articles than this, who is silent tells nothing, and the lists would grow with the square of the collection."""


def with_outlets(clusters: Iterable[Cluster], sources: Iterable[Source]) -> tuple[Cluster, ...]:
    """The clusters, each told how many outlets print it: publishers, and every source by itself whose publisher is not known."""
    outlets = {source.id: source.outlet for source in sources}
    return tuple(cluster._replace(outlets=len({outlets.get(source, source) for source in printing(cluster)})) for cluster in clusters)


def ranked(clusters: Iterable[Cluster], sources: Iterable[Source], by: Literal["sources", "date"]) -> tuple[Cluster, ...]:
    """Those that most outlets print come first, then most sources, then the earliest; or by date alone, those that nobody dates last."""
    dates = {source.id: source.published for source in sources if source.published}

    def key(cluster: Cluster) -> tuple[int, int, str]:
        day = min((dates[source] for source in cluster.order if source in dates), default="~")
        return (0, 0, day) if by == "date" else (-cluster.outlets, -cluster.sources, day)

    return tuple(sorted(clusters, key=key))


def with_absent(clusters: Sequence[Cluster], sources: Sequence[Source]) -> tuple[Cluster, ...]:
    """The clusters, each told which sources leave it out, if the collection is one event; all that it shares must be there to tell."""
    if not one_event(sources, clusters):
        return tuple(clusters)
    everyone = sorted(source.id for source in sources)
    return tuple(
        cluster._replace(absent=tuple(source for source in everyone if source not in there))
        for cluster in clusters
        for there in (printing(cluster),)
    )


def printing(cluster: Cluster) -> set[str]:
    """The sources that print it."""
    return {variant.source for variant in cluster.variants}


def one_event(sources: Sequence[Source], clusters: Iterable[Cluster]) -> bool:
    """Whether more than half of the articles hang together by the utterances they share: then they report one event.

    Articles on one event share what was said there; of a shuffled archive only two or three at a time do. Where an article of the event
    quotes nobody it still counts, for it leaves out every utterance. This costs the small collection in which two articles of three are on
    one event: the third is then said to leave out what it had no cause to print.
    """
    if not 1 < len(sources) <= MOST_IN_EVENT:
        return False
    group = {source.id: source.id for source in sources}
    for cluster in clusters:
        first, *others = dict.fromkeys(variant.source for variant in cluster.variants)
        for other in others:
            group[head(group, other)] = head(group, first)
    return max(Counter(head(group, source) for source in group).values()) * 2 > len(group)


def head(group: dict[str, str], source: str) -> str:
    """The article that stands for all that hang together with this one."""
    while group[source] != source:
        source = group[source]
    return source
