"""Which blocks of a page are the article: not its navigation, captions, related links, comments or advertisements.

Elements say it (`<nav>`), class names say it ("related-links"), and the article is where most of the running text stands together.
A name is not believed where it would take most of the text away: some sites call the whole page "has-sidebar".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.read.html.blocks import Block, Node, Page

PARAGRAPHS = frozenset({"p", "pre", "blockquote", "dd", "dt"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
ASIDE = frozenset({"nav", "aside", "footer", "form", "dialog", "menu", "figcaption", "search", "amp-sidebar", "amp-consent"})
ASIDE |= {"amp-user-notification", "amp-carousel", "head", "legend", "fieldset"}
WHOLE = frozenset({"html", "body", "main", "article"})
SEMANTIC = re.compile(r"""itemprop\s*=\s*["']?\s*articleBody""", re.IGNORECASE)

# Word by word of class names and ids, after camelCase is parted.
_STRONG = re.compile(
    r"""(?:^|[\s_"'=-])(?:ads?|advert\w*|adslot|sponsor(?:ed|s)?|promos?|promoted|related\w*|recirc\w*|newsletters?|captions?|credits?|byline|copyright
    |timestamp|pub-?date|pull-?quotes?|outbrain|taboola|read-?more|see-?also|more-(?:on|from|stories|news)|skip-\w+|disclaimer|correction-link
    |teasers?|kicker|eyebrow)(?=$|[\s_"'-])""",
    re.IGNORECASE | re.VERBOSE,
)
_WEAK = re.compile(
    r"""(?:^|[\s_"'=-])(?:share\w*|sharing|social|comments?|disqus\w*|respond|subscri\w+|sign-?up|cookies?|consent|gdpr|privacy|banner|popup|pop-up
    |modal|overlay|lightbox|sidebar|side-bar|rail|breadcrumbs?|nav|navbar|navigation|menu|toolbar|footer|masthead|tags?|topics?|taxonomy|widgets?
    |paywall|toc|table-of-contents|bio|author|authors|about-author|recommend\w*|most-(?:read|popular|viewed)|trending|popular|latest|live-?blog-nav
    |gallery|slideshow|carousel|poll|quiz|meta|metadata|tools|print-only|hidden|instagram-media|fb-post|infobox|donat\w+)(?=$|[\s_"'-])""",
    re.IGNORECASE | re.VERBOSE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FURNITURE = re.compile(
    r"""\W{0,3}(?:advertisement|story\ continues|continue\ reading|article\ continues|read\ (?:more|next|also)|see\ also|more\ on\ this
    |related(?:\ \w+)?:|share\ (?:this|on|via)|follow\ us|sign\ up|subscribe|click\ here|watch:|listen:|get\ the\ latest|view\ this\ post
    |photo(?:graph)?(?:\ by|:)|image(?:\ source|:|\ credit)|copyright|©|all\ rights\ reserved|download\ (?:our|the)\ app
    |this\ article\ (?:was\ )?(?:originally\ |first\ )?(?:appeared|published)|by\ (?:[A-Z][\w.’'-]+\s?){1,4}$
    |(?:published|updated|last\ modified)\b[\s:]+.{0,40}\d{4}.{0,30}$)""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)")
MARKS = frozenset('“”"«»„')
NEVER = frozenset(
    """comments comment comments-area comment-list commentlist comment-section disqus_thread respond comment-respond related related-posts
    related-stories related-articles recommended jp-relatedposts outbrain taboola""".split()
)
"""Whole class names and ids that are believed however much text there is under them: comments can be longer than the article."""
BELIEVED = 0.6
"""A name like "sidebar" is not believed of a part that holds more of the text than this."""
TOGETHER = 0.9
"""The article stands in the innermost part that holds this share of the running text."""


def chosen(page: Page) -> list[Block]:
    """The blocks of the article, in order; none where the page has no running text."""
    weights = _weigh(page.blocks)
    left_out = _Verdicts(weights)
    blocks = [block for block in page.blocks if not left_out.of(block.node)]
    body = _container(blocks)
    return _paragraphs([block for block in blocks if body is None or _inside(block.node, body)])


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


class _Verdicts:
    """Which elements are left out, each decided once."""

    def __init__(self, weights: dict[Node, int]) -> None:
        self.weights = weights
        self.total = max(weights.values(), default=0)
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
        if not _called_aside(node):
            return False
        if node.tag in ("nav", "footer", "aside") or NEVER & set(_names(node).lower().split()):
            return True
        return self.weights.get(node, 0) <= BELIEVED * self.total


def _called_aside(node: Node) -> bool:
    if node.tag in ("footer", "figcaption") and _in_quotation(node):
        return False
    if node.tag in ASIDE:
        return True
    if node.tag == "header":
        return not _within(node, ("article", "main"))
    if node.tag in WHOLE or not node.written or SEMANTIC.search(node.written):
        return False
    name = _CAMEL.sub("-", _names(node))
    role = node.attributes().get("role", "") in (
        "navigation",
        "complementary",
        "contentinfo",
        "banner",
        "search",
        "dialog",
        "alert",
        "menu",
    )
    return role or bool(_STRONG.search(name)) or (node.tag not in ("p", "blockquote") and bool(_WEAK.search(name)))


def _names(node: Node) -> str:
    """What its makers call it."""
    found = node.attributes()
    return f"{found.get('class', '')} {found.get('id', '')} {found.get('data-component', '')}"


def _in_quotation(node: Node) -> bool:
    """Under a quotation stands who said it: a `<footer>` in it, a caption of the figure that holds it."""
    return _within(node, ("blockquote",)) or (node.parent is not None and node.parent.tag == "figure" and "quote" in node.parent.written)


def _within(node: Node, tags: Sequence[str]) -> bool:
    walk = node.parent
    while walk is not None:
        if walk.tag in tags:
            return True
        walk = walk.parent
    return False


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
    while parts := [part for part in children.get(here, ()) if part.tag not in PARAGRAPHS | {"li", "ul", "ol", "dl", "tr", "figure"}]:
        heaviest = max(parts, key=lambda part: weights[part])
        if weights[heaviest] < TOGETHER * weights[here] and not _the_article(heaviest, parts, weights[here], weights):
            break
        here = heaviest
    return here


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
            heading = block if block.linked < block.size / 2 and kept else None
        elif _is_paragraph(block, bare) or (_kind(block) in alike and _SENTENCE.search(block.text()) and not block.linked):
            kept.extend([heading, block] if heading is not None else [block])
            heading = None
    return kept


def _kind(block: Block) -> tuple[str, str, Node | None]:
    """What a page that has divisions for paragraphs makes alike: “No.” is one when its neighbours are."""
    name = block.node.attributes().get("class", "")
    return (block.node.tag, name, None if name else block.node.parent)


def _is_paragraph(block: Block, bare: bool) -> bool:
    text, tag = block.text(), block.node.tag
    if len(text) < 160 and _FURNITURE.match(text):
        return False
    linked = block.linked > 0.7 * block.size and not (MARKS & set(text) and _SENTENCE.search(text))
    if tag in PARAGRAPHS or _within(block.node, ("blockquote",)):
        return not linked
    if tag == "h1" or linked or block.linked > block.size / 2:
        return False
    if tag in ("li", "figcaption", "footer"):
        return tag != "li" or block.size >= 40 or bool(_SENTENCE.search(text))
    return bool(_SENTENCE.search(text)) and block.size >= (20 if bare else 80)
