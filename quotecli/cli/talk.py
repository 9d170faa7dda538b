"""What is said on standard error: one line a problem."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from quotecli.render.safe import visible

if TYPE_CHECKING:
    from quotecli.model import Skipped


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


def report_left_out(many: int, what: str, quiet: bool) -> None:
    """One line for what the limit kept out of the tables."""
    if many and not quiet:
        complain(f"{many} more {what}; --limit 0 shows all")


def hush() -> None:
    """Point standard output at nothing, so that the interpreter's last flush into a closed pipe stays silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
