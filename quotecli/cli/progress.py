"""How far a long run is: on a terminal's standard error, after a second, gone when it is over."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bar

    from quotecli.model import Skipped, Source

PATIENCE = 1.0  # seconds before anything is shown, and before Rich is loaded to show it
PACE = 0.2  # seconds between two pictures


class Progress:
    """Counts articles and their size, then the quotations that are compared, and shows it now and then."""

    def __init__(self, paths: Sequence[str], quiet: bool = False) -> None:
        self.paths = paths
        self.wanted = not quiet and sys.stderr.isatty() and os.environ.get("TERM", "") != "dumb"
        self.begun = self.shown = time.monotonic()
        self.articles = self.skipped = self.size = 0
        self.bars: Bar | None = None  # made when there is something to show

    def seen(self, done: Source | Skipped) -> None:
        """One more article is done, or skipped."""
        from quotecli.model import Skipped

        if isinstance(done, Skipped):
            self.skipped += 1
        else:
            self.articles += 1
            self.size += len(done.text)
        if self.due():
            bars = self.bars or self.first()
            (task,) = bars.task_ids
            total = bars.tasks[0].total
            speed = self.size / 1e6 / (time.monotonic() - self.begun)
            # Compressed input is larger than its files say.
            known = total if total and self.size < total else None
            bars.update(task, description=f"{self.counted()}, {speed:.1f} MB/s", completed=self.size, total=known, refresh=True)

    def compared(self, done: int, total: int) -> None:
        """So many of the quotations are compared with the others."""
        if self.due():
            bars = self.bars or self.first()
            task = bars.task_ids[1] if len(bars.task_ids) > 1 else bars.add_task("")
            bars.update(bars.task_ids[0], description=self.counted(), completed=1, total=1)
            bars.update(task, description=f"comparing {total:,} quotations", completed=done, total=total, refresh=True)

    def due(self) -> bool:
        """Whether it is time for a picture."""
        now = time.monotonic()
        if not self.wanted or now - self.begun < PATIENCE or now - self.shown < PACE:
            return False
        self.shown = now
        return True

    def first(self) -> Bar:
        """The bars, with one for the articles. Rich would refresh them from a thread: beside that, processes could not be started."""
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (TextColumn("quotes: {task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        self.bars = Progress(*columns, console=console(), auto_refresh=False, transient=True)
        self.bars.start()
        self.bars.add_task("", total=sum(sizes(self.paths)))
        return self.bars

    def counted(self) -> str:
        """How many articles there were."""
        return f"{self.articles:,} article{'' if self.articles == 1 else 's'}" + (f", {self.skipped:,} skipped" if self.skipped else "")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bars:
            self.bars.stop()


def console() -> Console:
    """Where it is shown."""
    from rich.console import Console

    return Console(stderr=True)


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
