"""The overview on a terminal: one table on the first screen, in blocks where the outlets are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from quotecli.render.console import Look
from quotecli.render.outlets import Outlet
from quotecli.render.overview import Cell, Line, Mark, Overview
from quotecli.render.rows import NOBODY
from quotecli.render.safe import on_one_line, visible
from quotecli.render.styles import NEW, QUIET, RISK, plain, ruled_apart
from quotecli.render.wording import count

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

UNICODE: dict[Mark, str] = {"base": "●", "other": "◐", "part": "◔", "absent": "·"}
ASCII: dict[Mark, str] = {"base": "@", "other": "o", "part": "c", "absent": "."}
MEANINGS: dict[Mark, str] = {"base": "the base", "other": "other words", "part": "a part", "absent": "not printed"}
STYLES: dict[Mark, str] = {"base": "", "other": NEW, "part": NEW, "absent": QUIET}
MOST_LINES, TOP = 40, 24
"""So many utterances stand in the table, and so many where they are counted: what is said first fits on a page."""
WORDS, WHO, HEAD = 20, 16, 10
"""Least width of the words, most of the speaker, most of an outlet's head."""
NARROW, WIDE = 72, 100
"""Below so many columns there is no room for the speaker, and from so many on for the number of articles beside that of outlets."""
COUNTED, DATED = 30, 42
"""From so many columns on there is room for how many wordings there are, and for when the first was printed."""


def matrix(overview: Overview, look: Look) -> Iterator[Table | Text]:
    """The table, or several with the same utterances and other outlets; then what the marks mean."""
    if not overview.lines:
        return
    if not overview.outlets:
        yield counted(overview, look)
        yield plain("", "", look)
        yield plain(f"! the meaning may be another  {other_speaker(look)} some name another speaker", QUIET, look)
        yield from rest(len(overview.lines) - TOP, look)
        return
    lines = overview.lines[:MOST_LINES]
    for block in blocks(overview.outlets, look):
        yield drawn(lines, overview.outlets[block], block, look)
    yield from rest(len(overview.lines) - len(lines), look)
    yield plain("", "", look)
    yield legend(lines, look)


def blocks(outlets: Sequence[Outlet], look: Look) -> Iterator[slice]:
    """As many outlets at a time as have room beside the words."""
    room = look.width - 5 - WORDS - (WHO + 2 if look.width >= NARROW else 0)
    start, used = 0, 0
    for index, outlet in enumerate(outlets):
        used += width_of(outlet) + 2
        if used > room and index > start:
            yield slice(start, index)
            start, used = index, width_of(outlet) + 2
    yield slice(start, len(outlets))


def width_of(outlet: Outlet) -> int:
    """Columns that an outlet takes: its longest word, or the marks."""
    return max(3, min(HEAD, max(map(cell_len, outlet.label.split() or [""]))))


def drawn(lines: Sequence[Line], outlets: Sequence[Outlet], block: slice, look: Look) -> Table:
    """One table."""
    heads = {outlet.label: width_of(outlet) for outlet in outlets}
    return table(lines, heads, [[marked(cell, look) for cell in one.cells[block]] for one in lines], look)


def table(lines: Sequence[Line], heads: Mapping[str, int], rest: Sequence[Sequence[Text]], look: Look, right: bool = False) -> Table:
    """A table that begins with number, utterance and speaker; what of these does not fit is cut, and stands whole among the details."""
    from rich.table import Table

    digits = len(str(max(one.number for one in lines)))
    names = [on_one_line(one.cluster.speaker or NOBODY) for one in lines]
    who = max(7, min(WHO, max(map(cell_len, names)))) if look.width >= NARROW else 0
    words = look.width - digits - 2 - (who + 2 if who else 0) - sum(width + 2 for width in heads.values())
    made = Table(box=ruled_apart(look), show_edge=False, pad_edge=False, padding=0)
    for head, width in (("#", digits), ("utterance", words), *([("speaker", who)] if who else [])):
        made.add_column(plain(head, "bold", look), width=width, no_wrap=True, justify="right" if head == "#" else "left", vertical="bottom")
    for head, width in heads.items():
        made.add_column(plain(head, "bold", look), width=width, overflow="fold", justify="right" if right else "left", vertical="bottom")
    for one, name, cells in zip(lines, names, rest, strict=True):
        begun = [str(one.number), cut(" ".join(one.cluster.text.split()), words, look), *([cut(name, who, look)] if who else [])]
        made.add_row(*(plain(text, "", look) for text in begun), *cells)
    return made


def cut(text: str, width: int, look: Look) -> str:
    """As much of the text as has room, and a sign that there is more."""
    text = visible(text)
    sign = "…" if look.unicode else "..."
    return text if cell_len(text) <= width else chop_cells(text, max(width - len(sign), 1))[0].rstrip() + sign


def marked(cell: Cell, look: Look) -> Text:
    """One cell: its mark, `!` where the meaning may be another, `≠` where somebody else is said to have said it."""
    text = plain((UNICODE if look.unicode else ASCII)[cell.mark], STYLES[cell.mark], look)
    text.append_text(plain("!" if cell.risk else "", RISK, look))
    return text.append_text(plain(other_speaker(look) if cell.speaker else "", RISK, look))


def other_speaker(look: Look) -> str:
    """The mark of an article that gives the words to somebody else."""
    return "≠" if look.unicode else "#"


def legend(lines: Sequence[Line], look: Look) -> Text:
    """What those marks mean that occur."""
    cells = [cell for one in lines for cell in one.cells]
    marks = UNICODE if look.unicode else ASCII
    parts = [f"{marks[mark]} {meaning}" for mark, meaning in MEANINGS.items() if any(cell.mark == mark for cell in cells)]
    parts += ["! the meaning may be another"] if any(cell.risk for cell in cells) else []
    parts += [f"{other_speaker(look)} another speaker"] if any(cell.speaker for cell in cells) else []
    return plain("  ".join(parts), QUIET, look)


def rest(many: int, look: Look) -> Iterator[Text]:
    """How many utterances stand only among the details."""
    if many > 0:
        yield plain(f"and {count(many, 'utterance')} more", QUIET, look)


def counted(overview: Overview, look: Look) -> Table:
    """The utterances that most print, each with how many do."""
    lines = overview.lines[:TOP]
    dated = look.width >= DATED and any(one.first for one in lines)
    wanted = {"outlets": True, "articles": look.width >= WIDE, "wordings": look.width >= COUNTED, "first": dated}
    heads = {head: max(len(head), 10 if head == "first" else 0) for head, is_wanted in wanted.items() if is_wanted}
    rows = []
    for one in lines:
        marks = plain(str(one.wordings), "", look).append_text(plain("!" if one.risk else " ", RISK, look))
        marks.append_text(plain(other_speaker(look) if one.disputed else " ", RISK, look))
        cells = {
            "outlets": plain(str(one.cluster.outlets or one.cluster.sources), "", look),
            "articles": plain(str(one.cluster.sources), "", look),
            "wordings": marks,
            "first": plain(one.first, "", look),
        }
        rows.append([cells[head] for head in heads])
    return table(lines, heads, rows, look, right=True)


def meanings_of(overview: Overview) -> list[str]:
    """The marks in words, for a page; none where outlets are only counted."""
    return [f"{UNICODE[mark]} {meaning}" for mark, meaning in MEANINGS.items()] if overview.outlets else []
