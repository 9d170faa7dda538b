"""Who is quoted: in how many sources, how often, how many words, under which mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from quotecli.lexicon.en.people import is_name
from quotecli.model import SPEECH, Quote, Report
from quotecli.render.console import Look, console
from quotecli.render.json import Record, skipped_record, write_document
from quotecli.render.rows import UNKNOWN
from quotecli.render.styles import QUIET, plain, ruled
from quotecli.render.wording import count

if TYPE_CHECKING:
    from rich.table import Table


class Tally(NamedTuple):
    """One speaker's share."""

    name: str | None
    named: bool  # False: unknown, or a description that names nobody ("a senior official")
    sources: tuple[str, ...]  # ids
    outlets: int  # publishers, and articles whose publisher is not known
    quotes: int
    words: int
    mentions: tuple[tuple[str, int], ...]  # as the articles call the speaker, and how often; the commonest first


def tallies(report: Report) -> list[Tally]:
    """Every speaker of direct and mixed quotations, the most quoted first, the unknown last."""
    groups: dict[str | None, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        if quote.kind in SPEECH:
            groups[quote.speaker.name if quote.speaker else None].append(quote)
    outlets = {source.id: source.outlet for source in report.sources}
    made = [tally(name, quotes, outlets) for name, quotes in groups.items()]
    return sorted(made, key=lambda one: (one.name is None, -one.quotes, -one.words, (one.name or "").casefold(), one.name or ""))


def tally(name: str | None, quotes: list[Quote], outlets: Mapping[str, tuple[str, str]]) -> Tally:
    """One speaker's."""
    mentions = Counter(quote.speaker.mention for quote in quotes if quote.speaker and quote.speaker.mention)
    ordered = sorted(mentions.items(), key=lambda pair: (-pair[1], pair[0]))
    words = sum(len(quote.text.split()) for quote in quotes)
    sources = tuple(dict.fromkeys(quote.source for quote in quotes))
    printing = len({outlets[source] for source in sources})
    return Tally(name, is_name(name or ""), sources, printing, len(quotes), words, tuple(ordered))


def write_json(report: Report, stream: BinaryIO) -> None:
    """Write one document."""
    write_document(stream, speakers=map(tally_record, tallies(report)), skipped=map(skipped_record, report.skipped))


def tally_record(one: Tally) -> Record:
    """One speaker."""
    return {
        "name": one.name,
        "named": one.named,
        "sources": one.sources,
        "outlets": one.outlets,
        "quotes": one.quotes,
        "words": one.words,
        "mentions": [{"text": text, "count": count} for text, count in one.mentions],
    }


def write_table(report: Report, stream: TextIO, look: Look, limit: int | None = None) -> int:
    """Write a row for each of the first `limit` speakers; returns how many were left out."""
    every = tallies(report)
    shown = every if limit is None else every[:limit]
    out = console(stream, look)
    out.print(table(shown, look))
    named = sum(one.named for one in every)
    of = f"{count(sum(one.quotes for one in every), 'quotation')} in {count(len(report.sources), 'article')}"
    out.print("", plain(f"{named} named, {len(every) - named} not; {of}", QUIET, look), sep="\n")
    return len(every) - len(shown)


def table(shown: list[Tally], look: Look) -> Table:
    """The speakers as a Rich table."""
    from rich.table import Table

    made = Table(box=ruled(look), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    made.add_column(plain("Speaker", "bold", look), overflow="fold", ratio=3)
    for head in ("Quotations", "Words", "Articles", "Outlets"):
        made.add_column(plain(head, "bold", look), justify="right", no_wrap=True)
    made.add_column(plain("Called", "bold", look), overflow="fold", ratio=4)
    for one in shown:
        called = "; ".join(f"{text} ({count})" if count > 1 else text for text, count in one.mentions)
        name = plain(one.name or UNKNOWN, "" if one.named else "italic", look).append("" if one.named or not one.name else " (unnamed)")
        made.add_row(name, str(one.quotes), str(one.words), str(len(one.sources)), str(one.outlets), plain(called, QUIET, look))
    return made
