"""Whoever stops a run gets silence, the exit status of their signal, and no half-written file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import pythonpath

STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
OUTPUTS = [("a table", "out.txt", ()), ("a document", "out.json", ()), ("records as they come", "out.jsonl", ("--no-cluster",))]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder whose last article is still being written: a named pipe."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"“We open in May,” Ann Lee said. This is {name}.\n", encoding="utf-8")
    os.mkfifo(folder / "z.txt")
    return folder


def stopped(articles: Path, by: int, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run `quotes extract` until it waits for the last article, stop it there, and see how it ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quotecli", "extract", *(str(articles / f"{name}.txt") for name in "abz"), *arguments],
        cwd=articles.parent,
        env={**os.environ, "PYTHONPATH": pythonpath()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with (articles / "z.txt").open("wb"):  # returns when the command opens the other end
        process.send_signal(by)
        out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def around(folder: Path) -> Iterator[str]:
    """Every file in the folder of the output, hidden ones too."""
    return (path.name for path in folder.iterdir() if path.is_file())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize(("by", "status"), STOPS, ids=[by.name for by, _ in STOPS])
@pytest.mark.parametrize(("label", "name", "more"), OUTPUTS, ids=[case[0] for case in OUTPUTS])
def test_a_run_that_is_stopped_leaves_no_file(articles: Path, label: str, name: str, more: tuple[str, ...], by: int, status: int) -> None:
    """Neither under the name asked for nor under a temporary one."""
    done = stopped(articles, by, "-o", name, *more)
    assert (done.returncode, done.stdout, done.stderr) == (status, b"", b"")
    assert list(around(articles.parent)) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_run_that_is_stopped_leaves_the_old_file_as_it_was(articles: Path) -> None:
    """What stood there before is replaced by a whole answer or not at all."""
    (articles.parent / "out.jsonl").write_text("old\n")
    assert stopped(articles, signal.SIGINT, "-o", "out.jsonl", "--no-cluster").returncode == 130
    assert list(around(articles.parent)) == ["out.jsonl"]
    assert (articles.parent / "out.jsonl").read_text() == "old\n"
