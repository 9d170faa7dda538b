"""Quotation marks → spans: which marks open, which close, and which are apostrophes, inches or strays.

Every decision is local: a mark without its partner costs its own paragraph and never shifts the pairs of another.
"""

from __future__ import annotations

from typing import NamedTuple

from quotecli.find.nouns import Pair
from quotecli.find.pairs import Pairing
from quotecli.find.shapes import classify
from quotecli.model import Refusal, Span
from quotecli.text import paragraphs

__all__ = ["Marked", "Pair", "find_marks"]


class Marked(NamedTuple):
    """What the marks of a text amount to."""

    pairs: list[Pair]  # outermost, in order; nested ones are children
    refusals: list[Refusal]
    paragraphs: list[Span]


def find_marks(text: str) -> Marked:
    """Pair the quotation marks of `text`; every mark ends in a pair or in a refusal with its reason."""
    blocks = paragraphs(text)
    pairing = Pairing(text, blocks, classify(text, blocks))
    pairs = pairing.pair(0, len(pairing.marks))
    return Marked(pairs, sorted(pairing.refusals, key=lambda r: r.start), blocks)
