"""Other articles that a page shows beside its own: boxes made alike, each a title over a sentence or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotecli.read.html.names import PARAGRAPHS, WHOLE, running, stands_in, up
from quotecli.read.html.tree import HEADINGS, Block, Node

HEADS = frozenset({"header", "hgroup"})
CARD = 350
"""Characters of running text that a linked heading may have under it in a list of other articles."""
BOXES = 3
"""So many boxes made alike are a list of other articles, unless they hold so many times the text that stands under the main heading."""


def other_articles(blocks: Sequence[Block]) -> frozenset[Node]:
    """The elements that show other articles."""
    return _linked(blocks) | _apart(blocks)


def _linked(blocks: Sequence[Block]) -> frozenset[Node]:
    """Elements that each show another article, a linked heading over a sentence or two, and stand beside others like them."""
    titles = [block for block in blocks if _leads_away(block)]
    if not titles:
        return frozenset()
    ranges: dict[Node, tuple[int, int]] = {}  # the blocks inside an element stand in a row
    for number, block in enumerate(blocks):
        for node in up(block.node):
            ranges[node] = (ranges.get(node, (number, 0))[0], number + 1)
    groups: dict[object, set[Node]] = {}
    for block in titles:
        card = block.node.parent if block.node.tag in HEADINGS | PARAGRAPHS | {"h1"} else block.node
        while card is not None and card.tag not in WHOLE and (card.tag in HEADS or ranges[card][1] - ranges[card][0] == 1):
            card = card.parent
        if card is None or card.tag in ("html", "body", "main"):
            continue
        inside = blocks[slice(*ranges[card])]
        if _few_words(inside):
            name = card.attributes().get("class", "")
            groups.setdefault((card.tag, name, None if name else card.parent), set()).add(card)
        elif _row_of_cards(inside):
            groups.setdefault(card, set()).update((card, block.node))
    return frozenset(card for group in groups.values() if len(group) > 1 for card in group if card.tag not in HEADINGS)


def _apart(blocks: Sequence[Block]) -> frozenset[Node]:
    """Elements made alike, each a heading over a sentence or two, that stand apart from the part with the main heading and its text."""
    main = _under_main_heading(blocks)
    if main is None:
        return frozenset()
    inside: dict[Node, list[Block]] = {}
    for block in blocks:
        for node in up(block.node):
            inside.setdefault(node, []).append(block)
    alike: dict[tuple[str, str], list[Node]] = {}
    for node, held in inside.items():
        name = node.attributes().get("class", "") if node.written else ""
        titled = name and node.tag not in WHOLE and held[0].node.tag in HEADINGS and len(held) > 1
        if titled and _few_words(held) and not stands_in(node, main):
            alike.setdefault((node.tag, name), []).append(node)
    text = sum(map(running, inside[main]))
    boxes = [node for group in alike.values() if len(group) >= BOXES for node in group]
    return frozenset(boxes if sum(running(block) for node in boxes for block in inside[node]) <= BOXES * text else ())


def _under_main_heading(blocks: Sequence[Block]) -> Node | None:
    """The innermost part that holds the only main heading and two paragraphs."""
    headings = [block for block in blocks if block.node.tag == "h1"]
    if len(headings) != 1:
        return None
    prose = Counter(node for block in blocks if block.node.tag in PARAGRAPHS and running(block) for node in up(block.node))
    return next((node for node in up(headings[0].node) if prose[node] > 1 and node.tag not in WHOLE), None)


def _leads_away(block: Block) -> bool:
    """Whether it is the linked title of another article."""
    return block.linked > block.size * (0.5 if block.node.tag in HEADINGS else 0.9) and block.size >= 15


def _few_words(blocks: Sequence[Block]) -> bool:
    return sum(block.size - block.linked for block in blocks) <= CARD and sum(running(block) > 0 for block in blocks) <= 2


def _row_of_cards(blocks: Sequence[Block]) -> bool:
    """Whether there is nothing but linked headings, each over a sentence or two."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if _leads_away(block):
            parts.append([])
        parts[-1].append(block)
    return len(parts) > 2 and sum(running(block) for block in parts[0]) == 0 and all(_few_words(part) for part in parts[1:])
