"""The sentence that a stretch of an article stands in."""

from __future__ import annotations

from bisect import bisect_right

from quotecli.find.article import Article, open_article
from quotecli.model import Source, Span


def sentence_around(source: Source, start: int, end: int) -> Span:
    """From the beginning of the sentence that `start` stands in to the end of the one that holds the last character before `end`."""
    article = open_article(source)
    return Span(min(start, _sentence(article, start).start), max(end, _sentence(article, max(start, end - 1)).end))


def _sentence(article: Article, offset: int) -> Span:
    block = bisect_right([one.start for one in article.blocks], offset) - 1
    if block < 0:
        return Span(offset, offset)
    tokens = article.tokens(block)
    token = bisect_right(tokens.starts, offset) - 1
    if token < 0:
        return Span(offset, offset)
    low, high = tokens.sentences[tokens.sentence_of[token]]
    return Span(tokens.starts[low], tokens.ends[high - 1])
