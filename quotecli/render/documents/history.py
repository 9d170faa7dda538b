"""How quotations changed between versions, as a document: a list an article; a row a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.model import Report, Revised, Revision
from quotecli.render.documents.nouns import Document, Item, Listing, marked, spot
from quotecli.render.history import change_of, heading, name, risky, told, totals, words
from quotecli.render.wording import Atlas

HEADS = ("source", "url", "publisher", "version", "seen_before", "seen", "change", "risk", "before", "after", "speaker", "changes")


def document(found: Sequence[Revised]) -> Document:
    """What `quotes history` answers."""
    return Document(
        title="What changed between versions",
        totals=totals(found),
        parts=[listing(one) for one in found if one.revisions],
        heads=HEADS,
        rows=(row(each, one) for one in found for each in one.revisions),
        against="older" if any(one.revisions for one in found) else None,
    )


def listing(one: Revised) -> Listing:
    """Two versions of an article."""
    older, newer = Atlas(Report((one.older,))), Atlas(Report((one.newer,)))
    return Listing(" · ".join(heading(one)), [item(each, newer if each.after else older) for each in one.revisions])


def item(each: Revision, atlas: Atlas) -> Item:
    """One quotation, with what differs; the atlas is of the version in which it stands."""
    quote = each.after or each.before
    assert quote is not None
    return Item(marked(words(each)), risky(each), told(each), [f"{change_of(each)} · {spot(atlas, quote, quote.start)}"])


def row(each: Revision, of: Revised) -> tuple[object, ...]:
    """One quotation for a spreadsheet."""
    newer, quote = of.newer, each.after or each.before
    assert quote is not None
    what = (change_of(each), "!" * risky(each), each.before and each.before.text, each.after and each.after.text, name(quote))
    return (newer.id, newer.url, newer.publisher, of.version, *of.seen, *what, "; ".join(told(each)))
