"""Who is quoted, as a document: one table; a row a speaker."""

from __future__ import annotations

from quotecli.model import Report
from quotecli.render.documents.nouns import Document, Grid, articles
from quotecli.render.rows import UNKNOWN
from quotecli.render.speakers import Tally, tallies
from quotecli.render.wording import count

HEADS = ("speaker", "named", "quotations", "words", "sources", "outlets", "mentions")


def document(report: Report) -> Document:
    """What `quotes speakers` answers."""
    every = tallies(report)
    named = sum(one.named for one in every)
    heads = ("Speaker", "Quotations", "Words", "Articles", "Outlets", "Called")
    return Document(
        title="Who is quoted",
        totals=f"{articles(report)} · {count(sum(one.quotes for one in every), 'quotation')} · {named} named, {len(every) - named} not",
        parts=[Grid("Speakers", heads, [(shown(one), one.quotes, one.words, len(one.sources), one.outlets, called(one)) for one in every])],
        heads=HEADS,
        rows=((one.name, "yes" if one.named else "", one.quotes, one.words, len(one.sources), one.outlets, called(one)) for one in every),
        skipped=report.skipped,
    )


def shown(one: Tally) -> str:
    """The name, or that there is none."""
    return (one.name or UNKNOWN) + ("" if one.named or not one.name else " (unnamed)")


def called(one: Tally) -> str:
    """The mentions, with how often each is used."""
    return "; ".join(f"{text} ({many})" if many > 1 else text for text, many in one.mentions)
