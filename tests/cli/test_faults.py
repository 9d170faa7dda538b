"""What a poor machine and strangers do to a run: it costs what it must, is said in words, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEEDS, Run, pythonpath

from quotecli.pipeline import LOST

FATAL = """
import os, signal
import quotecli.find as find
real = find.find_quotes
def fatal(source):
    if source.id == "fatal":
        {what}
    return real(source)
find.find_quotes = fatal
"""
COSTLY = [
    ("memory that there is not", "raise MemoryError", "1", "takes more memory than there is; a smaller --max-size passes it over at once"),
    (
        "memory, in several processes",
        "raise MemoryError",
        "2",
        "takes more memory than there is; a smaller --max-size passes it over at once",
    ),
    ("a process that the system ends", "os.kill(os.getpid(), signal.SIGKILL)", "2", LOST),
]


@pytest.mark.parametrize(("label", "what", "jobs", "said"), COSTLY, ids=[case[0] for case in COSTLY])
@pytest.mark.parametrize("form", [[], ["--no-cluster"]], ids=["whole", "streamed"])
def test_an_article_that_takes_too_much_costs_itself(
    quotes: Run, tmp_path: Path, label: str, what: str, jobs: str, said: str, form: list[str]
) -> None:
    """One line and status 3; the articles before and behind it are done."""
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(FATAL.format(what=what))
    for name in ("a", "fatal", "z"):
        (tmp_path / f"{name}.txt").write_text("“We open in May,” Ann Lee said.", encoding="utf-8")
    answer = quotes(
        "extract", "a.txt", "fatal.txt", "z.txt", "-j", jobs, "-f", "jsonl", *form, PYTHONPATH=f"{tmp_path / 'python'}:{pythonpath()}"
    )
    assert (answer.status, answer.err) == (3, f"quotes: fatal.txt: {said}\n")
    found = [record["source"] for record in map(json.loads, answer.raw.splitlines()) if record["type"] == "quote"]
    assert found == ["a", "z"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM], ids=lambda by: by.name)
def test_no_process_outlives_the_run(tmp_path: Path, by: signal.Signals) -> None:
    """They hold the output open, so it comes to its end only with the last of them."""
    for number in range(100):
        (tmp_path / f"a{number:03}.txt").write_text("“We open in May,” Ann Lee said.", encoding="utf-8")
    os.mkfifo(tmp_path / "z.txt")
    names = [f"a{number:03}.txt" for number in range(100)]
    run = subprocess.Popen(
        [sys.executable, "-m", "quotecli", "extract", *names, "z.txt", "-j", "3", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": pythonpath()},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with (tmp_path / "z.txt").open("wb"):  # returns when the run has handed on what came before, and waits for this one
        run.send_signal(by)
        out, err = run.communicate(timeout=60)
    assert (out, err) == (b"", b"")


SURROUNDINGS = [
    {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"LANG": "xx_YY.nonsense"}, {"TZ": "Asia/Kathmandu"}, {"PYTHONHASHSEED": "1"},
    {"PYTHONOPTIMIZE": "2"}, {"PYTHONWARNINGS": "error"}, {"PYTHONDEVMODE": "1"}, {"HOME": "/nowhere"}, {"COLUMNS": "20", "TERM": "dumb"},
]  # fmt: skip


def test_surroundings_change_no_byte_of_json(quotes: Run) -> None:
    """Locale, zone, hashes, the interpreter's switches, no home."""
    first = quotes("extract", SEEDS, "--json")
    for environ in SURROUNDINGS:
        answer = quotes("extract", SEEDS, "--json", **environ)
        assert (answer.status, answer.err, answer.raw) == (0, "", first.raw), environ


HOSTILE = "Mayor \x1b]52;c;cm0=\x07Ann\x9b2J Lee\u202e said: “I \x1b[31mam\u2028# very\u2066 [link=x]tired[/link]\x85 of =1+1 it all, and\x08 so on.”\n\n“No,” Ann Lee said.\n"
COMMANDS = [
    ["extract"],
    ["extract", "--details", "all"],
    ["show"],
    ["explain"],
    ["speakers"],
    ["diff"],
    ["check", "record.txt"],
    ["find", "tired of"],
    ["text"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_byte_of_an_article_acts_on_a_terminal(quotes: Run, tmp_path: Path, command: list[str]) -> None:
    """Nor of its name, in any command; `text` alone hands the text on as it is, where no terminal takes it."""
    (tmp_path / "a\x1b[1m\u202e.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "record.txt").write_text("LEE: I am tired of it all. \x1b[2J And so on.\n", encoding="utf-8")
    form = ["--json"] if command == ["text"] else []
    answer = quotes(*command, "a\x1b[1m\u202e.txt", "b.txt", "gone\x1b[1m.txt", *form)
    assert answer.status in (1, 3)
    shown = answer.err if form else answer.out + answer.err
    assert not [c for c in shown if (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) <= 0x9F or c in "\u202e\u2066\u2028"]


def test_what_memory_bears_is_the_default(quotes: Run, article: Path, tmp_path: Path) -> None:
    """5 MB of text; a larger file costs itself, with what to do."""
    (tmp_path / "large.txt").write_bytes(b"x" * 5_000_001)
    answer = quotes("extract", article, "large.txt", "--json")
    assert (answer.status, answer.err) == (3, "quotes: large.txt: is larger than 5 MB; raise --max-size to read it\n")
    assert len(json.loads(answer.raw)["quotes"]) == 2
