"""The apparatus: the base once, its places numbered, and under it who reads what there, as in a critical edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from quotecli.model import Collation, Column, Place, Reading
from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.styles import NEW, QUIET, RISK, change, plain, ruled
from quotecli.render.witnesses import DRESS


def apparatus(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> list[Text | Table]:
    """The text and its readings."""
    shown = (place if strict else place._replace(readings=undressed(place.readings)) for place in collation.places)
    places = sorted((place for place in shown if place.readings), key=lambda place: (place.end, place.start))
    notes = noted(places, collation.columns)
    return [numbered(collation, notes, look), readings(notes, names, look)] if notes else [numbered(collation, notes, look)]


def noted(places: Sequence[Place], columns: Sequence[Column]) -> list[list[Place]]:
    """The places note by note: those that end behind the same word of the base share one."""
    ends: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        ends[sum(column.tokens[0] is not None for column in columns[: place.end])].append(place)
    return list(ends.values())


def legend(look: Look) -> Text:
    """What the marks mean."""
    return plain("{1} a note on the words before it  ! the meaning may be another", QUIET, look)


def undressed(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings without those that differ in the dress of marks only, from the base or from each other."""
    kept: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        key = (reading.text.translate(DRESS), reading.type)
        if key in kept:
            reading = kept[key]._replace(witnesses=tuple(sorted(kept[key].witnesses + reading.witnesses)))
        if reading.type != "typographic":
            kept[key] = reading
    return tuple(kept.values())


def numbered(collation: Collation, notes: Sequence[Sequence[Place]], look: Look) -> Text:
    """The base with the number of a note after each place where a witness differs, in braces: they are in no article's text."""
    after = {places[0].end - 1: number for number, places in enumerate(notes, 1)}
    inside = {index for places in notes for place in places for index in range(place.start, place.end)}
    text = Text()
    for index, column in enumerate(collation.columns):
        if token := column.tokens[0]:
            text.append(" " if token.spaced and text else "")
            text.append(visible(token.text), NEW if look.color and index in inside else "")
        if index in after:
            text.append(f"{{{after[index]}}}", QUIET if look.color else "")
    return text


def readings(notes: Sequence[Sequence[Place]], names: Sequence[str], look: Look) -> Table:
    """What the witnesses have at each place."""
    table = Table(box=ruled(look), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for head, ratio in (("", None), ("note", None), ("difference", 3), ("in", 1)):
        table.add_column(plain(head, QUIET, look), overflow="fold", ratio=ratio, no_wrap=ratio is None)
    for number, places in enumerate(notes, 1):
        for place, reading in ((one, reading) for one in places for reading in one.readings):
            who = plain(", ".join(names[witness] for witness in reading.witnesses), "", look)
            style = RISK if reading.risk else ""
            told = plain(change(place.base, reading.text, look, whole=True), style, look)
            table.add_row(plain("!" if reading.risk else "", RISK, look), plain(f"{{{number}}}", QUIET, look), told, who)
    return table
