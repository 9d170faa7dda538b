"""Who printed what, and who left it out: utterances × outlets. Computed here once; the terminal, Markdown and the page each draw it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from quotecli.model import Cluster, Edit, Report, Variant
from quotecli.render.outlets import GroupBy, Outlet, outlets_of
from quotecli.render.wording import seen, wordings
from quotecli.text import has_word

Mark = Literal["base", "other", "part", "absent"]
"""base: as the base, but for the dress of marks; other: other words; part: its words, and not all of them; absent: not printed."""

FEW, MOST = 12, 40
"""Of so many articles the outlets have a column each whatever they report, and so many outlets where it is one event; of more, the
utterances are counted."""


class Cell(NamedTuple):
    """One utterance in one outlet."""

    mark: Mark
    risk: bool = False  # a wording there may mean something else
    speaker: bool = False  # an article there gives the words to somebody else than most
    quotes: tuple[str, ...] = ()  # ids of the quotes that print it


class Line(NamedTuple):
    """One utterance and what became of it."""

    number: int  # its place in the report, from 1
    cluster: Cluster
    cells: tuple[Cell, ...]  # one an outlet; none where the utterances are counted
    wordings: int
    risk: bool
    disputed: bool  # some give the words to somebody else
    first: str  # the date of the earliest article that prints it; empty where none is known


class Overview(NamedTuple):
    """The utterances of a report against its outlets."""

    outlets: tuple[Outlet, ...]  # empty where there are too many to be columns
    lines: tuple[Line, ...]


def overview_of(report: Report, group_by: GroupBy = "publisher") -> Overview:
    """What each outlet made of each utterance; where outlets are many and report no single event, utterances with counts."""
    few, event = len(report.sources) <= FEW, any(cluster.absent is not None for cluster in report.clusters)
    outlets = outlets_of(report.sources, group_by) if few or event else ()
    if not few and len(outlets) > MOST:
        outlets = ()
    dates = {source.id: source.published for source in report.sources if source.published}
    return Overview(outlets, tuple(line(number, cluster, outlets, dates) for number, cluster in enumerate(report.clusters, 1)))


def line(number: int, cluster: Cluster, outlets: Sequence[Outlet], dates: dict[str, str]) -> Line:
    """One utterance."""
    elsewhere = {quote for conflict in cluster.conflicts if conflict.kind == "speaker" for quote in conflict.quotes}
    first = min((dates[variant.source] for variant in cluster.variants if variant.source in dates), default="")
    return Line(
        number=number,
        cluster=cluster,
        cells=tuple(cell([v for v in cluster.variants if v.source in outlet.sources], elsewhere) for outlet in outlets),
        wordings=len(wordings(cluster.variants)),
        risk=any(map(risky, cluster.variants)),
        disputed=bool(elsewhere),
        first=first[:10],
    )


def cell(variants: Sequence[Variant], elsewhere: Iterable[str]) -> Cell:
    """What one outlet prints of an utterance: the nearest of its wordings to the base; a risk in any of them."""
    if not variants:
        return Cell("absent")
    marks = {mark_of(variant) for variant in variants}
    nearest: Mark = next(mark for mark in ("base", "other", "part") if mark in marks)
    quotes = tuple(dict.fromkeys(variant.quote for variant in variants))
    return Cell(nearest, any(map(risky, variants)), not set(quotes).isdisjoint(elsewhere), quotes)


def risky(variant: Variant) -> bool:
    """Whether it may mean something else than the base."""
    return any(edit.risk for edit in variant.edits)


def mark_of(variant: Variant) -> Mark:
    """How a wording stands to the base."""
    edits = list(seen(variant.edits))
    if not edits:
        return "base"
    return "part" if all(at_edge(edit, variant) for edit in edits) else "other"


def at_edge(edit: Edit, variant: Variant) -> bool:
    """Whether it is words of the base that are gone before the first or behind the last word of the wording."""
    at = edit.start - variant.start
    return not edit.after and (not has_word(variant.text[: max(at, 0)]) or not has_word(variant.text[max(at, 0) :]))
