"""Differences for the terminal, utterance by utterance, in the layout that suits the number of wordings and the width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, TextIO

from rich.cells import cell_len
from rich.text import Text

from quotecli.model import Collation, Report
from quotecli.render.apparatus import apparatus
from quotecli.render.console import Look, console
from quotecli.render.pairs import in_line, side_by_side
from quotecli.render.score import bands, score
from quotecli.render.styles import QUIET, RISK, plain
from quotecli.render.table import UNKNOWN, Page, write_sections
from quotecli.render.witnesses import labels
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
) -> int:
    """Write every utterance in a layout, then at most `limit` rows of what only one source has; returns how many were left out.

    `strict` counts the dress of quotation marks and dashes too.
    """
    out = console(stream, look)
    atlas, short = Atlas(report), labels(report.sources)
    page = Page(report, look, verbose=False)
    out.print(page.totals())
    for number, collation in enumerate(collations, 1):
        names = named(collation, short)
        out.print("", title(number, collation, atlas, look), sep="\n")
        out.print(witnesses(collation, names, atlas, look), end="\n\n")
        if len(names) == 1:
            out.print(plain(" ".join(collation.witnesses[0].text.split()), "", look))
        else:
            for part in LAYOUTS[suited(collation, names, look, strict) if layout == "auto" else layout](collation, names, look, strict):
                out.print(part)
    return write_sections(page.only_in_one(), page, out, limit)


LAYOUTS: dict[str, Callable[[Collation, Sequence[str], Look, bool], Sequence[Any]]] = {
    "score": score,
    "apparatus": apparatus,
    "side": side_by_side,
    "inline": in_line,
}


def suited(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> str:
    """The layout that shows this collation best at this width."""
    if len(names) == 2:
        return "side" if look.width >= SIDE_WIDTH else "inline"
    if len(names) > MOST_STAVES or look.width < SCORE_WIDTH:
        return "apparatus"
    return "score" if len(bands(collation, look, max(map(cell_len, names)) + 2, strict)) <= MOST_BANDS else "apparatus"


def title(number: int, collation: Collation, atlas: Atlas, look: Look) -> Text:
    """Whose utterance it is, and how widely and variously it is printed."""
    parts = [collation.cluster.speaker or UNKNOWN, spread(collation.cluster), count(len(collation.witnesses), "wording")]
    dot = " · " if look.unicode else " - "
    line = plain(f"{number}  {dot.join(parts)}", "bold", look)
    warning = disputed(collation.cluster, atlas)
    return line.append_text(plain(f"{dot}! {warning}", RISK, look)) if warning else line


def named(collation: Collation, short: dict[str, str]) -> list[str]:
    """What each witness is called: the sources that print it; numbered where one source prints two wordings."""
    names = [", ".join(dict.fromkeys(short[variant.source] for variant in witness.variants)) for witness in collation.witnesses]
    names = [
        name if cell_len(name) <= 20 else f"{short[w.variants[0].source]} +{len(w.variants) - 1}"
        for name, w in zip(names, collation.witnesses, strict=True)
    ]
    return [f"{name} ({names[:index].count(name) + 1})" if names.count(name) > 1 else name for index, name in enumerate(names)]


def witnesses(collation: Collation, names: Sequence[str], atlas: Atlas, look: Look) -> Text:
    """Who prints which wording, where, and whom each names as the speaker."""
    margin = max(map(cell_len, names)) + 2
    lines = []
    for name, witness in zip(names, collation.witnesses, strict=True):
        for variant, speaker in zip(witness.variants, witness.speakers, strict=True):
            lines.append(f"{name:{margin}}{atlas.where(variant.source, variant.start)}  {speaker or UNKNOWN.lower()}")
            name = ""
    return plain("\n".join(lines), QUIET, look)
