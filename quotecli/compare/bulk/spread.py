"""The work on a large collection, spread over processes that find it in their memory: it is far too much to be handed over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, islice
from multiprocessing import parent_process
from typing import Any

from quotecli.compare.links import Done, Piece
from quotecli.workers import Crew, cores

MANY = 200_000  # quotations from which on a second process is worth its memory
MOST = 4  # processes: each has that much of its own
ROUND = 32  # pieces after which the processes are made anew: a page of memory that one of them looks at becomes its own

works: dict[int, Callable[[Any], Any]] = {}
"""What is being done, by number, for processes that are made meanwhile."""
numbers = count()


def workers_for(quotations: int, jobs: int | None = None) -> int:
    """How many processes are to share the work, `jobs` at most."""
    forks = sys.platform == "linux"  # elsewhere a process is not made by a fork, or not safely
    return min(jobs or cores(), MOST) if forks and quotations >= MANY and parent_process() is None else 1


def spread(workers: int, work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> Iterator[Done]:
    """`work` on each piece, in order, by so many processes. What it remembers is lost with its process."""
    if workers == 1:
        yield from map(work, pieces)
        return
    number = next(numbers)
    works[number] = work
    left = iter(pieces)
    try:
        while some := list(islice(left, ROUND)):
            yield from Crew(workers, partial(by_number, number), work, batch=1, forked=True).through(iter(some))
    finally:
        del works[number]


def by_number(number: int, piece: Any) -> Any:
    """A piece of what is being done, done in a process of its own."""
    return works[number](piece)
