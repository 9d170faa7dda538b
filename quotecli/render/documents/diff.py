"""Differences as a document: a list of wordings an utterance, then what only one article has; a row a wording and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecli.model import SPEECH, Collation, Quote, Report, Variant
from quotecli.render.documents.nouns import PLACE, Document, Item, Listing, articles, marked, place, same, spot
from quotecli.render.rows import ALONE, UNKNOWN
from quotecli.render.told import Votes, told, votes
from quotecli.render.wording import Atlas, Wording, count, disputed, runs, spread, whole, wordings

HEADS = ("utterance", "cluster", "sources", *PLACE, "speaker", "text", "base", "similarity", "risk", "changes")


def document(report: Report, collations: Sequence[Collation], strict: bool = False) -> Document:
    """What `quotes diff` answers; `strict` counts the dress of quotation marks and dashes too."""
    atlas = Atlas(report)
    shared = {variant.quote for collation in collations for variant in collation.cluster.variants}
    alone = [quote for quote in report.quotes if quote.kind in SPEECH and quote.id not in shared]
    parts = [utterance(number, collation, atlas, strict) for number, collation in enumerate(collations, 1)]
    if alone:
        parts.append(Listing(ALONE, [Item(same(whole(quote)), places=[spot(atlas, quote, quote.start)]) for quote in alone]))
    return Document(
        title="How the wordings differ",
        totals=f"{articles(report)} · {count(len(collations), 'utterance')} in more than one",
        parts=parts,
        heads=HEADS,
        rows=rows(collations, alone, atlas),
        against="base" if collations else None,
        skipped=report.skipped,
    )


def utterance(number: int, collation: Collation, atlas: Atlas, strict: bool) -> Listing:
    """One utterance: its wordings, the base first."""
    cluster = collation.cluster
    several, counted = wordings(cluster.variants), votes(cluster, atlas)
    title = f"{number}  {cluster.speaker or UNKNOWN} · {spread(cluster)} · {count(len(several), 'wording')}"
    return Listing(title, [item(one, atlas, strict, counted) for one in several], disputed(cluster, atlas))


def item(wording: Wording, atlas: Atlas, strict: bool, counted: Votes) -> Item:
    """One wording and whoever prints it so."""
    first = wording.variants[0]
    made = marked(runs(first, atlas.quotes[first.quote], strict))
    lines = told(first.edits, counted=counted)
    return Item(made, bool(lines), lines, [spot(atlas, atlas.quotes[one.quote], one.start) for one in wording.variants])


def rows(collations: Sequence[Collation], alone: Sequence[Quote], atlas: Atlas) -> Iterator[tuple[object, ...]]:
    """The wordings, utterance by utterance; what only one article has is of none."""
    for number, collation in enumerate(collations, 1):
        cluster = collation.cluster
        for one in cluster.variants:
            yield (number, cluster.id, cluster.sources, *wording(one, one is cluster.variants[0], atlas))
    for quote in alone:
        speaker = quote.speaker.name if quote.speaker else None
        yield (None, None, 1, *place(atlas, quote.source, quote.start, quote.end), speaker, quote.text, None, None, None, None)


def wording(one: Variant, base: bool, atlas: Atlas) -> tuple[object, ...]:
    """Where a wording stands, and how it differs from the base."""
    lines, speaker = told(one.edits), atlas.quotes[one.quote].speaker
    about = (speaker.name if speaker else None, one.text, "yes" if base else "", round(one.similarity, 3))
    return (*place(atlas, one.source, one.start, one.end), *about, "yes" if lines else "", "; ".join(lines))
