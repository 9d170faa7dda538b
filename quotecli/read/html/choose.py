"""Which blocks of a page are the article: not its navigation, captions, related links, comments or advertisements.

Elements say it (`<nav>`), class names say it ("related-links"), and the article is where most of the running text stands together.
A name is not believed where it would take most of the text away: some sites call the whole page "has-sidebar".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotecli.read.html.cards import other_articles
from quotecli.read.html.names import PARAGRAPHS, QUOTE, SEMANTIC, alike, called, is_credit, names_of, running, stands_in, up, within
from quotecli.read.html.paragraphs import ledes, paragraphs
from quotecli.read.html.tree import Block, Node, Page

BELIEVED = 0.6
"""A name like "sidebar" is not believed of a part that holds more of the text than this."""
BESIDE = 0.8
"""Nor of a gallery or the like that stands beside paragraphs, and holds more than this."""
PROSE = 3
"""Nor of parts that together hold so many paragraphs: builders call everything a "widget", papers half an article "subscriber-only"."""
TOGETHER = 0.9
"""The article stands in the innermost part that holds this share of the running text."""


PULLED = 500
"""No article sets more paragraphs apart; each is looked for in the whole text."""


def chosen(page: Page) -> list[Block]:
    """The blocks of the article, in order; none where the page has no running text."""
    others = other_articles(page.blocks)
    blocks = [block for block in page.blocks if not any(node in others for node in up(block.node))] if others else page.blocks
    return _look(blocks, _Verdicts(blocks)) or _look(blocks, _Verdicts(blocks, names=False))


def _look(blocks: Sequence[Block], left_out: _Verdicts) -> list[Block]:
    """What reads like an article in the part that holds most of what is not left out."""
    kept = [block for block in blocks if not left_out.of(block.node)]
    body = _container(kept)
    inside = [block for block in kept if body is None or stands_in(block.node, body)]
    return _once([*ledes(kept, inside), *paragraphs(inside)])


def _weigh(blocks: Sequence[Block]) -> dict[Node, int]:
    """How much running text every element holds."""
    weights: dict[Node, int] = {}
    for block in blocks:
        size = running(block)
        node: Node | None = block.node if size else None
        while node is not None:
            weights[node] = weights.get(node, 0) + size
            node = node.parent
    return weights


class _Verdicts:
    """Which elements are left out, each decided once."""

    def __init__(self, blocks: Sequence[Block], names: bool = True) -> None:
        self.names = names  # whether they are believed
        self.sure: dict[Node, bool] = {}
        self.all = _weigh([block for block in blocks if not _at_the_foot(block)]) or _weigh(blocks)
        self.all_total = max(self.all.values(), default=0)
        self.told: dict[Node, str] = {}
        self.under: dict[Node, bool] = {}
        self.weights = _weigh([block for block in blocks if not self._beneath(block.node)])
        self.total = max(self.weights.values(), default=0)
        self.prose: Counter[tuple[str, str]] = Counter()
        for block in blocks:
            if block.node.tag in PARAGRAPHS and block.size >= 80 and block.linked < 0.3 * block.size:
                self.prose.update({alike(node) for node in up(block.node)})
        self.beside = Counter(block.node.parent for block in blocks if block.node.tag in PARAGRAPHS and running(block))
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

    def _beneath(self, node: Node) -> bool:
        """Whether it, or an element around it, is left out without doubt."""
        path: list[Node] = []
        walk: Node | None = node
        while walk is not None and walk not in self.under:
            path.append(walk)
            walk = walk.parent
        sure = walk is not None and self.under[walk]
        for step in reversed(path):
            sure = self.under[step] = sure or self._surely(step)
        return sure

    def _surely(self, node: Node) -> bool:
        """Whether its element or its name leaves no doubt; one with nearly all the text does, or an article's foot with most of it."""
        if node not in self.sure:
            share = self.all.get(node, 0) / max(1, self.all_total)
            doubt = node.tag in ("aside", "nav", "footer") and share > (
                0.5 if node.tag == "footer" and within(node, ("article",)) else TOGETHER
            )
            self.sure[node] = self._called(node) == "surely" and not doubt
        return self.sure[node]

    def _called(self, node: Node) -> str:
        if node not in self.told:
            self.told[node] = called(node)
        return self.told[node]

    def _itself(self, node: Node) -> bool:
        verdict = self._called(node)
        if not verdict or verdict == "surely":
            return self._surely(node)
        if not self.names:
            return False
        prose = self.prose[alike(node)]
        if node.tag in PARAGRAPHS:
            return not (verdict == "perhaps" and prose)
        if verdict == "perhaps" and prose >= PROSE:
            return False
        beside = verdict == "likely" and self.beside[node.parent] >= PROSE
        return self.weights.get(node, 0) <= (BESIDE if beside else BELIEVED) * self.total


def _at_the_foot(block: Block) -> bool:
    """Whether it stands in the foot of the page, or in its menu: that an aside is shorter than these says nothing."""
    return any(node.tag in ("nav", "footer") and not within(node, ("article",)) for node in up(block.node))


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
    while parts := [
        part for part in children.get(here, ()) if part.tag not in PARAGRAPHS | {"li", "ul", "ol", "dl", "tr", "figure", "aside", "footer"}
    ]:
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


def _once(blocks: list[Block]) -> list[Block]:
    """The blocks without words of the article that are set apart to catch the eye: a quotation printed twice was said once."""
    apart = [_set_apart(block.node) for block in blocks]
    if not 0 < sum(box is not None for box in apart) <= PULLED:
        return blocks
    told = " ".join(_letters(block) for block, box in zip(blocks, apart, strict=True) if not box)
    again = {block for block, box in zip(blocks, apart, strict=True) if box and len(_letters(block)) >= 15 and _letters(block) in told}
    new = {box for block, box in zip(blocks, apart, strict=True) if box and block not in again and not is_credit(block)}
    pulled = {box for block, box in zip(blocks, apart, strict=True) if block in again and box not in new}
    return [block for block, box in zip(blocks, apart, strict=True) if box not in pulled and (block not in again or is_credit(block))]


def _set_apart(node: Node) -> Node | None:
    """The outermost block quotation, or box that is called a quotation, in which it stands."""
    return next((one for one in reversed(list(up(node))) if one.tag == "blockquote" or (one.written and QUOTE.search(names_of(one)))), None)


def _letters(block: Block) -> str:
    """Its words without case, marks and spaces."""
    return "".join(filter(str.isalnum, block.text())).casefold()
