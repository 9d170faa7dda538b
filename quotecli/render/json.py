"""JSON, to the contract `quotes/1`: the keys keep their names, order and meaning; new ones may come."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from quotecli.model import Cluster, Conflict, Cue, Edit, Quote, RawMap, Report, Skipped, Source, Speaker, Variant

if TYPE_CHECKING:
    from quotecli.model import Collation, Place, Witness

SCHEMA = "quotes/1"
Record = dict[str, Any]

ENCODER = json.JSONEncoder(ensure_ascii=False)

# Legal inside a JSON string, but a terminal would act on them: DEL and C1, line separators, marks that reorder text.
ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def write_report(report: Report, stream: BinaryIO) -> None:
    """Write one document in UTF-8, a record a line."""
    counts = Counter(quote.source for quote in report.quotes)
    write_document(
        stream,
        sources=(source_record(source, counts[source.id]) for source in report.sources),
        quotes=quote_records(report),
        clusters=map(cluster_record, report.clusters),
        skipped=map(skipped_record, report.skipped),
    )


def write_diff(report: Report, collations: Sequence[Collation], stream: BinaryIO) -> None:
    """Write the utterances with their witnesses, places and readings, and the ids of the quotes that only one source has."""
    counts = Counter(quote.source for quote in report.quotes)
    shared = {variant.quote for collation in collations for variant in collation.cluster.variants}
    write_document(
        stream,
        sources=(source_record(source, counts[source.id]) for source in report.sources),
        quotes=quote_records(report),
        utterances=map(collation_record, collations),
        alone=(quote.id for quote in report.quotes if quote.id not in shared),
        skipped=map(skipped_record, report.skipped),
    )


def write_document(stream: BinaryIO, **lists: Iterable[Record | str]) -> None:
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


def encoded(record: Record | str) -> bytes:
    """One record as UTF-8; the characters that a terminal would act on, and lone surrogates of file names, as `\\uXXXX`."""
    line = ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", ENCODER.encode(record))
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
        "format": source.format,
    }


def quote_records(report: Report) -> Iterator[Record]:
    """The quotations of a report, each with its place in the page that its source was taken from."""
    pages = {source.id: source.raw for source in report.sources}
    return (quote_record(quote, pages.get(quote.source)) for quote in report.quotes)


def quote_record(quote: Quote, page: RawMap | None = None) -> Record:
    """A quotation; `page` tells where its source's text stands in the page it was taken from."""
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
        "speaker": quote.speaker and speaker_record(quote.speaker, page),
        "cue": quote.cue and cue_record(quote.cue),
        "clusters": quote.clusters,
        "closed": quote.closed,
        **raw_record(page, quote.start, quote.end),
        "raw_pieces": page
        and [dict(zip(("start", "end"), page.span(*piece), strict=True)) for piece in quote.pieces if piece.start < piece.end],
        "pieces": [{"start": start, "end": end} for start, end in quote.pieces],
    }


def raw_record(page: RawMap | None, start: int | None, end: int | None) -> Record:
    """Where a span of the text stands in the page; null where there is no page, or nothing in it."""
    raw = page.span(start, end) if page and start is not None and end is not None and start < end else (None, None)
    return {"raw_start": raw[0], "raw_end": raw[1]}


def speaker_record(speaker: Speaker, page: RawMap | None = None) -> Record:
    """An attribution and its evidence."""
    return {
        "name": speaker.name,
        "mention": speaker.mention,
        "start": speaker.start,
        "end": speaker.end,
        "via": speaker.via,
        "confidence": round(speaker.confidence, 3),
        **raw_record(page, speaker.start, speaker.end),
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
        "outlets": cluster.outlets,
        "absent": cluster.absent,
        "text": cluster.text,
        "variants": [variant_record(variant) for variant in cluster.variants],
        "independent": cluster.independent,
        "copies": [{"source": copy, "of": original} for copy, original in cluster.copies],
        "conflicts": [conflict_record(conflict) for conflict in cluster.conflicts],
        "order": cluster.order,
    }


def conflict_record(conflict: Conflict) -> Record:
    """Who attributes the words otherwise."""
    return {"kind": conflict.kind, "speaker": conflict.speaker, "mention": conflict.mention, "quotes": conflict.quotes}


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
    told = edit.before_start >= 0
    return {
        "type": edit.type,
        "from": edit.before,
        "to": edit.after,
        "risk": edit.risk,
        "start": edit.start,
        "end": edit.end,
        "from_start": edit.before_start if told else None,
        "from_end": edit.before_end if told else None,
    }


def collation_record(collation: Collation) -> Record:
    """An utterance laid out: who prints which wording, and where they differ."""
    return {
        "id": collation.cluster.id,
        "speaker": collation.cluster.speaker,
        "sources": collation.cluster.sources,
        "outlets": collation.cluster.outlets,
        "absent": collation.cluster.absent,
        "text": collation.cluster.text,
        "witnesses": [witness_record(witness) for witness in collation.witnesses],
        "columns": [[token and token.text for token in column.tokens] for column in collation.columns],
        "places": [place_record(place) for place in collation.places],
    }


def witness_record(witness: Witness) -> Record:
    """One wording and everyone who prints it so."""
    return {"text": witness.text, "speakers": witness.speakers, "variants": [variant_record(variant) for variant in witness.variants]}


def place_record(place: Place) -> Record:
    """Where some witness differs from the base, and what it has there."""
    return {
        "start": place.start,
        "end": place.end,
        "base": place.base,
        "readings": [
            {"text": reading.text, "witnesses": reading.witnesses, "type": reading.type, "risk": reading.risk} for reading in place.readings
        ],
    }


def skipped_record(skipped: Skipped) -> Record:
    """An input that could not be used."""
    return {"path": skipped.path, "reason": skipped.reason}
