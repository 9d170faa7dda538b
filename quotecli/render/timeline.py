"""When each utterance was printed, and by whom: a drawing whose points lead to the quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from quotecli.model import Cluster, Report
from quotecli.render.outlets import Outlet, labels_of
from quotecli.render.overview import mark_of, risky
from quotecli.render.safe import visible

MOST = 30
"""Utterances in the drawing; of more, the first."""
WORDS, LEFT, WIDTH, ROW = 40, 290, 860, 24
"""Characters of an utterance; where the first day stands, the width, the height of an utterance, in units of the drawing."""


def timeline(report: Report, outlets: Sequence[Outlet], quotes: Mapping[str, int]) -> Iterator[str]:
    """A section; nothing where fewer than two days are known. `quotes` are the numbers by which the page knows them."""
    days = {source.id: day for source in report.sources if (day := day_of(source.published))}
    dated = [(n, c) for n, c in enumerate(report.clusters, 1) if any(variant.source in days for variant in c.variants)][:MOST]
    spread = [days[variant.source] for _, cluster in dated for variant in cluster.variants if variant.source in days]
    if len(set(spread)) < 2:
        return
    first, last = min(spread), max(spread)
    labels = labels_of(outlets)
    height = ROW * (len(dated) + 1) + 8
    yield '<section id="timeline"><h2>When</h2>\n'
    yield '<div class="scroll" tabindex="0" role="region" aria-label="When each utterance was printed">'
    yield f'<svg viewBox="0 0 {WIDTH} {height}" role="group" aria-label="An utterance a line, a day a column">\n'
    yield f'<text x="{LEFT}" y="16">{first}</text><text x="{WIDTH - 10}" y="16" text-anchor="end">{last}</text>\n'
    for row, (number, cluster) in enumerate(dated, 1):
        y = ROW * row + 18
        yield f'<a href="#at=u{number - 1}"><text x="0" y="{y}">{number} {safe(cut(cluster.text))}</text></a>'
        yield f'<line x1="{LEFT}" x2="{WIDTH - 10}" y1="{y - 5}" y2="{y - 5}"/>\n'
        yield from points(cluster, days, first, (last - first).days, y - 5, labels, quotes)
    yield "</svg></div></section>\n"


def points(
    cluster: Cluster, days: Mapping[str, date], first: date, length: int, y: int, labels: Mapping[str, str], quotes: Mapping[str, int]
) -> Iterator[str]:
    """The articles that print an utterance, each on its day."""
    for variant in cluster.variants:
        if day := days.get(variant.source):
            x = LEFT + (WIDTH - LEFT - 20) * (day - first).days / length + 6
            kind = "risk" if risky(variant) else mark_of(variant)
            said = safe(f"{labels[variant.source]}, {day}{', the meaning may be another' if risky(variant) else ''}")
            yield f'<a href="#at=q{quotes[variant.quote]}" aria-label="{said}"><circle class="{kind}" cx="{x:.0f}" cy="{y}" r="6">'
            yield f"<title>{said}</title></circle></a>\n"


def day_of(published: str | None) -> date | None:
    """The day of a date or date-time; None of anything less exact."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def cut(text: str) -> str:
    """The first words, as many as the drawing has room for."""
    flat = " ".join(text.split())
    return flat if len(flat) <= WORDS else flat[: WORDS - 1].rstrip() + "…"


def safe(text: str) -> str:
    """Text for an element or an attribute."""
    return escape(visible(text))
