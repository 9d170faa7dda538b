"""The door of the room: from a source to its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.find.article import Article, Hit, open_article
from quotecli.find.marks import Pair
from quotecli.find.rules import Site, attribute
from quotecli.model import Cue, Kind, Quote, Refusal, Source, Span, Speaker
from quotecli.text import Lines


@dataclass(frozen=True, slots=True)
class Found:
    """What one source holds."""

    source: Source
    quotes: tuple[Quote, ...]
    refusals: tuple[Refusal, ...]


def find_quotes(source: Source) -> Found:
    """The quotations of `source`, outermost and nested, in order of their opening marks, with kind and speaker."""
    article = open_article(source)
    lines = Lines(source.text)
    quotes: list[Quote] = []
    for block, pairs in enumerate(article.pairs):
        if not pairs:
            continue
        t = article.tokens(block)
        previous: Quote | None = None
        for pair in pairs:
            i = t.quote_at[pair.start]
            lo, hi = t.sentences[t.sentence_of[i]]
            hit = attribute(Site(article, block, t, i, lo, hi))
            article.hits[pair.start] = hit
            quote = _quote(article, lines, pair, hit, _kind(article, pair), None)
            quotes.append(quote)
            quotes.extend(_nested(article, lines, pair, quote))
            previous = quote
    return Found(source, tuple(quotes), tuple(article.marked.refusals))


def _kind(article: Article, pair: Pair) -> Kind:
    text = article.text
    first = next((c for c in text[pair.start + pair.opening : pair.end] if c.isalnum()), "")
    return "mixed" if first.islower() else "direct"


def _pieces(text: str, pair: Pair) -> tuple[Span, ...]:
    """The quotation's own words, one span a paragraph."""
    pieces = []
    start = pair.start + pair.opening
    for reopening in pair.reopenings:
        pieces.append(_stripped(text, start, reopening.start))
        start = reopening.end
    pieces.append(_stripped(text, start, pair.end - pair.closing))
    return tuple(pieces)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _quote(article: Article, lines: Lines, pair: Pair, hit: Hit | None, kind: Kind, parent: str | None) -> Quote:
    text, source = article.text, article.source
    pieces = _pieces(text, pair)
    line, column = lines.at(pair.start)
    speaker = cue = None
    if hit is not None:
        mention = text[hit.start : hit.end]
        speaker = Speaker(mention, mention, hit.start, hit.end, hit.via, hit.confidence)
        if hit.cue:
            cue = Cue(text[hit.cue.start : hit.cue.end], *hit.cue)
    return Quote(
        id=f"{source.id}:{pair.start}",
        source=source.id,
        start=pair.start,
        end=pair.end,
        line=line,
        column=column,
        text="\n".join(text[s:e] for s, e in pieces),
        pieces=pieces,
        kind=kind,
        parent=parent,
        speaker=speaker,
        cue=cue,
    )


def _nested(article: Article, lines: Lines, pair: Pair, parent: Quote) -> list[Quote]:
    quotes = []
    for child in pair.children:
        quote = _quote(article, lines, child, None, _kind(article, child), parent.id)
        quotes.append(quote)
        quotes.extend(_nested(article, lines, child, quote))
    return quotes
