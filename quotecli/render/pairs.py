"""A wording against the base: side by side, or both in one line of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from quotecli.model import Collation, Column, Quote
from quotecli.render.console import Look
from quotecli.render.styles import QUIET, RISK, as_text, change, plain, upright
from quotecli.render.witnesses import against, agrees, is_word, one_side
from quotecli.render.wording import runs

CLAUSE = frozenset(".,;:!?—–…")


def side_by_side(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> list[Table | Text]:
    """Each other witness beside the base, a row a clause, so that both stay level."""
    room = (look.width - 3) // 2
    made: list[Table | Text] = []
    for witness in range(1, len(collation.witnesses)):
        table = Table(box=upright(look), show_header=False, show_edge=False, pad_edge=False, padding=(0, 1))
        table.add_column(width=room, overflow="fold")
        table.add_column(width=room, overflow="fold")
        table.add_row(*(plain(names[side], "bold", look) for side in (0, witness)))
        for clause in clauses(collation.columns, witness, room, strict):
            places = against(clause, witness, strict)
            table.add_row(as_text(one_side(places, base=True), look), as_text(one_side(places, base=False), look))
        made += [table, summary(collation, witness, look)]
    return made


def clauses(columns: Sequence[Column], witness: int, room: int, strict: bool) -> Iterator[list[Column]]:
    """The columns in rows that end where both sides end a clause, and hold about a line at least."""
    row: list[Column] = []
    length = 0
    for column in columns:
        row.append(column)
        base = column.tokens[0]
        length += cell_len(base.text) + base.spaced if base else 0
        if base and base.text[-1:] in CLAUSE and agrees(column, witness, strict) and length >= room // 2:
            yield row
            row, length = [], 0
    if row:
        yield row


def in_line(collation: Collation, names: Sequence[str], look: Look, strict: bool, quotes: Mapping[str, Quote]) -> list[Table | Text]:
    """Each witness whole, in one line of words with what the base has instead."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), leading=1)
    margin = max(map(cell_len, names))
    table.add_column(width=margin, no_wrap=True)
    table.add_column(width=look.width - margin - 2, overflow="fold")
    for witness, one in enumerate(collation.witnesses):
        words = as_text(runs(one.variants[0], quotes[one.variants[0].quote], strict), look)
        if witness:
            words.append("\n").append_text(summary(collation, witness, look))
        table.add_row(plain(names[witness], "bold", look), words)
    return [table]


def summary(collation: Collation, witness: int, look: Look) -> Text:
    """How much of the base a witness cuts or changes, and what of it puts the meaning at risk."""
    words = [column for column in collation.columns if column.tokens[0] and is_word(column.tokens[0])]
    lost = sum(not agrees(column, witness, False) for column in words)
    text = plain(f"{lost} of {len(words)} words cut or changed", QUIET, look)
    for place in collation.places:
        for reading in place.readings:
            if reading.risk and witness in reading.witnesses:
                text.append_text(plain(f"\n! {change(place.base, reading.text, look)}", RISK, look))
    return text
