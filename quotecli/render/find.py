"""Who printed the words that were looked for: a row a wording, the very words first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, TextIO

from quotecli.model import Finding, Findings, Quote
from quotecli.render.chain import chain_record
from quotecli.render.chain import sections as chained
from quotecli.render.console import Look, console
from quotecli.render.json import Record, edit_record, quote_record, skipped_record, source_record, write_document
from quotecli.render.outlets import GroupBy, outlets_of
from quotecli.render.rows import Page, Row, Section, printed
from quotecli.render.styles import QUIET, as_text, plain, summary_of_marks
from quotecli.render.table import write_sections
from quotecli.render.told import told
from quotecli.render.wording import count, flat, pieces, runs, wordings

if TYPE_CHECKING:
    from rich.text import Text

VERY, NEARLY = "These words", "Nearly these words"
AROUND = 8
"""Words before and after what was found that are shown of its quotation."""


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(findings: Findings, stream: BinaryIO) -> None:
    """Write one document, an entry a finding, in order."""
    quotes = {quote.id: quote for quote in findings.report.quotes}
    counts = Counter(quote.source for quote in findings.report.quotes)
    pages = {source.id: source.raw for source in findings.report.sources}
    write_document(
        stream,
        words=[findings.words],
        found=(finding_record(one, quote_record(quotes[one.variant.quote], pages[one.variant.source])) for one in findings.found),
        sources=(source_record(source, counts[source.id]) for source in findings.report.sources),
        skipped=map(skipped_record, findings.report.skipped),
        chains=map(chain_record, findings.chains),
    )


def finding_record(one: Finding, quote: Record) -> Record:
    """A finding with the quotation that it stands in."""
    variant = one.variant
    return {
        "quote": quote,
        "exact": one.exact,
        "start": variant.start,
        "end": variant.end,
        "text": variant.text,
        "similarity": round(variant.similarity, 3),
        "edits": [edit_record(edit) for edit in variant.edits],
    }


# ---- text --------------------------------------------------------------------------------------------------------------
def write_table(findings: Findings, stream: TextIO, look: Look, limit: int | None = None, group_by: GroupBy = "publisher") -> int:
    """Write a line of totals, and a table each of what has the very words and of what nearly has; returns how many rows were left out."""
    out = console(stream, look)
    page = Page(findings.report, look, group_by=group_by)
    out.print(plain(page.dot.join(totals(findings, group_by)), "bold", look))
    if any(not one.exact for one in findings.found):
        out.print(summary_of_marks("looked for, not here", "only here", look))
    return write_sections(chain(sections(findings, page), chained(findings.chains, page)), page, out, limit)


def totals(findings: Findings, group_by: GroupBy = "publisher") -> list[str]:
    """What was found where, in numbers."""
    very = [one for one in findings.found if one.exact]
    printing = {one.variant.source for one in findings.found}
    outlets = outlets_of((source for source in findings.report.sources if source.id in printing), group_by)
    of = f"{count(len(printing), 'article')} of {findings.searched:,}"
    told = [of, count(len(outlets), "outlet"), f"{len(very):,} to the word, {len(findings.found) - len(very):,} nearly"]
    return [*told, f"{findings.later:,} more, printed later, not looked at: --limit 0 looks at all"] if findings.later else told


def sections(findings: Findings, page: Page) -> Iterator[Section]:
    """The very words, then the others."""
    for title, exact in ((VERY, True), (NEARLY, False)):
        found = [one for one in findings.found if one.exact is exact]
        if found:
            made = [[group] for group in found] if exact else list(grouped(found))
            yield Section(title, count(len(found), "quotation"), (row(group, page) for group in made), len(made))


def grouped(found: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings of one wording together, in their order."""
    by_variant = {one.variant: one for one in found}
    for wording in wordings([one.variant for one in found]):
        yield [by_variant[variant] for variant in wording.variants]


def row(group: Sequence[Finding], page: Page) -> Row:
    """One wording, everywhere it stands so."""
    first, look = group[0].variant, page.look
    lines = told(first.edits, look)
    spots = [page.spot(v.source, v.start, printed(page.atlas.quotes[v.quote].speaker, None)) for v in (one.variant for one in group)]
    words = within(page.atlas.quotes[first.quote], first.start, first.end, as_text(runs(first, page.atlas.quotes[first.quote]), look), look)
    return Row(words, spots, bool(lines), lines)


def within(quote: Quote, start: int, end: int, words: Text, look: Look) -> Text:
    """The words between those of the quotation that stand before and after them."""
    from rich.text import Text

    before, after = spoken(pieces(quote, quote.start, start)), spoken(pieces(quote, end, quote.end))
    head = ("… " if len(before) > AROUND else "") + " ".join(before[-AROUND:])
    tail = " ".join(after[:AROUND]) + (" …" if len(after) > AROUND else "")
    parts = [plain(head, QUIET, look), words, plain(tail, QUIET, look)]
    return Text(" ").join(part for part in parts if part.plain)


def spoken(parts: Iterable[tuple[int, str]]) -> list[str]:
    """The words of some stretches of a quotation."""
    return flat(" ".join(text for _, text in parts)).split()
