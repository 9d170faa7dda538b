"""Fits the table of weights from annotated news: how much each sign tells of who said it.

    python tools/fit.py NEWS.jsonl [--half A|B] [--events FILE…] [--cases FILE…] [--rounds 3]

In go annotated articles (of NEWS the half that is named), sets of articles on one event, and small cases of our own; tools/gold.py tells
their forms. Out comes quotecli/lexicon/en/weights.tsv: a sign, its weight, and how many candidates carried it, a line each. `make fit`
calls it as the table in the package was made; the same input gives the same table.

A conditional logit: of each quotation, the candidates (nobody among them) share the belief in proportion to exp(sum of weights); the
weights are those that make the right candidates likeliest, held small by a Gaussian prior (L2). Maximised by AdaGrad over a fixed order
of quotations. The candidates depend on what was decided for the quotations before, so the table is fitted in rounds, from the priors
alone: decide, collect, fit, decide again. A sign met less often than RARE times stays out, unless its prior or its value is given below.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tables
from gold import Row, article, begins, half, rows, sources, span

from quotecli.evaluate.agree import names_source, same_name, touches
from quotecli.find import weigh
from quotecli.find.article import Article
from quotecli.find.door import find_in
from quotecli.find.site import Candidate
from quotecli.model import Span

RARE = 5
PRIOR = 0.005
PASSES = 24
RATE = 0.25
STEADY = 1e-6
"""Where a candidate's share is as near as this to what it should be, there is nothing to learn from it."""

# What a sign tells where annotated news hardly has it: the mean of its prior. Signs of layout are sure, and rare in agency copy.
MEANS = {
    "label inside": 6.0, "label before": 2.0, "label capitals": 2.0, "label opens": 0.5, "signature": 4.0, "heading": 2.0, "gapped": 4.0,
    "came": 4.0, "is what": 3.0, "shouting": 3.5, "how blamed": 2.0, "how moved": 1.0, "as put": 1.0, "next clause": 2.0, "next clause whole": 2.0, "view touch": 1.5,
    "view open": 2.0, "according": 2.0, "how agent": 2.0, "crossed how own": -1.0, "crossed denied": -1.0, "how aside": -1.0, "owner speech open": 2.0, "relayed": 3.0, "after content ?": -3.0,
    "crosses claim": -1.5, "handed over": 1.0, "between dashes": -3.0, "first told": -3.0, "aside": -2.0, "document reads": 2.0, "crossed document": -2.0, "survey": 3.0, "told above alone issued": 1.0, "told before alone issued": 1.0, "told listener": -3.0,
    "above 1 brief question": -2.0, "above 1 asked": -1.5, "paragraph alone answer": -3.0, "denied": -2.0,
}  # fmt: skip
# What the world settles and news too seldom shows, or annotates otherwise than a careful editor would: these stand as they are.
FIXED = {
    "after content ?": -6.0, "paragraph alone answer": -6.0, "told listener": -6.0, "above 1 brief question": -3.0, "above 1 asked": -3.0, "crossed how agent": -2.0, "as put it": 6.0,
    "crossed relative label": -2.2, "owner claim": 2.5, "crossed sub label": -1.5, "crossed sub say": -1.5, "crossed sub noun": -0.5, "crossed relative noun": 0.5, "crossed told": -1.0, "feigned": -6.0, "crossed feigned": -6.0,
    "next quote told": -1.5,
    "crosses claim": -3.0, "relayed": 5.0, "according after crossed": -2.5, "crossed relative say": -1.5, "aside": -4.0,
    "paragraph alone somebody": -2.5, "paragraph alone says": -2.5, "between dashes": -5.0, "first told": -5.0, "first document": 0.0, "first denied": -4.0, "first claim": -2.0,
    "handed over": 2.5, "according to a record": -4.0,
}  # fmt: skip

Right = Callable[[Candidate], bool]


class Example(NamedTuple):
    """The candidates of one quotation."""

    candidates: list[tuple[str, ...]]  # the signs of each
    right: list[bool]  # which of them are right; none: nobody is
    nobody: tuple[str, ...]  # the signs of nobody


def example(of: Article, start: int, right: Right, *, nobody: bool) -> Iterator[Example]:
    """The quotation that begins at `start`, where it has candidates, and a right one among them or nobody is right."""
    found = of.candidates.get(start)
    if found:
        flags = [right(one) for one in found]
        if nobody or any(flags):
            yield Example([one.signs for one in found], flags, weigh.nobody(of.sites[start], found))


# ---- what goes in ----------------------------------------------------------------------------------------------------------
def from_news(row: Row) -> Iterator[Example]:
    """The annotated quotations of an article; where the source is no candidate, nobody is right."""
    of, _ = find_in(article(row["text"]))
    pairs = [pair for block in of.pairs for pair in block]
    starts = {pair.start for pair in pairs}
    for gold in row["quotes"]:
        if not gold["attributed"] or not gold["source"]:
            continue
        around = (pair.start for pair in pairs if pair.start <= gold["start"] and pair.end >= gold["end"] - 1)
        start = gold["start"] if gold["start"] in starts else next(around, -1)
        yield from example(of, start, _source(row["text"], gold), nobody=True)


def _source(text: str, gold: Row) -> Right:
    """Right is the annotated source, or, of those that are carried over, another mention of it."""

    def right(one: Candidate) -> bool:
        mention = Span(one.start, one.end)
        named = sources(gold)
        return names_source(text, span(gold), named, mention, text[one.start : one.end]) if one.carried else touches(named, mention)

    return right


def from_event(row: Row) -> Iterator[Example]:
    """The quotations of a set of articles whose speakers have full names."""
    for one in row["articles"]:
        of, _ = find_in(article(one["text"]))
        for gold in one["quotes"]:
            if gold.get("speaker"):
                yield from example(of, gold["start"], _named(of, [gold["speaker"], *gold.get("accept", [])]), nobody=False)


def _named(of: Article, names: Sequence[str]) -> Right:
    """Right is whoever means one of the names."""

    def right(one: Candidate) -> bool:
        meant = of.resolver.name(one.start, one.end).name or of.text[one.start : one.end]
        return any(same_name(name, meant) for name in names)

    return right


def from_case(case: Row) -> Iterator[Example]:
    """The quotations of a small case, as far as it says who is right; what is known to fail is no model."""
    of, found = find_in(article(case["text"]))
    if "known" not in case:
        for entry in case.get("quotes", []):
            if isinstance(entry, dict) and "mention" in entry and entry.get("kind") != "other":
                yield from example(of, of.text.find(entry["span"]), _mention(of, entry["mention"]), nobody=entry["mention"] is None)
    for beginning, names in case.get("want", []):
        quote = begins(found.quotes, beginning)
        if quote is not None and names != "other":
            right = [name for name in names if name]
            yield from example(of, quote.start, _named(of, right), nobody=not right)


def _mention(of: Article, mention: str | None) -> Right:
    """Right is the mention that is promised."""
    return lambda one: of.text[one.start : one.end] == mention


# ---- the weights -----------------------------------------------------------------------------------------------------------
def fit(examples: Sequence[Example]) -> tuple[dict[str, float], Counter[str]]:
    """The weights that make the right candidates likeliest, and how many candidates carry each sign."""
    counts: Counter[str] = Counter()
    for one in examples:
        counts.update(sign for signs in one.candidates for sign in set(signs))
        counts.update(one.nobody)
    names = sorted({sign for sign, n in counts.items() if n >= RARE} | MEANS.keys() | FIXED.keys())
    index = {sign: at for at, sign in enumerate(names)}
    means = [FIXED.get(sign, MEANS.get(sign, 0.0)) for sign in names]
    learner = Learner(means, [sign in FIXED for sign in names])
    data = [_numbered(one, index) for one in examples]
    mean = [0.0] * len(names)
    for turn, order in enumerate(tables.orders(len(data), PASSES)):
        for number in order:
            learner.learn(*data[number])
        if turn >= PASSES // 2:  # the mean of the later passes: the last step is no better than those before it
            mean = [m + value / (PASSES - PASSES // 2) for m, value in zip(mean, learner.weights, strict=True)]
    return dict(zip(names, mean, strict=True)), counts


def _numbered(one: Example, index: dict[str, int]) -> tuple[list[list[int]], list[int]]:
    """The signs of each candidate and of nobody as numbers; which of them are right."""
    signs = [[index[sign] for sign in each if sign in index] for each in (*one.candidates, one.nobody)]
    return signs, [at for at, flag in enumerate(one.right) if flag] or [len(one.candidates)]


class Learner:
    """AdaGrad: each weight moves less the more it has moved."""

    def __init__(self, means: list[float], fixed: list[bool]) -> None:
        self.weights, self.means, self.fixed = list(means), means, fixed
        self.moved = [1e-6] * len(means)

    def learn(self, candidates: list[list[int]], right: list[int]) -> None:
        """One step towards the right candidates of one quotation."""
        sums = [sum(self.weights[k] for k in signs) for signs in candidates]
        top = max(sums)
        powers = [math.exp(one - top) for one in sums]
        total, hit = sum(powers), sum(powers[at] for at in right)
        for at, signs in enumerate(candidates):
            step = powers[at] / total - (powers[at] / hit if at in right else 0.0)
            if abs(step) >= STEADY:
                self._move(signs, step)

    def _move(self, signs: list[int], step: float) -> None:
        for k in signs:
            if not self.fixed[k]:
                gradient = step + PRIOR * (self.weights[k] - self.means[k])
                self.moved[k] += gradient * gradient
                self.weights[k] -= RATE * gradient / math.sqrt(self.moved[k])


def told(examples: Sequence[Example], table: dict[str, float]) -> str:
    """How many quotations have the right one among their candidates, and of how many it is the strongest."""

    def total(signs: Iterable[str]) -> float:
        return sum(table.get(sign, 0.0) for sign in signs)

    hits = 0
    for one in examples:
        sums = [total(signs) for signs in one.candidates]
        hits += max(sums) > total(one.nobody) and one.right[sums.index(max(sums))]
    among = sum(any(one.right) for one in examples)
    return f"{len(examples)} quotations, {among} with the right one among the candidates, {hits} right; {len(table)} signs"


def write(table: dict[str, float], counts: Counter[str]) -> None:
    """Write the table, and let it decide from now on."""
    tables.write("weights.tsv", "sign\tweight\tcandidates that it was fitted on", table, counts)
    weigh.weights.cache_clear()
    weigh._TOTALS.clear()


def main() -> int:
    """Fit and write the table, round by round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--half", choices=["A", "B"], default="A")
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--cases", type=Path, nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    news = half(rows(args.news), args.half)
    cases = [case for path in args.cases for case in rows(path)]
    events = [row for path in args.events for row in rows(path)]
    write(MEANS | FIXED, Counter())  # not from the table of now: the same input must give the same table
    for _ in range(args.rounds):
        examples = [one for row in news for one in from_news(row)]
        examples += [one for case in cases for one in from_case(case)]
        examples += [one for row in events for one in from_event(row)]
        table, counts = fit(examples)
        print(told(examples, table), flush=True)
        write(table, counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
