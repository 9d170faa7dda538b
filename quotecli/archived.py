"""Articles that come out of archives, among others that come out of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from quotecli.errors import Misuse, QuotesError, UnreadableSource
from quotecli.find import Found
from quotecli.keep.door import is_archive, opened
from quotecli.model import Cluster, Quote, Skipped, Source, Variant
from quotecli.read import ReadOptions, read_sources


def parted(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The paths that are archives, each once, and the others."""
    archives = [path for path in paths if is_archive(path)]
    return sorted(set(archives)), [path for path in paths if path not in archives]


def kept(archives: Sequence[str], options: ReadOptions, find: Callable[[Source], Found] | None) -> Iterator[Found | Skipped]:
    """The articles of archives with the quotations that are kept there, or with those that `find` finds now."""
    options.check()
    for path in archives:
        try:
            yield from _in_one(path, options, find)
        except UnreadableSource as error:
            yield Skipped(error.path, error.reason)


def articles(paths: Sequence[str], options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles at the paths, in archives and in files."""
    archives, files = parted(paths)
    for one in kept(archives, options, None):
        yield one if isinstance(one, Skipped) else one.source
    yield from read_sources(files, options)


def _in_one(path: str, options: ReadOptions, find: Callable[[Source], Found] | None) -> Iterator[Found | Skipped]:
    from quotecli.read.period import within

    with opened(path) as archive:
        for one in archive.articles():
            if isinstance(one, Skipped):
                yield one
                continue
            article = one.source
            for asked in within([article], options.since, options.until) if options.since or options.until else [article]:
                yield asked if isinstance(asked, Skipped) else find(asked) if find else Found(asked, one.quotes, ())


def added_since(paths: Sequence[str], day: str) -> frozenset[str]:
    """The ids of the articles that came into the archives among the paths on this day or later, UTC.

    Raises `Misuse` where no path is an archive, or the day is none.
    """
    from quotecli.read.period import before, check

    check("--added-since", day)
    archives, _ = parted(paths)
    if not archives:
        raise Misuse("--added-since asks an archive when articles came into it, and none of the paths is one: `quotes add` makes one")
    found = set[str]()
    for path in archives:
        with opened(path) as archive:
            found.update(name for name, added in archive.dates_added() if not before(added, day))
    return frozenset(found)


def stored_utterances(paths: Sequence[str], sources: Sequence[Source], articles: Sequence[Sequence[Quote]]) -> tuple[Cluster, ...] | None:
    """The utterances of the one archive that the paths name, in order; `sources` and `articles` are what was read from it.

    None where they are to be made anew: some articles are not compared yet, or more came meanwhile, or what the archive says is not what
    stands in the articles.
    """
    if not paths or set(paths) != {paths[0]} or not is_archive(paths[0]):
        return None
    try:
        with opened(paths[0]) as archive:
            whole = archive.grouped() and archive.names() == {source.id for source in sources}
            found = archive.utterances() if whole else None
    except QuotesError:
        return None
    quotes = {quote.id: quote for article in articles for quote in article}
    return found if found is not None and all(sound(one, quotes) for one in found) else None


def sound(cluster: Cluster, quotes: Mapping[str, Quote]) -> bool:
    """Whether an utterance consists of what stands in quotations."""
    variants = cluster.variants
    return len(variants) > 1 and cluster.text == variants[0].text and all(stands(one, quotes.get(one.quote)) for one in variants)


def stands(variant: Variant, quote: Quote | None) -> bool:
    """Whether a wording is a stretch of the quotation that it is said to be of."""
    if quote is None or quote.source != variant.source:
        return False
    at, parts = 0, []
    for start, end in quote.pieces:
        low, high = max(start, variant.start), min(end, variant.end)
        if low < high:
            parts.append(quote.text[at + low - start : at + high - start])
        at += end - start + 1
    return "\n".join(parts) == variant.text


def told_apart(found: Iterable[Found | Skipped]) -> Iterator[Found | Skipped]:
    """Articles from several places, each with an id of its own: one that comes again is left out, another of its name gets a longer one."""
    from hashlib import sha256

    seen: dict[str, bytes] = {}
    for one in found:
        if isinstance(one, Skipped):
            yield one
            continue
        name, mark = one.source.id, sha256(one.source.text.encode("utf-8", "surrogatepass")).digest()
        if seen.get(name) == mark:
            continue
        number = 1
        while name in seen:
            name = f"{one.source.id}~{(number := number + 1)}"
        seen[name] = mark
        yield one if name == one.source.id else renamed(one, name)


def renamed(found: Found, name: str) -> Found:
    """The same under another id."""

    def new(quote: str | None) -> str | None:
        return quote and f"{name}:{quote.rpartition(':')[2]}"

    def again(quote: Quote) -> Quote:
        return quote._replace(id=f"{name}:{quote.start}", source=name, parent=new(quote.parent), continues=new(quote.continues))

    return found._replace(source=found.source._replace(id=name), quotes=tuple(map(again, found.quotes)))
