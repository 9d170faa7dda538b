"""The score: witnesses under each other like the staves of an orchestra, a column for each place of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells
from rich.text import Text

from quotecli.model import Collation, Column, Place
from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.styles import NEW, QUIET, RISK, change, plain
from quotecli.render.witnesses import agrees

Cell = tuple[str, str]  # what stands there, and its style
Stave = list[list[Cell]]  # columns of cells, one a witness


def score(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> list[Text]:
    """The bands of the score, each with the witnesses' names in front."""
    margin = max(map(cell_len, names)) + 2
    made = [drawn(band, names, margin, look) for band in bands(collation, look, margin, strict)]
    return [*made, *risks(collation, names, look)]


def bands(collation: Collation, look: Look, margin: int, strict: bool) -> list[Stave]:
    """The columns, as many to a band as the width has room for."""
    room = max(look.width - margin, 2)
    made: list[Stave] = [[]]
    used = 0
    for index, column in enumerate(collation.columns):
        for cells in fitted(cells_of(index, column, collation.places, look, strict), room):
            width = max(cell_len(text) for text, _ in cells)
            if made[-1] and used + width > room:
                made.append([])
                used = 0
            made[-1].append(cells)
            used += width
    return made


def cells_of(index: int, column: Column, places: Sequence[Place], look: Look, strict: bool) -> list[Cell]:
    """What each witness shows in a column: its word, a dot where that is the base’s, a void where it has none; `!` where a risk begins.

    White space stands before a word where it was printed: a comma stays with its word.
    """
    agreeing = [agrees(column, witness, strict) for witness in range(len(column.tokens))]
    risky = {who for place in places if place.start == index for one in place.readings if one.risk for who in one.witnesses}
    base = column.tokens[0]
    gap = " " if base is None or base.spaced else ""
    cells = []
    for witness, (token, same) in enumerate(zip(column.tokens, agreeing, strict=True)):
        blank = (" " if token.spaced else "") if token else gap
        mark = "!" if witness in risky and not same else ""
        style = ("" if all(agreeing) else NEW if token else QUIET) if witness == 0 else QUIET if same else RISK if mark else NEW
        shown = signs(look)[0] if witness and same else visible(token.text) if token else signs(look)[1]
        cells.append((f"{blank}{mark}{shown}", style))
    return cells


def signs(look: Look) -> tuple[str, str]:
    """The dot of a witness that agrees with the base, and the void of one that has nothing."""
    return ("·", "∅") if look.unicode else (".", "_")


def legend(look: Look) -> Text:
    """What the signs mean."""
    dot, void = signs(look)
    return plain(f"{dot} as the base, the first line  {void} nothing there  ! the meaning may be another", QUIET, look)


def risks(collation: Collation, names: Sequence[str], look: Look) -> list[Text]:
    """What may change the meaning, and in whose wording; in plain words."""
    made = []
    for place in collation.places:
        for reading in (one for one in place.readings if one.risk):
            who = ", ".join(names[witness] for witness in reading.witnesses)
            made.append(plain(f"! {who}: {change(place.base, reading.text, look)}", RISK, look))
    return made


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
            bare = words.lstrip(" ")
            text.append(" " * (len(words) - len(bare))).append(bare, style if look.color else "")
            text.append(" " * (width - cell_len(words)))
        text.rstrip()
        text.append("\n")
    return text
