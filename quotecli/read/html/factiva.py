"""Factiva's pages: many articles in one, each in a part of its own, as text with its fields above it or as a table of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecli.model import Source
from quotecli.read.dates import iso
from quotecli.read.html.text import assemble
from quotecli.read.html.tree import Block, Node, Page

ARTICLE = re.compile(r"class\s?=\s?[\"']article ([a-z]{2})Article[\"']")
_PARAGRAPH = re.compile(r"class\s*=\s*[\"']?articleParagraph\b")
_CODE = re.compile(r"[A-Z]{2,3}")
_TIME = re.compile(r"\d{1,2}:\d\d.{0,12}")


def parts(page: Page) -> dict[Node, list[Block]]:
    """The articles of such a page, each with its blocks, in order; none of any other page."""
    found: dict[Node, list[Block]] = {}
    for block in page.blocks:
        if (article := _above(block, ARTICLE)) is not None:
            found.setdefault(article, []).append(block)
    return found


def articles(page: Page, whole: Source) -> Iterator[Source]:
    """Each as an article of its own, numbered, with what stands above its text; `whole` tells what all have in common."""
    for number, (article, blocks) in enumerate(parts(page).items(), 1):
        text, raw = assemble([block for block in blocks if _above(block, _PARAGRAPH)])
        head = [block for block in blocks if not _above(block, _PARAGRAPH)]
        title, publisher, published, author = _coded(head) or _listed(head)
        if text:
            known = whole._replace(title=title, publisher=publisher, published=published, author=author)
            yield known._replace(id=f"{whole.id}#{number}", text=text, raw=raw, language=ARTICLE.findall(article.written)[0])


def _above(block: Block, name: re.Pattern[str]) -> Node | None:
    """The element around a block, or its own, that is called so."""
    node: Node | None = block.node
    while node is not None and not (node.written and name.search(node.written)):
        node = node.parent
    return node


Told = tuple[str | None, str | None, str | None, str | None]
"""Title, publisher, date, author."""


def _coded(head: Sequence[Block]) -> Told | None:
    """Of a table whose rows begin with a code; None where there is no headline in one."""
    told: dict[str, str] = {}
    code = ""
    for line in map(_line, head):
        if _CODE.fullmatch(line):
            code = line
        else:
            told.setdefault(code, line)
    return (told["HD"], told.get("SN"), iso(told.get("PD", "")), told.get("BY")) if "HD" in told else None


def _listed(head: Sequence[Block]) -> Told:
    """Of lines one below the other: headline, byline, length, date, at times the time of day, outlet, and more."""
    title = next((_line(block) for block in head if block.node.attributes().get("id") == "hd" or _within(block.node, "hd")), None)
    author = next((_line(block) for block in head if block.node.attributes().get("class") == "author"), None)
    lines = [line for line in map(_line, head) if line not in (title, author)]
    dated = next((number for number, line in enumerate(lines) if iso(line)), None)
    behind = [line for line in lines[dated + 1 :] if not _TIME.fullmatch(line)] if dated is not None else []
    return title, behind[0] if behind else None, iso(lines[dated]) if dated is not None else None, author


def _within(node: Node, name: str) -> bool:
    return node.parent is not None and node.parent.attributes().get("id") == name


def _line(block: Block) -> str:
    return " ".join(block.text().split())
