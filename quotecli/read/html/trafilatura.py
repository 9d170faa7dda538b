"""Trafilatura chooses the paragraphs of messy pages; the characters stay those of the page, with their places."""

from __future__ import annotations

import re

from quotecli.read.blob import Blob, missing
from quotecli.read.html.tree import Block, Page

_WORD = re.compile(r"\w+")
SHARED = 0.4
"""A block is chosen when so many of its runs of three words are: trafilatura drops words inside some inline elements."""


def chosen_by_trafilatura(blob: Blob, markup: str, page: Page) -> list[Block]:
    """The blocks whose text trafilatura keeps. Raises UnreadableSource when it is not installed."""
    try:
        from trafilatura import extract
    except ImportError:
        raise missing(blob.path, "trafilatura", "html") from None
    lines = (extract(markup, include_comments=False, include_tables=True) or "").splitlines()
    whole = {_key(line) for line in lines}
    parts = {part for line in lines for part in _threes(line)}
    return [block for block in page.blocks if _kept(block.text(), whole, parts)]


def _kept(text: str, whole: set[str], parts: set[tuple[str, ...]]) -> bool:
    if _key(text) in whole:
        return bool(_key(text))
    threes = _threes(text)
    return bool(threes) and sum(three in parts for three in threes) >= SHARED * len(threes)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _threes(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return list(zip(words, words[1:], words[2:], strict=False))
