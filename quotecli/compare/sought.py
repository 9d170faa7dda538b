"""Words that somebody looks for, found in quotations: to the letter, in other dress, or in nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cached_property
from typing import NamedTuple

from quotecli.compare.base import Printed
from quotecli.compare.edits import extent_of, held_against, text_of
from quotecli.compare.naming import DRESS
from quotecli.compare.score import Wording, accepted, agreeing, chain, wording
from quotecli.compare.words import keys, words_of
from quotecli.errors import Misuse
from quotecli.model import Finding, Held, Quote, Span, Variant

FOUND = 0.4  # the share of the words' weight that must be there, in order, however much that is
SLIGHT = 2.5  # nats: so much any two quotations may have in common
UNLIKE = 0.35  # of all words that both have, below which a quotation only happens to have some of them
SAME = DRESS | {"punctuation"}  # types of edits that leave the words


class Clue(NamedTuple):
    """A telling word among those that are looked for."""

    word: str  # as it is written
    weight: float  # nats
    behind: tuple[tuple[str, float], ...]  # the next word and the next but one, with their nats


class Sought:
    """Words to look for. Raises Misuse where they are none."""

    def __init__(self, words: str) -> None:
        quote = Quote("", "", 0, len(words), 1, 1, words, (Span(0, len(words)),), "direct")
        self.text, self.wording = text_of(quote), wording(quote)
        self.total = self.wording.sums[-1]
        if not self.wording.keys:
            raise Misuse("there is no word to look for")

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Words, as they are written, of which nothing that `within` accepts can lack all: the rarest in the news."""
        weights: defaultdict[str, float] = defaultdict(float)
        for key, weight in zip(self.wording.keys, self.wording.weights, strict=True):
            weights[key] += weight
        left, needed = self.total, set[str]()
        for key in sorted(weights, key=lambda key: (-weights[key], key)):
            if not accepted(left, self.total, FOUND, SLIGHT):
                break
            needed.add(key)
            left -= weights[key]
        return tuple(dict.fromkeys(word.text for word in self.text.words if needed.intersection(keys(word.text, word.kind))))

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """The telling words, each as often as it is there, with the words that stand behind it and what these weigh."""
        spelled = [word for word in self.text.words if keys(word.text, word.kind)]
        weights = [sum(self.weight_of.get(key, 0.0) for key in keys(word.text, word.kind)) for word in spelled]
        return tuple(
            Clue(word.text, weights[i], tuple((other.text, weights[i + 1 + j]) for j, other in enumerate(spelled[i + 1 : i + 3])))
            for i, word in enumerate(spelled)
            if word.text in self.telling
        )

    @cached_property
    def weight_of(self) -> dict[str, float]:
        """What each folded form weighs, in nats."""
        return dict(zip(self.wording.keys, self.wording.weights, strict=True))

    @cached_property
    def phrase(self) -> str:
        """The words as they are written, without the marks."""
        return " ".join(word.text for word in self.text.words if keys(word.text, word.kind))

    def near(self, quote: Quote) -> bool:
        """Whether a quotation has so many of the words that `within` may find something; quick, for most have not."""
        other = {key for word in words_of(quote) for key in keys(word.text, word.kind)}
        return {*self.wording.keys} <= other or accepted(self.shared(other), self.total, FOUND, SLIGHT)

    def shared(self, other: Set[str]) -> float:
        """The nats of the words that are among some others."""
        return sum(weight for key, weight in zip(self.wording.keys, self.wording.weights, strict=True) if key in other)

    def within(self, quote: Quote) -> Finding | None:
        """The stretch of a quotation that has these words, or most of what they tell; None where there is none."""
        other = wording(quote)
        at = place_of(self.wording.keys, other.keys)
        if at is not None:
            return self.finding(quote, at, at + len(self.wording.keys))
        common = {*self.wording.keys} & {*other.keys}
        if not accepted(self.shared(common), self.total, FOUND, SLIGHT):
            return None
        whole = (0, len(self.wording.keys)), (0, len(other.keys))
        match = chain(self.wording, other, agreeing(self.wording, other, common, *whole))
        if not accepted(match.evidence, self.total, FOUND, SLIGHT):
            return None
        low, high = around(other, match.b, match.a[0], len(self.wording.keys) - match.a[1])
        found = self.finding(quote, low, high)
        return found if found.variant.similarity >= UNLIKE else None

    def finding(self, quote: Quote, low: int, high: int) -> Finding:
        """A stretch as it is printed, held against the words."""
        part = Printed(quote, *extent_of(text_of(quote), low, high))
        found = Variant(quote.id, quote.source, part.start, part.end, part.text(), Held(*held_against(self.text, part.words())))
        return Finding(found, all(edit.type in SAME for edit in found.edits))


def place_of(few: tuple[str, ...], many: tuple[str, ...]) -> int | None:
    """Where one run of forms first stands in another."""
    return next((i for i in range(len(many) - len(few) + 1) if many[i] == few[0] and many[i : i + len(few)] == few), None)


def around(other: Wording, found: tuple[int, int], before: int, after: int) -> tuple[int, int]:
    """The stretch with as many words before and after it as were not found there, but not beyond its sentence: they are what changed."""
    start = next((low for low, high in other.sentences if low <= found[0] < high), found[0])
    end = next((high for low, high in other.sentences if low < found[1] <= high), found[1])
    return max(start, found[0] - before), min(end, found[1] + after)
