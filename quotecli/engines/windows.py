"""Utterances by windows of time: what was printed within some days is compared, and nothing is compared with everything.

A window has its own days, and reaches by the overlap into the days before and after. It tells of the wordings of its own days only, so
that each wording is told once; and it calls an utterance by the earliest wording that it sees, so that its neighbours, who see the same
one, give it the same name. An utterance that is repeated later than the overlap comes under several names.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from quotecli.compare.kin import day_of
from quotecli.engines.records import ARTICLE, Column, Row
from quotecli.errors import Misuse
from quotecli.find import Found
from quotecli.model import Cluster, Quote, Source, Variant
from quotecli.pipeline import Options, brought_together

WORDINGS = (
    Column("cluster", "string", "id of the utterance: `source:start-end` of the earliest wording that its window sees"),
    Column("utterance", "string", "the base: the wording that the others are held against"),
    Column("speaker", "string", "whose words they are, as most articles have it"),
    Column("sources", "int", "articles that print it, in the window and its overlaps"),
    Column("outlets", "int", "publishers that print it, likewise"),
    *(column for column in ARTICLE if column.name in ("source", "path", "publisher", "published")),
    Column("quote", "string", "id of the quotation that the wording stands in"),
    Column("start", "int", "of the wording in the article's text; code points, from 0"),
    Column("end", "int", "likewise, exclusive"),
    Column("said_by", "string", "whose words they are in this article"),
    Column("text", "string", "the wording"),
    Column("base", "bool", "whether it is the base"),
    Column("similarity", "float", "to the base, 0 to 1"),
    Column("edits", "edits", "what differs from the base: type, from, to, risk, start, end"),
    Column("window", "string", "the first of the window's own days"),
)


class Windows(NamedTuple):
    """How time is cut up."""

    days: int = 7  # that a window has to itself
    overlap: int = 2  # days by which it reaches into those before and after

    def checked(self) -> Windows:
        """These. Raises Misuse where they make no sense."""
        if self.days < 1 or not 0 <= self.overlap <= self.days:
            raise Misuse(f"a window has a day or more, and overlaps by no more than it has: not {self.days} and {self.overlap}")
        return self

    def seeing(self, day: int) -> range:
        """The windows that see a day, by number."""
        return range((day - self.overlap) // self.days, (day + self.overlap) // self.days + 1)

    def home(self, day: int) -> int:
        """The window whose own day it is."""
        return day // self.days

    def first(self, window: int) -> date:
        """The first of a window's own days."""
        return date.min + timedelta(max(window * self.days - 1, 0))


def day_number(source: Source) -> int | None:
    """The number of the day on which an article was published, where it states one."""
    day = day_of(source.published)
    return day.toordinal() if day else None


def seen_by(found: Found, windows: Windows) -> tuple[list[int], bytes | None]:
    """The windows that see an article, and the article packed for them; none where it has no day, or nothing to compare."""
    day = day_number(found.source)
    if day is None or not found.quotes:
        return [], None
    return list(windows.seeing(day)), pickle.dumps((found.source, found.quotes))


def wordings(window: int, packed: Sequence[bytes], windows: Windows, options: Options) -> Iterator[Row]:
    """The wordings that articles of the window's own days print of utterances that it sees."""
    every: list[tuple[Source, tuple[Quote, ...]]] = sorted(map(pickle.loads, packed), key=itemgetter(0), reverse=True)
    articles = {source.id: quotes for source, quotes in every}  # of several under one id the first; how many there are is told
    sources = {source.id: source for source, _ in every}
    alone = options._replace(jobs=1)  # other windows have the other cores
    quotes, clusters = brought_together([sources[name] for name in articles], [*articles.values()], alone)
    speakers = {quote.id: quote.speaker and quote.speaker.name for quote in quotes}
    for name, cluster in called(clusters, sources):
        for row in of_cluster(name, cluster, sources, speakers):
            if windows.home(day_number(sources[row["source"]]) or 0) == window:
                yield {**row, "window": windows.first(window).isoformat()}


def called(clusters: Iterable[Cluster], sources: Mapping[str, Source]) -> Iterator[tuple[str, Cluster]]:
    """The utterances by their earliest wordings; where several begin with the same one, numbered in the order of their next."""

    def age(one: Variant) -> tuple[str, str, int, int]:
        return (sources[one.source].published or "")[:10], one.source, one.start, one.end

    names: dict[str, int] = defaultdict(int)
    for ages, cluster in sorted(((sorted(map(age, one.variants)), one) for one in clusters), key=itemgetter(0)):
        _, source, start, end = ages[0]
        name = f"{source}:{start}-{end}"
        names[name] += 1
        yield name if names[name] == 1 else f"{name}~{names[name]}", cluster


def of_cluster(name: str, cluster: Cluster, sources: Mapping[str, Source], speakers: Mapping[str, str | None]) -> Iterator[Row]:
    """A row a wording, the base first."""
    shared = {
        "cluster": name,
        "utterance": cluster.text,
        "speaker": cluster.speaker,
        "sources": cluster.sources,
        "outlets": cluster.outlets,
    }
    for number, variant in enumerate(cluster.variants):
        yield {**shared, **wording(variant, sources[variant.source]), "said_by": speakers.get(variant.quote), "base": not number}


def wording(variant: Variant, source: Source) -> Row:
    """One of them."""
    edits = [
        {"type": one.type, "from": one.before, "to": one.after, "risk": one.risk, "start": one.start, "end": one.end}
        for one in variant.edits
    ]
    about = {"source": source.id, "path": source.path, "publisher": source.publisher, "published": source.published}
    place = {"quote": variant.quote, "start": variant.start, "end": variant.end}
    return {**about, **place, "text": variant.text, "similarity": variant.similarity, "edits": edits}
