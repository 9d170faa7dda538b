"""Quotations held against the record: the faults first, each with what the record says and what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import BinaryIO, TextIO

from quotecli.model import FAULTS, Passage, RawMap, Report, Source, Verdict, VerdictName
from quotecli.render.console import Look, console
from quotecli.render.json import Record, edit_record, quote_record, skipped_record, write_document
from quotecli.render.rows import Page, Row, Section, printed
from quotecli.render.styles import QUIET, as_text, plain, summary_of_marks
from quotecli.render.table import write_sections
from quotecli.render.tally import ORDER, tallies, tally_records, write_tallies
from quotecli.render.told import told
from quotecli.render.wording import count, differing, whole
from quotecli.text import Lines

TITLES: dict[VerdictName, str] = {
    "verbatim": "Verbatim",
    "typographic": "Verbatim but for typography",
    "trimmed": "Trimmed",
    "altered": "Altered",
    "stitched": "Stitched from parts that stand apart in the record",
    "misattributed": "Said by another",
    "not-found": "Not in the record",
    "out-of-scope": "Speakers who are not in the transcript",
}
CONTEXT = 12
"""Words of the sentence before and after that a table shows."""


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(verdicts: Sequence[Verdict], report: Report, stream: BinaryIO) -> None:
    """Write one document, an entry a quotation."""
    pages = {source.id: source.raw for source in report.sources}
    records = (verdict_record(one, pages.get(one.quote.source)) for one in verdicts)
    write_document(stream, verdicts=records, **tally_records(tallies(verdicts, report)), skipped=map(skipped_record, report.skipped))


def verdict_record(one: Verdict, page: RawMap | None = None) -> Record:
    """One quotation and what became of it."""
    return {
        "quote": quote_record(one.quote, page),
        "verdict": one.verdict,
        "record": one.record and passage_record(one.record),
        "edits": [edit_record(edit) for edit in one.edits],
        "places": [passage_record(place) for place in one.places],
    }


def passage_record(passage: Passage) -> Record:
    """Where it stands in the record."""
    return {
        "path": passage.path,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "speaker": passage.speaker,
        "before": passage.before,
        "after": passage.after,
    }


# ---- text --------------------------------------------------------------------------------------------------------------
def write_table(
    verdicts: Sequence[Verdict], report: Report, transcripts: Sequence[Source], stream: TextIO, look: Look, limit: int | None = None
) -> int:
    """Write a line of totals, a table for each verdict, the faults first, and how many each outlet and speaker has of which.

    At most `limit` rows of the tables of verdicts; returns how many were left out.
    """
    out = console(stream, look)
    page = Page(report, look, verbose=False)
    counts = Counter(one.verdict for one in verdicts)
    parts = [f"{counts[name]} {name.replace('-', ' ')}" for name in ORDER if counts[name]]
    out.print(plain(page.dot.join([count(len(verdicts), "quotation"), *parts]), "bold", look))
    if any(one.edits for one in verdicts):
        out.print(summary_of_marks("only in the record", "only in the article", look))
    groups: dict[VerdictName, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        groups[one.verdict].append(one)
    atlas = {one.path: Lines(one.text) for one in transcripts}
    sections = (
        Section(TITLES[name], "", (row(one, page, atlas, look) for one in groups[name]), len(groups[name]))
        for name in ORDER
        if groups[name]
    )
    left_out = write_sections(sections, page, out, limit)
    write_tallies(tallies(verdicts, report), out, look)
    return left_out


def row(one: Verdict, page: Page, atlas: Mapping[str, Lines], look: Look) -> Row:
    """One quotation: its words with what differs, what the record has, where it stands."""
    quote = one.quote
    differs = one.verdict in FAULTS | {"trimmed"}
    words = as_text(differing(quote, one.edits), look) if differs else plain(whole(quote), "", look)
    risks = told(one.edits, look)
    below = None
    if one.record and one.verdict not in ("verbatim", "typographic"):
        below = plain("\n".join(where(passage, atlas) for passage in one.places or (one.record,)), QUIET, look)
    spot = page.spot(quote.source, quote.start, printed(quote.speaker, None))
    return Row(words, [spot], bool(risks) or one.verdict in FAULTS, risks, below)


def where(passage: Passage, atlas: Mapping[str, Lines]) -> str:
    """A place in the record with its words; which of its files, where it has several."""
    lines = atlas[passage.path] if passage.path is not None else next(iter(atlas.values()))
    name = f"{passage.path}:" if len(atlas) > 1 else "record "
    return f"{name}{':'.join(map(str, lines.at(passage.start)))}  {around(passage)}"


def around(passage: Passage) -> str:
    """What the record says, with a little of what stands before and after it."""
    before, after = passage.before.split(), passage.after.split()
    head = ("… " if len(before) > CONTEXT else "") + " ".join(before[-CONTEXT:])
    tail = " ".join(after[:CONTEXT]) + (" …" if len(after) > CONTEXT else "")
    label = f"{passage.speaker}: " if passage.speaker else ""
    return " ".join(filter(None, (head, f"«{label}{' '.join(passage.text.split())}»", tail)))
