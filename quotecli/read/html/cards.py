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

BOX = 12
"""Blocks that one of them holds at most: a title, a date, a sentence or two, buttons."""
Ranges = dict[Node, tuple[int, int]]
"""Of each element, which blocks stand inside it: they stand in a row."""


def other_articles(blocks: Sequence[Block]) -> frozenset[Node]:
    """The elements that show other articles."""
    ranges: Ranges = {}
    for number, block in enumerate(blocks):
        for node in up(block.node):
            ranges[node] = (ranges.get(node, (number, 0))[0], number + 1)
    return _linked(blocks, ranges) | _apart(blocks, ranges)


def _linked(blocks: Sequence[Block], ranges: Ranges) -> frozenset[Node]:
    """Elements that each show another article, a linked heading over a sentence or two, and stand beside others like them."""
    groups: dict[object, set[Node]] = {}
    few: dict[Node, bool] = {}  # each is judged once, however many titles it holds
    rows: dict[Node, bool] = {}
    for block in blocks:
        card = _card(block, ranges) if _leads_away(block) else None
        if card is None:
            continue
        inside = blocks[slice(*ranges[card])] if card not in few else ()
        if few.setdefault(card, bool(inside) and _few_words(inside)):
            name = card.attributes().get("class", "")
            groups.setdefault((card.tag, name, None if name else card.parent), set()).add(card)
        elif rows.setdefault(card, bool(inside) and _row_of_cards(inside)):
            groups.setdefault(card, set()).update((card, block.node))
    return frozenset(card for group in groups.values() if len(group) > 1 for card in group if card.tag not in HEADINGS)


def _card(title: Block, ranges: Ranges) -> Node | None:
    """The element around a title and what belongs to it."""
    card = title.node.parent if title.node.tag in HEADINGS | PARAGRAPHS | {"h1"} else title.node
    while card is not None and card.tag not in WHOLE and (card.tag in HEADS or ranges[card][1] - ranges[card][0] == 1):
        card = card.parent
    return None if card is None or card.tag in ("html", "body", "main") else card


def _apart(blocks: Sequence[Block], ranges: Ranges) -> frozenset[Node]:
    """Elements made alike, each a heading over a sentence or two, that stand apart from the part with the main heading and its text."""
    main = _under_main_heading(blocks)
    if main is None:
        return frozenset()
    alike: dict[tuple[str, str], list[Node]] = {}
    for number, block in enumerate(blocks):
        node = block.node.parent if block.node.tag in HEADINGS else None
        while node is not None and node.tag not in WHOLE and ranges[node][0] == number:
            name = node.attributes().get("class", "") if node.written else ""
            if name and 1 < ranges[node][1] - number <= BOX and _few_words(blocks[slice(*ranges[node])]) and not stands_in(node, main):
                alike.setdefault((node.tag, name), []).append(node)
            node = node.parent
    text = sum(map(running, blocks[slice(*ranges[main])]))
    boxes = [node for group in alike.values() if len(group) >= BOXES for node in group]
    more = sum(running(block) for node in boxes for block in blocks[slice(*ranges[node])])
    return frozenset(boxes if more <= BOXES * text else ())


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
