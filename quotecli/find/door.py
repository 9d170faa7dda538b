"""The door of the room: from a source to its quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.collector import collector_at_rest
from quotecli.find.article import Article, Hit, open_article
from quotecli.find.kinds import WEAK_TIES, kind_of
from quotecli.find.marks import Pair
from quotecli.find.people import Resolver
from quotecli.find.shapes import has_marks
from quotecli.find.site import Candidate, Site, clauses_of
from quotecli.find.tokens import Tokens
from quotecli.find.weigh import candidates, nested_candidates, weigh
from quotecli.lexicon import has_pack
from quotecli.lexicon.en import mentions as small
from quotecli.model import Cue, Kind, Quote, Refusal, Source, Span, Speaker
from quotecli.text import Lines

if TYPE_CHECKING:
    from quotecli.model import Weighing

NESTED_CERTAINTY = 0.9
"""How sure it is who is meant inside a quotation, where names are not looked up."""


class Found(NamedTuple):
    """What one source holds."""

    source: Source
    quotes: tuple[Quote, ...]
    refusals: tuple[Refusal, ...]
    weighings: tuple[Weighing, ...] = ()  # what was weighed for each quotation, where that was asked for: `find.explained`


def find_quotes(source: Source) -> Found:
    """The quotations of `source`, outermost and nested, in order of their opening marks, with kind and speaker."""
    if not has_marks(source.text):  # a line of a table, often: to lay it open would take as long as to read it
        return Found(source, (), ())
    with collector_at_rest():
        return _found_in(source)


def _found_in(source: Source) -> Found:
    """Likewise; the article is gone when this returns, so that the collector does not walk through it."""
    article, found = find_in(source)
    article.close()
    return found


def find_in(source: Source) -> tuple[Article, Found]:
    """The quotations of `source`, and the article as it was laid open: what was weighed for each."""
    article = open_article(source)
    lines = Lines(source.text)
    known = has_pack(source.language)  # where the language is not ours, marks are all that we read
    resolver = article.resolver = Resolver(article) if article.marked.pairs else None
    quotes: list[Quote] = []
    for block, pairs in enumerate(article.pairs):
        previous: Quote | None = None
        for pair in pairs:
            assert resolver is not None
            site = article.sites[pair.start] = _site(article, block, pair)
            hit = article.hits[pair.start] = _attributed(site, candidates(site)) if known else None
            pieces = _pieces(source.text, pair)
            kind, why = kind_of(site, pieces, hit) if known else ("direct", None)
            if not pair.closed and (hit is None or hit.via in WEAK_TIES):
                kind, why = "other", "unclosed"
            if kind == "other":
                hit = None
            said = _speaker(resolver, hit, pair.start)
            goes_on = previous.id if previous and _continues(site, previous, said[0]) else None
            quote = _quote(article, lines, pair, pieces, (kind, why), said, continues=goes_on)
            quotes.append(quote)
            if pair.children:
                quotes.extend(_nested(resolver, lines, pair, quote))
            previous = quote if kind != "other" else previous
    return article, Found(source, tuple(quotes), tuple(article.marked.refusals))


def _attributed(site: Site, found: list[Candidate]) -> Hit | None:
    """The strongest candidate, with its share of belief; None where nobody outweighs them all."""
    site.article.candidates[site.t.starts[site.i]] = found
    best = weigh(site, found)
    if best is None:
        return None
    one, share = best
    return Hit(one.start, one.end, one.cue, one.via, round(share, 3), one.carried)


def _site(article: Article, block: int, pair: Pair) -> Site:
    t = article.tokens(block)
    i = t.quote_at[pair.start]
    lo, hi = t.sentences[t.sentence_of[i]]
    return Site(article, block, t, i, lo, hi)


def _speaker(resolver: Resolver, hit: Hit | None, start: int) -> tuple[Speaker | None, Cue | None]:
    """The speaker and the cue of a quotation from what was decided."""
    if hit is None:
        return None, None
    text = resolver.article.text
    answer = resolver.article.answers[start] = resolver.resolve(hit, start)
    confidence = round(hit.confidence * answer.certainty, 2)
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
    kind: tuple[Kind, str | None],
    said: tuple[Speaker | None, Cue | None],
    parent: str | None = None,
    continues: str | None = None,
) -> Quote:
    """The quotation of a pair, with what was found out: `kind` with its reason, who said it and by which words."""
    text, name = article.text, article.source.id
    start, end = pair.start, pair.end
    line, column = lines.at(start)
    words = text[slice(*pieces[0])] if len(pieces) == 1 else "\n".join(text[s:e] for s, e in pieces)
    # By position, which takes half the time; in the order in which `Quote` declares them.
    return Quote(f"{name}:{start}", name, start, end, line, column, words, pieces, *kind, parent, continues, *said, (), pair.closed)


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
        t = Tokens(article.text, piece, children)
        for child in children:
            i = t.quote_at[child.start]
            lo, hi = t.sentences[t.sentence_of[i]]
            site = article.sites[child.start] = Site(article, -1, t, i, lo, hi)
            hit = _attributed(site, nested_candidates(site)) if has_pack(article.source.language) else None
            pieces = _pieces(article.text, child)
            kind, why = kind_of(site, pieces, hit)
            said = _inner_speaker(resolver, hit, parent, t) if kind != "other" else (None, None)
            quote = _quote(article, lines, child, pieces, (kind, why), said, parent.id)
            quotes.append(quote)
            quotes.extend(_nested(resolver, lines, child, quote))
        t.laid.clear()  # the sentences know their tokens
    return quotes


def _inner_speaker(resolver: Resolver, hit: Hit | None, parent: Quote, t: Tokens) -> tuple[Speaker | None, Cue | None]:
    """The speaker of a nested quotation; its "I" is the outer speaker."""
    if hit is None:
        return None, None
    text = resolver.article.text
    if text[hit.start : hit.end].lower() in small.WHO:  # "a writer who once said": the writer
        hit = _antecedent(t, hit)
    mention = text[hit.start : hit.end]
    cue = Cue(text[hit.cue.start : hit.cue.end], *hit.cue) if hit.cue else None
    name: str | None = mention
    if mention.lower() in small.SELF:
        name = parent.speaker.name if parent.speaker else None
    elif mention.lower() in small.STANDING_FOR_ANOTHER:
        name = None
    return Speaker(name, mention, hit.start, hit.end, hit.via, round(hit.confidence * NESTED_CERTAINTY, 2)), cue


def _antecedent(t: Tokens, hit: Hit) -> Hit:
    """The hit with what its relative pronoun stands for."""
    i = t.starts.index(hit.start)
    for noun in clauses_of(t, t.sentence_of[i]).nouns:
        if noun.a == i and noun.antecedent is not None:
            return hit._replace(start=t.starts[noun.antecedent.a], end=t.ends[noun.antecedent.b - 1])
    return hit
