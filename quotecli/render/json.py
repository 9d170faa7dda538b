"""JSON, to the contract `quotes/1`: the keys keep their names, order and meaning; new ones may come."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO

from quotecli.model import Cluster, Cue, Edit, Quote, Report, Skipped, Source, Speaker, Variant

SCHEMA = "quotes/1"
Record = dict[str, Any]

# Legal inside a JSON string, but a terminal would act on them: DEL and C1, line separators, marks that reorder text.
ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def write_report(report: Report, stream: BinaryIO) -> None:
    """Write one document in UTF-8, a record a line."""
    counts = Counter(quote.source for quote in report.quotes)
    write_document(
        stream,
        sources=(source_record(source, counts[source.id]) for source in report.sources),
        quotes=map(quote_record, report.quotes),
        clusters=map(cluster_record, report.clusters),
        skipped=map(skipped_record, report.skipped),
    )


def write_document(stream: BinaryIO, **lists: Iterable[Record]) -> None:
    """Write `{"schema": …, name: [records], …}`, a record a line, so that `grep` and `diff` are of use on it."""
    stream.write(f'{{"schema": "{SCHEMA}"'.encode())
    for name, records in lists.items():
        stream.write(f',\n "{name}": ['.encode())
        separator = b"\n  "
        for record in records:
            stream.write(separator + encoded(record))
            separator = b",\n  "
        stream.write(b"]")
    stream.write(b"}\n")


def encoded(record: Record) -> bytes:
    """One record as UTF-8; the characters that a terminal would act on, and lone surrogates of file names, as `\\uXXXX`."""
    line = ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False))
    return line.encode("utf-8", "backslashreplace")


def source_record(source: Source, quotes: int) -> Record:
    """An article, and how many of the reported quotes are its."""
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "quotes": quotes,
        "author": source.author,
        "language": source.language,
        "url": source.url,
        "encoding": source.encoding,
    }


def quote_record(quote: Quote) -> Record:
    """A quotation."""
    return {
        "id": quote.id,
        "source": quote.source,
        "start": quote.start,
        "end": quote.end,
        "line": quote.line,
        "column": quote.column,
        "text": quote.text,
        "kind": quote.kind,
        "why": quote.why,
        "parent": quote.parent,
        "continues": quote.continues,
        "speaker": quote.speaker and speaker_record(quote.speaker),
        "cue": quote.cue and cue_record(quote.cue),
        "clusters": quote.clusters,
        "closed": quote.closed,
    }


def speaker_record(speaker: Speaker) -> Record:
    """An attribution and its evidence."""
    return {
        "name": speaker.name,
        "mention": speaker.mention,
        "start": speaker.start,
        "end": speaker.end,
        "via": speaker.via,
        "confidence": round(speaker.confidence, 3),
    }


def cue_record(cue: Cue) -> Record:
    """The words that report."""
    return {"text": cue.text, "start": cue.start, "end": cue.end}


def cluster_record(cluster: Cluster) -> Record:
    """An utterance and its wordings, the fullest first."""
    return {
        "id": cluster.id,
        "speaker": cluster.speaker,
        "sources": cluster.sources,
        "text": cluster.text,
        "variants": [variant_record(variant) for variant in cluster.variants],
    }


def variant_record(variant: Variant) -> Record:
    """One wording."""
    return {
        "quote": variant.quote,
        "source": variant.source,
        "start": variant.start,
        "end": variant.end,
        "text": variant.text,
        "similarity": round(variant.similarity, 3),
        "edits": [edit_record(edit) for edit in variant.edits],
    }


def edit_record(edit: Edit) -> Record:
    """One difference from the fullest wording."""
    return {"type": edit.type, "from": edit.before, "to": edit.after, "risk": edit.risk, "start": edit.start, "end": edit.end}


def skipped_record(skipped: Skipped) -> Record:
    """An input that could not be used."""
    return {"path": skipped.path, "reason": skipped.reason}
