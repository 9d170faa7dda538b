"""Whole processes: the processor time and the peak memory that the system says they took."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
QUOTES = str(Path(PYTHON).with_name("quotes"))
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With bytecode, as an installer leaves a package: without it every run would compile the source, and that is not what a user waits for."""
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took."""

    cpu: float  # seconds, its own and the system's for it, children included
    peak: int  # bytes resident at most


LAUNCHER = """
import os, sys
null = os.open(os.devnull, os.O_RDWR)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1)])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
"""Starts a process from a small one: a child's peak counts what its parent held when it was made, and ours may hold a model."""


def measure(command: Sequence[str]) -> Usage:
    """Run a command to its end. Raises RuntimeError when it fails: a benchmark of a failure says nothing."""
    launch = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    done = subprocess.run(launch, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, errors="replace", check=True)
    status, cpu, peak = done.stdout.split()
    if status != "0":
        raise RuntimeError(f"{' '.join(command)} exits with {status}: {done.stderr[-500:]}")
    return Usage(float(cpu), int(peak) * RSS_UNIT)


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[Usage]]:
    """The usage of each command in some rounds, in each of which all run: a busy minute hits all alike."""
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for command in commands.values():
        measure(command)  # writes the bytecode, warms the disk
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(measure(command))
    return taken
