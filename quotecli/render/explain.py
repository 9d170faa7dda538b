"""Why each quotation was taken, and given to whom it was given: as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

from quotecli.model import Explanation, Quote, Refusal, Skipped, Source
from quotecli.render.console import Look, console
from quotecli.render.json import Record, quote_record, skipped_record, write_document
from quotecli.render.safe import on_one_line
from quotecli.render.styles import NEW, QUIET, RISK, plain
from quotecli.text import Lines

if TYPE_CHECKING:
    from rich.table import Table

MOST_REFUSALS = 200
OPENING = 24
"""So many words of a quotation are shown; its place is shown too."""


class Evidence(NamedTuple):
    """Words that an attribution rests on."""

    what: str  # mention, cue
    text: str
    start: int
    end: int


def evidence(quote: Quote, source: Source) -> list[Evidence]:
    """The words that an attribution rests on, in the order of the text."""
    found = []
    if quote.speaker and quote.speaker.start is not None and quote.speaker.end is not None:
        found.append(Evidence("mention", source.text[quote.speaker.start : quote.speaker.end], quote.speaker.start, quote.speaker.end))
    if quote.cue:
        found.append(Evidence("cue", quote.cue.text, quote.cue.start, quote.cue.end))
    return sorted(found, key=lambda one: one.start)


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(explained: Iterable[Explanation | Skipped], stream: BinaryIO) -> list[Skipped]:
    """Write one document, a source at a time; returns what was skipped."""
    skipped: list[Skipped] = []
    write_document(stream, explanations=map(record, kept(explained, skipped)), skipped=map(skipped_record, skipped))
    return skipped


def kept(explained: Iterable[Explanation | Skipped], skipped: list[Skipped]) -> Iterator[Explanation]:
    """What there is to explain; the rest is put aside."""
    for one in explained:
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            yield one


def record(found: Explanation) -> Record:
    """One source."""
    lines = Lines(found.source.text)
    return {
        "source": found.source.id,
        "path": found.source.path,
        "quotes": [explained_record(quote, found.source, lines, found.reasons) for quote in found.quotes],
        "refusals": [
            {**spot(refusal.start, refusal.end, lines), "text": found.source.text[refusal.start : refusal.end], "reason": refusal.reason}
            for refusal in found.refusals
        ],
    }


def explained_record(quote: Quote, source: Source, lines: Lines, reasons: Mapping[str, str]) -> Record:
    """A quotation with its rule and its evidence."""
    rule = quote.speaker.via if quote.speaker else None
    spans = [{"what": one.what, "text": one.text, **spot(one.start, one.end, lines)} for one in evidence(quote, source)]
    return {**quote_record(quote, source.raw), "rule": rule, "reason": reasons.get(rule or ""), "evidence": spans}


def spot(start: int, end: int, lines: Lines) -> dict[str, Any]:
    """Where a span stands."""
    line, column = lines.at(start)
    return {"start": start, "end": end, "line": line, "column": column}


# ---- text --------------------------------------------------------------------------------------------------------------
def write_text(explained: Iterable[Explanation | Skipped], stream: TextIO, look: Look) -> list[Skipped]:
    """Write each source's quotations with their reasons, then what was refused; returns what was skipped."""
    out = console(stream, look)
    skipped: list[Skipped] = []
    for index, found in enumerate(kept(explained, skipped)):
        if index:
            out.print()
        out.print(plain(heading(found, look), "bold", look))
        lines = Lines(found.source.text)
        for quote in found.quotes:
            out.print("", entry(quote, found.source, lines, found.reasons, look), sep="\n")
        if found.refusals:
            out.print(
                "",
                plain("Marks that were not taken for a quotation", "bold", look),
                refused(found.refusals, found.source, lines, look),
                sep="\n",
            )
    return skipped


def heading(found: Explanation, look: Look) -> str:
    """The article, and how much is said of it."""
    dot = " · " if look.unicode else " - "
    return dot.join([on_one_line(found.source.path), f"{len(found.quotes)} in quotation marks", f"{len(found.refusals)} refused"])


def entry(quote: Quote, source: Source, lines: Lines, reasons: Mapping[str, str], look: Look) -> Table:
    """One quotation: its words, its speaker, the evidence, the rule."""
    table = grid(look, 10)
    kind = quote.kind + (f" ({quote.why})" if quote.why else "")
    table.add_row(plain(at(quote.start, lines), QUIET, look), plain(opening(quote.text), "bold", look))
    rows = [("kind", kind), ("inside", quote.parent), ("goes on", quote.continues), ("ends", None if quote.closed else "no closing mark")]
    if quote.speaker:
        rows += [("speaker", f"{quote.speaker.name or 'unknown'}   confidence {quote.speaker.confidence:.2f}")]
        rows += [(one.what, f"“{one.text}” at {at(one.start, lines)} ({one.start}-{one.end})") for one in evidence(quote, source)]
        reason = reasons.get(quote.speaker.via)
        rows += [("rule", quote.speaker.via + (f": {reason}" if reason else ""))]
    else:
        rows += [("speaker", "unknown: no rule found evidence")]
    for name, value in rows:
        if value:
            table.add_row(plain(name, QUIET, look), plain(value, NEW if name == "speaker" and quote.speaker else "", look))
    return table


def refused(refusals: Sequence[Refusal], source: Source, lines: Lines, look: Look) -> Table:
    """The marks that were left alone, with a little of what stands around them, and why."""
    table = grid(look, 10)
    for refusal in refusals[:MOST_REFUSALS]:
        words = source.text[refusal.start : refusal.end]
        around = f"{source.text[max(0, refusal.start - 20) : refusal.start]}{words}{source.text[refusal.end : refusal.end + 20]}"
        line = plain(refusal.reason, RISK, look).append_text(plain(f"   … {opening(around)} …", "", look))
        table.add_row(plain(at(refusal.start, lines), QUIET, look), line)
    if len(refusals) > MOST_REFUSALS:
        table.add_row("", plain(f"and {len(refusals) - MOST_REFUSALS} more; --json has them all", QUIET, look))
    return table


def grid(look: Look, margin: int) -> Table:
    """Two columns: where or what, and the words."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=margin, overflow="fold")
    table.add_column(width=look.width - margin - 2, overflow="fold")
    return table


def at(offset: int, lines: Lines) -> str:
    """`line:column`."""
    return ":".join(map(str, lines.at(offset)))


def opening(text: str) -> str:
    """The first words, the others counted."""
    words = text.split()
    return " ".join(words) if len(words) <= OPENING + 4 else f"{' '.join(words[:OPENING])} … {len(words) - OPENING} more words"
