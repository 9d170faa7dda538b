"""Differences for the terminal, utterance by utterance, in the layout that suits the number of wordings and the width."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TextIO

from rich.cells import cell_len
from rich.text import Text

from quotecli.model import Collation, Report
from quotecli.render.apparatus import apparatus
from quotecli.render.apparatus import legend as legend_of_apparatus
from quotecli.render.console import Look, console
from quotecli.render.details import Details
from quotecli.render.outlets import GroupBy
from quotecli.render.pairs import in_line, side_by_side
from quotecli.render.rows import UNKNOWN, Page, printed
from quotecli.render.safe import on_one_line
from quotecli.render.score import bands, score
from quotecli.render.score import legend as legend_of_score
from quotecli.render.styles import QUIET, RISK, plain
from quotecli.render.styles import legend as legend_of_marks
from quotecli.render.table import Part, above, articles, rendered, totals, write_details
from quotecli.render.wording import Atlas, count, disputed, spread

Layout = Literal["auto", "score", "apparatus", "side", "inline"]
SIDE_WIDTH, SCORE_WIDTH = 100, 80  # columns that side by side and the score need to be read with ease
MOST_BANDS = 4
MOST_STAVES = 6


def write_diff(
    report: Report,
    collations: Sequence[Collation],
    stream: TextIO,
    look: Look,
    layout: Layout = "auto",
    strict: bool = False,
    limit: int | None = None,
    details: Details = Details(),  # noqa: B008  # a named tuple never changes
    group_by: GroupBy = "publisher",
) -> int:
    """Write the overview of more than two articles, every utterance in a layout, then at most `limit` rows of what only one article has;
    returns how many were left out.

    `strict` counts the dress of quotation marks and dashes too.
    """
    out = console(stream, look)
    page = Page(report, look, group_by=group_by)
    head = [totals(page), *(above(page) if len(report.sources) > 2 else [])]
    out.print(*head, sep="\n")
    if len(report.sources) < 3 and details.shown == "auto":
        details = details._replace(shown="all")  # there is no overview to stand in for them
    return write_details(parts(collations, page, layout, strict, limit, details), [], head, out, look, details)


def parts(collations: Sequence[Collation], page: Page, layout: Layout, strict: bool, limit: int | None, details: Details) -> Iterator[Part]:
    """The utterances that were asked for, each laid out, then what only one article has."""
    look = page.look
    yield from articles(page, details)
    numbers = {cluster.id: number for number, cluster in enumerate(page.report.clusters, 1)}
    told: set[str] = set()
    for position, collation in enumerate(collations, 1):
        number = numbers.get(collation.cluster.id, position)
        if not details.utterance(number):
            continue
        names = named(collation, page.atlas)
        made: list[Any] = ["", title(number, collation, page.atlas, look), witnesses(collation, names, page.atlas, look), ""]
        if len(names) == 1:
            made.append(plain(" ".join(collation.witnesses[0].text.split()), "", look))
        else:
            chosen = suited(collation, names, look, strict) if layout == "auto" else layout
            legend = [] if chosen in told else [LEGENDS[chosen](look), ""]
            told.add(chosen)
            made[1:1] = legend
            made += laid_out(chosen, collation, names, page, strict)
        yield made, 0
    if details.alone():
        yield from rendered(page.only_in_one(), page, limit)


LEGENDS: dict[str, Callable[[Look], Text]] = {
    "score": legend_of_score,
    "apparatus": legend_of_apparatus,
    "side": legend_of_marks,
    "inline": legend_of_marks,
}
"""What the marks of each layout mean; said where it is first used."""


def laid_out(layout: str, collation: Collation, names: Sequence[str], page: Page, strict: bool) -> Sequence[Any]:
    """The utterance in a layout."""
    if layout == "inline":
        return in_line(collation, names, page.look, strict, page.atlas.quotes)
    if layout == "side":
        return side_by_side(collation, names, page.look, strict)
    return (score if layout == "score" else apparatus)(collation, names, page.look, strict)


def suited(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> str:
    """The layout that shows this collation best at this width."""
    if len(names) == 2:
        return "side" if look.width >= SIDE_WIDTH else "inline"
    if len(names) > MOST_STAVES or look.width < SCORE_WIDTH:
        return "apparatus"
    return "score" if len(bands(collation, look, max(map(cell_len, names)) + 2, strict)) <= MOST_BANDS else "apparatus"


def title(number: int, collation: Collation, atlas: Atlas, look: Look) -> Text:
    """Whose utterance it is, and how widely and variously it is printed."""
    parts = [on_one_line(collation.cluster.speaker or UNKNOWN), spread(collation.cluster), count(len(collation.witnesses), "wording")]
    dot = " · " if look.unicode else " - "
    line = plain(f"{number}  {dot.join(parts)}", "bold", look)
    warning = disputed(collation.cluster, atlas)
    return line.append_text(plain(f"{dot}! {warning}", RISK, look)) if warning else line


def named(collation: Collation, atlas: Atlas) -> list[str]:
    """What each witness is called: the outlets that print it; numbered where one outlet prints two wordings."""
    several = [list(dict.fromkeys(atlas.label(variant.source) for variant in witness.variants)) for witness in collation.witnesses]
    names = [", ".join(who) if cell_len(", ".join(who)) <= 20 or len(who) == 1 else f"{who[0]} +{len(who) - 1}" for who in several]
    return [f"{name} ({names[:index].count(name) + 1})" if names.count(name) > 1 else name for index, name in enumerate(names)]


def witnesses(collation: Collation, names: Sequence[str], atlas: Atlas, look: Look) -> Text:
    """Who prints which wording, where, when, and who is said there to have said it."""
    margin = max(map(cell_len, names)) + 2
    lines = []
    for name, witness in zip(names, collation.witnesses, strict=True):
        for variant in witness.variants:
            who = printed(atlas.quotes[variant.quote].speaker, collation.cluster.speaker)
            about = (atlas.where(variant.source, variant.start), (atlas.sources[variant.source].published or "")[:10], who)
            lines.append(f"{name:{margin}}{'  '.join(map(on_one_line, filter(None, about)))}")
            name = ""
    return plain("\n".join(lines), QUIET, look)
