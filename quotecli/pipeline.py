"""The program on one page: read → find → link → compare → choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, islice
from typing import Literal, NamedTuple

from quotecli.archived import added_since, kept, parted, stored_utterances, told_apart
from quotecli.errors import Misuse
from quotecli.find import Found, find_quotes, has_marks, link_people
from quotecli.model import KINDS, Cluster, Explanation, Kind, Quote, Report, Skipped, Source, Weighing
from quotecli.read import ReadOptions, read_sources

TOO_MUCH = "takes more memory than there is; a smaller --max-size passes it over at once"
LOST = "a process was ended while it looked for quotations here, probably for lack of memory; a smaller --max-size passes it over"
WARM_UP = 128
"""Articles done in this process before others are started: starting them costs as much as a hundred articles."""
SHORT = 1000
"""Characters in which it takes less time to see that there is no mark than to hand them to another process."""

Watch = Callable[[Source | Skipped], None]
"""Is told of each input that is done."""
Compared = Callable[[int, int], None]
"""Is told how many of how many quotations are compared with the others."""


class Options(NamedTuple):
    """What the caller may decide about an extraction; the defaults give everything."""

    read: ReadOptions = ReadOptions()
    cluster: bool = True
    speaker: str | None = None  # keep only quotes of this speaker: the name or a part of it, in any case
    kinds: tuple[Kind, ...] = KINDS
    min_sources: int = 1  # above 1, keep only what so many sources print
    min_confidence: float = 0.0  # 0 to 1; a less certain speaker is left unnamed
    aliases: str | Mapping[str, str] | None = None  # path of an alias file, or what `read_aliases` made of it
    jobs: int | None = None  # processes; None: one for few articles, every core for many
    sort: Literal["sources", "date"] = "sources"  # of the clusters: those of most sources first, or those that were printed first
    added_since: str | None = None  # of archives: only what is in articles that came on this day or later, and who else prints it
    keep_text: bool = True  # whether the report's sources keep their text

    def whole(self) -> bool:
        """Whether all articles are compared, with their texts, under the names that were found."""
        days = self.read.since or self.read.until
        return self.cluster and self.keep_text and not (self.aliases or self.min_confidence or days)

    def checked(self) -> Options:
        """These options, the alias file read. Raises `Misuse` for a file that is none, and for options that make no sense."""
        if self.min_sources > 1 and not self.cluster:
            raise Misuse("--min-sources counts the sources of an utterance, and --no-cluster brings none together: leave one of them out")
        if not 0 <= self.min_confidence <= 1:
            raise Misuse(f"--min-confidence is a number from 0 to 1, not {self.min_confidence}")
        if not isinstance(self.aliases, str):
            return self
        from quotecli.find import read_aliases

        return self._replace(aliases=read_aliases(self.aliases))


def extract(paths: Sequence[str], options: Options | None = None, watch: Watch | None = None, compared: Compared | None = None) -> Report:
    """Every quotation at the paths, its speaker, and the clusters of wordings.

    Paths are files, folders, globs, archives or "-". What cannot be read is in `skipped`. The result does not depend on the order of the
    paths; what an archive holds is taken as it was found and compared when it was added. `watch` and `compared` are told how far it is.
    Raises Misuse for options that make no sense.
    """
    options = (options or Options()).checked()
    sources: list[Source] = []
    articles: list[tuple[Quote, ...]] = []
    skipped: list[Skipped] = []
    for found in stream(paths, options):
        if watch:
            watch(found if isinstance(found, Skipped) else found.source)
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        sources.append(found.source if options.keep_text else found.source._replace(text=""))
        articles.append(found.quotes)
    known = stored_utterances(paths, sources, articles) if options.whole() else None
    new = added_since(paths, options.added_since) if options.added_since else None
    quotes, clusters = brought_together(sources, articles, options, compared, known, new)
    return Report(tuple(sources), tuple(quotes), clusters, tuple(skipped))


def explain(paths: Sequence[str], options: Options | None = None, *, weighed: bool = True) -> Iterator[Explanation | Skipped]:
    """For each source, its quotations with what was weighed for each, and what was refused and why.

    One article is in memory at a time, unless only what several sources print is wanted. Without `weighed`, everything but the weighings.
    """
    from quotecli.find.evidence.cards import REASONS
    from quotecli.find.explained import find_explained

    options = (options or Options()).checked()
    found = stream(paths, options, find_explained if weighed else _found_now)
    if options.added_since:
        new = added_since(paths, options.added_since)
        found = (one for one in found if isinstance(one, Skipped) or one.source.id in new)
    for one in _shared(found, options) if options.min_sources > 1 else _one_by_one(found, options):
        yield one if isinstance(one, Skipped) else Explanation(one.source, one.quotes, one.refusals, REASONS, _of(one))


def alone(articles: Iterable[Source | Skipped], options: Options) -> Iterator[Found | Skipped]:
    """What is asked for in articles that are read already, each by itself; those of other days are left out. The options are checked."""
    wanted = options.read
    if wanted.since or wanted.until:
        from quotecli.read.period import within

        articles = within(articles, wanted.since, wanted.until)
    return _one_by_one((_done(one, find_quotes) for one in articles), options)


def _found_now(source: Source) -> Found:
    """The quotations and what was refused, which no archive keeps."""
    return find_quotes(source)


def _of(found: Found) -> tuple[Weighing, ...]:
    """The weighings of the quotes that are left."""
    kept = {quote.id for quote in found.quotes}
    return tuple(one for one in found.weighings if one.quote in kept)


def _one_by_one(found: Iterable[Found | Skipped], options: Options) -> Iterator[Found | Skipped]:
    """The articles, each with those of its quotes that were asked for."""
    for one in found:
        if isinstance(one, Found) and one.quotes:
            quotes, _ = brought_together([one.source], [one.quotes], options._replace(cluster=False))
            one = one._replace(quotes=tuple(quotes))
        yield one


def _shared(found: Iterable[Found | Skipped], options: Options) -> Iterator[Found | Skipped]:
    """Likewise, where that depends on what the other articles print."""
    every = list(found)
    articles = [one for one in every if isinstance(one, Found)]
    quotes, _ = brought_together([one.source for one in articles], [one.quotes for one in articles], options)
    kept = {quote.id: quote for quote in quotes}
    for one in every:
        yield one._replace(quotes=tuple(kept[q.id] for q in one.quotes if q.id in kept)) if isinstance(one, Found) else one


def brought_together(
    sources: Sequence[Source],
    articles: Sequence[Sequence[Quote]],
    options: Options,
    compared: Compared | None = None,
    known: tuple[Cluster, ...] | None = None,
    new: Set[str] | None = None,
) -> tuple[list[Quote], tuple[Cluster, ...]]:
    """The quotes of the articles that were asked for, their speakers named across them, and the clusters, unless these are known."""
    quotes = _sure([q for article in _linked(articles, options) for q in article], options.min_confidence)
    if options.cluster:
        from quotecli.compare import cluster, corrected, ranked, with_absent, with_clusters, with_outlets

        clusters = with_absent(cluster(quotes, sources, compared, options.jobs) if known is None else known, sources)
        read_again, clusters = corrected(quotes, clusters, sources)
        quotes, clusters = _choose(list(with_clusters(read_again, clusters)), clusters, options, new)
        return quotes, ranked(with_outlets(clusters, sources), sources, options.sort)
    return _choose(quotes, (), options, new)


Find = Callable[[Source], Found]


def stream(paths: Sequence[str], options: Options | None = None, find: Find = find_quotes) -> Iterator[Found | Skipped]:
    """Each source's quotations as soon as they are found, one article in memory at a time; names are not linked across articles.

    Those of an archive come first, as they were found when they were added, unless `find` is another way to look for them.
    """
    options = options or Options()
    archives, files = parted(paths)
    found = searched(read_sources(files, options.read), options.jobs, find)
    if not archives:
        return found
    return told_apart(chain(kept(archives, options.read, None if find is find_quotes else find), found))


def searched(articles: Iterator[Source | Skipped], jobs: int | None, find: Find = find_quotes) -> Iterator[Found | Skipped]:
    """The quotations of articles as they come, found by as many processes as suit their number, or by `jobs`."""
    for count, article in enumerate(articles, 1):
        yield _done(article, find)
        if (count >= WARM_UP and jobs is None) or (jobs is not None and jobs > 1):
            break
    yield from _on_all_cores(articles, jobs, find)


def _on_all_cores(articles: Iterator[Source | Skipped], jobs: int | None, find: Find) -> Iterator[Found | Skipped]:
    """The rest of the articles, found by several processes, in order."""
    from functools import partial

    if not (first := list(islice(articles, 1))):
        return
    from quotecli.workers import Crew, cores

    workers, work, rest = jobs or cores(), partial(_done, find=find), chain(first, articles)
    yield from map(work, rest) if workers == 1 else Crew(workers, work, _lost, light=light).through(rest)


def light(article: Source | Skipped) -> bool:
    """Whether there is next to nothing to do, as for most lines of a table: to hand those over and back took half of the time."""
    return isinstance(article, Skipped) or (len(article.text) <= SHORT and not has_marks(article.text))


def _lost(article: Source | Skipped) -> Skipped:
    return Skipped(article.path, LOST)


def _done(article: Source | Skipped, find: Find) -> Found | Skipped:
    """What is found in an article; one that takes more memory than there is costs nobody but itself."""
    if isinstance(article, Skipped):
        return article
    try:
        return find(article)
    except MemoryError:
        return Skipped(article.path, TOO_MUCH)


def _linked(articles: Sequence[Sequence[Quote]], options: Options) -> tuple[tuple[Quote, ...], ...]:
    assert not isinstance(options.aliases, str)  # checked options have read it
    return link_people(articles, options.aliases)


def asked_for(quotes: Sequence[Quote], options: Options, new: Set[str] | None = None) -> list[Quote]:
    """Those of some quotations that the options ask for, whatever other articles print."""
    return _choose(_sure(list(quotes), options.min_confidence), (), options._replace(min_sources=1), new)[0]


def _sure(quotes: list[Quote], least: float) -> list[Quote]:
    """The quotes, a speaker of less than the least confidence left out."""
    if least <= 0:
        return quotes
    return [q._replace(speaker=None, cue=None) if q.speaker and q.speaker.confidence < least else q for q in quotes]


def _choose(
    quotes: list[Quote], clusters: tuple[Cluster, ...], options: Options, new: Set[str] | None = None
) -> tuple[list[Quote], tuple[Cluster, ...]]:
    """What the caller asked for: by speaker, kind, number of sources, and what the `new` of them print, with all who print it too.

    Clusters keep the variants whose quotes are kept.
    """
    kept = [q for q in quotes if q.kind in options.kinds and _said_by(q, options.speaker)]
    if new is not None:
        clusters = tuple(c for c in clusters if not new.isdisjoint(variant.source for variant in c.variants))
        beside = {variant.quote for c in clusters for variant in c.variants}
        kept = [q for q in kept if q.source in new or q.id in beside]
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
