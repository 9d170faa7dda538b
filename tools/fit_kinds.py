"""Fits the table that tells speech from titles, terms and names: how much each sign of `find.speech` tells.

    python tools/fit_kinds.py FILE.jsonl… [--half A|B]

In go annotated articles (of a file of more than LARGE, the half that is named), sets of articles on one event, and small cases of our
own; tools/gold.py tells their forms. Out comes quotecli/lexicon/en/kinds.tsv: a sign, its weight for speech, and how many quotations
carried it, a line each. `make fit` calls it as the table in the package was made; the same input gives the same table.

A logistic regression by AdaGrad over a fixed order, held small by a Gaussian prior. Our cases show what a sign means, but not how often
news has it: we wrote as many titles as speeches. So every sign of a case weighs twice, once with the weight that all share and once with
one of our cases alone, which is not written. Told at the end: what share of the others is kept out at which recall of speech, and at which
belief.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tables
from gold import Row, article, half, rows, span

from quotecli.evaluate.agree import overlap
from quotecli.find import speech
from quotecli.find.door import find_in
from quotecli.model import Span

RARE = 3
PRIOR = 10.0
PASSES = 150
RATE = 0.15
LARGE = 500
OURS = 4.0
"""What a small case of ours counts, where an annotated quotation counts 1: it was written for a kind that news has seldom."""
OWN = 8.0
"""How much more strongly than a sign's weight its share that holds for our cases alone is held small."""
TELLING = 0.02
"""A weight below this tells nothing, and its sign is left out of the table."""
OURS_ALONE = "in our cases: "
KINDS_OF_SPEECH = frozenset({"speech", "direct", "mixed"})


class Gold(NamedTuple):
    """What is annotated of a quotation."""

    span: Span
    speech: bool


class Example(NamedTuple):
    """One quotation: its signs, and whether it is speech."""

    signs: list[str]
    speech: bool
    weight: float

    def carried(self) -> Iterator[str]:
        """Its signs, those of a case of ours once more under a name of their own."""
        yield from self.signs
        if self.weight == OURS:
            yield from (f"{OURS_ALONE}{sign}" for sign in self.signs)


# ---- what goes in ----------------------------------------------------------------------------------------------------------
def texts(found: Sequence[Row]) -> Iterator[tuple[str, list[Gold], float]]:
    """The texts of a file with their annotated quotations, and what each of these counts."""
    for row in found:
        if "articles" in row:
            for one in row["articles"]:
                yield one["text"], list(_of_event(one)), 1.0
        elif "want" in row:
            yield row["text"], list(_wanted(row)), OURS
        elif any("attributed" in quote for quote in row["quotes"]):
            yield row["text"], [Gold(span(quote), quote["attributed"]) for quote in row["quotes"]], 1.0
        else:
            yield row["text"], list(_of_case(row)), OURS


def _of_event(one: Row) -> Iterator[Gold]:
    for quote in one["quotes"]:
        if quote["kind"] != "nested":
            yield Gold(span(quote), quote["kind"] in KINDS_OF_SPEECH)


def _wanted(case: Row) -> Iterator[Gold]:
    for beginning, names in case["want"]:
        start = case["text"].find(beginning)
        if start >= 0 and (names == "other" or "other" not in names):  # "other" among names leaves it open
            yield Gold(Span(start, start + len(beginning)), names != "other")


def _of_case(case: Row) -> Iterator[Gold]:
    for quote in case["quotes"]:
        if isinstance(quote, dict) and (start := case["text"].find(quote["span"])) >= 0:
            yield Gold(Span(start, start + len(quote["span"])), quote.get("kind") != "other")


def collect(text: str, annotated: Sequence[Gold], weight: float) -> Iterator[Example]:
    """The signs of every annotated quotation of a text that is found."""
    of, found = find_in(article(text))
    outer = [quote for quote in found.quotes if quote.parent is None]
    for gold in annotated:
        quote = max(outer, key=lambda q: overlap(Span(q.start, q.end), gold.span), default=None)
        if quote is None or overlap(Span(quote.start, quote.end), gold.span) < 0.8 * (gold.span.end - gold.span.start):
            continue
        body = text[quote.pieces[0].start : quote.pieces[-1].end]
        words = speech.read(body)
        if words.all and speech.asked(words, of.hits.get(quote.start)):
            signs = speech.signs(of.sites[quote.start], body, words, of.hits.get(quote.start))
            yield Example(list(dict.fromkeys(signs)), gold.speech, weight)


# ---- the weights -----------------------------------------------------------------------------------------------------------
def fit(examples: Sequence[Example]) -> tuple[dict[str, float], Counter[str]]:
    """The weights that make the annotated kinds likeliest, and how many quotations carry each sign."""
    counts = Counter(sign for one in examples for sign in one.carried())
    names = sorted(sign for sign, n in counts.items() if n >= RARE)
    index = {sign: at for at, sign in enumerate(names)}
    data = [([index[sign] for sign in one.carried() if sign in index], one.speech, one.weight) for one in examples]
    weights = [0.0] * len(names)
    moved = [1e-2] * len(names)
    prior = [PRIOR * OWN if name.startswith(OURS_ALONE) else PRIOR for name in names]
    hold = [held / counts[name] for held, name in zip(prior, names, strict=True)]  # as strongly, however often a sign is met
    mean = [0.0] * len(names)
    for turn, order in enumerate(tables.orders(len(data), PASSES)):
        for number in order:
            signs, spoken, weight = data[number]
            step = weight * (logistic(sum(weights[k] for k in signs)) - spoken)
            for k in signs:
                gradient = step + hold[k] * weights[k]
                moved[k] += gradient * gradient
                weights[k] -= RATE * gradient / math.sqrt(moved[k])
        if turn >= PASSES // 2:  # the mean of the later passes: the last step is no better than those before it
            mean = [so_far + weight / (PASSES - PASSES // 2) for so_far, weight in zip(mean, weights, strict=True)]
    shared = {name: weight for name, weight in zip(names, mean, strict=True) if not name.startswith(OURS_ALONE)}
    return {name: weight for name, weight in shared.items() if abs(weight) >= TELLING}, counts


def logistic(value: float) -> float:
    """A sum of weights as a belief."""
    return 1 / (1 + math.exp(-value))


def told(examples: Sequence[Example], table: dict[str, float]) -> Iterator[str]:
    """What is kept out at several recalls."""
    beliefs = [(logistic(sum(table.get(sign, 0.0) for sign in one.signs)), one.speech) for one in examples]
    spoken = sorted(belief for belief, is_speech in beliefs if is_speech)
    others = [belief for belief, is_speech in beliefs if not is_speech]
    for lost in (0.01, 0.015, 0.02, 0.025, 0.03):
        bar = spoken[int(lost * len(spoken))]
        share = sum(belief < bar for belief in others) / max(1, len(others))
        yield f"  recall {1 - lost:.3f}: {share:.3f} of {len(others)} others kept out, at a belief below {bar:.3f}"


def main() -> int:
    """Fit and write the table, and tell how well it parts them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--half", choices=["A", "B"], default="A")
    args = parser.parse_args()
    files = [rows(path) for path in args.files]
    chosen = [half(found, args.half) if len(found) > LARGE else found for found in files]
    examples = [one for found in chosen for text in texts(found) for one in collect(*text)]
    table, counts = fit(examples)
    print(*told(examples, table), sep="\n")
    tables.write("kinds.tsv", "sign\tweight for speech\tquotations that it was fitted on", table, counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
