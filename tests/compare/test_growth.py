"""What comparing costs where everything is alike: calls and memory, counted, grow no faster than the collection to the power of 1.2."""

from __future__ import annotations

import random
import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType

import pytest
from made import article, quotes_of

from quotecli.compare import cluster
from quotecli.model import Quote, Source

GROWTH = 1.2
FEW = "ferry engine window boat stone market river storm winter paper harbour garden ticket light pier council bridge school".split()
STORY = "Reporter {0} was there at {1} and saw how the council of ward {2} filed out of hall {3}, past coach {4}, towards gate {5} and pier {6}."


def near(n: int) -> list[str]:
    """Sentences that differ in two words."""
    return [
        f"“We go to the pier with all the {FEW[i % 18]} in the boat storm of {chr(97 + i // 18)}aladan{i % 18},” she said."
        for i in range(n)
    ]


def same(n: int) -> list[str]:
    """One sentence, printed by all in a story that copies nobody's."""
    return [f"“We go to the pier with all the boats in the winter storm,” she said. {STORY.format(*range(i, 7 * n, n))}" for i in range(n)]


def long(n: int) -> list[str]:
    """Quotations of many words, of which few are different."""
    pick = random.Random(n).choices
    return [f"“{' '.join(' '.join(pick(FEW, k=12)).capitalize() + '.' for _ in range(20))}” she said." for _ in range(n)]


SHAPES: list[tuple[Callable[[int], list[str]], int, int]] = [(near, 80, 320), (same, 80, 320), (long, 16, 64)]


def collection(texts: list[str]) -> tuple[list[Quote], list[Source]]:
    """The articles and what is said in them."""
    sources = [article(f"a{number:04}", text) for number, text in enumerate(texts)]
    return [quote for s in sources for quote in quotes_of(s, "Ann Voss")], sources


def calls(texts: list[str]) -> int:
    """The calls that clustering takes."""
    quotes, sources = collection(texts)
    count = 0

    def one(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        cluster(quotes, sources)
    finally:
        sys.setprofile(before)
    return count


def memory(texts: list[str]) -> int:
    """The most bytes that clustering holds at a time."""
    quotes, sources = collection(texts)
    tracemalloc.start()
    try:
        cluster(quotes, sources)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("cost", [calls, memory])
@pytest.mark.parametrize(("shape", "small", "large"), SHAPES, ids=[shape.__name__ for shape, _, _ in SHAPES])
def test_a_crowd_costs_no_more_than_its_number(
    shape: Callable[[int], list[str]], small: int, large: int, cost: Callable[[list[str]], int]
) -> None:
    """Four times as many cost little more than four times as much."""
    cost(shape(small))  # tables are read, names and words remembered
    assert cost(shape(large)) <= (large / small) ** GROWTH * cost(shape(small))


@pytest.mark.parametrize("shape", [near, same])
def test_a_crowd_is_one_utterance_still(shape: Callable[[int], list[str]]) -> None:
    """What is not compared directly is tied by what is."""
    assert [one.sources for one in cluster(*collection(shape(100)))] == [100]
