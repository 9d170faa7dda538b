"""An article laid open: its paragraphs as tokens, made only where a quotation or its neighbour asks for them."""

from __future__ import annotations

from typing import Any, NamedTuple

from quotecli.find.marks import Marked, Pair, find_marks
from quotecli.find.tokens import Tokens
from quotecli.model import Source, Span


class Hit(NamedTuple):
    """What was decided: the words that name the speaker, the words that report, the kind of evidence, and how sure that is."""

    start: int  # of the mention
    end: int
    cue: Span | None
    via: str
    confidence: float  # 0 to 1: that this mention names the speaker
    carried: bool = False  # taken over from another quotation


class Article:
    """One source, its outermost pairs by paragraph, and the hits so far."""

    __slots__ = ("_tokens", "answers", "blocks", "candidates", "hits", "marked", "pairs", "resolver", "sites", "source", "text")

    def __init__(self, source: Source, marked: Marked, blocks: list[Span], pairs: list[list[Pair]]) -> None:
        self.source, self.marked = source, marked
        self.text = source.text
        self.blocks = blocks  # paragraphs; those that one quotation runs over are one
        self.pairs = pairs  # outermost pairs of each block
        self.hits: dict[int, Hit | None] = {}  # by the pair's start
        self.resolver: Any = None  # who is who, once somebody asked
        self.sites: dict[int, Any] = {}  # by the pair's start: where it stands
        self.candidates: dict[int, list[Any]] = {}  # by the pair's start: all that were weighed
        self.answers: dict[int, Any] = {}  # by the pair's start: who is meant, where a mention was chosen
        self._tokens: dict[int, Tokens] = {}

    def tokens(self, block: int) -> Tokens:
        """The tokens of a paragraph, made at the first call."""
        found = self._tokens.get(block)
        if found is None:
            found = self._tokens[block] = Tokens(self.text, self.blocks[block], self.pairs[block])
        return found

    def close(self) -> None:
        """Let go of what only the search needs. Its parts know one another, so the memory would wait for a sweep, and sweeps take long."""
        for tokens in self._tokens.values():
            tokens.laid.clear()
        self.sites.clear()
        self.answers.clear()
        if self.resolver is not None:
            self.resolver.cast.close()
            self.resolver = None


def open_article(source: Source) -> Article:
    """Find the marks of `source` and lay out its paragraphs."""
    marked = find_marks(source.text)
    blocks: list[Span] = []
    pairs: list[list[Pair]] = []
    waiting = iter(marked.pairs)
    pair = next(waiting, None)
    covered = -1
    for block in marked.paragraphs:
        if block.start < covered:  # the paragraph goes on with a quotation that began above
            blocks[-1] = Span(blocks[-1].start, max(block.end, blocks[-1].end))
        else:
            blocks.append(block)
            pairs.append([])
        while pair is not None and pair.start < blocks[-1].end:
            pairs[-1].append(pair)
            covered = pair.end
            pair = next(waiting, None)
    return Article(source, marked, blocks, pairs)
