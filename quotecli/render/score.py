"""The score: witnesses under each other like the staves of an orchestra, a column for each place of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells
from rich.text import Text

from quotecli.model import Collation, Column
from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.styles import GONE, NEW, QUIET
from quotecli.render.witnesses import agrees

Cell = tuple[str, str]  # what stands there, and its style
Stave = list[list[Cell]]  # columns of cells, one a witness


def score(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> list[Text]:
    """The bands of the score, each with the witnesses' names in front."""
    margin = max(map(cell_len, names)) + 2
    made = [drawn(band, names, margin, look) for band in bands(collation, look, margin, strict)]
    made[-1].rstrip()
    return made


def bands(collation: Collation, look: Look, margin: int, strict: bool) -> list[Stave]:
    """The columns, as many to a band as the width has room for."""
    room = max(look.width - margin, 1)
    made: list[Stave] = [[]]
    used = 0
    for column in collation.columns:
        for cells in fitted(cells_of(column, look, strict), room):
            width = max(cell_len(text) for text, _ in cells) + 1
            if made[-1] and used + width - 1 > room:
                made.append([])
                used = 0
            made[-1].append(cells)
            used += width
    return made


def cells_of(column: Column, look: Look, strict: bool) -> list[Cell]:
    """What each witness shows in a column: its word, a dot where it agrees with the base, a void where it has none."""
    dot, void = ("·", "∅") if look.unicode else (".", "_")
    agreeing = [agrees(column, witness, strict) for witness in range(len(column.tokens))]
    base = column.tokens[0]
    cells = [(visible(base.text) if base else void, "" if all(agreeing) else GONE if base else QUIET)]
    for token, same in list(zip(column.tokens, agreeing, strict=True))[1:]:
        cells.append((dot, QUIET) if same else (visible(token.text), NEW) if token else (void, NEW))
    return cells


def fitted(cells: list[Cell], room: int) -> Iterator[list[Cell]]:
    """The column, or several where a word is wider than the page."""
    chopped = [chop_cells(text, room) for text, _ in cells]
    for line in range(max(map(len, chopped))):
        yield [(parts[line] if line < len(parts) else "", style) for parts, (_, style) in zip(chopped, cells, strict=True)]


def drawn(band: Stave, names: Sequence[str], margin: int, look: Look) -> Text:
    """One band as lines."""
    widths = [max(cell_len(text) for text, _ in cells) for cells in band]
    text = Text(no_wrap=True)
    for witness, name in enumerate(names):
        text.append(name.ljust(margin), "bold" if look.color else "")
        for cells, width in zip(band, widths, strict=True):
            words, style = cells[witness]
            text.append(words, style if look.color else "").append(" " * (width - cell_len(words) + 1))
        text.rstrip()
        text.append("\n")
    return text
