"""The program on one page: read → find → link → compare → choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.find import Found, find_quotes, link_people
from quotecli.model import KINDS, Cluster, Explanation, Kind, Quote, Report, Skipped, Source
from quotecli.read import ReadOptions, read_sources

WARM_UP = 128
"""Articles done in this process before others are started: starting them costs as much as a hundred articles."""

BATCH = 32
"""Articles handed to a process at a time."""


Watch = Callable[[Source | Skipped | None], None]
"""Is told of each input that is done, and of the end of them all with None: what follows compares the wordings."""


class Options(NamedTuple):
    """What the caller may decide about an extraction; the defaults give everything."""

    read: ReadOptions = ReadOptions()
    cluster: bool = True
    speaker: str | None = None  # keep only quotes of this speaker: the name or a part of it, in any case
    kinds: tuple[Kind, ...] = KINDS
    min_sources: int = 1  # above 1, keep only what so many sources print
    min_confidence: float = 0.0  # 0 to 1; a less certain speaker is left unnamed
    aliases: str | None = None  # path of an alias file
    jobs: int | None = None  # processes; None: one for few articles, every core for many
    keep_text: bool = True  # whether the report's sources keep their text


def extract(paths: Sequence[str], options: Options | None = None, watch: Watch | None = None) -> Report:
    """Every quotation at the paths, its speaker, and the clusters of wordings.

    Paths are files, folders, globs or "-". What cannot be read is in `skipped`. The result does not depend on the order of the paths.
    `watch` is told how far it is. Raises Misuse for options that make no sense.
    """
    options = options or Options()
    watch = watch or _nobody
    sources: list[Source] = []
    articles: list[tuple[Quote, ...]] = []
    skipped: list[Skipped] = []
    for found in stream(paths, options):
        watch(found if isinstance(found, Skipped) else found.source)
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        sources.append(found.source if options.keep_text else found.source._replace(text=""))
        articles.append(found.quotes)
    watch(None)
    quotes = _sure([q for article in _linked(articles, options) for q in article], options.min_confidence)
    clusters: tuple[Cluster, ...] = ()
    if options.cluster:
        from quotecli.compare import cluster, with_clusters

        clusters = cluster(quotes, sources)
        quotes = list(with_clusters(quotes, clusters))
    quotes, clusters = _choose(quotes, clusters, options)
    return Report(tuple(sources), tuple(quotes), clusters, tuple(skipped))


def _nobody(done: Source | Skipped | None) -> None:
    """Whom nobody asked to watch."""


def explain(paths: Sequence[str], options: Options | None = None) -> Iterator[Explanation | Skipped]:
    """For each source, its quotations with the rule and the evidence behind each, and what was refused and why."""
    from quotecli.find.rules import REASONS

    options = options or Options()
    for found in stream(paths, options):
        if isinstance(found, Skipped):
            yield found
        else:
            (quotes,) = _linked([found.quotes], options)
            kept, _ = _choose(_sure(list(quotes), options.min_confidence), (), options)
            yield Explanation(found.source, tuple(kept), found.refusals, REASONS)


def stream(paths: Sequence[str], options: Options | None = None) -> Iterator[Found | Skipped]:
    """Each source's quotations as soon as they are found, one article in memory at a time; names are not linked across articles."""
    options = options or Options()
    articles = read_sources(paths, options.read)
    for count, article in enumerate(articles, 1):
        yield article if isinstance(article, Skipped) else find_quotes(article)
        if (count >= WARM_UP and options.jobs is None) or (options.jobs is not None and options.jobs > 1):
            break
    yield from _on_all_cores(articles, options.jobs)


def _on_all_cores(articles: Iterator[Source | Skipped], jobs: int | None) -> Iterator[Found | Skipped]:
    """The rest of the articles, found by several processes, in order; a bounded number is in flight."""
    import os
    from collections import deque
    from itertools import islice

    workers = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    batch = list(islice(articles, BATCH))
    if workers == 1 or not batch:
        for article in _chained(batch, articles):
            yield article if isinstance(article, Skipped) else find_quotes(article)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, initializer=_undisturbed)
    waiting: deque[Future[list[Found | Skipped]]] = deque()
    try:
        while batch or waiting:
            while batch and len(waiting) < 2 * workers:
                waiting.append(pool.submit(_found, batch))
                batch = list(islice(articles, BATCH))
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _undisturbed() -> None:
    """In a process of the pool: Ctrl-C reaches every process of a terminal, and one of them is enough to end the run."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _chained(batch: list[Source | Skipped], rest: Iterator[Source | Skipped]) -> Iterator[Source | Skipped]:
    yield from batch
    yield from rest


def _found(batch: list[Source | Skipped]) -> list[Found | Skipped]:
    return [article if isinstance(article, Skipped) else find_quotes(article) for article in batch]


def _linked(articles: Sequence[Sequence[Quote]], options: Options) -> tuple[tuple[Quote, ...], ...]:
    if options.aliases is None:
        return link_people(articles)
    from quotecli.find import read_aliases

    return link_people(articles, read_aliases(options.aliases))


def _sure(quotes: list[Quote], least: float) -> list[Quote]:
    """The quotes, a speaker of less than the least confidence left out."""
    if least <= 0:
        return quotes
    return [q._replace(speaker=None, cue=None) if q.speaker and q.speaker.confidence < least else q for q in quotes]


def _choose(quotes: list[Quote], clusters: tuple[Cluster, ...], options: Options) -> tuple[list[Quote], tuple[Cluster, ...]]:
    """What the caller asked for: by speaker, kind and number of sources; clusters keep the variants whose quotes are kept."""
    kept = [q for q in quotes if q.kind in options.kinds and _said_by(q, options.speaker)]
    if options.min_sources > 1:
        clusters = tuple(c for c in clusters if c.sources >= options.min_sources)
        shared = {variant.quote for c in clusters for variant in c.variants}
        kept = [q for q in kept if q.id in shared]
    if len(kept) < len(quotes):
        ids = {q.id for q in kept}
        clusters = tuple(_narrowed(clusters, ids))
        left = {c.id for c in clusters}
        kept = [q._replace(clusters=tuple(c for c in q.clusters if c in left)) if q.clusters else q for q in kept]
    return kept, clusters


def _narrowed(clusters: Iterable[Cluster], ids: set[str]) -> Iterator[Cluster]:
    for cluster in clusters:
        variants = tuple(variant for variant in cluster.variants if variant.quote in ids)
        if len(variants) == len(cluster.variants):
            yield cluster
        elif len(variants) > 1:
            yield cluster._replace(variants=variants, sources=len({v.source for v in variants}))


def _said_by(quote: Quote, wanted: str | None) -> bool:
    if wanted is None:
        return True
    speaker = quote.speaker
    return speaker is not None and wanted.casefold() in (speaker.name or "").casefold()
