"""The chosen blocks as one text, and the map from it to the page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby

from quotecli.model import RawMap
from quotecli.read.html.blocks import Block, Node, Run

OPENING = "“\"‘'«„‟‹「"


def assemble(blocks: Sequence[Block]) -> tuple[str, RawMap | None]:
    """The text, paragraphs parted by an empty line, and where it stands; "" and None of nothing."""
    runs: list[Run] = []
    for block in marked(blocks):
        if runs:
            runs.append(Run("\n\n", runs[-1].stop, block[0].raw))
        runs.extend(block)
    if not runs:
        return "", None
    starts, at = array("I"), 0
    for run in runs:
        starts.append(at)
        at += len(run.text)
    raws, stops = array("I", (run.raw for run in runs)), array("I", (run.stop for run in runs))
    return "".join(run.text for run in runs), RawMap(starts, raws, stops, at)


def marked(blocks: Sequence[Block]) -> list[list[Run]]:
    """The runs of every block; those of a block quotation between marks, each paragraph with an opening one, as print has it."""
    found: list[list[Run]] = []
    past = 0  # the page up to here has its place in the text; a tag above it, around a block quotation inside, is no place to go back to
    for quotation, group in groupby(blocks, key=lambda block: quotation_around(block.node)):
        inside = list(group)
        if quotation is None or any(block.text().lstrip()[:1] in OPENING for block in inside):
            found.extend(block.runs for block in inside)
            past = inside[-1].runs[-1].stop if inside[-1].runs else past
            continue
        for block in inside:
            first, last = block.runs[0].raw, block.runs[-1].stop
            at_tag = block is inside[0] and quotation.start >= past
            opening = Run("“", quotation.start, quotation.end) if at_tag else Run("“", first, first)
            closing = [Run("”", last, last)] if block is inside[-1] else []
            found.append([opening, *block.runs, *closing])
            past = last
    return found


def quotation_around(node: Node) -> Node | None:
    """The block quotation whose words these are; its `<footer>`, and what follows the paragraph of a tweet, tell who said them."""
    walk: Node | None = node
    while walk is not None and walk.tag != "blockquote":
        if walk.tag in ("footer", "figcaption"):
            return None
        walk = walk.parent
    if walk is not None and node is walk and "twitter" in walk.written:
        return None
    return walk
