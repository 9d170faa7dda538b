"""The chosen blocks as one text, and the map from it to the page."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from quotecli.model import RawMap
from quotecli.read.html.names import CREDITS, LINE, is_credit, is_credit_line, is_named_credit, up
from quotecli.read.html.tree import Block, Node, Run

OPENING = "“\"‘'«„‟‹「"


def assemble(blocks: Sequence[Block]) -> tuple[str, RawMap | None]:
    """The text, paragraphs parted by an empty line, and where it stands; "" and None of nothing."""
    runs: list[Run] = []
    for block in marked(in_order(blocks)):
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


def in_order(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks as they stand in the page: a paragraph that a list inside it had cut is one again only where the list is left out."""
    starts = [block.runs[0].raw for block in blocks]
    if all(block.runs[-1].raw <= start for block, start in zip(blocks, starts[1:], strict=False)):
        return blocks
    starts.sort()
    return sorted((part for block in blocks for part in _cut(block, starts)), key=lambda part: part.runs[0].raw)


def _cut(block: Block, starts: Sequence[int]) -> Iterator[Block]:
    """A block in the parts between which another begins."""
    first = 0
    for at in range(1, len(block.runs)):
        if bisect_left(starts, block.runs[at].raw) > bisect_right(starts, block.runs[at - 1].raw):
            yield Block(block.node, block.runs[first:at], block.size, block.linked)
            first = at + (block.runs[at].text == " ")
    yield Block(block.node, block.runs[first:], block.size, block.linked)


def marked(blocks: Sequence[Block]) -> list[list[Run]]:
    """The runs of every block; those of a block quotation between marks, each paragraph with an opening one, as print has it.

    Papers set much apart that nobody said: a block without marks stands as it is unless a colon leads to it or a credit follows.
    """
    found: list[list[Run]] = []
    past = 0  # the page up to here has its place in the text; a tag above it, around a block quotation inside, is no place to go back to
    groups = [(quotation, list(group)) for quotation, group in groupby(blocks, key=quotation_around)]
    for number, (quotation, inside) in enumerate(groups):
        before = groups[number - 1][1][-1].text() if number else ""
        after = groups[number + 1][1][0] if number + 1 < len(groups) else None
        if quotation is None and number and _is_unmarked_credit(inside[0], groups[number - 1][0]):
            node = inside[0].node
            inside[0].runs.insert(0, Run("— ", node.start, node.end))  # as print has it
        if quotation is None or not is_said(inside, before, after is not None and _is_below(after, quotation)):
            found.extend(block.runs for block in inside)
            past = inside[-1].runs[-1].stop if inside[-1].runs else past
            continue
        for block in inside:
            said, told = _parted(block) if block is inside[-1] else (block.runs, [])
            first, last = said[0].raw, said[-1].stop
            at_tag = block is inside[0] and quotation.start >= past
            opening = Run("“", quotation.start, quotation.end) if at_tag else Run("“", first, first)
            closing = [Run("”", last, last)] if block is inside[-1] else []
            found.append([opening, *said, *closing, *told])
            past = block.runs[-1].stop
    return found


def is_said(blocks: Sequence[Block], before: str, credited: bool) -> bool:
    """Whether a block quotation without marks is somebody's words."""
    if any(block.text().lstrip()[:1] in OPENING for block in blocks):
        return False
    return credited or before.rstrip().endswith((":", "：")) or bool(_parted(blocks[-1])[1])


def _is_below(block: Block, quotation: Node) -> bool:
    """Whether a block tells who said the quotation above it."""
    around = quotation.parent if quotation.parent is not None and quotation.parent.tag == "figure" else quotation
    return is_credit_line(block.text()) or (around in up(block.node) and (is_credit(block) or block.node is quotation))


def _is_unmarked_credit(block: Block, above: Node | None) -> bool:
    """Whether an element tells who said the block quotation above it, and no dash does."""
    return above is not None and is_named_credit(block.node) and _is_below(block, above) and block.text()[:1] not in "—–―-("


def _parted(block: Block) -> tuple[list[Run], list[Run]]:
    """The words, and the line below them that tells who said them."""
    at = max((number for number, run in enumerate(block.runs) if run.text == "\n"), default=0)
    line = "".join(run.text for run in block.runs[at + 1 :])
    return (block.runs[:at], block.runs[at:]) if at and len(line) <= LINE and is_credit_line(line) else (block.runs, [])


def quotation_around(block: Block) -> Node | None:
    """The block quotation whose words these are; its `<footer>`, and what follows the paragraph of a tweet, tell who said them."""
    walk: Node | None = block.node
    while walk is not None and walk.tag != "blockquote":
        if walk.tag in CREDITS:
            return None
        walk = walk.parent
    if walk is None or (block.node is walk and "twitter" in walk.written) or (block.node is not walk and is_credit(block)):
        return None
    return walk
