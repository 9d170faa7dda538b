"""Work spread over processes: in order, a bounded amount of it in flight. What a process that is ended had in hand is done again."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

BATCH = 32
"""Pieces handed to a process at a time."""

Piece = TypeVar("Piece")
Done = TypeVar("Done")


MOST_ON_WINDOWS = 61
"""Processes that one can wait for there."""


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew(Generic[Piece, Done]):
    """Processes that do `work` on each piece. A piece whose process is ended from outside, for lack of memory as a rule, is `lost`.

    `work` and what it takes and gives must be picklable, and it must not raise. Whichever piece a process was at, nobody can tell when it
    is gone: so a whole batch is done again, each of its pieces by itself, and only that counts as lost which ends its process then, too.
    What is `light` costs more to hand over than to do, and is done here.
    """

    def __init__(
        self,
        workers: int,
        work: Callable[[Piece], Done],
        lost: Callable[[Piece], Done],
        light: Callable[[Piece], bool] = lambda _: False,
        batch: int = BATCH,
        forked: bool = False,
    ) -> None:
        """`batch` pieces are handed over at a time, but for those that are `light`, which are done here.

        Processes that are `forked` have all that this one has in its memory.
        """
        self.workers = min(workers, MOST_ON_WINDOWS) if sys.platform == "win32" else workers
        self.work, self.lost, self.light, self.batch, self.forked = work, lost, light, batch, forked

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(workers, get_context("fork" if self.forked else None), _of_a_crew)

    def through(self, pieces: Iterator[Piece]) -> Iterator[Done]:
        """All of them done, in their order."""
        from concurrent.futures.process import BrokenProcessPool

        left: deque[list[Piece]] = deque()  # batches in hand when a process was ended, to be done again
        while batch := left.popleft() if left else list(islice(pieces, self.batch)):
            left.appendleft(batch)
            try:
                yield from self._until_broken(left, pieces)
            except BrokenProcessPool:
                yield from map(self._alone, left.popleft())

    def _until_broken(self, left: deque[list[Piece]], pieces: Iterator[Piece]) -> Iterator[Done]:
        """What is left, then the rest. Raises BrokenProcessPool; `left` then begins with the batch that is not done."""
        from concurrent.futures import Future

        nothing: Future[list[Done]] = Future()
        nothing.set_result([])
        waiting: deque[tuple[Future[list[Done]], list[bool]]] = deque()  # of each batch also which of its pieces are light
        pool = self._pool(self.workers)
        try:
            while True:
                while len(waiting) < 2 * self.workers:
                    if len(left) == len(waiting) and (batch := list(islice(pieces, self.batch))):
                        left.append(batch)
                    if len(left) == len(waiting):
                        break
                    batch = left[len(waiting)]
                    light = [self.light(piece) for piece in batch]
                    heavy = [piece for piece, here in zip(batch, light, strict=True) if not here]
                    with _signals_held():
                        waiting.append((pool.submit(_each, self.work, heavy) if heavy else nothing, light))
                if not waiting:
                    return
                future, light = waiting.popleft()
                done = iter(future.result())
                yield from (self.work(piece) if here else next(done) for piece, here in zip(left.popleft(), light, strict=True))
        finally:
            pool.shutdown(cancel_futures=True)

    def _alone(self, piece: Piece) -> Done:
        """One piece, by a process of its own."""
        from concurrent.futures.process import BrokenProcessPool

        if self.light(piece):
            return self.work(piece)
        with self._pool(1) as pool:
            try:
                with _signals_held():
                    done = pool.submit(self.work, piece)
                return done.result()
            except BrokenProcessPool:
                return self.lost(piece)


def _each(work: Callable[[Piece], Done], batch: list[Piece]) -> list[Done]:
    return [work(piece) for piece in batch]


def _heeded() -> set[signal.Signals]:
    """The signals whose meaning a process of ours changes; Windows has no SIGHUP."""
    return {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait while a process may be made: until it has said what they mean to it, it would take them as its parent does."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _heeded())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _of_a_crew() -> None:
    """In a process of ours: Ctrl-C and a closed terminal reach all of them, and one is enough to end the run; it ends with its parent."""
    from threading import Thread

    for heeded in _heeded():
        signal.signal(heeded, signal.SIG_DFL if heeded == signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _heeded())
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent's end, and end: a parent that was killed told nobody."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
