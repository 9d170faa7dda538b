"""Which blocks of a page are the article: not its navigation, captions, related links, comments or advertisements.

Elements say it (`<nav>`), class names say it ("related-links"), and the article is where most of the running text stands together.
A name is not believed where it would take most of the text away: some sites call the whole page "has-sidebar".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecli.read.html.blocks import HEADINGS, Block, Node, Page
from quotecli.read.html.names import MARKS, PARAGRAPHS, QUOTE, SEMANTIC, WHOLE, alike, called, is_note, names_of, up, within

_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)")
BELIEVED = 0.6
"""A name like "sidebar" is not believed of a part that holds more of the text than this."""
PROSE = 3
"""Nor of parts that together hold so many paragraphs: builders call everything a "widget", papers half an article "subscriber-only"."""
CARD = 350
"""Characters of running text that a linked heading may have under it in a list of other articles."""
TOGETHER = 0.9
"""The article stands in the innermost part that holds this share of the running text."""


def chosen(page: Page) -> list[Block]:
    """The blocks of the article, in order; none where the page has no running text."""
    cards = _cards(page.blocks)
    blocks = [block for block in page.blocks if not any(node in cards for node in up(block.node))] if cards else page.blocks
    left_out = _Verdicts(blocks)
    kept = [block for block in blocks if not left_out.of(block.node)]
    body = _container(kept)
    return _once(_paragraphs([block for block in kept if body is None or _inside(block.node, body)]))


def _running(block: Block) -> int:
    """How many characters of running text it has: a menu item has none."""
    long_enough = block.size >= 40 or (block.node.tag in PARAGRAPHS and block.size >= 20)
    return block.size - block.linked if long_enough and block.linked < block.size / 2 else 0


def _weigh(blocks: Sequence[Block]) -> dict[Node, int]:
    """How much running text every element holds."""
    weights: dict[Node, int] = {}
    for block in blocks:
        size = _running(block)
        node: Node | None = block.node if size else None
        while node is not None:
            weights[node] = weights.get(node, 0) + size
            node = node.parent
    return weights


def _cards(blocks: Sequence[Block]) -> frozenset[Node]:
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
        card = block.node.parent if block.node.tag in HEADINGS | PARAGRAPHS else block.node
        while card is not None and card.tag not in WHOLE and ranges[card][1] - ranges[card][0] == 1:
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


def _leads_away(block: Block) -> bool:
    """Whether it is the linked title of another article."""
    return block.linked > block.size * (0.5 if block.node.tag in HEADINGS else 0.9) and block.size >= 15


def _few_words(blocks: Sequence[Block]) -> bool:
    return sum(block.size - block.linked for block in blocks) <= CARD and sum(_running(block) > 0 for block in blocks) <= 2


def _row_of_cards(blocks: Sequence[Block]) -> bool:
    """Whether there is nothing but linked headings, each over a sentence or two."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if _leads_away(block):
            parts.append([])
        parts[-1].append(block)
    return len(parts) > 2 and sum(_running(block) for block in parts[0]) == 0 and all(_few_words(part) for part in parts[1:])


class _Verdicts:
    """Which elements are left out, each decided once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.weights = _weigh(blocks)
        self.total = max(self.weights.values(), default=0)
        self.prose: Counter[tuple[str, str]] = Counter()
        for block in blocks:
            if block.node.tag in PARAGRAPHS and block.size >= 80 and block.linked < 0.3 * block.size:
                self.prose.update({alike(node) for node in up(block.node)})
        self.known: dict[Node, bool] = {}

    def of(self, node: Node) -> bool:
        """Whether it, or an element around it, is left out."""
        path: list[Node] = []
        walk: Node | None = node
        while walk is not None and walk not in self.known:
            path.append(walk)
            walk = walk.parent
        verdict = walk is not None and self.known[walk]
        for step in reversed(path):
            verdict = self.known[step] = verdict or self._itself(step)
        return verdict

    def _itself(self, node: Node) -> bool:
        verdict = called(node)
        if not verdict or verdict == "surely":
            return bool(verdict) and not (node.tag == "aside" and self.weights.get(node, 0) > TOGETHER * self.total)
        prose = self.prose[alike(node)]
        if node.tag in PARAGRAPHS:
            return not (verdict == "perhaps" and prose)
        if verdict == "perhaps" and prose >= PROSE:
            return False
        return self.weights.get(node, 0) <= BELIEVED * self.total


def _inside(node: Node, container: Node) -> bool:
    walk: Node | None = node
    while walk is not None and walk is not container:
        walk = walk.parent
    return walk is not None


def _container(blocks: Sequence[Block]) -> Node | None:
    """Down from the whole page, as long as one part holds nearly all the running text; a page may name the part itself."""
    weights = _weigh(blocks)
    children: dict[Node, list[Node]] = {}
    for node in weights:
        if node.parent is not None:
            children.setdefault(node.parent, []).append(node)
    named = [node for node in weights if SEMANTIC.search(node.written)]
    here = next((node for node in weights if node.parent is None), None)
    if here is None:
        return None
    if len(named) == 1 and weights[named[0]] >= weights[here] / 2:
        return named[0]
    if first := _first_of_several(blocks):
        return first
    while parts := [part for part in children.get(here, ()) if part.tag not in PARAGRAPHS | {"li", "ul", "ol", "dl", "tr", "figure"}]:
        heaviest = max(parts, key=lambda part: weights[part])
        if weights[heaviest] < TOGETHER * weights[here] and not _the_article(heaviest, parts, weights[here], weights):
            break
        here = heaviest
    return here


def _first_of_several(blocks: Sequence[Block]) -> Node | None:
    """The first article of a page that goes on with others, each under a main heading of its own, as its reader scrolls down."""
    titled = {one: None for block in blocks if block.node.tag == "h1" for one in up(block.node) if one.tag == "article"}
    return next(iter(titled)) if len(titled) > 1 else None


def _the_article(heaviest: Node, parts: Sequence[Node], whole: int, weights: dict[Node, int]) -> bool:
    """`<article>` and `<main>` are taken at their word when they hold most of the text."""
    return heaviest.tag in ("article", "main") and weights[heaviest] > whole / 2


def _paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """What of the chosen part is said in sentences, with the headings over it."""
    total = sum(block.size for block in blocks) or 1
    bare = sum(block.size for block in blocks if block.node.tag in PARAGRAPHS) < 0.3 * total
    alike = {_kind(block) for block in blocks if _is_paragraph(block, bare)} if bare else set()
    kept: list[Block] = []
    heading: Block | None = None
    for block in blocks:
        if block.node.tag in HEADINGS:
            sentence = not kept and block.size >= 60 and block.linked < block.size / 2 and _SENTENCE.search(block.text())
            if sentence:  # some papers set the first paragraph as a heading
                kept.append(block)
            heading = block if block.linked < block.size / 2 and kept and not sentence else None
        elif _is_paragraph(block, bare) or (_kind(block) in alike and _SENTENCE.search(block.text()) and not block.linked):
            kept.extend([heading, block] if heading is not None and _over(heading, block) else [block])
            heading = None
    return kept


def _over(heading: Block, block: Block) -> bool:
    """Whether a heading belongs to what follows it: the heading of a box that was left out does not."""
    around = heading.node.parent
    return around is None or _inside(block.node, around) or around.tag in ("header", "hgroup")


def _once(blocks: list[Block]) -> list[Block]:
    """The blocks without words of the article that are set apart to catch the eye: a quotation printed twice was said once."""
    apart = [_set_apart(block.node) for block in blocks]
    if not any(apart):
        return blocks
    told = " ".join(_letters(block) for block, box in zip(blocks, apart, strict=True) if not box)
    pulled = {box for block, box in zip(blocks, apart, strict=True) if box and len(_letters(block)) >= 15 and _letters(block) in told}
    return [block for block, box in zip(blocks, apart, strict=True) if box not in pulled]


def _set_apart(node: Node) -> Node | None:
    """The outermost block quotation, or box that is called a quotation, in which it stands."""
    return next((one for one in reversed(list(up(node))) if one.tag == "blockquote" or (one.written and QUOTE.search(names_of(one)))), None)


def _letters(block: Block) -> str:
    """Its words without case, marks and spaces."""
    return "".join(filter(str.isalnum, block.text())).casefold()


def _kind(block: Block) -> tuple[str, str, Node | None]:
    """What a page that has divisions for paragraphs makes alike: “No.” is one when its neighbours are."""
    name = block.node.attributes().get("class", "")
    return (block.node.tag, name, None if name else block.node.parent)


def _is_paragraph(block: Block, bare: bool) -> bool:
    text, tag = block.text(), block.node.tag
    if is_note(text):
        return False
    linked = block.linked > 0.7 * block.size and not (MARKS & set(text) and _SENTENCE.search(text))
    if tag in PARAGRAPHS or within(block.node, ("blockquote",)):
        return not linked
    if tag == "h1" or linked or block.linked > block.size / 2:
        return False
    if tag in ("li", "figcaption", "footer"):
        return tag != "li" or block.size >= 40 or bool(_SENTENCE.search(text))
    return bool(_SENTENCE.search(text)) and block.size >= (20 if bare else 80)
