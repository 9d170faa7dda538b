"""What the page knows: the report as JSON, from which it builds what is looked at. Every text in it is already harmless to show."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import Any

from quotecli.model import SPEECH, Chain, Cluster, Collation, Quote, Report, Source
from quotecli.render.chain import risky, summary
from quotecli.render.chain import told as origin
from quotecli.render.console import Look
from quotecli.render.outlets import GroupBy, outlets_of
from quotecli.render.rows import Page, Spot, name_of, printed
from quotecli.render.safe import visible
from quotecli.render.told import told, votes
from quotecli.render.witnesses import against, one_side
from quotecli.render.wording import Run, disputed, runs, whole, wordings

ROLES = {"same": 0, "gone": 1, "new": 2}
Words = list[list[Any]]
"""Runs: a role and a text."""
Segment = str | list[Any]
"""Words of an article; those of a quotation in a list that begins with its number."""


class Embedded:
    """A report by numbers: of outlets, speakers, sources, quotes and utterances, each from 0 in the report's order."""

    def __init__(
        self, report: Report, collations: Sequence[Collation] = (), group_by: GroupBy = "publisher", chains: Sequence[Chain] = ()
    ) -> None:
        self.report = report
        self.page = Page(report, Look(fold=False), group_by=group_by)
        self.outlets = outlets_of(report.sources, group_by)
        self.collations = {collation.cluster.id: collation for collation in collations}
        self.chains = {chain.cluster.id: chain for chain in chains}
        self.quotes = {quote.id: number for number, quote in enumerate(report.quotes)}
        self.sources = {source.id: number for number, source in enumerate(report.sources)}
        self.outlet = {source: number for number, outlet in enumerate(self.outlets) for source in outlet.sources}
        self.utterances = {cluster.id: number for number, cluster in enumerate(report.clusters)}
        totals = Counter(name_of(quote) for quote in report.quotes if quote.kind in SPEECH)
        totals.update({cluster.speaker or "": 0 for cluster in report.clusters})
        totals.update({name_of(quote): 0 for quote in report.quotes})
        self.speakers = sorted(totals, key=lambda name: (not name, -totals[name], name.casefold(), name))
        self.speaker = {name: number for number, name in enumerate(self.speakers)}

    def record(self) -> dict[str, Any]:
        """All of it."""
        return {
            "outlets": [visible(outlet.label) for outlet in self.outlets],
            "speakers": [visible(name) for name in self.speakers],
            "sources": self.articles(),
            "quotes": [self.quotation(quote) for quote in self.report.quotes],
            "utterances": [self.utterance(cluster) for cluster in self.report.clusters],
        }

    def text(self) -> str:
        """The record for a script element: no `<` in it could end that."""
        return json.dumps(self.record(), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

    # ---- articles ------------------------------------------------------------------------------------------------------
    def articles(self) -> list[dict[str, Any]]:
        """The articles, each a list of its lines."""
        by_source: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.report.quotes:
            by_source[quote.source].append(quote)
        return [self.article(source, by_source[source.id]) for source in self.report.sources]

    def article(self, source: Source, quotes: Sequence[Quote]) -> dict[str, Any]:
        """One article."""
        about = filter(None, ((source.published or "")[:10], source.author))
        return {
            "outlet": self.outlet[source.id],
            "title": visible(source.title or self.page.atlas.names[source.id]),
            "about": visible(" · ".join(about)),
            "date": visible((source.published or "")[:10]),
            "lines": self.lines(source.text, sorted(quotes, key=lambda one: (one.start, -one.end))),
        }

    def lines(self, text: str, quotes: Sequence[Quote]) -> list[list[Segment]]:
        """The text line by line."""
        made: list[list[Segment]] = []
        at, first = 0, 0
        for line in text.split("\n"):
            end = at + len(line.rstrip("\r"))
            while first < len(quotes) and quotes[first].end <= at:
                first += 1
            here = takewhile(lambda quote, end=end: quote.start < end, islice(quotes, first, None))  # type: ignore[misc]
            made.append(self.lit(text, at, end, [quote for quote in here if quote.end > at]))
            at += len(line) + 1
        return made

    def lit(self, text: str, start: int, end: int, quotes: Sequence[Quote]) -> list[Segment]:
        """A stretch of the text with its quotations, nested ones inside theirs."""
        made: list[Segment] = []
        at, index = start, 0
        while index < len(quotes):
            quote = quotes[index]
            begins, ends = max(quote.start, at), min(quote.end, end)
            inside = 1
            while index + inside < len(quotes) and quotes[index + inside].start < ends:
                inside += 1
            if begins < ends:
                made += [visible(text[at:begins])] if at < begins else []
                made.append([self.quotes[quote.id], *self.lit(text, begins, ends, quotes[index + 1 : index + inside])])
                at = ends
            index += inside
        return [*made, visible(text[at:end])] if at < end else made

    # ---- quotations ----------------------------------------------------------------------------------------------------
    def quotation(self, quote: Quote) -> dict[str, Any]:
        """One quotation."""
        numbers = [self.utterances[cluster] for cluster in quote.clusters if cluster in self.utterances]
        made: dict[str, Any] = {
            "source": self.sources[quote.source],
            "speaker": self.speaker[name_of(quote)],
            "kind": quote.kind,
            "words": visible(whole(quote, " ")),
        }
        made |= {"why": visible(quote.why or "")} if quote.kind not in SPEECH else {"who": visible(printed(quote.speaker, None))}
        made |= {"sure": round(quote.speaker.confidence, 2)} if quote.speaker and quote.speaker.name else {}
        made |= {"in": numbers} if numbers else {}
        return made | ({"alone": 1} if self.page.worth_showing(quote) and quote.kind in SPEECH else {})

    # ---- utterances ----------------------------------------------------------------------------------------------------
    def utterance(self, cluster: Cluster) -> dict[str, Any]:
        """One utterance: a row a wording, the base first."""
        section = self.page.utterance(0, cluster)
        grouped, counted = wordings(cluster.variants), votes(cluster, self.page.atlas)
        collation = self.collations.get(cluster.id)
        witness = {id(variant): number for number, one in enumerate(collation.witnesses) for variant in one.variants} if collation else {}
        rows = []
        for wording in grouped:
            first = wording.variants[0]
            spots = zip(self.page.spots(wording, cluster), wording.variants, strict=True)
            row = {
                "words": words(runs(first, self.page.atlas.quotes[first.quote])),
                "at": [self.place(spot, self.quotes[variant.quote]) for spot, variant in spots],
            }
            lines = [visible(line) for line in told(first.edits, counted=counted)]
            row |= {"risks": lines} if lines else {}
            if collation and (number := witness.get(id(first))):
                row |= {"sides": sides(collation, number)}
            rows.append(row)
        return {
            "speaker": self.speaker[cluster.speaker or ""],
            "text": visible(" ".join(cluster.text.split())),
            "printed": visible(section.aside),
            "warning": visible(disputed(cluster, self.page.atlas)),
            "risk": int(any("risks" in row for row in rows)),
            "rows": rows,
            **self.chain(cluster),
        }

    def chain(self, cluster: Cluster) -> dict[str, Any]:
        """Its printings in the order of time, each with what is known of where its wording comes from; nothing where that is nothing."""
        chain = self.chains.get(cluster.id)
        if chain is None or all(step.basis == "none" for step in chain.steps):
            return {}
        steps = [
            {"quote": self.quotes[step.variant.quote], "told": visible(origin(step, self.page.atlas)), "risk": int(risky(step))}
            for step in chain.steps
        ]
        return {"chain": steps, "chained": visible(summary(chain))}

    def place(self, spot: Spot, number: int) -> dict[str, Any]:
        """Where a wording stands."""
        return {"quote": number, "who": spot.who, **({"note": spot.note} if spot.note else {})}


def words(made: Iterable[Run]) -> Words:
    """The runs by number of role."""
    return [[ROLES[role], visible(text)] for text, role in made]


def sides(collation: Collation, witness: int) -> list[Words]:
    """The base and a witness, each whole and as printed, with what the other lacks."""
    places = against(collation.columns, witness, False)
    return [words(one_side(places, base)) for base in (True, False)]
