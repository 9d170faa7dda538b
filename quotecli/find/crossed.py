"""Signs made of two, where what one tells depends on another, and signs of the wording around: the reported clause, the words beside it.

Only those stand here that part speech from names better on articles that the weights were not fitted on.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.find import classes as c
from quotecli.find import setting
from quotecli.find.article import Hit
from quotecli.find.site import Site
from quotecli.lexicon.en import speech as lexicon

PLAIN = c.CAP | c.NUM
CROWD = 5
"""Quotations of a paragraph past which one more tells nothing."""


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


def beside(site: Site) -> Iterator[str]:
    """The words themselves, one before the last and one behind."""
    t, i = site.t, site.i
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
