"""Weighs the candidates: a sum of weights for each, and a share of belief for each that follows from the sums.

The weights stand in the language's data with a row a sign; `tools/fit.py` makes them from annotated news by maximum likelihood (a
conditional logit over the candidates of each quotation, nobody among them), so that exp(sum) over the total of all is a probability.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from quotecli.find.evidence import around, layout, nouns
from quotecli.find.evidence.after import after
from quotecli.find.evidence.before import before
from quotecli.find.site import Candidate, Site
from quotecli.lexicon.weights import read_weights

Producer = Callable[[Site], Iterable[Candidate]]

BESIDE: tuple[Producer, ...] = (
    layout.beside, after, before, around.following, nouns.according, nouns.owner, nouns.view, nouns.survey, nouns.shouting, nouns.came,
)  # fmt: skip
"""What the quotation's own sentence may tell."""
AROUND: tuple[Producer, ...] = (
    around.same_sentence, around.same_paragraph, around.told_before, around.paragraph_above, around.reported_above, nouns.first,
)  # fmt: skip
"""What else may tell, where the sentence leaves it open."""
ALONE: tuple[Producer, ...] = (
    layout.beside, layout.heading, around.following, around.same_paragraph, around.told_before,
    layout.signature_below, around.paragraph_above, around.reported_above,
)  # fmt: skip
"""For a quotation that has its sentence to itself."""
NESTED: tuple[Producer, ...] = (layout.label_before, before, after, nouns.according, nouns.owner)
SURE = 3.0
"""The sum from which a sentence settles who speaks: those around it are then not asked, which costs a hundredth of belief at most."""


class Weighed(NamedTuple):
    """A candidate with its share of belief."""

    candidate: Candidate
    share: float  # 0 to 1; all candidates and nobody together make 1


@cache
def weights() -> dict[str, float]:
    """The weight of each sign."""
    return read_weights("weights")


def candidates(site: Site) -> list[Candidate]:
    """Everybody who may have said it, in the order of the producers."""
    if site.alone:
        return _ask(site, ALONE)
    found = _ask(site, BESIDE)
    return found if any(sum_of(one.signs) >= SURE for one in found) else found + _ask(site, AROUND)


def _ask(site: Site, producers: tuple[Producer, ...]) -> list[Candidate]:
    return [one for produce in producers for one in produce(site) if _is_words(site, one)]


_TOTALS: dict[tuple[str, ...], float] = {}
"""Sums made before; full at MANY, so that a long run does not grow it."""
MANY = 20_000


def sum_of(signs: tuple[str, ...]) -> float:
    """The sum of the weights of the signs."""
    known = _TOTALS.get(signs)
    if known is None:
        table = weights()
        known = sum(table.get(sign, 0.0) for sign in signs)
        if len(_TOTALS) < MANY:
            _TOTALS[signs] = known
    return known


def nested_candidates(site: Site) -> list[Candidate]:
    """For a quotation inside another: only what stands beside it in its own sentence counts."""
    if site.alone:
        return []
    return _ask(site, NESTED)


_STRAY = frozenset('"“”„«»\n')


def _is_words(site: Site, one: Candidate) -> bool:
    """Whether the mention is made of words: no stray mark names anybody."""
    text, start, end = site.article.text, one.start, one.end
    if not _STRAY.isdisjoint(text[start:end]):
        return False
    return text[start].isalnum() or any(letter.isalnum() for letter in text[start:end])


_NOBODY_ALONE, _NOBODY_BESIDE = ("nobody", "nobody alone"), ("nobody", "nobody beside")


def nobody(site: Site, found: Iterable[Candidate]) -> tuple[str, ...]:
    """What speaks for nobody."""
    return _NOBODY_ALONE if site.alone else _NOBODY_BESIDE


def shares(site: Site, found: list[Candidate]) -> tuple[list[Weighed], float]:
    """Each mention with its share of belief, the strongest first, and nobody's share; together they make 1.

    Of one mention the strongest evidence stands for all that speaks for it, with the shares of all.
    """
    none = math.exp(sum_of(nobody(site, found)))
    whole = none
    merged: dict[tuple[int, int], tuple[float, float, Candidate]] = {}  # by mention: what speaks for it, the strongest, its candidate
    for one in found:
        power = math.exp(sum_of(one.signs))
        whole += power
        so_far, strongest, candidate = merged.get((one.start, one.end), (0.0, -1.0, one))
        merged[one.start, one.end] = (so_far + power, *((power, one) if power > strongest else (strongest, candidate)))
    ranked = [Weighed(candidate, power / whole) for power, _, candidate in merged.values()]
    ranked.sort(key=lambda one: -one.share)
    return ranked, none / whole


def weigh(site: Site, found: list[Candidate]) -> Weighed | None:
    """The strongest candidate with its share; None where nobody outweighs them all."""
    if not found:
        return None
    if len(found) == 1:  # as `shares` has it
        none, power = math.exp(sum_of(nobody(site, found))), math.exp(sum_of(found[0].signs))
        return Weighed(found[0], power / (none + power)) if power >= none else None
    ranked, none = shares(site, found)
    return ranked[0] if ranked[0].share >= none else None
