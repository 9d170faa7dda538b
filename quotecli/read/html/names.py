"""What the names of a page's parts, and the wording of its small print, say of them: navigation, caption, comment, advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from quotecli.read.html.tree import Block, Node

SENTENCE = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)|[。！？][」』）]*")
"""Where a sentence ends."""
PARAGRAPHS = frozenset({"p", "pre", "blockquote", "dd", "dt"})
ASIDE = frozenset({"nav", "aside", "footer", "form", "dialog", "menu", "figcaption", "search", "amp-sidebar", "amp-consent"})
ASIDE |= {"amp-user-notification", "amp-carousel", "head", "legend", "fieldset"}
CREDITS = frozenset({"cite", "footer", "figcaption"})
"""In a quotation, elements that tell who said it."""
ROLES = frozenset("navigation complementary contentinfo banner search dialog alert menu".split())
WHOLE = frozenset({"html", "body", "main", "article"})
SEMANTIC = re.compile(r"""itemprop\s*=\s*["']?\s*articleBody""", re.IGNORECASE)

# Word by word of class names and ids, after camelCase is parted.
_STRONG = re.compile(
    r"""(?:^|[\s_"'=-])(?:ads?|advert\w*|adslot|sponsor(?:ed|s)?|promos?|promoted|related\w*|recirc\w*|newsletters?|captions?|credits?|byline|copyright
    |timestamp|pub-?date|pull-?quotes?|outbrain|taboola|galler(?:y|ies)|slideshow|carousel|read-?(?:more|next)|see-?also|more-(?:on|from|stories|news)|skip-\w+|disclaimer
    |correction-link|bio|author-bio|solicitation|appeals?|(?:team|readers?|editors?)-letter|fundrais\w+|membership|reactions|contribution|next-prev|prev-next|pager|pagination|support-\w+)(?=$|[\s_"'-])""",
    re.IGNORECASE | re.VERBOSE,
)
_WEAK = re.compile(
    r"""(?:^|[\s_"'=-])(?:teasers?|kicker|eyebrow|share\w*|sharing|social|disqus\w*|respond|subscri\w+|sign-?up|cookies?|consent|gdpr|privacy|banner
    |popup|pop-up|modal|overlay|lightbox|sidebar|side-bar|rail|breadcrumbs?|nav|navbar|navigation|menu|toolbar|footer|masthead|tags?|topics?
    |taxonomy|widgets?|paywall|toc|table-of-contents|author|authors|about-author|recommend\w*|most-(?:read|popular|viewed)|trending|popular|latest
    |live-?blog-nav|poll|quiz|meta|metadata|tools|print-only|hidden|instagram-media|fb-post|infobox|donat\w+
    |support|follow|highlights|noscript)(?=$|[\s_"'-])""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMENTS = re.compile(r"""(?:^|[\s_"'=-])comments?(?=$|[\s_"'-])""", re.IGNORECASE)
QUOTE = re.compile(r"quote", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FURNITURE = re.compile(
    r"""\W{0,3}(?:(?i:advertisement|story\ continues|continue\ reading|article\ continues|read\ (?:more|next|also)|see\ also|more\ on\ this
    |related(?:\ \w+)?:|share\ (?:this|on|via)|follow\ us|sign\ up|subscribe|click\ here|watch:|listen:|get\ the\ latest|view\ this\ post
    |get\ .{1,40}\ newsletter|photo(?:graph)?(?:\ by|:)|image(?:\ source|:|\ credit)|all\ rights\ reserved|download\ (?:our|the)\ app
    |tags?:|filed\ under|already\ a\ subscriber|to\ continue\ reading|please\ (?:turn\ on|enable)\ javascript|your\ browser\ does\ not
    |order\ reprints|have\ a\ (?:story|tip|news\ tip)\b|find\ this\ article\ at
    |this\ (?:article|story)\ (?:was\ )?(?:originally\ |first\ )?(?:appeared|published))
    |(?i:copyright)\s(?:©|\(c\)|\d{4})|©|(?i:by)\ (?:[A-Z][\w’'-]+\.?\s?){1,4}(?<![.])$
    |(?i:follow)\ [\w\ .’'-]{1,40}\ on\ (?:X|Twitter|Facebook|Instagram|WhatsApp|Threads|LinkedIn)\b
    |(?i:published|updated|last\ modified)(?:\ (?:on|at))?:?\s+(?:\w{3,9}\.?\ \d|\d).{0,30}\d{4}.{0,30}$)""",
    re.VERBOSE,
)
_APPEAL = re.compile(
    r"""(?:This|The|Our|We)\ [\w ]{0,30}\buses?\ cookies\b|The\ cookie\ settings\b|If\ you\ enjoyed\ this\ (?:article|story|post)\b
    |Want\ more\ (?:stories|articles)\ like\ this\b|Write\ to\ [\w\ .’'-]{1,60}\ at\ \S{1,60}@
    |.{0,300}(?<![“"‘'])\bFollow\ (?:him|her|them|us)\ on\ (?:X|Twitter|Facebook|Instagram)\b
    |.{0,300}\b(?:Sign\ up\ (?:for|to)|Subscribe\ to)\ (?:the|our)\b.{0,40}\bnewsletters?\b""",
    re.VERBOSE,
)
"""Small print that may be longer than a line, and hold marks."""
_IN_PRINT = re.compile(r"A version of this (?:article|story|review) appear(?:s|ed) in print")
_DEBRIS = re.compile(r"\W*|\W*\d+\W*|(?i:follow|share|listen|save|print|comments?|advertisement|\d+ min(?:ute)?s? (?:read|listen))")
"""What a button or a counter leaves behind."""
MARKS = frozenset('“”"«»„')
NEVER = frozenset(
    """comments comment comments-area comment-list commentlist comment-section disqus_thread respond comment-respond related related-posts
    related-stories related-articles recommended jp-relatedposts outbrain taboola cookie-banner cookie-bar cookie-consent cookie-notice
    cookie-law-info-bar clisettingspopup consent-banner gdpr-banner onetrust-consent-sdk onetrust-banner-sdk cybotcookiebotdialog
    didomi-host qc-cmp2-container""".split()
)
"""Whole class names and ids that are believed however much text there is under them: comments, and what is to be agreed to before one
reads, can be longer than the article."""


_COUNTED = ("open", "closed", "count", "counts", "number", "enabled", "disabled", "on", "off")
"""Ends of names that say of a whole page whether it can be commented on."""


def of_others(node: Node) -> bool:
    """Whether it stands among comments or other articles, each of which has its own author and date."""
    return any(one.written and _others(names_of(one)) for one in up(node))


def _others(names: str) -> bool:
    words = names.lower().split()
    return not NEVER.isdisjoint(words) or any(word.startswith("comment") and not word.endswith(_COUNTED) for word in words)


def alike(node: Node) -> tuple[str, str]:
    """What parts have in common that are made alike."""
    return node.tag, node.attributes().get("class", node.written) if node.written else ""


def called(node: Node) -> Literal["", "perhaps", "likely", "surely"]:
    """How surely its tag, its role and its names say that an element is no part of the article."""
    if (node.tag in ("footer", "figcaption") or (node.written and _CREDIT.search(node.written))) and _in_quotation(node):
        return ""
    if node.tag in ("nav", "footer", "aside"):
        return "surely"
    if node.tag in ASIDE:
        return "perhaps" if node.tag in ("form", "fieldset", "legend") else "likely"
    if node.tag == "header":
        return "" if within(node, ("article", "main")) else "likely"
    if node.tag in WHOLE or not node.written or SEMANTIC.search(node.written):
        return ""
    names = names_of(node)
    if NEVER & set(names.lower().split()):
        return "surely"
    name = _CAMEL.sub("-", names)
    if _STRONG.search(name) or _COMMENTS.search(name) or node.attributes().get("role", "") in ROLES:
        return "likely"
    return "perhaps" if node.tag != "blockquote" and _WEAK.search(name) else ""


def names_of(node: Node) -> str:
    """What its makers call it."""
    found = node.attributes()
    return f"{found.get('class', '')} {found.get('id', '')} {found.get('data-component', '')}"


def _in_quotation(node: Node) -> bool:
    """Under a quotation stands who said it: a `<footer>` in it, a caption of the figure that holds it."""
    return within(node, ("blockquote",)) or (node.parent is not None and node.parent.tag == "figure" and "quote" in node.parent.written)


def running(block: Block) -> int:
    """How many characters of running text it has: a menu item has none."""
    long_enough = block.size >= 40 or (block.node.tag in PARAGRAPHS and block.size >= 20)
    return block.size - block.linked if long_enough and block.linked < block.size / 2 else 0


def within(node: Node, tags: Sequence[str]) -> bool:
    """Whether it stands inside one of these elements."""
    return any(walk.tag in tags for walk in up(node.parent))


def stands_in(node: Node, container: Node) -> bool:
    """Whether an element is the other, or stands inside it."""
    return container in up(node)


def up(node: Node | None) -> Iterator[Node]:
    """An element and those around it, inside out."""
    while node is not None:
        yield node
        node = node.parent


_SHARED = re.compile(r"(?:A post shared by|Post(?:ed)? by @|View (?:this (?:post|photo|profile) )?on [A-Z])")
LINE = 160
"""Characters of the longest line that tells who said the quotation above it."""
_CREDIT = re.compile(r"(?:^|[\s_-])(?:author|attribution|credits?|cite|citation|byline|source|speaker)(?=$|[\s_-])", re.IGNORECASE)


def is_credit(block: Block) -> bool:
    """Whether a block in a block quotation tells who said it: by its element, by its name, by a dash, or as a name alone."""
    text = block.text().strip()
    if is_named_credit(block.node):
        return True
    return len(text) <= LINE and (is_credit_line(text) or _is_name(text))


def is_named_credit(node: Node) -> bool:
    """Whether an element, by its tag or its name, is there to tell who said a quotation."""
    return node.tag in CREDITS or (node.tag != "blockquote" and bool(node.written) and _CREDIT.search(names_of(node)) is not None)


def is_credit_line(text: str) -> bool:
    """Whether a line begins with a dash and a name, as below a quotation, or with what a platform writes below a post."""
    behind = text.lstrip("—–―- ").removeprefix("@")
    return (behind != text and behind[:1].isupper()) or _SHARED.match(text) is not None


def _is_name(text: str) -> bool:
    """Whether all its longer words begin with a capital and nothing ends it: “Prof. Ann Lee”."""
    words = text.replace(",", " ").split()
    named = sum(word[0].isupper() for word in words)
    return named > 1 and "\n" not in text and text[-1] not in '.!?…。"”’:,' and all(word[0].isupper() for word in words if len(word) > 3)


def is_note(text: str) -> bool:
    """Whether a paragraph is small print: a byline, a copyright, an invitation to subscribe. What quotes somebody is none."""
    if _IN_PRINT.match(text) or _APPEAL.match(text):
        return True
    if len(text) < 30 and _DEBRIS.fullmatch(text):
        return True
    return not MARKS & set(text) and _FURNITURE.match(text) is not None and (len(text) < 160 or text[:1] in "©Cc")
