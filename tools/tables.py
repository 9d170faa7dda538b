"""How a table of weights comes about: the order in which examples are gone through, and the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "quotecli" / "lexicon" / "en"


def orders(size: int, passes: int) -> Iterator[list[int]]:
    """An order of so many examples for each pass, shuffled anew by a generator of our own: the same input gives the same table anywhere."""
    order = list(range(size))
    seed = 12345
    for _ in range(passes):
        for at in range(size - 1, 0, -1):
            seed = (seed * 1103515245 + 12345) % 2147483648
            other = seed % (at + 1)
            order[at], order[other] = order[other], order[at]
        yield order


def write(name: str, head: str, table: Mapping[str, float], counts: Counter[str]) -> None:
    """Write a table of the lexicon: a line for each sign, with its weight and how often it was met."""
    lines = [f"# {head}", *(f"{sign}\t{table[sign]:.2f}\t{counts[sign]}" for sign in sorted(table))]
    (LEXICON / name).write_text("\n".join(lines) + "\n", "utf8")
