"""Who printed these words: what `quotes find` does, on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from quotecli.archived import added_since, parted, sound
from quotecli.compare import Sought, chains, ranked, with_outlets
from quotecli.errors import UnreadableSource
from quotecli.keep.door import opened
from quotecli.keep.names import place_in_order
from quotecli.model import KINDS, Chain, Finding, Findings, Report, Skipped, Source, Variant
from quotecli.pipeline import Compared, Options, asked_for, extract


def find(
    words: str,
    paths: Sequence[str],
    options: Options | None = None,
    watch: Callable[[Source | Skipped], None] | None = None,
    compared: Compared | None = None,
    *,
    chain: bool = False,
    most: int | None = None,
) -> Findings:
    """The quotations at the paths that have these words, or nearly these; with `chain` also who has the wording from whom.

    In an archive only those are looked at to which its full-text search leads: that have the words one after another, or one of the
    rarest of them. `most`: of those that have the words, where nothing else is asked for, no more than so many, the first printed; the
    others are counted. Raises Misuse where there is no word to look for.
    """
    options, sought = (options or Options())._replace(cluster=False, min_sources=1).checked(), Sought(words)
    archives, files = parted(paths)
    later = 0
    if len(archives) == 1 and not files and not options.aliases and not (chain and narrow(options)):
        report, searched, later = searched_in(archives[0], sought, options, None if chain or narrow(options) else most)
    else:
        report = extract(paths, options._replace(cluster=True), watch, compared)  # where others print who said it, they are heard
        searched = len(report.sources)
    found = [one for quote in report.quotes if (one := sought.within(quote))]
    if not chain:
        return Findings(words, in_order(found, report.sources), narrowed(report, found), searched, later=later)
    whole = report if report.clusters or not archives else beside(archives[0], found) or extract(paths, options._replace(cluster=True))
    made = chained(whole, found)
    return Findings(words, in_order(found, report.sources), narrowed(whole, found, made), searched, made)


def narrow(options: Options) -> bool:
    """Whether the options leave something out of utterances that an archive keeps whole."""
    return not options._replace(cluster=True).whole() or bool(options.speaker or options.added_since) or options.kinds != KINDS


def beside(path: str, found: Sequence[Finding]) -> Report | None:
    """The utterances of an archive that findings report, with all articles that print them; None where they are to be made anew."""
    with opened(path) as archive:
        if not archive.grouped():
            return None
        clusters = archive.utterances({one.variant.quote for one in found})
        names = {variant.source for cluster in clusters for variant in cluster.variants} | {one.variant.source for one in found}
        articles = [archive.article(archive.index.article(name), "known_as") for name in sorted(names, key=place_in_order)]
    quotes = {quote.id: quote for one in articles for quote in one.quotes}
    if not all(sound(cluster, quotes) for cluster in clusters):
        return None
    sources = tuple(one.source for one in articles)
    return Report(sources, tuple(quotes.values()), ranked(with_outlets(clusters, sources), sources, "sources"))


def chained(report: Report, found: Sequence[Finding]) -> tuple[Chain, ...]:
    """The chains of the utterances of a report that findings report."""
    places: defaultdict[str, list[Variant]] = defaultdict(list)
    for one in found:
        places[one.variant.quote].append(one.variant)

    def meets(variant: Variant) -> bool:
        return any(one.start < variant.end and variant.start < one.end for one in places.get(variant.quote, ()))

    wanted = [one._replace(absent=None) for one in report.clusters if any(map(meets, one.variants))]
    return chains(wanted, report.sources)


def searched_in(path: str, sought: Sought, options: Options, most: int | None) -> tuple[Report, int, int]:
    """What an archive's full-text search leads to, in how many articles it searched, and how many that have the words it left out."""
    from quotecli.read.period import within

    try:
        with opened(path) as archive:
            led = archive.hits(sought.phrase, sought.clues, most)
            hits = list(archive.with_quotes(led.numbers, sought.near))
            searched = archive.size()
    except UnreadableSource as error:
        return Report(skipped=(Skipped(error.path, error.reason),)), 0, 0
    skipped = [hit for hit in hits if isinstance(hit, Skipped)]
    kept = [hit for hit in hits if not isinstance(hit, Skipped)]
    if options.read.since or options.read.until:
        days = {one.id for one in within([hit.source for hit in kept], options.read.since, options.read.until) if isinstance(one, Source)}
        kept = [hit for hit in kept if hit.source.id in days]
    new = added_since([path], options.added_since) if options.added_since else None
    quotes = asked_for([quote for hit in kept for quote in hit.quotes], options, new)
    return Report(tuple(hit.source for hit in kept), tuple(quotes), (), tuple(skipped)), searched, led.later


def narrowed(report: Report, found: Sequence[Finding], chains: Sequence[Chain] = ()) -> Report:
    """The report with the quotations that something was found in, or that a chain is of, and their articles."""
    variants = [*(one.variant for one in found), *(step.variant for chain in chains for step in chain.steps)]
    ids, sources = {one.quote for one in variants}, {one.source for one in variants}
    return report._replace(
        clusters=(),
        sources=tuple(source for source in report.sources if source.id in sources),
        quotes=tuple(quote._replace(clusters=()) for quote in report.quotes if quote.id in ids),
    )


def in_order(found: Sequence[Finding], sources: Sequence[Source]) -> tuple[Finding, ...]:
    """The very words first, the earliest printed first; then the others, the most similar first. Those without a date come last."""
    dates = {source.id: source.published or "9" for source in sources}

    def rank(one: Finding) -> tuple[bool, float, str, str, int]:
        variant = one.variant
        return not one.exact, 0.0 if one.exact else -variant.similarity, dates[variant.source], variant.source, variant.start

    return tuple(sorted(found, key=rank))
