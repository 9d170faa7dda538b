"""A flag wins over what is set in a file or a variable, and a setting that a command has no use for does not break it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

JSON, CSV, TABLE, LINES = '{"schema"', '"id"', "1 article", '{"type"'


@pytest.mark.parametrize(
    ("setting", "arguments", "begins"),
    [
        ("csv", [], CSV),
        ("csv", ["--json"], JSON),
        ("csv", ["-o", "out.json"], JSON),
        ("csv", ["-o", "out.txt"], TABLE),
        ("csv", ["-o", "out"], CSV),
        ("csv", ["-o", "out.json", "--format", "jsonl"], LINES),
        ("json", ["--format", "csv"], CSV),
    ],
)
def test_the_command_line_says_the_format(
    quotes: Run, article: Path, tmp_path: Path, setting: str, arguments: list[str], begins: str
) -> None:
    """By name, by --json or by the suffix of the output; only where it says nothing, the setting does."""
    answer = quotes("extract", article, *arguments, QUOTES_FORMAT=setting)
    assert (answer.status, answer.err) == (0, "")
    written = (tmp_path / arguments[1]).read_text("utf-8") if "-o" in arguments else answer.out
    assert written.startswith(begins)


@pytest.mark.parametrize("command", [["text"], ["explain"], ["diff"], ["show"], ["speakers"], ["check", "record.txt"]])
def test_a_format_that_a_command_has_not_is_left_alone(quotes: Run, article: Path, tmp_path: Path, command: list[str]) -> None:
    """What is set for extract is not set against the others; what they have is heard, and a flag is still refused."""
    (tmp_path / "record.txt").write_text("LEE: We will never raise taxes. Any time.\n")
    usual = quotes(*command, article)
    other = "csv" if command[0] in ("text", "explain") else "jsonl"
    assert quotes(*command, article, QUOTES_FORMAT=other) == usual
    assert json.loads(quotes(*command, article, QUOTES_FORMAT="json").raw)["schema"] == "quotes/1"
    assert quotes(*command, article, "--format", other).status == 2


@pytest.mark.parametrize(
    ("file", "command", "arguments"),
    [
        ("cluster = false", "diff", []),
        ("cluster = false", "extract", ["--min-sources", "2"]),
        ("min-sources = 2", "extract", ["--no-cluster"]),
        ("min-sources = 2\ncluster = false", "extract", []),
        ("min-sources = 2\ncluster = false", "show", []),
    ],
)
def test_settings_contradict_nothing(quotes: Run, article: Path, tmp_path: Path, file: str, command: str, arguments: list[str]) -> None:
    """As flags these are misuse; a file that was written for other runs does not stand in the way."""
    (tmp_path / "quotes.toml").write_text(file + "\n")
    answer = quotes(command, article, "-q", *arguments)
    assert (answer.status, answer.err) == (0, "")


SWITCHES = [
    ("hidden", "extract", ["."]),
    ("exit_code", "diff", ["a.txt", "b.txt"]),
    ("quiet", "extract", ["missing.txt"]),
    ("verbose", "extract", ["a.txt"]),
    ("ascii", "extract", ["a.txt"]),
    ("bom", "extract", ["a.txt", "--format", "csv"]),
]


@pytest.mark.parametrize(("name", "command", "arguments"), SWITCHES, ids=[case[0] for case in SWITCHES])
def test_what_a_file_switches_on_a_flag_switches_off(quotes: Run, tmp_path: Path, name: str, command: str, arguments: list[str]) -> None:
    """Every switch that can be set has a way back, and does what it did."""
    said = "“We will never raise taxes on working families in this state,” Ann Lee said.\n"
    for file, text in (("a.txt", said), ("b.txt", said.replace("never", "not")), (".c.txt", said)):
        (tmp_path / file).write_text(text, encoding="utf-8")
    flag = name.replace("_", "-")
    usual = quotes(command, *arguments)
    on = quotes(command, *arguments, f"--{flag}")
    assert on != usual
    (tmp_path / "quotes.toml").write_text(f"{name} = true\n")
    assert quotes(command, *arguments) == on
    assert quotes(command, *arguments, f"--no-{flag}") == usual
