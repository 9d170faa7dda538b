"""Who printed the words that were looked for, as a document: two lists; a row a finding."""

from __future__ import annotations

from quotecli.model import Chain, Finding, Findings, Step
from quotecli.render.chain import risky, summary
from quotecli.render.chain import told as origin
from quotecli.render.documents.nouns import PLACE, Document, Item, Listing, marked, place, spot
from quotecli.render.find import NEARLY, VERY, totals
from quotecli.render.rows import UNKNOWN
from quotecli.render.told import told
from quotecli.render.wording import Atlas, runs

HEADS = ("id", "exact", "similarity", *PLACE, "title", "speaker", "mention", "words", "changes", "risk", "quotation")


def document(findings: Findings) -> Document:
    """What `quotes find` answers."""
    atlas = Atlas(findings.report)
    lists = [(title, [one for one in findings.found if one.exact is exact]) for title, exact in ((VERY, True), (NEARLY, False))]
    return Document(
        title=f"Who printed “{findings.words}”",
        totals=" · ".join(totals(findings)),
        parts=[
            *(Listing(title, [item(one, atlas) for one in found]) for title, found in lists if found),
            *(chain(one, atlas) for one in findings.chains),
        ],
        heads=HEADS,
        rows=(row(one, atlas) for one in findings.found),
        against="words" if lists[1][1] else None,
        skipped=findings.report.skipped,
    )


def chain(one: Chain, atlas: Atlas) -> Listing:
    """The printings of an utterance in the order of time."""
    title = f"Chain: {one.cluster.speaker or UNKNOWN}, {summary(one)}"
    return Listing(title, [printing(step, atlas) for step in one.steps])


def printing(step: Step, atlas: Atlas) -> Item:
    """One of them, and where its wording comes from."""
    quote, variant = atlas.quotes[step.variant.quote], step.variant
    return Item(marked(runs(variant, quote)), risky(step), places=[spot(atlas, quote, variant.start)], below=[origin(step, atlas)])


def item(one: Finding, atlas: Atlas) -> Item:
    """One finding, with what differs from the words."""
    quote, lines = atlas.quotes[one.variant.quote], told(one.variant.edits)
    return Item(marked(runs(one.variant, quote)), bool(lines), lines, [spot(atlas, quote, one.variant.start)])


def row(one: Finding, atlas: Atlas) -> tuple[object, ...]:
    """One finding for a spreadsheet."""
    variant = one.variant
    quote, lines = atlas.quotes[variant.quote], told(variant.edits)
    speaker, title = quote.speaker, atlas.sources[variant.source].title
    who = (speaker.name, speaker.mention) if speaker else (None, None)
    where = place(atlas, variant.source, variant.start, variant.end)
    kind = "yes" if one.exact else ""
    return (
        quote.id,
        kind,
        round(variant.similarity, 3),
        *where,
        title,
        *who,
        variant.text,
        "; ".join(lines),
        "!" * bool(lines),
        quote.text,
    )
