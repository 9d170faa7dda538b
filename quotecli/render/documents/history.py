"""How quotations changed between versions, as a document: a list an article; a row a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.model import Report, Revised, Revision
from quotecli.render.documents.nouns import Document, Item, Listing, Words, spot
from quotecli.render.history import change_of, heading, name, risky, told, totals, words
from quotecli.render.wording import Atlas

HEADS = ("source", "url", "publisher", "version", "seen_before", "seen", "change", "risk", "before", "after", "speaker", "changes")


def document(found: Sequence[Revised]) -> Document:
    """What `quotes history` answers."""
    return Document(
        title="What changed between versions",
        totals=totals(found),
        parts=[Listing(" · ".join(heading(one)), [item(each, one) for each in one.revisions]) for one in found if one.revisions],
        heads=HEADS,
        rows=(row(each, one) for one in found for each in one.revisions),
        against="older" if any(one.revisions for one in found) else None,
    )


def item(each: Revision, of: Revised) -> Item:
    """One quotation, with what differs."""
    quote, source = (each.after, of.newer) if each.after else (each.before, of.older)
    assert quote is not None
    where = spot(Atlas(Report((source,), (quote,))), quote, quote.start)
    return Item([Words(run.text, run.role) for run in words(each)], risky(each), told(each), [f"{change_of(each)} · {where}"])


def row(each: Revision, of: Revised) -> tuple[object, ...]:
    """One quotation for a spreadsheet."""
    newer, quote = of.newer, each.after or each.before
    assert quote is not None
    what = (change_of(each), "!" * risky(each), each.before and each.before.text, each.after and each.after.text, name(quote))
    return (newer.id, newer.url, newer.publisher, of.version, *of.seen, *what, "; ".join(told(each)))
