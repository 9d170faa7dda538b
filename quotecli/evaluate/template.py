"""A file to annotate, made from what the program finds: whoever annotates corrects it, and adds what is missing."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TextIO

from quotecli.model import Quote, Report, Source

HEADS = ("source", "start", "end", "kind", "speaker", "accept", "text")


def write_rows(report: Report, stream: TextIO, blind: bool) -> None:
    """Write an article a line, with its text."""
    for source, quotes in by_article(report):
        row = {"name": source.id, "text": source.text, "quotes": [record(quote, blind) for quote in quotes]}
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_table(report: Report, stream: TextIO, blind: bool) -> None:
    """Write a quotation a row; an article without one has a row of its own, so that it counts as read."""
    from quotecli.render.csv import cell

    rows = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(HEADS)
    for source, quotes in by_article(report):
        for one in [record(quote, blind) for quote in quotes] or [{}]:
            rows.writerow(cell({"source": source.id, **one}.get(head)) for head in HEADS)


def by_article(report: Report) -> Iterator[tuple[Source, list[Quote]]]:
    """The articles, each with its quotations."""
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        quotes[quote.source].append(quote)
    for source in report.sources:
        yield source, quotes[source.id]


def record(quote: Quote, blind: bool) -> dict[str, Any]:
    """A quotation as it is annotated; `blind` to its speaker, so that nobody is led."""
    kind = "nested" if quote.parent else quote.kind
    name = quote.speaker.name if quote.speaker and not blind else None
    return {"start": quote.start, "end": quote.end, "kind": kind, "speaker": name, "text": quote.text}
