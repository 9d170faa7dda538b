"""The door of the room: from a source to its quotations."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.find.article import Article, Hit, open_article
from quotecli.find.confidence import CONFIDENCE
from quotecli.find.kinds import WEAK_TIES, kind_of
from quotecli.find.marks import Pair
from quotecli.find.people import Resolver
from quotecli.find.rules import Site, attribute, attribute_nested
from quotecli.find.subjects import antecedent
from quotecli.find.tokens import Tokens, classes
from quotecli.lexicon import has_pack
from quotecli.model import Cue, Kind, Quote, Refusal, Source, Span, Speaker
from quotecli.text import Lines


class Found(NamedTuple):
    """What one source holds."""

    source: Source
    quotes: tuple[Quote, ...]
    refusals: tuple[Refusal, ...]


def find_quotes(source: Source) -> Found:
    """The quotations of `source`, outermost and nested, in order of their opening marks, with kind and speaker."""
    article = open_article(source)
    lines = Lines(source.text)
    known = has_pack(source.language)  # where the language is not ours, marks are all that we read
    resolver = Resolver(article) if article.marked.pairs else None
    quotes: list[Quote] = []
    for block, pairs in enumerate(article.pairs):
        previous: Quote | None = None
        for pair in pairs:
            assert resolver is not None
            site = _site(article, block, pair)
            hit = article.hits[pair.start] = attribute(site) if known else None
            pieces = _pieces(source.text, pair)
            kind, why = kind_of(site, pieces, hit) if known else ("direct", None)
            if not pair.closed and (hit is None or hit.via in WEAK_TIES):
                kind, why = "other", "unclosed"
            if kind == "other" and why != "slogan":
                hit = None
            speaker, cue = _speaker(resolver, hit, pair.start)
            goes_on = previous.id if previous and _continues(site, previous, speaker) else None
            quote = _quote(article, lines, pair, pieces, kind=kind, why=why, continues=goes_on, speaker=speaker, cue=cue)
            quotes.append(quote)
            quotes.extend(_nested(resolver, lines, pair, quote))
            previous = quote if kind != "other" else previous
    return Found(source, tuple(quotes), tuple(article.marked.refusals))


def _site(article: Article, block: int, pair: Pair) -> Site:
    t = article.tokens(block)
    i = t.quote_at[pair.start]
    lo, hi = t.sentences[t.sentence_of[i]]
    return Site(article, block, t, i, lo, hi)


def _speaker(resolver: Resolver, hit: Hit | None, start: int) -> tuple[Speaker | None, Cue | None]:
    """The speaker and the cue of a quotation from the rule's hit."""
    if hit is None:
        return None, None
    text = resolver.article.text
    answer = resolver.resolve(hit, start)
    confidence = round(CONFIDENCE.get(hit.via, 0.5) * answer.certainty, 2)
    speaker = Speaker(answer.name, text[hit.start : hit.end], hit.start, hit.end, hit.via, confidence)
    return speaker, Cue(text[hit.cue.start : hit.cue.end], *hit.cue) if hit.cue else None


def _continues(site: Site, previous: Quote, speaker: Speaker | None) -> bool:
    """“…,” she said, “…”: the second half of a split quotation, by the same mention."""
    before = previous.speaker
    if speaker is None or before is None or (speaker.start, speaker.end) != (before.start, before.end):
        return False
    assert speaker.start is not None
    between = site.article.text[previous.end : site.t.starts[site.i]]
    return previous.kind != "other" and previous.end <= speaker.start < site.t.starts[site.i] and '"' not in between


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


def _quote(
    article: Article,
    lines: Lines,
    pair: Pair,
    pieces: tuple[Span, ...],
    *,
    kind: Kind,
    why: str | None = None,
    parent: str | None = None,
    continues: str | None = None,
    speaker: Speaker | None = None,
    cue: Cue | None = None,
) -> Quote:
    text, source = article.text, article.source
    line, column = lines.at(pair.start)
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
        why=why,
        parent=parent,
        continues=continues,
        speaker=speaker,
        cue=cue,
        closed=pair.closed,
    )


def _nested(resolver: Resolver, lines: Lines, pair: Pair, parent: Quote) -> list[Quote]:
    """The quotations inside a quotation: their speaker is whoever the outer words name, never the outer speaker by default."""
    if not pair.children:
        return []
    article = resolver.article
    quotes = []
    for piece in parent.pieces:
        children = [child for child in pair.children if piece.start <= child.start < piece.end]
        if not children:
            continue
        t = Tokens(article.text, piece, children, classes())
        for child in children:
            i = t.quote_at[child.start]
            lo, hi = t.sentences[t.sentence_of[i]]
            hit = attribute_nested(Site(article, -1, t, i, lo, hi)) if has_pack(article.source.language) else None
            pieces = _pieces(article.text, child)
            kind, why = kind_of(Site(article, -1, t, i, lo, hi), pieces, hit)
            speaker, cue = _inner_speaker(resolver, hit, parent, t) if kind != "other" else (None, None)
            quote = _quote(article, lines, child, pieces, kind=kind, why=why, parent=parent.id, speaker=speaker, cue=cue)
            quotes.append(quote)
            quotes.extend(_nested(resolver, lines, child, quote))
    return quotes


def _inner_speaker(resolver: Resolver, hit: Hit | None, parent: Quote, t: Tokens) -> tuple[Speaker | None, Cue | None]:
    """The speaker of a nested quotation; its "I" is the outer speaker."""
    if hit is None:
        return None, None
    text = resolver.article.text
    if text[hit.start : hit.end].lower() in ("who", "which", "that"):  # "a writer who once said": the writer
        i = t.starts.index(hit.start)
        a, b = antecedent(t, (i, i + 1), t.sentences[t.sentence_of[i]][0])
        hit = hit._replace(start=t.starts[a], end=t.ends[b - 1])
    mention = text[hit.start : hit.end]
    cue = Cue(text[hit.cue.start : hit.cue.end], *hit.cue) if hit.cue else None
    name: str | None = mention
    if mention.lower() in ("i", "we", "me"):
        name = parent.speaker.name if parent.speaker else None
    elif len(mention) <= 4 and mention.lower() in ("he", "she", "they", "it", "you", "who", "that", "one"):
        name = None
    return Speaker(name, mention, hit.start, hit.end, hit.via, round(CONFIDENCE.get(hit.via, 0.5) * 0.9, 2)), cue
