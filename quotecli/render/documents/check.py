"""Verdicts as a document: a list a verdict, the faults first; a row a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quotecli.model import FAULTS, Report, Source, Verdict
from quotecli.render.check import TITLES, where
from quotecli.render.documents.nouns import PLACE, Document, Grid, Item, Listing, Words, marked, place, same, spot
from quotecli.render.rows import UNKNOWN
from quotecli.render.tally import ORDER, Tally, tallies
from quotecli.render.told import told
from quotecli.render.wording import Atlas, count, differing, whole
from quotecli.text import Lines

HEADS = (
    "id",
    "verdict",
    *PLACE,
    "speaker",
    "text",
    "risk",
    "changes",
    "record_path",
    "record_start",
    "record_end",
    "record_speaker",
    "record",
)


def document(verdicts: Sequence[Verdict], report: Report, transcripts: Sequence[Source]) -> Document:
    """What `quotes check` answers."""
    atlas, records = Atlas(report), {one.path: Lines(one.text) for one in transcripts}
    counts = Counter(one.verdict for one in verdicts)
    told = [f"{counts[name]} {name.replace('-', ' ')}" for name in ORDER if counts[name]]
    return Document(
        title="Quotations against the record",
        totals=" · ".join([count(len(verdicts), "quotation"), *told]),
        parts=[*listings(verdicts, atlas, records), *grids(verdicts, report)],
        heads=HEADS,
        rows=(row(one, atlas) for one in verdicts),
        against="record" if any(one.edits for one in verdicts) else None,
        skipped=report.skipped,
    )


def listings(verdicts: Sequence[Verdict], atlas: Atlas, records: Mapping[str, Lines]) -> Iterator[Listing]:
    """A list for each verdict that is given."""
    for name in ORDER:
        if given := [one for one in verdicts if one.verdict == name]:
            yield Listing(TITLES[name], (item(one, atlas, records) for one in given))


def item(one: Verdict, atlas: Atlas, records: Mapping[str, Lines]) -> Item:
    """One quotation with what the record has in its place."""
    lines = told(one.edits)
    held = one.record and one.verdict not in ("verbatim", "typographic")
    below = [where(passage, records) for passage in one.places or ((one.record,) if one.record else ())] if held else []
    return Item(words(one), bool(lines) or one.verdict in FAULTS, lines, [spot(atlas, one.quote, one.quote.start)], below)


def words(one: Verdict) -> list[Words]:
    """The quotation as it is printed, with what differs from the record."""
    if one.verdict not in FAULTS | {"trimmed"}:
        return same(whole(one.quote))
    return marked(differing(one.quote, one.edits))


def row(one: Verdict, atlas: Atlas) -> tuple[object, ...]:
    """One quotation for a spreadsheet."""
    quote, lines, record = one.quote, told(one.edits), one.record
    speaker = quote.speaker.name if quote.speaker else None
    said = (speaker, quote.text, "yes" if lines or one.verdict in FAULTS else "", "; ".join(lines))
    held = (record.path, record.start, record.end, record.speaker, record.text) if record else (None,) * 5
    return (quote.id, one.verdict, *place(atlas, quote.source, quote.start, quote.end), *said, *held)


def grids(verdicts: Sequence[Verdict], report: Report) -> Iterator[Grid]:
    """How many each outlet and speaker has of which verdict; no table of a single row, which says what the totals say."""
    both = tallies(verdicts, report)
    for title, rows in (("By outlet", both.outlets), ("By speaker", both.speakers)):
        if len(rows) > 1:
            yield grid(title, rows)


def grid(title: str, rows: Sequence[Tally]) -> Grid:
    """A row a name, a column for each verdict that is given at all."""
    given = [name for name in ORDER if any(one.verdicts[name] for one in rows)]
    heads = [title.removeprefix("By ").capitalize(), *(name.replace("-", " ") for name in given)]
    return Grid(title, heads, [[one.name or UNKNOWN, *(one.verdicts[name] or "" for name in given)] for one in rows])
