"""Where the answer cannot go: one clear line that names the place, and never a crash."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SEEDS, UNSET, Answer, pythonpath

FULL = "no space left on device"


@pytest.fixture
def shell(tmp_path: Path, article: Path) -> Callable[[str], Answer]:
    """Run a line of shell, in which `quotes` is our command, beside a small article; `set -o pipefail` holds."""

    def run(line: str) -> Answer:
        environ = {name: value for name, value in os.environ.items() if name not in UNSET}
        environ |= {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / ".config"), "PYTHONPATH": pythonpath()}
        line = f'set -o pipefail\nquotes() {{ "{sys.executable}" -m quotecli "$@"; }}\n{line}'
        done = subprocess.run(["bash", "-c", line], capture_output=True, cwd=tmp_path, env=environ, timeout=120, stdin=subprocess.DEVNULL)
        return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), done.stdout)

    return run


Shell = Callable[[str], Answer]

UNWRITABLE = [
    ("a full disk", "quotes extract article.txt > /dev/full", f"standard output: {FULL}"),
    ("JSON", "quotes extract article.txt --json > /dev/full", f"standard output: {FULL}"),
    ("several processes", f"quotes extract {SEEDS} -j 2 --json > /dev/full", f"standard output: {FULL}"),
    ("an article as it comes", "quotes extract article.txt --no-cluster -f jsonl > /dev/full", f"standard output: {FULL}"),
    ("diff", "quotes diff article.txt -q > /dev/full", f"standard output: {FULL}"),
    ("explain", "quotes explain article.txt > /dev/full", f"standard output: {FULL}"),
    ("text", "quotes text article.txt > /dev/full", f"standard output: {FULL}"),
    ("the schema", "quotes schema > /dev/full", f"standard output: {FULL}"),
    ("the settings", "quotes config > /dev/full", f"standard output: {FULL}"),
    ("help", "quotes extract --help > /dev/full", f"standard output: {FULL}"),
    ("the version", "quotes --version > /dev/full", f"standard output: {FULL}"),
    ("a full device as a file", "quotes extract article.txt -f json -o /dev/full", f"/dev/full: {FULL}"),
    ("a table there", "quotes extract article.txt -f table -o /dev/full", f"/dev/full: {FULL}"),
    ("closed output", "quotes extract article.txt >&-", "standard output: bad file descriptor"),
    ("closed output, the version", "quotes --version >&-", "standard output: bad file descriptor"),
    (
        "a file that is kept from writing",
        "touch o.json; chmod 0444 o.json; quotes extract article.txt -o o.json",
        "o.json: permission denied",
    ),
    ("a link to itself", "ln -s o.json o.json; quotes extract article.txt -o o.json", "o.json: too many levels of symbolic links"),
    (
        "a folder that is gone",
        "mkdir d; cd d; rmdir ../d; quotes extract $OLDPWD/article.txt -o o.json",
        "o.json: no such file or directory",
    ),
    ("an empty name", "quotes extract article.txt -o ''", "the name of the output is empty: -o takes the name of a file, or '-'"),
]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")
@pytest.mark.parametrize(("label", "line", "says"), UNWRITABLE, ids=[case[0] for case in UNWRITABLE])
def test_an_output_that_takes_nothing_is_named(shell: Shell, label: str, line: str, says: str) -> None:
    """Status 2, one line, nothing else."""
    assert shell(line)[:3] == (2, "", f"quotes: {says}\n")


def test_a_file_that_grows_too_large_is_named_and_not_left(tmp_path: Path, article: Path) -> None:
    """A disk that fills up half-way: what stood there before stays."""
    (tmp_path / "o.json").write_text("old")
    done = subprocess.run(
        [sys.executable, "-m", "quotecli", "extract", str(article), "-o", "o.json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": pythonpath(), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )
    assert (done.returncode, done.stderr) == (2, b"quotes: o.json: file too large\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "o.json"]
    assert (tmp_path / "o.json").read_text() == "old"


STILL = [
    ("closed remarks", "quotes extract article.txt missing.txt --json 2>&-", 3),
    ("remarks that cannot be written", "quotes extract article.txt missing.txt --json 2> /dev/full", 3),
    ("closed input", "quotes extract article.txt --json <&-", 0),
    ("nothing but output", "quotes extract article.txt --json <&- 2>&-", 0),
    ("a folder that is gone", "mkdir d; cd d; rmdir ../d; quotes extract --json $OLDPWD/article.txt", 0),
    ("output closed, a file named", "quotes extract article.txt -o o.json >&- && cat o.json", 0),
]


@pytest.mark.parametrize(("label", "line", "status"), STILL, ids=[case[0] for case in STILL])
def test_the_answer_is_written_all_the_same(shell: Shell, label: str, line: str, status: int) -> None:
    """What is closed beside it does not matter, and no file takes its place."""
    answer = shell(line)
    assert (answer.status, answer.err) == (status, "")
    assert answer.out.startswith('{"schema"')
    assert answer.out.endswith("}\n")


@pytest.mark.parametrize("line", ["--version", "--help", "config", "schema", f"extract {SEEDS}"])
def test_whoever_reads_nothing_gets_silence(line: str) -> None:
    """`quotes --version | true`: the reader is gone before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    environ = {**os.environ, "PYTHONPATH": pythonpath()}
    done = subprocess.run([sys.executable, "-m", "quotecli", *line.split()], stdout=writing, stderr=subprocess.PIPE, env=environ)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
