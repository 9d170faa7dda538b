"""Signs made of two, where what one tells depends on another, and signs of the wording around: the reported clause, the words beside it.

Only those stand here that part speech from names better on articles that the weights were not fitted on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from quotecli.find import classes as c
from quotecli.find import setting
from quotecli.find.article import Hit
from quotecli.find.nouns import Pair
from quotecli.find.site import Site
from quotecli.lexicon.en import speech as lexicon
from quotecli.model import Span

PLAIN = c.CAP | c.NUM
UNTOLD = PLAIN | c.Q
BEFORE = 3
"""Words before a quotation of which each tells something."""
CROWD = 5
"""Quotations of a paragraph past which one more tells nothing."""
FEW = 2
"""Paragraphs up to which what holds quotations is hardly an article, but a sentence or two that somebody wants looked at."""
LONG = 60
"""Characters of a quotation that is hardly a title or a term any more."""
AROUND = 6
"""Quotations on either side of which one may be long."""
AWAY = ((300, "close"), (1500, "near"))
"""Characters to the nearest long quotation."""
THICK = ((300, "dense"), (800, "usual"), (2500, "thin"))
"""Characters of an article to a quotation: an interview, a report that quotes, one that hardly does."""


def inside(found: list[str], touched: str, dress: str) -> Iterator[str]:
    """The signs of the words alone, each with the quotation's dress and with what stands before it."""
    for sign in found:
        yield from (f"{sign} in {dress}", f"{sign} behind {touched}")


def wording(words: list[str], short: str, touched: str, dress: str) -> Iterator[str]:
    """Signs of a few words: how the last one ends, whether a programme or a paper is called so."""
    if short != "short":
        return
    yield from (f"last in {words[-1][-3:]} {dress}", f"last in {words[-1][-2:]} {dress}")
    if not lexicon.OUTLETS.isdisjoint(words):
        yield from (f"outlet {dress}", f"outlet behind {touched}")


def beside(site: Site, dress: str) -> Iterator[str]:
    """The words themselves: the three before, the last but one and the next by themselves."""
    t, i = site.t, site.i
    for j in range(max(site.lo, i - BEFORE), i):
        if not t.tags[j] & UNTOLD:
            yield f"shortly before {t.low[j]} {dress}"
    if i - 1 > site.lo and not t.tags[i - 2] & PLAIN:
        yield f"second before {t.low[i - 2]}"
    if i + 1 < site.hi and not t.tags[i + 1] & PLAIN:
        yield f"next {t.low[i + 1]}"


def sure(hit: Hit | None, dress: str) -> str:
    """How sure attribution is, by the dress."""
    if hit is None:
        return f"sure none {dress}"
    share = hit.confidence
    return f"sure {'most' if share >= 0.95 else 'much' if share >= 0.85 else 'half' if share >= 0.65 else 'little'} {dress}"


def clause(site: Site, short: str, touched: str, dress: str) -> Iterator[str]:
    """Signs of the clause: whether it is one that is reported, and by what kind of verb."""
    verb = setting.governing(site)
    if verb is None:
        return
    over = "none" if verb.over is None else setting.strength(verb.over.cue)
    yield from (f"clause {verb.clause} {short}", f"over {over} {short}", f"over {over} {dress}", f"over {over} {touched}")


def paragraph(site: Site, short: str) -> Iterator[str]:
    """How many others are quoted in the paragraph."""
    if site.block >= 0:
        yield f"paragraph of {min(CROWD, len(site.article.pairs[site.block]))} {short}"


def article(site: Site, short: str, dress: str) -> Iterator[str]:
    """How thick with quotations it is between the first and the last: where people are hardly quoted, a word or two is seldom theirs."""
    blocks, pairs = site.article.blocks, site.article.marked.pairs
    first = bisect_right(blocks, pairs[0].start, key=_start) - 1
    last = bisect_right(blocks, pairs[-1].start, key=_start) - 1
    room = blocks[last].end - blocks[first].start
    few = last - first < FEW
    thick = "of few lines" if few else next((name for limit, name in THICK if room < limit * len(pairs)), "bare")
    yield from (f"article {thick} {short}", f"article {thick} {dress}")


def speech_around(site: Site, short: str, dress: str) -> Iterator[str]:
    """How far the nearest quotation is that is long enough to be somebody's sentence."""
    pairs, start = site.article.marked.pairs, site.t.starts[site.i]
    here = bisect_right(pairs, start, key=_start)
    others = [p for p in pairs[max(0, here - AROUND - 1) : here + AROUND] if p.end - p.start > LONG and not p.start <= start < p.end]
    gap = min((max(p.start - start, start - p.end) for p in others), default=None)
    away = "none" if gap is None else next((name for limit, name in AWAY if gap < limit), "far")
    yield from (f"speech {away} {short}", f"speech {away} {dress}")


def _start(of: Span | Pair) -> int:
    return of.start
