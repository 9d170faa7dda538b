"""How far a long run is: on a terminal's standard error, after a second, gone when it is over."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Timer

    from quotecli.model import Skipped, Source

PATIENCE = 1.0  # seconds before anything is shown
PACE = 0.2  # seconds between two pictures


class Progress:
    """Counts articles and their size, and shows it now and then."""

    def __init__(self, paths: Sequence[str], quiet: bool = False) -> None:
        self.paths = paths
        self.wanted = not quiet and sys.stderr.isatty() and os.environ.get("TERM", "") != "dumb"
        self.begun = self.shown = time.monotonic()
        self.articles = self.skipped = self.size = 0
        self.total: int | None = None  # bytes of the inputs; looked up only when there is something to show
        self.drawn = False
        self.later: Timer | None = None

    def seen(self, done: Source | Skipped | None) -> None:
        """One more article is done, or skipped; None: all are, and what follows takes as long as it takes."""
        from quotecli.model import Skipped

        if done is None:
            self.comparing()
            return
        if isinstance(done, Skipped):
            self.skipped += 1
        else:
            self.articles += 1
            self.size += len(done.text)
        now = time.monotonic()
        if self.wanted and now - self.begun > PATIENCE and now - self.shown > PACE:
            self.shown = now
            self.draw(now - self.begun)

    def draw(self, seconds: float) -> None:
        """Show where we are."""
        if self.total is None:
            self.total = sum(sizes(self.paths))
        line = f"{self.counted()}, {self.size / 1e6 / seconds:.1f} MB/s"
        if self.size < self.total:  # compressed input is larger than its files say
            done = self.size / self.total
            line += f", {100 * done:.0f} %, {clock(seconds / done - seconds)} left" if done else ""
        self.put(line)

    def counted(self) -> str:
        """How many articles there were."""
        return f"{self.articles:,} article{'' if self.articles == 1 else 's'}" + (f", {self.skipped:,} skipped" if self.skipped else "")

    def comparing(self) -> None:
        """Say so, now or when patience ends: no article will be done that could show it."""
        if not self.wanted:
            return
        from threading import Timer

        waited = time.monotonic() - self.begun
        self.later = Timer(max(0.0, PATIENCE - waited), self.put, (f"{self.counted()}, comparing the wordings …",))
        self.later.daemon = True
        self.later.start()

    def put(self, line: str) -> None:
        """Put the line where the last one stood."""
        columns = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 80
        sys.stderr.write(f"\r{f'quotes: {line}'[: columns - 1]}\x1b[K")
        sys.stderr.flush()
        self.drawn = True

    def over(self) -> None:
        """Leave the line as it was."""
        if self.later:
            self.later.cancel()
            self.later.join()
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.over()


def sizes(paths: Iterable[str]) -> Iterator[int]:
    """The sizes of the files at the paths, in bytes."""
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                yield from sizes(os.path.join(folder, name) for name in names)
        else:
            try:
                yield os.path.getsize(path)
            except OSError:
                continue


def clock(seconds: float) -> str:
    """A duration as 0:42 or 1:02:03."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
