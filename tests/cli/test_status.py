"""How a run ends: the exit status, and one clear line for each problem."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEEDS, Run, pythonpath

MISUSE = [
    ("no command", [], "Usage: quotes"),
    ("an unknown command", ["extrct"], "quotes: no such command 'extrct'. Did you mean 'extract'"),
    ("an unknown option", ["extract", "--fromat", "json", "x"], "--format"),
    ("an unknown format", ["extract", "--format", "xml", "x"], "'xml' is not one of"),
    ("a number that is none", ["extract", "--width", "wide", "x"], "quotes: invalid value for '--width'"),
    ("no path", ["extract"], "Usage: quotes extract"),
    ("no path for diff", ["diff"], "'-' reads standard input"),
    ("two formats", ["extract", "--json", "--format", "table", "x"], "contradict"),
    ("a suffix without a format", ["extract", "x", "-o", "report.doc"], "report.doc: no format has the suffix '.doc'"),
    ("an encoding that there is not", ["extract", "--encoding", "klingon", "x"], "no encoding is called 'klingon'"),
    ("nothing to compare", ["diff", "--no-cluster", "x"], "--no-cluster"),
    ("a size beyond any disk", ["extract", "--max-size", "9" * 20, "x"], "'--max-size': 99999999999999999999 is not in the range"),
    ("a limit of 4301 digits", ["extract", "--limit", "9" * 4301, "x"], "'--limit': '9999"),
    ("a number of points", ["extract", "--min-confidence", ".", "x"], "'--min-confidence': '.' is not"),
    ("a confidence that is none", ["extract", "--min-confidence", "nan", "x"], "--min-confidence is a number from 0 to 1"),
    ("a width beyond any screen", ["extract", "--width", "20000", "x"], "'--width': 20000 is not in the range 40<=x<=1000"),
    ("standard input twice", ["check", "-", "-"], "standard input can be read only once"),
    ("an unknown schema", ["schema", "weather"], "'weather' is not one of"),
]


@pytest.mark.parametrize(("label", "arguments", "says"), MISUSE, ids=[case[0] for case in MISUSE])
def test_misuse_is_2_and_says_what_to_try(quotes: Run, label: str, arguments: list[str], says: str) -> None:
    """Nothing on standard output; what is wrong on standard error, without a traceback."""
    answer = quotes(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err
    assert "Traceback" not in answer.err
    if answer.err.startswith("quotes:"):
        assert answer.err.count("\n") == 1
        assert len(answer.err) < 300


def test_nothing_to_find_is_0(quotes: Run, tmp_path: Path) -> None:
    """An article without quotations is an answer."""
    (tmp_path / "plain.txt").write_text("Nobody said a word.\n")
    assert quotes("extract", "plain.txt").status == 0
    assert quotes("diff", "plain.txt", "--exit-code").status == 0


def test_a_skipped_input_is_3_and_the_rest_is_done(quotes: Run, article: Path) -> None:
    """One line on standard error, an entry in `skipped`, and every other answer."""
    answer = quotes("extract", article, "missing.txt", "--json")
    assert answer.status == 3
    assert answer.err.startswith("quotes: missing.txt: ")
    assert answer.err.count("\n") == 1
    assert '"path": "missing.txt"' in answer.out
    assert "never raise taxes" in answer.out
    assert quotes("extract", article, "missing.txt", "--json", "--quiet").err == ""


def test_diff_exit_code_tells_differences(quotes: Run, tmp_path: Path) -> None:
    """1 only when asked for, and only where a wording differs."""
    said = "“We will never raise taxes on working families in this state,” Ann Lee said."
    (tmp_path / "a.txt").write_text(said)
    (tmp_path / "b.txt").write_text(said.replace("never", "not"))
    (tmp_path / "c.txt").write_text(said.replace("“", '"').replace("”", '"'))
    assert quotes("diff", "a.txt", "b.txt").status == 0
    assert quotes("diff", "a.txt", "b.txt", "--exit-code").status == 1
    assert quotes("diff", "a.txt", "c.txt", "--exit-code").status == 0


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
@pytest.mark.parametrize("arguments", [["extract", "--json"], ["extract"], ["diff"], ["explain"]])
def test_a_broken_pipe_is_141_and_silent(arguments: list[str]) -> None:
    """`quotes … | head -1` says nothing."""
    reading, writing = os.pipe()
    os.close(reading)
    environ = {**os.environ, "PYTHONPATH": pythonpath()}
    done = subprocess.run([sys.executable, "-m", "quotecli", *arguments, str(SEEDS)], stdout=writing, stderr=subprocess.PIPE, env=environ)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_interrupted_is_130_and_silent() -> None:
    """Ctrl-C while the command waits for its input."""
    environ = {**os.environ, "PYTHONPATH": pythonpath()}
    command = [sys.executable, "-m", "quotecli", "extract", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when this returns, the command is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 130


def test_a_fault_of_ours_is_one_line_and_debug_shows_more(quotes: Run, article: Path, tmp_path: Path) -> None:
    """Nobody but us wants a traceback."""
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['quotecli.find'] = None\n")
    path = f"{tmp_path}{os.pathsep}{pythonpath()}"
    answer = quotes("extract", article, PYTHONPATH=path)
    assert answer.status == 70
    assert answer.err.count("\n") == 1
    assert "Traceback" in quotes("extract", article, "--debug", PYTHONPATH=path).err


def test_standard_input_is_read_only_when_asked_for(quotes: Run) -> None:
    """`-` and nothing else: a tool that guesses hangs in scripts."""
    assert quotes("extract", input="“Yes,” said Ann Lee.".encode()).status == 2
    answer = quotes("extract", "-", "--json", input="“Yes,” said Ann Lee.".encode())
    assert answer.status == 0
    assert '"path": "-"' in answer.out
    assert '"text": "Yes,"' in answer.out


@pytest.mark.parametrize(("names", "says"), [(["a.txt"], "name two articles"), (["a.txt", "b.txt"], "no utterance stands in two sources")])
def test_diff_says_when_there_is_nothing_to_compare(quotes: Run, tmp_path: Path, names: list[str], says: str) -> None:
    """A remark, no fault: what each of them has is still the answer."""
    (tmp_path / "a.txt").write_text("“We open the line in May,” Ann Lee said.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("“Nobody asked the fishermen,” Ben Roe said.\n", encoding="utf-8")
    answer = quotes("diff", *names)
    assert (answer.status, answer.err) == (0, f"quotes: nothing to compare: {says}\n")
    assert "We open the line in May" in answer.out
    assert quotes("diff", *names, "--quiet").err == ""
