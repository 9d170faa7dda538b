"""The command, run as its users run it: as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
UNSET = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "COLORTERM", "PYTHONIOENCODING", "QUOTES_PAGER")


class Answer(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str
    raw: bytes


Run = Callable[..., Answer]


@pytest.fixture
def quotes(tmp_path: Path) -> Run:
    """Run `quotes` in an empty folder, with nothing in the environment that changes what output looks like."""

    def run(*arguments: str | Path, input: bytes = b"", cwd: Path = tmp_path, **environ: str) -> Answer:
        home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / ".config")}
        done = subprocess.run(
            [sys.executable, "-m", "quotecli", *map(str, arguments)],
            input=input,
            capture_output=True,
            cwd=cwd,
            env={**{name: value for name, value in os.environ.items() if name not in UNSET}, **home, "PYTHONPATH": pythonpath(), **environ},
            timeout=120,
        )
        return Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.stdout)

    return run


def pythonpath() -> str:
    """Where the package is, wherever the command runs."""
    return os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article with two quotations of one speaker."""
    path = tmp_path / "article.txt"
    path.write_text("“We will never raise taxes,” Ann Lee said on Monday.\n“Any time,” she added.\n", encoding="utf-8")
    return path
