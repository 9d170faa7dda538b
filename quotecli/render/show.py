"""An article with its quotations lit, whose they are in the margin, and its line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from quotecli.model import SPEECH, Explanation, Quote, Skipped, Source, Span
from quotecli.render.console import Look, console
from quotecli.render.explain import kept
from quotecli.render.json import Record, quote_record, skipped_record, source_record, write_document
from quotecli.render.rows import UNKNOWN
from quotecli.render.safe import on_one_line, visible
from quotecli.render.styles import NEW, QUIET, plain, upright

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
MARGIN = 20
"""Columns for the speakers, a third of the width at most."""


def write_json(found: Iterable[Explanation | Skipped], stream: BinaryIO) -> list[Skipped]:
    """Write one document: each article's text as read, and its quotes; returns what was skipped."""
    skipped: list[Skipped] = []
    write_document(stream, articles=map(article_record, kept(found, skipped)), skipped=map(skipped_record, skipped))
    return skipped


def article_record(found: Explanation) -> Record:
    """One article."""
    quotes = [quote_record(quote, found.source.raw) for quote in found.quotes]
    return {**source_record(found.source, len(quotes)), "text": found.source.text, "quotations": quotes}


def write_texts(found: Iterable[Source | Skipped], stream: BinaryIO) -> list[Skipped]:
    """Write one document with nothing but the articles' texts; returns what was skipped."""
    skipped: list[Skipped] = []

    def articles() -> Iterator[Record]:
        for one in found:
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                yield {**{key: value for key, value in source_record(one, 0).items() if key != "quotes"}, "text": one.text}

    write_document(stream, articles=articles(), skipped=map(skipped_record, skipped))
    return skipped


def write_text(found: Iterable[Explanation | Skipped], stream: TextIO, look: Look) -> list[Skipped]:
    """Write the articles; returns what was skipped."""
    out = console(stream, look)
    skipped: list[Skipped] = []
    for index, one in enumerate(kept(found, skipped)):
        if index:
            out.print()
        about = filter(None, (one.source.title, one.source.publisher, one.source.published, one.source.path))
        out.print(plain(" · ".join(map(on_one_line, about)), "bold", look), end="\n\n")
        out.print(article(one.source, one.quotes, look))
    return skipped


def article(source: Source, quotes: Iterable[Quote], look: Look) -> Table:
    """One article: number, speakers, text, a row a line."""
    from rich.table import Table

    lines = list(lines_of(source, quotes))
    digits, margin = len(str(len(lines))), min(MARGIN, look.width // 3)
    table = Table(box=upright(look), show_header=False, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column(width=digits, justify="right")
    table.add_column(width=margin, overflow="fold")
    table.add_column(width=look.width - digits - margin - 6, overflow="fold")
    for number, line in enumerate(lines, 1):
        who = plain("\n".join(line.who), "bold", look)
        table.add_row(plain(str(number), QUIET, look), who, words(source.text, line, look))
    return table


class Line(NamedTuple):
    """A line of an article."""

    span: Span
    who: list[str]  # whose words begin there
    lit: list[tuple[Span, Quote]]  # the parts of it that are quotations, in order


def lines_of(source: Source, quotes: Iterable[Quote]) -> Iterator[Line]:
    """The lines of an article with its quotations."""
    lines = [Line(span, [], []) for span in spans(source.text)]
    for quote in quotes:
        first = lines[quote.line - 1 :]
        if first and label(quote) not in first[0].who:
            first[0].who.append(label(quote))
        for line in first if not quote.parent else ():
            if line.span.start >= quote.end:
                break
            part = Span(max(line.span.start, quote.start), min(line.span.end, quote.end))
            if part.start < part.end:
                line.lit.append((part, quote))
    for line in lines:
        line.lit.sort(key=lambda pair: pair[0])
        yield line


def spans(text: str) -> Iterator[Span]:
    """The lines of a text, without their ends."""
    for match in LINE.finditer(text):
        if match[0] or match.start() == 0:
            yield Span(match.start(), match.start() + len(match[0].rstrip("\r\n")))


def label(quote: Quote) -> str:
    """What stands in the margin beside a quotation."""
    if quote.kind not in SPEECH:
        return f"({quote.why or 'not speech'})"
    return (quote.speaker.name if quote.speaker else None) or UNKNOWN.lower()


def words(text: str, line: Line, look: Look) -> Text:
    """One line with its quotations lit; between brackets where there is no colour."""
    opening, closing = ("⟦", "⟧") if look.unicode else ("<<", ">>")
    made = plain("", "", look)
    at = line.span.start
    for span, quote in line.lit:
        made.append(visible(text[at : span.start]))
        spoken = quote.kind in SPEECH
        shown = visible(text[span.start : span.end])
        made.append(
            f"{opening}{shown}{closing}" if look.marks and spoken and not look.color else shown,
            (NEW if spoken else QUIET) if look.color else "",
        )
        at = max(at, span.end)
    return made.append(visible(text[at : line.span.end]))
