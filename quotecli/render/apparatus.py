"""The apparatus: the fullest wording once, its places numbered, and under it who reads what there, as in a critical edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from quotecli.model import Collation, Place, Reading
from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.styles import GONE, NEW, QUIET, RISK, plain
from quotecli.render.witnesses import DRESS

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def apparatus(collation: Collation, names: Sequence[str], look: Look, strict: bool) -> list[Text | Table]:
    """The text and its readings."""
    shown = (place if strict else place._replace(readings=undressed(place.readings)) for place in collation.places)
    places = sorted((place for place in shown if place.readings), key=lambda place: (place.end, place.start))
    return [numbered(collation, places, look), readings(places, names, look)] if places else [numbered(collation, places, look)]


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


def numbered(collation: Collation, places: Sequence[Place], look: Look) -> Text:
    """The base with a number after each place where a witness differs."""
    after: dict[int, list[int]] = defaultdict(list)
    inside: set[int] = set()
    for number, place in enumerate(places, 1):
        after[place.end - 1].append(number)
        inside.update(range(place.start, place.end))
    text = Text()
    pending: list[str] = []
    for index, column in enumerate(collation.columns):
        if token := column.tokens[0]:
            text.append(",".join(pending), QUIET if look.color else "")
            pending = []
            text.append(" " if token.spaced and text else "")
            text.append(visible(token.text), GONE if look.color and index in inside else "")
        pending += [raised(number, look) for number in after[index]]
    return text.append(",".join(pending), QUIET if look.color else "")


def raised(number: int, look: Look) -> str:
    """The number of a place."""
    return str(number).translate(RAISED) if look.unicode else f"^{number}"


def readings(places: Sequence[Place], names: Sequence[str], look: Look) -> Table:
    """What the witnesses have at each place."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", ratio=3)
    table.add_column(overflow="fold", ratio=1)
    table.add_column(overflow="fold", ratio=1)
    arrow = " → " if look.unicode else " -> "
    for number, place in enumerate(places, 1):
        for reading in place.readings:
            change = plain(place.base or "(nothing)", GONE, look).append(arrow).append_text(plain(reading.text or "(nothing)", NEW, look))
            who = plain(", ".join(names[witness] for witness in reading.witnesses), "", look)
            kind = plain(f"! {reading.type}" if reading.risk else f"  {reading.type}", RISK if reading.risk else QUIET, look)
            table.add_row(plain(str(number), "", look), change, who, kind)
    return table
