"""Whole processes: the processor time and the peak memory that the system says they took."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = str(ROOT / ".venv/bin/python")
QUOTES = str(ROOT / ".venv/bin/quotes")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With bytecode, as an installer leaves a package: without it every run would compile the source, and that is not what a user waits for."""
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took."""

    cpu: float  # seconds, its own and the system's for it, children included
    peak: int  # bytes resident at most


def measure(command: Sequence[str]) -> Usage:
    """Run a command to its end. Raises RuntimeError when it fails: a benchmark of a failure says nothing."""
    child = subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    talk = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} exits with {child.returncode}: {talk.decode(errors='replace')[-500:]}")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)


def medians(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Usage]:
    """The median usage of each command over some rounds, in each of which all run: a busy minute hits all alike."""
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for command in commands.values():
        measure(command)  # writes the bytecode, warms the disk
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(measure(command))
    return {name: Usage(statistics.median(u.cpu for u in all_), max(u.peak for u in all_)) for name, all_ in taken.items()}
