"""CSV: a quotation a row, for spreadsheets, in which nothing of an article may run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotecli.model import Cluster, Quote, Report
from quotecli.render.safe import visible
from quotecli.render.styles import change
from quotecli.render.wording import merged

COLUMNS = (
    *("id", "source", "path", "publisher", "published", "line", "column", "start", "end"),
    *("kind", "why", "speaker", "mention", "via", "confidence", "cue", "text", "clusters", "sources"),
    *("title", "outlets", "utterance", "changes", "risk"),
)
# What spreadsheets take for a formula at the start of a cell; the wide forms count in East Asian ones.
SIGNS = "=+-@＝＋－＠|%"
RUNS = (*SIGNS, "\t", "\r", "\n")
# A spreadsheet that splits lines at semicolons or tabs, as it does where the comma stands in numbers, does not see our quotation marks
# as such, and begins a cell after each semicolon, tab or line end of the text. So words after one may get an apostrophe they had not.
BEGINS = re.compile(rf'([;\t\r\n])(?=[\s\xa0"]{{0,20}}[{re.escape(SIGNS)}])')


def write_csv(report: Report, stream: TextIO) -> None:
    """Write a heading and a row for each quote; `sources` and `outlets` count who prints the most widely printed of its utterances,
    `utterance` is the base of it, `changes` what the quote has instead, in words.

    Every field stands between quotation marks: who imports a file can have these taken for text, so that the id 0012 stays what it is.
    A spreadsheet that opens it by a double click makes a number of it all the same, and of 1-2 a date; nothing in a CSV file prevents that.
    """
    out = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    out.writerow(COLUMNS)
    out.writerows(map(cell, row) for row in rows(report))


def rows(report: Report) -> Iterator[tuple[object, ...]]:
    """The quotations, as they are."""
    paths = {source.id: source for source in report.sources}
    clusters = {cluster.id: cluster for cluster in report.clusters}
    for quote in report.quotes:
        source = paths[quote.source]
        place = (quote.id, quote.source, source.path, source.publisher, source.published, quote.line, quote.column, quote.start, quote.end)
        shared = [clusters[name] for name in quote.clusters if name in clusters]
        widest = max(shared, key=lambda cluster: cluster.sources, default=None)
        printed = (widest.sources, source.title, widest.outlets or widest.sources) if widest else (1, source.title, 1)
        yield (*place, *said(quote), " ".join(quote.clusters), *printed, *changed(quote, widest))


def changed(quote: Quote, utterance: Cluster | None) -> tuple[str | None, str | None, str | None]:
    """The base of the utterance, what the quote has instead, and whether it may mean something else."""
    if utterance is None:
        return None, None, None
    edits = [edit for variant in utterance.variants if variant.quote == quote.id for edit in merged(variant.edits)]
    told = "; ".join(change(edit.before, edit.after, whole=True) for edit in edits)
    return utterance.text, told or None, "!" if any(edit.risk for edit in edits) else None


def said(quote: Quote) -> Iterable[object]:
    """Kind, speaker, words."""
    speaker = quote.speaker
    who = (speaker.name, speaker.mention, speaker.via, round(speaker.confidence, 3)) if speaker else (None,) * 4
    return (quote.kind, quote.why, *who, quote.cue and quote.cue.text, quote.text)


def cell(value: object) -> str | float | int | None:
    """The value, harmless: an apostrophe in front of what spreadsheets would take for a formula."""
    if value is None or isinstance(value, int | float):
        return value
    text = BEGINS.sub(r"\1'", visible(str(value)))
    return f"'{text}" if text.lstrip(" \xa0").startswith(RUNS) else text
