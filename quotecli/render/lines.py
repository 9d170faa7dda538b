"""JSON Lines: a record a line, each with its type, an article at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, BinaryIO

from quotecli.model import Explanation, Quote, Report, Skipped
from quotecli.render.json import SCHEMA, cluster_record, encoded, quote_record, skipped_record, source_record


def write_report(report: Report, stream: BinaryIO) -> None:
    """Write `begin`, each source followed by its quotes, the clusters, what was skipped, and `summary`."""
    out = Lines(stream)
    by_source: dict[str, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        by_source[quote.source].append(quote)
    for source in report.sources:
        quotes = by_source[source.id]
        out.write("source", source_record(source, len(quotes)))
        out.write_all("quote", (quote_record(quote, source.raw) for quote in quotes))
    out.write_all("cluster", map(cluster_record, report.clusters))
    out.write_all("skipped", map(skipped_record, report.skipped))
    out.end()


def write_stream(found: Iterable[Explanation | Skipped], stream: BinaryIO) -> list[Skipped]:
    """Write each article as soon as it is done, and flush; returns what was skipped."""
    out = Lines(stream)
    skipped: list[Skipped] = []
    for one in found:
        if isinstance(one, Skipped):
            skipped.append(one)
            out.write("skipped", skipped_record(one))
        else:
            out.write("source", source_record(one.source, len(one.quotes)))
            out.write_all("quote", (quote_record(quote, one.source.raw) for quote in one.quotes))
        stream.flush()
    out.end()
    return skipped


class Lines:
    """The stream with a count of what was written to it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.counts = {"source": 0, "quote": 0, "cluster": 0, "skipped": 0}
        self.put({"type": "begin", "schema": SCHEMA})

    def put(self, record: dict[str, Any]) -> None:
        """One line."""
        self.stream.write(encoded(record) + b"\n")

    def write(self, kind: str, record: dict[str, Any]) -> None:
        """One record."""
        self.counts[kind] += 1
        self.put({"type": kind, **record})

    def write_all(self, kind: str, records: Iterable[dict[str, Any]]) -> None:
        """Several of one kind."""
        for record in records:
            self.write(kind, record)

    def end(self) -> None:
        """The last line: how many there were, so that a cut-off file is seen to be one."""
        self.put({"type": "summary", **{f"{kind}s" if kind != "skipped" else kind: count for kind, count in self.counts.items()}})
