"""What is said on standard error: one line a problem."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from quotecli.render.safe import visible

if TYPE_CHECKING:
    from quotecli.model import Skipped, Source
    from quotecli.read import ReadOptions


def complain(message: str, hint: str = "") -> None:
    """Write one line: `quotes: message (hint)`; whatever it quotes cannot act on the terminal."""
    line = visible(f"quotes: {message}" + (f" ({hint})" if hint else "")).replace("\n", " ")
    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):  # nobody hears it: the answer is worth more
        print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def report_skipped(skipped: Iterable[Skipped], quiet: bool = False) -> None:
    """One line for each input that could not be used; those that are left out for want of a date are counted."""
    if quiet:
        return
    from quotecli.model import UNDATED

    undated = 0
    for one in skipped:
        if one.reason == UNDATED:
            undated += 1
        else:
            complain(f"{one.path}: {one.reason}")
    if undated:
        complain(f"{undated} article{' has' if undated == 1 else 's have'} no date, and --since and --until ask for one: left out")


SAID = 10
"""Articles that are said to be doubtful, each in a line; then they are counted."""


class Doubts:
    """Articles without quotations that show why: silence would look like an answer."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.lines: list[str] = []
        self.more = 0

    def seen(self, source: Source, quotations: bool) -> None:
        """One more article, and whether any were found in it."""
        if self.quiet or quotations:
            return
        from quotecli.read.doubts import doubt

        if not (said := doubt(source)):
            return
        if len(self.lines) < SAID:
            self.lines.append(f"{source.path}: {f'article {number}: ' if (number := source.id.partition('#')[2]) else ''}{said}")
        else:
            self.more += 1

    def report(self) -> None:
        """A line each, and how many more there are."""
        for line in self.lines:
            complain(line)
        if self.more:
            complain(f"{self.more} more articles without quotations look as if they were read wrongly")


def report_unread(paths: Iterable[str], options: ReadOptions, quiet: bool) -> None:
    """One line for the files in folders whose kinds are not read."""
    from quotecli.read.doubts import unread

    kinds = unread(paths, options) if not quiet else None
    if kinds:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))[:SAID])
        many = sum(kinds.values())
        complain(
            f"{many} {'file' if many == 1 else 'files'} of kinds that are not read {'was' if many == 1 else 'were'} passed over ({told})"
        )


def report_left_out(many: int, what: str, quiet: bool) -> None:
    """One line for what the limit kept out of the tables."""
    if many and not quiet:
        complain(f"{many} more {what}; --limit 0 shows all")


def hush() -> None:
    """Point standard output at nothing, so that the interpreter's last flush into a closed pipe stays silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
