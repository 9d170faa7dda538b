"""What of the chosen part is said in sentences: its paragraphs, the lists between them, the headings over them, and the lede above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from quotecli.read.dates import iso
from quotecli.read.html.cards import HEADS
from quotecli.read.html.names import MARKS, PARAGRAPHS, SENTENCE, is_note, running, stands_in, up, within
from quotecli.read.html.tree import HEADINGS, Block, Node

LEDE = 40
"""Characters of a sentence above the article that is a part of it: a date or a byline is shorter."""
SENTENCED = 60
"""Characters of a heading that is a paragraph."""
DATE = 120
"""Characters of the longest line that tells when an article was printed."""


def ledes(blocks: Sequence[Block], inside: Sequence[Block]) -> list[Block]:
    """What stands between the main heading and the part that holds the article: a standfirst, the first paragraph."""
    if not inside or inside[0] not in blocks:
        return []
    first = blocks.index(inside[0])
    heading = next((number for number in range(first - 1, -1, -1) if blocks[number].node.tag == "h1"), first)
    return [block for block in blocks[heading + 1 : first] if _is_lede(block)]


def _is_lede(block: Block) -> bool:
    text = block.text()
    if "alternativeheadline" in block.node.written.lower() or block.node.tag in HEADINGS or (block.size < DATE and iso(text)):
        return False
    return block.size >= LEDE and block.linked < 0.3 * block.size and SENTENCE.search(text) is not None and not is_note(text)


def paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """What of the chosen part is said in sentences, with the headings over it."""
    total = sum(block.size for block in blocks) or 1
    bare = sum(block.size for block in blocks if block.node.tag in PARAGRAPHS) < 0.3 * total
    held = Counter(node for block in blocks for node in up(block.node)) if bare else Counter[Node]()
    several = {node for node, number in held.items() if number > 1}
    alike = {_kind(block, several) for block in blocks if _is_paragraph(block, bare)} if bare else set()
    listed = _listed(blocks)
    in_headings = _in_headings(blocks)
    kept: list[Block] = []
    heading: Block | None = None
    for block in blocks:
        if block.node.tag in HEADINGS:
            sentence = (in_headings or not kept) and block.linked < block.size / 2 and _is_sentence(block)
            if sentence:  # some papers set the first paragraph as a heading
                kept.append(block)
            heading = block if block.linked < block.size / 2 and kept and not sentence else None
        elif _is_paragraph(block, bare) or block.node.parent in listed or (bare and _is_like(block, _kind(block, several) in alike)):
            kept.extend([heading, block] if heading is not None and _over(heading, block) else [block])
            heading = None
    return kept


def _in_headings(blocks: Sequence[Block]) -> bool:
    """Whether a page has its text in headings: more of them are sentences than there is running text beside them."""
    told = sum(block.size for block in blocks if block.node.tag in HEADINGS and _is_sentence(block))
    return told > sum(running(block) for block in blocks if block.node.tag not in HEADINGS)


def _is_sentence(heading: Block) -> bool:
    return heading.size >= SENTENCED and SENTENCE.search(heading.text()) is not None


def _is_like(block: Block, alike: bool) -> bool:
    return alike and not block.linked and SENTENCE.search(block.text()) is not None


def _over(heading: Block, block: Block) -> bool:
    """Whether a heading belongs to what follows it: the heading of a box that was left out does not."""
    around = heading.node.parent
    return around is None or stands_in(block.node, around) or around.tag in HEADS


def _kind(block: Block, several: Container[Node]) -> tuple[str, str, Node | None]:
    """What a page that has divisions for paragraphs makes alike: “No.” is one when its neighbours are."""
    name, around = block.node.attributes().get("class", ""), block.node.parent
    while not name and around is not None and around.parent is not None and around not in several:
        around = around.parent
    return (block.node.tag, name, None if name else around)


def _says_more(block: Block) -> bool:
    """Whether an item goes on in sentences behind its link."""
    return block.size - block.linked >= LEDE and SENTENCE.search(block.text()) is not None


def _listed(blocks: Sequence[Block]) -> set[Node]:
    """The lists that stand between paragraphs: their items are article however short, unless most of them are links."""
    around = Counter(block.node.parent for block in blocks if block.node.tag in PARAGRAPHS and running(block))
    items: dict[Node, list[Block]] = {}
    for block in blocks:
        if block.node.tag == "li" and block.node.parent is not None and around[block.node.parent.parent] > 1:
            items.setdefault(block.node.parent, []).append(block)
    return {node for node, held in items.items() if sum(2 * one.linked < one.size for one in held) > 0.7 * len(held)}


def _is_paragraph(block: Block, bare: bool) -> bool:
    text, tag = block.text(), block.node.tag
    if is_note(text):
        return False
    linked = block.linked > 0.7 * block.size and not (MARKS & set(text) and SENTENCE.search(text))
    if tag == "dt" and not SENTENCE.search(text):
        return False
    if tag in PARAGRAPHS or within(block.node, ("blockquote",)):
        return not linked
    if tag == "h1" or linked or (block.linked > block.size / 2 and not (tag == "li" and (MARKS & set(text) or _says_more(block)))):
        return False
    if tag in ("li", "figcaption", "footer"):
        return tag != "li" or block.size >= 40 or bool(SENTENCE.search(text))
    return bool(SENTENCE.search(text)) and block.size >= (20 if bare else 80)
